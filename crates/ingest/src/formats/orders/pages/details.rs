//! The page of one order: its details, its invoice or receipt, the summary of a digital order.
//!
//! What the card was asked for is said here to the coin: points and vouchers are off it. Where charges to cards are listed, they
//! are payments; where parcels have sums, they are parcels.

use mioboe_model::sorted::{Map, Set};
use std::rc::Rc;

use chrono::NaiveDate;
use mioboe_model::{
    Money, OrderId, OrderLine, OrderStatus, PayLegs, Payment, ProblemCode, Refund, RefundStatus, SkipReason,
    When,
};
use rust_decimal::Decimal;

use super::{
    Out, days, has_masked_card, sums,
    sums::Sum,
    text::Line,
    words::{self, Role},
};
use crate::formats::orders::{cells, plain};

/// The sum behind a label, on its line or on the next.
pub(super) fn sum_behind(lines: &[Line], role: Role) -> Option<Sum> {
    let [first, rest @ ..] = lines else { return None };
    let behind = words::behind(&first.lower, role)?;
    if behind.is_empty() { sums::only(&rest.first()?.text) } else { sums::only(behind) }
}

/// Reads the page.
pub(super) fn read(lines: &[Line], out: &mut Out<'_>) {
    let parts = parts(lines);
    if let [_, _, ..] = parts[..] {
        for part in parts {
            read_order(part, out);
        }
        return;
    }
    // Numbers of other orders are no harm where nothing of them stands here.
    let totals: Set<Decimal> = (0..lines.len())
        .filter_map(|at| sum_behind(lines.get(at..)?, Role::Charged))
        .map(|sum| sum.value())
        .collect();
    let ids: Map<OrderId, &Line> =
        lines.iter().rev().filter_map(|line| Some((line.order_id()?, line))).collect();
    if 1 < ids.len() && 1 < totals.len() {
        // Which sum is of which order cannot be said.
        let mut ids: Vec<&Line> = ids.into_values().collect();
        ids.sort_by_key(|line| line.number);
        for line in ids {
            out.fault(line.number, ProblemCode::BadAmount, "", &line.text);
        }
        return;
    }
    read_order(lines, out);
}

/// The parts of a page that tell of several orders, each from its number on: every one has a day and a sum. One part or
/// none where the page is of one order.
fn parts(lines: &[Line]) -> Vec<&[Line]> {
    let mut last: Map<OrderId, usize> = Map::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(id) = line.order_id() {
            last.insert(id, at);
        }
    }
    let mut starts: Vec<usize> = last.into_values().collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let parts: Vec<&[Line]> =
        starts.iter().zip(ends).filter_map(|(&start, end)| lines.get(start..end)).collect();
    let is_order = |part: &&[Line]| {
        let found = Found::of(part);
        found.day.is_some() && found.charged.is_some()
    };
    if parts.iter().all(is_order) { parts } else { Vec::new() }
}

fn read_order(lines: &[Line], out: &mut Out<'_>) {
    let found = Found::of(lines);
    let line =
        found.number.map(|(line, _)| line).or_else(|| lines.first().map(|line| line.number)).unwrap_or(1);
    let fault =
        |out: &mut Out<'_>, code| out.fault(line, code, "", found.text.as_deref().unwrap_or_default());
    let Some((_, order_id)) = found.number else { return fault(out, ProblemCode::BadOrderId) };
    let Some(day) = found.day else { return fault(out, ProblemCode::BadDate) };
    let total = match found.total() {
        Some(sum) => sum.money(out.dollar),
        None if found.is_cancelled => Money::zero(out.usual),
        None => return fault(out, ProblemCode::BadAmount),
    };
    let is_cancelled = found.is_cancelled && total.is_zero();
    let is_paid_otherwise = found.less < Decimal::ZERO;
    if total.is_zero() && !is_cancelled && !is_paid_otherwise {
        return out.pass(SkipReason::NoMoney);
    }
    let pay = Rc::new(PayLegs {
        known: !found.cards.is_empty() || is_paid_otherwise,
        // The total has vouchers and points off it, unless it is one that they go off from.
        elsewhere: false,
        balance: is_paid_otherwise && (total.is_zero() || found.is_before_points()),
        cards: if total.is_zero() { Vec::new() } else { found.cards.clone() },
    });
    let parcels = found.parcels(total, out);
    for (row, (line, shipped, total)) in parcels.into_iter().enumerate() {
        out.took();
        let place = out.place(line);
        let line = OrderLine {
            place,
            order_id,
            ordered: Some(When::Day(day)),
            shipped: shipped.map(When::Day).into_iter().collect(),
            item: if row == 0 { found.item() } else { String::new() },
            asin: None,
            seller: found.seller.clone(),
            quantity: None,
            total,
            status: if is_cancelled { OrderStatus::Cancelled } else { OrderStatus::Unknown },
            pay: Rc::clone(&pay),
            address: None,
            website: None,
            scheduled: false,
        };
        plain::put(line, out.reading);
    }
    for payment in &found.payments {
        out.took();
        let place = out.place(payment.line);
        out.reading.payments.push(Payment {
            place,
            order_ids: vec![order_id],
            day: When::Day(payment.day),
            amount: payment.sum.money(out.dollar),
            card: payment.card.clone(),
        });
    }
    for &(line, day, sum) in &found.refunds {
        out.took();
        let place = out.place(line);
        out.reading.refunds.push(Refund {
            place,
            order_id,
            when: When::Day(day),
            amount: sum.money(out.dollar).abs(),
            status: RefundStatus::Completed,
            to_balance: false,
            reason: None,
        });
    }
}

