//! Turns `profiles/*.toml` into Rust data, so that the browser gets neither a TOML parser nor an unchecked profile.

use std::fmt::{self, Debug, Write as _};
use std::{env, error::Error, fs, path::Path};

/// Fields are as in the crate, but owned; printed with `{:?}` they are Rust source.
macro_rules! record {
    ($(#[$meta:meta])* pub(crate) struct $name:ident { $($(#[$field_meta:meta])* pub(crate) $field:ident: $type:ty,)* }) => {
        #[derive(Debug, Default, serde::Deserialize)]
        #[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
        pub(crate) struct $name { $(pub(crate) $field: $type,)* }
    };
}

/// The first variant is the usual one.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub(crate) enum $name:ident {
            $(#[$first_meta:meta])* $first:ident,
            $($(#[$variant_meta:meta])* $variant:ident,)*
        }
    ) => {
        #[derive(Clone, Copy, Default, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub(crate) enum $name { #[default] $first, $($variant,)* }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let variant = match self {
                    Self::$first => stringify!($first),
                    $(Self::$variant => stringify!($variant),)*
                };
                write!(f, "{}::{variant}", stringify!($name))
            }
        }
    };
}

#[path = "notices_build.rs"]
mod notices;

#[path = "src/formats/statements/dialect.rs"]
#[allow(dead_code, reason = "the build only prints the fields")]
mod dialect;

type Text = String;

#[derive(serde::Deserialize)]
#[serde(transparent)]
struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Debug> Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('&')?;
        Debug::fmt(&self.0, f)
    }
}

/// The reasons of the model that a profile may give.
#[derive(Clone, Copy, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SkipReason {
    #[default]
    Heading,
    BillPayment,
    TopUp,
    OwnTransfer,
    NotCounted,
    Instalment,
    FollowUp,
    Deposit,
}

impl Debug for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Heading => "Heading",
            Self::BillPayment => "BillPayment",
            Self::TopUp => "TopUp",
            Self::OwnTransfer => "OwnTransfer",
            Self::NotCounted => "NotCounted",
            Self::Instalment => "Instalment",
            Self::FollowUp => "FollowUp",
            Self::Deposit => "Deposit",
        };
        write!(f, "SkipReason::{name}")
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=profiles");
    println!("cargo::rerun-if-changed=src/formats/statements/dialect.rs");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("encodings.rs"), encodings())?;
    println!("cargo::rerun-if-changed=pages");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("pages.rs"), pages()?)?;
    notices::write(Path::new(&env::var("OUT_DIR")?))?;
    let mut files: Vec<_> =
        fs::read_dir("profiles")?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();

    let mut code = String::from("pub(super) static DIALECTS: &[Dialect] = &[\n");
    for path in &files {
        let text = fs::read_to_string(path)?;
        let mut dialect: dialect::Dialect =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if dialect.id != stem {
            return Err(format!("{}: the id `{}` is not the file's name", path.display(), dialect.id).into());
        }
        if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
            // For the reader of the profile and of the list of formats; the module reads files only.
            (dialect.seen, dialect.since, dialect.download) = Default::default();
        }
        writeln!(code, "    {dialect:?},")?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("dialects.rs"), code)?;
    Ok(())
}

/// What Amazon's pages say in one language: `pages/<language>.toml`.
#[derive(serde::Deserialize)]
struct PageWords {
    language: String,
    /// The sites that have it.
    sites: Vec<String>,
    /// For the reader of the file: where the words are known from.
    seen: Vec<String>,
    /// Twelve, each with its shorter forms.
    months: Vec<Vec<String>>,
    /// A currency as it is written, and its code.
    signs: Vec<(String, String)>,
    /// Lower-case words by what they are for, in the order of `Role`.
    #[serde(flatten)]
    words: std::collections::BTreeMap<String, Vec<String>>,
}

/// Every use of a word, as files name it and as the crate does.
const ROLES: &[(&str, &str)] = &[
    ("ordered", "Ordered"),
    ("total", "Total"),
    ("charged", "Charged"),
    ("order-total", "OrderTotal"),
    ("subtotal", "Subtotal"),
    ("summary", "Summary"),
    ("details", "Details"),
    ("payment", "Payment"),
    ("movements", "Movements"),
    ("card-payments", "CardPayments"),
    ("ending", "Ending"),
    ("shipped", "Shipped"),
    ("shipment-total", "ShipmentTotal"),
    ("refund-total", "RefundTotal"),
    ("refunded", "Refunded"),
    ("less", "Less"),
    ("balance", "Balance"),
    ("seller", "Seller"),
    ("cancelled", "Cancelled"),
    ("pending", "Pending"),
    ("open-section", "OpenSection"),
    ("done-section", "DoneSection"),
    ("void", "Void"),
    ("buttons", "Button"),
];

