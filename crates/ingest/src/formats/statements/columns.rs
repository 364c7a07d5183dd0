//! Finding a profile's columns in a heading, or a profile's row in a file without one.

use super::dialect::{Cue, Dialect, HolderRow, Skip, Table};
use super::foreign;
use super::wording::{Patterns, is_like};
use mioboe_model::{Currency, SkipReason, TableColumns};

use crate::field::{looks_like_day, looks_like_sum, narrow};
use crate::sheet::Row;

/// Where everything stands in the rows of one table.
pub(super) struct Columns {
    pub(super) table: &'static Table,
    pub(super) date: Vec<usize>,
    pub(super) posted: Option<usize>,
    pub(super) merchant: Option<usize>,
    pub(super) amount: Option<usize>,
    pub(super) or_amount: Option<usize>,
    pub(super) out: Option<usize>,
    pub(super) back: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) holder: Option<usize>,
    pub(super) card: Option<usize>,
    pub(super) foreign: Option<usize>,
    pub(super) foreign_currency: Option<usize>,
    pub(super) memo: Vec<usize>,
    pub(super) part: Option<usize>,
    pub(super) id: Option<usize>,
    pub(super) skip: Vec<BoundCue>,
    pub(super) pending: Vec<BoundCue>,
    pub(super) credit: Vec<BoundCue>,
    /// The heading's own words, for problems and for the currency in `Amount (USD)`.
    pub(super) heading: Vec<String>,
}

/// A cue whose column is known.
pub(super) struct BoundCue {
    /// `None` for any cell.
    column: Option<usize>,
    patterns: Patterns,
    /// Why a row is skipped; for cues of other kinds it says nothing.
    pub(super) reason: SkipReason,
}

impl BoundCue {
    pub(super) fn fits(&self, row: &Row) -> bool {
        match self.column {
            Some(column) => self.patterns.fit(row.cell(column)),
            None => row.cells.iter().any(|cell| self.patterns.fit(cell)),
        }
    }
}

