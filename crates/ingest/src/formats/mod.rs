//! One room a family: what is known of each file people have.

pub(crate) mod account;
pub(crate) mod amazon;
pub(crate) mod mail;
pub(crate) mod notice;
pub(crate) mod orders;
#[cfg(feature = "documents")]
pub(crate) mod paper;
pub(crate) mod statements;
pub(crate) mod typed;
#[cfg(feature = "documents")]
pub(crate) mod workbook;
