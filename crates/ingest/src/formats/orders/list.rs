//! Amazon's list of orders ("Your Orders", 注文履歴), copied from the page or saved as HTML.
//!
//! Seen in 2026: labels on lines of their own, `注文日` / `2026年8月18日` / `合計` / `￥1,339` / `注文番号 249-…`, then how the
//! parcel stands and what was in it. English pages have `Order placed`, `Total`, `Order #`.

use std::rc::Rc;

use mioboe_model::{
    Currency, Money, OrderId, OrderLine, OrderStatus, Place, Problem, ProblemCode, Reading, SkipReason,
    Source, SourceKind, When,
};

use super::{cells, plain, transactions};
use transactions::Line;

pub(crate) const FORMAT: &str = "amazon-order-list";

const ORDERED: [&str; 3] = ["注文日", "order placed", "bestellung aufgegeben"];
const TOTAL: [&str; 4] = ["合計", "total", "summe", "gesamtsumme"];
const CANCELLED: [&str; 4] = ["キャンセル済み", "キャンセルされました", "cancelled", "canceled"];
/// Words of buttons and of the parcel's way, which are no names of things.
const OF_THE_PAGE: [&str; 30] = [
    "お届け",
    "配達",
    "配送",
    "注文内容",
    "領収書",
    "再度購入",
    "もう一度買う",
    "返品",
    "返金",
    "交換",
    "レビュー",
    "キャンセル",
    "問題",
    "商品を表示",
    "ギフト",
    "発送",
    "deliver",
    "arriving",
    "ship to",
    "shipped",
    "invoice",
    "view ",
    "buy it again",
    "return",
    "refund",
    "write a",
    "track",
    "cancel",
    "get product support",
    "leave seller",
];

/// Whether a text is the list of orders: the label of the day, and an order number.
pub(crate) fn claims(text: &str) -> bool {
    const LINES: usize = 20_000;
    let (mut has_label, mut has_order) = (false, false);
    for line in transactions::lines(text).take(LINES) {
        has_label |= label(&line.text, &ORDERED).is_some();
        has_order |= has_label && transactions::order_id(&line).is_some();
        if has_order {
            return true;
        }
    }
    false
}

/// Reads the list, as text or as HTML.
pub(crate) fn read(text: &str, source: &mut Source, reading: &mut Reading) {
    source.kind = SourceKind::Orders;
    source.format = Some(FORMAT.to_owned());
    let mut list = List { source, reading, open: None, awaits: Awaits::Nothing };
    for line in transactions::lines(text) {
        list.line(&line);
    }
    list.close();
}

/// What the label above speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaits {
    Nothing,
    Day,
    Total,
}

struct List<'l> {
    source: &'l mut Source,
    reading: &'l mut Reading,
    open: Option<Order>,
    awaits: Awaits,
}

struct Order {
    line: u32,
    day: String,
    total: String,
    number: Option<OrderId>,
    is_cancelled: bool,
    /// The longest text of its part of the page.
    item: String,
}

