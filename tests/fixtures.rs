//! Every statement fixture is read as its golden says: `fixtures/statements/<format>/<file>` and `<file>.json` beside it.
//!
//! `UPDATE_GOLDEN=1` writes the goldens anew; a person reads the difference.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by it")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use mioboe_ingest::{Reader, formats_claiming, order_formats, statement_formats};
use mioboe_model::{Charge, Currency, Holder, Money, Reading, Source};
use mioboe_tests::entries;
use serde_json::{Value, json};

#[test]
fn fixtures_are_read_as_their_goldens_say() {
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    for (_, file) in fixtures() {
        let golden = golden_of(&file);
        let found = printed(&read(&file));
        if update {
            fs::write(&golden, &found).expect("a writable fixture folder");
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            wrong.push(format!("{}\n{found}", golden.display()));
        }
    }
    assert!(wrong.is_empty(), "run with UPDATE_GOLDEN=1 and read the difference:\n{}", wrong.join("\n"));
}

#[test]
fn every_fixture_is_claimed_by_exactly_one_format() {
    for (format, file) in fixtures() {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let claims = formats_claiming(&name, &fs::read(&file).expect("a fixture"));
        let expected: &[&str] = if format == "table" { &[] } else { &[&format] };
        assert_eq!(claims, expected, "{}", file.display());
    }
}

#[test]
fn every_format_has_a_fixture() {
    let with_fixture: Vec<String> = fixtures().into_iter().map(|(format, _)| format).collect();
    let without: Vec<_> = statement_formats()
        .into_iter()
        .map(|format| format.id)
        .filter(|id| !with_fixture.iter().any(|have| have == id))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn the_readme_says_how_many_layouts_are_read() {
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")).expect("a readme");
    let (statements, orders) = (statement_formats(), order_formats());
    let of_japan = statements.iter().filter(|format| format.region == "jp").count();
    for words in [
        format!("{} layouts of statements ({of_japan} of Japanese", statements.len()),
        format!("{} layouts of Amazon's data", orders.len()),
    ] {
        assert!(readme.replace('\n', " ").contains(&words), "README.md should say `{words}`");
    }
}

#[test]
fn rows_are_used_or_skipped() {
    for (_, file) in fixtures() {
        for source in read(&file).sources {
            assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>(), "{}", file.display());
        }
    }
}

#[test]
fn no_line_of_any_fixture_can_make_the_reader_fail() {
    for (_, file) in fixtures() {
        let bytes = fs::read(&file).expect("a fixture");
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        for cut in (0..bytes.len()).step_by(bytes.len() / 3 + 1) {
            let mut reader = Reader::default();
            reader.add(&name, &bytes[..cut]);
            reader.add(&name, &bytes[cut..]);
            reader.finish();
        }
    }
}

/// All fixtures with the format they are in.
fn fixtures() -> Vec<(String, PathBuf)> {
    let folders = entries("statements");
    let files = folders.iter().filter(|folder| folder.is_dir()).flat_map(|folder| {
        let format = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let files = entries(&format!("statements/{format}")).into_iter();
        files
            .filter(|file| file.extension().is_none_or(|extension| extension != "json"))
            .map(move |file| (format.clone(), file))
    });
    files.collect()
}

fn golden_of(file: &Path) -> PathBuf {
    let mut golden = file.as_os_str().to_owned();
    golden.push(".json");
    golden.into()
}

/// A person of the issuer's country reads it.
fn read(file: &Path) -> Reading {
    let format = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let region =
        statement_formats().iter().find(|known| known.id == format).map_or("jp", |known| known.region);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Tables are of no issuer: their names say where they are from.
    let region = if name.starts_with("us_") {
        "us"
    } else if name.starts_with("eu_") {
        "eu"
    } else {
        region
    };
    let home = match region {
        "us" if format == "table" => "USD",
        "eu" => "EUR",
        "au" => "AUD",
        "gb" => "GBP",
        "ca" => "CAD",
        _ => "JPY",
    };
    let mut reader = Reader::new(Currency::parse(home));
    reader.add(&name, &fs::read(file).expect("a fixture"));
    reader.finish()
}

/// One line a row, so that differences can be read.
fn printed(reading: &Reading) -> String {
    let mut lines: Vec<String> =
        reading.sources.iter().map(|source| source_line(source).to_string()).collect();
    lines.extend(reading.charges.iter().map(|charge| charge_line(charge).to_string()));
    format!("[\n  {}\n]\n", lines.join(",\n  "))
}

fn source_line(source: &Source) -> Value {
    let skipped: serde_json::Map<_, _> =
        source.skipped.iter().map(|(reason, count)| (reason.code().to_owned(), json!(count))).collect();
    let problems: Vec<_> = source
        .problems
        .iter()
        .map(|problem| json!([problem.line, problem.code.code(), problem.field, problem.text]))
        .collect();
    json!({
        "format": source.format, "encoding": source.encoding, "rows": source.rows, "used": source.used, "skipped": skipped,
        "from": source.from, "to": source.to, "card": source.card, "problems": problems,
    })
}

fn charge_line(charge: &Charge) -> Value {
    let money = |money: Money| format!("{} {}", money.plain(), money.currency());
    let holder = charge.holder.as_ref().map(|holder| match holder {
        Holder::Own(name) => format!("own: {name}"),
        Holder::Family(name) => format!("family: {name}"),
    });
    let mut line = json!({
        "line": charge.place.line, "date": charge.date, "merchant": charge.merchant, "amount": money(charge.amount),
    });
    let extra = [
        ("name", (charge.name != charge.merchant.trim()).then(|| json!(charge.name))),
        ("posted", charge.posted.map(|day| json!(day))),
        ("memo", (!charge.memo.is_empty()).then(|| json!(charge.memo))),
        ("foreign", charge.foreign.map(|sum| json!(money(sum)))),
        ("card", charge.card.as_ref().map(|card| json!(card))),
        ("holder", holder.map(|holder| json!(holder))),
        ("status", (charge.status == mioboe_model::Status::Pending).then(|| json!("pending"))),
        ("orderId", charge.order_id.as_ref().map(|order| json!(order.to_string()))),
    ];
    for (key, value) in extra {
        if let Some(value) = value {
            line[key] = value;
        }
    }
    line
}
