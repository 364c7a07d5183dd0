//! What is known of getting money back, beside the findings it concerns: each with its day, and no promise.

use crate::Home;

/// A fact. Its words are `back-<id>` and `back-<id>.source`.
#[derive(Debug)]
pub struct MoneyBack {
    pub id: &'static str,
    /// A law, or a country of its own.
    pub region: &'static str,
    /// Rules beside whose findings it is shown.
    pub findings: &'static [&'static str],
    pub date: &'static str,
}

// Written by the build script from `data/money-back.toml`.
include!(concat!(env!("OUT_DIR"), "/money_back.rs"));

/// All of a home, in the order of the table.
pub fn money_back(home: &Home) -> impl Iterator<Item = &'static MoneyBack> {
    MONEY_BACK.iter().filter(move |fact| home.is_in(fact.region))
}
