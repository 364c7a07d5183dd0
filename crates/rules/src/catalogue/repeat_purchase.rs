#![doc = include_str!("repeat_purchase.md")]

use mioboe_model::sorted::Map;
use std::borrow::Cow;

use mioboe_model::Currency;
use mioboe_model::text::fold;
use rust_decimal::Decimal;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "repeat-purchase",
    speaks_of: &["repeat-purchase"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("repeat_purchase.md"),
    run: repeat_purchase,
};

/// Two orders for the same thing this close together may be a slip.
const WINDOW_HOURS: i64 = 48;

fn repeat_purchase(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut all: Vec<Bought<'_>> = Vec::new();
    for (charge, row, link) in facts.linked() {
        let (true, [order], Some(day)) = (Facts::is_exact(link), link.orders.as_slice(), row.date) else {
            continue;
        };
        let Some(entry) = facts.order(*order).filter(|order| order.digital.is_empty()) else { continue };
        let mut things: Vec<Cow<'_, str>> = entry
            .lines
            .iter()
            .filter_map(|&line| facts.reading.orders.get(line))
            .map(|line| line.asin.as_deref().map_or_else(|| fold(&line.item).into(), Cow::Borrowed))
            .collect();
        things.sort();
        if things.is_empty() {
            continue;
        }
        let price = (row.amount.value(), row.amount.currency());
        all.push(Bought { price, things, order: *order, charge, day });
    }
    all.sort_by_key(|bought| (bought.day, bought.charge));
    let mut opinions = Vec::new();
    // The same things at the same price, as they were charged last.
    let mut before: Map<_, (usize, usize)> = Map::new();
    for Bought { price, things, order, charge, .. } in all {
        let Some((first_order, first)) = before.insert((price, things), (order, charge)) else { continue };
        let moments = facts.ordered(first_order).zip(facts.ordered(order));
        let close = moments.is_some_and(|(a, b)| facts.within_hours(a, b, WINDOW_HOURS));
        if first_order == order || !close {
            continue;
        }
        let opinion = Opinion::ask("repeat-purchase", charge, 90).orders(&[order]).also([first]).told(facts);
        opinions.push(opinion.with("item", facts.item_of(order).unwrap_or_default()));
    }
    opinions
}

struct Bought<'a> {
    price: (Decimal, Currency),
    /// By their numbers, or names where they have none; sorted.
    things: Vec<Cow<'a, str>>,
    order: usize,
    charge: usize,
    day: chrono::NaiveDate,
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    #[test]
    fn the_same_thing_ordered_again_within_two_days_is_asked_about() {
        let case = "
            order 09-01T10:00 A 1980 item=cup
            order 09-02T21:00 B 1980 item=cup
            charge 09-01 1980 retail
            charge 09-03 1980 retail";
        check(case, "09-01 1980 explained/order A\n09-03 1980 ask/repeat-purchase B");
        finds(case, "repeat-purchase", "09-01 09-03 item=cup amount=1980");
    }

    #[test]
    fn two_days_and_an_hour_are_no_slip() {
        check(
            "order 09-01T10:00 A 1980 item=cup
            order 09-03T11:00 B 1980 item=cup
            charge 09-01 1980 retail
            charge 09-03 1980 retail",
            "09-01 1980 explained/order A\n09-03 1980 explained/order B",
        );
    }

    #[test]
    fn other_things_and_parcels_of_one_order_are_not_bought_twice() {
        check(
            "order 09-01 A 1980 item=cup
            order 09-02 B 1980 item=pot
            charge 09-01 1980 retail
            charge 09-02 1980 retail",
            "09-01 1980 explained/order A\n09-02 1980 explained/order B",
        );
        check(
            "order 09-01 A 1980 item=cup sent=09-01
            order 09-01 A 1980 item=cup sent=09-02
            charge 09-01 1980 retail
            charge 09-02 1980 retail",
            "09-01 1980 explained/shipment A\n09-02 1980 explained/shipment A",
        );
    }

    #[test]
    fn an_answer_settles_one_pair_and_not_the_next() {
        check(
            "order 09-01 A 1980 item=cup
            order 09-02 B 1980 item=cup
            order 10-01 C 1980 item=cup
            order 10-02 D 1980 item=cup
            charge 09-01 1980 retail
            charge 09-02 1980 retail
            charge 10-01 1980 retail
            charge 10-02 1980 retail
            answer me 09-02 1980 retail",
            "09-01 1980 explained/order A
            09-02 1980 explained/order B
            10-01 1980 explained/order C
            10-02 1980 ask/repeat-purchase D",
        );
    }
}
