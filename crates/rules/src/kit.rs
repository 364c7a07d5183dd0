//! A short notation for the tests of rules: what the files said, line by line, and what the report must say of it.
//!
//! ```text
//! order   09-01 A 1980 item=cup sent=09-02+09-04 units=2 card=4980 to=Mihon_1 seller=Cups site=Amazon.com
//!                                   # cancelled|balance|elsewhere|unsent|waiting|part-waiting
//! digital 09-01 A 600 item=Prime_Membership renewal|signup|cancelled
//! refund  09-05 A 1980 promised|void|balance
//! charge  09-03 1980 retail card=4980 family=MIHON own=MIHON order=A pending
//! credit  09-09 1980 retail
//! paid    09-02 A 1980 card=4980  # a payment that Amazon lists
//! period  09-01 S1 A            # subscription S1 was billed for order A
//! plan    S1 since=07-01 ended=08-31 next=10-01
//! device|address|newcard|signin 09-01 what
//! statement                     # the charges that follow are of another file
//! export Hanako.zip             # the orders that follow are of another account's export
//! broken 3 name | unreadable name
//! mail    dangerous|doubtful|genuine from@mihon.example entered
//! answer me 09-03 1980 retail   # n=2 for the second of twins
//! today 2026-11-22, region jp, holds MIHON 4980
//! ```
//! Days without a year are of 2026, `_` is a space, orders are named by a letter: `A` is 250-0000001-0000001, and
//! D01-0000001-0000001 where it is digital. Orders cover the days from the first to the last of them.

use std::collections::HashMap;
use std::rc::Rc;

use chrono::{NaiveDate, TimeZone as _, Utc};
use mioboe_model::{
    AccountEvent, AccountEventKind, Charge, Currency, DigitalOrder, Holder, Mail, MailAuth, MailVerdict,
    Money, Offset, OrderId, OrderLine, OrderStatus, PayLegs, Payment, Place, PlanPeriod, PlanState, Problem,
    ProblemCode, Reading, Refund, RefundStatus, Renewal, Source, SourceId, SourceKind, Status, When,
};
use rust_decimal::Decimal;

use crate::{Answer, Answers, CAUSES, FINDINGS, Facts, Household, Judgement, answers, judge};

const STATEMENT: &str = "test-card";

/// `expect` has one line `day sum verdict/cause orders…` for every row that is not simply another shop's.
#[track_caller]
pub(crate) fn check(files: &str, expect: &str) {
    let said = Case::read(files).judged(|facts, judgement| {
        let mut said: Vec<(Option<NaiveDate>, String)> = Vec::new();
        for (charge, judged) in facts.reading.charges.iter().zip(&judgement.charges) {
            let Some(cause) = judged.cause.or((judged.verdict.code() != "other").then_some("-")) else {
                continue;
            };
            assert!(judged.cause.is_none_or(|cause| CAUSES.contains(&cause)), "{cause}");
            let orders: Vec<String> = judged.orders.iter().map(|&order| letter(facts, order)).collect();
            let (day, sum) = (charge.date, charge.amount.plain());
            let line = format!("{} {sum} {}/{cause} {}", shown(day), judged.verdict.code(), orders.join(" "));
            said.push((day, line.trim_end().to_owned()));
        }
        said.sort();
        said.into_iter().map(|(_, line)| line).collect::<Vec<_>>()
    });
    assert_eq!(said, lines(expect));
}

/// Every finding of `rule`: one line with the days of its charges, then the values it must say.
#[track_caller]
pub(crate) fn finds(case: &str, rule: &str, expect: &str) {
    let found = Case::read(case).findings(rule);
    let expect = lines(expect);
    assert_eq!(found.len(), expect.len(), "{found:#?}");
    for (finding, line) in found.iter().zip(&expect) {
        let (days, args) = parts(line);
        assert_eq!(finding.days, days, "{finding:#?}");
        for (name, value) in args {
            assert_eq!(finding.args.get(&name), Some(&value), "{name} of {finding:#?}");
        }
    }
}

#[track_caller]
pub(crate) fn stays_quiet(case: &str, rule: &str) {
    let found = Case::read(case).findings(rule);
    assert!(found.is_empty(), "{found:#?}");
}

