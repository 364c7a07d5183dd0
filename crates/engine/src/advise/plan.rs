//! The plan: every step with its charges, its limits, whom it turns to, and whether it is shown at once.

use mioboe_ingest::AccountKind;
use mioboe_model::PaidBy;
use mioboe_model::sorted::{Map, Set};
use mioboe_playbook::{
    CLOCKED, Circumstances, Clock, Concern, Fact, From, Level, NOT_MINE, NOT_MINE_WITH_ORDER, Payee, StepId,
    When, contacts_for, expected,
};
use mioboe_rules::MONEY_OWED;

use super::{View, number};
use crate::{
    ChargeReport, ClockFrom, ClockReport, FindingReport, Group, Plan, PlanStep, SourceReport, Standing,
    StepReport,
};

/// More at once are read by nobody.
const MOST_OPEN: usize = 5;
/// Where nothing is wrong, so many are enough for one evening.
const MOST_CALM: usize = 3;

/// The steps that are a call or a message to somebody.
const CALLS: [StepId; 6] = [
    StepId::ContactAmazon,
    StepId::ContactSeller,
    StepId::ContactCardIssuer,
    StepId::Escalate,
    StepId::ReportPolice,
    StepId::ConsumerHotline,
];

/// What stops a loss: where it is due now, no check may hide it.
const STOPS: [StepId; 6] = [
    StepId::PauseCard,
    StepId::PauseCarrierBilling,
    StepId::ContactCardIssuer,
    StepId::ContactPhoneCompany,
    StepId::ContactPayLater,
    StepId::ContactAmazon,
];

/// What the plan is made from.
struct Given<'a> {
    facts: Vec<Fact<'a>>,
    /// The finding behind each fact; none behind the person's own word.
    findings: Vec<Option<u32>>,
}

impl<'a> View<'a> {
    fn steps(&self) -> (Given<'a>, Vec<mioboe_playbook::Step>) {
        let given = self.given();
        let steps = mioboe_playbook::plan(&given.facts, &self.circumstances());
        (given, steps)
    }

    /// The steps as the report has them.
    pub(super) fn next_steps(&self) -> Vec<StepReport> {
        let (given, steps) = self.steps();
        steps
            .into_iter()
            .map(|step| StepReport {
                step: step.id.as_str().to_owned(),
                when: step.when.as_str().to_owned(),
                due: step.due.map(|day| day.to_string()),
                because: given.because(&step.because),
            })
            .collect()
    }

    pub(super) fn plan(&self) -> Plan {
        let (given, steps) = self.steps();
        let pressing = self.groups.iter().any(|group| matches!(group, Group::NotMine | Group::Flagged))
            || given.facts.iter().any(|fact| fact.level == Level::Flag);
        let first = &self.said.first;
        let mut all: Set<usize> = Set::new();
        let mut shown = 0;
        let most = if pressing { MOST_OPEN } else { MOST_CALM };
        let is_stop = |step: &mioboe_playbook::Step| {
            step.when == When::Now && STOPS.contains(&step.id) && !self.is_done(step.id)
        };
        // One is left for what can be found out first.
        let mut kept_open =
            if pressing { steps.iter().filter(|step| is_stop(step)).count().min(most - 1) } else { 0 };
        let most = most - kept_open;
        let steps = steps
            .into_iter()
            .map(|step| {
                let facts = || step.because.iter().filter_map(|&at| given.facts.get(at));
                let charges: Set<usize> =
                    facts().flat_map(|fact| fact.charges.iter().map(|it| it.charge)).collect();
                let said = step.because.iter().any(|&at| given.findings.get(at).is_some_and(Option::is_none));
                let done = self.is_done(step.id);
                let is_wanted = first.is_empty() || first.iter().any(|it| it == step.id.as_str());
                let may_show =
                    step.when == When::Now || (is_wanted && (!pressing || step.when == When::Today));
                let is_kept_open = 0 < kept_open && is_stop(&step);
                kept_open -= usize::from(is_kept_open);
                let folded = !is_kept_open && (!may_show || most <= shown);
                if !folded && !done && !is_kept_open {
                    shown += 1;
                }
                let charges: Vec<usize> = charges.into_iter().collect();
                all.extend(&charges);
                self.step(&step, given.because(&step.because), said, &charges, folded, done)
            })
            .collect();
        let all: Vec<usize> = all.into_iter().collect();
        Plan { pressing, steps, charges: self.ids(&all) }
    }

