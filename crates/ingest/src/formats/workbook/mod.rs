//! Workbooks and the tables of saved pages: each sheet becomes the text of a table with row N of the sheet on line N.

mod calc;
mod compound;
mod html;

pub(crate) use calc::tables as of_workbook;
pub(crate) use html::tables as of_page;

use mioboe_model::ProblemCode;

/// Excel's own limits, and one on what a household's year could fill.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 1_024;
const MOST_CELLS: u32 = 2_000_000;
const MOST_CHARS_OF_CELL: usize = 32_767;
/// Blank rows and cells count too: two cells at the far corners must not become a gigabyte.
const MOST_BYTES: usize = 64 << 20;

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

/// Writes a table cell by cell, from the top left on.
#[derive(Default)]
struct Writer {
    text: String,
    row: u32,
    column: u32,
    cells: u32,
}

impl Writer {
    /// Rows and columns count from 0. A cell that stands before the one written last belongs to no healthy file.
    fn put(&mut self, row: u32, column: u32, cell: &str) -> Result<(), ProblemCode> {
        if (row, column) < (self.row, self.column) {
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
