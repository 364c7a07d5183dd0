//! アマゾン注文履歴フィルタ: what it reads from the order pages of amazon.co.jp.
//!
//! The kind of a row stands in 商品名: the whole order, an item, a charge to a card, postage, a discount, points.
//! Files of 2018 have no row for the whole order; its sums stand on the item.

use mioboe_model::sorted::Map;
use std::rc::Rc;

use mioboe_model::{
    Currency, Money, OrderId, OrderLine, OrderStatus, PayLegs, Payment, Place, ProblemCode, Reading, Refund,
    RefundStatus, SkipReason, Source, When,
};

use super::{
    Out, cells,
    overlap::take_back,
    plain::put,
    table::{Cells, Column, Pass, Table},
};

pub(super) fn read_orders(table: &Table<'_>, out: &mut Out<'_>) {
    let columns = Columns::of(table);
    let mut orders: Vec<OrderRows> = Vec::new();
    let mut known: Map<OrderId, usize> = Map::new();
    table.each_row(out.source, |row, problems| {
        let order_id = row.order_id(columns.order_id)?;
        let ordered = row.moment(columns.ordered, problems);
        let at = *known.entry(order_id).or_insert(orders.len());
        if at == orders.len() {
            orders.push(OrderRows::new(order_id, ordered));
        }
        orders.get_mut(at).map_or(Ok(()), |order| columns.add(row, order))
    });
    for order in orders {
        order.finish(out.source, out.reading);
    }
}

pub(super) fn read_refunds(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["注文番号"]);
    let when = table.column(&["返金日"]);
    let amount = table.column(&["返金額"]);
    let destination = table.column(&["返金先"]);
    let refunds = &mut out.reading.refunds;
    table.each_row(out.source, |row, problems| {
        let amount = yen(row, amount)?.ok_or(Pass::Skip(SkipReason::NoMoney))?.abs();
        if amount.is_zero() {
            return Err(Pass::Skip(SkipReason::NoMoney));
        }
        refunds.push(Refund {
            place: row.place,
            order_id: row.order_id(order_id)?,
            when: row.moment(when, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, when))?,
            amount,
            status: RefundStatus::Completed,
            to_balance: cells::is_balance(row.raw(destination)),
            reason: None,
        });
        Ok(())
    });
}

struct Columns {
    order_id: Column,
    ordered: Column,
    item: Column,
    note: Column,
    count: Column,
    subtotal: Column,
    order_total: Column,
    address: Column,
    state: Column,
    billed: Column,
    charge_day: Column,
    charge: Column,
    card: Column,
}

impl Columns {
    fn of(table: &Table<'_>) -> Self {
        Self {
            order_id: table.column(&["注文番号"]),
            ordered: table.column(&["注文日"]),
            item: table.column(&["商品名"]),
            note: table.column(&["付帯情報"]),
            count: table.column(&["個数"]),
            subtotal: table.column(&["商品小計"]),
            order_total: table.column(&["注文合計"]),
            address: table.column(&["お届け先"]),
            state: table.column(&["状態"]),
            billed: table.column(&["請求額"]),
            charge_day: table.column(&["クレカ請求日"]),
            charge: table.column(&["クレカ請求額"]),
            card: table.column(&["クレカ種類"]),
        }
    }

    fn add(&self, row: &Cells<'_>, order: &mut OrderRows) -> Result<(), Pass> {
        order.total = yen(row, self.order_total)?.filter(|_| self.speaks_of_whole(row)).or(order.total);
        order.billed = yen(row, self.billed)?.or(order.billed);
        if let Some(card) = cells::last_digits(row.raw(self.card)).filter(|card| !order.cards.contains(card))
        {
            order.cards.push(card);
        }
        order.places.push(row.place);
        match row.raw(self.item) {
            "（注文全体）" => Ok(()),
            "（クレジットカードへの請求）" => self.charge(row, order),
            "（配送料・手数料）" | "（割引）" => {
                let extra = yen(row, self.subtotal)?.or(yen(row, self.order_total)?);
                order.extra = match (order.extra, extra) {
                    (Some(known), Some(extra)) => known.plus(extra),
                    (known, extra) => known.or(extra),
                };
                Ok(())
            }
            "（Amazonポイント）" | "（Amazon ポイント）" => {
                order.balance = true;
                Ok(())
            }
            _ => self.item(row, order),
        }
    }

