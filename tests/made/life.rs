//! What happens to a household: orders, parcels, charges, money back, plans and crimes, each with what is true of it.

mod ways;

use std::cmp::Ordering;

use chrono::{Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::profiles::{Abroad, Crime, Plan, Profile, Region};
use crate::numbers::Numbers;

pub(super) struct Life {
    pub(super) profile: Profile,
    numbers: Numbers,
    /// The days the statements cover.
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// The last day the exports speak of.
    pub(super) exported: NaiveDate,
    pub(super) orders: Vec<Order>,
    pub(super) digital: Vec<Digital>,
    pub(super) refunds: Vec<Refund>,
    pub(super) ended_plans: Vec<EndedPlan>,
    pub(super) devices: Vec<NaiveDateTime>,
    pub(super) rows: Vec<Row>,
    /// Parcels that no row of the statements was charged for: their sum, day and order.
    strays: Vec<(i64, NaiveDate, String)>,
    /// The first day on which the card has new digits.
    pub(super) reissued: Option<NaiveDate>,
}

pub(super) struct Order {
    pub(super) id: String,
    pub(super) account: usize,
    /// In UTC, as the files have it.
    pub(super) at: NaiveDateTime,
    pub(super) lines: Vec<Line>,
    pub(super) cancelled: bool,
    pub(super) pay: String,
    pub(super) address: &'static str,
    pub(super) website: &'static str,
    pub(super) currency: &'static str,
}

#[derive(Clone)]
pub(super) struct Line {
    pub(super) item: String,
    pub(super) asin: String,
    pub(super) quantity: i64,
    pub(super) total: i64,
    pub(super) sent: Vec<NaiveDateTime>,
}

pub(super) struct Digital {
    pub(super) id: String,
    pub(super) at: NaiveDateTime,
    /// When it came: later than the order only of what was not out yet.
    pub(super) came: NaiveDateTime,
    pub(super) item: &'static str,
    pub(super) total: i64,
    pub(super) currency: &'static str,
    pub(super) renewal: &'static str,
}

pub(super) struct Refund {
    pub(super) order: String,
    pub(super) at: NaiveDateTime,
    pub(super) sum: i64,
}

pub(super) struct EndedPlan {
    pub(super) began: NaiveDateTime,
    pub(super) ended: NaiveDateTime,
    pub(super) orders: Vec<(NaiveDateTime, String)>,
}

#[derive(Clone)]
pub(super) struct Row {
    pub(super) day: NaiveDate,
    pub(super) sum: i64,
    pub(super) shop: Shop,
    /// Which of the household's cards.
    pub(super) card: usize,
    pub(super) family: bool,
    pub(super) truth: Truth,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shop {
    Goods,
    Market,
    Downloads,
    Prime,
    Pay,
    AmazonCom,
    Named(&'static str),
}

type Said = (&'static str, Option<&'static str>);

#[derive(Clone)]
pub(super) struct Truth {
    pub(super) said: Said,
    pub(super) accept: Vec<Said>,
    pub(super) orders: Vec<String>,
    /// Other sets of orders that are as right.
    pub(super) or_orders: Vec<Vec<String>>,
}

impl Truth {
    fn new(verdict: &'static str, cause: &'static str, orders: &[&str]) -> Self {
        let orders = orders.iter().map(|&id| id.to_owned()).collect();
        Self { said: (verdict, Some(cause)), accept: Vec::new(), orders, or_orders: Vec::new() }
    }

    fn not_covered() -> Self {
        Self { said: ("notCovered", None), accept: Vec::new(), orders: Vec::new(), or_orders: Vec::new() }
    }

    fn or(mut self, verdict: &'static str, cause: &'static str) -> Self {
        self.may_be(verdict, Some(cause));
        self
    }

    /// A careful person would accept this answer too.
    fn may_be(&mut self, verdict: &'static str, cause: Option<&'static str>) {
        self.accept.push((verdict, cause));
    }

    fn or_not_covered(mut self) -> Self {
        self.accept.push(("notCovered", None));
        self
    }
}

const HOME: &str = "000-0000 架空県架空市見本町1-2-3";
const PARTNER_HOME: &str = "000-0000 架空県架空市見本町1-2-3 花子";
const STRANGER: &str = "000-0000 別県別市見知らぬ町9-9-9";
const PRESENT: &str = "000-0000 贈県贈市贈町4-5-6";

/// A parcel that leaves: its lines' numbers, the moment, the sum.
struct Parcel {
    at: NaiveDateTime,
    sum: i64,
}

impl Life {
    pub(super) fn lived(profile: &Profile, seed: u64) -> Self {
        let to = day(2026, 10, 31);
        let from = day(2026, 11, 1) - Months::new(profile.months);
        let exported = if profile.stale { to - Days::new(62) } else { to - Days::new(2) };
        let mut life = Self {
            profile: *profile,
            numbers: Numbers::new(
                seed ^ profile
                    .name
                    .bytes()
                    .fold(7_u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte))),
            ),
            from,
            to,
            exported,
            orders: Vec::new(),
            digital: Vec::new(),
            refunds: Vec::new(),
            ended_plans: Vec::new(),
            devices: Vec::new(),
            rows: Vec::new(),
            strays: Vec::new(),
            reissued: profile.reissued.then_some(to - Days::new(u64::from(profile.months) * 15)),
        };
        life.live();
        life.note_pairs();
        life.note_half_paid();
        life.note_strays();
        life.note_gaps();
        life.note_strays_again();
        life
    }

    fn live(&mut self) {
        let profile = self.profile;
        let start = self.from - Days::new(30);
        let days = u64::try_from((self.to - start).num_days()).unwrap_or(1);
        for _ in 0..days * profile.orders / 30 {
            let at = self.moment(start, days);
            self.shop(at, 0);
        }
        if profile.second_account {
            for _ in 0..days * profile.orders / 60 {
                let at = self.moment(start, days);
                self.shop(at, 1);
            }
        }
        // Exports have an entry on their last day, as the labelled cases do.
        let last = self.exported.and_time(NaiveTime::MIN) + Duration::minutes(200);
        self.plain_order(last);
        for _ in 0..days * profile.digital / 30 {
            let at = self.moment(start, days);
            let sum = self.price(300, 2000);
            self.buy_digital(at, "架空の電子書籍", sum, "Not Applicable", Shop::Downloads, "digital-order");
        }
        for &plan in profile.plans {
            self.subscribe(plan);
        }
        for &way in profile.ways {
            for _ in 0..profile.months / 2 {
                self.go(way);
            }
        }
        for &crime in profile.crimes {
            self.suffer(crime);
        }
        for month in 0..profile.months {
            self.beside_amazon(self.from + Months::new(month));
        }
        match profile.abroad {
            Abroad::No => (),
            Abroad::Exported => (0..3).for_each(|_| self.order_abroad(true)),
            Abroad::NotExported => (0..3).for_each(|_| self.order_abroad(false)),
        }
        let (from, to) = (self.from, self.to);
        let (shown, unseen): (Vec<_>, Vec<_>) =
            self.rows.drain(..).partition(|row| (from..=to).contains(&row.day));
        self.rows = shown;
        // Where the first of two charges came before the statements begin, they show one charge and its order.
        for row in &mut self.rows {
            let is_second = row.truth.said.1 == Some("charged-twice")
                && unseen.iter().any(|other| other.truth.orders == row.truth.orders);
            if is_second {
                row.truth.said = ("explained", Some("order"));
            }
        }
    }

    /// A purchase of goods and all that follows from it.
    fn shop(&mut self, at: NaiveDateTime, account: usize) {
        let profile = self.profile;
        let mut order = self.new_order(at, account);
        if self.numbers.percent(profile.cancelled) {
            return self.cancel(order);
        }
        if self.numbers.percent(profile.in_equal_parts) {
            return self.send_in_equal_parts(order);
        }
        if self.numbers.percent(profile.joined) {
            return self.send_with_another(order);
        }
        let shop = if self.numbers.percent(profile.marketplace) { Shop::Market } else { Shop::Goods };
        let present = self.numbers.percent(profile.presents);
        if present {
            order.address = PRESENT;
        }
        let parcels = self.send(&mut order);
        let total: i64 = parcels.iter().map(|parcel| parcel.sum).sum();
        let id = order.id.clone();
        let card = account;
        let mut rows: Vec<Row> = Vec::new();
        if parcels.len() == 1 || self.numbers.percent(40) {
            let sent = parcels.iter().map(|parcel| parcel.at).min().unwrap_or(at);
            let day = self.charged(sent, at);
            let (sum, truth) = self.paid(&mut order, total);
            let Some(truth) = truth else {
                self.orders.push(order);
                return;
            };
            rows.push(Row { day, sum, shop, card, family: false, truth });
        } else {
            let mut left = parcels;
            if left.len() > 2 && self.numbers.percent(40) {
                let joined = Parcel { sum: left[0].sum + left[1].sum, at: left[1].at };
                let day = self.charged(joined.at, at);
                let truth = Truth::new("explained", "combined", &[&id]).or("explained", "shipment");
                rows.push(Row { day, sum: joined.sum, shop, card, family: false, truth });
                left.drain(..2);
            }
            for parcel in left {
                let day = self.charged(parcel.at, at);
                let truth = Truth::new("explained", "shipment", &[&id]);
                rows.push(Row { day, sum: parcel.sum, shop, card, family: false, truth });
            }
        }
        if present {
            for row in &mut rows {
                row.truth.may_be("ask", Some("shared-account"));
            }
        }
        self.follow(&order, rows);
        if self.numbers.percent(profile.again) {
            self.order_again(&order);
        }
        self.orders.push(order);
    }

    /// What may come after a charge: a second one, money back, or nothing.
    fn follow(&mut self, order: &Order, mut rows: Vec<Row>) {
        let is_plain = rows.len() == 1 && rows.iter().all(|row| row.truth.said.0 == "explained");
        if is_plain && self.numbers.percent(self.profile.twice) {
            let mut again = rows[0].clone();
            again.day = again.day + Days::new(1 + self.numbers.below(4));
            again.truth = Truth::new("flagged", "charged-twice", &[&order.id]).or("flagged", "no-order");
            again.truth.or_orders.push(Vec::new());
            rows[0].truth.may_be("flagged", Some("charged-twice"));
            rows.push(again);
        } else if is_plain && self.numbers.percent(self.profile.refunded) {
            let charge = &mut rows[0];
            let returned = charge.day + Days::new(4 + self.numbers.below(14));
            let sum = if self.numbers.percent(50) {
                charge.sum
            } else {
                self.numbers.between(charge.sum / 4, charge.sum - 1).max(1)
            };
            let at = returned.and_time(NaiveTime::MIN) + Duration::minutes(200);
            self.refunds.push(Refund { order: order.id.clone(), at, sum });
            let comes = !self.numbers.percent(20);
            let credited = returned + Days::new(self.numbers.below(8));
            let waited = (self.to - returned).num_days();
            if comes {
                let truth = Truth::new("explained", "refund", &[&order.id]);
                let credit = Row { day: credited, sum: -sum, truth, ..charge.clone() };
                rows.push(credit);
            } else if returned <= self.exported && waited > 20 {
                charge.truth = Truth::new("flagged", "refund-missing", &[&order.id]);
            } else if returned <= self.exported && waited >= 10 {
                charge.truth.may_be("flagged", Some("refund-missing"));
            }
        }
        self.rows.extend(rows);
    }

    fn order_again(&mut self, first: &Order) {
        let later = first.at + Duration::hours(self.numbers.between(4, 40));
        let mut order = self.new_order(later, first.account);
        order.lines.clone_from(&first.lines);
        order.address = first.address;
        for line in &mut order.lines {
            line.sent = vec![later + Duration::hours(20)];
        }
        let total = order.lines.iter().map(|line| line.total).sum();
        let day = self.charged(later + Duration::hours(20), later);
        // Of parcels nobody says that the order was made twice, and only a whole order is the same thing again. Of the
        // two charges the later one is asked about.
        let is_first = |row: &&mut Row| row.truth.orders.first() == Some(&first.id) && row.sum == total;
        let mut truth = Truth::new("explained", "order", &[&order.id]).or("ask", "repeat-purchase");
        if let Some(row) = self.rows.iter_mut().find(is_first) {
            let either = [vec![order.id.clone()], vec![first.id.clone()]];
            match row.day.cmp(&day) {
                Ordering::Less => {
                    truth = Truth::new("ask", "repeat-purchase", &[&order.id]);
                    row.truth.may_be("ask", Some("repeat-purchase"));
                }
                Ordering::Greater => row.truth = Truth::new("ask", "repeat-purchase", &[&first.id]),
                Ordering::Equal => row.truth.may_be("ask", Some("repeat-purchase")),
            }
            truth.or_orders.extend(either.clone());
            row.truth.or_orders.extend(either);
        }
        self.rows.push(Row { day, sum: total, shop: Shop::Goods, card: first.account, family: false, truth });
        self.orders.push(order);
    }

    fn plain_order(&mut self, at: NaiveDateTime) {
        let mut order = self.new_order(at, 0);
        for line in &mut order.lines {
            line.sent = vec![at + Duration::minutes(90)];
        }
        let sum = order.lines.iter().map(|line| line.total).sum();
        let day = self.local(at);
        let truth = Truth::new("explained", "order", &[&order.id]);
        self.rows.push(Row { day, sum, shop: Shop::Goods, card: 0, family: false, truth });
        self.orders.push(order);
    }

    fn cancel(&mut self, mut order: Order) {
        order.cancelled = true;
        let sum: i64 = order.lines.iter().map(|line| line.total).sum();
        let day = self.local(order.at);
        let id = order.id.clone();
        let card = order.account;
        let row = |day, sum, truth| Row { day, sum, shop: Shop::Goods, card, family: false, truth };
        let with_or_without = |mut truth: Truth| {
            truth.or_orders.push(Vec::new());
            truth
        };
        match self.numbers.below(10) {
            0..=3 => (),
            4..=6 => {
                let truth =
                    Truth::new("explained", "charge-reversed", &[&id]).or("explained", "hold-released");
                let back = truth.clone().or("explained", "refund");
                self.rows.push(row(day, sum, with_or_without(truth)));
                self.rows.push(row(day + Days::new(1 + self.numbers.below(8)), -sum, with_or_without(back)));
            }
            _ => {
                let waited = (self.to - day).num_days();
                let truth = Truth::new("flagged", "cancelled-but-charged", &[&id]);
                let truth = match waited {
                    22.. => truth,
                    12..22 => truth.or("ask", "pending"),
                    _ => Truth::new("ask", "pending", &[&id]),
                };
                self.rows.push(row(day, sum, with_or_without(truth)));
            }
        }
        self.orders.push(order);
    }

    /// One line of equal units that leaves one by one.
    fn send_in_equal_parts(&mut self, mut order: Order) {
        let count = self.numbers.between(2, 4);
        let unit = self.price(500, 4000);
        order.lines.truncate(1);
        let at = order.at;
        let sent: Vec<NaiveDateTime> = (0..count).map(|part| at + Duration::hours(20 + 26 * part)).collect();
        if let Some(line) = order.lines.first_mut() {
            line.quantity = count;
            line.total = unit * count;
            line.sent.clone_from(&sent);
        }
        for sent in sent {
            let day = self.charged(sent, at);
            let truth = Truth::new("explained", "shipment", &[&order.id]);
            self.rows.push(Row {
                day,
                sum: unit,
                shop: Shop::Goods,
                card: order.account,
                family: false,
                truth,
            });
        }
        self.orders.push(order);
    }

    /// Two orders of an hour that leave together and are charged in one sum.
    fn send_with_another(&mut self, mut order: Order) {
        let later = Duration::minutes(self.numbers.between(5, 60));
        let mut other = self.new_order(order.at + later, order.account);
        let sent = order.at + Duration::hours(self.numbers.between(4, 30));
        for line in order.lines.iter_mut().chain(&mut other.lines) {
            line.sent = vec![sent];
        }
        let sum = order.lines.iter().chain(&other.lines).map(|line| line.total).sum();
        let day = self.charged(sent, other.at);
        let truth = Truth::new("explained", "combined", &[&order.id, &other.id]);
        self.rows.push(Row { day, sum, shop: Shop::Goods, card: order.account, family: false, truth });
        self.orders.extend([order, other]);
    }

    /// How an order's sum is paid: what the card pays of it, and what is true then; nothing where no card pays.
    fn paid(&mut self, order: &mut Order, total: i64) -> (i64, Option<Truth>) {
        let id = order.id.clone();
        if self.numbers.percent(self.profile.gift_only) {
            "Gift Certificate/Card".clone_into(&mut order.pay);
            return (0, None);
        }
        if self.numbers.percent(self.profile.balance) {
            order.pay = format!("Gift Certificate/Card and {}", order.pay);
            let sum = (total * self.numbers.between(35, 92) / 100).max(1);
            return (sum, Some(Truth::new("explained", "part-paid", &[&id]).or("ask", "amount-differs")));
        }
        if self.numbers.percent(self.profile.points) {
            let sum = (total * self.numbers.between(90, 99) / 100).max(1);
            return (sum, Some(Truth::new("ask", "amount-differs", &[&id]).or("explained", "part-paid")));
        }
        (total, Some(Truth::new("explained", "order", &[&id])))
    }

    /// Lets the lines of an order leave, in one parcel or in several.
    fn send(&mut self, order: &mut Order) -> Vec<Parcel> {
        let lag = if self.numbers.percent(self.profile.lagging) {
            Duration::hours(self.numbers.between(72, 900))
        } else {
            Duration::hours(self.numbers.between(1, 44))
        };
        let apart = order.lines.len() > 1 && self.numbers.percent(self.profile.in_parcels * 2);
        let mut at = order.at + lag;
        let mut parcels = Vec::new();
        let mut sum = 0;
        for line in &mut order.lines {
            if apart && sum > 0 {
                parcels.push(Parcel { at, sum });
                sum = 0;
                at += Duration::hours(self.numbers.between(6, 90));
            }
            line.sent = vec![at];
            sum += line.total;
        }
        parcels.push(Parcel { at, sum });
        parcels
    }

    fn new_order(&mut self, at: NaiveDateTime, account: usize) -> Order {
        let (website, currency) = match self.profile.region {
            Region::Jp => ("Amazon.co.jp", "JPY"),
            Region::Us => ("Amazon.com", "USD"),
            Region::Uk => ("Amazon.co.uk", "GBP"),
            Region::De => ("Amazon.de", "EUR"),
        };
        let count =
            if self.numbers.percent(30 + self.profile.in_parcels) { 2 + self.numbers.below(2) } else { 1 };
        let lines = (0..count).map(|_| self.new_line()).collect();
        let card = self.card(self.local(at), account);
        Order {
            id: self.id("250"),
            account,
            at,
            lines,
            cancelled: false,
            pay: format!("Visa - {card}"),
            address: if account == 0 { HOME } else { PARTNER_HOME },
            website,
            currency,
        }
    }

    fn new_line(&mut self) -> Line {
        let number = self.numbers.below(90_000_000);
        let total = if self.profile.few_prices {
            self.numbers.one_of(&[980, 1480, 1980, 2980])
        } else {
            self.price(300, 9000)
        };
        Line {
            item: format!("架空の品 {number}"),
            asin: format!("B0{number:08}"),
            quantity: 1,
            total,
            sent: Vec::new(),
        }
    }

    /// Most things are cheap, and prices in yen end in zero.
    fn price(&mut self, least: i64, most: i64) -> i64 {
        let sum = self.numbers.between(least, most).min(self.numbers.between(least, most));
        let ends_in_zero = self.profile.region == Region::Jp && self.numbers.percent(60);
        let sum = if ends_in_zero { sum / 10 * 10 } else { sum };
        if self.numbers.percent(15) { sum * 4 } else { sum }
    }

    fn buy_digital(
        &mut self,
        at: NaiveDateTime,
        item: &'static str,
        total: i64,
        renewal: &'static str,
        shop: Shop,
        cause: &'static str,
    ) -> String {
        let id = self.id("D01");
        let day = self.local(at);
        let truth = match cause {
            "trial-ended" | "price-changed" => {
                Truth::new("ask", cause, &[&id]).or("explained", "subscription")
            }
            "subscription" => Truth::new("explained", cause, &[&id]).or("explained", "digital-order"),
            "charged-after-cancelling" => Truth::new("flagged", cause, &[&id]),
            _ => Truth::new("explained", cause, &[&id]),
        };
        if total > 0 {
            let day = day + Days::new(u64::from(self.numbers.percent(25)));
            self.rows.push(Row { day, sum: total, shop, card: 0, family: false, truth });
        }
        let currency = self.currency();
        self.digital.push(Digital { id: id.clone(), at, came: at, item, total, currency, renewal });
        id
    }

    fn subscribe(&mut self, plan: Plan) {
        if plan == Plan::Twins {
            return self.subscribe_to_twins();
        }
        let minutes = self.numbers.between(0, 1400);
        let began = self.from - Months::new(2) + Days::new(self.numbers.below(27));
        let [month, year, reading] = match self.profile.region {
            Region::Jp => [600, 5900, 980],
            Region::Us => [1499, 13_900, 1199],
            Region::Uk => [899, 9500, 949],
            Region::De => [899, 8990, 999],
        };
        let (item, price, shop) = match plan {
            Plan::PrimeMonthly | Plan::PrimeAtMonthEnd => ("Prime Membership Fee", month, Shop::Prime),
            Plan::PrimeYearly => ("Prime Membership Fee", year, Shop::Prime),
            Plan::Reading | Plan::ReadingWithTrial | Plan::ReadingEnded => {
                ("Kindle Unlimited", reading, Shop::Downloads)
            }
            Plan::ChannelDearer | Plan::Twins => ("見本チャンネル for Prime Video", 550, Shop::Downloads),
        };
        let began = match plan {
            Plan::PrimeAtMonthEnd => day(2025, 12, 31),
            Plan::PrimeYearly => self.from - Months::new(12) + Days::new(40),
            Plan::ReadingWithTrial => self.from + Days::new(35),
            _ => began,
        };
        let step = if plan == Plan::PrimeYearly { 12 } else { 1 };
        let renewals = (0..24).map(|period| (period, began + Months::new(period * step)));
        let renewals: Vec<_> = renewals.take_while(|(_, day)| *day <= self.to).collect();
        let mut orders = Vec::new();
        for (period, renewed) in renewals {
            // The file's moment is in UTC, the person's day is not.
            let at = self.utc(renewed) + TimeDelta::minutes(minutes);
            let name = if period == 0 { "Subscription_Signup" } else { "Subscription_Renewal" };
            let (sum, cause) = match (plan, period) {
                (Plan::ReadingWithTrial, 0) => (0, "subscription"),
                (Plan::ReadingWithTrial, 1) => (price, "trial-ended"),
                (Plan::ChannelDearer, 0..=3) => (450, "subscription"),
                (Plan::ChannelDearer, 4) => (price, "price-changed"),
                (Plan::ReadingEnded, 6..) => (price, "charged-after-cancelling"),
                _ => (price, "subscription"),
            };
            if plan == Plan::ReadingEnded && period > 7 {
                break;
            }
            let id = self.buy_digital(at, item, sum, name, shop, cause);
            orders.push((at, id));
        }
        if plan == Plan::ReadingEnded {
            let ended = self.utc(began + Months::new(5) + Days::new(12));
            self.ended_plans.push(EndedPlan {
                began: self.utc(began) + TimeDelta::minutes(minutes),
                ended,
                orders,
            });
        }
    }

    fn suffer(&mut self, crime: Crime) {
        let days = u64::try_from((self.exported - self.from).num_days()).unwrap_or(1) - 24;
        let day = self.from + Days::new(3 + self.numbers.below(days));
        let unknown = |cause| {
            let causes = ["no-order", "small-then-large", "new-device-spend"];
            causes
                .into_iter()
                .fold(Truth::new("flagged", cause, &[]), |truth, other| truth.or("flagged", other))
        };
        let row = |day, sum, shop, truth| Row { day, sum, shop, card: 0, family: false, truth };
        match crime {
            Crime::Unknown => {
                let sum = self.price(2000, 30_000);
                self.rows.push(row(day, sum, Shop::Goods, unknown("no-order")));
            }
            Crime::SmallThenLarge => {
                let small = self.numbers.between(50, 180);
                self.rows.push(row(day, small, Shop::Goods, unknown("small-then-large")));
                for later in 1..=2 {
                    let sum = self.numbers.between(20_000, 80_000);
                    self.rows.push(row(
                        day + Days::new(later),
                        sum,
                        Shop::Goods,
                        unknown("small-then-large"),
                    ));
                }
            }
            Crime::GiftCards => {
                for number in 0..3 {
                    let at = self.utc(day) + Duration::minutes(300 + 20 * number);
                    let mut order = self.new_order(at, 0);
                    let sum = self.numbers.one_of(&[20_000, 30_000, 50_000]);
                    order.lines.truncate(1);
                    if let Some(line) = order.lines.first_mut() {
                        "Amazonギフトカード Eメールタイプ".clone_into(&mut line.item);
                        line.total = sum;
                        line.sent = vec![at + Duration::minutes(5)];
                    }
                    let truth = Truth::new("flagged", "gift-card-burst", &[&order.id])
                        .or("flagged", "new-device-spend");
                    let day = self.local(at);
                    self.rows.push(row(day, sum, Shop::Goods, truth));
                    self.orders.push(order);
                }
            }
            Crime::NewDevice => {
                self.devices.push(self.utc(day) + Duration::minutes(90));
                for later in [1, 4] {
                    let sum = self.price(4000, 40_000);
                    self.rows.push(row(
                        day + Days::new(later),
                        sum,
                        Shop::Market,
                        unknown("new-device-spend"),
                    ));
                }
            }
            Crime::SentAway => {
                self.devices.push(self.utc(day) + Duration::minutes(90));
                let at = self.utc(day) + Duration::hours(20);
                let mut order = self.new_order(at, 0);
                order.address = STRANGER;
                for line in &mut order.lines {
                    line.total += 20_000;
                    line.sent = vec![at + Duration::hours(9)];
                }
                let sum = order.lines.iter().map(|line| line.total).sum();
                let truth = Truth::new("flagged", "new-device-spend", &[&order.id]);
                let day = self.local(at + Duration::hours(9));
                self.rows.push(row(day, sum, Shop::Goods, truth));
                self.orders.push(order);
            }
            Crime::LookAlike => {
                let name = self.numbers.one_of(&[
                    "AMAZON-SUPPORT",
                    "AMAZ0N.CO.JP",
                    "AMAZON-KANRI.XYZ",
                    "ＡＭＡＺ０Ｎ．ＣＯ．ＪＰ",
                ]);
                let sum = self.price(500, 20_000);
                let truth = Truth::new("flagged", "look-alike-merchant", &[]).or("flagged", "no-order");
                self.rows.push(row(day, sum, Shop::Named(name), truth));
            }
        }
    }

    fn beside_amazon(&mut self, month: NaiveDate) {
        let other =
            Truth { said: ("other", None), accept: Vec::new(), orders: Vec::new(), or_orders: Vec::new() };
        for name in [
            "見本水道局",
            "架空電力",
            "見本珈琲",
            "ローソン",
            "架空鉄道",
            "見本食堂",
            "アマゾネス ヘアサロン",
        ] {
            let day = month + Days::new(self.numbers.below(28));
            let sum = self.price(200, 9000);
            let truth = other.clone();
            self.rows.push(Row { day, sum, shop: Shop::Named(name), card: 0, family: false, truth });
        }
        let day = month + Days::new(self.numbers.below(28));
        if self.profile.amazon_pay {
            let sum = self.price(900, 9000);
            let truth = Truth::new("ask", "amazon-pay", &[]);
            self.rows.push(Row { day, sum, shop: Shop::Pay, card: 0, family: false, truth });
        }
        if self.profile.family_card && !self.profile.second_account && self.profile.region == Region::Jp {
            let sum = self.price(900, 9000);
            let truth = Truth::new("ask", "family-card", &[]).or("ask", "shared-account").or_not_covered();
            self.rows.push(Row { day, sum, shop: Shop::Goods, card: 0, family: true, truth });
        }
        if self.profile.other_card {
            let sum = self.price(900, 9000);
            let truth = Truth::not_covered().or("ask", "family-card").or("ask", "shared-account");
            self.rows.push(Row { day, sum, shop: Shop::Goods, card: 1, family: false, truth });
        }
    }

    /// Bought at Amazon.com and charged in yen.
    fn order_abroad(&mut self, is_exported: bool) {
        let days = u64::try_from((self.exported - self.from).num_days()).unwrap_or(1);
        let day = self.from + Days::new(2 + self.numbers.below(days - 6));
        let at = self.utc(day) + Duration::hours(3);
        let mut order = self.new_order(at, 0);
        order.website = "Amazon.com";
        order.currency = "USD";
        for line in &mut order.lines {
            line.sent = vec![at + Duration::hours(12)];
        }
        let cents: i64 = order.lines.iter().map(|line| line.total).sum();
        // At 148.3 to 153.1 yen with the issuer's fee.
        let sum = cents * self.numbers.between(1483, 1531) / 1000;
        let day = self.charged(at + Duration::hours(12), at);
        let truth = if is_exported {
            Truth::new("ask", "amount-differs", &[&order.id]).or("explained", "order")
        } else {
            Truth::not_covered()
        };
        self.rows.push(Row { day, sum, shop: Shop::AmazonCom, card: 0, family: false, truth });
        if is_exported {
            self.orders.push(order);
        }
    }

    /// Who does not see the first of two charges is not asked about the second.
    fn note_pairs(&mut self) {
        let charged: Vec<String> = self.rows.iter().flat_map(|row| row.truth.orders.clone()).collect();
        for row in self.rows.iter_mut().filter(|row| row.truth.said.1 == Some("repeat-purchase")) {
            if row.truth.or_orders.iter().flatten().any(|id| !charged.contains(id)) {
                row.truth.may_be("explained", Some("order"));
            }
        }
    }

    /// What no row pays in full looks as if a stranger's charge could be the rest of it, for as long as things are tried.
    fn note_half_paid(&mut self) {
        for order in self.orders.iter().filter(|order| !order.cancelled) {
            let Some(sent) = order.lines.iter().flat_map(|line| &line.sent).min() else { continue };
            let total: i64 = order.lines.iter().map(|line| line.total).sum();
            let paid = self.rows.iter().filter(|row| row.truth.orders.contains(&order.id));
            let rest = total - paid.map(|row| row.sum).filter(|sum| 0 < *sum).sum::<i64>();
            let day = self.local(*sent);
            for row in self.rows.iter_mut().filter(|row| row.truth.said.0 == "flagged" && row.sum < total) {
                if 0 < rest && row.truth.orders.is_empty() && (-2..=21).contains(&(row.day - day).num_days())
                {
                    row.truth.may_be("ask", Some("amount-differs"));
                    row.truth.or_orders.push(vec![order.id.clone()]);
                }
            }
        }
    }

    /// A parcel without a row looks as if a row of the same sum could be its own: both answers are right then.
    fn note_strays(&mut self) {
        let charged: Vec<String> = self.rows.iter().flat_map(|row| row.truth.orders.clone()).collect();
        for order in self.orders.iter().filter(|order| !order.cancelled && !charged.contains(&order.id)) {
            let total: i64 = order.lines.iter().map(|line| line.total).sum();
            let Some(sent) = order.lines.iter().flat_map(|line| &line.sent).min() else { continue };
            if order.pay.starts_with("Gift") && !order.pay.contains("Visa") {
                continue;
            }
            self.strays.push((total, self.local(*sent), order.id.clone()));
        }
        // A charge of what the export does not hold yet may find any such parcel too.
        for order in self.orders.iter().filter(|order| order.lines.len() > 1) {
            for line in &order.lines {
                let Some(sent) = line.sent.first().filter(|_| line.sent.len() == 1) else { continue };
                let day = self.local(*sent);
                let is_charged = self.rows.iter().any(|row| {
                    row.truth.orders.contains(&order.id)
                        && (row.sum == line.total || row.truth.said.1 == Some("order"))
                });
                if !is_charged {
                    self.strays.push((line.total, day, order.id.clone()));
                }
            }
        }
        for (sum, sent, id) in &self.strays {
            for row in self.rows.iter_mut().filter(|row| row.sum == *sum && !row.truth.orders.is_empty()) {
                if (-7..=10).contains(&(row.day - *sent).num_days()) {
                    row.truth.accept.push(("ask", Some("ambiguous")));
                    row.truth.or_orders.push(vec![id.clone()]);
                    row.truth.or_orders.push([vec![id.clone()], row.truth.orders.clone()].concat());
                }
            }
        }
    }

    /// What is not covered may be taken for a stray of its sum, and nobody could tell.
    fn note_strays_again(&mut self) {
        for (sum, sent, id) in &self.strays {
            let open = self.rows.iter_mut().filter(|row| row.sum == *sum && row.truth.said.0 == "notCovered");
            for row in open.filter(|row| (-7..=10).contains(&(row.day - *sent).num_days())) {
                for cause in ["order", "shipment"] {
                    row.truth.accept.push(("explained", Some(cause)));
                }
                row.truth.or_orders.push(vec![id.clone()]);
            }
        }
    }

    /// What the exports do not hold explains nothing.
    fn note_gaps(&mut self) {
        let exported = self.utc(self.exported) + Duration::days(1);
        let cut: Vec<String> =
            self.orders.iter().filter(|order| order.at >= exported).map(|order| order.id.clone()).collect();
        let mut without: Vec<String> = self
            .digital
            .iter()
            .filter(|digital| digital.at >= exported)
            .map(|digital| digital.id.clone())
            .collect();
        if self.profile.no_digital_file {
            without = self.digital.iter().map(|digital| digital.id.clone()).collect();
        }
        self.orders.retain(|order| !cut.contains(&order.id));
        self.digital.retain(|digital| !without.contains(&digital.id));
        self.refunds.retain(|refund| refund.at < exported && !cut.contains(&refund.order));
        let is_late = |line: &Line| line.sent.iter().any(|sent| *sent >= exported);
        let unsent: Vec<String> = self
            .orders
            .iter()
            .filter(|order| order.lines.iter().any(is_late))
            .map(|order| order.id.clone())
            .collect();
        for line in self.orders.iter_mut().flat_map(|order| &mut order.lines) {
            line.sent.retain(|sent| *sent < exported);
        }
        // Of an order that was under way the file does not say yet in which parcels it will leave.
        for row in self.rows.iter_mut().filter(|row| row.truth.orders.iter().any(|id| unsent.contains(id))) {
            row.truth.may_be("notCovered", None);
            row.truth.may_be("ask", Some("amount-differs"));
            row.truth.or_orders.push(Vec::new());
        }
        let last = self.exported;
        for row in &mut self.rows {
            let is_digital = matches!(row.shop, Shop::Prime | Shop::Downloads);
            if row.truth.said.1 == Some("charged-twice") && row.day > last {
                // A second order may have been made since.
                row.truth.may_be("notCovered", None);
            }
            let is_gone = row.truth.orders.iter().any(|id| cut.contains(id) || without.contains(id));
            if is_gone && row.sum < 0 {
                row.truth = Truth::not_covered().or("explained", "refund").or("explained", "charge-reversed");
            } else if is_gone {
                row.truth = Truth::not_covered();
                if is_digital {
                    row.truth.may_be("ask", Some("subscription-unproven"));
                }
                if row.shop == Shop::Prime && self.profile.no_digital_file {
                    row.truth = Truth::new("ask", "subscription-unproven", &[]);
                }
            } else if row.truth.said.0 == "flagged"
                && row.truth.orders.is_empty()
                && row.day > last
                && !matches!(row.shop, Shop::Named(_))
            {
                row.truth = Truth::not_covered();
            }
        }
        // Money back after the export's end has no refund in it, but its order.
        for row in self
            .rows
            .iter_mut()
            .filter(|row| row.sum < 0 && row.day > last && row.truth.said.1 == Some("refund"))
        {
            row.truth.may_be("notCovered", None);
            row.truth.or_orders.push(Vec::new());
        }
    }

    fn charged(&mut self, sent: NaiveDateTime, ordered: NaiveDateTime) -> NaiveDate {
        let sent = self.local(sent);
        let wide = self.profile.lagging > 20;
        let late = match self.numbers.below(100) {
            60..=74 => 1,
            75..=82 => 2,
            83..=87 => 3,
            88..=92 => -1,
            93..=95 if wide => self.numbers.between(4, 9),
            96..=97 if wide => -self.numbers.between(2, 6),
            93..=94 => self.numbers.between(4, 6),
            95 => -2,
            _ => 0,
        };
        (sent + Duration::days(late)).max(self.local(ordered))
    }

    pub(super) fn currency(&self) -> &'static str {
        match self.profile.region {
            Region::Jp => "JPY",
            Region::Us => "USD",
            Region::Uk => "GBP",
            Region::De => "EUR",
        }
    }

    pub(super) fn card(&self, day: NaiveDate, account: usize) -> &'static str {
        let is_new = self.reissued.is_some_and(|reissued| day >= reissued);
        match (account, is_new) {
            (0, false) => "0552",
            (0, true) => "0917",
            _ => "0384",
        }
    }

    /// A moment of some day of these, at an hour at which people shop.
    fn moment(&mut self, start: NaiveDate, days: u64) -> NaiveDateTime {
        let day = start + Days::new(self.numbers.below(days));
        self.utc(day) + Duration::minutes(self.numbers.between(6 * 60, 24 * 60 - 1))
    }

    /// Midnight at home.
    fn utc(&self, day: NaiveDate) -> NaiveDateTime {
        day.and_time(NaiveTime::MIN) - Duration::hours(self.hours())
    }

    fn local(&self, at: NaiveDateTime) -> NaiveDate {
        (at + Duration::hours(self.hours())).date()
    }

    fn hours(&self) -> i64 {
        match self.profile.region {
            Region::Jp => 9,
            Region::Us => -5,
            Region::Uk => 0,
            Region::De => 1,
        }
    }

    fn id(&mut self, head: &str) -> String {
        format!("{head}-{:07}-{:07}", self.numbers.below(100_000), self.numbers.below(10_000))
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
