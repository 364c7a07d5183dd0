//! Less usual ways in which Amazon charges and gives back, each as people tell of them in public questions and bug reports.

use chrono::{Days, Duration, Months, NaiveDate};

use super::{Digital, EndedPlan, Life, Order, Refund, Row, Shop, Truth};
use crate::made::profiles::Way;

/// What a careful person may ask where the files do not tell all of it.
const QUESTIONS: [&str; 5] =
    ["amount-differs", "ambiguous", "instalment", "repeat-purchase", "charged-twice"];

impl Truth {
    fn or_asked(mut self) -> Self {
        for cause in QUESTIONS {
            self.may_be("ask", Some(cause));
        }
        self.or_orders.push(Vec::new());
        self
    }

    fn or_explained(self) -> Self {
        let causes = ["order", "shipment", "combined", "part-paid", "instalment"];
        causes.into_iter().fold(self, |truth, cause| truth.or("explained", cause))
    }
}

impl Life {
    /// It happens once.
    pub(super) fn go(&mut self, way: Way) {
        // Far enough from both ends that all of it is on the statements and in the exports.
        let days = u64::try_from((self.exported - self.from).num_days()).unwrap_or(1) - 60;
        let day = self.from + Days::new(2 + self.numbers.below(days));
        match way {
            Way::Instalments => self.pay_in_instalments(day),
            Way::OneDelivery => self.take_one_delivery(day),
            Way::PointsUntold => self.pay_with_untold_points(day),
            Way::PaidElsewhere => self.pay_elsewhere(day),
            Way::PartAgain => self.suffer_a_part_again(day),
            Way::OtherName => self.be_given_back_under_another_name(day),
            Way::TriedFirst => self.try_before_buying(day),
            Way::PreOrdered => self.order_before_release(day),
            Way::RefundInParts => self.be_refunded_in_parts(day),
            Way::DiscountElsewhere => self.have_a_discount_elsewhere(day),
            Way::BookAbroad => self.buy_a_book_abroad(day),
        }
    }

    /// An order of so many lines, all sent at one moment.
    fn sent(&mut self, day: NaiveDate, lines: usize, least: i64) -> (Order, i64) {
        let at = self.utc(day) + Duration::minutes(self.numbers.between(400, 1000));
        let mut order = self.new_order(at, 0);
        order.lines = (0..lines).map(|_| self.new_line()).collect();
        for line in &mut order.lines {
            line.total += least;
            line.sent = vec![at + Duration::hours(20)];
        }
        let total = order.lines.iter().map(|line| line.total).sum();
        (order, total)
    }

    fn row(day: NaiveDate, sum: i64, shop: Shop, truth: Truth) -> Row {
        Row { day, sum, shop, card: 0, family: false, truth }
    }

    /// Amazon's own monthly payments: the first when the parcel leaves, then one each month; the last has what is left.
    fn pay_in_instalments(&mut self, day: NaiveDate) {
        let (order, total) = self.sent(day, 1, 6000);
        let parts = self.numbers.between(3, 5);
        for part in 0..parts {
            let sum = if part + 1 == parts { total - total / parts * (parts - 1) } else { total / parts };
            let month = u32::try_from(part).unwrap_or(0);
            let truth = Truth::new("explained", "instalment", &[&order.id]).or_explained().or_asked();
            self.rows.push(Self::row(day + Days::new(1) + Months::new(month), sum, Shop::Goods, truth));
        }
        self.orders.push(order);
    }

    /// Subscribe & Save: orders of different days, one box, one charge.
    fn take_one_delivery(&mut self, day: NaiveDate) {
        let count = self.numbers.between(5, 7);
        let sent = self.utc(day) + Duration::minutes(700);
        let mut total = 0;
        let mut ids = Vec::new();
        for number in 0..count {
            let at = sent - Duration::days(2) - Duration::minutes(37 * number);
            let mut order = self.new_order(at, 0);
            order.lines.truncate(1);
            for line in &mut order.lines {
                line.sent = vec![sent];
                total += line.total;
            }
            ids.push(order.id.clone());
            self.orders.push(order);
        }
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let truth = Truth::new("explained", "combined", &ids);
        self.rows.push(Self::row(day + Days::new(1), total, Shop::Goods, truth));
    }

