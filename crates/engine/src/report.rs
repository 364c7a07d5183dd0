//! The report, as other programs and the page read it. `report.schema.json` is made of it.
//!
//! Sums and days are strings; what is absent is `null`; ids are stable within one report.

use std::collections::BTreeMap;

use crate::{MailReport, TableReport};

shape! {
    /// What `analyze` says of the given files.
    pub struct Report {
        /// 1. Raised when a field that other programs rely on changes.
        pub schema_version: u32,
        /// The day the analysis was made for, `2026-11-22`.
        pub today: String,
        /// Every file, and every entry of a ZIP, in the order of their names.
        pub sources: Vec<SourceReport>,
        /// Every row that is a charge or a credit, once, in file order.
        pub charges: Vec<ChargeReport>,
        /// What the rules saw, by which charges are judged.
        pub findings: Vec<FindingReport>,
        /// What to do, most urgent first.
        pub next_steps: Vec<StepReport>,
        /// What the files say nothing of.
        pub coverage: CoverageReport,
        /// By currency. The parts add up to `charged`.
        pub totals: BTreeMap<String, TotalsReport>,
        /// Every order that a charge, a finding or a refund names.
        pub orders: Vec<OrderReport>,
        /// Plans seen, with the next expected day.
        pub renewals: Vec<RenewalReport>,
        /// Refunds that Amazon's data speaks of: those that came, those still within their wait, and those that are late.
        pub refunds: Vec<RefundReport>,
        /// Mails and messages, judged. Only the full build reads them.
        pub mails: Vec<MailReport>,
    }
}

shape! {
    /// One file, or one entry of a ZIP. `rows` = `used` + all of `skipped`.
    pub struct SourceReport {
        /// What other parts of the report call it by.
        pub id: u32,
        /// As it was given; an entry of a ZIP comes after the name of the ZIP and a slash.
        pub name: String,
        /// `statement`, `orders`, `digitalOrders`, `refunds`, `subscriptions`, `account`, `mail`, `notice`, `typed`, `ignored`, `unreadable`.
        pub kind: String,
        /// Id of the format that read it; `null` when unreadable.
        pub format: Option<String>,
        /// What its text was read as, `utf-8`, `shift_jis`; `null` where it is no text.
        pub encoding: Option<String>,
        /// Rows that hold something.
        pub rows: u32,
        /// Rows that became charges, orders or other facts.
        pub used: u32,
        /// Rows understood and not used, by reason.
        pub skipped: BTreeMap<String, u32>,
        /// The first day in it.
        pub from: Option<String>,
        /// The last day in it.
        pub to: Option<String>,
        /// What could not be read, a row or a field at a time.
        pub problems: Vec<ProblemReport>,
        /// Charges of which something is not sure, as far as they were understood, for the person to confirm.
        pub rows_to_confirm: Vec<RowToConfirm>,
        /// Where the person may say what the columns are, or must.
        pub table: Option<TableReport>,
        /// What the reading was decided by, as `what:evidence`: `sign:balance`, `order:sorted`, `currency:region`.
        pub why: Vec<String>,
        /// Whether what was read adds up to the balances or totals in the file; `null` where it prints none.
        pub adds_up: Option<bool>,
    }
}

shape! {
    /// A row or a field that could not be read. Nothing else is lost because of it.
    pub struct ProblemReport {
        /// Where in the file; `null` when it is the whole file.
        pub line: Option<u32>,
        /// kebab-case, such as `bad-date`.
        pub code: String,
        /// The column, as it is headed.
        pub field: Option<String>,
        /// The owner's own text.
        pub text: Option<String>,
    }
}

shape! {
    /// A charge as far as it was understood; what is absent was not.
    pub struct RowToConfirm {
        /// Where in the file.
        pub line: u32,
        /// As it stands there, cut.
        pub text: String,
        /// The likeliest day.
        pub date: Option<String>,
        /// Empty where none was found.
        pub merchant: String,
        /// Negative: money back.
        pub amount: Option<String>,
        /// Of the amount.
        pub currency: Option<String>,
    }
}

shape! {
    /// One row of a statement and what is behind it.
    pub struct ChargeReport {
        /// `source:line`, or `source:page:line`.
        pub id: String,
        /// Id of the file.
        pub source: u32,
        /// Line in the file, or row of the sheet.
        pub line: u32,
        /// The day of use, `2026-11-22`.
        pub date: Option<String>,
        /// The day of booking, where the file has one.
        pub posted: Option<String>,
        /// As in the file.
        pub merchant: String,
        /// What else the row says.
        pub memo: Option<String>,
        /// Positive: money out. Negative: money back.
        pub amount: String,
        /// ISO 4217.
        pub currency: String,
        /// Its last digits.
        pub card: Option<String>,
        /// `card` is its first digits, which are all that some issuers show.
        pub card_first: bool,
        /// What it was paid with, where the person said so: `card`, `debit`, `prepaid`, `phone-bill`, `pay-later`, `gift-balance`,
        /// `app-store`.
        pub paid_by: Option<String>,
        /// Whose card it is, of the household.
        pub holder: Option<String>,
        /// What of Amazon it is for, such as `amazon-retail`, `amazon-prime`; `other` for rows of others.
        pub service: String,
        /// `explained`, `ask`, `flagged`, `notCovered`, `other`.
        pub verdict: String,
        /// The rule that explains the verdict.
        pub cause: Option<String>,
        /// 0 to 1, two decimals: how sure the link to the orders (or the finding) is.
        pub confidence: String,
        /// What the person said of it before: `me`, `family`, `notMine`.
        pub answered: Option<String>,
        /// The orders, or pieces of them, that are behind it.
        pub orders: Vec<OrderRef>,
        /// Other equally good explanations.
        pub alternatives: Vec<Vec<OrderRef>>,
        /// Where nothing explains it: orders that explain no charge, the nearest in sum and day first. No explanation; the person
        /// may say that one of them is it.
        pub candidates: Vec<OrderRef>,
        /// Indexes into `findings`.
        pub findings: Vec<u32>,
        /// What speaks for the explanation, as codes: `amount-exact`, `day-fits`, `card-same`, …
        pub evidence: Vec<String>,
    }
}

