//! Where a module's bytes go: machine code by crate, and data. Counted before compression, in the module as the compiler
//! leaves it: what wasm-opt does to it afterwards keeps no names.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

const MAGIC: &[u8] = b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;
/// Of the custom section `name`.
const FUNCTION_NAMES: u8 = 1;

/// Bytes by crate, the most first; the last row is data.
pub(crate) fn by_crate(module: &Path) -> Result<Vec<(String, u64)>> {
    let bytes = std::fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let mut reader = Reader(bytes.strip_prefix(MAGIC).context("no module of WebAssembly")?);
    let (mut imported, mut bodies, mut names, mut data) = (0, Vec::new(), BTreeMap::new(), 0);
    while !reader.0.is_empty() {
        let (kind, mut section) = (reader.byte()?, reader.part()?);
        match kind {
            IMPORTS => imported = functions_imported(&mut section)?,
            CODE => {
                for _ in 0..section.number()? {
                    bodies.push(section.part()?.0.len() as u64);
                }
            }
            DATA => data = section.0.len() as u64,
            CUSTOM if section.part()?.0 == b"name" => names = function_names(&mut section)?,
            _ => {}
        }
    }
    if names.is_empty() {
        bail!("{} has no names", module.display());
    }
    let mut crates = BTreeMap::<String, u64>::new();
    for (index, size) in (imported..).zip(bodies) {
        *crates.entry(crate_of(names.get(&index).map_or("", String::as_str))).or_default() += size;
    }
    let mut rows: Vec<_> = crates.into_iter().collect();
    rows.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    rows.push(("data: tables, texts, profiles".to_owned(), data));
    Ok(rows)
}

fn functions_imported(section: &mut Reader<'_>) -> Result<u64> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.part()?;
        section.part()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            // The modules of ours import nothing but functions.
            other => bail!("an import of kind {other}"),
        }
    }
    Ok(functions)
}

fn function_names(section: &mut Reader<'_>) -> Result<BTreeMap<u64, String>> {
    let mut names = BTreeMap::new();
    while !section.0.is_empty() {
        let (kind, mut part) = (section.byte()?, section.part()?);
        if kind != FUNCTION_NAMES {
            continue;
        }
        for _ in 0..part.number()? {
            let index = part.number()?;
            names.insert(index, String::from_utf8_lossy(part.part()?.0).into_owned());
        }
    }
    Ok(names)
}

/// The crate that a function's path begins with; for `<T as Trait>::f` that of `T`.
fn crate_of(name: &str) -> String {
    let path = format!("{:#}", rustc_demangle::demangle(name));
    let start = path.trim_start_matches(['<', '&', '*', '[', '(']);
    let start = ["dyn ", "mut ", "const "].iter().fold(start, |rest, word| rest.trim_start_matches(word));
    let end = start.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(start.len());
    let (first, rest) = start.split_at(end);
    if rest.starts_with("::") { first.to_owned() } else { "others".to_owned() }
}

/// Takes numbers and parts from the front.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("the module ends early")?;
        self.0 = rest;
        Ok(*first)
    }

    /// LEB128.
    fn number(&mut self) -> Result<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number that does not end")
    }

    /// What is preceded by its length.
    fn part(&mut self) -> Result<Self> {
        let length = usize::try_from(self.number()?)?;
        let (part, rest) = self.0.split_at_checked(length).context("the module ends early")?;
        self.0 = rest;
        Ok(Reader(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_its_path_begins_with() {
        for (name, expect) in [
            ("_ZN13mioboe_ingest6decode6decode17h0123456789abcdefE", "mioboe_ingest"),
            (
                "_ZN62_$LT$serde_json..ser..Compound$u20$as$u20$serde..Serialize$GT$3end17h0123456789abcdefE",
                "serde_json",
            ),
            ("memcpy", "others"),
            ("", "others"),
        ] {
            assert_eq!(crate_of(name), expect, "{name}");
        }
    }

    #[test]
    fn a_number_is_read_seven_bits_at_a_time() {
        let mut reader = Reader(&[0xe5, 0x8e, 0x26, 0x05]);
        assert_eq!(reader.number().expect("a number"), 624_485);
        assert_eq!(reader.byte().expect("a byte"), 5);
        assert!(reader.byte().is_err());
    }
}
