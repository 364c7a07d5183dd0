//! Plans, sign-ins, devices and mails: what an account's own files say beside the orders.

use chrono::NaiveDate;

use crate::{Money, OrderId, Place, When};

/// One billed period of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct PlanPeriod {
    pub place: Place,
    /// The export's own id of the subscription.
    pub plan: String,
    pub order_id: Option<OrderId>,
    pub from: When,
    pub to: Option<When>,
    pub amount: Option<Money>,
}

/// How a plan stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct PlanState {
    pub place: Place,
    pub plan: String,
    pub status: String,
    pub since: Option<When>,
    pub ended: Option<When>,
    pub next_bill: Option<When>,
    pub next_amount: Option<Money>,
}

/// Something that happened to the account.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct AccountEvent {
    pub place: Place,
    pub kind: AccountEventKind,
    pub when: Option<When>,
    /// Device model, card digits: what the file calls it.
    pub what: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum AccountEventKind {
    SignIn,
    DeviceRegistered,
    CardAdded,
    AddressAdded,
}

/// A mail as it was saved. Nothing in it is ever opened or loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct Mail {
    pub place: Place,
    #[cfg_attr(feature = "held", serde(default, deserialize_with = "crate::held::day"))]
    pub date: Option<NaiveDate>,
    pub from_name: String,
    pub from_address: String,
    pub reply_to: Option<String>,
    /// Where the mail was really sent from, as the receiving server noted.
    pub return_path: Option<String>,
    pub subject: String,
    pub auth: MailAuth,
    pub links: Vec<MailLink>,
    pub attachments: Vec<String>,
    pub order_ids: Vec<OrderId>,
    /// Plain text, cut to 20,000 characters.
    pub text: String,
    /// What it says of an order's money, where it speaks of one.
    pub notice: Option<MailNotice>,
    /// `None` until it was judged.
    #[cfg_attr(feature = "held", serde(skip))]
    pub verdict: Option<MailVerdict>,
    /// The person says that they entered something where this mail led them.
    #[cfg_attr(feature = "held", serde(skip))]
    pub entered: bool,
}

/// The sum that a mail names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct MailNotice {
    pub kind: NoticeKind,
    /// Above zero; zero where a cancellation names no sum.
    pub total: Money,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum NoticeKind {
    Ordered,
    Sent,
    Refunded,
    /// The order was cancelled: nobody should have paid for it.
    Cancelled,
}

/// How a mail looks. None of these says that it is safe: a sender's name proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailVerdict {
    GenuineLooking,
    Doubtful,
    Dangerous,
}

impl MailVerdict {
    pub fn code(self) -> &'static str {
        match self {
            Self::GenuineLooking => "genuine-looking",
            Self::Doubtful => "doubtful",
            Self::Dangerous => "dangerous",
        }
    }
}

/// Results as the topmost server recorded them; `None` where it recorded nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct MailAuth {
    /// The server that says so; some leave their name out.
    pub server: Option<String>,
    /// The servers that took the mail in, as noted above the results and just below them. Results of a server that is
    /// none of these may come from the sender.
    pub receivers: Vec<String>,
    pub spf: Option<String>,
    pub spf_domain: Option<String>,
    pub dkim: Option<String>,
    pub dkim_domain: Option<String>,
    pub dmarc: Option<String>,
    /// The headers say that it was passed on by a list or a forwarding service, which breaks what checks find.
    pub forwarded: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct MailLink {
    pub text: String,
    pub target: String,
}
