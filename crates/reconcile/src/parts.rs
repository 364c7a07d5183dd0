//! Charges that are less than a parcel: parts of one that was charged in several, and orders of another sum.

use crate::assign::{Candidate, Way};
use crate::book::{Book, PieceKind};
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
    let from = free.partition_point(|piece| distance(piece) > DAYS_AROUND.1);
    free.iter()
        .skip(from)
        .take_while(|piece| distance(piece) >= DAYS_AROUND.0)
        .filter_map(|&index| {
            let piece = book.pieces.get(index)?;
            if piece.currency != seen.currency || piece.kind != PieceKind::Shipment || seen.day < piece.first
            {
                return None;
            }
            let balance = piece.orders.iter().filter_map(|&o| book.orders.get(o)).any(|order| order.balance);
            let share = seen.minor.checked_mul(100)? / piece.minor;
            let way = if balance && seen.minor < piece.minor && share >= LEAST_PAID {
                Way::PartPaid
            } else if (100 - MOST_OFF..=100 + MOST_ON).contains(&share) {
                Way::Near
            } else {
                return None;
            };
            // The nearer the sums, the better.
            let closeness = if way == Way::Near { share.min(100) } else { share / 2 };
            let weight = units.weight(seen, &[index], way)? + closeness * POINT;
            Some(Candidate { charge, pieces: vec![index], weight, way })
        })
        .collect()
}
