//! Mails of orders that no file knows. The weakest evidence there is: a mail names one sum, and the card may be charged
//! parcel by parcel, so that only what fits to the coin and on its days is taken, after everything else.

use chrono::{Days, NaiveDate};
use mioboe_model::sorted::{Map, Set};
use mioboe_model::{Currency, Mail, MailVerdict, NoticeKind, OrderId, Place, Reading};

use crate::book::{Piece, PieceKind, Sending};
use crate::{Link, LinkKind, Reconciliation};

/// Days before and after the mail on which its row may be: an order is charged when it leaves, a parcel within the days of every other one, and
/// money back takes its time.
const ORDERED: (Days, Days) = (Days::new(1), Days::new(30));
const SENT: (Days, Days) = (Days::new(3), Days::new(10));
const REFUNDED: (Days, Days) = (Days::new(3), Days::new(45));
/// Mails of one sum that are compared with one row.
const MOST_MAILS: usize = 64;
/// Less than any order of the files has.
const CONFIDENCE: u8 = 55;

/// What mails say of one order and one sum.
struct Told {
    order: OrderId,
    /// A mail says that nothing of it will be charged.
    is_cancelled: bool,
    /// The direction of the row that it would explain.
    is_back: bool,
    minor: i64,
    currency: Currency,
    first: NaiveDate,
    last: NaiveDate,
    day: NaiveDate,
    places: Vec<Place>,
}

/// Gives rows that nothing explains to orders that only a mail speaks of. The mails have to be judged before: what does
/// not look genuine says nothing.
pub fn link_mails(reading: &Reading, found: &mut Reconciliation) {
    let told = told(reading, found);
    if told.is_empty() {
        return;
    }
    let mut pairs: Vec<(i64, usize, usize)> = Vec::new();
    let mut of_sum: Map<(Currency, i64), Vec<usize>> = Map::new();
    for (index, told) in told.iter().enumerate() {
        of_sum.entry((told.currency, told.minor)).or_default().push(index);
    }
    for (row, charge) in reading.charges.iter().enumerate() {
        let is_open = found.links.get(row).is_some_and(Option::is_none)
            && found.services.get(row).is_some_and(|service| service.has_orders());
        let (Some(day), Some(minor), true) = (charge.date, charge.amount.minor(), is_open) else { continue };
        let Some(magnitude) = minor.checked_abs() else { continue };
        let mut count = 0;
        for &index in of_sum.get(&(charge.amount.currency(), magnitude)).into_iter().flatten() {
            let Some(told) = told.get(index) else { continue };
            let fits = told.is_back == charge.amount.is_credit() && (told.first..=told.last).contains(&day);
            if fits && count < MOST_MAILS {
                count += 1;
                pairs.push(((day - told.day).num_days().abs(), row, index));
            }
        }
    }
    pairs.sort_unstable();
    let (mut rows, mut used) = (Map::new(), Set::new());
    for &(_, row, index) in &pairs {
        if !rows.contains_key(&row) && used.insert(index) {
            rows.insert(row, index);
        }
    }
    for (&row, &index) in &rows {
        let Some(own) = told.get(index) else { continue };
        let order = enter(found, own, Some(row));
        // Another mail fits as well, and no row is left for it: nobody can say which order it was.
        let others = pairs.iter().filter(|(_, other, index)| *other == row && !used.contains(index));
        let others: Vec<usize> = others.map(|&(_, _, index)| index).collect();
        let alternatives: Vec<Vec<usize>> =
            others.iter().filter_map(|&index| Some(vec![enter(found, told.get(index)?, None)])).collect();
        let share = u8::try_from(alternatives.len() + 1).unwrap_or(u8::MAX);
        if let Some(slot) = found.links.get_mut(row) {
            *slot = Some(Link {
                kind: match (own.is_back, own.is_cancelled) {
                    (true, _) => LinkKind::Refund,
                    (false, true) => LinkKind::Cancelled,
                    (false, false) => LinkKind::Order,
                },
                orders: vec![order],
                pieces: Vec::new(),
                alternatives,
                confidence: CONFIDENCE / share,
                evidence: vec!["amount-exact", "day-fits", "mail"],
            });
        }
    }
}

/// Mails that look genuine and speak of one order that no file knows; what several say of one sum is one.
fn told(reading: &Reading, found: &Reconciliation) -> Vec<Told> {
    let mut all: Map<(OrderId, bool, i64, Currency), Told> = Map::new();
    let mut cancelled: Set<OrderId> = Set::new();
    let genuine = reading.mails.iter().filter(|mail| mail.verdict == Some(MailVerdict::GenuineLooking));
    for told in genuine.filter_map(of_mail).filter(|told| found.book.order(&told.order).is_none()) {
        if told.is_cancelled {
            cancelled.insert(told.order);
        }
        let key = (told.order, told.is_back, told.minor, told.currency);
        if let Some(known) = all.get_mut(&key) {
            (known.first, known.last) = (known.first.min(told.first), known.last.max(told.last));
            known.day = known.day.max(told.day);
            known.places.extend(told.places);
        } else {
            all.insert(key, told);
        }
    }
    for told in all.values_mut() {
        told.is_cancelled = !told.is_back && cancelled.contains(&told.order);
    }
    all.into_values().filter(|told| 0 < told.minor).collect()
}

fn of_mail(mail: &Mail) -> Option<Told> {
    let [order] = &mail.order_ids[..] else { return None };
    let (notice, day) = (mail.notice?, mail.date?);
    let (before, after) = match notice.kind {
        NoticeKind::Ordered | NoticeKind::Cancelled => ORDERED,
        NoticeKind::Sent => SENT,
        NoticeKind::Refunded => REFUNDED,
    };
    Some(Told {
        order: *order,
        is_cancelled: notice.kind == NoticeKind::Cancelled,
        is_back: notice.kind == NoticeKind::Refunded,
        minor: notice.total.minor()?,
        currency: notice.total.currency(),
        first: day.checked_sub_days(before)?,
        last: day.checked_add_days(after)?,
        day,
        places: vec![mail.place],
    })
}

fn enter(found: &mut Reconciliation, told: &Told, row: Option<usize>) -> usize {
    let order = found.book.open(told.order, told.day, told.currency);
    if !told.is_back {
        found.book.add(Piece {
            orders: vec![order],
            kind: if told.is_cancelled { PieceKind::Cancelled } else { PieceKind::Mailed },
            minor: told.minor,
            currency: told.currency,
            expected: told.day,
            first: told.first,
            last: told.last,
            exported: told.last,
            sending: Sending::Unknown,
            places: told.places.clone(),
            parts: 1,
            units: 1,
        });
        found.used.push(row);
    }
    order
}
