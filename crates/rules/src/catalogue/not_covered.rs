#![doc = include_str!("not_covered.md")]

use crate::{Facts, GapKind, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "not-covered",
    speaks_of: &["not-covered", "card-without-orders"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("not_covered.md"),
    run: not_covered,
};

/// One finding for each gap; the charges it leaves open are never called suspicious.
fn not_covered(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .coverage
        .gaps(facts.reading)
        .into_iter()
        .flat_map(|gap| {
            let rank =
                if gap.kind == GapKind::CardWithoutOrders { "card-without-orders" } else { "not-covered" };
            let debits: Vec<usize> = gap
                .charges
                .iter()
                .copied()
                .filter(|&charge| facts.charge(charge).is_some_and(|row| !row.amount.is_credit()))
                .collect();
            let mut judged = Opinion::not_covered(rank, debits.clone());
            judged.level = None;
            let mut note = Opinion::note(gap.kind.code(), Level::Info).with("count", debits.len());
            note.charges = debits;
            for (name, day) in [("from", gap.from), ("to", gap.to)] {
                if let Some(day) = day {
                    note = note.with(name, day);
                }
            }
            if let Some((_, until)) = facts.coverage.orders() {
                note = note.with("until", until);
            }
            if let Some(card) = gap.card {
                note = note.with("card", card);
            }
            (!note.charges.is_empty()).then_some([judged, note]).into_iter().flatten()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    #[test]
    fn an_export_that_ends_early_says_what_to_fetch() {
        let case = "order 09-01 A 500\norder 09-20 B 600\ncharge 10-10 800 retail\ncharge 10-20 900 retail";
        check(case, "10-10 800 notCovered/-\n10-20 900 notCovered/-");
        finds(case, "orders-end-early", "10-10 10-20 count=2 from=2026-10-10 to=2026-10-20 until=2026-09-20");
    }

    #[test]
    fn an_export_that_starts_late_says_so_too() {
        finds("order 09-01 A 500\ncharge 08-10 800 retail", "orders-start-late", "08-10 count=1");
    }

    #[test]
    fn without_order_files_nothing_can_be_said() {
        let case = "charge 09-01 500 retail\ncharge 09-02 600 digital";
        check(case, "09-01 500 notCovered/-\n09-02 600 notCovered/-");
        finds(case, "no-order-file", "09-01 09-02 count=2");
    }

    #[test]
    fn parcels_do_not_cover_digital_orders() {
        finds("order 09-01 A 500\norder 09-20 B 600\ncharge 09-10 700 digital", "no-digital-file", "09-10");
    }

    #[test]
    fn a_card_that_no_order_names_is_somebody_else_s_account() {
        check(
            "order 09-01 A 500 card=0001
            order 09-20 B 600 card=0001
            charge 09-02 500 retail card=0001
            charge 09-20 600 retail card=0001
            charge 09-10 700 retail card=0002",
            "09-02 500 explained/order A
            09-10 700 notCovered/-
            09-20 600 explained/order B",
        );
    }

    #[test]
    fn another_country_s_shop_has_an_export_of_its_own() {
        let orders = "order 09-01 A 500 site=Amazon.co.jp\norder 09-20 B 600 site=Amazon.co.jp";
        let case = format!("{orders}\ncharge 09-10 700 AMAZON.COM*AB1CD2");
        check(&case, "09-10 700 notCovered/-");
        finds(&case, "region-not-exported", "09-10 count=1");
        check(&format!("{orders}\ncharge 09-10 700 AMAZON.CO.JP"), "09-10 700 flagged/no-order");
        check(
            &format!("{orders}\norder 09-05 C 900 site=Amazon.com\ncharge 09-10 700 AMAZON.COM*AB1CD2"),
            "09-10 700 flagged/no-order",
        );
    }

    #[test]
    fn what_is_covered_and_money_back_leave_no_gap() {
        for charge in ["charge 09-10 700 retail", "credit 10-10 700 retail"] {
            stays_quiet(&format!("order 09-01 A 500\norder 09-20 B 600\n{charge}"), "orders-end-early");
        }
    }
}
