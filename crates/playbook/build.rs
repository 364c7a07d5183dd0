//! Turns the tables of `data` into Rust data, so that the browser gets no TOML parser, and lists the languages: a folder of
//! `locales` is one.

mod languages;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use serde::de::DeserializeOwned;

fn main() -> Result<(), Box<dyn Error>> {
    let advice = advice(&read("data/advice.toml")?)?;
    let out = env::var("OUT_DIR")?;
    let write = |file: &str, code: String| fs::write(Path::new(&out).join(file), code);
    write("advice.rs", advice)?;
    write("deadlines.rs", deadlines(&read("data/deadlines.toml")?)?)?;
    write("regions.rs", regions(&read("data/regions.toml")?)?)?;
    write("contacts.rs", contacts(&read("data/contacts.toml")?)?)?;
    write("letters.rs", letters(&read("data/letters.toml")?)?)?;
    write("money_back.rs", money_back(&read("data/money-back.toml")?)?)?;
    fs::write(Path::new(&out).join("languages.rs"), languages(Path::new("locales"))?)?;
    Ok(())
}

fn read<T: DeserializeOwned>(path: &str) -> Result<T, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    toml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{path}: {error}").into())
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Advice {
    order: Vec<String>,
    unexplained: Vec<String>,
    open: Vec<String>,
    instead: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    only_if: BTreeMap<String, Vec<String>>,
    situation: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    rule: BTreeMap<String, Rule>,
    said: BTreeMap<String, Rule>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Rule {
    now: Vec<String>,
    today: Vec<String>,
    this_week: Vec<String>,
    monthly: Vec<String>,
    beside_unexplained: BTreeMap<String, Vec<String>>,
}

/// Names of times and steps become variants: a name that is none does not compile.
fn advice(advice: &Advice) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    for (list, rules) in [("RULES", &advice.rule), ("SAID", &advice.said)] {
        writeln!(code, "static {list}: &[RuleAdvice] = &[")?;
        for (name, rule) in rules {
            let unexplained = advice.unexplained.contains(name);
            let open = advice.open.contains(name);
            let steps = [
                ("now", &rule.now),
                ("today", &rule.today),
                ("this-week", &rule.this_week),
                ("monthly", &rule.monthly),
            ];
            let steps = timed(steps.into_iter());
            let beside = timed(rule.beside_unexplained.iter().map(|(when, steps)| (when.as_str(), steps)));
            writeln!(
                code,
                "    RuleAdvice {{ name: {name:?}, unexplained: {unexplained}, open: {open}, steps: &[{steps}], beside_unexplained: &[{beside}] }},"
            )?;
        }
        code.push_str("];\n");
    }
    code.push_str("static INSTEAD: &[(&str, StepId, &[StepId])] = &[\n");
    for (paid_by, of_steps) in &advice.instead {
        for (step, others) in of_steps {
            writeln!(code, "    ({paid_by:?}, StepId::{}, &[{}]),", variant(step), steps(others))?;
        }
    }
    code.push_str("];\n");
    for (name, steps) in &advice.situation {
        let steps = timed(steps.iter().map(|(when, steps)| (when.as_str(), steps)));
        writeln!(code, "pub(crate) static {}: &[(When, StepId)] = &[{steps}];", constant(name))?;
    }
    for (name, steps) in &advice.only_if {
        writeln!(
            code,
            "pub(crate) static ONLY_IF_{}: &[StepId] = &[{}];",
            constant(name),
            self::steps(steps)
        )?;
    }
    writeln!(code, "#[cfg(test)]\nstatic ORDER: &[StepId] = &[{}];", steps(&advice.order))?;
    let is_known = |name: &String| advice.rule.contains_key(name) || advice.said.contains_key(name);
    if let Some(unknown) = advice.unexplained.iter().chain(&advice.open).find(|name| !is_known(name)) {
        return Err(format!("data/advice.toml: `{unknown}` is no rule").into());
    }
    Ok(code)
}

fn steps(names: &[String]) -> String {
    let steps: Vec<String> = names.iter().map(|step| format!("StepId::{}", variant(step))).collect();
    steps.join(", ")
}

fn timed<'a>(times: impl Iterator<Item = (&'a str, &'a Vec<String>)>) -> String {
    let advised: Vec<String> = times
        .flat_map(|(when, steps)| steps.iter().map(move |step| (when, step)))
        .map(|(when, step)| format!("(When::{}, StepId::{})", variant(when), variant(step)))
        .collect();
    advised.join(", ")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Deadlines {
    deadline: Vec<Deadline>,
}

/// Source and grade are for who looks them up.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Deadline {
    id: String,
    region: String,
    days: Option<u32>,
    months: Option<u32>,
    starts: String,
    #[serde(default)]
    varies: bool,
    paid: Vec<String>,
}

/// What the limits of the holder count from. All others are the issuer's own.
const COUNTED: [&str; 3] = ["charge", "statement-notice", "statement-sent"];

