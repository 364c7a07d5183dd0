#![doc = include_str!("not_mine.md")]

use mioboe_reconcile::{LinkKind, Service};

use crate::{Answer, Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "not-mine",
    speaks_of: &["no-order", "shared-account", "amazon-pay", "other-service"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("not_mine.md"),
    run: not_mine,
};

/// Charges that the person said nobody of the household made.
fn not_mine(facts: &Facts<'_>) -> Vec<Opinion> {
    let rows = facts.reading.charges.iter().enumerate();
    rows.filter(|(charge, row)| {
        facts.answered(*charge) == Some(Answer::NotMine)
            && facts.service(*charge) != Service::Other
            && !row.amount.is_credit()
    })
    // What came back in full is settled, whoever it was.
    .filter(|(charge, _)| !matches!(kind(facts, *charge), Some(LinkKind::Reversal(_))))
    .map(|(charge, _)| {
        let link = facts.found.links.get(charge).and_then(Option::as_ref);
        let mut opinion = match link.filter(|link| !link.orders.is_empty()) {
            None => match facts.service(charge) {
                // No order file would hold it: that there is no order says nothing.
                Service::AmazonPay => asked_about("amazon-pay", charge, 90),
                service if service.may_have_no_orders() => asked_about("other-service", charge, 90),
                _ => Opinion::flagged("no-order", charge, 90),
            },
            // There is an order: somebody ordered it through this very account.
            Some(link) => asked_about("shared-account", charge, link.confidence).orders(&link.orders),
        };
        let item = opinion.orders.first().and_then(|&order| facts.item_of(order)).unwrap_or_default();
        let id = facts.id_of(opinion.orders.first());
        opinion.args = facts.args_of(charge);
        opinion.with("item", item).with("orderId", id)
    })
    .collect()
}

/// A question that the person has answered with no.
fn asked_about(rule: &'static str, charge: usize, confidence: u8) -> Opinion {
    let mut opinion = Opinion::ask(rule, charge, confidence);
    opinion.level = Some(Level::Flag);
    opinion
}

fn kind(facts: &Facts<'_>, charge: usize) -> Option<LinkKind> {
    facts.found.links.get(charge)?.as_ref().map(|link| link.kind)
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const ORDERS: &str = "order 09-01 A 500 item=cup\norder 09-20 B 600";

    #[test]
    fn an_order_that_is_nobody_s_has_to_be_looked_into() {
        let case = format!("{ORDERS}\ncharge 09-02 500 retail\nanswer notMine 09-02 500 retail");
        check(&case, "09-02 500 ask/shared-account A");
        finds(&case, "shared-account", "09-02 item=cup orderId=250-0000001-0000001");
    }

    #[test]
    fn a_question_that_nobody_can_answer_becomes_a_flag() {
        let case = format!("{ORDERS}\ncharge 09-10 1980 retail\nanswer notMine 09-10 1980 retail");
        check(&case, "09-10 1980 flagged/no-order");
    }

    #[test]
    fn what_no_order_file_holds_is_not_called_an_order_that_is_missing() {
        for (shop, rule) in [("AMZ*MIHON", "amazon-pay"), ("AMAZON_WEB_SERVICES", "other-service")] {
            let case = format!("{ORDERS}\ncharge 09-10 1980 {shop}\nanswer notMine 09-10 1980 {shop}");
            check(&case, &format!("09-10 1980 ask/{rule}"));
            finds(&case, rule, "09-10 amount=1980");
        }
    }

    #[test]
    fn better_evidence_keeps_its_own_words() {
        check(
            &format!(
                "{ORDERS}\ncharge 09-02 500 retail\ncharge 09-04 500 retail\nanswer notMine 09-04 500 retail"
            ),
            "09-02 500 explained/order A\n09-04 500 flagged/charged-twice A",
        );
    }

    #[test]
    fn another_equal_charge_has_no_answer_yet() {
        check(
            &format!(
                "{ORDERS}
                order 09-01 C 500 item=pot
                charge 09-02 500 retail
                charge 09-02 500 retail
                answer notMine 09-02 500 retail n=2"
            ),
            "09-02 500 ask/shared-account C
            09-02 500 explained/order A",
        );
    }

    #[test]
    fn what_came_back_in_full_is_settled() {
        check(
            &format!(
                "{ORDERS}\ncharge 09-10 1980 retail\ncredit 09-12 1980 retail\nanswer notMine 09-10 1980 retail"
            ),
            "09-10 1980 explained/charge-reversed\n09-12 -1980 explained/charge-reversed",
        );
    }

    #[test]
    fn money_back_and_other_shops_are_left_alone() {
        check("charge 09-02 500 shop\nanswer notMine 09-02 500 shop", "");
    }

    #[test]
    fn without_an_answer_nothing_is_said_and_money_back_is_nobody_s_purchase() {
        stays_quiet(&format!("{ORDERS}\ncharge 09-02 500 retail"), "shared-account");
        let credit = format!("{ORDERS}\ncharge 09-02 500 retail\ncredit 09-12 500 retail");
        check(
            &format!("{credit}\nanswer notMine 09-12 -500 retail"),
            "09-02 500 explained/order A\n09-12 -500 explained/refund A",
        );
    }
}
