//! A text table whose meaning is not known yet.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, Read};

use memchr::{memchr_iter, memchr2_iter};
use mioboe_model::{OrderId, Problem, ProblemCode, SkipReason, Source};

use crate::field::looks_like_day;
#[cfg(feature = "texts")]
use crate::pieces::{self, Large};

/// Layouts are told apart on this many rows; the longest preamble seen has about 25.
const HEAD_ROWS: usize = 60;

/// A decoded text file that is some kind of table.
pub(crate) struct Sheet<'a> {
    /// The file's own name, without folders.
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    pub(crate) delimiter: u8,
    /// The first rows, for telling what it is.
    pub(crate) head: Vec<Row>,
    /// The row that the file ends in the middle of; `text` ends before it.
    cut: Option<Cut>,
    /// The file, where `text` is only its first lines.
    #[cfg(feature = "texts")]
    large: Option<&'a Large<'a>>,
}

struct Cut {
    line: u32,
    text: String,
}

/// One row with the physical line it begins on (1-based). Lines without any cell are no rows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) line: u32,
    pub(crate) cells: csv::StringRecord,
}

impl Row {
    /// The trimmed text of a cell, counted from 0; empty where the row has no such cell.
    pub(crate) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or_default().trim()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(name: &'a str, text: &'a str, delimiter: u8) -> Self {
        let head: Vec<Row> = Rows::new(text, delimiter).take(HEAD_ROWS).collect();
        let Some((whole, rest)) = unfinished(text, delimiter, &head).and_then(|at| text.split_at_checked(at))
        else {
            return Self::known(name, text, delimiter, head, None);
        };
        let ends = if whole.contains('\n') { '\n' } else { '\r' };
        let line = u32::try_from(whole.matches(ends).count()).unwrap_or(u32::MAX).saturating_add(1);
        let cut = Some(Cut { line, text: shown(rest) });
        let head = Rows::new(whole, delimiter).take(HEAD_ROWS).collect();
        Self::known(name, whole, delimiter, head, cut)
    }

    /// A table whose first lines are these, and whose rows come from the file.
    #[cfg(feature = "texts")]
    pub(crate) fn of_large(name: &'a str, text: &'a str, delimiter: u8, large: &'a Large<'a>) -> Self {
        let head: Vec<Row> = Rows::new(text, delimiter).take(HEAD_ROWS).collect();
        let tail = large.tail();
        let rest = unfinished(&tail, delimiter, &head).and_then(|at| tail.get(at..));
        let cut = rest.map(|rest| Cut { line: large.end_before_last_line(), text: shown(rest) });
        Self { large: Some(large), ..Self::known(name, text, delimiter, head, cut) }
    }

    fn known(name: &'a str, text: &'a str, delimiter: u8, head: Vec<Row>, cut: Option<Cut>) -> Self {
        Self {
            name,
            text,
            delimiter,
            head,
            cut,
            #[cfg(feature = "texts")]
            large: None,
        }
    }

    /// Says of what was read of this sheet that it ends too early.
    pub(crate) fn tell_of_cut(&self, source: &mut Source) {
        let Some(Cut { line, text }) = &self.cut else { return };
        source.rows += 1;
        source.skip(SkipReason::NotUnderstood);
        source.problems.push(Problem {
            line: Some(*line),
            code: ProblemCode::Truncated,
            field: None,
            text: Some(text.clone()),
        });
    }

    /// All rows, from the top.
    pub(crate) fn rows(&self) -> Rows<'a> {
        #[cfg(feature = "texts")]
        if let Some(large) = self.large {
            return Rows::of(Bytes::Pieces(pieces::Text::new(large)), self.delimiter);
        }
        Rows::new(self.text, self.delimiter)
    }
}

/// As much of a row as a problem shows.
fn shown(text: &str) -> String {
    text.chars().take(80).collect()
}

/// Where the last row begins, if the file ends in the middle of it: half a sum must not be taken for a whole one.
fn unfinished(text: &str, delimiter: u8, head: &[Row]) -> Option<usize> {
    /// In fewer rows there is no usual width.
    const ENOUGH: usize = 3;
    if text.ends_with(['\n', '\r']) {
        return None;
    }
    let at = text.rfind(['\n', '\r'])?.checked_add(1)?;
    let last = text.get(at..)?;
    let mut widths = BTreeMap::<usize, usize>::new();
    for row in head {
        *widths.entry(row.cells.len()).or_default() += 1;
    }
    let (&usual, &rows) = widths.iter().max_by_key(|&(_, rows)| rows)?;
    let row = Rows::new(last, delimiter).next()?;
    // Totals and notes at the end may be shorter.
    let is_row = row.cells.iter().any(|cell| looks_like_day(cell) || OrderId::parse(cell).is_some());
    if rows < ENOUGH || !is_row {
        return None;
    }
    let is_odd = |text: &str| memchr_iter(b'"', text.as_bytes()).count() % 2 == 1;
    let is_cut = match (is_odd(last), is_odd(text)) {
        (false, false) => row.cells.len() < usual,
        // The cell that the file ends in began in this row.
        (true, true) => true,
        // The end of a row with line ends in its cells, or quotes that are no quotes.
        _ => false,
    };
    is_cut.then_some(at)
}

