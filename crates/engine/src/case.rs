//! The case: what follows from a report and from what the person said. Ids and values; the catalogues say them in words.

use std::collections::BTreeMap;

use crate::{AnswerCode, AnswerGiven, PaidCode, Span};

shape! {
    /// What `advise` says of a report.
    pub struct Case {
        /// 1. Raised when a field that other programs rely on changes.
        pub schema_version: u32,
        /// The day it was made for.
        pub today: String,
        /// Whose law counts.
        pub law: Law,
        /// Where each charge of the report stands, in the report's own order.
        pub groups: Vec<Group>,
        /// Open charges that are one question, each time: of one shop and cause, again and again.
        pub together: Vec<Together>,
        /// The charges that the person answered, in the report's own order.
        pub answered: Vec<AnsweredCharge>,
        /// How many charges stand under each tile.
        pub counts: Counts,
        /// By currency, what was charged under each tile.
        pub sums: BTreeMap<String, TileSums>,
        /// By month, `2026-09`, how many charges stand under each tile.
        pub months: BTreeMap<String, Counts>,
        /// The one thing to know.
        pub headline: Headline,
        /// What to do.
        pub plan: Plan,
        /// Whom to call, in this order: steps of the plan.
        pub calls: Vec<String>,
        /// Addresses and numbers for these steps.
        pub contacts: Vec<ContactReport>,
        /// The charges that somebody else is asked about, by day: flagged, or not the person's own by their word.
        pub asked: Vec<String>,
        /// The charges that are flagged for money that is owed: that the purchase is theirs does not settle them.
        pub owed: Vec<String>,
        /// What is disputed of them, a class at a time.
        pub disputes: Vec<Dispute>,
        /// What letters are filled with.
        pub matter: Matter,
        /// Plans that will be charged again, soonest first.
        pub renewals: Vec<ComingRenewal>,
        /// Plans that may go on and whose next day the files do not tell.
        pub unseen_renewals: Vec<UnseenRenewal>,
        /// Refunds that have not come, the late ones first.
        pub refunds: Vec<ComingRefund>,
        /// Prices of plans that changed, the newest first.
        pub prices: Vec<PriceChange>,
        /// What is known of getting money back for such charges; no promise.
        pub money_back: Vec<MoneyBack>,
        /// Days of which there are statements and no orders.
        pub uncovered: Vec<Span>,
        /// Charges that were not there when the person last looked.
        pub new: Vec<String>,
        /// What happened, in the order of days.
        pub timeline: Vec<TimelineEntry>,
        /// Days for a calendar.
        pub reminders: Vec<Reminder>,
        /// What may be kept on the device: it tells nothing of what was bought. `null` without a salt.
        pub remembered: Option<Remembered>,
    }
}

codes! {
    /// A law that the playbook knows.
    pub enum Law {
        Jp = "jp",
        Us = "us",
        Uk = "uk",
        Eu = "eu",
        Ca = "ca",
        Au = "au",
        In = "in",
        Sg = "sg",
        /// None is claimed.
        Elsewhere = "elsewhere",
    }
}

codes! {
    /// Where a charge stands for the person, most urgent first.
    pub enum Group {
        NotMine = "notMine",
        Flagged = "flagged",
        Ask = "ask",
        NotCovered = "notCovered",
        Explained = "explained",
        /// The person's own word settled it.
        Settled = "settled",
        Other = "other",
    }
}

shape! {
    /// Charges that are one question.
    pub struct Together {
        /// Ids, by day; all of one group.
        pub charges: Vec<String>,
        /// What they add up to, a currency at a time.
        pub sums: Vec<Sum>,
    }
}

shape! {
    /// A charge that the person answered.
    pub struct AnsweredCharge {
        /// Its id.
        pub charge: String,
        /// Their word.
        pub answer: AnswerCode,
        /// Where it stands by that.
        pub group: Group,
        /// Their word ends the matter: what the files lack no longer stands in the way, and no money is owed.
        pub laid_to_rest: bool,
        /// What to do about it alone, in order, where it is not theirs.
        pub steps: Vec<StepOfCharge>,
    }
}

