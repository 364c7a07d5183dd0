#![doc = include_str!("subscription_unproven.md")]

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "subscription-unproven",
    speaks_of: &["subscription-unproven"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("subscription_unproven.md"),
    run: subscription_unproven,
};

fn subscription_unproven(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut opinions = Vec::new();
    for plan in facts.plans.iter().filter(|plan| !plan.proven) {
        for charge in plan.periods.iter().filter_map(|period| period.charge) {
            let opinion = Opinion::ask("subscription-unproven", charge, 65).told(facts);
            opinions.push(opinion.with("plan", plan.service.code()));
        }
    }
    opinions
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const ORDERS: &str = "order 07-01 A 500\norder 10-30 B 700";

    #[test]
    fn the_name_of_a_plan_is_enough_to_ask() {
        let case = format!("{ORDERS}\ncharge 09-10 600 prime");
        check(&case, "09-10 600 ask/subscription-unproven");
        finds(&case, "subscription-unproven", "09-10 plan=amazon-prime amount=600");
    }

    #[test]
    fn a_known_price_that_comes_back_monthly_is_a_plan() {
        check(
            &format!("{ORDERS}\ncharge 08-31 600 digital\ncharge 09-30 600 digital"),
            "08-31 600 ask/subscription-unproven
            09-30 600 ask/subscription-unproven",
        );
    }

    #[test]
    fn behind_the_plain_name_it_takes_three_months_without_a_file_of_digital_orders() {
        let plain = |days: &[&str]| -> String {
            days.iter().fold(ORDERS.to_owned(), |case, day| format!("{case}\ncharge {day} 600 retail"))
        };
        let three = plain(&["08-10", "09-10", "10-10"]);
        check(
            &three,
            "08-10 600 ask/subscription-unproven
            09-10 600 ask/subscription-unproven
            10-10 600 ask/subscription-unproven",
        );
        check(
            &plain(&["08-10", "09-10", "10-02"]),
            "08-10 600 flagged/no-order\n09-10 600 flagged/no-order\n10-02 600 flagged/no-order",
        );
        check(&plain(&["08-10", "09-10"]), "08-10 600 flagged/no-order\n09-10 600 flagged/no-order");
        check(
            &format!("{three}\ndigital 07-01 C 300\ndigital 10-30 D 300"),
            "08-10 600 flagged/no-order\n09-10 600 flagged/no-order\n10-10 600 flagged/no-order",
        );
    }

    #[test]
    fn an_unknown_price_that_comes_back_for_three_months_is_a_question() {
        let case =
            format!("{ORDERS}\ncharge 08-10 333 retail\ncharge 09-10 333 retail\ncharge 10-10 333 retail");
        finds(&case, "subscription-unproven", "08-10 amount=333\n09-10 amount=333\n10-10 amount=333");
    }

    #[test]
    fn two_people_s_plans_on_two_cards_are_two_plans() {
        check(
            &format!(
                "{ORDERS}
                charge 08-05 600 digital card=0001
                charge 08-20 600 digital card=0002
                charge 09-05 600 digital card=0001
                charge 09-20 600 digital card=0002"
            ),
            "08-05 600 ask/subscription-unproven
            08-20 600 ask/subscription-unproven
            09-05 600 ask/subscription-unproven
            09-20 600 ask/subscription-unproven",
        );
    }

    #[test]
    fn an_unknown_price_or_one_charge_of_it_is_no_plan() {
        check(
            &format!(
                "{ORDERS}\ncharge 08-31 777 digital\ncharge 09-30 777 digital\ncharge 09-10 600 digital"
            ),
            "08-31 777 notCovered/-
            09-10 600 ask/could-be-plan
            09-30 777 notCovered/-",
        );
    }

    #[test]
    fn a_file_of_digital_orders_proves_it_or_does_not() {
        check(
            &format!("{ORDERS}\ndigital 07-01 C 300\ndigital 10-30 D 300\ncharge 09-10 600 prime"),
            "09-10 600 flagged/no-order",
        );
    }

    #[test]
    fn a_price_in_dollars_comes_with_sales_tax_and_one_in_euros_from_anywhere_in_europe() {
        let twice = |sum: &str| format!("{ORDERS}\ncharge 08-31 {sum} digital\ncharge 09-30 {sum} digital");
        finds(
            &twice("12.83USD"),
            "subscription-unproven",
            "08-31 plan=kindle amount=12.83\n09-30 plan=kindle amount=12.83",
        );
        finds(
            &format!("{}\nregion eu", twice("8.99EUR")),
            "subscription-unproven",
            "08-31 plan=amazon-prime\n09-30",
        );
        // More than any sales tax.
        stays_quiet(&twice("13.49USD"), "subscription-unproven");
    }
}
