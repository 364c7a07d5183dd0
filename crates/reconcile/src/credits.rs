//! Money back: which refund, order or charge it belongs to.

use mioboe_model::sorted::{Map, Set};
use std::cmp::Reverse;
use std::collections::VecDeque;

use chrono::{NaiveDate, TimeDelta};
use mioboe_model::text::fold;
use mioboe_model::{Charge, Currency, Offset, Reading, Refund, RefundStatus};

use crate::book::PieceKind;
use crate::candidates::{MOST_LOOKED, orders_of};
use crate::{Link, LinkKind, MOST_ALTERNATIVES, Named, PieceIx, Reconciliation};

/// Days between the refund in Amazon's file and the row on the statement.
const REFUND_DAYS: (i64, i64) = (-3, 45);
/// Days between a charge and its reversal.
const REVERSAL_DAYS: i64 = 60;
/// Days between a charge and money back for it that no refund file proves.
const RETURN_DAYS: i64 = 120;

pub(crate) fn link(reading: &Reading, offset: Offset, result: &mut Reconciliation) {
    let mut credits: Vec<Credit> = reading
        .charges
        .iter()
        .enumerate()
        .filter(|(row, _)| result.services.get(*row).is_some_and(|service| service.has_orders()))
        .filter_map(|(row, charge)| {
            let minor = charge.amount.minor().filter(|&minor| minor < 0)?;
            Some(Credit { row, day: charge.date?, sum: (charge.amount.currency(), minor.checked_neg()?) })
        })
        .collect();
    credits.sort_by_key(|credit| (credit.day, credit.sum.1, credit.row));
    by_refund(reading, offset, &credits, result);
    by_several_refunds(reading, offset, &open(&credits, result), result);
    by_refund_in_parts(reading, offset, &open(&credits, result), result);
    by_cancelled_charge(reading, &open(&credits, result), result);
    by_cancelled_order(&open(&credits, result), result);
    by_open_charge(reading, &open(&credits, result), result);
    by_order(reading, &open(&credits, result), result);
    by_other_name(reading, &open(&credits, result), result);
}

/// Rows of goods whose very sum came back to their card, under whichever of Amazon's names, and not as a refund that a file
/// lists.
pub(crate) fn given_back(reading: &Reading, named: &[Named]) -> Set<usize> {
    let listed: Set<Sum> = reading
        .refunds
        .iter()
        .filter_map(|refund| Some((refund.amount.currency(), refund.amount.minor()?)))
        .collect();
    let is_goods = |row: usize| {
        named.get(row).is_some_and(|named| named.service.has_orders() && !named.service.is_digital())
    };
    let rows = || reading.charges.iter().enumerate().filter(|(row, _)| is_goods(*row));
    let key = |charge: &Charge, minor: i64| ((charge.amount.currency(), minor), charge.card.clone());
    let mut debits = Debits::new();
    for (row, charge) in rows().filter(|(_, charge)| !charge.amount.is_credit()) {
        if let (Some(minor), Some(day)) = (charge.amount.minor(), charge.date) {
            debits.add(key(charge, minor), day, row);
        }
    }
    let credits = rows().filter(|(_, charge)| charge.amount.is_credit());
    credits
        .filter_map(|(_, charge)| {
            let key = key(charge, charge.amount.minor()?.checked_neg()?);
            if listed.contains(&key.0) { None } else { debits.take(&key, charge.date?, REVERSAL_DAYS) }
        })
        .collect()
}

/// A charge of goods that nothing explains, given back in full under another of Amazon's names.
fn by_other_name(reading: &Reading, credits: &[Credit], result: &mut Reconciliation) {
    let side = |row: usize| result.services.get(row).filter(|service| service.has_orders());
    let key = |row: usize, sum: Sum| {
        let card = reading.charges.get(row).and_then(|charge| charge.card.as_deref());
        Some((sum, card, side(row)?.is_digital()))
    };
    let mut debits = Debits::new();
    for (row, (charge, link)) in reading.charges.iter().zip(&result.links).enumerate() {
        let sum = charge.amount.minor().filter(|&minor| 0 < minor);
        if let (None, Some(minor), Some(day)) = (link, sum, charge.date)
            && let Some(key) = key(row, (charge.amount.currency(), minor))
        {
            debits.add(key, day, row);
        }
    }
    let mut pairs = Vec::new();
    for credit in credits {
        let found = key(credit.row, credit.sum).and_then(|key| debits.take(&key, credit.day, REVERSAL_DAYS));
        pairs.extend(found.map(|charge| (charge, credit.row)));
    }
    for (charge, credit) in pairs {
        reverse(result, charge, credit);
    }
}

