//! Charges that are less than a parcel: parts of one that was charged in several, and orders of another sum.

use mioboe_model::Currency;

use crate::assign::{Candidate, Way};
use crate::book::{Book, Piece, PieceKind};
use crate::candidates::{POINT, Seen, Units};

/// A parcel is rarely charged in more parts.
const MOST_CHARGES: usize = 3;
/// Charges looked at around one parcel.
const MOST_NEAR: usize = 24;
/// Points or a coupon rarely take more than this off without the file saying so, in percent of the order.
const MOST_OFF: i64 = 15;
/// Gift wrap and fees that the file leaves out rarely add more, in percent.
const MOST_ON: i64 = 3;
/// A charge below this share of the order is a guess, even where a balance paid the rest, in percent.
const LEAST_PAID: i64 = 5;
/// Nearly is weak evidence; the days must be the usual ones.
const DAYS_AROUND: (i64, i64) = (-2, 5);
/// Where a piece with a balance beside the card may be found at all; its own days decide.
const MOST_DAYS_AROUND: (i64, i64) = (-7, 30);
/// What one unit of a currency may be worth in yen. No rates: bounds that no rate of the last ten years came near to,
/// to refuse what cannot be.
const WORTH_IN_YEN: [(&str, i64, i64); 8] = [
    ("JPY", 1, 1),
    ("USD", 90, 180),
    ("EUR", 100, 200),
    ("GBP", 115, 230),
    ("CAD", 65, 130),
    ("AUD", 60, 120),
    ("SGD", 65, 140),
    ("INR", 1, 3),
];

