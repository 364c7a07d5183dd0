//! Compound files, which old workbooks are: whether every pointer in one leads somewhere, before a reader follows it.

use mioboe_model::ProblemCode;

use super::MOST_CELLS;

const SECTOR: usize = 512;
const MINI_SECTOR: usize = 64;
const ENTRY: usize = 128;
/// Streams shorter than this lie in the stream of small ones.
const SMALL: usize = 4096;
/// Numbers from here on are no sectors: the end of a chain, and places of the tables themselves.
const NO_SECTOR: u32 = 0xffff_fffa;

/// Records of a workbook's stream.
const DIMENSIONS: u16 = 0x0200;
const BOUND_SHEET: u16 = 0x0085;
const MANY_NUMBERS: u16 = 0x00bd;
/// Formula, number, label in three forms, truth, short number: each begins with its row and column.
const CELLS: [u16; 8] = [0x0006, 0x0203, 0x0204, 0x00d6, 0x00fd, 0x0205, 0x027e, MANY_NUMBERS];
/// Old workbooks have no more.
const MOST_COLUMNS: u32 = 256;

/// Says what is wrong with a file that must not be read.
pub(super) fn is_sound(bytes: &[u8]) -> Result<(), ProblemCode> {
    let stream = workbook_stream(bytes).ok_or(ProblemCode::BrokenWorkbook)?;
    let mut rest = stream.as_slice();
    let (mut bottom, mut right) = (0, 0);
    while let Some((head, behind)) = rest.split_at_checked(4) {
        let (kind, length) = (u16_at(head, 0).unwrap_or(0), usize::from(u16_at(head, 2).unwrap_or(0)));
        let Some((record, behind)) = behind.split_at_checked(length) else {
            return Err(ProblemCode::BrokenWorkbook);
        };
        match kind {
            DIMENSIONS => match cells_promised(record) {
                None => return Err(ProblemCode::BrokenWorkbook),
                Some(cells) if MOST_CELLS < cells => return Err(ProblemCode::TooLarge),
                Some(_) => {}
            },
            BOUND_SHEET if u32_at(record, 0).is_none_or(|start| stream.len() <= index(start)) => {
                return Err(ProblemCode::BrokenWorkbook);
            }
            _ if CELLS.contains(&kind) => {
                let last = if kind == MANY_NUMBERS { length.saturating_sub(2) } else { 2 };
                let place = |at| u16_at(record, at).map_or(0, u32::from);
                bottom = bottom.max(place(0) + 1);
                right = right.max(place(2) + 1).max(place(last) + 1);
            }
            _ => {}
        }
        // A reader makes a table up to the far corner, whatever is between.
        if MOST_COLUMNS < right || MOST_CELLS < bottom * right {
            return Err(ProblemCode::TooLarge);
        }
        rest = behind;
    }
    Ok(())
}

/// Memory for as many cells is set aside before one is read; `None` where the sheet ends before it begins.
fn cells_promised(dimensions: &[u8]) -> Option<u32> {
    let narrow = |at| u16_at(dimensions, at).map(u32::from);
    let [top, bottom, left, right] = if dimensions.len() < 14 {
        [narrow(0)?, narrow(2)?, narrow(4)?, narrow(6)?]
    } else {
        [u32_at(dimensions, 0)?, u32_at(dimensions, 4)?, narrow(8)?, narrow(10)?]
    };
    if bottom == 0 || right == 0 {
        return Some(0);
    }
    // A right end before the left one is read as from the first column on.
    let left = if right < left || 0xff < left { 0 } else { left };
    let (rows, columns) = (bottom.checked_sub(top)?, right - left);
    (0 < rows && 0 < columns).then(|| rows.saturating_mul(columns))
}

/// The stream that holds the workbook; `None` where a chain on the way to it leads nowhere or in a circle.
fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    // Larger sectors are for files of gigabytes; more tables than the header names are for more than we read.
    let is_usual = u16_at(bytes, 30)? == 9 && u16_at(bytes, 32)? == 6 && NO_SECTOR <= u32_at(bytes, 68)?;
    let sectors = Sectors { bytes: bytes.get(SECTOR..).filter(|_| is_usual)?, size: SECTOR };
    let mut table = Vec::new();
    for at in (76..SECTOR).step_by(4) {
        let sector = u32_at(bytes, at)?;
        if sector < NO_SECTOR {
            table.extend(numbers(sectors.get(sector)?));
        }
    }
    let folder = sectors.chain(u32_at(bytes, 48)?, &table)?;
    let root = folder.get(..ENTRY)?;
    let small =
        if u32_at(bytes, 64)? == 0 { Vec::new() } else { sectors.chain(u32_at(root, 116)?, &table)? };
    let small_table: Vec<u32> = if u32_at(bytes, 64)? == 0 {
        Vec::new()
    } else {
        numbers(&sectors.chain(u32_at(bytes, 60)?, &table)?).collect()
    };
    let entry = ["Workbook", "Book"].iter().find_map(|name| {
        folder
            .as_chunks::<ENTRY>()
            .0
            .iter()
            .find(|entry| name_of(entry.as_slice()).eq_ignore_ascii_case(name))
    })?;
    let (start, size) = (u32_at(entry, 116)?, index(u32_at(entry, 120)?));
    let mut stream = if size < SMALL {
        Sectors { bytes: &small, size: MINI_SECTOR }.chain(start, &small_table)?
    } else {
        sectors.chain(start, &table)?
    };
    (size <= stream.len()).then(|| {
        stream.truncate(size);
        stream
    })
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

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