/// All languages in one table: a page may mix them, and a word that two of them share means the same in both.
fn pages() -> Result<String, Box<dyn Error>> {
    let mut files: Vec<_> =
        fs::read_dir("pages")?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut words: std::collections::BTreeMap<&str, std::collections::BTreeSet<String>> =
        ROLES.iter().map(|&(role, _)| (role, std::collections::BTreeSet::default())).collect();
    let mut months = std::collections::BTreeSet::new();
    let mut signs = std::collections::BTreeSet::new();
    let mut languages = Vec::new();
    for path in &files {
        let page: PageWords = toml::from_str(&fs::read_to_string(path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        if page.seen.is_empty() {
            return Err(format!("{}: it does not say where the words were seen", path.display()).into());
        }
        if !page.months.is_empty() && page.months.len() != 12 {
            return Err(format!("{}: {} months", path.display(), page.months.len()).into());
        }
        for (names, number) in page.months.iter().zip(1_u32..) {
            for name in names {
                months.insert((name.clone(), number, page.language.clone()));
            }
        }
        signs.extend(page.signs);
        languages.push((page.language, List(page.sites), List(page.seen)));
        for (role, list) in page.words {
            let role = words
                .get_mut(role.as_str())
                .ok_or_else(|| format!("{}: nothing is called `{role}`", path.display()))?;
            for word in list {
                if word != word.to_lowercase() {
                    return Err(format!("{}: `{word}` is not in lower case", path.display()).into());
                }
                role.insert(word);
            }
        }
    }
    let longest_first = |list: &std::collections::BTreeSet<String>| {
        let mut list: Vec<String> = list.iter().cloned().collect();
        list.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        list
    };
    let mut code = String::new();
    // For the page about formats only.
    if !env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        writeln!(code, "pub(super) static LANGUAGES: &[(&str, &[&str], &[&str])] = &{languages:?};")?;
    }
    let months: Vec<_> = months.into_iter().collect();
    writeln!(code, "pub(super) static MONTHS: &[(&str, u32, &str)] = &{months:?};")?;
    let mut signs: Vec<_> = signs.into_iter().collect();
    signs.sort_by_key(|(sign, _)| std::cmp::Reverse(sign.chars().count()));
    writeln!(code, "pub(super) static SIGNS: &[(&str, &str)] = &{signs:?};")?;
    writeln!(
        code,
        "impl Role {{\n    pub(super) fn words(self) -> impl Iterator<Item = &'static str> + Clone {{\n        // A word a line.\n        let words = match self {{"
    )?;
    for &(role, name) in ROLES {
        let list = words.get(role).map(longest_first).unwrap_or_default();
        writeln!(code, "            Self::{name} => {:?},", list.join("\n"))?;
    }
    writeln!(code, "        }};\n        words.lines()\n    }}\n}}")?;
    Ok(code)
}

/// The tables that statements need, of the many in the Encoding Standard: pairs of bytes of CP932 by lead and trail
/// (0 where there is none), and the upper halves of the encodings of one byte that Europe's banks write.
fn encodings() -> String {
    const TRAILS: std::ops::RangeInclusive<u8> = 0x40..=0xfc;
    let unit = |lead: u8, trail: u8| -> u32 {
        let bytes = [lead, trail];
        let text = encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&bytes);
        text.and_then(|text| text.chars().next().filter(|_| text.chars().count() == 1)).map_or(0, u32::from)
    };
    let leads = (0x81..=0x9f).chain(0xe0..=0xfc);
    let pairs: Vec<u32> = leads.flat_map(|lead| TRAILS.map(move |trail| unit(lead, trail))).collect();
    let single = [
        ("WINDOWS_1252", encoding_rs::WINDOWS_1252),
        ("WINDOWS_1250", encoding_rs::WINDOWS_1250),
        ("WINDOWS_1251", encoding_rs::WINDOWS_1251),
        ("WINDOWS_1254", encoding_rs::WINDOWS_1254),
        ("LATIN_9", encoding_rs::ISO_8859_15),
    ];
    // A browser has the large table itself: see `lend_decoder`.
    let mut code = format!(
        "const TRAILS: usize = {};\n#[cfg(not(target_family = \"wasm\"))]\nstatic SHIFT_JIS: [u16; {}] = {pairs:?};\n",
        TRAILS.count(),
        pairs.len(),
    );
    for (name, encoding) in single {
        let high: Vec<u16> = (0x80..=0xff)
            .map(|byte| {
                let bytes = [byte];
                let text = encoding.decode_without_bom_handling(&bytes).0;
                text.chars().next().and_then(|c| u16::try_from(u32::from(c)).ok()).unwrap_or(0xfffd)
            })
            .collect();
        // Writing to a string does not fail.
        let _ = writeln!(code, "static {name}: [u16; 128] = {high:?};");
    }
    code
}
