//! The text of a PDF, as the page hands it over.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

fuzz_target!(|bytes: &[u8]| {
    let rest = bytes.strip_prefix(b"mioboe-pdf 1\n").unwrap_or(bytes);
    read("a.pdf", &behind("mioboe-pdf 1\n", rest));
});
