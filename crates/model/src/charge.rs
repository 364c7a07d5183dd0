//! Rows of card, bank and wallet statements.

use chrono::NaiveDate;

use crate::{Money, OrderId, Place};

/// One row of a statement: a charge, or money back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct Charge {
    pub place: Place,
    /// The day of use as the statement has it; a few rows (fees) have none.
    #[cfg_attr(feature = "held", serde(default, deserialize_with = "crate::held::day"))]
    pub date: Option<NaiveDate>,
    /// The day the bank booked it, where the file has both.
    #[cfg_attr(feature = "held", serde(default, deserialize_with = "crate::held::day"))]
    pub posted: Option<NaiveDate>,
    /// As in the file.
    pub merchant: String,
    /// What the issuer adds around the shop's name taken off (`ＶＩＳＡ国内利用　VS `, `利用国USA`); for comparing only.
    pub name: String,
    /// Every other describing cell of the row, joined by one space.
    pub memo: String,
    /// Positive: money out. Negative: money back.
    pub amount: Money,
    /// The sum in the shop's currency, where the file prints one.
    pub foreign: Option<Money>,
    /// Digits of the card, as many as the file shows.
    pub card: Option<String>,
    /// These are the number's first digits, which are all that some issuers show, and not its last.
    pub card_first: bool,
    pub holder: Option<Holder>,
    pub status: Status,
    /// An Amazon order number printed on the statement itself.
    pub order_id: Option<OrderId>,
    /// What it was paid with, where the person said so.
    pub paid_by: Option<PaidBy>,
}

/// What a charge was paid with. It decides whom to turn to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum PaidBy {
    Card,
    Debit,
    Prepaid,
    /// On the bill of a mobile carrier.
    PhoneBill,
    /// Paidy and the like.
    PayLater,
    /// Amazon's own gift balance or points.
    GiftBalance,
    /// Through Apple or Google.
    AppStore,
}

impl PaidBy {
    pub const ALL: [Self; 7] = [
        Self::Card,
        Self::Debit,
        Self::Prepaid,
        Self::PhoneBill,
        Self::PayLater,
        Self::GiftBalance,
        Self::AppStore,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Debit => "debit",
            Self::Prepaid => "prepaid",
            Self::PhoneBill => "phone-bill",
            Self::PayLater => "pay-later",
            Self::GiftBalance => "gift-balance",
            Self::AppStore => "app-store",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paid_by| paid_by.code() == code)
    }
}

/// A charge as the person types it, before anything is read into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Empty or `?` where they do not know.
    pub day: String,
    pub amount: String,
    /// Empty: that of their home.
    pub currency: String,
    /// As shown to them; empty where nothing was.
    pub merchant: String,
    pub paid_by: Option<PaidBy>,
    /// The last digits of the card.
    pub card: String,
}

/// Whose card it is, as the statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Holder {
    /// The contract holder.
    Own(String),
    /// A family card, or a further holder block.
    Family(String),
}

impl Holder {
    pub fn text(&self) -> &str {
        match self {
            Self::Own(text) | Self::Family(text) => text,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Status {
    Posted,
    /// Authorised, not booked yet: it may still change or fall away.
    Pending,
}
