#![doc = include_str!("marketplace_seller.md")]

use mioboe_model::text::fold;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "marketplace-seller",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("marketplace_seller.md"),
    run: marketplace_seller,
};

/// Who sold it, where that was not Amazon.
fn marketplace_seller(facts: &Facts<'_>) -> Vec<Opinion> {
    let rows = facts.reading.charges.iter().enumerate();
    rows.filter(|(_, row)| !row.amount.is_credit())
        .filter_map(|(charge, _)| {
            let link = facts.found.links.get(charge).and_then(Option::as_ref);
            let orders = link.map(|link| link.orders.as_slice()).unwrap_or_default();
            let seller = orders.iter().find_map(|&order| other_seller(facts, order));
            // The text alone says nothing: Amazon's own goods are billed under the marketplace's name too.
            let opinion = Opinion::beside_doubt("marketplace-seller", charge).orders(orders);
            Some(opinion.with("seller", seller?).with("orderId", facts.id_of(orders.first())))
        })
        .collect()
}

fn other_seller<'a>(facts: &Facts<'a>, order: usize) -> Option<&'a str> {
    let lines = facts.order(order)?.lines.iter().filter_map(|&line| facts.reading.orders.get(line));
    lines.filter_map(|line| line.seller.as_deref()).find(|seller| is_other(seller))
}

/// `Amazon.co.jp`, `Amazon Japan G.K.`, `アマゾンジャパン合同会社` are Amazon itself.
fn is_other(seller: &str) -> bool {
    let seller = fold(seller);
    !seller.is_empty() && !seller.starts_with("amazon") && !seller.starts_with("アマゾン")
}

#[cfg(test)]
mod tests {
    use crate::kit::{finds, stays_quiet};

    #[test]
    fn a_question_about_a_seller_s_order_names_the_seller() {
        let case = "
            order 09-01 A 1980 item=cup seller=Cups_and_More
            order 09-02 B 1980 item=cup seller=Cups_and_More
            order 09-20 C 500
            charge 09-02 1980 retail
            charge 09-03 1980 retail";
        finds(case, "marketplace-seller", "09-03 seller=Cups and More orderId=250-0000002-0000002");
    }

    #[test]
    fn the_text_of_a_charge_names_no_seller() {
        let case = "
            order 09-01 A 500
            order 09-20 B 600
            charge 09-10 1980 market";
        stays_quiet(case, "marketplace-seller");
    }

    #[test]
    fn an_explained_charge_needs_no_seller() {
        stays_quiet("order 09-01 A 1980 seller=Cups\ncharge 09-02 1980 market", "marketplace-seller");
    }

    #[test]
    fn amazon_itself_is_no_seller_to_ask() {
        for seller in ["Amazon.co.jp", "Amazon_Japan_G.K.", "アマゾンジャパン合同会社"] {
            let case = format!(
                "order 09-01 A 1980 item=cup seller={seller}
                order 09-02 B 1980 item=cup seller={seller}
                charge 09-02 1980 retail
                charge 09-03 1980 retail"
            );
            stays_quiet(&case, "marketplace-seller");
        }
    }
}
