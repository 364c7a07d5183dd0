#![doc = include_str!("duplicate_row.md")]

use chrono::NaiveDate;
use mioboe_model::sorted::{Map, Set};
use mioboe_model::text::fold;
use mioboe_model::{Currency, Status};
use mioboe_reconcile::Service;

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-row",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("duplicate_row.md"),
    run: duplicate_row,
};

/// In the smallest coins, so also 30 dollars: below it, two equal purchases on a day are ordinary.
const LEAST: i64 = 3_000;

/// In the smallest coins.
type Sum = (Currency, i64);

/// One sum at one shop with one card.
type Same<'a> = (Sum, Option<&'a str>, String);

fn duplicate_row(facts: &Facts<'_>) -> Vec<Opinion> {
    let others = || {
        facts.reading.charges.iter().enumerate().filter_map(|(index, row)| {
            let minor = row.amount.minor()?;
            let counts = facts.service(index) == Service::Other
                && row.status == Status::Posted
                && minor.abs() >= LEAST;
            counts.then_some((index, row, row.date?, (row.amount.currency(), minor)))
        })
    };
    // Only a few sums come back on a day at all; names are folded for these alone.
    let mut count: Map<(NaiveDate, Sum), u32> = Map::new();
    for (_, _, day, sum) in others() {
        *count.entry((day, sum)).or_default() += 1;
    }
    let twice: Set<Sum> = count.iter().filter(|(_, count)| **count > 1).map(|((_, sum), _)| *sum).collect();
    let mut by_day: Map<Same<'_>, Map<NaiveDate, Vec<usize>>> = Map::new();
    let mut returned: Set<Same<'_>> = Set::new();
    for (index, row, day, (currency, minor)) in others() {
        let paid = (currency, minor.abs());
        if !twice.contains(&paid) {
            continue;
        }
        let same = (paid, row.card.as_deref(), fold(&row.name));
        if minor < 0 {
            returned.insert(same);
        } else {
            by_day.entry(same).or_default().entry(day).or_default().push(index);
        }
    }
    let mut opinions = Vec::new();
    for (same, days) in by_day {
        let mut several = days.into_values().filter(|rows| rows.len() > 1);
        let (Some(rows), None) = (several.next(), several.next()) else { continue };
        if returned.contains(&same) || rows.iter().any(|&row| facts.is_settled(row)) {
            continue;
        }
        let mut note = Opinion::note("duplicate-row", Level::Ask);
        note.charges = rows;
        let rows = note.charges.len();
        opinions.push(note.told(facts).with("count", rows));
    }
    opinions
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const TWICE: &str = "charge 09-10 3980 shop\ncharge 09-10 3980 shop";

    #[test]
    fn two_equal_charges_of_one_day_are_asked_about_and_not_judged() {
        finds(TWICE, "duplicate-row", "09-10 09-10 count=2 amount=3980");
        check(TWICE, "");
    }

    #[test]
    fn small_sums_other_days_shops_and_cards_are_ordinary() {
        for case in [
            "charge 09-10 2999 shop\ncharge 09-10 2999 shop",
            "charge 09-10 3980 shop\ncharge 09-11 3980 shop",
            "charge 09-10 3980 shop\ncharge 09-10 3980 MIHON_STORE",
            "charge 09-10 3980 shop card=0001\ncharge 09-10 3980 shop card=0002",
        ] {
            stays_quiet(case, "duplicate-row");
        }
    }

    #[test]
    fn what_comes_twice_each_month_is_two_contracts() {
        stays_quiet(&format!("{TWICE}\ncharge 10-10 3980 shop\ncharge 10-10 3980 shop"), "duplicate-row");
    }

    #[test]
    fn one_that_came_back_or_that_somebody_knows_is_settled() {
        stays_quiet(&format!("{TWICE}\ncredit 09-12 3980 shop"), "duplicate-row");
        stays_quiet(&format!("{TWICE}\nanswer me 09-10 3980 shop"), "duplicate-row");
    }

    #[test]
    fn amazon_s_own_rows_have_rules_of_their_own() {
        stays_quiet("charge 09-10 3980 retail\ncharge 09-10 3980 retail", "duplicate-row");
    }

    #[test]
    fn thirty_dollars_are_enough_to_ask() {
        finds("charge 09-10 30.00USD shop\ncharge 09-10 30.00USD shop", "duplicate-row", "09-10 09-10");
        stays_quiet("charge 09-10 29.99USD shop\ncharge 09-10 29.99USD shop", "duplicate-row");
    }
}