    /// Points paid for most of it, and the file names the card alone.
    fn pay_with_untold_points(&mut self, day: NaiveDate) {
        let (order, total) = self.sent(day, 1, 2000);
        let sum = (total * self.numbers.between(6, 85) / 100).max(1);
        let truth = Truth::new("ask", "amount-differs", &[&order.id]).or("ask", "no-order").or_asked();
        self.rows.push(Self::row(day + Days::new(1), sum, Shop::Goods, truth));
        self.orders.push(order);
    }

    /// The phone bill, cash or a pay-later company paid. Now and then a stranger takes just that sum from the card.
    fn pay_elsewhere(&mut self, day: NaiveDate) {
        let (mut order, total) = self.sent(day, 1, 900);
        self.numbers
            .one_of(&[
                "d払い",
                "あと払い (ペイディ)",
                "代金引換",
                "コンビニ・ATM・ネットバンキング・電子マネー払い",
                "auかんたん決済",
            ])
            .clone_into(&mut order.pay);
        if self.numbers.percent(50) {
            let truth = Truth::new("flagged", "no-order", &[]).or_asked().or("flagged", "small-then-large");
            let mut truth = truth.or("ask", "no-order");
            truth.or_orders.push(vec![order.id.clone()]);
            self.rows.push(Self::row(day + Days::new(2), total, Shop::Goods, truth));
        }
        self.orders.push(order);
    }

    /// The whole was charged when the first parcel left, and the second parcel once more when it left.
    fn suffer_a_part_again(&mut self, day: NaiveDate) {
        let (mut order, total) = self.sent(day, 2, 500);
        let later = self.utc(day) + Duration::hours(60);
        let Some(second) = order.lines.last_mut() else { return };
        second.sent = vec![later];
        let part = second.total;
        let whole = Truth::new("explained", "order", &[&order.id]).or("explained", "combined");
        let again = Truth::new("flagged", "charged-twice", &[&order.id]).or("flagged", "no-order");
        self.rows.push(Self::row(day + Days::new(1), total, Shop::Goods, whole));
        let mut again = again;
        again.or_orders.push(Vec::new());
        self.rows.push(Self::row(day + Days::new(3), part, Shop::Goods, again));
        self.orders.push(order);
    }

    /// Charged as a shop of the market place, cancelled, and given back under Amazon's own name.
    fn be_given_back_under_another_name(&mut self, day: NaiveDate) {
        let (mut order, total) = self.sent(day, 1, 700);
        order.cancelled = true;
        let truth = || {
            let mut truth =
                Truth::new("explained", "charge-reversed", &[&order.id]).or("explained", "hold-released");
            truth.may_be("explained", Some("refund"));
            truth.or_orders.push(Vec::new());
            truth
        };
        let back = day + Days::new(3 + self.numbers.below(6));
        let rows =
            [Self::row(day, total, Shop::Market, truth()), Self::row(back, -total, Shop::Goods, truth())];
        self.rows.extend(rows);
        self.orders.push(order);
    }

    /// Three things came to be tried, one was kept, and it alone was charged when the time was over.
    fn try_before_buying(&mut self, day: NaiveDate) {
        let (order, _) = self.sent(day, 3, 800);
        let kept = order.lines.first().map_or(1, |line| line.total);
        let truth = Truth::new("explained", "shipment", &[&order.id]).or_explained().or_asked();
        self.rows.push(Self::row(day + Days::new(13 + self.numbers.below(3)), kept, Shop::Goods, truth));
        self.orders.push(order);
    }

