//! What to do next, in order of time, and the words for everything the report says.
//!
//! Which step a finding asks for, in which order, and by when, whom to turn to and with which letter is data: `data/*.toml`.
//! The words are Fluent catalogues, `locales/<language>/*.ftl`; the page and the command line render the same ones.
//! `page/` in the same folder is what only the page and the widget say.

mod advice;
mod contact;
mod deadline;
mod letter;
mod money_back;
mod plan;
mod region;
mod step;
#[cfg(feature = "words")]
mod words;

pub use advice::{advised_for, rules, rules_asking};
pub use contact::{Contact, all_contacts, contacts, contacts_for};
pub use deadline::{Charged, Clock, From, clocks, expected};
pub use letter::{Letter, UNAUTHORISED, dispute_classes, dispute_of, letters};
pub use money_back::{MoneyBack, money_back};
pub use plan::{
    CLOCKED, Circumstances, Concern, Fact, Level, NOT_MINE, NOT_MINE_WITH_ORDER, Payee, Step, not_mine, plan,
};
pub use region::{Home, Region};
pub use step::{StepId, When};
#[cfg(feature = "words")]
pub use words::Words;

/// Every argument a finding may carry. Those it does not carry reach the words as `none`.
#[cfg(any(feature = "words", test))]
pub(crate) const ARGS: [&str; 28] = [
    "amount",
    "currency",
    "date",
    "merchant",
    "service",
    "orderId",
    "item",
    "count",
    "days",
    "until",
    "from",
    "to",
    "plan",
    "plans",
    "oldAmount",
    "newAmount",
    "card",
    "clock",
    "holder",
    "seller",
    "address",
    "device",
    "file",
    "region",
    "site",
    "limit",
    "subject",
    "together",
];

#[cfg(feature = "words")]
#[cfg(test)]
mod another_language;
#[cfg(test)]
mod catalogues;
#[cfg(test)]
mod facts;
#[cfg(test)]
#[path = "../languages.rs"]
mod languages;
#[cfg(test)]
mod letters;
#[cfg(feature = "words")]
#[cfg(test)]
mod pages;
#[cfg(test)]
mod region_page;
#[cfg(test)]
mod seed_map;
