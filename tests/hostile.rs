//! Files that somebody made to break a reader: each is named with what is wrong, and the file beside it has its answer.

#![expect(clippy::indexing_slicing, clippy::string_slice, reason = "tests fail by it")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use mioboe_ingest::Reader;
use mioboe_model::{ProblemCode, Reading, SourceKind};

#[path = "made/workbooks.rs"]
mod workbooks;

use workbooks::{
    Dice, End, Entry, compound, damage, damage_compound, damage_entries, damage_parts, old_workbook, stream,
    workbook_parts, zip,
};

const BESIDE: &str = "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額\n2026/09/20,AMAZON.CO.JP,本人,1回払い,4980,0,4980\n";
/// A hang; debug builds are slow, and all tests share the cores.
const LONGEST: Duration = Duration::from_secs(20);

fn read(name: &str, bytes: &[u8]) -> Reading {
    let mut reader = Reader::default();
    reader.add(name, bytes);
    reader.add("beside.csv", BESIDE.as_bytes());
    reader.finish()
}

/// Nothing of the file has gone without a word.
#[track_caller]
fn is_answered(name: &str, bytes: &[u8], case: u64) {
    let started = Instant::now();
    let mut reader = Reader::default();
    reader.add(name, bytes);
    let reading = reader.finish();
    assert!(started.elapsed() < LONGEST, "case {case} took {:?}", started.elapsed());
    assert!(!reading.sources.is_empty(), "case {case}");
    let silent = reading
        .sources
        .iter()
        .find(|source| source.kind == SourceKind::Unreadable && source.problems.is_empty());
    assert!(silent.is_none(), "case {case}: {silent:?}");
}

/// The file beside it was read, and nothing of this one has gone without a word.
#[track_caller]
fn does_no_harm(name: &str, bytes: &[u8], case: u64) -> Reading {
    let started = Instant::now();
    let reading = read(name, bytes);
    assert!(started.elapsed() < LONGEST, "case {case} took {:?}", started.elapsed());
    assert!(reading.charges.iter().any(|charge| charge.amount.plain() == "4980"), "case {case}");
    let silent = reading
        .sources
        .iter()
        .find(|source| source.kind == SourceKind::Unreadable && source.problems.is_empty());
    assert!(silent.is_none(), "case {case}: {silent:?}");
    reading
}

fn sums(reading: &Reading) -> Vec<String> {
    reading.charges.iter().map(|charge| charge.amount.plain()).filter(|sum| sum != "4980").collect()
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], code: ProblemCode) {
    let reading = does_no_harm(name, bytes, 0);
    let codes: Vec<_> = reading.sources[0].problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [code], "{name}");
}

fn entries() -> Vec<Entry> {
    workbook_parts().into_iter().map(|(name, text)| Entry::stored(name, text.into_bytes())).collect()
}

