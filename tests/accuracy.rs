//! How right the reports are on labelled households, those of the fixtures and made-up ones.
//! `cargo test -p mioboe-tests --test accuracy -- --nocapture` prints the tables; `MIOBOE_SEEDS` asks for more
//! households of each profile.

use std::fs;
use std::path::Path;

use mioboe_engine::Member;
use mioboe_tests::files_below;
use mioboe_tests::households::{households, report_of};
use mioboe_tests::made::{ELSEWHERE, PROFILES, Profile, SITUATIONS, made};
use mioboe_tests::many::all_equal;
use mioboe_tests::score::{Score, judge};

/// Of each profile, in a run without `MIOBOE_SEEDS`.
const SEEDS: u64 = 2;

#[test]
fn labelled_households_are_judged_rightly() {
    let mut score = Score::default();
    for household in households() {
        judge(&household, &household.report(), &mut score);
    }
    score.print();
    score.check();
}

#[test]
fn an_order_of_the_partner_s_account_explains_a_charge_and_says_whose() {
    let family = PROFILES.iter().find(|profile| profile.name == "family").expect("a family");
    let household = made(family, 0);
    let mut request = household.request();
    request.household = vec![Member { name: "花子".to_owned(), cards: vec!["0384".to_owned()] }];
    let report = report_of(request, &household.contents);
    let source =
        |id: u32| report.sources.iter().find(|source| source.id == id).map(|source| source.name.as_str());
    let hers = report.charges.iter().filter(|charge| {
        let exports = charge.orders.iter().filter_map(|order| source(order.source?));
        exports.into_iter().any(|name| name.starts_with("Hanako.zip/"))
    });
    let hers: Vec<_> = hers.collect();
    assert!(hers.len() >= 5, "{}", hers.len());
    for charge in hers {
        assert_ne!(charge.verdict, "flagged", "{}", charge.id);
        assert_eq!(charge.holder.as_deref(), Some("花子"), "{}", charge.id);
    }
}

/// Nobody can say which of the orders was not charged, and finding that out must not take long.
#[test]
fn one_charge_less_than_equal_orders_ends_and_is_a_question() {
    let (many, fewer) = (all_equal(201), all_equal(200));
    let mut request = households()[0].request();
    request.today = many.today.to_string();
    let files = [
        ("orders.csv".to_owned(), many.orders.into_bytes()),
        ("statement.csv".to_owned(), fewer.statement.into_bytes()),
    ];
    let report = report_of(request, &files);
    assert_eq!(report.charges.len(), 200);
    assert!(report.charges.iter().all(|charge| !charge.orders.is_empty() && charge.verdict != "flagged"));
    let in_doubt =
        report.charges.iter().filter(|charge| charge.cause.as_deref() == Some("ambiguous")).count();
    assert!(in_doubt > 0);
    assert!(report.charges.iter().all(|charge| charge.alternatives.len() <= 12));
}

/// This issuer's files show how a number begins, which is no other number than the one that Amazon names by its end.
#[test]
fn first_digits_of_a_card_are_said_to_be_the_first_and_speak_of_no_new_card() {
    let all = households();
    let one = all.iter().find(|household| household.name == "typical-02-smbc-vpass").expect("the household");
    let report = one.report();
    let linked: Vec<_> = report.charges.iter().filter(|charge| !charge.orders.is_empty()).collect();
    assert!(linked.len() > 10, "{}", linked.len());
    for charge in linked {
        assert_eq!((charge.card.as_deref(), charge.card_first), (Some("4980"), true), "{}", charge.id);
        assert!(!charge.evidence.iter().any(|code| code.starts_with("card-")), "{:?}", charge.evidence);
    }
}

/// The page on matching names the test for each failure of other programs.
#[test]
fn every_test_that_the_page_on_matching_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("docs/matching.md")).expect("a page");
    let (_, rest) = page.split_once("## Where others go wrong").expect("a table");
    let (table, _) = rest.split_once("\n## ").expect("an end");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let named: Vec<&str> = rows.flat_map(|(_, tests)| tests.split('`').skip(1).step_by(2)).collect();
    assert!(named.len() > 30, "{}", named.len());
    let folders = ["crates/rules/src", "crates/reconcile/src", "tests"].map(|folder| root.join(folder));
    let files = folders.iter().flat_map(|folder| files_below(folder));
    let code = files.filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    let code: String = code.filter_map(|file| fs::read_to_string(file).ok()).collect();
    for name in named {
        assert!(
            code.contains(&format!("#[test]\n    fn {name}()"))
                || code.contains(&format!("#[test]\nfn {name}()")),
            "{name}"
        );
    }
}

#[test]
fn made_up_households_are_judged_rightly() {
    assert_judged_rightly(PROFILES.iter().chain(&ELSEWHERE));
}

#[test]
fn situations_of_public_reports_are_judged_rightly() {
    assert_judged_rightly(SITUATIONS.iter());
}

#[expect(clippy::print_stdout, reason = "prints its table")]
fn assert_judged_rightly<'a>(profiles: impl Iterator<Item = &'a Profile>) {
    let seeds = std::env::var("MIOBOE_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(SEEDS);
    let mut all = Score::default();
    for profile in profiles {
        let mut score = Score::default();
        for seed in 0..seeds {
            let household = made(profile, seed);
            let report = household.report();
            judge(&household, &report, &mut score);
            judge(&household, &report, &mut all);
        }
        println!("{:<18} {}", profile.name, score.line());
    }
    all.print();
    all.check();
}