/// A charge to a card, `Visa ending in 1234: September 3, 2020: $5.00`.
struct Paid {
    line: u32,
    day: NaiveDate,
    sum: Sum,
    card: Option<String>,
}

/// What stands on the page.
#[derive(Default)]
struct Found {
    number: Option<(u32, OrderId)>,
    /// The line that a problem of the page shows.
    text: Option<String>,
    day: Option<NaiveDate>,
    charged: Option<Sum>,
    order_total: Option<Sum>,
    other_total: Option<Sum>,
    /// What went off the sum by vouchers, points and promotions.
    less: Decimal,
    cards: Vec<String>,
    payments: Vec<Paid>,
    refunds: Vec<(u32, NaiveDate, Sum)>,
    /// Parcels with their line, day and sum.
    shipments: Vec<(u32, Option<NaiveDate>, Sum)>,
    shipped: Vec<NaiveDate>,
    is_cancelled: bool,
    items: Vec<String>,
    seller: Option<String>,
}

impl Found {
    fn of(lines: &[Line]) -> Self {
        let mut found = Self::default();
        let mut shipped = None;
        for (at, line) in lines.iter().enumerate() {
            let here = lines.get(at..).unwrap_or_default();
            if let Some(order_id) = line.order_id().filter(|_| found.number.is_none()) {
                found.number = Some((line.number, order_id));
                found.text = Some(line.text.clone());
            }
            found.day = found.day.or_else(|| day_behind(here, Role::Ordered));
            if let Some(payment) = paid(here) {
                found.cards.extend(payment.card.clone().filter(|card| !found.cards.contains(card)));
                found.payments.push(payment);
                continue;
            }
            found.card(lines, at);
            found.sums(here);
            if let Some(day) = day_behind(here, Role::Shipped) {
                shipped = Some(day);
                found.shipped.push(day);
            }
            if let Some(sum) = sum_behind(here, Role::ShipmentTotal) {
                found.shipments.push((line.number, shipped, sum));
            }
            if words::begins(&line.lower, Role::Refunded)
                && let Some(day) = days::find(&line.text)
                && let Some((_, sum)) = sums::at_end(&line.text)
            {
                found.refunds.push((line.number, day.day, sum));
            }
            found.is_cancelled |= words::begins(&line.lower, Role::Cancelled);
            found.sold(lines, at);
        }
        found
    }

    /// The last digits of a card that is named, `ending in 1234`, `•••• 1673`.
    fn card(&mut self, lines: &[Line], at: usize) {
        let Some(line) = lines.get(at) else { return };
        let own = words::has(&line.lower, Role::Ending) || has_masked_card(&line.text);
        let is_mark = |line: &Line| line.text.chars().all(|c| matches!(c, '•' | '*' | '·'));
        let above = at.checked_sub(1).and_then(|at| lines.get(at)).is_some_and(is_mark);
        if (own || above)
            && line.text.chars().count() <= 80
            && let Some(digits) = cells::last_digits(&line.text)
            && !self.cards.contains(&digits)
        {
            self.cards.push(digits);
        }
    }

