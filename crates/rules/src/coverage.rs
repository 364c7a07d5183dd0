//! Which days, cards and services the given files speak of. What they do not cover is never suspicious.

use chrono::NaiveDate;
use mioboe_model::site::currency;
use mioboe_model::sorted::{Map, Set};
use mioboe_model::{Charge, Currency, Money, Offset, OrderId, Reading, SkipReason, SourceId, SourceKind};
use mioboe_reconcile::{Reconciliation, Service, site_of};

/// Order and digital files given loose are of one export when they end this close to each other; so are the exports of
/// two accounts made at one time, as nobody orders every day.
const SAME_EXPORT_DAYS: i64 = 45;
/// Statements come monthly: a hole this long between two rows of one card is a missing one,
const HOLE_DAYS: i64 = 45;
/// and one this long where no other two rows lie half as far apart.
const MONTH_DAYS: i64 = 27;
/// A card used this rarely has holes of its own.
const LEAST_ROWS: usize = 12;
/// A purchase is given back within this time.
const RETURN_DAYS: i64 = 120;

/// The days one Amazon account's order files speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The ZIP it came in; empty for files given loose.
    pub name: String,
    pub goods: Option<(NaiveDate, NaiveDate)>,
    pub digital: Option<(NaiveDate, NaiveDate)>,
    /// Digits of the cards its orders name.
    pub cards: Set<String>,
    /// Shops its orders were made at, where the files name them.
    sites: Set<&'static str>,
    /// What it was charged in.
    currencies: Set<Currency>,
    /// Some of its orders stand in another export too, which is newer: no account of its own.
    is_older_copy: bool,
}

impl Account {
    /// Whether the order of a charge can be among its own: where no file names a shop, currencies tell.
    fn is_of(&self, site: &str, charge: &Charge) -> bool {
        if self.sites.is_empty() {
            let has = |own: Currency| self.currencies.contains(&own);
            self.currencies.is_empty() || has(charge.amount.currency()) || currency(site).is_none_or(has)
        } else {
            self.sites.contains(site)
        }
    }

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
    /// Another file names the order, and the order files do not hold it: it is hidden, or of another account.
    OrderNotInFiles,
    /// Nobody knows the day, and no order has the sum.
    DayUnknown,
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
            Self::OrderNotInFiles => "order-not-in-files",
            Self::DayUnknown => "day-unknown",
        }
    }
}

/// Charges of one card and service that the files of one account leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub kind: GapKind,
    /// The export it concerns, where several were given.
    pub account: Option<String>,
    pub card: Option<String>,
    pub service: Service,
    /// The days of the charges.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub charges: Vec<usize>,
}

/// Why no order can be expected for a charge, and in whose files.
type Open = (GapKind, Option<usize>);

pub struct Coverage {
    pub accounts: Vec<Account>,
    pub statements: Option<(NaiveDate, NaiveDate)>,
    /// By charge: why no order can be expected for it.
    gaps: Vec<Option<Open>>,
    /// By statement (see [`statement_of`]).
    days: Map<Statement, Days>,
}

/// Charges that belong to one card, as far as the files tell: format and digits.
pub(crate) type Statement = (String, Option<String>);

