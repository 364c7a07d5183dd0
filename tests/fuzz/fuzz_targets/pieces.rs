//! A large file in pieces gives what it gives as a whole, and a large ZIP what its thin one gives, wherever they end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{checked, read};
use mioboe_ingest::{Pieces, Reader, ThinZip};

struct Short<'b>(&'b [u8]);

impl Pieces for Short<'_> {
    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn read(&self, at: u64, most: usize) -> Vec<u8> {
        let rest = usize::try_from(at).ok().and_then(|at| self.0.get(at..)).unwrap_or_default();
        rest[..rest.len().min(most)].to_vec()
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut reader = Reader::default();
    if reader.add_pieces("a.csv", &Short(bytes)) {
        let (found, expect) = (checked(reader), read("a.csv", bytes));
        assert_eq!(found.charges, expect.charges);
        assert_eq!(found.orders.len(), expect.orders.len());
        assert_eq!(found.mails.len(), expect.mails.len());
    }
    let mut thin = ThinZip::new(bytes.len() as u64);
    while let Some(range) = thin.wants() {
        let part = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        thin.give(bytes.get(part(range.start)..part(range.end)).unwrap_or_default());
    }
    if let Some(zip) = thin.finish() {
        read("a.zip", &zip);
    }
});
