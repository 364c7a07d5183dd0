//! Where each charge stands after the answers, and what that adds up to.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mioboe_model::sorted::{Map, Set};
use mioboe_model::{Currency, Money};
use mioboe_rules::MONEY_OWED;
use rust_decimal::Decimal;

use super::{View, number};
use crate::{
    AnswerCode, AnsweredCharge, ChargeReport, Counts, Group, Headline, HeadlineCode, MoneyBack, OpenBecause,
    Report, Span, StepOfCharge, TileSums, TotalsReport,
};

/// Where a charge is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tile {
    Flagged,
    Ask,
    NotCovered,
    Explained,
    Other,
}

impl Tile {
    fn of(group: Group) -> Self {
        match group {
            Group::NotMine | Group::Flagged => Self::Flagged,
            Group::Ask => Self::Ask,
            Group::NotCovered => Self::NotCovered,
            Group::Explained | Group::Settled => Self::Explained,
            Group::Other => Self::Other,
        }
    }
}

impl Counts {
    fn count(&mut self, tile: Tile) {
        *match tile {
            Tile::Flagged => &mut self.flagged,
            Tile::Ask => &mut self.ask,
            Tile::NotCovered => &mut self.not_covered,
            Tile::Explained => &mut self.explained,
            Tile::Other => &mut self.other,
        } += 1;
    }
}

/// Whether the charge is flagged for money that is owed: that the purchase is theirs does not settle it.
pub(super) fn is_owed(report: &Report, charge: &ChargeReport) -> bool {
    let owed = |rule: &str| MONEY_OWED.contains(&rule);
    let mut findings =
        charge.findings.iter().filter_map(|&at| report.findings.get(usize::try_from(at).ok()?));
    charge.verdict == "flagged"
        && (charge.cause.as_deref().is_some_and(owed) || findings.any(|finding| owed(&finding.rule)))
}

pub(super) fn groups(report: &Report, answers: &Map<usize, AnswerCode>) -> Vec<Group> {
    let group = |(at, charge): (usize, &ChargeReport)| match answers.get(&at) {
        Some(AnswerCode::NotMine) => Group::NotMine,
        Some(_) if !is_owed(report, charge) => Group::Settled,
        // It was explained by the person's word alone, and that was taken back.
        None if charge.evidence.iter().any(|code| code == "order-named") => Group::Ask,
        _ => by_verdict(charge),
    };
    report.charges.iter().enumerate().map(group).collect()
}

fn by_verdict(charge: &ChargeReport) -> Group {
    match charge.verdict.as_str() {
        "flagged" => Group::Flagged,
        "ask" => Group::Ask,
        "notCovered" => Group::NotCovered,
        "explained" => Group::Explained,
        _ => Group::Other,
    }
}

pub(super) struct Tally {
    pub(super) counts: Counts,
    pub(super) months: BTreeMap<String, Counts>,
    pub(super) sums: BTreeMap<String, TileSums>,
}

/// Sums under each tile, in the order of [`Tile`].
struct Tiles([Decimal; 5]);