/// Reads a table row by row. [`Rows::read`] fills one row again and again; as an iterator every row is its own.
pub(crate) struct Rows<'a> {
    reader: csv::Reader<Counted<'a>>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(text: &'a str, delimiter: u8) -> Self {
        Self::of(Bytes::Text(text.as_bytes()), delimiter)
    }

    fn of(bytes: Bytes<'a>, delimiter: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(64 * 1024)
            .from_reader(Counted { bytes, given: 0, ends: VecDeque::new(), line: 1 });
        Self { reader }
    }

    /// Reads the next row into `row`; false at the end.
    pub(crate) fn read(&mut self, row: &mut Row) -> bool {
        // A `str` read with `flexible` cannot fail.
        if !self.reader.read_record(&mut row.cells).unwrap_or(false) {
            return false;
        }
        let start = row.cells.position().map_or(0, csv::Position::byte);
        row.line = self.reader.get_mut().line_of(start);
        true
    }
}

/// Text on its way to the csv reader, with the places of its line ends: that reader counts only `\n`, and lets a row
/// begin at the blank lines before it.
struct Counted<'a> {
    bytes: Bytes<'a>,
    /// Bytes handed over so far.
    given: u64,
    /// Line ends that no row has passed yet.
    ends: VecDeque<(u64, u8)>,
    line: u32,
}

enum Bytes<'a> {
    Text(&'a [u8]),
    #[cfg(feature = "texts")]
    Pieces(pieces::Text<'a>),
}

impl Counted<'_> {
    fn line_of(&mut self, mut start: u64) -> u32 {
        while let Some((at, end)) = self.ends.pop_front_if(|(at, _)| *at <= start) {
            if at == start {
                start += 1;
            }
            // `\r\n` is one end, counted at its `\n`.
            if end == b'\n' || self.ends.front() != Some(&(at + 1, b'\n')) {
                self.line = self.line.saturating_add(1);
            }
        }
        self.line
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match &mut self.bytes {
            Bytes::Text(text) => text.read(buffer)?,
            #[cfg(feature = "texts")]
            Bytes::Pieces(text) => text.read(buffer)?,
        };
        let read = buffer.get(..count).unwrap_or_default();
        for at in memchr2_iter(b'\n', b'\r', read) {
            let end = read.get(at).copied().unwrap_or_default();
            self.ends.push_back((self.given.saturating_add(u64::try_from(at).unwrap_or(0)), end));
        }
        self.given = self.given.saturating_add(u64::try_from(count).unwrap_or(0));
        Ok(count)
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut row = Row::default();
        self.read(&mut row).then_some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[track_caller]
    fn check(text: &str, expect: &[(u32, &[&str])]) {
        let rows: Vec<_> = Sheet::new("t.csv", text, b',').rows().collect();
        let rows: Vec<_> = rows.iter().map(|row| (row.line, row.cells.iter().collect::<Vec<_>>())).collect();
        let expect: Vec<_> = expect.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
        assert_eq!(rows, expect);
    }

    #[test]
    fn a_row_knows_the_line_it_begins_on() {
        check("a,b\nc\n", &[(1, &["a", "b"]), (2, &["c"])]);
        check("a\n\n\nb", &[(1, &["a"]), (4, &["b"])]);
        check("\n\na", &[(3, &["a"])]);
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        check("a\r\nb\r\n\r\nc\r\n", &[(1, &["a"]), (2, &["b"]), (4, &["c"])]);
        check("a\rb\r\rc", &[(1, &["a"]), (2, &["b"]), (4, &["c"])]);
    }

    #[test]
    fn line_ends_inside_quotes_count_too() {
        check("a,\"x\ny\"\nb", &[(1, &["a", "x\ny"]), (3, &["b"])]);
        check("a,\"x\r\n\r\ny\"\r\nb", &[(1, &["a", "x\r\n\r\ny"]), (4, &["b"])]);
    }

    #[track_caller]
    fn check_cut(text: &str, expect: Option<(u32, &str)>) {
        let sheet = Sheet::new("t.csv", text, b',');
        let cut = sheet.cut.as_ref().map(|cut| (cut.line, cut.text.as_str()));
        assert_eq!(cut, expect, "{text:?}");
        let rest = cut.map_or("", |(_, rest)| rest);
        assert_eq!(format!("{}{rest}", sheet.text), text);
    }

    #[test]
    fn a_file_that_ends_in_the_middle_of_a_row_is_told_from_one_without_a_last_line_end() {
        const ROWS: &str = "day,shop,sum\n2026/09/01,a,100\n2026/09/02,b,200\n2026/09/03,c,300\n";
        check_cut(ROWS, None);
        check_cut(ROWS.trim_end(), None);
        check_cut(&format!("{ROWS}2026/09/04"), Some((5, "2026/09/04")));
        check_cut(&format!("{ROWS}2026/09/04,d"), Some((5, "2026/09/04,d")));
        check_cut(&format!("{ROWS}2026/09/04,\"d"), Some((5, "2026/09/04,\"d")));
        check_cut(&format!("{ROWS}2026/09/04,d,\"4"), Some((5, "2026/09/04,d,\"4")));
        check_cut(&format!("{ROWS}2026/09/04,\"d\nd\",400"), None);
        check_cut(&format!("{ROWS},total"), None);
        check_cut(&format!("{ROWS}a note"), None);
        check_cut("2026/09/04,d", None);
    }

    #[test]
    fn stray_quotes_do_not_swallow_the_next_row() {
        check("\"\"a\",\"b\"\nc", &[(1, &["a\"", "b"]), (2, &["c"])]);
    }
}
