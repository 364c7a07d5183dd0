//! The table of advice: which finding asks for which steps. Written by the build script from `data/advice.toml`.

use mioboe_model::PaidBy;

use crate::{StepId, When};

/// What one rule's findings ask for.
#[derive(Debug)]
pub(crate) struct RuleAdvice {
    pub(crate) name: &'static str,
    /// Nothing the person gave accounts for its charges.
    pub(crate) unexplained: bool,
    /// Its charges may be the person's own: nothing that was given tells.
    pub(crate) open: bool,
    pub(crate) steps: &'static [(When, StepId)],
    /// Asked for as well where another finding has an unexplained charge.
    pub(crate) beside_unexplained: &'static [(When, StepId)],
}

include!(concat!(env!("OUT_DIR"), "/advice.rs"));

/// What a rule's findings ask for, soonest first, each step once.
pub fn advised_for(rule: &str) -> Vec<(When, StepId)> {
    let Some(advice) = advice(rule) else { return Vec::new() };
    let mut steps: Vec<(When, StepId)> = Vec::new();
    for (when, step) in advice.steps.iter().chain(advice.beside_unexplained) {
        if !steps.iter().any(|(_, known)| known == step) {
            steps.push((*when, *step));
        }
    }
    steps.sort();
    steps
}

/// Rules whose findings ask for a step, in alphabetical order.
pub fn rules_asking(step: StepId) -> impl Iterator<Item = &'static str> {
    let asks = move |rule: &&RuleAdvice| {
        rule.steps.iter().chain(rule.beside_unexplained).any(|(_, asked)| *asked == step)
    };
    RULES.iter().filter(asks).map(|rule| rule.name)
}

/// Names of every rule the table knows, in alphabetical order.
pub fn rules() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.name)
}

pub(crate) fn advice(rule: &str) -> Option<&'static RuleAdvice> {
    RULES.iter().chain(SAID).find(|advice| advice.name == rule)
}

/// What is done in place of a step where it was paid so; the step itself where nothing else is said.
pub(crate) fn instead(step: StepId, paid_by: PaidBy) -> &'static [StepId] {
    let other = INSTEAD.iter().find(|(paid, of, _)| *paid == paid_by.code() && *of == step);
    other.map_or_else(|| step.alone(), |(_, _, others)| others)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use mioboe_rules::FINDINGS;

    use super::*;

    #[test]
    fn the_table_holds_every_rule_and_no_other() {
        let rules: BTreeSet<&str> = rules().collect();
        assert_eq!(rules, BTreeSet::from(FINDINGS));
    }

    #[test]
    fn every_way_of_paying_is_a_known_one() {
        for (paid_by, _, _) in INSTEAD {
            assert!(PaidBy::parse(paid_by).is_some(), "{paid_by}");
        }
    }

    #[test]
    fn steps_stand_in_the_order_the_table_gives() {
        assert_eq!(ORDER, StepId::ALL);
    }

    #[test]
    fn every_step_can_be_reached() {
        let situations =
            [ALWAYS, ASKED, CALM, FLAGGED, SEVERAL_UNEXPLAINED, NO_ORDERS_GIVEN, NO_STATEMENT_GIVEN];
        let rules = RULES.iter().chain(SAID).flat_map(|rule| [rule.steps, rule.beside_unexplained]);
        let reached: BTreeSet<StepId> =
            situations.into_iter().chain(rules).flatten().map(|(_, step)| *step).collect();
        let instead = INSTEAD.iter().flat_map(|(_, _, others)| *others).copied();
        let reached: BTreeSet<StepId> = reached.into_iter().chain(instead).collect();
        for step in StepId::ALL {
            assert!(reached.contains(step), "{}", step.as_str());
        }
    }
}
