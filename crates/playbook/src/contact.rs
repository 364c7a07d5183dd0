//! Whom to turn to: addresses and numbers to type, each with the day it was last seen to be right.

use crate::{Home, StepId};

/// An address or a number. Its words are `contact-<id>` and `contact-<id>.about`.
#[derive(Debug)]
pub struct Contact {
    pub id: &'static str,
    /// A law, or a country of its own.
    pub region: &'static str,
    /// The step it helps with.
    pub step: StepId,
    /// `web`, `phone`, `mail`, `place`.
    pub kind: &'static str,
    /// Only for cards whose statement formats begin like this.
    pub issuer: &'static str,
    /// Empty where only the person can find it: on the back of the card.
    pub value: &'static str,
    pub date: &'static str,
}

// Written by the build script from `data/contacts.toml`.
include!(concat!(env!("OUT_DIR"), "/contacts.rs"));

/// All there are, in the order of the table.
pub fn all_contacts() -> impl Iterator<Item = &'static Contact> {
    CONTACTS.iter()
}

/// All of a home, in the order of the table.
pub fn contacts(home: &Home) -> impl Iterator<Item = &'static Contact> {
    CONTACTS.iter().filter(move |contact| home.is_in(contact.region))
}

/// Those that help with a step about charges of statements of these formats; `any_issuer`: those of each issuer, where nobody
/// knows whose the card is.
pub fn contacts_for(
    step: StepId,
    home: &Home,
    formats: &[&str],
    any_issuer: bool,
) -> impl Iterator<Item = &'static Contact> {
    contacts(home).filter(move |contact| {
        contact.step == step
            && (any_issuer
                || contact.issuer.is_empty()
                || formats.iter().any(|it| it.starts_with(contact.issuer)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_named_only_to_its_own_customers() {
        let ids = |formats: &[&str]| -> Vec<&str> {
            let contacts = contacts_for(StepId::ContactCardIssuer, Home::of("jp"), formats, false);
            contacts.map(|contact| contact.id).collect()
        };
        assert_eq!(ids(&["rakuten"]), ["card-back-jp", "rakuten-detection"]);
        assert_eq!(ids(&[]), ["card-back-jp"]);
    }
}
