#![doc = include_str!("cancelled_but_charged.md")]

use chrono::Days;
use mioboe_model::sorted::Map;
use mioboe_model::{Charge, Currency, Money, OrderStatus, Status};
use mioboe_reconcile::LinkKind;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "cancelled-but-charged",
    speaks_of: &["cancelled-but-charged", "charge-reversed", "order", "pending"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("cancelled_but_charged.md"),
    run: cancelled_but_charged,
};

/// Holds fall away after 7 to 10 working days; two weeks are given.
const RELEASE_DAYS: u64 = 14;

/// The whole of an order is charged around the day it was placed.
const CHARGE_DAYS: std::ops::RangeInclusive<i64> = -1..=10;

/// A charge with what was cancelled of it.
struct Charged<'a> {
    charge: usize,
    row: &'a Charge,
    orders: Vec<usize>,
    cancelled: Money,
    confidence: u8,
}

fn cancelled_but_charged(facts: &Facts<'_>) -> Vec<Opinion> {
    let wholly =
        facts.linked().filter(|(_, _, link)| link.kind == LinkKind::Cancelled).map(|(charge, row, link)| {
            Charged {
                charge,
                row,
                orders: link.orders.clone(),
                cancelled: row.amount,
                confidence: link.confidence,
            }
        });
    wholly.chain(partly(facts)).filter_map(|charged| opinion(facts, charged)).collect()
}

fn opinion(facts: &Facts<'_>, charged: Charged<'_>) -> Option<Opinion> {
    let Charged { charge, row, orders, cancelled, confidence } = charged;
    let day = row.date?;
    let until = day.checked_add_days(Days::new(RELEASE_DAYS))?;
    let waited = facts.statements_until(charge).is_some_and(|last| last >= until)
        && facts.today >= until
        && facts.coverage.is_whole(facts.reading, charge, day, until);
    let of_order = orders.iter().flat_map(|&order| facts.linked_to(order));
    let came_back =
        of_order.map(|(_, other, _)| other.amount).any(|back| back.is_credit() && back.abs() == cancelled);
    let opinion = if came_back || facts.came_in_parts(charge, cancelled, day) {
        let cause = if cancelled == row.amount { "charge-reversed" } else { "order" };
        Opinion::explained(cause, charge, confidence)
    } else if row.status == Status::Posted && waited {
        Opinion::flagged("cancelled-but-charged", charge, confidence)
    } else {
        Opinion::ask("pending", charge, confidence)
    };
    let id = facts.id_of(orders.first());
    let opinion = opinion.orders(&orders).told(facts);
    Some(opinion.with("amount", cancelled.plain()).with("orderId", id).with("until", until))
}

