//! What each charge is, and what stands out: the catalogue of explanations, questions and flags.
//!
//! A rule sees the facts and gives opinions; it changes nothing and does not know the other rules. Where several
//! speak of one charge, `RANKS` decides, and nothing else does.

mod answers;
mod catalogue;
mod coverage;
mod facts;
#[cfg(test)]
mod kit;
mod opinion;
#[cfg(not(target_family = "wasm"))]
mod page;
mod plans;
mod refunds;

pub use answers::{Answer, Answers, hidden};
pub use catalogue::RULES;
pub use coverage::{Account, Coverage, Gap, GapKind};
pub use facts::{Facts, Household};
pub use opinion::{Args, Level, Opinion, Rule, Verdict};
#[cfg(not(target_family = "wasm"))]
pub use page::catalogue_page;
pub use plans::{Cadence, Plan, Renewal};
pub use refunds::{Promise, PromiseState};

/// Which opinion a charge gets where several rules speak of it: the first in this list.
///
/// What is proven wrong comes before what is proven right, questions about an order before the plain
/// explanation by it, and every explanation before 'nothing known'.
const RANKS: [&str; 36] = [
    "look-alike-merchant",
    "charge-reversed",
    "new-device-spend",
    "gift-card-burst",
    "refund-missing",
    "hold-released",
    "charged-twice",
    "cancelled-but-charged",
    "charged-after-cancelling",
    "ambiguous",
    "amount-differs",
    "instalment",
    "shared-account",
    "repeat-purchase",
    "trial-ended",
    "price-changed",
    "subscription",
    "digital-order",
    "refund",
    "part-paid",
    "combined",
    "shipment",
    "order",
    "amazon-pay",
    "other-service",
    "unknown-amazon-name",
    "family-card",
    "pending",
    "subscription-unproven",
    "could-be-plan",
    "card-without-orders",
    "not-covered",
    "small-then-large",
    "no-order",
    "unclaimed-credit",
    "other",
];

/// Every cause that other programs rely on.
pub const CAUSES: [&str; 32] = [
    "order",
    "shipment",
    "combined",
    "part-paid",
    "digital-order",
    "subscription",
    "refund",
    "hold-released",
    "charge-reversed",
    "instalment",
    "family-card",
    "shared-account",
    "repeat-purchase",
    "ambiguous",
    "amount-differs",
    "trial-ended",
    "price-changed",
    "amazon-pay",
    "subscription-unproven",
    "could-be-plan",
    "other-service",
    "unknown-amazon-name",
    "pending",
    "no-order",
    "charged-twice",
    "cancelled-but-charged",
    "charged-after-cancelling",
    "refund-missing",
    "small-then-large",
    "gift-card-burst",
    "look-alike-merchant",
    "new-device-spend",
];

/// Every name under which something is pointed out: those of judged charges and those of notes.
pub const FINDINGS: [&str; 48] = [
    "family-card",
    "shared-account",
    "repeat-purchase",
    "ambiguous",
    "amount-differs",
    "instalment",
    "trial-ended",
    "price-changed",
    "amazon-pay",
    "subscription-unproven",
    "could-be-plan",
    "small-check",
    "recurs-monthly",
    "other-service",
    "unknown-amazon-name",
    "pending",
    "no-order",
    "charged-twice",
    "cancelled-but-charged",
    "charged-after-cancelling",
    "refund-missing",
    "small-then-large",
    "gift-card-burst",
    "look-alike-merchant",
    "new-device-spend",
    "explained-refund",
    "charge-reversed",
    "trial-started",
    "renewal-coming",
    "marketplace-seller",
    "duplicate-row",
    "new-device",
    "new-sign-in",
    "new-address",
    "card-added",
    "orders-end-early",
    "orders-start-late",
    "no-order-file",
    "no-digital-file",
    "card-without-orders",
    "region-not-exported",
    "order-not-in-files",
    "day-unknown",
    "statement-missing",
    "mail-entered",
    "mail-dangerous",
    "file-not-read",
    "rows-not-read",
];

/// Questions about a charge whose order is known: once answered, the order is all there is to say.
const QUESTIONS_OF_KNOWN_ORDERS: [&str; 7] = [
    "ambiguous",
    "amount-differs",
    "instalment",
    "shared-account",
    "repeat-purchase",
    "trial-ended",
    "price-changed",
];

/// Findings about money that is owed whoever made the purchase: no answer silences them.
pub const MONEY_OWED: [&str; 4] =
    ["charged-twice", "cancelled-but-charged", "charged-after-cancelling", "refund-missing"];