    /// On rows of postage, discount and points the column 注文合計 holds their own sum.
    fn speaks_of_whole(&self, row: &Cells<'_>) -> bool {
        let item = row.raw(self.item);
        item == "（注文全体）" || !(item.starts_with('（') && item.ends_with('）'))
    }

    fn item(&self, row: &Cells<'_>, order: &mut OrderRows) -> Result<(), Pass> {
        self.charge(row, order)?;
        // A thing added to another has no sum of its own.
        let Some(total) = yen(row, self.subtotal)? else {
            order.places.pop();
            return Err(Pass::Skip(SkipReason::FollowUp));
        };
        let state = row.raw(self.state);
        order.lines.push(OrderLine {
            place: row.place,
            order_id: order.order_id,
            ordered: order.ordered,
            shipped: shipped(state).into_iter().collect(),
            item: row.owned(self.item).unwrap_or_default(),
            asin: None,
            seller: seller(row.raw(self.note)),
            quantity: row.text(self.count).and_then(|cell| cell.parse().ok()),
            total,
            status: status(state),
            pay: Rc::default(),
            address: row.text(self.address).map(Rc::from),
            website: Some("Amazon.co.jp".into()),
            scheduled: false,
        });
        Ok(())
    }

    fn charge(&self, row: &Cells<'_>, order: &mut OrderRows) -> Result<(), Pass> {
        let Some(amount) = yen(row, self.charge)?.filter(|amount| !amount.is_zero()) else { return Ok(()) };
        // Digital items have no day of their own: they are charged when they are ordered.
        let day = match row.text(self.charge_day) {
            Some(cell) => {
                cells::moment(cell).ok_or_else(|| row.fault(ProblemCode::BadDate, self.charge_day))?
            }
            None => order.ordered.ok_or_else(|| row.fault(ProblemCode::BadDate, self.charge_day))?,
        };
        order.payments.push(Payment {
            place: row.place,
            order_ids: vec![order.order_id],
            day,
            amount,
            card: cells::last_digits(row.raw(self.card)),
        });
        Ok(())
    }
}

fn yen(row: &Cells<'_>, column: Column) -> Result<Option<Money>, Pass> {
    row.text(column)
        .map(|cell| {
            cells::money(cell, Currency::JPY).ok_or_else(|| row.fault(ProblemCode::BadAmount, column))
        })
        .transpose()
}

/// Rows of one order.
struct OrderRows {
    order_id: OrderId,
    ordered: Option<When>,
    /// 注文合計, before points.
    total: Option<Money>,
    /// 請求額, after points.
    billed: Option<Money>,
    /// Postage and discounts.
    extra: Option<Money>,
    lines: Vec<OrderLine>,
    payments: Vec<Payment>,
    cards: Vec<String>,
    balance: bool,
    places: Vec<Place>,
}

impl OrderRows {
    fn new(order_id: OrderId, ordered: Option<When>) -> Self {
        Self {
            order_id,
            ordered,
            total: None,
            billed: None,
            extra: None,
            lines: Vec::new(),
            payments: Vec::new(),
            cards: Vec::new(),
            balance: false,
            places: Vec::new(),
        }
    }

    fn finish(mut self, source: &mut Source, reading: &mut Reading) {
        self.drop_repeated_payments(source);
        self.share_the_rest();
        let balance = self.balance
            || matches!((self.billed, self.total), (Some(billed), Some(total)) if billed.value() < total.value());
        let pay = Rc::new(PayLegs {
            known: balance || !self.cards.is_empty(),
            cards: self.cards,
            balance,
            elsewhere: false,
        });
        if self.lines.is_empty()
            && let Some(total) = self.total.filter(|total| !total.is_zero())
        {
            self.lines.extend(self.places.first().map(|&place| OrderLine {
                place,
                order_id: self.order_id,
                ordered: self.ordered,
                shipped: Vec::new(),
                item: String::new(),
                asin: None,
                seller: None,
                quantity: None,
                total,
                status: OrderStatus::Unknown,
                pay: Rc::default(),
                address: None,
                website: Some("Amazon.co.jp".into()),
                scheduled: false,
            }));
        }
        for line in self.lines {
            if line.total.is_zero() && self.payments.iter().all(|payment| payment.place != line.place) {
                take_back(std::slice::from_mut(source), &[line.place], SkipReason::NoMoney);
            } else {
                put(OrderLine { pay: pay.clone(), ..line }, reading);
            }
        }
        reading.payments.extend(self.payments);
    }

