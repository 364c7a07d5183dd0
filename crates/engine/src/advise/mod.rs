//! The second verb: from a report, and from what the person said, to what to do.
//!
//! It takes the report alone, so that a case that is opened again works without its files. Everything here is ids and values.

mod calendar;
mod letters;
mod memory;
mod plan;
mod standing;
mod timeline;
mod together;
mod upcoming;

use mioboe_model::sorted::Map;
use std::cell::RefCell;

use chrono::NaiveDate;
use mioboe_model::PaidBy;
use mioboe_playbook::{Home, Region};

use crate::{
    AnswerCode, BadRequest, Case, ChargeReport, ContactReport, FindingReport, Group, Law, OrderReport,
    Report, Said, StepReport,
};

const SCHEMA_VERSION: u32 = 1;

/// A report that is asked about again and again: what is looked up in it is found once.
pub struct Adviser {
    report: Report,
    /// Where each charge stands, of a report whose ids are not in order.
    places: Option<Map<String, usize>>,
    hashes: RefCell<Option<memory::Hashes>>,
}

impl Adviser {
    /// Any report, from wherever it comes: its texts are made safe to show.
    pub fn new(report: Report) -> Self {
        Self::of_own(crate::shown::made_safe(report))
    }

    /// A report that this engine has just made.
    pub fn of_own(report: Report) -> Self {
        let keys: Option<Vec<[u32; 3]>> = report.charges.iter().map(|charge| key(&charge.id)).collect();
        let in_order = keys.is_some_and(|keys| keys.is_sorted_by(|a, b| a < b));
        let place = |(at, charge): (usize, &ChargeReport)| (charge.id.clone(), at);
        let places = (!in_order).then(|| report.charges.iter().enumerate().map(place).collect());
        Self { report, places, hashes: RefCell::new(None) }
    }

    /// The report as it was given.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Gives it back.
    pub fn into_report(self) -> Report {
        self.report
    }

    /// What follows from what the person said.
    pub fn advise(&self, said: &Said) -> Result<Case, BadRequest> {
        Ok(View::of(self, said)?.case())
    }

    /// What is advised to who has said nothing yet.
    pub(crate) fn first_steps(&self, region: &str) -> Vec<StepReport> {
        let said = Said { region: Some(region.to_owned()), ..Said::default() };
        View::of(self, &said).map(|view| view.next_steps()).unwrap_or_default()
    }

    fn charge_at(&self, id: &str) -> Option<usize> {
        if let Some(places) = &self.places {
            return places.get(id).copied();
        }
        let wanted = key(id)?;
        let charges = &self.report.charges;
        charges.binary_search_by_key(&Some(wanted), |charge| key(&charge.id)).ok()
    }
}

/// [`Adviser`] asked once.
pub fn advise(report: Report, said: &Said) -> Result<Case, BadRequest> {
    Adviser::new(report).advise(said)
}

/// `2:17` or `2:1:17` as numbers that sort as the report does.
fn key(id: &str) -> Option<[u32; 3]> {
    let mut parts = id.split(':');
    let first = parts.next()?.parse().ok()?;
    let second = parts.next()?.parse().ok()?;
    match parts.next() {
        None => Some([first, 0, second]),
        Some(third) if parts.next().is_none() => Some([first, second, third.parse().ok()?]),
        Some(_) => None,
    }
}

/// One question: the report with all that was said of it.
struct View<'a> {
    adviser: &'a Adviser,
    report: &'a Report,
    said: &'a Said,
    today: NaiveDate,
    notice: Option<NaiveDate>,
    home: &'static Home,
    /// By the place of the charge in the report.
    answers: Map<usize, AnswerCode>,
    groups: Vec<Group>,
    paid: Map<usize, PaidBy>,
}

impl<'a> View<'a> {
    fn of(adviser: &'a Adviser, said: &'a Said) -> Result<Self, BadRequest> {
        let report = &adviser.report;
        let day = |text: &str| crate::day(text).ok_or_else(|| BadRequest::Today(text.to_owned()));
        let today = day(said.today.as_deref().unwrap_or(&report.today))?;
        let notice = said.notice_came.as_deref().map(day).transpose()?;
        let noted = said.contacts.iter().map(|contact| &contact.day);
        // Nothing is counted from them, so that any day may stand there.
        for noted in noted.chain(said.steps.iter().filter_map(|step| step.done_on.as_ref())) {
            crate::calendar_day(noted).ok_or_else(|| BadRequest::Today(noted.clone()))?;
        }
        let answers = memory::answers(adviser, said);
        let groups = standing::groups(report, &answers);
        let paid =
            said.paid.iter().filter_map(|paid| Some((adviser.charge_at(&paid.charge)?, paid.by.into())));
        Ok(Self {
            adviser,
            report,
            said,
            today,
            notice,
            home: Home::of(said.region.as_deref().unwrap_or_default()),
            groups,
            paid: paid.collect(),
            answers,
        })
    }

