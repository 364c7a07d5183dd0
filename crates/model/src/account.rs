//! Plans, sign-ins, devices and mails: what an account's own files say beside the orders.

use chrono::NaiveDate;

use crate::{Money, OrderId, Place, When};

/// One billed period of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
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
pub struct AccountEvent {
    pub place: Place,
    pub kind: AccountEventKind,
    pub when: Option<When>,
    /// Device model, card digits: what the file calls it.
    pub what: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountEventKind {
    SignIn,
    DeviceRegistered,
    CardAdded,
    AddressAdded,
}

/// A mail as it was saved. Nothing in it is ever opened or loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub place: Place,
    pub date: Option<NaiveDate>,
    pub from_name: String,
    pub from_address: String,
    pub reply_to: Option<String>,
    pub subject: String,
    pub auth: MailAuth,
    pub links: Vec<MailLink>,
    pub attachments: Vec<String>,
    pub order_ids: Vec<OrderId>,
    /// Plain text, cut to 20,000 characters.
    pub text: String,
}

/// Results as the receiving server recorded them; `None` where it recorded nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailAuth {
    pub spf: Option<String>,
    pub dkim: Option<String>,
    pub dmarc: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLink {
    pub text: String,
    pub target: String,
}
