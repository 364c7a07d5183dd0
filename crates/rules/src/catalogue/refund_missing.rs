#![doc = include_str!("refund_missing.md")]

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::Days;
use mioboe_model::RefundStatus;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "refund-missing",
    speaks_of: &["refund-missing"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("refund_missing.md"),
    run: refund_missing,
};

/// Issuers book a refund days after Amazon paid it, at most on the next statement.
const WAIT_DAYS: u64 = 14;

fn refund_missing(facts: &Facts<'_>) -> Vec<Opinion> {
    let payouts: BTreeSet<usize> = facts.found.refunds.iter().flatten().copied().collect();
    let mut opinions = Vec::new();
    for (index, refund) in facts.reading.refunds.iter().enumerate() {
        let paid = facts.found.refunds.get(index).is_some_and(Option::is_some);
        if paid || refund.status == RefundStatus::Void || refund.to_balance {
            continue;
        }
        let promised = refund.when.day(facts.offset);
        let Some(order) = facts.found.book.order(&refund.order_id) else { continue };
        // Money came back in some other sum; what paid another refund of the order paid only that one.
        let settled = facts
            .linked_to(order)
            .any(|(credit, row, _)| row.amount.is_credit() && !payouts.contains(&credit));
        // Of several parcels the one of this very sum was given back, or else the dearest.
        let charge = facts
            .linked_to(order)
            .filter(|(_, row, _)| !row.amount.is_credit())
            .max_by_key(|(at, row, _)| (row.amount == refund.amount, row.amount.value(), Reverse(*at)));
        let (Some((charge, _, link)), false) = (charge, settled) else { continue };
        let Some(due) = promised.checked_add_days(Days::new(WAIT_DAYS)) else { continue };
        let covered = facts.statements_until(charge).is_some_and(|last| last >= due) && facts.today >= due;
        if !covered {
            continue;
        }
        let opinion = Opinion::flagged("refund-missing", charge, 80).orders(&link.orders).told(facts);
        opinions.push(
            opinion
                .with("amount", refund.amount.plain())
                .with("date", promised)
                .with("days", (facts.today - promised).num_days())
                .with("orderId", refund.order_id),
        );
    }
    opinions
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const CASE: &str = "
        order 09-01 A 1980
        order 10-20 B 500
        charge 09-02 1980 retail";

    #[test]
    fn a_refund_that_the_statements_do_not_show_is_flagged() {
        let case = format!("{CASE}\nrefund 09-10 A 1980\ncharge 09-24 300 shop");
        check(&case, "09-02 1980 flagged/refund-missing A");
        finds(
            &case,
            "refund-missing",
            "09-02 amount=1980 date=2026-09-10 days=73 orderId=250-0000001-0000001",
        );
        finds(
            &format!("{CASE}\nrefund 09-10 A 800 promised\ncharge 09-24 300 shop"),
            "refund-missing",
            "09-02 amount=800",
        );
    }

    #[test]
    fn statements_that_end_too_early_cannot_tell() {
        stays_quiet(&format!("{CASE}\nrefund 09-10 A 1980\ncharge 09-23 300 shop"), "refund-missing");
        stays_quiet(
            &format!("{CASE}\nrefund 09-10 A 1980\ncharge 09-24 300 shop\ntoday 2026-09-20"),
            "refund-missing",
        );
    }

    #[test]
    fn another_card_s_statement_does_not_stand_in() {
        stays_quiet(
            "order 09-01 A 1980
            order 10-20 B 500
            charge 09-02 1980 retail card=0001
            refund 09-10 A 1980
            charge 10-10 300 shop card=0002",
            "refund-missing",
        );
    }

    #[test]
    fn refunds_to_the_balance_and_void_ones_are_not_waited_for() {
        for refund in ["refund 09-10 A 1980 balance", "refund 09-10 A 1980 void"] {
            stays_quiet(&format!("{CASE}\n{refund}\ncharge 09-30 300 shop"), "refund-missing");
        }
    }

    #[test]
    fn money_back_in_another_sum_settles_it() {
        let case = format!("{CASE}\nrefund 09-10 A 1900\ncredit 09-12 1980 retail\ncharge 09-30 300 shop");
        stays_quiet(&case, "refund-missing");
    }

    #[test]
    fn of_two_refunds_the_one_that_came_does_not_hide_the_other() {
        let case = "
            order 09-01 A 1000 sent=09-02
            order 09-01 A 3000 sent=09-06
            order 10-20 B 500
            charge 09-02 1000 retail
            charge 09-06 3000 retail
            refund 09-10 A 1000
            refund 09-10 A 3000
            credit 09-12 3000 retail
            charge 09-30 300 shop";
        finds(case, "refund-missing", "09-02 amount=1000");
    }
}
