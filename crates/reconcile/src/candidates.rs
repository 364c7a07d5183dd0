//! Every way the orders could explain a charge to the coin.

use mioboe_model::sorted::Map;
use std::cell::Cell;
use std::rc::Rc;

use chrono::NaiveDate;
use mioboe_model::Currency;

use crate::assign::{Candidate, Way};
use crate::book::{Book, Piece, PieceKind, Sending};
use crate::cards::{CardFit, Cards};
use crate::ix::{ChargeIx, PieceIx};
use crate::service::Service;

/// Orders with more parcels than this are combined only as a whole and by day.
const MOST_PIECES_TO_COMBINE: usize = 8;
/// Several orders in one charge leave together.
const MOST_DAYS_ACROSS: i64 = 1;
const MOST_UNITS_ACROSS: usize = 14;
const MOST_ORDERS_ACROSS: usize = 4;
/// Spent on the sums of several orders for one charge: a household of six orders a day needs about as many.
const MOST_STEPS_ACROSS: usize = 10_000;
/// Of more sets than this for one charge nobody can tell the right one.
const MOST_SETS: usize = 64;
/// Orders, pieces or charges looked at around one of the others. In a household there are some dozens.
pub(crate) const MOST_LOOKED: usize = 2_000;
/// Unions of pieces that are made in advance; beyond, orders are taken as a whole and by day.
const MOST_UNITS: usize = 1_000_000;
/// Units of one sum that are found by counting.
const FEW: usize = 8;
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
pub(crate) struct Unit {
    currency: Currency,
    minor: i64,
    pub(crate) pieces: Rc<[PieceIx]>,
    pub(crate) way: Way,
    first: NaiveDate,
    last: NaiveDate,
}

/// A piece that may be one of several in a charge.
struct Parcel {
    piece: PieceIx,
    minor: i64,
    currency: Currency,
    expected: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
}

/// Whether all that there is was looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looked {
    Whole,
    /// There was too much of it to tell apart: what was found is not all.
    Part,
}

/// Units by their sum.
pub(crate) struct Units<'a> {
    book: &'a Book,
    /// Which cards are one; nothing is known before it was learnt.
    cards: Cards,
    /// By currency, sum and last day.
    by_sum: Vec<Unit>,
    /// Single pieces that are a whole order or a parcel of one, by day, for combining orders.
    by_day: Vec<Parcel>,
    /// Steps of all searches so far.
    work: Cell<usize>,
}

impl<'a> Units<'a> {
    pub(crate) fn new(book: &'a Book) -> Self {
        let mut units = Self {
            book,
            cards: Cards::default(),
            by_sum: Vec::with_capacity(book.pieces.len()),
            by_day: Vec::new(),
            work: Cell::new(0),
        };
        for (index, piece) in book.numbered() {
            if piece.kind == PieceKind::Cancelled {
                continue;
            }
            let order = piece.orders.first().and_then(|&order| book.orders.get(order));
            let way = match piece.orders.as_slice() {
                [_] if order.is_some_and(|order| book.due(order).take(2).count() == 1) => Way::Whole,
                [_] => Way::Part,
                _ => Way::Across,
            };
            units.add(&[index], way);
            if piece.kind != PieceKind::Listed && piece.kind != PieceKind::Digital {
                let Piece { minor, currency, expected, first, last, .. } = *piece;
                units.by_day.push(Parcel { piece: index, minor, currency, expected, first, last });
            }
        }
        for order in &book.orders {
            let due: Vec<PieceIx> = book.due(order).collect();
            units.combine(&due);
        }
        units.by_sum.sort_by(|a, b| {
            (a.currency, a.minor, a.last, &a.pieces).cmp(&(b.currency, b.minor, b.last, &b.pieces))
        });
        units
    }

    /// All units of one sum, by their last day.
    pub(crate) fn of_sum(&self, currency: Currency, minor: i64) -> &[Unit] {
        let from = self.by_sum.partition_point(|unit| (unit.currency, unit.minor) < (currency, minor));
        let rest = self.by_sum.get(from..).unwrap_or_default();
        // Nearly all sums have a few units.
        let few = rest.iter().take(FEW).position(|unit| (unit.currency, unit.minor) != (currency, minor));
        let count = few
            .unwrap_or_else(|| rest.partition_point(|unit| (unit.currency, unit.minor) <= (currency, minor)));
        rest.get(..count).unwrap_or_default()
    }