    fn sums(&mut self, here: &[Line]) {
        // A parcel's sum and a refund's begin like the order's.
        let is_other = |role| here.first().is_some_and(|line| words::begins(&line.lower, role));
        if is_other(Role::ShipmentTotal) || is_other(Role::RefundTotal) || is_other(Role::Subtotal) {
            return;
        }
        if let Some(sum) = sum_behind(here, Role::Charged) {
            self.charged = Some(sum);
        } else if let Some(sum) = sum_behind(here, Role::OrderTotal) {
            self.order_total = Some(sum);
        } else if let Some(sum) = sum_behind(here, Role::Total) {
            self.other_total = Some(sum);
        } else if let Some(sum) = sum_behind(here, Role::Less).filter(|sum| sum.value() < Decimal::ZERO) {
            self.less += sum.value();
        }
    }

    fn sold(&mut self, lines: &[Line], at: usize) {
        /// Between the name of a thing and who sells it are its author and its state.
        const ABOVE: usize = 3;
        let Some(behind) = lines.get(at).and_then(|line| words::behind(&line.lower, Role::Seller)) else {
            return;
        };
        if self.seller.is_none() {
            let own = lines.get(at).map(|line| line.text.as_str()).filter(|_| !behind.is_empty());
            let own = own.and_then(|text| text.get(text.len().checked_sub(behind.len())?..));
            let next = lines.get(at + 1).map(|line| line.text.as_str()).filter(|_| behind.is_empty());
            self.seller = own.or(next).map(str::to_owned);
        }
        let above = lines.get(at.saturating_sub(ABOVE)..at).unwrap_or_default();
        let is_name = |line: &&Line| {
            sums::at_end(&line.text).is_none()
                && days::find(&line.text).is_none()
                && line.order_id().is_none()
                && !["By: ", "["].iter().any(|start| line.text.starts_with(start))
                && !words::has(&line.lower, Role::Button)
                && !line.text.ends_with(':')
        };
        let name = above.iter().filter(is_name).max_by_key(|line| line.text.chars().count());
        self.items.extend(name.map(|line| line.text.clone()).filter(|name| !self.items.contains(name)));
    }

    fn total(&self) -> Option<Sum> {
        self.charged.or(self.order_total).or(self.other_total).filter(|sum| Decimal::ZERO <= sum.value())
    }

    /// The only sum that is known is one that points and vouchers go off from.
    fn is_before_points(&self) -> bool {
        self.charged.is_none() && self.order_total.is_some()
    }

    fn item(&self) -> String {
        self.items.join(", ")
    }

    /// The parcels where their sums are the order's, else the order as one.
    fn parcels(&self, total: Money, out: &Out<'_>) -> Vec<(u32, Option<NaiveDate>, Money)> {
        let parcels: Vec<_> =
            self.shipments.iter().map(|&(line, day, sum)| (line, day, sum.money(out.dollar))).collect();
        let sum = parcels.iter().try_fold(Money::zero(total.currency()), |sum, parcel| sum.plus(parcel.2));
        if 1 < parcels.len() && sum == Some(total) {
            return parcels;
        }
        let line = self.number.map_or(1, |(line, _)| line);
        // One day for an order that left in several parcels would be wrong.
        let shipped = match self.shipped[..] {
            [day] => Some(day),
            _ => None,
        };
        vec![(line, shipped, total)]
    }
}

fn day_behind(here: &[Line], role: Role) -> Option<NaiveDate> {
    let [first, rest @ ..] = here else { return None };
    let behind = words::behind(&first.lower, role)?;
    let found = if behind.is_empty() { days::only(&rest.first()?.text) } else { days::find(behind) };
    found.map(|found| found.day)
}

fn paid(here: &[Line]) -> Option<Paid> {
    let [first, rest @ ..] = here else { return None };
    if !words::has(&first.lower, Role::Ending) || words::begins(&first.lower, Role::Refunded) {
        return None;
    }
    let day = days::find(&first.text)?.day;
    let own = sums::at_end(&first.text);
    let sum = match own {
        Some((_, sum)) => sum,
        None => sums::only(&rest.first()?.text)?,
    };
    let ending = Role::Ending.words().find_map(|word| Some(first.lower.split_once(word)?.1))?;
    let digits: String =
        ending.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let card = cells::last_digits(&digits);
    (Decimal::ZERO < sum.value() && !sum.is_signed).then_some(Paid { line: first.number, day, sum, card })
}

