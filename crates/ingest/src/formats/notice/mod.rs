//! What apps, mails, short messages and push notices say of a charge: no table, but words around a day, a shop and a sum.
//!
//! What is sure becomes a charge. What is not becomes a row that the person is asked about, with what was understood.

mod labels;
mod lex;
mod rows;
mod said;
mod tables {
    //! Written by the build script from `notices.toml`.

    include!(concat!(env!("OUT_DIR"), "/notices.rs"));
}

use mioboe_model::{
    AskedRow, Charge, Money, Place, Problem, ProblemCode, Reading, SkipReason, Source, SourceKind, Status,
};

pub(crate) use lex::Frame;
use rows::{Draft, drafts};
use tables::BOUND;

use crate::formats::orders::pages;

/// One use, or a few, as an issuer or an app tells of them.
pub(crate) const FORMAT: &str = "notice";
/// A list that was copied from an issuer's page or app.
pub(crate) const LIST: &str = "pasted";

/// Longer texts are no notice.
const MOST_BYTES: usize = 400_000;
const SHOWN: usize = 120;

/// For the page that lists formats.
pub(crate) fn about() -> [crate::Format; 2] {
    let format =
        |id, issuer, download, seen| crate::Format { id, issuer, region: "any", download, since: "", seen };
    [
        format(
            LIST,
            "any issuer's page or app",
            "copy the statement on the page and paste it",
            &["rows of MyJCB's phone page copied by hand"],
        ),
        format(
            FORMAT,
            "issuers, pay-later companies, apps",
            "copy the notice and paste it, or save the mail",
            tables::SEEN,
        ),
    ]
}

/// What a text says, before anything is made of it.
pub(crate) struct Notice {
    drafts: Vec<Draft>,
    /// Sums of bills and accounts.
    unused: u32,
    is_list: bool,
}

impl Notice {
    /// `None` where the text speaks of no charge at all.
    pub(crate) fn of(text: &str, frame: Frame) -> Option<Self> {
        if MOST_BYTES < text.len() || text.trim_start().starts_with(['{', '<']) {
            return None;
        }
        if pages::is_part_of_one(text) {
            return None;
        }
        let found = drafts(text, frame);
        (!found.charges.is_empty()).then_some(Self {
            drafts: found.charges,
            unused: found.unused,
            is_list: found.is_list,
        })
    }

    /// At least one charge was understood as a whole.
    pub(crate) fn is_understood(&self) -> bool {
        self.drafts.iter().any(Draft::is_sure)
    }

    pub(crate) fn format(&self) -> &'static str {
        if self.is_list { LIST } else { FORMAT }
    }

    /// Puts what is sure among the charges, and the rest before the person.
    pub(crate) fn read(self, source: &mut Source, reading: &mut Reading) {
        source.kind = if self.is_list { SourceKind::Statement } else { SourceKind::Notice };
        source.format = Some(self.format().to_owned());
        source.rows = source.rows.saturating_add(self.unused);
        for _ in 0..self.unused {
            source.skip(SkipReason::Heading);
        }
        self.rows(source, reading);
    }

    /// The same for a text that is only a part of the source.
    pub(crate) fn rows(self, source: &mut Source, reading: &mut Reading) {
        for draft in self.drafts {
            source.rows = source.rows.saturating_add(1);
            if draft.is_declined {
                source.skip(SkipReason::NotCounted);
            } else if let Some(charge) = charge(&draft, source) {
                source.used = source.used.saturating_add(1);
                reading.charges.push(charge);
            } else {
                source.skip(SkipReason::NotUnderstood);
                source.problems.push(Problem {
                    line: Some(draft.line),
                    code: ProblemCode::UnsureRow,
                    field: None,
                    text: Some(draft.text.chars().take(80).collect()),
                });
                source.asked.push(asked(draft));
            }
        }
    }
}

fn charge(draft: &Draft, source: &Source) -> Option<Charge> {
    let (day, shop, sum) = (draft.day.as_ref()?, draft.shop.as_ref()?, draft.sum?);
    if !draft.is_sure() {
        return None;
    }
    Some(Charge {
        place: Place::line(source.id, draft.line),
        date: Some(day.likely),
        posted: None,
        merchant: shop.clone(),
        name: shop.clone(),
        memo: String::new(),
        amount: amount(draft, sum)?,
        foreign: draft.foreign.and_then(|sum| Money::new(sum.value, sum.currency)),
        card: draft.card.clone(),
        card_first: false,
        holder: None,
        status: if draft.is_pending { Status::Pending } else { Status::Posted },
        paid_by: None,
        order_id: None,
    })
}

fn amount(draft: &Draft, sum: lex::Sum) -> Option<Money> {
    Money::new(if draft.is_back { -sum.value } else { sum.value }, sum.currency)
}

fn asked(draft: Draft) -> AskedRow {
    AskedRow {
        line: draft.line,
        day: draft.day.as_ref().map(|day| day.likely),
        amount: draft.sum.and_then(|sum| amount(&draft, sum)),
        merchant: draft.shop.unwrap_or_default(),
        text: draft.text.chars().take(SHOWN).collect(),
    }
}

#[cfg(test)]
mod tests;
