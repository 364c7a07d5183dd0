//! Payments as Amazon itself lists them: the page "Your Payments > Transactions", pasted, saved, or read by Azad.
//!
//! The best evidence of a charge there is: day, sum, card and order numbers in one place.

use chrono::NaiveDate;
use mioboe_model::{
    Currency, OrderId, Payment, Place, Problem, ProblemCode, Reading, SkipReason, Source, SourceKind, When,
};

use super::{
    Out, cells, site,
    table::{Pass, Table},
};

pub(crate) const FORMAT: &str = "amazon-transactions";

/// Azad's table of transactions: a negative amount is a charge.
pub(super) fn read_table(table: &Table<'_>, out: &mut Out<'_>) {
    let day = table.column(&["date"]);
    let order_ids = table.column(&["order ids"]);
    let urls = table.column(&["order urls"]);
    let vendor = table.column(&["vendor"]);
    let card = table.column(&["card_details"]);
    let amount = table.column(&["amount"]);
    let payments = &mut out.reading.payments;
    table.each_row(out.source, |row, problems| {
        if row.any(|cell| cell.starts_with("=SUBTOTAL(")) {
            return Err(Pass::Skip(SkipReason::Heading));
        }
        let means = row.raw(card);
        let Some(cell) = row.text(amount).filter(|_| !cells::is_balance(means)) else {
            return Err(Pass::Skip(SkipReason::NoMoney));
        };
        let currency = site::currency(row.raw(urls))
            .or_else(|| site::currency(row.raw(vendor)))
            .or_else(|| sign_of(cell))
            .ok_or_else(|| row.fault(ProblemCode::BadCurrency, urls))?;
        payments.push(Payment {
            place: row.place,
            order_ids: row.raw(order_ids).split(',').filter_map(OrderId::parse).collect(),
            day: row.moment(day, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, day))?,
            amount: cells::money(cell, currency)
                .ok_or_else(|| row.fault(ProblemCode::BadAmount, amount))?
                .negated(),
            card: cells::last_digits(means),
        });
        Ok(())
    });
}

/// Whether a text is the page of transactions: it has headings of its own, masked cards and order numbers.
pub(crate) fn claims(text: &str) -> bool {
    const LINES: usize = 20_000;
    let (mut has_day, mut has_sum, mut has_order) = (false, false, false);
    for line in lines(text).take(LINES) {
        has_day |= day(&line).is_some();
        has_sum |= sum(&line).is_some();
        has_order |= order_id(&line).is_some();
        if has_day && has_sum && has_order {
            return true;
        }
    }
    false
}

/// Reads the page, as text or as HTML.
pub(crate) fn read(text: &str, source: &mut Source, reading: &mut Reading) {
    source.kind = SourceKind::Orders;
    source.format = Some(FORMAT.to_owned());
    let mut page = Page { source, reading, day: None, open: None, above: String::new() };
    for line in lines(text) {
        page.line(&line);
        page.above = line.text;
    }
    page.close();
}

/// A line of the page's text and its number in the file.
pub(super) struct Line {
    pub(super) number: u32,
    pub(super) text: String,
}

struct Page<'p> {
    source: &'p mut Source,
    reading: &'p mut Reading,
    day: Option<NaiveDate>,
    open: Option<Movement>,
    /// In HTML the card stands in a text of its own before the sum.
    above: String,
}

/// A sum whose order numbers and shop follow on the next lines.
struct Movement {
    line: u32,
    text: String,
    day: Option<NaiveDate>,
    means: String,
    amount: String,
    currency: Option<Currency>,
    order_ids: Vec<OrderId>,
    is_pending: bool,
}

impl Page<'_> {
    fn line(&mut self, line: &Line) {
        if let Some(day) = day(line) {
            self.close();
            self.day = Some(day);
        } else if let Some((means, amount)) = sum(line) {
            let means = if means.is_empty() { self.above.clone() } else { means.to_owned() };
            self.close();
            self.open = Some(Movement {
                line: line.number,
                text: line.text.clone(),
                day: self.day,
                means,
                amount: amount.to_owned(),
                currency: sign_of(amount),
                order_ids: Vec::new(),
                is_pending: false,
            });
        } else if let Some(open) = &mut self.open {
            if let Some(order_id) = order_id(line) {
                open.order_ids.push(order_id);
            } else if let Some(currency) = site::currency(&line.text) {
                // `$` alone is the dollar of the site.
                open.currency = open.currency.filter(|&known| known != Currency::USD).or(Some(currency));
            } else if line.text == "Pending" {
                open.is_pending = true;
            }
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.source.rows += 1;
        if cells::is_balance(&open.means) {
            return self.source.skip(SkipReason::NoMoney);
        }
        // What is pending may still change; it is listed again when it is done.
        if open.is_pending {
            return self.source.skip(SkipReason::NotCounted);
        }
        let amount = open.currency.and_then(|currency| cells::money(&open.amount, currency));
        let (Some(amount), Some(day)) = (amount, open.day) else {
            self.source.skip(SkipReason::NotUnderstood);
            self.source.problems.push(Problem {
                line: Some(open.line),
                code: if open.day.is_none() {
                    ProblemCode::BadDate
                } else if open.currency.is_none() {
                    ProblemCode::BadCurrency
                } else {
                    ProblemCode::BadAmount
                },
                field: None,
                text: Some(open.text.chars().take(80).collect()),
            });
            return;
        };
        self.source.used += 1;
        self.reading.payments.push(Payment {
            place: Place::line(self.source.id, open.line),
            order_ids: open.order_ids,
            day: When::Day(day),
            amount: amount.negated(),
            card: cells::last_digits(&open.means),
        });
    }
}

