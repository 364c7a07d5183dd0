//! What must hold of any file whatever, beside that nothing panics.

use mioboe_ingest::Reader;
use mioboe_model::Reading;

/// Reads one file and checks the books that are kept of it.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let mut reader = Reader::default();
    reader.add(name, bytes);
    checked(reader)
}

/// Joins what was read and checks the books.
pub fn checked(reader: Reader) -> Reading {
    let reading = reader.finish();
    for source in &reading.sources {
        let skipped: u32 = source.skipped.values().sum();
        assert_eq!(source.rows, source.used + skipped, "{}: rows are used or skipped", source.name);
    }
    for charge in &reading.charges {
        assert!(reading.sources.iter().any(|source| source.id == charge.place.source), "a charge has a source");
        assert!(!charge.amount.is_zero(), "a charge is not nothing");
        assert!(charge.place.line > 0, "lines count from one");
    }
    reading
}

/// The file with this before it, so that no time is lost on finding what the format begins with.
pub fn behind(start: &str, bytes: &[u8]) -> Vec<u8> {
    [start.as_bytes(), bytes].concat()
}
