#![doc = include_str!("cancelled_but_charged.md")]

use chrono::Days;
use mioboe_model::Status;
use mioboe_reconcile::LinkKind;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "cancelled-but-charged",
    speaks_of: &["cancelled-but-charged", "charge-reversed", "pending"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("cancelled_but_charged.md"),
    run: cancelled_but_charged,
};

/// Holds fall away after 7 to 10 working days; two weeks are given.
const RELEASE_DAYS: u64 = 14;

fn cancelled_but_charged(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .linked()
        .filter(|(_, _, link)| link.kind == LinkKind::Cancelled)
        .filter_map(|(charge, row, link)| {
            let day = row.date?;
            let until = day.checked_add_days(Days::new(RELEASE_DAYS))?;
            let waited = facts.statements_until(charge).is_some_and(|last| last >= until)
                && facts.today >= until
                && facts.coverage.is_whole(facts.reading, charge, day, until);
            let opinion = if facts.came_in_two(charge, row.amount, day) {
                Opinion::explained("charge-reversed", charge, link.confidence)
            } else if row.status == Status::Posted && waited {
                Opinion::flagged("cancelled-but-charged", charge, link.confidence)
            } else {
                Opinion::ask("pending", charge, link.confidence)
            };
            let opinion = opinion.orders(&link.orders).told(facts);
            Some(opinion.with("orderId", facts.id_of(link.orders.first())).with("until", until))
        })
        .collect()
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
}
