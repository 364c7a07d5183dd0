//! Large files take the memory of what is in them. The only test of its process, so that nothing else is measured.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by it")]

use std::cell::Cell;
use std::fs;

use mioboe_ingest::{Pieces, Reader};
use mioboe_model::Reading;
use mioboe_tests::many::MAIL;

fn in_pieces(name: &str, file: &dyn Pieces) -> Reading {
    let mut reader = Reader::default();
    assert!(reader.add_pieces(name, file), "{name}");
    reader.finish()
}

/// A file that nobody has: the same part again and again.
struct Repeated {
    head: Vec<u8>,
    part: Vec<u8>,
    size: u64,
    /// The largest place that was asked for.
    read: Cell<u64>,
}

impl Pieces for Repeated {
    fn size(&self) -> u64 {
        self.size
    }

    fn read(&self, at: u64, most: usize) -> Vec<u8> {
        self.read.set(self.read.get().max(at));
        let at = usize::try_from(at).expect("a place");
        let most = most.min(usize::try_from(self.size).expect("a size") - at);
        let byte = |at: usize| match self.head.get(at) {
            Some(&byte) => byte,
            None => self.part[(at - self.head.len()) % self.part.len()],
        };
        (at..at + most).map(byte).collect()
    }
}

/// The most memory that this process ever had, where the system says it.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[test]
fn large_files_take_the_memory_of_what_is_in_them() {
    const SIZE: u64 = 160 << 20;
    let picture = "iVBORw0KGgoAAAANSUhEUgAAAZAAAAGQCAYAAACAvzbMAAAAA\n".repeat(20_000);
    for (name, head, part, rows) in [
        (
            "t.csv",
            "日付,店名,金額,画像\n".to_owned(),
            format!("2026/09/01,見本書店,900,{}\n", "x".repeat(8_000)),
            20_000,
        ),
        ("a.mbox", String::new(), MAIL.replace("Text", &picture), 150),
    ] {
        let size = SIZE - SIZE % part.len() as u64 + head.len() as u64;
        let file = Repeated { head: head.into(), part: part.into(), size, read: Cell::new(0) };
        let before = peak_memory();
        let reading = in_pieces(name, &file);
        assert!(rows < reading.sources[0].used, "{:?}", reading.sources[0].problems.first());
        assert!(SIZE - (2 << 20) < file.read.get());
        if let (Some(before), Some(after)) = (before, peak_memory()) {
            let taken = after - before;
            assert!(taken < SIZE / 3, "{name}: {taken} bytes for {size}");
        }
    }
}
