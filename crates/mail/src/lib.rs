//! Whether a mail that speaks of Amazon looks like one of Amazon's: a verdict with reasons, made of the mail alone.
//!
//! Nothing is loaded or opened. No verdict says that a mail is safe: names of senders are forged, so the most that can be
//! said is that nothing speaks against it.

mod address;
mod data {
    //! Written by the build script from `data/*.toml`.

    include!(concat!(env!("OUT_DIR"), "/data.rs"));
}
mod links;
mod sender;
mod wording;

use std::collections::BTreeSet;

use mioboe_model::{Mail, MailVerdict, OrderId};

pub use links::JudgedLink;

/// How a mail looks, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: MailVerdict,
    /// What weighs most comes first.
    pub reasons: Vec<Reason>,
    pub links: Vec<JudgedLink>,
}

/// One thing that speaks for or against a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// One of [`REASONS`].
    pub code: &'static str,
    pub weight: Weight,
    /// Values for the sentence, by name.
    pub args: Vec<(&'static str, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Speaks for the mail, and proves nothing.
    For,
    /// Good to know.
    Note,
    Doubt,
    Danger,
}

impl Weight {
    pub fn code(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Note => "note",
            Self::Doubt => "doubt",
            Self::Danger => "danger",
        }
    }
}

/// Everything that can be said of a mail.
pub const REASONS: &[&str] = &[
    "sender-missing",
    "sender-known",
    "sender-unlisted",
    "sender-other",
    "sender-unknown",
    "name-of-issuer",
    "forwarded",
    "sender-look-alike",
    "name-shows-address",
    "name-look-alike",
    "reply-elsewhere",
    "auth-passed",
    "auth-failed",
    "auth-other-domain",
    "auth-absent",
    "auth-unsure",
    "link-known",
    "link-elsewhere",
    "link-look-alike",
    "link-text-differs",
    "link-number",
    "link-user-name",
    "link-punycode",
    "link-shortened",
    "link-script",
    "wording-urgent",
    "wording-secrets",
    "wording-gift-cards",
    "attachment-program",
    "attachment-packed",
    "order-known",
    "order-unknown",
    "order-not-checked",
    "not-about-amazon",
];

/// What the person's order files say.
#[derive(Debug, Clone, Copy)]
pub enum Orders<'a> {
    /// There are none.
    NotGiven,
    Known(&'a BTreeSet<&'a OrderId>),
}

pub fn judge(mail: &Mail, orders: Orders<'_>) -> Judgement {
    let mut reasons = Reasons::default();
    let claims = wording::speaks_of_amazon(mail);
    let trust = sender::judge(mail, claims, &mut reasons);
    let links = links::judge(mail, claims, trust, &mut reasons);
    wording::judge(mail, trust, &mut reasons);
    sender::judge_name(mail, trust, &mut reasons);
    attachments(mail, &mut reasons);
    of_orders(mail, orders, &mut reasons);
    if claims == Claims::Nothing {
        reasons.add("not-about-amazon", Weight::Note, []);
    }
    let mut reasons = reasons.0;
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.weight));
    let worst = reasons.first().map_or(Weight::Note, |reason| reason.weight);
    let verdict = match (worst, trust) {
        (Weight::Danger, _) => MailVerdict::Dangerous,
        (Weight::Note | Weight::For, Trust::Authenticated(_)) => MailVerdict::GenuineLooking,
        _ => MailVerdict::Doubtful,
    };
    Judgement { verdict, reasons, links }
}

/// Whether the mail says that it is Amazon's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claims {
    Amazon,
    Nothing,
}

/// How far the sender is who the mail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// A known sender, confirmed by the person's own mail service.
    Authenticated(&'static str),
    /// A sender whom nobody here knows, confirmed in the same way.
    Confirmed,
    None,
}

#[derive(Default)]
pub(crate) struct Reasons(pub(crate) Vec<Reason>);

impl Reasons {
    /// Each thing is said once; the first example stands for all.
    pub(crate) fn add<const N: usize>(
        &mut self,
        code: &'static str,
        weight: Weight,
        args: [(&'static str, String); N],
    ) {
        if !self.0.iter().any(|reason| reason.code == code) {
            self.0.push(Reason { code, weight, args: args.into() });
        }
    }
}

fn attachments(mail: &Mail, reasons: &mut Reasons) {
    for name in &mail.attachments {
        let ending = name.rsplit('.').next().unwrap_or_default().trim().to_ascii_lowercase();
        let is_one_of = |endings: &[&str]| name.contains('.') && endings.contains(&ending.as_str());
        if is_one_of(data::PROGRAMS) {
            reasons.add("attachment-program", Weight::Danger, [("file", name.clone())]);
        } else if is_one_of(data::PACKED) {
            reasons.add("attachment-packed", Weight::Doubt, [("file", name.clone())]);
        }
    }
}

fn of_orders(mail: &Mail, orders: Orders<'_>, reasons: &mut Reasons) {
    let Some(first) = mail.order_ids.first() else { return };
    match orders {
        Orders::NotGiven => reasons.add("order-not-checked", Weight::Note, [("order", first.to_string())]),
        Orders::Known(known) => match mail.order_ids.iter().find(|order| !known.contains(order)) {
            Some(unknown) => reasons.add("order-unknown", Weight::Doubt, [("order", unknown.to_string())]),
            None => reasons.add("order-known", Weight::For, [("order", first.to_string())]),
        },
    }
}

#[cfg(test)]
mod tests;
