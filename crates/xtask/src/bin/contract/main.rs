//! Writes what other programs rely on, from the Rust types: the report's JSON Schema, its TypeScript and its Python; and,
//! for people, the list of formats.
//!
//! `contract DIR` writes the files under DIR, at the places they have in the repository.

mod python;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mioboe_engine as engine;
use mioboe_ingest::{Format, order_formats, page_languages, statement_formats};
use mioboe_playbook::{Home, StepId, Words};
use tsify::Tsify;

fn main() -> Result<()> {
    let root = std::env::args_os().nth(1).context("say where to write")?;
    let root = Path::new(&root);
    write(root, "report.schema.json", &schema(&engine::schema())?)?;
    write(root, "case.schema.json", &schema(&engine::case_schema())?)?;
    write(root, "www/src/app/engine/report.ts", &typescript())?;
    write(root, "crates/python/python/mioboe/shapes.py", &python::shapes()?)?;
    write(root, "docs/formats.md", &formats()?)
}

fn write(root: &Path, path: &str, text: &str) -> Result<()> {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().context("every file has a folder")?)?;
    std::fs::write(&path, text).with_context(|| format!("writing {}", path.display()))
}

fn schema(schema: &impl serde::Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(schema)? + "\n")
}

fn typescript() -> String {
    let shapes = [
        engine::Request::DECL,
        engine::ChargeGiven::DECL,
        engine::Member::DECL,
        engine::AnswerGiven::DECL,
        engine::TableGiven::DECL,
        engine::Columns::DECL,
        engine::Report::DECL,
        engine::SourceReport::DECL,
        engine::ProblemReport::DECL,
        engine::RowToConfirm::DECL,
        engine::TableReport::DECL,
        engine::CellReport::DECL,
        engine::ChargeReport::DECL,
        engine::OrderRef::DECL,
        engine::OrderReport::DECL,
        engine::RenewalReport::DECL,
        engine::RefundReport::DECL,
        engine::MailReport::DECL,
        engine::MailReasonReport::DECL,
        engine::MailLinkReport::DECL,
        engine::FindingReport::DECL,
        engine::StepReport::DECL,
        engine::CoverageReport::DECL,
        engine::Span::DECL,
        engine::Gap::DECL,
        engine::TotalsReport::DECL,
        engine::Said::DECL,
        engine::AnswerSaid::DECL,
        engine::AnswerCode::DECL,
        engine::PaidSaid::DECL,
        engine::PaidCode::DECL,
        engine::StepSaid::DECL,
        engine::ContactSaid::DECL,
        engine::Case::DECL,
        engine::Law::DECL,
        engine::Group::DECL,
        engine::Together::DECL,
        engine::AnsweredCharge::DECL,
        engine::StepOfCharge::DECL,
        engine::Counts::DECL,
        engine::TileSums::DECL,
        engine::Headline::DECL,
        engine::HeadlineCode::DECL,
        engine::OpenBecause::DECL,
        engine::Plan::DECL,
        engine::PlanStep::DECL,
        engine::Standing::DECL,
        engine::ClockReport::DECL,
        engine::ClockFrom::DECL,
        engine::ContactReport::DECL,
        engine::Dispute::DECL,
        engine::Matter::DECL,
        engine::LetterReport::DECL,
        engine::Sum::DECL,
        engine::Traced::DECL,
        engine::Deed::DECL,
        engine::ComingRenewal::DECL,
        engine::UnseenRenewal::DECL,
        engine::EndingFiles::DECL,
        engine::ComingRefund::DECL,
        engine::RefundState::DECL,
        engine::PriceChange::DECL,
        engine::MoneyBack::DECL,
        engine::TimelineEntry::DECL,
        engine::EntryKind::DECL,
        engine::Reminder::DECL,
        engine::ReminderClock::DECL,
        engine::Remembered::DECL,
        engine::TextMeaning::DECL,
        engine::TextKind::DECL,
    ];
    let mut text = "// Request and report, what the person said, and the case. Written by `cargo xtask gen` from crates/engine: change the Rust types.\n".to_owned();
    for shape in shapes {
        text.push('\n');
        text.push_str(shape.trim());
        text.push('\n');
    }
    text.push_str(&tables());
    text
}

