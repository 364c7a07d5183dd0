//! What is disputed, the letters that fit, and the values that they are filled with.

use mioboe_model::sorted::Set;
use mioboe_model::text::lower;
use mioboe_model::{Currency, Money, PaidBy};
use mioboe_playbook::{Letter, StepId, UNAUTHORISED, dispute_classes, dispute_of, letters};
use rust_decimal::Decimal;

use super::plan::is_amazon;
use super::standing::decimal;
use super::{View, number};
use crate::{
    AnswerCode, ChargeReport, Deed, Dispute, FindingReport, Group, LetterReport, Matter, Sum, Traced,
};

/// Findings that tell what happened to the account.
const SIGNS: [&str; 4] = ["new-device", "new-sign-in", "new-address", "card-added"];
/// Tells of a charge as well, so it speaks only where none of the others does.
const SIGN_WITH_CHARGE: &str = "new-device-spend";
const CHARGED_TWICE: &str = "charged-twice";

impl<'a> View<'a> {
    /// The class of dispute; `None` where neither a finding nor the person disputes the charge.
    fn dispute_of(&self, at: usize) -> Option<&'static str> {
        let charge = self.charge(at)?;
        let is_flagged = charge.verdict == "flagged";
        // "Not mine" says more than a finding that only asks.
        if self.answers.get(&at) == Some(&AnswerCode::NotMine) && !is_flagged {
            return Some(UNAUTHORISED);
        }
        let rules = self.findings(charge).map(|finding| finding.rule.as_str());
        let found = charge.cause.as_deref().into_iter().chain(rules).find_map(dispute_of);
        found.or(is_flagged.then_some(UNAUTHORISED))
    }

    /// A class at a time, those first that somebody is asked about.
    pub(super) fn disputes(&self, asked: &[usize]) -> Vec<Dispute> {
        let is_asked: Set<usize> = asked.iter().copied().collect();
        // What is explained or another shop's, and of which nothing was found, is no dispute.
        let may_be = |at: usize| match self.group(at) {
            Group::Settled => false,
            Group::Explained | Group::Other => {
                self.charge(at).is_some_and(|charge| !charge.findings.is_empty())
            }
            _ => !is_asked.contains(&at),
        };
        let others = (0..self.report.charges.len()).filter(|&at| may_be(at));
        let mut disputes: Vec<(&str, Vec<usize>, Vec<usize>)> = Vec::new();
        let classed = asked.iter().map(|&at| (at, self.dispute_of(at).or(Some(UNAUTHORISED))));
        for (at, class) in classed.chain(others.map(|at| (at, self.dispute_of(at)))) {
            let Some(class) = class else { continue };
            let place = disputes.iter().position(|(known, ..)| *known == class).unwrap_or_else(|| {
                disputes.push((class, Vec::new(), Vec::new()));
                disputes.len() - 1
            });
            if let Some((_, charges, others)) = disputes.get_mut(place) {
                if is_asked.contains(&at) { charges.push(at) } else { others.push(at) }
            }
        }
        disputes
            .into_iter()
            .map(|(class, charges, others)| {
                let about = if charges.is_empty() { &others } else { &charges };
                Dispute {
                    class: class.to_owned(),
                    letters: self.fitting(about).map(|letter| letter.id.to_owned()).collect(),
                    charges: self.ids(&charges),
                    others: self.ids(&others),
                }
            })
            .collect()
    }

    pub(super) fn letters_of(&self, step: StepId, charges: &[usize]) -> Vec<String> {
        let of_step = self.fitting(charges).filter(|letter| letter.step == step);
        of_step.map(|letter| letter.id.to_owned()).collect()
    }

    /// The letters that serve here: those of the law that counts and of how it was paid, to a seller only where there is one, to
    /// Amazon only about its own charges.
    fn fitting(&self, charges: &[usize]) -> impl Iterator<Item = &'static Letter> {
        let seller = self.seller(charges).is_some();
        let mut of = charges.iter().filter_map(|&at| self.charge(at));
        let amazons = charges.is_empty() || of.any(|charge| charge.service != "other");
        let ways: Vec<PaidBy> = self.ways(charges).into_iter().collect();
        letters(self.home.law, &ways).into_iter().filter(move |letter| {
            (seller || !letter.variables.contains(&"seller"))
                && (amazons || !matches!(letter.step, StepId::ContactAmazon | StepId::Escalate))
        })
    }

    /// About the charges that the person named, or about those they said are not theirs, or about all of the dispute that comes first.
    pub(super) fn matter(&self, asked: &[usize]) -> Matter {
        let class = |at: usize| self.dispute_of(at).unwrap_or(UNAUTHORISED);
        let mut charges: Vec<usize> = if let Some(about) = &self.said.about {
            about.iter().filter_map(|id| self.adviser.charge_at(id)).collect()
        } else {
            let denied: Vec<usize> = asked.iter().copied().filter(|&at| self.is_not_mine(at)).collect();
            let likely = if denied.is_empty() { asked } else { &denied };
            let first = likely.first().map(|&at| class(at));
            likely.iter().copied().filter(|&at| Some(class(at)) == first).collect()
        };
        self.sort_by_day(&mut charges);
        let chosen = self.said.dispute.as_deref();
        let dispute = dispute_classes()
            .find(|known| chosen == Some(known))
            .or_else(|| charges.first().map(|&at| class(at)))
            .unwrap_or(UNAUTHORISED);
        let orders = self.orders(&charges);
        Matter {
            dispute: dispute.to_owned(),
            letters: self.fitting(&charges).map(letter_report).collect(),
            twins: self.twins(&charges, dispute),
            sums: self.sums_of(&charges),
            cards: self.cards(&charges),
            issuer: self.issuer(&charges).map(str::to_owned),
            seller: self.seller(&charges).map(str::to_owned),
            orders: orders.iter().map(|order| order.order_id.clone()).collect(),
            traced: self.traced_all(&charges),
            paid: self.paid_all(&charges),
            details: self.details(&charges, dispute),
            signs: self.signs(),
            records: self.records(),
            contacted: self.contacted(),
            family_asked: self.said.steps.iter().any(|step| step.done && step.step == "check-family"),
            charges: self.ids(&charges),
        }
    }

    /// The first seller that is not Amazon itself.
    fn seller(&self, charges: &[usize]) -> Option<&'a str> {
        let sellers = self.orders(charges).into_iter().filter_map(|order| order.seller.as_deref());
        sellers.filter(|seller| !seller.is_empty()).find(|seller| !is_amazon(seller))
    }

    /// Whose statement it is, where all charges are on statements of one form, and that form is one issuer's own.
    fn issuer(&self, charges: &[usize]) -> Option<&'a str> {
        let mut formats = charges.iter().map(|&at| self.format(self.charge(at)?));
        let first = formats.next()??;
        let is_alone = formats.all(|format| format == Some(first));
        (is_alone && mioboe_ingest::account_of(first).is_some()).then_some(first)
    }

    /// The last four digits, and no more of a longer number.
    fn cards(&self, charges: &[usize]) -> Vec<String> {
        let mut cards: Vec<String> = Vec::new();
        for charge in charges.iter().filter_map(|&at| self.charge(at)).filter(|charge| !charge.card_first) {
            let card = charge.card.as_deref().unwrap_or_default();
            let last = card.len().checked_sub(4).and_then(|from| card.get(from..)).unwrap_or_default();
            let is_last = last.len() == 4 && last.bytes().all(|digit| digit.is_ascii_digit());
            if is_last && !cards.iter().any(|known| known == last) {
                cards.push(last.to_owned());
            }
        }
        cards
    }

    /// Each currency by itself, in the order in which they come.
    pub(super) fn sums_of(&self, charges: &[usize]) -> Vec<Sum> {
        let mut sums: Vec<(&str, Decimal)> = Vec::new();
        for charge in charges.iter().filter_map(|&at| self.charge(at)) {
            let amount = decimal(&charge.amount);
            match sums.iter_mut().find(|(currency, _)| *currency == charge.currency) {
                Some((_, sum)) => *sum = sum.saturating_add(amount),
                None => sums.push((&charge.currency, amount)),
            }
        }
        let plain = |currency: &str, sum: Decimal| {
            Currency::parse(currency)
                .and_then(|it| Money::new(sum, it))
                .map_or_else(|| sum.to_string(), |it| it.plain())
        };
        sums.into_iter()
            .map(|(currency, sum)| Sum { currency: currency.to_owned(), amount: plain(currency, sum) })
            .collect()
    }

    /// The one way in which all of it was paid.
    fn paid_all(&self, charges: &[usize]) -> Option<String> {
        let mut ways = self.ways(charges).into_iter();
        let first = ways.next()?;
        ways.next().is_none().then(|| first.code().to_owned())
    }

    /// Of charges of which different things are true nothing more can be said.
    fn traced_all(&self, charges: &[usize]) -> Traced {
        let mut all = charges.iter().filter_map(|&at| self.charge(at)).map(|charge| self.traced(charge));
        match all.next() {
            Some(first) if all.all(|other| other == first) => first,
            _ => Traced::Some,
        }
    }

    fn traced(&self, charge: &ChargeReport) -> Traced {
        if !charge.orders.is_empty() {
            return Traced::Order;
        }
        match charge.service.as_str() {
            "amazon-pay" => Traced::AmazonPay,
            "other" => Traced::OtherShop,
            "look-alike" => Traced::LookAlike,
            _ => {
                let span = self.report.coverage.orders.as_ref().filter(|_| charge.verdict != "notCovered");
                let is_covered = span
                    .zip(charge.date.as_ref())
                    .is_some_and(|(span, day)| span.from <= *day && *day <= span.to);
                if is_covered { Traced::None } else { Traced::Uncovered }
            }
        }
    }

    /// What the findings that made it this dispute say: sums, days and orders.
    fn details(&self, charges: &[usize], dispute: &str) -> Vec<u32> {
        if dispute == UNAUTHORISED {
            return Vec::new();
        }
        let is_own = |finding: &FindingReport| {
            dispute_of(&finding.rule) == Some(dispute)
                && charges
                    .iter()
                    .filter_map(|&at| self.charge(at))
                    .any(|charge| finding.charges.contains(&charge.id))
        };
        self.where_findings(is_own)
    }

    fn signs(&self) -> Vec<u32> {
        let found = self.where_findings(|finding| SIGNS.contains(&finding.rule.as_str()));
        if found.is_empty() { self.where_findings(|finding| finding.rule == SIGN_WITH_CHARGE) } else { found }
    }

    fn where_findings(&self, holds: impl Fn(&FindingReport) -> bool) -> Vec<u32> {
        let findings = self.report.findings.iter().enumerate();
        findings.filter(|(_, finding)| holds(finding)).map(|(at, _)| number(at)).collect()
    }

    /// Of a charge made twice, the other one: not part of what is disputed, and what shows that it is one too many.
    fn twins(&self, charges: &[usize], dispute: &str) -> Vec<String> {
        if dispute != CHARGED_TWICE {
            return Vec::new();
        }
        let disputed: Vec<&ChargeReport> = charges.iter().filter_map(|&at| self.charge(at)).collect();
        let together: Vec<&FindingReport> =
            self.report.findings.iter().filter(|it| dispute_of(&it.rule) == Some(CHARGED_TWICE)).collect();
        let is_twin = |twin: &ChargeReport, charge: &ChargeReport| {
            (&charge.amount, &charge.currency) == (&twin.amount, &twin.currency)
                && (charge.orders.iter().any(|a| twin.orders.iter().any(|b| a.order_id == b.order_id))
                    || together
                        .iter()
                        .any(|it| it.charges.contains(&charge.id) && it.charges.contains(&twin.id)))
        };
        let others = self.report.charges.iter().filter(|twin| disputed.iter().all(|it| it.id != twin.id));
        let twins = others.filter(|twin| disputed.iter().any(|charge| is_twin(twin, charge)));
        twins.map(|twin| twin.id.clone()).collect()
    }

    /// Each contact with its answer, and each ticked step with its note, by day.
    fn records(&self) -> Vec<Deed> {
        let told = self.said.contacts.iter().map(|contact| Deed {
            day: Some(contact.day.clone()),
            step: None,
            whom: Some(contact.whom.clone()),
            answer: contact.answer.clone(),
        });
        let done = self.said.steps.iter().filter(|step| step.done).map(|step| Deed {
            day: step.done_on.clone(),
            step: Some(step.step.clone()),
            whom: None,
            answer: step.note.clone(),
        });
        let mut records: Vec<Deed> = told.chain(done).collect();
        records.sort_by(|a, b| a.day.cmp(&b.day));
        records
    }

    /// The day Amazon was spoken to, by the log of contacts or by a ticked step.
    fn contacted(&self) -> Option<String> {
        let is_amazon = |whom: &str| lower(whom).contains("amazon") || whom.contains("アマゾン");
        let logged =
            self.said.contacts.iter().filter(|contact| is_amazon(&contact.whom)).map(|it| &it.day).min();
        let ticked = self.said.steps.iter().find(|step| step.done && step.step == "contact-amazon");
        logged.or_else(|| ticked?.done_on.as_ref()).cloned()
    }
}

fn letter_report(letter: &Letter) -> LetterReport {
    LetterReport {
        id: letter.id.to_owned(),
        step: letter.step.as_str().to_owned(),
        form: letter.form.to_owned(),
        written_in: letter.written_in.map(str::to_owned),
        variables: letter.variables.iter().map(|&name| name.to_owned()).collect(),
    }
}