impl Columns {
    /// The columns, if the row is a heading of the table.
    pub(super) fn from_heading(dialect: &'static Dialect, table: &'static Table, row: &Row) -> Option<Self> {
        if !table.cells.is_empty() {
            return None;
        }
        let cells = &row.cells;
        let has = |pattern: &str| cells.iter().any(|cell| is_like(cell, pattern));
        // Tables known by single words of their heading have at least one for the day.
        if table.header.is_empty() && !table.date.iter().any(|pattern| has(pattern)) {
            return None;
        }
        if !table.header.iter().all(|pattern| has(pattern))
            || table.without.iter().any(|pattern| has(pattern))
        {
            return None;
        }
        if table.exact {
            let filled = cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| !is_like(cell, ""))
                .last()
                .map_or(0, |(last, _)| last + 1);
            let same = cells.iter().zip(table.header).all(|(cell, pattern)| is_like(cell, pattern));
            if filled != table.header.len() || !same {
                return None;
            }
        }
        let columns = Self::bind(dialect, table, row);
        columns.is_usable().then_some(columns)
    }

    /// The columns of a table whose rows have no heading.
    pub(super) fn without_heading(dialect: &'static Dialect, table: &'static Table) -> Self {
        Self::bind(dialect, table, &Row::default())
    }

    /// The columns as the person named them, with what the profile knows of rows that are no charge.
    pub(super) fn named(
        dialect: &'static Dialect,
        table: &'static Table,
        row: &Row,
        named: &TableColumns,
    ) -> Self {
        Self {
            date: named.date.into_iter().collect(),
            posted: None,
            merchant: named.merchant,
            amount: named.amount,
            or_amount: None,
            out: named.out,
            back: named.back,
            currency: named.currency,
            holder: named.holder,
            card: named.card,
            foreign: None,
            foreign_currency: None,
            memo: named.memo.into_iter().collect(),
            part: None,
            id: None,
            skip: skips(dialect, named.merchant),
            ..Self::bind(dialect, table, row)
        }
    }

    /// Which column is what, where each is one column.
    pub(super) fn numbers(&self) -> TableColumns {
        TableColumns {
            date: self.date.first().copied().filter(|_| self.date.len() == 1),
            merchant: self.merchant,
            amount: self.amount,
            out: self.out,
            back: self.back,
            currency: self.currency,
            card: self.card,
            holder: self.holder,
            memo: self.memo.first().copied(),
        }
    }

    pub(super) fn bind(dialect: &'static Dialect, table: &'static Table, row: &Row) -> Self {
        let find = |name: &str| -> Option<usize> {
            match name.strip_prefix('#').map(str::parse::<usize>) {
                Some(Ok(number)) => number.checked_sub(1),
                _ => row.cells.iter().position(|cell| is_like(cell, name)),
            }
        };
        let one = |names: &[&str]| names.iter().find_map(|name| find(name));
        let bound = |name: &str, like: &[&str], reason| {
            let column = match name {
                "" => None,
                "@merchant" => Some(one(table.merchant)?),
                name => Some(find(name)?),
            };
            Some(BoundCue { column, patterns: Patterns::new(like), reason })
        };
        let cues = |cues: &[Cue]| {
            cues.iter().filter_map(|cue| bound(cue.column, cue.like, SkipReason::Heading)).collect()
        };
        let parts: Vec<usize> = table.date_parts.iter().filter_map(|name| find(name)).collect();
        Self {
            table,
            date: if parts.len() == 3 { parts } else { one(table.date).into_iter().collect() },
            posted: one(table.posted),
            merchant: one(table.merchant),
            amount: one(table.amount),
            or_amount: one(table.or_amount),
            out: one(table.out),
            back: one(table.back),
            currency: one(table.currency),
            holder: one(table.holder),
            card: one(table.card),
            foreign: one(table.foreign),
            foreign_currency: one(table.foreign_currency),
            memo: table.memo.iter().filter_map(|name| find(name)).collect(),
            part: one(table.part),
            id: one(table.id),
            skip: dialect.skip.iter().filter_map(|skip| bound(skip.column, skip.like, skip.reason)).collect(),
            pending: cues(dialect.pending),
            credit: cues(dialect.credit),
            heading: row.cells.iter().map(|cell| cell.trim_matches(['"', ' ']).to_owned()).collect(),
        }
    }

    fn is_usable(&self) -> bool {
        let has_sum = self.amount.is_some() || self.out.is_some() || self.back.is_some();
        self.table.ignore.is_some() || (!self.date.is_empty() && self.merchant.is_some() && has_sum)
    }

    /// The cell where a day is expected begins with a digit.
    pub(super) fn begins_with_digit(&self, row: &Row) -> bool {
        self.date.first().is_some_and(|&date| row.cell(date).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The heading of a column, or its number.
    pub(super) fn name(&self, index: Option<usize>) -> Option<String> {
        let index = index?;
        Some(
            self.heading
                .get(index)
                .filter(|name| !name.is_empty())
                .cloned()
                .unwrap_or_else(|| format!("#{}", index + 1)),
        )
    }
}

/// The profile's rows that are no charge, told by the shop's column.
fn skips(dialect: &'static Dialect, merchant: Option<usize>) -> Vec<BoundCue> {
    let skips = dialect.skip.iter().filter(|skip| skip.column == "@merchant");
    let bound =
        |skip: &Skip| BoundCue { column: merchant, patterns: Patterns::new(skip.like), reason: skip.reason };
    skips.map(bound).collect()
}

/// True if the cells of the row look as the table says its rows do.
pub(super) fn looks_like_row(table: &Table, row: &Row) -> bool {
    let required = table.cells.iter().rposition(|kind| !kind.ends_with('?')).map_or(0, |last| last + 1);
    if row.cells.len() < required
        || row.cells.iter().skip(table.cells.len()).any(|cell| !cell.trim().is_empty())
    {
        return false;
    }
    table.cells.iter().enumerate().all(|(index, kind)| {
        let cell = row.cell(index);
        match *kind {
            "any" | "any?" => true,
            "day" => looks_like_day(cell),
            "sum" => looks_like_sum(cell),
            "text" => !cell.is_empty() && !looks_like_sum(cell) && !looks_like_day(cell),
            "sum?" => cell.is_empty() || cell == "-" || looks_like_sum(cell),
            "text?" => cell.is_empty() || !looks_like_sum(cell),
            "empty" => cell.is_empty(),
            literal => is_like(cell, literal),
        }
    })
}

/// The name and the card of a row that says whose the rows below are.
pub(super) fn holder_row<'r>(holders: &'static [HolderRow], row: &'r Row) -> Option<(&'r str, &'r str)> {
    let at =
        |name: &str| name.strip_prefix('#').and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
    holders.iter().find_map(|holder| {
        let name = row.cell(at(holder.column)?);
        let card = at(holder.card).map_or("", |index| row.cell(index));
        is_like(name, holder.like).then_some((name, card))
    })
}

/// The currency named in a heading or beside a sum: `Amount (USD)`, `Betrag (€)`, `CAD$`, `利用額（円）`.
pub(super) fn currency_of(text: &str) -> Option<Currency> {
    let narrow: String = text.chars().map(narrow).collect();
    let code = narrow
        .split(|c: char| !c.is_ascii_uppercase())
        .find(|word| foreign::CODES.contains(word))
        .and_then(Currency::parse);
    code.or(match () {
        () if narrow.contains('€') => Some(Currency::EUR),
        () if narrow.contains('£') => Some(Currency::GBP),
        () if narrow.contains(['円', '¥']) => Some(Currency::JPY),
        () => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_may_name_the_currency() {
        for (heading, expect) in [
            ("Amount (USD)", Some("USD")),
            ("Betrag (€)", Some("EUR")),
            ("利用額（円）", Some("JPY")),
            ("Amount", None),
            ("CAD$", Some("CAD")),
        ] {
            assert_eq!(currency_of(heading).map(|currency| currency.to_string()).as_deref(), expect);
        }
    }
}
