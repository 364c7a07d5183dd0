//! What kind of file the bytes are, by their beginning; names lie.

use std::borrow::Cow;

use memchr::memchr_iter;
use mioboe_model::ProblemCode;

use crate::archive;
use crate::sheet::{Row, Rows};

/// A file by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Archive,
    /// Of Excel.
    Workbook,
    /// The text of a PDF, as the page hands it over.
    Paper,
    /// Perhaps a table.
    Text,
    No(ProblemCode),
}

/// Beginnings of picture files: PNG, JPEG, GIF, WebP and HEIC containers.
const IMAGES: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\0\0\0\x18ftypheic"];
/// The part that every workbook has. ZIP keeps names uncompressed.
const WORKBOOK: &str = "xl/workbook.xml";
/// The first words of a PDF's text as the page hands it over.
pub(crate) const PAPER: &str = "mioboe-pdf 1";
/// Workbooks of other kinds, which nobody's bank writes.
const OTHER_WORKBOOKS: [&[u8]; 2] = [b"xl/workbook.bin", b"application/vnd.oasis.opendocument"];

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// The delimiter shows in this many rows.
const DELIMITER_ROWS: usize = 60;

/// Tells the kind of a file.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    let begins = |start: &[u8]| bytes.starts_with(start);
    // By its first letter: comparing at every byte of a large archive takes longer than inflating it.
    let has = |part: &[u8]| {
        let first = part.first().copied().unwrap_or_default();
        memchr_iter(first, bytes).filter_map(|at| bytes.get(at..)).any(|rest| rest.starts_with(part))
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Kind::No(ProblemCode::EmptyFile);
    }
    if archive::is_zip(bytes) {
        // A ZIP of workbooks has their names in it, too; the directory knows, unless the ZIP is cut.
        return if has(WORKBOOK.as_bytes()) && archive::has_part(bytes, WORKBOOK) != Some(false) {
            Kind::Workbook
        } else if OTHER_WORKBOOKS.iter().any(|part| has(part)) {
            Kind::No(ProblemCode::Unsupported)
        } else {
            Kind::Archive
        };
    }
    if begins(b"%PDF") {
        return Kind::No(ProblemCode::PdfNotHere);
    }
    if begins(PAPER.as_bytes()) {
        return Kind::Paper;
    }
    // Old Office files, and new ones under a password.
    if begins(b"\xd0\xcf\x11\xe0") {
        return Kind::Workbook;
    }
    // 7-Zip and RAR.
    if begins(b"7z\xbc\xaf") || begins(b"Rar!") || begins(b"\x1f\x8b") {
        return Kind::No(ProblemCode::Unsupported);
    }
    if IMAGES.iter().any(|start| begins(start)) || bytes.get(4..8) == Some(b"ftyp") {
        return Kind::No(ProblemCode::Image);
    }
    Kind::Text
}

/// A page that was saved in the place of a file.
pub(crate) fn is_web_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(300).collect::<String>().to_ascii_lowercase();
    // Banks also write bare tables and call them workbooks.
    ["<!doctype html", "<html", "<table", "<meta", "<style", "<div"].iter().any(|tag| start.starts_with(tag))
        || (start.starts_with('<') && start.contains("<html"))
}

/// Indian banks write `~|~` between cells.
pub(crate) fn plain_delimiters(text: &str) -> Cow<'_, str> {
    let is_there = memchr_iter(b'~', text.as_bytes())
        .any(|at| text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(b"~|~")));
    if is_there { Cow::Owned(text.replace("~|~", "|")) } else { Cow::Borrowed(text) }
}

/// The delimiter that gives the most cells in rows of one width.
pub(crate) fn delimiter(text: &str) -> u8 {
    let head = text.get(..text.floor_char_boundary(64 * 1024)).unwrap_or(text);
    let score = |delimiter: u8| {
        if !head.as_bytes().contains(&delimiter) {
            return 0;
        }
        let mut widths = [0_usize; 128];
        let mut rows = Rows::new(head, delimiter);
        let mut row = Row::default();
        for _ in 0..DELIMITER_ROWS {
            if !rows.read(&mut row) {
                break;
            }
            if let Some(count) = widths.get_mut(row.cells.len()) {
                *count += 1;
            }
        }
        widths.iter().enumerate().skip(2).map(|(width, count)| (width - 1) * count).max().unwrap_or(0)
    };
    let scores = DELIMITERS.map(score);
    let best = scores.iter().max().copied().unwrap_or(0);
    DELIMITERS.iter().zip(scores).find(|&(_, score)| score == best).map_or(b',', |(&delimiter, _)| delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_beginning() {
        for (bytes, expect) in [
            (b"PK\x03\x04....Order History.csv".as_slice(), Kind::Archive),
            (b"PK\x03\x04....xl/workbook.xml", Kind::Workbook),
            (b"PK\x03\x04....xl/workbook.bin", Kind::No(ProblemCode::Unsupported)),
            (
                b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                Kind::No(ProblemCode::Unsupported),
            ),
            (b"%PDF-1.7", Kind::No(ProblemCode::PdfNotHere)),
            (b"mioboe-pdf 1\npage\n", Kind::Paper),
            (b"\x89PNG\r\n", Kind::No(ProblemCode::Image)),
            (b"\xd0\xcf\x11\xe0", Kind::Workbook),
            (b"7z\xbc\xaf", Kind::No(ProblemCode::Unsupported)),
            (b" \r\n", Kind::No(ProblemCode::EmptyFile)),
            (b"", Kind::No(ProblemCode::EmptyFile)),
            (b"a,b", Kind::Text),
        ] {
            assert_eq!(kind(bytes), expect);
        }
    }

    #[test]
    fn pages_are_told_from_tables() {
        assert!(is_web_page("\n<!DOCTYPE html><html>"));
        assert!(is_web_page("<?xml version=\"1.0\"?><html xmlns=\"…\">"));
        assert!(!is_web_page("<OFX><SIGNONMSGSRSV1>"));
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_most_evenly() {
        for (text, expect) in [
            ("a,b,c\n1,2,3\n", b','),
            ("Datum;Text;Betrag\n01.02.26;a;1,20\n02.02.26;b;3,40\n", b';'),
            ("a\tb\tc\n1\t\"2,000\"\t3\n", b'\t'),
            ("one column", b','),
        ] {
            assert_eq!(delimiter(text), expect);
        }
    }
}
