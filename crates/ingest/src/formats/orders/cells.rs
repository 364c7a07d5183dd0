//! Cells of Amazon's own files, and of those tools make of them, to days, sums and means of payment.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use memchr::memchr_iter;
use mioboe_model::text::lower;
use mioboe_model::{Currency, Money, PayLegs, When};
use rust_decimal::Decimal;

use crate::field::believed;

/// The many ways in which the files say that there is nothing.
pub(super) fn is_absent(cell: &str) -> bool {
    const WORDS: [&str; 7] =
        ["Not Available", "Not Applicable", "N/A", "該当無し", "該当なし", "UNKNOWN", "?"];
    let cell = trimmed(cell);
    cell.is_empty() || WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// The cell's text without the `="…"` that keeps spreadsheets from reading it as a number.
pub(super) fn bare(cell: &str) -> &str {
    let cell = trimmed(cell);
    cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).map_or(cell, str::trim)
}

/// As `trim` does it, at sight where nothing is to be trimmed.
pub(super) fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [only] if only.is_ascii_graphic() => cell,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}

/// Reads `13.6`, `1,180`, `'-6.52'`, `¥500`, `-$17.28`, `+CA$12.34`; the currency's sign is not judged.
///
/// Commas must stand between groups of digits; `12,34` may be a fraction and is not read.
pub(super) fn decimal(cell: &str) -> Option<Decimal> {
    let cell = bare(cell);
    // Nearly all are digits and nothing else.
    if let Some(whole) = digits(cell) {
        return Some(whole.into());
    }
    let cell = cell.strip_prefix('\'').map_or(cell, |rest| rest.strip_suffix('\'').unwrap_or(rest));
    let (negative, rest) = signed(cell.trim());
    let rest =
        rest.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '$' | '£' | '€' | '¥' | '￥'));
    let (negative, rest) = if negative { (true, rest) } else { signed(rest.trim()) };
    let rest = rest.trim_end_matches('円').trim();
    let value = unsigned(rest)?;
    Some(if negative { -value } else { value })
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−', '－']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn unsigned(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() || fraction.contains(',') || !is_grouped(whole) {
        return None;
    }
    let mut mantissa: i128 = 0;
    for byte in whole.bytes().chain(fraction.bytes()).filter(|&byte| byte != b',') {
        let digit = byte.is_ascii_digit().then(|| i128::from(byte - b'0'))?;
        mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
    }
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(fraction.len()).ok()?).ok()
}

/// `1,234,567` and India's `12,34,567`, but not `12,34`.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.rsplit(',');
    let last = groups.next().unwrap_or_default();
    let mut groups = groups.peekable();
    if groups.peek().is_none() {
        return true;
    }
    let mut rest: Vec<&str> = groups.collect();
    let first = rest.pop().unwrap_or_default();
    last.len() == 3
        && (1..=3).contains(&first.len())
        && rest.iter().all(|group| (2..=3).contains(&group.len()))
}

/// A table that a spreadsheet of another country saved again has `12,34`, which no currency without fractions can mean.
pub(super) fn money(cell: &str, currency: Currency) -> Option<Money> {
    let value = decimal(cell).or_else(|| if currency.decimals() == 0 { None } else { with_comma(cell) });
    value.and_then(|value| Money::new(value, currency))
}

/// `1.234,56`, `12,3`: one or two digits behind the comma, so that it stands between no thousands.
fn with_comma(cell: &str) -> Option<Decimal> {
    let cell = bare(cell);
    let cell = cell.strip_prefix('\'').map_or(cell, |rest| rest.strip_suffix('\'').unwrap_or(rest));
    let (whole, fraction) = cell.rsplit_once(',')?;
    let is_fraction = |text: &str| {
        let digits = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '$'));
        matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if whole.contains(',') || !is_fraction(fraction) {
        return None;
    }
    decimal(&format!("{}.{}", whole.replace('.', ","), fraction.trim_end_matches(['€', '$', ' '])))
}

/// Several moments of one cell, `2026-02-10T00:30:49Z and 2026-02-11T04:00:00+00:00`; `None` if one cannot be read.
pub(super) fn moments(cell: &str) -> Option<Vec<When>> {
    joined(cell).filter(|part| !is_absent(part)).map(moment).collect()
}

