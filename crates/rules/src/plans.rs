//! Plans that renew by themselves: from digital orders, and from statement rows that look like one.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use mioboe_model::sorted::Map;
use mioboe_model::text::fold;
use mioboe_model::{Currency, Money, Offset, OrderStatus, PlanState, Reading, Renewal as RenewalKind};
use mioboe_reconcile::{Reconciliation, Service};
use rust_decimal::Decimal;

use crate::Coverage;

/// A plan with its billed periods, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub service: Service,
    /// As the order file has it; for plans known from statements alone, the service's code.
    pub name: String,
    pub periods: Vec<Renewal>,
    /// Proven by digital orders, or only by name, price and cadence.
    pub proven: bool,
    pub cadence: Cadence,
    /// The day the account's files say it ends or ended.
    pub ended: Option<NaiveDate>,
    /// The day the account's files say it is billed next.
    pub next_bill: Option<NaiveDate>,
}

/// One period of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    pub day: NaiveDate,
    pub amount: Money,
    /// Index into `Book::orders`.
    pub order: Option<usize>,
    /// Index into `Reading::charges`.
    pub charge: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cadence {
    Month,
    Year,
    /// Neither its price nor its days tell.
    Unknown,
}

impl Cadence {
    pub fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
            Self::Unknown => "unknown",
        }
    }

    /// The same day of the next month or year; the month's last day where it has no such day.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        let months = match self {
            Self::Month | Self::Unknown => Months::new(1),
            Self::Year => Months::new(12),
        };
        day.checked_add_months(months).unwrap_or(day)
    }

    pub(crate) fn fits(self, days: i64) -> bool {
        match self {
            // Trials of 30 days, months of 28 to 31, and a charge a day or two late.
            Self::Month => (26..=35).contains(&days),
            Self::Year => (360..=371).contains(&days),
            Self::Unknown => false,
        }
    }
}

impl Plan {
    /// The next day a charge is to be expected; `None` once two periods have passed without one, and where nothing tells
    /// how often it is billed.
    pub fn next(&self, today: NaiveDate) -> Option<NaiveDate> {
        let last = self.periods.last()?.day;
        let reckoned = || (self.cadence != Cadence::Unknown).then(|| self.after(last));
        let next = self.next_bill.filter(|&day| day > last).or_else(reckoned)?;
        // A plan that was billed after its end goes on, whatever the files call it.
        let ends_before = self.ended.is_some_and(|ended| (last..=next).contains(&ended));
        (!ends_before && self.cadence.after(next) >= today).then_some(next)
    }

    /// The day the next period begins. A plan that began on the 31st is billed on the 30th of a short month, and on
    /// the 31st again after it.
    fn after(&self, last: NaiveDate) -> NaiveDate {
        let next = self.cadence.after(last);
        let was_cut = last.succ_opt().is_some_and(|next| next.day() == 1);
        let began = self.periods.iter().map(|period| period.day.day()).max().filter(|_| was_cut);
        let mut days = began.into_iter().flat_map(|began| (next.day()..=began).rev());
        days.find_map(|day| next.with_day(day)).unwrap_or(next)
    }

    /// A charge of its sum about the day of the month on which it is billed.
    pub(crate) fn is_like(&self, amount: Money, day: NaiveDate) -> bool {
        self.periods.last().is_some_and(|last| {
            let steps = std::iter::successors(Some(last.day), |at| Some(self.cadence.after(*at)));
            last.amount == amount
                && steps.take(13).any(|expected| (day - expected).num_days().abs() <= DAYS_ASTRAY)
        })
    }

    /// Its newest periods were free, and none was paid before.
    pub(crate) fn is_trial(&self) -> bool {
        self.proven
            && self.periods.len() <= MOST_FREE_PERIODS
            && self.periods.iter().all(|p| p.amount.is_zero())
    }
}

/// Amazon's trials last one to four months; what stays free for longer is no trial.
const MOST_FREE_PERIODS: usize = 4;

/// See [`unproven`].
const LEAST_PLAIN_PERIODS: usize = 3;

/// A known price of a plan, with the days it held; `data/plan-prices.toml` has the sources.
pub(crate) struct Price {
    pub(crate) service: Service,
    pub(crate) plan: &'static str,
    amount: &'static str,
    currency: &'static str,
    cadence: Cadence,
    /// See [`number`].
    from: u32,
    /// `u32::MAX` where no end is known.
    until: u32,
}

include!(concat!(env!("OUT_DIR"), "/plan_prices.rs"));

