//! Every way the orders could explain a charge to the coin.

use std::collections::HashMap;

use chrono::NaiveDate;
use mioboe_model::Currency;

use crate::assign::{Candidate, Way};
use crate::book::{Book, Piece, PieceKind, Sending};
use crate::cards::{CardFit, Cards};
use crate::service::Service;

/// Orders with more parcels than this are combined only as a whole and by day.
const MOST_PIECES_TO_COMBINE: usize = 8;
/// Several orders in one charge leave together.
const MOST_DAYS_ACROSS: i64 = 1;
const MOST_UNITS_ACROSS: usize = 14;
const MOST_ORDERS_ACROSS: usize = 4;
/// A sum put together from several orders is weaker evidence, so the days must be close where others want the parcels.
pub(crate) const CLOSE_ACROSS: (i64, i64) = (-3, 6);
/// Parcels that nobody else wants may be charged on any day on which each of them may be.
pub(crate) const DAYS_ACROSS: (i64, i64) = (-7, 10);

/// More units of one sum than this are a crowd.
const CROWD: usize = 64;

/// Weights are counted in points; a point has this many parts.
pub(crate) const POINT: i64 = 1024;

/// A charge as the matching sees it.
pub(crate) struct Seen<'a> {
    pub(crate) day: NaiveDate,
    /// Positive, in the smallest coins.
    pub(crate) minor: i64,
    pub(crate) currency: Currency,
    /// The same sum in the shop's currency, where the statement prints it.
    pub(crate) foreign: Option<(i64, Currency)>,
    pub(crate) card: Option<&'a str>,
    /// `card` is its first digits; orders name the last.
    pub(crate) card_first: bool,
    pub(crate) service: Service,
    /// The shop that the text names, `amazon.de`.
    pub(crate) site: Option<&'static str>,
    /// An order number printed on the statement.
    pub(crate) order: Option<usize>,
}

/// Something with a sum: a piece, or several pieces of one order.
struct Unit {
    pieces: Vec<usize>,
    way: Way,
    first: NaiveDate,
    last: NaiveDate,
}

/// Units by their sum.
pub(crate) struct Units<'a> {
    book: &'a Book,
    /// Which cards are one; nothing is known before it was learnt.
    cards: Cards,
    by_sum: HashMap<(Currency, i64), Vec<Unit>>,
    /// Single pieces that are a whole order or a parcel of one, by day, for combining orders.
    by_day: Vec<usize>,
}

impl<'a> Units<'a> {
    pub(crate) fn new(book: &'a Book) -> Self {
        let mut units = Self { book, cards: Cards::default(), by_sum: HashMap::new(), by_day: Vec::new() };
        for (index, piece) in book.pieces.iter().enumerate() {
            if piece.kind == PieceKind::Cancelled {
                continue;
            }
            let alone = piece.orders.len() == 1
                && piece
                    .orders
                    .first()
                    .and_then(|&order| book.orders.get(order))
                    .is_some_and(|order| book.due(order).len() == 1);
            let way = match (piece.orders.len(), alone) {
                (1, true) => Way::Whole,
                (1, false) => Way::Part,
                _ => Way::Across,
            };
            units.add(vec![index], way);
            if piece.kind != PieceKind::Listed {
                units.by_day.push(index);
            }
        }
        for order in &book.orders {
            let due = book.due(order);
            units.combine(&due);
        }
        // Each bucket is put in order for itself.
        #[expect(clippy::iter_over_hash_type, reason = "no bucket sees another")]
        for bucket in units.by_sum.values_mut() {
            bucket.sort_by(|a, b| (a.last, &a.pieces).cmp(&(b.last, &b.pieces)));
        }
        units
    }

    /// Where in a crowd of equal sums each charge's own unit stands, if every charge in turn takes the first one
    /// it can: so looking only around that place loses no charge its explanation.
    pub(crate) fn places_in_crowd(&self, seen: &[Seen<'_>]) -> Vec<usize> {
        let mut next: HashMap<(Currency, i64), usize> = HashMap::new();
        let place = |charge: &Seen<'_>| {
            let key = (charge.currency, charge.minor);
            let Some(bucket) = self.by_sum.get(&key).filter(|bucket| bucket.len() > CROWD) else { return 0 };
            let next = next.entry(key).or_insert(0);
            let first = bucket.partition_point(|unit| unit.last < charge.day);
            let place = first.max(*next);
            if bucket.get(place).is_some_and(|unit| unit.first <= charge.day) {
                *next = place + 1;
            }
            place
        };
        seen.iter().map(place).collect()
    }

    /// The pieces of everything that has this sum.
    pub(crate) fn of_sum(&self, currency: Currency, minor: i64) -> impl Iterator<Item = (&[usize], Way)> {
        let units = self.by_sum.get(&(currency, minor)).into_iter().flatten();
        units.map(|unit| (unit.pieces.as_slice(), unit.way))
    }

    pub(crate) fn learn(&mut self, cards: Cards) {
        self.cards = cards;
    }

