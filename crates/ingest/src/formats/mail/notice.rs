//! What a mail of Amazon's says of an order's money: ordered, sent or given back, and the sum.

use mioboe_model::{Currency, MailNotice, Money, NoticeKind};

use crate::field::{DecimalMark, sum};

/// Words of subjects. What speaks of money back may also speak of an order, so that it is asked first.
const SUBJECTS: [(NoticeKind, &[&str]); 3] = [
    (NoticeKind::Refunded, &["返金", "refund"]),
    (NoticeKind::Sent, &["発送", "shipped", "dispatched"]),
    (NoticeKind::Ordered, &["注文", "order"]),
];
/// What stands before the sum, the surest first; none of them begins the line of a subtotal.
const TOTALS: [&str; 7] =
    ["注文合計", "ご注文合計", "ご請求額", "合計", "order total", "grand total", "total"];
const REFUND_TOTALS: [&str; 6] =
    ["返金合計", "返金総額", "返金額", "refund total", "total refund", "refund amount"];
/// The sum stands behind its label, or on one of the next lines.
const LINES_BELOW: usize = 2;

/// `None` where the mail speaks of no order, or names no sum, or several.
pub(super) fn notice(subject: &str, text: &str) -> Option<MailNotice> {
    let subject = subject.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| subject.contains(word));
    let (kind, _) = SUBJECTS.into_iter().find(|(_, words)| says(words))?;
    let labels: &[&str] = if kind == NoticeKind::Refunded { &REFUND_TOTALS } else { &TOTALS };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let totals = labels.iter().map(|label| totals(&lines, label)).find(|totals| !totals.is_empty())?;
    match totals[..] {
        [total] => Some(MailNotice { kind, total }),
        _ => None,
    }
}

/// The different sums behind a label.
fn totals(lines: &[&str], label: &str) -> Vec<Money> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(rest) = behind(line, label) else { continue };
        let below = lines.iter().skip(at + 1).take(LINES_BELOW).copied();
        let total = std::iter::once(rest).filter(|rest| !rest.is_empty()).chain(below).find_map(money);
        if let Some(total) = total
            && !found.contains(&total)
        {
            found.push(total);
        }
    }
    found
}

/// What stands behind the label, if the line begins with it and goes on with nothing but a sum.
fn behind<'l>(line: &'l str, label: &str) -> Option<&'l str> {
    let (begin, rest) = line.split_at_checked(label.len())?;
    if !begin.to_lowercase().eq(label) {
        return None;
    }
    let rest = rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '\t', '|']);
    (rest.is_empty() || money(rest).is_some()).then_some(rest)
}

/// `￥3,980`, `3,980円`, `JPY 3980`, `$42.99`, `12,99 €`: nothing else on the line, and a currency named.
fn money(text: &str) -> Option<Money> {
    const SIGNS: [(&str, Currency); 9] = [
        ("￥", Currency::JPY),
        ("¥", Currency::JPY),
        ("円", Currency::JPY),
        ("JPY", Currency::JPY),
        ("USD", Currency::USD),
        ("GBP", Currency::GBP),
        ("EUR", Currency::EUR),
        ("£", Currency::GBP),
        ("€", Currency::EUR),
    ];
    let text = text.trim();
    let dollars =
        text.strip_prefix("US$").or_else(|| text.strip_prefix('$')).map(|rest| (rest, Currency::USD));
    let (number, currency) = dollars.or_else(|| {
        SIGNS.into_iter().find_map(|(sign, currency)| {
            let rest = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign))?;
            Some((rest, currency))
        })
    })?;
    let number = number.trim();
    if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')) {
        return None;
    }
    let is_comma = currency == Currency::EUR && number.rfind(',') > number.rfind('.');
    let mark = if is_comma { DecimalMark::Comma } else { DecimalMark::Point };
    let total = Money::new(sum(number, mark)?, currency);
    total.minor().filter(|&minor| 0 < minor)?;
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(subject: &str, text: &str, expect: Option<(NoticeKind, &str)>) {
        let found = notice(subject, text);
        let found = found
            .map(|notice| (notice.kind, format!("{} {}", notice.total.plain(), notice.total.currency())));
        let expect = expect.map(|(kind, total)| (kind, total.to_owned()));
        assert_eq!(found, expect, "{subject}: {text}");
    }

    #[test]
    fn orders_parcels_and_refunds_are_told_by_their_subject() {
        check("Amazon.co.jp ご注文の確認", "注文合計：￥3,980", Some((NoticeKind::Ordered, "3980 JPY")));
        check("発送済み: 見本の品", "合計\n\n3,980円", Some((NoticeKind::Sent, "3980 JPY")));
        check("返金のお知らせ（ご注文）", "返金額: ¥ 500", Some((NoticeKind::Refunded, "500 JPY")));
        check("Ordered: a cup", "Order Total: $42.99", Some((NoticeKind::Ordered, "42.99 USD")));
        check("Your order has shipped", "Total: 12,99 €", Some((NoticeKind::Sent, "12.99 EUR")));
        check("Your refund", "Refund total\n£12.99", Some((NoticeKind::Refunded, "12.99 GBP")));
    }

    #[test]
    fn without_one_sum_and_its_currency_nothing_is_said() {
        for (subject, text) in [
            ("ご注文の確認", "小計：￥3,980"),
            ("ご注文の確認", "注文合計：3,980"),
            ("ご注文の確認", "注文合計：￥3,980\n注文合計：￥500"),
            ("ご注文の確認", "注文合計：￥3,980 のお支払い"),
            ("ご注文の確認", "合計金額が変わりました"),
            ("お知らせ", "注文合計：￥3,980"),
            ("Your order", "Total before tax: $10.00"),
            ("Your order", "Order Total: A$10.00"),
            ("Your order", "Order Total: $0.00"),
            ("ご返金", "注文合計：￥3,980"),
        ] {
            check(subject, text, None);
        }
        check(
            "ご注文の確認",
            "注文合計：￥3,980\n注文合計：￥3,980",
            Some((NoticeKind::Ordered, "3980 JPY")),
        );
    }
}
