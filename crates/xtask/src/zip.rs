//! A folder as one ZIP that says the same whenever and wherever it was made.

use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::folder::{files_below, path_below};

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
        packed.start_file(format!("{FOLDER}/{}", path_below(from, &path)), options)?;
        io::copy(&mut File::open(&path)?, &mut packed)?;
    }
    packed.finish()?;
    Ok(())
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
            let name = format!("mioboe/{}", path_below(&here, &path));
            let mut content = Vec::new();
            unpacked.by_name(&name)?.read_to_end(&mut content)?;
            assert!(content == fs::read(&path)?, "{name}");
        }
        Ok(())
    }
}
