//! Writes the table of descriptors as Rust data, so that no parser goes into the wasm.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    descriptor: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    service: String,
    #[serde(default)]
    has: Vec<String>,
    #[serde(default)]
    is: Vec<String>,
    #[serde(rename = "seen")]
    _seen: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data/descriptors.toml");
    let table: Table = toml::from_str(&fs::read_to_string("data/descriptors.toml")?)?;
    let mut code = format!("static DESCRIPTORS: [Descriptor; {}] = [\n", table.descriptor.len());
    for Entry { service, has, is, .. } in &table.descriptor {
        let service: String = service.split('-').map(capitalised).collect();
        writeln!(code, "    Descriptor {{ service: Service::{service}, has: &{has:?}, is: &{is:?} }},")?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("descriptors.rs"), code)?;
    Ok(())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
