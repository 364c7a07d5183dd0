//! QIF.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

fuzz_target!(|bytes: &[u8]| {
    read("a.qif", &behind("!Type:CCard\n", bytes));
});
