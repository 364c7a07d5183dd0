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

/// The two tables that statements need, of the many in the Encoding Standard: pairs of bytes of CP932 by lead and
/// trail (0 where there is none), and the upper quarter of windows-1252 that is not Latin-1.
fn encodings() -> String {
    const TRAILS: std::ops::RangeInclusive<u8> = 0x40..=0xfc;
    let unit = |lead: u8, trail: u8| -> u32 {
        let bytes = [lead, trail];
        let text = encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&bytes);
        text.and_then(|text| text.chars().next().filter(|_| text.chars().count() == 1)).map_or(0, u32::from)
    };
    let leads = (0x81..=0x9f).chain(0xe0..=0xfc);
    let pairs: Vec<u32> = leads.flat_map(|lead| TRAILS.map(move |trail| unit(lead, trail))).collect();
    let high: Vec<char> = (0x80..=0x9f)
        .filter_map(|byte| encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next())
        .collect();
    format!(
        "const TRAILS: usize = {};\nstatic SHIFT_JIS: [u16; {}] = {pairs:?};\nstatic WINDOWS_1252: [char; {}] = {high:?};\n",
        TRAILS.count(),
        pairs.len(),
        high.len(),
    )
}
