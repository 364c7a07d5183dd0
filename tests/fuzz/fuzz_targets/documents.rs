//! Workbooks and the tables of saved pages: a ZIP, an old workbook, or a page, by how the file begins.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, rest)) = bytes.split_first() else { return };
    match choice % 3 {
        0 => read("a.xlsx", bytes),
        1 => read("a.xlsx", &behind("PK\u{3}\u{4}xl/workbook.xml", rest)),
        _ => read("a.xls", &behind("<html><table><tr><td>日付</td><td>店名</td><td>金額</td></tr>", rest)),
    };
});
