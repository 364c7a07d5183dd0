//! What a mail of Amazon's says of an order's money: ordered, sent or given back, and the sum.

use mioboe_model::text::lower;
use mioboe_model::{Currency, MailNotice, Money, NoticeKind};

use crate::formats::orders::pages;

/// Words of subjects, in the languages of Amazon's sites. What speaks of a cancellation or of money back may also speak of an
/// order, so that it is asked first.
const SUBJECTS: [(NoticeKind, &[&str]); 4] = [
    (
        NoticeKind::Cancelled,
        &["キャンセル", "cancel", "storn", "annul", "geannuleerd", "avbeställ", "avbruten", "anulowan"],
    ),
    (
        NoticeKind::Refunded,
        &[
            "返金",
            "refund",
            "erstattung",
            "rembours",
            "rimborso",
            "reembolso",
            "terugbetaling",
            "återbetalning",
            "zwrot",
        ],
    ),
    (
        NoticeKind::Sent,
        &[
            "発送",
            "shipped",
            "dispatched",
            "versandt",
            "versendet",
            "verschickt",
            "expédié",
            "spedito",
            "enviado",
            "verzonden",
            "skickat",
            "wysłan",
        ],
    ),
    (
        NoticeKind::Ordered,
        &["注文", "order", "bestell", "commande", "ordine", "ordinato", "pedido", "beställ", "zamówi"],
    ),
];
/// A mail that the order was cancelled may have the order's subject.
const CANCELLED: [&str; 14] = [
    "注文はキャンセルされました",
    "注文がキャンセルされました",
    "キャンセルを承りました",
    "order has been cancelled",
    "order has been canceled",
    "order was cancelled",
    "order was canceled",
    "bestellung wurde storniert",
    "bestellung storniert",
    "commande a été annulée",
    "ordine è stato annullato",
    "ordine è stato cancellato",
    "pedido ha sido cancelado",
    "pedido se ha cancelado",
];
/// Nothing was cancelled after all, or only may be.
const NOT_CANCELLED: [&str; 10] = [
    "できません",
    "できる",
    "されません",
    "unable to",
    "could not",
    "couldn't",
    "cannot",
    "konnte nicht",
    "n'a pas pu",
    "no se pudo",
];
/// What stands before the sum, the surest first; none of them begins the line of a subtotal.
const TOTALS: [&str; 24] = [
    "注文合計",
    "ご注文合計",
    "ご請求額",
    "合計",
    "order total",
    "grand total",
    "total for this order",
    "gesamtsumme",
    "gesamtbetrag",
    "endbetrag",
    "montant total ttc",
    "montant total de la commande",
    "total de la commande",
    "montant total",
    "totale ordine",
    "totale dell'ordine",
    "importe total",
    "total del pedido",
    "totaalbedrag",
    "total",
    "totale",
    "summe",
    "totaal",
    "suma",
];
const REFUND_TOTALS: [&str; 23] = [
    "返金合計",
    "返金総額",
    "返金額",
    "refund total",
    "total refund",
    "refund amount",
    "erstattungsbetrag",
    "gesamterstattung",
    "erstattung gesamt",
    "erstattung insgesamt",
    "summe der erstattung",
    "gesamtbetrag der erstattung",
    "montant total du remboursement",
    "total du remboursement",
    "montant du remboursement",
    "montant remboursé",
    "totale rimborso",
    "rimborso totale",
    "importo rimborsato",
    "total del reembolso",
    "reembolso total",
    "importe del reembolso",
    "importe reembolsado",
];
/// The sum stands behind its label, or on one of the next lines.
const LINES_BELOW: usize = 2;

/// `None` where the mail speaks of no order, or names no sum, or several. A cancellation may name none.
pub(super) fn notice(subject: &str, text: &str) -> Option<MailNotice> {
    let kind = kind(&lower(subject), text)?;
    let labels: &[&str] = if kind == NoticeKind::Refunded { &REFUND_TOTALS } else { &TOTALS };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let totals = labels.iter().map(|label| totals(&lines, label)).find(|totals| !totals.is_empty());
    match totals.as_deref() {
        Some(&[total]) => Some(MailNotice { kind, total }),
        _ if kind == NoticeKind::Cancelled => Some(MailNotice { kind, total: Money::zero(Currency::JPY) }),
        _ => None,
    }
}

