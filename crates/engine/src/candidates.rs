//! Orders that no charge is explained by, and that an open charge could be: the person may say which.

use mioboe_model::sorted::Map;
use mioboe_reconcile::{Behind, Order, PieceKind, meaning};
use mioboe_rules::{Facts, Judgement, Verdict};

/// As many as a person compares at a glance.
const MOST: usize = 3;
/// Of very many open charges the first ones have to do: each is compared with every order.
const MOST_CHARGES: usize = 500;
/// An order is charged when it leaves, or after its pre-order came out.
const DAYS_BEFORE: i64 = 60;
/// For midnight and time zones.
const DAYS_AFTER: i64 = 1;

/// For each open charge without an order the free orders nearest in sum and day, the nearest first.
pub(crate) fn candidates(facts: &Facts<'_>, judgement: &Judgement) -> Map<usize, Vec<usize>> {
    let charges = facts.reading.charges.iter().zip(&judgement.charges).enumerate();
    let open = charges.filter(|(_, (charge, judged))| {
        matches!(judged.verdict, Verdict::Flagged | Verdict::Ask)
            && judged.orders.is_empty()
            && !charge.amount.is_credit()
            && meaning(&charge.merchant).orders != Behind::Nowhere
    });
    let mut found = Map::new();
    for (index, (charge, _)) in open.take(MOST_CHARGES) {
        let (Some(minor), Some(day)) = (charge.amount.minor(), charge.date) else { continue };
        let orders = facts.found.book.orders.iter().enumerate();
        let mut near: Vec<(i64, usize)> = orders
            .filter(|(_, order)| order.currency == charge.amount.currency())
            .filter_map(|(at, order)| {
                let days = (day - order.day).num_days();
                let is_near = (-DAYS_AFTER..=DAYS_BEFORE).contains(&days);
                let off = is_near.then(|| off_by(facts, order, minor)).flatten()?;
                // A hundredth of the sum weighs as much as a day.
                Some((off.saturating_mul(100) / minor.max(1) + days.abs(), at))
            })
            .collect();
        near.sort_unstable();
        near.truncate(MOST);
        if !near.is_empty() {
            found.insert(index, near.into_iter().map(|(_, at)| at).collect());
        }
    }
    found
}

/// By how much the sum is not that of what is free of the order, or of a part of it. `None` from a half on: it is another purchase.
fn off_by(facts: &Facts<'_>, order: &Order, minor: i64) -> Option<i64> {
    let pieces = order.pieces.iter().filter(|&&piece| facts.found.is_free(piece));
    let free = pieces.filter_map(|&piece| facts.found.book.piece(piece));
    let sums: Vec<i64> =
        free.filter(|piece| piece.kind != PieceKind::Cancelled).map(|piece| piece.minor).collect();
    let whole = sums.iter().fold(0, |all: i64, sum| all.saturating_add(*sum));
    let off = sums.iter().chain([&whole]).map(|sum| sum.abs_diff(minor)).min()?;
    i64::try_from(off).ok().filter(|off| off.saturating_mul(2) < minor)
}

#[cfg(test)]
mod tests {
    use crate::{Adviser, AnswerGiven, AnswerSaid, Group, Report, Request, Said, analyze};
    use mioboe_rules::hidden;

    const STATEMENT: &str = "date,merchant,amount\n\
        2026/10/05,AMAZON.CO.JP,1000\n2026/10/20,AMAZON.CO.JP,3980\n2026/10/21,AMAZON WEB SERVICES,3980\n";

    /// A day, a number and a sum each.
    fn report(orders: &[(&str, &str, &str)], answers: Vec<AnswerGiven>) -> Report {
        let row = |(day, id, sum): &(&str, &str, &str)| {
            format!("Amazon.co.jp,{id},{day}T03:00:00Z,JPY,{sum},Closed,Mihon book,1,{day}T09:00:00Z,New\n")
        };
        let heading = "Website,Order ID,Order Date,Currency,Total Owed,Order Status,Product Name,Quantity,\
            Ship Date,Product Condition\n";
        let file = format!("{heading}{}", orders.iter().map(row).collect::<String>());
        let request = Request {
            today: "2026-11-22".into(),
            utc_offset: "+09:00".into(),
            region: "jp".into(),
            household: Vec::new(),
            answers,
            salt: "salt".into(),
            tables: Vec::new(),
            charges: Vec::new(),
            entered: Vec::new(),
            set_aside: Vec::new(),
            #[cfg(feature = "full")]
            kept: None,
        };
        let files = [("202610.csv", STATEMENT.as_bytes()), ("Retail.OrderHistory.1.csv", file.as_bytes())];
        analyze(request, files).unwrap()
    }

