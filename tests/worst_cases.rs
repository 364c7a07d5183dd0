//! Where everything fits with everything the search ends, after work that grows with the number of rows, and says that it
//! could not tell. Work is counted, not timed.

#![expect(clippy::unwrap_used, reason = "tests fail by it")]

use mioboe_ingest::Reader;
use mioboe_model::{Currency, Offset, Reading};
use mioboe_reconcile::{Reconciliation, reconcile};
use mioboe_tests::households::report_of;
use mioboe_tests::many::Many;
use mioboe_tests::request;
use mioboe_tests::worst::SHAPES;

/// Steps for each charge, in the worst of all shapes: the assignment of 160 charges to 160 pieces has 51,200.
const MOST_WORK: usize = 60_000;

fn reading(files: &Many) -> Reading {
    let mut reader = Reader::new(Currency::JPY);
    reader.add("enavi.csv", files.statement.as_bytes());
    reader.add("Order History.csv", files.orders.as_bytes());
    reader.finish()
}

fn found(files: &Many) -> Reconciliation {
    reconcile(&reading(files), Offset::parse("+09:00").unwrap())
}

#[test]
fn no_shape_costs_more_than_so_much_a_charge() {
    for shape in &SHAPES {
        for charges in [62, 250, 600] {
            let found = found(&(shape.of)(charges));
            let work = found.work / found.links.len();
            println!("{}: {charges} charges, {work} steps a charge", shape.name);
            assert!(work <= MOST_WORK, "{}: {work} steps a charge", shape.name);
            let others = found.links.iter().flatten().map(|link| link.alternatives.len()).max();
            assert!(others.unwrap_or(0) <= 12, "{}: {others:?} alternatives", shape.name);
        }
    }
}

#[test]
fn what_could_not_be_told_apart_is_asked_and_no_charge_of_it_is_flagged() {
    let several = SHAPES.iter().find(|shape| shape.name == "several orders in one charge").unwrap();
    let files = (several.of)(62);
    let inputs = [
        ("enavi.csv".to_owned(), files.statement.into_bytes()),
        ("Order History.csv".to_owned(), files.orders.into_bytes()),
    ];
    let report = report_of(request(&files.today.to_string()), &inputs);
    assert_eq!(report.charges.len(), 62);
    for charge in &report.charges {
        assert_eq!(
            (charge.verdict.as_str(), charge.cause.as_deref()),
            ("ask", Some("ambiguous")),
            "{}",
            charge.id
        );
        assert!(!charge.orders.is_empty() && !charge.alternatives.is_empty(), "{}", charge.id);
    }
}