    fn case(&self) -> Case {
        let plan = self.plan();
        let asked = self.asked();
        let matter = self.matter(&asked);
        let tally = self.tally();
        Case {
            schema_version: SCHEMA_VERSION,
            today: self.today.to_string(),
            law: match self.home.law {
                Region::Jp => Law::Jp,
                Region::Us => Law::Us,
                Region::Uk => Law::Uk,
                Region::Eu => Law::Eu,
                Region::Ca => Law::Ca,
                Region::Au => Law::Au,
                Region::In => Law::In,
                Region::Sg => Law::Sg,
                Region::Elsewhere => Law::Elsewhere,
            },
            together: self.together(),
            answered: self.answered(),
            headline: self.headline(&tally.counts),
            counts: tally.counts,
            sums: tally.sums,
            months: tally.months,
            calls: Self::calls(&plan),
            contacts: self.contacts(&plan),
            disputes: self.disputes(&asked),
            matter,
            renewals: self.renewals(),
            unseen_renewals: self.unseen_renewals(),
            refunds: self.refunds(),
            prices: self.prices(),
            money_back: self.money_back(),
            uncovered: self.uncovered(),
            new: self.new_charges(),
            timeline: self.timeline(&asked),
            reminders: self.reminders(&plan),
            owed: self.owed(),
            asked: self.ids(&asked),
            plan,
            remembered: self.remembered(),
            groups: self.groups.clone(),
        }
    }

    fn contacts(&self, plan: &crate::Plan) -> Vec<ContactReport> {
        let fits = |id: &str| plan.steps.iter().any(|step| step.contacts.iter().any(|contact| contact == id));
        mioboe_playbook::contacts(self.home)
            .map(|contact| ContactReport {
                id: contact.id.to_owned(),
                step: contact.step.as_str().to_owned(),
                kind: contact.kind.to_owned(),
                value: contact.value.to_owned(),
                date: contact.date.to_owned(),
                fits: fits(contact.id),
            })
            .collect()
    }

    fn charge(&self, at: usize) -> Option<&'a ChargeReport> {
        self.report.charges.get(at)
    }

    fn group(&self, at: usize) -> Group {
        self.groups.get(at).copied().unwrap_or(Group::Other)
    }

    fn is_not_mine(&self, at: usize) -> bool {
        self.group(at) == Group::NotMine
    }

    fn ids(&self, charges: &[usize]) -> Vec<String> {
        charges.iter().filter_map(|&at| Some(self.charge(at)?.id.clone())).collect()
    }

    /// The findings of a charge.
    fn findings(&self, charge: &'a ChargeReport) -> impl Iterator<Item = &'a FindingReport> {
        let report = self.report;
        charge.findings.iter().filter_map(move |&at| report.findings.get(usize::try_from(at).ok()?))
    }

    /// The orders of these charges, each once.
    fn orders(&self, charges: &[usize]) -> Vec<&'a OrderReport> {
        let mut ids: Vec<&str> = Vec::new();
        for order in charges.iter().filter_map(|&at| self.charge(at)).flat_map(|charge| &charge.orders) {
            if !ids.contains(&order.order_id.as_str()) {
                ids.push(&order.order_id);
            }
        }
        ids.into_iter().filter_map(|id| self.order(id)).collect()
    }

    fn order(&self, id: &str) -> Option<&'a OrderReport> {
        // The report has them by their numbers; one that was changed by hand may not.
        let orders = &self.report.orders;
        let found = orders.binary_search_by(|order| order.order_id.as_str().cmp(id)).ok();
        found.and_then(|at| orders.get(at)).or_else(|| orders.iter().find(|order| order.order_id == id))
    }

    fn format(&self, charge: &ChargeReport) -> Option<&'a str> {
        let source = self.report.sources.iter().find(|source| source.id == charge.source)?;
        source.format.as_deref()
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn by_day(a: &ChargeReport, b: &ChargeReport) -> std::cmp::Ordering {
    // What has no day comes last.
    (a.date.is_none(), &a.date).cmp(&(b.date.is_none(), &b.date))
}