    /// Of the charge of 3,980 yen on 20 October.
    #[track_caller]
    fn check(orders: &[(&str, &str, &str)], expect: &[&str]) {
        // Orders on both sides, so that these days are covered, and one that explains the first charge.
        let around = [
            ("2026-08-01", "503-0000001-0000001", "77"),
            ("2026-10-04", "503-0000002-0000002", "1000"),
            ("2026-11-20", "503-0000003-0000003", "88"),
        ];
        let report = report(&[&around[..], orders].concat(), Vec::new());
        let charge = &report.charges[1];
        assert_eq!(charge.verdict, "flagged", "{charge:?}");
        let ids: Vec<&str> = charge.candidates.iter().map(|order| order.order_id.as_str()).collect();
        assert_eq!(ids, expect);
        for id in ids {
            assert!(report.orders.iter().any(|order| order.order_id == id), "{id} can be shown");
        }
        // No order of Amazon's can be behind the other one, and the first one is explained.
        assert!(report.charges[0].candidates.is_empty() && report.charges[2].candidates.is_empty());
    }

    const NEAR: (&str, &str, &str) = ("2026-10-18", "503-1111111-1111111", "3500");
    const FAR: (&str, &str, &str) = ("2026-09-20", "503-2222222-2222222", "3600");

    #[test]
    fn free_orders_near_in_sum_and_day_are_named_the_nearest_first() {
        check(&[FAR, NEAR], &[NEAR.1, FAR.1]);
    }

    #[test]
    fn another_purchase_or_another_time_is_none() {
        check(&[("2026-10-18", "503-3333333-3333333", "1500")], &[]);
        check(&[("2026-07-18", "503-3333333-3333333", "3980")], &[]);
        check(&[("2026-10-25", "503-3333333-3333333", "3900")], &[]);
    }

    #[test]
    fn the_order_that_the_person_names_is_it_from_then_on() {
        let around =
            [("2026-08-01", "503-0000001-0000001", "77"), ("2026-11-20", "503-0000003-0000003", "88")];
        let orders = [&around[..], &[NEAR, FAR]].concat();
        let named = AnswerGiven {
            charge: hidden("2026-10-20|3980|JPY||AMAZON.CO.JP|1", "salt"),
            answer: "me".into(),
            order: Some(hidden(FAR.1, "salt")),
        };
        let charge = &report(&orders, vec![named]).charges[1];
        assert_eq!((charge.verdict.as_str(), charge.orders[0].order_id.as_str()), ("explained", FAR.1));
        assert!(charge.evidence.iter().any(|code| code == "order-named"), "{:?}", charge.evidence);
        assert!(charge.candidates.is_empty());
    }

    #[test]
    fn once_it_is_taken_back_the_charge_is_a_question_again_also_without_its_files() {
        let orders =
            [("2026-08-01", "503-0000001-0000001", "77"), NEAR, ("2026-11-20", "503-0000003-0000003", "88")];
        let named = AnswerGiven {
            charge: hidden("2026-10-20|3980|JPY||AMAZON.CO.JP|1", "salt"),
            answer: "me".into(),
            order: Some(hidden(NEAR.1, "salt")),
        };
        let report = report(&orders, vec![named]);
        let (charge, all) = (report.charges[1].id.clone(), report.totals["JPY"].charged.clone());
        let adviser = Adviser::new(report);
        assert_eq!(adviser.advise(&Said::default()).unwrap().groups[1], Group::Settled);
        let answers = vec![AnswerSaid { charge, answer: None, order: None }];
        let case = adviser.advise(&Said { answers, ..Said::default() }).unwrap();
        assert_eq!((case.groups[1], case.counts.explained), (Group::Ask, 0));
        let sums = &case.sums["JPY"];
        // Beside the bill of another service.
        assert_eq!((sums.ask.as_str(), sums.explained.as_str()), ("7960", "0"), "{all}");
    }
}