impl List<'_> {
    fn line(&mut self, line: &Line) {
        if let Some(rest) = label(&line.text, &ORDERED) {
            self.close();
            self.open = Some(Order {
                line: line.number,
                day: rest.to_owned(),
                total: String::new(),
                number: None,
                is_cancelled: false,
                item: String::new(),
            });
            self.awaits = if rest.is_empty() { Awaits::Day } else { Awaits::Nothing };
            return;
        }
        let Some(open) = &mut self.open else { return };
        let awaits = std::mem::replace(&mut self.awaits, Awaits::Nothing);
        if awaits == Awaits::Day {
            line.text.clone_into(&mut open.day);
        } else if awaits == Awaits::Total {
            line.text.clone_into(&mut open.total);
        } else if let Some(order_id) = transactions::order_id(line) {
            open.number.get_or_insert(order_id);
        } else if let Some(rest) = label(&line.text, &TOTAL).filter(|_| open.total.is_empty()) {
            rest.clone_into(&mut open.total);
            self.awaits = if rest.is_empty() { Awaits::Total } else { Awaits::Nothing };
        } else if open.number.is_some() {
            let lower = line.text.to_lowercase();
            open.is_cancelled |= CANCELLED.iter().any(|word| lower.starts_with(word));
            let is_of_page = OF_THE_PAGE.iter().any(|word| lower.contains(word));
            if !is_of_page && line.text.chars().count() > open.item.chars().count() {
                line.text.clone_into(&mut open.item);
            }
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.source.rows += 1;
        let problem = |code, field: &str, text: &str| Problem {
            line: Some(open.line),
            code,
            field: Some(field.to_owned()),
            text: Some(text.chars().take(80).collect()),
        };
        let currency = transactions::sign_of(&open.total);
        let amount = currency.and_then(|currency| cells::money(&open.total, currency));
        let found = match (open.number, transactions::day_of(&open.day), amount) {
            (None, ..) => Err(problem(ProblemCode::BadOrderId, ORDERED[0], "")),
            (_, None, _) => Err(problem(ProblemCode::BadDate, ORDERED[0], &open.day)),
            // A cancelled order has no sum.
            (Some(order_id), Some(day), None) if open.is_cancelled && open.total.is_empty() => {
                Ok((order_id, day, Money::new(rust_decimal::Decimal::ZERO, Currency::JPY)))
            }
            (.., None) => Err(problem(ProblemCode::BadAmount, TOTAL[0], &open.total)),
            (Some(order_id), Some(day), Some(amount)) => Ok((order_id, day, amount)),
        };
        let (order_id, day, total) = match found {
            Ok(found) => found,
            Err(problem) => {
                self.source.skip(SkipReason::NotUnderstood);
                return self.source.problems.push(problem);
            }
        };
        if total.is_zero() && !open.is_cancelled {
            return self.source.skip(SkipReason::NoMoney);
        }
        self.source.used += 1;
        let line = OrderLine {
            place: Place::line(self.source.id, open.line),
            order_id,
            ordered: Some(When::Day(day)),
            shipped: Vec::new(),
            item: open.item,
            asin: None,
            seller: None,
            quantity: None,
            total,
            status: if open.is_cancelled { OrderStatus::Cancelled } else { OrderStatus::Unknown },
            pay: Rc::default(),
            address: None,
            website: None,
            scheduled: false,
        };
        plain::put(line, self.reading);
    }
}

/// What stands behind one of the labels, if the line begins with it; empty where it stands alone.
fn label<'t>(text: &'t str, labels: &[&str]) -> Option<&'t str> {
    labels.iter().find_map(|label| {
        let (start, rest) = text.split_at_checked(label.len())?;
        let rest_begins = rest.chars().next();
        let ends =
            rest_begins.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '：') || c.is_ascii_digit());
        (start.to_lowercase() == **label && ends)
            .then(|| rest.trim_start_matches([':', '：', ' ', '　']).trim())
    })
}

#[cfg(test)]
mod tests {
    use mioboe_model::{OrderStatus, ProblemCode, Reading, Source, SourceId, SourceKind};

    use super::{super::transactions, claims, read};

    #[track_caller]
    fn list(text: &str) -> (Source, Reading) {
        let (mut source, mut reading) =
            (Source::new(SourceId(0), "t.txt", SourceKind::Unreadable), Reading::default());
        assert!(claims(text) && !transactions::claims(text));
        read(text, &mut source, &mut reading);
        assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>());
        (source, reading)
    }

    #[track_caller]
    fn check(reading: &Reading, expect: &[&str]) {
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
    }

    const JAPANESE: &str = "注文履歴
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
";

    #[test]
    fn a_pasted_japanese_list_gives_its_orders() {
        let (source, reading) = list(JAPANESE);
        check(
            &reading,
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
        check(&list(text).1, &["1 2026-09-28 17.28 USD 114-0000001-0000001 Sample notebook"]);
        let html = "<!doctype html><html><body><ul><li>\n<span>Order placed</span><span>September 28, 2026</span>\n<span>Total</span><span>$17.28</span>\n<span>Order #</span> <span>114-0000001-0000001</span>\n<a>Sample notebook</a></li></ul></body></html>";
        check(&list(html).1, &["2 2026-09-28 17.28 USD 114-0000001-0000001 Sample notebook"]);
    }

    #[test]
    fn an_order_that_cannot_be_read_is_told_with_its_line() {
        let (source, reading) =
            list("注文日\n2026年8月18日\n合計\n不明\n注文番号 249-0000001-0000001\n見本のノート\n");
        assert!(reading.orders.is_empty());
        let problem = &source.problems[0];
        assert_eq!((problem.line, problem.code), (Some(1), ProblemCode::BadAmount));
    }

    #[test]
    fn other_texts_are_not_claimed() {
        for text in [
            "",
            "注文日\n2026年8月18日\n",
            "注文番号 249-0000001-0000001\n",
            "Order # 114-0000001-0000001\n-$3.00\n",
        ] {
            assert!(!claims(text), "{text}");
        }
    }
}
