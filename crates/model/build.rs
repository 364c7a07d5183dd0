//! Writes the part of Unicode's compatibility forms that statements are spelled in. The whole table would be an
//! eighth of the module.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    // Latin-1 and its extension, punctuation to squared words, compatible kanji, half- and full-width forms.
    let ranges = [0xa0..=0x17f, 0x2000..=0x33ff, 0xf900..=0xfaff, 0xfe10..=0xffef];
    let (mut single, mut several) = (Vec::new(), Vec::new());
    for code in ranges.into_iter().flatten() {
        let Some(c) = char::from_u32(code) else { continue };
        let form: String = std::iter::once(c).nfkc().collect();
        let mut chars = form.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) if only == c => {}
            (Some(only), None) if u32::from(only) <= 0xffff => single.push((code, u32::from(only))),
            _ => several.push((code, form)),
        }
    }
    let bases = (0x41..=0x7a).chain(0x3041..=0x30fa).filter_map(char::from_u32);
    let marks: Vec<char> = (0x300..=0x328).chain(0x3099..=0x309a).filter_map(char::from_u32).collect();
    let pairs: Vec<(char, char, char)> = bases
        .flat_map(|base| marks.iter().filter_map(move |&mark| Some((base, mark, compose(base, mark)?))))
        .collect();
    // A browser has these forms itself: see `lend_forms`.
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        return Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("forms.rs"), "")?);
    }
    let mut code = String::new();
    writeln!(code, "static SINGLE: [(u16, u16); {}] = {single:?};", single.len())?;
    writeln!(code, "static SEVERAL: [(u16, &str); {}] = {several:?};", several.len())?;
    writeln!(code, "static PAIRS: [(char, char, char); {}] = {pairs:?};", pairs.len())?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("forms.rs"), code)?;
    Ok(())
}
