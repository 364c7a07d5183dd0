#![doc = include_str!("ambiguous.md")]

use mioboe_reconcile::{BY_CHANCE, DAY_UNKNOWN};

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "ambiguous",
    speaks_of: &["ambiguous"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("ambiguous.md"),
    run: ambiguous,
};

fn ambiguous(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .linked()
        .filter(|(_, row, link)| {
            let is_open = !link.alternatives.is_empty()
                || link.evidence.iter().any(|code| [DAY_UNKNOWN, BY_CHANCE].contains(code));
            is_open && !row.amount.is_credit()
        })
        .map(|(charge, _, link)| {
            let opinion = Opinion::ask("ambiguous", charge, link.confidence).orders(&link.orders).told(facts);
            let opinion = opinion.with("count", link.alternatives.len() + 1);
            let by_chance = link.evidence.contains(&BY_CHANCE);
            if by_chance { opinion.with("together", link.orders.len()) } else { opinion }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    #[test]
    fn two_orders_and_one_charge_are_for_the_person_to_tell_apart() {
        let case = "order 09-01 A 1980 item=cup\norder 09-01 B 1980 item=pot\ncharge 09-02 1980 retail\ncharge 09-20 100 shop";
        finds(case, "ambiguous", "09-02 count=2 amount=1980");
    }

    #[test]
    fn as_many_charges_as_orders_leave_no_doubt() {
        check(
            "order 09-01 A 1980 item=cup
            order 09-01 B 1980 item=pot
            charge 09-02 1980 retail
            charge 09-03 1980 retail",
            "09-02 1980 explained/order A
            09-03 1980 explained/order B",
        );
    }

    #[test]
    fn the_card_can_decide() {
        check(
            "order 09-01 A 1980 item=cup card=0001
            order 09-01 B 1980 item=pot card=0002
            charge 09-02 1980 retail card=0002",
            "09-02 1980 explained/order B",
        );
    }

    #[test]
    fn the_days_can_decide() {
        let orders = "order 09-01 A 1980 item=cup\norder 09-09 B 1980 item=pot\ncharge 09-20 100 shop";
        check(&format!("{orders}\ncharge 09-02 1980 retail"), "09-02 1980 explained/order A");
        check(&format!("{orders}\ncharge 09-10 1980 retail"), "09-10 1980 explained/order B");
    }

    #[test]
    fn a_parcel_that_leaves_after_the_statements_end_is_charged_on_the_next() {
        check(
            "order 09-01 A 1980 item=cup sent=09-02
            order 09-01 B 1980 item=pot sent=09-03
            charge 09-02 1980 retail",
            "09-02 1980 explained/order A",
        );
    }
}
