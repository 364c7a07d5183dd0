//! From the top of a file to its end: which table a row is in, whose it is, or why it is none.

use mioboe_model::{Holder, SkipReason};

use super::columns::{Columns, holder_row};
use super::dialect::Dialect;
use super::preview::is_heading;
use super::shape::Shape;
use super::table_without_heading;
use super::wording::{CardDigits, card_digits, heading_key, is_like};
use crate::sheet::{Row, Sheet};

/// A row behind the heading.
pub(super) enum Step<'w> {
    /// The heading of another table, whose rows come as [`SkipReason::NotUnderstood`].
    Other,
    Skipped(SkipReason, Option<&'w Columns>),
    Row(&'w Columns, &'w Around),
}

/// What rows and lines above say about a row.
#[derive(Default)]
pub(super) struct Around {
    pub(super) holder: Option<Holder>,
    pub(super) card: Option<CardDigits>,
    /// Rows are money back, whatever their sign.
    pub(super) credit: bool,
    owner: Option<String>,
}

impl Around {
    /// The first name in a file is the contract holder's; every other is family.
    pub(super) fn holder_named(&mut self, name: String) -> Holder {
        if *self.owner.get_or_insert_with(|| name.clone()) == name {
            Holder::Own(name)
        } else {
            Holder::Family(name)
        }
    }
}

/// How columns are told: as a profile says, or as the person named them.
#[derive(Clone, Copy)]
pub(super) struct Layout<'l> {
    pub(super) dialect: &'static Dialect,
    pub(super) named: Option<Named<'l>>,
}

#[derive(Clone, Copy)]
pub(super) struct Named<'l> {
    pub(super) shape: &'l Shape,
    pub(super) heading: Option<&'l Row>,
}

impl Layout<'_> {
    /// The columns of a table that begins at the top of the file.
    fn at_top(&self, sheet: &Sheet<'_>) -> Option<Columns> {
        let dialect = self.dialect;
        match self.named {
            Some(Named { shape, heading: None }) => {
                Some(Columns::shaped(dialect, dialect.tables.first()?, &Row::default(), shape))
            }
            Some(_) => None,
            None => {
                table_without_heading(sheet, dialect).map(|table| Columns::without_heading(dialect, table))
            }
        }
    }

    /// The columns, if the row is a heading.
    fn under(&self, row: &Row) -> Option<Columns> {
        let dialect = self.dialect;
        match self.named {
            Some(Named { shape, heading }) => {
                let heading = heading.filter(|heading| heading.cells == row.cells)?;
                Some(Columns::shaped(dialect, dialect.tables.first()?, heading, shape))
            }
            None => dialect.tables.iter().find_map(|table| Columns::from_heading(dialect, table, row)),
        }
    }
}

/// What stands for the digits of a card that a file does not show.
const MASKS: [&str; 3] = ["**", "＊＊", "••"];

