//! `mioboe advise`: reads a report, or a case file that the page saved, and what the person said, and prints the case.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use mioboe_engine::{BadRequest, Said};
use mioboe_native::json;
use mioboe_playbook::Words;
use serde::de::DeserializeOwned;

use crate::args::{Advise, Format};
use crate::{BAD_ARGUMENTS, NOTHING_READ, case_text, say};

#[derive(Debug, thiserror::Error)]
pub(crate) enum Unusable {
    #[error("`{0}` cannot be read: {1}")]
    File(String, std::io::Error),
    #[error("`{0}` is not what was expected: {1}")]
    Shape(String, serde_json::Error),
    #[error(transparent)]
    Said(#[from] BadRequest),
}

pub(crate) fn run(ask: &Advise) -> ExitCode {
    match advise(ask) {
        Ok(text) => say(&text),
        Err(error) => {
            eprintln!("error: {error}");
            match error {
                Unusable::Said(_) => BAD_ARGUMENTS.into(),
                Unusable::File(..) | Unusable::Shape(..) => NOTHING_READ.into(),
            }
        }
    }
}

fn advise(ask: &Advise) -> Result<String, Unusable> {
    let misshapen = |error| Unusable::Shape(ask.report.display().to_string(), error);
    let (report, from_case) = mioboe_native::read_case(read(&ask.report)?).map_err(misshapen)?;
    let said = ask.said.as_deref().map(read).transpose()?;
    let mut said: Said = said.unwrap_or(from_case);
    said.today = ask.today.clone().or(said.today);
    said.region = ask.region.clone().or(said.region);
    let adviser = mioboe_engine::Adviser::new(report);
    let case = adviser.advise(&said)?;
    Ok(match ask.format {
        Format::Json => json(&case),
        Format::Text => {
            let region = said.region.as_deref().unwrap_or_default();
            case_text::render(&case, adviser.report(), &Words::new(&ask.lang), region)
        }
    })
}

pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Unusable> {
    let name = || path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Unusable::File(name(), error))?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|error| Unusable::Shape(name(), error))
}