/// A row of money back.
#[derive(Clone, Copy)]
struct Credit {
    row: usize,
    day: NaiveDate,
    /// Above zero.
    sum: Sum,
}

type Sum = (Currency, i64);

fn open(credits: &[Credit], result: &Reconciliation) -> Vec<Credit> {
    let is_open = |credit: &&Credit| result.links.get(credit.row).is_some_and(Option::is_none);
    credits.iter().filter(is_open).copied().collect()
}

fn set(
    result: &mut Reconciliation,
    row: usize,
    kind: LinkKind,
    orders: Vec<usize>,
    confidence: u8,
    evidence: &[&'static str],
) {
    if let Some(slot) = result.links.get_mut(row) {
        *slot = Some(Link {
            kind,
            orders,
            pieces: Vec::new(),
            alternatives: Vec::new(),
            confidence,
            evidence: evidence.to_vec(),
        });
    }
}

/// Refunds and credits of one sum, by day.
#[derive(Default)]
struct OfSum {
    refunds: Map<NaiveDate, VecDeque<usize>>,
    credits: Map<NaiveDate, VecDeque<usize>>,
}

/// A refund of the very sum, nearest day first.
fn by_refund(reading: &Reading, offset: Offset, credits: &[Credit], result: &mut Reconciliation) {
    let mut sums: Map<Sum, OfSum> = Map::new();
    for (index, refund) in reading.refunds.iter().enumerate().filter(|(_, refund)| may_come(refund)) {
        let Some(minor) = refund.amount.minor() else { continue };
        let of_sum = sums.entry((refund.amount.currency(), minor)).or_default();
        of_sum.refunds.entry(refund.when.day(offset)).or_default().push_back(index);
    }
    for credit in credits {
        if let Some(of_sum) = sums.get_mut(&credit.sum) {
            of_sum.credits.entry(credit.day).or_default().push_back(credit.row);
        }
    }
    for of_sum in sums.into_values() {
        for (index, row) in of_sum.pairs() {
            let Some(refund) = reading.refunds.get(index) else { continue };
            let orders: Vec<usize> = result.book.order(&refund.order_id).into_iter().collect();
            set(result, row, LinkKind::Refund, orders, 97, &["amount-exact", "day-fits"]);
            if let Some(slot) = result.refunds.get_mut(index) {
                *slot = Some(row);
            }
        }
    }
}

/// A credit on a card will show it.
fn may_come(refund: &Refund) -> bool {
    refund.status != RefundStatus::Void && !refund.to_balance
}

impl OfSum {
    /// The nearest days first, then the earlier refund, then the earlier row. Each distance is gone through once, so that
    /// thousands of equal sums cost no more than their days.
    fn pairs(mut self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for days in 0..=REFUND_DAYS.1.max(-REFUND_DAYS.0) {
            self.refunds.retain(|_, refunds| !refunds.is_empty());
            self.credits.retain(|_, rows| !rows.is_empty());
            if self.credits.is_empty() {
                break;
            }
            for (day, refunds) in self.refunds.iter_mut() {
                let is_allowed = |late: &i64| (REFUND_DAYS.0..=REFUND_DAYS.1).contains(late);
                let lates: Set<i64> = [-days, days].into_iter().filter(is_allowed).collect();
                let near: Vec<NaiveDate> = lates
                    .into_iter()
                    .filter_map(|late| day.checked_add_signed(TimeDelta::days(late)))
                    .collect();
                while !refunds.is_empty() {
                    let first = |at: &NaiveDate| Some((*self.credits.get(at)?.front()?, *at));
                    let Some((row, at)) = near.iter().filter_map(first).min() else { break };
                    self.credits.get_mut(&at).and_then(VecDeque::pop_front);
                    found.extend(refunds.pop_front().map(|index| (index, row)));
                }
            }
        }
        found
    }
}

/// Refunds looked at around one credit.
const MOST_NEAR: usize = 40;

/// Two refunds paid in one sum.
fn by_several_refunds(reading: &Reading, offset: Offset, credits: &[Credit], result: &mut Reconciliation) {
    let refunds = reading.refunds.iter().enumerate().filter(|(index, refund)| {
        may_come(refund) && result.refunds.get(*index).is_some_and(Option::is_none)
    });
    let mut free: Map<(NaiveDate, usize), Sum> = refunds
        .filter_map(|(index, refund)| {
            let sum = (refund.amount.currency(), refund.amount.minor()?);
            Some(((refund.when.day(offset), index), sum))
        })
        .collect();
    for Credit { row, day, sum: (currency, sum) } in credits.iter().copied() {
        let mut near: Vec<((NaiveDate, usize), i64)> = around(&free, day)
            .filter(|(_, (of, minor))| *of == currency && *minor < sum)
            .map(|(key, (_, minor))| (*key, *minor))
            .take(MOST_NEAR)
            .collect();
        near.sort_unstable_by_key(|((_, index), _)| *index);
        let pair = near.iter().enumerate().find_map(|(at, &(first, a))| {
            let mut others = near.iter().skip(at + 1);
            others.find(|&&(_, b)| a.checked_add(b) == Some(sum)).map(|&(second, _)| [first, second])
        });
        let Some(pair) = pair else { continue };
        let ids =
            pair.iter().filter_map(|(_, index)| reading.refunds.get(*index)).map(|refund| &refund.order_id);
        let mut orders: Vec<usize> = ids.filter_map(|id| result.book.order(id)).collect();
        orders.sort_unstable();
        orders.dedup();
        set(result, row, LinkKind::Refund, orders, 88, &["amount-exact", "day-fits"]);
        for key in pair {
            free.remove(&key);
            if let Some(slot) = result.refunds.get_mut(key.1) {
                *slot = Some(row);
            }
        }
    }
}

/// One refund paid in two sums of one card.
fn by_refund_in_parts(reading: &Reading, offset: Offset, credits: &[Credit], result: &mut Reconciliation) {
    let mut taken: Set<usize> = Set::new();
    for (index, refund) in reading.refunds.iter().enumerate() {
        let is_open = may_come(refund) && result.refunds.get(index).is_some_and(Option::is_none);
        let (true, Some(sum)) = (is_open, refund.amount.minor()) else { continue };
        let day = refund.when.day(offset);
        let late = |credit: &Credit| (credit.day - day).num_days();
        let from = credits.partition_point(|credit| late(credit) < REFUND_DAYS.0);
        let near: Vec<&Credit> = credits
            .iter()
            .skip(from)
            .take_while(|credit| late(credit) <= REFUND_DAYS.1)
            .filter(|credit| {
                let (currency, minor) = credit.sum;
                currency == refund.amount.currency() && minor < sum && !taken.contains(&credit.row)
            })
            .take(MOST_NEAR)
            .collect();
        let card = |credit: &Credit| reading.charges.get(credit.row).and_then(|row| row.card.as_deref());
        let mut pairs = near.iter().enumerate().filter_map(|(at, first)| {
            let is_rest = |second: &&&Credit| {
                first.sum.1.checked_add(second.sum.1) == Some(sum) && card(first) == card(second)
            };
            near.iter().skip(at + 1).find(is_rest).map(|second| [first.row, second.row])
        });
        // Two pairs of other sums are no evidence for either.
        let (Some(pair), None) = (pairs.next(), pairs.next()) else { continue };
        taken.extend(pair);
        let orders: Vec<usize> = result.book.order(&refund.order_id).into_iter().collect();
        for row in pair {
            set(result, row, LinkKind::Refund, orders.clone(), 88, &["amount-exact", "day-fits"]);
        }
        if let Some(slot) = result.refunds.get_mut(index) {
            *slot = pair.first().copied();
        }
    }
}

/// Refunds of the days before and after a credit on which it may come of them: the nearest before it first, as most
/// refunds come before their credit.
fn around(
    free: &Map<(NaiveDate, usize), Sum>,
    day: NaiveDate,
) -> impl Iterator<Item = (&(NaiveDate, usize), &Sum)> {
    let first = day.checked_sub_signed(TimeDelta::days(REFUND_DAYS.1)).unwrap_or(day);
    let last = day.checked_sub_signed(TimeDelta::days(REFUND_DAYS.0)).unwrap_or(day);
    free.between(&(first, 0), &(last, usize::MAX)).rev()
}

/// Debits by sum and day, to find those before a credit.
struct Debits<K> {
    of: Map<K, Set<(NaiveDate, Reverse<usize>)>>,
}

impl<K: Ord> Debits<K> {
    fn new() -> Self {
        Self { of: Map::new() }
    }

    fn add(&mut self, key: K, day: NaiveDate, row: usize) {
        self.of.entry(key).or_default().insert((day, Reverse(row)));
    }

    /// The last one before a credit, on its day or so many days before; the first row of that day. Each is given once.
    fn take(&mut self, key: &K, credit: NaiveDate, most_days: i64) -> Option<usize> {
        let debits = self.of.get_mut(key)?;
        let from = credit.checked_sub_signed(TimeDelta::days(most_days)).unwrap_or(credit);
        let found = *debits.between(&(from, Reverse(usize::MAX)), &(credit, Reverse(0))).next_back()?;
        debits.remove(&found);
        Some(found.1.0)
    }
}

/// The charge of a cancelled order, given back.
fn by_cancelled_charge(reading: &Reading, credits: &[Credit], result: &mut Reconciliation) {
    let mut debits: Debits<Sum> = Debits::new();
    for (row, (charge, link)) in reading.charges.iter().zip(&result.links).enumerate() {
        let is_cancelled = link.as_ref().is_some_and(|link| link.kind == LinkKind::Cancelled);
        if let (true, Some(minor), Some(day)) = (is_cancelled, charge.amount.minor(), charge.date) {
            debits.add((charge.amount.currency(), minor), day, row);
        }
    }
    for credit in credits {
        if let Some(charge) = debits.take(&credit.sum, credit.day, REVERSAL_DAYS) {
            reverse(result, charge, credit.row);
        }
    }
}

/// The sum of a cancelled order whose charge stands on no statement given.
fn by_cancelled_order(credits: &[Credit], result: &mut Reconciliation) {
    let mut pieces: Map<Sum, Set<(NaiveDate, PieceIx)>> = Map::new();
    for (index, piece) in result.book.numbered() {
        if piece.kind == PieceKind::Cancelled && result.used.get(index.at()).is_some_and(Option::is_none) {
            pieces.entry((piece.currency, piece.minor)).or_default().insert((piece.expected, index));
        }
    }
    for credit in credits {
        let Some(pieces) = pieces.get_mut(&credit.sum) else { continue };
        let from = credit.day.checked_sub_signed(TimeDelta::days(REVERSAL_DAYS)).unwrap_or(credit.day);
        let mut days = pieces.between(&(from, PieceIx::FIRST), &(credit.day, PieceIx::LAST));
        let Some(found) = days.next_back().copied() else { continue };
        pieces.remove(&found);
        let orders = orders_of(&result.book, &[found.1]);
        if let Some(slot) = result.used.get_mut(found.1.at()) {
            *slot = Some(credit.row);
        }
        set(result, credit.row, LinkKind::Refund, orders, 85, &["amount-exact"]);
    }
}

/// A charge that no order explains, given back in full.
fn by_open_charge(reading: &Reading, credits: &[Credit], result: &mut Reconciliation) {
    let wanted: Set<Sum> = credits.iter().map(|credit| credit.sum).collect();
    let mut names: Map<&str, String> = Map::new();
    let mut debits: Debits<Shop<'_>> = Debits::new();
    for (row, (charge, link)) in reading.charges.iter().zip(&result.links).enumerate() {
        let Some(sum) = charge.amount.minor().map(|minor| (charge.amount.currency(), minor)) else {
            continue;
        };
        if let (true, None, Some(day)) = (wanted.contains(&sum), link, charge.date) {
            debits.add(Shop::of(charge, sum, &mut names), day, row);
        }
    }
    for credit in credits {
        let Some(row) = reading.charges.get(credit.row) else { continue };
        let shop = Shop::of(row, credit.sum, &mut names);
        if let Some(charge) = debits.take(&shop, credit.day, REVERSAL_DAYS) {
            reverse(result, charge, credit.row);
        }
    }
}

/// A sum of one shop on one card.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Shop<'a> {
    sum: Sum,
    card: Option<&'a str>,
    name: String,
}

