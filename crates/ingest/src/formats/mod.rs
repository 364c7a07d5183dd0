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

/// The name of a letter up to its `;`, and what stands behind: such names are short.
pub(crate) fn reference(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 12;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    Some((text.get(..end)?, text.get(end + 1..)?))
}
