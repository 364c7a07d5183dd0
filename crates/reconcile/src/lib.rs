//! Charges and orders brought together: which order, parcel or refund is behind which row of a statement.
//!
//! In passes, the surest evidence first; within a pass the best set of links as a whole is chosen (`assign`),
//! so that the order of rows and files changes nothing. Each piece of an order explains at most one charge.
//! 1. To the coin, in the days an order may be charged in: order numbers printed on the statement, payments that
//!    Amazon lists, parcels, whole orders, several parcels of one order; several orders in one charge where
//!    nothing simpler fits.
//! 2. What is left over: a whole order of which a parcel was charged again; several orders in one charge again, from
//!    pieces still free or held by what was given back; one parcel charged in several parts.
//!    One order charged on the day it was placed, long before it left; one paid month by month.
//! 3. Not to the coin: orders partly paid with balance or points, orders of nearly the sum or in another currency.
//! 4. Cancelled orders that were charged all the same.
//! 5. Orders that were under way when their export was made, for charges they could account for.
//! 6. Charges whose day nobody knows, by their sum alone: no more than a question.
//! 7. Money back: refunds, listed refunds, reversals.
//! 8. Mails of orders that no file knows, by [`link_mails`], once somebody has judged them.

mod assign;
mod book;
mod candidates;
mod cards;
mod credits;
mod imitation;
mod ix;
#[cfg(feature = "mail")]
mod mails;
mod names;
mod parts;
mod service;
mod site;

use mioboe_model::sorted::{Map, Set};
use std::rc::Rc;

pub use book::{Book, Order, Piece, PieceKind, Sending};
pub use cards::CardFit;
pub use ix::PieceIx;
#[cfg(feature = "mail")]
pub use mails::link_mails;
pub use names::{Behind, Meaning, meaning, meanings, places_seen, service_of, site_of, usual_texts};
pub use service::Service;

use assign::{Candidate, Way, assign};
use candidates::{CLOSE_ACROSS, DAYS_ACROSS, Looked, MOST_LOOKED, POINT, Seen, Units, day_cost, orders_of};
use cards::{Cards, Vote};
use ix::ChargeIx;
use mioboe_model::{Charge, Offset, Reading};
use parts::Found;

/// What is behind one row of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub kind: LinkKind,
    /// Indexes into [`Book::orders`].
    pub orders: Vec<usize>,
    /// None where nobody can say which they are.
    pub pieces: Vec<PieceIx>,
    /// Other orders that explain the row just as well.
    pub alternatives: Vec<Vec<usize>>,
    /// 0 to 100.
    pub confidence: u8,
    pub evidence: Vec<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// One charge, one whole order.
    Order,
    /// A part of an order.
    Shipment,
    /// Several orders, or several parcels.
    Combined,
    PartPaid,
    AmountDiffers,
    /// No more than that it could be a part of an order whose parcels the file does not tell.
    Open,
    Digital,
    /// One of several monthly payments for the order.
    Instalment,
    /// The order was cancelled, the charge came.
    Cancelled,
    /// Money back for an order.
    Refund,
    /// Money back for the charge with this index; that charge carries the same kind with the credit's index.
    Reversal(usize),
}

/// The outcome: one entry for each charge of the reading, in its order.
pub struct Reconciliation {
    pub book: Book,
    pub services: Vec<Service>,
    pub links: Vec<Option<Link>>,
    /// For each refund of the reading the credit that paid it.
    pub refunds: Vec<Option<usize>>,
    /// For each piece the charge it explains.
    pub used: Vec<Option<usize>>,
    /// Steps that the search took, so that tests can hold it to a bound.
    pub work: usize,
}

impl Reconciliation {
    /// No charge is explained by it.
    pub fn is_free(&self, piece: PieceIx) -> bool {
        self.used.get(piece.at()).is_some_and(Option::is_none)
    }
}

