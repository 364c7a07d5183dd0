//! All that was read from the given files.

use crate::{
    AccountEvent, Charge, DigitalOrder, Mail, OrderLine, Payment, PlanPeriod, PlanState, Refund, Source,
};

/// What the files gave. Every list may be empty; problems stand in their sources.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    feature = "held",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Reading {
    pub sources: Vec<Source>,
    pub charges: Vec<Charge>,
    pub orders: Vec<OrderLine>,
    pub digital: Vec<DigitalOrder>,
    pub refunds: Vec<Refund>,
    pub payments: Vec<Payment>,
    pub periods: Vec<PlanPeriod>,
    pub plans: Vec<PlanState>,
    pub events: Vec<AccountEvent>,
    pub mails: Vec<Mail>,
}
