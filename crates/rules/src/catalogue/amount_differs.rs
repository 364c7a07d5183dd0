#![doc = include_str!("amount_differs.md")]

use mioboe_model::Money;
use mioboe_reconcile::LinkKind;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "amount-differs",
    speaks_of: &["amount-differs"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("amount_differs.md"),
    run: amount_differs,
};

fn amount_differs(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .linked()
        .filter(|(_, _, link)| link.kind == LinkKind::AmountDiffers)
        .map(|(charge, _, link)| {
            let opinion =
                Opinion::ask("amount-differs", charge, link.confidence).orders(&link.orders).told(facts);
            let item = link.orders.first().and_then(|&order| facts.item_of(order)).unwrap_or_default();
            let pieces = link.pieces.iter().filter_map(|&piece| facts.found.book.pieces.get(piece));
            let minor: i64 = pieces.map(|piece| piece.minor).sum();
            let currency = facts.charge(charge).map(|row| row.amount.currency());
            let expected =
                currency.map(|currency| Money::from_minor(minor, currency).plain()).unwrap_or_default();
            opinion.with("item", item).with("oldAmount", expected)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    #[test]
    fn points_make_a_charge_a_little_smaller_than_its_order() {
        let case = "order 09-01 A 2000 item=cup\norder 09-20 B 500\ncharge 09-02 1900 retail";
        check(case, "09-02 1900 ask/amount-differs A");
        finds(case, "amount-differs", "09-02 amount=1900 oldAmount=2000 item=cup");
    }

    #[test]
    fn another_sum_altogether_is_no_order_of_that_sum() {
        for sum in ["1600", "2100"] {
            let case = format!("order 09-01 A 2000\norder 09-20 B 500\ncharge 09-02 {sum} retail");
            check(&case, &format!("09-02 {sum} flagged/no-order"));
        }
    }

    #[test]
    fn an_order_with_a_charge_of_its_own_is_not_used_again() {
        check(
            "order 09-01 A 2000
            order 09-20 B 500
            charge 09-02 2000 retail
            charge 09-03 1900 retail",
            "09-02 2000 explained/order A
            09-03 1900 flagged/no-order",
        );
    }
}