/// As many orders as a person can compare.
const MOST_ALTERNATIVES: usize = 12;

/// Evidence that there is little: so many sets of orders stand around the charge that some may have the sum by chance.
pub const BY_CHANCE: &str = "may-be-chance";
/// In thousandths: from this chance on the best combination is below nine in ten.
const MOST_CHANCE: i64 = 45;

/// Evidence that there is none of the day.
pub const DAY_UNKNOWN: &str = "day-unknown";
/// How sure the only order of a sum is, without a day.
const MOST_WITHOUT_DAY: u8 = 60;

/// Links that differ by less than this in weight are equally good: about one day.
const TIE: i64 = 7 * POINT;

pub fn reconcile(reading: &Reading, offset: Offset) -> Reconciliation {
    let book = Book::new(reading, offset);
    let named = named(reading);
    let mut matching = Matching::new(reading, &book, &named);
    let mut units = Units::new(&book);
    units.learn(matching.learn_cards(&units));
    matching.exact(&units);
    matching.whole_and_part(&units);
    matching.left_over(&units);
    matching.given_back(&units, &credits::given_back(reading, &named));
    matching.at_once(&units);
    matching.instalments(&units, reading);
    matching.inexact(&units);
    matching.cancelled(&units);
    matching.open_orders(&units);
    matching.tell_chance(&units);
    matching.tell_doubt();
    let Matching { mut links, mut used, work, .. } = matching;
    undated(reading, &book, &named, &units, &mut links, &mut used);
    let work = work + units.work();
    let services = named.into_iter().map(|named| named.service).collect();
    let mut result =
        Reconciliation { book, services, links, refunds: vec![None; reading.refunds.len()], used, work };
    credits::link(reading, offset, &mut result);
    result
}

/// Orders of the sum of a charge that has no day, the newest first. Without a day a sum proves nothing.
fn undated(
    reading: &Reading,
    book: &Book,
    named: &[Named],
    units: &Units<'_>,
    links: &mut [Option<Link>],
    used: &mut [Option<usize>],
) {
    let without_day = reading.charges.iter().enumerate().filter(|(_, charge)| charge.date.is_none());
    for (row, charge) in without_day {
        let minor = charge.amount.minor().filter(|&minor| minor > 0);
        let named = named.get(row).filter(|named| named.service.has_orders());
        let (Some(minor), Some(named)) = (minor, named) else { continue };
        let is_free =
            |pieces: &[PieceIx]| pieces.iter().all(|piece| used.get(piece.at()).is_some_and(Option::is_none));
        let day = |pieces: &[PieceIx]| pieces.iter().filter_map(|&at| Some(book.piece(at)?.expected)).max();
        let mut found: Vec<Candidate> = units
            .of_sum(charge.amount.currency(), minor)
            .iter()
            .filter(|unit| is_free(&unit.pieces))
            .take(MOST_LOOKED)
            .map(|unit| Candidate {
                charge: ChargeIx::new(row),
                pieces: Rc::clone(&unit.pieces),
                weight: 0,
                way: unit.way,
            })
            .collect();
        found.sort_by(|a, b| (day(&b.pieces), &a.pieces).cmp(&(day(&a.pieces), &b.pieces)));
        let Some(newest) = found.first() else { continue };
        let Some(day) = day(&newest.pieces) else { continue };
        let Some(seen) = seen(&Charge { date: Some(day), ..charge.clone() }, *named, book)
            .map(|seen| link(book, &seen, newest))
        else {
            continue;
        };
        let mut orders: Vec<Vec<usize>> = Vec::new();
        for candidate in &found {
            let of = orders_of(book, &candidate.pieces);
            if of != seen.orders && orders.len() < MOST_ALTERNATIVES && !orders.contains(&of) {
                orders.push(of);
            }
        }
        for piece in &*newest.pieces {
            if let Some(slot) = used.get_mut(piece.at()) {
                *slot = Some(row);
            }
        }
        let evidence = seen.evidence.into_iter().filter(|code| !code.starts_with("day-"));
        let evidence = evidence.chain([DAY_UNKNOWN]).collect();
        let confidence = MOST_WITHOUT_DAY / u8::try_from(orders.len() + 1).unwrap_or(MOST_WITHOUT_DAY);
        if let Some(slot) = links.get_mut(row) {
            *slot = Some(Link { evidence, confidence, alternatives: orders, ..seen });
        }
    }
}