    /// The tool sometimes writes a charge twice; only where more was charged than billed it must have.
    fn drop_repeated_payments(&mut self, source: &mut Source) {
        let charged = self
            .payments
            .iter()
            .try_fold(Money::zero(Currency::JPY), |sum, payment| sum.plus(payment.amount));
        let (Some(charged), Some(billed)) = (charged, self.billed) else { return };
        if charged.value() <= billed.value() {
            return;
        }
        let lines = &self.lines;
        let mut seen: Vec<(When, Money, Option<String>)> = Vec::new();
        self.payments.retain(|payment| {
            let key = (payment.day, payment.amount, payment.card.clone());
            let is_new = !seen.contains(&key);
            if is_new {
                seen.push(key);
            } else if lines.iter().all(|line| line.place != payment.place) {
                take_back(std::slice::from_mut(source), &[payment.place], SkipReason::FollowUp);
            }
            is_new
        });
    }

    /// Postage, discounts and tax that the items do not hold go to the first of them: the order's sum is exact.
    fn share_the_rest(&mut self) {
        let zero = Money::zero(Currency::JPY);
        let Some(items) = self.lines.iter().try_fold(zero, |sum, line| sum.plus(line.total)) else { return };
        let rest = match self.total {
            Some(total) => total.plus(items.negated()),
            None => self.extra,
        };
        if let (Some(rest), Some(line)) = (rest, self.lines.first_mut())
            && let Some(total) = line.total.plus(rest)
        {
            line.total = total;
        }
    }
}

/// `2018年10月23日に発送済み`; newer files leave the year out, and then there is no day.
fn shipped(state: &str) -> Option<When> {
    state.split_once("に発送済み").and_then(|(day, _)| cells::day(day)).map(When::Day)
}

fn status(state: &str) -> OrderStatus {
    if state.contains("発送済み") || state.starts_with("デジタル注文") {
        OrderStatus::Closed
    } else if state.contains("未発送") {
        OrderStatus::Authorized
    } else if state.contains("キャンセル") {
        OrderStatus::Cancelled
    } else {
        OrderStatus::Unknown
    }
}

