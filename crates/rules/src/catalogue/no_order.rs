#![doc = include_str!("no_order.md")]

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "no-order",
    speaks_of: &["no-order"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("no_order.md"),
    run: no_order,
};

fn no_order(facts: &Facts<'_>) -> Vec<Opinion> {
    let looked = facts.found.book.orders.len();
    let span = facts.coverage.orders();
    let told = |(charge, _)| {
        let opinion = Opinion::flagged("no-order", charge, 80).told(facts);
        match span {
            Some((from, to)) => opinion.with("count", looked).with("from", from).with("to", to),
            None => opinion,
        }
    };
    facts.unexplained().map(told).collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    #[test]
    fn a_charge_that_the_files_cover_and_do_not_explain_is_flagged() {
        let case = "order 09-01 A 500\norder 09-20 B 600\ncharge 09-10 1980 retail";
        check(case, "09-10 1980 flagged/no-order");
        finds(case, "no-order", "09-10 amount=1980 currency=JPY date=2026-09-10 count=2");
    }

    #[test]
    fn days_before_and_after_the_files_are_not_covered() {
        check(
            "order 09-01 A 500\norder 09-20 B 600\ncharge 08-20 700 retail\ncharge 10-10 800 retail",
            "08-20 700 notCovered/-\n10-10 800 notCovered/-",
        );
    }

    #[test]
    fn money_back_is_never_flagged() {
        check("order 09-01 A 500\norder 09-20 B 600\ncredit 09-10 1980 retail", "09-10 -1980 notCovered/-");
    }

    #[test]
    fn a_card_a_service_a_family_card_and_a_hold_are_asked_about_or_left_open() {
        let orders = "order 09-01 A 500 card=0001\norder 09-20 B 600 card=0001\ncharge 09-02 500 retail card=0001\ncharge 09-20 600 retail card=0001";
        for charge in [
            "09-10 1980 retail card=0002",
            "09-10 1980 digital card=0001",
            "09-10 1980 retail card=0001 family=MIHON",
            "09-10 1980 retail card=0001 pending",
        ] {
            stays_quiet(&format!("{orders}\ncharge {charge}"), "no-order");
        }
        finds(&format!("{orders}\ncharge 09-10 1980 retail card=0001"), "no-order", "09-10");
    }
}
