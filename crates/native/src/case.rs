//! What `advise` is asked about: a report, or a case as the page saves it.

use std::collections::BTreeMap;

use mioboe_engine::{AnswerCode, AnswerSaid, ContactSaid, Report, Said, StepSaid};
use serde::Deserialize;
use serde_json::Value;

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

/// What files are added to: what a case or an analysis held, or else its report.
pub fn kept_in(value: &Value) -> String {
    match value.get("mioboeCase").and(value.get("holding")).and_then(Value::as_str) {
        Some(holding) => holding.to_owned(),
        None => value.get("report").unwrap_or(value).to_string(),
    }
}

/// The report, and what was said of it where it comes from a case file.
pub fn read_case(value: Value) -> serde_json::Result<(Report, Said)> {
    if value.get("mioboeCase").is_none() {
        return Ok((serde_json::from_value(value)?, Said::default()));
    }
    let CaseFile { report, answers, steps, contacts } = serde_json::from_value(value)?;
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