/// What the text of a row names.
#[derive(Clone, Copy)]
struct Named {
    service: Service,
    site: Option<&'static str>,
}

/// By row. A statement has many rows and few shops: each text is looked through once.
fn named(reading: &Reading) -> Vec<Named> {
    let mut known: Map<&str, Named> = Map::new();
    let named = |charge: &'_ Charge| {
        let meaning = meaning(&charge.name);
        Named { service: meaning.service, site: meaning.site }
    };
    reading.charges.iter().map(|charge| *known.entry(&charge.name).or_insert_with(|| named(charge))).collect()
}

/// The debits under way. They are numbered by day for the assignment; `rows` leads back to the reading.
struct Matching<'a> {
    book: &'a Book,
    rows: Vec<usize>,
    seen: Vec<Seen<'a>>,
    /// By row of the reading.
    links: Vec<Option<Link>>,
    /// By piece: the row of the reading.
    used: Vec<Option<usize>>,
    /// What could be behind charges that were not looked at to the end, the best first.
    doubts: Map<ChargeIx, Vec<Candidate>>,
    work: usize,
}

impl<'a> Matching<'a> {
    fn new(reading: &'a Reading, book: &'a Book, named: &[Named]) -> Self {
        let mut debits: Vec<(usize, Seen<'a>)> = reading
            .charges
            .iter()
            .enumerate()
            .filter_map(|(row, charge)| Some((row, seen(charge, *named.get(row)?, book)?)))
            .collect();
        let name = |row: usize| reading.charges.get(row).map(|charge| (&charge.merchant, charge.place.line));
        debits.sort_by(|(a, x), (b, y)| (x.day, x.minor, name(*a)).cmp(&(y.day, y.minor, name(*b))));
        let (rows, seen) = debits.into_iter().unzip();
        Self {
            book,
            rows,
            seen,
            links: vec![None; reading.charges.len()],
            used: vec![None; book.pieces.len()],
            doubts: Map::new(),
            work: 0,
        }
    }

    fn numbered(&self) -> impl Iterator<Item = (ChargeIx, &Seen<'a>)> {
        self.seen.iter().enumerate().map(|(at, seen)| (ChargeIx::new(at), seen))
    }

    fn row(&self, charge: ChargeIx) -> Option<usize> {
        self.rows.get(charge.at()).copied()
    }

    fn learn_cards(&self, units: &Units<'_>) -> Cards {
        let none: &[String] = &[];
        // A charge whose card nobody knows says nothing of cards.
        let goods = self.numbered().filter(|(_, seen)| !seen.service.is_digital() && seen.card.is_some());
        let votes: Vec<Vote<'_>> = goods
            .map(|(charge, seen)| {
                let without_card = Seen { card: None, foreign: None, ..*seen };
                let fitting = units.exact(charge, &without_card, 0);
                let cards_of = |piece: PieceIx| {
                    let order = *self.book.piece(piece)?.orders.first()?;
                    self.book.orders.get(order).map(|order| order.cards.as_slice())
                };
                let fitting = fitting.iter().filter_map(|candidate| candidate.pieces.first()).copied();
                Vote {
                    day: seen.day,
                    charge_card: seen.card,
                    fitting: fitting.map(|piece| (piece, cards_of(piece).unwrap_or(none))).collect(),
                }
            })
            .collect();
        Cards::learn(&votes, &self.book.orders)
    }

    /// Charges not linked yet.
    fn open(&self) -> Vec<(ChargeIx, &Seen<'a>)> {
        let is_open = |charge: ChargeIx| {
            self.row(charge).and_then(|row| self.links.get(row)).is_some_and(Option::is_none)
        };
        self.numbered().filter(|(charge, seen)| !seen.service.is_doubtful() && is_open(*charge)).collect()
    }

    fn is_free(&self, piece: PieceIx) -> bool {
        self.used.get(piece.at()).is_some_and(Option::is_none)
    }

    fn exact(&mut self, units: &Units<'_>) {
        let mut candidates = Vec::new();
        let mut in_part = Set::new();
        let places = units.places_in_crowd(&self.seen);
        for ((charge, seen), place) in self.numbered().zip(places) {
            let exact = units.exact(charge, seen, place);
            if exact.is_empty() && !seen.service.is_digital() && !seen.service.is_doubtful() {
                let (across, looked) = units.across(charge, seen, CLOSE_ACROSS, |_| true);
                candidates.extend(across);
                in_part.extend((looked == Looked::Part).then_some(charge));
            } else {
                candidates.extend(exact);
            }
        }
        let chosen = self.choose(&candidates, in_part);
        self.find_ties(&candidates, &chosen);
    }

    fn left_over(&mut self, units: &Units<'_>) {
        let open = self.open();
        let goods = open.iter().filter(|(_, seen)| !seen.service.is_digital());
        let found: Vec<Found> = goods
            .map(|(charge, seen)| units.across(*charge, seen, DAYS_ACROSS, |piece| self.is_free(piece)))
            .collect();
        self.choose_of(found);
        let (parts, work) = parts::charged_in_parts(self.book, &self.open(), |piece| self.is_free(piece));
        self.work += work;
        for (charges, pieces) in parts {
            for charge in charges {
                let pieces = Rc::clone(&pieces);
                self.take(&Candidate { charge, pieces, weight: 900 * POINT, way: Way::Part });
            }
        }
    }

    /// An order charged whole, and a parcel of it charged again: the larger sum is the order, whichever lies nearer in days.
    fn whole_and_part(&mut self, units: &Units<'_>) {
        let wholes = self.open().into_iter().flat_map(|(charge, seen)| units.exact(charge, seen, 0));
        let wholes: Vec<Candidate> =
            wholes.filter(|candidate| candidate.way == Way::Whole && 1 < candidate.pieces.len()).collect();
        for candidate in wholes {
            self.replace(&candidate, |_, paid, sum| paid < sum);
        }
    }

    /// Several orders in one charge, where what held one of them was given back.
    fn given_back(&mut self, units: &Units<'_>, given: &Set<usize>) {
        if given.is_empty() {
            return;
        }
        let is_given = |piece: PieceIx| {
            self.used.get(piece.at()).copied().flatten().is_none_or(|row| given.contains(&row))
        };
        let goods = self.open().into_iter().filter(|(_, seen)| !seen.service.is_digital());
        let found: Vec<Candidate> = goods
            .filter_map(|(charge, seen)| match units.across(charge, seen, CLOSE_ACROSS, is_given) {
                (mut sets, Looked::Whole) if sets.len() == 1 => sets.pop(),
                _ => None,
            })
            .collect();
        for candidate in found {
            self.replace(&candidate, |row, _, _| given.contains(&row));
        }
    }

    /// Links an open charge to pieces that others hold, if each of them may lose them: what its row is, what all of them
    /// paid and what the pieces cost. None of them holds anything else.
    fn replace(&mut self, candidate: &Candidate, may: impl Fn(usize, i64, i64) -> bool) {
        let mut rows: Vec<usize> = candidate
            .pieces
            .iter()
            .filter_map(|piece| self.used.get(piece.at()).copied().flatten())
            .collect();
        rows.sort_unstable();
        rows.dedup();
        let held = |row: &usize| self.links.get(*row).and_then(Option::as_ref);
        let pieces: Vec<PieceIx> =
            rows.iter().filter_map(held).flat_map(|link| link.pieces.iter().copied()).collect();
        let (Some(paid), Some(sum)) = (self.book.sum(&pieces), self.book.sum(&candidate.pieces)) else {
            return;
        };
        let is_open =
            self.row(candidate.charge).is_some_and(|row| self.links.get(row).is_some_and(Option::is_none));
        if !is_open
            || rows.is_empty()
            || !pieces.iter().all(|piece| candidate.pieces.contains(piece))
            || !rows.iter().all(|&row| may(row, paid, sum))
        {
            return;
        }
        for row in rows {
            if let Some(slot) = self.links.get_mut(row) {
                *slot = None;
            }
        }
        self.take(candidate);
    }

    fn instalments(&mut self, units: &Units<'_>, reading: &Reading) {
        let rows = || reading.charges.iter().filter_map(|charge| charge.date);
        let Some(days) = rows().min().zip(rows().max()) else { return };
        let found = parts::instalments(self.book, units, &self.open(), days, |piece| self.is_free(piece));
        for (charges, pieces) in found {
            for charge in charges {
                let pieces = Rc::clone(&pieces);
                self.take(&Candidate { charge, pieces, weight: 1, way: Way::Instalment });
            }
        }
    }

    /// A combination is the less sure the more others there are that could have had the sum by chance.
    fn tell_chance(&mut self, units: &Units<'_>) {
        for (at, seen) in self.seen.iter().enumerate() {
            let Some(Some(link)) = self.rows.get(at).and_then(|&row| self.links.get_mut(row)) else {
                continue;
            };
            let is_guessed =
                !link.evidence.iter().any(|code| ["listed-payment", "order-number"].contains(code));
            if link.kind != LinkKind::Combined || link.orders.len() < 2 || !is_guessed {
                continue;
            }
            let used = &self.used;
            let chance =
                units.chance(seen, &link.pieces, |piece| used.get(piece.at()).is_some_and(Option::is_none));
            let sure = i64::from(link.confidence) * 1000 / chance.saturating_add(1000);
            link.confidence = u8::try_from(sure).unwrap_or(1).max(1);
            if MOST_CHANCE < chance {
                link.evidence.push(BY_CHANCE);
            }
        }
    }

    fn at_once(&mut self, units: &Units<'_>) {
        let found = parts::at_once(self.book, units, &self.open(), |piece| self.is_free(piece));
        let (candidates, chosen) = self.choose_of(found);
        self.find_ties(&candidates, &chosen);
    }

    fn inexact(&mut self, units: &Units<'_>) {
        let free: Vec<PieceIx> =
            self.book.numbered().map(|(piece, _)| piece).filter(|&piece| self.is_free(piece)).collect();
        let mut found = Vec::new();
        for (charge, seen) in self.open() {
            found.push(parts::near(self.book, units, charge, seen, &free));
            found.push(parts::abroad(self.book, units, charge, seen, &free));
        }
        self.choose_of(found);
    }

    fn cancelled(&mut self, units: &Units<'_>) {
        let found = parts::cancelled(self.book, units, &self.open(), |piece| self.is_free(piece));
        self.choose_of(found);
    }

    fn open_orders(&mut self, units: &Units<'_>) {
        let found = parts::of_open_orders(self.book, units, &self.open(), |piece| self.is_free(piece));
        for (candidate, others) in found {
            self.take(&candidate);
            let row = self.row(candidate.charge);
            if let Some(Some(link)) = row.and_then(|row| self.links.get_mut(row)) {
                link.alternatives = others;
            }
        }
    }

    fn choose_of(&mut self, found: Vec<Found>) -> (Vec<Candidate>, Vec<Option<usize>>) {
        let mut in_part = Set::new();
        let mut candidates = Vec::new();
        for (of_one, looked) in found {
            if let (Looked::Part, Some(first)) = (looked, of_one.first()) {
                in_part.insert(first.charge);
            }
            candidates.extend(of_one);
        }
        let chosen = self.choose(&candidates, in_part);
        (candidates, chosen)
    }

    /// Links the best set. What was looked at `in_part` only, or is in a component that was, is noted as a doubt.
    fn choose(&mut self, candidates: &[Candidate], in_part: Set<ChargeIx>) -> Vec<Option<usize>> {
        let assigned = assign(self.seen.len(), candidates);
        self.work += candidates.len() + assigned.work;
        for candidate in assigned.chosen.iter().flatten().filter_map(|&index| candidates.get(index)) {
            self.take(candidate);
        }
        let is_left = |charge: &ChargeIx| assigned.chosen.get(charge.at()).is_some_and(Option::is_none);
        let left = assigned.undecided.iter().copied().filter(is_left);
        let doubtful: Set<ChargeIx> = left.chain(in_part).collect();
        for candidate in candidates.iter().filter(|candidate| doubtful.contains(&candidate.charge)) {
            self.doubts.entry(candidate.charge).or_default().push(candidate.clone());
        }
        assigned.chosen
    }

    /// Where there was too much to look through, no link is sure and no missing one is either: the person is asked, with
    /// what seems likeliest first.
    fn tell_doubt(&mut self) {
        for (charge, mut candidates) in std::mem::take(&mut self.doubts) {
            let Some(row) = self.row(charge) else { continue };
            candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.weight));
            let (Some(slot), Some(seen), Some(best)) =
                (self.links.get_mut(row), self.seen.get(charge.at()), candidates.first())
            else {
                continue;
            };
            let link = slot.get_or_insert_with(|| {
                let likeliest = link(self.book, seen, best);
                Link { pieces: Vec::new(), ..likeliest }
            });
            if !link.alternatives.is_empty() {
                continue;
            }
            for candidate in &candidates {
                let orders = orders_of(self.book, &candidate.pieces);
                let is_new = orders != link.orders && !link.alternatives.contains(&orders);
                if is_new && link.alternatives.len() < MOST_ALTERNATIVES {
                    link.alternatives.push(orders);
                }
            }
            link.confidence = share_of(link.alternatives.len()).min(link.confidence);
        }
    }

    fn take(&mut self, candidate: &Candidate) {
        let (Some(row), Some(seen)) = (self.row(candidate.charge), self.seen.get(candidate.charge.at()))
        else {
            return;
        };
        for piece in &*candidate.pieces {
            if let Some(slot) = self.used.get_mut(piece.at()) {
                *slot = Some(row);
            }
        }
        if let Some(slot) = self.links.get_mut(row) {
            *slot = Some(link(self.book, seen, candidate));
        }
    }

    /// Finds the links that could as well be others: the same weight within [`TIE`], and not merely a swap.
    ///
    /// Two equal charges and two equal orders are a swap: whichever way round, both are explained and both orders
    /// are used. One charge and two equal orders are not: nobody can say which of them was charged. So a charge is
    /// in doubt when, moving from charge to charge along equally good candidates, a free piece is reached.
    fn find_ties(&mut self, candidates: &[Candidate], chosen: &[Option<usize>]) {
        let held = |charge: ChargeIx| {
            chosen.get(charge.at()).copied().flatten().and_then(|index| candidates.get(index))
        };
        let number_of_row: Map<usize, ChargeIx> =
            self.rows.iter().enumerate().map(|(at, &row)| (row, ChargeIx::new(at))).collect();
        let is_as_good = |candidate: &&Candidate| {
            held(candidate.charge).is_some_and(|own| {
                (own.weight - candidate.weight).abs() <= TIE && own.pieces != candidate.pieces
            })
        };
        let as_good: Vec<(&Candidate, Need)> = candidates
            .iter()
            .filter(is_as_good)
            .filter_map(|candidate| Some((candidate, self.need(candidate, &number_of_row)?)))
            .collect();
        let movable = movable(&as_good);
        let mut alternatives: Map<ChargeIx, Vec<Vec<usize>>> = Map::new();
        for (candidate, need) in as_good {
            let possible = match need {
                Need::Nothing => true,
                Need::PieceOf(holder) => movable.contains(&holder) && movable.contains(&candidate.charge),
            };
            let Some(own) = held(candidate.charge).filter(|_| possible) else { continue };
            let orders = orders_of(self.book, &candidate.pieces);
            let list = alternatives.entry(candidate.charge).or_default();
            let new = orders != orders_of(self.book, &own.pieces) && !list.contains(&orders);
            if new && list.len() < MOST_ALTERNATIVES {
                list.push(orders);
            }
        }
        for (at, row) in self.rows.iter().enumerate() {
            let (Some(list), Some(Some(link))) =
                (alternatives.remove(&ChargeIx::new(at)), self.links.get_mut(*row))
            else {
                continue;
            };
            if !list.is_empty() {
                link.confidence = share_of(list.len());
                link.alternatives = list;
            }
        }
    }

    /// What another charge would have to give up for a candidate; `None` where it can never be had.
    fn need(&self, candidate: &Candidate, number_of_row: &Map<usize, ChargeIx>) -> Option<Need> {
        let rows = candidate.pieces.iter().filter_map(|piece| self.used.get(piece.at()).copied().flatten());
        let mut holders: Vec<ChargeIx> = rows
            .filter_map(|row| number_of_row.get(&row).copied())
            .filter(|&holder| holder != candidate.charge)
            .collect();
        holders.dedup();
        match holders.as_slice() {
            [] => {
                candidate.pieces.iter().all(|&piece| self.is_expected_by_now(piece)).then_some(Need::Nothing)
            }
            [holder] => Some(Need::PieceOf(*holder)),
            _ => None,
        }
    }

    /// A parcel that leaves after the last day of all statements, or had not left at the export's end, will be charged on
    /// a later one.
    fn is_expected_by_now(&self, piece: PieceIx) -> bool {
        let last = self.seen.last().map(|seen| seen.day);
        self.book.piece(piece).is_some_and(|piece| {
            piece.sending != Sending::UnderWay && last.is_some_and(|last| piece.expected <= last)
        })
    }
}

