//! What the tests of the whole share.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests fail by it"
)]

pub mod crowd;
pub mod households;
pub mod made;
pub mod many;
pub mod numbers;
pub mod score;
pub mod worst;

use std::fs;
use std::path::{Path, PathBuf};

use mioboe_engine::Request;

/// What a person in Japan asks on that day, who has said nothing yet.
pub fn request(today: &str) -> Request {
    Request {
        today: today.to_owned(),
        utc_offset: "+09:00".to_owned(),
        region: "jp".to_owned(),
        household: Vec::new(),
        answers: Vec::new(),
        salt: String::new(),
        tables: Vec::new(),
        charges: Vec::new(),
        entered: Vec::new(),
        set_aside: Vec::new(),
        kept: None,
    }
}

/// A path below `tests/fixtures`.
pub fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(path)
}

/// All files of a folder and of those below it.
///
/// # Panics
/// If there is no such folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

/// The entries of a folder below `tests/fixtures`, in the order of their names.
///
/// # Panics
/// If there is no such folder.
pub fn entries(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(fixture(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}
