//! Rows of card, bank and wallet statements.

use chrono::NaiveDate;

use crate::{Money, OrderId, Place};

/// One row of a statement: a charge, or money back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    pub place: Place,
    /// The day of use as the statement has it; a few rows (fees) have none.
    pub date: Option<NaiveDate>,
    /// The day the bank booked it, where the file has both.
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
}

/// Whose card it is, as the statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
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
pub enum Status {
    Posted,
    /// Authorised, not booked yet: it may still change or fall away.
    Pending,
}
