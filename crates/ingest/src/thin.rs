//! Large ZIPs without their photos and invoices: only the tables' own bytes are asked for, so that an export of half a
//! gigabyte is read in the memory of its tables.
//!
//! Whoever has the file reads what [`ThinZip::wants`] asks for and gives it; what comes out is a ZIP like the large one
//! with just those entries, to be read as any other.

use std::ops::Range;

use crate::archive::is_of_use;

/// Signature, counts, size and place of the directory, length of the comment.
const END: usize = 22;
const END_SIGNATURE: &[u8] = b"PK\x05\x06";
const ENTRY: usize = 46;
const ENTRY_SIGNATURE: &[u8] = b"PK\x01\x02";
/// The part that says what the others of a workbook are.
const WORKBOOK: &[u8] = b"[Content_Types].xml";
/// The longest comment there can be behind the directory.
const LONGEST_COMMENT: u64 = 0xffff;
/// Where this stands, the real number is in a field of its own: files of more than 4 GiB.
const ELSEWHERE: u32 = u32::MAX;

/// A ZIP that is being thinned.
pub struct ThinZip {
    size: u64,
    step: Step,
}

enum Step {
    End(Range<u64>),
    Directory(Range<u64>),
    Entries(Entries),
    /// No ZIP as we know them: it has to be read whole, and to say itself what is wrong with it.
    GivenUp,
}

struct Entries {
    /// Directory record of each, and where its own bytes are in the large file.
    wanted: Vec<(Vec<u8>, Range<u64>)>,
    /// How many of them were given.
    given: usize,
    zip: Vec<u8>,
}

impl ThinZip {
    /// `size` is the file's.
    pub fn new(size: u64) -> Self {
        let longest = u64::try_from(END).unwrap_or(u64::MAX).saturating_add(LONGEST_COMMENT);
        Self { size, step: Step::End(size.saturating_sub(longest)..size) }
    }

    /// The bytes to read next; `None` when it is finished.
    pub fn wants(&self) -> Option<Range<u64>> {
        match &self.step {
            Step::End(range) | Step::Directory(range) => Some(range.clone()),
            Step::Entries(entries) => entries.wanted.get(entries.given).map(|(_, range)| range.clone()),
            Step::GivenUp => None,
        }
    }

    /// Takes the bytes that were wanted.
    pub fn give(&mut self, bytes: &[u8]) {
        let next = match &mut self.step {
            Step::End(range) => directory(bytes, range.start).map(Step::Directory),
            Step::Directory(range) => entries(bytes, range.start, self.size).map(Step::Entries),
            Step::Entries(entries) => match entries.take(bytes) {
                Some(()) => return,
                None => None,
            },
            Step::GivenUp => None,
        };
        self.step = next.unwrap_or(Step::GivenUp);
    }

    /// The small ZIP, or nothing if the large one has to be read whole.
    pub fn finish(self) -> Option<Vec<u8>> {
        let Step::Entries(mut entries) = self.step else { return None };
        if entries.given < entries.wanted.len() {
            return None;
        }
        let start = u32::try_from(entries.zip.len()).ok()?;
        let count = u16::try_from(entries.wanted.len()).ok()?;
        for (record, _) in &entries.wanted {
            entries.zip.extend_from_slice(record);
        }
        let length = u32::try_from(entries.zip.len()).ok()?.checked_sub(start)?;
        entries.zip.extend_from_slice(END_SIGNATURE);
        entries.zip.extend_from_slice(&[0; 4]);
        for count in [count, count] {
            entries.zip.extend_from_slice(&count.to_le_bytes());
        }
        for number in [length, start] {
            entries.zip.extend_from_slice(&number.to_le_bytes());
        }
        entries.zip.extend_from_slice(&[0; 2]);
        Some(entries.zip)
    }
}

impl Entries {
    /// Puts the entry where it comes to stand, and says so in its record.
    fn take(&mut self, bytes: &[u8]) -> Option<()> {
        let (record, range) = self.wanted.get_mut(self.given)?;
        if u64::try_from(bytes.len()).ok()? != range.end.checked_sub(range.start)? {
            return None;
        }
        let at = u32::try_from(self.zip.len()).ok()?;
        record.get_mut(42..46)?.copy_from_slice(&at.to_le_bytes());
        self.zip.extend_from_slice(bytes);
        self.given += 1;
        Some(())
    }
}

/// Where the directory is, by the record behind it.
fn directory(tail: &[u8], tail_starts: u64) -> Option<Range<u64>> {
    let at = tail.windows(END_SIGNATURE.len()).rposition(|window| window == END_SIGNATURE)?;
    let end = tail.get(at..).and_then(|end| end.get(..END))?;
    let (length, start) = (u32_at(end, 12)?, u32_at(end, 16)?);
    let range = u64::from(start)..u64::from(start).checked_add(u64::from(length))?;
    let ends = tail_starts.checked_add(u64::try_from(at).ok()?)?;
    // What stands before a ZIP (a program that unpacks it) moves everything.
    (length != ELSEWHERE && start != ELSEWHERE && range.end == ends).then_some(range)
}

