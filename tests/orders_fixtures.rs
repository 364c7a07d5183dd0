//! Amazon's files: each folder of `fixtures/orders` is read as one person's files, and as its golden says.
//!
//! `UPDATE_GOLDEN=1` writes the goldens anew; a person reads the difference.

#![expect(clippy::expect_used, clippy::too_many_lines, reason = "tests fail by it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use mioboe_ingest::{Reader, formats_claiming, order_formats};
use mioboe_model::{Money, OrderId, PayLegs, Place, Reading, When};
use mioboe_tests::{entries, fixture};

#[test]
fn each_folder_is_read_as_its_golden_says() {
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    for folder in folders() {
        let golden = folder.with_extension("txt");
        let found = printed(&read(&files(&folder)));
        if update {
            fs::write(&golden, &found).expect("a writable fixture folder");
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            wrong.push(format!("{}\n{found}", golden.display()));
        }
    }
    assert!(wrong.is_empty(), "run with UPDATE_GOLDEN=1 and read the difference:\n{}", wrong.join("\n"));
}

#[test]
fn the_order_of_files_changes_nothing() {
    let all: Vec<PathBuf> = folders().iter().flat_map(|folder| files(folder)).collect();
    let backwards: Vec<PathBuf> = all.iter().rev().cloned().collect();
    let sorted = |files: &[PathBuf]| {
        let text = printed(&read(files));
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&all), sorted(&backwards));
}

