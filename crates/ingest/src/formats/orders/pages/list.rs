//! The list of orders ("Your Orders", 注文履歴): a card an order.
//!
//! Labels stand on lines of their own, `注文日` / `2026年8月18日` / `合計` / `￥1,339` / `注文番号 249-…`, then how the parcel stands and
//! what was in it. A card whose label nobody knows is told by a day with a sum and an order number below it.

use std::rc::Rc;

use mioboe_model::{Money, OrderId, OrderLine, OrderStatus, ProblemCode, SkipReason, When};

use super::{
    Out, days, sums,
    sums::Sum,
    text::Line,
    words::{self, Role},
};
use crate::formats::orders::plain;

/// Lines from the label of a card to its day.
const DAY_WITHIN: usize = 6;
/// Lines from a day without a known label to its sum, and to its order number.
const SUM_WITHIN: usize = 4;
const NUMBER_WITHIN: usize = 12;

/// True where a card begins at this line: with the label of its day, or with a day that has a card's shape below it.
pub(super) fn begins_card(lines: &[Line], at: usize) -> bool {
    let here = lines.get(at..).unwrap_or_default();
    let above = lines.get(at.saturating_sub(DAY_WITHIN)..at).unwrap_or_default();
    is_label(here) || (is_shape(here) && !above.iter().any(|line| words::is(&line.lower, Role::Ordered)))
}

fn is_label(lines: &[Line]) -> bool {
    let Some(rest) = lines.first().and_then(|line| words::behind(&line.lower, Role::Ordered)) else {
        return false;
    };
    let is_day = |line: &Line| days::only(&line.text).is_some();
    if rest.is_empty() {
        lines.iter().skip(1).take(DAY_WITHIN).any(is_day)
    } else {
        days::find(rest).is_some()
    }
}

fn is_shape(lines: &[Line]) -> bool {
    let [first, rest @ ..] = lines else { return false };
    let is_end = |line: &&Line| days::only(&line.text).is_none();
    let is_sum = |line: &Line| sums::only(&line.text).is_some_and(|sum| !sum.is_signed);
    days::only(&first.text).is_some()
        && rest.iter().take(SUM_WITHIN).take_while(is_end).any(is_sum)
        && rest.iter().take(NUMBER_WITHIN).take_while(is_end).any(|line| line.order_id().is_some())
}

