#![doc = include_str!("pending.md")]

use mioboe_model::Status;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "pending",
    speaks_of: &["pending"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("pending.md"),
    run: pending,
};

fn pending(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .open_debits()
        .filter(|(_, row)| row.status == Status::Pending)
        .map(|(charge, _)| Opinion::ask("pending", charge, 60).told(facts))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    #[test]
    fn a_hold_without_an_order_is_waited_for() {
        let case = "order 09-01 A 500\norder 09-20 B 600\ncharge 09-10 1980 retail pending";
        check(case, "09-10 1980 ask/pending");
        finds(case, "pending", "09-10 amount=1980");
    }

    #[test]
    fn an_order_explains_a_hold_too() {
        check("order 09-01 A 500\ncharge 09-02 500 retail pending", "09-02 500 explained/order A");
    }

    #[test]
    fn a_booked_row_is_no_hold() {
        check(
            "order 09-01 A 500\norder 09-20 B 600\ncharge 09-10 1980 retail",
            "09-10 1980 flagged/no-order",
        );
    }
}