/// Free pieces that two or three open charges of one card make up to the coin, and those charges.
pub(crate) fn charged_in_parts(
    book: &Book,
    open: &[(usize, &Seen<'_>)],
    free: impl Fn(usize) -> bool,
) -> Vec<(Vec<usize>, usize)> {
    let mut taken: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (index, piece) in book.pieces.iter().enumerate() {
        if piece.kind != PieceKind::Shipment || !free(index) {
            continue;
        }
        let from = open.partition_point(|(_, seen)| seen.day < piece.first);
        let near: Vec<&(usize, &Seen<'_>)> = open
            .iter()
            .skip(from)
            .take_while(|(_, seen)| seen.day <= piece.last)
            .filter(|(charge, seen)| {
                !taken.contains(charge)
                    && seen.currency == piece.currency
                    && seen.minor < piece.minor
                    && !seen.service.is_digital()
            })
            .take(MOST_NEAR)
            .collect();
        let most = piece.parts.max(MOST_CHARGES);
        let mut sets = Vec::new();
        make_up(piece.minor, &near, most, &mut Vec::new(), &mut sets);
        // Two ways to make it up are no evidence for either, unless they are the same sums.
        if let [only] = sets.as_slice() {
            taken.extend(only);
            found.push((only.clone(), index));
        }
    }
    found
}

fn make_up(
    left: i64,
    near: &[&(usize, &Seen<'_>)],
    most: usize,
    set: &mut Vec<usize>,
    sets: &mut Vec<Vec<usize>>,
) {
    if left == 0 && set.len() >= 2 {
        sets.push(set.clone());
    }
    if left <= 0 || set.len() >= most || sets.len() > 1 {
        return;
    }
    let mut near = near;
    while let Some(((charge, seen), rest)) = near.split_first().map(|(head, rest)| (*head, rest)) {
        set.push(*charge);
        make_up(left - seen.minor, rest, most, set, sets);
        set.pop();
        near = rest;
    }
}

/// Free pieces and orders whose sum is near the charge, or above it where a balance paid a part.
pub(crate) fn near(
    book: &Book,
    units: &Units<'_>,
    charge: usize,
    seen: &Seen<'_>,
    free: &[usize],
) -> Vec<Candidate> {
    // Pieces stand by day; only those around the charge are looked at.
    let distance =
        |piece: &usize| book.pieces.get(*piece).map_or(i64::MIN, |p| (seen.day - p.expected).num_days());
    let from = free.partition_point(|piece| distance(piece) > MOST_DAYS_AROUND.1);
    free.iter()
        .skip(from)
        .take_while(|piece| distance(piece) >= MOST_DAYS_AROUND.0)
        .flat_map(|&index| std::iter::once(vec![index]).chain(whole_order(book, index, free)))
        .filter_map(|pieces| {
            let members: Vec<&Piece> = pieces.iter().filter_map(|&piece| book.pieces.get(piece)).collect();
            let first = members.first()?;
            let fits = members.iter().all(|p| p.currency == seen.currency && p.kind == PieceKind::Shipment);
            if !fits || seen.day < first.first {
                return None;
            }
            let minor: i64 = members.iter().map(|piece| piece.minor).sum();
            let balance = first.orders.iter().filter_map(|&o| book.orders.get(o)).any(|order| order.balance);
            let share = seen.minor.checked_mul(100)? / minor;
            let usual_day =
                pieces.iter().any(|piece| (DAYS_AROUND.0..=DAYS_AROUND.1).contains(&distance(piece)));
            let in_time = members.iter().any(|piece| seen.day <= piece.last);
            let way = if balance && seen.minor < minor && share >= LEAST_PAID && in_time {
                Way::PartPaid
            } else if usual_day && (100 - MOST_OFF..=100 + MOST_ON).contains(&share) {
                Way::Near
            } else {
                return None;
            };
            // The nearer the sums, the better.
            let closeness = if way == Way::Near { share.min(100) } else { share / 2 };
            let weight = units.weight(seen, &pieces, way)? + closeness * POINT;
            Some(Candidate { charge, pieces, weight, way })
        })
        .collect()
}

/// All that is due for an order of several parcels, none of them charged yet; told at its first parcel only.
fn whole_order(book: &Book, piece: usize, free: &[usize]) -> Option<Vec<usize>> {
    let order = book.pieces.get(piece)?.orders.first()?;
    let due = book.due(book.orders.get(*order)?);
    let is_free = |piece: &usize| free.binary_search(piece).is_ok();
    (due.len() >= 2 && due.first() == Some(&piece) && due.iter().all(is_free)).then_some(due)
}

/// Free pieces in another currency, of the very shop that the statement names, where a rate could make them the
/// charge: weak evidence, and only where the statement does not print the sum in that currency itself.
pub(crate) fn abroad(
    book: &Book,
    units: &Units<'_>,
    charge: usize,
    seen: &Seen<'_>,
    free: &[usize],
) -> Vec<Candidate> {
    let (Some(site), None) = (seen.site, seen.foreign) else { return Vec::new() };
    let distance =
        |piece: &usize| book.pieces.get(*piece).map_or(i64::MIN, |p| (seen.day - p.expected).num_days());
    let from = free.partition_point(|piece| distance(piece) > MOST_DAYS_AROUND.1);
    free.iter()
        .skip(from)
        .take_while(|piece| distance(piece) >= MOST_DAYS_AROUND.0)
        .filter_map(|&index| {
            let piece = book.pieces.get(index)?;
            let is_near = piece.first <= seen.day && seen.day <= piece.last;
            let is_there =
                piece.orders.iter().filter_map(|&o| book.orders.get(o)).any(|o| o.site == Some(site));
            let fits = is_near
                && is_there
                && piece.kind == PieceKind::Shipment
                && piece.currency != seen.currency
                && may_be_worth(seen, piece.minor, piece.currency);
            let weight = fits.then(|| units.weight(seen, &[index], Way::Abroad))??;
            Some(Candidate { charge, pieces: vec![index], weight, way: Way::Abroad })
        })
        .collect()
}

/// Whether some believable rate makes the two sums one.
fn may_be_worth(seen: &Seen<'_>, minor: i64, currency: Currency) -> bool {
    let worth = |minor: i64, currency: Currency| {
        let (_, least, most) = WORTH_IN_YEN.iter().find(|(code, _, _)| *code == currency.code())?;
        // In hundredths of a yen: other currencies are counted in hundredths already.
        let coins = if *least == 1 && *most == 1 { minor.checked_mul(100)? } else { minor };
        Some((coins.checked_mul(*least)?, coins.checked_mul(*most)?))
    };
    match (worth(seen.minor, seen.currency), worth(minor, currency)) {
        (Some((least, most)), Some((other_least, other_most))) => least <= other_most && other_least <= most,
        _ => false,
    }
}
