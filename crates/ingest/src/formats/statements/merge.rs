//! The same row in two files is one charge; the same row twice in one file is two.

use chrono::NaiveDate;
use mioboe_model::sorted::{Map, Set};
use mioboe_model::text::fold;
use mioboe_model::{Charge, Money, Reading, SkipReason, SourceId, SourceKind, Status};
use rust_decimal::Decimal;

/// Formats that copy what an issuer's own file says: any file may repeat their rows.
const COPIES: [&str; 10] =
    ["moneyforward", "zaim", "ofx", "qif", "mt940", "camt", "table", "pasted", "notice", "mail"];
/// Names are cut at different widths; a shorter common beginning says nothing.
const SHORTEST_BEGINNING: usize = 6;

/// Drops rows that overlapping statements of one card give twice, and fills in the days that each source speaks of.
pub(crate) fn merge(reading: &mut Reading) {
    let dropped = repeated(reading);
    let mut index = 0;
    let mut lost = Map::<SourceId, u32>::new();
    reading.charges.retain(|charge| {
        let is_dropped = dropped.contains(&index);
        index += 1;
        if is_dropped {
            *lost.entry(charge.place.source).or_default() += 1;
        }
        !is_dropped
    });
    let mut days = Map::<SourceId, (NaiveDate, NaiveDate)>::new();
    for charge in &reading.charges {
        if let Some(date) = charge.date {
            let span = days.entry(charge.place.source).or_insert((date, date));
            *span = (span.0.min(date), span.1.max(date));
        }
    }
    for source in reading.sources.iter_mut().filter(|source| has_rows(source.kind)) {
        for _ in 0..lost.get(&source.id).copied().unwrap_or(0) {
            source.used -= 1;
            source.skip(SkipReason::SeenInOtherFile);
        }
        (source.from, source.to) =
            days.get(&source.id).map_or((None, None), |&(from, to)| (Some(from), Some(to)));
    }
}

/// Statements, and notices of single charges, which a statement repeats later.
fn has_rows(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Statement | SourceKind::Notice | SourceKind::Mail)
}

/// One statement file, to be laid beside the others.
struct File<'r> {
    family: &'r str,
    name: &'r str,
    /// Indexes into the reading's charges, in file order.
    rows: Vec<usize>,
}

impl File<'_> {
    fn is_copy(&self) -> bool {
        COPIES.contains(&self.family)
    }
}

/// A row that was kept, and the files that were found to repeat it.
struct Kept {
    index: usize,
    file: usize,
}

/// Indexes of the charges that another file has better.
fn repeated(reading: &Reading) -> Set<usize> {
    let files = files(reading);
    if files.len() < 2 {
        return Set::new();
    }
    let mut dropped = Set::new();
    let mut kept = Map::<(NaiveDate, Sum), Vec<Kept>>::new();
    for (file_index, file) in files.iter().enumerate() {
        if is_same_file(reading, &files, file_index) {
            dropped.extend(&file.rows);
            continue;
        }
        // A row of this file repeats one row of others, not two.
        let mut taken = Set::new();
        for &index in &file.rows {
            let Some(charge) = reading.charges.get(index) else { continue };
            let Some(date) = charge.date else { continue };
            let repeats = |candidate: &&Kept| {
                candidate.file != file_index
                    && !taken.contains(&candidate.index)
                    && files.get(candidate.file).is_some_and(|other| may_repeat(file, other))
                    && reading.charges.get(candidate.index).is_some_and(|other| {
                        let is_notice = ["notice", "mail"].contains(&file.family);
                        cards_agree(charge, other)
                            && (names_agree(charge, other) || is_notice && both_amazons(charge, other))
                    })
            };
            let days = [Some(date), charge.posted.filter(|_| file.is_copy())];
            let found = days.into_iter().flatten().find_map(|day| {
                kept.get(&(day, key(charge.amount)))
                    .and_then(|rows| rows.iter().find(repeats))
                    .map(|found| found.index)
            });
            if let Some(found) = found {
                taken.insert(found);
                dropped.insert(index);
                continue;
            }
            let days = [Some(date), charge.posted.filter(|&posted| posted != date)];
            for day in days.into_iter().flatten() {
                let row = Kept { index, file: file_index };
                kept.entry((day, key(charge.amount))).or_default().push(row);
            }
        }
    }
    dropped
}

/// Sums can be sorted, unlike [`Money`].
type Sum = (Decimal, mioboe_model::Currency);

fn key(amount: Money) -> Sum {
    (amount.value(), amount.currency())
}

/// The files, best first, whatever order they were given in: issuers' own before copies, closed before open, later before
/// earlier.
fn files(reading: &Reading) -> Vec<File<'_>> {
    let mut rows = Map::<SourceId, Vec<usize>>::new();
    for (index, charge) in reading.charges.iter().enumerate() {
        rows.entry(charge.place.source).or_default().push(index);
    }
    let mut files: Vec<_> = reading
        .sources
        .iter()
        .filter(|source| has_rows(source.kind))
        .filter_map(|source| {
            let rows = rows.remove(&source.id)?;
            let format = source.format.as_deref().unwrap_or_default();
            Some(File { family: format.split('-').next().unwrap_or_default(), name: &source.name, rows })
        })
        .collect();
    let pending =
        |file: &File<'_>| charges(reading, file).filter(|charge| charge.status == Status::Pending).count();
    let text = |file: &File<'_>| -> Vec<_> {
        charges(reading, file)
            .map(|charge| (charge.place.line, charge.date, &charge.merchant, charge.amount.value()))
            .collect()
    };
    files.sort_by(|a, b| {
        (a.is_copy(), pending(a) > 0)
            .cmp(&(b.is_copy(), pending(b) > 0))
            .then_with(|| b.name.cmp(a.name))
            .then_with(|| text(a).cmp(&text(b)))
    });
    files
}

fn charges<'r>(reading: &'r Reading, file: &File<'_>) -> impl Iterator<Item = &'r Charge> {
    file.rows.iter().filter_map(|&index| reading.charges.get(index))
}

/// The very same content was in a file before this one.
fn is_same_file(reading: &Reading, files: &[File<'_>], index: usize) -> bool {
    let Some(file) = files.get(index) else { return false };
    files.iter().take(index).any(|earlier| {
        earlier.family == file.family
            && earlier.rows.len() == file.rows.len()
            && charges(reading, earlier).zip(charges(reading, file)).all(|(a, b)| {
                (a.place.line, a.date, &a.merchant, a.amount, &a.card)
                    == (b.place.line, b.date, &b.merchant, b.amount, &b.card)
            })
    })
}

fn may_repeat(file: &File<'_>, other: &File<'_>) -> bool {
    file.family == other.family || file.is_copy() || other.is_copy()
}

fn names_agree(a: &Charge, b: &Charge) -> bool {
    let (a, b) = (fold(&a.name), fold(&b.name));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    short == long || (short.chars().count() >= SHORTEST_BEGINNING && long.starts_with(short.as_str()))
}

/// A notice names the shop before the statement does, and often otherwise.
fn both_amazons(a: &Charge, b: &Charge) -> bool {
    let is_amazons = |charge: &Charge| {
        let name = fold(&charge.name);
        ["amazon", "amzn", "アマゾン"].iter().any(|own| name.contains(own))
    };
    is_amazons(a) && is_amazons(b)
}

/// Files of one issuer do not all print the card.
fn cards_agree(a: &Charge, b: &Charge) -> bool {
    match (&a.card, &b.card) {
        (Some(a), Some(b)) => a == b || a.ends_with(b.as_str()) || b.ends_with(a.as_str()),
        _ => true,
    }
}
