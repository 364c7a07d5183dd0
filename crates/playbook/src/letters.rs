//! Tests over `data/letters.toml`: the letters the page fills in, and what each needs.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::catalogues::{Catalogue, languages};
use crate::{Region, StepId, rules};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    dispute: BTreeMap<String, Dispute>,
    letter: Vec<Letter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dispute {
    rules: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Letter {
    pub(crate) id: String,
    step: String,
    form: String,
    /// Everywhere, where none is named.
    #[serde(default)]
    regions: Vec<String>,
    /// Ways of paying; all, where none is named.
    #[serde(default)]
    paid: Vec<String>,
    /// The language of the text, where it is not the page's.
    #[serde(default)]
    written_in: Option<String>,
    pub(crate) variables: Vec<String>,
}

pub(crate) fn letters() -> Vec<Letter> {
    table().letter
}

/// Classes of dispute, each with words of its own.
pub(crate) fn disputes() -> Vec<String> {
    table().dispute.into_keys().collect()
}

fn table() -> Table {
    toml::from_str(include_str!("../data/letters.toml")).unwrap()
}

#[test]
fn a_letter_uses_the_variables_it_lists_and_no_other() {
    for lang in languages() {
        let catalogue = Catalogue::read(&lang);
        for letter in letters() {
            let listed: BTreeSet<String> = letter.variables.iter().cloned().collect();
            assert_eq!(catalogue.variables(&letter.id), listed, "{lang} {}", letter.id);
        }
    }
}

#[test]
fn every_dispute_names_known_rules_and_no_rule_has_two() {
    let known: BTreeSet<&str> = rules().collect();
    let mut seen = BTreeSet::new();
    for (class, dispute) in table().dispute {
        for rule in dispute.rules {
            assert!(known.contains(rule.as_str()), "{class}: {rule}");
            assert!(seen.insert(rule.clone()), "{rule} twice");
        }
    }
}

#[test]
fn every_law_has_one_letter_for_the_issuers_of_cards() {
    for law in Region::ALL {
        let fitting = letters().into_iter().filter(|letter| {
            letter.form == "letter"
                && letter.regions.iter().any(|known| known == law.as_str())
                && letter.paid.iter().any(|paid| paid == "card")
        });
        assert_eq!(fitting.count(), 1, "{law:?}");
    }
}

#[test]
fn every_letter_belongs_to_a_step() {
    for letter in letters() {
        assert!(StepId::ALL.iter().any(|step| step.as_str() == letter.step), "{}", letter.id);
    }
}

#[test]
fn nothing_asks_for_a_full_card_number_or_a_password() {
    for letter in letters() {
        for name in &letter.variables {
            assert!(
                !name.contains("number") && !name.contains("password") && !name.contains("pin"),
                "{name}"
            );
        }
    }
}

#[test]
fn a_letter_in_another_language_is_the_same_in_every_catalogue() {
    for letter in letters() {
        let Some(original) = &letter.written_in else { continue };
        let wanted = Catalogue::read(original);
        for lang in languages() {
            let same = Catalogue::read(&lang).value(&letter.id) == wanted.value(&letter.id);
            assert!(same, "{lang}: {} is to be in {original}", letter.id);
        }
    }
}