#[test]
fn every_file_given_twice_counts_once() {
    for folder in
        folders().into_iter().filter(|folder| !folder.ends_with("mail") && !folder.ends_with("account"))
    {
        let once = files(&folder);
        let twice: Vec<PathBuf> = once.iter().chain(&once).cloned().collect();
        let values = |files: &[PathBuf]| {
            let text = printed(&read(files));
            let mut lines: Vec<String> =
                text.lines().filter(|line| !line.starts_with("source")).map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(values(&once), values(&twice), "{}", folder.display());
    }
}

#[test]
fn every_file_is_claimed_by_exactly_one_format() {
    for file in folders().iter().flat_map(|folder| files(folder)) {
        let claims = formats_claiming(&name_of(&file), &fs::read(&file).expect("a fixture"));
        assert_eq!(claims.len(), 1, "{}: {claims:?}", file.display());
    }
}

/// The formats of Amazon's own pages.
const PAGES: [&str; 3] = ["amazon-transactions", "amazon-order-list", "amazon-order-details"];

/// The lines without some of them, and with two parts of them changed about.
#[expect(clippy::indexing_slicing, reason = "the places are counted from the lines themselves")]
fn damaged(lines: &[&str]) -> Vec<String> {
    let mut texts = Vec::new();
    for size in [1, 2, 5] {
        for at in (0..lines.len()).step_by(size) {
            let end = (at + size).min(lines.len());
            texts.push([&lines[..at], &lines[end..]].concat().join("\n"));
            let next = (end + size).min(lines.len());
            texts
                .push([&lines[..at], &lines[end..next], &lines[at..end], &lines[next..]].concat().join("\n"));
        }
    }
    texts
}

#[test]
fn a_page_without_a_block_or_with_two_changed_about_is_no_other_page() {
    let (mut pages, mut wrong) = (0, Vec::new());
    for file in folders().iter().flat_map(|folder| files(folder)) {
        let (name, bytes) = (name_of(&file), fs::read(&file).expect("a fixture"));
        let Some(&format) = formats_claiming(&name, &bytes).first().filter(|format| PAGES.contains(format))
        else {
            continue;
        };
        pages += 1;
        let text = String::from_utf8(bytes).expect("UTF-8");
        let lines: Vec<&str> = text.lines().collect();
        for damaged in damaged(&lines) {
            let claims = formats_claiming(&name, damaged.as_bytes());
            if !claims.is_empty() && claims != [format] {
                wrong.push(format!("{}: {format} is claimed as {claims:?}:\n{damaged}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} pages:\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(pages > 40, "{pages}");
}

#[test]
fn every_format_has_a_fixture() {
    let files: Vec<PathBuf> = folders().iter().flat_map(|folder| files(folder)).collect();
    let have: Vec<&str> = files
        .iter()
        .flat_map(|file| formats_claiming(&name_of(file), &fs::read(file).expect("a fixture")))
        .collect();
    let without: Vec<_> =
        order_formats().iter().map(|format| format.id).filter(|id| !have.contains(id)).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn rows_are_used_or_skipped() {
    for folder in folders() {
        for source in read(&files(&folder)).sources {
            assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>(), "{}", source.name);
        }
    }
}

#[test]
fn a_file_cut_anywhere_or_with_any_byte_changed_is_read_without_failing() {
    for file in folders().iter().flat_map(|folder| files(folder)) {
        let (name, whole) = (name_of(&file), fs::read(&file).expect("a fixture"));
        for at in (0..whole.len()).step_by(whole.len() / 6 + 1) {
            let mut changed = whole.clone();
            changed[at] = changed[at].wrapping_add(u8::try_from(at % 251).unwrap()).wrapping_add(1);
            let mut reader = Reader::default();
            reader.add(&name, &whole[..at]);
            reader.add(&name, &whole[at..]);
            reader.add(&name, &changed);
            for source in reader.finish().sources {
                assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>(), "{name} at {at}");
            }
        }
    }
}

#[test]
fn every_order_that_a_household_speaks_of_is_found_with_its_sum() {
    for case in entries("cases").into_iter().filter(|path| path.is_dir()) {
        let reading = read(&files(&case));
        let lines = reading.orders.iter().map(|line| (&line.order_id, line.total));
        let digital = reading.digital.iter().map(|order| (&order.order_id, order.total));
        let mut sums: BTreeMap<String, Money> = BTreeMap::new();
        for (order_id, total) in lines.chain(digital) {
            let id = order_id.to_string();
            let sum = sums.get(&id).map_or(Some(total), |sum| sum.plus(total)).expect("one currency");
            sums.insert(id, sum);
        }
        let listed: BTreeSet<String> =
            reading.payments.iter().flat_map(|it| &it.order_ids).map(ToString::to_string).collect();
        let truth = fs::read_to_string(case.join("truth.json")).expect("a truth");
        let truth: serde_json::Value = serde_json::from_str(&truth).expect("JSON");
        for row in truth["rows"].as_array().expect("rows") {
            let ids = row["orders"].as_array().expect("orders").iter().filter_map(|id| id.as_str());
            // Of what only Amazon's list of charges names, no file tells the sum.
            let ids: Vec<&str> = ids.filter(|&id| !listed.contains(id) || sums.contains_key(id)).collect();
            let found: Vec<Money> = ids.iter().filter_map(|&id| sums.get(id).copied()).collect();
            assert_eq!(found.len(), ids.len(), "{}: {row}", case.display());
            let is_whole = matches!(row["cause"].as_str(), Some("order" | "digital-order" | "subscription"));
            if let ([sum], true) = (found.as_slice(), is_whole) {
                assert_eq!(Some(sum.plain().as_str()), row["amount"].as_str(), "{}: {row}", case.display());
            }
        }
    }
}

fn folders() -> Vec<PathBuf> {
    entries("orders").into_iter().filter(|path| path.is_dir()).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let folder = folder.strip_prefix(fixture("")).expect("a fixture");
    entries(&folder.to_string_lossy())
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(files: &[PathBuf]) -> Reading {
    let mut reader = Reader::default();
    for file in files {
        reader.add(&name_of(file), &fs::read(file).expect("a fixture"));
    }
    reader.finish()
}

/// One line a value, the sources by name.
fn printed(reading: &Reading) -> String {
    let mut text = String::new();
    let mut line = |parts: &[&str]| {
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        writeln!(text, "{}", parts.join(" | ")).expect("a string");
    };
    let place = |place: &Place| {
        let source = reading.sources.iter().find(|source| source.id == place.source).expect("a source");
        format!("{}:{}", source.name, place.line)
    };
    for source in &reading.sources {
        let skipped: Vec<String> =
            source.skipped.iter().map(|(reason, count)| format!("{} {count}", reason.code())).collect();
        let problems: Vec<String> = source
            .problems
            .iter()
            .map(|problem| {
                format!(
                    "{}:{} {:?} {:?}",
                    problem.line.unwrap_or(0),
                    problem.code.code(),
                    problem.field,
                    problem.text
                )
            })
            .collect();
        line(&[
            &format!("source {} {:?} {}", source.name, source.kind, source.format.as_deref().unwrap_or("-")),
            &format!("rows {} used {}", source.rows, source.used),
            &skipped.join(", "),
            &format!("{:?}..{:?}", source.from, source.to),
            &problems.join("; "),
        ]);
    }
    for order in &reading.orders {
        let shipped: Vec<String> = order.shipped.iter().map(|&when| moment(when)).collect();
        line(&[
            &format!("order {} {} {:?}", order.order_id, money(order.total), order.status),
            &place(&order.place),
            &format!("ordered {}", order.ordered.map(moment).unwrap_or_default()),
            &format!("shipped {}", shipped.join(" ")),
            &format!("{} x{:?}", order.item, order.quantity),
            &legs(&order.pay),
            order.seller.as_deref().unwrap_or_default(),
            if order.scheduled { "scheduled" } else { "" },
        ]);
    }
    for order in &reading.digital {
        let places: Vec<String> = order.places.iter().map(place).collect();
        line(&[
            &format!(
                "digital {} {} {:?} {:?}",
                order.order_id,
                money(order.total),
                order.status,
                order.renewal
            ),
            &places.join(" "),
            &moment(order.ordered),
            &order.item,
            order.seller.as_deref().unwrap_or_default(),
        ]);
    }
    for refund in &reading.refunds {
        line(&[
            &format!("refund {} {} {:?}", refund.order_id, money(refund.amount), refund.status),
            &place(&refund.place),
            &moment(refund.when),
            if refund.to_balance { "to balance" } else { "" },
            refund.reason.as_deref().unwrap_or_default(),
        ]);
    }
    for payment in &reading.payments {
        let ids: Vec<String> = payment.order_ids.iter().map(OrderId::to_string).collect();
        line(&[
            &format!("payment {} {}", ids.join("+"), money(payment.amount)),
            &place(&payment.place),
            &moment(payment.day),
            payment.card.as_deref().unwrap_or_default(),
        ]);
    }
    for period in &reading.periods {
        line(&[
            &format!("period {}", period.plan),
            &place(&period.place),
            &format!("{} to {}", moment(period.from), period.to.map(moment).unwrap_or_default()),
            &period.amount.map(money).unwrap_or_default(),
            &period.order_id.as_ref().map(ToString::to_string).unwrap_or_default(),
        ]);
    }
    for plan in &reading.plans {
        line(&[
            &format!("plan {} {}", plan.plan, plan.status),
            &place(&plan.place),
            &format!("since {}", plan.since.map(moment).unwrap_or_default()),
            &format!("ended {}", plan.ended.map(moment).unwrap_or_default()),
            &format!("next {}", plan.next_bill.map(moment).unwrap_or_default()),
            &plan.next_amount.map(money).unwrap_or_default(),
        ]);
    }
    for event in &reading.events {
        line(&[
            &format!("event {:?} {}", event.kind, event.what),
            &place(&event.place),
            &event.when.map(moment).unwrap_or_default(),
        ]);
    }
    for mail in &reading.mails {
        let links: Vec<String> =
            mail.links.iter().map(|link| format!("{} -> {}", link.text, link.target)).collect();
        let ids: Vec<String> = mail.order_ids.iter().map(OrderId::to_string).collect();
        line(&[
            &format!("mail {} <{}> {}", mail.from_name, mail.from_address, mail.subject),
            &place(&mail.place),
            &format!("{:?}", mail.date),
            mail.reply_to.as_deref().unwrap_or_default(),
            &format!("{:?} {:?} {:?}", mail.auth.spf, mail.auth.dkim, mail.auth.dmarc),
            &links.join(" "),
            &ids.join(" "),
        ]);
    }
    text
}

fn money(money: Money) -> String {
    format!("{} {}", money.plain(), money.currency())
}

fn moment(when: When) -> String {
    match when {
        When::Instant(instant) => instant.to_rfc3339(),
        When::Day(day) => day.to_string(),
    }
}

fn legs(pay: &PayLegs) -> String {
    if !pay.known {
        return "paid ?".to_owned();
    }
    format!("paid {}{}", pay.cards.join("+"), if pay.balance { " balance" } else { "" })
}
