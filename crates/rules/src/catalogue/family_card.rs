#![doc = include_str!("family_card.md")]

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "family-card",
    speaks_of: &["family-card"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("family_card.md"),
    run: family_card,
};

fn family_card(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .open_debits()
        .filter(|(_, row)| Facts::is_family(row))
        .map(|(charge, _)| Opinion::ask("family-card", charge, 70).told(facts))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    const ORDERS: &str = "order 09-01 A 500\norder 09-20 B 600";

    #[test]
    fn the_family_is_asked_before_anything_is_flagged() {
        let case = format!("{ORDERS}\ncharge 09-10 1980 retail card=0002 family=MIHON_HANAKO");
        check(&case, "09-10 1980 ask/family-card");
        finds(&case, "family-card", "09-10 holder=MIHON HANAKO card=0002");
    }

    #[test]
    fn the_name_the_person_gave_is_said() {
        let case = format!("{ORDERS}\nholds Hanako 0002\ncharge 09-10 1980 retail card=0002 family=Card_2");
        finds(&case, "family-card", "09-10 holder=Hanako");
    }

    #[test]
    fn an_order_explains_a_family_charge_as_any_other() {
        check(&format!("{ORDERS}\ncharge 09-02 500 retail family=MIHON"), "09-02 500 explained/order A");
    }

    #[test]
    fn the_contract_holder_is_no_family_to_ask() {
        check(&format!("{ORDERS}\ncharge 09-10 1980 retail own=MIHON_TARO"), "09-10 1980 flagged/no-order");
    }
}
