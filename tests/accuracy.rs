//! How right the reports are on labelled households, those of the fixtures and made-up ones.
//! `cargo test -p mioboe-tests --test accuracy -- --nocapture` prints the tables; `MIOBOE_SEEDS` asks for more
//! households of each profile.

use mioboe_tests::households::households;
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
