//! Sums as Amazon's pages write them: with a currency, and with the marks of any country.

use mioboe_model::{Currency, Money};
use rust_decimal::Decimal;

use super::words::SIGNS;

/// A sum with the currency that its sign names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    /// In dollars where the sign does not say whose.
    amount: Money,
    pub(super) coin: Coin,
    /// A sign stands before it, as on the page of payments.
    pub(super) is_signed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coin {
    Named(Currency),
    /// `$` alone: the dollar or the peso of the site.
    Dollar,
}

impl Sum {
    pub(super) fn value(&self) -> Decimal {
        self.amount.value()
    }

    pub(super) fn money(self, dollar: Currency) -> Money {
        match self.coin {
            Coin::Named(_) => self.amount,
            Coin::Dollar => self.amount.in_coins_of(dollar),
        }
    }
}

/// Reads a text that is a sum and nothing else; one without a currency is none.
pub(super) fn only(text: &str) -> Option<Sum> {
    // A mark of a footnote may follow.
    let text = text.trim().trim_end_matches(['^', '*', '†']).trim_end();
    let (negative, rest) = signed(text);
    let (before, rest) = coin(rest.trim_start());
    // `MXN $1,106.89`.
    let rest = rest.trim_start();
    let rest = rest.strip_prefix('$').filter(|_| matches!(before, Some(Coin::Named(_)))).unwrap_or(rest);
    let (negative, rest) = match (negative, signed(rest.trim_start())) {
        (Some(_), (Some(_), _)) => return None,
        (None, (sign, rest)) | (sign, (None, rest)) => (sign, rest),
    };
    let end = rest
        .char_indices()
        .find(|&(at, c)| {
            let is_inside = c.is_ascii_digit()
                || matches!(c, '.' | ',' | '\'')
                || (c == ' '
                    && rest.get(at + 1..).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())));
            !is_inside
        })
        .map_or(rest.len(), |(at, _)| at);
    let (number, rest) = rest.split_at_checked(end)?;
    let (after, rest) = coin(rest.trim_start());
    if !rest.trim_matches([' ', '.']).is_empty() {
        return None;
    }
    let coin = match (before, after) {
        (Some(coin), None) | (None, Some(coin)) => coin,
        // `$12.34 USD`.
        (Some(Coin::Dollar), Some(named)) => named,
        (Some(one), Some(other)) if one == other => one,
        _ => return None,
    };
    let currency = match coin {
        Coin::Named(currency) => currency,
        Coin::Dollar => Currency::USD,
    };
    let amount = Money::new(decimal(number, coin)?, currency)?;
    Some(Sum {
        amount: if negative == Some(true) { amount.negated() } else { amount },
        coin,
        is_signed: negative.is_some(),
    })
}

/// The text before a sum that ends the line, and the sum: `Visa ****1234 -$17.28`, `合計 ￥1,339`.
pub(super) fn at_end(text: &str) -> Option<(&str, Sum)> {
    // Whole lines of prose are not tried at each of their letters.
    const LONGEST: usize = 24;
    let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let from = starts.len().saturating_sub(LONGEST);
    starts.drain(..from);
    starts.into_iter().find_map(|at| {
        let (before, sum) = text.split_at_checked(at)?;
        let begins = sum.chars().next()?;
        let last = before.chars().next_back();
        // `****1234-$5.00` may be cut before its sign or its currency, never inside of a number or a word.
        let is_joint = match last {
            None => true,
            Some(last) if last.is_whitespace() || matches!(last, ':' | '(') => true,
            Some(_) if matches!(begins, '-' | '+') => true,
            Some(last) => {
                !last.is_ascii_alphanumeric()
                    && !matches!(last, '-' | '+' | '$' | '.' | ',')
                    && !begins.is_ascii_digit()
            }
        };
        if !is_joint || begins.is_whitespace() {
            return None;
        }
        only(sum).map(|sum| (before.trim(), sum))
    })
}

fn signed(text: &str) -> (Option<bool>, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (Some(true), rest),
        None => text.strip_prefix('+').map_or((None, text), |rest| (Some(false), rest)),
    }
}

/// The currency at the beginning of what is left, in any letters.
fn coin(text: &str) -> (Option<Coin>, &str) {
    for &(sign, code) in SIGNS {
        let Some((start, rest)) = text.split_at_checked(sign.len()) else { continue };
        let is_word = sign.ends_with(char::is_alphabetic);
        let goes_on = is_word && rest.starts_with(char::is_alphabetic);
        if start.eq_ignore_ascii_case(sign) && !goes_on {
            return (Currency::parse(code).map(Coin::Named), rest);
        }
    }
    text.strip_prefix('$').map_or((None, text), |rest| (Some(Coin::Dollar), rest))
}

