//! Statements of cards, banks and wallets.
//!
//! A CSV dialect is data, see [`dialect`]; what is no table has a reader of its own.

mod columns;
mod deposits;
mod foreign;
mod interchange;
mod merge;
mod preview;
mod rows;
mod shape;
mod survey;
mod walk;
mod wording;

use std::sync::LazyLock;

use mioboe_model::packed::Packed;
use mioboe_model::sorted::Map;
use mioboe_model::{Currency, ProblemCode, Reading, SkipReason, Source, TableChoice, TableColumns};

use crate::Setting;
use crate::sheet::{Row, Sheet};
use columns::{Columns, holder_row, looks_like_row};
use dialect::{Dialect, Kind, Table};
pub(crate) use foreign::CODES;
pub(crate) use interchange::{claims as interchange_claims, read as read_interchange};
pub(crate) use merge::merge;
use survey::survey;
use walk::{Layout, Named};
use wording::is_like;

macro_rules! record {
    ($(#[$meta:meta])* pub(crate) struct $name:ident { $($(#[$field_meta:meta])* pub(crate) $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub(crate) struct $name { $($(#[$field_meta])* pub(crate) $field: $type,)* }

        impl mioboe_model::packed::Unpack for $name {
            fn unpack(from: &mut mioboe_model::packed::Packed) -> Self {
                Self { $($field: mioboe_model::packed::Unpack::unpack(from),)* }
            }
        }
    };
}

macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub(crate) enum $name:ident {
            $(#[$usual_meta:meta])* $usual:ident,
            $($(#[$variant_meta:meta])* $variant:ident,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $(#[$usual_meta])* $usual, $($(#[$variant_meta])* $variant,)* }

        impl mioboe_model::packed::Unpack for $name {
            fn unpack(from: &mut mioboe_model::packed::Packed) -> Self {
                from.one_of(Self::$usual, &[$(Self::$variant),*])
            }
        }
    };
}

pub(crate) mod dialect;

type Text = &'static str;
type List<T> = &'static [T];

/// All profiles. The build script makes one text of `profiles/*.toml`; it is taken apart when the first sheet is looked at.
static DIALECTS: LazyLock<List<Dialect>> =
    LazyLock::new(|| Packed::new(include_str!(concat!(env!("OUT_DIR"), "/dialects"))).all());

/// Whether the sheet is a statement's table as far as its heading tells.
pub(crate) fn claims(sheet: &Sheet<'_>) -> bool {
    known(sheet, None).is_some() || by_words().is_some_and(|dialect| is_written_in(sheet, dialect))
}

/// Whether a line of the sheet heads a statement's table: the rows below it may not have been seen yet.
#[cfg(feature = "documents")]
pub(crate) fn is_headed(sheet: &Sheet<'_>) -> bool {
    let by_words = || by_words().and_then(|dialect| dialect.tables.first());
    let has_words = |table: &Table| {
        sheet.head.iter().any(|row| {
            let keys: Vec<String> = row.cells.iter().map(wording::heading_key).collect();
            let has = |words: List<Text>| words.iter().any(|word| keys.iter().any(|key| key == word));
            has(table.date) && has(table.merchant) && (has(table.amount) || has(table.out))
        })
    };
    claims(sheet) || by_words().is_some_and(has_words)
}

/// Whether the sheet is a table that can be read, by its heading or by its cells.
pub(crate) fn is_table(sheet: &Sheet<'_>) -> bool {
    let is_sure = || {
        let (dialect, found) = (by_words()?, preview::find(sheet)?);
        (found.heading.is_some() && found.shape(dialect).is_sure).then_some(())
    };
    // Nobody writes to another in rows of commas, whatever their columns are.
    let has_rows = || {
        matches!(sheet.delimiter, b',' | b';') && preview::find(sheet).is_some_and(|found| found.has_rows())
    };
    claims(sheet) || is_sure().is_some() || has_rows()
}

/// The ids of all formats that the sheet could be written in, the one of heading words left out.
pub(crate) fn all_claims(sheet: &Sheet<'_>) -> impl Iterator<Item = &'static str> {
    let known = DIALECTS.iter().filter(|dialect| dialect.kind != Kind::Unknown);
    let dialects = known.filter(|dialect| is_written_in(sheet, dialect)).map(|dialect| dialect.id);
    dialects.chain(interchange::all_claims(sheet.text))
}

/// All dialects, for a page that lists them.
pub(crate) fn formats() -> impl Iterator<Item = crate::Format> {
    let dialects = DIALECTS.iter().map(|dialect| crate::Format {
        id: dialect.id,
        issuer: dialect.issuer,
        region: dialect.region,
        download: dialect.download,
        since: dialect.since,
        seen: dialect.seen,
    });
    dialects.chain(interchange::formats()).chain(crate::formats::notice::about())
}

/// What the statements of a dialect are of, where one issuer writes it.
pub(crate) fn account_of(format: &str) -> Option<crate::AccountKind> {
    match DIALECTS.iter().find(|dialect| dialect.id == format)?.kind {
        Kind::Card => Some(crate::AccountKind::Card),
        Kind::Bank => Some(crate::AccountKind::Bank),
        Kind::Wallet => Some(crate::AccountKind::Wallet),
        Kind::Tracker | Kind::Unknown => None,
    }
}

/// What the person said of tables, by the fingerprints of these.
pub(crate) type Choices = Map<String, TableChoice>;

/// Reads a sheet if it is a statement: one that is known, or a table whose columns show or were named by the person.
///
/// A table that might be one is shown to them with a question. False where there is none.
pub(crate) fn read(
    sheet: &Sheet<'_>,
    setting: Setting,
    choices: &Choices,
    source: &mut Source,
    reading: &mut Reading,
) -> bool {
    let found = preview::find(sheet);
    let choice = found
        .as_ref()
        .filter(|_| !choices.is_empty())
        .and_then(|found| choices.get(&found.fingerprint()))
        .copied()
        .unwrap_or_default();
    // What an issuer's columns are is known better here.
    if let Some(dialect) = known(sheet, setting.home) {
        let layout = Layout { dialect, named: None };
        let survey = survey(sheet, layout, choice.ways, setting);
        rows::read(sheet, layout, &survey, source, reading);
        if survey.ways().is_err() {
            source.table =
                found.map(|found| found.preview(survey.columns.unwrap_or_default(), survey.told()));
        }
        return true;
    }
    let (Some(dialect), Some(found)) = (by_words(), found) else { return false };
    let guessed = found.shape(dialect);
    let shape = match choice.columns.filter(TableColumns::are_enough) {
        Some(columns) => guessed.named(&columns),
        None => guessed,
    };
    let layout = Layout { dialect, named: Some(Named { shape: &shape, heading: found.heading }) };
    let survey = survey(sheet, layout, choice.ways, setting);
    source.table = Some(found.preview(shape.numbers(), survey.told()));
    if shape.is_sure {
        source.because(shape.why);
        rows::read(sheet, layout, &survey, source, reading);
    } else {
        source.refuse(ProblemCode::UnknownColumns);
    }
    true
}

/// The profile that a sheet is written by.
///
/// A few columns without a heading are many banks': the profile's currency must be that of the place, or its script.
pub(crate) fn known(sheet: &Sheet<'_>, home: Option<Currency>) -> Option<&'static Dialect> {
    let known = DIALECTS.iter().filter(|dialect| dialect.kind != Kind::Unknown);
    known.into_iter().find(|dialect| {
        is_written_in(sheet, dialect)
            && (has_sign_of_its_own(sheet, dialect) || home == Currency::parse(dialect.currency))
    })
}

/// A heading, a literal cell, or Japanese.
fn has_sign_of_its_own(sheet: &Sheet<'_>, dialect: &'static Dialect) -> bool {
    const KINDS: [&str; 10] = ["any", "any?", "day", "ymd", "count", "sum", "sum?", "text", "text?", "empty"];
    let Some(table) = table_without_heading(sheet, dialect) else { return true };
    let is_japanese = || sheet.head.iter().any(|row| row.cells.iter().any(survey::is_japanese));
    table.cells.iter().any(|cell| !KINDS.contains(cell)) || (dialect.currency == "JPY" && is_japanese())
}

/// The dialect of tables that are read by the words of their heading.
fn by_words() -> Option<&'static Dialect> {
    DIALECTS.iter().find(|dialect| dialect.kind == Kind::Unknown)
}

fn is_written_in(sheet: &Sheet<'_>, dialect: &'static Dialect) -> bool {
    let near =
        |pattern: &str| sheet.head.iter().any(|row| row.cells.iter().any(|cell| is_like(cell, pattern)));
    if !dialect.near.iter().all(|pattern| near(pattern)) {
        return false;
    }
    let is_heading = |row: &Row| {
        let first = dialect.tables.first().filter(|table| table.cells.is_empty());
        first.is_some_and(|table| Columns::from_heading(dialect, table, row).is_some())
    };
    sheet.head.iter().any(is_heading) || table_without_heading(sheet, dialect).is_some()
}

/// The table whose rows begin at the top of the file: every row of the head is one of its, or is explained.
fn table_without_heading(sheet: &Sheet<'_>, dialect: &'static Dialect) -> Option<&'static Table> {
    dialect.tables.iter().filter(|table| !table.cells.is_empty()).find(|table| {
        let columns = Columns::without_heading(dialect, table);
        let mut fitting = 0;
        sheet.head.iter().filter(|row| !row.is_blank()).all(|row| {
            let fits = looks_like_row(dialect.dates, table, row) || {
                let mut mended = row.clone();
                columns.mend(&mut mended);
                mended.cells.len() < row.cells.len() && looks_like_row(dialect.dates, table, &mended)
            };
            fitting += usize::from(fits);
            fits || is_aside(dialect, &columns, row)
        }) && fitting > 0
    })
}

/// Holder rows, rows without a day, and what else a profile knows to stand between the rows.
fn is_aside(dialect: &'static Dialect, columns: &Columns, row: &Row) -> bool {
    columns.date.iter().all(|&date| row.cell(date).is_empty())
        || holder_row(dialect.holders, row).is_some()
        || columns.skip.iter().any(|skip| skip.fits(row))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::DIALECTS;

    #[test]
    fn every_profile_says_where_it_was_seen_and_how_to_get_the_file() {
        for dialect in *DIALECTS {
            assert!(!dialect.issuer.is_empty() && !dialect.region.is_empty(), "{}", dialect.id);
            assert!(!dialect.seen.is_empty(), "{}", dialect.id);
            assert!(!dialect.tables.is_empty(), "{}", dialect.id);
        }
    }

    #[test]
    fn ids_are_unique() {
        let ids: BTreeSet<_> = DIALECTS.iter().map(|dialect| dialect.id).collect();
        assert_eq!(ids.len(), DIALECTS.len());
    }
}