    /// Where in a crowd of equal sums each charge's own unit stands, if every charge in turn takes the first one
    /// it can: so looking only around that place loses no charge its explanation.
    pub(crate) fn places_in_crowd(&self, seen: &[Seen<'_>]) -> Vec<usize> {
        let mut next: Map<(Currency, i64), usize> = Map::new();
        let place = |charge: &Seen<'_>| {
            let bucket = self.of_sum(charge.currency, charge.minor);
            if bucket.len() <= CROWD {
                return 0;
            }
            let next = next.entry((charge.currency, charge.minor)).or_insert(0);
            let first = bucket.partition_point(|unit| unit.last < charge.day);
            let place = first.max(*next);
            if bucket.get(place).is_some_and(|unit| unit.first <= charge.day) {
                *next = place + 1;
            }
            place
        };
        seen.iter().map(place).collect()
    }

    pub(crate) fn learn(&mut self, cards: Cards) {
        self.cards = cards;
    }

    /// What all searches cost.
    pub(crate) fn work(&self) -> usize {
        self.work.get()
    }

    /// Sums that cannot be held are no sums of a charge.
    fn add(&mut self, pieces: &[PieceIx], way: Way) {
        let members = || pieces.iter().filter_map(|&piece| self.book.piece(piece));
        let first = members().map(|piece| piece.first).min();
        let last = members().map(|piece| piece.last).max();
        if let (Some(head), Some(minor), Some(first), Some(last)) =
            (members().next(), self.book.sum(pieces), first, last)
        {
            let currency = head.currency;
            self.by_sum.push(Unit { currency, minor, pieces: pieces.into(), way, first, last });
        }
    }

    /// All unions of two or more pieces of one order.
    fn combine(&mut self, due: &[PieceIx]) {
        let count = due.len();
        if count < 2 {
            return;
        }
        self.add(due, Way::Whole);
        if count > MOST_PIECES_TO_COMBINE || self.by_sum.len() > MOST_UNITS {
            let day = |&piece: &PieceIx| self.book.piece(piece).map(|piece| piece.expected);
            let by_day: Vec<&[PieceIx]> = due.chunk_by(|a, b| day(a) == day(b)).collect();
            for group in by_day.into_iter().filter(|group| (2..count).contains(&group.len())) {
                self.add(group, Way::Union);
            }
            return;
        }
        for mask in 1_usize..(1 << count) - 1 {
            if mask.count_ones() >= 2 {
                let chosen = due.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
                let chosen: Vec<PieceIx> = chosen.map(|(_, &piece)| piece).collect();
                self.add(&chosen, Way::Union);
            }
        }
    }

    /// The candidates of one charge: an order number or a listed payment, pieces, unions.
    ///
    /// Among more than [`CROWD`] units of its sum only those around `place` are looked at.
    pub(crate) fn exact(&self, charge: ChargeIx, seen: &Seen<'_>, place: usize) -> Vec<Candidate> {
        if let Some(named) = seen.order.and_then(|order| self.book.orders.get(order)) {
            // The statement itself names the order: no day and no card is asked.
            let due: Vec<PieceIx> = self.book.due(named).collect();
            let fits = |pieces: &&[PieceIx]| self.book.sum(pieces) == Some(seen.minor);
            let singles = due.iter().map(std::slice::from_ref);
            let pieces = std::iter::once(due.as_slice()).chain(singles).find(fits).unwrap_or(&due);
            if !pieces.is_empty() {
                return vec![Candidate {
                    charge,
                    pieces: pieces.into(),
                    weight: 3000 * POINT,
                    way: Way::Whole,
                }];
            }
        }
        let sums = std::iter::once((seen.minor, seen.currency)).chain(seen.foreign);
        sums.flat_map(|(minor, currency)| around(self.of_sum(currency, minor), place))
            .filter(|unit| unit.first <= seen.day && seen.day <= unit.last)
            .filter_map(|unit| {
                let weight = self.weight(seen, &unit.pieces, unit.way)?;
                Some(Candidate { charge, pieces: Rc::clone(&unit.pieces), weight, way: unit.way })
            })
            .collect()
    }

