//! Workbooks and the tables of saved pages: each sheet becomes the text of a table with row N of the sheet on line N.

mod compound;
mod html;
mod number;
mod xls;
mod xlsx;
mod xml;

pub(crate) use html::tables as of_page;

use memchr::memmem;
use mioboe_model::ProblemCode;

use crate::archive;

const MOST_BYTES_OF_FILE: usize = 64 << 20;
/// The stream of a workbook under a password, in the spelling of compound files: UTF-16.
const LOCKED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// Excel's own limits, and one on what a household's year could fill.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 1_024;
const MOST_CELLS: u32 = 2_000_000;
const MOST_CHARS_OF_CELL: usize = 32_767;
/// Blank rows and cells count too: two cells at the far corners must not become a gigabyte.
const MOST_BYTES: usize = 64 << 20;

/// The sheets of a workbook that hold anything, in the order of the book.
pub(crate) fn of_workbook(bytes: &[u8]) -> Result<Vec<Table>, ProblemCode> {
    if MOST_BYTES_OF_FILE < bytes.len() {
        Err(ProblemCode::TooLarge)
    } else if archive::is_zip(bytes) {
        xlsx::tables(bytes)
    } else if memmem::find(bytes, LOCKED).is_some() {
        Err(ProblemCode::EncryptedWorkbook)
    } else {
        xls::tables(bytes)
    }
}

/// One sheet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// Empty where sheets have no names.
    pub(crate) name: String,
    /// Comma-separated.
    pub(crate) text: String,
    /// The page ends inside of it.
    pub(crate) is_cut: bool,
}

/// Many sheets of one shared text must not become gigabytes either.
fn within_budget(tables: &[Table]) -> Result<(), ProblemCode> {
    let size = tables.iter().fold(0_usize, |size, table| size.saturating_add(table.text.len()));
    if MOST_BYTES < size { Err(ProblemCode::TooLarge) } else { Ok(()) }
}

/// Writes a table cell by cell, from the top left on.
#[derive(Default)]
struct Writer {
    text: String,
    row: u32,
    column: u32,
    cells: u32,
}

impl Writer {
    /// Rows and columns count from 0. A cell that stands before the one written last, or in its place, belongs to no
    /// healthy file.
    fn put(&mut self, row: u32, column: u32, cell: &str) -> Result<(), ProblemCode> {
        if 0 < self.cells && (row, column) <= (self.row, self.column) {
            return Err(ProblemCode::BrokenWorkbook);
        }
        self.cells += 1;
        let size = usize::try_from((row - self.row).saturating_add(column)).unwrap_or(usize::MAX);
        if MOST_ROWS <= row
            || MOST_COLUMNS <= column
            || MOST_CELLS < self.cells
            || MOST_CHARS_OF_CELL < cell.chars().count()
            || MOST_BYTES < self.text.len().saturating_add(size).saturating_add(cell.len())
        {
            return Err(ProblemCode::TooLarge);
        }
        for _ in self.row..row {
            self.text.push('\n');
            self.column = 0;
        }
        for _ in self.column..column {
            self.text.push(',');
        }
        (self.row, self.column) = (row, column);
        // A line end inside a cell would move every row below it.
        let cell = cell.trim().replace(['\r', '\n'], " ");
        if cell.contains([',', '"']) {
            self.text.push('"');
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(&cell);
        }
        Ok(())
    }

    /// `None` where nothing was written.
    fn finish(mut self, name: &str) -> Option<Table> {
        self.text.push('\n');
        (!self.text.trim_matches(['\n', ',']).is_empty()).then(|| Table {
            name: name.to_owned(),
            text: self.text,
            is_cut: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Cursor;

    use calamine::{Data, Reader, open_workbook_auto_from_rs};

    use super::of_workbook;

    /// Another program's reading of the same books: each cell's text, days aside, which it does not write.
    #[test]
    fn another_reader_finds_the_same_texts_in_the_same_places() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/documents/");
        for name in ["invented-card-ja.xlsx", "invented-card-en.xls"] {
            let bytes = fs::read(format!("{folder}{name}")).unwrap();
            let ours = of_workbook(&bytes).unwrap();
            let mut theirs = open_workbook_auto_from_rs(Cursor::new(&bytes)).unwrap();
            let names: Vec<_> = ours.iter().map(|table| table.name.as_str()).collect();
            assert_eq!(theirs.sheet_names(), names, "{name}");
            for table in &ours {
                let range = theirs.worksheet_range(&table.name).unwrap();
                let (top, left) = range.start().unwrap();
                // No cell has a line end in it.
                let lines: Vec<_> = table
                    .text
                    .lines()
                    .map(|line| {
                        let mut row =
                            csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
                        row.records().next().map(Result::unwrap).unwrap_or_default()
                    })
                    .collect();
                for (row, column, cell) in range.used_cells() {
                    let line = row + usize::try_from(top).unwrap();
                    let column = column + usize::try_from(left).unwrap();
                    let ours = lines.get(line).and_then(|row| row.get(column));
                    let expect = match cell {
                        Data::String(text) => text.trim().replace('\n', " "),
                        Data::Int(number) => number.to_string(),
                        Data::Float(number) => number.to_string(),
                        _ => continue,
                    };
                    assert_eq!(ours.unwrap_or_default(), expect, "{name} {line}:{column}");
                }
            }
        }
    }
}
