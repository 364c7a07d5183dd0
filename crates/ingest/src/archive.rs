//! ZIPs: only what may be a table or a mail is inflated, counted while it is, and never trusted to say how large it is.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use mioboe_model::ProblemCode;
#[cfg(feature = "documents")]
use mioboe_model::sorted::Map;
use mioboe_model::text::lower;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive, ZipVerification};

/// More entries than the largest order export has tables; photos and invoices are not counted.
const MOST_READ: usize = 2_000;
const MOST_BYTES_OF_ENTRY: u64 = 512 << 20;
const MOST_BYTES: u64 = 1 << 30;

/// No table packs better than this; only large entries are judged, small ones of blanks may.
const MOST_RATIO: u64 = 200;
const RATIO_JUDGED_FROM: u64 = 8 << 20;

/// Tables of one archive pack less well than this, each with the others; small ones of blanks may. What is read of them
/// takes several times the memory.
const MOST_RATIO_OF_ALL: u64 = 40;
const ALL_JUDGED_FROM: u64 = 32 << 20;

/// Names in one directory; the largest exports have some ten thousand photos.
const MOST_LISTED: usize = 100_000;

/// What a record of the directory has before its name.
const RECORD: u64 = 46;
/// The end of a ZIP of more than 4 GiB, and what says where it is.
const LARGE_END: u64 = 56 + 20;

/// A ZIP in a ZIP is read, one within that is not.
const DEEPEST: usize = 1;

/// Kinds of files that may hold a table, a statement or a mail.
const READ: [&str; 14] =
    ["csv", "tsv", "txt", "json", "eml", "mbox", "ofx", "qfx", "qif", "sta", "xls", "xlsm", "xlsx", "xml"];

/// An entry, or the archive as a whole, that was not read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The path inside the archive; `None` where it is the archive itself.
    pub(crate) entry: Option<String>,
    pub(crate) code: ProblemCode,
}

/// Says whether the bytes begin as a ZIP does.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    [b"PK\x03\x04".as_slice(), b"PK\x05\x06", b"PK\x07\x08"].iter().any(|start| bytes.starts_with(start))
}

/// Hands out path and bytes of the entries of a ZIP one by one, in the order of their names; `inner.zip/a.csv` is the
/// path of one of an archive in it.
pub(crate) fn entries(bytes: &[u8], give: &mut dyn FnMut(&str, &[u8])) -> Vec<Refusal> {
    let mut unpacking = Unpacking { read: 0, packed: 0, bytes: 0, refusals: Vec::new(), give };
    unpacking.archive("", bytes, 0);
    unpacking.refusals
}

/// The parts of a workbook by their paths, each inflated once at most, when it is asked for.
#[cfg(feature = "documents")]
pub(crate) struct Parts<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    listed: Map<String, Listed>,
    unpacked: u64,
}

#[cfg(feature = "documents")]
impl<'b> Parts<'b> {
    const MOST_BYTES_OF_PART: u64 = 64 << 20;
    const MOST_BYTES: u64 = 256 << 20;

    pub(crate) fn new(bytes: &'b [u8]) -> Result<Self, ProblemCode> {
        let (archive, names) = directory(bytes).ok_or(ProblemCode::BrokenWorkbook)?;
        if MOST_READ < names.len() {
            return Err(ProblemCode::TooLarge);
        }
        let count = names.len();
        let listed: Map<_, _> = names.into_iter().map(|(name, at)| (part_name(&name), at)).collect();
        // Of two parts of one name nobody can say which is meant.
        if listed.len() < count {
            return Err(ProblemCode::BrokenWorkbook);
        }
        Ok(Self { archive, listed, unpacked: 0 })
    }

    /// `None` where there is no such part, or where it was taken before.
    pub(crate) fn take(&mut self, path: &str) -> Result<Option<Vec<u8>>, ProblemCode> {
        let Some(listed) = self.listed.remove(&part_name(path)) else { return Ok(None) };
        let most = Self::MOST_BYTES_OF_PART.min(Self::MOST_BYTES.saturating_sub(self.unpacked));
        let part = inflate(&self.archive, &listed, most).map_err(|code| match code {
            ProblemCode::ZipTooLarge => ProblemCode::TooLarge,
            ProblemCode::EncryptedZip => ProblemCode::EncryptedWorkbook,
            _ => ProblemCode::BrokenWorkbook,
        })?;
        self.unpacked = self.unpacked.saturating_add(size_of(&part));
        Ok(Some(part))
    }
}

/// Says whether a ZIP has a part of this name; `None` where its directory cannot be read.
pub(crate) fn has_part(bytes: &[u8], name: &str) -> Option<bool> {
    let (_, names) = directory(bytes)?;
    Some(names.iter().any(|(other, _)| part_name(other) == name))
}

