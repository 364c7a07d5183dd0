#![doc = include_str!("unknown_amazon_name.md")]

use mioboe_reconcile::Service;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "unknown-amazon-name",
    speaks_of: &["unknown-amazon-name"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("unknown_amazon_name.md"),
    run: unknown_amazon_name,
};

fn unknown_amazon_name(facts: &Facts<'_>) -> Vec<Opinion> {
    let is_open = |index: usize| facts.found.links.get(index).is_some_and(Option::is_none);
    let rows = facts.reading.charges.iter().enumerate();
    rows.filter(|(index, charge)| {
        facts.service(*index) == Service::AmazonUnknown && !charge.amount.is_credit() && is_open(*index)
    })
    .map(|(index, _)| Opinion::ask("unknown-amazon-name", index, 60).told(facts))
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const ORDERS: &str = "order 09-01 A 500\norder 09-10 B 1980\norder 09-30 C 500";

    #[test]
    fn a_name_that_nobody_knows_is_asked_about_and_never_flagged() {
        let case = format!("{ORDERS}\ncharge 09-12 777 AMAZON_XYLOPHONE");
        check(&case, "09-12 777 ask/unknown-amazon-name");
        finds(&case, "unknown-amazon-name", "09-12 merchant=AMAZON XYLOPHONE");
        check("charge 09-12 777 AMAZON_XYLOPHONE", "09-12 777 ask/unknown-amazon-name");
    }

    #[test]
    fn an_order_to_the_coin_makes_it_known() {
        check(&format!("{ORDERS}\ncharge 09-10 1980 AMAZON_XYLOPHONE"), "09-10 1980 explained/order B");
    }

    #[test]
    fn known_names_other_shops_and_money_back_are_not_asked_about() {
        for row in [
            "charge 09-12 777 retail",
            "charge 09-12 777 AMAZON_RIVER_GRILL",
            "credit 09-12 777 AMAZON_XYLOPHONE",
        ] {
            stays_quiet(&format!("{ORDERS}\n{row}"), "unknown-amazon-name");
        }
    }
}
