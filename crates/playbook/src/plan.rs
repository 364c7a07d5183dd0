//! From what was found to what to do next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::advice::{self, advice};
use crate::deadline::issuer_deadline;
use crate::{Region, StepId, When};

/// One finding, as far as advice depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<'a> {
    pub rule: &'a str,
    pub level: Level,
    /// The days of its charges, one entry a charge.
    pub days: Vec<NaiveDate>,
    /// A marketplace seller has a part in it.
    pub sellers: bool,
    /// The person asked about one of these very charges, and has not said that they know it.
    pub asked: bool,
    /// What its charges were paid with, as far as the person said: `debit`, `phone-bill`, … Empty for a card's.
    pub paid_by: BTreeSet<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Info,
    Ask,
    Flag,
}

/// What the person gave, and where and when they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstances<'a> {
    pub today: NaiveDate,
    /// As [`Region::of`] reads it.
    pub region: &'a str,
    pub has_orders: bool,
    /// Charges were given: in statements, or typed.
    pub has_statements: bool,
    /// A file of digital orders is among them.
    pub has_digital: bool,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub when: When,
    /// A day to have done it by, never before today.
    pub due: Option<NaiveDate>,
    /// Indexes into the facts; empty for what everybody is advised.
    pub because: Vec<usize>,
}

/// The steps that the findings ask for, soonest first, each once.
pub fn plan(facts: &[Fact<'_>], circumstances: &Circumstances<'_>) -> Vec<Step> {
    let unexplained: Vec<usize> = unexplained(facts).collect();
    let mut steps = Steps::default();
    for (index, fact) in facts.iter().enumerate() {
        let Some(advice) = advice(fact.rule) else { continue };
        let beside = if unexplained.is_empty() { &[] } else { advice.beside_unexplained };
        let asked = if fact.asked && advice.open { advice::ASKED } else { &[] };
        for (when, step) in advice.steps.iter().chain(beside).chain(asked) {
            for step in as_paid(*step, [fact]) {
                if fits(step, fact, circumstances) {
                    steps.advise(step, *when, [index]);
                }
            }
        }
    }
    for (when, step) in situations(facts, circumstances).into_iter().flatten() {
        steps.advise(*step, *when, []);
    }
    let charges: usize =
        unexplained.iter().filter_map(|index| facts.get(*index)).map(|it| it.days.len()).sum();
    if 1 < charges {
        let of = || unexplained.iter().filter_map(|index| facts.get(*index));
        for (when, step) in advice::SEVERAL_UNEXPLAINED {
            for step in as_paid(*step, of()) {
                steps.advise(step, *when, unexplained.iter().copied());
            }
        }
    }
    steps.in_order(facts, circumstances)
}

/// The step, or what is done in its place for each way in which these charges were paid.
fn as_paid<'a>(step: StepId, facts: impl IntoIterator<Item = &'a Fact<'a>>) -> BTreeSet<StepId> {
    let of = |fact: &'a Fact<'a>| {
        let by_card = fact.paid_by.is_empty().then_some("card");
        by_card
            .into_iter()
            .chain(fact.paid_by.iter().copied())
            .flat_map(move |paid_by| advice::instead(step, paid_by))
    };
    facts.into_iter().flat_map(of).collect()
}

