//! A case that lives: months given one by one, over any number of returns, say what all of them say at once.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by it")]

use std::collections::BTreeMap;

use mioboe_engine::{BadRequest, Report, Request, Session};
use mioboe_model::text::{has_unseen, shown};
use mioboe_tests::households::{Household, households};
use mioboe_tests::made::{PROFILES, made};
use mioboe_tests::many::many;
use mioboe_tests::numbers::Numbers;
use mioboe_tests::{entries, files_below, fixture, request};
use serde_json::{Value, json};

type Files = Vec<(String, Vec<u8>)>;

/// How files come: some at each visit.
type Way<'f> = (&'static str, Vec<&'f [(String, Vec<u8>)]>);

/// One visit: what was kept and these files go in, the report and what is kept now come out.
fn visit(request: Request, kept: Option<String>, files: &[(String, Vec<u8>)]) -> (Report, Option<String>) {
    let mut session = Session::new(Request { kept, ..request }).expect("a good request");
    for (name, bytes) in files {
        session.add(name, bytes);
    }
    let (report, holding) = session.report_and_holding();
    (report, holding.map(|holding| holding.to_json()))
}

/// The report after several visits, and what is kept then.
fn visits<'f>(
    request: &Request,
    times: impl IntoIterator<Item = &'f [(String, Vec<u8>)]>,
) -> (Report, String) {
    let mut last = None;
    for files in times {
        let kept = last.map(|(_, kept)| kept);
        let (report, kept) = visit(request.clone(), kept, files);
        last = Some((report, kept.expect("no more than can be kept")));
    }
    last.expect("a visit")
}

/// All that a report says but the numbers of its files and findings, and which of several files with one order is named first.
/// Files of which nothing counts are let go when a case is kept.
fn said(report: &Report) -> Value {
    let mut value = serde_json::to_value(report).expect("JSON");
    let names: BTreeMap<u64, String> =
        report.sources.iter().map(|source| (u64::from(source.id), source.name.clone())).collect();
    name_files(&mut value, &names);
    let findings = value["findings"].clone();
    let told = |list: &Value| -> Value {
        let list = list.as_array().expect("a list").iter();
        sorted(list.map(|at| {
            findings[at.as_u64().and_then(|at| usize::try_from(at).ok()).expect("an index")].clone()
        }))
    };
    for charge in value["charges"].as_array_mut().expect("charges") {
        charge["findings"] = told(&charge["findings"]);
    }
    for step in value["nextSteps"].as_array_mut().expect("steps") {
        step["because"] = told(&step["because"]);
    }
    let sources = value["sources"].as_array().expect("sources").iter();
    let counts = |source: &&Value| {
        source["kind"] != "ignored"
            && (source["used"] != 0 || source["skipped"].get("seen-in-other-file").is_none())
    };
    value["sources"] = sorted(sources.filter(counts).cloned());
    for list in ["charges", "findings", "nextSteps", "orders", "renewals", "refunds", "mails"] {
        value[list] = sorted(value[list].as_array().expect("a list").iter().cloned());
    }
    value["coverage"]["gaps"] = sorted(value["coverage"]["gaps"].as_array().expect("gaps").iter().cloned());
    value
}

fn sorted(values: impl Iterator<Item = Value>) -> Value {
    let mut values: Vec<Value> = values.collect();
    values.sort_by_key(ToString::to_string);
    Value::from(values)
}

/// `3:17` is line 17 of the file of that name, whatever number it has.
fn name_files(value: &mut Value, names: &BTreeMap<u64, String>) {
    match value {
        Value::String(text) => {
            let place = text.split_once(':').and_then(|(id, rest)| {
                let is_place = rest.split(':').all(|part| part.parse::<u32>().is_ok());
                Some(format!("{}:{rest}", names.get(&id.parse().ok()?).filter(|_| is_place)?))
            });
            *text = place.unwrap_or_else(|| std::mem::take(text));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| name_files(value, names)),
        Value::Object(fields) => {
            // What is not kept with the case: a file can only be read anew while it is there.
            fields.remove("table");
            if fields.contains_key("orderId") {
                fields.remove("source");
                fields.remove("lines");
            }
            if let Some(name) = fields.get("source").and_then(Value::as_u64).and_then(|id| names.get(&id)) {
                fields.insert("source".to_owned(), json!(name));
            }
            if fields.contains_key("adds_up") || fields.contains_key("addsUp") {
                fields.remove("id");
            }
            fields.values_mut().for_each(|value| name_files(value, names));
        }
        _ => {}
    }
}

