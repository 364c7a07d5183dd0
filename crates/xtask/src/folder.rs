//! What is in a folder and in all folders below it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// In the order of their paths.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// With slashes on every system.
pub(crate) fn path_below(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).map(|name| name.to_string_lossy().replace('\\', "/")).unwrap_or_default()
}