fn kind(subject: &str, text: &str) -> Option<NoticeKind> {
    let says = |words: &[&str]| words.iter().any(|word| subject.contains(word));
    let (kind, _) = SUBJECTS.into_iter().find(|(_, words)| says(words))?;
    let is_denied = NOT_CANCELLED.iter().any(|word| subject.contains(word));
    let told_below = text.lines().any(|line| {
        let line = lower(line);
        CANCELLED.iter().any(|word| line.contains(word))
            && !NOT_CANCELLED.iter().any(|word| line.contains(word))
    });
    match kind {
        // Neither cancelled nor an order that is told of.
        NoticeKind::Cancelled if is_denied => None,
        NoticeKind::Ordered if told_below => Some(NoticeKind::Cancelled),
        kind => Some(kind),
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
    if !lower(begin).eq(label) {
        return None;
    }
    let rest = rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '\t', '|']);
    (rest.is_empty() || money(rest).is_some()).then_some(rest)
}

/// `￥3,980`, `3,980円`, `JPY 3980`, `$42.99`, `12,99 €`: nothing else on the line, and a currency named.
fn money(text: &str) -> Option<Money> {
    pages::sum(text).filter(|total| total.minor().is_some_and(|minor| 0 < minor))
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
        check("Your refund for a cup", "Total refund $16.99^", Some((NoticeKind::Refunded, "16.99 USD")));
        check(
            "Bestellt: „Notizbuch“",
            "Summe: 39,80 €\nGesamtsumme: 39,80 €",
            Some((NoticeKind::Ordered, "39.80 EUR")),
        );
        check("Ihre Amazon.de Bestellung", "Summe   7.39€", Some((NoticeKind::Ordered, "7.39 EUR")));
        check("Ihre Erstattung", "Erstattungsbetrag: 12,99 €", Some((NoticeKind::Refunded, "12.99 EUR")));
        check(
            "Votre commande Amazon.fr",
            "Montant total TTC : 1 012,99 €",
            Some((NoticeKind::Ordered, "1012.99 EUR")),
        );
        check(
            "Il tuo ordine Amazon.it",
            "Totale ordine: EUR 12,99",
            Some((NoticeKind::Ordered, "12.99 EUR")),
        );
        check("Enviado: un cuaderno", "Total del pedido: 12,99 €", Some((NoticeKind::Sent, "12.99 EUR")));
        check("Tu reembolso", "Reembolso total\n12,99 €", Some((NoticeKind::Refunded, "12.99 EUR")));
    }

    #[test]
    fn a_cancellation_is_a_cancellation() {
        let cancelled = |sum| Some((NoticeKind::Cancelled, sum));
        check("Amazon.co.jp ご注文のキャンセル", "注文合計: ¥3,980", cancelled("3980 JPY"));
        check("Your order has been canceled", "We are sorry.", cancelled("0 JPY"));
        check("Ihre Bestellung wurde storniert", "Gesamtsumme: 12,99 €", cancelled("12.99 EUR"));
        check("Votre commande a été annulée", "Total : 12,99 €", cancelled("12.99 EUR"));
        check("Ordine annullato", "Totale: 12,99 €", cancelled("12.99 EUR"));
        check("Pedido cancelado", "Total: 12,99 €", cancelled("12.99 EUR"));
        check(
            "Your Amazon.com order #1",
            "Your order has been cancelled.\nOrder Total: $5.00",
            cancelled("5.00 USD"),
        );
        check("We were unable to cancel your order", "Order Total: $5.00", None);
        check(
            "ご注文の確認",
            "発送前のご注文はキャンセルできます\n注文合計：￥500",
            Some((NoticeKind::Ordered, "500 JPY")),
        );
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
