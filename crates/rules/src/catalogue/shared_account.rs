#![doc = include_str!("shared_account.md")]

use mioboe_model::sorted::{Map, Set};

use mioboe_model::OrderId;
use mioboe_model::text::fold;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "shared-account",
    speaks_of: &["shared-account"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("shared_account.md"),
    run: shared_account,
};

/// An address is usual once this many orders went there.
const USUAL_ORDERS: usize = 3;
/// And in an account with fewer orders nothing is unusual yet.
const LEAST_ORDERS: usize = 6;

fn shared_account(facts: &Facts<'_>) -> Vec<Opinion> {
    let addresses = Addresses::new(facts);
    facts
        .linked()
        .filter(|(_, row, link)| Facts::is_exact(link) && !row.amount.is_credit())
        .filter_map(|(charge, _, link)| {
            let address = link.orders.iter().find_map(|&order| addresses.unusual(facts, order))?;
            let opinion =
                Opinion::ask("shared-account", charge, link.confidence).orders(&link.orders).told(facts);
            let item = link.orders.first().and_then(|&order| facts.item_of(order)).unwrap_or_default();
            Some(opinion.with("address", address).with("item", item))
        })
        .collect()
}

/// Where the account's orders went.
pub(super) struct Addresses<'a> {
    /// By address, folded.
    orders: Map<String, Vec<OrderId>>,
    /// As they are written: where hardly any order went.
    unusual: Set<&'a str>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(facts: &Facts<'a>) -> Self {
        // An account has many orders and few addresses: each spelling is folded once.
        let mut as_written: Map<&'a str, Vec<OrderId>> = Map::new();
        for lines in facts.reading.orders.chunk_by(|a, b| a.address == b.address) {
            if let Some(address) = lines.first().and_then(|line| line.address.as_deref()) {
                let ids = as_written.entry(address).or_default();
                ids.extend(lines.iter().map(|line| line.order_id));
                // An order has many lines, and they stand together.
                ids.dedup();
            }
        }
        let spellings: Vec<(&str, String)> =
            as_written.keys().map(|&address| (address, fold(address))).collect();
        let mut orders: Map<String, Vec<OrderId>> = Map::new();
        for (address, folded) in &spellings {
            orders.entry(folded.clone()).or_default().extend(as_written.remove(address).unwrap_or_default());
        }
        for ids in orders.values_mut() {
            ids.sort_unstable();
            ids.dedup();
        }
        let total: usize = orders.values().map(Vec::len).sum();
        let is_unusual = |folded: &String| {
            total >= LEAST_ORDERS && orders.get(folded).is_some_and(|ids| ids.len() < USUAL_ORDERS)
        };
        let unusual =
            spellings.iter().filter(|(_, folded)| is_unusual(folded)).map(|(address, _)| *address).collect();
        Self { orders, unusual }
    }

    /// The address of an order, where hardly any other order went.
    pub(super) fn unusual(&self, facts: &Facts<'a>, order: usize) -> Option<&'a str> {
        // Most accounts send all they buy to where they live.
        if self.unusual.is_empty() {
            return None;
        }
        let lines = facts.order(order)?.lines.iter().filter_map(|&line| facts.reading.orders.get(line));
        lines.filter_map(|line| line.address.as_deref()).find(|address| self.unusual.contains(address))
    }

    /// No order before this one went to the address.
    pub(super) fn is_first(&self, facts: &Facts<'_>, order: usize, address: &str) -> bool {
        let day = facts.order(order).map(|order| order.day);
        let others = self.orders.get(&fold(address)).into_iter().flatten();
        let others = others.filter_map(|id| facts.found.book.order(id)).filter(|&other| other != order);
        others.filter_map(|other| facts.order(other)).all(|other| Some(other.day) >= day)
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const HOME: &str = "
        order 08-01 A 100 to=Home
        order 08-05 B 200 to=Home
        order 08-10 C 300 to=Ｈｏｍｅ
        order 08-15 D 400 to=Home
        order 08-20 E 500 to=Home";

    #[test]
    fn an_order_to_an_unusual_address_is_asked_about() {
        let case = format!("{HOME}\norder 09-01 F 1980 item=cup to=Mihon_2\ncharge 09-02 1980 retail");
        check(&case, "09-02 1980 ask/shared-account F");
        finds(&case, "shared-account", "09-02 address=Mihon 2 item=cup");
    }

    #[test]
    fn three_orders_make_an_address_usual() {
        stays_quiet(
            &format!(
                "{HOME}
                order 09-01 F 1980 to=Mihon_2
                order 09-05 G 700 to=Mihon_2
                order 09-09 H 800 to=Mihon_2
                charge 09-02 1980 retail"
            ),
            "shared-account",
        );
    }

    #[test]
    fn in_a_young_account_nothing_is_unusual() {
        stays_quiet(
            "order 08-01 A 100 to=Home
            order 09-01 F 1980 to=Mihon_2
            charge 09-02 1980 retail",
            "shared-account",
        );
    }

    #[test]
    fn a_present_the_person_knows_of_is_an_order_like_any_other() {
        check(
            &format!(
                "{HOME}
                order 09-01 F 1980 to=Mihon_2
                charge 09-02 1980 retail
                answer family 09-02 1980 retail"
            ),
            "09-02 1980 explained/order F",
        );
    }
}
