//! Turns `data/*.toml` into Rust data, so that the browser gets no TOML parser.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Domains {
    sender: Vec<Who>,
    link: Vec<Who>,
    unsure: Vec<Who>,
}

/// Source, date and grade are for people and for the tests.
#[derive(Deserialize)]
struct Who {
    #[serde(rename = "who")]
    name: String,
    domains: Vec<String>,
    /// Registered domains: every confirmed name below them is theirs.
    #[serde(default)]
    owned: Vec<String>,
    /// What it calls itself as a sender.
    #[serde(default)]
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    urgent: Vec<String>,
    secrets: Vec<Vec<String>>,
    gifts: Vec<Vec<String>>,
    shorteners: Vec<String>,
    programs: Vec<String>,
    packed: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let domains: Domains = read("data/domains.toml")?;
    let words: Words = read("data/words.toml")?;
    let mut code = String::new();
    for (name, of) in [
        ("OWNED", (|who: &Who| who.owned.clone()) as fn(&Who) -> Vec<String>),
        ("NAMES", |who| who.names.clone()),
    ] {
        writeln!(code, "pub(crate) static {name}: &[(&str, &[&str])] = &[")?;
        for who in domains.sender.iter().filter(|who| !of(who).is_empty()) {
            writeln!(code, "    ({:?}, &{:?}),", who.name, of(who))?;
        }
        code.push_str("];\n");
    }
    for (name, list) in [("SENDERS", &domains.sender), ("LINKS", &domains.link), ("UNSURE", &domains.unsure)]
    {
        writeln!(code, "pub(crate) static {name}: &[(&str, &[&str])] = &[")?;
        for who in list {
            writeln!(code, "    ({:?}, &{:?}),", who.name, who.domains)?;
        }
        code.push_str("];\n");
    }
    for (name, list) in [
        ("URGENT", &words.urgent),
        ("SHORTENERS", &words.shorteners),
        ("PROGRAMS", &words.programs),
        ("PACKED", &words.packed),
    ] {
        writeln!(code, "pub(crate) static {name}: &[&str] = &{list:?};")?;
    }
    for (name, groups) in [("SECRETS", &words.secrets), ("GIFTS", &words.gifts)] {
        let groups: Vec<String> = groups.iter().map(|group| format!("&{group:?}")).collect();
        writeln!(code, "pub(crate) static {name}: &[&[&str]] = &[{}];", groups.join(", "))?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("data.rs"), code)?;
    Ok(())
}

fn read<T: DeserializeOwned>(path: &str) -> Result<T, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={path}");
    toml::from_str(&fs::read_to_string(path)?).map_err(|error| format!("{path}: {error}").into())
}