    fn add(&mut self, pieces: Vec<usize>, way: Way) {
        let mut members = pieces.iter().filter_map(|&piece| self.book.pieces.get(piece));
        let Some(head) = members.next() else { return };
        let (mut minor, mut first, mut last) = (head.minor, head.first, head.last);
        for member in members {
            minor += member.minor;
            first = first.min(member.first);
            last = last.max(member.last);
        }
        self.by_sum.entry((head.currency, minor)).or_default().push(Unit { pieces, way, first, last });
    }

    /// All unions of two or more pieces of one order.
    fn combine(&mut self, due: &[usize]) {
        let count = due.len();
        if count < 2 {
            return;
        }
        self.add(due.to_vec(), Way::Whole);
        if count > MOST_PIECES_TO_COMBINE {
            let day = |&piece: &usize| self.book.pieces.get(piece).map(|piece| piece.expected);
            let by_day: Vec<Vec<usize>> =
                due.chunk_by(|a, b| day(a) == day(b)).map(<[usize]>::to_vec).collect();
            for group in by_day.into_iter().filter(|group| (2..count).contains(&group.len())) {
                self.add(group, Way::Union);
            }
            return;
        }
        for mask in 1_usize..(1 << count) - 1 {
            if mask.count_ones() >= 2 {
                let chosen =
                    due.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, &p)| p).collect();
                self.add(chosen, Way::Union);
            }
        }
    }

    /// The candidates of one charge: an order number or a listed payment, pieces, unions.
    ///
    /// Among more than [`CROWD`] units of its sum only those around `place` are looked at.
    pub(crate) fn exact(&self, charge: usize, seen: &Seen<'_>, place: usize) -> Vec<Candidate> {
        if let Some(named) = seen.order.and_then(|order| self.book.orders.get(order)) {
            // The statement itself names the order: no day and no card is asked.
            let due = self.book.due(named);
            let fits = |pieces: &[usize]| self.sum(pieces) == seen.minor;
            let pieces = std::iter::once(due.clone())
                .chain(due.iter().map(|&piece| vec![piece]))
                .find(|pieces| fits(pieces))
                .unwrap_or(due);
            if !pieces.is_empty() {
                return vec![Candidate { charge, pieces, weight: 3000 * POINT, way: Way::Whole }];
            }
        }
        let sums = std::iter::once((seen.minor, seen.currency)).chain(seen.foreign);
        sums.filter_map(|(minor, currency)| self.by_sum.get(&(currency, minor)))
            .flat_map(|bucket| around(bucket, place))
            .filter(|unit| unit.first <= seen.day && seen.day <= unit.last)
            .filter_map(|unit| {
                let weight = self.weight(seen, &unit.pieces, unit.way)?;
                Some(Candidate { charge, pieces: unit.pieces.clone(), weight, way: unit.way })
            })
            .collect()
    }

    /// Sums over parcels of several orders that left within a day of each other, so many days around the charge.
    pub(crate) fn across(
        &self,
        charge: usize,
        seen: &Seen<'_>,
        days: (i64, i64),
        free: impl Fn(usize) -> bool,
    ) -> Vec<Candidate> {
        let distance = |piece: usize| {
            self.book.pieces.get(piece).map_or(i64::MAX, |p| (seen.day - p.expected).num_days())
        };
        let piece_of = |piece: &usize| self.book.pieces.get(*piece);
        let from = self.by_day.partition_point(|piece| {
            piece_of(piece).is_some_and(|p| (seen.day - p.expected).num_days() > days.1)
        });
        let near: Vec<usize> = self
            .by_day
            .iter()
            .skip(from)
            .copied()
            .take_while(|&piece| distance(piece) >= days.0)
            .filter(|&piece| {
                free(piece)
                    && piece_of(&piece).is_some_and(|p| {
                        p.currency == seen.currency
                            && p.minor < seen.minor
                            && p.kind != PieceKind::Digital
                            && (p.first..=p.last).contains(&seen.day)
                    })
            })
            .collect();
        let mut found = Vec::new();
        let mut start = 0;
        while let Some(&head) = near.get(start) {
            // Every set whose earliest parcel is `head`.
            let rest: Vec<usize> = near
                .iter()
                .skip(start + 1)
                .copied()
                .take_while(|&piece| distance(head) - distance(piece) <= MOST_DAYS_ACROSS)
                .take(MOST_UNITS_ACROSS)
                .collect();
            let mut set = vec![head];
            self.sets(seen, &rest, &mut set, &mut found);
            start += 1;
        }
        found
            .into_iter()
            .filter(|pieces| self.orders_of(pieces).len() >= 2)
            .filter_map(|pieces| {
                let weight = self.weight(seen, &pieces, Way::Across)?;
                Some(Candidate { charge, pieces, weight, way: Way::Across })
            })
            .collect()
    }

    fn sets(&self, seen: &Seen<'_>, rest: &[usize], set: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        let sum = self.sum(set);
        if sum == seen.minor && set.len() >= 2 {
            found.push(set.clone());
        }
        if sum >= seen.minor || set.len() >= MOST_ORDERS_ACROSS {
            return;
        }
        let mut rest = rest;
        while let Some((&head, tail)) = rest.split_first() {
            set.push(head);
            self.sets(seen, tail, set, found);
            set.pop();
            rest = tail;
        }
    }

    pub(crate) fn sum(&self, pieces: &[usize]) -> i64 {
        pieces.iter().filter_map(|&piece| self.book.pieces.get(piece)).map(|piece| piece.minor).sum()
    }

    pub(crate) fn orders_of(&self, pieces: &[usize]) -> Vec<usize> {
        orders_of(self.book, pieces)
    }

    /// How good an explanation it is; `None` where it is none. Coins agree already.
    pub(crate) fn weight(&self, seen: &Seen<'_>, pieces: &[usize], way: Way) -> Option<i64> {
        let members = || pieces.iter().filter_map(|&piece| self.book.pieces.get(piece));
        let count = i64::try_from(pieces.len()).ok()?;
        let base = match way {
            Way::Whole => 1000 - 5 * count,
            Way::Part => 990,
            Way::Union => 970,
            Way::Across if count == 1 => 1000,
            Way::Across => 960 - 15 * count,
            Way::PartPaid => 400,
            Way::Open => 100,
            Way::AtOnce => 500,
            Way::Near => 300,
            Way::Abroad => 200,
            Way::Cancelled => 600,
        };
        let listed = members().all(|piece| piece.kind == PieceKind::Listed);
        let distance = members().map(|piece| day_cost(seen.day, piece)).min()?;
        let digital = members().any(|piece| piece.kind == PieceKind::Digital);
        // Goods are never billed under the digital name; digital orders now and then under the plain one.
        let kind = match (seen.service.is_digital(), digital) {
            (true, false) if !listed => return None,
            (false, true) if seen.service == Service::AmazonMarketplace => return None,
            (false, true) => -120,
            _ => 0,
        };
        let name = if seen.service.is_doubtful() { -200 } else { 0 };
        let card =
            pieces.iter().filter_map(|&piece| self.card_fit(seen, piece)).min_by_key(|(_, worth)| *worth);
        let card = match card {
            Some((CardFit::Other, _)) => return None,
            Some((_, worth)) => worth,
            None => 0,
        };
        // After the export's end the charge may as well be for an order that is not in it.
        let end = if members().all(|piece| seen.day > piece.exported) { -300 } else { 0 };
        let points = base + if listed { 40 } else { 0 } - distance + kind + name + card + end;
        Some((points * POINT - self.lag(seen, pieces)).max(1))
    }

    /// The square of the days since the order, far below one point: of two equally good pairings the one that
    /// keeps earlier orders with earlier charges wins.
    fn lag(&self, seen: &Seen<'_>, pieces: &[usize]) -> i64 {
        let orders = orders_of(self.book, pieces);
        let days = orders
            .iter()
            .filter_map(|&order| self.book.orders.get(order))
            .map(|order| (seen.day - order.day).num_days());
        days.map(|days| days.clamp(0, 31).pow(2)).sum::<i64>().min(POINT - 1)
    }

    fn card_fit(&self, seen: &Seen<'_>, piece: usize) -> Option<(CardFit, i64)> {
        let piece = self.book.pieces.get(piece)?;
        let order = piece.orders.first().and_then(|&order| self.book.orders.get(order))?;
        let fit = self.cards.fit(seen.card, &order.cards);
        let worth = match fit {
            CardFit::Same => 30,
            CardFit::Replaced => 20,
            CardFit::Unknown => 0,
            CardFit::Other => -1000,
        };
        Some((fit, worth))
    }
}