fn entries(directory: &[u8], directory_starts: u64, size: u64) -> Option<Entries> {
    let mut rest = directory;
    let mut all: Vec<(&[u8], u64)> = Vec::new();
    while !rest.is_empty() {
        if !rest.starts_with(ENTRY_SIGNATURE) {
            return None;
        }
        let lengths = [28, 30, 32].map(|at| u16_at(rest, at).map(usize::from));
        let [Some(name), Some(extra), Some(comment)] = lengths else { return None };
        let (record, behind) = rest.split_at_checked(ENTRY + name + extra + comment)?;
        let (packed, starts) = (u32_at(record, 20)?, u32_at(record, 42)?);
        if packed == ELSEWHERE || starts == ELSEWHERE {
            return None;
        }
        all.push((record, u64::from(starts)));
        rest = behind;
    }
    let mut starts: Vec<u64> = all.iter().map(|&(_, start)| start).collect();
    starts.push(directory_starts);
    starts.sort_unstable();
    // An entry ends where the next begins; two at one place are a bomb's.
    if starts.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
        return None;
    }
    let (mut wanted, mut total) = (Vec::new(), 0_u64);
    for (record, start) in all {
        let name = u16_at(record, 28).and_then(|length| record.get(ENTRY..ENTRY + usize::from(length)))?;
        // A workbook needs all of its parts.
        if name == WORKBOOK {
            return None;
        }
        if !is_of_use(&String::from_utf8_lossy(name)) {
            continue;
        }
        let next = starts.get(starts.partition_point(|&other| other <= start))?;
        total = total.checked_add(next - start)?;
        wanted.push((record.to_vec(), start..*next));
    }
    (total <= size).then_some(Entries { wanted, given: 0, zip: Vec::new() })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    use super::ThinZip;
    use crate::archive::entries;

    fn zip(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// The small ZIP, and how many bytes were asked for.
    fn thin(large: &[u8]) -> (Option<Vec<u8>>, usize) {
        let mut thin = ThinZip::new(large.len() as u64);
        let mut read = 0;
        while let Some(range) = thin.wants() {
            let bytes = &large[usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap()];
            read += bytes.len();
            thin.give(bytes);
        }
        (thin.finish(), read)
    }

    fn unpacked(bytes: &[u8]) -> (Vec<(String, Vec<u8>)>, usize) {
        let mut found = Vec::new();
        let refusals = entries(bytes, &mut |name, bytes| found.push((name.to_owned(), bytes.to_vec())));
        (found, refusals.len())
    }

    #[test]
    fn a_large_export_gives_the_same_and_its_photos_are_never_read() {
        let photo = vec![7; 3 << 20];
        let inner = zip(&[("b.csv", b"inner")], CompressionMethod::Deflated);
        let files: [(&str, &[u8]); 7] = [
            ("Your Orders/photo1.jpeg", &photo),
            ("Your Orders/Order History.csv", b"a,b\n1,2\n"),
            ("Your Orders/photo2.jpeg", &photo),
            ("Your Orders/Cart History.csv", b"of no use"),
            ("Your Orders/inner.zip", &inner),
            ("Your Orders/invoice.pdf", &photo),
            ("z.txt", b"last"),
        ];
        for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
            let large = zip(&files, method);
            let (small, read) = thin(&large);
            assert_eq!(unpacked(&small.unwrap()), unpacked(&large));
            assert!(read < 200_000, "{read} bytes were read");
        }
    }

    #[test]
    fn what_is_no_zip_of_the_usual_kind_is_left_to_be_read_whole() {
        let whole = zip(&[("a.csv", b"hello, hello")], CompressionMethod::Deflated);
        for cut in 0..whole.len() {
            assert_eq!(thin(&whole[..cut]).0, None, "{cut}");
        }
        let mut overlapping = zip(&[("a.csv", b"11111"), ("b.csv", b"11111")], CompressionMethod::Stored);
        let at = overlapping.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        overlapping[at + 42..at + 46].copy_from_slice(&0_u32.to_le_bytes());
        assert_eq!(thin(&overlapping).0, None);
        let workbook = zip(
            &[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")],
            CompressionMethod::Deflated,
        );
        assert_eq!(thin(&workbook).0, None);
        let mut shorter = ThinZip::new(whole.len() as u64);
        while shorter.wants().is_some() {
            shorter.give(b"");
        }
        assert_eq!(shorter.finish(), None);
    }

    #[test]
    fn an_empty_zip_stays_one() {
        let empty = zip(&[], CompressionMethod::Stored);
        assert_eq!(unpacked(&thin(&empty).0.unwrap()), unpacked(&empty));
    }
}