    /// Sums over parcels of several orders that left within a day of each other, so many days around the charge.
    ///
    /// In a crowd, where some set makes nearly every sum, so many steps are spent and no more.
    pub(crate) fn across(
        &self,
        charge: ChargeIx,
        seen: &Seen<'_>,
        days: (i64, i64),
        free: impl Fn(PieceIx) -> bool,
    ) -> (Vec<Candidate>, Looked) {
        let late = |parcel: &Parcel| (seen.day - parcel.expected).num_days();
        let from = self.by_day.partition_point(|parcel| late(parcel) > days.1);
        let around = self.by_day.iter().skip(from).take_while(|parcel| late(parcel) >= days.0);
        let fits = |parcel: &&Parcel| {
            parcel.currency == seen.currency
                && parcel.minor < seen.minor
                && (parcel.first..=parcel.last).contains(&seen.day)
                && free(parcel.piece)
        };
        let near: Vec<&Parcel> = around.take(MOST_LOOKED).filter(fits).collect();
        let mut sets = Sets { steps: near.len(), found: Vec::new() };
        let is_cut = self.by_day.get(from + MOST_LOOKED).is_some_and(|parcel| late(parcel) >= days.0);
        let mut looked = Looked::Whole;
        for (at, head) in near.iter().enumerate() {
            // Every set whose earliest parcel is `head`.
            let rest: Vec<&Parcel> = near
                .iter()
                .skip(at + 1)
                .take_while(|parcel| (parcel.expected - head.expected).num_days() <= MOST_DAYS_ACROSS)
                .take(MOST_UNITS_ACROSS)
                .copied()
                .collect();
            looked = sets.add(&mut vec![head.piece], seen.minor - head.minor, &rest);
            if looked == Looked::Whole {
                looked = sets.add_most(head, seen.minor, &rest);
            }
            if looked == Looked::Part {
                break;
            }
        }
        self.work.set(self.work.get() + sets.steps);
        let found = sets.found.into_iter().filter(|pieces| self.orders_of(pieces).len() >= 2);
        let found = found.filter_map(|pieces| {
            let weight = self.weight(seen, &pieces, Way::Across)?;
            Some(Candidate { charge, pieces: pieces.into(), weight, way: Way::Across })
        });
        (found.collect(), if is_cut { Looked::Part } else { looked })
    }