    fn step(
        &self,
        step: &mioboe_playbook::Step,
        because: Vec<u32>,
        said: bool,
        charges: &[usize],
        folded: bool,
        done: bool,
    ) -> PlanStep {
        let formats: Set<&str> = charges.iter().filter_map(|&at| self.format(self.charge(at)?)).collect();
        let formats: Vec<&str> = formats.into_iter().collect();
        // What any holder may look for in their own issuer's app.
        let any_issuer = step.id == StepId::PauseCard
            && charges.iter().any(|&at| self.charge(at).is_some_and(|it| self.is_asked_about(at, it)));
        let expect = if step.id == CLOCKED {
            let ways = self.ways(charges);
            expected(self.home, |way| ways.contains(&way)).map(str::to_owned).collect()
        } else {
            Vec::new()
        };
        PlanStep {
            step: step.id.as_str().to_owned(),
            when: step.when.as_str().to_owned(),
            due: step.due.map(|day| day.to_string()),
            because,
            said,
            charges: self.ids(charges),
            standing: self.standing(&step.clocks),
            clocks: self.clocks(&step.clocks),
            expect,
            contacts: contacts_for(step.id, self.home, &formats, any_issuer)
                .map(|it| it.id.to_owned())
                .collect(),
            letters: self.letters_of(step.id, charges),
            folded,
            done,
        }
    }

    fn standing(&self, clocks: &[Clock]) -> Standing {
        let Some(first) = clocks.first() else { return Standing::None };
        // Those that are open come first; of those that have passed, one by a stand-in may still run.
        match first.day < self.today {
            false if first.exact => Standing::Due,
            false => Standing::Early,
            true if clocks.iter().all(|clock| clock.exact) => Standing::Passed,
            true => Standing::EarlyPassed,
        }
    }

    /// Charges of one limit and one day together.
    fn clocks(&self, clocks: &[Clock]) -> Vec<ClockReport> {
        let mut reports: Vec<ClockReport> = Vec::new();
        for clock in clocks {
            let Some(charge) = self.charge(clock.charge) else { continue };
            let day = clock.day.to_string();
            match reports
                .last_mut()
                .filter(|last| (last.id.as_str(), &last.day, last.exact) == (clock.id, &day, clock.exact))
            {
                Some(last) => last.charges.push(charge.id.clone()),
                None => reports.push(ClockReport {
                    id: clock.id.to_owned(),
                    passed: clock.day < self.today,
                    day,
                    from: match clock.from {
                        From::Charge => ClockFrom::Charge,
                        From::Statement => ClockFrom::Statement,
                    },
                    exact: clock.exact,
                    varies: clock.varies,
                    charges: vec![charge.id.clone()],
                }),
            }
        }
        reports
    }

    pub(super) fn calls(plan: &Plan) -> Vec<String> {
        let is_call = |step: &&PlanStep| CALLS.iter().any(|call| call.as_str() == step.step);
        plan.steps.iter().filter(is_call).map(|step| step.step.clone()).collect()
    }

    /// What to do about one charge that is nobody's of the household.
    pub(super) fn steps_of(&self, at: usize) -> Vec<(When, StepId)> {
        let Some(charge) = self.charge(at) else { return Vec::new() };
        mioboe_playbook::not_mine(self.concern(at, charge), !charge.orders.is_empty(), &self.circumstances())
    }

    fn circumstances(&self) -> Circumstances {
        let sources = &self.report.sources;
        let has = |kinds: &[&str]| sources.iter().any(|it| 0 < it.used && kinds.contains(&it.kind.as_str()));
        Circumstances {
            today: self.today,
            home: self.home,
            has_orders: self.report.coverage.orders.is_some() || !self.report.orders.is_empty(),
            has_statements: sources.iter().any(|it| it.kind == "statement" || is_asked_about(it)),
            has_digital: has(&["digitalOrders"]),
            notice: self.notice,
        }
    }

