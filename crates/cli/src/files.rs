//! The files that a person names, and those in the folders among them.

use std::fs;
use std::path::{Path, PathBuf};

/// A file and what the report calls it: its own name, or its path inside the folder that was named.
pub(crate) struct File {
    pub(crate) name: String,
    path: PathBuf,
}

#[derive(Debug, thiserror::Error)]
#[error("`{}` cannot be read: {cause}", path.display())]
pub(crate) struct Unreadable {
    path: PathBuf,
    cause: std::io::Error,
}

impl File {
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        fs::read(&self.path).map_err(|cause| Unreadable { path: self.path.clone(), cause })
    }
}

/// Every file, folders walked in the order of their names. Hidden files and links inside folders are passed over.
pub(crate) fn below(paths: &[PathBuf]) -> Vec<Result<File, Unreadable>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, path, &mut found);
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            found.push(Ok(File { name, path: path.clone() }));
        }
    }
    found
}

fn walk(folder: &Path, top: &Path, found: &mut Vec<Result<File, Unreadable>>) {
    let unreadable = |cause| Unreadable { path: folder.to_owned(), cause };
    let mut entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => entries,
        Err(cause) => return found.push(Err(unreadable(cause))),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, top, found),
            Ok(kind) if kind.is_file() => {
                let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push(Ok(File { name, path }));
            }
            Ok(_) => {}
            Err(cause) => found.push(Err(unreadable(cause))),
        }
    }
}
