#![doc = include_str!("gift_card_burst.md")]

use chrono::NaiveDate;
use mioboe_model::sorted::{Map, Set};
use mioboe_model::text::fold;
use mioboe_model::{Currency, When};

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "gift-card-burst",
    speaks_of: &["gift-card-burst"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("gift_card_burst.md"),
    run: gift_card_burst,
};

/// Three gift cards within two days, as victims tell it.
const LEAST_ORDERS: usize = 3;
const WINDOW_HOURS: i64 = 48;
/// Three presents of 3,000 yen are three presents. In the smallest coins, so also 100 dollars.
const LEAST_SUM_OF_EQUALS: i64 = 10_000;
const LEAST_SUM: i64 = 30_000;
/// The sums that gift cards mostly have are multiples of it, in the smallest coin: of 5,000 yen, of 50 dollars.
const FACE_VALUE: i64 = 5_000;
const NAMES: [&str; 4] = ["ギフト券", "ギフトカード", "gift card", "egift"];
/// Tops up the person's own balance; nobody else can spend it.
const OWN_BALANCE: [&str; 3] = ["チヤージタイプ", "残高チヤージ", "reload"];

fn gift_card_burst(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut opinions = ordered(facts);
    opinions.extend(on_the_statement(facts));
    opinions
}

/// Charges of gift cards' sums that no order accounts for.
fn on_the_statement(facts: &Facts<'_>) -> Option<Opinion> {
    let mut round: Map<(Option<&str>, Currency), Vec<Bought>> = Map::new();
    for (charge, row) in facts.unexplained().filter(|(charge, _)| !facts.is_settled(*charge)) {
        let minor = row.amount.minor().filter(|minor| minor % FACE_VALUE == 0);
        if let (Some(minor), Some(day)) = (minor, row.date) {
            let bought = Bought { index: charge, ordered: When::Day(day), day, minor };
            round.entry((row.card.as_deref(), row.amount.currency())).or_default().push(bought);
        }
    }
    let burst: Set<usize> = round.values_mut().flat_map(|bought| bursts(facts, bought)).collect();
    let mut opinion = Opinion::flagged("gift-card-burst", *burst.first()?, 80).told(facts);
    opinion.charges = burst.into_iter().collect();
    let count = opinion.charges.len();
    Some(opinion.with("count", count).with("days", WINDOW_HOURS / 24))
}

fn ordered(facts: &Facts<'_>) -> Vec<Opinion> {
    let is_gift = |order: usize| facts.item_of(order).is_some_and(is_gift_card);
    // Most people's charges have none: then the rest of a long history need not be looked through.
    if !facts.linked().flat_map(|(_, _, link)| &link.orders).any(|&order| is_gift(order)) {
        return Vec::new();
    }
    let mut bought: Map<Currency, Vec<Bought>> = Map::new();
    for (order, entry) in facts.found.book.orders.iter().enumerate() {
        let known = facts.linked_to(order).any(|(charge, _, _)| facts.is_settled(charge));
        let Some(ordered) = facts.ordered(order).filter(|_| !known && is_gift(order)) else { continue };
        let pieces = facts.found.book.due(entry);
        let minor = pieces.filter_map(|piece| facts.found.book.piece(piece)).map(|piece| piece.minor).sum();
        bought.entry(entry.currency).or_default().push(Bought {
            index: order,
            ordered,
            day: entry.day,
            minor,
        });
    }
    let burst: Set<usize> = bought.values_mut().flat_map(|bought| bursts(facts, bought)).collect();
    let charges: Set<usize> = burst
        .iter()
        .flat_map(|&order| facts.linked_to(order))
        .filter(|(_, row, _)| !row.amount.is_credit())
        .map(|(charge, _, _)| charge)
        .collect();
    charges
        .into_iter()
        .filter_map(|charge| {
            let link = facts.found.links.get(charge)?.as_ref()?;
            let opinion = Opinion::flagged("gift-card-burst", charge, 75).orders(&link.orders).told(facts);
            Some(opinion.with("count", burst.len()))
        })
        .collect()
}

struct Bought {
    /// Of the order, or of the charge where there is none.
    index: usize,
    ordered: When,
    day: NaiveDate,
    minor: i64,
}

fn is_gift_card(item: &str) -> bool {
    let item = fold(item);
    NAMES.iter().any(|name| item.contains(name)) && !OWN_BALANCE.iter().any(|name| item.contains(name))
}

/// What belongs to a burst.
fn bursts(facts: &Facts<'_>, bought: &mut [Bought]) -> Set<usize> {
    bought.sort_by_key(|bought| (bought.day, bought.ordered, bought.index));
    let mut burst = Set::new();
    for (at, first) in bought.iter().enumerate() {
        let near = |other: &&Bought| facts.within_hours(first.ordered, other.ordered, WINDOW_HOURS);
        let together: Vec<&Bought> = bought.iter().skip(at).take_while(near).collect();
        if is_burst(&together) {
            burst.extend(together.iter().map(|bought| bought.index));
        }
    }
    burst
}