/// `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `1,06,890.00`, `1,234`: a mark before one or two last digits is the decimal
/// mark, one before three is between thousands, as no price has three places.
fn decimal(number: &str, coin: Coin) -> Option<Decimal> {
    let places = match coin {
        Coin::Named(currency) => currency.decimals(),
        Coin::Dollar => 2,
    };
    let last = number.rfind(['.', ',', '\'', ' ']);
    let (whole, fraction) = match last.and_then(|at| number.split_at_checked(at)) {
        Some((whole, tail)) => {
            let digits = tail.get(1..)?;
            match digits.len() {
                3 => (number, ""),
                1 | 2 if 0 < places && tail.starts_with(['.', ',']) => (whole, digits),
                _ => return None,
            }
        }
        None => (number, ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',', '\'', ' ']).collect();
    let [first, rest @ ..] = &groups[..] else { return None };
    let grouped = rest.split_last().is_none_or(|(last, middle)| {
        last.len() == 3
            && (1..=3).contains(&first.len())
            && middle.iter().all(|group| (2..=3).contains(&group.len()))
    });
    // One kind of mark between thousands.
    let mut marks: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    marks.dedup();
    let mark = last.and_then(|at| number.get(at..)?.chars().next()).filter(|_| !fraction.is_empty());
    if !grouped || 1 < marks.len() || mark.is_some_and(|mark| marks.contains(&mark)) {
        return None;
    }
    let digits: String = groups.concat();
    if digits.is_empty() || 15 < digits.len() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value: i64 = format!("{digits}{fraction}").parse().ok()?;
    Decimal::try_new(value, u32::try_from(fraction.len()).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Coin, at_end, only};

    #[track_caller]
    fn told(text: &str) -> Option<String> {
        only(text).map(|sum| {
            let coin = match sum.coin {
                Coin::Named(currency) => currency.to_string(),
                Coin::Dollar => "$".to_owned(),
            };
            format!("{} {coin}", sum.value())
        })
    }

    #[test]
    fn sums_of_every_site_are_read() {
        for (text, expect) in [
            ("$17.28", "17.28 $"),
            ("-$1,164.24", "-1164.24 $"),
            ("$-17.28", "-17.28 $"),
            ("+CA$12.34", "12.34 CAD"),
            ("-R$ 30,30", "-30.3 BRL"),
            ("R$ 1.106,89", "1106.89 BRL"),
            ("-₹1,06,728.00", "-106728 INR"),
            ("₹1,728", "1728 INR"),
            ("-EUR 30,30", "-30.3 EUR"),
            ("EUR 1.106,89", "1106.89 EUR"),
            ("106,89 €", "106.89 EUR"),
            ("1 106,89 €", "1106.89 EUR"),
            ("€ 12,99", "12.99 EUR"),
            ("106,89 $", "106.89 $"),
            ("MXN1,106.89", "1106.89 MXN"),
            ("MXN $1,106.89", "1106.89 MXN"),
            ("$12.34 USD", "12.34 USD"),
            ("1 299,00 kr", "1299 SEK"),
            ("129 kr", "129 SEK"),
            ("59,99 zł", "59.99 PLN"),
            ("CHF 1'106.90", "1106.9 CHF"),
            ("¥1,728", "1728 JPY"),
            ("3,980円", "3980 JPY"),
            ("£9.9", "9.9 GBP"),
            ("$16.99^", "16.99 $"),
        ] {
            assert_eq!(told(text).as_deref(), Some(expect), "{text}");
        }
    }

    #[test]
    fn what_may_be_another_sum_is_none() {
        for text in [
            "17.28",
            "$",
            "$1,23.45",
            "¥1,23",
            "$1.2345",
            "12,99 € 13",
            "--$5.00",
            "$1.234.56",
            "US$5 GBP",
            "5 krona",
            "$12,34.5",
            "3 items",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn a_sum_ends_a_line() {
        for (text, before, value) in [
            ("Visa ****0552 -$17.28", "Visa ****0552", "-17.28"),
            ("Visa ****0552-£9.99", "Visa ****0552", "-9.99"),
            ("Mastercard ****1673-CA$10.34", "Mastercard ****1673", "-10.34"),
            ("Visa ****0552 -R$ 30,30", "Visa ****0552", "-30.30"),
            ("Visa ****0552 -1 234,56 €", "Visa ****0552", "-1234.56"),
            ("Amazonポイント-¥100", "Amazonポイント", "-100"),
            ("Order Total: $32.05", "Order Total:", "32.05"),
            ("合計:¥1,339", "合計:", "1339"),
            ("Total MXN $1,106.89", "Total", "1106.89"),
        ] {
            let (found, sum) = at_end(text).unwrap();
            assert_eq!((found, sum.value()), (before, value.parse().unwrap()), "{text}");
        }
        assert_eq!(at_end("2-pack of 5 for you"), None);
    }
}
