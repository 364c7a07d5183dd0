//! What Amazon's own files say was bought, paid and given back.

use std::fmt;
use std::rc::Rc;

use crate::{Money, Place, When};

/// `250-1234567-1234567`, `D01-1234567-1234567`.
///
/// Kept as a number: there is one in every line of every order, and maps, sorts and copies are made of them all the
/// time. Numbers stand in the order of their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(u64);

/// What a group of seven digits can say.
const GROUP: u64 = 10_000_000;

impl OrderId {
    /// One letter or digit, two digits, then groups: `[A-Z0-9]\d{2}-\d{7}(-\d{7})?`.
    pub fn parse(text: &str) -> Option<Self> {
        let (head, groups) = text.trim().as_bytes().split_at_checked(3)?;
        let (&letter, tail) = head.split_first()?;
        let letter = match letter {
            b'0'..=b'9' => letter - b'0',
            b'A'..=b'Z' => letter - b'A' + 10,
            _ => return None,
        };
        let (first, second) = groups.split_at_checked(8)?;
        // A shorter text stands before all that begin with it.
        let second = if second.is_empty() { 0 } else { 1 + group(second)? };
        let head = u64::from(letter) * 100 + number(tail)?;
        Some(Self((head * GROUP + group(first)?) * (GROUP + 1) + second))
    }

    pub fn is_digital(&self) -> bool {
        self.letter() == 'D'
    }

    fn letter(self) -> char {
        char::from_digit(self.head() / 100, 36).unwrap_or_default().to_ascii_uppercase()
    }

    fn head(self) -> u32 {
        u32::try_from(self.0 / (GROUP + 1) / GROUP).unwrap_or_default()
    }
}

/// `-1234567`.
fn group(bytes: &[u8]) -> Option<u64> {
    let (b'-', digits) = bytes.split_first()? else { return None };
    if digits.len() == 7 { number(digits) } else { None }
}

fn number(digits: &[u8]) -> Option<u64> {
    digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u64::from(digit - b'0')))
}

impl fmt::Display for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = (self.0 / (GROUP + 1) % GROUP, self.0 % (GROUP + 1));
        write!(f, "{}{:02}-{first:07}", self.letter(), self.head() % 100)?;
        match second.checked_sub(1) {
            Some(second) => write!(f, "-{second:07}"),
            None => Ok(()),
        }
    }
}

/// One item line of one shipment.
///
/// What is the same in nearly every line of an account is there once, and shared.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
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
    pub status: OrderStatus,
    pub pay: Rc<PayLegs>,
    /// Where it went, as the file has it; compared, shown, never interpreted.
    pub address: Option<Rc<str>>,
    /// `Amazon.co.jp`.
    pub website: Option<Rc<str>>,
    /// 定期おトク便 / Subscribe & Save.
    pub scheduled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum OrderStatus {
    Closed,
    /// Placed, not charged or sent yet: the sum may still change.
    Authorized,
    Cancelled,
    Unknown,
}

/// What an order was paid with. Files name the means, not the sums.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct PayLegs {
    /// Last digits of the cards named.
    pub cards: Vec<String>,
    /// Gift-card balance or points are named: a card pays at most the total.
    pub balance: bool,
    /// A phone's bill, cash at the door or at a shop, a company that is paid later: no card statement shows it.
    pub elsewhere: bool,
    /// False where the file says nothing at all of the means.
    pub known: bool,
}

impl PayLegs {
    /// No card is among the means: nothing of it can be on a card statement.
    pub fn without_card(&self) -> bool {
        self.known && self.cards.is_empty() && (self.balance || self.elsewhere)
    }
}

/// A digital order or the period of a plan, its money components summed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
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
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Renewal {
    Signup,
    Renewal,
}

/// Money promised or paid back for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
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
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum RefundStatus {
    Completed,
    Pending,
    /// Skipped or cancelled: no money moves.
    Void,
}

/// What Amazon itself lists as one movement on a card: the best evidence of a charge.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct Payment {
    pub place: Place,
    pub order_ids: Vec<OrderId>,
    pub day: When,
    /// Positive: money out. Negative: money back.
    pub amount: Money,
    /// Last digits of the card, where named.
    pub card: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::OrderId;

    #[test]
    fn ids_are_told_again_as_they_were_read() {
        for text in [
            "250-1234567-1234567",
            "D01-1234567-7654321",
            "000-0000000",
            "Z99-9999999-9999999",
            "111-0000001-0000000",
        ] {
            assert_eq!(OrderId::parse(&format!(" {text} ")).unwrap().to_string(), text);
        }
        assert!(OrderId::parse("D01-1234567").unwrap().is_digital());
        assert!(!OrderId::parse("250-1234567-1234567").unwrap().is_digital());
    }

    #[test]
    fn what_is_no_id_is_none() {
        for text in [
            "",
            "250",
            "250-",
            "250-123456",
            "250-12345678",
            "250-1234567-",
            "250-1234567-123456",
            "250-1234567-12345678",
            "d01-1234567-1234567",
            "2D0-1234567-1234567",
            "2500-123456-1234567",
            "250_1234567_1234567",
            "250-1234567-1234567-1",
            "２50-1234567-1234567",
            "+25-1234567-1234567",
            "250-123456a-1234567",
            "注50-1234567-1234567",
        ] {
            assert_eq!(OrderId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn they_stand_in_the_order_of_their_texts() {
        let mut texts = [
            "D01-0000001-0000002",
            "D01-0000001",
            "250-9999999-0000000",
            "250-1000000-9999999",
            "A10-0000000",
            "099-9999999",
        ];
        let mut ids = texts.map(|text| OrderId::parse(text).unwrap());
        texts.sort_unstable();
        ids.sort_unstable();
        assert_eq!(ids.map(|id| id.to_string()), texts);
    }
}