    /// A book that was ordered weeks before it came out, and charged on that day.
    fn order_before_release(&mut self, day: NaiveDate) {
        let at = self.utc(day) + Duration::minutes(800);
        let sum = self.price(400, 2400);
        let before = self.rows.len();
        self.buy_digital(at, "架空の予約の本", sum, "Not Applicable", Shop::Downloads, "digital-order");
        let released = 9 + self.numbers.below(25);
        if let Some(digital) = self.digital.last_mut() {
            digital.came = digital.at + Duration::days(i64::try_from(released).unwrap_or(0));
        }
        for row in self.rows.iter_mut().skip(before) {
            row.day = row.day + Days::new(released);
            row.truth.may_be("ask", Some("ambiguous"));
            row.truth.may_be("ask", Some("amount-differs"));
        }
    }

    /// One refund in the file, two payments of it on the card.
    fn be_refunded_in_parts(&mut self, day: NaiveDate) {
        let (order, total) = self.sent(day, 1, 2000);
        let back = day + Days::new(8 + self.numbers.below(8));
        let first = total * self.numbers.between(20, 80) / 100;
        let at = self.utc(back) + Duration::minutes(500);
        self.refunds.push(Refund { order: order.id.clone(), at, sum: total });
        let charge = Truth::new("explained", "order", &[&order.id]);
        self.rows.push(Self::row(day + Days::new(1), total, Shop::Goods, charge));
        let later = self.numbers.below(4);
        for (sum, wait) in [(first, 1), (total - first, 1 + later)] {
            let truth = Truth::new("explained", "refund", &[&order.id]);
            self.rows.push(Self::row(back + Days::new(wait), -sum, Shop::Goods, truth));
        }
        self.orders.push(order);
    }

    /// Two parcels of one order; the discount stands at one line of the file and went off both payments.
    fn have_a_discount_elsewhere(&mut self, day: NaiveDate) {
        let (mut order, total) = self.sent(day, 2, 1500);
        if let Some(second) = order.lines.last_mut() {
            second.sent = vec![self.utc(day) + Duration::hours(64)];
        }
        let moved = self.numbers.between(150, 900);
        let first = order.lines.first().map_or(total / 2, |line| line.total) - moved;
        for (sum, wait) in [(first, 1), (total - first, 3)] {
            let truth = Truth::new("explained", "shipment", &[&order.id]).or_explained().or_asked();
            self.rows.push(Self::row(day + Days::new(wait), sum, Shop::Goods, truth));
        }
        self.orders.push(order);
    }

    /// A book of Amazon.com on a Japanese card: the file has dollars, the statement yen.
    fn buy_a_book_abroad(&mut self, day: NaiveDate) {
        let at = self.utc(day) + Duration::minutes(700);
        let cents = self.numbers.between(299, 2999);
        let id = self.id("D01");
        let sum = cents * self.numbers.between(1483, 1531) / 1000;
        let truth = Truth::new("ask", "amount-differs", &[&id]).or("explained", "digital-order");
        self.rows.push(Self::row(day, sum, Shop::Named("KINDLE SVCS*2A3BC4D50"), truth));
        self.digital.push(Digital {
            id,
            at,
            came: at,
            item: "Made-up English book",
            total: cents,
            currency: "USD",
            renewal: "Not Applicable",
        });
    }

    /// Two plans of one price. The first is ended and stops; the other goes on.
    pub(super) fn subscribe_to_twins(&mut self) {
        for (item, first, ends) in
            [("見本チャンネルA for Prime Video", 3, true), ("見本チャンネルB for Prime Video", 11, false)]
        {
            let began = self.from - Months::new(2) + Days::new(first + self.numbers.below(6));
            let mut orders = Vec::new();
            for period in 0..=8 {
                let day = began + Months::new(period);
                if self.to < day || (ends && 4 < period) {
                    break;
                }
                let name = if period == 0 { "Subscription_Signup" } else { "Subscription_Renewal" };
                let at = self.utc(day) + Duration::minutes(600);
                let id = self.buy_digital(at, item, 550, name, Shop::Downloads, "subscription");
                orders.push((at, id));
            }
            if ends {
                let ended = self.utc(began + Months::new(4) + Days::new(9));
                self.ended_plans.push(EndedPlan {
                    began: self.utc(began) + Duration::minutes(600),
                    ended,
                    orders,
                });
            }
        }
    }
}
