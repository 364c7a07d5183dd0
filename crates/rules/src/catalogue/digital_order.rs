#![doc = include_str!("digital_order.md")]

use mioboe_reconcile::{Link, LinkKind, Service};

use crate::plans::plan_service;
use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "digital-order",
    speaks_of: &["digital-order", "subscription"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("digital_order.md"),
    run: digital_order,
};

/// A digital order, told apart from the renewal of a plan.
fn digital_order(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .linked()
        .filter(|(_, _, link)| link.kind == LinkKind::Digital)
        .map(|(charge, _, link)| {
            let renews = facts.plan_of(charge).is_some_and(|plan| plan.proven);
            let cause =
                if renews || names_a_plan(facts, charge, link) { "subscription" } else { "digital-order" };
            Opinion::explained(cause, charge, link.confidence).orders(&link.orders)
        })
        .collect()
}

/// Under these names single books and films are sold too, so the name alone says a plan only where nothing else is.
fn names_a_plan(facts: &Facts<'_>, charge: usize, link: &Link) -> bool {
    let service = facts.service(charge);
    match service {
        Service::AmazonPrime | Service::AmazonMusic => true,
        Service::Kindle | Service::Audible => link
            .orders
            .iter()
            .filter_map(|&order| facts.item_of(order))
            .any(|item| plan_service(item) == Some(service)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::check;

    #[test]
    fn a_book_is_a_digital_order_and_a_renewal_a_subscription() {
        check(
            "digital 09-01 A 700 item=A_book
            digital 09-05 B 600 item=Prime_Membership renewal
            charge 09-01 700 digital
            charge 09-05 600 digital",
            "09-01 700 explained/digital-order A
            09-05 600 explained/subscription B",
        );
    }

    #[test]
    fn a_name_that_stands_for_nothing_but_a_plan_is_enough() {
        check(
            "digital 09-05 A 600 item=Membership\ncharge 09-05 600 prime",
            "09-05 600 explained/subscription A",
        );
    }

    #[test]
    fn a_film_or_a_book_under_the_name_of_a_plan_is_bought_once() {
        for shop in ["PRIME_VIDEO", "KINDLE_SVCS", "AUDIBLE"] {
            let case = format!("digital 09-05 A 400 item=A_story\ncharge 09-05 400 {shop}");
            check(&case, "09-05 400 explained/digital-order A");
        }
    }

    #[test]
    fn an_order_of_another_sum_or_month_explains_nothing() {
        check(
            "digital 09-01 A 700
            digital 09-30 B 800
            charge 09-05 600 digital
            charge 09-25 700 digital",
            "09-05 600 flagged/no-order
            09-25 700 flagged/no-order",
        );
    }
}