/// The parts of a cell that speaks of several things, `Visa - 1234 and Gift Certificate/Card`. Nearly all have one.
pub(super) fn joined(cell: &str) -> impl Iterator<Item = &str> + Clone {
    const JOINT: &str = " and ";
    let mut rest = Some(cell);
    std::iter::from_fn(move || {
        let cell = rest?;
        let joint = memchr_iter(b' ', cell.as_bytes())
            .filter_map(|at| cell.split_at_checked(at))
            .find_map(|(part, behind)| Some((part, behind.strip_prefix(JOINT)?)));
        rest = joint.map(|(_, behind)| behind);
        Some(joint.map_or(cell, |(part, _)| part))
    })
}

/// An instant where the cell has a time of day (always UTC in Amazon's exports), else a day.
///
/// Reads `2026-02-10T00:30:49.625Z`, `2026-02-10T00:30:49+00:00`, `11/11/2021 22:32:48 UTC`, `2025-10-3`,
/// `2026/7/14`, `07/21/2026`, `02/26/14`, `2026年7月16日`.
pub(crate) fn moment(cell: &str) -> Option<When> {
    let cell = bare(cell);
    if let Some(instant) = usual_instant(cell) {
        return Some(When::Instant(instant));
    }
    let of_parts = |at: usize| {
        let (date, time) = cell.split_at_checked(at)?;
        instant(day(date)?, time.get(1..)?.trim()).map(When::Instant)
    };
    let usual = match cell.find(['T', ' ']) {
        None => day(cell).map(When::Day),
        Some(at) => of_parts(at),
    };
    // What extensions copy from a page: `December 29, 2025`.
    usual.or_else(|| super::pages::day(cell).map(When::Day))
}

/// `2026-02-10T00:30:49Z`, as nearly all are; `None` of any other form.
fn usual_instant(cell: &str) -> Option<DateTime<Utc>> {
    let bytes: &[u8; 20] = cell.as_bytes().try_into().ok()?;
    if [4, 7, 10, 13, 16, 19].map(|at| bytes.get(at).copied()) != b"--T::Z".map(Some) {
        return None;
    }
    let number = |from: usize, to: usize| digits(cell.get(from..to)?);
    let day = NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?);
    let day = day.and_then(believed)?;
    Some(day.and_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?.and_utc())
}

/// Where the year is not in front the month is: none of these files writes the day first.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split(['-', '/', '年', '月', '日']).filter(|part| !part.is_empty());
    let mut number = || parts.next().and_then(|part| Some((part.len(), digits(part)?)));
    let ((width, first), (_, second), (last_width, last)) = (number()?, number()?, number()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (width, last_width) {
        (4, 1..=2) => (first, second, last),
        (1..=2, 4) => (last, first, second),
        (1..=2, 2) => (2000 + last, first, second),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).and_then(believed)
}

fn instant(day: NaiveDate, time: &str) -> Option<DateTime<Utc>> {
    let (time, offset) = if let Some(time) = time.strip_suffix('Z').or_else(|| time.strip_suffix("UTC")) {
        (time, 0)
    } else if let Some(at) = time.rfind(['+', '-']) {
        let (time, offset) = time.split_at_checked(at)?;
        (time, minutes(offset)?)
    } else {
        (time, 0)
    };
    let (time, fraction) = time.trim().split_once('.').unwrap_or((time.trim(), ""));
    let mut parts = time.split(':');
    let hour = digits(parts.next()?)?;
    let minute = digits(parts.next()?)?;
    let second = parts.next().map_or(Some(0), digits)?;
    let time = NaiveTime::from_hms_nano_opt(hour, minute, second, nanoseconds(fraction)?)?;
    NaiveDateTime::new(day, time)
        .checked_sub_signed(Duration::minutes(offset))
        .map(|instant| instant.and_utc())
}

fn minutes(offset: &str) -> Option<i64> {
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    Some(sign * (i64::from(digits(hours)?) * 60 + i64::from(digits(minutes)?)))
}