/// Looks at what the rules may look at.
pub(crate) fn with_facts<T>(case: &str, look: impl FnOnce(&Facts<'_>) -> T) -> T {
    Case::read(case).judged(|facts, _| look(facts))
}

/// What speaks for the link of the only charge of a day.
#[track_caller]
pub(crate) fn evidence(case: &str, day: &str, expect: &str) {
    let said = Case::read(case).judged(|facts, _| {
        let of_day = facts.linked().filter(|(_, row, _)| row.date.is_some_and(|date| short(date) == day));
        of_day.flat_map(|(_, _, link)| link.evidence.clone()).collect::<Vec<_>>().join(" ")
    });
    assert_eq!(said, expect);
}

/// What the files do not cover: `kind card service from..to charges`, with the export's name behind where there are several.
#[track_caller]
pub(crate) fn gaps(case: &str, expect: &str) {
    let said = Case::read(case).judged(|facts, _| {
        let gaps = facts.gaps().into_iter().map(|gap| {
            let (kind, service, charges) = (gap.kind.code(), gap.service.code(), gap.charges.len());
            let (from, to) = (gap.from.unwrap(), gap.to.unwrap());
            let (card, account) = (gap.card.unwrap_or_default(), gap.account.unwrap_or_default());
            format!("{kind} {card} {service} {from}..{to} {charges} {account}").trim_end().to_owned()
        });
        gaps.collect::<Vec<_>>()
    });
    assert_eq!(said, lines(expect));
}

#[derive(Debug)]
struct Said {
    days: Vec<String>,
    args: HashMap<String, String>,
}

/// `09-01 09-02 seller=Cups and More count=2`: a value ends where the next `name=` begins.
fn parts(line: &str) -> (Vec<String>, Vec<(String, String)>) {
    let (mut days, mut args) = (Vec::new(), Vec::<(String, String)>::new());
    for word in line.split_whitespace() {
        match (word.split_once('='), args.last_mut()) {
            (Some((name, value)), _) => args.push((name.to_owned(), value.to_owned())),
            (None, Some((_, value))) => *value = format!("{value} {word}"),
            (None, None) => days.push(word.to_owned()),
        }
    }
    (days, args)
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn short(day: NaiveDate) -> String {
    day.to_string().trim_start_matches("2026-").to_owned()
}

/// `-` where nobody knows the day.
fn shown(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "-".to_owned(), short)
}

fn letter(facts: &Facts<'_>, order: usize) -> String {
    let id = facts.order(order).unwrap().id.to_string();
    let number: u8 = id.get(4..11).unwrap().parse().unwrap();
    char::from(b'A' + number - 1).to_string()
}

/// The files of one test.
struct Case {
    reading: Reading,
    answers: Vec<(Answer, String, Option<OrderId>)>,
    today: NaiveDate,
    region: String,
    household: Household,
    line: u32,
    statement: SourceId,
    export: SourceId,
}

impl Case {
    fn read(text: &str) -> Self {
        let mut case = Self {
            reading: Reading::default(),
            answers: Vec::new(),
            today: day("2026-11-22"),
            region: "jp".to_owned(),
            household: Household::new(),
            line: 0,
            statement: SourceId(1),
            export: SourceId(0),
        };
        let orders = Source::new(SourceId(0), "orders.csv", SourceKind::Orders);
        let mut statement = Source::new(SourceId(1), "statement.csv", SourceKind::Statement);
        statement.format = Some(STATEMENT.to_owned());
        case.reading.sources = vec![orders, statement];
        for line in lines(text) {
            case.line += 1;
            let line = line.split(" #").next().unwrap_or_default();
            case.enter(&line.split_whitespace().collect::<Vec<_>>());
        }
        case
    }

    fn judged<T>(&self, look: impl FnOnce(&Facts<'_>, &Judgement) -> T) -> T {
        let hide = |name: &str| answers::hidden(name, "salt");
        let answers = self.answers.iter();
        let answers =
            answers.map(|(said, name, order)| (hide(name), *said, order.map(|id| hide(&id.to_string()))));
        let answers = Answers::new("salt", answers);
        let mut reading = self.reading.clone();
        answers.name_orders(&mut reading);
        let found = mioboe_reconcile::reconcile(&reading, Offset::JAPAN);
        let household = self.household.clone();
        let facts = Facts::new(&reading, &found, self.today, Offset::JAPAN, &self.region, household)
            .with_answers(&answers);
        look(&facts, &judge(&facts))
    }

    fn findings(&self, rule: &str) -> Vec<Said> {
        self.judged(|facts, judgement| {
            let unknown = judgement.findings.iter().find(|finding| !FINDINGS.contains(&finding.rule));
            assert_eq!(unknown, None);
            let findings = judgement.findings.iter().filter(|finding| finding.rule == rule);
            let mut said: Vec<Said> = findings
                .map(|finding| {
                    let charges = finding.charges.iter().filter_map(|&charge| facts.charge(charge));
                    let mut days: Vec<Option<NaiveDate>> = charges.map(|charge| charge.date).collect();
                    days.sort_unstable();
                    let args = finding.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
                    Said { days: days.into_iter().map(shown).collect(), args: args.collect() }
                })
                .collect();
            said.sort_by(|a, b| a.days.cmp(&b.days));
            said
        })
    }

    fn enter(&mut self, words: &[&str]) {
        match *words {
            ["order", at, id, sum, ref rest @ ..] => self.order(at, id, sum, &Options::of(rest)),
            ["digital", at, id, sum, ref rest @ ..] => self.digital(at, id, sum, &Options::of(rest)),
            ["refund", at, id, sum, ref rest @ ..] => self.refund(at, id, sum, &Options::of(rest)),
            ["charge", at, sum, shop, ref rest @ ..] => self.charge(at, sum, shop, &Options::of(rest)),
            ["typed", at, sum, shop, ref rest @ ..] => self.typed(at, sum, shop, &Options::of(rest)),
            ["credit", at, sum, shop, ref rest @ ..] => {
                self.charge(at, &format!("-{sum}"), shop, &Options::of(rest));
            }
            ["paid", at, id, sum, ref rest @ ..] => {
                let card = Options::of(rest).value("card");
                self.reading.payments.push(Payment {
                    place: self.place(0),
                    order_ids: vec![order_id("250", id)],
                    day: When::Day(day(at)),
                    amount: money(sum),
                    card,
                });
            }
            ["period", at, plan, id] => {
                let order_id = self.known_id(id);
                let place = self.place(0);
                let from = When::Day(day(at));
                let plan = plan.to_owned();
                self.reading.periods.push(PlanPeriod { place, plan, order_id, from, to: None, amount: None });
            }
            ["plan", plan, ref rest @ ..] => {
                let options = Options::of(rest);
                let when = |name: &str| options.value(name).map(|at| When::Day(day(&at)));
                self.reading.plans.push(PlanState {
                    place: self.place(0),
                    plan: plan.to_owned(),
                    status: if options.value("ended").is_some() { "Cancelled" } else { "Active" }.to_owned(),
                    since: when("since"),
                    ended: when("ended"),
                    next_bill: when("next"),
                    next_amount: None,
                });
            }
            [kind @ ("device" | "address" | "newcard" | "signin"), at, what] => {
                let kind = match kind {
                    "device" => AccountEventKind::DeviceRegistered,
                    "address" => AccountEventKind::AddressAdded,
                    "newcard" => AccountEventKind::CardAdded,
                    _ => AccountEventKind::SignIn,
                };
                let (place, when) = (self.place(0), Some(When::Day(day(at))));
                self.reading.events.push(AccountEvent { place, kind, when, what: spaced(what) });
            }
            ["statement"] => {
                self.statement = self.source("statement-2.csv", SourceKind::Statement);
            }
            ["export", zip] => {
                let known = self.reading.sources.iter().find(|source| source.export == zip);
                self.export = match known {
                    Some(source) => source.id,
                    None => self.source(&format!("{zip}/orders.csv"), SourceKind::Orders),
                };
            }
            ["broken", count, name] => {
                let source = self.source(name, SourceKind::Statement);
                let problem = Problem { line: Some(7), code: ProblemCode::BadDate, field: None, text: None };
                let count: usize = count.parse().unwrap();
                self.reading.sources[source.0 as usize].problems = vec![problem; count];
            }
            ["mail", verdict, from, ref rest @ ..] => {
                let mut mail = mail(from);
                mail.verdict = Some(match verdict {
                    "dangerous" => MailVerdict::Dangerous,
                    "doubtful" => MailVerdict::Doubtful,
                    _ => MailVerdict::GenuineLooking,
                });
                mail.entered = rest.contains(&"entered");
                self.reading.mails.push(mail);
            }
            ["unreadable", name] => {
                self.source(name, SourceKind::Unreadable);
            }
            ["answer", word, at, sum, shop, ref rest @ ..] => {
                let options = Options::of(rest);
                let (sum, card) = (money(sum).plain(), options.value("card").unwrap_or_default());
                let twin = options.value("n").unwrap_or_else(|| "1".to_owned());
                let name = format!("{}|{sum}|JPY|{card}|{}|{twin}", day(at), merchant(shop));
                let order = options.value("order").map(|id| order_id("250", &id));
                self.answers.push((Answer::parse(word).unwrap(), name, order));
            }
            ["today", at] => self.today = day(at),
            ["region", region] => region.clone_into(&mut self.region),
            ["holds", name, card] => {
                self.household.entry(name.to_owned()).or_default().push(card.to_owned());
            }
            _ => panic!("no line of a case: {words:?}"),
        }
    }

    fn order(&mut self, at: &str, id: &str, sum: &str, options: &Options) {
        let place = self.place(self.export.0);
        let sent =
            options.value("sent").unwrap_or_else(|| at.split('T').next().unwrap_or_default().to_owned());
        let sent: Vec<When> = sent.split('+').map(moment).collect();
        let cards: Vec<String> = options.value("card").into_iter().collect();
        let pay = PayLegs {
            known: options.has("balance") || options.has("elsewhere") || !cards.is_empty(),
            cards,
            balance: options.has("balance"),
            elsewhere: options.has("elsewhere"),
        };
        let cancelled = options.has("cancelled");
        self.reading.orders.push(OrderLine {
            place,
            order_id: order_id("250", id),
            ordered: Some(moment(at)),
            shipped: if cancelled || options.has("unsent") || options.has("waiting") {
                Vec::new()
            } else {
                sent
            },
            item: options.value("item").unwrap_or_else(|| format!("thing {id}")),
            asin: None,
            seller: options.value("seller"),
            quantity: Some(options.value("units").map_or(1, |units| units.parse().unwrap())),
            total: money(sum),
            status: match (cancelled, options.has("waiting") || options.has("part-waiting")) {
                (true, _) => OrderStatus::Cancelled,
                (_, true) => OrderStatus::Authorized,
                _ => OrderStatus::Closed,
            },
            pay: pay.into(),
            address: options.value("to").map(Rc::from),
            website: options.value("site").map(Rc::from),
            scheduled: false,
        });
    }

    fn digital(&mut self, at: &str, id: &str, sum: &str, options: &Options) {
        let renewal = match (options.has("renewal"), options.has("signup")) {
            (true, _) => Some(Renewal::Renewal),
            (_, true) => Some(Renewal::Signup),
            _ => None,
        };
        let cancelled = options.has("cancelled");
        self.reading.digital.push(DigitalOrder {
            places: vec![self.place(self.export.0)],
            order_id: order_id("D01", id),
            ordered: moment(at),
            item: options.value("item").unwrap_or_else(|| format!("book {id}")),
            publisher: None,
            seller: None,
            total: money(sum),
            status: if cancelled { OrderStatus::Cancelled } else { OrderStatus::Closed },
            renewal,
        });
    }

    fn refund(&mut self, at: &str, id: &str, sum: &str, options: &Options) {
        let status = match (options.has("promised"), options.has("void")) {
            (true, _) => RefundStatus::Pending,
            (_, true) => RefundStatus::Void,
            _ => RefundStatus::Completed,
        };
        self.reading.refunds.push(Refund {
            place: self.place(0),
            order_id: order_id("250", id),
            when: moment(at),
            amount: money(sum),
            status,
            to_balance: options.has("balance"),
            reason: None,
        });
    }

    /// What the person typed; the day may be `?`.
    fn typed(&mut self, at: &str, sum: &str, shop: &str, options: &Options) {
        let known = self.reading.sources.iter().find(|source| source.kind == SourceKind::Typed);
        let typed = known.map(|source| source.id);
        let typed = typed.unwrap_or_else(|| self.source("typed", SourceKind::Typed));
        let statement = std::mem::replace(&mut self.statement, typed);
        self.charge(if at == "?" { "09-01" } else { at }, sum, shop, options);
        if at == "?" {
            self.reading.charges.last_mut().unwrap().date = None;
        }
        self.statement = statement;
    }

    fn charge(&mut self, at: &str, sum: &str, shop: &str, options: &Options) {
        let merchant = merchant(shop);
        let family = options.value("family").map(Holder::Family);
        self.reading.charges.push(Charge {
            place: self.place(self.statement.0),
            date: Some(day(at)),
            posted: None,
            name: merchant.clone(),
            merchant,
            memo: String::new(),
            amount: money(sum),
            foreign: None,
            card: options.value("card"),
            card_first: false,
            holder: family.or_else(|| options.value("own").map(Holder::Own)),
            status: if options.has("pending") { Status::Pending } else { Status::Posted },
            paid_by: None,
            order_id: options.value("order").map(|id| order_id("250", &id)),
        });
    }

    fn source(&mut self, name: &str, kind: SourceKind) -> SourceId {
        let id = SourceId(u32::try_from(self.reading.sources.len()).unwrap());
        let mut source = Source::new(id, name, kind);
        source.format = Some(STATEMENT.to_owned());
        self.reading.sources.push(source);
        id
    }

    fn place(&self, source: u32) -> Place {
        Place::line(SourceId(source), self.line)
    }

    /// The id of an order that stands above, digital or not.
    fn known_id(&self, id: &str) -> Option<OrderId> {
        let digital = order_id("D01", id);
        let is_digital = self.reading.digital.iter().any(|order| order.order_id == digital);
        (id != "-").then(|| if is_digital { digital } else { order_id("250", id) })
    }
}

struct Options(Vec<String>);

impl Options {
    fn of(words: &[&str]) -> Self {
        Self(words.iter().map(|&word| word.to_owned()).collect())
    }

    fn has(&self, word: &str) -> bool {
        self.0.iter().any(|other| other == word)
    }

    fn value(&self, name: &str) -> Option<String> {
        self.0.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('=')).map(spaced)
    }
}

fn spaced(text: &str) -> String {
    text.replace('_', " ")
}

fn merchant(shop: &str) -> String {
    match shop {
        "retail" => "AMAZON.CO.JP".to_owned(),
        "market" => "AMAZON MARKETPLACE".to_owned(),
        "digital" => "AMAZON DOWNLOADS".to_owned(),
        "prime" => "AMAZON PRIME".to_owned(),
        "shop" => "見本珈琲".to_owned(),
        _ => spaced(shop),
    }
}

fn order_id(head: &str, letter: &str) -> OrderId {
    let number = letter.as_bytes()[0] - b'A' + 1;
    OrderId::parse(&format!("{head}-{number:07}-{number:07}")).unwrap()
}

fn day(text: &str) -> NaiveDate {
    let text = if text.len() == 5 { format!("2026-{text}") } else { text.to_owned() };
    text.parse().unwrap()
}

/// `09-01`, or to the minute in UTC: `09-01T21:30`.
fn moment(text: &str) -> When {
    match text.split_once('T') {
        None => When::Day(day(text)),
        Some((date, time)) => {
            let time = chrono::NaiveTime::parse_from_str(time, "%H:%M").unwrap();
            When::Instant(Utc.from_utc_datetime(&day(date).and_time(time)))
        }
    }
}

/// Yen, or with a currency behind it: `12.99USD`.
fn money(text: &str) -> Money {
    let (value, currency) = match text.split_at_checked(text.len().saturating_sub(3)) {
        Some((value, code)) if Currency::parse(code).is_some() => (value, Currency::parse(code).unwrap()),
        _ => (text, Currency::JPY),
    };
    Money::new(value.parse::<Decimal>().unwrap(), currency).unwrap()
}

fn mail(from: &str) -> Mail {
    Mail {
        place: Place::line(SourceId(0), 1),
        date: None,
        from_name: String::new(),
        from_address: from.to_owned(),
        reply_to: None,
        return_path: None,
        subject: "mihon".to_owned(),
        auth: MailAuth::default(),
        links: Vec::new(),
        attachments: Vec::new(),
        order_ids: Vec::new(),
        text: String::new(),
        verdict: None,
        notice: None,
        entered: false,
    }
}