/// `December 29, 2025`, `09 Jun 2025`, `04. Juni 2025`, `2025年12月29日`.
fn day(line: &Line) -> Option<NaiveDate> {
    day_of(&line.text)
}

pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    if text.ends_with('日') {
        return cells::day(text);
    }
    let mut words = text.split([' ', ',', '.']).filter(|word| !word.is_empty());
    let (first, second, year, end) = (words.next()?, words.next()?, words.next()?, words.next());
    let (month, day) = month(first).map(|month| (month, second)).or_else(|| Some((month(second)?, first)))?;
    let is_year = year.len() == 4 && end.is_none();
    is_year.then(|| NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)).flatten()
}

/// English and German names, whole or cut to three letters.
fn month(word: &str) -> Option<u32> {
    const NAMES: [(&str, u32); 19] = [
        ("january", 1),
        ("januar", 1),
        ("february", 2),
        ("februar", 2),
        ("march", 3),
        ("märz", 3),
        ("april", 4),
        ("may", 5),
        ("mai", 5),
        ("june", 6),
        ("juni", 6),
        ("july", 7),
        ("juli", 7),
        ("august", 8),
        ("september", 9),
        ("october", 10),
        ("oktober", 10),
        ("november", 11),
        ("december", 12),
    ];
    let word = word.to_lowercase();
    let fits = |name: &str| name == word || (word.chars().count() == 3 && name.starts_with(&word));
    NAMES.iter().find(|(name, _)| fits(name)).map(|&(_, month)| month).or((word == "dezember").then_some(12))
}

/// `Visa ****1234 -$17.28`: the means, where they stand on the same line, and a sum with its sign.
fn sum(line: &Line) -> Option<(&str, &str)> {
    let text = line.text.trim();
    let at = text.rfind(['-', '+', '−']).filter(|&at| {
        at == 0 || text.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace))
    })?;
    let (means, amount) = text.split_at_checked(at)?;
    let is_money = amount.contains(['$', '£', '€', '¥', '￥']) || amount.ends_with('円');
    (is_money && cells::decimal(amount).is_some()).then(|| (means.trim(), amount))
}

/// The currency that a sum's sign names.
pub(super) fn sign_of(amount: &str) -> Option<Currency> {
    const SIGNS: [(&str, &str); 9] = [
        ("CA$", "CAD"),
        ("AU$", "AUD"),
        ("US$", "USD"),
        ("$", "USD"),
        ("£", "GBP"),
        ("€", "EUR"),
        ("¥", "JPY"),
        ("￥", "JPY"),
        ("円", "JPY"),
    ];
    SIGNS.iter().find(|(sign, _)| amount.contains(sign)).and_then(|(_, code)| Currency::parse(code))
}

/// `Order #114-…`, `Refund: Order #…`.
pub(super) fn order_id(line: &Line) -> Option<OrderId> {
    line.text.split(|c: char| c.is_whitespace() || matches!(c, '#' | ':' | '：')).find_map(OrderId::parse)
}

/// The lines of a text; of HTML the texts between tags, joined where only inline tags divide them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    let is_html = text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    let mut number = 1;
    let parts: Box<dyn Iterator<Item = &str>> = if is_html {
        Box::new(text.split_inclusive(['<', '>']))
    } else {
        Box::new(text.split_inclusive('\n'))
    };
    let mut hidden = false;
    parts.filter_map(move |part| {
        let line = number + ends_before_text(part);
        number += u32::try_from(part.matches('\n').count()).unwrap_or(u32::MAX);
        let is_tag = is_html && part.ends_with('>');
        if is_tag {
            let name = part.trim_start_matches('/').to_ascii_lowercase();
            if name.starts_with("script") || name.starts_with("style") {
                hidden = !part.starts_with('/');
            }
            return None;
        }
        let words: Vec<&str> = part.trim_end_matches('<').split_whitespace().collect();
        (!hidden && !words.is_empty())
            .then(|| Line { number: line, text: words.join(" ").replace("&nbsp;", " ") })
    })
}