/// A day as its digits, which sort as the days do: 20261122.
fn number(day: NaiveDate) -> u32 {
    day.year().unsigned_abs() * 10_000 + day.month() * 100 + day.day()
}

/// On top of a price in dollars; `data/plan-prices.toml` has the source.
const MOST_SALES_TAX: Decimal = Decimal::from_parts(12, 0, 0, false, 2);
/// A charge is dated up to so many days after its period began.
const LATE_DAYS: u64 = 3;

/// What people have most comes first.
const USUAL: [Service; 6] = [
    Service::AmazonPrime,
    Service::Kindle,
    Service::AmazonMusic,
    Service::Audible,
    Service::PrimeVideo,
    Service::AmazonDigital,
];

/// The prices that are just this much on that day, the most usual plan first.
pub(crate) fn plans_priced(amount: Money, day: NaiveDate) -> Vec<&'static Price> {
    let mut found: Vec<&Price> = prices_at(amount, day).collect();
    found.sort_by_key(|price| USUAL.iter().position(|service| *service == price.service));
    found
}

/// Plans that cost this much on that day, by the dated table. The currency tells the country.
pub(crate) fn plans_at(amount: Money, day: NaiveDate) -> Vec<(Service, Cadence)> {
    let mut found: Vec<(Service, Cadence)> =
        prices_at(amount, day).map(|price| (price.service, price.cadence)).collect();
    found.sort_unstable_by_key(|(service, cadence)| (*service, cadence.code()));
    found.dedup();
    found
}

fn prices_at(amount: Money, day: NaiveDate) -> impl Iterator<Item = &'static Price> {
    // Prices in dollars are told without the sales tax.
    let most_tax = if amount.currency() == Currency::USD { MOST_SALES_TAX } else { Decimal::ZERO };
    let began = number(day.checked_sub_days(Days::new(LATE_DAYS)).unwrap_or(day));
    let day = number(day);
    PRICES.iter().filter(move |price| {
        let value = price.amount.parse().unwrap_or(Decimal::MAX);
        let tax = amount.value() - value;
        price.currency == amount.currency().code()
            && tax >= Decimal::ZERO
            && tax <= value * most_tax
            && price.from <= day
            && began <= price.until
    })
}

/// The plan a digital order's item names, by words that the items of plans bear.
pub(crate) fn plan_service(item: &str) -> Option<Service> {
    const NAMES: [(&str, Service); 12] = [
        ("kindle unlimited", Service::Kindle),
        ("audible", Service::Audible),
        ("オーデイブル", Service::Audible),
        ("music unlimited", Service::AmazonMusic),
        ("amazon music", Service::AmazonMusic),
        ("prime video", Service::PrimeVideo),
        ("チヤンネル", Service::PrimeVideo),
        ("video channel", Service::PrimeVideo),
        ("prime membership", Service::AmazonPrime),
        ("amazon prime", Service::AmazonPrime),
        ("プライム会員", Service::AmazonPrime),
        ("プライム会費", Service::AmazonPrime),
    ];
    let item = fold(item);
    NAMES.iter().find(|(name, _)| item.contains(name)).map(|(_, service)| *service)
}

pub(crate) fn plans(
    reading: &Reading,
    found: &Reconciliation,
    coverage: &Coverage,
    offset: Offset,
) -> Vec<Plan> {
    let mut all = proven(reading, found, offset);
    all.extend(unproven(reading, found, coverage));
    all.sort_by(|a, b| (a.service, &a.name).cmp(&(b.service, &b.name)));
    all
}

