//! Formats that many banks write: OFX and QFX, QIF, MT940, CAMT. Each has a small reader that forgives what banks do to it.

mod camt;
mod mt940;
mod ofx;
mod qif;
mod tags;

use chrono::NaiveDate;
use mioboe_model::{
    Charge, Currency, Money, OrderId, Place, Problem, ProblemCode, Reading, SkipReason, Source, SourceKind,
    Status,
};
use rust_decimal::Decimal;

use super::deposits::{Deposits, without_deposits};
use super::rows::only_card;
use super::wording::{is_amazons, is_like};
use crate::{Setting, TEXTS};

pub(crate) struct Interchange {
    id: &'static str,
    name: &'static str,
    seen: &'static [&'static str],
    claims: fn(&str) -> bool,
    read: fn(&str, &mut Entries<'_>),
}

const FORMATS: &[Interchange] = &[
    Interchange {
        id: "ofx",
        name: "OFX / QFX",
        seen: &["fixtures of ofxparse, ofxtools, actual, ezbookkeeping"],
        claims: ofx::claims,
        read: if TEXTS { ofx::read } else { nothing },
    },
    Interchange {
        id: "qif",
        name: "QIF",
        seen: &["fixtures of public importers"],
        claims: qif::claims,
        read: if TEXTS { qif::read } else { nothing },
    },
    Interchange {
        id: "mt940",
        name: "SWIFT MT940 / MT942",
        seen: &["fixtures of wolph/mt940"],
        claims: mt940::claims,
        read: if TEXTS { mt940::read } else { nothing },
    },
    Interchange {
        id: "camt",
        name: "ISO 20022 CAMT.052 / 053 / 054",
        seen: &["fixtures of genkgo/camt"],
        claims: camt::claims,
        read: if TEXTS { camt::read } else { nothing },
    },
];

/// The small build tells these formats and has no reader for them; `Reader` never asks it for one.
fn nothing(_: &str, _: &mut Entries<'_>) {}

/// Payments of the card's bill, in the words of banks that write these formats.
const BILL_PAYMENTS: [&str; 19] = [
    "…payment…thank you…",
    "…autopay…",
    "online payment…",
    "payment received…",
    "automatic payment…",
    "…internet payment…",
    "pagamento recebido…",
    "pagamento de fatura…",
    "…pagamento efetuado…",
    "pagamento ricevuto…",
    "pago recibido…",
    "su pago…gracias…",
    "paiement reçu…",
    "paiement…merci…",
    "zahlung erhalten…",
    "…zahlung dankend erhalten…",
    "…vielen dank für ihre zahlung…",
    "betaling ontvangen…",
    "…dank voor uw betaling…",
];

/// Names that say that there is none.
const NO_NAMES: [&str; 5] = ["notprovided", "not provided", "n/a", "unknown", "-"];
/// Where banks cut names.
const CUT_AT: std::ops::RangeInclusive<usize> = 22..=35;

/// The shop among what a booking says. Of name and memo the one is often the other's beginning, cut; and a name like
/// Amazon's wins over the holder's own.
fn shop_and_memo(name: &str, memo: &str) -> (String, String) {
    let (name, memo) = (name.trim(), memo.trim());
    let is_none = name.is_empty() || NO_NAMES.iter().any(|none| name.eq_ignore_ascii_case(none));
    if is_none || (!is_amazons(name) && is_amazons(memo)) {
        return (memo.to_owned(), if is_none { String::new() } else { name.to_owned() });
    }
    if !memo.is_empty() && CUT_AT.contains(&name.chars().count()) {
        if memo.starts_with(name) {
            return (memo.to_owned(), String::new());
        }
        // Cut in the middle of a word, the rest of which the memo begins with.
        if is_amazons(&format!("{name}{memo}")) && !is_amazons(name) {
            return (format!("{name}{memo}"), String::new());
        }
    }
    (name.to_owned(), memo.to_owned())
}

/// The format of a text that is no table.
pub(crate) fn claims(text: &str) -> Option<&'static Interchange> {
    FORMATS.iter().find(|format| (format.claims)(text))
}

/// The ids of all formats that the text could be in.
pub(crate) fn all_claims(text: &str) -> impl Iterator<Item = &'static str> {
    FORMATS.iter().filter(move |format| (format.claims)(text)).map(|format| format.id)
}

