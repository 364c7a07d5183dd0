//! Tests over the dated facts: deadlines and contacts. Only the page shows them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{Home, StepId};

const DEADLINES: &str = include_str!("../data/deadlines.toml");
const CONTACTS: &str = include_str!("../data/contacts.toml");
const MONEY_BACK: &str = include_str!("../data/money-back.toml");

pub(crate) fn deadlines() -> Vec<String> {
    ids(DEADLINES, "deadline")
}

pub(crate) fn contacts() -> Vec<String> {
    ids(CONTACTS, "contact")
}

pub(crate) fn money_back() -> Vec<String> {
    ids(MONEY_BACK, "fact")
}

fn ids(file: &str, list: &str) -> Vec<String> {
    rows(file, list).iter().map(|row| text(row, "id")).collect()
}

fn rows(file: &str, list: &str) -> Vec<toml::Table> {
    let table: toml::Table = toml::from_str(file).unwrap();
    table[list].as_array().unwrap().iter().map(|row| row.as_table().unwrap().clone()).collect()
}

fn text(row: &toml::Table, key: &str) -> String {
    row.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned()
}

#[track_caller]
fn check(file: &str, list: &str) {
    for row in rows(file, list) {
        assert!(!text(&row, "source").is_empty(), "{row:?}");
        assert!(["A", "B"].contains(&text(&row, "grade").as_str()), "{row:?}");
        assert!(text(&row, "date").parse::<NaiveDate>().is_ok(), "{row:?}");
    }
}

#[test]
fn every_fact_has_a_source_a_date_and_a_grade_above_hearsay() {
    check(DEADLINES, "deadline");
    check(CONTACTS, "contact");
    check(MONEY_BACK, "fact");
}

#[test]
fn every_region_is_a_known_one() {
    for (file, list) in [(DEADLINES, "deadline"), (CONTACTS, "contact"), (MONEY_BACK, "fact")] {
        for row in rows(file, list) {
            let region = text(&row, "region");
            assert!(Home::all().any(|home| home.code == region), "{region}");
        }
    }
}

#[test]
fn no_id_stands_twice() {
    for list in [deadlines(), contacts(), money_back()] {
        let once: BTreeSet<&String> = list.iter().collect();
        assert_eq!(once.len(), list.len());
    }
}

#[test]
fn addresses_are_text_to_type_and_no_links() {
    for row in rows(CONTACTS, "contact") {
        let value = text(&row, "value");
        assert_eq!(value.is_empty(), text(&row, "kind") == "place", "{row:?}");
        assert!(!value.contains("://"), "{value}");
    }
}

/// People read of a source in their own language; where to look it up stays the same in each.
#[cfg(feature = "words")]
#[test]
fn the_source_of_a_contact_is_said_with_its_address() {
    for lang in crate::Words::languages() {
        let words = crate::Words::new(lang);
        for row in rows(CONTACTS, "contact") {
            let id = format!("contact-{}", text(&row, "id"));
            let said = words.attribute(&id, "source", &std::collections::BTreeMap::new()).unwrap_or_default();
            let source = text(&row, "source");
            let addresses = source.split([' ', ',', ';']).filter(|word| word.contains('.'));
            for address in addresses {
                assert!(said.to_lowercase().contains(address), "{lang} {id}: {said} without {address}");
            }
            // What was read in a copy of the page is said to be.
            let words_for_copy = [("ja", "写しで確認"), ("en", "read in a copy")];
            if let Some((_, copy)) = words_for_copy.iter().find(|(tag, _)| *tag == lang) {
                assert_eq!(said.contains(copy), source.contains("as mirrored"), "{lang} {id}");
            }
        }
    }
}

#[test]
fn every_contact_helps_with_a_step() {
    for row in rows(CONTACTS, "contact") {
        let step = text(&row, "step");
        assert!(StepId::ALL.iter().any(|known| known.as_str() == step), "{row:?}");
    }
}

#[test]
fn what_is_said_of_money_back_stands_beside_findings_that_exist_and_names_its_source() {
    for row in rows(MONEY_BACK, "fact") {
        let findings = row["findings"].as_array().unwrap();
        assert!(!findings.is_empty(), "{row:?}");
        for finding in findings {
            assert!(crate::rules().any(|rule| Some(rule) == finding.as_str()), "{finding:?}");
        }
        #[cfg(feature = "words")]
        for lang in crate::Words::languages() {
            let id = format!("back-{}", text(&row, "id"));
            let nothing = std::collections::BTreeMap::new();
            let said = crate::Words::new(lang).attribute(&id, "source", &nothing).unwrap_or_default();
            for address in text(&row, "source").split("; ") {
                assert!(said.contains(address), "{lang} {id}: {said} without {address}");
            }
        }
    }
}
