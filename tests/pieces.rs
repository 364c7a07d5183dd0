//! Files that are read piece by piece give what they give when they are read whole.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by it")]

use std::fs;

use mioboe_ingest::{Pieces, Reader};
use mioboe_model::{ProblemCode, Reading};
use mioboe_tests::many::{MAIL, many};
use mioboe_tests::{files_below, fixture};

/// Gives less than it is asked for, as long as somebody reads on: pieces end in the middle of lines and characters.
struct Short<'b>(&'b [u8]);

impl Pieces for Short<'_> {
    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn read(&self, at: u64, most: usize) -> Vec<u8> {
        const LONGEST: usize = 300;
        let rest = &self.0[usize::try_from(at).expect("a place").min(self.0.len())..];
        let rest = &rest[..rest.len().min(most)];
        // First and last lines are asked for at once.
        if at == 0 || most <= 64 * 1024 {
            return rest.to_vec();
        }
        let line = rest.iter().skip(LONGEST).position(|&byte| byte == b'\n');
        rest[..line.map_or(rest.len(), |line| (LONGEST + line + 20).min(rest.len()))].to_vec()
    }
}

fn whole(name: &str, bytes: &[u8]) -> Reading {
    let mut reader = Reader::default();
    reader.add(name, bytes);
    reader.finish()
}

fn in_pieces(name: &str, file: &dyn Pieces) -> Option<Reading> {
    let mut reader = Reader::default();
    reader.add_pieces(name, file).then(|| reader.finish())
}

/// True if the file could be read in pieces.
#[track_caller]
fn check(name: &str, bytes: &[u8]) -> bool {
    let Some(found) = in_pieces(name, &Short(bytes)) else { return false };
    let expect = whole(name, bytes);
    assert_eq!(format!("{:#?}", found.sources), format!("{:#?}", expect.sources), "{name}");
    assert_eq!(found.charges, expect.charges, "{name}");
    assert_eq!(format!("{:?}", found.orders), format!("{:?}", expect.orders), "{name}");
    assert_eq!(format!("{:?}", found.digital), format!("{:?}", expect.digital), "{name}");
    assert_eq!(format!("{:?}", found.mails), format!("{:?}", expect.mails), "{name}");
    true
}

#[test]
fn every_table_gives_the_same_in_pieces() {
    let paths = ["statements", "orders", "mails"].map(|folder| files_below(&fixture(folder)));
    let mut read = 0;
    for path in paths.into_iter().flatten() {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let bytes = fs::read(&path).expect("a fixture");
        read += u32::from(check(name, &bytes));
    }
    assert!(100 < read, "{read}");
}

#[test]
fn pieces_end_anywhere_and_no_row_is_lost_or_counted_on_another_line() {
    let household = many(3_000);
    assert!(check("enavi.csv", household.statement.as_bytes()));
    assert!(check("Order History.csv", household.orders.as_bytes()));
    let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode(&household.statement);
    assert!(check("enavi.csv", &japanese));
    let windows = household.statement.replace('\n', "\r\n");
    assert!(check("enavi.csv", windows.as_bytes()));
    let old = household.statement.replace('\n', "\r");
    assert!(check("enavi.csv", old.as_bytes()));
    let inside = household.orders.replace("見本の品 1", "\"見本の\n\n品 1\"");
    assert!(check("Order History.csv", inside.as_bytes()));
    let both = [household.statement.as_bytes(), &japanese[..]].concat();
    assert!(check("enavi.csv", &both));
}

#[test]
fn a_large_table_that_ends_in_the_middle_of_a_row_says_so() {
    let statement = many(3_000).statement;
    let cut = &statement.as_bytes()[..statement.len() - 30];
    assert!(check("enavi.csv", cut));
    let reading = in_pieces("enavi.csv", &Short(cut)).expect("a table");
    let problem = &reading.sources[0].problems[0];
    assert_eq!((problem.code, problem.line), (ProblemCode::Truncated, Some(3_001)));
}

#[test]
fn a_mailbox_gives_the_same_in_pieces() {
    let mails: String = (0..500).map(|number| MAIL.replace("NUMBER", &number.to_string())).collect();
    assert!(check("a.mbox", mails.as_bytes()));
}

#[test]
fn what_is_no_table_is_left_to_be_read_whole() {
    for (name, bytes) in [
        ("a.eml", b"From: a@mihon.example\nSubject: x\n\nhello\n".as_slice()),
        ("a.txt", b"Dear diary,\nnothing happened.\n"),
        ("a.ofx", b"OFXHEADER:100\n<OFX><STMTTRN></OFX>"),
        ("a.zip", b"PK\x03\x04aaaaaaaaaaaaaaaa"),
        ("a.csv", b"\xff\xfea\0,\0b\0"),
        ("a.csv", b""),
    ] {
        assert!(in_pieces(name, &Short(bytes)).is_none(), "{name}");
    }
}

/// A file that goes away while it is read.
struct Lost<'b>(&'b [u8]);

impl Pieces for Lost<'_> {
    fn size(&self) -> u64 {
        2 * self.0.len() as u64
    }

    fn read(&self, at: u64, most: usize) -> Vec<u8> {
        let rest = self.0.get(usize::try_from(at).expect("a place")..).unwrap_or_default();
        rest[..rest.len().min(most)].to_vec()
    }
}

#[test]
fn a_file_that_goes_away_keeps_what_was_read_and_says_so() {
    let statement = many(100).statement;
    let reading = in_pieces("enavi.csv", &Lost(statement.as_bytes())).expect("a table");
    assert_eq!(reading.charges.len(), 100);
    assert!(reading.sources[0].problems.iter().any(|problem| problem.code == ProblemCode::Truncated));
}
