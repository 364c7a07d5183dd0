#![doc = include_str!("new_device_spend.md")]

use chrono::NaiveDate;
use mioboe_model::{AccountEvent, AccountEventKind};

use super::shared_account::Addresses;
use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "new-device-spend",
    speaks_of: &["new-device-spend"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("new_device_spend.md"),
    run: new_device_spend,
};

/// Spend this soon after something new.
const WINDOW_DAYS: i64 = 10;

fn new_device_spend(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut news: Vec<New<'_>> =
        facts.reading.events.iter().filter_map(|event| New::of(facts, event)).collect();
    if news.is_empty() {
        return Vec::new();
    }
    // What came last is the nearest cause.
    news.sort_by_key(|new| std::cmp::Reverse(new.day));
    let just_before = |day: NaiveDate, devices_only: bool| {
        news.iter()
            .filter(|new| new.name == "device" || !devices_only)
            .find(|new| (0..=WINDOW_DAYS).contains(&(day - new.day).num_days()))
    };
    let unknown = facts.unknown().filter_map(|(charge, row)| {
        let new = just_before(row.date?, false)?;
        let opinion = Opinion::flagged("new-device-spend", charge, 85).told(facts);
        Some(opinion.with(new.name, new.what))
    });
    let addresses = Addresses::new(facts);
    let sent_away = facts.linked().filter_map(|(charge, row, link)| {
        if !Facts::is_exact(link) || row.amount.is_credit() || facts.is_settled(charge) {
            return None;
        }
        let (order, address, new) = link.orders.iter().find_map(|&order| {
            let new = just_before(facts.order(order)?.day, true)?;
            let address = addresses.unusual(facts, order)?;
            addresses.is_first(facts, order, address).then_some((order, address, new))
        })?;
        let opinion = Opinion::flagged("new-device-spend", charge, 70).orders(&link.orders).told(facts);
        let item = facts.item_of(order).unwrap_or_default();
        let id = facts.id_of(Some(&order));
        Some(opinion.with(new.name, new.what).with("address", address).with("item", item).with("orderId", id))
    });
    unknown.chain(sent_away).collect()
}

/// Something that the account had not known before.
struct New<'a> {
    day: NaiveDate,
    /// Of the value in the sentence.
    name: &'static str,
    what: &'a str,
}

impl<'a> New<'a> {
    fn of(facts: &Facts<'_>, event: &'a AccountEvent) -> Option<Self> {
        let name = match event.kind {
            AccountEventKind::DeviceRegistered => "device",
            AccountEventKind::AddressAdded => "address",
            AccountEventKind::CardAdded => "card",
            AccountEventKind::SignIn => return None,
        };
        Some(Self { day: event.when?.day(facts.offset), name, what: &event.what })
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const ORDERS: &str = "order 09-01 A 500\norder 09-30 B 600";
    const HOME: &str = "
        order 08-01 A 100 to=Home
        order 08-05 B 200 to=Home
        order 08-10 C 300 to=Home
        order 08-15 D 400 to=Home
        order 08-20 E 500 to=Home";

    #[test]
    fn a_charge_without_an_order_after_a_new_device_is_flagged() {
        let case = format!("{ORDERS}\ndevice 09-08 Mihon_Phone\ncharge 09-10 1980 retail");
        check(&case, "09-10 1980 flagged/new-device-spend");
        finds(&case, "new-device-spend", "09-10 device=Mihon Phone amount=1980");
    }

    #[test]
    fn a_new_address_or_card_counts_as_much_and_is_called_what_it_is() {
        finds(
            &format!("{ORDERS}\naddress 09-08 Mihon_2\ncharge 09-10 1980 retail"),
            "new-device-spend",
            "09-10 address=Mihon 2",
        );
    }

    #[test]
    fn an_order_to_a_first_address_right_after_a_new_device_is_flagged() {
        let order = "order 09-05 F 9800 item=watch to=Mihon_2\ncharge 09-06 9800 retail";
        let case = format!("{HOME}\ndevice 09-04 Mihon_Phone\n{order}");
        check(&case, "09-06 9800 flagged/new-device-spend F");
        finds(
            &case,
            "new-device-spend",
            "09-06 device=Mihon Phone address=Mihon 2 item=watch orderId=250-0000006-0000006",
        );
        check(&format!("{HOME}\n{order}"), "09-06 9800 ask/shared-account F");
    }

    #[test]
    fn an_order_home_or_to_an_older_address_is_no_sign() {
        let home =
            format!("{HOME}\ndevice 09-04 Mihon_Phone\norder 09-05 F 9800 to=Home\ncharge 09-06 9800 retail");
        stays_quiet(&home, "new-device-spend");
        let older = format!(
            "{HOME}
            order 08-25 G 700 to=Mihon_2
            device 09-04 Mihon_Phone
            order 09-05 F 9800 to=Mihon_2
            charge 09-06 9800 retail"
        );
        stays_quiet(&older, "new-device-spend");
    }

    #[test]
    fn what_came_before_the_device_or_long_after_it_is_not_its_spend() {
        for device in ["device 09-11 Mihon_Phone", "device 08-30 Mihon_Phone"] {
            let case = format!("{ORDERS}\n{device}\ncharge 09-10 1980 retail");
            check(&case, "09-10 1980 flagged/no-order");
        }
    }

    #[test]
    fn spend_that_the_person_knows_is_no_sign() {
        let case = format!(
            "{ORDERS}\ndevice 09-08 Mihon_Phone\ncharge 09-10 1980 retail\nanswer me 09-10 1980 retail"
        );
        stays_quiet(&case, "new-device-spend");
    }

    #[test]
    fn in_a_young_account_every_address_is_new() {
        let young = HOME.replace("order 08-20 E 500 to=Home", "");
        let case = format!(
            "{young}\ndevice 09-04 Mihon_Phone\norder 09-05 F 9800 to=Mihon_2\ncharge 09-06 9800 retail"
        );
        check(&case, "09-06 9800 explained/order F");
    }
}
