//! The files that a person names, and those in the folders among them.

use std::cell::RefCell;
use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use mioboe_engine::{IN_PIECES_FROM, Pieces, Session, THINNED_FROM, ThinZip};

/// A file and what the report calls it: its own name, or its path inside the folder that was named.
pub struct File<'a> {
    pub name: String,
    pub content: Content<'a>,
}

/// Where a file's bytes are.
pub enum Content<'a> {
    OnDisk(PathBuf),
    InMemory(&'a [u8]),
}

/// A file or folder that could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("`{}` cannot be read: {cause}", path.display())]
pub struct Unreadable {
    pub path: PathBuf,
    pub cause: io::Error,
}

impl File<'_> {
    /// Hands it to the engine, a large one in pieces.
    pub(crate) fn give(&self, session: &mut Session) -> Result<(), Unreadable> {
        match &self.content {
            Content::InMemory(bytes) => session.add(&self.name, bytes),
            Content::OnDisk(path) => {
                read(&self.name, path, session).map_err(|cause| Unreadable { path: path.clone(), cause })?;
            }
        }
        Ok(())
    }
}

fn read(name: &str, path: &Path, session: &mut Session) -> io::Result<()> {
    let mut file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    if u64::from(THINNED_FROM) <= size
        && let Some(zip) = thinned(&mut file, size)?
    {
        session.add(name, &zip);
        return Ok(());
    }
    let on_disk = OnDisk { file: RefCell::new(file), size };
    if size < u64::from(IN_PIECES_FROM) || !session.add_pieces(name, &on_disk) {
        session.add(name, &fs::read(path)?);
    }
    Ok(())
}

struct OnDisk {
    file: RefCell<fs::File>,
    size: u64,
}

impl Pieces for OnDisk {
    fn size(&self) -> u64 {
        self.size
    }

    fn read(&self, at: u64, most: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut file = self.file.borrow_mut();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        match file.seek(SeekFrom::Start(at)).and_then(|_| file.by_ref().take(most).read_to_end(&mut bytes)) {
            Ok(_) => bytes,
            Err(_) => Vec::new(),
        }
    }
}

/// A ZIP with only what is of use in the large one; `None` where the file has to be read whole.
fn thinned(file: &mut fs::File, size: u64) -> io::Result<Option<Vec<u8>>> {
    let mut thin = ThinZip::new(size);
    let mut part = Vec::new();
    while let Some(range) = thin.wants() {
        part.clear();
        file.seek(SeekFrom::Start(range.start))?;
        file.by_ref().take(range.end.saturating_sub(range.start)).read_to_end(&mut part)?;
        thin.give(&part);
    }
    Ok(thin.finish())
}

/// Every file, folders walked in the order of their names. Hidden files and links inside folders are passed over.
pub fn below(paths: &[PathBuf]) -> Vec<Result<File<'static>, Unreadable>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, path, &mut found);
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            found.push(Ok(File { name, content: Content::OnDisk(path.clone()) }));
        }
    }
    found
}

fn walk(folder: &Path, top: &Path, found: &mut Vec<Result<File<'static>, Unreadable>>) {
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
                found.push(Ok(File { name, content: Content::OnDisk(path) }));
            }
            Ok(_) => {}
            Err(cause) => found.push(Err(unreadable(cause))),
        }
    }
}
