//! Money back: which refund, order or charge it belongs to.

use std::collections::HashMap;

use chrono::NaiveDate;
use mioboe_model::text::fold;
use mioboe_model::{Charge, Currency, Offset, Reading, RefundStatus};

use crate::book::PieceKind;
use crate::candidates::orders_of;
use crate::{Link, LinkKind, Reconciliation};

/// Days between the refund in Amazon's file and the row on the statement.
const REFUND_DAYS: (i64, i64) = (-3, 45);
/// Days between a charge and its reversal.
const REVERSAL_DAYS: i64 = 60;
/// Days between a charge and money back for it that no refund file proves.
const RETURN_DAYS: i64 = 120;

pub(crate) fn link(reading: &Reading, offset: Offset, result: &mut Reconciliation) {
    let mut credits: Vec<(usize, NaiveDate, i64)> = reading
        .charges
        .iter()
        .enumerate()
        .filter(|(row, _)| result.services.get(*row).is_some_and(|service| service.has_orders()))
        .filter_map(|(row, charge)| {
            let minor = charge.amount.minor().filter(|&minor| minor < 0)?;
            Some((row, charge.date?, -minor))
        })
        .collect();
    credits.sort_by_key(|&(row, day, minor)| (day, minor, row));
    by_refund(reading, offset, &credits, result);
    by_several_refunds(reading, offset, &credits, result);
    by_cancelled_charge(reading, &credits, result);
    by_cancelled_order(reading, &credits, result);
    by_open_charge(reading, &credits, result);
    by_order(reading, &credits, result);
}

fn open<'a>(
    credits: &'a [(usize, NaiveDate, i64)],
    result: &Reconciliation,
) -> Vec<&'a (usize, NaiveDate, i64)> {
    credits.iter().filter(|(row, _, _)| result.links.get(*row).is_some_and(Option::is_none)).collect()
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

/// A refund of the very sum, nearest day first.
fn by_refund(
    reading: &Reading,
    offset: Offset,
    credits: &[(usize, NaiveDate, i64)],
    result: &mut Reconciliation,
) {
    let mut pairs = Vec::new();
    for (index, refund) in reading.refunds.iter().enumerate() {
        if refund.status == RefundStatus::Void || refund.to_balance {
            continue;
        }
        let Some(minor) = refund.amount.minor() else { continue };
        let day = refund.when.day(offset);
        let from = credits.partition_point(|(_, credit, _)| (*credit - day).num_days() < REFUND_DAYS.0);
        for (row, credit, sum) in
            credits.iter().skip(from).take_while(|(_, credit, _)| (*credit - day).num_days() <= REFUND_DAYS.1)
        {
            let same_currency =
                reading.charges.get(*row).is_some_and(|c| c.amount.currency() == refund.amount.currency());
            if *sum == minor && same_currency {
                pairs.push(((*credit - day).num_days().abs(), day, *row, index));
            }
        }
    }
    pairs.sort_unstable();
    for (_, _, row, index) in pairs {
        let taken = result.refunds.get(index).is_some_and(Option::is_some)
            || result.links.get(row).is_some_and(Option::is_some);
        let Some(refund) = reading.refunds.get(index).filter(|_| !taken) else { continue };
        let orders: Vec<usize> = result.book.order(&refund.order_id).into_iter().collect();
        set(result, row, LinkKind::Refund, orders, 97, &["amount-exact", "day-fits"]);
        if let Some(slot) = result.refunds.get_mut(index) {
            *slot = Some(row);
        }
    }
}

/// Two or three refunds paid in one sum, of one order or of one day.
fn by_several_refunds(
    reading: &Reading,
    offset: Offset,
    credits: &[(usize, NaiveDate, i64)],
    result: &mut Reconciliation,
) {
    for &&(row, day, sum) in &open(credits, result) {
        let near: Vec<(usize, i64)> = reading
            .refunds
            .iter()
            .enumerate()
            .filter(|(index, refund)| {
                let late = (day - refund.when.day(offset)).num_days();
                refund.status != RefundStatus::Void
                    && !refund.to_balance
                    && (REFUND_DAYS.0..=REFUND_DAYS.1).contains(&late)
                    && result.refunds.get(*index).is_some_and(Option::is_none)
            })
            .filter_map(|(index, refund)| Some((index, refund.amount.minor()?)))
            .take(40)
            .collect();
        let pair = near.iter().enumerate().find_map(|(at, &(first, a))| {
            near.iter().skip(at + 1).find(|&&(_, b)| a + b == sum).map(|&(second, _)| [first, second])
        });
        let Some(pair) = pair else { continue };
        let ids = pair.iter().filter_map(|&index| reading.refunds.get(index)).map(|refund| &refund.order_id);
        let mut orders: Vec<usize> = ids.filter_map(|id| result.book.order(id)).collect();
        orders.sort_unstable();
        orders.dedup();
        set(result, row, LinkKind::Refund, orders, 88, &["amount-exact", "day-fits"]);
        for index in pair {
            if let Some(slot) = result.refunds.get_mut(index) {
                *slot = Some(row);
            }
        }
    }
}

/// The charge of a cancelled order, given back.
fn by_cancelled_charge(reading: &Reading, credits: &[(usize, NaiveDate, i64)], result: &mut Reconciliation) {
    for &&(row, day, sum) in &open(credits, result) {
        let charge = earlier_charges(reading, row, day, sum, REVERSAL_DAYS).find(|&charge| {
            result
                .links
                .get(charge)
                .and_then(Option::as_ref)
                .is_some_and(|link| link.kind == LinkKind::Cancelled)
        });
        if let Some(charge) = charge {
            reverse(result, charge, row);
        }
    }
}

