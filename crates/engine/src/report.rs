//! The report, as other programs and the page read it. What other programs rely on is fixed in `docs/report.md`.
//!
//! Sums and days are strings; what is absent is `null`; ids are stable within one report.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{MailReport, TableReport};

macro_rules! shape {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
        #[cfg_attr(feature = "tsify", tsify(missing_as_null, hashmap_as_object))]
        pub struct $name { $($(#[$field_meta])* pub $field: $ty,)* }
    };
}

shape! {
    /// What `analyze` says of the given files.
    pub struct Report {
        /// 1. Raised when a field that other programs rely on changes.
        pub schema_version: u32,
        /// The day the analysis was made for, `2026-11-22`.
        pub today: String,
        pub sources: Vec<SourceReport>,
        /// Every row that is a charge or a credit, once, in file order.
        pub charges: Vec<ChargeReport>,
        pub findings: Vec<FindingReport>,
        pub next_steps: Vec<StepReport>,
        pub coverage: CoverageReport,
        /// By currency. The parts add up to `charged`.
        pub totals: BTreeMap<String, TotalsReport>,
        /// Every order that a charge or a finding names.
        pub orders: Vec<OrderReport>,
        /// Plans seen, with the next expected day.
        pub renewals: Vec<RenewalReport>,
        /// Mails and messages, judged. Only the full build reads them.
        pub mails: Vec<MailReport>,
    }
}

shape! {
    /// One file, or one entry of a ZIP. `rows` = `used` + all of `skipped`.
    pub struct SourceReport {
        pub id: u32,
        pub name: String,
        /// `statement`, `orders`, `digitalOrders`, `refunds`, `subscriptions`, `account`, `mail`, `ignored`, `unreadable`.
        pub kind: String,
        /// Id of the format that read it; `null` when unreadable.
        pub format: Option<String>,
        pub encoding: Option<String>,
        pub rows: u32,
        pub used: u32,
        /// Rows understood and not used, by reason.
        pub skipped: BTreeMap<String, u32>,
        pub from: Option<String>,
        pub to: Option<String>,
        pub problems: Vec<ProblemReport>,
        /// Where the person may say what the columns are, or must.
        pub table: Option<TableReport>,
    }
}

shape! {
    pub struct ProblemReport {
        pub line: Option<u32>,
        pub code: String,
        pub field: Option<String>,
        /// The owner's own text.
        pub text: Option<String>,
    }
}

shape! {
    pub struct ChargeReport {
        /// `source:line`, or `source:page:line`.
        pub id: String,
        pub source: u32,
        pub line: u32,
        pub date: Option<String>,
        pub posted: Option<String>,
        /// As in the file.
        pub merchant: String,
        pub memo: Option<String>,
        /// Positive: money out. Negative: money back.
        pub amount: String,
        pub currency: String,
        pub card: Option<String>,
        pub holder: Option<String>,
        pub service: String,
        /// `explained`, `ask`, `flagged`, `notCovered`, `other`.
        pub verdict: String,
        pub cause: Option<String>,
        /// 0 to 1, two decimals: how sure the link to the orders (or the finding) is.
        pub confidence: String,
        /// What the person said of it before: `me`, `family`, `notMine`.
        pub answered: Option<String>,
        pub orders: Vec<OrderRef>,
        /// Other equally good explanations.
        pub alternatives: Vec<Vec<OrderRef>>,
        /// Indexes into `findings`.
        pub findings: Vec<u32>,
        /// What speaks for the explanation, as codes: `amount-exact`, `day-fits`, `card-same`, …
        pub evidence: Vec<String>,
    }
}

shape! {
    pub struct OrderRef {
        pub order_id: String,
        pub source: Option<u32>,
        pub lines: Vec<u32>,
    }
}

shape! {
    /// What the order files say of an order.
    pub struct OrderReport {
        pub order_id: String,
        pub source: u32,
        pub lines: Vec<u32>,
        pub ordered: Option<String>,
        pub shipped: Vec<String>,
        pub items: Vec<String>,
        pub total: String,
        pub currency: String,
        pub seller: Option<String>,
        pub cards: Vec<String>,
        pub address: Option<String>,
        pub status: String,
    }
}

shape! {
    pub struct RenewalReport {
        pub service: String,
        pub name: String,
        pub amount: String,
        pub currency: String,
        /// `month`, `year`.
        pub cadence: String,
        pub last: String,
        /// The next expected day; `null` when the plan has ended.
        pub next: Option<String>,
        pub charges: Vec<String>,
    }
}

shape! {
    pub struct FindingReport {
        /// kebab-case; states the pattern.
        pub rule: String,
        /// `info`, `ask`, `flag`.
        pub level: String,
        /// Ids of charges.
        pub charges: Vec<String>,
        pub orders: Vec<String>,
        /// Values for the sentence, by name.
        pub args: BTreeMap<String, String>,
    }
}

shape! {
    pub struct StepReport {
        pub step: String,
        /// `now`, `today`, `this-week`, `monthly`.
        pub when: String,
        /// A day by which it should be done.
        pub due: Option<String>,
        /// Indexes into `findings`.
        pub because: Vec<u32>,
    }
}

shape! {
    pub struct CoverageReport {
        pub statements: Option<Span>,
        pub orders: Option<Span>,
        pub gaps: Vec<Gap>,
    }
}

shape! {
    pub struct Span {
        pub from: String,
        pub to: String,
    }
}

shape! {
    /// Days, a card or a service that the files say nothing of.
    pub struct Gap {
        /// `orders-end-early`, `orders-start-late`, `no-order-file`, `no-digital-file`, `card-without-orders`, `region-not-exported`,
    /// `statement-missing`.
        pub kind: String,
        pub from: Option<String>,
        pub to: Option<String>,
        pub card: Option<String>,
        pub service: Option<String>,
        /// How many charges it leaves open.
        pub charges: u32,
    }
}

shape! {
    pub struct TotalsReport {
        pub charged: String,
        pub explained: String,
        pub ask: String,
        pub flagged: String,
        pub not_covered: String,
        pub other: String,
    }
}

#[cfg(feature = "schema")]
/// The JSON Schema (2020-12) of [`Report`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Report)
}