impl<'a> Shop<'a> {
    fn of(charge: &'a Charge, sum: Sum, names: &mut Map<&'a str, String>) -> Self {
        let name = names.entry(&charge.name).or_insert_with(|| fold(&charge.name)).clone();
        Self { sum, card: charge.card.as_deref(), name }
    }
}

/// The sum of an explained charge, of its order or of one line of it, within the time for returns.
fn by_order(reading: &Reading, credits: &[Credit], result: &mut Reconciliation) {
    let charged = charged(reading, credits, result);
    for credit in credits {
        let Some(charged) = charged.get(&credit.sum) else { continue };
        let from = credit.day.checked_sub_signed(TimeDelta::days(RETURN_DAYS)).unwrap_or(credit.day);
        let first = charged.partition_point(|(day, _)| *day < from);
        let mut fitting: Vec<Vec<usize>> = Vec::new();
        for (_, row) in charged.iter().skip(first).take_while(|(day, _)| *day <= credit.day).take(MOST_LOOKED)
        {
            let Some(Some(link)) = result.links.get(*row) else { continue };
            if !fitting.contains(&link.orders) {
                fitting.push(link.orders.clone());
            }
            if fitting.len() > MOST_ALTERNATIVES {
                break;
            }
        }
        let mut fitting = fitting.into_iter();
        if let Some(orders) = fitting.next() {
            let others: Vec<Vec<usize>> = fitting.collect();
            let confidence = if others.is_empty() { 80 } else { 40 };
            set(result, credit.row, LinkKind::Refund, orders, confidence, &["amount-exact"]);
            if let Some(Some(link)) = result.links.get_mut(credit.row) {
                link.alternatives = others;
            }
        }
    }
}