fn proven(reading: &Reading, found: &Reconciliation, offset: Offset) -> Vec<Plan> {
    let mut charge_of: Map<usize, usize> = Map::new();
    for (charge, link) in found.links.iter().enumerate() {
        let is_debit = reading.charges.get(charge).is_some_and(|row| !row.amount.is_credit());
        for &order in link.iter().filter(|_| is_debit).flat_map(|link| &link.orders) {
            charge_of.entry(order).or_insert(charge);
        }
    }
    // Two people's plans of one name are two plans.
    let mut by_name: Map<(&str, String), Plan> = Map::new();
    let mut named_by: Map<usize, &str> = Map::new();
    for period in &reading.periods {
        if let Some(order) = period.order_id.as_ref().and_then(|id| found.book.order(id)) {
            named_by.insert(order, period.plan.as_str());
        }
    }
    for digital in &reading.digital {
        let named = plan_service(&digital.item);
        let renews = matches!(digital.renewal, Some(RenewalKind::Renewal | RenewalKind::Signup));
        // A film bought on Prime Video bears the name and does not renew; the file says which does, where it knows.
        if !renews || digital.status == OrderStatus::Cancelled {
            continue;
        }
        let order = found.book.order(&digital.order_id);
        let source = digital.places.first().and_then(|place| reading.sources.get(place.source.0 as usize));
        let account = source.map_or("", |source| source.export.as_str());
        let plan = by_name.entry((account, fold(&digital.item))).or_insert_with(|| Plan {
            service: named.unwrap_or(Service::AmazonDigital),
            name: digital.item.clone(),
            periods: Vec::new(),
            proven: true,
            cadence: Cadence::Month,
            ended: None,
            next_bill: None,
        });
        plan.periods.push(Renewal {
            day: digital.ordered.day(offset),
            amount: digital.total,
            order,
            charge: order.and_then(|order| charge_of.get(&order).copied()),
        });
    }
    let mut plans: Vec<Plan> = by_name.into_values().flat_map(|plan| apart(plan, &named_by)).collect();
    for plan in &mut plans {
        plan.cadence = cadence(plan.service, &plan.periods);
    }
    note_states(&mut plans, reading, found, offset);
    plans
}

/// Periods nearer than this are of two plans.
const LEAST_DAYS_APART: i64 = 20;
/// A renewal strays so far from its day of the month.
const DAYS_ASTRAY: i64 = 3;

/// One name may stand for two plans of one account: two channels of one price, a yearly plan beside a monthly one. What is
/// billed too soon after the last period belongs to another plan, and so does what another subscription names.
fn apart(mut plan: Plan, named_by: &Map<usize, &str>) -> Vec<Plan> {
    plan.periods.sort_by_key(|period| (period.day, period.amount.value(), period.order));
    let mut streams: Vec<Stream<'_>> = Vec::new();
    for period in std::mem::take(&mut plan.periods) {
        let id = period.order.and_then(|order| named_by.get(&order).copied());
        let best = streams
            .iter()
            .enumerate()
            .filter_map(|(at, stream)| Some((stream.likeness(&period, id)?, std::cmp::Reverse(at))))
            .max();
        let stream = if let Some(stream) = best.and_then(|(_, std::cmp::Reverse(at))| streams.get_mut(at)) {
            stream
        } else {
            streams.push(Stream { id, periods: Vec::new() });
            let Some(stream) = streams.last_mut() else { continue };
            stream
        };
        stream.id = stream.id.or(id);
        stream.periods.push(period);
    }
    let of = |stream: Stream<'_>| Plan { periods: stream.periods, ..plan.clone() };
    streams.into_iter().map(of).collect()
}

/// The periods of one plan, as far as they were told apart.
struct Stream<'a> {
    /// The subscription that names one of its orders.
    id: Option<&'a str>,
    periods: Vec<Renewal>,
}

impl Stream<'_> {
    /// How well a later period goes on with this plan; `None` where it cannot.
    fn likeness(&self, period: &Renewal, id: Option<&str>) -> Option<i64> {
        let last = self.periods.last()?;
        let days = (period.day - last.day).num_days();
        let is_named = id.is_some() && self.id == id;
        if is_named {
            return Some(1000);
        }
        let is_other = id.is_some() && self.id.is_some();
        let three = Decimal::from(3);
        let (small, large) = if last.amount.value() < period.amount.value() {
            (last.amount.value(), period.amount.value())
        } else {
            (period.amount.value(), last.amount.value())
        };
        let is_free = small.is_zero();
        // A year's price goes on for its year; a smaller sum within it is another plan's.
        let is_within_year = last.amount.value() > period.amount.value() * three
            && !is_free
            && days < 300
            && (self.periods.len() == 1 || self.is_yearly());
        if days < LEAST_DAYS_APART || is_within_year || is_other && days < 25 {
            return None;
        }
        let on_its_day = (1..=13).any(|months| {
            last.day
                .checked_add_months(Months::new(months))
                .is_some_and(|day| (period.day - day).num_days().abs() <= DAYS_ASTRAY)
        });
        let same = last.amount == period.amount;
        let near = is_free || large < small * three;
        Some(i64::from(on_its_day) * 4 + i64::from(same) * 3 + i64::from(near) * 2 - i64::from(is_other))
    }

    fn is_yearly(&self) -> bool {
        self.periods.windows(2).any(|pair| match pair {
            [a, b] => Cadence::Year.fits((b.day - a.day).num_days()),
            _ => false,
        })
    }
}