/// What is said of one charge in the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub verdict: Verdict,
    pub cause: Option<&'static str>,
    /// 0 to 100.
    pub confidence: u8,
    pub orders: Vec<usize>,
    /// What the person said of it before.
    pub answered: Option<Answer>,
}

/// The outcome of all rules.
pub struct Judgement {
    /// One entry for each charge of the reading.
    pub charges: Vec<Judged>,
    /// What stands out; opinions that lost against another are not among them.
    pub findings: Vec<Opinion>,
}

pub fn judge(facts: &Facts<'_>) -> Judgement {
    let opinions: Vec<Opinion> = RULES.iter().flat_map(|rule| (rule.run)(facts)).collect();
    let winners = winners(facts, &opinions);
    let charges: Vec<Judged> = winners
        .iter()
        .enumerate()
        .map(|(charge, held)| judged(facts, charge, held.and_then(|index| opinions.get(index))))
        .collect();
    let findings = opinions
        .into_iter()
        .enumerate()
        .filter_map(|(index, mut opinion)| {
            let is_silenced = opinion.level? > Level::Info && !MONEY_OWED.contains(&opinion.rule);
            if opinion.verdict.is_some() {
                // The charges for which another rule knew better are not this finding's.
                let is_own = |charge: usize| {
                    winners.get(charge).copied().flatten() == Some(index)
                        && !(is_silenced && facts.is_settled(charge))
                };
                let also = std::mem::take(&mut opinion.also);
                opinion.charges.retain(|charge| is_own(*charge) || also.contains(charge));
                opinion.also = also;
                let own = opinion.charges.iter().any(|&charge| opinion.is_about(charge));
                own.then_some(opinion)
            } else if opinion.only_in_doubt {
                opinion.charges.retain(|&charge| is_in_doubt(&charges, charge));
                (!opinion.charges.is_empty()).then_some(opinion)
            } else {
                Some(opinion)
            }
        })
        .collect();
    Judgement { charges, findings }
}

/// By charge the opinion that counts: the first in rank, and of one rank the first given.
fn winners(facts: &Facts<'_>, opinions: &[Opinion]) -> Vec<Option<usize>> {
    // What the person said comes first: who did not buy it sees what speaks against it before what explains it,
    // and who did is not asked again.
    let rank = |charge: usize, opinion: &Opinion| {
        let last = match facts.answered(charge) {
            None => false,
            Some(Answer::NotMine) => opinion.level != Some(Level::Flag),
            Some(_) => QUESTIONS_OF_KNOWN_ORDERS.contains(&opinion.rule),
        };
        (last, RANKS.iter().position(|name| *name == opinion.rule).unwrap_or(RANKS.len()))
    };
    let mut winners: Vec<Option<usize>> = vec![None; facts.reading.charges.len()];
    for (index, opinion) in opinions.iter().enumerate().filter(|(_, opinion)| opinion.verdict.is_some()) {
        for &charge in opinion.charges.iter().filter(|&&charge| opinion.is_about(charge)) {
            let Some(slot) = winners.get_mut(charge) else { continue };
            let better = slot
                .and_then(|held| opinions.get(held))
                .is_none_or(|held| rank(charge, opinion) < rank(charge, held));
            if better {
                *slot = Some(index);
            }
        }
    }
    winners
}

fn judged(facts: &Facts<'_>, charge: usize, held: Option<&Opinion>) -> Judged {
    let answered = facts.answered(charge);
    match held {
        Some(opinion) => Judged {
            verdict: opinion.verdict.unwrap_or(Verdict::Other),
            cause: opinion.cause,
            confidence: opinion.confidence,
            orders: opinion.orders.clone(),
            answered,
        },
        None => Judged { verdict: Verdict::Other, cause: None, confidence: 50, orders: Vec::new(), answered },
    }
}

fn is_in_doubt(charges: &[Judged], charge: usize) -> bool {
    charges.get(charge).is_some_and(|judged| matches!(judged.verdict, Verdict::Ask | Verdict::Flagged))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_a_rule_that_speaks_of_it() {
        for cause in CAUSES {
            assert!(RULES.iter().any(|rule| rule.speaks_of.contains(&cause)), "{cause}");
        }
    }

    #[test]
    fn every_rule_has_a_rank_and_a_page_with_all_headings() {
        for rule in RULES {
            for heading in ["## What it says", "## Why it matters", "## When it stays quiet", "## Source"] {
                assert!(rule.docs.contains(heading), "{}: {heading}", rule.name);
            }
            let ranked = rule.speaks_of.iter().all(|name| RANKS.contains(name));
            assert!(ranked, "{}", rule.name);
        }
    }
}
