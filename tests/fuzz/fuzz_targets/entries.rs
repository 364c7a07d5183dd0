//! Workbooks and archives, damaged entry by entry and element by element.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::read;

#[path = "../../made/workbooks.rs"]
#[allow(dead_code)]
mod workbooks;

use workbooks::{Dice, End, Entry, damage_entries, damage_parts, workbook_parts, zip};

const ENDS: [End; 4] = [End::Healthy, End::TwoDirectories, End::InComment, End::Cut];

fuzz_target!(|bytes: &[u8]| {
    let mut dice = Dice::of(bytes);
    let mut parts = workbook_parts();
    for _ in 0..dice.below(6) {
        damage_parts(&mut parts, &mut dice);
    }
    let mut entries: Vec<Entry> =
        parts.into_iter().map(|(name, text)| Entry::stored(name, text.into_bytes())).collect();
    let is_whole = dice.below(2) == 0;
    if !is_whole {
        damage_entries(&mut entries, &mut dice);
    }
    let end = if is_whole { End::Healthy } else { ENDS[dice.below(ENDS.len())] };
    let book = zip(&entries, end);
    read("a.xlsx", &book);
    if dice.below(8) == 0 {
        let mut outer = vec![Entry::stored("a.xlsx", book), Entry::stored("b.csv", b"a,b\n1,2\n".to_vec())];
        damage_entries(&mut outer, &mut dice);
        read("a.zip", &zip(&outer, ENDS[dice.below(ENDS.len())]));
    }
});
