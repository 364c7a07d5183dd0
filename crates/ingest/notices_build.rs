//! Turns `notices.toml` into Rust data.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Notices {
    labels: BTreeMap<String, Vec<String>>,
    words: BTreeMap<String, Vec<String>>,
    issuer: Vec<Issuer>,
}

/// The samples are for the tests.
#[derive(serde::Deserialize)]
struct Issuer {
    id: String,
    seen: String,
}

/// In the order of `Field`.
const FIELDS: [&str; 8] = ["day", "shop", "sum", "back", "foreign", "state", "card", "other"];

pub(crate) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=notices.toml");
    let notices: Notices = toml::from_str(&fs::read_to_string("notices.toml")?)?;
    let mut labels: Vec<(String, usize)> = Vec::new();
    for (field, names) in &notices.labels {
        let known = FIELDS.iter().position(|known| known == field);
        let field = known.ok_or_else(|| format!("notices.toml: no field `{field}`"))?;
        labels.extend(names.iter().map(|name| (name.to_lowercase(), field)));
    }
    // The longest first, so that `利用日` does not hide `利用日時`.
    labels.sort_by_key(|(name, _)| (std::cmp::Reverse(name.chars().count()), name.clone()));
    if let Some(pair) = labels.windows(2).find(|pair| matches!(pair, [a, b] if a.0 == b.0)) {
        return Err(format!("notices.toml: {pair:?} twice").into());
    }
    let mut lines = vec![labels.len().to_string()];
    lines.extend(labels.into_iter().flat_map(|(name, field)| [name, field.to_string()]));
    fs::write(out.join("labels"), lines.join("\n"))?;
    let mut code = String::new();
    for (name, words) in &notices.words {
        let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        writeln!(code, "pub(super) static {}: &[&str] = &{words:?};", name.to_uppercase())?;
    }
    let is_wasm = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    // For readers of the list of formats; the module reads files only.
    let seen: Vec<String> =
        notices.issuer.iter().map(|issuer| format!("{}: {}", issuer.id, issuer.seen)).collect();
    writeln!(code, "pub(super) static SEEN: &[&str] = &{:?};", if is_wasm { Vec::new() } else { seen })?;
    fs::write(out.join("notices.rs"), code)?;
    Ok(())
}
