//! The sum in the shop's currency, as statements print it among other words.

use mioboe_model::{Currency, Money};

use crate::field::{DecimalMark, narrow, sum};

/// Codes that statements were seen to print, and those of Amazon's marketplaces; other three letters may be anything.
pub(crate) const CODES: [&str; 30] = [
    "USD", "EUR", "GBP", "JPY", "CAD", "AUD", "CHF", "CNY", "HKD", "KRW", "TWD", "THB", "SGD", "INR", "NZD",
    "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "MXN", "BRL", "AED", "SAR", "PHP", "VND", "IDR", "MYR",
];

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
