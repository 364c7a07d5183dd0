//! Old workbooks, damaged record by record: bytes that are changed at random hardly ever get past the first check.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::read;

#[path = "../../made/workbooks.rs"]
#[allow(dead_code)]
mod workbooks;

use workbooks::{Dice, compound, damage, damage_compound, old_workbook, stream};

fuzz_target!(|bytes: &[u8]| {
    let mut dice = Dice::of(bytes);
    let mut records = old_workbook();
    for _ in 0..=dice.below(8) {
        damage(&mut records, &mut dice);
    }
    let mut file = compound(&stream(&records));
    if dice.below(4) == 0 {
        damage_compound(&mut file, &mut dice);
    }
    read("a.xls", &file);
});
