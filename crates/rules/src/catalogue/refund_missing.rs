#![doc = include_str!("refund_missing.md")]

use crate::refunds::PromiseState;
use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "refund-missing",
    speaks_of: &["refund-missing"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("refund_missing.md"),
    run: refund_missing,
};

fn refund_missing(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .promises()
        .into_iter()
        .filter_map(|promise| {
            let PromiseState::Overdue(charge) = promise.state else { return None };
            let link = facts.found.links.get(charge)?.as_ref()?;
            // What came after the statements end nobody can tell.
            let seen_until = facts.statements_until(charge)?.min(facts.today);
            let opinion = Opinion::flagged("refund-missing", charge, 80).orders(&link.orders).told(facts);
            Some(
                opinion
                    .with("amount", promise.refund.amount.plain())
                    .with("date", promise.day)
                    .with("days", (seen_until - promise.day).num_days())
                    .with("orderId", promise.refund.order_id),
            )
        })
        .collect()
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
            "09-02 amount=1980 date=2026-09-10 days=14 orderId=250-0000001-0000001",
        );
        finds(
            &format!("{CASE}\nrefund 09-10 A 800 promised\ncharge 09-24 300 shop"),
            "refund-missing",
            "09-02 amount=800",
        );
    }

    #[test]
    fn days_count_no_further_than_the_statements_and_today() {
        let case = format!("{CASE}\nrefund 09-10 A 1980\ncharge 09-30 300 shop");
        finds(&case, "refund-missing", "09-02 days=20");
        finds(&format!("{case}\ntoday 2027-01-23"), "refund-missing", "09-02 days=20");
        finds(&format!("{case}\ntoday 2026-09-26"), "refund-missing", "09-02 days=16");
    }

    #[test]
    fn statements_that_end_too_early_cannot_tell() {
        stays_quiet(&format!("{CASE}\nrefund 09-10 A 1980\ncharge 09-23 300 shop"), "refund-missing");
        stays_quiet(
            &format!("{CASE}\nrefund 09-10 A 1980\ncharge 09-24 300 shop\ntoday 2026-09-20"),
            "refund-missing",
        );
    }

    /// Rows every fifth day of a month.
    fn month(month: u32) -> String {
        let rows = (1..=26).step_by(5).map(|day| format!("charge {month:02}-{day:02} 300 shop\n"));
        rows.collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_statement_that_was_not_given_may_hold_it() {
        let case = "
            order 08-20 A 1980
            order 10-20 B 500
            charge 08-21 1980 retail
            refund 09-10 A 1980\n";
        let given = format!("{case}{}{}", month(8), month(10));
        check(&given, "08-21 1980 explained/order A");
        finds(&format!("{given}{}", month(9)), "refund-missing", "08-21 amount=1980");
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

    #[test]
    fn an_order_that_no_statement_shows_has_nothing_to_give_back_to() {
        stays_quiet(
            "order 09-01 A 1980\norder 10-20 B 500\ncharge 09-30 300 shop\nrefund 09-10 A 1980",
            "refund-missing",
        );
    }

    #[test]
    fn a_refund_that_came_in_two_parts_came() {
        let parts = |second: &str| {
            format!(
                "{CASE}\nrefund 09-10 A 1980\ncredit 09-12 1000 retail\ncredit {second}\ncharge 09-30 300 shop"
            )
        };
        stays_quiet(&parts("09-13 980 retail"), "refund-missing");
        for second in ["09-13 900 retail", "09-09 980 retail", "09-13 980 retail card=0002", "09-13 980 shop"]
        {
            let parts = parts(second).replace("credit 09-12 1000", "credit 09-12 970");
            finds(&parts, "refund-missing", "09-02 amount=1980");
        }
    }

    #[test]
    fn a_refund_in_another_currency_or_in_three_parts_came() {
        let abroad = "
            order 09-01 A 20.00USD site=Amazon.com
            order 10-20 B 500
            charge 09-02 3000 AMAZON.COM
            refund 09-10 A 20.00USD
            charge 09-30 300 shop";
        finds(abroad, "refund-missing", "09-02 amount=20.00");
        stays_quiet(&format!("{abroad}\ncredit 09-12 2950 AMAZON.COM"), "refund-missing");
        let parts = "credit 09-12 300 retail\ncredit 09-13 700 retail\ncredit 09-14 980 retail";
        stays_quiet(
            &format!("{CASE}\nrefund 09-10 A 1980\n{parts}\ncharge 09-30 300 shop"),
            "refund-missing",
        );
    }

    #[test]
    fn most_of_a_refund_came_where_a_fee_was_kept() {
        let case = |sum: u32| {
            format!("{CASE}\nrefund 09-10 A 1980\ncredit 09-12 {sum} retail\ncharge 09-30 300 shop")
        };
        for sum in [1683, 1980 / 2, 1999] {
            stays_quiet(&case(sum), "refund-missing");
        }
        for sum in [500, 2500] {
            finds(&case(sum), "refund-missing", "09-02 amount=1980");
        }
    }
}
