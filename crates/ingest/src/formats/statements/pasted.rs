//! A statement copied from an issuer's page or app: no table, but a day, a shop and a sum with its currency, on one line
//! or on lines below each other.
//!
//! Seen: MyJCB's phone page (day / shop / `1回払い` / `28,539円`); other pages print the same on one line.

use chrono::NaiveDate;
use mioboe_model::{
    Charge, Currency, Money, Place, Problem, ProblemCode, Reading, SkipReason, Source, SourceKind, Status,
};
use rust_decimal::Decimal;

use super::columns::currency_of;
use super::survey::order_of;
use super::wording::{is_like, narrowed};
use crate::field::{DateOrder, DecimalMark, MarkHint, day, mark_hint, sum};

pub(crate) const FORMAT: &str = "pasted";

/// Sums below these words are of the bill and of no shop.
const TOTALS: [&str; 8] =
    ["…合計…", "…請求額…", "…請求金額…", "…お支払い金額", "…お支払金額", "…残高…", "total…", "…balance…"];
/// Words of rows whose sum is money back although it has no minus.
const BACK: [&str; 6] = ["…返品…", "…返金…", "…取消…", "…キャンセル…", "…refund…", "…credit…"];
/// How it is paid is no name of a shop.
const MEANS: [&str; 6] = ["…回払い", "…１回…", "…リボ…", "…分割…", "本人", "家族"];

/// For the page that lists formats.
pub(super) fn about() -> crate::Format {
    crate::Format {
        id: FORMAT,
        issuer: "any issuer's page or app",
        region: "any",
        download: "copy the statement on the page and paste it",
        since: "",
        seen: &["rows of MyJCB's phone page copied by hand"],
    }
}

/// Whether a text has at least one day with a shop and a sum behind it.
pub(crate) fn claims(text: &str) -> bool {
    !rows(text).is_empty()
}

/// Reads a text that was claimed.
pub(crate) fn read(text: &str, source: &mut Source, reading: &mut Reading) {
    source.kind = SourceKind::Statement;
    source.format = Some(FORMAT.to_owned());
    let rows = rows(text);
    source.rows = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let order = match order_of(rows.iter().map(|row| row.day.clone()).collect()) {
        Ok(order) => order,
        Err(code) => {
            for _ in &rows {
                source.skip(SkipReason::NotUnderstood);
            }
            return source.refuse(code);
        }
    };
    for row in rows {
        match row.charge(source, order) {
            Some(charge) => {
                source.used += 1;
                reading.charges.push(charge);
            }
            None if TOTALS.iter().any(|word| is_like(&row.shop, word)) => source.skip(SkipReason::Heading),
            None => {
                source.skip(SkipReason::NotUnderstood);
                let text = format!("{} {} {}", row.day, row.shop, row.sum);
                source.problems.push(Problem {
                    line: Some(row.line),
                    code: ProblemCode::BadDate,
                    field: None,
                    text: Some(text.chars().take(80).collect()),
                });
            }
        }
    }
}

/// A day, and what stands between it and the next.
#[derive(Default)]
struct Row {
    line: u32,
    day: String,
    shop: String,
    memo: String,
    sum: String,
}

impl Row {
    fn charge(&self, source: &Source, order: DateOrder) -> Option<Charge> {
        if TOTALS.iter().any(|word| is_like(&self.shop, word)) {
            return None;
        }
        let date: NaiveDate = day(&self.day, order)?;
        let (value, currency) = money(&self.sum)?;
        let is_back = BACK.iter().any(|word| is_like(&self.shop, word) || is_like(&self.memo, word));
        Some(Charge {
            place: Place::line(source.id, self.line),
            date: Some(date),
            posted: None,
            merchant: self.shop.clone(),
            name: self.shop.clone(),
            memo: self.memo.clone(),
            amount: Money::new(if is_back { -value.abs() } else { value }, currency),
            foreign: None,
            card: None,
            card_first: false,
            holder: None,
            status: Status::Posted,
            paid_by: None,
            order_id: None,
        })
    }
}

/// A sum that is not nothing, and the currency it names.
fn money(text: &str) -> Option<(Decimal, Currency)> {
    let currency = currency_of(text).or_else(|| text.contains('$').then_some(Currency::USD))?;
    let mark = match mark_hint(text) {
        MarkHint::Comma => DecimalMark::Comma,
        // No currency has three places here, so that what stands before them divides thousands.
        MarkHint::Either if narrowed(text).contains('.') => DecimalMark::Comma,
        _ => DecimalMark::Point,
    };
    sum(text, mark).filter(|value| !value.is_zero()).map(|value| (value, currency))
}

