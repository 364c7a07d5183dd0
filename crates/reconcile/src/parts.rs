//! Charges that are less than a parcel: parts of one that was charged in several, and orders of another sum.

use mioboe_model::sorted::{Map, Set};
use std::rc::Rc;

use chrono::{NaiveDate, TimeDelta};
use mioboe_model::Currency;

use crate::MOST_ALTERNATIVES;
use crate::assign::{Candidate, Way};
use crate::book::{Book, Piece, PieceKind, Sending};
use crate::candidates::{LAST_WEEK, Looked, MOST_LOOKED, POINT, Seen, Units};
use crate::ix::{ChargeIx, PieceIx};

/// A parcel is rarely charged in more parts.
const MOST_CHARGES: usize = 3;
/// Charges looked at around one parcel.
const MOST_NEAR: usize = 24;
/// Spent on the parts of one parcel.
const MOST_STEPS: usize = 10_000;
/// A charge has no more ways than this in which orders of another sum could be behind it; the best are kept.
const MOST_WAYS: usize = 64;
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

/// What was found for one charge, and whether that is all.
pub(crate) type Found = (Vec<Candidate>, Looked);

/// Charges, and the pieces that they make up together.
pub(crate) type Split = (Vec<ChargeIx>, Rc<[PieceIx]>);

/// Free pieces, and after them whole orders of several, that two or three open charges make up to the coin, and those
/// charges; and how many steps it took. Of an order the parts need not be its parcels: a discount that the file puts at one
/// of them may go off all payments.
pub(crate) fn charged_in_parts(
    book: &Book,
    open: &[(ChargeIx, &Seen<'_>)],
    free: impl Fn(PieceIx) -> bool,
) -> (Vec<Split>, usize) {
    let is_free = |index: PieceIx, piece: &Piece| piece.kind == PieceKind::Shipment && free(index);
    let single = book.numbered().filter(|(index, piece)| is_free(*index, piece));
    let orders = book.orders.iter().map(|order| book.due(order).collect::<Rc<[PieceIx]>>());
    let whole = orders.filter(|due| {
        let is_sent = |piece: &Piece| piece.sending == Sending::Sent;
        let is_whole = |&index: &PieceIx| book.piece(index).is_some_and(|p| is_free(index, p) && is_sent(p));
        1 < due.len() && due.iter().all(is_whole)
    });
    let mut work = 0;
    let mut taken: Set<ChargeIx> = Set::new();
    let mut found = Vec::new();
    for pieces in single.map(|(index, _)| Rc::from([index])).chain(whole) {
        let all = || pieces.iter().filter_map(|&piece| book.piece(piece));
        let days = all().map(|piece| piece.first).min().zip(all().map(|piece| piece.last).max());
        let (Some((first, last)), Some(sum), Some(piece)) = (days, book.sum(&pieces), all().next()) else {
            continue;
        };
        let from = open.partition_point(|(_, seen)| seen.day < first);
        let near: Vec<(ChargeIx, i64)> = open
            .iter()
            .skip(from)
            .take_while(|(_, seen)| seen.day <= last)
            .take(MOST_LOOKED)
            .filter(|(charge, seen)| {
                seen.currency == piece.currency
                    && seen.minor < sum
                    && !seen.service.is_digital()
                    && !taken.contains(charge)
            })
            .map(|(charge, seen)| (*charge, seen.minor))
            .take(MOST_NEAR)
            .collect();
        let most = all().map(|piece| piece.parts).max().unwrap_or_default().max(MOST_CHARGES);
        let mut parts = Parts { most, steps: 0, sets: Vec::new() };
        parts.add(&mut Vec::new(), sum, &near);
        work += parts.steps;
        // Two ways to make it up are no evidence for either, unless they are the same sums; nor is one of those that
        // were looked at, where there are too many.
        if let ([only], true) = (parts.sets.as_slice(), parts.steps <= MOST_STEPS) {
            taken.extend(only);
            found.push((only.clone(), pieces));
        }
    }
    (found, work)
}

/// Sets of charges that make up a piece; two of them are enough to know that there is no saying.
struct Parts {
    /// Charges in one set.
    most: usize,
    steps: usize,
    sets: Vec<Vec<ChargeIx>>,
}

impl Parts {
    /// No deeper than [`MOST_NEAR`] charges.
    fn add(&mut self, set: &mut Vec<ChargeIx>, left: i64, near: &[(ChargeIx, i64)]) {
        self.steps += 1;
        if left == 0 && set.len() >= 2 {
            self.sets.push(set.clone());
        }
        let mut near = near;
        while let Some((&(charge, minor), rest)) = near.split_first() {
            let is_done = left <= 0 || set.len() >= self.most || self.sets.len() > 1;
            if is_done || self.steps > MOST_STEPS {
                return;
            }
            if minor <= left {
                set.push(charge);
                self.add(set, left - minor, rest);
                set.pop();
            }
            near = rest;
        }
    }
}

/// Free pieces in the days around a charge, and whether these are all.
fn around<'a>(book: &'a Book, free: &'a [PieceIx], seen: &Seen<'_>) -> (Vec<(PieceIx, &'a Piece)>, Looked) {
    // Pieces stand by day.
    let late = |piece: &PieceIx| book.piece(*piece).map_or(i64::MIN, |p| (seen.day - p.expected).num_days());
    let from = free.partition_point(|piece| late(piece) > MOST_DAYS_AROUND.1);
    let near = free.iter().skip(from).take_while(|piece| late(piece) >= MOST_DAYS_AROUND.0);
    let near: Vec<(PieceIx, &Piece)> =
        near.take(MOST_LOOKED).filter_map(|&piece| Some((piece, book.piece(piece)?))).collect();
    let looked = if near.len() < MOST_LOOKED { Looked::Whole } else { Looked::Part };
    (near, looked)
}

/// The best of what was found for one charge.
fn best(mut found: Vec<Candidate>, looked: Looked) -> Found {
    if found.len() <= MOST_WAYS {
        return (found, looked);
    }
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.weight));
    found.truncate(MOST_WAYS);
    (found, Looked::Part)
}

