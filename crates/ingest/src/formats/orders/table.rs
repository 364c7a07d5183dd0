//! A table whose columns are found by name, and the book that is kept of its rows.

use mioboe_model::{Currency, Money, OrderId, Place, Problem, ProblemCode, SkipReason, Source, When};

use super::cells::{bare, is_absent, moment, money, trimmed};
use crate::sheet::{Row, Sheet};

/// A sheet with its heading row found.
pub(crate) struct Table<'s> {
    sheet: &'s Sheet<'s>,
    header: Row,
}

impl<'s> Table<'s> {
    /// The heading stands in the first row that has all the columns; hand-edited files may have rows above it.
    pub(crate) fn find(sheet: &'s Sheet<'s>, columns: &[&str]) -> Option<Self> {
        const ROWS_ABOVE: usize = 5;
        sheet
            .head
            .iter()
            .take(ROWS_ABOVE)
            .find(|row| columns.iter().all(|column| row.cells.iter().any(|cell| same_name(cell, column))))
            .map(|row| Self { sheet, header: row.clone() })
    }

    /// The first of the names that is a column here.
    pub(crate) fn column(&self, names: &[&'static str]) -> Column {
        let find = |name: &str| self.header.cells.iter().position(|cell| same_name(cell, name));
        names
            .iter()
            .find_map(|&name| find(name).map(|at| Column { at: Some(at), name }))
            .unwrap_or(Column { at: None, name: names.first().copied().unwrap_or_default() })
    }

    /// Hands every row below the heading to `take`, and books what it says of it.
    pub(crate) fn each_row(
        &self,
        source: &mut Source,
        mut take: impl FnMut(&Cells<'_>, &mut Vec<Problem>) -> Result<(), Pass>,
    ) {
        let mut rows = self.sheet.rows();
        let mut row = Row::default();
        while rows.read(&mut row) {
            if row.line <= self.header.line || row.is_blank() {
                continue;
            }
            let cells =
                Cells { place: Place::line(source.id, row.line), row: &row, width: self.header.cells.len() };
            source.rows += 1;
            match take(&cells, &mut source.problems) {
                Ok(()) => source.used += 1,
                Err(Pass::Skip(reason)) => source.skip(reason),
                Err(Pass::Problem(problem)) => {
                    source.skip(SkipReason::NotUnderstood);
                    source.problems.push(problem);
                }
            }
        }
    }
}

impl Table<'_> {
    /// Counts the rows of a table that is of no use.
    pub(crate) fn pass_over(&self, source: &mut Source) {
        self.each_row(source, |_, _| Err(Pass::Skip(SkipReason::NoUse)));
    }
}

/// Exports write `Order ID`, `OrderId`, `OrderID`, `order id` for one column.
fn same_name(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    a == b || letters(a).eq(letters(b))
}

/// A column that may be missing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    at: Option<usize>,
    name: &'static str,
}

impl Column {
    pub(crate) fn is_there(self) -> bool {
        self.at.is_some()
    }
}

/// Why a row gives nothing.
#[derive(Debug)]
pub(crate) enum Pass {
    Skip(SkipReason),
    Problem(Problem),
}

/// One row, its cells by column.
pub(crate) struct Cells<'r> {
    pub(crate) place: Place,
    row: &'r Row,
    width: usize,
}

impl<'r> Cells<'r> {
    /// Empty where the column is missing.
    pub(crate) fn raw(&self, column: Column) -> &'r str {
        trimmed(column.at.and_then(|at| self.row.cells.get(at)).unwrap_or_default())
    }

    /// `None` for `Not Available` and its like.
    pub(crate) fn text(&self, column: Column) -> Option<&'r str> {
        Some(self.raw(column)).filter(|cell| !is_absent(cell))
    }

    pub(crate) fn owned(&self, column: Column) -> Option<String> {
        self.text(column).map(str::to_owned)
    }

    pub(crate) fn any(&self, test: impl Fn(&str) -> bool) -> bool {
        self.row.cells.iter().any(test)
    }

    pub(crate) fn order_id(&self, column: Column) -> Result<OrderId, Pass> {
        OrderId::parse(bare(self.raw(column))).ok_or_else(|| self.fault(ProblemCode::BadOrderId, column))
    }

    /// `None` where the cell is absent, and where it cannot be read, which is then a problem.
    pub(crate) fn moment(&self, column: Column, problems: &mut Vec<Problem>) -> Option<When> {
        let cell = self.text(column)?;
        let moment = moment(cell);
        if moment.is_none() {
            problems.push(self.problem(ProblemCode::BadDate, column));
        }
        moment
    }

    /// A sum with its sign. A row whose sum is `Not Available` moves no money; one that ends too early is a problem.
    pub(crate) fn money(&self, column: Column, currency: Column) -> Result<Money, Pass> {
        if self.ends_before(column) {
            return Err(self.fault(ProblemCode::ShortRow, column));
        }
        let cell = self.text(column).ok_or(Pass::Skip(SkipReason::NoMoney))?;
        let currency = Currency::parse(self.raw(currency))
            .ok_or_else(|| self.fault(ProblemCode::BadCurrency, currency))?;
        money(cell, currency).ok_or_else(|| self.fault(ProblemCode::BadAmount, column))
    }

    fn ends_before(&self, column: Column) -> bool {
        self.row.cells.len() < self.width && column.at.is_some_and(|at| self.row.cells.len() <= at)
    }

    /// The row stays unread because of this cell.
    pub(crate) fn fault(&self, code: ProblemCode, column: Column) -> Pass {
        Pass::Problem(self.problem(code, column))
    }

    /// A cell that cannot be read.
    pub(crate) fn problem(&self, code: ProblemCode, column: Column) -> Problem {
        const SHOWN_CHARS: usize = 80;
        Problem {
            line: Some(self.place.line),
            code: if self.ends_before(column) { ProblemCode::ShortRow } else { code },
            field: Some(column.name.to_owned()),
            text: Some(self.raw(column).chars().take(SHOWN_CHARS).collect()),
        }
    }
}
