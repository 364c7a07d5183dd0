//! Which languages there are: the folders of `locales`. For the build script, and for the test that adds one.

use std::path::{Path, PathBuf};
use std::{fs, io};

pub(crate) struct Folder {
    /// Its name is the language's tag.
    pub(crate) tag: String,
    /// What lies in a folder of it is the page's.
    pub(crate) catalogues: Vec<PathBuf>,
}

pub(crate) fn folders(locales: &Path) -> io::Result<Vec<Folder>> {
    let folders = sorted(locales)?.into_iter().filter(|path| path.is_dir());
    folders
        .map(|folder| {
            let tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let files = sorted(&folder)?.into_iter();
            let is_catalogue = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ftl");
            Ok(Folder { tag, catalogues: files.filter(is_catalogue).collect() })
        })
        .collect()
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