/// Calls `visit` for every row that is neither blank, nor a heading, nor above the first table.
pub(super) fn walk(sheet: &Sheet<'_>, layout: Layout<'_>, mut visit: impl FnMut(Step<'_>, &Row)) {
    let dialect = layout.dialect;
    let mut around = Around { card: card_in_name(sheet.name, dialect.file_card), ..Around::default() };
    let mut columns = layout.at_top(sheet);
    let mut ignored = None;
    let mut rows = sheet.rows();
    let mut row = Row::default();
    while rows.read(&mut row) {
        if row.is_blank() {
            continue;
        }
        if let Some(columns) = &columns {
            columns.mend(&mut row);
        }
        // Where days are expected, a heading has words.
        let may_be_heading = columns.as_ref().is_none_or(|columns| !columns.begins_with_digit(&row));
        if may_be_heading && let Some(found) = layout.under(&row) {
            columns = Some(found);
            (ignored, around.credit) = (None, false);
            continue;
        }
        if may_be_heading && let Some((name, card)) = holder_row(dialect.holders, &row) {
            let person = person(name);
            around.card = card_digits(card).or_else(|| card_digits(name)).or(around.card);
            around.holder = (!person.is_empty()).then(|| around.holder_named(person));
            if columns.is_some() {
                visit(Step::Skipped(SkipReason::Heading, None), &row);
            }
            continue;
        }
        // Another table, of which nobody said what it holds: its rows may repeat those above.
        if layout.named.is_some() && columns.is_some() && is_other_heading(&row, dialect) {
            ignored = Some(SkipReason::NotUnderstood);
            visit(Step::Other, &row);
            continue;
        }
        let Some(columns) = &columns else {
            let masked = row.cells.iter().find(|cell| MASKS.iter().any(|mask| cell.contains(mask)));
            around.card = masked.and_then(card_digits).or(around.card);
            continue;
        };
        let first = row.cells.iter().map(str::trim).find(|cell| !cell.is_empty()).unwrap_or_default();
        if let Some(section) = dialect.sections.iter().find(|section| is_like(first, section.starts)) {
            (ignored, around.credit) = (section.ignore, section.credit);
            visit(Step::Skipped(SkipReason::Heading, None), &row);
        } else if let Some(reason) = columns.table.ignore.or(ignored) {
            visit(Step::Skipped(reason, None), &row);
        } else if let Some(skip) = columns.skip.iter().find(|skip| skip.fits(&row)) {
            visit(Step::Skipped(skip.reason, Some(columns)), &row);
        } else {
            visit(Step::Row(columns, &around), &row);
        }
    }
}

/// At least two words that headings have, and no day or sum.
fn is_other_heading(row: &Row, dialect: &'static Dialect) -> bool {
    let Some(table) = dialect.tables.first() else { return false };
    let words = || [table.date, table.merchant, table.amount, table.out, table.back].into_iter().flatten();
    is_heading(row)
        && 2 <= row
            .cells
            .iter()
            .filter(|cell| words().any(|word| is_like(cell, word) || heading_key(cell) == *word))
            .count()
}

/// `ご利用者名:架空 太郎 様`, `****-****-****-0991　ＪＣＢカード　架空　太郎　様`: the last two words, without numbers.
pub(super) fn person(text: &str) -> String {
    let text = text.trim_matches(['【', '】', ' ', '　']);
    // Behind the courtesy stands whose card it is of.
    let text = text.split('様').next().unwrap_or(text);
    let text = text.rsplit([':', '：']).next().unwrap_or(text);
    let mut words: Vec<&str> = text.split_whitespace().filter(|word| !word.contains('*')).collect();
    let last_two = words.split_off(words.len().saturating_sub(2));
    last_two.join("　")
}

/// The digits where the pattern has `#`: `enavi…(#)…` in `enavi202611(0552).csv`.
fn card_in_name(name: &str, pattern: &str) -> Option<CardDigits> {
    let (before, after) = pattern.split_once('#')?;
    let mut rest = name;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (_, tail) = rest.split_at_checked(start)?;
        let length = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (digits, behind) = tail.split_at_checked(length)?;
        let (front, _) = name.split_at_checked(name.len() - tail.len())?;
        if (3..=5).contains(&length) && is_like(front, before) && is_like(behind, after) {
            return Some(CardDigits { text: digits.to_owned(), first: false });
        }
        rest = behind;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_person_is_found_among_card_and_courtesy() {
        for (text, expect) in [
            ("架空　太郎　様", "架空　太郎"),
            ("ご利用者名:架空 太郎      様", "架空　太郎"),
            ("****-****-****-0991　ＪＣＢカード　架空　太郎　様", "架空　太郎"),
            ("****-****-****-1234 架空　花子", "架空　花子"),
            ("【架空　花子　様】", "架空　花子"),
            ("架空　花子　様　ご利用分　5302-00**-****-****　（見本カード）", "架空　花子"),
        ] {
            assert_eq!(person(text), expect);
        }
    }

    #[test]
    fn the_card_may_stand_in_the_files_name() {
        let digits = |name, pattern| card_in_name(name, pattern).map(|card| card.text);
        assert_eq!(digits("enavi202611(0552).csv", "enavi…(#)…").as_deref(), Some("0552"));
        assert_eq!(digits("enavi202611.csv", "enavi…(#)…"), None);
        assert_eq!(digits("Chase4321_Activity.CSV", "chase#_…").as_deref(), Some("4321"));
    }
}
