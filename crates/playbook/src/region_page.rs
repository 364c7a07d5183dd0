//! Writes `docs/regions.md` from the data: a table for each region, with every limit, letter and contact by how it was paid, and
//! where each was seen.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use chrono::NaiveDate;
use mioboe_model::PaidBy;

use crate::deadline::{Charged, clocks, expected};
use crate::{Home, Region, StepId, contacts, letters};

const DEADLINES: &str = include_str!("../data/deadlines.toml");
const CONTACTS: &str = include_str!("../data/contacts.toml");

const NONE: &str = "none claimed";

/// Every region of the table that has facts of its own: laws, and countries under a law of several.
fn regions() -> Vec<&'static Home> {
    let own = |home: &&Home| {
        home.code == home.law.as_str() || contacts(home).any(|contact| contact.region == home.code)
    };
    let mut regions: Vec<&Home> = Home::all().filter(own).collect();
    regions.sort_by_key(|home| Region::ALL.iter().position(|law| *law == home.law));
    regions.push(Home::of("elsewhere"));
    regions
}

/// What is known of a fact besides what the program has.
fn row(file: &str, list: &str, id: &str) -> toml::Table {
    let table: toml::Table = toml::from_str(file).unwrap();
    let rows = table[list].as_array().unwrap();
    let row = rows.iter().find(|row| row["id"].as_str() == Some(id)).unwrap();
    row.as_table().unwrap().clone()
}

fn text<'a>(row: &'a toml::Table, key: &str) -> &'a str {
    row.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

/// `source (A, 2026-11-22)`.
fn seen(row: &toml::Table) -> String {
    format!("{} ({}, {})", text(row, "source"), text(row, "grade"), text(row, "date"))
}

fn length(row: &toml::Table) -> String {
    let number = |key: &str| row.get(key).and_then(toml::Value::as_integer);
    let from = match text(row, "starts") {
        "charge" => "from the charge",
        "statement-notice" => "from the statement’s notice",
        "statement-sent" => "from the sending of the statement",
        "notice-received" => "from the holder’s notice, for the other side",
        "provider-aware" => "from when the other side knows, for the other side",
        _ => return "what the holder bears at most".to_owned(),
    };
    let business = if row.get("business").is_some() { "business " } else { "" };
    let days = number("days").map(|days| (days, format!("{business}day")));
    let (number, unit) = days.or_else(|| Some((number("months")?, "month".to_owned()))).unwrap();
    format!("{number} {unit}{} {from}", if number == 1 { "" } else { "s" })
}

/// The law as this country has it.
fn law(row: &toml::Table, home: &Home) -> String {
    let national = row.get("national").and_then(|all| all.get(home.code)).and_then(toml::Value::as_table);
    let of_all = if text(row, "law").is_empty() { "terms of issuers" } else { text(row, "law") };
    national.map_or_else(
        || of_all.to_owned(),
        |own| format!("{}, as {} ({})", of_all, text(own, "law"), text(own, "source")),
    )
}

