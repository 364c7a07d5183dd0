//! A folder as one ZIP that says the same whenever and wherever it was made.

use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Everything in it lies in a folder of this name, so that unpacking scatters nothing.
const FOLDER: &str = "mioboe";

/// Packs what is in `from`.
pub(crate) fn pack(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let file = File::create(to).with_context(|| format!("writing {}", to.display()))?;
    write(from, file)
}

fn write(from: &Path, to: impl Write + Seek) -> Result<()> {
    // The files' own times would make another ZIP of the same page.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    let mut packed = ZipWriter::new(to);
    for path in files_below(from)? {
        let inside = path.strip_prefix(from)?;
        let name = [FOLDER]
            .into_iter()
            .map(Into::into)
            .chain(inside.iter().map(|part| part.to_string_lossy()))
            .collect::<Vec<_>>();
        packed.start_file(name.join("/"), options)?;
        io::copy(&mut File::open(&path)?, &mut packed)?;
    }
    packed.finish()?;
    Ok(())
}

/// In the order of their names.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    entries.sort();
    let mut files = Vec::new();
    for path in entries {
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() -> Result<()> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut bytes = Cursor::new(Vec::new());
        write(&here, &mut bytes)?;
        let mut again = Cursor::new(Vec::new());
        write(&here, &mut again)?;
        assert!(bytes.get_ref() == again.get_ref(), "the same folder makes the same ZIP");

        let mut unpacked = zip::ZipArchive::new(bytes)?;
        assert_eq!(unpacked.len(), files_below(&here)?.len());
        for path in files_below(&here)? {
            let name = format!("mioboe/{}", path.strip_prefix(&here)?.to_string_lossy());
            let mut content = Vec::new();
            unpacked.by_name(&name)?.read_to_end(&mut content)?;
            assert!(content == fs::read(&path)?, "{name}");
        }
        Ok(())
    }
}
