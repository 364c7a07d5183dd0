//! Made-up households with the truth of every row: a life is lived ([`life`]), and only then written down as the
//! statements and exports that a person would have ([`files`]). What happened is known, so nobody labels by hand.
//!
//! How Amazon charges follows `docs/matching.md` and the conventions of `fixtures/cases/README.md`; all names,
//! cards and orders are invented.

mod files;
mod life;
mod profiles;

pub use profiles::{ELSEWHERE, PROFILES, Profile, SITUATIONS};

use crate::households::Household;

/// The household of a profile; the same for the same seed.
#[must_use]
pub fn made(profile: &Profile, seed: u64) -> Household {
    files::household(&life::Life::lived(profile, seed), seed)
}
