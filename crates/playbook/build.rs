//! Turns `data/advice.toml` and `data/deadlines.toml` into Rust data, so that the browser gets no TOML parser, and lists the
//! languages: a folder of `locales` is one.

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
    let deadlines = deadlines(&read("data/deadlines.toml")?)?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("advice.rs"), advice)?;
    fs::write(Path::new(&out).join("deadlines.rs"), deadlines)?;
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
    let mut code = String::from("static RULES: &[RuleAdvice] = &[\n");
    for (name, rule) in &advice.rule {
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
    for (name, steps) in &advice.situation {
        let steps = timed(steps.iter().map(|(when, steps)| (when.as_str(), steps)));
        writeln!(code, "pub(crate) static {}: &[(When, StepId)] = &[{steps}];", constant(name))?;
    }
    for (name, steps) in &advice.only_if {
        let steps: Vec<String> = steps.iter().map(|step| format!("StepId::{}", variant(step))).collect();
        writeln!(code, "pub(crate) static ONLY_IF_{}: &[StepId] = &[{}];", constant(name), steps.join(", "))?;
    }
    code.push_str("static INSTEAD: &[(&str, StepId, &[StepId])] = &[\n");
    for (paid_by, steps) in &advice.instead {
        for (step, others) in steps {
            let others: Vec<String> =
                others.iter().map(|other| format!("StepId::{}", variant(other))).collect();
            writeln!(code, "    ({paid_by:?}, StepId::{}, &[{}]),", variant(step), others.join(", "))?;
        }
    }
    code.push_str("];\n");
    let order: Vec<String> = advice.order.iter().map(|step| format!("StepId::{}", variant(step))).collect();
    writeln!(code, "#[cfg(test)]\nstatic ORDER: &[StepId] = &[{}];", order.join(", "))?;
    let named = || advice.unexplained.iter().chain(&advice.open);
    if let Some(unknown) = named().find(|name| !advice.rule.contains_key(*name)) {
        return Err(format!("data/advice.toml: `{unknown}` is no rule").into());
    }
    Ok(code)
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

/// Only what the plan reckons with; the rest of the table is for the page.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Deadline {
    region: String,
    days: Option<u32>,
    months: Option<u32>,
    starts: String,
}

/// The person's own limits; the others are the issuer's.
const PERSONS_OWN: [&str; 3] = ["charge", "statement-notice", "statement-sent"];

fn deadlines(deadlines: &Deadlines) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("static DEADLINES: &[(Region, Length)] = &[\n");
    for deadline in &deadlines.deadline {
        if !PERSONS_OWN.contains(&deadline.starts.as_str()) {
            continue;
        }
        let region = variant(&deadline.region);
        match (deadline.days, deadline.months) {
            (Some(days), None) => writeln!(code, "    (Region::{region}, Length::Days({days})),")?,
            (None, Some(months)) => writeln!(code, "    (Region::{region}, Length::Months({months})),")?,
            _ => return Err("data/deadlines.toml: a limit has either days or months".into()),
        }
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
