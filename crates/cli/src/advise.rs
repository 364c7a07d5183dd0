//! `mioboe advise`: reads a report, or a case file that the page saved, and what the person said, and prints the case.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use mioboe_engine::{AnswerCode, AnswerSaid, BadRequest, ContactSaid, Report, Said, StepSaid};
use mioboe_playbook::Words;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::args::{Advise, Format};
use crate::{BAD_ARGUMENTS, NOTHING_READ, case_text, json, say};

/// A case as the page saves it: the report, and all that was said of it.
#[derive(Deserialize)]
struct CaseFile {
    report: Report,
    answers: BTreeMap<String, AnswerCode>,
    steps: BTreeMap<String, Noted>,
    #[serde(default)]
    contacts: Vec<ContactSaid>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Noted {
    done: bool,
    note: String,
    done_on: Option<String>,
}

#[derive(Debug, thiserror::Error)]
enum Unusable {
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
    let (report, from_case) = report(&ask.report)?;
    let said = ask.said.as_deref().map(read).transpose()?;
    let mut said: Said = said.unwrap_or(from_case);
    said.today = ask.today.clone().or(said.today);
    said.region = ask.region.clone().or(said.region);
    let adviser = mioboe_engine::Adviser::new(report);
    let case = adviser.advise(&said)?;
    Ok(match ask.format {
        Format::Json => json(&case),
        Format::Text => case_text::render(&case, adviser.report(), &Words::new(&ask.lang)),
    })
}

/// The report, and what was said of it where it comes from a case file.
fn report(path: &Path) -> Result<(Report, Said), Unusable> {
    let value: Value = read(path)?;
    let misshapen = |error| Unusable::Shape(path.display().to_string(), error);
    if value.get("mioboeCase").is_none() {
        return Ok((serde_json::from_value(value).map_err(misshapen)?, Said::default()));
    }
    let CaseFile { report, answers, steps, contacts } = serde_json::from_value(value).map_err(misshapen)?;
    let answer = |(charge, answer)| AnswerSaid { charge, answer: Some(answer), order: None };
    let step = |(step, Noted { done, note, done_on })| StepSaid { step, done, done_on, note };
    let said = Said {
        answers: answers.into_iter().map(answer).collect(),
        steps: steps.into_iter().map(step).collect(),
        contacts,
        ..Said::default()
    };
    Ok((report, said))
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Unusable> {
    let name = || path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Unusable::File(name(), error))?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|error| Unusable::Shape(name(), error))
}
