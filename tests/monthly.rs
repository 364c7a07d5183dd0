//! A month as it is looked at again: what was promised and did not come, what is still under way, which articles a charge was for.

#![expect(clippy::expect_used, reason = "tests fail by it")]

use mioboe_engine::{Report, analyze};
use mioboe_tests::{entries, request};

fn report(but: &[&str]) -> Report {
    let files: Vec<(String, Vec<u8>)> = entries("stories/monthly-check")
        .into_iter()
        .map(|path| (path.file_name().expect("a file").to_string_lossy().into_owned(), path))
        .filter(|(name, _)| !but.contains(&name.as_str()))
        .map(|(name, path)| (name, std::fs::read(path).expect("a fixture")))
        .collect();
    analyze(request("2026-11-24"), files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
        .expect("a good request")
}

fn refunds(report: &Report) -> Vec<String> {
    let said = |refund: &mioboe_engine::RefundReport| {
        let name = report.sources.iter().find(|source| source.id == refund.source).map(|source| &source.name);
        let charge =
            refund.charge.as_ref().and_then(|id| report.charges.iter().find(|charge| charge.id == *id));
        let charge = charge.map_or("-", |charge| charge.amount.as_str());
        format!(
            "{} {} {} {} until {} of {charge} in {}:{}",
            refund.state,
            refund.order_id,
            refund.date,
            refund.amount,
            refund.until,
            name.map_or("", String::as_str),
            refund.line
        )
    };
    report.refunds.iter().map(said).collect()
}

#[test]
fn each_refund_says_whether_it_came_and_where_it_stands() {
    assert_eq!(
        refunds(&report(&[])),
        [
            "overdue 250-0000103-0000103 2026-10-20 2480 until 2026-11-03 of 2480 in Refund Details.csv:2",
            "came 250-0000104-0000104 2026-10-25 980 until 2026-11-08 of -980 in Refund Details.csv:3",
            "waiting 250-0000105-0000105 2026-11-16 5600 until 2026-11-30 of - in Refund Details.csv:4",
        ]
    );
    // While the statement of its time is not there, nobody can say that it is late.
    assert_eq!(
        refunds(&report(&["enavi202612.csv"])).first().map(String::as_str),
        Some("waiting 250-0000103-0000103 2026-10-20 2480 until 2026-11-03 of - in Refund Details.csv:2")
    );
}

#[test]
fn a_charge_for_one_parcel_says_which_articles_were_in_it() {
    let report = report(&[]);
    let order =
        report.orders.iter().find(|order| order.order_id == "250-0000102-0000102").expect("the order");
    let parts = report.charges.iter().filter(|charge| charge.cause.as_deref() == Some("shipment"));
    let said: Vec<(&str, Vec<&str>)> = parts
        .map(|charge| {
            let part = charge.orders.iter().flat_map(|order| &order.part);
            let names = part.filter_map(|&at| order.items.get(usize::try_from(at).ok()?));
            (charge.amount.as_str(), names.map(String::as_str).collect())
        })
        .collect();
    assert_eq!(said, [("1650", vec!["架空の絵本 第3巻"]), ("1200", vec!["見本ノート A5 5冊"])]);
    let whole = report.charges.iter().filter(|charge| charge.cause.as_deref() == Some("order"));
    assert!(whole.flat_map(|charge| &charge.orders).all(|order| order.part.is_empty()));
}

#[test]
fn a_changed_price_says_both_and_the_next_renewals_have_a_day() {
    let report = report(&[]);
    let changed = report.findings.iter().find(|finding| finding.rule == "price-changed").expect("the change");
    assert_eq!(
        (
            changed.args.get("oldAmount").map(String::as_str),
            changed.args.get("newAmount").map(String::as_str)
        ),
        (Some("490"), Some("590"))
    );
    let next: Vec<(Option<&str>, &str)> =
        report.renewals.iter().map(|plan| (plan.next.as_deref(), plan.amount.as_str())).collect();
    assert!(
        next.contains(&(Some("2026-11-28"), "590")) && next.contains(&(Some("2026-12-05"), "600")),
        "{next:?}"
    );
}