/// Free pieces and orders whose sum is near the charge, or above it where a balance paid a part.
pub(crate) fn near(
    book: &Book,
    units: &Units<'_>,
    charge: ChargeIx,
    seen: &Seen<'_>,
    free: &[PieceIx],
) -> Found {
    let (pieces, looked) = around(book, free, seen);
    let mut found = Vec::new();
    for (index, piece) in pieces {
        if piece.currency != seen.currency || piece.kind != PieceKind::Shipment {
            continue;
        }
        found.extend(near_to(book, units, charge, seen, &[index]));
        if let Some(whole) = whole_order(book, index, piece, free) {
            found.extend(near_to(book, units, charge, seen, &whole));
        }
    }
    best(found, looked)
}

fn near_to(
    book: &Book,
    units: &Units<'_>,
    charge: ChargeIx,
    seen: &Seen<'_>,
    pieces: &[PieceIx],
) -> Option<Candidate> {
    let members = || pieces.iter().filter_map(|&piece| book.piece(piece));
    let first = members().next()?;
    let fits = members().all(|p| p.currency == seen.currency && p.kind == PieceKind::Shipment);
    if !fits || seen.day < first.first {
        return None;
    }
    let minor = book.sum(pieces)?;
    let share = seen.minor.checked_mul(100)?.checked_div(minor)?;
    let is_near = (100 - MOST_OFF..=100 + MOST_ON).contains(&share) || is_with_fee(seen, minor);
    let may_be_part = seen.minor < minor && share >= LEAST_PAID;
    if !is_near && !may_be_part {
        return None;
    }
    // What a balance or a second card paid, this card did not.
    let mut orders = first.orders.iter().filter_map(|&order| book.orders.get(order));
    let balance = orders.any(|order| order.balance || order.cards.len() > 1);
    let in_time = || members().any(|piece| seen.day <= piece.last);
    let way = if balance && may_be_part && in_time() {
        Way::PartPaid
    } else if is_near && members().any(|piece| is_usual_day(piece, seen)) {
        Way::Near
    } else {
        return None;
    };
    // The nearer the sums, the better.
    let closeness = if way == Way::Near { share.min(100) } else { share / 2 };
    let weight = units.weight(seen, pieces, way)? + closeness * POINT;
    Some(Candidate { charge, pieces: pieces.into(), weight, way })
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

/// Days from one monthly payment to the next.
const MONTH: std::ops::RangeInclusive<i64> = 26..=35;
/// No seller lets a purchase be paid in more.
const MOST_MONTHS: i64 = 48;
/// Among more charges that nothing explains every sum is some part of some order.
const MOST_OPEN: usize = 2_000;

/// Orders paid month by month, by two charges or more: a first one on the order's own days, then equal ones, together the order or a part of it
/// that divides it, as long as the next one is still to come. Where the statements `begin` after the order left, the first
/// ones are on none of them.
pub(crate) fn instalments(
    book: &Book,
    units: &Units<'_>,
    open: &[(ChargeIx, &Seen<'_>)],
    (begin, end): (NaiveDate, NaiveDate),
    free: impl Fn(PieceIx) -> bool,
) -> Vec<Split> {
    let mut taken: Set<ChargeIx> = Set::new();
    let mut found = Vec::new();
    if open.len() > MOST_OPEN {
        return found;
    }
    for order in &book.orders {
        let due: Rc<[PieceIx]> = book.due(order).collect();
        let pieces = || due.iter().filter_map(|&piece| book.piece(piece));
        let is_goods = |p: &Piece| p.kind == PieceKind::Shipment && p.sending != Sending::UnderWay;
        let days = pieces().map(|p| p.first).min().zip(pieces().map(|p| p.last).max());
        let (Some((first, last)), Some(whole)) = (days, book.sum(&due)) else { continue };
        if !due.iter().all(|&piece| free(piece)) || !pieces().all(is_goods) {
            continue;
        }
        let is_cut = last < begin;
        let (first, last) =
            if is_cut { (begin, begin + TimeDelta::days(*MONTH.end())) } else { (first, last) };
        let months = (first - order.day).num_days() / 30;
        if is_cut && MOST_MONTHS <= months {
            continue;
        }
        let fits = |(charge, seen): &&(ChargeIx, &Seen<'_>)| {
            seen.minor < whole
                && seen.currency == order.currency
                && !taken.contains(charge)
                && units.weight(seen, &due, Way::Instalment).is_some()
        };
        let within = |from: NaiveDate, to: NaiveDate| {
            let skip = open.partition_point(|(_, seen)| seen.day < from);
            open.iter().skip(skip).take_while(move |(_, seen)| seen.day <= to).take(MOST_NEAR).filter(fits)
        };
        for &(charge, head) in within(first, last) {
            let of_month = (head.day - order.day).num_days() % 30;
            if is_cut && !(of_month <= 8 || 25 <= of_month) {
                continue;
            }
            let mut chain = vec![charge];
            let (mut paid, mut day, mut part) = (head.minor, head.day, head.minor);
            loop {
                let to = (day + TimeDelta::days(*MONTH.start()), day + TimeDelta::days(*MONTH.end()));
                let is_first = chain.len() == 1;
                let next = within(to.0, to.1).filter(|(_, seen)| {
                    paid.saturating_add(seen.minor) <= whole
                        && (if is_first {
                            seen.minor <= part + 1
                        } else {
                            (seen.minor - part).abs() <= MOST_MONTHS
                        })
                });
                let Some((charge, seen)) = next.min_by_key(|(_, seen)| (seen.minor - part).abs()) else {
                    break;
                };
                chain.push(*charge);
                (paid, day) = (paid + seen.minor, seen.day);
                if is_first {
                    part = seen.minor;
                }
            }
            let count = i64::try_from(chain.len()).unwrap_or(MOST_MONTHS);
            let is_even = (head.minor - part).abs() <= 1;
            let to_come = (end - day).num_days() <= *MONTH.end();
            // What was paid before the statements begin nobody sees.
            let rest = if is_cut { whole } else { whole - paid };
            let more = rest.saturating_add(part / 2) / part.max(1);
            let all = if is_cut { more } else { count + more };
            let divides = (rest - more * part).abs() < all && all <= MOST_MONTHS && 0 < more;
            let is_whole = !is_cut && rest == 0 && (is_even || 2 < count);
            if 1 < count && (is_whole || (to_come && divides && (!is_cut || is_even))) {
                taken.extend(&chain);
                found.push((chain, Rc::clone(&due)));
                break;
            }
        }
    }
    found
}

/// What is left of an order whose parcels the file does not tell.
struct Rest {
    order: usize,
    pieces: Rc<[PieceIx]>,
    left: i64,
    /// The charge is a multiple of this.
    unit: i64,
    /// The days on which all its pieces may be charged.
    first: NaiveDate,
    last: NaiveDate,
}

/// Open charges that an order can account for although no sum of its parcels does: it was under way when its export was
/// made, and the charge comes in the export's last days; or its line is of several equal things, and the charge is for
/// some of them. Each charge with its candidate and the other orders that could be it; all charges of an order together
/// are at most what is left of it.
pub(crate) fn of_open_orders(
    book: &Book,
    units: &Units<'_>,
    open: &[(ChargeIx, &Seen<'_>)],
    free: impl Fn(PieceIx) -> bool,
) -> Vec<(Candidate, Vec<Vec<usize>>)> {
    let mut rests = rests(book, free);
    // By their first day, so that only those around a charge are looked at.
    rests.sort_by_key(|rest| (rest.first, rest.order));
    let longest = rests.iter().map(|rest| rest.last - rest.first).max().unwrap_or_default();
    let mut found = Vec::new();
    // The smaller a charge, the fewer orders are too small for it: those that only one order can hold come last.
    let mut open: Vec<&(ChargeIx, &Seen<'_>)> = open.iter().collect();
    open.sort_by_key(|(charge, seen)| (seen.minor, *charge));
    for (charge, seen) in open {
        let from = rests.partition_point(|rest| seen.day - rest.first > longest);
        let around = rests.iter().enumerate().skip(from).take_while(|(_, rest)| rest.first <= seen.day);
        let mut fitting: Vec<(i64, usize, usize)> = around
            .take(MOST_LOOKED)
            .filter(|(_, rest)| {
                rest.can_be(book, seen) && units.weight(seen, &rest.pieces, Way::Open).is_some()
            })
            .map(|(at, rest)| (rest.left, rest.order, at))
            .collect();
        fitting.sort_unstable();
        let mut fitting = fitting.into_iter().map(|(_, _, at)| at);
        let Some(own) = fitting.next() else { continue };
        let others =
            fitting.filter_map(|at| Some(vec![rests.get(at)?.order])).take(MOST_ALTERNATIVES).collect();
        if let Some(rest) = rests.get_mut(own) {
            rest.left -= seen.minor;
            let pieces = Rc::clone(&rest.pieces);
            found.push((Candidate { charge: *charge, pieces, weight: 1, way: Way::Open }, others));
        }
    }
    found
}

fn rests(book: &Book, free: impl Fn(PieceIx) -> bool) -> Vec<Rest> {
    let mut rests = Vec::new();
    for (index, order) in book.orders.iter().enumerate() {
        let is_under_way =
            |piece: &PieceIx| book.piece(*piece).is_some_and(|p| p.sending == Sending::UnderWay);
        let due = book.due(order).filter(|&piece| free(piece));
        let (under_way, others): (Vec<PieceIx>, Vec<PieceIx>) = due.partition(is_under_way);
        if let Some(left) = book.sum(&under_way) {
            rests.extend(Rest::of(book, index, &under_way, left, 1));
        }
        for piece in others {
            if let Some(several) = book.piece(piece).filter(|p| p.units > 1 && p.minor % p.units == 0) {
                rests.extend(Rest::of(book, index, &[piece], several.minor, several.minor / several.units));
            }
        }
    }
    rests
}

impl Rest {
    /// `None` without pieces.
    fn of(book: &Book, order: usize, pieces: &[PieceIx], left: i64, unit: i64) -> Option<Self> {
        let days = |piece: &Piece| match piece.sending {
            // What has not left when the export was made may be charged from a week before that on. Later charges may as
            // well be for orders that are not in it.
            Sending::UnderWay => {
                let week = piece.exported.checked_sub_signed(TimeDelta::days(LAST_WEEK));
                (week.map_or(piece.first, |week| piece.first.max(week)), piece.exported)
            }
            Sending::Sent | Sending::Unknown => (piece.first, piece.last),
        };
        let days = || pieces.iter().filter_map(|&piece| book.piece(piece)).map(days);
        let (first, last) = (days().map(|days| days.0).max()?, days().map(|days| days.1).min()?);
        Some(Self { order, pieces: pieces.into(), left, unit, first, last })
    }

    fn can_be(&self, book: &Book, seen: &Seen<'_>) -> bool {
        let Some(order) = book.orders.get(self.order) else { return false };
        (self.first..=self.last).contains(&seen.day)
            && seen.minor <= self.left
            && seen.minor % self.unit == 0
            && seen.currency == order.currency
            && order.site.is_none_or(|site| seen.site.is_none_or(|named| named == site))
    }
}

/// Whole orders charged on the day they were placed, more than a week before they left: the full sum is
/// authorised then, and some statements bear that day. Only where nothing else was charged for the order.
pub(crate) fn at_once(
    book: &Book,
    units: &Units<'_>,
    open: &[(ChargeIx, &Seen<'_>)],
    free: impl Fn(PieceIx) -> bool,
) -> Vec<Found> {
    let mut by_sum: Map<(Currency, i64), Vec<(NaiveDate, usize)>> = Map::new();
    for (index, order) in book.orders.iter().enumerate() {
        let due: Vec<PieceIx> = book.due(order).collect();
        let all_later = due.iter().filter_map(|&piece| book.piece(piece)).all(|piece| {
            let late = (piece.expected - order.day).num_days();
            piece.kind == PieceKind::Shipment && piece.sending == Sending::Sent && late > LAST_WEEK
        });
        if !due.is_empty()
            && all_later
            && due.iter().all(|&piece| free(piece))
            && let Some(sum) = book.sum(&due)
        {
            by_sum.entry((order.currency, sum)).or_default().push((order.day, index));
        }
    }
    // Each list is put in order for itself.
    for orders in by_sum.values_mut() {
        orders.sort_unstable();
    }
    let mut all = Vec::new();
    for (charge, seen) in open {
        let orders = by_sum.get(&(seen.currency, seen.minor)).map_or(&[][..], Vec::as_slice);
        let late = |day: NaiveDate| (seen.day - day).num_days();
        let from = orders.partition_point(|(day, _)| late(*day) > *DAYS_AT_ONCE.end());
        let near = orders.iter().skip(from).take_while(|(day, _)| late(*day) >= *DAYS_AT_ONCE.start());
        let near: Vec<usize> = near.map(|(_, order)| *order).take(MOST_LOOKED).collect();
        let found = near.iter().filter_map(|&order| {
            let pieces: Vec<PieceIx> = book.due(book.orders.get(order)?).collect();
            let weight = units.weight(seen, &pieces, Way::AtOnce)?;
            Some(Candidate { charge: *charge, pieces: pieces.into(), weight, way: Way::AtOnce })
        });
        all.push(best(found.collect(), Looked::Whole));
    }
    all
}

/// Free pieces of cancelled orders of the very sum, on their days.
pub(crate) fn cancelled(
    book: &Book,
    units: &Units<'_>,
    open: &[(ChargeIx, &Seen<'_>)],
    free: impl Fn(PieceIx) -> bool,
) -> Vec<Found> {
    let mut by_sum: Map<(Currency, i64), Vec<PieceIx>> = Map::new();
    for (index, piece) in book.numbered() {
        if piece.kind == PieceKind::Cancelled && free(index) {
            by_sum.entry((piece.currency, piece.minor)).or_default().push(index);
        }
    }
    let of = |&(charge, seen): &(ChargeIx, &Seen<'_>)| {
        let pieces = by_sum.get(&(seen.currency, seen.minor)).map_or(&[][..], Vec::as_slice);
        let (near, looked) = around(book, pieces, seen);
        let fits = |piece: &Piece| piece.first <= seen.day && seen.day <= piece.last;
        let found = near.into_iter().filter(|(_, piece)| fits(piece)).filter_map(|(piece, _)| {
            let weight = units.weight(seen, &[piece], Way::Cancelled)?;
            Some(Candidate { charge, pieces: [piece].into(), weight, way: Way::Cancelled })
        });
        best(found.collect(), looked)
    };
    open.iter().map(of).collect()
}

/// All that is due for an order of several parcels, none of them charged yet; told at its first parcel only.
fn whole_order(book: &Book, index: PieceIx, piece: &Piece, free: &[PieceIx]) -> Option<Vec<PieceIx>> {
    let order = book.orders.get(*piece.orders.first()?)?;
    if book.due(order).take(2).count() < 2 || book.due(order).next() != Some(index) {
        return None;
    }
    let due: Vec<PieceIx> = book.due(order).collect();
    due.iter().all(|piece| free.binary_search(piece).is_ok()).then_some(due)
}

/// Free pieces in another currency, of the very shop that the statement names or digital like its text, where a rate could
/// make them the charge: weak evidence, and only where the statement does not print the sum in that currency itself.
pub(crate) fn abroad(
    book: &Book,
    units: &Units<'_>,
    charge: ChargeIx,
    seen: &Seen<'_>,
    free: &[PieceIx],
) -> Found {
    let is_digital = seen.service.is_digital();
    if seen.foreign.is_some() || (seen.site.is_none() && !is_digital) {
        return (Vec::new(), Looked::Whole);
    }
    let (pieces, looked) = around(book, free, seen);
    let found = pieces.into_iter().filter_map(|(index, piece)| {
        let is_there = || {
            let mut orders = piece.orders.iter().filter_map(|&order| book.orders.get(order));
            let is_goods = piece.kind == PieceKind::Shipment;
            orders.any(|order| if is_goods { order.site == seen.site } else { order.site.is_none() })
        };
        let fits = piece.first <= seen.day
            && seen.day <= piece.last
            && (piece.kind == PieceKind::Digital || (piece.kind == PieceKind::Shipment && !is_digital))
            && piece.currency != seen.currency
            && is_there()
            && may_be_worth(seen, piece.minor, piece.currency);
        let weight = fits.then(|| units.weight(seen, &[index], Way::Abroad))??;
        Some(Candidate { charge, pieces: [index].into(), weight, way: Way::Abroad })
    });
    let found: Vec<Candidate> = found.collect();
    // Nothing at all fits: then it does not matter that there was more.
    let looked = if found.is_empty() { Looked::Whole } else { looked };
    best(found, looked)
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
