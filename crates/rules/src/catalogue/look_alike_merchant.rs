#![doc = include_str!("look_alike_merchant.md")]

use mioboe_reconcile::Service;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "look-alike-merchant",
    speaks_of: &["look-alike-merchant"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("look_alike_merchant.md"),
    run: look_alike_merchant,
};

fn look_alike_merchant(facts: &Facts<'_>) -> Vec<Opinion> {
    let is_linked = |index: usize| facts.found.links.get(index).is_some_and(Option::is_some);
    let rows = facts.reading.charges.iter().enumerate();
    rows.filter(|(index, charge)| facts.service(*index) == Service::LookAlike && !charge.amount.is_credit())
        .filter(|(index, _)| !is_linked(*index))
        .map(|(index, _)| Opinion::flagged("look-alike-merchant", index, 80).told(facts))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    #[test]
    fn a_name_that_only_reads_like_amazon_is_flagged() {
        check("charge 09-01 1980 AMAZ0N.CO.JP", "09-01 1980 flagged/look-alike-merchant");
        finds("charge 09-01 1980 AMAZON-SUPPORT", "look-alike-merchant", "09-01 merchant=AMAZON-SUPPORT");
    }

    #[test]
    fn what_an_order_accounts_for_to_the_coin_is_only_spelled_unusually() {
        let orders = "order 09-01 A 1980\norder 09-20 B 500";
        check(
            &format!("{orders}\ncharge 09-02 1980 AMAZON.CO.JP-PAY.EXAMPLE"),
            "09-02 1980 explained/order A",
        );
        check(
            &format!("{orders}\ncharge 09-02 1900 AMAZON.CO.JP-PAY.EXAMPLE"),
            "09-02 1900 flagged/look-alike-merchant",
        );
        // The order belongs to the charge of Amazon's own name.
        check(
            &format!("{orders}\ncharge 09-02 1980 AMAZON.CO.JP-PAY.EXAMPLE\ncharge 09-05 1980 retail"),
            "09-02 1980 flagged/look-alike-merchant\n09-05 1980 explained/order A",
        );
    }

    #[test]
    fn money_back_and_other_shops_are_not() {
        check("credit 09-01 1980 AMAZ0N.CO.JP", "");
        check("charge 09-01 1980 AMAZONIA_GARDEN", "");
    }
}
