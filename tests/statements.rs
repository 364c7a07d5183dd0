//! What statements are known to trip over: rows given twice, spelled twice, undated, or said in another place.

#![expect(clippy::indexing_slicing, reason = "tests fail by it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use mioboe_ingest::Reader;
use mioboe_model::{Currency, ProblemCode, Reading, SkipReason, SourceKind};
use mioboe_tests::{files_below, fixture};
use serde::Deserialize;

const RAKUTEN_CLOSED: &str = "\"利用日\",\"利用店名・商品名\",\"利用者\",\"支払方法\",\"利用金額\",\"手数料/利息\",\"支払総額\",\"10月支払金額\",\"当月請求額\",\"11月繰越残高\",\"新規サイン\"\n";
const RAKUTEN_OPEN: &str = "\"利用日\",\"利用店名・商品名\",\"利用者\",\"支払方法\",\"利用金額\",\"手数料/利息\",\"支払総額\",\"支払月\",\"10月支払金額\",\"当月請求額\",\"11月繰越残高\",\"11月以降請求額\"\n";
const TABLE: &str = "日付,店名,金額\n";
const MONEY_FORWARD: &str = "計算対象,日付,内容,金額（円）,保有金融機関,大項目,中項目,メモ,振替,ID\n";
const VPASS: &str = "架空　太郎　様,4980-00**-****-****,Ａｍａｚｏｎマスター\n";

fn read(files: &[(&str, &str)]) -> Reading {
    let mut reader = Reader::default();
    for (name, text) in files {
        reader.add(name, text.as_bytes());
    }
    reader.finish()
}

/// Each charge as `file:line amount`, sorted, whatever order the files are given in.
#[track_caller]
fn check(files: &[(&str, &str)], expect: &[&str]) {
    let mut backwards = files.to_vec();
    backwards.reverse();
    for files in [files, &backwards] {
        let reading = read(files);
        let name: BTreeMap<_, _> =
            reading.sources.iter().map(|source| (source.id, source.name.as_str())).collect();
        let mut found: Vec<_> = reading
            .charges
            .iter()
            .map(|charge| {
                format!("{}:{} {}", name[&charge.place.source], charge.place.line, charge.amount.plain())
            })
            .collect();
        found.sort();
        assert_eq!(found, expect);
        for source in &reading.sources {
            assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>(), "{}", source.name);
        }
    }
}

#[test]
fn one_charge_spelled_two_ways_in_two_files_is_counted_once() {
    let open = format!(
        "{RAKUTEN_OPEN}\"2026/09/29\",\"海外利用　１　AMAZON DOWNLOADS\",\"本人\",\"1回払い\",\"805\",\"0\",\"805\",\"11月以降\",\"\",\"\",\"\",\"805\"\n"
    );
    let closed = format!(
        "{RAKUTEN_CLOSED}\"2026/09/29\",\"AMAZON DOWNLOADS利用国LUX\",\"本人*\",\"1回払い\",\"805\",\"0\",\"805\",\"805\",\"805\",\"0\",\"*\"\n"
    );
    // The closed month wins over the open one.
    check(
        &[("enavi202610(0000).csv", &open), ("enavi202611(0000).csv", &closed)],
        &["enavi202611(0000).csv:2 805"],
    );
    let reading = read(&[("open(0000).csv", &open), ("enavi202611(0000).csv", &closed)]);
    assert_eq!(reading.sources[0].skipped[&SkipReason::SeenInOtherFile], 1);
}

#[test]
fn twins_in_one_file_stay_two_and_a_third_in_another_file_is_new() {
    let row = "2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980,\n";
    let two = format!("{VPASS}{row}{row}");
    let three = format!("{VPASS}{row}{row}{row}");
    check(&[("a.csv", &two)], &["a.csv:2 3980", "a.csv:3 3980"]);
    check(&[("a.csv", &two), ("b.csv", &three)], &["b.csv:2 3980", "b.csv:3 3980", "b.csv:4 3980"]);
    check(&[("b.csv", &two), ("a.csv", &three)], &["a.csv:4 3980", "b.csv:2 3980", "b.csv:3 3980"]);
}

