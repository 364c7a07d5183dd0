//! One room a family: what is known of each file people have.

pub(crate) mod account;
pub(crate) mod amazon;
pub(crate) mod mail;
pub(crate) mod orders;
pub(crate) mod statements;
