//! Days as Amazon's pages write them, in every language.

use chrono::NaiveDate;
use mioboe_model::text::lower;

use super::words::MONTHS;

/// A day found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) day: NaiveDate,
    /// Where it begins and ends, in bytes.
    start: usize,
    end: usize,
    /// The language of the month's name, where only one has it.
    pub(super) language: Option<&'static str>,
    pub(super) is_day_first: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Word,
}

#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    kind: Kind,
    text: &'t str,
    start: usize,
    end: usize,
}

/// The first day in a text, `June 9, 2026`, `9. Juni 2026`, `9 de junio de 2026`, `2026年6月9日`, `09.06.2026`. A day whose
/// month may be either number, `06/09/2026`, is none.
pub(super) fn find(text: &str) -> Option<Found> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| day_at(text, tokens.get(at..)?))
}

/// The day of a text that is a day and perhaps the name of the day of the week.
pub(super) fn only(text: &str) -> Option<Found> {
    const LONGEST: usize = 60;
    if text.len() > LONGEST {
        return None;
    }
    let found = find(text)?;
    let (before, after) = (text.get(..found.start)?, text.get(found.end..)?);
    let is_week_day = |text: &str| {
        let text = text
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '(' | ')' | '（' | '）'));
        text.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-')) && text.chars().count() <= 13
    };
    (is_week_day(before) && is_week_day(after)).then_some(found)
}

fn day_at(text: &str, tokens: &[Token<'_>]) -> Option<Found> {
    let &first = tokens.first()?;
    let number = |token: &Token<'_>| -> Option<u32> {
        (token.kind == Kind::Number && token.text.len() <= 4).then(|| token.text.parse().ok())?
    };
    let year = |token: &Token<'_>| number(token).filter(|year| (1995..=2099).contains(year));
    let small = |token: &Token<'_>| number(token).filter(|_| token.text.len() <= 2);
    let found = |day: Option<NaiveDate>, last: &Token<'_>, language, is_day_first| {
        let rest = text.get(last.end..).unwrap_or_default();
        let end = last.end + if rest.starts_with('日') { '日'.len_utf8() } else { 0 };
        Some(Found { day: day?, start: first.start, end, language, is_day_first })
    };
    let date =
        |year: u32, month: u32, day: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let between = |a: &Token<'_>, b: &Token<'_>| text.get(a.end..b.start).unwrap_or_default();

    // 2026年6月9日, 2026-06-09, 2026/6/9.
    if let (Some(y), [_, b, c, ..]) = (year(&first), tokens)
        && let (Some(m), Some(d)) = (small(b), small(c))
        && [between(&first, b), between(b, c)]
            .iter()
            .all(|gap| matches!(gap.trim(), "年" | "月" | "-" | "/" | "."))
    {
        return found(date(y, m, d), c, None, false);
    }
    // 09.06.2026, 13/06/2026, 06/13/2026.
    if let (Some(a), [_, b, c, ..]) = (small(&first), tokens)
        && let (Some(b_number), Some(y)) = (small(b), year(c))
    {
        let (gap, other) = (between(&first, b), between(b, c));
        if gap == other && matches!(gap, "." | "/" | "-") {
            let is_day_first = gap != "/" || 12 < a;
            let is_month_first = gap == "/" && 12 < b_number;
            return match (is_day_first, is_month_first) {
                (true, false) => found(date(y, b_number, a), c, None, true),
                (false, true) => found(date(y, a, b_number), c, None, false),
                _ if a == b_number => found(date(y, a, a), c, None, false),
                _ => None,
            };
        }
    }
    // What may stand between the parts of a day: 9th, 1er, 9 de junio de 2026.
    let mut rest = tokens.iter().filter(|token| {
        !(token.kind == Kind::Word
            && matches!(
                lower(token.text).as_str(),
                "de" | "of" | "del" | "di" | "st" | "nd" | "rd" | "th" | "er" | "º"
            ))
    });
    let (first, second, third) = (rest.next()?, rest.next()?, rest.next()?);
    let gaps_are_small = between(first, second).trim().len() <= 6 && between(second, third).trim().len() <= 6;
    if !gaps_are_small {
        return None;
    }
    let y = year(third)?;
    if let (Some(d), Some((m, language))) = (small(first), month(second)) {
        return found(date(y, m, d), third, language, true);
    }
    let ((m, language), d) = (month(first)?, small(second)?);
    found(date(y, m, d), third, language, false)
}

/// The number of the month, and its language where only one has the name.
fn month(token: &Token<'_>) -> Option<(u32, Option<&'static str>)> {
    if token.kind != Kind::Word {
        return None;
    }
    let word = lower(token.text);
    let mut found: Option<(u32, Option<&'static str>)> = None;
    for &(_, number, language) in MONTHS.iter().filter(|(name, ..)| *name == word) {
        match &mut found {
            None => found = Some((number, Some(language))),
            // `mar` is March everywhere but Tuesday in some: one number, and no language.
            Some((known, language)) if *known == number => *language = None,
            Some(_) => return None,
        }
    }
    found
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    const MOST: usize = 64;
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for (at, c) in text.char_indices() {
        let kind = if c.is_ascii_digit() {
            Kind::Number
        } else if c.is_alphabetic() && !matches!(c, '年' | '月' | '日') || c == 'º' {
            Kind::Word
        } else {
            continue;
        };
        let end = at + c.len_utf8();
        let is_full = tokens.len() == MOST;
        match tokens.last_mut() {
            Some(last) if last.end == at && last.kind == kind => {
                (last.end, last.text) = (end, text.get(last.start..end).unwrap_or_default());
            }
            _ if is_full => break,
            _ => tokens.push(Token { kind, text: text.get(at..end).unwrap_or_default(), start: at, end }),
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::{find, only};

    #[test]
    fn days_of_every_language_are_read() {
        for (text, expect) in [
            ("December 29, 2025", "2025-12-29"),
            ("Sept. 3, 2026", "2026-09-03"),
            ("09 Jun 2025", "2025-06-09"),
            ("04. Juni 2025", "2025-06-04"),
            ("4. März 2026", "2026-03-04"),
            ("2025年12月29日", "2025-12-29"),
            ("2025年12月29日(月)", "2025-12-29"),
            ("7 décembre 2026", "2026-12-07"),
            ("1er août 2026", "2026-08-01"),
            ("7 de diciembre de 2026", "2026-12-07"),
            ("7 dicembre 2026", "2026-12-07"),
            ("4 de junho de 2026", "2026-06-04"),
            ("7 december 2026", "2026-12-07"),
            ("7 grudnia 2026", "2026-12-07"),
            ("7 augusti 2026", "2026-08-07"),
            ("2026-06-09", "2026-06-09"),
            ("09.06.2026", "2026-06-09"),
            ("13/06/2026", "2026-06-13"),
            ("06/13/2026", "2026-06-13"),
            ("06/06/2026", "2026-06-06"),
            ("Thursday, 25 November 2021", "2021-11-25"),
            ("November 2nd, 2026", "2026-11-02"),
        ] {
            assert_eq!(only(text).map(|found| found.day.to_string()).as_deref(), Some(expect), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "06/09/2026",
            "Delivered October 1",
            "2026",
            "30 February 2026",
            "12 things for 2026",
            "250-0000001-0000001",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
        assert_eq!(only("Return window closed on October 9, 2024"), None);
    }
}