/// By each sum that a credit asks for: the explained charges of it, of their orders or of a line of them, by day. Orders that
/// something came back for already are not among them.
fn charged(
    reading: &Reading,
    credits: &[Credit],
    result: &Reconciliation,
) -> Map<Sum, Vec<(NaiveDate, usize)>> {
    let mut charged: Map<Sum, Vec<(NaiveDate, usize)>> =
        credits.iter().map(|credit| (credit.sum, Vec::new())).collect();
    let refunded = result.links.iter().flatten().filter(|link| link.kind == LinkKind::Refund);
    let returned: Set<usize> = refunded.flat_map(|link| &link.orders).copied().collect();
    for (row, (debit, link)) in reading.charges.iter().zip(&result.links).enumerate() {
        let (Some(link), Some(day)) = (link, debit.date) else { continue };
        if debit.amount.is_credit() || link.orders.iter().any(|order| returned.contains(order)) {
            continue;
        }
        let orders = link.orders.iter().filter_map(|&order| result.book.orders.get(order));
        let lines = orders.flat_map(|order| &order.lines).filter_map(|&line| reading.orders.get(line));
        for amount in lines.map(|line| line.total).chain([debit.amount]) {
            let sum = amount.minor().map(|minor| (amount.currency(), minor));
            if let Some(rows) = sum.and_then(|sum| charged.get_mut(&sum))
                && rows.last() != Some(&(day, row))
            {
                rows.push((day, row));
            }
        }
    }
    // Each list is put in order for itself.
    for rows in charged.values_mut() {
        rows.sort_unstable();
    }
    charged
}

fn reverse(result: &mut Reconciliation, charge: usize, credit: usize) {
    let orders =
        result.links.get(charge).and_then(Option::as_ref).map(|link| link.orders.clone()).unwrap_or_default();
    set(result, charge, LinkKind::Reversal(credit), orders.clone(), 95, &["amount-exact", "reversal"]);
    set(result, credit, LinkKind::Reversal(charge), orders, 95, &["amount-exact", "reversal"]);
}
