//! Finding a profile's columns in a heading, or a profile's row in a file without one.

use super::dialect::{Cue, Dates, Dialect, HolderRow, Skip, Table};
use super::foreign;
use super::shape::Shape;
use super::wording::{Patterns, is_like};
use mioboe_model::{Currency, SkipReason, TableColumns};

use crate::field::{DateOrder, DecimalMark, day, looks_like_day, looks_like_sum, sum};
use crate::sheet::Row;

/// So many words in a heading are hardly another issuer's.
const MANY_WORDS: usize = 6;

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
    pub(super) balance: Option<usize>,
    pub(super) flag: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) holder: Option<usize>,
    pub(super) card: Option<usize>,
    pub(super) foreign: Option<usize>,
    pub(super) foreign_currency: Option<usize>,
    pub(super) memo: Vec<usize>,
    /// Where else a shop's name may stand; only where no profile says where it stands.
    pub(super) texts: Vec<usize>,
    pub(super) part: Option<usize>,
    pub(super) id: Option<usize>,
    pub(super) skip: Vec<BoundCue>,
    pub(super) pending: Vec<BoundCue>,
    pub(super) credit: Vec<BoundCue>,
    /// As most rows are; 0 where a profile says it.
    width_of_rows: usize,
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
        // A stranger's heading may have the same few words, hardly in the same order. Words of one issuer's, and many of
        // them, are a sign of their own.
        let mut rest = cells.iter();
        let mut is_in_order = || table.header.iter().all(|pattern| rest.any(|cell| is_like(cell, pattern)));
        let is_telling =
            || MANY_WORDS <= table.header.len() || table.header.iter().any(|word| !word.is_ascii());
        // In another order two headings alike cannot be told apart.
        let is_once = |pattern: &str| cells.iter().filter(|cell| is_like(cell, pattern)).count() == 1;
        if !(is_in_order() || (is_telling() && table.header.iter().all(|pattern| is_once(pattern))))
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

    /// The columns as they were found in the cells or as the person named them, with what the profile knows of rows that
    /// are no charge.
    pub(super) fn shaped(dialect: &'static Dialect, table: &'static Table, row: &Row, shape: &Shape) -> Self {
        Self {
            date: shape.date.clone(),
            posted: shape.posted,
            merchant: shape.merchant,
            amount: shape.amount,
            or_amount: None,
            out: shape.out,
            back: shape.back,
            balance: shape.balance,
            flag: shape.flag,
            currency: shape.currency,
            holder: shape.holder,
            card: shape.card,
            foreign: None,
            foreign_currency: None,
            memo: shape.memo.clone(),
            texts: shape.texts.clone(),
            part: None,
            id: None,
            width_of_rows: shape.width,
            skip: skips(dialect, shape.merchant),
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
            balance: one(table.balance),
            flag: one(table.flag),
            currency: one(table.currency),
            holder: one(table.holder),
            card: one(table.card),
            foreign: one(table.foreign),
            foreign_currency: one(table.foreign_currency),
            memo: table.memo.iter().filter_map(|name| find(name)).collect(),
            texts: Vec::new(),
            part: one(table.part),
            width_of_rows: 0,
            id: one(table.id),
            skip: dialect.skip.iter().filter_map(|skip| bound(skip.column, skip.like, skip.reason)).collect(),
            pending: cues(dialect.pending),
            credit: cues(dialect.credit),
            heading: row.cells.iter().map(|cell| cell.trim_matches(['"', ' ']).to_owned()).collect(),
        }
    }

    /// A comma in a shop's name that nobody quoted makes a row too wide: its parts become one cell again where days and
    /// sums then stand below their headings, and only if there is one such place.
    pub(super) fn mend(&self, row: &mut Row) {
        let (Some(merchant), width) = (self.merchant, self.width()) else { return };
        let Some(more) = row.width().checked_sub(width).filter(|more| 0 < *more && 0 < width) else { return };
        let is_day =
            |row: &Row| self.date.iter().all(|&at| self.date.len() == 3 || looks_like_day(row.cell(at)));
        let sums = [self.amount, self.out, self.back, self.balance];
        let fits = |row: &Row| {
            let mut cells = sums.into_iter().flatten().map(|at| row.cell(at));
            let any = sums.into_iter().flatten().any(|at| looks_like_sum(row.cell(at)));
            is_day(row)
                && any
                && cells.all(|cell| cell.is_empty() || looks_like_sum(cell))
                && (self.table.cells.is_empty() || looks_like_row(Dates::Any, self.table, row))
        };
        let cells = |at: usize| (at..=at + more).map(|at| row.cell(at));
        // `1,415.41` of which the comma parted the cell.
        let is_parted = |at: &usize| {
            let mut parts = cells(*at);
            let first = parts.next().unwrap_or_default().trim_start_matches(['-', '+', '$', '£', '€', '¥']);
            (1..=3).contains(&first.len())
                && first.bytes().all(|c| c.is_ascii_digit())
                && parts.all(|part| {
                    let (whole, _) = part.split_once('.').unwrap_or((part, ""));
                    whole.len() == 3 && whole.bytes().all(|c| c.is_ascii_digit())
                })
        };
        let joined = |at: usize| {
            let cells: Vec<&str> = row.cells.iter().collect();
            let (front, rest) = cells.split_at_checked(at)?;
            let (parts, behind) = rest.split_at_checked(more + 1)?;
            let name = parts.join(",");
            let cells = front.iter().copied().chain([name.as_str()]).chain(behind.iter().copied()).collect();
            let mended = Row { line: row.line, cells };
            fits(&mended).then_some(mended)
        };
        // A sum is in no shop's name.
        let is_name = !cells(merchant).skip(1).any(|cell| cell.contains('.') && looks_like_sum(cell));
        let by_name = joined(merchant).filter(|_| is_name);
        let by_sum = sums.into_iter().flatten().filter(is_parted).filter_map(joined);
        let mut ways: Vec<Row> = by_name.into_iter().chain(by_sum).collect();
        match (ways.pop(), ways.pop()) {
            (Some(mended), None) => *row = mended,
            (None, _) => {}
            // Which it is cannot be told, and is not guessed.
            _ => {
                let all = row.cells.iter().collect::<Vec<_>>().join(", ");
                let cells = row.cells.iter().enumerate();
                let cells = cells.map(|(at, cell)| {
                    if sums.contains(&Some(at)) && Some(at) != self.balance { all.as_str() } else { cell }
                });
                *row = Row { line: row.line, cells: cells.collect() };
            }
        }
    }

    /// How many cells a row has at most; 0 where nothing says it.
    fn width(&self) -> usize {
        let named = self.heading.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        named.max(self.table.cells.len()).max(self.width_of_rows)
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
    let bound = |skip: &Skip| BoundCue {
        column: merchant.filter(|_| skip.column == "@merchant"),
        patterns: Patterns::new(skip.like),
        reason: skip.reason,
    };
    dialect.skip.iter().map(bound).collect()
}

