//! Any bytes: at most one format reads them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::read;
use mioboe_ingest::formats_claiming;

fuzz_target!(|bytes: &[u8]| {
    let claims = formats_claiming("a.csv", bytes);
    let reading = read("a.csv", bytes);
    if let ([id], [source]) = (claims.as_slice(), reading.sources.as_slice())
        && let Some(format) = &source.format
    {
        assert_eq!(id, format);
    }
});
