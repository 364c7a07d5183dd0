#![doc = include_str!("charged_twice.md")]

use mioboe_model::sorted::{Map, Set};

use mioboe_model::{Charge, Money, Status};
use mioboe_reconcile::Link;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "charged-twice",
    speaks_of: &["charged-twice"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("charged_twice.md"),
    run: charged_twice,
};

/// An issuer books a second charge for one parcel within the time a parcel may be charged in.
const WINDOW_DAYS: i64 = 10;

fn charged_twice(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut explained: Map<Money, Vec<Explained<'_>>> = Map::new();
    for (index, row, link) in facts.linked().filter(|(_, row, link)| {
        Facts::is_exact(link) && row.status == Status::Posted && !row.amount.is_credit()
    }) {
        explained.entry(row.amount).or_default().push(Explained { index, row, link });
    }
    // Charges without an order, by the explained charge that each repeats.
    let mut again: Map<usize, (&Link, Vec<usize>)> = Map::new();
    for (charge, row) in facts.unexplained() {
        let Some(day) = row.date else { continue };
        let days_from = |other: &Explained<'_>| Some((day - other.row.date?).num_days().abs());
        let first = explained
            .get(&row.amount)
            .into_iter()
            .flatten()
            .filter(|other| cards_agree(row, other.row) && facts.same_side(charge, other.index))
            .filter(|other| days_from(other).is_some_and(|days| days <= WINDOW_DAYS))
            .min_by_key(|other| (days_from(other), other.index));
        if let Some(first) = first {
            again.entry(first.index).or_insert((first.link, Vec::new())).1.push(charge);
        }
    }
    let twins: Set<usize> = again.values().flat_map(|(_, charges)| charges).copied().collect();
    let parts = in_part(facts, &twins);
    again
        .into_iter()
        .filter_map(|(first, (link, charges))| opinion(facts, first, link, &charges))
        .chain(parts)
        .collect()
}

/// A parcel charged again of an order that was charged whole, or the whole order again after its parcels.
fn in_part(facts: &Facts<'_>, twins: &Set<usize>) -> Vec<Opinion> {
    let open: Vec<(usize, &Charge)> =
        facts.unexplained().filter(|(charge, _)| !twins.contains(charge)).collect();
    let mut sums: Map<Money, Vec<usize>> = open.iter().map(|(_, row)| (row.amount, Vec::new())).collect();
    if sums.is_empty() {
        return Vec::new();
    }
    let book = &facts.found.book;
    for (index, order) in book.orders.iter().enumerate().filter(|(_, order)| !order.lines.is_empty()) {
        let due: Vec<_> = book.due(order).collect();
        if due.iter().any(|&piece| facts.found.is_free(piece)) {
            continue;
        }
        let lines = order.lines.iter().filter_map(|&line| facts.reading.orders.get(line));
        let parcels = due.iter().filter_map(|&piece| book.piece(piece)).map(|piece| Some(piece.minor));
        let minors = parcels.chain([book.sum(&due)]).flatten();
        let minors = minors.map(|minor| Money::from_minor(minor, order.currency));
        for sum in lines.map(|line| line.total).chain(minors) {
            if let Some(orders) = sums.get_mut(&sum).filter(|orders| orders.last() != Some(&index)) {
                orders.push(index);
            }
        }
    }
    let of = |(charge, row): (usize, &Charge)| {
        let day = row.date?;
        let paid = |order: usize| {
            let of_order = facts.linked_to(order).filter(|(_, paid, link)| {
                Facts::is_exact(link)
                    && link.orders.len() == 1
                    && cards_agree(row, paid)
                    && !paid.amount.is_credit()
            });
            let near = of_order.filter(|(_, paid, _)| {
                paid.date.is_some_and(|other| (day - other).num_days().abs() <= WINDOW_DAYS)
            });
            let near = near.filter(|(other, _, _)| facts.same_side(charge, *other));
            near.map(|(index, _, _)| index).collect::<Vec<_>>()
        };
        let (order, paid) = sums
            .get(&row.amount)?
            .iter()
            .map(|&order| (order, paid(order)))
            .find(|(_, paid)| !paid.is_empty())?;
        let whole = book.orders.get(order).and_then(|it| {
            let due: Vec<_> = book.due(it).collect();
            Some(Money::from_minor(book.sum(&due)?, it.currency).plain())
        });
        let opinion = Opinion::flagged("charged-twice", charge, 80).orders(&[order]).told(facts).also(paid);
        let item = facts.item_of(order).unwrap_or_default();
        let opinion = opinion.with("orderId", facts.id_of(Some(&order))).with("item", item).with("count", 2);
        Some(opinion.with("oldAmount", whole.unwrap_or_default()))
    };
    open.into_iter().filter_map(of).collect()
}