#[cfg(test)]
mod tests {
    use mioboe_model::{Offset, ProblemCode, Reading, Source};

    use super::super::{Kind, tests::page};

    #[track_caller]
    fn check(text: &str, expect: &[&str]) -> (Source, Reading) {
        let (source, reading) = page(text, Kind::Details);
        let day = |when: &mioboe_model::When| when.day(Offset::UTC).to_string();
        let mut found: Vec<String> = reading
            .orders
            .iter()
            .map(|line| {
                let shipped: Vec<String> = line.shipped.iter().map(day).collect();
                let (total, currency) = (line.total.plain(), line.total.currency());
                let cards = line.pay.cards.join("+");
                format!(
                    "order {} {} {total} {currency} [{}] {cards} {}",
                    line.order_id,
                    day(&line.ordered.unwrap()),
                    shipped.join("+"),
                    line.item
                )
            })
            .collect();
        found.extend(reading.payments.iter().map(|payment| {
            format!(
                "paid {} {} {}",
                day(&payment.day),
                payment.amount.plain(),
                payment.card.as_deref().unwrap_or("-")
            )
        }));
        found.extend(
            reading
                .refunds
                .iter()
                .map(|refund| format!("back {} {}", day(&refund.when), refund.amount.plain())),
        );
        assert_eq!(found, expect);
        (source, reading)
    }

    #[test]
    fn a_discount_is_no_payment() {
        check(
            "注文の詳細\n注文日\n2026年9月15日\n注文番号\n250-0000001-0000001\n領収書等\nお届け先住所\n架空太郎\nお支払い方法\nVisa\n下4桁が 0552\n注文概要\n商品の小計：\n￥1,339\n配送料・手数料：\n￥410\n注文合計：\n￥1,749\n割引：\n-￥410\nAmazonポイント：\n-￥100\nご請求額：\n￥1,239\n9月17日にお届け済み\n見本の品\n販売: 見本商店\n￥1,339\n",
            &["order 250-0000001-0000001 2026-09-15 1239 JPY [] 0552 見本の品"],
        );
    }

    #[test]
    fn an_invoice_lists_what_the_card_paid() {
        check(
            "Amazon.com - Order 114-0000001-0000001\nFinal Details for Order #114-0000001-0000001\nOrder Placed:\nSeptember 1, 2026\nAmazon.com order number:\n114-0000001-0000001\nOrder Total: $32.05\nShipped on September 1, 2026\nItems Ordered\nPrice\n1 of:\nSample bananas\nSold by: Sample Market\nCondition: New\n$25.76\nPayment information\nItem(s) Subtotal:\n$25.76\n-----\nGrand Total:\n$32.05\nPayment Method:\nSample Visa\n| Last digits: 1234\nCredit Card transactions\nVisa ending in 1234: September 3, 2026:\n$5.00\nVisa ending in 1234: September 1, 2026:\n$27.05\n",
            &[
                "order 114-0000001-0000001 2026-09-01 32.05 USD [2026-09-01] 1234 Sample bananas",
                "paid 2026-09-03 5.00 1234",
                "paid 2026-09-01 27.05 1234",
            ],
        );
    }

    #[test]
    fn parcels_with_sums_are_parcels() {
        check(
            "Final Details for Order #114-0000002-0000002\nOrder Placed:\nMarch 23, 2026\nShipped on March 24, 2026\nSample folder\nSold by: Sample LLC\n$10.80\nItem(s) Subtotal:\n$10.80\nTotal for This Shipment:\n$10.80\nShipped on March 27, 2026\nSample pens\nSold by: Sample LLC\n$7.99\nTotal for This Shipment:\n$7.99\nPayment information\nGrand Total:\n$18.79\n",
            &[
                "order 114-0000002-0000002 2026-03-23 10.80 USD [2026-03-24]  Sample folder, Sample pens",
                "order 114-0000002-0000002 2026-03-23 7.99 USD [2026-03-27]  ",
            ],
        );
    }

