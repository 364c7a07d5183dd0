//! The letters there are, and the class of dispute that a finding makes.

use crate::{Region, StepId};

/// A letter, a message or a script that is filled in. Its words are the message `id`.
#[derive(Debug)]
pub struct Letter {
    pub id: &'static str,
    /// The step that sends it.
    pub step: StepId,
    /// `message`, `script`, `letter`, `summary`.
    pub form: &'static str,
    /// Everywhere, where none is named.
    pub regions: &'static [Region],
    /// The language of its text, where that is not the reader's.
    pub written_in: Option<&'static str>,
    pub variables: &'static [&'static str],
}

// Written by the build script from `data/letters.toml`.
include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// What a dispute is where no rule says more.
pub const UNAUTHORISED: &str = "unauthorised";

/// The class of dispute that a rule's findings are.
pub fn dispute_of(rule: &str) -> Option<&'static str> {
    DISPUTES.iter().find(|(_, rules)| rules.contains(&rule)).map(|(class, _)| *class)
}

/// Every class there is.
pub fn dispute_classes() -> impl Iterator<Item = &'static str> {
    DISPUTES.iter().map(|(class, _)| *class)
}

/// The letters of a region, in the order of the table.
pub fn letters(region: Region) -> impl Iterator<Item = &'static Letter> {
    let is_named = LETTERS.iter().any(|letter| letter.regions.contains(&region));
    let region = if is_named { region } else { Region::Elsewhere };
    LETTERS.iter().filter(move |letter| letter.regions.is_empty() || letter.regions.contains(&region))
}