/// The sum of a cancelled order whose charge stands on no statement given.
fn by_cancelled_order(reading: &Reading, credits: &[(usize, NaiveDate, i64)], result: &mut Reconciliation) {
    let mut by_sum: HashMap<(Currency, i64), Vec<usize>> = HashMap::new();
    for (index, piece) in result.book.pieces.iter().enumerate() {
        if piece.kind == PieceKind::Cancelled && result.used.get(index).is_some_and(Option::is_none) {
            by_sum.entry((piece.currency, piece.minor)).or_default().push(index);
        }
    }
    for &&(row, day, sum) in &open(credits, result) {
        let Some(currency) = reading.charges.get(row).map(|credit| credit.amount.currency()) else {
            continue;
        };
        let Some(pieces) = by_sum.get_mut(&(currency, sum)) else { continue };
        let fits = |piece: &&usize| {
            let day_of = result.book.pieces.get(**piece).map(|piece| piece.expected);
            day_of.is_some_and(|ordered| (0..=REVERSAL_DAYS).contains(&(day - ordered).num_days()))
        };
        let Some(piece) = pieces.iter().rfind(fits).copied() else { continue };
        pieces.retain(|other| *other != piece);
        let orders = orders_of(&result.book, &[piece]);
        if let Some(slot) = result.used.get_mut(piece) {
            *slot = Some(row);
        }
        set(result, row, LinkKind::Refund, orders, 85, &["amount-exact"]);
    }
}

/// A charge that no order explains, given back in full.
fn by_open_charge(reading: &Reading, credits: &[(usize, NaiveDate, i64)], result: &mut Reconciliation) {
    for &&(row, day, sum) in &open(credits, result) {
        let charge = earlier_charges(reading, row, day, sum, REVERSAL_DAYS).find(|&charge| {
            let same_shop = |a: &Charge, b: &Charge| a.card == b.card && fold(&a.name) == fold(&b.name);
            result.links.get(charge).is_some_and(Option::is_none)
                && matches!((reading.charges.get(charge), reading.charges.get(row)), (Some(a), Some(b)) if same_shop(a, b))
        });
        if let Some(charge) = charge {
            reverse(result, charge, row);
        }
    }
}

/// The sum of an explained charge, of its order or of one line of it, within the time for returns.
fn by_order(reading: &Reading, credits: &[(usize, NaiveDate, i64)], result: &mut Reconciliation) {
    let returned: Vec<usize> = result
        .links
        .iter()
        .flatten()
        .filter(|link| link.kind == LinkKind::Refund)
        .flat_map(|link| link.orders.clone())
        .collect();
    for &&(row, day, sum) in &open(credits, result) {
        let mut fitting: Vec<Vec<usize>> = Vec::new();
        for (charge, link) in result.links.iter().enumerate() {
            let (Some(link), Some(debit)) = (link, reading.charges.get(charge)) else { continue };
            let Some(days) = debit.date.map(|charged| (day - charged).num_days()) else { continue };
            if !(0..=RETURN_DAYS).contains(&days) || debit.amount.is_credit() {
                continue;
            }
            let mut sums = link
                .orders
                .iter()
                .filter_map(|&order| result.book.orders.get(order))
                .flat_map(|order| &order.lines)
                .filter_map(|&line| reading.orders.get(line)?.total.minor())
                .chain(debit.amount.minor());
            let fits = sums.any(|part| part == sum);
            let again = link.orders.iter().any(|order| returned.contains(order));
            if fits && !again && !fitting.contains(&link.orders) {
                fitting.push(link.orders.clone());
            }
        }
        let mut fitting = fitting.into_iter();
        if let Some(orders) = fitting.next() {
            let others: Vec<Vec<usize>> = fitting.collect();
            let confidence = if others.is_empty() { 80 } else { 40 };
            set(result, row, LinkKind::Refund, orders, confidence, &["amount-exact"]);
            if let Some(Some(link)) = result.links.get_mut(row) {
                link.alternatives = others;
            }
        }
    }
}

/// Debits of the sum in the days before a credit, the latest first.
fn earlier_charges(
    reading: &Reading,
    row: usize,
    day: NaiveDate,
    sum: i64,
    most_days: i64,
) -> impl Iterator<Item = usize> {
    let currency = reading.charges.get(row).map(|credit| credit.amount.currency());
    let mut found: Vec<(i64, usize)> = reading
        .charges
        .iter()
        .enumerate()
        .filter(|(_, charge)| {
            charge.amount.minor() == Some(sum) && Some(charge.amount.currency()) == currency
        })
        .filter_map(|(index, charge)| Some(((day - charge.date?).num_days(), index)))
        .filter(|(days, _)| (0..=most_days).contains(days))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, index)| index)
}

fn reverse(result: &mut Reconciliation, charge: usize, credit: usize) {
    let orders =
        result.links.get(charge).and_then(Option::as_ref).map(|link| link.orders.clone()).unwrap_or_default();
    set(result, charge, LinkKind::Reversal(credit), orders.clone(), 95, &["amount-exact", "reversal"]);
    set(result, credit, LinkKind::Reversal(charge), orders, 95, &["amount-exact", "reversal"]);
}