/// Reads a text that was claimed.
pub(crate) fn read(
    text: &str,
    format: &Interchange,
    setting: Setting,
    source: &mut Source,
    reading: &mut Reading,
) {
    source.kind = SourceKind::Statement;
    source.format = Some(format.id.to_owned());
    let mut entries = Entries {
        source,
        currency: setting.home,
        today: setting.today,
        is_card: false,
        card: None,
        charges: Vec::new(),
    };
    (format.read)(text, &mut entries);
    let Entries { source, is_card, charges, .. } = entries;
    let charges = if is_card { charges } else { without_deposits(charges, source, Deposits::All) };
    source.card = only_card(&charges);
    reading.charges.extend(charges);
}

/// All of them, for a page that lists formats.
pub(super) fn formats() -> impl Iterator<Item = crate::Format> {
    FORMATS.iter().map(|format| crate::Format {
        id: format.id,
        issuer: format.name,
        region: "any",
        download: "",
        since: "",
        seen: format.seen,
    })
}

/// What a reader finds.
struct Entries<'s> {
    source: &'s mut Source,
    /// Of the file; `None` where it names none and nobody said what is usual here.
    currency: Option<Currency>,
    today: Option<NaiveDate>,
    is_card: bool,
    card: Option<String>,
    charges: Vec<Charge>,
}

/// One booking, as far as the file names it.
#[derive(Default)]
struct Entry {
    line: u32,
    date: Option<NaiveDate>,
    posted: Option<NaiveDate>,
    name: String,
    memo: String,
    /// Positive for money out.
    amount: Decimal,
    currency: Option<Currency>,
    is_pending: bool,
}

impl Entries<'_> {
    fn push(&mut self, entry: Entry) {
        let Entry { line, date, posted, name, memo, amount, currency, is_pending } = entry;
        self.source.rows += 1;
        if amount.is_zero() {
            return self.source.skip(SkipReason::NotCounted);
        }
        let Some(currency) = currency.or(self.currency) else {
            self.source.skip(SkipReason::NotUnderstood);
            if !self.source.problems.iter().any(|problem| problem.code == ProblemCode::BadCurrency) {
                self.source.refuse_line(line, ProblemCode::BadCurrency);
            }
            return;
        };
        let (is_credit, sum) = (amount.is_sign_negative(), Money::new(amount, currency));
        let Some(amount) = sum else {
            self.source.refuse_line(line, ProblemCode::BadAmount);
            return self.source.skip(SkipReason::NotUnderstood);
        };
        let (merchant, memo) = shop_and_memo(&name, &memo);
        let is_payment = self.is_card && is_credit;
        if is_payment && BILL_PAYMENTS.iter().any(|word| is_like(&merchant, word)) {
            return self.source.skip(SkipReason::BillPayment);
        }
        self.source.used += 1;
        self.charges.push(Charge {
            place: Place::line(self.source.id, line),
            date,
            posted,
            name: merchant.trim().to_owned(),
            amount,
            foreign: None,
            card: self.card.clone(),
            card_first: false,
            holder: None,
            status: if is_pending { Status::Pending } else { Status::Posted },
            paid_by: None,
            order_id: memo.split_whitespace().chain(merchant.split_whitespace()).find_map(OrderId::parse),
            merchant,
            memo,
        });
    }

    fn refuse(&mut self, line: u32, code: ProblemCode, field: &str, text: &str) {
        self.count_unread();
        let text = text.chars().take(80).collect();
        self.source.problems.push(Problem {
            line: Some(line),
            code,
            field: Some(field.to_owned()),
            text: Some(text),
        });
    }

    /// The file ends inside of the booking that begins on this line: half a sum must not be taken for a whole one.
    fn refuse_cut(&mut self, line: u32) {
        self.count_unread();
        self.tell_of_cut(line);
    }

    /// The file ends too early, behind its last booking or inside of it.
    fn tell_of_cut(&mut self, line: u32) {
        self.source.refuse_line(line, ProblemCode::Truncated);
    }

    fn count_unread(&mut self) {
        self.source.rows += 1;
        self.source.skip(SkipReason::NotUnderstood);
    }
}

/// The line that a text ends on.
fn last_line(text: &str) -> u32 {
    u32::try_from(text.trim_end().lines().count()).unwrap_or(u32::MAX)
}

/// More of a memo nobody reads, and each text is looked for in all before it.
const LONGEST_MEMO: usize = 4000;

/// Texts one after another, each once.
pub(super) fn join(memo: &mut String, text: &str) {
    let text = text.trim();
    if !text.is_empty() && memo.len() < LONGEST_MEMO && !memo.contains(text) {
        if !memo.is_empty() {
            memo.push(' ');
        }
        memo.push_str(text);
    }
}