shape! {
    /// A step, and how soon.
    pub struct StepOfCharge {
        /// The step.
        pub step: String,
        /// `now`, `today`, `this-week`, `monthly`.
        pub when: String,
    }
}

shape! {
    /// How many charges: `notMine` counts as flagged, `settled` as explained.
    #[derive(Default)]
    pub struct Counts {
        /// Nothing accounts for them, or the person said that they are not theirs.
        pub flagged: u32,
        /// Only the person can tell.
        pub ask: u32,
        /// The files say nothing of them.
        pub not_covered: u32,
        /// Explained, or known to the person.
        pub explained: u32,
        /// Not Amazon's.
        pub other: u32,
    }
}

shape! {
    /// Sums of one currency under each tile.
    pub struct TileSums {
        /// As in counts.
        pub flagged: String,
        /// As in counts.
        pub ask: String,
        /// As in counts.
        pub not_covered: String,
        /// As in counts.
        pub explained: String,
        /// As in counts.
        pub other: String,
    }
}

codes! {
    /// The answer in a sentence.
    pub enum HeadlineCode {
        Flagged = "flagged",
        AskAndOpen = "ask-and-open",
        Ask = "ask",
        NotCovered = "not-covered",
        PartlyCovered = "partly-covered",
        Clear = "clear",
        NoAmazon = "no-amazon",
    }
}

codes! {
    /// Why nothing can be said of some charges.
    pub enum OpenBecause {
        NoOrders = "no-orders",
        OrdersEnd = "end",
        OrdersStart = "start",
        Else = "else",
    }
}

shape! {
    /// The answer in a sentence, with its numbers.
    pub struct Headline {
        /// Which sentence.
        pub code: HeadlineCode,
        /// What it counts.
        pub count: u32,
        /// Charges that cannot be judged yet.
        pub open: u32,
        /// Why; `null` where there are none.
        pub because: Option<OpenBecause>,
        /// Where the order files end or start, where that is why.
        pub day: Option<String>,
    }
}

shape! {
    /// What to do, in order.
    pub struct Plan {
        /// Something is flagged, or is not the person's own.
        pub pressing: bool,
        /// Soonest first.
        pub steps: Vec<PlanStep>,
        /// What all steps together are about, in the report's own order.
        pub charges: Vec<String>,
    }
}

codes! {
    /// How the limits of a step stand.
    pub enum Standing {
        /// None is known.
        None = "none",
        /// The next one is open.
        Due = "due",
        /// The next one is open, and its day a stand-in counted from the charge: the true one is later.
        Early = "early",
        /// All have passed.
        Passed = "passed",
        /// All have passed by stand-ins alone.
        EarlyPassed = "early-passed",
    }
}

shape! {
    /// Something to do.
    pub struct PlanStep {
        /// Which one.
        pub step: String,
        /// `now`, `today`, `this-week`, `monthly`.
        pub when: String,
        /// The first limit that is still open; never a day that has passed.
        pub due: Option<String>,
        /// Indexes into the report's `findings`.
        pub because: Vec<u32>,
        /// The person's own "not mine" asks for it too.
        pub said: bool,
        /// The charges it is about, without those that are settled.
        pub charges: Vec<String>,
        /// How its limits stand.
        pub standing: Standing,
        /// Every limit of these charges: those that are open, soonest first, then those that have passed.
        pub clocks: Vec<ClockReport>,
        /// Limits that the issuer has to keep: what to expect.
        pub expect: Vec<String>,
        /// Ids of `contacts`.
        pub contacts: Vec<String>,
        /// Letters that serve here, of `matter`.
        pub letters: Vec<String>,
        /// It waits under its heading.
        pub folded: bool,
        /// The person ticked it.
        pub done: bool,
    }
}

codes! {
    /// What a clock counts from.
    pub enum ClockFrom {
        Charge = "charge",
        Statement = "statement",
    }
}

