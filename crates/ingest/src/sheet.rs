//! A text table whose meaning is not known yet.

use mioboe_model::sorted::Map;
use std::collections::VecDeque;
use std::io::{self, Read};

use memchr::{memchr_iter, memchr2_iter};
use mioboe_model::{OrderId, Problem, ProblemCode, SkipReason, Source};

use crate::field::{looks_like_day, looks_like_sum};
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

    /// How many cells it has, empty ones at the end left out.
    pub(crate) fn width(&self) -> usize {
        (0..self.cells.len()).rev().find(|&at| !self.cell(at).is_empty()).map_or(0, |last| last + 1)
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

/// The text without the quotes that open a cell and never end it: they would swallow the rows behind them. `None` where
/// there are none; the lines they stood on otherwise.
pub(crate) fn mended(text: &str, delimiter: u8) -> Option<(String, Vec<u32>)> {
    if !text.as_bytes().contains(&b'"') {
        return None;
    }
    let delimiter = char::from(delimiter);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut widths = Map::<usize, usize>::new();
    for line in lines.iter().take(HEAD_ROWS) {
        *widths.entry(line.matches(delimiter).count()).or_default() += 1;
    }
    let usual = widths
        .iter()
        .filter(|(width, _)| 0 < **width)
        .max_by_key(|&(_, rows)| rows)
        .map_or(1, |(&width, _)| width);
    let looks_like_row = |line: &str| {
        let cells = || line.split(delimiter).map(|cell| cell.trim_matches(['"', ' ', '\r', '\n']));
        let is_told = |cell: &str| looks_like_day(cell) || OrderId::parse(cell).is_some();
        usual <= line.matches(delimiter).count() * 2 && cells().take(4).any(is_told)
    };
    let (mut mended, mut strays) = (String::with_capacity(text.len()), Vec::new());
    let mut is_open = false;
    for (at, line) in lines.iter().enumerate() {
        let opened = open_quote(line, delimiter, is_open);
        let is_stray = match opened {
            // It goes on over the line's end: up to the quote that ends it there must be no row.
            Some(Some(_)) => {
                let behind = lines.get(at + 1..).unwrap_or_default();
                let ends = behind.iter().position(|line| line.contains('"')).unwrap_or(behind.len());
                // What stands behind the cell's end belongs to the row that it began in.
                let last = behind.get(ends).map(|line| {
                    if opening(line, delimiter) { line } else { line.split('"').next().unwrap_or_default() }
                });
                behind.iter().take(ends).copied().chain(last).any(looks_like_row)
            }
            _ => false,
        };
        if let (true, Some(Some(quote))) = (is_stray, opened) {
            strays.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            mended.push_str(line.get(..quote).unwrap_or_default());
            mended.push_str(line.get(quote + 1..).unwrap_or_default());
            is_open = false;
        } else {
            mended.push_str(line);
            is_open = opened.is_some();
        }
    }
    (!strays.is_empty()).then_some((mended, strays))
}

/// Whether the first quote of a line begins a cell, and does not end one.
fn opening(line: &str, delimiter: char) -> bool {
    line.split_once('"').is_some_and(|(before, behind)| {
        (before.is_empty() || before.ends_with(delimiter))
            && !behind.trim_end_matches(['\r', '\n']).is_empty()
            && !behind.starts_with([delimiter, '"'])
    })
}

/// Whether a quoted cell goes on behind the line, and where it was opened if in this line.
#[expect(clippy::option_option, reason = "no open cell, one of an earlier line, one of this")]
fn open_quote(line: &str, delimiter: char, was_open: bool) -> Option<Option<usize>> {
    let mut open = was_open.then_some(None);
    let mut at_start = !was_open;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if open.is_some() {
            if c == '"' && chars.next_if(|&(_, next)| next == '"').is_none() {
                open = None;
            }
            at_start = false;
        } else if c == '"' && at_start {
            open = Some(Some(at));
            at_start = false;
        } else {
            at_start = c == delimiter;
        }
    }
    open
}

/// As much of a row as a problem shows.
fn shown(text: &str) -> String {
    text.chars().take(80).collect()
}

/// Where the last row begins, if the file ends in the middle of it: half a sum must not be taken for a whole one.
fn unfinished(text: &str, delimiter: u8, head: &[Row]) -> Option<usize> {
    /// In fewer rows there is no usual width.
    const ENOUGH: usize = 2;
    if text.ends_with(['\n', '\r']) {
        return None;
    }
    let at = text.rfind(['\n', '\r'])?.checked_add(1)?;
    let last = text.get(at..)?;
    let mut widths = Map::<usize, usize>::new();
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
    // All sums at the ends of rows have cents, and the last has not.
    let places = |row: &Row| {
        let last = row.cells.iter().next_back().unwrap_or_default().trim();
        let places = last.rsplit_once(['.', ',']).map_or(0, |(_, places)| places.len());
        looks_like_sum(last).then_some(places)
    };
    let ends: Vec<usize> =
        head.iter().rev().skip(1).filter(|row| row.cells.len() == usual).filter_map(places).collect();
    let is_short = ends.first().is_some_and(|&most| {
        0 < most && ends.iter().all(|&end| end == most) && places(&row).unwrap_or(0) < most
    });
    if ENOUGH <= ends.len() && is_short && row.cells.len() == usual {
        return Some(at);
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
    fn a_quote_that_is_never_ended_swallows_no_row() {
        let rows = "2026/09/01,a,100\n2026/09/02,\"b,200\n2026/09/03,c,300\n2026/09/04,\"d, e\",400\n";
        let (mended, lines) = super::mended(rows, b',').expect("a stray quote");
        assert_eq!((mended.replace('"', ""), lines), (rows.replace('"', ""), vec![2]));
        check(
            &mended,
            &[
                (1, &["2026/09/01", "a", "100"]),
                (2, &["2026/09/02", "b", "200"]),
                (3, &["2026/09/03", "c", "300"]),
                (4, &["2026/09/04", "d, e", "400"]),
            ],
        );
        // Line ends inside a cell are the owner's.
        assert_eq!(super::mended("2026/09/01,\"a\nb\",100\n2026/09/02,c,200\n", b','), None);
        assert_eq!(super::mended("\"a\n\nb\",2026/09/01,100\n\"a\nb, c\",2026/09/02,200\n", b','), None);
        assert_eq!(super::mended("2026/09/01,\"a \"\"b\"\"\",100\n", b','), None);
    }

    #[test]
    fn stray_quotes_do_not_swallow_the_next_row() {
        check("\"\"a\",\"b\"\nc", &[(1, &["a\"", "b"]), (2, &["c"])]);
    }
}
