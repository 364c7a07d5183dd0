//! Cells to days and sums, in every spelling met in statements and exports.

use chrono::{Datelike, NaiveDate};
use mioboe_model::Money;
use mioboe_model::text::lower;
pub(crate) use mioboe_model::{DateOrder, DecimalMark};
use rust_decimal::Decimal;

/// What one cell says about the decimal mark of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MarkHint {
    Point,
    Comma,
    /// `1,234` or `1.234`: thousands, or a fraction of three digits.
    Either,
    None,
}

/// Longer texts are no dates; cells with prose are rejected before they are looked at closely.
const LONGEST_DATE: usize = 40;
/// Excel counts days from here, so that 45917 is 2025-09-17.
const EXCEL_EPOCH: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);
/// 2000-01-01 to 2099-12-31.
const EXCEL_DAYS: std::ops::RangeInclusive<u64> = 36_526..=73_050;
/// Sums of more digits are account numbers.
const MOST_DIGITS: u32 = 18;

/// Reads a day. A year of four digits in front, an era or a month's name need no `order`.
///
/// A time of day behind it is left out: statements print local time.
pub(crate) fn day(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = text.trim().trim_start_matches('\'');
    if text.len() > LONGEST_DATE || !text.chars().next()?.is_alphanumeric() {
        return None;
    }
    let mut parts = DateParts::default();
    let mut chars = text.chars().map(narrow).peekable();
    while let Some(c) = chars.next() {
        match c {
            '0'..='9' => parts.digit(c)?,
            c if is_latin(c) => {
                let mut word = String::from(c);
                while let Some(next) = chars.next_if(|next| is_latin(*next)) {
                    word.push(next);
                }
                parts.word(&word)?;
            }
            '令' | '平' | '昭' | '大' => {
                chars.next_if(|next| matches!(next, '和' | '成' | '正'))?;
                parts.era(c)?;
            }
            // The first year of an era.
            '元' => parts.digit('1')?,
            '年' => {
                parts.year_first = true;
                parts.close();
            }
            '/' | '-' | '.' | ' ' | '\'' | '月' | '日' => parts.close(),
            ',' if parts.month.is_some() => parts.close(),
            // `2026:09:01`, which no time of day begins with.
            ':' if parts.year_stands_first() => parts.close(),
            ',' | ':' | '+' | '時' | '分' | '秒' | '(' | ')' | '曜' if parts.count() >= 2 => {
                parts.close();
            }
            _ => return None,
        }
    }
    parts.close();
    parts.day(order)
}

/// True where the cell is a day whichever order it is in.
pub(crate) fn looks_like_day(text: &str) -> bool {
    [DateOrder::Ymd, DateOrder::Mdy, DateOrder::Dmy].into_iter().any(|order| day(text, order).is_some())
}

#[derive(Default)]
struct DateParts {
    numbers: [u64; 4],
    lengths: [u32; 4],
    closed: usize,
    month: Option<(usize, u32)>,
    era_start: Option<i32>,
    year_first: bool,
}

impl DateParts {
    fn count(&self) -> usize {
        self.closed
    }

    fn year_stands_first(&self) -> bool {
        self.lengths.first() == Some(&4) && self.closed < 2
    }

    fn digit(&mut self, c: char) -> Option<()> {
        let (number, length) = (self.numbers.get_mut(self.closed), self.lengths.get_mut(self.closed));
        // What follows the day is a time: its digits are not wanted.
        let (Some(number), Some(length)) = (number, length) else { return Some(()) };
        if *length >= 14 {
            return None;
        }
        *number = *number * 10 + u64::from(c.to_digit(10)?);
        *length += 1;
        Some(())
    }