fn nanoseconds(fraction: &str) -> Option<u32> {
    let digits = if fraction.is_empty() { 0 } else { digits(fraction)? };
    let width = u32::try_from(fraction.len()).ok()?;
    digits.checked_mul(10u32.checked_pow(9u32.checked_sub(width)?)?)
}

fn digits(text: &str) -> Option<u32> {
    if text.is_empty() || 9 < text.len() {
        return None;
    }
    text.bytes()
        .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
}

/// Reads `Gift Certificate/Card and Visa - 1234`; the file names the means, never their sums.
pub(super) fn legs(cell: &str) -> PayLegs {
    let mut legs = PayLegs::default();
    for leg in joined(cell).map(str::trim).filter(|leg| !is_absent(leg)) {
        legs.known = true;
        if is_balance(leg) {
            legs.balance = true;
        } else if let Some(digits) = last_digits(leg)
            && !legs.cards.contains(&digits)
        {
            legs.cards.push(digits);
        } else {
            legs.elsewhere |= is_elsewhere(leg);
        }
    }
    legs
}

/// A means of payment that is no card: gift-card balance, points.
pub(super) fn is_balance(means: &str) -> bool {
    let means = lower(means);
    ["gift c", "giftc", "points", "ポイント", "ギフト"].iter().any(|word| means.contains(word))
}

/// Means of payment whose charge stands on no card's or account's statement under Amazon's name: the phone's bill, cash, and
/// companies that are paid later. Names as Amazon's pages on payment list them, 2026-11.
fn is_elsewhere(means: &str) -> bool {
    const MEANS: [&str; 19] = [
        "d払い",
        "docomo",
        "ドコモ",
        "auかんたん",
        "かんたん決済",
        "ソフトバンク",
        "携帯決済",
        "キャリア",
        "paidy",
        "あと払い",
        "代金引換",
        "代引",
        "コンビニ",
        "cash on delivery",
        "convenience",
        "pay on delivery",
        "mobile carrier",
        "affirm",
        "klarna",
    ];
    let means = lower(means);
    MEANS.iter().any(|word| means.contains(word))
}

