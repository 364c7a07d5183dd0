#![doc = include_str!("order.md")]

use mioboe_reconcile::{BY_CHANCE, Link, LinkKind};

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "order",
    speaks_of: &["order", "shipment", "combined", "part-paid"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("order.md"),
    run: order,
};

/// The links that are explanations by themselves.
fn order(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .linked()
        .filter(|(_, _, link)| !link.evidence.contains(&BY_CHANCE))
        .filter_map(|(charge, _, link)| {
            let cause = match link.kind {
                LinkKind::Order | LinkKind::Shipment if is_rest(facts, link) => "part-paid",
                LinkKind::Order => "order",
                LinkKind::Shipment => "shipment",
                LinkKind::Combined => "combined",
                _ => return None,
            };
            Some(Opinion::explained(cause, charge, link.confidence).orders(&link.orders))
        })
        .chain(named(facts))
        .collect()
}

/// Charges that the person knows and whose order they named, or the statement prints: its sum may be another.
fn named<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = Opinion> + 'a {
    let settled = facts.reading.charges.iter().enumerate().filter(|(at, _)| facts.is_settled(*at));
    settled.filter_map(|(charge, row)| {
        let order = facts.found.book.order(row.order_id.as_ref()?)?;
        Some(Opinion::explained("order", charge, 100).orders(&[order]))
    })
}

