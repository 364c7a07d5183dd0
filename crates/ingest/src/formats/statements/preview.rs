//! A table that no profile names: where it begins, by what it is known again, what its columns seem to be.

use mioboe_model::sorted::Set;
use std::fmt::Write as _;

use mioboe_model::{DateOrder, DecimalMark, TableCell, TableColumns, TablePreview, TableWays};
use sha2::{Digest, Sha256};

use super::dialect::Dialect;
use super::shape::{Shape, shape};
use super::wording::fold;
use crate::field::{day, looks_like_day, looks_like_sum, sum};
use crate::sheet::{Row, Sheet};

/// Rows shown from the top, so that the person finds them in their own file.
const TOP_ROWS: usize = 4;
/// Then rows of other looks: a payment beside a refund tells more than a second payment.
const SHOWN_ROWS: usize = 10;
/// Longer cells are cut; a table of many columns is cut as well.
const CELL_CHARS: usize = 80;
const MOST_COLUMNS: usize = 40;

/// The table of a sheet, found by what its cells look like.
pub(super) struct Found<'s> {
    pub(super) heading: Option<&'s Row>,
    body: Vec<&'s Row>,
}

/// The most rows with a day and a sum below one heading. Above a table stand others: whose account it is, what is to be paid.
pub(super) fn find<'s>(sheet: &'s Sheet<'_>) -> Option<Found<'s>> {
    let rows: Vec<&Row> = sheet.head.iter().filter(|row| !row.is_blank()).collect();
    let mut best: Option<Found<'_>> = None;
    let mut open = Found { heading: None, body: Vec::new() };
    let mut above: Option<&Row> = None;
    for &row in &rows {
        if is_entry(row) {
            if let Some(above) = above.filter(|above| is_heading(above) && filled(row) <= 2 * filled(above)) {
                let heading =
                    Some(above).filter(|above| open.heading.is_none_or(|open| open.cells != above.cells));
                if heading.is_some() {
                    let last = std::mem::replace(&mut open, Found { heading, body: Vec::new() });
                    best = better(best, last);
                }
            }
            open.body.push(row);
        }
        // Notes and holders may stand between a heading and its rows,
        // and of those the widest is the heading.
        above = if is_heading(row) {
            Some(above.filter(|above| 2 * filled(row) < filled(above)).unwrap_or(row))
        } else if is_entry(row) {
            None
        } else {
            above
        };
    }
    let found = better(best, open)?;
    // A single row without a heading may be anything.
    (found.heading.is_some() || 2 <= found.body.len()).then_some(found)
}

/// The one with more rows; the later of equals, as the rows of a statement come last.
fn better<'s>(one: Option<Found<'s>>, other: Found<'s>) -> Option<Found<'s>> {
    match one {
        Some(one) if other.body.len() < one.body.len() => Some(one),
        one => {
            if other.body.is_empty() {
                one
            } else {
                Some(other)
            }
        }
    }
}

/// A day in one cell, or in three, and a sum in another.
fn is_entry(row: &Row) -> bool {
    let places = |fits: fn(&str) -> bool| -> Vec<usize> {
        let cells = row.cells.iter().enumerate();
        cells.filter(|(_, cell)| fits(cell.trim())).map(|(index, _)| index).collect()
    };
    let (days, sums) = (places(looks_like_day), places(looks_like_sum));
    let number = |at: usize| row.cell(at).parse::<u32>().unwrap_or(0);
    let is_parted = || {
        (0..row.cells.len()).any(|at| {
            (1990..2100).contains(&number(at))
                && (1..=12).contains(&number(at + 1))
                && (1..=31).contains(&number(at + 2))
        })
    };
    3 <= row.cells.len()
        && (days.iter().any(|day| sums.iter().any(|sum| sum != day))
            || (5 <= row.cells.len() && 4 <= sums.len() && is_parted()))
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

pub(super) fn is_heading(row: &Row) -> bool {
    let filled = || row.cells.iter().map(str::trim).filter(|cell| !cell.is_empty());
    2 <= filled().count() && !filled().any(|cell| looks_like_day(cell) || looks_like_sum(cell))
}

impl Found<'_> {
    /// Tells this layout from others, and nothing of what stands in the rows.
    pub(super) fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        match self.heading {
            Some(heading) => {
                for cell in &heading.cells {
                    hash.update(fold(cell).collect::<String>().as_bytes());
                    hash.update([0x1f]);
                }
            }
            None => hash.update(self.body.first().map(|row| kinds(row)).unwrap_or_default().as_bytes()),
        }
        hash.finalize().iter().take(16).fold(String::new(), |mut hex, byte| {
            // Writing to a string does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// More rows than chance makes.
    pub(super) fn has_rows(&self) -> bool {
        2 <= self.body.len()
    }

    /// Which column is what.
    pub(super) fn shape(&self, dialect: &'static Dialect) -> Shape {
        shape(self.heading, &self.body, dialect)
    }

    pub(super) fn preview(&self, columns: TableColumns, ways: TableWays) -> TablePreview {
        let mut looks = Set::new();
        let (mut first, mut others) = (Vec::new(), Vec::new());
        for (number, &row) in self.body.iter().enumerate() {
            let is_new = looks.insert(look(row));
            if number < TOP_ROWS {
                first.push(row);
            } else if is_new {
                others.push(row);
            }
        }
        first.extend(others);
        TablePreview {
            fingerprint: self.fingerprint(),
            heading: self
                .heading
                .map(|row| row.cells.iter().take(MOST_COLUMNS).map(shown).collect())
                .unwrap_or_default(),
            columns,
            ways,
            rows: first.into_iter().take(SHOWN_ROWS).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<TableCell> {
    let cell = |text: &str| TableCell {
        text: shown(text),
        days: DateOrder::ALL.map(|order| day(text, order)),
        sums: DecimalMark::ALL.map(|mark| sum(text, mark)),
    };
    row.cells.iter().take(MOST_COLUMNS).map(cell).collect()
}

fn shown(text: &str) -> String {
    text.trim().chars().take(CELL_CHARS).collect()
}

/// The kinds of a row's cells, as a name for tables without a heading.
fn kinds(row: &Row) -> String {
    let kind = |cell: &str| match cell.trim() {
        cell if looks_like_day(cell) => "day",
        cell if looks_like_sum(cell) => "sum",
        _ => "text",
    };
    row.cells.iter().map(kind).collect::<Vec<_>>().join("|")
}

/// Rows of one look would be read alike: which cells are filled, which sums have a minus, which days go past the twelfth.
fn look(row: &Row) -> Vec<u8> {
    let cell = |cell: &str| {
        let (mdy, dmy) = (day(cell, DateOrder::Mdy), day(cell, DateOrder::Dmy));
        let amount = sum(cell, DecimalMark::Point).or_else(|| sum(cell, DecimalMark::Comma));
        match (cell.trim(), amount) {
            ("", _) => 0,
            _ if mdy.is_some() || dmy.is_some() => 1 + u8::from(mdy == dmy),
            (_, Some(amount)) => 3 + u8::from(amount.is_sign_negative()),
            _ => 5,
        }
    };
    row.cells.iter().map(cell).collect()
}
