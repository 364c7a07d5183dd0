//! The sum in the shop's currency, as statements print it among other words.

use mioboe_model::text::lower;
use mioboe_model::{Currency, Money};

use crate::field::{DecimalMark, narrow, sum};

/// Codes that statements were seen to print, and those of Amazon's marketplaces; other three letters may be anything.
pub(crate) const CODES: [&str; 44] = [
    "USD", "EUR", "GBP", "JPY", "CAD", "AUD", "CHF", "CNY", "HKD", "KRW", "TWD", "THB", "SGD", "INR", "NZD",
    "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "MXN", "BRL", "AED", "SAR", "PHP", "VND", "IDR", "MYR",
    "RUB", "ZAR", "ILS", "RON", "BGN", "UAH", "EGP", "CLP", "COP", "PEN", "ARS", "ISK", "RSD", "KZT",
];

/// Words and signs of currencies, the longer before those that are in them. `$` alone is one of several.
const WORDS: [(&str, &str); 42] = [
    ("rur", "RUB"),
    ("us$", "USD"),
    ("米ドル", "USD"),
    ("us dollar", "USD"),
    ("ca$", "CAD"),
    ("c$", "CAD"),
    ("カナダドル", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("豪ドル", "AUD"),
    ("s$", "SGD"),
    ("シンガポールドル", "SGD"),
    ("hk$", "HKD"),
    ("香港ドル", "HKD"),
    ("nt$", "TWD"),
    ("台湾ドル", "TWD"),
    ("nz$", "NZD"),
    ("r$", "BRL"),
    ("mx$", "MXN"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("ユーロ", "EUR"),
    ("£", "GBP"),
    ("ポンド", "GBP"),
    ("pound sterling", "GBP"),
    ("円", "JPY"),
    ("¥", "JPY"),
    ("yen", "JPY"),
    ("₹", "INR"),
    ("rupee", "INR"),
    ("₩", "KRW"),
    ("ウォン", "KRW"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("ft", "HUF"),
    ("₽", "RUB"),
    ("руб", "RUB"),
    ("₺", "TRY"),
    ("元", "CNY"),
    ("sfr", "CHF"),
    ("rs.", "INR"),
    ("ドル", "USD"),
];

/// What a cell of a currency column says: a code, a word, a sign, and nothing beside it.
pub(super) fn currency_word(text: &str) -> Option<Currency> {
    let word: String = text.trim().chars().map(narrow).flat_map(char::to_lowercase).collect();
    let code = CODES.iter().find(|code| code.eq_ignore_ascii_case(&word)).copied();
    let by_word = || WORDS.iter().find(|(known, _)| *known == word).map(|&(_, code)| code);
    code.or_else(by_word).and_then(Currency::parse)
}

/// The currency that is named in a heading or beside a sum: `Amount (USD)`, `Betrag (€)`, `CAD$`, `利用額（円）`, `12,50 zł`.
pub(super) fn currency_in(text: &str) -> Option<Currency> {
    let narrow: String = text.chars().map(narrow).collect();
    let mut words = narrow.split(|c: char| !c.is_ascii_uppercase());
    let code = words.find(|word| CODES.contains(word)).and_then(Currency::parse);
    code.or_else(|| {
        let lower = lower(&narrow);
        let names = |word: &str| {
            lower.match_indices(word).any(|(at, _)| {
                let before = lower.get(..at).and_then(|front| front.chars().next_back());
                let after = lower.get(at + word.len()..).and_then(|rest| rest.chars().next());
                let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                !word.starts_with(|c: char| c.is_ascii_alphabetic())
                    || !(is_letter(before) || is_letter(after))
            })
        };
        // Among other words these are no currency: 元金, 25 ft.
        let is_word = |word: &str| !matches!(word, "元" | "ft" | "rs." | "sfr");
        WORDS
            .iter()
            .find(|(word, _)| is_word(word) && names(word))
            .and_then(|(_, code)| Currency::parse(code))
    })
}

/// `0.60　USD　110.712　07 03`, `USD11　(1USD=163.45円)`, `20.00 USD`: the first sum beside a currency.
pub(super) fn find(text: &str) -> Option<Money> {
    let text: String = text.chars().map(narrow).collect();
    CODES.iter().filter_map(|code| Some((text.find(code)?, code))).min().and_then(|(at, code)| {
        let (before, rest) = text.split_at_checked(at)?;
        let after = rest.strip_prefix(code)?;
        let currency = Currency::parse(code)?;
        let before = before.trim_end().rsplit(|c: char| !is_of_number(c)).next().unwrap_or_default();
        let after = after.trim_start().split(|c: char| !is_of_number(c)).next().unwrap_or_default();
        let value = sum(before, DecimalMark::Point).or_else(|| sum(after, DecimalMark::Point))?;
        Money::new(value, currency)
    })
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '-')
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_shops_sum_is_found_before_or_behind_its_currency() {
        for (text, expect) in [
            ("0.60　USD　110.712　07 03", Some("0.60 USD")),
            ("USD11　(1USD=163.454545円 換算日2026年8月7日)", Some("11.00 USD")),
            ("20.00 USD", Some("20.00 USD")),
            ("1650.00　JPY　1.0000　11 16", Some("1650 JPY")),
            ("返品", None),
            ("USD", None),
        ] {
            let found = find(text).map(|money| format!("{} {}", money.plain(), money.currency()));
            assert_eq!(found.as_deref(), expect, "{text}");
        }
    }
}
