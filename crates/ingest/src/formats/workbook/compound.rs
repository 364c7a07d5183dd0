//! Compound files, which old workbooks are: the stream of the workbook, by pointers that all lead somewhere.

const HEADER: usize = 512;
const ENTRY: usize = 128;
/// Streams shorter than this lie in the stream of small ones.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// Numbers from here on are no sectors: the end of a chain, and places of the tables themselves.
const NO_SECTOR: u32 = 0xffff_fffa;
/// What an entry of the folder says of itself when it is a file in it.
const STREAM: u8 = 2;

/// The stream that holds the workbook; `None` where a chain on the way to it leads nowhere or in a circle.
pub(super) fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match (u16_at(bytes, 30)?, u16_at(bytes, 32)?) {
        (9, 6) => 512,
        (12, 6) => 4096,
        _ => return None,
    };
    let sectors = Sectors { bytes: bytes.get(size..)?, size };
    let table = table(bytes, &sectors)?;
    let folder = sectors.chain(u32_at(bytes, 48)?, &table)?;
    let root = folder.get(..ENTRY)?;
    let (small, small_table) = if u32_at(bytes, 64)? == 0 {
        (Vec::new(), Vec::new())
    } else {
        let small_table = sectors.chain(u32_at(bytes, 60)?, &table)?;
        (sectors.chain(u32_at(root, 116)?, &table)?, numbers(&small_table).collect())
    };
    let entry = ["Workbook", "Book"].iter().find_map(|name| {
        let mut entries = folder.as_chunks::<ENTRY>().0.iter().map(<[u8; ENTRY]>::as_slice);
        entries.find(|entry| entry.get(66) == Some(&STREAM) && name_of(entry).eq_ignore_ascii_case(name))
    })?;
    let (start, size) = (u32_at(entry, 116)?, index(u32_at(entry, 120)?));
    let mut stream = if size < SMALL {
        Sectors { bytes: &small, size: SMALL_SECTOR }.chain(start, &small_table)?
    } else {
        sectors.chain(start, &table)?
    };
    (size <= stream.len()).then(|| {
        stream.truncate(size);
        stream
    })
}

/// Which sector follows which. The header names the sectors of this table, and where the names of more are.
fn table(bytes: &[u8], sectors: &Sectors<'_>) -> Option<Vec<u32>> {
    let mut names: Vec<u32> = numbers(bytes.get(76..HEADER)?).collect();
    let mut next = u32_at(bytes, 68)?;
    while next < NO_SECTOR {
        let mut more: Vec<u32> = numbers(sectors.get(next)?).collect();
        next = more.pop()?;
        names.extend(more);
        sectors.more_than_there_are(names.len())?;
    }
    let mut table = Vec::new();
    for name in names.into_iter().filter(|&name| name < NO_SECTOR) {
        table.extend(numbers(sectors.get(name)?));
        sectors.more_than_there_are(table.len() / (sectors.size / 4))?;
    }
    Some(table)
}

struct Sectors<'b> {
    bytes: &'b [u8],
    size: usize,
}

impl Sectors<'_> {
    fn get(&self, sector: u32) -> Option<&[u8]> {
        let start = index(sector).checked_mul(self.size)?;
        self.bytes.get(start..start.checked_add(self.size)?)
    }

    /// `None` for a count that only a circle can give.
    fn more_than_there_are(&self, count: usize) -> Option<()> {
        (count <= self.bytes.len() / self.size * 2 + 128).then_some(())
    }

    /// The sectors from one on, joined.
    fn chain(&self, mut sector: u32, table: &[u32]) -> Option<Vec<u8>> {
        let mut joined = Vec::new();
        while sector < NO_SECTOR {
            joined.extend_from_slice(self.get(sector)?);
            // More than there is can only be a circle.
            if self.bytes.len() < joined.len() {
                return None;
            }
            sector = *table.get(index(sector))?;
        }
        Some(joined)
    }
}

fn name_of(entry: &[u8]) -> String {
    let letters =
        entry.get(..64).unwrap_or_default().as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair));
    char::decode_utf16(letters.take_while(|&letter| letter != 0)).filter_map(Result::ok).collect()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four))
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
