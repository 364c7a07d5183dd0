//! What holds for every household, whatever its files say.

use std::collections::BTreeMap;

use mioboe_engine::Report;
use mioboe_ingest::Reader;
use mioboe_model::{Offset, Reading};
use mioboe_reconcile::{Link, LinkKind, PieceIx, reconcile};
use mioboe_tests::households::{Household, households, report_of};
use rust_decimal::Decimal;

fn reading(household: &Household) -> Reading {
    let mut reader = Reader::default();
    for (name, bytes) in household.files() {
        reader.add(&name, &bytes);
    }
    reader.finish()
}

/// What is said of each row, by file and line: independent of the numbers that files get.
fn verdicts(report: &Report) -> BTreeMap<(String, u32), String> {
    let name = |source: u32| report.sources.iter().find(|s| s.id == source).map(|s| s.name.clone());
    let said = report.charges.iter().map(|charge| {
        let orders: Vec<&str> = charge.orders.iter().map(|order| order.order_id.as_str()).collect();
        let said = format!("{} {:?} {} {orders:?}", charge.verdict, charge.cause, charge.confidence);
        ((name(charge.source).unwrap_or_default(), charge.line), said)
    });
    said.collect()
}

#[test]
fn the_order_of_files_changes_no_verdict() {
    for household in households() {
        let mut files = household.files();
        let expect = verdicts(&report_of(household.request(), &files));
        files.reverse();
        assert_eq!(verdicts(&report_of(household.request(), &files)), expect, "{}", household.name);
        let middle = files.len() / 2;
        files.rotate_left(middle);
        assert_eq!(verdicts(&report_of(household.request(), &files)), expect, "{}", household.name);
    }
}

/// A table with its rows turned round; as it was where rows belong to those above them, or break over lines.
fn turned_round(bytes: &[u8]) -> Vec<u8> {
    const HEADINGS: [&str; 5] = ["ASIN,", "Creation Date,", "\"利用日", "\"Website\"", "Transaction Date,"];
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let mut rows: Vec<&str> = text.lines().collect();
    let is_table = HEADINGS.iter().any(|heading| text.trim_start_matches('\u{feff}').starts_with(heading));
    let is_whole = |row: &&str| {
        row.matches('"').count().is_multiple_of(2) && !row.starts_with(',') && !row.starts_with("\"\"")
    };
    if !is_table || !rows.iter().all(is_whole) {
        return bytes.to_vec();
    }
    if let Some((_, below)) = rows.split_first_mut() {
        below.reverse();
    }
    rows.join("\r\n").into_bytes()
}

/// What is said of each row, whatever line it stands on.
fn said_of_rows(report: &Report) -> Vec<String> {
    let mut said: Vec<String> = report
        .charges
        .iter()
        .map(|charge| {
            let orders: Vec<&str> = charge.orders.iter().map(|order| order.order_id.as_str()).collect();
            let row = (&charge.date, &charge.merchant, &charge.amount, &charge.card);
            format!("{row:?} {} {:?} {} {orders:?}", charge.verdict, charge.cause, charge.confidence)
        })
        .collect();
    said.sort();
    said
}

#[test]
fn the_order_of_rows_changes_no_verdict() {
    let mut turned = 0;
    for household in households() {
        let files = household.files();
        let other: Vec<(String, Vec<u8>)> =
            files.iter().map(|(name, bytes)| (name.clone(), turned_round(bytes))).collect();
        turned += files.iter().zip(&other).filter(|(a, b)| a != b).count();
        let expect = said_of_rows(&report_of(household.request(), &files));
        assert_eq!(said_of_rows(&report_of(household.request(), &other)), expect, "{}", household.name);
    }
    assert!(turned >= 40, "only {turned} files could be turned round");
}

#[test]
fn a_file_given_twice_counts_once() {
    for household in households() {
        let mut files = household.files();
        let once = report_of(household.request(), &files);
        let again: Vec<(String, Vec<u8>)> =
            files.iter().map(|(name, bytes)| (format!("copy of {name}"), bytes.clone())).collect();
        files.extend(again);
        let twice = report_of(household.request(), &files);
        assert_eq!(twice.totals, once.totals, "{}", household.name);
        assert_eq!(twice.charges.len(), once.charges.len(), "{}", household.name);
    }
}

