//! Labelled households: statements, order files and what is true of each row.

use std::fs;
use std::path::{Path, PathBuf};

use mioboe_engine::{Report, Request, analyze};
use serde::Deserialize;

use crate::{entries, request};

/// One household: below `tests/fixtures/cases`, wherever `MIOBOE_CASES` says, or made up.
pub struct Household {
    pub name: String,
    /// Every file with its bytes.
    pub contents: Vec<(String, Vec<u8>)>,
    pub truth: Truth,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Truth {
    pub today: String,
    pub utc_offset: String,
    pub region: String,
    pub files: Vec<String>,
    pub rows: Vec<Row>,
    pub findings: Vec<ExpectedFinding>,
    pub next_steps_any_of: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub file: String,
    pub line: u32,
    /// Where the same row stands in other files too.
    #[serde(default)]
    pub also_at: Vec<(String, u32)>,
    pub amount: String,
    pub service: String,
    pub verdict: String,
    pub cause: Option<String>,
    pub orders: Vec<String>,
    #[serde(default)]
    pub accept: Vec<(String, Option<String>)>,
    #[serde(default)]
    pub order_sets: Vec<Vec<String>>,
    #[serde(default)]
    pub interchangeable: Option<String>,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub phenomena: Vec<String>,
}

#[derive(Deserialize)]
pub struct ExpectedFinding {
    pub cause: String,
    pub level: String,
    pub rows: Vec<(String, u32)>,
}

/// All households of the fixtures, or of the folder that `MIOBOE_CASES` names.
///
/// # Panics
/// If a household's truth cannot be read.
pub fn households() -> Vec<Household> {
    let folders = match std::env::var_os("MIOBOE_CASES") {
        Some(folder) => {
            let mut folders: Vec<PathBuf> = fs::read_dir(folder)
                .expect("a folder")
                .map(|entry| entry.expect("an entry").path())
                .collect();
            folders.sort();
            folders
        }
        None => entries("cases"),
    };
    let with_truth = folders.into_iter().filter(|folder| folder.join("truth.json").exists());
    with_truth
        .map(|folder| {
            let text = fs::read_to_string(folder.join("truth.json")).expect("truth");
            let truth: Truth =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
            let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            let contents = truth.files.iter().map(|name| (name.clone(), read(&folder.join(name)))).collect();
            Household { name, contents, truth }
        })
        .collect()
}

impl Household {
    /// The files in the given order, with their bytes.
    #[must_use]
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.contents.clone()
    }

    pub fn request(&self) -> Request {
        Request {
            utc_offset: self.truth.utc_offset.clone(),
            region: self.truth.region.clone(),
            ..request(&self.truth.today)
        }
    }

    /// # Panics
    /// If the truth holds a bad day.
    pub fn report(&self) -> Report {
        report_of(self.request(), &self.files())
    }
}

/// # Panics
/// If the request is wrong.
pub fn report_of(request: Request, files: &[(String, Vec<u8>)]) -> Report {
    analyze(request, files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
        .expect("a good request")
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