/// What stands between a charge and an equally good candidate of its own.
enum Need {
    /// All its pieces are free.
    Nothing,
    /// One other charge holds a piece of it.
    PieceOf(ChargeIx),
}

/// The charges that can move to a free piece, each giving its own to the next.
fn movable(as_good: &[(&Candidate, Need)]) -> Set<ChargeIx> {
    // By charge: the equally good candidates of others that need a piece it holds.
    let mut wanted: Map<ChargeIx, Vec<ChargeIx>> = Map::new();
    let mut movable: Set<ChargeIx> = Set::new();
    for (candidate, need) in as_good {
        match need {
            Need::Nothing => {
                movable.insert(candidate.charge);
            }
            Need::PieceOf(holder) => wanted.entry(*holder).or_default().push(candidate.charge),
        }
    }
    let mut open: Vec<ChargeIx> = movable.iter().copied().collect();
    while let Some(charge) = open.pop() {
        for &other in wanted.get(&charge).into_iter().flatten() {
            if movable.insert(other) {
                open.push(other);
            }
        }
    }
    movable
}

/// How sure one explanation is among so many others that are as good.
fn share_of(others: usize) -> u8 {
    u8::try_from(100 / (others + 1)).unwrap_or(100)
}

fn seen<'a>(charge: &'a Charge, Named { service, site }: Named, book: &Book) -> Option<Seen<'a>> {
    let minor = charge.amount.minor().filter(|&minor| minor > 0)?;
    let order = charge.order_id.as_ref().and_then(|id| book.order(id));
    // A name that only looks like Amazon's is Amazon's after all where an order accounts for it to the coin.
    if !service.has_orders() && !service.is_doubtful() && order.is_none() {
        return None;
    }
    Some(Seen {
        day: charge.date?,
        minor,
        currency: charge.amount.currency(),
        foreign: charge.foreign.and_then(|foreign| Some((foreign.minor()?.abs(), foreign.currency()))),
        card: charge.card.as_deref(),
        card_first: charge.card_first,
        service,
        site,
        order,
    })
}