    #[test]
    fn refunds_and_charges_stand_on_the_page_of_an_order() {
        check(
            "Order Details\nOrdered on October 18, 2026\nOrder#\n112-0000001-0000001\nPayment method\nAMEX\nending in 1234\nOrder Summary\nItem(s) Subtotal:\n$69.99\nGrand Total:\n$76.11\nRefund Total\nItem(s) refund:\n$69.99\nRefund Total:\n$76.11\nTransactions\nRefund: Completed November 2, 2026 - $76.11\nItems shipped:\nOctober 19, 2026 - AmericanExpress ending in 1234: $76.11\nTotal: $76.11\nSample controller\nSold by: Sample Services, Inc\n$69.99\n",
            &[
                "order 112-0000001-0000001 2026-10-18 76.11 USD [] 1234 Sample controller",
                "paid 2026-10-19 76.11 1234",
                "back 2026-11-02 76.11",
            ],
        );
    }

    #[test]
    fn what_gift_cards_paid_is_asked_of_no_card() {
        let (_, reading) = check(
            "Order Summary\nOrder placed\nSeptember 23, 2026\nOrder #\n112-0000002-0000002\nPayment method\nVisa\nending in 1234\nItem(s) Subtotal:\n$36.71\nGift Card Amount:\n-$36.71\nGrand Total:\n$0.00\n",
            &["order 112-0000002-0000002 2026-09-23 0.00 USD []  "],
        );
        assert!(reading.orders[0].pay.without_card());
    }

    #[test]
    fn pages_of_other_sites_are_read() {
        check(
            "Détails de la commande\nRécapitulatif de commande\nCommande effectuée le\n7 décembre 2026\nNuméro de commande\n701-0000001-0000001\nMode de paiement\nMASTERCARD\n••••\n1673\nSous-total :\n92,97 $\nLivraison :\n0,00 $\nMontant total pour ces articles :\n106,89 $\nLivré le\n9 décembre\nChandail d'exemple\nVendu par :\nBoutique\n29,99$\n",
            &["order 701-0000001-0000001 2026-12-07 106.89 CAD [] 1673 Chandail d'exemple"],
        );
        check(
            "Details für Bestellung 305-0000001-0000001\nBestellung aufgegeben am: 7. Dezember 2026\nGesamtsumme: EUR 30,30\nversandt am 8. Dezember 2026\nMusterbuch\nVerkauf durch: Muster GmbH\nEUR 30,30\nZwischensumme: EUR 28,32\nZahlungsdaten\nVisa | Die letzten Ziffern: 0552\nKreditkarten-Transaktionen\nVisa mit den Endziffern 0552: 8. Dezember 2026: EUR 30,30\n",
            &[
                "order 305-0000001-0000001 2026-12-07 30.30 EUR [2026-12-08] 0552 Musterbuch",
                "paid 2026-12-08 30.30 0552",
            ],
        );
    }

    #[test]
    fn a_purchase_that_was_divided_is_several_orders() {
        let order = |n: u32, sum: &str| {
            format!(
                "Order #\n202-000000{n}-000000{n}\nPlaced on December 11, 2026\nSample set {n}\nSold by:\nSample Toys\n{sum}\nItem Subtotal:\n{sum}\nOrder Total:\n{sum}\nSelected Payment Method:\nVisa\n"
            )
        };
        let text = format!(
            "Order Confirmation\nOrder #\n202-0000001-0000001\nOrder #\n202-0000002-0000002\nHello,\n{}{}",
            order(1, "£69.95"),
            order(2, "£15.99")
        );
        let (source, _) = check(
            &text,
            &[
                "order 202-0000001-0000001 2026-12-11 69.95 GBP []  Sample set 1",
                "order 202-0000002-0000002 2026-12-11 15.99 GBP []  Sample set 2",
            ],
        );
        assert!(source.problems.is_empty());
        // Without their days nobody can say which sum is of which order.
        let (source, _) = check(&text.replace("Placed on December 11, 2026\n", ""), &[]);
        assert_eq!(source.problems.len(), 2);
    }

    #[test]
    fn a_page_without_its_sum_is_a_problem() {
        let (source, reading) = check(
            "Order Details\nOrder placed\nMay 1, 2026\nOrder # 114-0000001-0000001\nPayment method\nVisa\nending in 1234\n",
            &[],
        );
        assert_eq!((source.problems[0].code, source.problems[0].line), (ProblemCode::BadAmount, Some(4)));
        assert!(reading.payments.is_empty());
    }
}
