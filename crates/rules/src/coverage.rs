//! Which days, cards and services the given files speak of. What they do not cover is never suspicious.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mioboe_model::{Offset, OrderId, Reading, SourceId};
use mioboe_reconcile::{Reconciliation, Service, site_of};

/// Order and digital files given loose are of one export when they end this close to each other.
const SAME_EXPORT_DAYS: i64 = 45;

/// The days one Amazon account's order files speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The ZIP it came in; empty for files given loose.
    pub name: String,
    pub goods: Option<(NaiveDate, NaiveDate)>,
    pub digital: Option<(NaiveDate, NaiveDate)>,
    /// Digits of the cards its orders name.
    pub cards: BTreeSet<String>,
}

impl Account {
    fn add_cards(&mut self, cards: &[String]) {
        for card in cards {
            if !self.cards.contains(card) {
                self.cards.insert(card.clone());
            }
        }
    }
}

/// Why nothing can be said of a charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapKind {
    NoOrderFile,
    NoDigitalFile,
    OrdersStartLate,
    OrdersEndEarly,
    CardWithoutOrders,
    RegionNotExported,
}

impl GapKind {
    pub fn code(self) -> &'static str {
        match self {
            Self::NoOrderFile => "no-order-file",
            Self::NoDigitalFile => "no-digital-file",
            Self::OrdersStartLate => "orders-start-late",
            Self::OrdersEndEarly => "orders-end-early",
            Self::CardWithoutOrders => "card-without-orders",
            Self::RegionNotExported => "region-not-exported",
        }
    }
}

/// Charges that one gap leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub kind: GapKind,
    /// The days of the charges.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub card: Option<String>,
    pub charges: Vec<usize>,
}

pub struct Coverage {
    pub accounts: Vec<Account>,
    pub statements: Option<(NaiveDate, NaiveDate)>,
    /// By charge: why no order can be expected for it.
    gaps: Vec<Option<GapKind>>,
    /// By statement (see [`statement_of`]): its last day.
    last_days: BTreeMap<Statement, NaiveDate>,
}

/// Charges that belong to one card, as far as the files tell: format and digits.
pub(crate) type Statement = (String, Option<String>);

impl Coverage {
    pub(crate) fn new(reading: &Reading, found: &Reconciliation, offset: Offset) -> Self {
        let accounts = accounts(reading, offset);
        let mut last_days: BTreeMap<Statement, NaiveDate> = BTreeMap::new();
        let mut statements: Option<(NaiveDate, NaiveDate)> = None;
        for charge in &reading.charges {
            let Some(day) = charge.date else { continue };
            let last = last_days.entry(statement_of(reading, charge)).or_insert(day);
            *last = day.max(*last);
            statements = Some(widen(statements, day));
        }
        let without = statements_without_orders(reading, found, &accounts);
        let sites: BTreeSet<&str> = found.book.orders.iter().filter_map(|order| order.site).collect();
        let gaps = reading
            .charges
            .iter()
            .enumerate()
            .map(|(index, charge)| {
                let service = found.services.get(index).copied().unwrap_or(Service::Other);
                let open = found.links.get(index).is_some_and(Option::is_none);
                if !service.has_orders() || !open {
                    return None;
                }
                if without.contains(&statement_of(reading, charge)) && !service.is_digital() {
                    return Some(GapKind::CardWithoutOrders);
                }
                gap_of(&accounts, service, charge.date?).or_else(|| {
                    let site = site_of(&charge.name)?;
                    (!sites.is_empty() && !sites.contains(site)).then_some(GapKind::RegionNotExported)
                })
            })
            .collect();
        Self { accounts, statements, gaps, last_days }
    }

    pub(crate) fn gap(&self, charge: usize) -> Option<GapKind> {
        self.gaps.get(charge).copied().flatten()
    }

    pub(crate) fn has_digital(&self) -> bool {
        self.accounts.iter().any(|account| account.digital.is_some())
    }