shape! {
    /// A limit and the day on which it ends, for some charges.
    pub struct ClockReport {
        /// The limit; its words are `deadline-<id>`.
        pub id: String,
        /// The last day.
        pub day: String,
        /// What it counts from.
        pub from: ClockFrom,
        /// It truly counts from that day. One of a statement whose day is not known counts from the charge.
        pub exact: bool,
        /// The issuer's own terms decide.
        pub varies: bool,
        /// It is over.
        pub passed: bool,
        /// Ids of the charges.
        pub charges: Vec<String>,
    }
}

shape! {
    /// An address or a number to type.
    pub struct ContactReport {
        /// Its words are `contact-<id>`.
        pub id: String,
        /// The step it helps with.
        pub step: String,
        /// `web`, `phone`, `mail`, `place`.
        pub kind: String,
        /// Empty where only the person can find it.
        pub value: String,
        /// The day it was last seen to be right.
        pub date: String,
        /// It concerns charges of this case: it is for everybody, or for who has one of their cards.
        pub fits: bool,
    }
}

shape! {
    /// What is disputed of some charges, or may be.
    pub struct Dispute {
        /// The class; its words are `dispute-<class>`.
        pub class: String,
        /// Ids of those that somebody is asked about, by day.
        pub charges: Vec<String>,
        /// Ids of those that nobody is asked about yet, and that a finding puts into this class.
        pub others: Vec<String>,
        /// The letters that fit.
        pub letters: Vec<String>,
    }
}

shape! {
    /// What letters are about, and all that they are filled with.
    pub struct Matter {
        /// Ids, by day.
        pub charges: Vec<String>,
        /// The class of dispute.
        pub dispute: String,
        /// The letters that fit.
        pub letters: Vec<LetterReport>,
        /// Of a charge made twice, the other ones.
        pub twins: Vec<String>,
        /// What the charges add up to, a currency at a time.
        pub sums: Vec<Sum>,
        /// Last four digits of the cards, where the statements show the last.
        pub cards: Vec<String>,
        /// The format by which the issuer is known; `null`: a blank. Never one that only says how a file is written.
        pub issuer: Option<String>,
        /// The first seller that is not Amazon.
        pub seller: Option<String>,
        /// Numbers of their orders.
        pub orders: Vec<String>,
        /// What the order data say of them.
        pub traced: Traced,
        /// How all of it was paid, as `card` or `phone-bill`; `null`: in several ways.
        pub paid: Option<String>,
        /// Findings that say what is wrong: indexes into the report's.
        pub details: Vec<u32>,
        /// Findings that tell what happened to the account.
        pub signs: Vec<u32>,
        /// What was done so far, by day.
        pub records: Vec<Deed>,
        /// The day Amazon was contacted.
        pub contacted: Option<String>,
        /// The family was asked.
        pub family_asked: bool,
    }
}

codes! {
    /// What the order data say of charges.
    pub enum Traced {
        Order = "order",
        None = "none",
        AmazonPay = "amazon-pay",
        OtherShop = "other-shop",
        LookAlike = "look-alike",
        Uncovered = "uncovered",
        /// Of one this, of another that.
        Some = "some",
    }
}

shape! {
    /// A letter that fits.
    pub struct LetterReport {
        /// Its words are the message of this name.
        pub id: String,
        /// The step that sends it.
        pub step: String,
        /// `message`, `script`, `letter`, `summary`.
        pub form: String,
        /// The language of its text, where it is not the reader's.
        pub written_in: Option<String>,
        /// What it is filled with.
        pub variables: Vec<String>,
    }
}

shape! {
    /// A sum.
    pub struct Sum {
        /// ISO 4217.
        pub currency: String,
        /// A plain decimal.
        pub amount: String,
    }
}

shape! {
    /// Something that was done about the case.
    pub struct Deed {
        /// `null` where nobody noted it.
        pub day: Option<String>,
        /// The step that was done; `null` for a contact.
        pub step: Option<String>,
        /// Whom the person spoke to; `null` for a step.
        pub whom: Option<String>,
        /// What came back, or the person's note.
        pub answer: String,
    }
}