fn deadlines(deadlines: &Deadlines) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("static LIMITS: &[Limit] = &[\n");
    let mut own = String::from("];\nstatic EXPECTED: &[Expected] = &[\n");
    for Deadline { id, region, days, months, starts, varies, paid } in &deadlines.deadline {
        let length = match (days, months) {
            (Some(days), None) => format!("Length::Days({days})"),
            (None, Some(months)) => format!("Length::Months({months})"),
            (None, None) if starts == "liability" => String::new(),
            _ => return Err("data/deadlines.toml: a limit has either days or months".into()),
        };
        let paid: Vec<String> = paid.iter().map(|paid| format!("PaidBy::{}", variant(paid))).collect();
        let paid = paid.join(", ");
        if COUNTED.contains(&starts.as_str()) {
            writeln!(
                code,
                "    Limit {{ id: {id:?}, region: {region:?}, length: {length}, from: From::{}, varies: {varies}, paid: &[{paid}] }},",
                if starts == "charge" { "Charge" } else { "Statement" },
            )?;
        } else if ["notice-received", "provider-aware", "liability"].contains(&starts.as_str()) {
            writeln!(own, "    Expected {{ id: {id:?}, region: {region:?}, paid: &[{paid}] }},")?;
        } else {
            return Err(format!("data/deadlines.toml: nothing counts from `{starts}`").into());
        }
    }
    Ok(code + &own + "];\n")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Home {
    #[serde(default)]
    law: Option<String>,
    #[serde(default)]
    currency: Option<String>,
    #[serde(default)]
    site: Option<String>,
}

fn regions(homes: &BTreeMap<String, Home>) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("static HOMES: &[Home] = &[\n");
    for (region, Home { law, currency, .. }) in homes {
        let law = variant(law.as_deref().unwrap_or("elsewhere"));
        writeln!(code, "    Home {{ code: {region:?}, law: Region::{law}, currency: {currency:?} }},")?;
    }
    code.push_str("];\nstatic SITES: &[(&str, &str)] = &[\n");
    for (region, site) in homes.iter().filter_map(|(region, home)| Some((region, home.site.as_ref()?))) {
        writeln!(code, "    ({region:?}, {site:?}),")?;
    }
    code.push_str("];\n");
    Ok(code)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contacts {
    contact: Vec<Contact>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Contact {
    id: String,
    region: String,
    step: String,
    kind: String,
    #[serde(default)]
    issuer: String,
    #[serde(default)]
    value: String,
    date: String,
}

fn contacts(contacts: &Contacts) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("static CONTACTS: &[Contact] = &[\n");
    for Contact { id, region, step, kind, issuer, value, date } in &contacts.contact {
        writeln!(
            code,
            "    Contact {{ id: {id:?}, region: {region:?}, step: StepId::{}, kind: {kind:?}, issuer: {issuer:?}, value: {value:?}, date: {date:?} }},",
            variant(step)
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    fact: Vec<Fact>,
}

#[derive(Deserialize)]
struct Fact {
    id: String,
    region: String,
    findings: Vec<String>,
    date: String,
}

fn money_back(facts: &Facts) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("static MONEY_BACK: &[MoneyBack] = &[\n");
    for Fact { id, region, findings, date } in &facts.fact {
        writeln!(
            code,
            "    MoneyBack {{ id: {id:?}, region: {region:?}, findings: &{findings:?}, date: {date:?} }},"
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Letters {
    dispute: BTreeMap<String, Dispute>,
    letter: Vec<Letter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dispute {
    rules: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Letter {
    id: String,
    step: String,
    form: String,
    #[serde(default)]
    regions: Vec<String>,
    #[serde(default)]
    paid: Vec<String>,
    #[serde(default)]
    written_in: Option<String>,
    variables: Vec<String>,
}

fn letters(letters: &Letters) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("static DISPUTES: &[(&str, &[&str])] = &[\n");
    for (class, Dispute { rules }) in &letters.dispute {
        writeln!(code, "    ({class:?}, &{rules:?}),")?;
    }
    code.push_str("];\nstatic LETTERS: &[Letter] = &[\n");
    for Letter { id, step, form, regions, paid, written_in, variables } in &letters.letter {
        let regions: Vec<String> =
            regions.iter().map(|region| format!("Region::{}", variant(region))).collect();
        let paid: Vec<String> = paid.iter().map(|paid| format!("PaidBy::{}", variant(paid))).collect();
        writeln!(
            code,
            "    Letter {{ id: {id:?}, step: StepId::{}, form: {form:?}, regions: &[{}], paid: &[{}], written_in: {written_in:?}, variables: &{variables:?} }},",
            variant(step),
            regions.join(", "),
            paid.join(", ")
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// Each language by its tag, with its catalogues.
fn languages(locales: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", locales.display());
    let mut code = String::from("static LANGUAGES: &[Language] = &[\n");
    for languages::Folder { tag, catalogues } in languages::folders(locales)? {
        writeln!(code, "    Language {{ tag: {tag:?}, catalogues: &[")?;
        for file in catalogues {
            let path = format!("/{}", file.display()).replace('\\', "/");
            writeln!(code, "        include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})),")?;
        }
        code.push_str("    ] },\n");
    }
    code.push_str("];\n");
    Ok(code)
}

/// `this-week` → `ThisWeek`.
fn variant(name: &str) -> String {
    name.split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

/// `this-week` → `THIS_WEEK`.
fn constant(name: &str) -> String {
    name.replace('-', "_").to_ascii_uppercase()
}
