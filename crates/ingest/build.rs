//! Turns `profiles/*.toml` into Rust data, so that the browser gets neither a TOML parser nor an unchecked profile.

use std::fmt::Write as _;
use std::{env, error::Error, fs, path::Path};

/// Fields are as in the crate, which unpacks them in this order.
macro_rules! record {
    ($(#[$meta:meta])* pub(crate) struct $name:ident { $($(#[$field_meta:meta])* pub(crate) $field:ident: $type:ty,)* }) => {
        #[derive(Default, serde::Deserialize)]
        #[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
        pub(crate) struct $name { $(pub(crate) $field: $type,)* }

        impl crate::Pack for $name {
            fn pack(&self, to: &mut Vec<String>) {
                $(crate::Pack::pack(&self.$field, to);)*
            }
        }
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

        impl crate::Pack for $name {
            fn pack(&self, to: &mut Vec<String>) {
                crate::Pack::pack(&(*self as usize), to);
            }
        }
    };
}

#[path = "notices_build.rs"]
mod notices;

#[path = "src/formats/statements/dialect.rs"]
#[allow(dead_code, reason = "the build only packs the fields")]
mod dialect;

type Text = String;
type List<T> = Vec<T>;

/// The other side of `mioboe_model::packed`: each value is a line, what is usual an empty one.
trait Pack {
    fn pack(&self, to: &mut Vec<String>);
}

impl Pack for String {
    fn pack(&self, to: &mut Vec<String>) {
        assert!(!self.contains('\n'), "a text of one line: {self:?}");
        to.push(self.clone());
    }
}

impl Pack for bool {
    fn pack(&self, to: &mut Vec<String>) {
        to.push(if *self { "1".to_owned() } else { String::new() });
    }
}

impl Pack for usize {
    fn pack(&self, to: &mut Vec<String>) {
        to.push(if *self == 0 { String::new() } else { self.to_string() });
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Vec<String>) {
        self.len().pack(to);
        for value in self {
            value.pack(to);
        }
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Vec<String>) {
        match self {
            Some(value) => value.pack(to),
            None => to.push(String::new()),
        }
    }
}

/// The reasons of the model that a profile may give, by their codes.
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

impl Pack for SkipReason {
    fn pack(&self, to: &mut Vec<String>) {
        let code = match self {
            Self::Heading => "heading",
            Self::BillPayment => "bill-payment",
            Self::TopUp => "top-up",
            Self::OwnTransfer => "own-transfer",
            Self::NotCounted => "not-counted",
            Self::Instalment => "instalment",
            Self::FollowUp => "follow-up",
            Self::Deposit => "deposit",
        };
        to.push(code.to_owned());
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

    let mut dialects = Vec::new();
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
            (dialect.issuer, dialect.region) = Default::default();
            (dialect.seen, dialect.since, dialect.download) = Default::default();
        }
        dialects.push(dialect);
    }
    let mut lines = Vec::new();
    dialects.pack(&mut lines);
    fs::write(Path::new(&env::var("OUT_DIR")?).join("dialects"), lines.join("\n"))?;
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
        languages.push(format!("({:?}, &{:?}, &{:?})", page.language, page.sites, page.seen));
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
        writeln!(
            code,
            "pub(super) static LANGUAGES: &[(&str, &[&str], &[&str])] = &[{}];",
            languages.join(", ")
        )?;
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