/// The digits of a card named last, `Visa - 1234`, `Visa（下4けたが1234）`, `Visa ****1234`; three to five of them.
pub(super) fn last_digits(text: &str) -> Option<String> {
    let text = bare(text).trim_end_matches(['）', ')']);
    let digits = text.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    (3..=5).contains(&digits.len()).then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_decimal(cell: &str, expect: Option<&str>) {
        assert_eq!(decimal(cell).map(|value| value.to_string()), expect.map(str::to_owned), "{cell}");
    }

    #[test]
    fn sums_are_read_as_the_files_write_them() {
        for (cell, value) in [
            ("13.6", "13.6"),
            ("0", "0"),
            ("1,180", "1180"),
            ("1,234.5", "1234.5"),
            ("1,430.71", "1430.71"),
            ("12,34,567", "1234567"),
            ("'-6.52'", "-6.52"),
            ("'1,495'", "1495"),
            ("'-789'", "-789"),
            ("¥500", "500"),
            ("￥1,234", "1234"),
            ("500円", "500"),
            ("-$17.28", "-17.28"),
            ("$-17.28", "-17.28"),
            ("+CA$12.34", "12.34"),
            ("=\"9985\"", "9985"),
            ("−200", "-200"),
        ] {
            check_decimal(cell, Some(value));
        }
    }

    #[test]
    fn a_comma_that_may_be_a_decimal_mark_is_not_read() {
        for cell in [
            "12,34",
            "1,2345",
            ",123",
            "1.2.3",
            "1.234,5",
            "abc",
            "",
            "-",
            "12a",
            "99999999999999999999999999999999999999999999",
        ] {
            check_decimal(cell, None);
        }
    }

    #[test]
    fn a_table_saved_again_elsewhere_has_decimal_commas() {
        let money = |cell, code| money(cell, Currency::parse(code).unwrap()).map(|sum| sum.plain());
        for (cell, value) in [
            ("17,28", "17.28"),
            ("1.234,5", "1234.50"),
            ("'-6,52'", "-6.52"),
            ("1.234.567,89 €", "1234567.89"),
            ("1,234", "1234.00"),
            ("1,234.5", "1234.50"),
        ] {
            assert_eq!(money(cell, "EUR").as_deref(), Some(value), "{cell}");
        }
        for (cell, code) in
            [("12,34", "JPY"), ("1,2345", "EUR"), ("1,23,4", "EUR"), (",5", "EUR"), ("12,34,56", "EUR")]
        {
            assert_eq!(money(cell, code), None, "{cell}");
        }
    }

    #[track_caller]
    fn check_moment(cell: &str, expect: &str) {
        let found = match moment(cell) {
            None => "none".to_owned(),
            Some(When::Day(day)) => day.to_string(),
            Some(When::Instant(instant)) => instant.to_rfc3339(),
        };
        assert_eq!(found, expect, "{cell}");
    }

    #[test]
    fn moments_of_all_exports_are_read() {
        check_moment("2026-02-10T00:30:49Z", "2026-02-10T00:30:49+00:00");
        check_moment("2026-02-10T00:30:49.625Z", "2026-02-10T00:30:49.625+00:00");
        check_moment("2024-07-19T20:23:05+00:00", "2024-07-19T20:23:05+00:00");
        check_moment("2024-07-19T20:23:05+09:00", "2024-07-19T11:23:05+00:00");
        check_moment("11/11/2021 22:32:48 UTC", "2021-11-11T22:32:48+00:00");
        check_moment("2025-10-3", "2025-10-03");
        check_moment("2026/7/14", "2026-07-14");
        check_moment("07/21/2026", "2026-07-21");
        check_moment("02/26/14", "2014-02-26");
        check_moment("2026年7月16日", "2026-07-16");
        check_moment("December 29, 2025", "2025-12-29");
        check_moment("7. Dezember 2026", "2026-12-07");
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for cell in
            ["", "Not Available", "2026-13-40", "21/07/2026", "2026-02-10T25:00:00Z", "T", "2026-02", "日"]
        {
            check_moment(cell, "none");
        }
    }

    #[test]
    fn one_line_sent_in_parts_has_several_days() {
        let parts = moments("2024-07-19T19:52:49Z and 2024-07-19T20:23:05+00:00").unwrap();
        assert_eq!(parts.len(), 2);
        assert_eq!(moments("Not Available"), Some(vec![]));
        assert_eq!(moments("2024-07-19T19:52:49Z and soon"), None);
    }

    #[track_caller]
    fn check_legs(cell: &str, cards: &[&str], balance: bool, known: bool) {
        assert_eq!(
            legs(cell),
            PayLegs {
                cards: cards.iter().map(|&card| card.to_owned()).collect(),
                balance,
                known,
                elsewhere: false
            },
            "{cell}"
        );
    }

    #[test]
    fn what_no_card_paid_is_told() {
        for cell in ["d払い", "代金引換", "Paidy", "あと払い（Paidy）", "コンビニ・ATM", "Cash on Delivery"]
        {
            assert!(legs(cell).without_card(), "{cell}");
        }
        for cell in ["Visa", "Visa - 1234", "d払い and Visa - 1234", "Not Available"] {
            assert!(!legs(cell).without_card(), "{cell}");
        }
    }

    #[test]
    fn means_of_payment_are_told_apart() {
        check_legs("Visa - 1234", &["1234"], false, true);
        check_legs("American Express - 1002", &["1002"], false, true);
        check_legs("Gift Certificate/Card and Visa - 1234", &["1234"], true, true);
        check_legs("Visa - 1234 and Visa - 1234", &["1234"], false, true);
        check_legs("Visa - 1234 and MasterCard - 5678", &["1234", "5678"], false, true);
        check_legs("Gift Certificate/Card", &[], true, true);
        check_legs("Not Available", &[], false, false);
        check_legs("", &[], false, false);
    }

    #[test]
    fn card_digits_are_found_in_every_spelling() {
        for text in
            ["Visa - 1234", "Visa（下4けたが1234）", "Visa ****1234", "=\"1234\"", "Visa ending in 1234"]
        {
            assert_eq!(last_digits(text).as_deref(), Some("1234"), "{text}");
        }
        assert_eq!(last_digits("Visa"), None);
        assert_eq!(last_digits("2026-07-14 123456"), None);
    }
}