#[track_caller]
fn check(name: &str, request: &Request, files: &Files) {
    let (whole, kept) = visit(request.clone(), None, files);
    let expect = said(&whole);
    let one_by_one = || files.chunks(1);
    let middle = files.len() / 2;
    let ways: [Way<'_>; 3] = [
        ("one by one", one_by_one().collect()),
        ("one by one, the last first", one_by_one().rev().collect()),
        ("the second half first", vec![&files[middle..], &files[..middle], &[]]),
    ];
    for (way, times) in ways {
        let (report, _) = visits(request, times);
        let now = said(&report);
        for part in expect.as_object().expect("a report").keys() {
            assert!(
                now[part] == expect[part],
                "{name}, {way}: {part} are\n{}\nand at once\n{}",
                only_of(&now[part], &expect[part]),
                only_of(&expect[part], &now[part])
            );
        }
    }
    // Given again, the same files make the case no larger.
    let kept = kept.expect("no more than can be kept");
    let again: Files = files.iter().map(|(name, bytes)| (format!("2-{name}"), bytes.clone())).collect();
    let (twice, larger) = visit(request.clone(), Some(kept.clone()), &again);
    assert_eq!(twice.totals, whole.totals, "{name} given twice");
    let larger = larger.expect("no more than can be kept");
    assert!(
        larger.len() < kept.len() + kept.len() / 8 + 2000,
        "{name}: {} after {}",
        larger.len(),
        kept.len()
    );
}

/// What a fixture is expected to give stands beside it.
fn is_golden(name: &str) -> bool {
    name.rsplit('.').next() == Some("json")
}