fn link(book: &Book, seen: &Seen<'_>, candidate: &Candidate) -> Link {
    let pieces: Vec<&Piece> = candidate.pieces.iter().filter_map(|&piece| book.piece(piece)).collect();
    let digital = pieces.iter().all(|piece| piece.kind == PieceKind::Digital);
    let one_order = orders_of(book, &candidate.pieces).len() == 1;
    let kind = match candidate.way {
        Way::Whole | Way::Part | Way::Union if digital => LinkKind::Digital,
        Way::Whole | Way::AtOnce => LinkKind::Order,
        Way::Part => LinkKind::Shipment,
        Way::Across if one_order => LinkKind::Order,
        // Lines that have not left, or of which nothing is known: together they are a parcel.
        Way::Union if pieces.iter().all(|piece| piece.sending != Sending::Sent) => LinkKind::Shipment,
        Way::Union | Way::Across => LinkKind::Combined,
        Way::PartPaid => LinkKind::PartPaid,
        Way::Near | Way::Abroad => LinkKind::AmountDiffers,
        Way::Open => LinkKind::Open,
        Way::Instalment => LinkKind::Instalment,
        Way::Cancelled => LinkKind::Cancelled,
    };
    let mut evidence = vec![match candidate.way {
        Way::PartPaid | Way::Open | Way::Instalment => "amount-below",
        Way::Near => "amount-near",
        Way::Abroad => "amount-converted",
        _ => "amount-exact",
    }];
    if seen.order.is_some() {
        evidence.push("order-number");
    }
    if pieces.iter().any(|piece| piece.kind == PieceKind::Listed) {
        evidence.push("listed-payment");
    }
    let distance = pieces.iter().map(|piece| day_cost(seen.day, piece)).min().unwrap_or(0);
    let distance = if matches!(candidate.way, Way::AtOnce | Way::Instalment) { 0 } else { distance };
    evidence.push(if candidate.way == Way::AtOnce {
        "day-of-order"
    } else if pieces.iter().any(|piece| piece.sending == Sending::UnderWay) {
        "under-way"
    } else if distance <= 12 {
        "day-fits"
    } else {
        "day-late"
    });
    let cards: Vec<&String> = orders_of(book, &candidate.pieces)
        .iter()
        .filter_map(|&order| book.orders.get(order))
        .flat_map(|order| &order.cards)
        .collect();
    if let Some(card) = seen.card
        && !cards.is_empty()
    {
        if cards.iter().any(|other| *other == card) {
            evidence.push("card-same");
        } else if !seen.card_first {
            evidence.push("card-replaced");
        }
    }
    let base: i64 = match candidate.way {
        Way::Whole | Way::Part => 99,
        Way::Union => 97,
        Way::Across => 94,
        Way::PartPaid => 75,
        Way::Near => 60,
        Way::Abroad => 50,
        Way::Open => 45,
        Way::AtOnce => 85,
        Way::Instalment => 92,
        Way::Cancelled => 90,
    };
    let confidence = u8::try_from((base - distance / 4).clamp(1, 99)).unwrap_or(1);
    Link {
        kind,
        orders: orders_of(book, &candidate.pieces),
        pieces: candidate.pieces.to_vec(),
        alternatives: Vec::new(),
        confidence,
        evidence,
    }
}