/// What the account's files say of how each plan stands; of several subscriptions to one plan the newest counts.
fn note_states(plans: &mut [Plan], reading: &Reading, found: &Reconciliation, offset: Offset) {
    let mut states: Vec<&PlanState> = reading.plans.iter().collect();
    states.sort_by_key(|state| state.since.map(|when| when.day(offset)));
    for state in states {
        let of = plan_of_state(plans, state, reading, found, offset);
        if let Some(plan) = of.and_then(|index| plans.get_mut(index)) {
            plan.ended = state.ended.map(|when| when.day(offset));
            plan.next_bill = state.next_bill.map(|when| when.day(offset));
        }
    }
}

/// The proven plan a subscription is of. The export names subscriptions by ids of its own: one of its periods names
/// one of the plan's orders, or it began when no other plan began but this one.
pub(crate) fn plan_of_state(
    plans: &[Plan],
    state: &PlanState,
    reading: &Reading,
    found: &Reconciliation,
    offset: Offset,
) -> Option<usize> {
    let own = reading.periods.iter().filter(|period| period.plan == state.plan);
    let orders: Vec<usize> = own.filter_map(|period| found.book.order(period.order_id.as_ref()?)).collect();
    let has = |plan: &Plan, order: &usize| plan.periods.iter().any(|period| period.order == Some(*order));
    if !orders.is_empty() {
        return plans.iter().position(|plan| orders.iter().any(|order| has(plan, order)));
    }
    let since = state.since?.day(offset);
    let began_then = |plan: &Plan| {
        let first = plan.periods.first().filter(|_| plan.proven);
        first.is_some_and(|first| (since - first.day).num_days().abs() <= 1)
    };
    let mut fitting = plans.iter().enumerate().filter(|(_, plan)| began_then(plan));
    match (fitting.next(), fitting.next()) {
        (Some((only, _)), None) => Some(only),
        _ => None,
    }
}

/// Plans whose name stands in the statement, or whose price comes back month by month, without digital orders.
fn unproven(reading: &Reading, found: &Reconciliation, coverage: &Coverage) -> Vec<Plan> {
    // Two people's plans of one price are billed to two cards, each on its own day.
    let mut groups: Map<(Service, String, Option<&str>), Vec<Renewal>> = Map::new();
    for (index, charge) in reading.charges.iter().enumerate() {
        let service = found.services.get(index).copied().unwrap_or(Service::Other);
        let open = found.links.get(index).is_some_and(Option::is_none);
        // A plan may also hide behind the plain name.
        let may_renew = service.is_digital() || service == Service::AmazonRetail;
        let (true, true, Some(day)) = (open, may_renew && !charge.amount.is_credit(), charge.date) else {
            continue;
        };
        // A file of digital orders has each period of a plan.
        if coverage.has_digital(reading, charge) {
            continue;
        }
        let renewal = Renewal { day, amount: charge.amount, order: None, charge: Some(index) };
        groups.entry((service, charge.amount.plain(), charge.card.as_deref())).or_default().push(renewal);
    }
    groups
        .into_iter()
        .filter_map(|((service, _, _), mut periods)| {
            periods.sort_by_key(|period| period.day);
            let first = periods.first()?;
            let known = plans_at(first.amount, first.day);
            let monthly = |pair: &[Renewal]| match pair {
                [a, b] => Cadence::Month.fits((b.day - a.day).num_days()),
                _ => false,
            };
            let mut pairs = periods.windows(2);
            // Goods cost what plans cost: under the plain name it takes three months without a break.
            let steady = if service == Service::AmazonRetail {
                periods.len() >= LEAST_PLAIN_PERIODS && pairs.all(monthly)
            } else {
                pairs.any(monthly)
            };
            // The bare digital name covers single purchases too: it needs a known price and its cadence.
            let service = if service.is_plan() {
                service
            } else if steady && let [(only, Cadence::Month)] = known.as_slice() {
                *only
            } else if steady && (!known.is_empty() || periods.len() >= LEAST_PLAIN_PERIODS) {
                // Channels have prices of their own that no table lists: three months without a break are a question.
                Service::AmazonDigital
            } else {
                return None;
            };
            let cadence = cadence(service, &periods);
            let name = service.code().to_owned();
            Some(Plan { service, name, periods, proven: false, cadence, ended: None, next_bill: None })
        })
        .collect()
}

