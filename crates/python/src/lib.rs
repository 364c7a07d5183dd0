//! The only crate that knows Python: request and files in, one line of JSON out, no decision here.
//! `python/mioboe/__init__.py` has the doors that people use.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;

use mioboe_engine::{ChargeGiven, Member, Request, Said};
use mioboe_native::{Answer, Content, File, Unreadable};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A path to a file or a folder, or a name and what is in the file.
#[derive(FromPyObject)]
enum Given {
    InMemory(String, PyBackedBytes),
    OnDisk(PathBuf),
}

/// What `__init__.py` asks.
#[derive(Deserialize)]
struct Asked {
    today: String,
    utc_offset: String,
    region: String,
    household: Vec<Member>,
    charges: Vec<Value>,
}

/// What went wrong: the words, and the place where there is one.
struct Failure {
    words: String,
    file: Option<String>,
    line: Option<usize>,
}

impl Failure {
    fn new(words: &impl ToString) -> Self {
        Self { words: words.to_string(), file: None, line: None }
    }

    fn at(file: &str, line: usize, words: &impl ToString) -> Self {
        Self { words: words.to_string(), file: Some(file.to_owned()), line: Some(line) }
    }
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        let words = error.to_string();
        Self { words, file: Some(error.path.to_string_lossy().into_owned()), line: None }
    }
}

/// The report of these files, as one line of JSON.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "as Python gives them")]
fn analyze_json(py: Python<'_>, files: Vec<Given>, asked: &str) -> PyResult<String> {
    undisturbed(py, || analyzed(&files, asked))
}

/// The case of a report, as one line of JSON.
#[pyfunction]
fn advise_json(py: Python<'_>, report: &str, said: Option<&str>) -> PyResult<String> {
    undisturbed(py, || advised(report, said))
}

#[pymodule(name = "_mioboe")]
mod module {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::{advise_json, analyze_json};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // This library has a hook of its own; other extensions of the interpreter keep theirs.
        mioboe_native::stop_quietly();
        module.add("VERSION", env!("CARGO_PKG_VERSION"))
    }
}

static ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// Does the work while other threads of the interpreter go on; whatever fails, a panic too, is the one exception.
fn undisturbed(py: Python<'_>, work: impl FnOnce() -> Result<String, Failure> + Send) -> PyResult<String> {
    let outcome = py.detach(|| panic::catch_unwind(AssertUnwindSafe(work)));
    let failure = match outcome {
        Ok(Ok(json)) => return Ok(json),
        Ok(Err(failure)) => failure,
        Err(_) => Failure::new(&"the engine stopped"),
    };
    let error = ERROR.import(py, "mioboe._error", "Error")?;
    let raised = error.call1((failure.words, failure.file, failure.line))?;
    Err(PyErr::from_value(raised))
}

fn analyzed(given: &[Given], asked: &str) -> Result<String, Failure> {
    let request = request(asked)?;
    let mut files = Vec::new();
    for given in given {
        match given {
            Given::InMemory(name, bytes) => {
                files.push(File { name: name.clone(), content: Content::InMemory(bytes) });
            }
            Given::OnDisk(path) => {
                for file in mioboe_native::below(std::slice::from_ref(path)) {
                    files.push(file?);
                }
            }
        }
    }
    if files.is_empty() && request.charges.is_empty() {
        return Err(Failure::new(&"there is no file and no charge"));
    }
    let Answer { report, unreadable, .. } =
        mioboe_native::answer(&request, &files).map_err(|error| Failure::new(&error))?;
    match unreadable.into_iter().next() {
        Some(error) => Err(error.into()),
        None => Ok(mioboe_native::json(&report)),
    }
}

fn request(asked: &str) -> Result<Request, Failure> {
    let Asked { today, utc_offset, region, household, charges } = read("request", asked)?;
    if !mioboe_native::is_region(&region) {
        return Err(Failure::new(&format!("`{region}` is not a region like jp, us, uk or eu")));
    }
    for member in &household {
        if let Some(card) = member.cards.iter().find(|card| !mioboe_native::is_card(card)) {
            return Err(Failure::new(&format!("`{card}` is not the last digits of a card")));
        }
    }
    let charges = charges
        .into_iter()
        .zip(1..)
        .map(|(charge, number)| typed(charge).map_err(|words| Failure::at("charges", number, &words)));
    Ok(Request {
        charges: charges.collect::<Result<_, _>>()?,
        today,
        utc_offset,
        region,
        household,
        answers: Vec::new(),
        salt: String::new(),
        tables: Vec::new(),
        entered: Vec::new(),
        set_aside: Vec::new(),
        kept: None,
    })
}

/// A charge as a line of text, or field by field.
fn typed(charge: Value) -> Result<ChargeGiven, String> {
    match charge {
        Value::String(text) => mioboe_native::charge(&text)
            .ok_or_else(|| format!("`{text}` is not like `2026-11-03 3980 JPY AMAZON.CO.JP` or `? 3980`")),
        fields => serde_json::from_value(fields).map_err(|error| error.to_string()),
    }
}

fn advised(report: &str, said: Option<&str>) -> Result<String, Failure> {
    let shape =
        |error: serde_json::Error| Failure { file: Some("report".to_owned()), ..Failure::new(&error) };
    let (report, from_case) = mioboe_native::read_case(read("report", report)?).map_err(shape)?;
    let said: Said = said.map(|said| read("said", said)).transpose()?.unwrap_or(from_case);
    let case = mioboe_engine::advise(report, &said).map_err(|error| Failure::new(&error))?;
    Ok(mioboe_native::json(&case))
}

fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Failure> {
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Failure::at(file, error.line(), &error))
}
