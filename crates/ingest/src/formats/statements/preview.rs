//! A table that no profile names: where it begins, by what it is known again, what its columns seem to be.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use mioboe_model::{DateOrder, DecimalMark, TableCell, TableColumns, TablePreview, TableWays};
use sha2::{Digest, Sha256};

use super::columns::Columns;
use super::dialect::Dialect;
use super::foreign;
use super::wording::{fold, is_like};
use crate::field::{day, looks_like_day, looks_like_sum, sum};
use crate::sheet::{Row, Sheet};

/// Rows shown from the top, so that the person finds them in their own file.
const TOP_ROWS: usize = 3;
/// Then rows of other looks: a payment beside a refund tells more than a second payment.
const SHOWN_ROWS: usize = 6;
/// Longer cells are cut; a table of many columns is cut as well.
const CELL_CHARS: usize = 80;
const MOST_COLUMNS: usize = 40;
/// Columns of sums that are no charge.
const BALANCES: &[&str] = &["…残高…", "…balance…", "…saldo…", "…solde…", "…kontostand…"];

/// The table of a sheet, found by what its cells look like.
pub(super) struct Found<'s> {
    pub(super) heading: Option<&'s Row>,
    body: Vec<&'s Row>,
}

/// The first row with a day and a sum, and the heading above it.
pub(super) fn find<'s>(sheet: &'s Sheet<'_>) -> Option<Found<'s>> {
    let rows: Vec<&Row> = sheet.head.iter().filter(|row| !row.is_blank()).collect();
    let first = rows.iter().position(|row| is_entry(row))?;
    let (above, below) = rows.split_at_checked(first)?;
    let heading = above.last().copied().filter(|row| is_heading(row));
    let body: Vec<&Row> = below.iter().copied().filter(|row| is_entry(row)).collect();
    // A single row without a heading may be anything.
    (heading.is_some() || 2 <= body.len()).then_some(Found { heading, body })
}

/// A day in one cell and a sum in another.
fn is_entry(row: &Row) -> bool {
    let places = |fits: fn(&str) -> bool| -> Vec<usize> {
        let cells = row.cells.iter().enumerate();
        cells.filter(|(_, cell)| fits(cell.trim())).map(|(index, _)| index).collect()
    };
    let (days, sums) = (places(looks_like_day), places(looks_like_sum));
    3 <= row.cells.len() && days.iter().any(|day| sums.iter().any(|sum| sum != day))
}

fn is_heading(row: &Row) -> bool {
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

    /// What the columns seem to be: by the words of the heading, and by what stands in them.
    pub(super) fn guess(&self, dialect: &'static Dialect) -> TableColumns {
        let by_words = self.heading.zip(dialect.tables.first());
        let mut columns = by_words
            .map(|(heading, table)| Columns::bind(dialect, table, heading).numbers())
            .unwrap_or_default();
        let width = self.body.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut taken: BTreeSet<usize> = [
            columns.date,
            columns.merchant,
            columns.amount,
            columns.out,
            columns.back,
            columns.currency,
            columns.card,
            columns.holder,
            columns.memo,
        ]
        .into_iter()
        .flatten()
        .collect();
        let mut take = |fits: &dyn Fn(usize) -> bool| {
            let found = (0..width).find(|index| !taken.contains(index) && fits(*index));
            taken.extend(found);
            found
        };
        let filled = |index: usize| {
            self.body.iter().map(move |row| row.cell(index)).filter(|cell| !cell.is_empty() && *cell != "-")
        };
        let all = |index: usize, fits: &dyn Fn(&str) -> bool| {
            filled(index).next().is_some() && filled(index).all(fits)
        };
        if columns.date.is_none() {
            columns.date = take(&|index| all(index, &looks_like_day));
        }
        if columns.currency.is_none() {
            columns.currency = take(&|index| all(index, &|cell| foreign::CODES.contains(&cell)));
        }
        if columns.card.is_none() {
            columns.card = take(&|index| all(index, &|cell| cell.contains(['*', '＊'])));
        }
        if columns.amount.is_none() && columns.out.is_none() && columns.back.is_none() {
            let is_sum = |index: usize| all(index, &looks_like_sum) && !self.is_balance(index);
            let sums: Vec<usize> =
                (0..width).filter(|&index| columns.date != Some(index) && is_sum(index)).collect();
            match sums[..] {
                [out, back, ..] if self.never_both(out, back) => {
                    (columns.out, columns.back) = (take(&|index| index == out), take(&|index| index == back));
                }
                _ => columns.amount = take(&is_sum),
            }
        }
        if columns.merchant.is_none() {
            // Of the columns with words the one that says most.
            let words = |index: usize| {
                let texts = filled(index).filter(|cell| !looks_like_sum(cell) && !looks_like_day(cell));
                texts.map(|cell| cell.chars().count()).sum::<usize>()
            };
            let most = (0..width).map(words).max().unwrap_or(0);
            columns.merchant = take(&|index| 0 < most && words(index) == most);
        }
        columns
    }

    fn is_balance(&self, index: usize) -> bool {
        self.heading.is_some_and(|heading| BALANCES.iter().any(|word| is_like(heading.cell(index), word)))
    }

    /// Each row has one of the two.
    fn never_both(&self, one: usize, other: usize) -> bool {
        let is_there = |row: &Row, index| !matches!(row.cell(index), "" | "-" | "0");
        self.body.iter().all(|row| is_there(row, one) != is_there(row, other))
    }

    pub(super) fn preview(&self, columns: TableColumns, ways: TableWays) -> TablePreview {
        let mut looks = BTreeSet::new();
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