    /// How many sets as good as this one by days and number there are of parcels that nothing else used, for each coin that
    /// the sum could be: so often would some sum be found for a charge that has nothing to do with them. In thousandths.
    pub(crate) fn chance(&self, seen: &Seen<'_>, set: &[PieceIx], free: impl Fn(PieceIx) -> bool) -> i64 {
        const COARSEST: i64 = 10;
        let days = || set.iter().filter_map(|&piece| Some(self.book.piece(piece)?.expected));
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return 0 };
        let first = first.min(seen.day);
        let from = self.by_day.partition_point(|parcel| parcel.expected < first);
        let around = self.by_day.iter().skip(from).take_while(|parcel| parcel.expected <= last.max(seen.day));
        let near: Vec<&Parcel> = around
            .take(MOST_LOOKED)
            .filter(|parcel| parcel.currency == seen.currency && parcel.minor < seen.minor)
            .filter(|parcel| free(parcel.piece) || set.contains(&parcel.piece))
            .collect();
        let coin = near.iter().fold(seen.minor, |coin, parcel| common_coin(coin, parcel.minor)).min(COARSEST);
        let mut sets = 0_i64;
        for (at, head) in near.iter().enumerate() {
            let rest = near.iter().skip(at + 1);
            let rest =
                rest.take_while(|parcel| (parcel.expected - head.expected).num_days() <= MOST_DAYS_ACROSS);
            let rest = i64::try_from(rest.take(MOST_UNITS_ACROSS).count()).unwrap_or(0);
            // Of a large set nearly all stay in; those left out are chosen then.
            let most = i64::try_from(set.len().saturating_sub(1)).unwrap_or(rest).min(rest);
            let mut ways = 1_i64;
            for others in 1..=most {
                ways = ways * (rest - others + 1) / others;
                sets = sets.saturating_add(ways);
            }
        }
        // The set itself is one of them.
        let coins = (seen.minor / coin.max(1)).max(1);
        sets.saturating_sub(1).saturating_mul(1000) / coins
    }

    pub(crate) fn orders_of(&self, pieces: &[PieceIx]) -> Vec<usize> {
        orders_of(self.book, pieces)
    }

    /// How good an explanation it is; `None` where it is none. Coins agree already.
    pub(crate) fn weight(&self, seen: &Seen<'_>, pieces: &[PieceIx], way: Way) -> Option<i64> {
        let members = || pieces.iter().filter_map(|&piece| self.book.piece(piece));
        let count = i64::try_from(pieces.len()).ok()?;
        let base = match way {
            Way::Whole => 1000 - 5 * count,
            Way::Part => 990,
            Way::Union => 970,
            Way::Across if count == 1 => 1000,
            Way::Across => 960 - 15 * count,
            Way::PartPaid => 400,
            Way::Open | Way::Instalment => 100,
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
    fn lag(&self, seen: &Seen<'_>, pieces: &[PieceIx]) -> i64 {
        let square = |order: &usize| {
            let days = self.book.orders.get(*order).map_or(0, |order| (seen.day - order.day).num_days());
            days.clamp(0, 31).pow(2)
        };
        let squares: i64 = match pieces {
            // Nearly all are.
            [only] => self.book.piece(*only).map_or(0, |piece| piece.orders.iter().map(square).sum()),
            _ => orders_of(self.book, pieces).iter().map(square).sum(),
        };
        squares.min(POINT - 1)
    }

    fn card_fit(&self, seen: &Seen<'_>, piece: PieceIx) -> Option<(CardFit, i64)> {
        let piece = self.book.piece(piece)?;
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

/// Sets of parcels that make up a sum.
struct Sets {
    steps: usize,
    found: Vec<Vec<PieceIx>>,
}

impl Sets {
    /// What Subscribe & Save sends together is one charge, of more orders than are ever combined otherwise: all that left on
    /// the day of `head`, or on that day and the next, or all of it but a few.
    fn add_most(&mut self, head: &Parcel, sum: i64, rest: &[&Parcel]) -> Looked {
        let same_day = rest.partition_point(|parcel| parcel.expected == head.expected);
        for together in [rest.get(..same_day).unwrap_or_default(), rest] {
            let minors = together.iter().map(|parcel| parcel.minor);
            let over = minors.fold(head.minor, i64::saturating_add).saturating_sub(sum);
            if together.len() < MOST_ORDERS_ACROSS || over < 0 {
                continue;
            }
            let mut out = Self { steps: self.steps, found: Vec::new() };
            if over == 0 {
                out.found.push(Vec::new());
            }
            let looked = out.add(&mut Vec::new(), over, together);
            self.steps = out.steps;
            for left_out in out.found {
                let stays = |piece: &PieceIx| !left_out.contains(piece);
                let kept = together.iter().map(|parcel| parcel.piece).filter(stays);
                let set: Vec<PieceIx> = std::iter::once(head.piece).chain(kept).collect();
                if MOST_ORDERS_ACROSS < set.len() && !self.found.contains(&set) {
                    self.found.push(set);
                }
            }
            if looked == Looked::Part {
                return looked;
            }
        }
        Looked::Whole
    }

    /// All that begin with `set` and make up what is left with some of the rest. Never deeper than so many orders are
    /// in one charge.
    fn add(&mut self, set: &mut Vec<PieceIx>, left: i64, rest: &[&Parcel]) -> Looked {
        self.steps += 1;
        let more = MOST_ORDERS_ACROSS.saturating_sub(set.len());
        let greatest = rest.iter().map(|parcel| parcel.minor).max().unwrap_or(0);
        let reach = greatest.saturating_mul(i64::try_from(more).unwrap_or(i64::MAX));
        if left <= 0 || more == 0 || reach < left {
            return Looked::Whole;
        }
        for (at, parcel) in rest.iter().enumerate() {
            set.push(parcel.piece);
            if parcel.minor == left {
                self.steps += 1;
                self.found.push(set.clone());
            }
            let below = rest.get(at + 1..).unwrap_or_default();
            let looked = self.add(set, left - parcel.minor, below);
            set.pop();
            if looked == Looked::Part || self.steps > MOST_STEPS_ACROSS || self.found.len() > MOST_SETS {
                return Looked::Part;
            }
        }
        Looked::Whole
    }
}

/// The largest coin that pays both.
fn common_coin(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The orders behind some pieces, each once, in order.
pub(crate) fn orders_of(book: &Book, pieces: &[PieceIx]) -> Vec<usize> {
    let pieces = pieces.iter().filter_map(|&piece| book.piece(piece));
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
