//! Charges that are less than a parcel: parts of one that was charged in several, and orders of another sum.

use std::collections::HashMap;

use mioboe_model::Currency;

use crate::assign::{Candidate, Way};
use crate::book::{Book, Piece, PieceKind, Sending};
use crate::candidates::{LAST_WEEK, POINT, Seen, Units};

/// A parcel is rarely charged in more parts.
const MOST_CHARGES: usize = 3;
/// Charges looked at around one parcel.
const MOST_NEAR: usize = 24;
/// Points or a coupon rarely take more than this off without the file saying so, in percent of the order.
const MOST_OFF: i64 = 15;
/// Gift wrap and fees that the file leaves out rarely add more, in percent.
const MOST_ON: i64 = 3;
/// Colorado's fee for a delivery is on the card and not in the file: 27 cents, as mint-amazon-tagger notes; in cents.
const DELIVERY_FEE: i64 = 30;
/// A charge below this share of the order is a guess, even where a balance paid the rest, in percent.
const LEAST_PAID: i64 = 5;
/// Nearly is weak evidence; the days must be the usual ones.
const DAYS_AROUND: (i64, i64) = (-2, 5);
/// Days from the order to a charge that came at once; one before it for midnight and time zones.
const DAYS_AT_ONCE: std::ops::RangeInclusive<i64> = -1..=2;
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
            // What a balance or a second card paid, this card did not.
            let mut orders = first.orders.iter().filter_map(|&order| book.orders.get(order));
            let balance = orders.any(|order| order.balance || order.cards.len() > 1);
            let share = seen.minor.checked_mul(100)? / minor;
            let usual_day = members.iter().any(|piece| is_usual_day(piece, seen));
            let in_time = members.iter().any(|piece| seen.day <= piece.last);
            let way = if balance && seen.minor < minor && share >= LEAST_PAID && in_time {
                Way::PartPaid
            } else if usual_day
                && ((100 - MOST_OFF..=100 + MOST_ON).contains(&share) || is_with_fee(seen, minor))
            {
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

fn is_with_fee(seen: &Seen<'_>, minor: i64) -> bool {
    seen.currency == Currency::USD && (1..=DELIVERY_FEE).contains(&(seen.minor - minor))
}

fn is_usual_day(piece: &Piece, seen: &Seen<'_>) -> bool {
    if piece.sending == Sending::UnderWay {
        return is_in_last_week(piece, seen);
    }
    (DAYS_AROUND.0..=DAYS_AROUND.1).contains(&(seen.day - piece.expected).num_days())
}

/// What has not left when the export was made may be charged from a week before that on. Later charges may as well be for
/// orders that are not in it.
fn is_in_last_week(piece: &Piece, seen: &Seen<'_>) -> bool {
    piece.first <= seen.day && (0..=LAST_WEEK).contains(&(piece.exported - seen.day).num_days())
}

/// What is left of an order whose parcels the file does not tell.
struct Rest {
    order: usize,
    pieces: Vec<usize>,
    left: i64,
    /// The charge is a multiple of this.
    unit: i64,
}

/// Open charges that an order can account for although no sum of its parcels does: it was under way when its export was
/// made, and the charge comes in the export's last days; or its line is of several equal things, and the charge is for
/// some of them. Each charge with its candidate and the other orders that could be it; all charges of an order together
/// are at most what is left of it.
pub(crate) fn of_open_orders(
    book: &Book,
    units: &Units<'_>,
    open: &[(usize, &Seen<'_>)],
    free: impl Fn(usize) -> bool,
) -> Vec<(Candidate, Vec<Vec<usize>>)> {
    let mut rests = rests(book, free);
    let mut found = Vec::new();
    // The smaller a charge, the fewer orders are too small for it: those that only one order can hold come last.
    let mut open: Vec<&(usize, &Seen<'_>)> = open.iter().collect();
    open.sort_by_key(|(charge, seen)| (seen.minor, *charge));
    for (charge, seen) in open {
        let mut fitting: Vec<(i64, usize)> = rests
            .iter()
            .enumerate()
            .filter(|(_, rest)| {
                rest.can_be(book, seen) && units.weight(seen, &rest.pieces, Way::Open).is_some()
            })
            .map(|(at, rest)| (rest.left, at))
            .collect();
        fitting.sort_unstable();
        let mut fitting = fitting.into_iter().map(|(_, at)| at);
        let Some(own) = fitting.next() else { continue };
        let others = fitting.filter_map(|at| Some(vec![rests.get(at)?.order])).collect();
        if let Some(rest) = rests.get_mut(own) {
            rest.left -= seen.minor;
            let pieces = rest.pieces.clone();
            found.push((Candidate { charge: *charge, pieces, weight: 1, way: Way::Open }, others));
        }
    }
    found
}

fn rests(book: &Book, free: impl Fn(usize) -> bool) -> Vec<Rest> {
    let mut rests = Vec::new();
    for (index, order) in book.orders.iter().enumerate() {
        let piece_of = |piece: &usize| book.pieces.get(*piece);
        let due: Vec<usize> = book.due(order).into_iter().filter(|&piece| free(piece)).collect();
        let sum = |pieces: &[usize]| pieces.iter().filter_map(piece_of).map(|piece| piece.minor).sum();
        let (under_way, others): (Vec<usize>, Vec<usize>) =
            due.into_iter().partition(|p| piece_of(p).is_some_and(|p| p.sending == Sending::UnderWay));
        if !under_way.is_empty() {
            let left = sum(&under_way);
            rests.push(Rest { order: index, pieces: under_way, left, unit: 1 });
        }
        for piece in others {
            if let Some(several) = piece_of(&piece).filter(|p| p.units > 1 && p.minor % p.units == 0) {
                let unit = several.minor / several.units;
                rests.push(Rest { order: index, pieces: vec![piece], left: several.minor, unit });
            }
        }
    }
    rests
}

impl Rest {
    fn can_be(&self, book: &Book, seen: &Seen<'_>) -> bool {
        let Some(order) = book.orders.get(self.order) else { return false };
        let in_time = |piece: &Piece| match piece.sending {
            Sending::UnderWay => is_in_last_week(piece, seen),
            Sending::Sent | Sending::Unknown => (piece.first..=piece.last).contains(&seen.day),
        };
        seen.minor <= self.left
            && seen.minor % self.unit == 0
            && seen.currency == order.currency
            && order.site.is_none_or(|site| seen.site.is_none_or(|named| named == site))
            && self.pieces.iter().filter_map(|&piece| book.pieces.get(piece)).all(in_time)
    }
}

/// Whole orders charged on the day they were placed, more than a week before they left: the full sum is
/// authorised then, and some statements bear that day. Only where nothing else was charged for the order.
pub(crate) fn at_once(
    book: &Book,
    units: &Units<'_>,
    open: &[(usize, &Seen<'_>)],
    free: impl Fn(usize) -> bool,
) -> Vec<Candidate> {
    let mut by_sum: HashMap<(Currency, i64), Vec<usize>> = HashMap::new();
    for (index, order) in book.orders.iter().enumerate() {
        let due = book.due(order);
        let all_later = due.iter().filter_map(|&piece| book.pieces.get(piece)).all(|piece| {
            let late = (piece.expected - order.day).num_days();
            piece.kind == PieceKind::Shipment && piece.sending == Sending::Sent && late > LAST_WEEK
        });
        if !due.is_empty() && all_later && due.iter().all(|&piece| free(piece)) {
            by_sum.entry((order.currency, units.sum(&due))).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (charge, seen) in open {
        let orders = by_sum.get(&(seen.currency, seen.minor)).into_iter().flatten();
        for order in orders.filter_map(|&order| book.orders.get(order)) {
            let pieces = book.due(order);
            if DAYS_AT_ONCE.contains(&(seen.day - order.day).num_days())
                && let Some(weight) = units.weight(seen, &pieces, Way::AtOnce)
            {
                found.push(Candidate { charge: *charge, pieces, weight, way: Way::AtOnce });
            }
        }
    }
    found
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
