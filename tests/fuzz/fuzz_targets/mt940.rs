//! MT940 and MT942.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

fuzz_target!(|bytes: &[u8]| {
    read("a.mt940", &behind(":20:X\n:60F:C260901EUR1000,00\n:61:", bytes));
});