/// `販売： 見本商店   コンディション： 新品`
fn seller(note: &str) -> Option<String> {
    let (_, after) = note.split_once("販売")?;
    let after = after.strip_prefix(['：', ':'])?;
    let name = after.split("コンディション").next().unwrap_or_default().trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use mioboe_model::{OrderStatus, Reading, SkipReason};

    use super::super::tests::reading;

    const HEADER: &str = r#""注文日","注文番号","商品名","付帯情報","価格","個数","商品小計","注文合計","お届け先","状態","請求先","請求額","クレカ請求日","クレカ請求額","クレカ種類","注文概要URL","領収書URL","商品URL""#;

    /// 商品名, 商品小計, 注文合計, 状態, 請求額, クレカ請求日, クレカ請求額
    fn orders(id: &str, rows: &[[&str; 7]]) -> Reading {
        let rows: Vec<String> = rows
            .iter()
            .map(|[item, subtotal, total, state, billed, day, charge]| {
                format!("\"2026/7/14\",\"{id}\",\"{item}\",\"販売： 見本商店   コンディション： 新品\",\"\",1,{subtotal},{total},\"架空 太郎\",\"{state}\",\"見本\",{billed},\"{day}\",{charge},\"Visa（下4けたが1234）\",\"\",\"\",\"\"\r\n")
            })
            .collect();
        reading(&[("amazon-order_2026.csv", &format!("\u{feff}{HEADER}\r\n{}", rows.concat()))])
    }

    const ID: &str = "503-0000001-0000001";
    const SENT: &str = "2026年7月16日に発送済み";

    #[track_caller]
    fn check(read: &Reading, lines: &[&str], payments: &[&str]) {
        let found: Vec<_> =
            read.orders.iter().map(|line| format!("{} {}", line.item, line.total.plain())).collect();
        assert_eq!(found, lines);
        let found: Vec<_> = read
            .payments
            .iter()
            .map(|payment| {
                format!("{} {}", payment.day.day(mioboe_model::Offset::JAPAN), payment.amount.plain())
            })
            .collect();
        assert_eq!(found, payments);
    }

    #[test]
    fn an_order_has_its_items_and_its_charges() {
        let read = orders(
            ID,
            &[
                ["（注文全体）", "", "3380", "", "3380", "", ""],
                ["見本ケーブル", "2980", "", SENT, "", "", ""],
                ["（配送料・手数料）", "", "400", "", "", "", ""],
                ["（クレジットカードへの請求）", "", "", "", "", "2026/7/16", "3380"],
            ],
        );
        check(&read, &["見本ケーブル 3380"], &["2026-07-16 3380"]);
        let line = &read.orders[0];
        assert_eq!((line.seller.as_deref(), line.status), (Some("見本商店"), OrderStatus::Closed));
        assert_eq!(line.shipped.len(), 1);
        assert!(!line.pay.balance && line.pay.cards == ["1234"]);
        assert_eq!(read.payments[0].card.as_deref(), Some("1234"));
        assert_eq!(read.sources[0].used, 4);
    }

    #[test]
    fn points_lower_what_is_billed_and_not_what_it_cost() {
        let read = orders(
            ID,
            &[
                ["（注文全体）", "", "2980", "", "2780", "", ""],
                ["見本ケーブル", "2980", "", SENT, "", "", ""],
                ["（Amazonポイント）", "", "-200", "", "", "", ""],
                ["（クレジットカードへの請求）", "", "", "", "", "2026/7/16", "2780"],
            ],
        );
        check(&read, &["見本ケーブル 2980"], &["2026-07-16 2780"]);
        assert!(read.orders[0].pay.balance);
    }

    #[test]
    fn files_of_2018_have_everything_on_the_item() {
        let read = orders(
            "123-4567890-1234567",
            &[["見本スピーカー", "6276", "6390", SENT, "5952", "2018/10/23", "5952"]],
        );
        check(&read, &["見本スピーカー 6390"], &["2018-10-23 5952"]);
        assert!(read.orders[0].pay.balance);
    }

    #[test]
    fn a_charge_written_twice_is_one_where_only_one_was_billed() {
        let charge = ["（クレジットカードへの請求）", "", "", "", "", "2026/7/16", "1000"];
        let twice = |billed| {
            orders(
                ID,
                &[
                    ["（注文全体）", "", billed, "", billed, "", ""],
                    ["見本", billed, "", SENT, "", "", ""],
                    charge,
                    charge,
                ],
            )
        };
        check(&twice("1000"), &["見本 1000"], &["2026-07-16 1000"]);
        check(&twice("2000"), &["見本 2000"], &["2026-07-16 1000", "2026-07-16 1000"]);
    }

    #[test]
    fn a_digital_order_is_told_by_its_number_and_charged_when_ordered() {
        let read = orders(
            "D01-0000001-0000001",
            &[["Kindle版 見本小説", "555", "555", "デジタル注文: 2026/7/14", "555", "", "555"]],
        );
        check(&read, &[], &["2026-07-14 555"]);
        assert_eq!(read.digital[0].total.plain(), "555");
        assert_eq!(read.digital[0].status, OrderStatus::Closed);
    }

    #[test]
    fn a_thing_added_to_another_follows_it() {
        let read = orders(
            ID,
            &[["見本", "500", "", "未発送の商品", "", "", ""], ["おまけ", "", "", "", "", "", ""]],
        );
        check(&read, &["見本 500"], &[]);
        assert_eq!(read.orders[0].status, OrderStatus::Authorized);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::FollowUp), Some(&1));
    }

    #[test]
    fn a_year_left_out_of_the_ship_day_gives_no_day() {
        let read = orders(ID, &[["見本", "500", "", "10月23日に発送済み", "", "", ""]]);
        assert!(read.orders[0].shipped.is_empty());
    }

    #[test]
    fn refunds_know_whether_they_went_to_a_card() {
        let text = "\"注文日\",\"注文番号\",\"返金日\",\"返金額\",\"返金先\",\"クレカ種類\",\"備考\",\"注文概要URL\",\"領収書URL\",\"返金明細書URL\"
\"2026/7/14\",\"503-0000001-0000001\",\"2026/7/20\",1180,\"クレジットカード\",\"Visa（下4けたが1234）\",\"\",\"\",\"\",\"\"
\"2026/7/14\",\"503-0000001-0000001\",\"2026/7/21\",200,\"Amazonギフトカード\",\"\",\"\",\"\",\"\",\"\"
";
        let read = reading(&[("amazon-refund_2026.csv", text)]);
        let found: Vec<_> =
            read.refunds.iter().map(|refund| (refund.amount.plain(), refund.to_balance)).collect();
        assert_eq!(found, [("1180".to_owned(), false), ("200".to_owned(), true)]);
    }
}