struct Explained<'a> {
    index: usize,
    row: &'a Charge,
    link: &'a Link,
}

/// One order is not paid with two cards by mistake.
fn cards_agree(a: &Charge, b: &Charge) -> bool {
    a.card.is_none() || b.card.is_none() || a.card == b.card
}

fn opinion(facts: &Facts<'_>, first: usize, link: &Link, charges: &[usize]) -> Option<Opinion> {
    let (&head, others) = charges.split_first()?;
    let mut opinion = Opinion::flagged("charged-twice", head, 85).orders(&link.orders).told(facts);
    opinion.charges.extend(others);
    opinion = opinion.also([first]);
    let item = link.orders.first().and_then(|&order| facts.item_of(order)).unwrap_or_default();
    let id = facts.id_of(link.orders.first());
    Some(opinion.with("orderId", id).with("item", item).with("count", charges.len() + 1))
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    #[test]
    fn a_second_charge_for_one_order_is_flagged() {
        let case = "order 09-01 A 1980 item=cup\norder 09-20 B 500\ncharge 09-02 1980 retail\ncharge 09-04 1980 retail";
        check(case, "09-02 1980 explained/order A\n09-04 1980 flagged/charged-twice A");
        finds(case, "charged-twice", "09-02 09-04 count=2 item=cup orderId=250-0000001-0000001");
    }

    const PARCELS: &str = "
        order 09-01 A 1000 sent=09-02
        order 09-01 A 3000 sent=09-06
        order 09-20 B 500\n";

    #[test]
    fn an_order_charged_whole_and_a_parcel_again_names_the_order() {
        // Whichever lies nearer to its day.
        for (whole, part) in [("09-02", "09-06"), ("09-06", "09-02"), ("09-06", "09-06"), ("09-08", "09-03")]
        {
            let case = format!("{PARCELS}charge {whole} 4000 retail\ncharge {part} 3000 retail");
            finds(
                &case,
                "charged-twice",
                &if part < whole {
                    format!("{part} {whole} amount=3000 oldAmount=4000 orderId=250-0000001-0000001")
                } else {
                    format!("{whole} {part} amount=3000 oldAmount=4000 orderId=250-0000001-0000001")
                },
            );
        }
    }

    #[test]
    fn parcels_charged_and_the_whole_order_again_is_one_too_many() {
        let case =
            format!("{PARCELS}charge 09-02 1000 retail\ncharge 09-06 3000 retail\ncharge 09-07 4000 retail");
        check(
            &case,
            "09-02 1000 explained/shipment A\n09-06 3000 explained/shipment A\n09-07 4000 flagged/charged-twice A",
        );
    }

    #[test]
    fn one_line_of_a_parcel_charged_again_names_the_order() {
        check(
            "order 09-01 A 1000\norder 09-01 A 2500\norder 09-20 B 500\ncharge 09-02 3500 retail\ncharge 09-04 2500 retail",
            "09-02 3500 explained/order A\n09-04 2500 flagged/charged-twice A",
        );
    }

    #[test]
    fn a_part_on_another_card_or_weeks_later_is_not_the_same_order() {
        for charge in ["09-18 3000 retail card=0001", "09-06 3000 retail card=0002"] {
            stays_quiet(
                &format!(
                    "{PARCELS}order 09-30 C 700 card=0002\ncharge 09-02 4000 retail card=0001\ncharge {charge}"
                ),
                "charged-twice",
            );
        }
    }

    #[test]
    fn three_charges_for_one_order_are_one_finding() {
        let case = "
            order 09-01 A 1980
            order 09-20 B 500
            charge 09-02 1980 retail
            charge 09-03 1980 retail
            charge 09-04 1980 retail";
        finds(case, "charged-twice", "09-02 09-03 09-04 count=3");
    }

    #[test]
    fn two_orders_of_one_sum_are_two_purchases() {
        stays_quiet(
            "order 09-01 A 1980 item=cup
            order 09-03 B 1980 item=pot
            charge 09-02 1980 retail
            charge 09-04 1980 retail",
            "charged-twice",
        );
    }

    #[test]
    fn one_order_sent_in_two_equal_parcels_is_not_charged_twice() {
        check(
            "order 09-01 A 1980 sent=09-02
            order 09-01 A 1980 sent=09-04
            charge 09-02 1980 retail
            charge 09-04 1980 retail",
            "09-02 1980 explained/shipment A
            09-04 1980 explained/shipment A",
        );
    }

    #[test]
    fn a_charge_weeks_later_on_another_card_or_for_other_goods_is_not_the_same() {
        for charge in
            ["09-20 1980 retail card=0001", "09-04 1980 retail card=0002", "09-04 1980 digital card=0001"]
        {
            let case = format!(
                "order 09-01 A 1980
                order 09-30 B 500
                digital 09-01 C 300
                digital 09-30 D 300
                charge 09-02 1980 retail card=0001
                charge {charge}"
            );
            stays_quiet(&case, "charged-twice");
        }
    }

    #[test]
    fn a_second_charge_that_came_back_is_settled() {
        check(
            "order 09-01 A 1980
            order 09-20 B 500
            charge 09-02 1980 retail
            charge 09-04 1980 retail
            credit 09-06 1980 retail",
            "09-02 1980 explained/order A
            09-04 1980 explained/charge-reversed
            09-06 -1980 explained/charge-reversed",
        );
    }

    #[test]
    fn the_person_s_word_does_not_settle_money_owed() {
        finds(
            "order 09-01 A 1980
            order 09-20 B 500
            charge 09-02 1980 retail
            charge 09-04 1980 retail
            answer me 09-04 1980 retail",
            "charged-twice",
            "09-02 09-04",
        );
    }

    const TWICE: &str = "order 09-01 A 1980\ncharge 09-02 1980 retail\ncharge 09-04 1980 retail";

    #[test]
    fn a_second_charge_on_a_family_card_or_not_booked_is_not_called_twice() {
        let orders = "order 09-01 A 1980\norder 09-20 B 500\ncharge 09-02 1980 retail";
        check(
            &format!("{orders}\ncharge 09-04 1980 retail family=MIHON"),
            "09-02 1980 explained/order A\n09-04 1980 ask/family-card",
        );
        check(
            &format!("{orders}\ncharge 09-04 1980 retail pending"),
            "09-02 1980 explained/order A\n09-04 1980 ask/pending",
        );
    }

    #[test]
    fn where_the_export_had_ended_a_second_order_may_have_been_made_since() {
        check(TWICE, "09-02 1980 explained/order A\n09-04 1980 notCovered/-");
        check(
            &format!("{TWICE}\norder 09-05 B 500"),
            "09-02 1980 explained/order A\n09-04 1980 flagged/charged-twice A",
        );
    }

    #[test]
    fn ten_days_are_the_most_between_two_charges_for_one_order() {
        let case = |day: &str| {
            format!(
                "order 09-01 A 1980\norder 09-30 B 500\ncharge 09-02 1980 retail\ncharge {day} 1980 retail"
            )
        };
        finds(&case("09-12"), "charged-twice", "09-02 09-12");
        stays_quiet(&case("09-13"), "charged-twice");
    }
}
