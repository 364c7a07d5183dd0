//! The table of advice: which finding asks for which steps. Written by the build script from `data/advice.toml`.

use crate::{StepId, When};

/// What one rule's findings ask for.
#[derive(Debug)]
pub(crate) struct RuleAdvice {
    pub(crate) name: &'static str,
    /// Nothing the person gave accounts for its charges.
    pub(crate) unexplained: bool,
    pub(crate) steps: &'static [(When, StepId)],
    /// Asked for as well where another finding has an unexplained charge.
    pub(crate) beside_unexplained: &'static [(When, StepId)],
}

include!(concat!(env!("OUT_DIR"), "/advice.rs"));

/// Names of every rule the table knows, in alphabetical order.
pub fn rules() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.name)
}

pub(crate) fn advice(rule: &str) -> Option<&'static RuleAdvice> {
    RULES.iter().find(|advice| advice.name == rule)
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
    fn steps_stand_in_the_order_the_table_gives() {
        assert_eq!(ORDER, StepId::ALL);
    }

    #[test]
    fn every_step_can_be_reached() {
        let situations = [ALWAYS, CALM, FLAGGED, SEVERAL_UNEXPLAINED, NO_ORDERS_GIVEN, NO_STATEMENT_GIVEN];
        let rules = RULES.iter().flat_map(|rule| [rule.steps, rule.beside_unexplained]);
        let reached: BTreeSet<StepId> =
            situations.into_iter().chain(rules).flatten().map(|(_, step)| *step).collect();
        for step in StepId::ALL {
            assert!(reached.contains(step), "{}", step.as_str());
        }
    }
}
