//! CAMT.052, 053, 054.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

fuzz_target!(|bytes: &[u8]| {
    read("a.camt", &behind("<Document><BkToCstmrStmt><Stmt><Ntry>", bytes));
});
