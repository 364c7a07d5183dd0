//! What the person said about a report, and when and where they ask what to do.

use crate::AnswerGiven;

shape! {
    /// Beside a report: all that the person said. Nothing of it is needed.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct Said {
        /// `2026-11-22`; `null`: the day of the report.
        #[serde(default)]
        pub today: Option<String>,
        /// `jp`, `us`, `uk`, `eu`, a country; whose law counts. Without it none is claimed.
        #[serde(default)]
        pub region: Option<String>,
        /// Answers to charges of this report.
        #[serde(default)]
        pub answers: Vec<AnswerSaid>,
        /// Answers that were kept from earlier reports, by salted hashes.
        #[serde(default)]
        pub kept: Vec<AnswerGiven>,
        /// The salt of all hashes; kept on the person's device only. Empty: nothing is to be kept.
        #[serde(default)]
        pub salt: String,
        /// Hashes of charges that were looked at before.
        #[serde(default)]
        pub seen: Vec<String>,
        /// How charges were paid, where the person said so.
        #[serde(default)]
        pub paid: Vec<PaidSaid>,
        /// Steps that are done, or noted.
        #[serde(default)]
        pub steps: Vec<StepSaid>,
        /// Calls made and messages sent.
        #[serde(default)]
        pub contacts: Vec<ContactSaid>,
        /// The day on which the notice of the statement came.
        #[serde(default)]
        pub notice_came: Option<String>,
        /// All charges count as looked at from now on: `remembered` has them.
        #[serde(default)]
        pub looked: bool,
        /// The charges that letters are to be about; `null`: those that go together by themselves.
        #[serde(default)]
        pub about: Option<Vec<String>>,
        /// The class of dispute that letters are to be about; `null`: what the charges are.
        #[serde(default)]
        pub dispute: Option<String>,
        /// Steps that are shown before others, for who deals with one matter only. None: all alike. What is to be done now is
        /// shown whatever stands here.
        #[serde(default)]
        pub first: Vec<String>,
    }
}

codes! {
    /// Whose a charge is, by the person's own word.
    pub enum AnswerCode {
        Me = "me",
        Family = "family",
        NotMine = "notMine",
    }
}

codes! {
    /// What a charge was paid with.
    pub enum PaidCode {
        Card = "card",
        Debit = "debit",
        Prepaid = "prepaid",
        PhoneBill = "phone-bill",
        PayLater = "pay-later",
        GiftBalance = "gift-balance",
        AppStore = "app-store",
    }
}

shape! {
    /// An answer to a charge of the report.
    #[serde(deny_unknown_fields)]
    pub struct AnswerSaid {
        /// Its id.
        pub charge: String,
        /// `null`: an earlier answer is taken back.
        pub answer: Option<AnswerCode>,
        /// Amazon's number of the order that they say it is; `null`: they named none.
        #[serde(default)]
        pub order: Option<String>,
    }
}

shape! {
    /// How a charge of the report was paid.
    #[serde(deny_unknown_fields)]
    pub struct PaidSaid {
        /// Its id.
        pub charge: String,
        /// With what.
        pub by: PaidCode,
    }
}

shape! {
    /// What the person wrote at a step.
    #[serde(deny_unknown_fields)]
    pub struct StepSaid {
        /// The step.
        pub step: String,
        /// It is done.
        pub done: bool,
        /// The day of the tick, `2026-11-22`.
        #[serde(default)]
        pub done_on: Option<String>,
        /// Their own words.
        #[serde(default)]
        pub note: String,
    }
}

shape! {
    /// A call made or a message sent about the case, and what came back.
    #[serde(deny_unknown_fields)]
    pub struct ContactSaid {
        /// `2026-11-22`.
        pub day: String,
        /// Whom they spoke to, in their own words.
        pub whom: String,
        /// What came back.
        #[serde(default)]
        pub answer: String,
    }
}

#[cfg(feature = "schema")]
/// The JSON Schema (2020-12) of [`Said`].
pub fn said_schema() -> schemars::Schema {
    schemars::schema_for!(Said)
}
