//! Writes the grammar of statement texts as Rust data, so that no parser goes into the wasm.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Grammar {
    channels: Vec<String>,
    tills: Vec<String>,
    deposits: Vec<String>,
    trades: Vec<String>,
    shops: Vec<String>,
    plain: Vec<String>,
    claims: Vec<String>,
    lures: Vec<String>,
    cheap_ends: Vec<String>,
    own_domains: Vec<String>,
    real_words: Vec<String>,
    sites: BTreeMap<String, Vec<String>>,
    own_name: OwnName,
    name: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnName {
    places: Vec<String>,
    usual: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    says: String,
    service: String,
    orders: String,
    #[serde(default)]
    brand: bool,
    #[serde(default)]
    has: Vec<String>,
    #[serde(default)]
    is: Vec<String>,
    #[serde(rename = "seen")]
    _seen: String,
    places: Vec<String>,
    #[serde(default)]
    usual: BTreeMap<String, String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data/descriptors.toml");
    let grammar: Grammar = toml::from_str(&fs::read_to_string("data/descriptors.toml")?)?;
    let mut code = String::new();
    let lists = [
        ("CHANNELS", &grammar.channels),
        ("TILLS", &grammar.tills),
        ("DEPOSITS", &grammar.deposits),
        ("TRADES", &grammar.trades),
        ("SHOPS", &grammar.shops),
        ("PLAIN", &grammar.plain),
        ("CLAIMS", &grammar.claims),
        ("LURES", &grammar.lures),
        ("CHEAP_ENDS", &grammar.cheap_ends),
        ("OWN_DOMAINS", &grammar.own_domains),
        ("REAL_WORDS", &grammar.real_words),
    ];
    for (name, words) in lists {
        let mut words = words.clone();
        words.sort_unstable();
        words.dedup();
        writeln!(code, "pub(crate) static {name}: Words = Words({:?});", words.join("\n"))?;
    }
    // What is part of another comes after it.
    let mut sites: Vec<(&String, &Vec<String>)> = grammar.sites.iter().collect();
    sites.sort_by_key(|(domain, _)| (std::cmp::Reverse(domain.len()), *domain));
    let mut lines = vec![sites.len().to_string()];
    for (domain, words) in sites {
        let end = domain.strip_prefix("amazon").ok_or("a site is a shop of Amazon's")?;
        let mut words = words.clone();
        words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
        lines.extend([domain.clone(), end.to_owned(), words.len().to_string()]);
        lines.extend(words);
    }
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("sites"), lines.join("\n"))?;
    writeln!(code, "static NAMES: [Name; {}] = [", grammar.name.len())?;
    // Sorted, so that a word is compared only with what begins like it.
    let mut parts: Vec<(String, bool, usize)> = Vec::new();
    for (index, Entry { says, service, orders, brand, has, is, .. }) in grammar.name.iter().enumerate() {
        let service: String = service.split('-').map(capitalised).collect();
        let orders = match orders.as_str() {
            "none" => "Nowhere".to_owned(),
            file => capitalised(file),
        };
        let (exact, loose): (Vec<&String>, Vec<&String>) =
            has.iter().partition(|part| part.contains(['*', '+']));
        for part in loose {
            let letters: String = part.chars().filter(|c| !matches!(c, ' ' | '…')).collect();
            parts.push((letters, part.ends_with('…'), index));
        }
        writeln!(
            code,
            "    Name {{ says: {says:?}, service: Service::{service}, orders: Behind::{orders}, brand: {brand}, \
             exact: &{exact:?}, is: &{is:?} }},"
        )?;
    }
    code.push_str("];\n");
    // Of several entries with one meaning together.
    let mut seen: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let entries = grammar.name.iter().map(|name| (name.says.as_str(), &name.places));
    for (says, places) in [("amazon-retail", &grammar.own_name.places)].into_iter().chain(entries) {
        let all = seen.entry(says).or_default();
        all.extend(places.iter().map(String::as_str));
        let mut once = std::collections::BTreeSet::new();
        all.retain(|place| once.insert(*place));
    }
    writeln!(code, "const SEEN: &[(&str, &[&str])] = &[")?;
    for (says, places) in seen {
        writeln!(code, "    ({says:?}, &{places:?}),")?;
    }
    code.push_str("];\n");
    writeln!(code, "const USUAL: &[(&str, &str)] = &[")?;
    // Purchases come last in the grammar, and first for who looks through it.
    let names = grammar.name.iter().rev().map(|name| &name.usual);
    for (place, text) in [&grammar.own_name.usual].into_iter().chain(names).flatten() {
        writeln!(code, "    ({place:?}, {text:?}),")?;
    }
    code.push_str("];\n");
    parts.sort();
    let mut lines = vec![parts.len().to_string()];
    for (letters, open, name) in parts {
        lines.extend([letters, if open { "1" } else { "" }.to_owned(), name.to_string()]);
    }
    fs::write(Path::new(&out).join("parts"), lines.join("\n"))?;
    fs::write(Path::new(&out).join("descriptors.rs"), code)?;
    Ok(())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
