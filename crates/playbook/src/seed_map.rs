//! Tests over `docs/seed-map.md`: no line of the advice is left out, and what it names is there.

use std::collections::BTreeSet;

use crate::letters::letters;
use crate::{StepId, rules};

const MAP: &str = include_str!("../../../docs/seed-map.md");

/// Rows of the tables, as cells.
fn rows() -> Vec<Vec<&'static str>> {
    MAP.lines()
        .filter_map(|line| line.strip_prefix("| "))
        .filter(|row| !row.starts_with("Line"))
        .map(|row| row.trim_end_matches('|').split('|').map(str::trim).collect())
        .collect()
}

fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_line_of_the_advice_stands_in_it_once() {
    let sections = [('A', 8), ('B', 5), ('C', 5), ('D', 6), ('E', 6), ('F', 4)];
    let mut expected: Vec<String> = sections
        .into_iter()
        .flat_map(|(section, lines)| (1..=lines).map(move |line| format!("{section}{line}")))
        .collect();
    expected.push("G".to_owned());
    let lines: Vec<&str> = rows().iter().map(|row| row[0]).collect();
    assert_eq!(lines, expected);
}

#[test]
fn every_line_names_steps_that_exist() {
    for row in rows() {
        assert!(names(row[2]).next().is_some(), "{}", row[0]);
        for name in names(row[2]) {
            assert!(StepId::ALL.iter().any(|step| step.as_str() == name), "{}: {name}", row[0]);
        }
    }
}

#[test]
fn every_line_has_a_test() {
    for row in rows() {
        assert!(names(row[5]).next().is_some(), "{}", row[0]);
    }
}

#[test]
fn rules_and_letters_it_names_exist() {
    let rules: BTreeSet<&str> = rules().collect();
    let letters = letters();
    for row in rows() {
        for name in names(row[3]) {
            assert!(rules.contains(name), "{}: {name}", row[0]);
        }
        for name in names(row[4]) {
            assert!(letters.iter().any(|letter| letter.id == name), "{}: {name}", row[0]);
        }
    }
}

#[test]
fn every_step_and_letter_stands_in_it() {
    for step in StepId::ALL {
        assert!(MAP.contains(&format!("`{}`", step.as_str())), "{}", step.as_str());
    }
    for letter in letters() {
        assert!(MAP.contains(&format!("`{}`", letter.id)), "{}", letter.id);
    }
}

#[test]
fn every_line_of_a_b_and_d_has_a_test_with_one_charge_alone() {
    for row in rows().iter().filter(|row| row[0].starts_with(['A', 'B', 'D'])) {
        assert!(names(row[6]).next().is_some(), "{}", row[0]);
    }
}

#[test]
fn tests_it_names_exist() {
    let sources = [
        ("plan", include_str!("plan.rs")),
        ("catalogues", include_str!("catalogues.rs")),
        ("letters", include_str!("letters.rs")),
        ("words", include_str!("words.rs")),
        ("facts", include_str!("facts.rs")),
        ("refunds", include_str!("../../rules/src/refunds.rs")),
        ("monthly", include_str!("../../../tests/monthly.rs")),
        ("mail", include_str!("../../mail/src/tests.rs")),
        ("mails", include_str!("../../../tests/mails.rs")),
        ("accuracy", include_str!("../../../tests/accuracy.rs")),
        ("advise", include_str!("../../../tests/advise.rs")),
        ("contact", include_str!("contact.rs")),
        ("letters.test", include_str!("../../../www/test/screens/case/letters.test.ts")),
        ("exports.test", include_str!("../../../www/test/screens/case/exports.test.ts")),
        ("charges.test", include_str!("../../../www/test/screens/charges.test.ts")),
        ("plan.test", include_str!("../../../www/test/screens/plan.test.ts")),
        ("could_be_plan", include_str!("../../rules/src/catalogue/could_be_plan.rs")),
        ("cli", include_str!("../../../tests/cli.rs")),
        ("one-charge", include_str!("../../../tests/browser/one-charge.spec.ts")),
        ("questions", include_str!("../../../tests/browser/questions.spec.ts")),
        ("texts", include_str!("../../../tests/browser/texts.spec.ts")),
        ("stories", include_str!("../../../tests/browser/stories.spec.ts")),
    ];
    for row in rows() {
        for name in row[5..].iter().flat_map(|cell| names(cell)) {
            let (module, test) = name.split_once("::").unwrap();
            let (_, source) = sources.iter().find(|(known, _)| *known == module).unwrap();
            let written = [format!("fn {test}("), format!("('{test}'"), format!("(`{test}`")];
            assert!(written.iter().any(|it| source.contains(it)), "{}: {name}", row[0]);
        }
    }
}
