//! The letters there are, and the class of dispute that a finding makes.

use mioboe_model::PaidBy;

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
    /// Only about what was paid in one of these ways; in any, where none is named.
    pub paid: &'static [PaidBy],
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

/// The letters of a law about what was paid in these ways, in the order of the table. One that names laws takes the place of those
/// that are for no law in particular.
pub fn letters(law: Region, ways: &[PaidBy]) -> Vec<&'static Letter> {
    let ways = if ways.is_empty() { &[PaidBy::Card] } else { ways };
    let is_named = LETTERS.iter().any(|letter| letter.regions.contains(&law) && letter.is_about(ways));
    let law = if is_named { law } else { Region::Elsewhere };
    let is_of = |letter: &Letter| letter.regions.is_empty() || letter.regions.contains(&law);
    LETTERS.iter().filter(|letter| is_of(letter) && letter.is_about(ways)).collect()
}

impl Letter {
    /// What was paid by way of somebody else is another letter's.
    fn is_about(&self, ways: &[PaidBy]) -> bool {
        let Some(first) = self.paid.first() else { return true };
        let mut own = ways.iter().filter(|way| holder(**way) == holder(*first)).peekable();
        own.peek().is_some() && own.all(|way| self.paid.contains(way))
    }
}

/// Cards of every kind have an issuer; all other money is held by somebody of its own kind.
fn holder(way: PaidBy) -> PaidBy {
    match way {
        PaidBy::Debit | PaidBy::Prepaid => PaidBy::Card,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(law: Region, ways: &[PaidBy], step: StepId, expect: &[&str]) {
        let of_step = letters(law, ways).into_iter().filter(|letter| letter.step == step);
        assert_eq!(of_step.map(|letter| letter.id).collect::<Vec<_>>(), expect, "{law:?} {ways:?}");
    }

    #[test]
    fn the_letter_to_an_issuer_goes_by_law_and_by_card() {
        let issuer = StepId::ContactCardIssuer;
        let phone = "letter-issuer-phone";
        check(Region::Us, &[], issuer, &[phone, "letter-us-fcba"]);
        check(Region::Us, &[PaidBy::Card], issuer, &[phone, "letter-us-fcba"]);
        check(Region::Us, &[PaidBy::Debit], issuer, &[phone, "letter-us-reg-e"]);
        check(Region::Us, &[PaidBy::Card, PaidBy::Debit], issuer, &[phone, "letter-issuer-letter"]);
        check(Region::Us, &[PaidBy::Card, PaidBy::PhoneBill], issuer, &[phone, "letter-us-fcba"]);
        check(Region::Ca, &[PaidBy::Debit], issuer, &[phone, "letter-issuer-note"]);
        check(Region::Jp, &[PaidBy::Card], issuer, &[phone, "letter-issuer-letter"]);
    }

    #[test]
    fn other_money_has_letters_of_its_own() {
        for (way, step, letter) in [
            (PaidBy::PhoneBill, StepId::ContactPhoneCompany, "letter-carrier-phone"),
            (PaidBy::PayLater, StepId::ContactPayLater, "letter-pay-later-message"),
            (PaidBy::AppStore, StepId::CheckAppStore, "letter-app-store-message"),
        ] {
            for law in Region::ALL {
                check(law, &[way], step, &[letter]);
                check(law, &[way], StepId::ContactCardIssuer, &[]);
                check(law, &[PaidBy::Card], step, &[]);
            }
        }
    }
}