impl Coverage {
    pub(crate) fn new(reading: &Reading, found: &Reconciliation, offset: Offset) -> Self {
        let accounts = accounts(reading, offset);
        let mut days: Map<Statement, Vec<NaiveDate>> = Map::new();
        let mut statements: Option<(NaiveDate, NaiveDate)> = None;
        for charge in &reading.charges {
            // What was typed or told of one charge is no statement: it covers no day.
            let Some(day) = charge.date.filter(|_| !is_alone(reading, charge)) else { continue };
            days.entry(statement_of(reading, charge)).or_default().push(day);
            statements = Some(widen(statements, day));
        }
        let days = days.into_iter().map(|(statement, days)| (statement, Days::new(days))).collect();
        let without = statements_without_orders(reading, found, &accounts);
        let unlisted = unlisted(reading, found, offset);
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
                    return Some((GapKind::CardWithoutOrders, None));
                }
                let (_, card) = statement_of(reading, charge);
                let of = accounts_of(&accounts, card.as_deref());
                let single = only(&accounts, &of);
                let region = || {
                    let site = site_of(&charge.name)?;
                    let mut own = of.iter().filter_map(|&at| accounts.get(at)).peekable();
                    let is_elsewhere =
                        own.peek().is_some() && !own.any(|account| account.is_of(site, charge));
                    is_elsewhere.then_some((GapKind::RegionNotExported, single))
                };
                gap_of(&accounts, &of, service, charge.date)
                    .or_else(region)
                    .or_else(|| unlisted.names(found, charge).then_some((GapKind::OrderNotInFiles, None)))
            })
            .collect();
        Self { accounts, statements, gaps, days }
    }

    pub(crate) fn gap(&self, charge: usize) -> Option<GapKind> {
        self.gaps.get(charge).copied().flatten().map(|(kind, _)| kind)
    }

    /// Whether a file of digital orders of an account that the charge can be of was given.
    pub(crate) fn has_digital(&self, reading: &Reading, charge: &Charge) -> bool {
        let (_, card) = statement_of(reading, charge);
        let of = accounts_of(&self.accounts, card.as_deref());
        of.iter().filter_map(|&at| self.accounts.get(at)).any(|account| account.digital.is_some())
    }

    /// The last day that the files of an account speak of, or those of all.
    pub(crate) fn orders_until(&self, account: Option<&str>) -> Option<NaiveDate> {
        match account {
            None => self.orders().map(|(_, until)| until),
            Some(name) => {
                let account = self.accounts.iter().find(|account| account.name == *name)?;
                account.goods.max(account.digital).map(|(_, until)| until)
            }
        }
    }

    pub(crate) fn statements_until(&self, reading: &Reading, charge: usize) -> Option<NaiveDate> {
        let charge = reading.charges.get(charge)?;
        self.days.get(&statement_of(reading, charge))?.last
    }

    /// Whether the statements of a charge's card have no hole between these days.
    pub(crate) fn is_whole(&self, reading: &Reading, charge: usize, from: NaiveDate, to: NaiveDate) -> bool {
        let days = reading.charges.get(charge).and_then(|row| self.days.get(&statement_of(reading, row)));
        let mut holes = days.into_iter().flat_map(|days| &days.holes);
        !holes.any(|&(before, after)| before < to && from < after)
    }

    /// Between which days a statement of which card is missing.
    pub(crate) fn missing(&self) -> impl Iterator<Item = (Option<&str>, NaiveDate, NaiveDate)> {
        self.days
            .iter()
            .flat_map(|((_, card), days)| days.holes.iter().map(|&(from, to)| (card.as_deref(), from, to)))
    }

    /// The days for which goods or digital orders are known, of any account.
    pub fn orders(&self) -> Option<(NaiveDate, NaiveDate)> {
        let spans = self.accounts.iter().flat_map(|account| [account.goods, account.digital]).flatten();
        spans.fold(None, |all, (from, to)| Some(widen(Some(widen(all, from)), to)))
    }

    /// What the files do not cover, with the charges that this leaves open: by account, card and service.
    pub(crate) fn gaps(&self, reading: &Reading, service: impl Fn(usize) -> Service) -> Vec<Gap> {
        let mut gaps: Map<(GapKind, Option<usize>, Option<String>, Service), Gap> = Map::new();
        for (index, open) in self.gaps.iter().enumerate() {
            let (Some((kind, account)), Some(charge)) = (*open, reading.charges.get(index)) else { continue };
            let service = service(index);
            let (_, card) = statement_of(reading, charge);
            let gap = gaps.entry((kind, account, card.clone(), service)).or_insert_with(|| Gap {
                kind,
                account: account.and_then(|at| Some(self.accounts.get(at)?.name.clone())),
                card,
                service,
                from: None,
                to: None,
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

/// Which days the statements of a card speak of.
struct Days {
    last: Option<NaiveDate>,
    /// Pairs of neighbouring rows so far apart that a statement must be missing between them.
    holes: Vec<(NaiveDate, NaiveDate)>,
}

impl Days {
    fn new(mut days: Vec<NaiveDate>) -> Self {
        days.sort_unstable();
        let pairs = || days.iter().copied().zip(days.iter().skip(1).copied());
        let apart = |(from, to): (NaiveDate, NaiveDate)| (to - from).num_days();
        let usual = pairs().map(apart).filter(|&days| days < MONTH_DAYS).max().unwrap_or(0);
        let is_hole = |days: i64| days > HOLE_DAYS || (days >= MONTH_DAYS && days >= 2 * usual);
        let holes = pairs().filter(|&pair| days.len() >= LEAST_ROWS && is_hole(apart(pair))).collect();
        Self { last: days.last().copied(), holes }
    }
}

fn widen(span: Option<(NaiveDate, NaiveDate)>, day: NaiveDate) -> (NaiveDate, NaiveDate) {
    span.map_or((day, day), |(from, to)| (from.min(day), to.max(day)))
}

fn is_alone(reading: &Reading, charge: &Charge) -> bool {
    let source = reading.sources.get(charge.place.source.0 as usize);
    source.is_some_and(|source| source.kind.is_asked_about())
}

fn statement_of(reading: &Reading, charge: &Charge) -> Statement {
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
            let name = &source.export;
            let at = accounts.iter().position(|account| account.name == *name).unwrap_or_else(|| {
                accounts.push(Account {
                    name: name.clone(),
                    goods: None,
                    digital: None,
                    cards: Set::new(),
                    sites: Set::new(),
                    currencies: Set::new(),
                    is_older_copy: false,
                });
                accounts.len() - 1
            });
            let is_order_file = matches!(source.kind, SourceKind::Orders | SourceKind::DigitalOrders);
            if let Some(account) = accounts.get_mut(at).filter(|_| is_order_file) {
                account.is_older_copy |= source.skipped.contains_key(&SkipReason::SeenInOtherFile);
            }
            at
        })
        .collect();
    // Row after row names one shop.
    let (mut website, mut site) = (None, None);
    for line in &reading.orders {
        let Some(account) = account_of(&of, &mut accounts, line.place.source) else { continue };
        for when in line.ordered.iter().chain(&line.shipped) {
            account.goods = Some(widen(account.goods, when.day(offset)));
        }
        account.add_cards(&line.pay.cards);
        account.currencies.insert(line.total.currency());
        if line.website != website {
            website.clone_from(&line.website);
            site = website.as_deref().and_then(site_of);
        }
        account.sites.extend(site.filter(|site| !account.sites.contains(site)));
    }
    for payment in &reading.payments {
        let Some(account) = account_of(&of, &mut accounts, payment.place.source) else { continue };
        let digital = payment.order_ids.iter().all(OrderId::is_digital) && !payment.order_ids.is_empty();
        let span = if digital { &mut account.digital } else { &mut account.goods };
        *span = Some(widen(*span, payment.day.day(offset)));
        account.add_cards(payment.card.as_slice());
        account.currencies.insert(payment.amount.currency());
    }
    for digital in &reading.digital {
        let account = digital.places.first().and_then(|place| account_of(&of, &mut accounts, place.source));
        let Some(account) = account else { continue };
        account.digital = Some(widen(account.digital, digital.ordered.day(offset)));
        account.currencies.insert(digital.total.currency());
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

/// The accounts that a charge can be of: those whose orders name its card, or else all.
fn accounts_of(accounts: &[Account], card: Option<&str>) -> Vec<usize> {
    let all: Vec<usize> = (0..accounts.len()).collect();
    let keep = |fits: &dyn Fn(&Account) -> bool, of: Vec<usize>| -> Vec<usize> {
        let kept: Vec<usize> = of.iter().copied().filter(|&at| accounts.get(at).is_some_and(fits)).collect();
        if kept.is_empty() { of } else { kept }
    };
    let all = keep(&|account| !account.is_older_copy, all);
    match card {
        Some(card) => keep(&|account| account.cards.contains(card), all),
        None => all,
    }
}

/// The only account of several that a charge can be of.
fn only(accounts: &[Account], of: &[usize]) -> Option<usize> {
    match of {
        [only] if accounts.len() > 1 => Some(*only),
        _ => None,
    }
}

fn gap_of(accounts: &[Account], of: &[usize], service: Service, day: Option<NaiveDate>) -> Option<Open> {
    let single = only(accounts, of);
    let span_of = |account: &Account| if service.is_digital() { account.digital } else { account.goods };
    let spans: Vec<(usize, NaiveDate, NaiveDate)> = of
        .iter()
        .filter_map(|&at| {
            let (from, to) = span_of(accounts.get(at)?)?;
            Some((at, from, to))
        })
        .collect();
    let Some(last) = spans.iter().map(|(_, _, to)| *to).max() else {
        let mut known = of.iter().filter_map(|&at| accounts.get(at));
        let any = known.any(|account| account.goods.is_some() || account.digital.is_some());
        let kind = if service.is_digital() && any { GapKind::NoDigitalFile } else { GapKind::NoOrderFile };
        return Some((kind, single));
    };
    let Some(day) = day else { return Some((GapKind::DayUnknown, single)) };
    if last < day {
        return Some((GapKind::OrdersEndEarly, single));
    }
    // An account whose export is much older than the others' may hold the charge's order.
    let ended =
        |(_, _, to): &&(usize, NaiveDate, NaiveDate)| *to < day && (last - *to).num_days() > SAME_EXPORT_DAYS;
    if let Some((at, _, _)) = spans.iter().find(ended) {
        return Some((GapKind::OrdersEndEarly, Some(*at)));
    }
    spans.iter().all(|(_, from, _)| day < *from).then_some((GapKind::OrdersStartLate, single))
}

/// Orders that other files name and the order files do not hold.
struct Unlisted {
    /// What was given back for them, and when.
    refunds: Vec<(NaiveDate, Money)>,
}

fn unlisted(reading: &Reading, found: &Reconciliation, offset: Offset) -> Unlisted {
    let refunds = reading.refunds.iter().filter(|refund| found.book.order(&refund.order_id).is_none());
    Unlisted { refunds: refunds.map(|refund| (refund.when.day(offset), refund.amount)).collect() }
}

impl Unlisted {
    /// The statement prints the number of such an order, or the whole charge was given back for one.
    fn names(&self, found: &Reconciliation, charge: &Charge) -> bool {
        let printed = charge.order_id.as_ref().is_some_and(|id| found.book.order(id).is_none());
        let given_back = |(day, amount): &(NaiveDate, Money)| {
            let days = charge.date.map(|charged| (*day - charged).num_days());
            *amount == charge.amount && days.is_some_and(|days| (0..=RETURN_DAYS).contains(&days))
        };
        printed || self.refunds.iter().any(given_back)
    }
}

/// Statements none of whose charges has an order, while the orders name other cards: another account's card.
fn statements_without_orders(
    reading: &Reading,
    found: &Reconciliation,
    accounts: &[Account],
) -> Set<Statement> {
    struct Seen {
        charges: u32,
        linked: u32,
    }
    let order_cards: Set<&String> = accounts.iter().flat_map(|account| &account.cards).collect();
    let mut by_statement: Map<Statement, Seen> = Map::new();
    let mut claimed: Set<&String> = Set::new();
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