#[test]
fn one_file_given_twice_counts_once() {
    let file = format!(
        "{VPASS}2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980,\n,遅延損害金（ショッピング利用）,120,,,120,\n"
    );
    check(&[("202610.csv", &file), ("202610 (1).csv", &file)], &["202610.csv:2 3980", "202610.csv:3 120"]);
}

#[test]
fn the_same_row_on_two_cards_is_two() {
    let other = VPASS.replace("4980", "5302");
    let row = "2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980,\n";
    check(
        &[("a.csv", &format!("{VPASS}{row}")), ("b.csv", &format!("{other}{row}"))],
        &["a.csv:2 3980", "b.csv:2 3980"],
    );
}

#[test]
fn a_household_book_beside_the_cards_own_file_doubles_nothing() {
    let card = format!("{VPASS}2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980,\n");
    let book = format!(
        "{MONEY_FORWARD}1,2026/09/01,AMAZON.CO.JP,-3980,架空カード,日用品,,,0,a\n1,2026/09/02,見本書店,-500,現金,本,,,0,b\n"
    );
    check(&[("202610.csv", &card), ("book.csv", &book)], &["202610.csv:2 3980", "book.csv:3 500"]);
}

#[test]
fn a_household_book_alone_is_read_without_transfers_and_what_it_does_not_count() {
    let book = format!(
        "{MONEY_FORWARD}1,2026/09/01,AMAZON.CO.JP,-3980,架空カード,日用品,,,0,a\n0,2026/09/02,見本書店,-500,現金,本,,,0,b\n1,2026/09/03,チャージ,-1000,見本Pay,,,,1,c\n"
    );
    check(&[("book.csv", &book)], &["book.csv:2 3980"]);
}

#[test]
fn what_stands_under_cancellations_is_money_back_even_without_a_minus() {
    let rows = "\"2026/09/29\",\"AMAZON.CO.JP\",\"本人*\",\"1回払い\",\"805\",\"0\",\"805\",\"805\",\"805\",\"0\",\"*\"\n";
    let back = "\"■ご利用キャンセルなど\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n";
    check(&[("e.csv", &format!("{RAKUTEN_CLOSED}{rows}{back}{rows}"))], &["e.csv:2 805", "e.csv:4 -805"]);
    let minus = rows.replace("\"805\",\"0\",\"805\",\"805\"", "\"-805\",\"0\",\"-805\",\"-805\"");
    check(&[("e.csv", &format!("{RAKUTEN_CLOSED}{rows}{back}{minus}"))], &["e.csv:2 805", "e.csv:4 -805"]);
}

#[test]
fn every_kind_of_minus_is_money_back() {
    for minus in ["-805", "－805", "−805", "▲805", "△805", "-¥805", "￥-805"] {
        check(
            &[("t.csv", &format!("{TABLE}2026/09/01,見本書店,900\n2026/09/02,見本書店 返品,{minus}\n"))],
            &["t.csv:2 900", "t.csv:3 -805"],
        );
    }
}

#[test]
fn lines_are_physical_lines() {
    let table = format!(
        "\r\n\r\n{}\r\n2026/09/01,\"見本\r\n書店\",900\r\n\r\n2026/09/02,見本食堂,800\r\n",
        TABLE.trim_end()
    );
    check(&[("t.csv", &table)], &["t.csv:4 900", "t.csv:7 800"]);
    check(&[("t.csv", &table.replace("\r\n", "\r"))], &["t.csv:4 900", "t.csv:7 800"]);
}