/// Says whether a ZIP has no entry at all.
pub(crate) fn is_empty(bytes: &[u8]) -> bool {
    directory(bytes).is_some_and(|(_, names)| names.is_empty())
}

/// Writers differ in letters and slashes; readers may not.
fn part_name(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

struct Unpacking<'g> {
    read: usize,
    packed: u64,
    bytes: u64,
    refusals: Vec<Refusal>,
    give: &'g mut dyn FnMut(&str, &[u8]),
}

impl Unpacking<'_> {
    fn archive(&mut self, folder: &str, bytes: &[u8], depth: usize) {
        let whole = (!folder.is_empty()).then(|| folder.trim_end_matches('/').to_owned());
        let Some((archive, mut names)) = directory(bytes) else {
            return self.refuse(whole, ProblemCode::BrokenZip);
        };
        names.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        for (name, listed) in names {
            let path = format!("{folder}{name}");
            match judge(&name) {
                Kind::Nothing => {}
                Kind::Archive if DEEPEST <= depth => self.refuse(Some(path), ProblemCode::NestedZip),
                kind => {
                    if MOST_READ <= self.read || MOST_BYTES <= self.bytes {
                        let code = if MOST_READ <= self.read {
                            ProblemCode::ZipTooManyEntries
                        } else {
                            ProblemCode::ZipTooLarge
                        };
                        return self.refuse(whole, code);
                    }
                    self.read += 1;
                    self.packed = self.packed.saturating_add(listed.packed);
                    let most =
                        self.packed.saturating_mul(MOST_RATIO_OF_ALL).clamp(ALL_JUDGED_FROM, MOST_BYTES);
                    let most = MOST_BYTES_OF_ENTRY.min(most.saturating_sub(self.bytes));
                    match inflate(&archive, &listed, most) {
                        Err(code) => self.refuse(Some(path), code),
                        Ok(inflated) => {
                            self.bytes = self.bytes.saturating_add(size_of(&inflated));
                            if matches!(kind, Kind::Archive) {
                                self.archive(&format!("{path}/"), &inflated, depth + 1);
                            } else {
                                (self.give)(&path, &inflated);
                            }
                        }
                    }
                }
            }
        }
    }

    fn refuse(&mut self, entry: Option<String>, code: ProblemCode) {
        self.refusals.push(Refusal { entry, code });
    }
}

/// Headers are not believed: what comes out is counted, and one byte more than was said ends it.
fn inflate(archive: &ZipSliceArchive<&[u8]>, listed: &Listed, most: u64) -> Result<Vec<u8>, ProblemCode> {
    if listed.encrypted {
        return Err(ProblemCode::EncryptedZip);
    }
    let entry = archive.get_entry(listed.at).map_err(|_| ProblemCode::BrokenZip)?;
    let packed = entry.data();
    let by_ratio = size_of(packed).max(1).saturating_mul(MOST_RATIO).max(RATIO_JUDGED_FROM);
    let limit = most.min(by_ratio);
    let size = match listed.method {
        CompressionMethod::STORE => size_of(packed),
        CompressionMethod::DEFLATE => listed.size,
        _ => return Err(ProblemCode::Unsupported),
    };
    if limit < size {
        return Err(ProblemCode::ZipTooLarge);
    }
    let inflated = if listed.method == CompressionMethod::STORE {
        packed.to_vec()
    } else {
        // In one piece: memory that grows is copied again and again.
        let mut inflated = vec![0; usize::try_from(size).map_err(|_| ProblemCode::ZipTooLarge)?];
        let mut inflating = Box::<DecompressorOxide>::default();
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, _, written) = decompress(&mut inflating, packed, &mut inflated, 0, flags);
        if status != TINFLStatus::Done || written != inflated.len() {
            return Err(ProblemCode::BrokenZip);
        }
        inflated
    };
    let is = ZipVerification { crc: crc32(&inflated), uncompressed_size: size_of(&inflated) };
    entry.claim_verifier().valid(is).map_err(|_| ProblemCode::BrokenZip)?;
    Ok(inflated)
}

/// The sum that a ZIP has of each entry. Its table is made here, as the one of `rawzip` takes 16 kB of the module.
fn crc32(bytes: &[u8]) -> u32 {
    let mut table = [0_u32; 256];
    for (place, index) in table.iter_mut().zip(0..) {
        *place = (0..8).fold(index, |rest, _| (rest >> 1) ^ (0xedb8_8320 * (rest & 1)));
    }
    let step = |sum: u32, byte: &u8| {
        let [lowest, ..] = sum.to_le_bytes();
        table.get(usize::from(lowest ^ byte)).map_or(sum, |mixed| mixed ^ (sum >> 8))
    };
    !bytes.iter().fold(!0, step)
}

