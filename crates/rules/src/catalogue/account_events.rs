#![doc = include_str!("account_events.md")]

use chrono::NaiveDate;
use mioboe_model::{AccountEvent, AccountEventKind};

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "account-events",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("account_events.md"),
    run: account_events,
};

/// What is older is no news.
const NEWS_DAYS: i64 = 90;
/// A sign-in matters where a charge without an order follows within this time.
const SIGN_IN_DAYS: i64 = 3;

/// New devices, addresses and cards, told even where no charge is near; sign-ins only where one is.
fn account_events(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .reading
        .events
        .iter()
        .filter_map(|event| {
            let day = event.when?.day(facts.offset);
            if !(0..=NEWS_DAYS).contains(&(facts.today - day).num_days()) {
                return None;
            }
            let (rule, level, name) = match event.kind {
                AccountEventKind::DeviceRegistered => ("new-device", Level::Ask, "device"),
                AccountEventKind::AddressAdded => ("new-address", Level::Ask, "address"),
                AccountEventKind::CardAdded => ("card-added", Level::Info, "card"),
                AccountEventKind::SignIn => return new_sign_in(facts, event, day),
            };
            Some(Opinion::note(rule, level).with(name, &event.what).with("date", day))
        })
        .collect()
}

/// A sign-in unlike all before it, shortly before a charge that nothing explains.
fn new_sign_in(facts: &Facts<'_>, event: &AccountEvent, day: NaiveDate) -> Option<Opinion> {
    let mut before = facts
        .reading
        .events
        .iter()
        .filter(|other| other.kind == AccountEventKind::SignIn && other.when < event.when)
        .peekable();
    // The first sign-in of the files is unlike nothing.
    before.peek()?;
    if before.any(|other| other.what == event.what) {
        return None;
    }
    let follows = |charged: NaiveDate| (0..=SIGN_IN_DAYS).contains(&(charged - day).num_days());
    let charges: Vec<usize> =
        facts.unknown().filter(|(_, row)| row.date.is_some_and(follows)).map(|(charge, _)| charge).collect();
    let mut note = Opinion::note("new-sign-in", Level::Info).with("device", &event.what).with("date", day);
    note.charges = charges;
    (!note.charges.is_empty()).then_some(note)
}

#[cfg(test)]
mod tests {
    use crate::kit::{finds, stays_quiet};

    #[test]
    fn what_is_new_in_the_account_is_told_without_any_charge() {
        finds("device 11-01 Mihon_Phone", "new-device", "device=Mihon Phone date=2026-11-01");
        finds("address 11-01 Mihon_2", "new-address", "address=Mihon 2");
        finds("newcard 11-01 0002", "card-added", "card=0002");
    }

    #[test]
    fn what_is_older_than_three_months_is_no_news() {
        stays_quiet("device 08-01 Mihon_Phone", "new-device");
    }

    const ORDERS: &str = "order 10-01 A 500\norder 11-20 B 600\nsignin 09-20 Mihon_Phone";

    #[test]
    fn a_sign_in_unlike_any_before_a_charge_without_an_order_is_told() {
        let case = format!("{ORDERS}\nsignin 11-01 Other_City\ncharge 11-03 1980 retail");
        finds(&case, "new-sign-in", "11-03 device=Other City date=2026-11-01");
    }

    #[test]
    fn ordinary_sign_ins_and_those_that_nothing_follows_are_not_told() {
        stays_quiet(&format!("{ORDERS}\nsignin 11-01 Mihon_Phone\ncharge 11-03 1980 retail"), "new-sign-in");
        stays_quiet(&format!("{ORDERS}\nsignin 11-01 Other_City\ncharge 11-08 1980 retail"), "new-sign-in");
        stays_quiet(
            "order 10-01 A 500\norder 11-20 B 600\nsignin 11-01 Other_City\ncharge 11-03 1980 retail",
            "new-sign-in",
        );
    }
}
