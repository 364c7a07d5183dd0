#![doc = include_str!("amazon_pay.md")]

use mioboe_reconcile::Service;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "amazon-pay",
    speaks_of: &["amazon-pay", "other-service"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("amazon_pay.md"),
    run: amazon_pay,
};

/// Charges that Amazon's order files never hold.
fn amazon_pay(facts: &Facts<'_>) -> Vec<Opinion> {
    let rows = facts.reading.charges.iter().enumerate();
    rows.filter(|(index, row)| {
        !row.amount.is_credit() && facts.found.links.get(*index).is_some_and(Option::is_none)
    })
    .filter_map(|(index, _)| {
        let name = match facts.service(index) {
            Service::AmazonPay => "amazon-pay",
            service if service.may_have_no_orders() => "other-service",
            _ => return None,
        };
        Some(Opinion::ask(name, index, 90).told(facts))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, stays_quiet};

    #[test]
    fn other_shops_paid_through_amazon_are_asked_about() {
        check(
            "order 09-01 A 500\norder 09-30 B 500\ncharge 09-10 1980 AMZ*MIHON",
            "09-10 1980 ask/amazon-pay",
        );
    }

    #[test]
    fn tips_and_purchases_in_a_shop_are_in_no_order_list() {
        check(
            "order 09-01 A 500\norder 09-30 B 500\ncharge 09-10 350 AMAZON_TIPS*H68QH19M0\ncharge 09-11 1980 WHOLEFDS_BWY_10455",
            "09-10 350 ask/other-service\n09-11 1980 ask/other-service",
        );
    }

    #[test]
    fn what_has_no_place_in_order_lists_is_asked_about() {
        for shop in
            ["AMAZON_PHARMACY", "AMAZON_RELOAD", "AMAZON_ADS", "AMAZON_SELLER_FEES", "RING_BASIC_PLAN"]
        {
            let case = format!("order 09-01 A 500\norder 09-30 B 500\ncharge 09-10 1980 {shop}");
            check(&case, "09-10 1980 ask/other-service");
        }
        check(
            "order 09-01 A 500\norder 09-10 B 1980\norder 09-30 C 500\ncharge 09-10 1980 AMAZON_RELOAD",
            "09-10 1980 explained/order B",
        );
    }

    #[test]
    fn computing_is_another_service() {
        check(
            "order 09-01 A 500\norder 09-30 B 500\ncharge 09-10 1980 AMAZON_WEB_SERVICES",
            "09-10 1980 ask/other-service",
        );
    }

    #[test]
    fn plain_amazon_charges_are_none_of_them() {
        check("order 09-01 A 500\ncharge 09-02 500 retail", "09-02 500 explained/order A");
    }

    #[test]
    fn an_order_number_on_the_statement_leads_to_its_order() {
        let orders = "order 09-01 A 1980\norder 09-30 B 500";
        check(&format!("{orders}\ncharge 09-02 1980 AMZ*MIHON order=A"), "09-02 1980 explained/order A");
        check(&format!("{orders}\ncharge 09-02 1980 AMZ*MIHON"), "09-02 1980 ask/amazon-pay");
    }

    #[test]
    fn money_back_from_another_shop_is_not_asked_about() {
        stays_quiet("credit 09-10 1980 AMZ*MIHON", "amazon-pay");
        stays_quiet("credit 09-10 1980 AMAZON_WEB_SERVICES", "other-service");
    }
}
