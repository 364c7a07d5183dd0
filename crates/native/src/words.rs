//! What a person types: a charge on one line, a place, digits of a card.

use mioboe_engine::ChargeGiven;
use mioboe_model::Currency;

/// Reads `2026-11-03 3980 JPY AMAZON.CO.JP`, or `? 3980`. The sum itself is the engine's to read.
pub fn charge(text: &str) -> Option<ChargeGiven> {
    let (date, rest) = word(text);
    let (amount, rest) = word(rest);
    let (code, after) = word(rest);
    let currency = Currency::parse(code).filter(|_| code.bytes().all(|byte| byte.is_ascii_uppercase()));
    let merchant = if currency.is_some() { after } else { rest };
    let is_day = date == "?" || (date.len() == 10 && date.parse::<chrono::NaiveDate>().is_ok());
    if !is_day || !amount.chars().any(char::is_numeric) {
        return None;
    }
    Some(ChargeGiven {
        date: (date != "?").then(|| date.to_owned()),
        amount: amount.to_owned(),
        currency: currency.map(|currency| currency.to_string()),
        merchant: merchant.to_owned(),
        paid_by: None,
        card: None,
    })
}

/// The first word, and what follows it.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim()))
}

/// Whether this is the code of a place, as `jp`, `us`, `eu`.
pub fn is_region(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether these are last digits of a card.
pub fn is_card(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
