#![doc = include_str!("hold_released.md")]

use mioboe_model::sorted::Set;
use mioboe_model::text::fold;
use mioboe_model::{Charge, Status};
use mioboe_reconcile::{Link, LinkKind};

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "hold-released",
    speaks_of: &["hold-released", "order", "shipment", "combined", "digital-order", "subscription"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("hold_released.md"),
    run: hold_released,
};

/// A hold is booked or falls away within 7 to 10 working days; two weeks are given.
const RELEASE_DAYS: i64 = 14;

/// Holds that a booked row replaced, and holds that were taken back.
fn hold_released(facts: &Facts<'_>) -> Vec<Opinion> {
    let link_of = |charge: usize| facts.found.links.get(charge).and_then(Option::as_ref);
    let mut replaced: Set<usize> = Set::new();
    let mut opinions = Vec::new();
    for (hold, row) in facts.reading.charges.iter().enumerate() {
        if row.status != Status::Pending || row.amount.is_credit() || !facts.service(hold).has_orders() {
            continue;
        }
        if let Some(link) = link_of(hold).filter(|link| matches!(link.kind, LinkKind::Reversal(_))) {
            opinions.push(Opinion::explained("hold-released", hold, link.confidence).orders(&link.orders));
            continue;
        }
        let held = link_of(hold);
        let booked = facts
            .reading
            .charges
            .iter()
            .enumerate()
            .filter(|(index, booked)| {
                // Two rows with an order each are two purchases.
                replaces(row, booked)
                    && !replaced.contains(index)
                    && (held.is_none() || link_of(*index).is_none())
            })
            .min_by_key(|(index, booked)| (booked.date, *index));
        let Some((booked, _)) = booked else { continue };
        replaced.insert(booked);
        let link = held.or_else(|| link_of(booked));
        let orders = link.map(|link| link.orders.as_slice()).unwrap_or_default();
        opinions.push(Opinion::explained("hold-released", hold, 85).orders(orders));
        // The order that was found for the hold is the booked row's.
        if let Some((link, cause)) = held.and_then(|link| Some((link, explanation(facts, hold, link)?))) {
            let mut opinion = Opinion::explained("hold-released", booked, link.confidence).orders(orders);
            opinion.cause = Some(cause);
            opinions.push(opinion);
        }
    }
    opinions
}

fn replaces(hold: &Charge, booked: &Charge) -> bool {
    let cards_agree = hold.card.is_none() || booked.card.is_none() || hold.card == booked.card;
    let days = hold.date.zip(booked.date).map(|(held, booked)| (booked - held).num_days());
    booked.status == Status::Posted
        && booked.amount == hold.amount
        && cards_agree
        && days.is_some_and(|days| (0..=RELEASE_DAYS).contains(&days))
        && fold(&booked.name) == fold(&hold.name)
}

fn explanation(facts: &Facts<'_>, hold: usize, link: &Link) -> Option<&'static str> {
    match link.kind {
        LinkKind::Order => Some("order"),
        LinkKind::Shipment => Some("shipment"),
        LinkKind::Combined => Some("combined"),
        LinkKind::Digital if facts.plan_of(hold).is_some() => Some("subscription"),
        LinkKind::Digital => Some("digital-order"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::check;

    #[test]
    fn a_booked_row_replaces_its_hold_and_takes_its_order() {
        check(
            "order 09-01 A 1980
            order 09-20 B 500
            charge 09-01 1980 retail pending
            charge 09-03 1980 retail",
            "09-01 1980 explained/hold-released A
            09-03 1980 explained/order A",
        );
    }

    #[test]
    fn a_hold_without_any_order_is_no_second_charge() {
        check(
            "order 09-01 A 700
            order 09-20 B 500
            charge 09-10 1980 retail pending
            charge 09-13 1980 retail",
            "09-10 1980 explained/hold-released
            09-13 1980 flagged/no-order",
        );
    }

    #[test]
    fn a_hold_that_came_back_is_released() {
        check(
            "order 09-01 A 700
            order 09-20 B 500
            charge 09-10 1980 retail pending
            credit 09-13 1980 retail",
            "09-10 1980 explained/hold-released
            09-13 -1980 explained/charge-reversed",
        );
    }

    #[test]
    fn two_orders_are_two_purchases_and_one_hold_stays_pending() {
        check(
            "order 09-01 A 1980 item=cup
            order 09-08 B 1980 item=pot
            charge 09-01 1980 retail
            charge 09-09 1980 retail pending",
            "09-01 1980 explained/order A
            09-09 1980 explained/order B",
        );
        check(
            "order 09-01 A 500
            order 09-20 B 600
            charge 09-10 1980 retail pending
            charge 09-12 1980 market",
            "09-10 1980 ask/pending
            09-12 1980 flagged/no-order",
        );
    }

    #[test]
    fn another_sum_or_card_or_a_month_later_is_no_booking_of_the_hold() {
        let orders = "order 09-01 A 500\norder 10-20 B 600";
        for booked in
            ["09-12 1981 retail card=0001", "09-12 1980 retail card=0002", "09-25 1980 retail card=0001"]
        {
            let (day_and_sum, _) = booked.split_once(" retail").unwrap();
            check(
                &format!("{orders}\ncharge 09-10 1980 retail card=0001 pending\ncharge {booked}"),
                &format!("09-10 1980 ask/pending\n{day_and_sum} flagged/no-order"),
            );
        }
        check(
            &format!("{orders}\ncharge 09-10 1980 retail pending\ncharge 09-24 1980 retail"),
            "09-10 1980 explained/hold-released\n09-24 1980 flagged/no-order",
        );
    }
}
