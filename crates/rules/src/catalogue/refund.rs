#![doc = include_str!("refund.md")]

use mioboe_reconcile::LinkKind;

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "refund",
    speaks_of: &["refund", "unclaimed-credit"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("refund.md"),
    run: refund,
};

/// Money back for an order; money back that nothing explains is no reason for worry.
fn refund(facts: &Facts<'_>) -> Vec<Opinion> {
    let linked = facts
        .linked()
        .filter(|(_, _, link)| link.kind == LinkKind::Refund)
        .map(|(charge, _, link)| Opinion::explained("refund", charge, link.confidence).orders(&link.orders));
    let arrived = facts
        .linked()
        .filter(|(_, _, link)| link.kind == LinkKind::Refund && link.alternatives.is_empty())
        .map(|(charge, _, link)| {
            let mut note = Opinion::note("explained-refund", Level::Info).orders(&link.orders);
            note.charges.push(charge);
            note.args = facts.args_of(charge);
            note.with("orderId", facts.id_of(link.orders.first()))
        });
    let unclaimed = facts.reading.charges.iter().enumerate().filter_map(|(index, charge)| {
        let open = facts.found.links.get(index).is_some_and(Option::is_none);
        let amazon = facts.service(index).has_orders();
        (charge.amount.is_credit() && amazon && open).then(|| {
            let mut opinion = Opinion::not_covered("unclaimed-credit", vec![index]);
            opinion.level = None;
            opinion
        })
    });
    linked.chain(arrived).chain(unclaimed).collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const CASE: &str = "
        order 09-01 A 1980
        order 09-20 B 500
        charge 09-02 1980 retail";

    #[test]
    fn money_back_for_an_order_is_explained_and_said() {
        let case = format!("{CASE}\nrefund 09-10 A 1980\ncredit 09-12 1980 retail");
        check(&case, "09-02 1980 explained/order A\n09-12 -1980 explained/refund A");
        finds(&case, "explained-refund", "09-12 amount=1980 orderId=250-0000001-0000001");
    }

    #[test]
    fn a_part_given_back_belongs_to_its_order_too() {
        check(
            &format!("{CASE}\nrefund 09-10 A 300\ncredit 09-12 300 retail"),
            "09-02 1980 explained/order A\n09-12 -300 explained/refund A",
        );
    }

    #[test]
    fn one_refund_may_come_in_two_sums() {
        let case = format!("{CASE}\nrefund 09-10 A 1980");
        check(
            &format!("{case}\ncredit 09-12 1500 retail\ncredit 09-13 480 retail"),
            "09-02 1980 explained/order A\n09-12 -1500 explained/refund A\n09-13 -480 explained/refund A",
        );
        // Two pairs of other sums are evidence for neither; of another card none is.
        let apart = "credit 09-12 1500 retail card=0001\ncredit 09-13 480 retail card=0002";
        let pairs = "credit 09-12 1500 retail\ncredit 09-12 1400 retail\ncredit 09-13 480 retail\ncredit 09-13 580 retail";
        for credits in [apart, pairs] {
            stays_quiet(&format!("{case}\n{credits}"), "explained-refund");
        }
    }

    #[test]
    fn money_back_of_another_sum_has_no_verdict() {
        let case = format!("{CASE}\ncredit 09-12 777 retail");
        check(&case, "09-02 1980 explained/order A\n09-12 -777 notCovered/-");
        stays_quiet(&case, "explained-refund");
    }

    #[test]
    fn a_line_of_an_order_may_be_given_back_alone() {
        check(
            "order 09-01 A 1980\norder 09-01 A 800\norder 09-20 B 500\ncharge 09-02 2780 retail\ncredit 09-12 800 retail",
            "09-02 2780 explained/order A\n09-12 -800 explained/refund A",
        );
    }
}