    pub(crate) fn statements_until(&self, reading: &Reading, charge: usize) -> Option<NaiveDate> {
        let charge = reading.charges.get(charge)?;
        self.last_days.get(&statement_of(reading, charge)).copied()
    }

    /// The days of all rows, sorted, by statement.
    pub(crate) fn days_by_statement(reading: &Reading) -> BTreeMap<Statement, Vec<NaiveDate>> {
        let mut days: BTreeMap<Statement, Vec<NaiveDate>> = BTreeMap::new();
        for charge in &reading.charges {
            days.entry(statement_of(reading, charge)).or_default().extend(charge.date);
        }
        for days in days.values_mut() {
            days.sort_unstable();
        }
        days
    }

    /// The days for which goods or digital orders are known, of any account.
    pub fn orders(&self) -> Option<(NaiveDate, NaiveDate)> {
        let spans = self.accounts.iter().flat_map(|account| [account.goods, account.digital]).flatten();
        spans.fold(None, |all, (from, to)| Some(widen(Some(widen(all, from)), to)))
    }

    /// What the files do not cover, with the charges that this leaves open.
    pub fn gaps(&self, reading: &Reading) -> Vec<Gap> {
        let mut gaps: BTreeMap<(GapKind, Option<String>), Gap> = BTreeMap::new();
        for (index, kind) in self.gaps.iter().enumerate() {
            let (Some(kind), Some(charge)) = (kind, reading.charges.get(index)) else { continue };
            let card = if *kind == GapKind::CardWithoutOrders { charge.card.clone() } else { None };
            let gap = gaps.entry((*kind, card.clone())).or_insert_with(|| Gap {
                kind: *kind,
                from: None,
                to: None,
                card,
                charges: Vec::new(),
            });
            if let Some(day) = charge.date {
                gap.from = Some(gap.from.map_or(day, |from| from.min(day)));
                gap.to = Some(gap.to.map_or(day, |to| to.max(day)));
            }
            gap.charges.push(index);
        }
        gaps.into_values().collect()
    }
}

fn widen(span: Option<(NaiveDate, NaiveDate)>, day: NaiveDate) -> (NaiveDate, NaiveDate) {
    span.map_or((day, day), |(from, to)| (from.min(day), to.max(day)))
}

fn statement_of(reading: &Reading, charge: &mioboe_model::Charge) -> Statement {
    let source = reading.sources.get(charge.place.source.0 as usize);
    let format = source.and_then(|source| source.format.clone()).unwrap_or_default();
    (format, charge.card.clone().or_else(|| source.and_then(|source| source.card.clone())))
}

fn account_of<'a>(of: &[usize], accounts: &'a mut [Account], source: SourceId) -> Option<&'a mut Account> {
    accounts.get_mut(*of.get(source.0 as usize)?)
}

/// One account for each ZIP that holds order files, and one for all files given loose.
fn accounts(reading: &Reading, offset: Offset) -> Vec<Account> {
    let mut accounts: Vec<Account> = Vec::new();
    // By source the account its file is of.
    let of: Vec<usize> = reading
        .sources
        .iter()
        .map(|source| {
            // A folder of a ZIP that was unpacked is no account.
            let zip = source.name.split_once('/').map_or("", |(zip, _)| zip);
            let name = if zip.to_ascii_lowercase().ends_with(".zip") { zip } else { "" };
            accounts.iter().position(|account| account.name == name).unwrap_or_else(|| {
                let name = name.to_owned();
                accounts.push(Account { name, goods: None, digital: None, cards: BTreeSet::new() });
                accounts.len() - 1
            })
        })
        .collect();
    for line in &reading.orders {
        let Some(account) = account_of(&of, &mut accounts, line.place.source) else { continue };
        for when in line.ordered.iter().chain(&line.shipped) {
            account.goods = Some(widen(account.goods, when.day(offset)));
        }
        account.add_cards(&line.pay.cards);
    }
    for payment in &reading.payments {
        let Some(account) = account_of(&of, &mut accounts, payment.place.source) else { continue };
        let digital = payment.order_ids.iter().all(OrderId::is_digital) && !payment.order_ids.is_empty();
        let span = if digital { &mut account.digital } else { &mut account.goods };
        *span = Some(widen(*span, payment.day.day(offset)));
        account.add_cards(payment.card.as_slice());
    }
    for digital in &reading.digital {
        let account = digital.places.first().and_then(|place| account_of(&of, &mut accounts, place.source));
        let Some(account) = account else { continue };
        account.digital = Some(widen(account.digital, digital.ordered.day(offset)));
    }
    let is_there =
        |account: &Account| account.goods.is_some() || account.digital.is_some() || !account.cards.is_empty();
    accounts.retain(is_there);
    accounts.sort_by(|a, b| a.name.cmp(&b.name));
    accounts.into_iter().map(even_out).collect()
}