/// The entries of a directory, by path.
type Names = Vec<(String, Listed)>;

/// An entry of the directory.
struct Listed {
    at: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
    packed: u64,
    /// As the directory has it.
    size: u64,
}

/// The names in a ZIP; `None` where it cannot be read, where entries share bytes, as only bombs do, or where another
/// reader could find another directory in it.
fn directory(bytes: &[u8]) -> Option<(ZipSliceArchive<&[u8]>, Names)> {
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let (mut names, mut spans) = (Vec::new(), Vec::new());
    let mut ends = archive.directory_offset();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().ok()? {
        let at = entry.wayfinder();
        if MOST_LISTED <= spans.len() {
            return None;
        }
        let (start, end) = archive.get_entry(at).ok()?.compressed_data_range();
        spans.push((entry.local_header_offset(), end));
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        let encrypted = entry.flags().is_encrypted();
        let (method, size) = (entry.compression_method(), entry.uncompressed_size_hint());
        names.push((name, Listed { at, method, encrypted, packed: end.saturating_sub(start), size }));
        let lengths = [
            entry.file_path().len(),
            entry.extra_fields().remaining_bytes().len(),
            entry.comment().as_bytes().len(),
        ];
        ends = entry.central_directory_offset()
            + RECORD
            + lengths.into_iter().map(|length| length as u64).sum::<u64>();
    }
    if !is_the_only_end(bytes, &archive, ends)
        || spans.iter().any(|&(_, end)| archive.directory_offset() < end)
    {
        return None;
    }
    spans.sort_unstable();
    let apart = spans.windows(2).all(|pair| !matches!(pair, [(_, end), (start, _)] if start < end));
    apart.then_some((archive, names))
}

/// Some readers look for the directory where the end says it is, others where it would be if it stood right before the
/// end. Both have to find the same: nothing but the end of large ZIPs may stand between.
fn is_the_only_end(bytes: &[u8], archive: &ZipSliceArchive<&[u8]>, directory_ends: u64) -> bool {
    let at = |offset: u64| usize::try_from(offset).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
    let end = archive.eocd_offset();
    let between = at(directory_ends);
    let is_large = between.starts_with(b"PK\x06\x06");
    if end.checked_sub(directory_ends).is_none_or(|size| 0 < size && (LARGE_END < size || !is_large)) {
        return false;
    }
    let short = |place: usize| at(end).get(place..)?.first_chunk().map(|&four| u32::from_le_bytes(four));
    let long = |place: usize| between.get(place..)?.first_chunk().map(|&eight| u64::from_le_bytes(eight));
    let said = |place, in_large| match short(place) {
        Some(u32::MAX) if is_large => long(in_large),
        number => number.map(u64::from),
    };
    // What stands before a ZIP moves everything in it; but these begin at once. And no record of the directory may reach
    // over what some readers take for the directory.
    let starts = archive.directory_offset();
    said(12, 40) == directory_ends.checked_sub(starts) && said(16, 48) == Some(starts)
}