/// The elements that the other has not.
fn only_of(list: &Value, other: &Value) -> String {
    let (Some(list), Some(other)) = (list.as_array(), other.as_array()) else { return list.to_string() };
    list.iter().filter(|one| !other.contains(one)).map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn months_one_by_one_say_what_all_months_say_at_once() {
    let all = households();
    assert!(!all.is_empty());
    for household in &all {
        check(&household.name, &household.request(), &household.files());
    }
}

#[test]
fn so_it_is_for_lives_that_were_made_up() {
    for profile in PROFILES {
        let household: Household = made(&profile, 3);
        check(&household.name, &household.request(), &household.files());
    }
}

#[test]
fn so_it_is_for_stories_mails_and_every_layout_of_orders() {
    let read = |paths: Vec<std::path::PathBuf>| -> Files {
        let named = paths.into_iter().map(|path| {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            (name, std::fs::read(path).expect("a fixture"))
        });
        named.filter(|(name, _)| !is_golden(name)).collect()
    };
    for story in entries("stories").into_iter().filter(|path| path.is_dir()) {
        check(&story.display().to_string(), &request("2026-11-24"), &read(files_below(&story)));
    }
    for folder in entries("orders").into_iter().filter(|path| path.is_dir()) {
        check(&folder.display().to_string(), &request("2026-11-24"), &read(files_below(&folder)));
    }
    check("mails", &request("2026-11-22"), &read(files_below(&fixture("mails"))));
}

/// A value of a kind that no other test has would be lost, or make all of the case unreadable.
#[test]
fn what_any_statement_says_is_kept_and_read_back() {
    let mut files = 0;
    for path in files_below(&fixture("statements")).into_iter().chain(files_below(&fixture("documents"))) {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        if is_golden(&name) {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a fixture");
        let (report, kept) = visit(request("2026-11-22"), None, &[(name.clone(), bytes)]);
        let parsed = Session::new(Request { kept: kept.clone(), ..request("2026-11-22") });
        assert!(parsed.is_ok(), "{name}: {kept:?}");
        let (again, kept_again) = visit(request("2026-11-22"), kept.clone(), &[]);
        assert_eq!(said(&again), said(&report), "{name}");
        assert_eq!(kept_again, kept, "{name}");
        files += 1;
    }
    assert!(100 < files, "{files} files");
}

#[test]
fn twelve_exports_of_one_account_are_kept_as_one() {
    let row = |month: u32| {
        format!(
            "250-00000{month:02}-0000001,2026-{month:02}-05T01:00:00Z,見本の品 {month},JPY,{}\n",
            1000 + month
        )
    };
    let head = "Order ID,Order Date,Product Name,Currency,Total Owed\n";
    let mut kept = None;
    let mut lengths = Vec::new();
    for last in 1..=12 {
        let export = format!("{head}{}", (1..=last).map(row).collect::<String>());
        let statement = format!("利用日,利用店名,利用金額\n2026/{last:02}/06,AMAZON.CO.JP,{}\n", 1000 + last);
        let files =
            [("export.csv".to_owned(), export.into_bytes()), (format!("{last}.csv"), statement.into_bytes())];
        let (report, now) = visit(request("2026-12-22"), kept, &files);
        kept = now;
        lengths.push(kept.as_ref().expect("a little").len());
        assert_eq!(report.charges.len(), usize::try_from(last).expect("a few"));
        assert!(report.charges.iter().all(|charge| charge.verdict == "explained"), "{:?}", report.charges);
        assert_eq!(
            report.sources.iter().filter(|source| source.kind == "orders" && 0 < source.used).count(),
            1
        );
    }
    assert!(lengths[11] < lengths[0] * 12, "{lengths:?}");
}

#[test]
fn a_plan_that_ended_meanwhile_has_ended_whichever_export_came_first() {
    let head = "SubscriptionId,SubscriptionStatus,SubscriptionStatusDate,SubscriptionStartDate,ContractEndDate,NextBillDate,NextBillAmount,BaseCurrencyCode\n";
    let before =
        format!("{head}S-1,Active,2026-01-05T00:00:00Z,2026-01-05T00:00:00Z,,2026-10-05T00:00:00Z,600,JPY\n");
    let after = format!(
        "{head}S-1,Cancelled,2026-10-10T00:00:00Z,2026-01-05T00:00:00Z,2026-10-10T00:00:00Z,,600,JPY\n"
    );
    let (before, after) =
        (("a.csv".to_owned(), before.into_bytes()), ("b.csv".to_owned(), after.into_bytes()));
    for files in [[before.clone(), after.clone()], [after, before]] {
        let (_, kept) = visits(&request("2026-11-22"), files.chunks(1));
        let kept: Value = serde_json::from_str(&kept).expect("JSON");
        let plans = kept["read"]["reading"]["plans"].as_array().expect("plans").clone();
        assert_eq!(plans.iter().map(|plan| &plan["status"]).collect::<Vec<_>>(), ["Cancelled"]);
    }
}

#[test]
fn more_than_can_be_kept_is_not_kept() {
    let many = many(6000);
    let files = vec![
        ("statement.csv".to_owned(), many.statement.into_bytes()),
        ("orders.csv".to_owned(), many.orders.into_bytes()),
    ];
    let (report, kept) = visit(request(&many.today.to_string()), None, &files);
    assert_eq!((report.charges.len(), kept), (6000, None));
}

fn sizes(household: &Household) -> (usize, usize) {
    let (report, kept) = visit(household.request(), None, &household.files());
    (report.charges.len(), kept.expect("no more than can be kept").len())
}

#[test]
fn what_is_kept_is_small() {
    for household in households() {
        let (charges, bytes) = sizes(&household);
        assert!(bytes < 500_000, "{}: {bytes} bytes for {charges} charges", household.name);
        println!("{}: {charges} charges, {bytes} bytes", household.name);
    }
}

/// A case of before has only its report: what was judged stays, and the new month comes beside it.
#[test]
fn a_case_of_before_loses_nothing_by_a_new_month() {
    for household in households() {
        let (before, _) = visit(household.request(), None, &household.files());
        let kept = serde_json::to_string(&before).expect("JSON");
        let first = &before.charges[0];
        let head = "利用日,利用店名,利用金額\n";
        let day = first.date.clone().unwrap_or_default().replace('-', "/");
        let known = format!("{head}{day},{},{}\n", first.merchant, first.amount);
        let new = format!("{head}2026/11/19,AMAZON.CO.JP,4321\n");
        let files =
            [("known.csv", known), ("new.csv", new)].map(|(name, text)| (name.to_owned(), text.into_bytes()));
        let at_home = Request { region: "jp".to_owned(), ..household.request() };
        let (now, kept) = visit(at_home.clone(), Some(kept), &files);
        let is_same = |a: &mioboe_engine::ChargeReport, b: &mioboe_engine::ChargeReport| {
            (&a.date, &a.amount, &a.merchant, &a.verdict, &a.cause)
                == (&b.date, &b.amount, &b.merchant, &b.verdict, &b.cause)
        };
        for charge in before.charges.iter().skip(1) {
            assert!(now.charges.iter().any(|other| is_same(other, charge)), "{}: {charge:?}", household.name);
        }
        let is_there = now.charges.iter().any(|charge| charge.amount.starts_with("4321"));
        assert!(is_there, "{}: {:?}", household.name, now.sources);
        for order in &before.orders {
            assert!(now.orders.iter().any(|other| other.order_id == order.order_id), "{}", household.name);
        }
        sound(&household.name, &now);
        // On the next visit everything is there once more.
        let (again, _) = visit(at_home, kept, &[]);
        assert_eq!(said(&again), said(&now), "{}", household.name);
    }
}

/// Every index leads somewhere, rows and sums add up.
#[track_caller]
fn sound(name: &str, report: &Report) {
    let findings = u32::try_from(report.findings.len()).expect("a few");
    let mut ids: Vec<&str> = report.charges.iter().map(|charge| charge.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{name}");
    let known = |id: &String| ids.binary_search(&id.as_str()).is_ok();
    for charge in &report.charges {
        assert!(charge.findings.iter().all(|&at| at < findings), "{name}");
        assert!(report.sources.iter().any(|source| source.id == charge.source), "{name}");
    }
    assert!(report.findings.iter().flat_map(|finding| &finding.charges).all(known), "{name}");
    assert!(report.refunds.iter().filter_map(|refund| refund.charge.as_ref()).all(known), "{name}");
    for source in &report.sources {
        assert_eq!(
            source.rows,
            source.used + source.skipped.values().sum::<u32>(),
            "{name}: {}",
            source.name
        );
    }
    let parts = |totals: &mioboe_engine::TotalsReport| {
        let sum = |text: &String| text.parse::<rust_decimal::Decimal>().expect("a sum");
        (
            sum(&totals.charged),
            [&totals.explained, &totals.ask, &totals.flagged, &totals.not_covered, &totals.other]
                .map(sum)
                .iter()
                .sum(),
        )
    };
    for totals in report.totals.values() {
        let (charged, sum): (_, rust_decimal::Decimal) = parts(totals);
        assert_eq!(charged, sum, "{name}");
    }
}

/// What is kept may have been written by anybody: it is refused, or it is told like any file.
#[test]
fn what_was_kept_by_somebody_else_does_no_harm() {
    let household =
        households().into_iter().find(|one| one.name.starts_with("typical-01")).expect("a household");
    let (_, kept) = visit(household.request(), None, &household.files());
    let kept = kept.expect("no more than can be kept");
    let good: Value = serde_json::from_str(&kept).expect("JSON");
    let (mut refused, mut told) = (0, 0);
    let mut numbers = Numbers::new(7);
    for _ in 0..400 {
        let mut bad = good.clone();
        for _ in 0..=numbers.below(3) {
            damage(&mut bad, &mut numbers);
        }
        match Session::new(Request { kept: Some(bad.to_string()), ..household.request() }) {
            Err(error) => {
                assert_eq!(error, BadRequest::Kept);
                refused += 1;
            }
            Ok(session) => {
                let (report, holding) = session.report_and_holding();
                sound("damaged", &report);
                assert!(
                    !texts(&serde_json::to_value(&report).expect("JSON")).iter().any(|text| has_unseen(text))
                );
                assert!(
                    Session::new(Request { kept: holding.map(|one| one.to_json()), ..household.request() })
                        .is_ok()
                );
                told += 1;
            }
        }
    }
    println!("{refused} refused, {told} told");
    assert!(50 < refused && 25 < told, "{refused} refused, {told} told");
    for nothing in [
        "",
        "{}",
        "[]",
        "null",
        "{\"mioboeHolding\":2}",
        "{\"mioboeHolding\":1}",
        kept.strip_suffix('}').expect("JSON"),
    ] {
        let refused = Session::new(Request { kept: Some(nothing.to_owned()), ..request("2026-11-22") });
        assert!(refused.is_err_and(|error| error == BadRequest::Kept), "{nothing}");
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Puts another value in the place of one.
fn damage(value: &mut Value, numbers: &mut Numbers) {
    let values: Vec<&mut Value> = match value {
        Value::Array(values) if !values.is_empty() => values.iter_mut().collect(),
        Value::Object(fields) if !fields.is_empty() => fields.values_mut().collect(),
        _ => {
            *value = match numbers.below(30) {
                0 => json!("AMAZON\u{202e}PJ.OC\n- 2026/09/30 ¥1"),
                1 => json!(u64::from(u32::MAX)),
                2 => json!(-1),
                3 => json!("99999999999999999999999 JPY"),
                4 => json!("0001-01-01"),
                5 => json!("2026-11-31"),
                6 => json!("79228162514264337593543950335 JPY"),
                7 => json!([]),
                8 => Value::Null,
                9 => json!("+262142-12-31"),
                10 => json!("99999999999 JPY"),
                11 => json!("3 JPY"),
                // The same kind of value with another content.
                _ => match &*value {
                    Value::String(text) if text.ends_with(" JPY") => json!("77 JPY"),
                    Value::String(text) if text.len() == 10 && text.contains('-') => json!("2026-02-28"),
                    Value::String(text) => json!(format!("\u{2066}{text}")),
                    Value::Bool(is) => json!(!is),
                    other => other.clone(),
                },
            };
            return;
        }
    };
    let at = usize::try_from(numbers.below(values.len() as u64)).expect("an index");
    if let Some(one) = values.into_iter().nth(at) {
        damage(one, numbers);
    }
}

#[test]
fn names_that_would_turn_the_line_are_shown_as_those_of_files_are() {
    let name = "AMAZON\u{202e}PJ.OC";
    let statement = format!("利用日,利用店名,利用金額\n2026/11/19,{name},4321\n");
    let (_, kept) = visit(request("2026-11-22"), None, &[("a.csv".to_owned(), statement.into_bytes())]);
    let (report, _) = visit(request("2026-11-22"), kept, &[]);
    assert_eq!(report.charges[0].merchant, shown(name));
}
