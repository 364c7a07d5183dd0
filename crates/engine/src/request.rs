//! What the analysis is asked with.

use crate::TableGiven;

shape! {
    /// The circumstances of one analysis. The files come beside it.
    #[serde(deny_unknown_fields)]
    #[derive(Default)]
    pub struct Request {
        /// `2026-11-22`. The only clock there is.
        pub today: String,
        /// `+09:00`: where the person's days begin.
        pub utc_offset: String,
        /// `jp`, `us`, `uk`, `eu`, …: which facts and contacts apply.
        pub region: String,
        /// Who holds which card.
        #[serde(default)]
        pub household: Vec<Member>,
        /// What the person said of charges before.
        #[serde(default)]
        pub answers: Vec<AnswerGiven>,
        /// The salt of the hashes in `answers`; kept on the person's device only.
        #[serde(default)]
        pub salt: String,
        /// What they said of tables that nothing else explains.
        #[serde(default)]
        pub tables: Vec<TableGiven>,
        /// Charges that they typed, of which no file has come yet.
        #[serde(default)]
        pub charges: Vec<ChargeGiven>,
        /// Ids of mails that led the person somewhere where they entered something.
        #[serde(default)]
        pub entered: Vec<String>,
        /// Names of files that ended the engine when they were read. They are not among the files, and are named in the report.
        #[serde(default)]
        pub set_aside: Vec<String>,
        /// What an earlier analysis held, as it gave it, or the report of one that held nothing: the files are added to it.
        #[cfg(feature = "full")]
        #[serde(default)]
        pub kept: Option<String>,
    }
}

shape! {
    /// One charge as the person typed it. What cannot be read is a problem of the `typed` source and no error.
    #[serde(deny_unknown_fields)]
    pub struct ChargeGiven {
        /// `2026-11-03`; `null` or `?` where they do not know.
        #[serde(default)]
        pub date: Option<String>,
        /// As typed: `3980`, `３，９８０円`, `12.99`. Negative: money back.
        pub amount: String,
        /// ISO 4217; `null`: that of the region.
        #[serde(default)]
        pub currency: Option<String>,
        /// The text as shown to them; empty where there was none.
        #[serde(default)]
        pub merchant: String,
        /// `card`, `debit`, `prepaid`, `phone-bill`, `pay-later`, `gift-balance`, `app-store`; `null`: not said.
        #[serde(default)]
        pub paid_by: Option<String>,
        /// The card's last digits.
        #[serde(default)]
        pub card: Option<String>,
    }
}

shape! {
    /// An answer to one charge. The charge is named by a salted hash, so that what is kept tells nobody anything.
    #[serde(deny_unknown_fields)]
    pub struct AnswerGiven {
        /// Hex SHA-256 of `salt|date|amount|currency|card|NFKC(merchant)|n`, `n` counting equal rows from 1.
        pub charge: String,
        /// `me`, `family`, `notMine`.
        pub answer: String,
        /// Hex SHA-256 of `salt|order number`: the order that the person says it is; `null`: they named none.
        #[serde(default)]
        pub order: Option<String>,
    }
}

shape! {
    /// A person of the household and the last digits of their cards.
    #[serde(deny_unknown_fields)]
    pub struct Member {
        /// As the person calls them.
        pub name: String,
        /// The last digits, as the statement prints them: `1234`.
        pub cards: Vec<String>,
    }
}

/// The request cannot be understood: the caller's mistake, never the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRequest {
    /// `today` is no day like `2026-11-22`.
    Today(String),
    /// `utcOffset` is not like `+09:00`.
    UtcOffset(String),
    /// An answer is none of `me`, `family`, `notMine`.
    Answer(String),
    /// What is said of a table is none of the known codes.
    Table(String),
    /// `paidBy` is none of the known codes.
    PaidBy(String),
    /// What was kept is not what an engine holds.
    #[cfg(feature = "full")]
    Kept,
}

impl std::fmt::Display for BadRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Today(text) => write!(f, "`{text}` is not a day like 2026-11-22"),
            Self::UtcOffset(text) => write!(f, "`{text}` is not an offset like +09:00"),
            Self::Table(text) => write!(f, "`{text}` says nothing of a table"),
            Self::PaidBy(text) => write!(f, "`{text}` is no way of paying"),
            #[cfg(feature = "full")]
            Self::Kept => f.write_str("what was kept is not what an analysis held"),
            Self::Answer(text) => write!(f, "`{text}` is not `me`, `family` or `notMine`"),
        }
    }
}

impl std::error::Error for BadRequest {}

#[cfg(feature = "schema")]
/// The JSON Schema (2020-12) of [`ChargeGiven`].
pub fn charge_given_schema() -> schemars::Schema {
    schemars::schema_for!(ChargeGiven)
}