#[test]
fn what_is_made_here_is_healthy_before_it_is_damaged() {
    let xls = read("a.xls", &compound(&stream(&old_workbook())));
    assert_eq!(sums(&xls), ["1000", "2000", "3000"], "{:?}", xls.sources);
    let days: Vec<_> = xls.charges.iter().map(|charge| charge.date.unwrap().to_string()).collect();
    assert_eq!(days, ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-20"]);
    let xlsx = read("a.xlsx", &zip(&entries(), End::Healthy));
    assert_eq!(sums(&xlsx), ["1000", "2000", "3000"], "{:?}", xlsx.sources);
}

#[test]
fn old_workbooks_damaged_record_by_record_do_no_harm() {
    for case in 0..800 {
        let mut dice = Dice::new(case);
        let mut records = old_workbook();
        damage(&mut records, &mut dice);
        let mut file = compound(&stream(&records));
        if dice.below(4) == 0 {
            damage_compound(&mut file, &mut dice);
        }
        is_answered("a.xls", &file, case);
    }
}

#[test]
fn workbooks_damaged_entry_by_entry_do_no_harm() {
    for case in 0..800 {
        let mut dice = Dice::new(case);
        let mut parts = workbook_parts();
        if dice.below(3) != 0 {
            damage_parts(&mut parts, &mut dice);
        }
        let mut entries: Vec<Entry> =
            parts.into_iter().map(|(name, text)| Entry::stored(name, text.into_bytes())).collect();
        let mut end = End::Healthy;
        if dice.below(2) == 0 {
            damage_entries(&mut entries, &mut dice);
            end = [End::Healthy, End::Healthy, End::TwoDirectories, End::InComment, End::Cut][dice.below(5)];
        }
        is_answered("a.xlsx", &zip(&entries, end), case);
    }
}

#[test]
fn archives_damaged_entry_by_entry_do_no_harm() {
    for case in 0..500 {
        let mut dice = Dice::new(case);
        let mut entries = vec![
            Entry::stored("Your Orders/a.csv", BESIDE.replace("4980", "1000").into_bytes()),
            Entry::stored("b.xls", compound(&stream(&old_workbook()))),
            Entry::stored("c.zip", zip(&[Entry::stored("d.csv", BESIDE.as_bytes().to_vec())], End::Healthy)),
            Entry::stored("photo.jpeg", b"\xff\xd8\xff".to_vec()),
        ];
        damage_entries(&mut entries, &mut dice);
        let end = [End::Healthy, End::Healthy, End::TwoDirectories, End::InComment, End::Cut][dice.below(5)];
        is_answered("a.zip", &zip(&entries, end), case);
    }
}

#[test]
fn a_zip_in_which_readers_could_find_two_directories_is_refused() {
    let mut twice = entries();
    twice[0].content.resize(64, b' ');
    refused("a.xlsx", &zip(&entries(), End::TwoDirectories), ProblemCode::BrokenWorkbook);
    let csv = [Entry::stored("a.csv", BESIDE.as_bytes().to_vec())];
    refused("a.zip", &zip(&csv, End::TwoDirectories), ProblemCode::BrokenZip);
    // One ZIP behind another: the second end counts from where it would begin alone.
    let other = zip(&entries(), End::Healthy);
    let behind = [zip(&[Entry::stored("pad.bin", vec![7; 900])], End::Healthy), other].concat();
    refused("a.xlsx", &behind, ProblemCode::BrokenWorkbook);
}

#[test]
fn a_part_of_a_workbook_has_one_name_and_a_cell_one_value() {
    for name in ["XL/WORKBOOK.XML", "xl\\workbook.xml", "/xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        let mut entries = entries();
        entries.push(Entry::stored(name, b"<workbook/>".to_vec()));
        refused("a.xlsx", &zip(&entries, End::Healthy), ProblemCode::BrokenWorkbook);
    }
    for (old, new) in [
        // The same cell twice, out of order, and far away.
        ("<c r=\"E3\">", "<c r=\"E3\"><v>9</v></c><c r=\"E3\">"),
        ("<c r=\"E3\">", "<c r=\"A1\">"),
        ("<dimension", "<!DOCTYPE x><dimension"),
        ("</worksheet>", ""),
        ("<v>2000</v>", "<v>&two;</v>"),
        ("<c r=\"A1\" t=\"s\"><v>0", "<c r=\"A1\" t=\"s\"><v>7"),
    ] {
        let mut parts = workbook_parts();
        let sheet = &mut parts.last_mut().unwrap().1;
        assert!(sheet.contains(old));
        *sheet = sheet.replacen(old, new, 1);
        let entries: Vec<_> =
            parts.into_iter().map(|(name, text)| Entry::stored(name, text.into_bytes())).collect();
        refused("a.xlsx", &zip(&entries, End::Healthy), ProblemCode::BrokenWorkbook);
    }
}

#[test]
fn a_record_that_is_shorter_than_what_it_holds_breaks_the_book() {
    let healthy = old_workbook();
    for (at, record) in healthy.iter().enumerate() {
        // Of these the readers here look at every byte, or at the first two.
        let needed = match record.kind {
            0x0006 => 14,
            0x0022 | 0x0809 if at == 0 || record.kind == 0x0022 => 2,
            0x00e0 => 4,
            0x0042 | 0x0200 | 0x0809 | 0x000a => continue,
            _ => record.body.len(),
        };
        for length in 0..needed {
            let mut records = healthy.clone();
            records[at].body.truncate(length);
            let reading = does_no_harm("a.xls", &compound(&stream(&records)), u64::try_from(at).unwrap());
            let code = reading.sources[0].problems.first().map(|problem| problem.code);
            // An empty text needs no sign of how it is written.
            assert!(
                code == Some(ProblemCode::BrokenWorkbook),
                "record {at} ({:#06x}) cut to {length}: {code:?}",
                record.kind
            );
        }
    }
}

#[test]
fn a_sheet_begins_where_a_part_of_the_book_begins() {
    let mut records = old_workbook();
    let inside = u32::try_from(stream(&records).len()).unwrap() / 2 + 1;
    let sheet = records.iter_mut().find(|record| record.kind == 0x0085).unwrap();
    sheet.body[..4].copy_from_slice(&inside.to_le_bytes());
    refused("a.xls", &compound(&stream(&records)), ProblemCode::BrokenWorkbook);
}

#[test]
fn a_zip_without_anything_to_read_says_what_it_is() {
    refused("a.zip", &zip(&[], End::Healthy), ProblemCode::EmptyZip);
    let photos =
        [Entry::stored("Photos/1.jpeg", b"\xff\xd8\xff".to_vec()), Entry::stored("Photos/", Vec::new())];
    refused("a.zip", &zip(&photos, End::Healthy), ProblemCode::ZipOfOthers);
    let pdf = [Entry::stored("statement.pdf", b"%PDF-1.7".to_vec())];
    refused("a.zip", &zip(&pdf, End::Healthy), ProblemCode::ZipOfOthers);
}

#[test]
fn a_zip_of_workbooks_is_no_workbook() {
    let book = zip(&entries(), End::Healthy);
    let reading = read("a.zip", &zip(&[Entry::stored("明細.xlsx", book)], End::Healthy));
    assert_eq!(sums(&reading), ["1000", "2000", "3000"], "{:?}", reading.sources);
}

/// Found by hand; each once stopped the engine or lost what was dropped with it.
#[test]
fn reproducers_are_named_and_what_is_beside_them_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hostile");
    for (name, code) in [
        ("two-directories.xlsx", ProblemCode::BrokenWorkbook),
        ("sheet-inside-a-record.xls", ProblemCode::BrokenWorkbook),
        ("empty-first-record.xls", ProblemCode::BrokenWorkbook),
        ("nothing.zip", ProblemCode::EmptyZip),
    ] {
        refused(name, &fs::read(folder.join(name)).unwrap(), code);
    }
}