/// What is advised whatever the single findings are.
fn situations(facts: &[Fact<'_>], circumstances: &Circumstances<'_>) -> Vec<&'static [(When, StepId)]> {
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

/// The findings whose charges nothing accounts for.
fn unexplained(facts: &[Fact<'_>]) -> impl Iterator<Item = usize> {
    let holds = |fact: &Fact<'_>| {
        fact.level == Level::Flag && advice(fact.rule).is_some_and(|advice| advice.unexplained)
    };
    facts.iter().enumerate().filter(move |(_, fact)| holds(fact)).map(|(index, _)| index)
}

/// Some steps only help where a seller has a part in it, or where a file is missing.
fn fits(step: StepId, fact: &Fact<'_>, circumstances: &Circumstances<'_>) -> bool {
    (fact.sellers || !advice::ONLY_IF_SELLER.contains(&step))
        && (!circumstances.has_digital || !advice::ONLY_IF_NO_DIGITAL_FILE.contains(&step))
}

/// Steps advised so far: the soonest time of each, and every fact that asked for it.
#[derive(Default)]
struct Steps(BTreeMap<StepId, (When, BTreeSet<usize>)>);

impl Steps {
    fn advise(&mut self, step: StepId, when: When, because: impl IntoIterator<Item = usize>) {
        let (soonest, reasons) = self.0.entry(step).or_insert_with(|| (when, BTreeSet::new()));
        *soonest = when.min(*soonest);
        reasons.extend(because);
    }

    fn in_order(self, facts: &[Fact<'_>], circumstances: &Circumstances<'_>) -> Vec<Step> {
        let issuer_first = self.issuer_before_amazon(facts);
        let today = Some(circumstances.today);
        let mut steps: Vec<Step> = self
            .0
            .into_iter()
            .map(|(id, (when, because))| {
                let due = due(id, because.iter().filter_map(|index| facts.get(*index)), circumstances);
                let when = if due == today { when.min(When::Today) } else { when };
                Step { id, when, due, because: because.into_iter().collect() }
            })
            .collect();
        steps.sort_by_key(|step| {
            let ahead_of = match step.id {
                // A limit that ends today does not wait for papers.
                StepId::ContactCardIssuer if step.due == today => Some(StepId::PrepareEvidence),
                StepId::ContactCardIssuer if issuer_first => Some(StepId::ContactAmazon),
                _ => None,
            };
            (step.when, ahead_of.unwrap_or(step.id), ahead_of.is_none())
        });
        steps
    }

    /// Whether every finding that sends to Amazon names the issuer before: what only looks like Amazon's is none of its charges.
    fn issuer_before_amazon(&self, facts: &[Fact<'_>]) -> bool {
        let names_issuer_first = |index: &usize| {
            let asked = facts.get(*index).and_then(|fact| advice(fact.rule)).map_or(&[][..], |it| it.steps);
            let place = |wanted| asked.iter().position(|(_, step)| *step == wanted);
            place(StepId::ContactCardIssuer)
                .is_some_and(|issuer| place(StepId::ContactAmazon).is_some_and(|amazon| issuer < amazon))
        };
        self.0.get(&StepId::ContactAmazon).is_some_and(|(_, because)| because.iter().all(names_issuer_first))
    }
}

/// The earliest limit of any charge behind the step; today where it has passed, for calling late still beats not calling:
/// other issuers' clocks start later.
fn due<'a>(
    step: StepId,
    reasons: impl Iterator<Item = &'a Fact<'a>>,
    circumstances: &Circumstances<'_>,
) -> Option<NaiveDate> {
    if step != StepId::ContactCardIssuer {
        return None;
    }
    let first_charge = reasons.flat_map(|fact| &fact.days).min()?;
    issuer_deadline(Region::of(circumstances.region), *first_charge).map(|day| day.max(circumstances.today))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-22";

    fn complete() -> Circumstances<'static> {
        Circumstances {
            today: TODAY.parse().unwrap(),
            region: "jp",
            has_orders: true,
            has_statements: true,
            has_digital: true,
        }
    }

    fn fact<'a>(rule: &'a str, level: Level, days: &[&str]) -> Fact<'a> {
        let days = days.iter().map(|day| day.parse().unwrap()).collect();
        Fact { rule, level, days, sellers: false, asked: false, paid_by: BTreeSet::new() }
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

    fn with_no_file() -> Circumstances<'static> {
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
            let fact = Fact { paid_by: BTreeSet::from([paid_by]), ..asked("no-order-file") };
            plan(&[fact], &with_no_file()).iter().map(|step| step.id.as_str()).collect()
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
        let by_phone = Fact { paid_by: BTreeSet::from(["phone-bill"]), ..two };
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

    fn issuer_due(facts: &[Fact<'_>], region: &str) -> Option<String> {
        let steps = plan(facts, &Circumstances { region, ..complete() });
        let step = steps.iter().find(|step| step.id == StepId::ContactCardIssuer).unwrap();
        step.due.map(|day| day.to_string())
    }

    #[test]
    fn the_issuer_is_called_within_sixty_days_of_the_first_charge() {
        let facts = [flag("charged-twice"), fact("no-order", Level::Flag, &["2026-10-20", "2026-09-30"])];
        assert_eq!(issuer_due(&facts, "jp").as_deref(), Some("2026-11-29"));
    }

    #[test]
    fn a_passed_limit_means_today() {
        let facts = [fact("no-order", Level::Flag, &["2026-08-01"])];
        assert_eq!(issuer_due(&facts, "jp").as_deref(), Some(TODAY));
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