/// Reads the list.
pub(super) fn read(lines: &[Line], out: &mut Out<'_>) {
    let mut starts: Vec<usize> = Vec::new();
    for at in 0..lines.len() {
        let here = lines.get(at..).unwrap_or_default();
        let is_day_of_last =
            starts.last().is_some_and(|&last| at - last <= DAY_WITHIN && is_label_alone(lines.get(last)));
        if is_label(here) || (!is_day_of_last && is_shape(here)) {
            starts.push(at);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let cards: Vec<&[Line]> =
        starts.iter().zip(ends).filter_map(|(&start, end)| lines.get(start..end)).collect();
    let known = |id: OrderId| cards.iter().any(|card| number(card) == Some(id));
    let mut strays: Vec<(u32, &str)> = Vec::new();
    for line in lines {
        if line.order_id().is_some_and(|id| !known(id)) {
            strays.push((line.number, &line.text));
        }
    }
    for card in &cards {
        read_card(card, out);
    }
    for (line, text) in strays {
        out.fault(line, ProblemCode::BadDate, "", text);
    }
}

fn is_label_alone(line: Option<&Line>) -> bool {
    line.is_some_and(|line| words::is(&line.lower, Role::Ordered))
}

fn number(card: &[Line]) -> Option<OrderId> {
    card.iter().find_map(Line::order_id)
}

fn read_card(card: &[Line], out: &mut Out<'_>) {
    let Some(first) = card.first() else { return };
    let fault = |out: &mut Out<'_>, code, text: &str| out.fault(first.number, code, &first.text, text);
    let behind = words::behind(&first.lower, Role::Ordered).and_then(days::find);
    let day = behind.or_else(|| card.iter().take(DAY_WITHIN + 1).find_map(|line| days::only(&line.text)));
    let Some(at) = card.iter().position(|line| line.order_id().is_some()) else {
        return fault(out, ProblemCode::BadOrderId, "");
    };
    let Some(order_id) = number(card) else { return };
    let body = card.get(at + 1..).unwrap_or_default();
    let is_cancelled = body.iter().any(|line| words::begins(&line.lower, Role::Cancelled));
    let Some(day) = day else { return fault(out, ProblemCode::BadDate, "") };
    let total = match total(card, at) {
        Ok(sum) => sum.money(out.dollar),
        // A cancelled order has no sum.
        Err(None) if is_cancelled => Money::zero(out.usual),
        Err(text) => return fault(out, ProblemCode::BadAmount, text.unwrap_or_default()),
    };
    if total.is_zero() && !is_cancelled {
        return out.pass(SkipReason::NoMoney);
    }
    out.took();
    let place = out.place(first.number);
    let line = OrderLine {
        place,
        order_id,
        ordered: Some(When::Day(day.day)),
        shipped: Vec::new(),
        item: item(body),
        asin: None,
        seller: None,
        quantity: None,
        total,
        status: if is_cancelled { OrderStatus::Cancelled } else { OrderStatus::Unknown },
        pay: Rc::default(),
        address: None,
        website: None,
        scheduled: false,
    };
    plain::put(line, out.reading);
}

/// The sum behind its label; without a known label the only sum before the order number. Else what stands there.
fn total(card: &[Line], number: usize) -> Result<Sum, Option<&str>> {
    /// Some sites have the sum behind the number.
    const BEHIND_NUMBER: usize = 4;
    let head = card.get(..card.len().min(number + 1 + BEHIND_NUMBER)).unwrap_or(card);
    let mut wrong = None;
    for (at, line) in head.iter().enumerate() {
        let Some(rest) = words::behind(&line.lower, Role::Total) else { continue };
        let next = head.get(at + 1).map(|line| line.text.as_str());
        let text = if rest.is_empty() { next } else { Some(rest) };
        match text.and_then(sums::only).filter(|sum| !sum.is_signed) {
            Some(sum) => return Ok(sum),
            None => wrong = wrong.or(text),
        }
    }
    let mut sums: Vec<Sum> = card.iter().take(number).filter_map(|line| sums::only(&line.text)).collect();
    sums.dedup();
    match sums[..] {
        [sum] if !sum.is_signed => Ok(sum),
        _ => Err(wrong),
    }
}

/// The longest text of the card that is no button and no note.
fn item(body: &[Line]) -> String {
    let is_name = |line: &&Line| {
        !words::has(&line.lower, Role::Button)
            && !words::begins(&line.lower, Role::Cancelled)
            && sums::only(&line.text).is_none()
            && days::only(&line.text).is_none()
    };
    let mut longest = "";
    for line in body.iter().filter(is_name) {
        if line.text.chars().count() > longest.chars().count() {
            longest = &line.text;
        }
    }
    longest.to_owned()
}

#[cfg(test)]
mod tests {
    use mioboe_model::{OrderStatus, ProblemCode, Reading, Source};

    use super::super::{Kind, tests::page};

    #[track_caller]
    fn check(text: &str, expect: &[&str]) -> (Source, Reading) {
        let (source, reading) = page(text, Kind::List);
        let found: Vec<String> = reading
            .orders
            .iter()
            .map(|line| {
                let day = line.ordered.unwrap().day(mioboe_model::Offset::UTC);
                let (total, currency) = (line.total.plain(), line.total.currency());
                format!("{} {day} {total} {currency} {} {}", line.place.line, line.order_id, line.item)
            })
            .collect();
        assert_eq!(found, expect);
        (source, reading)
    }

    #[test]
    fn a_copied_japanese_list_gives_its_orders() {
        let (source, reading) = check(
            "注文履歴
注文日
2026年8月18日
合計
￥1,339
お届け先
架空 太郎
注文番号 249-0000001-0000001
注文内容を表示
領収書等
9月3日にお届け済み
見本の炭酸水 500ml ×24本
再度購入
注文日
2026年9月12日
注文番号 249-0000002-0000002
キャンセル済み
見本のノート
注文日
2026年9月20日
合計
￥980
注文番号 D01-0000003-0000003
見本の電子書籍
",
            &[
                "2 2026-08-18 1339 JPY 249-0000001-0000001 見本の炭酸水 500ml ×24本",
                "14 2026-09-12 0 JPY 249-0000002-0000002 見本のノート",
            ],
        );
        assert_eq!(reading.orders[1].status, OrderStatus::Cancelled);
        assert_eq!(reading.digital[0].total.plain(), "980");
        assert_eq!((source.rows, source.used), (3, 3));
    }

    #[test]
    fn an_english_list_gives_the_same_as_text_and_as_a_saved_page() {
        let text = "Order placed\nSeptember 28, 2026\nTotal\n$17.28\nShip to\nKaku Taro\nOrder # 114-0000001-0000001\nDelivered October 1\nSample notebook\nBuy it again\n";
        check(text, &["1 2026-09-28 17.28 USD 114-0000001-0000001 Sample notebook"]);
        let html = "<!doctype html><html><body><ul><li>\n<span>Order placed</span><span>September 28, 2026</span>\n<span>Total</span><span>$17.28</span>\n<span>Order #</span> <span>114-0000001-0000001</span>\n<a>Sample notebook</a></li></ul></body></html>";
        check(html, &["2 2026-09-28 17.28 USD 114-0000001-0000001 Sample notebook"]);
    }

    #[test]
    fn the_card_of_every_site_is_read() {
        for (text, expect) in [
            (
                "Order placed\n7 December 2026\nTotal\n$106.89\nOrder # 250-0000001-0000001\nNotebook\n",
                "1 2026-12-07 106.89 AUD 250-0000001-0000001 Notebook",
            ),
            (
                "Order placed\nDecember 7, 2026\nTotal\n$106.89\nOrder # 701-0000001-0000001\nNotebook\n",
                "1 2026-12-07 106.89 CAD 701-0000001-0000001 Notebook",
            ),
            (
                "Pedido feito em\n7 de dezembro de 2026\nTotal\nR$ 106,89\nPedido nº 701-0000001-0000001\nCaderno\n",
                "1 2026-12-07 106.89 BRL 701-0000001-0000001 Caderno",
            ),
            (
                "Bestellung aufgegeben am\n7. Dezember 2026\nGesamtsumme\nEUR 106,89\nBestellnr. 305-0000001-0000001\nNotizbuch\n",
                "1 2026-12-07 106.89 EUR 305-0000001-0000001 Notizbuch",
            ),
            (
                "Commande effectuée le\n7 décembre 2026\nTotal\n106,89 $\nExpédié à\nTaro Kaku\nCommande n°\n701-0000001-0000001\nVoir les détails de la commande\nLivré le 9 décembre\nChandail\n",
                "1 2026-12-07 106.89 CAD 701-0000001-0000001 Chandail",
            ),
            (
                "Ordine effettuato il\n7 dicembre 2026\nTotale\n1.106,89 €\nOrdine n. 405-0000001-0000001\nQuaderno\n",
                "1 2026-12-07 1106.89 EUR 405-0000001-0000001 Quaderno",
            ),
            (
                "Pedido realizado\n7 de diciembre de 2026\nTotal\n$1,106.89\nPedido n.º 701-0000001-0000001\nCuaderno\n",
                "1 2026-12-07 1106.89 MXN 701-0000001-0000001 Cuaderno",
            ),
            (
                "ORDER PLACED\n7 December 2026\nTOTAL\n₹1,106.89\nORDER # 405-0000001-0000001\nNotebook\n",
                "1 2026-12-07 1106.89 INR 405-0000001-0000001 Notebook",
            ),
            (
                "Order placed\n14 November 2024\nORDER # 203-0000001-0000001\nTotal\n£49.99\nSample lamp\n",
                "1 2024-11-14 49.99 GBP 203-0000001-0000001 Sample lamp",
            ),
            (
                "Beställning gjord\n7 december 2026\nTotalt\n1 106,89 kr\nBeställningsnr 405-0000001-0000001\nAnteckningsbok\n",
                "1 2026-12-07 1106.89 SEK 405-0000001-0000001 Anteckningsbok",
            ),
            // Of these labels nobody has told us.
            (
                "Sipariş verildi\n7 december 2026\nToplam\n106,89 €\nSipariş 405-0000001-0000001\nDefter\n",
                "2 2026-12-07 106.89 EUR 405-0000001-0000001 Defter",
            ),
        ] {
            let (source, _) = check(text, &[expect]);
            assert!(source.problems.is_empty(), "{text}");
        }
    }

    #[test]
    fn cards_of_plans_and_of_digital_orders_are_cards() {
        let (source, reading) = check(
            "Order placed\nSeptember 28, 2026\nTotal\n$17.28\nOrder # 114-0000001-0000001\nSample notebook\nSubscription charged on\nSeptember 27, 2026\nTotal\n$14.99\nOrder # D01-0000002-0000002\nPrime Membership Fee\nDigital order placed\nSeptember 20, 2026\nTotal\n$9.99\nOrder # D01-0000003-0000003\nSample ebook\n",
            &["1 2026-09-28 17.28 USD 114-0000001-0000001 Sample notebook"],
        );
        let digital: Vec<String> = reading.digital.iter().map(|order| order.total.plain()).collect();
        assert_eq!(digital, ["14.99", "9.99"]);
        assert_eq!((source.rows, source.used), (3, 3));
    }

    #[test]
    fn an_order_that_cannot_be_read_is_told_with_its_line() {
        let (source, reading) =
            check("注文日\n2026年8月18日\n合計\n不明\n注文番号 249-0000001-0000001\n見本のノート\n", &[]);
        assert!(reading.orders.is_empty());
        let problem = &source.problems[0];
        assert_eq!((problem.line, problem.code), (Some(1), ProblemCode::BadAmount));
        // A card with a label, a day and a sum that are not understood is no part of the one above.
        let (source, _) = check(
            "注文日\n2026年8月18日\n合計\n￥500\n注文番号 249-0000001-0000001\n見本のノート\nいつか\nたくさん\n注文番号 249-0000002-0000002\n",
            &["1 2026-08-18 500 JPY 249-0000001-0000001 見本のノート"],
        );
        assert_eq!((source.problems[0].line, source.rows), (Some(9), 2));
    }
}