#[test]
fn a_row_that_cannot_be_read_is_told_and_the_rest_is_read() {
    let reading = read(&[(
        "t.csv",
        &format!("{TABLE}2026/13/40,見本書店,900\n2026/09/02,見本食堂,八百\n2026/09/03,見本薬局,700\n"),
    )]);
    let source = &reading.sources[0];
    let problems: Vec<_> =
        source.problems.iter().map(|problem| (problem.line, problem.code, problem.text.as_deref())).collect();
    assert_eq!(
        problems,
        [
            (Some(2), ProblemCode::BadDate, Some("2026/13/40")),
            (Some(3), ProblemCode::BadAmount, Some("八百"))
        ]
    );
    assert_eq!((source.rows, source.used, source.skipped[&SkipReason::NotUnderstood]), (3, 1, 2));
}

#[test]
fn files_that_are_no_statement_say_what_they_are() {
    for (bytes, code) in [
        (b"".as_slice(), ProblemCode::EmptyFile),
        (b"\x89PNG\r\n\x1a\n", ProblemCode::Image),
        (b"%PDF-1.7 /Encrypt", ProblemCode::PdfNotHere),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ProblemCode::BrokenWorkbook),
        (b"7z\xbc\xaf\x27\x1c", ProblemCode::Unsupported),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", ProblemCode::WebPage),
        (b"\x00\x01\x02\x03", ProblemCode::NotText),
        ("蛻ｩ逕ｨ譌･,蛻ｩ逕ｨ蠎苓".as_bytes(), ProblemCode::Mojibake),
        (b"PK\x03\x04 broken", ProblemCode::BrokenZip),
        (b"Dear diary,\nnothing happened.\n", ProblemCode::UnknownLayout),
    ] {
        let mut reader = Reader::default();
        reader.add("202610.csv", bytes);
        let reading = reader.finish();
        let source = &reading.sources[0];
        assert_eq!(source.kind, SourceKind::Unreadable, "{code:?}");
        assert_eq!(source.problems[0].code, code);
    }
}

#[test]
fn a_file_that_ends_too_early_says_so_and_half_a_row_is_no_charge() {
    let rows = "2026/09/01,見本書店,900\n2026/09/02,見本食堂,800\n2026/09/03,見本薬局,70";
    let reading = read(&[("t.csv", &format!("{TABLE}{rows}"))]);
    assert_eq!(
        (reading.charges.len(), reading.sources[0].problems.len()),
        (3, 0),
        "no last line end is no harm"
    );
    let reading = read(&[("t.csv", &format!("{TABLE}{rows}\n2026/09/04,見本"))]);
    let source = &reading.sources[0];
    assert_eq!((source.rows, source.used, source.skipped[&SkipReason::NotUnderstood]), (4, 3, 1));
    assert_eq!((source.problems[0].code, source.problems[0].line), (ProblemCode::Truncated, Some(5)));
}

/// Cut after every byte: what is still read was in the whole file, and where a row is lost the file is said to be cut.
#[test]
fn files_that_banks_exchange_say_so_when_they_are_cut_and_half_a_sum_is_no_charge() {
    let (mut cuts, mut told) = (0, 0);
    for (format, files) in [
        ("ofx", ["bank.ofx", "chase_card.qfx"].as_slice()),
        ("qif", &["card.qif"]),
        ("mt940", &["bank.sta"]),
        ("camt", &["bank.xml"]),
    ] {
        for file in files {
            let bytes = fs::read(fixture(&format!("statements/{format}/{file}"))).expect("a fixture");
            let read = |bytes: &[u8]| {
                let mut reader = Reader::default();
                reader.add("a", bytes);
                reader.finish()
            };
            let rows = |reading: &Reading| -> BTreeSet<(u32, String)> {
                let charges = reading.charges.iter();
                charges.map(|charge| (charge.place.line, charge.amount.plain())).collect()
            };
            let whole = rows(&read(&bytes));
            for cut in 1..bytes.len() {
                let reading = read(&bytes[..cut]);
                let source = &reading.sources[0];
                if source.format.as_deref() != Some(format) {
                    continue;
                }
                let found = rows(&reading);
                assert!(found.is_subset(&whole), "{file}: {cut}: {found:?}");
                let is_told = source
                    .problems
                    .iter()
                    .any(|problem| problem.code == ProblemCode::Truncated && problem.line.is_some());
                // QIF has no end: cut behind a whole row, or above the first, it cannot be told from a whole file.
                let has_end = format == "ofx" || format == "camt";
                let at_row =
                    bytes[..cut].ends_with(b"\n") || matches!(bytes[cut], b'\r' | b'\n') || source.rows == 0;
                assert!(
                    is_told || found == whole || (!has_end && at_row),
                    "{file}: {cut}: {:?}",
                    source.problems
                );
                (cuts, told) = (cuts + 1, told + u32::from(is_told));
            }
        }
    }
    assert!(500 < told && told < cuts, "{told} of {cuts}");
}

