//! Whatever the bytes: nothing panics, and the books of every source balance. `cargo xtask fuzz` looks for longer.

#![expect(clippy::expect_used, reason = "tests fail by it")]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use mioboe_ingest::{Reader, formats_claiming};
use mioboe_tests::entries;
use proptest::prelude::*;
use proptest::sample::Index;

/// The bytes of every fixture, of statements, of orders and of archives.
static FIXTURES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let folders = ["statements", "orders"].map(entries).concat();
    let in_folder = |folder: &PathBuf| {
        let files = fs::read_dir(folder).expect("a folder");
        files.map(|file| file.expect("a file").path()).collect::<Vec<_>>()
    };
    let mut files: Vec<PathBuf> =
        folders.iter().filter(|path| path.is_dir()).flat_map(in_folder).chain(entries("archives")).collect();
    files.retain(|file| file.extension().is_none_or(|extension| extension != "json"));
    files.sort();
    files.iter().map(|file| fs::read(file).expect("a fixture")).collect()
});

fn read(files: &[&[u8]]) -> Result<(), TestCaseError> {
    let mut reader = Reader::default();
    for bytes in files {
        reader.add("a.csv", bytes);
        formats_claiming("a.csv", bytes);
    }
    for source in reader.finish().sources {
        prop_assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read(&[&bytes])?;
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[0-9A-Za-zア-ンＡ-Ｚ０-９,;\t\"'/.:$£€¥円年月日～−\\-()*#<>|\r\n ]{0,400}") {
        read(&[text.as_bytes()])?;
    }

    #[test]
    fn no_damage_to_a_file_makes_the_reader_panic(
        file in any::<Index>(),
        other in any::<Index>(),
        damage in proptest::collection::vec((any::<Index>(), any::<u8>()), 0..12),
        cut in any::<Index>(),
    ) {
        let mut bytes = file.get(FIXTURES.as_slice()).clone();
        for (at, value) in damage {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
        }
        let end = cut.index(bytes.len() + 1);
        let (start, rest) = bytes.split_at(end);
        read(&[&bytes, start, rest, other.get(FIXTURES.as_slice()).as_slice()])?;
    }
}
