//! What an Amazon site charges in.

use crate::Currency;

/// The currency of the site whose name or address the text holds.
pub fn currency(text: &str) -> Option<Currency> {
    let text = text.to_ascii_lowercase();
    let after = text.split_once("amazon.")?.1;
    let domain = after.split(|c: char| !(c.is_ascii_alphabetic() || c == '.')).next()?.trim_end_matches('.');
    SITES.iter().find(|(site, _)| *site == domain).and_then(|(_, code)| Currency::parse(code))
}

const SITES: [(&str, &str); 22] = [
    ("com", "USD"),
    ("co.jp", "JPY"),
    ("co.uk", "GBP"),
    ("ca", "CAD"),
    ("com.au", "AUD"),
    ("com.br", "BRL"),
    ("com.mx", "MXN"),
    ("com.tr", "TRY"),
    ("com.be", "EUR"),
    ("de", "EUR"),
    ("fr", "EUR"),
    ("it", "EUR"),
    ("es", "EUR"),
    ("nl", "EUR"),
    ("ie", "EUR"),
    ("in", "INR"),
    ("pl", "PLN"),
    ("se", "SEK"),
    ("sg", "SGD"),
    ("ae", "AED"),
    ("sa", "SAR"),
    ("eg", "EGP"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_told_by_their_whole_domain() {
        for (text, code) in [
            ("Amazon.co.jp", "JPY"),
            ("https://www.amazon.com/gp/css/summary?orderID=1", "USD"),
            ("https://www.amazon.com.au/x", "AUD"),
            ("Amazon.com | AMZN Mktp US", "USD"),
            ("www.amazon.de", "EUR"),
        ] {
            assert_eq!(currency(text), Currency::parse(code), "{text}");
        }
        assert_eq!(currency("panda01"), None);
        assert_eq!(currency("amazon.example"), None);
    }
}