/// What the reference of findings and steps shows, and the choice of disputes.
fn tables() -> String {
    let list = |names: &mut dyn Iterator<Item = &str>| {
        names.map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ")
    };
    let mut text = String::from(
        "\n/** Every step, in the order in which steps of one time are named; and the findings that ask for it. */\n\
         export const STEPS: Readonly<Record<string, readonly string[]>> = {\n",
    );
    for step in StepId::ALL {
        let asking = list(&mut mioboe_playbook::rules_asking(*step));
        // Writing to a string does not fail.
        let _ = writeln!(text, "  '{}': [{asking}],", step.as_str());
    }
    text.push_str("};\n\n/** Every rule whose findings are shown, and what it asks for by itself. */\n");
    text.push_str("export const RULES: Readonly<Record<string, readonly (readonly [when: string, step: string])[]>> = {\n");
    for rule in mioboe_playbook::rules() {
        let advised = mioboe_playbook::advised_for(rule);
        let steps =
            advised.into_iter().map(|(when, step)| format!("['{}', '{}']", when.as_str(), step.as_str()));
        let _ = writeln!(text, "  '{rule}': [{}],", steps.collect::<Vec<_>>().join(", "));
    }
    text.push_str(
        "};\n\n/** Where people are at home: whose law counts, their money, and Amazon's shop there. */\n\
         export const HOMES: Readonly<Record<string, { readonly law: Law; readonly currency: string | null; readonly site: string | null }>> = {\n",
    );
    let quoted = |text: Option<&str>| text.map_or_else(|| "null".to_owned(), |text| format!("'{text}'"));
    for home in Home::all().chain([Home::of("elsewhere")]) {
        let (code, law) = (home.code, home.law.as_str());
        let (currency, site) = (quoted(home.currency), quoted(home.site()));
        let _ = writeln!(text, "  {code}: {{ law: '{law}', currency: {currency}, site: {site} }},");
    }
    text.push_str(
        "};\n\n/** Addresses and numbers for a step, by law or country; `issuer`: only for who has its card. */\n",
    );
    text.push_str("export const CONTACTS: readonly { readonly id: string; readonly region: string; readonly step: string; readonly issuer: string; readonly value: string; readonly date: string }[] = [\n");
    for contact in mioboe_playbook::all_contacts() {
        let mioboe_playbook::Contact { id, region, step, issuer, value, date, .. } = contact;
        let step = step.as_str();
        let _ = writeln!(
            text,
            "  {{ id: '{id}', region: '{region}', step: '{step}', issuer: '{issuer}', value: '{value}', date: '{date}' }},"
        );
    }
    let classes = list(&mut mioboe_playbook::dispute_classes());
    let _ = write!(
        text,
        "];\n\n/** Every class of dispute. */\nexport const DISPUTES: readonly string[] = [{classes}];\n"
    );
    text.push_str("\n/** Usual texts on statements, by the place where they are usual. */\n");
    text.push_str("export const USUAL_TEXTS: readonly (readonly [place: string, text: string])[] = [\n");
    for (place, shown) in engine::usual_texts() {
        let _ = writeln!(text, "  ['{place}', '{shown}'],");
    }
    text.push_str("];\n\n/** By what texts mean, where they were seen on statements: codes of countries and unions. */\n");
    text.push_str("export const SEEN: Readonly<Record<string, readonly string[]>> = {\n");
    for (says, places) in engine::places_seen() {
        let _ = writeln!(text, "  '{says}': [{}],", list(&mut places.iter().copied()));
    }
    text.push_str("};\n");
    text
}