/// True if the cells of the row look as the table says its rows do.
pub(super) fn looks_like_row(dates: Dates, table: &Table, row: &Row) -> bool {
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
            "day" => match dates {
                Dates::Any => looks_like_day(cell),
                Dates::Ymd => day(cell, DateOrder::Ymd).is_some(),
                Dates::Mdy => day(cell, DateOrder::Mdy).is_some() && !year_stands_first(cell),
                Dates::Dmy => day(cell, DateOrder::Dmy).is_some() && !year_stands_first(cell),
            },
            "ymd" => day(cell, DateOrder::Ymd).is_some(),
            // How often it is paid, and which time this is.
            "count" => {
                cell.is_empty() || sum(cell, DecimalMark::Point).is_some_and(|count| count < 100.into())
            }
            "sum" => looks_like_sum(cell),
            "text" => !cell.is_empty() && !looks_like_sum(cell) && !looks_like_day(cell),
            "sum?" => cell.is_empty() || cell == "-" || looks_like_sum(cell),
            "text?" => cell.is_empty() || !looks_like_sum(cell),
            "empty" => cell.is_empty(),
            literal => is_like(cell, literal),
        }
    })
}

fn year_stands_first(cell: &str) -> bool {
    cell.chars().take_while(char::is_ascii_digit).count() == 4
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
    foreign::currency_in(text)
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