fn is_burst(together: &[&Bought]) -> bool {
    let sum: i64 = together.iter().map(|bought| bought.minor).sum();
    let equals = |one: &Bought| together.iter().filter(|other| other.minor == one.minor).count();
    let most_equals = together.iter().map(|one| equals(one)).max().unwrap_or(0);
    together.len() >= LEAST_ORDERS
        && (sum >= LEAST_SUM || (most_equals >= LEAST_ORDERS && sum >= LEAST_SUM_OF_EQUALS))
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    /// Three gift cards, ordered at these moments for these sums.
    fn three(bought: [(&str, u32); 3], item: &str) -> String {
        let orders = bought.iter().zip(["A", "B", "C"]).map(|((at, sum), id)| {
            let day = at.split('T').next().unwrap();
            format!("order {at} {id} {sum} item={item}\ncharge {day} {sum} retail\n")
        });
        orders.collect()
    }

    #[test]
    fn three_large_gift_cards_in_two_days_are_flagged() {
        let case = three([("09-01", 50_000), ("09-01", 40_000), ("09-03", 30_000)], "Amazonギフトカード");
        check(
            &case,
            "09-01 40000 flagged/gift-card-burst B
            09-01 50000 flagged/gift-card-burst A
            09-03 30000 flagged/gift-card-burst C",
        );
    }

    #[test]
    fn three_of_one_value_are_a_burst_from_a_smaller_sum_on() {
        let moments = |sum| [("09-01T01:00", sum), ("09-01T02:00", sum), ("09-01T03:00", sum)];
        finds(
            &three(moments(5_000), "Gift_Card"),
            "gift-card-burst",
            "09-01 count=3\n09-01 count=3\n09-01 count=3",
        );
        stays_quiet(&three(moments(3_000), "Gift_Card"), "gift-card-burst");
    }

    #[test]
    fn presents_of_different_values_are_presents() {
        let case = three([("09-01", 5_000), ("09-01", 3_000), ("09-02", 10_000)], "ギフト券");
        stays_quiet(&case, "gift-card-burst");
    }

    #[test]
    fn two_days_are_counted_in_hours_where_the_files_know_them() {
        let case =
            three([("09-01T00:00", 20_000), ("09-02T00:00", 30_000), ("09-03T01:00", 40_000)], "ギフト券");
        stays_quiet(&case, "gift-card-burst");
    }

    #[test]
    fn the_person_s_own_balance_and_other_things_are_not_gift_cards() {
        for item in ["Amazonギフト券_チャージタイプ", "cup"] {
            let case = three([("09-01", 50_000), ("09-01", 40_000), ("09-01", 30_000)], item);
            stays_quiet(&case, "gift-card-burst");
        }
    }

    #[test]
    fn gift_cards_that_the_family_knows_of_are_no_burst() {
        let case = three([("09-01", 50_000), ("09-01", 40_000), ("09-02", 30_000)], "Gift_Card");
        stays_quiet(&format!("{case}answer family 09-02 30000 retail"), "gift-card-burst");
    }

    #[test]
    fn sums_of_gift_cards_without_any_order_are_a_burst_too() {
        let orders = "order 09-01 A 500\norder 09-30 B 600";
        let case = format!(
            "{orders}\ncharge 09-10 50000 retail\ncharge 09-10 50000 retail\ncharge 09-11 30000 retail"
        );
        check(
            &case,
            "09-10 50000 flagged/gift-card-burst
            09-10 50000 flagged/gift-card-burst
            09-11 30000 flagged/gift-card-burst",
        );
        finds(&case, "gift-card-burst", "09-10 09-10 09-11 count=3 days=2");
        stays_quiet(&format!("{case}\nanswer me 09-11 30000 retail"), "gift-card-burst");
        for other in
            ["09-11 30001 retail", "09-13 30000 retail", "10-11 30000 retail", "09-11 30000 retail card=0002"]
        {
            let two = format!("{orders}\ncharge 09-10 50000 retail\ncharge 09-10 50000 retail");
            stays_quiet(&format!("{two}\ncharge {other}"), "gift-card-burst");
        }
    }

    #[test]
    fn one_or_two_gift_cards_are_presents() {
        let two = "
            order 09-01 A 50000 item=ギフト券
            order 09-01 B 50000 item=Gift_Card
            charge 09-01 50000 retail
            charge 09-01 50000 retail";
        stays_quiet(two, "gift-card-burst");
        finds(
            &format!("{two}\norder 09-02 C 50000 item=Gift_Card\ncharge 09-02 50000 retail"),
            "gift-card-burst",
            "09-01\n09-01\n09-02",
        );
    }

    #[test]
    fn of_four_gift_cards_three_are_still_a_burst_when_one_is_known() {
        let case = three([("09-01", 50_000), ("09-01", 40_000), ("09-02", 30_000)], "Gift_Card");
        let fourth = "order 09-02 D 20000 item=Gift_Card\ncharge 09-02 20000 retail";
        finds(
            &format!("{case}{fourth}\nanswer me 09-02 20000 retail"),
            "gift-card-burst",
            "09-01\n09-01\n09-02",
        );
    }
}
