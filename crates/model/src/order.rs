//! What Amazon's own files say was bought, paid and given back.

use std::fmt;

use crate::{Money, Place, When};

/// `250-1234567-1234567`, `D01-1234567-1234567`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(String);

impl OrderId {
    /// One letter or digit, one or two digits, then groups: `[A-Z0-9]\d{2}-\d{7}(-\d{7})?`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut parts = text.split('-');
        let (head, first, second, end) = (parts.next()?, parts.next()?, parts.next(), parts.next());
        let digits = |part: &str| part.len() == 7 && part.bytes().all(|b| b.is_ascii_digit());
        let mut bytes = head.bytes();
        let head_fits = head.len() == 3
            && bytes.next().is_some_and(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
            && bytes.all(|b| b.is_ascii_digit());
        (head_fits && digits(first) && second.is_none_or(digits) && end.is_none())
            .then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_digital(&self) -> bool {
        self.0.starts_with('D')
    }
}

impl fmt::Display for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One item line of one shipment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    pub place: Place,
    pub order_id: OrderId,
    pub ordered: Option<When>,
    /// Several where one line was sent in several parts; empty where it was not sent.
    pub shipped: Vec<When>,
    pub item: String,
    pub asin: Option<String>,
    pub seller: Option<String>,
    pub quantity: Option<u32>,
    /// What this line cost: tax and its share of shipping included, discounts off.
    pub total: Money,
    /// The price of one unit with tax, where the file has it.
    pub unit: Option<Money>,
    pub status: OrderStatus,
    pub pay: PayLegs,
    /// Where it went, as the file has it; compared, shown, never interpreted.
    pub address: Option<String>,
    /// `Amazon.co.jp`.
    pub website: Option<String>,
    /// 定期おトク便 / Subscribe & Save.
    pub scheduled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderStatus {
    Closed,
    /// Placed, not charged or sent yet: the sum may still change.
    Authorized,
    Cancelled,
    Unknown,
}

/// What an order was paid with. Files name the means, not the sums.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PayLegs {
    /// Last digits of the cards named.
    pub cards: Vec<String>,
    /// Gift-card balance or points are named: a card pays at most the total.
    pub balance: bool,
    /// False where the file says nothing at all of the means.
    pub known: bool,
}

impl PayLegs {
    /// No card is among the means: nothing of it can be on a card statement.
    pub fn without_card(&self) -> bool {
        self.known && self.cards.is_empty() && self.balance
    }
}

/// A digital order or the period of a plan, its money components summed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigitalOrder {
    /// All rows of all files that it was put together from; the first is the main one.
    pub places: Vec<Place>,
    pub order_id: OrderId,
    pub ordered: When,
    pub item: String,
    pub publisher: Option<String>,
    pub seller: Option<String>,
    /// Price, tax and negative promotions added up.
    pub total: Money,
    pub status: OrderStatus,
    pub renewal: Option<Renewal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    Signup,
    Renewal,
}

/// Money promised or paid back for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    pub place: Place,
    pub order_id: OrderId,
    /// When it was paid out; for one not paid out, when it was promised.
    pub when: When,
    /// Positive.
    pub amount: Money,
    pub status: RefundStatus,
    /// It went to the gift-card balance or to points: no card statement will show it.
    pub to_balance: bool,
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundStatus {
    Completed,
    Pending,
    /// Skipped or cancelled: no money moves.
    Void,
}

/// What Amazon itself lists as one movement on a card: the best evidence of a charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    pub place: Place,
    pub order_ids: Vec<OrderId>,
    pub day: When,
    /// Positive: money out. Negative: money back.
    pub amount: Money,
    /// Last digits of the card, where named.
    pub card: Option<String>,
}
