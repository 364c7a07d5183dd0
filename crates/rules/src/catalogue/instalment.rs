#![doc = include_str!("instalment.md")]

use mioboe_model::Money;
use mioboe_reconcile::LinkKind;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "instalment",
    speaks_of: &["instalment"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("instalment.md"),
    run: instalment,
};

/// How sure it is while some of the payments are not there.
const UNPROVEN: u8 = 60;

fn instalment(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .linked()
        .filter(|(_, _, link)| link.kind == LinkKind::Instalment)
        .filter_map(|(charge, row, link)| {
            let order = *link.orders.first()?;
            let of_order = facts.linked_to(order).filter(|(_, _, link)| link.kind == LinkKind::Instalment);
            let parts: Vec<i64> = of_order.filter_map(|(_, row, _)| row.amount.minor()).collect();
            let paid: i64 = parts.iter().sum();
            let whole = facts.found.book.sum(&link.pieces)?;
            if paid == whole {
                return Some(Opinion::explained("instalment", charge, link.confidence).orders(&link.orders));
            }
            let opinion = Opinion::ask("instalment", charge, UNPROVEN).orders(&link.orders).told(facts);
            Some(
                opinion
                    .with("item", facts.item_of(order).unwrap_or_default())
                    .with("oldAmount", Money::from_minor(whole, row.amount.currency()).plain())
                    .with("count", parts.len()),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    const ORDER: &str = "order 07-01 A 9999 item=lamp\norder 11-20 B 500\n";

    #[test]
    fn all_payments_together_are_the_order() {
        check(
            &format!("{ORDER}charge 07-02 3333 retail\ncharge 08-02 3333 retail\ncharge 09-02 3333 retail"),
            "07-02 3333 explained/instalment A\n08-02 3333 explained/instalment A\n09-02 3333 explained/instalment A",
        );
        let uneven = "order 07-01 A 100.00USD\norder 11-20 B 500\n";
        check(
            &format!(
                "{uneven}charge 07-02 33.34USD retail\ncharge 08-03 33.33USD retail\ncharge 09-01 33.33USD retail"
            ),
            "07-02 33.34 explained/instalment A\n08-03 33.33 explained/instalment A\n09-01 33.33 explained/instalment A",
        );
    }

    #[test]
    fn the_first_payment_may_bear_the_tax() {
        check(
            &format!(
                "{ORDER}charge 07-02 3999 retail\ncharge 08-02 2000 retail\ncharge 09-02 2000 retail\ncharge 10-02 2000 retail"
            ),
            "07-02 3999 explained/instalment A
            08-02 2000 explained/instalment A
            09-02 2000 explained/instalment A
            10-02 2000 explained/instalment A",
        );
    }

    #[test]
    fn payments_that_are_still_to_come_leave_a_question() {
        let case =
            format!("{ORDER}charge 07-02 3333 retail\ncharge 08-02 3333 retail\ncharge 08-20 300 shop");
        check(&case, "07-02 3333 ask/instalment A\n08-02 3333 ask/instalment A");
        finds(&case, "instalment", "07-02 oldAmount=9999 item=lamp count=2\n08-02 count=2");
    }

    #[test]
    fn a_first_payment_alone_is_the_order_of_another_sum() {
        check(
            &format!("{ORDER}order 07-01 C 7777\ncharge 07-02 1667 retail"),
            "07-02 1667 ask/amount-differs A",
        );
        check(&format!("{ORDER}order 07-01 C 7777\ncharge 07-02 1690 retail"), "07-02 1690 flagged/no-order");
    }

    #[test]
    fn statements_that_begin_later_show_the_rest_of_the_payments() {
        check(
            "order 03-01 A 12000\norder 11-20 B 500\ncharge 07-02 2000 retail\ncharge 08-02 2000 retail",
            "07-02 2000 ask/instalment A\n08-02 2000 ask/instalment A",
        );
    }

    #[test]
    fn what_went_on_without_a_next_payment_is_none() {
        check(
            &format!(
                "{ORDER}order 07-01 C 7777\ncharge 07-02 3333 retail\ncharge 08-02 3333 retail\ncharge 10-20 300 shop"
            ),
            "07-02 3333 flagged/no-order\n08-02 3333 flagged/no-order",
        );
    }

    #[test]
    fn a_strangers_monthly_charge_that_divides_nothing_is_no_payment() {
        check(
            &format!("{ORDER}order 07-01 C 7777\ncharge 07-02 2980 retail\ncharge 08-02 2980 retail"),
            "07-02 2980 flagged/no-order\n08-02 2980 flagged/no-order",
        );
    }
}