/// Amazon lists what the card paid beside the balance. That an order names a balance alone confirms no sum.
fn is_rest(facts: &Facts<'_>, link: &Link) -> bool {
    let [order] = *link.orders.as_slice() else { return false };
    let Some(order) = facts.order(order).filter(|order| order.balance) else { return false };
    let lines = order.lines.iter().filter_map(|&line| facts.reading.orders.get(line));
    let whole: i64 = lines.filter_map(|line| line.total.minor()).sum();
    link.evidence.contains(&"listed-payment")
        && facts.found.book.sum(&link.pieces).is_some_and(|paid| paid < whole)
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, evidence};

    #[test]
    fn a_charge_is_an_order_a_parcel_of_one_or_several_together() {
        check("order 09-01 A 1980 sent=09-03\ncharge 09-04 1980 retail", "09-04 1980 explained/order A");
        check(
            "order 09-01 A 1000 sent=09-02
            order 09-01 A 3000 sent=09-06
            charge 09-02 1000 retail
            charge 09-06 3000 retail",
            "09-02 1000 explained/shipment A
            09-06 3000 explained/shipment A",
        );
        check(
            "order 09-01 A 1000\norder 09-01 B 2300\ncharge 09-02 3300 retail",
            "09-02 3300 explained/combined A B",
        );
    }

    #[test]
    fn the_person_may_say_which_order_it_is() {
        let case = "order 09-01 A 1980 item=cup\norder 09-01 B 1980 item=pot\norder 10-20 C 500\ncharge 09-02 1980 retail";
        check(case, "09-02 1980 ask/ambiguous A");
        check(&format!("{case}\nanswer me 09-02 1980 retail order=B"), "09-02 1980 explained/order B");
        // Of another sum too, and where nothing was found; a charge that is not theirs is no order of theirs.
        let case = "order 09-01 A 3000\norder 09-20 B 500\ncharge 09-14 700 retail";
        check(&format!("{case}\nanswer me 09-14 700 retail order=A"), "09-14 700 explained/order A");
        check(&format!("{case}\nanswer notMine 09-14 700 retail order=A"), "09-14 700 flagged/no-order");
        // An order that no file has is none that could be shown.
        check(&format!("{case}\nanswer me 09-14 700 retail order=Z"), "09-14 700 flagged/no-order");
    }

    #[test]
    fn a_number_on_the_statement_needs_no_day_and_tells_equal_orders_apart() {
        check(
            "order 09-01 A 1980 item=cup
            order 09-01 B 1980 item=pot
            order 10-20 C 500
            charge 09-02 1980 retail order=B
            charge 10-15 1980 retail order=A",
            "09-02 1980 explained/order B
            10-15 1980 explained/order A",
        );
    }

    #[test]
    fn a_line_sent_three_times_is_charged_three_times() {
        check(
            "order 09-01 A 2970 units=3 sent=09-02+09-04+09-05
            order 10-20 B 500
            charge 09-02 990 retail
            charge 09-04 990 retail
            charge 09-05 990 retail",
            "09-02 990 explained/shipment A
            09-04 990 explained/shipment A
            09-05 990 explained/shipment A",
        );
    }

    #[test]
    fn lines_that_have_not_left_may_leave_in_any_parcels() {
        let orders = "
            order 09-01 A 1000 waiting
            order 09-01 A 3000 waiting
            order 09-01 A 6000 units=3 waiting
            order 09-20 B 500";
        for (sum, cause) in [
            (1000, "shipment"),
            (4000, "shipment"),
            (2000, "shipment"),
            (5000, "shipment"),
            (10_000, "order"),
        ] {
            check(
                &format!("{orders}\ncharge 09-19 {sum} retail"),
                &format!("09-19 {sum} explained/{cause} A"),
            );
        }
    }

    #[test]
    fn of_one_line_some_things_may_have_left_and_the_others_not_yet() {
        let left = "order 09-17 A 5800 units=4 sent=09-18+09-19+09-20";
        let waiting = "order 09-17 A 5800 units=4 sent=09-18+09-20 part-waiting\norder 09-20 B 500";
        for order in [left, waiting] {
            check(
                &format!(
                    "{order}\ncharge 09-18 1450 retail\ncharge 09-19 1450 retail\ncharge 09-21 2900 retail"
                ),
                "09-18 1450 explained/shipment A
                09-19 1450 explained/shipment A
                09-21 2900 explained/combined A",
            );
        }
    }

    #[test]
    fn what_has_left_is_likelier_than_what_has_not() {
        check(
            "order 09-10 A 1980 item=cup waiting
            order 09-17 B 1980 item=pot
            order 09-20 C 500
            charge 09-20 1980 retail",
            "09-20 1980 explained/order B",
        );
    }

    #[test]
    fn after_the_export_s_end_a_charge_leaves_the_orders_to_those_before() {
        check(
            "order 09-18 A 1480 sent=09-19
            order 09-18 A 2980 sent=09-20
            charge 09-20 4460 retail
            charge 09-21 2980 retail",
            "09-20 4460 explained/order A
            09-21 2980 notCovered/-",
        );
    }

    #[test]
    fn two_orders_that_nobody_else_wants_may_be_one_charge_a_week_later() {
        let orders = "order 09-01 A 1000\norder 09-01 B 2300\norder 09-30 C 500";
        check(&format!("{orders}\ncharge 09-09 3300 retail"), "09-09 3300 explained/combined A B");
        check(&format!("{orders}\ncharge 09-13 3300 retail"), "09-13 3300 flagged/no-order");
    }

    #[test]
    fn a_balance_beside_the_card_may_have_paid_the_rest() {
        let order = "order 09-01 A 5000 card=0001 balance\norder 09-20 B 700";
        for sum in [300, 2000, 3000, 4900] {
            check(
                &format!("{order}\ncharge 09-02 {sum} retail card=0001"),
                &format!("09-02 {sum} ask/amount-differs A"),
            );
        }
        let listed = format!("{order}\npaid 09-02 A 3000 card=0001\ncharge 09-02 3000 retail card=0001");
        check(&listed, "09-02 3000 explained/part-paid A");
    }

    #[test]
    fn what_subscribe_and_save_sends_at_one_moment_may_be_one_charge() {
        let sums = [1234, 749, 2318, 599, 961, 1807, 425];
        let orders = |count: usize| {
            let lines = sums.iter().zip('A'..).take(count);
            let lines: Vec<String> =
                lines.map(|(sum, id)| format!("order 09-08 {id} {sum} sent=09-10\n")).collect();
            lines.concat()
        };
        for (count, charge, found) in [
            (5, 5861, "A B C D E"),
            (6, 7668, "A B C D E F"),
            (7, 8093, "A B C D E F G"),
            // One of them has a charge of its own.
            (6, 7668 - 749, "A C D E F"),
        ] {
            check(
                &format!("{}order 09-30 Z 500\ncharge 09-11 {charge} retail", orders(count)),
                &format!("09-11 {charge} explained/combined {found}"),
            );
        }
        // Some left after midnight.
        let two_days = orders(5).replace("D 599 sent=09-10", "D 599 sent=09-11");
        check(
            &format!("{two_days}order 09-30 Z 500\ncharge 09-12 5861 retail"),
            "09-12 5861 explained/combined A B C D E",
        );
        check(
            &format!("{}order 09-30 Z 500\ncharge 09-11 5862 retail", orders(5)),
            "09-11 5862 flagged/no-order",
        );
    }

    #[test]
    fn among_hundreds_of_free_orders_a_combination_is_a_question() {
        let lines = ('A'..='P').enumerate().map(|(at, id)| {
            let (day, sum) = (8 + at / 8, 1003 + at * at * 7 + at * 53);
            format!("order 09-{day:02} {id} {sum} sent=09-{day:02}\n")
        });
        let orders = lines.collect::<Vec<_>>().concat();
        // A, D and F, on a day beside thirteen others.
        let sum = 1003 + 1225 + 1443;
        check(
            &format!("{orders}order 09-30 Z 500\ncharge 09-10 {sum} retail"),
            &format!("09-10 {sum} ask/ambiguous A D F"),
        );
        // The same three alone.
        check(
            &format!(
                "order 09-08 A 1003\norder 09-08 D 1225\norder 09-08 F 1443\norder 09-30 Z 500\ncharge 09-10 {sum} retail"
            ),
            &format!("09-10 {sum} explained/combined A D F"),
        );
    }

    #[test]
    fn a_charge_that_came_back_leaves_its_order_to_another() {
        check(
            "order 09-10 A 300
            order 09-10 B 4999
            order 09-10 C 783
            order 09-30 D 500
            charge 09-10 5782 retail
            charge 09-10 4999 retail
            charge 09-10 300 retail
            credit 09-16 4999 retail",
            "09-10 300 explained/order A
            09-10 4999 explained/charge-reversed
            09-10 5782 explained/combined B C
            09-16 -4999 explained/charge-reversed",
        );
    }

    #[test]
    fn an_order_wholly_paid_by_balance_or_on_another_card_explains_nothing() {
        check(
            "order 09-01 A 1980 balance\norder 09-20 B 700\ncharge 09-02 1980 retail",
            "09-02 1980 flagged/no-order",
        );
        check(
            "order 09-01 A 1980 card=0001
            order 09-05 B 700 card=0002
            order 09-20 C 800 card=0002
            charge 09-02 1980 retail card=0002
            charge 09-05 700 retail card=0002
            charge 09-20 800 retail card=0002",
            "09-02 1980 flagged/no-order
            09-05 700 explained/order B
            09-20 800 explained/order C",
        );
    }

    #[test]
    fn an_evening_in_utc_is_the_next_day_at_home() {
        check(
            "order 08-31T23:50 A 1980 sent=09-01T22:00\ncharge 09-02 1980 retail",
            "09-02 1980 explained/order A",
        );
    }

    #[test]
    fn days_on_which_a_parcel_cannot_be_charged_explain_nothing() {
        let orders = "order 09-10 A 1980 sent=09-15\norder 09-30 B 500\norder 09-01 C 700";
        for (day, expect) in [
            ("09-08", "flagged/no-order"),
            ("09-09", "explained/order A"),
            ("09-25", "explained/order A"),
            ("09-26", "flagged/no-order"),
        ] {
            check(&format!("{orders}\ncharge {day} 1980 retail"), &format!("{day} 1980 {expect}"));
        }
    }

    #[test]
    fn an_order_that_no_card_paid_explains_no_charge() {
        check(
            "order 09-01 A 5980 elsewhere\norder 09-20 B 700\ncharge 09-02 5980 retail",
            "09-02 5980 flagged/no-order",
        );
    }

    #[test]
    fn without_a_balance_in_the_file_a_part_of_the_sum_explains_nothing() {
        check(
            "order 09-01 A 5000 card=0001\norder 09-20 B 700\ncharge 09-02 3000 retail card=0001",
            "09-02 3000 ask/amount-differs A",
        );
        check(
            "order 09-01 A 5000 card=0002\norder 09-20 B 700 card=0001\ncharge 09-02 3000 retail card=0001\ncharge 09-20 700 retail card=0001",
            "09-02 3000 flagged/no-order\n09-20 700 explained/order B",
        );
    }

    #[test]
    fn payments_of_an_order_need_not_be_its_parcels() {
        // A discount that the file puts at one line went off both.
        let order = "order 09-01 A 1000 sent=09-02\norder 09-01 A 3000 sent=09-04\norder 09-20 B 500\n";
        check(
            &format!("{order}charge 09-02 1667 retail\ncharge 09-04 2333 retail"),
            "09-02 1667 explained/shipment A\n09-04 2333 explained/shipment A",
        );
        check(
            &format!("{order}charge 09-02 1667 retail\ncharge 09-04 2334 retail"),
            "09-02 1667 ask/amount-differs A\n09-04 2334 ask/amount-differs A",
        );
    }

    #[test]
    fn one_parcel_may_be_charged_in_parts() {
        let order = "order 09-01 A 3986\norder 09-20 B 700";
        check(
            &format!("{order}\ncharge 09-02 1993 retail\ncharge 09-03 1993 retail"),
            "09-02 1993 explained/shipment A\n09-03 1993 explained/shipment A",
        );
        check(
            &format!("{order}\ncharge 09-02 1993 retail\ncharge 09-03 1990 retail"),
            "09-02 1993 ask/amount-differs A\n09-03 1990 ask/amount-differs A",
        );
    }

    #[test]
    fn beside_a_balance_the_card_pays_at_most_the_order() {
        let order = "order 09-01 A 5000 card=0001 balance\norder 09-20 B 700";
        check(&format!("{order}\ncharge 09-02 5000 retail card=0001"), "09-02 5000 explained/order A");
        check(&format!("{order}\ncharge 09-02 5200 retail card=0001"), "09-02 5200 flagged/no-order");
        check(&format!("{order}\ncharge 09-12 3000 retail card=0001"), "09-12 3000 flagged/no-order");
        evidence(
            &format!("{order}\ncharge 09-02 3000 retail card=0001"),
            "09-02",
            "amount-below day-fits card-same",
        );
    }

    #[test]
    fn a_card_that_was_re_issued_is_found_by_the_hand_over_and_said() {
        let orders = "
            order 09-01 A 500 card=0001
            order 09-08 B 600 card=0001
            order 09-12 C 700 card=0002
            order 09-20 D 800 card=0002
            charge 09-02 500 retail card=0001
            charge 09-13 700 retail card=0002
            charge 09-21 800 retail card=0002";
        let handed_over = format!("{orders}\ncharge 09-10 600 retail card=0002");
        evidence(&handed_over, "09-10", "amount-exact day-fits card-replaced");
        // Where the old card is still in use there is no hand-over.
        let in_use = format!("{handed_over}\norder 09-25 E 900 card=0001\ncharge 09-25 900 retail card=0001");
        evidence(&in_use, "09-10", "");
    }

    #[test]
    fn an_order_may_be_charged_at_once_and_leave_weeks_later() {
        let orders = "order 09-01 A 1980 sent=09-20\norder 09-25 B 500\norder 08-25 C 700";
        check(&format!("{orders}\ncharge 09-01 1980 retail"), "09-01 1980 explained/order A");
        evidence(&format!("{orders}\ncharge 09-01 1980 retail"), "09-01", "amount-exact day-of-order");
        check(&format!("{orders}\ncharge 09-05 1980 retail"), "09-05 1980 flagged/no-order");
        // It is charged once: when it left, or when it was placed.
        check(
            &format!("{orders}\ncharge 09-01 1980 retail\ncharge 09-20 1980 retail"),
            "09-01 1980 flagged/no-order\n09-20 1980 explained/order A",
        );
    }
}
