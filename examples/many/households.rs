//! Made-up households as a stream: twelve statements and the ZIP of Amazon's export each, the same on every machine.
//!
//! `cargo run --release -p mioboe-tests --example households -- COUNT [FIRST]`
//!
//! Each is one line of JSON, `{"id", "today", "utcOffset", "region", "files": [["name", bytes], …]}`, and then the bytes of its
//! files, one after the other. A million of them take no more memory than one.
#![expect(clippy::expect_used, reason = "a program that cannot go on ends")]

use std::io::{self, BufWriter, Cursor, Write};

use mioboe_tests::households::Household;
use mioboe_tests::made::{ELSEWHERE, PROFILES, Profile, made};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn main() {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<u64>().expect("COUNT [FIRST]"));
    let count = numbers.next().expect("COUNT [FIRST]");
    let first = numbers.next().unwrap_or(0);
    let kinds: Vec<Profile> = PROFILES
        .iter()
        .chain(&ELSEWHERE)
        .filter(|kind| kind.has_one_card())
        .map(|kind| kind.over(12))
        .collect();
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    for number in first..first + count {
        let kind = usize::try_from(number % kinds.len() as u64).unwrap_or_default();
        let kind = kinds.get(kind).expect("a kind");
        if write(&mut out, number, &made(kind, number)).is_err() {
            // Whoever reads has enough.
            return;
        }
    }
}

fn write(out: &mut impl Write, number: u64, household: &Household) -> io::Result<()> {
    let is_statement = |name: &str| household.truth.rows.iter().any(|row| row.file == name);
    let (mut files, export): (Vec<_>, Vec<_>) =
        household.contents.iter().cloned().partition(|(name, _)| is_statement(name));
    files.push(("Your Orders.zip".to_owned(), zipped(&export)?));
    let sizes: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
    let head = serde_json::json!({
        "id": format!("{number:07}-{}", household.name),
        "today": household.truth.today,
        "utcOffset": household.truth.utc_offset,
        "region": household.truth.region,
        "files": sizes,
    });
    writeln!(out, "{head}")?;
    files.iter().try_for_each(|(_, bytes)| out.write_all(bytes))
}

fn zipped(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
