//! What a mail says: whether it speaks in Amazon's name, hurries people on, or asks for what nobody should send.

use mioboe_model::Mail;
use mioboe_model::text::nfkc;

use crate::address::{looks_like_amazon, names_amazon};
use crate::data::{GIFTS, SECRETS, URGENT};
use crate::{Claims, Reasons, Trust, Weight};

pub(crate) fn speaks_of_amazon(mail: &Mail) -> Claims {
    let texts = [&mail.from_name, &mail.subject, &mail.text];
    if texts.iter().any(|text| names_amazon(text) || looks_like_amazon(text)) {
        Claims::Amazon
    } else {
        Claims::Nothing
    }
}

/// A known sender whom the person's mail service confirms may have reasons to hurry; that is told and does not decide.
pub(crate) fn judge(mail: &Mail, trust: Trust, reasons: &mut Reasons) {
    let text = nfkc(&format!("{}\n{}", mail.subject, mail.text)).to_lowercase();
    let text = text.replace('’', "'");
    let (mild, strong) = match trust {
        Trust::Authenticated(_) => (Weight::Note, Weight::Doubt),
        Trust::Confirmed | Trust::None => (Weight::Doubt, Weight::Danger),
    };
    if let Some(word) = URGENT.iter().find(|word| text.contains(&nfkc(word).to_lowercase())) {
        reasons.add("wording-urgent", mild, [("word", (*word).to_owned())]);
    }
    if asks(&text, SECRETS) {
        reasons.add("wording-secrets", strong, []);
    }
    if asks(&text, GIFTS) {
        reasons.add("wording-gift-cards", strong, []);
    }
}

/// All words of one group in one sentence that does not say that it never asks.
fn asks(text: &str, groups: &[&[&str]]) -> bool {
    const NEVER: &[&str] =
        &["ありません", "ございません", "しないで", "never", "will not", "do not", "don't"];
    text.split(['。', '\n', '!', '?']).any(|sentence| {
        !NEVER.iter().any(|word| sentence.contains(word))
            && groups.iter().any(|group| group.iter().all(|word| sentence.contains(word)))
    })
}
