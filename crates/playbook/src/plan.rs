//! From what was found, and from what the person said, to what to do next.

use chrono::NaiveDate;
use mioboe_model::PaidBy;
use mioboe_model::sorted::{Map, Set};

use crate::advice::{self, advice, instead};
use crate::deadline::{Charged, Clock, clocks};
use crate::{Home, StepId, When};

/// The person's own word about charges of which the files have no order.
pub const NOT_MINE: &str = "not-mine";
/// The same about charges whose order is in the files.
pub const NOT_MINE_WITH_ORDER: &str = "not-mine-with-order";

/// One finding, or one thing the person said, as far as advice depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<'a> {
    pub rule: &'a str,
    pub level: Level,
    /// What it is about.
    pub charges: Vec<Concern>,
    /// A marketplace seller has a part in it.
    pub sellers: bool,
    /// The person asked about one of these very charges, and has not said that they know it.
    pub asked: bool,
}

/// A charge, as far as advice depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concern {
    /// What the caller calls it.
    pub charge: usize,
    pub day: Option<NaiveDate>,
    pub payee: Payee,
    /// Where the files or the person say so.
    pub paid: Option<PaidBy>,
}

/// Whom the money went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payee {
    Amazon,
    /// Another shop, by way of Amazon's wallet.
    AmazonPay,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Info,
    Ask,
    Flag,
}

/// What the person gave, and where and when they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstances {
    pub today: NaiveDate,
    pub home: &'static Home,
    pub has_orders: bool,
    /// Charges were given: in statements, or typed.
    pub has_statements: bool,
    /// A file of digital orders is among them.
    pub has_digital: bool,
    /// The day on which the notice of the statement came.
    pub notice: Option<NaiveDate>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub when: When,
    /// The first limit that is still open, never before today.
    pub due: Option<NaiveDate>,
    /// Indexes into the facts; empty for what everybody is advised.
    pub because: Vec<usize>,
    /// Every limit of every charge it is about: those that are open, soonest first, then those that have passed.
    pub clocks: Vec<Clock>,
}

/// The step that the person's own limits belong to.
pub const CLOCKED: StepId = StepId::ContactCardIssuer;