shape! {
    /// A plan that will be charged again.
    pub struct ComingRenewal {
        /// Index into the report's `renewals`.
        pub renewal: u32,
        /// The next day.
        pub next: String,
        /// The days of the coming half year, the next one first.
        pub days: Vec<String>,
    }
}

codes! {
    /// Which files end before the charge that would have told.
    pub enum EndingFiles {
        Orders = "orders",
        Statements = "statements",
    }
}

shape! {
    /// A plan whose next day nobody can know.
    pub struct UnseenRenewal {
        /// Index into the report's `renewals`.
        pub renewal: u32,
        /// What ends.
        pub files: EndingFiles,
        /// When.
        pub until: String,
    }
}

codes! {
    /// How a refund stands that has not come.
    pub enum RefundState {
        Overdue = "overdue",
        /// Its wait is over, and no statement covers the days.
        Unseen = "unseen",
        Waiting = "waiting",
    }
}

shape! {
    /// A refund that has not come.
    pub struct ComingRefund {
        /// Index into the report's `refunds`.
        pub refund: u32,
        /// How it stands.
        pub state: RefundState,
    }
}

shape! {
    /// A plan that costs something else now.
    pub struct PriceChange {
        /// Index into the report's `findings`.
        pub finding: u32,
        /// The charge with the new price.
        pub charge: String,
    }
}

shape! {
    /// A fact about getting money back, beside the charges that it may concern.
    pub struct MoneyBack {
        /// Its words are `back-<id>`.
        pub id: String,
        /// The day it was last seen to be so.
        pub date: String,
        /// Ids of the charges.
        pub charges: Vec<String>,
    }
}

codes! {
    /// What happened on a day.
    pub enum EntryKind {
        Ordered = "ordered",
        Shipped = "shipped",
        Charge = "charge",
        Refund = "refund",
        Promised = "promised",
        Done = "done",
        Contact = "contact",
    }
}

shape! {
    /// Something that happened.
    pub struct TimelineEntry {
        /// The day.
        pub day: String,
        /// What.
        pub what: EntryKind,
        /// Id of the charge or credit.
        pub charge: Option<String>,
        /// Number of the order.
        pub order: Option<String>,
        /// Index into the report's `refunds`.
        pub refund: Option<u32>,
        /// The step that was done.
        pub step: Option<String>,
        /// Whom the person spoke to.
        pub whom: Option<String>,
        /// What came back, or the person's note.
        pub note: String,
    }
}

codes! {
    /// What a reminder's day is.
    pub enum ReminderClock {
        Charge = "charge",
        Statement = "statement",
        /// Counted from the charge: the true day is later.
        Earliest = "earliest",
    }
}

shape! {
    /// An entry for a calendar.
    pub struct Reminder {
        /// Stays the same, so that taking it in again changes the entry and does not double it.
        pub id: String,
        /// A whole day.
        pub day: String,
        /// The step to be reminded of.
        pub step: String,
        /// `null` where no limit is behind it.
        pub clock: Option<ReminderClock>,
        /// Every month.
        pub monthly: bool,
    }
}

shape! {
    /// What may be kept on the device.
    pub struct Remembered {
        /// All answers, those of charges that are not here too.
        pub answers: Vec<AnswerGiven>,
        /// Hashes of all charges that were ever looked at, the oldest first; empty where nobody says that these count.
        pub seen: Vec<String>,
    }
}

impl From<PaidCode> for mioboe_model::PaidBy {
    fn from(code: PaidCode) -> Self {
        match code {
            PaidCode::Card => Self::Card,
            PaidCode::Debit => Self::Debit,
            PaidCode::Prepaid => Self::Prepaid,
            PaidCode::PhoneBill => Self::PhoneBill,
            PaidCode::PayLater => Self::PayLater,
            PaidCode::GiftBalance => Self::GiftBalance,
            PaidCode::AppStore => Self::AppStore,
        }
    }
}

#[cfg(feature = "schema")]
/// The JSON Schema (2020-12) of [`Case`].
pub fn case_schema() -> schemars::Schema {
    schemars::schema_for!(Case)
}
