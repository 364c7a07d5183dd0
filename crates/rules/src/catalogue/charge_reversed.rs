#![doc = include_str!("charge_reversed.md")]

use mioboe_model::Status;
use mioboe_reconcile::LinkKind;

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "charge-reversed",
    speaks_of: &["charge-reversed"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("charge_reversed.md"),
    run: charge_reversed,
};

fn charge_reversed(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .linked()
        .filter_map(|(charge, row, link)| match link.kind {
            LinkKind::Reversal(other) if !row.amount.is_credit() => {
                let mut opinion =
                    Opinion::explained("charge-reversed", charge, link.confidence).orders(&link.orders);
                opinion.charges.push(other);
                if row.status == Status::Pending {
                    // It never was a charge: `hold_released` speaks of it.
                    opinion.also.push(charge);
                }
                opinion.level = Some(Level::Info);
                opinion.args = facts.args_of(charge);
                Some(opinion)
            }
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const ORDERS: &str = "
        order 09-01 A 700
        order 10-30 B 500";

    #[test]
    fn a_charge_and_its_full_reversal_cost_nothing() {
        let case = format!("{ORDERS}\ncharge 09-10 1980 retail\ncredit 09-12 1980 retail");
        check(&case, "09-10 1980 explained/charge-reversed\n09-12 -1980 explained/charge-reversed");
        finds(&case, "charge-reversed", "09-10 09-12 amount=1980");
    }

    #[test]
    fn another_sum_or_card_is_no_reversal() {
        for credit in ["credit 09-12 1979 retail", "credit 09-12 1980 retail card=0002"] {
            let case = format!("{ORDERS}\ncharge 09-10 1980 retail card=0001\n{credit}");
            stays_quiet(&case, "charge-reversed");
        }
    }

    #[test]
    fn what_comes_back_after_two_months_is_no_reversal() {
        let case = format!("{ORDERS}\ncharge 09-02 1980 retail\ncredit 11-10 1980 retail");
        stays_quiet(&case, "charge-reversed");
    }

    #[test]
    fn money_back_may_bear_another_of_amazon_s_names() {
        for other in ["market", "AMZN_Mktp_JP*AB1CD2EF3", "AMZN_MKTP_US"] {
            let case = format!("{ORDERS}\ncharge 09-10 1980 retail\ncredit 09-12 1980 {other}");
            check(&case, "09-10 1980 explained/charge-reversed\n09-12 -1980 explained/charge-reversed");
        }
    }

    #[test]
    fn money_back_from_another_shop_or_for_digital_things_is_no_reversal() {
        for other in ["shop", "digital"] {
            let case = format!("{ORDERS}\ncharge 09-10 1980 retail\ncredit 09-12 1980 {other}");
            finds(&case, "no-order", "09-10");
        }
    }

    #[test]
    fn money_back_for_an_order_is_its_refund_and_no_reversal() {
        check(
            &format!("{ORDERS}\ncharge 09-02 700 retail\ncredit 09-12 700 retail"),
            "09-02 700 explained/order A\n09-12 -700 explained/refund A",
        );
    }
}