/// Which part of the world a profile's `region` is, in the order of the page.
const REGIONS: [(&str, &str); 23] = [
    ("jp", "Japan"),
    ("us", "United States"),
    ("ca", "Canada"),
    ("gb", "United Kingdom"),
    ("ie", "Ireland"),
    ("de", "Germany"),
    ("at", "Austria"),
    ("ch", "Switzerland"),
    ("nl", "Netherlands"),
    ("be", "Belgium"),
    ("fr", "France"),
    ("it", "Italy"),
    ("es", "Spain"),
    ("se", "Sweden"),
    ("dk", "Denmark"),
    ("pl", "Poland"),
    ("cz", "Czechia"),
    ("hu", "Hungary"),
    ("br", "Brazil"),
    ("sg", "Singapore"),
    ("in", "India"),
    ("au", "Australia"),
    ("any", "Everywhere"),
];

fn formats() -> Result<String> {
    let (statements, orders) = (statement_formats(), order_formats());
    let mut page = format!(
        "# Formats\n\n\
         {} layouts of statements and {} of Amazon's data are known by what stands in them; names of files do not matter.\n\
         Any other table with a day, a name and a sum is read by the words of its heading.\n\n\
         Written by `cargo xtask gen` from `crates/ingest`: change the profiles. *Known from* says where the layout was seen;\n\
         *since* is the first year or month it is known of. How to add one: [CONTRIBUTING.md](../CONTRIBUTING.md).\n",
        statements.len(),
        orders.len(),
    );
    let words = [Words::new("en"), Words::new("ja")];
    for (region, name) in REGIONS {
        let of_region: Vec<&Format> = statements.iter().filter(|format| format.region == region).collect();
        section(&mut page, &format!("Statements: {name}"), &of_region, &words)?;
    }
    let listed =
        statements.iter().filter(|format| REGIONS.iter().any(|(region, _)| *region == format.region));
    if listed.count() != statements.len() {
        bail!("a profile has a region that the page of formats does not know");
    }
    section(
        &mut page,
        "Amazon's data, and what tools save of it",
        &orders.iter().collect::<Vec<_>>(),
        &words,
    )?;
    pages_by_site(&mut page)?;
    Ok(page)
}

/// Amazon's own pages are the same three on every site, in its words.
fn pages_by_site(page: &mut String) -> Result<()> {
    page.push_str(
        "\n## Amazon's own pages, by site\n\n\
         Each of the three is read on every site below. In a browser: select all, copy, paste; or save the page (*HTML only* will\n\
         do); or print it into a PDF.\n\n\
         * **Your Orders** (`amazon-order-list`): Account → Your Orders, each year a page.\n\
         * **One order** (`amazon-order-details`): Your Orders → View order details, or Invoice (領収書等). It has parcels, points,\n  \
         vouchers, refunds and, on older orders, the charges of each card.\n\
         * **Transactions** (`amazon-transactions`): Account → Your Payments → Transactions. The best evidence of a charge there is.\n\n\
         | language | sites | words known from |\n|---|---|---|\n",
    );
    for (language, sites, seen) in page_languages() {
        writeln!(page, "| {language} | {} | {} |", sites.join("; "), seen.join("; "))?;
    }
    Ok(())
}

fn section(page: &mut String, title: &str, formats: &[&Format], words: &[Words; 2]) -> Result<()> {
    if formats.is_empty() {
        return Ok(());
    }
    write!(
        page,
        "\n## {title}\n\n| format | what it is | written by | how to get it | since | known from |\n|---|---|---|---|---|---|\n"
    )?;
    for format in formats {
        let name = format!("format-{}", format.id);
        let [en, ja] = words.each_ref().map(|words| words.text(&name, &BTreeMap::new()));
        let en = en.with_context(|| format!("no English word for {name}"))?;
        let ja = ja.with_context(|| format!("no Japanese word for {name}"))?;
        let name = if en == ja { en } else { format!("{en} / {ja}") };
        let cells = [
            &format!("`{}`", format.id),
            &name,
            format.issuer,
            format.download,
            format.since,
            &format.seen.join("; "),
        ];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        writeln!(page, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}