/// Charges that no order explains unless what was cancelled of it is counted too.
fn partly<'a>(facts: &Facts<'a>) -> Vec<Charged<'a>> {
    let mut by_total: Map<(Currency, i64), Vec<(usize, i64)>> = Map::new();
    for (index, order) in facts.found.book.orders.iter().enumerate() {
        let (mut gone, mut kept) = (0, 0);
        for line in order.lines.iter().filter_map(|&line| facts.reading.orders.get(line)) {
            let sum = if line.status == OrderStatus::Cancelled { &mut gone } else { &mut kept };
            *sum = i64::saturating_add(*sum, line.total.minor().unwrap_or_default());
        }
        if gone > 0 && kept > 0 {
            by_total
                .entry((order.currency, i64::saturating_add(gone, kept)))
                .or_default()
                .push((index, gone));
        }
    }
    let of = |charge: usize, row: &'a Charge| {
        let orders = by_total.get(&(row.amount.currency(), row.amount.minor()?))?;
        let (order, gone) = orders.iter().find(|(index, _)| {
            let placed = facts.order(*index).zip(row.date);
            placed.is_some_and(|(order, day)| CHARGE_DAYS.contains(&(day - order.day).num_days()))
                && facts.linked_to(*index).all(|(_, other, _)| other.amount.is_credit())
        })?;
        let cancelled = Money::from_minor(*gone, row.amount.currency());
        Some(Charged { charge, row, orders: vec![*order], cancelled, confidence: 75 })
    };
    facts.unexplained().filter_map(|(charge, row)| of(charge, row)).collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    const CASE: &str = "
        order 09-01 A 1980 cancelled
        order 10-20 B 500
        charge 09-01 1980 retail";

    #[test]
    fn money_for_a_cancelled_order_that_stayed_away_is_flagged() {
        let case = format!("{CASE}\ncharge 09-20 300 shop");
        check(&case, "09-01 1980 flagged/cancelled-but-charged A");
        finds(&case, "cancelled-but-charged", "09-01 orderId=250-0000001-0000001 until=2026-09-15");
    }

    #[test]
    fn until_a_hold_must_have_fallen_away_it_only_asks_to_wait() {
        let early_statement = format!("{CASE}\ncharge 09-14 300 shop");
        check(&early_statement, "09-01 1980 ask/pending A");
        finds(&early_statement, "pending", "09-01 until=2026-09-15");
        let early_day = format!("{CASE}\ntoday 2026-09-10");
        check(&early_day, "09-01 1980 ask/pending A");
    }

    #[test]
    fn a_statement_that_was_not_given_may_hold_the_money_back() {
        let month = |month: u32| -> String {
            let rows = (1..=26).step_by(5).map(|day| format!("charge {month:02}-{day:02} 300 shop\n"));
            rows.collect::<Vec<_>>().concat()
        };
        let case = "
            order 08-24 A 1980 cancelled
            order 10-20 B 500
            charge 08-24 1980 retail\n";
        let given = format!("{case}{}{}", month(8), month(10));
        check(&given, "08-24 1980 ask/pending A");
        check(&format!("{given}{}", month(9)), "08-24 1980 flagged/cancelled-but-charged A");
    }

    #[test]
    fn a_hold_that_is_not_booked_is_never_flagged() {
        check(
            "order 09-01 A 1980 cancelled
            order 10-20 B 500
            charge 09-01 1980 retail pending
            charge 09-20 300 shop",
            "09-01 1980 ask/pending A",
        );
    }

    #[test]
    fn money_that_came_back_settles_it() {
        check(
            &format!("{CASE}\ncredit 09-05 1980 retail\ncharge 09-20 300 shop"),
            "09-01 1980 explained/charge-reversed A
            09-05 -1980 explained/charge-reversed A",
        );
    }

    #[test]
    fn money_that_came_back_in_two_parts_settles_it_too() {
        let parts = |second: u32| {
            format!("{CASE}\ncredit 09-05 1000 retail\ncredit 09-07 {second} retail\ncharge 09-20 300 shop")
        };
        check(
            &parts(980),
            "09-01 1980 explained/charge-reversed A\n09-05 -1000 notCovered/-\n09-07 -980 notCovered/-",
        );
        finds(&parts(900), "cancelled-but-charged", "09-01");
    }

    const PART: &str = "
        order 09-01 A 1980
        order 09-01 A 900 cancelled
        order 10-20 B 500
        charge 09-02 2880 retail";

    #[test]
    fn an_order_of_which_a_part_was_cancelled_may_have_been_charged_whole() {
        check(PART, "09-02 2880 ask/pending A");
        let waited = format!("{PART}\ncharge 09-20 300 shop");
        check(&waited, "09-02 2880 flagged/cancelled-but-charged A");
        finds(&waited, "cancelled-but-charged", "09-02 amount=900 orderId=250-0000001-0000001");
    }

    #[test]
    fn the_cancelled_part_that_came_back_settles_it() {
        check(
            &format!("{PART}\ncredit 09-08 900 retail\ncharge 09-20 300 shop"),
            "09-02 2880 explained/order A\n09-08 -900 explained/refund A",
        );
    }

    #[test]
    fn what_was_charged_for_the_rest_or_weeks_later_is_not_the_whole_order() {
        let rest = format!("{PART}\ncharge 09-03 1980 retail\ncharge 09-20 300 shop");
        check(&rest, "09-02 2880 flagged/no-order\n09-03 1980 explained/order A");
        let late = PART.replace("charge 09-02", "charge 09-12");
        check(&late, "09-12 2880 flagged/no-order");
    }
}