/// The steps that the facts ask for, soonest first, each once.
pub fn plan(facts: &[Fact<'_>], circumstances: &Circumstances) -> Vec<Step> {
    let unexplained: Vec<usize> = unexplained(facts).collect();
    let mut steps = Steps::default();
    for (index, fact) in facts.iter().enumerate() {
        let Some(advice) = advice(fact.rule) else { continue };
        let beside = if unexplained.is_empty() { &[] } else { advice.beside_unexplained };
        let asked = if fact.asked && advice.open { advice::ASKED } else { &[] };
        for (when, step) in advice.steps.iter().chain(beside).chain(asked) {
            for step in as_paid(*step, fact) {
                if fits(step, fact, circumstances) {
                    steps.advise(step, *when, [index]);
                }
            }
        }
    }
    for (when, step) in situations(facts, circumstances).into_iter().flatten() {
        steps.advise(*step, *when, []);
    }
    let charges: Set<usize> = unexplained
        .iter()
        .filter_map(|index| facts.get(*index))
        .flat_map(|fact| fact.charges.iter().map(|concern| concern.charge))
        .collect();
    if 1 < charges.len() {
        for (when, step) in advice::SEVERAL_UNEXPLAINED {
            for index in &unexplained {
                for step in facts.get(*index).map(|fact| as_paid(*step, fact)).unwrap_or_default() {
                    steps.advise(step, *when, [*index]);
                }
            }
        }
    }
    steps.in_order(facts, circumstances)
}

/// What to do about one charge that is nobody's of the household, in the order in which it is named, whatever else was found.
pub fn not_mine(concern: Concern, has_order: bool, circumstances: &Circumstances) -> Vec<(When, StepId)> {
    let rule = if has_order { NOT_MINE_WITH_ORDER } else { NOT_MINE };
    let facts = [Fact { rule, level: Level::Flag, charges: vec![concern], sellers: false, asked: false }];
    let steps = plan(&facts, circumstances);
    steps.into_iter().filter(|step| !step.because.is_empty()).map(|step| (step.when, step.id)).collect()
}

/// What is advised whatever the single findings are.
fn situations(facts: &[Fact<'_>], circumstances: &Circumstances) -> Vec<&'static [(When, StepId)]> {
    let flagged = facts.iter().any(|fact| fact.level == Level::Flag);
    [
        (true, advice::ALWAYS),
        (!flagged, advice::CALM),
        (flagged, advice::FLAGGED),
        (!circumstances.has_orders && !circumstances.has_statements, advice::NO_ORDERS_GIVEN),
        (!circumstances.has_statements, advice::NO_STATEMENT_GIVEN),
    ]
    .into_iter()
    .filter_map(|(holds, advised)| holds.then_some(advised))
    .collect()
}

/// The facts whose charges nothing accounts for.
fn unexplained(facts: &[Fact<'_>]) -> impl Iterator<Item = usize> {
    let holds = |fact: &Fact<'_>| {
        fact.level == Level::Flag && advice(fact.rule).is_some_and(|advice| advice.unexplained)
    };
    facts.iter().enumerate().filter(move |(_, fact)| holds(fact)).map(|(index, _)| index)
}

/// The step, or what is done in its place for each way in which these charges were paid.
fn as_paid(step: StepId, fact: &Fact<'_>) -> Set<StepId> {
    let ways: Set<PaidBy> = fact.charges.iter().map(|concern| concern.paid.unwrap_or(PaidBy::Card)).collect();
    if ways.is_empty() {
        return Set::from([step]);
    }
    ways.into_iter().flat_map(|paid| instead(step, paid)).copied().collect()
}

/// Some steps only help where a seller has a part in it, where a file is missing, or where Amazon took the money.
fn fits(step: StepId, fact: &Fact<'_>, circumstances: &Circumstances) -> bool {
    (fact.sellers || !advice::ONLY_IF_SELLER.contains(&step))
        && (!circumstances.has_digital || !advice::ONLY_IF_NO_DIGITAL_FILE.contains(&step))
        // A finding's own advice knows whose the charge is; the person's word may be about any charge.
        && (!is_said(fact) || fact.charges.iter().any(|concern| is_of(step, concern.payee)))
}

fn is_said(fact: &Fact<'_>) -> bool {
    [NOT_MINE, NOT_MINE_WITH_ORDER].contains(&fact.rule)
}

fn is_of(step: StepId, payee: Payee) -> bool {
    match payee {
        Payee::Amazon => true,
        Payee::AmazonPay => !advice::ONLY_IF_AMAZONS_ORDERS.contains(&step),
        Payee::Other => !advice::ONLY_IF_AMAZONS.contains(&step),
    }
}

/// Steps advised so far: the soonest time of each, and every fact that asked for it.
#[derive(Default)]
struct Steps(Map<StepId, (When, Set<usize>)>);

impl Steps {
    fn advise(&mut self, step: StepId, when: When, because: impl IntoIterator<Item = usize>) {
        let (soonest, reasons) = self.0.entry(step).or_insert_with(|| (when, Set::new()));
        *soonest = when.min(*soonest);
        reasons.extend(because);
    }

    fn in_order(self, facts: &[Fact<'_>], circumstances: &Circumstances) -> Vec<Step> {
        let issuer_first = self.issuer_before_amazon(facts);
        let today = circumstances.today;
        let mut steps: Vec<Step> = self
            .0
            .into_iter()
            .map(|(id, (when, because))| {
                let clocks =
                    clocks_of(id, because.iter().filter_map(|index| facts.get(*index)), circumstances);
                let due = clocks.first().map(|clock| clock.day).filter(|day| today <= *day);
                // Calling late still beats not calling: other issuers' clocks start later.
                let urgent = due == Some(today) || clocks.iter().any(|clock| clock.day < today);
                let when = if urgent { when.min(When::Today) } else { when };
                Step { id, when, due, because: because.into_iter().collect(), clocks }
            })
            .collect();
        let is_last_day =
            |step: &Step| step.due == Some(today) || step.clocks.iter().any(|it| it.day < today);
        steps.sort_by_key(|step| {
            let ahead_of = match step.id {
                // A limit that ends today does not wait for papers.
                StepId::ContactCardIssuer if is_last_day(step) => Some(StepId::PrepareEvidence),
                StepId::ContactCardIssuer if issuer_first => Some(StepId::ContactAmazon),
                _ => None,
            };
            (step.when, ahead_of.unwrap_or(step.id), ahead_of.is_none())
        });
        steps
    }

    /// Whether everything that sends to Amazon names the issuer before: what only looks like Amazon's is none of its charges, and
    /// what is not the person's own is first stopped where the money is.
    fn issuer_before_amazon(&self, facts: &[Fact<'_>]) -> bool {
        let names_issuer_first = |index: &usize| {
            let asked = facts.get(*index).and_then(|fact| advice(fact.rule)).map_or(&[][..], |it| it.steps);
            let place = |wanted| asked.iter().position(|(_, step)| *step == wanted);
            place(StepId::ContactCardIssuer)
                .is_some_and(|issuer| place(StepId::ContactAmazon).is_some_and(|amazon| issuer < amazon))
        };
        // The person's own word settles the order for everything.
        let is_said = |index: &usize| facts.get(*index).is_some_and(is_said);
        self.0
            .get(&StepId::ContactAmazon)
            .is_some_and(|(_, because)| because.iter().any(is_said) || because.iter().all(names_issuer_first))
    }
}

fn clocks_of<'a>(
    step: StepId,
    reasons: impl Iterator<Item = &'a Fact<'a>>,
    circumstances: &Circumstances,
) -> Vec<Clock> {
    if step != CLOCKED {
        return Vec::new();
    }
    let mut charges: Map<usize, Charged> = Map::new();
    for Concern { charge, day, paid, .. } in reasons.flat_map(|fact| fact.charges.iter().copied()) {
        if let Some(day) = day {
            charges.insert(charge, Charged { charge, day, paid });
        }
    }
    let charges: Vec<Charged> = charges.into_values().collect();
    let mut clocks = clocks(circumstances.home, &charges, circumstances.notice);
    clocks.sort_by_key(|clock| (clock.day < circumstances.today, clock.day, clock.id, clock.charge));
    clocks
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-22";

    fn complete() -> Circumstances {
        Circumstances {
            today: TODAY.parse().unwrap(),
            home: Home::of("jp"),
            notice: None,
            has_orders: true,
            has_statements: true,
            has_digital: true,
        }
    }

    fn fact<'a>(rule: &'a str, level: Level, days: &[&str]) -> Fact<'a> {
        let concern = |(charge, day): (usize, &&str)| Concern {
            charge: charge + 100 * rule.len(),
            day: day.parse().ok(),
            payee: Payee::Amazon,
            paid: None,
        };
        Fact {
            rule,
            level,
            charges: days.iter().enumerate().map(concern).collect(),
            sellers: false,
            asked: false,
        }
    }

    fn flag(rule: &str) -> Fact<'_> {
        fact(rule, Level::Flag, &["2026-10-03"])
    }

    fn ask(rule: &str) -> Fact<'_> {
        fact(rule, Level::Ask, &["2026-10-03"])
    }

    fn info(rule: &str) -> Fact<'_> {
        fact(rule, Level::Info, &[])
    }

    fn lines(steps: &[Step], when: When) -> Vec<&'static str> {
        steps.iter().filter(|step| step.when == when).map(|step| step.id.as_str()).collect()
    }

    #[track_caller]
    fn check(facts: &[Fact<'_>], when: When, expect: &[&str]) {
        assert_eq!(lines(&plan(facts, &complete()), when), expect);
    }

    #[track_caller]
    fn check_quiet(facts: &[Fact<'_>], never: &[StepId]) {
        for step in plan(facts, &complete()) {
            assert!(!never.contains(&step.id), "{}", step.id.as_str());
        }
    }

    const MISUSE: [StepId; 6] = [
        StepId::ContactCardIssuer,
        StepId::AskPaymentHold,
        StepId::RequestNewCard,
        StepId::ReportPolice,
        StepId::ConsumerHotline,
        StepId::ChangePassword,
    ];

    #[test]
    fn nothing_wrong_is_a_short_calm_list() {
        check(&[], When::Now, &[]);
        check(&[], When::Today, &[]);
        check(&[], When::ThisWeek, &["enable-two-step", "turn-on-alerts"]);
        check(&[], When::Monthly, &["monthly-check"]);
    }

    #[test]
    fn the_family_is_asked_before_anybody_is_called() {
        check(&[flag("no-order")], When::Now, &["check-family", "check-order-history"]);
        check(
            &[flag("no-order")],
            When::Today,
            &[
                "review-devices",
                "check-transactions",
                "check-hidden-orders",
                "pause-card",
                "prepare-evidence",
                "contact-amazon",
                "contact-card-issuer",
                "ask-payment-hold",
                "keep-debit-funded",
            ],
        );
        check(
            &[flag("no-order")],
            When::ThisWeek,
            &[
                "enable-two-step",
                "escalate",
                "report-police",
                "consumer-hotline",
                "update-contact-details",
                "turn-on-alerts",
                "use-password-manager",
                "beware-phishing",
            ],
        );
    }

    #[test]
    fn a_takeover_sign_puts_the_account_first() {
        for rule in ["new-device", "new-address"] {
            let steps = plan(&[flag("no-order"), ask(rule)], &complete());
            assert_eq!(
                lines(&steps, When::Now)[..4],
                ["change-password", "enable-two-step", "review-devices", "check-family"],
                "{rule}"
            );
        }
        for rule in ["gift-card-burst", "new-device-spend"] {
            let steps = plan(&[flag(rule)], &complete());
            assert_eq!(
                lines(&steps, When::Now)[..3],
                ["change-password", "enable-two-step", "review-devices"],
                "{rule}"
            );
        }
    }

    #[test]
    fn a_new_sign_in_alone_is_only_looked_at() {
        check(&[info("new-sign-in")], When::Now, &[]);
        check(
            &[info("new-sign-in")],
            When::ThisWeek,
            &["enable-two-step", "review-devices", "turn-on-alerts"],
        );
    }

    #[test]
    fn a_new_sign_in_beside_an_unexplained_charge_is_a_takeover_sign() {
        let steps = plan(&[info("new-sign-in"), flag("no-order")], &complete());
        assert_eq!(lines(&steps, When::Now)[..3], ["change-password", "enable-two-step", "review-devices"]);
        assert_eq!(steps[0].because, [0]);
    }

    #[test]
    fn a_family_card_asks_the_family_and_accuses_nobody() {
        check(&[ask("family-card")], When::Now, &["check-family"]);
        check_quiet(&[ask("family-card")], &MISUSE);
    }

    #[test]
    fn what_the_files_do_not_cover_is_never_called_misuse() {
        for rule in
            ["orders-end-early", "orders-start-late", "no-order-file", "no-digital-file", "statement-missing"]
        {
            check_quiet(&[info(rule)], &MISUSE);
        }
    }

    #[test]
    fn a_gap_says_which_file_to_fetch() {
        check(&[info("orders-end-early")], When::Today, &["get-order-export"]);
        check(&[info("no-digital-file")], When::Today, &["get-order-export"]);
        check(
            &[info("statement-missing")],
            When::ThisWeek,
            &["enable-two-step", "get-missing-statement", "turn-on-alerts"],
        );
    }

    #[test]
    fn without_orders_or_statements_they_are_asked_for() {
        let nothing =
            Circumstances { has_orders: false, has_statements: false, has_digital: false, ..complete() };
        assert_eq!(lines(&plan(&[], &nothing), When::Now), ["get-order-export"]);
        assert_eq!(lines(&plan(&[], &nothing), When::Today), ["get-missing-statement"]);
    }

    #[test]
    fn a_seller_is_asked_only_where_there_is_one() {
        let from_seller = Fact { sellers: true, ..flag("charged-twice") };
        check(&[from_seller], When::Today, &["prepare-evidence", "contact-seller", "contact-amazon"]);
        check_quiet(&[flag("charged-twice")], &[StepId::ContactSeller]);
    }

    #[test]
    fn money_charged_against_the_agreement_is_no_crime() {
        for rule in ["charged-twice", "cancelled-but-charged", "refund-missing", "charged-after-cancelling"] {
            check_quiet(
                &[flag(rule)],
                &[StepId::ReportPolice, StepId::RequestNewCard, StepId::ChangePassword],
            );
            let steps = plan(&[flag(rule)], &complete());
            assert!(lines(&steps, When::Today).contains(&"contact-amazon"), "{rule}");
            assert!(lines(&steps, When::ThisWeek).contains(&"escalate"), "{rule}");
        }
    }

    fn asked(rule: &str) -> Fact<'_> {
        Fact { asked: true, sellers: true, ..fact(rule, Level::Info, &["2026-11-03"]) }
    }

    /// The same, with all its charges paid so.
    fn paid_with<'a>(mut fact: Fact<'a>, code: &str) -> Fact<'a> {
        for concern in &mut fact.charges {
            concern.paid = PaidBy::parse(code);
        }
        fact
    }

    fn with_no_file() -> Circumstances {
        Circumstances { has_orders: false, has_digital: false, ..complete() }
    }

    #[test]
    fn one_charge_without_any_file_asks_in_the_order_of_the_advice() {
        for rule in ["could-be-plan", "no-order-file"] {
            let steps = plan(&[asked(rule)], &with_no_file());
            let own = steps.iter().filter(|step| !step.because.is_empty());
            let steps: Vec<&str> = own.map(|step| step.id.as_str()).collect();
            let wanted = [
                "check-family",
                "check-subscriptions",
                "check-transactions",
                "check-order-history",
                "check-digital-orders",
                "check-cancellations",
                "pause-card",
                "contact-seller",
                "get-order-export",
                "contact-amazon",
                "contact-card-issuer",
            ];
            assert_eq!(steps, wanted, "{rule}");
        }
    }

    #[test]
    fn a_row_of_a_file_that_nobody_asked_about_sends_to_no_issuer() {
        let row = Fact { asked: false, ..asked("no-order-file") };
        let steps = plan(&[row], &with_no_file());
        let misuse = |step: &&Step| MISUSE.contains(&step.id) || step.id == StepId::PauseCard;
        assert_eq!(steps.iter().find(misuse), None);
    }

    #[test]
    fn how_it_was_paid_decides_whom_to_turn_to() {
        let steps = |paid_by: &'static str| -> Vec<&'static str> {
            plan(&[paid_with(asked("no-order-file"), paid_by)], &with_no_file())
                .iter()
                .map(|step| step.id.as_str())
                .collect()
        };
        for (paid_by, has, has_not) in [
            ("card", "contact-card-issuer", "contact-phone-company"),
            ("debit", "contact-card-issuer", "contact-pay-later"),
            ("prepaid", "pause-card", "contact-phone-company"),
            ("phone-bill", "contact-phone-company", "contact-card-issuer"),
            ("phone-bill", "pause-carrier-billing", "pause-card"),
            ("pay-later", "contact-pay-later", "contact-card-issuer"),
            ("gift-balance", "change-password", "contact-card-issuer"),
            ("app-store", "check-app-store", "contact-amazon"),
        ] {
            let steps = steps(paid_by);
            assert!(steps.contains(&has), "{paid_by}: {steps:?}");
            assert!(!steps.contains(&has_not), "{paid_by}: {steps:?}");
        }
    }

    #[test]
    fn two_unexplained_charges_ask_for_no_new_card_where_none_was_used() {
        let two = fact("no-order", Level::Flag, &["2026-10-03", "2026-10-04"]);
        let by_phone = paid_with(two, "phone-bill");
        check_quiet(
            &[by_phone],
            &[StepId::RequestNewCard, StepId::ContactCardIssuer, StepId::KeepDebitFunded],
        );
    }

    #[test]
    fn a_lost_refund_looks_at_the_cancellations_first() {
        check(&[flag("refund-missing")], When::Now, &["check-cancellations"]);
    }

    #[test]
    fn digital_orders_are_looked_up_only_where_their_file_is_missing() {
        check_quiet(&[flag("no-order")], &[StepId::CheckDigitalOrders]);
        let without = Circumstances { has_digital: false, ..complete() };
        assert!(lines(&plan(&[flag("no-order")], &without), When::Now).contains(&"check-digital-orders"));
    }

    #[test]
    fn one_unexplained_charge_keeps_the_card_two_replace_it() {
        check_quiet(&[flag("no-order")], &[StepId::RequestNewCard]);
        let two = fact("no-order", Level::Flag, &["2026-10-03", "2026-10-04"]);
        let steps = plan(&[info("renewal-coming"), two], &complete());
        let card = steps.iter().find(|step| step.id == StepId::RequestNewCard).unwrap();
        assert_eq!((card.when, card.because.as_slice()), (When::Today, [1].as_slice()));
    }

    #[test]
    fn a_test_charge_replaces_the_card() {
        assert!(
            lines(&plan(&[flag("small-then-large")], &complete()), When::Today).contains(&"request-new-card")
        );
    }

    fn issuer_due(facts: &[Fact<'_>], home: &str) -> Option<String> {
        let steps = plan(facts, &Circumstances { home: Home::of(home), ..complete() });
        let step = steps.iter().find(|step| step.id == StepId::ContactCardIssuer).unwrap();
        step.due.map(|day| day.to_string())
    }

    #[test]
    fn the_issuer_is_called_within_sixty_days_of_the_first_charge() {
        let facts = [flag("charged-twice"), fact("no-order", Level::Flag, &["2026-10-20", "2026-09-30"])];
        assert_eq!(issuer_due(&facts, "jp").as_deref(), Some("2026-11-29"));
    }

    #[test]
    fn a_passed_limit_is_no_day_to_call_by_and_the_call_is_still_for_today() {
        let facts = [fact("charged-twice", Level::Flag, &["2026-08-01"])];
        assert_eq!(issuer_due(&facts, "jp"), None);
        let steps = plan(&facts, &complete());
        let call = steps.iter().find(|step| step.id == StepId::ContactCardIssuer).unwrap();
        assert_eq!(call.when, When::Today);
        assert!(call.clocks.iter().all(|clock| clock.day < complete().today));
    }

    #[test]
    fn a_passed_limit_hides_no_open_one() {
        let facts = [fact("no-order", Level::Flag, &["2026-08-01", "2026-11-20", "2026-11-02"])];
        assert_eq!(issuer_due(&facts, "jp").as_deref(), Some("2027-01-01"));
        let steps = plan(&facts, &complete());
        let call = steps.iter().find(|step| step.id == StepId::ContactCardIssuer).unwrap();
        let days: Vec<String> = call.clocks.iter().map(|clock| clock.day.to_string()).collect();
        assert_eq!(
            days,
            ["2027-01-01", "2027-01-01", "2027-01-19", "2027-01-19", "2026-09-30", "2026-09-30"]
        );
    }

    fn not_mine_steps(rule: &'static str, payee: Payee, paid: Option<PaidBy>) -> Vec<(When, StepId)> {
        let day = TODAY.parse().ok();
        not_mine(Concern { charge: 0, day, payee, paid }, rule == NOT_MINE_WITH_ORDER, &complete())
    }

    fn now(steps: &[(When, StepId)]) -> Vec<&'static str> {
        steps.iter().filter(|(when, _)| *when == When::Now).map(|(_, step)| step.as_str()).collect()
    }

    #[test]
    fn after_not_mine_there_is_one_order_and_what_can_be_undone_comes_first() {
        let alone = not_mine_steps(NOT_MINE, Payee::Amazon, None);
        assert_eq!(now(&alone), ["pause-card", "contact-card-issuer", "contact-amazon"]);
        // The plan says the same, whatever else was found.
        let said = fact(NOT_MINE, Level::Flag, &["2026-11-03"]);
        let whole = plan(&[said, flag("no-order"), ask("family-card")], &complete());
        assert_eq!(
            lines(&whole, When::Now),
            ["check-family", "check-order-history", "pause-card", "contact-card-issuer", "contact-amazon"]
        );
    }

    #[test]
    fn where_the_order_is_known_the_family_is_asked_first() {
        let alone = not_mine_steps(NOT_MINE_WITH_ORDER, Payee::Amazon, None);
        assert_eq!(
            now(&alone),
            ["check-family", "check-order-history", "pause-card", "contact-card-issuer", "contact-amazon"]
        );
    }

    #[test]
    fn what_is_not_amazons_sends_nobody_to_amazon() {
        for (payee, orders, amazon) in
            [(Payee::Amazon, true, true), (Payee::AmazonPay, false, true), (Payee::Other, false, false)]
        {
            let circumstances = Circumstances { has_digital: false, ..complete() };
            let concern = Concern { charge: 0, day: None, payee, paid: None };
            let steps = not_mine(concern, false, &circumstances);
            let has = |wanted| steps.iter().any(|(_, step)| *step == wanted);
            assert_eq!(has(StepId::CheckHiddenOrders), orders, "{payee:?}");
            assert_eq!(has(StepId::CheckDigitalOrders), orders, "{payee:?}");
            assert_eq!(has(StepId::ContactAmazon), amazon, "{payee:?}");
            assert!(has(StepId::PauseCard) && has(StepId::ContactCardIssuer), "{payee:?}");
        }
    }

    #[test]
    fn how_it_was_paid_decides_whom_to_call_and_what_to_stop() {
        for (paid, card, bill, issuer) in [
            (PaidBy::Card, true, true, true),
            (PaidBy::Debit, true, false, true),
            (PaidBy::Prepaid, true, false, true),
            (PaidBy::PhoneBill, false, false, false),
            (PaidBy::PayLater, false, false, false),
            (PaidBy::AppStore, false, false, false),
            (PaidBy::GiftBalance, false, false, false),
        ] {
            let steps = not_mine_steps(NOT_MINE, Payee::Amazon, Some(paid));
            let has = |wanted| steps.iter().any(|(_, step)| *step == wanted);
            assert_eq!(has(StepId::PauseCard), card, "{paid:?}");
            assert_eq!(has(StepId::AskPaymentHold), bill, "{paid:?}");
            assert_eq!(has(StepId::KeepDebitFunded), bill, "{paid:?}");
            assert_eq!(has(StepId::ContactCardIssuer), issuer, "{paid:?}");
            // Apple or Google took the money there.
            assert_eq!(has(StepId::ContactAmazon), paid != PaidBy::AppStore, "{paid:?}");
        }
    }

    #[test]
    fn a_limit_that_ends_today_is_kept_before_papers_are_gathered() {
        let places = |rule, day: &str| {
            let steps = plan(&[fact(rule, Level::Flag, &[day])], &complete());
            let place = |id| steps.iter().position(|step| step.id == id).unwrap();
            (
                steps[place(StepId::ContactCardIssuer)].when,
                place(StepId::ContactCardIssuer) < place(StepId::PrepareEvidence),
            )
        };
        for day in ["2026-08-01", "2026-09-23"] {
            assert_eq!(places("no-order", day), (When::Today, true), "{day}");
            assert_eq!(places("charged-twice", day), (When::Today, true), "{day}");
        }
        assert_eq!(places("no-order", "2026-09-24"), (When::Today, false));
        assert_eq!(places("charged-twice", "2026-09-24"), (When::ThisWeek, false));
        let old = fact("no-order", Level::Flag, &["2026-08-01"]);
        check(&[old], When::Now, &["check-family", "check-order-history"]);
    }

    #[test]
    fn what_only_looks_like_amazon_s_goes_to_the_issuer_first() {
        check(
            &[flag("look-alike-merchant")],
            When::Today,
            &[
                "pause-card",
                "prepare-evidence",
                "contact-card-issuer",
                "contact-amazon",
                "ask-payment-hold",
                "keep-debit-funded",
            ],
        );
        // A charge of Amazon's own beside it: Amazon knows of that one.
        let both = plan(&[flag("look-alike-merchant"), flag("no-order")], &complete());
        let today = lines(&both, When::Today);
        let place = |id| today.iter().position(|step| *step == id).unwrap();
        assert!(place("contact-amazon") < place("contact-card-issuer"), "{today:?}");
    }

    #[test]
    fn no_limit_is_shown_where_none_is_known() {
        assert_eq!(issuer_due(&[flag("no-order")], "uk"), None);
        assert_eq!(issuer_due(&[fact("no-order", Level::Flag, &[])], "jp"), None);
    }

    #[test]
    fn each_step_comes_once_with_every_reason() {
        let facts = [flag("no-order"), info("orders-end-early"), flag("charged-twice")];
        let steps = plan(&facts, &complete());
        let amazon: Vec<&Step> = steps.iter().filter(|step| step.id == StepId::ContactAmazon).collect();
        assert_eq!(amazon.len(), 1);
        assert_eq!(amazon[0].because, [0, 2]);
    }

    #[test]
    fn steps_come_soonest_first() {
        let facts = [flag("no-order"), ask("family-card"), info("statement-missing"), flag("refund-missing")];
        let whens: Vec<When> = plan(&facts, &complete()).iter().map(|step| step.when).collect();
        assert!(whens.is_sorted());
    }

    #[test]
    fn an_unknown_rule_asks_for_nothing() {
        assert_eq!(plan(&[info("of-a-later-version")], &complete()), plan(&[], &complete()));
    }
}