/// Evidence that is missing is never called fraud.
#[test]
fn a_statement_or_a_file_of_digital_orders_less_flags_nothing_new() {
    let flagged = |report: &Report| -> Vec<(String, u32)> {
        let name = |source: u32| report.sources.iter().find(|s| s.id == source).map(|s| s.name.clone());
        let flagged = report.charges.iter().filter(|charge| charge.verdict == "flagged");
        flagged.map(|charge| (name(charge.source).unwrap_or_default(), charge.line)).collect()
    };
    for household in households() {
        let files = household.files();
        let whole = household.report();
        let before = flagged(&whole);
        let less = whole.sources.iter().filter(|s| s.kind == "statement" || s.kind == "digitalOrders");
        for gone in less {
            let rest: Vec<_> = files.iter().filter(|(name, _)| *name != gone.name).cloned().collect();
            for row in flagged(&report_of(household.request(), &rest)) {
                assert!(before.contains(&row), "{} without {}: {row:?}", household.name, gone.name);
            }
        }
    }
}

#[test]
fn totals_are_the_sums_of_the_rows() {
    for household in households() {
        let report = household.report();
        for (currency, totals) in &report.totals {
            let sum = |verdict: Option<&str>| -> Decimal {
                let rows = report.charges.iter().filter(|charge| charge.currency == *currency);
                let rows = rows.filter(|charge| verdict.is_none_or(|verdict| charge.verdict == verdict));
                rows.map(|charge| charge.amount.parse::<Decimal>().expect("a sum")).sum()
            };
            let given = |text: &str| text.parse::<Decimal>().expect("a sum");
            assert_eq!(given(&totals.charged), sum(None));
            assert_eq!(given(&totals.explained), sum(Some("explained")));
            assert_eq!(given(&totals.ask), sum(Some("ask")));
            assert_eq!(given(&totals.flagged), sum(Some("flagged")));
            assert_eq!(given(&totals.not_covered), sum(Some("notCovered")));
            assert_eq!(given(&totals.other), sum(Some("other")));
        }
    }
}

#[test]
fn rows_used_and_skipped_are_all_rows() {
    for household in households() {
        for source in household.report().sources {
            let skipped: u32 = source.skipped.values().sum();
            assert_eq!(source.rows, source.used + skipped, "{} {}", household.name, source.name);
        }
    }
}

/// Pieces may be shared only by charges that make one up together.
#[test]
fn each_piece_of_an_order_explains_at_most_one_charge() {
    for household in households() {
        let reading = reading(&household);
        let found = reconcile(&reading, Offset::JAPAN);
        let mut sums: BTreeMap<PieceIx, i64> = BTreeMap::new();
        for (link, charge) in found.links.iter().zip(&reading.charges) {
            let Some(Link { pieces, kind, .. }) = link else { continue };
            if *kind == LinkKind::AmountDiffers || pieces.len() != 1 {
                continue;
            }
            *sums.entry(pieces[0]).or_default() += charge.amount.minor().unwrap_or(0);
        }
        for (piece, sum) in sums {
            assert!(sum <= found.book.piece(piece).unwrap().minor, "{}", household.name);
        }
    }
}

/// The heart of the matter: when an order is not in the files, nothing else may be taken for it.
#[test]
fn a_charge_whose_order_is_taken_away_is_not_explained_by_another() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for household in households() {
        let whole = reading(&household);
        let found = reconcile(&whole, Offset::JAPAN);
        for (charge, link) in found.links.iter().enumerate() {
            let Some(link) = link.as_ref().filter(|link| {
                matches!(link.kind, LinkKind::Order | LinkKind::Shipment | LinkKind::Digital)
                    && link.alternatives.is_empty()
            }) else {
                continue;
            };
            let gone = &found.book.orders[link.orders[0]].id;
            let mut reading = whole.clone();
            reading.orders.retain(|line| line.order_id != *gone);
            reading.digital.retain(|digital| digital.order_id != *gone);
            reading.payments.retain(|payment| !payment.order_ids.contains(gone));
            let again = reconcile(&reading, Offset::JAPAN);
            tried += 1;
            if let Some(other) = &again.links[charge] {
                let row = &reading.charges[charge];
                let twin =
                    whole.charges.iter().filter(|c| c.amount == row.amount && c.name == row.name).count() > 1;
                if !twin {
                    wrong.push(format!(
                        "{} {:?} {} {:?}",
                        household.name,
                        row.date,
                        row.amount.plain(),
                        other.kind
                    ));
                }
            }
        }
    }
    for line in &wrong {
        println!("{line}");
    }
    println!("{tried} orders taken away, {} charges explained by another", wrong.len());
    assert!(wrong.len() * 200 <= tried, "at most one in two hundred");
}