/// Rows and charges of each file, counted by hand.
const PUBLIC: [(&str, u32, u32); 9] = [
    ("MitsubishiUfjBank.csv", 2, 1),
    ("SbiNetBank.csv", 3, 2),
    ("SevenCard.csv", 1, 1),
    ("amazon201810.csv", 1, 1),
    ("gold_point_card_plus201807.csv", 2, 2),
    ("mufg201808.csv", 1, 0),
    ("mufg202304.csv", 1, 1),
    ("pay_pay_card_202208.csv", 2, 1),
    ("sbi_sumishin_net_bank202201.csv", 5, 2),
];

#[test]
fn files_of_public_projects_lose_no_row_where_they_are_at_hand() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples/public");
    if !folder.is_dir() {
        println!("SKIPPED: {} is not here", folder.display());
        return;
    }
    for (name, rows, used) in PUBLIC {
        let mut reader = Reader::default();
        reader.add(name, &fs::read(folder.join("jp").join(name)).expect("a sample"));
        let reading = reader.finish();
        let source = &reading.sources[0];
        assert_eq!((source.rows, source.used, source.problems.len()), (rows, used, 0), "{name}: {source:?}");
    }
    let mut tables = 0;
    for path in files_below(&folder.join("amazon-headers")) {
        if path.extension().is_some_and(|extension| extension == "csv") {
            let claims = mioboe_ingest::formats_claiming("a.csv", &fs::read(&path).expect("a sample"));
            assert_eq!(claims.len(), 1, "{}: {claims:?}", path.display());
            tables += 1;
        }
    }
    println!("{} files and {tables} headings of public projects", PUBLIC.len());
}

#[test]
fn sums_of_no_named_currency_are_of_the_home_currency_unless_they_cannot_be() {
    let table = "Date,Description,Amount\n2026-09-14,AMAZON,12.99\n";
    assert_eq!(read(&[("t.csv", table)]).sources[0].problems[0].code, ProblemCode::BadCurrency);
    let mut reader = Reader::new(Currency::USD);
    reader.add("t.csv", table.as_bytes());
    assert_eq!(reader.finish().charges[0].amount.currency(), Currency::USD);
}

#[derive(Deserialize)]
struct Sample {
    rows: Vec<SampleRow>,
}

#[derive(Deserialize)]
struct SampleRow {
    date: Option<String>,
    merchant_raw: String,
    amount_jpy: i64,
}

#[test]
fn the_issuers_samples_read_as_expected() {
    let expected = fs::read(fixture("statements/samples-expected.json")).expect("the expected rows");
    let expected: BTreeMap<String, Sample> = serde_json::from_slice(&expected).expect("the expected rows");
    for (name, sample) in expected {
        let folder = mioboe_tests::entries("statements")
            .into_iter()
            .find(|folder| folder.join(&name).is_file())
            .expect("a folder");
        let mut reader = Reader::default();
        reader.add(&name, &fs::read(folder.join(&name)).expect("the sample"));
        let reading = reader.finish();
        let found: Vec<_> = reading
            .charges
            .iter()
            .map(|charge| {
                (charge.date.map(|date| date.to_string()), charge.merchant.clone(), charge.amount.plain())
            })
            .collect();
        let rows: Vec<_> = sample
            .rows
            .into_iter()
            .map(|row| (row.date, row.merchant_raw, row.amount_jpy.to_string()))
            .collect();
        assert_eq!(found, rows, "{name}");
    }
}
