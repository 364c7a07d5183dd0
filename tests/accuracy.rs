//! How right the reports are on labelled households, those of the fixtures and made-up ones.
//! `cargo test -p mioboe-tests --test accuracy -- --nocapture` prints the tables; `MIOBOE_SEEDS` asks for more
//! households of each profile.

use mioboe_engine::Member;
use mioboe_tests::households::{households, report_of};
use mioboe_tests::made::{ELSEWHERE, PROFILES, made};
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

#[test]
fn made_up_households_are_judged_rightly() {
    let seeds = std::env::var("MIOBOE_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(SEEDS);
    let mut all = Score::default();
    for profile in PROFILES.iter().chain(&ELSEWHERE) {
        let mut score = Score::default();
        for seed in 0..seeds {
            let household = made(profile, seed);
            let report = household.report();
            judge(&household, &report, &mut score);
            judge(&household, &report, &mut all);
        }
        println!("{:<15} {}", profile.name, score.line());
    }
    all.print();
    all.check();
}
