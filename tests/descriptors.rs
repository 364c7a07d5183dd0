//! Merchant texts as banks print them, each with the service it means; also cut short, wrapped, in another case
//! or width. And no other shop of the households is ever called Amazon.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests fail by it")]

use std::fs;

use mioboe_reconcile::service_of;
use mioboe_tests::fixture;
use mioboe_tests::households::households;

/// The services of the table in the report's words.
fn expected(service: &str) -> &[&str] {
    match service {
        "retail" | "business" => &["amazon-retail"],
        "marketplace" => &["amazon-marketplace"],
        "digital" => &["amazon-digital"],
        "prime" | "business_prime" => &["amazon-prime"],
        "amazon_pay" => &["amazon-pay"],
        "aws" => &["aws"],
        "kindle" => &["kindle"],
        "audible" => &["audible"],
        "prime_video" => &["prime-video"],
        "grocery" => &["amazon-fresh"],
        "tip" | "whole_foods" => &["amazon-other"],
        other => panic!("{other}"),
    }
}

fn table() -> Vec<(String, String)> {
    let text = fs::read_to_string(fixture("descriptors/amazon.tsv")).expect("the table");
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        (cells[0].to_owned(), cells[2].to_owned())
    });
    rows.collect()
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            ' ' => '　',
            '!'..='~' => char::from_u32(c as u32 - 0x21 + 0xff01).unwrap_or(c),
            _ => c,
        })
        .collect()
}

#[test]
fn every_known_text_gets_its_service() {
    let mut wrong = Vec::new();
    for (text, service) in table() {
        let forms = [
            text.clone(),
            text.to_lowercase(),
            text.to_uppercase(),
            full_width(&text),
            format!("CHECKCARD 0803 {text}"),
            format!("POS 4567XX {text}"),
            format!("Visaデビット　785403　{text}"),
            format!("{text} 　 "),
        ];
        for form in forms {
            let given = service_of(&form).code();
            if !expected(&service).contains(&given) {
                wrong.push(format!("{form}: {given}, not {service}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Banks cut texts at 18 to 25 letters; what is left of the name must do.
#[test]
fn a_text_cut_short_keeps_its_service() {
    let mut wrong = Vec::new();
    for (text, service) in table() {
        let whole = text.chars().count();
        for length in [18, 20, 22, 25] {
            let names = ["amazon", "amzn", "audible", "kindle", "prime video", "wholefds", "aws"];
            let lower = text.to_lowercase();
            // Only a cut behind the name leaves something to know it by.
            let name_ends = names.iter().filter_map(|name| lower.find(name).map(|at| at + name.len())).min();
            if length >= whole
                || name_ends.is_none_or(|end| lower.get(..end).map_or(99, |t| t.chars().count()) + 8 > length)
            {
                continue;
            }
            let cut: String = text.chars().take(length).collect();
            let given = service_of(&cut).code();
            if !expected(&service).contains(&given) {
                wrong.push(format!("{cut}: {given}, not {service}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_other_shop_is_called_amazon() {
    for household in households() {
        let report = household.report();
        for row in household.truth.rows.iter().filter(|row| row.service == "other") {
            let source = report.sources.iter().find(|s| s.name == row.file).map(|s| s.id);
            let charge = report.charges.iter().find(|c| Some(c.source) == source && c.line == row.line);
            assert_eq!(charge.map(|c| c.service.as_str()), Some("other"), "{}:{}", row.file, row.line);
        }
    }
}