/// The units around a place, or all where they are no crowd.
fn around(bucket: &[Unit], place: usize) -> impl Iterator<Item = &Unit> {
    let (skip, take) =
        if bucket.len() > CROWD { (place.saturating_sub(CROWD / 2), CROWD) } else { (0, bucket.len()) };
    bucket.iter().skip(skip).take(take)
}

/// The orders behind some pieces, each once, in order.
pub(crate) fn orders_of(book: &Book, pieces: &[usize]) -> Vec<usize> {
    let pieces = pieces.iter().filter_map(|&piece| book.pieces.get(piece));
    let mut orders: Vec<usize> = pieces.flat_map(|piece| &piece.orders).copied().collect();
    orders.sort_unstable();
    orders.dedup();
    orders
}

/// Most charges bear the day of shipping or one of the next three; the rarer the day, the more it costs.
pub(crate) fn day_cost(charged: NaiveDate, piece: &Piece) -> i64 {
    let late = (charged - piece.expected).num_days();
    match piece.sending {
        // It had not left yet: what left on that day is likelier. Before its last week only a hold can be there.
        Sending::UnderWay if late < -LAST_WEEK => NOT_LEFT + 10 * -late.max(-31),
        Sending::UnderWay => NOT_LEFT + 4 * late.max(0),
        Sending::Sent | Sending::Unknown => match late {
            0..=3 => late * 4,
            4.. => 12 + (late - 3) * 8,
            -1 => 5,
            _ => 5 + (-1 - late) * 10,
        },
    }
}

/// A charge comes at most this long before its parcel leaves.
pub(crate) const LAST_WEEK: i64 = 7;
/// More than any day on which parcels are usually charged.
const NOT_LEFT: i64 = 40;