shape! {
    /// An order, or the pieces of one.
    pub struct OrderRef {
        /// Amazon's number.
        pub order_id: String,
        /// Id of the file that has it; `null` where none has.
        pub source: Option<u32>,
        /// Its lines there.
        pub lines: Vec<u32>,
        /// Which of the order's `items` the charge is for, counted from 0; empty where it is for all of them, or where the files
        /// do not tell.
        pub part: Vec<u32>,
    }
}

shape! {
    /// What the order files say of an order.
    pub struct OrderReport {
        /// Amazon's number.
        pub order_id: String,
        /// Id of the file.
        pub source: u32,
        /// Its lines there.
        pub lines: Vec<u32>,
        /// The day of the order.
        pub ordered: Option<String>,
        /// The days on which parcels left.
        pub shipped: Vec<String>,
        /// Names of the articles.
        pub items: Vec<String>,
        /// What all its lines add up to.
        pub total: String,
        /// ISO 4217.
        pub currency: String,
        /// Who sold it, where it was not Amazon.
        pub seller: Option<String>,
        /// Last digits of the cards it was paid with.
        pub cards: Vec<String>,
        /// Where it went, as in the file.
        pub address: Option<String>,
        /// As in the file.
        pub status: String,
    }
}

shape! {
    /// A plan that is charged again and again.
    pub struct RenewalReport {
        /// As in charges.
        pub service: String,
        /// The plan.
        pub name: String,
        /// What it takes each time.
        pub amount: String,
        /// ISO 4217.
        pub currency: String,
        /// `month`, `year`; `unknown` after one payment of a price that no table knows.
        pub cadence: String,
        /// The last day it was charged.
        pub last: String,
        /// The next expected day; `null` when the plan has ended, and where the cadence is unknown.
        pub next: Option<String>,
        /// Ids of charges.
        pub charges: Vec<String>,
    }
}

shape! {
    /// A refund that Amazon's data says was paid or promised to a card, and whether it came.
    pub struct RefundReport {
        /// Amazon's number.
        pub order_id: String,
        /// Id of the file that says so.
        pub source: u32,
        /// Its line there.
        pub line: u32,
        /// The day it was paid out or promised.
        pub date: String,
        /// What is to come back; positive.
        pub amount: String,
        /// ISO 4217.
        pub currency: String,
        /// `came`, `waiting`, `overdue`.
        pub state: String,
        /// The day by which a statement should show it.
        pub until: String,
        /// Id of the credit that is this money; of the charge to be given back where it is late.
        pub charge: Option<String>,
    }
}

shape! {
    /// What a rule saw.
    pub struct FindingReport {
        /// kebab-case; states the pattern.
        pub rule: String,
        /// `info`, `ask`, `flag`.
        pub level: String,
        /// Ids of charges.
        pub charges: Vec<String>,
        /// Amazon's numbers of orders.
        pub orders: Vec<String>,
        /// Values for the sentence, by name.
        pub args: BTreeMap<String, String>,
    }
}

shape! {
    /// Something to do.
    pub struct StepReport {
        /// Which one, kebab-case; the catalogues say it in words.
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
    /// Which days the files speak of.
    pub struct CoverageReport {
        /// From the first day to the last of all statements.
        pub statements: Option<Span>,
        /// The same of order files.
        pub orders: Option<Span>,
        /// Days, cards and services in between that nothing speaks of.
        pub gaps: Vec<Gap>,
    }
}

shape! {
    /// Days from one to another.
    pub struct Span {
        /// The first day.
        pub from: String,
        /// The last day.
        pub to: String,
    }
}

shape! {
    /// Days of one account, card and service that the files say nothing of.
    pub struct Gap {
        /// `orders-end-early`, `orders-start-late`, `no-order-file`, `no-digital-file`, `card-without-orders`, `region-not-exported`,
        /// `order-not-in-files`.
        pub kind: String,
        /// The first day it concerns.
        pub from: Option<String>,
        /// The last day it concerns.
        pub to: Option<String>,
        /// The ZIP of the account's export it concerns, where several were given.
        pub account: Option<String>,
        /// Last digits of the card it concerns.
        pub card: Option<String>,
        /// The service it concerns.
        pub service: Option<String>,
        /// How many charges it leaves open.
        pub charges: u32,
    }
}

shape! {
    /// Sums of one currency.
    pub struct TotalsReport {
        /// Of all charges.
        pub charged: String,
        /// Of those that something explains.
        pub explained: String,
        /// Of those that only the person can tell.
        pub ask: String,
        /// Of those that nothing accounts for.
        pub flagged: String,
        /// Of those that the files say nothing of.
        pub not_covered: String,
        /// Of rows that are not of Amazon.
        pub other: String,
    }
}

#[cfg(feature = "schema")]
/// The JSON Schema (2020-12) of [`Report`].
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Report)
}