impl View<'_> {
    pub(super) fn tally(&self) -> Tally {
        let mut counts = Counts::default();
        let mut months: Map<&str, Counts> = Map::new();
        // Charges of one month mostly stand together: its counts are looked for once for all of them.
        let mut rest: &[ChargeReport] = &self.report.charges;
        let mut groups = self.groups.iter();
        while let Some(first) = rest.first() {
            let month = month_of(first);
            let together = rest.iter().take_while(|charge| month_of(charge) == month).count();
            rest = rest.get(together..).unwrap_or_default();
            let mut of_month = month.map(|month| months.entry(month).or_default());
            for group in groups.by_ref().take(together) {
                let tile = Tile::of(*group);
                counts.count(tile);
                if let Some(counts) = &mut of_month {
                    counts.count(tile);
                }
            }
        }
        let months = months.into_iter().map(|(month, counts)| (month.to_owned(), counts)).collect();
        Tally { counts, months, sums: self.sums() }
    }

    /// The report's own sums, with what was answered where the answers put it.
    fn sums(&self) -> BTreeMap<String, TileSums> {
        let mut sums: Map<&str, Tiles> =
            self.report.totals.iter().map(|(currency, totals)| (currency.as_str(), tiles(totals))).collect();
        for (at, charge) in self.report.charges.iter().enumerate() {
            let (from, to) = (Tile::of(by_verdict(charge)), Tile::of(self.group(at)));
            if from == to {
                continue;
            }
            let Some(Tiles(sums)) = sums.get_mut(charge.currency.as_str()) else { continue };
            let amount = decimal(&charge.amount);
            for (tile, change) in [(from, -amount), (to, amount)] {
                if let Some(sum) = sums.get_mut(tile as usize) {
                    // Saturates instead of failing: no statement comes near the limit of 28 digits.
                    *sum = sum.saturating_add(change);
                }
            }
        }
        let plain = |currency: &str, sum: Decimal| {
            Currency::parse(currency)
                .and_then(|it| Money::new(sum, it))
                .map_or_else(|| sum.to_string(), |it| it.plain())
        };
        sums.into_iter()
            .map(|(currency, Tiles([flagged, ask, not_covered, explained, other]))| {
                let sums = TileSums {
                    flagged: plain(currency, flagged),
                    ask: plain(currency, ask),
                    not_covered: plain(currency, not_covered),
                    explained: plain(currency, explained),
                    other: plain(currency, other),
                };
                (currency.to_owned(), sums)
            })
            .collect()
    }

    /// The one thing to know.
    pub(super) fn headline(&self, counts: &Counts) -> Headline {
        let Counts { flagged, ask, not_covered, explained, .. } = *counts;
        let (code, count) = if 0 < flagged {
            (HeadlineCode::Flagged, flagged)
        } else if 0 < ask && 0 < not_covered {
            // "Just" would be wrong where others cannot be judged yet.
            (HeadlineCode::AskAndOpen, ask)
        } else if 0 < ask {
            (HeadlineCode::Ask, ask)
        } else if 0 < not_covered && explained == 0 {
            (HeadlineCode::NotCovered, not_covered)
        } else if 0 < not_covered {
            (HeadlineCode::PartlyCovered, not_covered)
        } else if 0 < explained {
            (HeadlineCode::Clear, explained)
        } else {
            (HeadlineCode::NoAmazon, 0)
        };
        let (because, day) = if 0 < not_covered { self.why_open() } else { (None, None) };
        Headline { code, count, open: not_covered, because, day }
    }

    /// Why nothing can be said of some: most often the order file is older than the last charges.
    fn why_open(&self) -> (Option<OpenBecause>, Option<String>) {
        let coverage = &self.report.coverage;
        let Some(orders) = &coverage.orders else { return (Some(OpenBecause::NoOrders), None) };
        let open = |kind: &str| -> u32 {
            let gaps = coverage.gaps.iter().filter(|gap| gap.kind == kind && gap.account.is_none());
            gaps.map(|gap| gap.charges).fold(0, u32::saturating_add)
        };
        match (open("orders-end-early"), open("orders-start-late")) {
            (0, 0) => (Some(OpenBecause::Else), None),
            (end, start) if start <= end => (Some(OpenBecause::OrdersEnd), Some(orders.to.clone())),
            _ => (Some(OpenBecause::OrdersStart), Some(orders.from.clone())),
        }
    }

    pub(super) fn answered(&self) -> Vec<AnsweredCharge> {
        self.answers
            .iter()
            .filter_map(|(&at, &answer)| {
                let charge = self.charge(at)?;
                let group = self.group(at);
                let steps = if answer == AnswerCode::NotMine { self.steps_of(at) } else { Vec::new() };
                Some(AnsweredCharge {
                    charge: charge.id.clone(),
                    answer,
                    group,
                    laid_to_rest: group == Group::Settled && self.is_laid_to_rest(charge),
                    steps: steps
                        .into_iter()
                        .map(|(when, step)| StepOfCharge {
                            step: step.as_str().to_owned(),
                            when: when.as_str().to_owned(),
                        })
                        .collect(),
                })
            })
            .collect()
    }

    /// Whether the person's own word ends the matter: something was open, and no money is owed.
    fn is_laid_to_rest(&self, charge: &ChargeReport) -> bool {
        let owed = |rule: &str| MONEY_OWED.contains(&rule);
        let mut findings =
            charge.findings.iter().filter_map(|&at| self.report.findings.get(usize::try_from(at).ok()?));
        matches!(by_verdict(charge), Group::Flagged | Group::Ask | Group::NotCovered)
            && !charge.cause.as_deref().is_some_and(owed)
            && !findings.any(|finding| owed(&finding.rule))
    }

    /// The charges that somebody else is asked about, by day.
    pub(super) fn asked(&self) -> Vec<usize> {
        let is_asked = |group: &Group| matches!(group, Group::NotMine | Group::Flagged);
        let mut asked: Vec<usize> =
            self.groups.iter().enumerate().filter(|(_, group)| is_asked(group)).map(|(at, _)| at).collect();
        self.sort_by_day(&mut asked);
        asked
    }

    pub(super) fn owed(&self) -> Vec<String> {
        let owed = self.report.charges.iter().filter(|charge| is_owed(self.report, charge));
        owed.map(|charge| charge.id.clone()).collect()
    }

    pub(super) fn sort_by_day(&self, charges: &mut [usize]) {
        charges.sort_by(|&a, &b| match (self.charge(a), self.charge(b)) {
            (Some(a), Some(b)) => super::by_day(a, b),
            _ => std::cmp::Ordering::Equal,
        });
    }

    pub(super) fn prices(&self) -> Vec<crate::PriceChange> {
        let mut changes: Vec<(Option<&str>, crate::PriceChange)> = Vec::new();
        for (finding, report) in self.report.findings.iter().enumerate() {
            if !["price-changed", "trial-ended"].contains(&report.rule.as_str()) {
                continue;
            }
            for id in &report.charges {
                let day = self.adviser.charge_at(id).and_then(|at| self.charge(at)?.date.as_deref());
                changes.push((day, crate::PriceChange { finding: number(finding), charge: id.clone() }));
            }
        }
        changes.sort_by(|(a, _), (b, _)| b.cmp(a));
        changes.into_iter().map(|(_, change)| change).collect()
    }

    /// Before the first day of the orders, and after the last.
    pub(super) fn uncovered(&self) -> Vec<Span> {
        let coverage = &self.report.coverage;
        let Some(statements) = &coverage.statements else { return Vec::new() };
        let Some(orders) = &coverage.orders else { return vec![statements.clone()] };
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let before = text(crate::day(&orders.from).and_then(|day| day.pred_opt()));
        let after = text(crate::day(&orders.to).and_then(|day| day.succ_opt()));
        let first = before.filter(|_| statements.from < orders.from);
        let last = after.filter(|_| orders.to < statements.to);
        let first = first.map(|to| Span { from: statements.from.clone(), to: to.min(statements.to.clone()) });
        let last =
            last.map(|from| Span { from: from.max(statements.from.clone()), to: statements.to.clone() });
        first.into_iter().chain(last).collect()
    }

    /// What is known of getting money back for what the findings of open charges speak of.
    pub(super) fn money_back(&self) -> Vec<MoneyBack> {
        let mut facts = Vec::new();
        for fact in mioboe_playbook::money_back(self.home) {
            let findings = self.report.findings.iter().filter(|it| fact.findings.contains(&it.rule.as_str()));
            let charges = findings.flat_map(|it| &it.charges).filter_map(|id| self.adviser.charge_at(id));
            let open: Set<usize> = charges.filter(|&at| self.group(at) != Group::Settled).collect();
            let charges: Vec<usize> = open.into_iter().collect();
            if !charges.is_empty() {
                let (id, date) = (fact.id.to_owned(), fact.date.to_owned());
                facts.push(MoneyBack { id, date, charges: self.ids(&charges) });
            }
        }
        facts
    }
}

/// `2026-09`.
fn month_of(charge: &ChargeReport) -> Option<&str> {
    charge.date.as_deref()?.get(..7)
}

fn tiles(totals: &TotalsReport) -> Tiles {
    let TotalsReport { explained, ask, flagged, not_covered, other, .. } = totals;
    Tiles([flagged, ask, not_covered, explained, other].map(|sum| decimal(sum)))
}

/// A plain decimal of the report; one that was changed by hand into none counts as nothing.
pub(super) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_default()
}