    fn close(&mut self) {
        if self.lengths.get(self.closed).is_some_and(|&length| length > 0) {
            self.closed += 1;
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        /// As they begin in the languages that banks write.
        const MONTHS: [&str; 12] = [
            "jan ene gen",
            "feb fev fév",
            "mar mär mrt",
            "apr abr avr",
            "may mai maj mag mei",
            "jun giu juin",
            "jul lug juil",
            "aug ago aoû",
            "sep set",
            "oct okt ott out",
            "nov",
            "dec dez dic déc des",
        ];
        self.close();
        let lower = lower(word);
        if self.closed == 1 && (lower == "de" || lower == "del") {
            return Some(());
        }
        if self.closed == 0 && self.month.is_none() && word.len() == 1 {
            return self.era(word.chars().next()?);
        }
        if let Some(month) =
            MONTHS.iter().position(|names| names.split(' ').any(|name| lower.starts_with(name)))
        {
            if self.month.is_some() || self.closed > 1 {
                return None;
            }
            self.month = Some((self.closed, u32::try_from(month).ok()? + 1));
            return Some(());
        }
        let ends_day = self.closed >= 1 && matches!(lower.as_str(), "st" | "nd" | "rd" | "th");
        let of_time =
            self.closed >= 3 && matches!(lower.as_str(), "t" | "z" | "am" | "pm" | "utc" | "gmt" | "jst");
        (ends_day || of_time).then_some(())
    }

    fn era(&mut self, letter: char) -> Option<()> {
        let start = match letter {
            '令' | 'R' | 'r' => 2018,
            '平' | 'H' | 'h' => 1988,
            '昭' | 'S' | 's' => 1925,
            _ => return None,
        };
        if self.closed > 0 || self.era_start.is_some() {
            return None;
        }
        self.era_start = Some(start);
        Some(())
    }

    fn day(&self, order: DateOrder) -> Option<NaiveDate> {
        let [a, b, c, _] = self.numbers;
        let [a_length, b_length, c_length, _] = self.lengths;
        if let Some((place, month)) = self.month {
            let (day, year, year_length) = if place > 1 || self.closed < 2 {
                return None;
            } else if a_length == 4 {
                (b, a, a_length)
            } else {
                (a, b, b_length)
            };
            return date(full_year(year, year_length)?, month, day);
        }
        if self.closed == 1 && self.era_start.is_none() {
            return match a_length {
                8 => date(a / 10_000, u32::try_from(a / 100 % 100).ok()?, a % 100),
                14 => {
                    date(a / 10_000_000_000, u32::try_from(a / 100_000_000 % 100).ok()?, a / 1_000_000 % 100)
                }
                6 if order == DateOrder::Ymd => {
                    date(2000 + a / 10_000, u32::try_from(a / 100 % 100).ok()?, a % 100)
                }
                5 if EXCEL_DAYS.contains(&a) => EXCEL_EPOCH?.checked_add_days(chrono::Days::new(a)),
                _ => None,
            };
        }
        // `20260831 12:00`.
        if a_length == 8 {
            return date(a / 10_000, u32::try_from(a / 100 % 100).ok()?, a % 100);
        }
        if self.closed < 3 {
            return None;
        }
        let small = |length: u32| (1..=2).contains(&length);
        if let Some(start) = self.era_start {
            // The first year is 元.
            if a == 0 {
                return None;
            }
            let year = u64::try_from(start).ok()? + a;
            return (small(a_length) && small(b_length) && small(c_length))
                .then(|| date(year, u32::try_from(b).ok()?, c))?;
        }
        if a_length == 4 || self.year_first || order == DateOrder::Ymd {
            let year = full_year(a, a_length)?;
            return (small(b_length) && small(c_length)).then(|| date(year, u32::try_from(b).ok()?, c))?;
        }
        let (month, day) = if order == DateOrder::Mdy { (a, b) } else { (b, a) };
        let year = full_year(c, c_length)?;
        (small(a_length) && small(b_length)).then(|| date(year, u32::try_from(month).ok()?, day))?
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x250
}

fn full_year(year: u64, length: u32) -> Option<u64> {
    match length {
        4 if (1990..=2099).contains(&year) => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A day that a statement, an order or a mail can be of: what is far beyond stands for none, and every count of months up to it
/// would go astray.
pub(crate) fn believed(day: NaiveDate) -> Option<NaiveDate> {
    (1990..=2099).contains(&day.year()).then_some(day)
}

fn date(year: u64, month: u32, day: u64) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        i32::try_from(year).ok().filter(|year| (1990..=2099).contains(year))?,
        month,
        u32::try_from(day).ok()?,
    )
}

/// Reads a sum: currency signs, grouping, every minus, brackets, `CR` and `DR`.
pub(crate) fn sum(text: &str, mark: DecimalMark) -> Option<Decimal> {
    let scan = Scan::of(text)?;
    let (point, group) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (mut value, mut digits, mut scale) = (0_i64, 0_u32, None::<u32>);
    // Digits since the last grouping sign; `None` before the first.
    let mut since_group: Option<u32> = None;
    for c in scan.body.chars() {
        match c {
            '0'..='9' => {
                digits += 1;
                if digits > MOST_DIGITS {
                    return None;
                }
                value = value * 10 + i64::from(c.to_digit(10)?);
                match &mut scale {
                    Some(scale) => *scale += 1,
                    None => since_group = since_group.map(|count| count + 1),
                }
            }
            c if c == point => {
                if scale.is_some() || since_group.is_some_and(|count| count != 3) {
                    return None;
                }
                scale = Some(0);
            }
            c if c == group || c == '\'' => {
                // Rupees are grouped by twos above the first thousand.
                if scale.is_some()
                    || digits == 0
                    || since_group.is_some_and(|count| !(2..=3).contains(&count))
                {
                    return None;
                }
                since_group = Some(0);
            }
            _ => return None,
        }
    }
    if digits == 0 || (scale.is_none() && since_group.is_some_and(|count| count != 3)) {
        return None;
    }
    let value = if scan.negative { -value } else { value };
    Decimal::try_new(value, scale.unwrap_or(0)).ok().filter(|value| Money::is_believable(*value))
}

/// True for a cell with a sum in it, whatever its decimal mark.
pub(crate) fn looks_like_sum(text: &str) -> bool {
    sum(text, DecimalMark::Point).is_some() || sum(text, DecimalMark::Comma).is_some()
}

/// What the cell says about its column's decimal mark.
pub(crate) fn mark_hint(text: &str) -> MarkHint {
    let Some(scan) = Scan::of(text) else { return MarkHint::None };
    let last = scan.body.rfind(['.', ',']);
    let Some((before, after)) = last.and_then(|at| scan.body.split_at_checked(at)) else {
        return MarkHint::None;
    };
    let is_comma = after.starts_with(',');
    let own = |comma: bool| if comma { MarkHint::Comma } else { MarkHint::Point };
    let (same, other) = if is_comma { (',', '.') } else { ('.', ',') };
    if before.contains(other) {
        own(is_comma)
    } else if before.contains(same) {
        own(!is_comma)
    } else if after.len() == 4 && !before.starts_with('0') && !before.is_empty() && before.len() <= 3 {
        MarkHint::Either
    } else {
        own(is_comma)
    }
}

/// A sum's digits and separators, what stands around them taken off.
struct Scan {
    body: String,
    negative: bool,
}

impl Scan {
    fn of(text: &str) -> Option<Self> {
        let mut body = String::with_capacity(16);
        let (mut negative, mut signs, mut brackets) = (false, 0, 0);
        let mut letters = String::new();
        let mut ended = false;
        for c in text.trim().chars().map(narrow) {
            match c {
                '0'..='9' | '.' | ',' if ended => return None,
                '.' if body.is_empty() && !letters.is_empty() => {}
                '0'..='9' | '.' | ',' => body.push(c),
                '\'' | '\u{2019}' => {
                    if !body.is_empty() {
                        body.push('\'');
                    }
                }
                '-' | '▲' | '△' => {
                    negative = true;
                    signs += 1;
                }
                '+' => signs += 1,
                '(' => brackets += 1,
                ')' => brackets -= 1,
                ' ' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{feff}' | '¥' | '\\' | '$' | '£' | '€'
                | '₹' | '円' | '₩' | '₽' | '₺' | '元' => {}
                c if (c.is_ascii_alphabetic() || matches!(c, 'ł' | 'č')) && letters.len() < 3 => {
                    ended = !body.is_empty();
                    letters.push(c.to_ascii_uppercase());
                }
                _ => return None,
            }
        }
        if signs > 1 || brackets != 0 || body.is_empty() {
            return None;
        }
        if text.contains('(') {
            negative = true;
        }
        match letters.as_str() {
            "" | "DR" | "RS" | "KR" | "Zł" | "Kč" => {}
            "CR" => negative = true,
            "R" | "US" | "A" | "AU" | "C" | "CA" | "S" | "HK" | "NT" | "NZ" | "MX" if text.contains('$') => {}
            code if code.len() == 3 => {}
            _ => return None,
        }
        Some(Self { body, negative })
    }
}

/// Full-width ASCII, every space and every dash as the plain one; anything else as it is.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '￥' => '¥',
        '￡' => '£',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_day(text: &str, order: DateOrder, expect: Option<&str>) {
        assert_eq!(day(text, order).map(|day| day.to_string()).as_deref(), expect, "{text:?}");
    }

    #[test]
    fn japanese_days_are_read() {
        for (text, expect) in [
            ("2026/09/28", "2026-09-28"),
            ("2026/9/5", "2026-09-05"),
            (" 2026/05/21", "2026-05-21"),
            ("26/05/31", "2026-05-31"),
            ("260518", "2026-05-18"),
            ("20260720", "2026-07-20"),
            ("2026年5月31日", "2026-05-31"),
            ("2026年 7月 2日", "2026-07-02"),
            ("2026年07月01日", "2026-07-01"),
            ("２０２６年７月１日", "2026-07-01"),
            ("2026.04.01", "2026-04-01"),
            ("2015-04-01", "2015-04-01"),
            ("H30.01.15", "2018-01-15"),
            ("R8.01.15", "2026-01-15"),
            ("平成 30 年 07 月 22 日", "2018-07-22"),
            ("令和元年5月1日", "2019-05-01"),
            ("平成26年4月1日", "2014-04-01"),
            ("2025/02/11 19:24:02", "2025-02-11"),
            ("2026/08/10 12:55", "2026-08-10"),
            ("2026-05-02T10:15:00Z", "2026-05-02"),
            ("45917", "2025-09-17"),
        ] {
            check_day(text, DateOrder::Ymd, Some(expect));
        }
    }

    #[test]
    fn days_of_the_world_are_read_in_their_order() {
        use DateOrder::{Dmy, Mdy};
        for (text, order, expect) in [
            ("08/03/2026", Mdy, "2026-08-03"),
            ("08/03/2026", Dmy, "2026-03-08"),
            ("8/3/26", Mdy, "2026-08-03"),
            ("8/ 3'26", Mdy, "2026-08-03"),
            ("03.08.26", Dmy, "2026-08-03"),
            ("03.08.2026", Dmy, "2026-08-03"),
            ("10 Feb 18", Dmy, "2018-02-10"),
            ("10 Feb 2018", Mdy, "2018-02-10"),
            ("02-Aug-2026", Dmy, "2026-08-02"),
            ("Aug 3, 2026", Mdy, "2026-08-03"),
            ("August 3rd, 2026", Mdy, "2026-08-03"),
            ("2026-08-03", Dmy, "2026-08-03"),
            ("2026-08-03 10:15:00", Mdy, "2026-08-03"),
            ("03/08/2026 14:20:11", Dmy, "2026-08-03"),
            ("20260803", Mdy, "2026-08-03"),
        ] {
            check_day(text, order, Some(expect));
        }
    }

    #[test]
    fn what_is_no_day_is_not_read_as_one() {
        for text in [
            "",
            "-",
            "合計",
            "2026/13/40",
            "2026/02/30",
            "1,234",
            "1234",
            "12.50",
            "4980-80**-****-****",
            "26/10",
            "'26/10",
            "07 03",
            "250-1234567-1234567",
            "10月",
            "11月以降",
            "Pending",
            "10/20/30 shop",
            "3-1-2 Mihon",
            "1.234.567",
        ] {
            check_day(text, DateOrder::Ymd, None);
        }
    }

    #[track_caller]
    fn check_sum(text: &str, mark: DecimalMark, expect: Option<&str>) {
        assert_eq!(sum(text, mark).map(|sum| sum.to_string()).as_deref(), expect, "{text:?}");
    }

    #[test]
    fn japanese_sums_are_read() {
        for (text, expect) in [
            ("1,234", "1234"),
            ("１，２３４", "1234"),
            ("¥1,234", "1234"),
            ("￥1,234", "1234"),
            ("\\1,234", "1234"),
            ("1,234円", "1234"),
            ("-1,234", "-1234"),
            ("−1,234", "-1234"),
            ("－1,234", "-1234"),
            ("▲1,234", "-1234"),
            ("△1,234", "-1234"),
            ("-¥1,234", "-1234"),
            ("¥-1,234", "-1234"),
            ("0000522043", "522043"),
            ("0", "0"),
            ("５．０００", "5.000"),
        ] {
            check_sum(text, DecimalMark::Point, Some(expect));
        }
        for text in ["", "-", "１回", "* 2", "10月", "＜架空　太郎　様", "1,23", "1,2345", "12,34,5"]
        {
            check_sum(text, DecimalMark::Point, None);
        }
    }

    #[test]
    fn sums_of_the_world_are_read() {
        use DecimalMark::{Comma, Point};
        for (text, mark, expect) in [
            ("-12.34", Point, "-12.34"),
            ("$4,004.44", Point, "4004.44"),
            ("-$4,004.44", Point, "-4004.44"),
            ("($12.34)", Point, "-12.34"),
            ("12.34-", Point, "-12.34"),
            ("12.34 CR", Point, "-12.34"),
            ("12.34Cr", Point, "-12.34"),
            ("12.34 DR", Point, "12.34"),
            ("1,23,456.78", Point, "123456.78"),
            ("1'234.50", Point, "1234.50"),
            ("1’234.50", Point, "1234.50"),
            ("£67.40", Point, "67.40"),
            ("EUR 12.50", Point, "12.50"),
            ("Rs. 12.50", Point, "12.50"),
            (".50", Point, "0.50"),
            ("5.", Point, "5"),
            ("+3.10", Point, "3.10"),
            ("-10,80 €", Comma, "-10.80"),
            ("1.234,56", Comma, "1234.56"),
            ("R$ 1.234,56", Comma, "1234.56"),
            ("-R$ 12,50", Comma, "-12.50"),
            ("US$12.50", Point, "12.50"),
            ("12,50 zł", Comma, "12.50"),
            ("1 234,56 Kč", Comma, "1234.56"),
            ("1 234,56", Comma, "1234.56"),
            ("1\u{202f}234,56 €", Comma, "1234.56"),
            ("-110,7 €", Comma, "-110.7"),
        ] {
            check_sum(text, mark, Some(expect));
        }
        for text in ["--5.00", "1.2.3", "12.34.56", "abc", "(5.00", "AMZN 12", "12345678901234567890"] {
            check_sum(text, Point, None);
        }
    }

    #[test]
    fn a_cell_tells_of_its_columns_mark_only_what_is_certain() {
        for (text, expect) in [
            ("1,234.56", MarkHint::Point),
            ("1.234,56", MarkHint::Comma),
            ("12.5", MarkHint::Point),
            ("12,50", MarkHint::Comma),
            ("1,234", MarkHint::Either),
            ("1.234", MarkHint::Either),
            ("0,123", MarkHint::Comma),
            ("1,234,567", MarkHint::Point),
            ("1234", MarkHint::None),
            ("1234.567", MarkHint::Point),
        ] {
            assert_eq!(mark_hint(text), expect, "{text}");
        }
    }
}