/// Files of one export end on one day, even if the last digital order is older than the last parcel.
fn even_out(mut account: Account) -> Account {
    if let (Some((from, goods)), Some((first, digital))) = (account.goods, account.digital) {
        let one_export = !account.name.is_empty() || (goods - digital).num_days().abs() <= SAME_EXPORT_DAYS;
        if one_export {
            let last = goods.max(digital);
            // An export holds the whole history: the first entry of either file opens both.
            let first_day = from.min(first);
            account.goods = Some((first_day, last));
            account.digital = Some((first_day, last));
        }
    }
    account
}

fn gap_of(accounts: &[Account], service: Service, day: NaiveDate) -> Option<GapKind> {
    let span_of = |account: &Account| if service.is_digital() { account.digital } else { account.goods };
    let spans: Vec<(NaiveDate, NaiveDate)> = accounts.iter().filter_map(span_of).collect();
    if spans.is_empty() {
        let any = accounts.iter().any(|account| account.goods.is_some() || account.digital.is_some());
        return Some(if service.is_digital() && any { GapKind::NoDigitalFile } else { GapKind::NoOrderFile });
    }
    if spans.iter().any(|(from, to)| (*from..=*to).contains(&day)) {
        return None;
    }
    let after = spans.iter().all(|(_, to)| *to < day);
    Some(if after { GapKind::OrdersEndEarly } else { GapKind::OrdersStartLate })
}

/// Statements none of whose charges has an order, while the orders name other cards: another account's card.
fn statements_without_orders(
    reading: &Reading,
    found: &Reconciliation,
    accounts: &[Account],
) -> BTreeSet<Statement> {
    struct Seen {
        charges: u32,
        linked: u32,
    }
    let order_cards: BTreeSet<&String> = accounts.iter().flat_map(|account| &account.cards).collect();
    let mut by_statement: BTreeMap<Statement, Seen> = BTreeMap::new();
    let mut claimed: BTreeSet<&String> = BTreeSet::new();
    for (index, charge) in reading.charges.iter().enumerate() {
        let goods = found.services.get(index).is_some_and(|s| s.has_orders() && !s.is_digital());
        if !goods || charge.amount.is_credit() {
            continue;
        }
        let seen =
            by_statement.entry(statement_of(reading, charge)).or_insert(Seen { charges: 0, linked: 0 });
        seen.charges += 1;
        if let Some(link) = found.links.get(index).and_then(Option::as_ref) {
            seen.linked += 1;
            let orders = link.orders.iter().filter_map(|&order| found.book.orders.get(order));
            claimed.extend(orders.flat_map(|order| &order.cards));
        }
    }
    let others_linked = by_statement.values().any(|seen| seen.linked > 0);
    let spoken_for = order_cards.iter().all(|card| claimed.contains(*card));
    by_statement
        .into_iter()
        .filter(|((_, card), seen)| {
            let foreign_digits = match card {
                Some(card) => !order_cards.contains(card),
                None => true,
            };
            seen.charges > 0
                && seen.linked == 0
                && foreign_digits
                && !order_cards.is_empty()
                && (others_linked && spoken_for)
        })
        .map(|(statement, _)| statement)
        .collect()
}
