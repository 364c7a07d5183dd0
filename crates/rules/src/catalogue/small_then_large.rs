#![doc = include_str!("small_then_large.md")]

use mioboe_model::Charge;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "small-then-large",
    speaks_of: &["small-then-large"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("small_then_large.md"),
    run: small_then_large,
};

/// A test charge is small, in the currency's own terms.
const SMALL_YEN: i64 = 200;
/// What follows is large.
const LARGE_YEN: i64 = 5_000;
/// And follows soon.
const WINDOW_DAYS: i64 = 7;

pub(super) fn small_then_large(facts: &Facts<'_>) -> Vec<Opinion> {
    let open: Vec<(usize, &Charge)> = facts.unknown().collect();
    let mut opinions = Vec::new();
    for (small, test) in &open {
        let Some(day) = test.date.filter(|_| is_at_most(test, SMALL_YEN)) else { continue };
        let large: Vec<usize> = open
            .iter()
            .filter(|(_, charge)| !is_at_most(charge, LARGE_YEN - 1) && charge.card == test.card)
            .filter(|(_, charge)| {
                charge.date.is_some_and(|d| (0..=WINDOW_DAYS).contains(&(d - day).num_days()))
            })
            .map(|(index, _)| *index)
            .collect();
        if large.is_empty() {
            continue;
        }
        let mut opinion =
            Opinion::flagged("small-then-large", *small, 85).told(facts).with("count", large.len());
        opinion.charges.extend(large);
        opinions.push(opinion);
    }
    opinions
}

/// Compared in yen; other currencies have two decimals and are worth about a hundred times as much.
fn is_at_most(charge: &Charge, yen: i64) -> bool {
    charge.amount.minor().is_some_and(|minor| minor <= yen)
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const ORDERS: &str = "order 09-01 A 500\norder 09-30 B 600";

    #[test]
    fn a_test_charge_and_large_ones_after_it_are_flagged() {
        let case =
            format!("{ORDERS}\ncharge 09-10 100 retail\ncharge 09-11 39800 retail\ncharge 09-17 5000 market");
        check(
            &case,
            "09-10 100 flagged/small-then-large
            09-11 39800 flagged/small-then-large
            09-17 5000 flagged/small-then-large",
        );
        finds(&case, "small-then-large", "09-10 09-11 09-17 count=2 amount=100");
    }

    #[test]
    fn two_dollars_are_small_and_fifty_large() {
        finds(
            "order 09-01 A 5USD\norder 09-30 B 6USD\ncharge 09-10 1.99USD retail\ncharge 09-11 50.00USD retail",
            "small-then-large",
            "09-10 09-11 count=1",
        );
    }

    #[test]
    fn large_ones_before_long_after_or_on_another_card_do_not_belong_together() {
        for large in [
            "charge 09-09 39800 retail card=0001",
            "charge 09-18 39800 retail card=0001",
            "charge 09-11 39800 retail card=0002",
        ] {
            let case = format!("{ORDERS}\ncharge 09-10 100 retail card=0001\n{large}");
            stays_quiet(&case, "small-then-large");
        }
    }

    #[test]
    fn small_charges_alone_and_explained_ones_are_no_pattern() {
        stays_quiet(
            &format!("{ORDERS}\ncharge 09-10 100 retail\ncharge 09-11 4999 retail"),
            "small-then-large",
        );
        stays_quiet(
            &format!("{ORDERS}\norder 09-10 C 39800\ncharge 09-10 100 retail\ncharge 09-11 39800 retail"),
            "small-then-large",
        );
    }

    #[test]
    fn a_small_charge_that_the_person_knows_was_no_test() {
        let case = format!(
            "{ORDERS}\ncharge 09-10 100 retail\ncharge 09-11 39800 retail\nanswer me 09-10 100 retail"
        );
        stays_quiet(&case, "small-then-large");
    }

    #[test]
    fn days_that_the_files_do_not_cover_make_no_pattern() {
        let case = format!("{ORDERS}\ncharge 10-10 100 retail\ncharge 10-11 39800 retail");
        check(&case, "10-10 100 notCovered/-\n10-11 39800 notCovered/-");
        stays_quiet(
            &format!("{ORDERS}\ncharge 09-10 20000 retail\ncharge 09-11 39800 retail"),
            "small-then-large",
        );
    }
}