    fn given(&self) -> Given<'a> {
        let mut given = Given { facts: Vec::new(), findings: Vec::new() };
        for (index, finding) in self.report.findings.iter().enumerate() {
            if let Some(fact) = self.fact(finding) {
                given.facts.push(fact);
                given.findings.push(Some(number(index)));
            }
        }
        for (rule, with_order) in [(NOT_MINE, false), (NOT_MINE_WITH_ORDER, true)] {
            let denied = self.answers.keys().copied().filter(|&at| self.is_not_mine(at));
            let denied: Vec<(usize, &ChargeReport)> = denied
                .filter_map(|at| Some((at, self.charge(at)?)))
                .filter(|(_, charge)| charge.orders.is_empty() != with_order)
                .collect();
            if !denied.is_empty() {
                let sellers = denied.iter().any(|(_, charge)| self.has_seller(charge));
                let charges = denied.into_iter().map(|(at, charge)| self.concern(at, charge)).collect();
                given.facts.push(Fact { rule, level: Level::Flag, charges, sellers, asked: false });
                given.findings.push(None);
            }
        }
        given
    }

    /// `None` where the person's own word has settled all that it is about.
    fn fact(&self, finding: &'a FindingReport) -> Option<Fact<'a>> {
        let is_owed = MONEY_OWED.contains(&finding.rule.as_str());
        let all = finding.charges.iter().filter_map(|id| self.adviser.charge_at(id));
        let open: Vec<(usize, &ChargeReport)> = all
            .filter(|&at| is_owed || self.group(at) != Group::Settled)
            .filter_map(|at| Some((at, self.charge(at)?)))
            .collect();
        if open.is_empty() && !finding.charges.is_empty() {
            return None;
        }
        Some(Fact {
            rule: &finding.rule,
            level: match finding.level.as_str() {
                "flag" => Level::Flag,
                "ask" => Level::Ask,
                _ => Level::Info,
            },
            // Of a charge of which nothing is known, a seller may be behind the plain name too.
            sellers: open
                .iter()
                .any(|&(at, charge)| self.has_seller(charge) || self.may_have_seller(at, charge)),
            asked: open.iter().any(|&(at, charge)| self.is_asked_about(at, charge)),
            charges: open.into_iter().map(|(at, charge)| self.concern(at, charge)).collect(),
        })
    }

    fn concern(&self, at: usize, charge: &ChargeReport) -> Concern {
        Concern {
            charge: at,
            day: charge.date.as_deref().and_then(crate::day),
            payee: match charge.service.as_str() {
                "amazon-pay" => Payee::AmazonPay,
                // No charge of Amazon's, whatever it is called.
                "other" | "look-alike" => Payee::Other,
                _ => Payee::Amazon,
            },
            paid: self.paid_by(at, charge),
        }
    }

    /// How it was paid: the person's word, or what the statement is of.
    pub(super) fn paid_by(&self, at: usize, charge: &ChargeReport) -> Option<PaidBy> {
        let of_account = || match mioboe_ingest::account_of(self.format(charge)?)? {
            AccountKind::Card => Some(PaidBy::Card),
            AccountKind::Bank => Some(PaidBy::Debit),
            AccountKind::Wallet => Some(PaidBy::Prepaid),
        };
        let told = || charge.paid_by.as_deref().and_then(PaidBy::parse);
        self.paid.get(&at).copied().or_else(told).or_else(of_account)
    }

    /// All ways in which these charges were paid; by card, where nobody said.
    pub(super) fn ways(&self, charges: &[usize]) -> Set<PaidBy> {
        let of = charges.iter().filter_map(|&at| Some((at, self.charge(at)?)));
        of.map(|(at, charge)| self.paid_by(at, charge).unwrap_or(PaidBy::Card)).collect()
    }

    /// A seller of the marketplace has a part in one of its orders.
    fn has_seller(&self, charge: &ChargeReport) -> bool {
        let of_order = |id: &str| self.order(id).and_then(|order| order.seller.as_deref());
        charge.orders.iter().any(|order| of_order(&order.order_id).is_some_and(|it| !is_amazon(it)))
    }

    /// The person asks about this very charge, typed or pasted as it was shown, and has not said that they know it.
    fn is_asked_about(&self, at: usize, charge: &ChargeReport) -> bool {
        let source = self.report.sources.iter().find(|source| source.id == charge.source);
        source.is_some_and(is_asked_about) && self.group(at) != Group::Settled
    }

    fn may_have_seller(&self, at: usize, charge: &ChargeReport) -> bool {
        ["amazon-retail", "amazon-marketplace", "amazon-unknown"].contains(&charge.service.as_str())
            && self.is_asked_about(at, charge)
            && charge.orders.is_empty()
            && charge.alternatives.is_empty()
    }

    fn is_done(&self, step: StepId) -> bool {
        self.said.steps.iter().any(|said| said.done && said.step == step.as_str())
    }

    /// Charges by the days on which one of their limits ends, of limits that are open.
    pub(super) fn open_days(step: &PlanStep) -> Map<(&str, &str), &ClockReport> {
        let open = step.clocks.iter().filter(|clock| !clock.passed);
        open.map(|clock| ((clock.day.as_str(), clock.id.as_str()), clock)).collect()
    }
}

impl Given<'_> {
    /// The findings among these facts.
    fn because(&self, facts: &[usize]) -> Vec<u32> {
        facts.iter().filter_map(|&at| self.findings.get(at).copied().flatten()).collect()
    }
}

pub(super) fn is_amazon(seller: &str) -> bool {
    seller.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("amazon"))
}

/// The person asks about the very charges in it: they typed them, or pasted what they were shown of them.
fn is_asked_about(source: &SourceReport) -> bool {
    ["typed", "notice"].contains(&source.kind.as_str())
}