/// Every day that has a shop and a sum before the next day comes.
fn rows(text: &str) -> Vec<Row> {
    const LINES: usize = 50_000;
    let mut found = Vec::new();
    let mut open = Row::default();
    for (number, line) in (1..).zip(text.lines()).take(LINES) {
        let (date, rest) = leading_day(line);
        if !date.is_empty() {
            open = Row { line: number, day: date.to_owned(), ..Row::default() };
        }
        if open.day.is_empty() {
            continue;
        }
        let rest = rest.trim();
        let (words, sum) = trailing_sum(rest);
        for word in words.split(['\t']).map(str::trim).filter(|word| !word.is_empty()) {
            let is_means = MEANS.iter().any(|means| is_like(word, means));
            if open.shop.is_empty() && !is_means {
                word.clone_into(&mut open.shop);
            } else {
                super::interchange::join(&mut open.memo, word);
            }
        }
        if !sum.is_empty() && !open.shop.is_empty() {
            sum.clone_into(&mut open.sum);
            found.push(std::mem::take(&mut open));
        }
    }
    found
}

/// A day at the beginning of the line, up to the first blank behind it.
fn leading_day(line: &str) -> (&str, &str) {
    let line = line.trim_start();
    let ends = line.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).chain([line.len()]);
    // `10 Feb 2026` and `Sep 28, 2026` have blanks of their own.
    ends.take(3)
        .filter_map(|at| line.split_at_checked(at))
        .find(|(start, _)| is_day(start))
        .unwrap_or(("", line))
}

fn is_day(text: &str) -> bool {
    text.contains(['/', '-', '.', '年', ' '])
        && [DateOrder::Ymd, DateOrder::Mdy, DateOrder::Dmy].iter().any(|&order| day(text, order).is_some())
}

/// A sum that names its currency at the end of the line.
fn trailing_sum(line: &str) -> (&str, &str) {
    let starts = line.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let mut starts: Vec<usize> = starts.collect();
    starts.push(0);
    starts.sort_unstable();
    // The longest end that is a sum: `- 1 234,00 €`.
    starts
        .into_iter()
        .filter_map(|at| line.split_at_checked(at))
        .find(|(_, end)| money(end.trim()).is_some())
        .map_or((line, ""), |(words, end)| (words, end.trim()))
}

#[cfg(test)]
mod tests {
    use mioboe_model::{ProblemCode, Reading, SkipReason, Source, SourceId, SourceKind};

    use super::{claims, read};

    fn pasted(text: &str) -> (Source, Reading) {
        let (mut source, mut reading) =
            (Source::new(SourceId(0), "t.txt", SourceKind::Unreadable), Reading::default());
        assert!(claims(text));
        read(text, &mut source, &mut reading);
        assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>());
        (source, reading)
    }

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = pasted(text)
            .1
            .charges
            .iter()
            .map(|charge| {
                let (day, amount) = (charge.date.unwrap(), charge.amount);
                format!(
                    "{} {day} {} {} {}",
                    charge.place.line,
                    amount.plain(),
                    amount.currency(),
                    charge.merchant
                )
            })
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_phone_page_prints_each_part_on_its_line() {
        check(
            "ご利用明細\n2026/09/21\nＡＭＡＺＯＮ．ＣＯ．ＪＰ\n1回払い\n28,539円\n2026/09/25\n見本書店 返品\n1回払い\n1,200円\n",
            &["2 2026-09-21 28539 JPY ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "6 2026-09-25 -1200 JPY 見本書店 返品"],
        );
    }

    #[test]
    fn a_row_may_stand_on_one_line() {
        check(
            "2026年9月28日 ＡＭＡＺＯＮ．ＣＯ．ＪＰ ¥3,980\n2026年9月29日\t見本 食堂\t1回払い\t-1,000円\n",
            &["1 2026-09-28 3980 JPY ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "2 2026-09-29 -1000 JPY 見本 食堂"],
        );
        check(
            "Sep 28, 2026 AMZN Mktp US*2A3BC4D50 $17.28\nSep 29, 2026 Sample Shop -$4.00\n",
            &["1 2026-09-28 17.28 USD AMZN Mktp US*2A3BC4D50", "2 2026-09-29 -4.00 USD Sample Shop"],
        );
        check("28.09.2026 AMZN Mktp DE 1.234,50 €\n", &["1 2026-09-28 1234.50 EUR AMZN Mktp DE"]);
    }

    #[test]
    fn sums_of_the_bill_are_no_charges() {
        let (source, reading) =
            pasted("2026/10/10\nお支払い金額合計\n40,000円\n2026/09/21\n見本書店\n1,200円\n");
        assert_eq!(reading.charges.len(), 1);
        assert_eq!(source.skipped.get(&SkipReason::Heading), Some(&1));
    }

    #[test]
    fn days_that_can_be_read_two_ways_are_asked_for() {
        let (source, reading) = pasted("08/03/2026 AMAZON $17.28\n05/03/2026 Shop $3.00\n");
        assert!(reading.charges.is_empty());
        assert_eq!(source.problems[0].code, ProblemCode::AmbiguousDates);
    }

    #[test]
    fn prose_is_no_statement() {
        for text in [
            "",
            "Dear diary,\n2026/09/21\nnothing happened.\n",
            "2026/09/21 見本書店 1200\n",
            "1,200円\n見本書店\n2026/09/21\n",
        ] {
            assert!(!claims(text), "{text}");
        }
    }
}
