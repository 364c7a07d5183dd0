//! OFX, as SGML and as XML.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

fuzz_target!(|bytes: &[u8]| {
    read("a.ofx", &behind("<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>USD<BANKTRANLIST><STMTTRN>", bytes));
});
