#![doc = include_str!("not_covered.md")]

use mioboe_model::PaidBy;
use mioboe_model::sorted::Map;

use crate::{Facts, GapKind, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "not-covered",
    speaks_of: &["not-covered", "card-without-orders"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("not_covered.md"),
    run: not_covered,
};

/// One finding for each account, reason and way of paying, whatever the card and the service; the charges it leaves open are never
/// called suspicious.
fn not_covered(facts: &Facts<'_>) -> Vec<Opinion> {
    type Alike = (GapKind, Option<String>, Option<String>, Option<PaidBy>);
    let mut alike: Map<Alike, Vec<usize>> = Map::new();
    for gap in facts.gaps() {
        let card = gap.card.filter(|_| gap.kind == GapKind::CardWithoutOrders);
        let is_debit = |charge: &usize| facts.charge(*charge).is_some_and(|row| !row.amount.is_credit());
        for charge in gap.charges.into_iter().filter(is_debit) {
            // How it was paid decides whom to turn to.
            let paid_by = facts.charge(charge).and_then(|row| row.paid_by);
            alike.entry((gap.kind, gap.account.clone(), card.clone(), paid_by)).or_default().push(charge);
        }
    }
    let told = alike.into_iter().filter(|(_, charges)| !charges.is_empty());
    told.flat_map(|((kind, account, card, _), mut debits)| {
        debits.sort_unstable();
        let rank = if kind == GapKind::CardWithoutOrders { "card-without-orders" } else { "not-covered" };
        let mut judged = Opinion::not_covered(rank, debits.clone());
        judged.level = None;
        let days = || debits.iter().filter_map(|&charge| facts.charge(charge)?.date);
        let until = facts.coverage.orders_until(account.as_deref());
        let mut note = Opinion::note(kind.code(), Level::Info).with("count", debits.len());
        for (name, day) in [("from", days().min()), ("to", days().max()), ("until", until)] {
            note = note.with(name, day.map(|day| day.to_string()).unwrap_or_default());
        }
        let numbers = debits.iter().filter_map(|&charge| facts.charge(charge)?.order_id);
        let number = numbers.map(|id| id.to_string()).next().filter(|_| kind == GapKind::OrderNotInFiles);
        note = note.with("orderId", number.unwrap_or_default());
        note = note.with("file", account.unwrap_or_default()).with("card", card.unwrap_or_default());
        note.charges = debits;
        [judged, note]
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, gaps, stays_quiet};

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
        let case = "charge 09-01 500 retail\ncharge 09-02 620 digital";
        check(case, "09-01 500 notCovered/-\n09-02 620 notCovered/-");
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
            &format!("{orders}\norder 09-02 C 900 site=Amazon.com\ncharge 09-10 700 AMAZON.COM*AB1CD2"),
            "09-10 700 flagged/no-order",
        );
    }

    #[test]
    fn where_no_file_names_a_shop_what_it_charges_in_tells_the_country() {
        let paid = "paid 09-01 A 39.80USD\npaid 09-20 B 14.99USD";
        let case = format!("{paid}\ncharge 09-10 700 AMAZON.CO.JP");
        check(&case, "09-10 700 notCovered/-");
        finds(&case, "region-not-exported", "09-10 count=1");
        // A shop that charges in one's own money as well.
        check(
            &format!("{paid}\npaid 09-02 C 900\ncharge 09-10 700 AMAZON.CO.JP"),
            "09-10 700 flagged/no-order",
        );
        check(&format!("{paid}\ncharge 09-10 7.00USD AMAZON.COM*AB1CD2"), "09-10 7.00 flagged/no-order");
    }

    #[test]
    fn of_a_region_only_the_account_that_orders_there_has_the_export() {
        let case = "
            order 09-01 A 500 site=Amazon.co.jp card=0001
            order 09-20 B 600 site=Amazon.co.jp card=0001
            export Hanako.zip
            order 09-01 C 9.00USD site=Amazon.com card=0002
            order 09-20 D 8.00USD site=Amazon.com card=0002
            charge 09-10 700 AMAZON.COM*AB1CD2 card=0001
            charge 09-10 800 AMAZON.COM*AB1CD2 card=0002";
        check(case, "09-10 700 notCovered/-\n09-10 800 flagged/no-order");
    }

    const TWO_ACCOUNTS: &str = "
        order 06-01 A 500 card=0001
        order 09-20 B 600 card=0001
        digital 09-19 C 300
        export Hanako.zip
        order 06-01 D 700 card=0002
        order 07-20 E 800 card=0002";

    #[test]
    fn one_of_two_accounts_exports_may_end_early() {
        let case = format!(
            "{TWO_ACCOUNTS}
            charge 08-10 1980 retail card=0002
            charge 08-11 1980 retail card=0001
            charge 08-12 1980 retail"
        );
        check(
            &case,
            "08-10 1980 notCovered/-
            08-11 1980 flagged/no-order
            08-12 1980 notCovered/-",
        );
        finds(&case, "orders-end-early", "08-10 08-12 count=2 file=Hanako.zip until=2026-07-20");
        // Both exports cover June.
        check(&format!("{TWO_ACCOUNTS}\ncharge 06-10 1980 retail card=0002"), "06-10 1980 flagged/no-order");
    }

    #[test]
    fn one_of_two_accounts_may_have_no_digital_file() {
        let case = format!(
            "{TWO_ACCOUNTS}
            charge 07-10 400 digital card=0002
            charge 09-10 400 digital card=0001
            charge 07-11 600 prime card=0002"
        );
        check(
            &case,
            "07-10 400 notCovered/-
            07-11 600 ask/subscription-unproven
            09-10 400 flagged/no-order",
        );
        finds(&case, "no-digital-file", "07-10 07-11 count=2 file=Hanako.zip");
    }

    #[test]
    fn an_account_that_orders_seldom_does_not_end_the_others() {
        check(
            "order 06-01 A 500
            order 09-20 B 600
            export Hanako.zip
            order 06-01 D 700
            order 08-20 E 800
            charge 09-10 1980 retail",
            "09-10 1980 flagged/no-order",
        );
    }

    #[test]
    fn an_order_that_only_another_file_names_is_hidden_or_elsewhere() {
        let orders = "order 09-01 A 500\norder 09-20 B 600";
        let printed = format!("{orders}\ncharge 09-10 1980 retail order=C");
        check(&printed, "09-10 1980 notCovered/-");
        finds(&printed, "order-not-in-files", "09-10 count=1 orderId=250-0000003-0000003");
        let given_back = format!("{orders}\ncharge 09-10 1980 retail\nrefund 09-15 C 1980");
        check(&given_back, "09-10 1980 notCovered/-");
        finds(&given_back, "order-not-in-files", "09-10");
        for refund in ["refund 09-15 C 1979", "refund 09-09 C 1980", "refund 09-15 A 1980"] {
            check(&format!("{orders}\ncharge 09-10 1980 retail\n{refund}"), "09-10 1980 flagged/no-order");
        }
    }

    #[test]
    fn each_card_and_service_has_a_gap_of_its_own() {
        let case = "
            order 09-01 A 500
            digital 09-01 B 300
            charge 09-10 700 retail card=0001
            charge 09-12 800 retail card=0001
            charge 09-11 900 market card=0001
            charge 09-11 400 digital card=0002";
        gaps(
            case,
            "orders-end-early 0001 amazon-retail 2026-09-10..2026-09-12 2
            orders-end-early 0001 amazon-marketplace 2026-09-11..2026-09-11 1
            orders-end-early 0002 amazon-digital 2026-09-11..2026-09-11 1",
        );
        finds(case, "orders-end-early", "09-10 09-11 09-11 09-12 count=4");
    }

    #[test]
    fn what_is_covered_and_money_back_leave_no_gap() {
        for charge in ["charge 09-10 700 retail", "credit 10-10 700 retail"] {
            stays_quiet(&format!("order 09-01 A 500\norder 09-20 B 600\n{charge}"), "orders-end-early");
        }
    }
}