fn ends_before_text(part: &str) -> u32 {
    let blank = part.len() - part.trim_start().len();
    let ends = part.get(..blank).unwrap_or_default().matches('\n').count();
    u32::try_from(ends).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use mioboe_model::{Reading, SkipReason, Source, SourceId, SourceKind};

    use super::{super::tests::reading, claims, read};

    fn page(text: &str) -> (Source, Reading) {
        let (mut source, mut reading) =
            (Source::new(SourceId(0), "t.txt", SourceKind::Unreadable), Reading::default());
        assert!(claims(text));
        read(text, &mut source, &mut reading);
        (source, reading)
    }

    #[track_caller]
    fn check(reading: &Reading, expect: &[&str]) {
        let found: Vec<String> = reading
            .payments
            .iter()
            .map(|payment| {
                let ids: Vec<String> =
                    payment.order_ids.iter().map(mioboe_model::OrderId::to_string).collect();
                let day = payment.day.day(mioboe_model::Offset::UTC);
                let card = payment.card.as_deref().unwrap_or("-");
                format!(
                    "{} {day} {} {} {card} {}",
                    payment.place.line,
                    payment.amount.plain(),
                    payment.amount.currency(),
                    ids.join("+")
                )
            })
            .collect();
        assert_eq!(found, expect);
    }

    const PASTED: &str = "Your Transactions
In Progress
December 30, 2025
Visa ****1234 -$5.00
Pending
Order #114-0000009-0000009
Amazon.com
Completed
December 29, 2025
Visa ****1234 -$17.28
Order #114-0000001-0000001
Order #114-0000002-0000002
AMZN Mktp US
09 Jun 2025
Visa ****1234 +CA$12.34
Refund: Order #701-0000003-0000003
Amazon.ca
Amazon Gift Card -$48.28
Order #114-0000004-0000004
Amazon.com
";

    #[test]
    fn a_pasted_page_gives_charges_and_refunds() {
        let (source, reading) = page(PASTED);
        check(
            &reading,
            &[
                "10 2025-12-29 17.28 USD 1234 114-0000001-0000001+114-0000002-0000002",
                "15 2025-06-09 -12.34 CAD 1234 701-0000003-0000003",
            ],
        );
        assert_eq!((source.rows, source.used), (4, 2));
        assert_eq!(source.skipped.get(&SkipReason::NotCounted), Some(&1));
        assert_eq!(source.skipped.get(&SkipReason::NoMoney), Some(&1));
    }

    #[test]
    fn a_saved_page_gives_the_same() {
        let html = r#"<!doctype html><html><head><script>var a = "Order #114-0000009-0000009";</script></head><body>
<div class="apx-transaction-date-container"><span>December 29, 2025</span></div>
<div class="apx-transactions-line-item-component-container"><div><span class="a-size-base a-text-bold">Visa ****1234</span></div>
<div><span class="a-size-base-plus a-text-bold">-$17.28</span></div>
<div><a href="/x">Order #114-0000001-0000001</a></div><div><span>Amazon.com</span></div></div></body></html>"#;
        check(&page(html).1, &["4 2025-12-29 17.28 USD 1234 114-0000001-0000001"]);
    }

    #[test]
    fn other_texts_are_not_claimed() {
        for text in [
            "",
            "December 29, 2025",
            "利用日,店名,金額\n2026/10/01,見本,100\n",
            "Order #114-0000001-0000001\n-$3.00\n",
            "<html><body>Sign in</body></html>",
        ] {
            assert!(!claims(text), "{text}");
        }
    }

    #[test]
    fn german_days_are_read() {
        check(
            &page("04. Juni 2025\nVisa ****1234 -€17.28\nOrder #305-0000001-0000001\n").1,
            &["2 2025-06-04 17.28 EUR 1234 305-0000001-0000001"],
        );
    }

    #[test]
    fn the_table_of_a_tool_has_negative_charges() {
        let text = "date,order ids,order urls,vendor,card_details,amount
2025-12-29,\"114-0000001-0000001, 114-0000002-0000002\",https://www.amazon.com/a,Amazon.com,Visa ****1234,-17.28
2025-12-30,114-0000003-0000003,https://www.amazon.com/a,Amazon.com,Amazon gift card,-9.00
2025-12-31,114-0000001-0000001,https://www.amazon.com/a,Amazon.com,Visa ****1234,5.00
=SUBTOTAL(103; A2:A4) & \" items\",,,,,
";
        let read = reading(&[("amazon_order_history.csv", text)]);
        check(
            &read,
            &[
                "2 2025-12-29 17.28 USD 1234 114-0000001-0000001+114-0000002-0000002",
                "4 2025-12-31 -5.00 USD 1234 114-0000001-0000001",
            ],
        );
        assert_eq!(read.sources[0].skipped.len(), 2);
    }
}