fn page() -> String {
    let mut page = "# Regions\n\n\
        Whose law, limits, letters and contacts a person is shown, by where their card is at home and how it was paid. Where nothing\n\
        stands, nothing is claimed: the plan then sends to the issuer’s own terms. For every card the first to call is the number on\n\
        its back. Each fact with where it was seen, its grade (A: official text; B: official text as others quote it) and day.\n\n\
        Written from `crates/playbook/data` by `UPDATE_GOLDEN=1 cargo test -p mioboe-playbook --features words`.\n"
        .to_owned();
    for home in regions() {
        write!(
            page,
            "\n## `{}`\n\nLaw: {}. Amazon: {}.\n\n| paid by | law | clock | seen | letter |\n|---|---|---|---|---|\n",
            home.code,
            if home.law == Region::Elsewhere { NONE } else { home.law.as_str() },
            home.site().unwrap_or("the country’s own, where it has one"),
        )
        .unwrap();
        for paid in PaidBy::ALL {
            let day = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
            let clocks = clocks(home, &[Charged { charge: 0, day, paid: Some(paid) }], None);
            let own = expected(home, |way| way == paid);
            let limits: Vec<&str> = clocks.iter().map(|clock| clock.id).chain(own).collect();
            let to_holder = |step| {
                matches!(
                    step,
                    StepId::ContactCardIssuer
                        | StepId::ContactPhoneCompany
                        | StepId::ContactPayLater
                        | StepId::CheckAppStore
                )
            };
            let letters: Vec<String> = letters(home.law, &[paid])
                .into_iter()
                .filter(|letter| to_holder(letter.step))
                .map(|letter| format!("`{}`", letter.id))
                .collect();
            let letters = if letters.is_empty() { NONE.to_owned() } else { letters.join(", ") };
            if limits.is_empty() {
                writeln!(page, "| {} | {NONE} | {NONE} | | {letters} |", paid.code()).unwrap();
            }
            for id in limits {
                let row = row(DEADLINES, "deadline", id);
                let (law, length, seen) = (law(&row, home), length(&row), seen(&row));
                writeln!(page, "| {} | {law} | {length} | {seen} | {letters} |", paid.code()).unwrap();
            }
        }
        let mut lines = contacts(home).peekable();
        if lines.peek().is_none() {
            writeln!(page, "\nContacts: {NONE}.").unwrap();
            continue;
        }
        page.push_str("\n| for the step | contact | seen |\n|---|---|---|\n");
        for contact in lines {
            let value = if contact.value.is_empty() { "to be found by the holder" } else { contact.value };
            let seen = seen(&row(CONTACTS, "contact", contact.id));
            writeln!(page, "| `{}` | `{}`: {value} | {seen} |", contact.step.as_str(), contact.id).unwrap();
        }
    }
    page
}

#[test]
fn the_published_table_of_regions_is_made_from_the_data() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/regions.md");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, page()).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(published == page(), "docs/regions.md is out of date: run with UPDATE_GOLDEN=1");
}

/// Whatever a home shows is its country's or its law's, and no other law shows the same.
#[test]
fn no_region_gets_anothers_law() {
    let day = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
    for home in Home::all().chain([Home::of("elsewhere")]) {
        let is_own = |id: &str, file: &str, list: &str| {
            let row = row(file, list, id);
            let region = text(&row, "region").to_owned();
            assert!(region == home.code || region == home.law.as_str(), "{}: {id} of {region}", home.code);
        };
        for paid in PaidBy::ALL {
            let clocks = clocks(home, &[Charged { charge: 0, day, paid: Some(paid) }], None);
            for id in clocks.iter().map(|clock| clock.id).chain(expected(home, |way| way == paid)) {
                is_own(id, DEADLINES, "deadline");
            }
            for letter in letters(home.law, &[paid]) {
                assert!(
                    letter.regions.is_empty()
                        || letter.regions.contains(&home.law)
                        || letter.regions.contains(&Region::Elsewhere),
                    "{}: {}",
                    home.code,
                    letter.id
                );
            }
        }
        for contact in contacts(home) {
            is_own(contact.id, CONTACTS, "contact");
        }
    }
    // The law of nobody names no law at all.
    let nowhere = Home::of("elsewhere");
    assert_eq!(contacts(nowhere).count(), 0);
    assert_eq!(expected(nowhere, |_| true).count(), 0);
}

/// A country that is offered has a body to turn to, a shop and a limit or a liability by law, or says that none is claimed.
#[test]
fn every_region_of_its_own_has_somebody_to_turn_to() {
    for home in regions() {
        let of = |step| contacts(home).any(|contact| contact.step == step);
        if home.code != "eu" && home.law != Region::Elsewhere {
            assert!(of(StepId::ConsumerHotline), "{}", home.code);
            assert!(home.site().is_some(), "{}", home.code);
        }
    }
}
