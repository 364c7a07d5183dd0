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
mod survey;
mod walk;
mod wording;

use std::collections::BTreeMap;

use mioboe_model::{Currency, ProblemCode, Reading, SkipReason, Source, TableChoice, TableWays};

use crate::sheet::{Row, Sheet};
use columns::{Columns, holder_row, looks_like_row};
use dialect::{Dialect, Kind, Table};
pub(crate) use foreign::CODES;
pub(crate) use interchange::{claims as interchange_claims, read as read_interchange};
pub(crate) use merge::merge;
use preview::Found;
use survey::survey;
use walk::{Layout, Named};
use wording::is_like;

macro_rules! record {
    ($(#[$meta:meta])* pub(crate) struct $name:ident { $($(#[$field_meta:meta])* pub(crate) $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub(crate) struct $name { $($(#[$field_meta])* pub(crate) $field: $type,)* }
    };
}

macro_rules! choice {
    ($(#[$meta:meta])* pub(crate) enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$variant_meta])* $variant,)* }
    };
}

pub(crate) mod dialect;

mod profiles {
    //! Written by the build script from `profiles/*.toml`.

    use super::SkipReason;
    use super::dialect::{
        Cue, Dates, Decimals, Dialect, HolderRow, Kind, Section, Sign, Skip, Table, Undated,
    };

    include!(concat!(env!("OUT_DIR"), "/dialects.rs"));
}

type Text = &'static str;
type List<T> = &'static [T];

/// The dialect that a sheet is written in. Where none is known, the table is read by the words of its heading.
pub(crate) fn claims(sheet: &Sheet<'_>) -> Option<&'static Dialect> {
    let by_words = |dialect: &Dialect| dialect.kind == Kind::Unknown;
    let (unknown, known): (Vec<_>, Vec<_>) = profiles::DIALECTS.iter().partition(|dialect| by_words(dialect));
    known.into_iter().chain(unknown).find(|&dialect| is_written_in(sheet, dialect))
}

/// The ids of all formats that the sheet could be written in, the one of heading words left out.
pub(crate) fn all_claims(sheet: &Sheet<'_>) -> impl Iterator<Item = &'static str> {
    let known = profiles::DIALECTS.iter().filter(|dialect| dialect.kind != Kind::Unknown);
    let dialects = known.filter(|dialect| is_written_in(sheet, dialect)).map(|dialect| dialect.id);
    dialects.chain(interchange::all_claims(sheet.text))
}

/// All dialects, for a page that lists them.
pub(crate) fn formats() -> impl Iterator<Item = crate::Format> {
    let dialects = profiles::DIALECTS.iter().map(|dialect| crate::Format {
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
    match profiles::DIALECTS.iter().find(|dialect| dialect.id == format)?.kind {
        Kind::Card => Some(crate::AccountKind::Card),
        Kind::Bank => Some(crate::AccountKind::Bank),
        Kind::Wallet => Some(crate::AccountKind::Wallet),
        Kind::Tracker | Kind::Unknown => None,
    }
}

/// What the person said of tables, by the fingerprints of these.
pub(crate) type Choices = BTreeMap<String, TableChoice>;

/// Reads a sheet if it is a statement: one that is known, or a table whose columns the person named.
///
/// A table that might be one is shown to them with a question. False where there is none.
pub(crate) fn read(
    sheet: &Sheet<'_>,
    home: Currency,
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
    let dialect = claims(sheet);
    // What an issuer's columns are is known better here.
    let columns = choice.columns.filter(|columns| {
        columns.are_enough() && dialect.is_none_or(|dialect| dialect.kind == Kind::Unknown)
    });
    let Some(dialect) = dialect.or_else(|| by_words().filter(|_| columns.is_some())) else {
        return found.is_some_and(|found| ask_for_columns(sheet, &found, choice.ways, home, source));
    };
    let heading = found.as_ref().and_then(|found| found.heading);
    let named = columns.as_ref().map(|columns| Named { columns, heading });
    let layout = Layout { dialect, named };
    let survey = survey(sheet, layout, choice.ways, home);
    rows::read(sheet, layout, &survey, source, reading);
    if dialect.kind == Kind::Unknown || survey.ways().is_err() {
        let columns = columns.or(survey.columns).unwrap_or_default();
        source.table = found.map(|found| found.preview(columns, survey.told()));
    }
    true
}

/// Nothing says which column is what: the person is shown what they seem to be. False where that is no statement's table.
fn ask_for_columns(
    sheet: &Sheet<'_>,
    found: &Found<'_>,
    said: TableWays,
    home: Currency,
    source: &mut Source,
) -> bool {
    let Some(dialect) = by_words() else { return false };
    let columns = found.guess(dialect);
    let layout = Layout { dialect, named: Some(Named { columns: &columns, heading: found.heading }) };
    source.table = Some(found.preview(columns, survey(sheet, layout, said, home).told()));
    source.refuse(ProblemCode::UnknownColumns);
    true
}

/// The dialect of tables that are read by the words of their heading.
fn by_words() -> Option<&'static Dialect> {
    profiles::DIALECTS.iter().find(|dialect| dialect.kind == Kind::Unknown)
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
            let fits = looks_like_row(table, row);
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

    use super::profiles::DIALECTS;

    #[test]
    fn every_profile_says_where_it_was_seen_and_how_to_get_the_file() {
        for dialect in DIALECTS {
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
