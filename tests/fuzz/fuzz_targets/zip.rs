//! ZIPs: what comes out is bounded, whatever the headers say.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::read;

fuzz_target!(|bytes: &[u8]| {
    let mut zip = bytes.to_vec();
    if let Some(start) = zip.get_mut(..4) {
        start.copy_from_slice(b"PK\x03\x04");
    }
    read("a.zip", &zip);
});
