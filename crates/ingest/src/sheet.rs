//! A text table whose meaning is not known yet.

use memchr::memchr2_iter;

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
        let head = Rows::new(text, delimiter).take(HEAD_ROWS).collect();
        Self { name, text, delimiter, head }
    }

    /// All rows, from the top.
    pub(crate) fn rows(&self) -> Rows<'a> {
        Rows::new(self.text, self.delimiter)
    }
}

/// Reads a table row by row. [`Rows::read`] fills one row again and again; as an iterator every row is its own.
pub(crate) struct Rows<'a> {
    bytes: &'a [u8],
    reader: csv::Reader<&'a [u8]>,
    /// All line ends before this byte are counted in `line`.
    counted: usize,
    line: u32,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(text: &'a str, delimiter: u8) -> Self {
        let bytes = text.as_bytes();
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(64 * 1024)
            .from_reader(bytes);
        Self { bytes, reader, counted: 0, line: 1 }
    }

    /// Reads the next row into `row`; false at the end.
    pub(crate) fn read(&mut self, row: &mut Row) -> bool {
        // A `str` read with `flexible` cannot fail.
        if !self.reader.read_record(&mut row.cells).unwrap_or(false) {
            return false;
        }
        let start =
            row.cells.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        row.line = self.line_of(start);
        true
    }

    /// The csv crate counts only `\n`, and lets a row begin at the blank lines before it.
    fn line_of(&mut self, start: usize) -> u32 {
        let blank = self
            .bytes
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(|b| matches!(b, b'\n' | b'\r'))
            .count();
        let start = start.saturating_add(blank);
        let passed = self.bytes.get(self.counted..start).unwrap_or_default();
        // `\r\n` is one end, counted at its `\n`.
        let ends = memchr2_iter(b'\n', b'\r', passed)
            .filter(|&at| {
                passed.get(at) == Some(&b'\n') || self.bytes.get(self.counted + at + 1) != Some(&b'\n')
            })
            .count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.counted = start;
        self.line
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

    #[test]
    fn stray_quotes_do_not_swallow_the_next_row() {
        check("\"\"a\",\"b\"\nc", &[(1, &["a\"", "b"]), (2, &["c"])]);
    }
}
