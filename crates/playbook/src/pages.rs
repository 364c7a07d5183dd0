//! The catalogue as pages in both languages: what each finding says and asks for, and how each step is done.
//! Made from the words and the table of advice; the tests see that what is published is what they make.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use crate::advice::{advice, rules};
use crate::{StepId, When, Words};

struct Page {
    lang: &'static str,
    file: &'static str,
    opening: &'static str,
    findings: &'static str,
    steps: &'static str,
    why: &'static str,
    check: &'static str,
    then: &'static str,
}

const PAGES: [Page; 2] = [
    Page {
        lang: "en",
        file: "steps.md",
        opening: "# Findings and what to do then\n\nWhat the person reads, without the values of a case. Addresses are those for Japan. Made from `crates/playbook`; in Japanese: [steps.ja.md](steps.ja.md).\n",
        findings: "Findings",
        steps: "Steps",
        why: "Why it matters",
        check: "How to check",
        then: "What to do then",
    },
    Page {
        lang: "ja",
        file: "steps.ja.md",
        opening: "# 見つけることと、そのときにすること\n\n画面に出る言葉から、1件ごとの値を除いたものです。アドレスは日本向けです。`crates/playbook` から作られています。英語版は [steps.md](steps.md)。\n",
        findings: "見つけること",
        steps: "すること",
        why: "なぜ大切か",
        check: "確かめ方",
        then: "このときにすること",
    },
];

fn page(page: &Page) -> String {
    let words = Words::new(page.lang);
    let nothing = BTreeMap::new();
    let said = |id: &str| words.text(id, &nothing).unwrap();
    let attribute = |id: &str, name: &str| words.attribute(id, name, &nothing).unwrap();
    let mut text = format!("{}\n## {}\n", page.opening, page.findings);
    for rule in rules() {
        let id = format!("finding-{rule}");
        write!(
            text,
            "\n### {} (`{rule}`)\n\n{}\n\n* {}: {}\n* {}: {}\n",
            attribute(&id, "title"),
            said(&id),
            page.why,
            attribute(&id, "why"),
            page.check,
            attribute(&id, "next")
        )
        .unwrap();
        let steps = asked_for(rule);
        if !steps.is_empty() {
            writeln!(text, "* {}:", page.then).unwrap();
        }
        for (when, step) in steps {
            let when = said(&format!("when-{}", when.as_str()));
            let name = step.as_str();
            writeln!(text, "  * {when}: [{}](#{name})", said(&format!("step-{name}"))).unwrap();
        }
    }
    write!(text, "\n## {}\n", page.steps).unwrap();
    for step in StepId::ALL {
        let name = step.as_str();
        let id = format!("step-{name}");
        write!(
            text,
            "\n<a id=\"{name}\"></a>\n\n### {} (`{name}`)\n\n{}\n\n{}\n",
            said(&id),
            attribute(&id, "why"),
            attribute(&id, "how")
        )
        .unwrap();
    }
    text
}

/// Soonest first, each step once.
fn asked_for(rule: &str) -> Vec<(When, StepId)> {
    let advice = advice(rule).unwrap();
    let mut steps = BTreeMap::new();
    for (when, step) in advice.steps.iter().chain(advice.beside_unexplained) {
        steps.entry(*step).or_insert(*when);
    }
    let mut steps: Vec<(When, StepId)> = steps.into_iter().map(|(step, when)| (when, step)).collect();
    steps.sort();
    steps
}

#[test]
fn the_published_pages_are_made_from_the_words() {
    for one in &PAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(one.file);
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, page(one)).unwrap();
        }
        let published = fs::read_to_string(&path).unwrap_or_default();
        assert!(published == page(one), "docs/{} is out of date: run with UPDATE_GOLDEN=1", one.file);
    }
}
