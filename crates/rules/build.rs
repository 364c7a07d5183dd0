//! Writes the table of plan prices as Rust data, so that no parser goes into the wasm.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    price: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    service: String,
    amount: String,
    currency: String,
    period: String,
    from: String,
    to: Option<String>,
    renewals_until: Option<String>,
    #[serde(rename = "region")]
    _region: String,
    plan: String,
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "strength")]
    _strength: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data/plan-prices.toml");
    let table: Table = toml::from_str(&fs::read_to_string("data/plan-prices.toml")?)?;
    let mut code = format!("static PRICES: [Price; {}] = [\n", table.price.len());
    for price in &table.price {
        let Entry { service, plan, amount, currency, period, from, to, renewals_until, .. } = price;
        let service: String = service.split('-').map(capitalised).collect();
        let cadence = match period.as_str() {
            // A trial's price comes once, so that its days tell nothing.
            "once" => "Unknown".to_owned(),
            period => capitalised(period),
        };
        let from = day(from)?;
        let until = renewals_until.as_ref().or(to.as_ref()).map_or(Ok(u32::MAX), |until| day(until))?;
        writeln!(
            code,
            "    Price {{ service: Service::{service}, plan: {plan:?}, amount: {amount:?}, currency: {currency:?}, \
             cadence: Cadence::{cadence}, from: {}, until: {} }},",
            literal(from),
            literal(until)
        )?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("plan_prices.rs"), code)?;
    Ok(())
}

/// `2026-11-22` as `20261122`, the form of `plans::number`.
fn day(text: &str) -> Result<u32, Box<dyn Error>> {
    let parts = text.split('-').map(str::parse).collect::<Result<Vec<u32>, _>>()?;
    match parts.as_slice() {
        [year, month, day] => Ok(year * 10_000 + month * 100 + day),
        _ => Err(format!("{text} is not a day like 2026-11-22").into()),
    }
}

/// `20_261_122`: long numbers in groups, as the linter asks for.
fn literal(number: u32) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join("_")
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
