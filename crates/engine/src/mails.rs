//! Mails: what each claims, what speaks for and against it, where its links lead.

use std::collections::BTreeMap;

shape! {
    /// A mail or message. Nothing in it was opened, and no verdict says that it is safe.
    pub struct MailReport {
        /// The same for the same mail, in whatever file it lies.
        pub id: String,
        /// Id of the file.
        pub source: u32,
        /// Line in the file at which it starts.
        pub line: u32,
        /// The day on it, `2026-11-22`.
        pub date: Option<String>,
        /// The name it gives its sender.
        pub from_name: String,
        /// The address it gives its sender.
        pub from_address: String,
        /// Where an answer would go, if elsewhere.
        pub reply_to: Option<String>,
        /// As the mail has it.
        pub subject: String,
        /// `genuine-looking`, `doubtful`, `dangerous`.
        pub verdict: String,
        /// What weighs most comes first.
        pub reasons: Vec<MailReasonReport>,
        /// Where it wants the person to go.
        pub links: Vec<MailLinkReport>,
        /// Names of files in it.
        pub attachments: Vec<String>,
        /// Amazon's order numbers in it.
        pub orders: Vec<String>,
        /// The person said that they entered something there.
        pub entered: bool,
    }
}

shape! {
    /// What speaks for or against a mail.
    pub struct MailReasonReport {
        /// kebab-case; states what was seen.
        pub code: String,
        /// `danger`, `doubt`, `note`, `for`.
        pub weight: String,
        /// Values for the sentence, by name.
        pub args: BTreeMap<String, String>,
    }
}

shape! {
    /// A link of a mail.
    pub struct MailLinkReport {
        /// What the reader of the mail saw; empty for a picture or a bare address.
        pub text: String,
        /// Made so that nothing opens it: `hxxps://login[.]example`.
        pub target: String,
        /// The part that somebody registered.
        pub domain: String,
        /// As of reasons.
        pub weight: String,
    }
}

#[cfg(feature = "full")]
pub(crate) use judging::judge;

/// The small build reads no mails.
#[cfg(not(feature = "full"))]
pub(crate) fn judge(_: &mut mioboe_model::Reading, _: &[String], _: mioboe_model::Offset) -> Vec<MailReport> {
    Vec::new()
}

#[cfg(feature = "full")]
mod judging {
    use std::collections::BTreeSet;
    use std::fmt::Write as _;

    use mioboe_mail::{JudgedLink, Judgement, Orders, Reason};
    use mioboe_model::{AskedRow, Charge, Mail, MailVerdict, Offset, OrderId, Reading, SkipReason, SourceId};
    use sha2::{Digest, Sha256};

    use super::{MailLinkReport, MailReasonReport, MailReport};

    /// Judges every mail, and notes the verdict where the rules find it. `entered` names mails by their ids.
    pub(crate) fn judge(reading: &mut Reading, entered: &[String], offset: Offset) -> Vec<MailReport> {
        let orders = reading.orders.iter().map(|line| &line.order_id);
        let known: BTreeSet<&OrderId> =
            orders.chain(reading.digital.iter().map(|digital| &digital.order_id)).collect();
        let goods = reading.orders.iter().filter_map(|line| line.ordered);
        let digital = reading.digital.iter().map(|digital| digital.ordered);
        let last = goods.chain(digital).map(|when| when.day(offset)).max();
        let mut reports = Vec::new();
        for mail in &mut reading.mails {
            // Order files cannot know what was ordered after they were made.
            let is_later = mail.date.zip(last).is_some_and(|(day, last)| last < day)
                && !mail.order_ids.iter().any(|order| known.contains(order));
            let orders = if known.is_empty() || is_later { Orders::NotGiven } else { Orders::Known(&known) };
            let judgement = mioboe_mail::judge(mail, orders);
            let id = id(mail);
            mail.verdict = Some(judgement.verdict);
            mail.entered = entered.contains(&id);
            reports.push(report(mail, id, judgement));
        }
        distrust(reading);
        reports
    }

    /// What a dangerous mail says of charges is asked, and counts nothing until the person confirms it.
    fn distrust(reading: &mut Reading) {
        let dangerous = reading.mails.iter().filter(|mail| mail.verdict == Some(MailVerdict::Dangerous));
        let sources: BTreeSet<SourceId> = dangerous.map(|mail| mail.place.source).collect();
        let (told, kept): (Vec<Charge>, Vec<Charge>) = std::mem::take(&mut reading.charges)
            .into_iter()
            .partition(|charge| sources.contains(&charge.place.source));
        reading.charges = kept;
        for charge in told {
            let Some(source) = reading.sources.iter_mut().find(|source| source.id == charge.place.source)
            else {
                continue;
            };
            source.used = source.used.saturating_sub(1);
            source.skip(SkipReason::NotUnderstood);
            source.asked.push(AskedRow {
                line: charge.place.line,
                text: charge.merchant.clone(),
                day: charge.date,
                merchant: charge.merchant,
                amount: Some(charge.amount),
            });
        }
    }

    fn report(mail: &Mail, id: String, judgement: Judgement) -> MailReport {
        MailReport {
            id,
            source: mail.place.source.0,
            line: mail.place.line,
            date: mail.date.map(|day| day.to_string()),
            from_name: mail.from_name.clone(),
            from_address: mail.from_address.clone(),
            reply_to: mail.reply_to.clone(),
            subject: mail.subject.clone(),
            verdict: judgement.verdict.code().to_owned(),
            reasons: judgement.reasons.into_iter().map(reason).collect(),
            links: judgement.links.into_iter().map(link).collect(),
            attachments: mail.attachments.clone(),
            orders: mail.order_ids.iter().map(ToString::to_string).collect(),
            entered: mail.entered,
        }
    }

    fn reason(reason: Reason) -> MailReasonReport {
        MailReasonReport {
            code: reason.code.to_owned(),
            weight: reason.weight.code().to_owned(),
            args: reason.args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }

    fn link(link: JudgedLink) -> MailLinkReport {
        MailLinkReport {
            text: link.text,
            target: link.target,
            domain: link.domain,
            weight: link.weight.code().to_owned(),
        }
    }

    fn id(mail: &Mail) -> String {
        let mut hash = Sha256::new();
        for part in [&mail.from_address, &mail.subject, &mail.text] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().take(8).fold(String::new(), |mut hex, byte| {
            // Writing to a string does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