/// The other way round: a charge that is not there leaves all others as they were.
#[test]
fn a_charge_taken_away_changes_no_other_link() {
    let (mut tried, mut changed) = (0, Vec::new());
    for household in households() {
        let whole = reading(&household);
        let found = reconcile(&whole, Offset::JAPAN);
        for taken in (0..whole.charges.len()).filter(|&c| found.links[c].is_some()).step_by(3) {
            let mut reading = whole.clone();
            let gone = reading.charges.remove(taken);
            let again = reconcile(&reading, Offset::JAPAN);
            tried += 1;
            let before = found.links.iter().enumerate().filter(|(at, _)| *at != taken).map(|(_, link)| link);
            for ((a, b), row) in before.zip(&again.links).zip(&reading.charges) {
                let ids = |link: &Option<Link>, orders: &[mioboe_reconcile::Order]| -> Vec<String> {
                    link.iter().flat_map(|l| &l.orders).map(|&o| orders[o].id.to_string()).collect()
                };
                if ids(a, &found.book.orders) != ids(b, &again.book.orders)
                    && row.amount.abs() != gone.amount.abs()
                {
                    changed.push(format!("{} {:?} {}", household.name, row.date, row.amount.plain()));
                }
            }
        }
    }
    for line in &changed {
        println!("{line}");
    }
    println!("{tried} charges taken away, {} other links changed", changed.len());
    assert!(changed.len() * 100 <= tried, "at most one in a hundred");
}

/// Amazon's page of payments as somebody copies it: the newest half of what a report explains by one order.
fn newest_payments(report: &Report) -> String {
    let mut rows: Vec<_> = report
        .charges
        .iter()
        .filter(|charge| charge.verdict == "explained" && charge.orders.len() == 1)
        .filter(|charge| matches!(charge.cause.as_deref(), Some("order" | "shipment")))
        .filter_map(|charge| Some((charge.date.clone()?, charge)))
        .collect();
    rows.sort_by(|(a, _), (b, _)| b.cmp(a));
    rows.truncate(rows.len().div_ceil(2));
    let mut page = String::from("Transactions\nCompleted\n");
    for (day, charge) in rows {
        let sign = match charge.currency.as_str() {
            "JPY" => "\u{ffe5}",
            "USD" => "US$",
            code => code,
        };
        let card = charge.card.as_deref().unwrap_or("1234");
        let order = charge.orders.first().map_or("", |order| order.order_id.as_str());
        page.extend([
            day.as_str(),
            "\nVisa ****",
            card,
            " -",
            sign,
            &charge.amount,
            "\nOrder #",
            order,
            "\n",
        ]);
    }
    page
}

#[test]
fn a_page_of_some_payments_hides_nothing_of_the_rest() {
    let mut pages = 0;
    for household in households() {
        let mut files = household.files();
        let before = report_of(household.request(), &files);
        let page = newest_payments(&before);
        if !page.contains("****") {
            continue;
        }
        pages += 1;
        files.push(("payments.txt".to_owned(), page.into_bytes()));
        let after = report_of(household.request(), &files);
        let source = after.sources.iter().find(|source| source.name == "payments.txt").expect("the page");
        assert_eq!(source.format.as_deref(), Some("amazon-transactions"), "{}", household.name);
        assert!(source.used > 0 && source.problems.is_empty(), "{}: {:?}", household.name, source.problems);
        let (before, after) = (verdicts(&before), verdicts(&after));
        for (row, said) in &before {
            let now = after.get(row).expect("the same rows");
            assert!(
                !(said.starts_with("explained") && now.starts_with("flagged")),
                "{}: {row:?} was {said} and is {now}",
                household.name
            );
        }
    }
    assert!(pages > 10, "{pages}");
}

#[test]
fn no_file_of_evidence_more_makes_what_was_explained_unordered() {
    for household in households() {
        let files = household.files();
        let whole = verdicts(&report_of(household.request(), &files));
        for left_out in 0..files.len() {
            let mut fewer = files.clone();
            fewer.remove(left_out);
            if fewer.is_empty() {
                continue;
            }
            for (row, said) in verdicts(&report_of(household.request(), &fewer)) {
                let Some(now) = whole.get(&row) else { continue };
                assert!(
                    !(said.starts_with("explained") && now.contains("no-order")),
                    "{} without {}: {row:?} was {said} and is {now}",
                    household.name,
                    files[left_out].0
                );
            }
        }
    }
}