/// How often a plan is billed: what its newest price is known for, or else the days between periods of about that
/// price. Who went from months to years pays the year's price in a year again.
fn cadence(service: Service, periods: &[Renewal]) -> Cadence {
    let Some(last) = periods.iter().rfind(|period| !period.amount.is_zero()) else { return Cadence::Month };
    let known = plans_at(last.amount, last.day);
    let known_for = |is_of: &dyn Fn(Service) -> bool| {
        let of = known.iter().filter(|(service, cadence)| is_of(*service) && *cadence != Cadence::Unknown);
        let mut of = of.map(|(_, cadence)| *cadence);
        let first = of.next()?;
        of.all(|other| other == first).then_some(first)
    };
    let three = Decimal::from(3);
    let about = |amount: Money| {
        amount.value() * three > last.amount.value() && amount.value() < last.amount.value() * three
    };
    let comes_back = |cadence: Cadence| {
        periods.windows(2).any(|pair| match pair {
            [a, b] => cadence.fits((b.day - a.day).num_days()) && about(a.amount) && about(b.amount),
            _ => false,
        })
    };
    known_for(&|known| known == service)
        .or_else(|| [Cadence::Month, Cadence::Year].into_iter().find(|&cadence| comes_back(cadence)))
        .or_else(|| known_for(&|_| service == Service::AmazonDigital))
        .unwrap_or(Cadence::Unknown)
}

#[cfg(test)]
mod tests {
    use mioboe_model::Currency;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_price_table_is_sound() {
        for price in &PRICES {
            assert!(price.amount.parse::<Decimal>().is_ok(), "{}", price.amount);
            assert!(Currency::parse(price.currency).is_some(), "{}", price.currency);
            for day in [price.from, price.until].into_iter().filter(|day| *day != u32::MAX) {
                let written = format!("{}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100);
                assert_eq!(number(self::day(&written)), day);
            }
            assert!(price.from <= price.until, "{} {}", price.plan, price.from);
        }
    }

    fn at(amount: &str, currency: Currency, on: &str) -> Vec<(Service, Cadence)> {
        plans_at(Money::new(amount.parse().unwrap(), currency).unwrap(), day(on))
    }

    #[test]
    fn a_price_holds_in_its_days_and_its_country_s_currency_only() {
        assert!(at("600", Currency::JPY, "2026-07-01").contains(&(Service::AmazonPrime, Cadence::Month)));
        assert_eq!(at("600", Currency::JPY, "2022-07-01"), []);
        assert_eq!(at("600", Currency::USD, "2026-07-01"), []);
        assert_eq!(at("89.90", Currency::EUR, "2026-07-01"), [(Service::AmazonPrime, Cadence::Year)]);
        assert_eq!(at("95", Currency::GBP, "2026-07-01"), [(Service::AmazonPrime, Cadence::Year)]);
    }

    #[test]
    fn the_last_charge_at_an_old_price_may_be_dated_a_little_later() {
        for (on, holds) in [("2023-09-23", true), ("2023-09-26", true), ("2023-09-27", false)] {
            assert_eq!(!at("500", Currency::JPY, on).is_empty(), holds, "{on}");
        }
        for (on, holds) in [("2023-08-23", false), ("2023-08-24", true)] {
            assert_eq!(!at("600", Currency::JPY, on).is_empty(), holds, "{on}");
        }
    }

    #[test]
    fn a_trial_s_price_comes_once() {
        let known = at("99", Currency::JPY, "2026-07-01");
        assert_eq!(known, [(Service::Kindle, Cadence::Unknown)]);
        let paid = |day: &str| Renewal {
            day: self::day(day),
            amount: Money::new(Decimal::from(99), Currency::JPY).unwrap(),
            order: None,
            charge: None,
        };
        let twice = [paid("2026-06-01"), paid("2026-07-01")];
        assert_eq!(cadence(Service::Kindle, &twice), Cadence::Month);
        assert_eq!(cadence(Service::Kindle, &twice[..1]), Cadence::Unknown);
    }

    #[test]
    fn sales_tax_comes_on_top_of_dollars_only() {
        for (amount, holds) in
            [("138.99", false), ("139", true), ("148.73", true), ("155.68", true), ("155.69", false)]
        {
            let known = at(amount, Currency::USD, "2026-07-01");
            assert_eq!(known.contains(&(Service::AmazonPrime, Cadence::Year)), holds, "{amount}");
        }
        assert_eq!(at("642", Currency::JPY, "2026-07-01"), []);
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(Cadence::Month.after(day("2026-01-31")), day("2026-02-28"));
        assert_eq!(Cadence::Year.after(day("2024-02-29")), day("2025-02-28"));
    }
}
