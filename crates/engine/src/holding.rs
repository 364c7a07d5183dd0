//! What a kept case holds beside its report: all that was read of its files, so that the next month is added to it and judged with it.
//!
//! As text it is `{"mioboeHolding": 1, …}`. Whoever has it gives it back as it is; what is read back is checked as a file would be.

use mioboe_ingest::Held;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Report, earlier};

/// Raised when older text could not be read any more.
const VERSION: u32 = 1;

/// Longer text is none of ours: 20,000 rows with long names are a third of it.
const MOST_BYTES: usize = 32 << 20;

/// What was read, and what was judged before anything was held.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holding {
    #[serde(rename = "mioboeHolding")]
    version: u32,
    pub(crate) read: Held,
    /// The report of a case that was kept without what was read: its charges stay as they were judged.
    #[serde(default)]
    pub(crate) earlier: Option<Report>,
}

impl Holding {
    pub(crate) fn new(read: Held, earlier: Option<Report>) -> Self {
        Self { version: VERSION, read, earlier }
    }

    /// `None` for what no engine has written, and for what a later one has. A report alone is a case of before.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if MOST_BYTES < text.len() {
            return None;
        }
        let held = || serde_json::from_str(text).ok().filter(|found: &Self| found.version == VERSION);
        let report = || Some(Self::new(Held::default(), Some(serde_json::from_str(text).ok()?)));
        let found = held().or_else(report)?;
        let is_sound = found.earlier.as_ref().is_none_or(earlier::is_sound);
        Some(Self { read: found.read.checked()?, ..found }).filter(|_| is_sound)
    }

    /// As text, to be kept and given back as it is.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        strip(&mut value);
        value.to_string()
    }
}

/// What is absent need not be said.
fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}
