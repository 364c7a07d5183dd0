#![doc = include_str!("statement_missing.md")]

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "statement-missing",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("statement_missing.md"),
    run: statement_missing,
};

fn statement_missing(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .coverage
        .missing()
        .map(|(card, from, to)| {
            let note = Opinion::note("statement-missing", Level::Info).with("from", from).with("to", to);
            match card {
                Some(card) => note.with("card", card),
                None => note,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{finds, stays_quiet};

    /// Rows every fifth day of a month.
    fn month(month: u32) -> String {
        let rows = (0..6).map(|at| format!("charge {month:02}-{:02} 300 shop card=0001", 1 + at * 5));
        rows.collect::<Vec<_>>().join("\n") + "\n"
    }

    #[test]
    fn a_hole_between_two_months_of_a_card_is_said() {
        let case = format!("{}{}", month(5), month(8));
        finds(&case, "statement-missing", "from=2026-05-26 to=2026-08-01 card=0001");
    }

    #[test]
    fn months_in_a_row_have_no_hole() {
        stays_quiet(&format!("{}{}{}", month(6), month(7), month(8)), "statement-missing");
    }

    #[test]
    fn a_card_that_is_hardly_used_has_holes_of_its_own() {
        stays_quiet("charge 03-01 300 shop card=0001\ncharge 08-01 300 shop card=0001", "statement-missing");
    }

    #[test]
    fn what_another_card_paid_fills_no_hole() {
        let case = format!("{}{}{}", month(5), month(8), month(7).replace("0001", "0002"));
        finds(&case, "statement-missing", "from=2026-05-26 to=2026-08-01 card=0001");
    }

    #[test]
    fn one_missing_month_is_a_hole_for_a_card_in_daily_use() {
        let day = |day: &str| format!("{}charge {day} 300 shop card=0001\n", month(5).repeat(2));
        stays_quiet(&day("06-21"), "statement-missing");
        finds(&day("06-22"), "statement-missing", "from=2026-05-26 to=2026-06-22 card=0001");
    }

    #[test]
    fn for_a_card_that_often_rests_only_more_than_a_month_and_a_half_is_a_hole() {
        let day = |day: &str| {
            let rest = "charge 04-08 300 shop card=0001\n";
            format!("{rest}{}charge {day} 300 shop card=0001\n", month(5).repeat(2))
        };
        stays_quiet(&day("07-10"), "statement-missing");
        finds(&day("07-11"), "statement-missing", "from=2026-05-26 to=2026-07-11 card=0001");
    }
}