fn size_of(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

enum Kind {
    File,
    Archive,
    /// Pictures, invoices, folders: there are hundreds of them.
    Nothing,
}

/// Says whether an entry of this name is read.
pub(crate) fn is_of_use(name: &str) -> bool {
    !matches!(judge(name), Kind::Nothing)
}

/// Wrapper folders differ between exports, so only the last part of a name counts.
fn judge(name: &str) -> Kind {
    let base = lower(name.rsplit(['/', '\\']).next().unwrap_or_default());
    let kind = base.rsplit_once('.').map_or("", |(_, kind)| kind);
    // What macOS adds to ZIPs beside each file.
    let is_shadow = name.starts_with("__MACOSX/") || base.starts_with("._");
    if is_shadow {
        Kind::Nothing
    } else if kind == "zip" {
        Kind::Archive
    } else if !READ.contains(&kind) {
        Kind::Nothing
    } else {
        Kind::File
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use mioboe_model::ProblemCode;
    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    use super::{Refusal, crc32, entries};

    #[test]
    fn the_sum_of_an_entry_is_the_one_that_others_work_out() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926, "the check value of the standard");
        let bytes: Vec<u8> =
            (0_u32..5000).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        for length in [0, 1, 15, 16, 17, 5000] {
            assert_eq!(crc32(&bytes[..length]), rawzip::crc32(&bytes[..length]));
        }
    }

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(
                *name,
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated),
            )
            .unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn tables_that_pack_too_well_are_not_all_unpacked() {
        let text = vec![b'x'; 7_700_000];
        let names: Vec<String> = (0..6).map(|number| format!("{number:02}.csv")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), text.as_slice())).collect();
        let mut given = 0;
        let refusals = entries(&zip(&files), &mut |_, _| given += 1);
        assert_eq!((given, refusals.len()), (4, 2));
        assert!(refusals.iter().all(|refusal| refusal.code == ProblemCode::ZipTooLarge));
    }

    fn unpack(bytes: &[u8]) -> (Vec<String>, Vec<Refusal>) {
        let mut found = Vec::new();
        let refusals = entries(bytes, &mut |name, bytes| {
            found.push(format!("{name}={}", String::from_utf8_lossy(bytes)));
        });
        (found, refusals)
    }

    #[track_caller]
    fn refused(bytes: &[u8], entry: Option<&str>, code: ProblemCode) {
        let (_, refusals) = unpack(bytes);
        assert_eq!(refusals, [Refusal { entry: entry.map(str::to_owned), code }]);
    }

    #[test]
    fn only_tables_and_mails_are_inflated() {
        let zip = zip(&[
            ("Your Orders/Your Amazon Orders/Order History.csv", b"a"),
            ("Your Orders/Your Amazon Orders/Cart History.csv", b"b"),
            ("Your Orders/photo.jpeg", b"c"),
            ("Your Orders/invoice.PDF", b"d"),
            ("__MACOSX/._Order History.csv", b"e"),
            ("mail.EML", b"f"),
        ]);
        let (found, refusals) = unpack(&zip);
        assert_eq!(
            found,
            [
                "Your Orders/Your Amazon Orders/Cart History.csv=b",
                "Your Orders/Your Amazon Orders/Order History.csv=a",
                "mail.EML=f"
            ]
        );
        assert_eq!(refusals, []);
    }

    #[test]
    fn a_zip_in_a_zip_is_read_and_one_deeper_is_not() {
        let inner = zip(&[("a.csv", b"1")]);
        let middle = zip(&[("b.csv", b"2"), ("inner.zip", &inner)]);
        let outer = zip(&[("middle.zip", &middle)]);
        assert_eq!(unpack(&middle).0, ["b.csv=2", "inner.zip/a.csv=1"]);
        assert_eq!(unpack(&outer).0, ["middle.zip/b.csv=2"]);
        refused(&outer, Some("middle.zip/inner.zip"), ProblemCode::NestedZip);
    }

    #[test]
    fn a_bomb_is_stopped_whatever_its_headers_say() {
        let bomb = zip(&[("a.csv", &vec![b'0'; 24 << 20])]);
        refused(&bomb, Some("a.csv"), ProblemCode::ZipTooLarge);
        // The size in the directory says 1.
        let mut lying = bomb;
        let at = lying.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        lying[at + 24..at + 28].copy_from_slice(&1u32.to_le_bytes());
        let (found, refusals) = unpack(&lying);
        assert!(found.is_empty());
        assert_eq!(refusals.len(), 1);
    }

    #[test]
    fn too_many_entries_end_the_reading() {
        let names: Vec<String> = (0..2_001).map(|at| format!("{at}.csv")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        let (found, refusals) = unpack(&zip(&files));
        assert_eq!(found.len(), 2_000);
        assert_eq!(refusals, [Refusal { entry: None, code: ProblemCode::ZipTooManyEntries }]);
    }

    #[test]
    fn photos_do_not_count_as_entries() {
        let names: Vec<String> = (0..2_500).map(|at| format!("{at}.jpeg")).collect();
        let mut files: Vec<(&str, &[u8])> =
            names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        files.push(("z.csv", b"1"));
        assert_eq!(unpack(&zip(&files)), (vec!["z.csv=1".to_owned()], vec![]));
    }

    #[test]
    fn a_broken_zip_is_said_to_be_broken() {
        let whole = zip(&[("a.csv", b"hello, hello, hello")]);
        refused(&whole[..whole.len() / 2], None, ProblemCode::BrokenZip);
        refused(b"PK\x03\x04", None, ProblemCode::BrokenZip);
    }

    #[test]
    fn an_encrypted_entry_is_named() {
        let mut locked = zip(&[("a.csv", b"1")]);
        let directory = locked.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        // The flag of encryption, in the entry and in the directory.
        locked[6] |= 1;
        locked[directory + 8] |= 1;
        refused(&locked, Some("a.csv"), ProblemCode::EncryptedZip);
    }

    #[test]
    fn entries_that_share_bytes_are_refused() {
        let mut overlapping = zip(&[("a.csv", b"11111"), ("b.csv", b"11111")]);
        // The directory's second entry points at the first one's bytes.
        let at = overlapping.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
        overlapping[at + 42..at + 46].copy_from_slice(&0u32.to_le_bytes());
        let (found, refusals) = unpack(&overlapping);
        assert!(found.is_empty());
        assert_eq!(refusals, [Refusal { entry: None, code: ProblemCode::BrokenZip }]);
    }
}
