//! Excel's workbooks up to 2003: records in a stream, of which the few that make a table are read.
//!
//! A record says its own length, so everything is cut to it; where a record is shorter than what it has to hold, or a sheet
//! does not begin where the book says, the book is broken, and nobody guesses what was meant.

use mioboe_model::ProblemCode;
use mioboe_model::sorted::Map;
use rust_decimal::Decimal;

use super::compound::{index, u16_at, u32_at};
use super::number::{self, Epoch, Shows};
use super::{MOST_CELLS, Table, Writer, compound, within_budget};
use crate::decode::decode;

const FORMULA: u16 = 0x0006;
const END_OF_PART: u16 = 0x000a;
const EPOCH: u16 = 0x0022;
const PASSWORD: u16 = 0x002f;
const CONTINUED: u16 = 0x003c;
const SHEET: u16 = 0x0085;
const MANY_NUMBERS: u16 = 0x00bd;
const RICH_LABEL: u16 = 0x00d6;
const STYLE: u16 = 0x00e0;
const SHARED_TEXTS: u16 = 0x00fc;
const SHARED_LABEL: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const TRUTH: u16 = 0x0205;
const TEXT_OF_FORMULA: u16 = 0x0207;
const SHORT_NUMBER: u16 = 0x027e;
const FORMAT: u16 = 0x041e;
const PART: u16 = 0x0809;

/// The version that is written since 1997; all before it have texts in some code page.
const UNICODE: u16 = 0x0600;
const BEFORE_UNICODE: u16 = 0x0500;

type Said<T> = Result<T, ProblemCode>;

/// The text of a cell, as far as it is known before the end of the book.
enum Text {
    Plain(String),
    /// In a code page that is known when all of them are.
    Bytes(Vec<u8>),
    Shared(usize),
}

struct Cell {
    row: u16,
    column: u16,
    text: Text,
}

#[derive(Default)]
struct Book {
    is_unicode: bool,
    is_of_1904: bool,
    /// Where each sheet begins, in the order of the book.
    sheets: Vec<Sheet>,
    shared: Vec<Text>,
    formats: Map<u16, Shows>,
    /// The format of each style.
    styles: Vec<u16>,
}

struct Sheet {
    begins: usize,
    name: Text,
    /// Charts and macros are sheets, too.
    is_table: bool,
    cells: Vec<Cell>,
    is_read: bool,
}

pub(super) fn tables(bytes: &[u8]) -> Said<Vec<Table>> {
    let stream = compound::workbook_stream(bytes).ok_or(ProblemCode::BrokenWorkbook)?;
    let mut records = Records { stream: &stream, at: 0 };
    let mut book = Book::read(&mut records)?;
    let mut cells_left = MOST_CELLS;
    while let Some(record) = records.next()? {
        if record.kind != PART {
            continue;
        }
        let at = book.sheets.iter().position(|sheet| sheet.begins == record.at && sheet.is_table);
        let cells = book.sheet(&mut records, &mut cells_left)?;
        if let Some(sheet) = at.and_then(|at| book.sheets.get_mut(at)) {
            (sheet.cells, sheet.is_read) = (cells, true);
        }
    }
    if book.sheets.iter().any(|sheet| sheet.is_table && !sheet.is_read) {
        return Err(ProblemCode::BrokenWorkbook);
    }
    book.write()
}

impl Book {
    /// The part before all sheets.
    fn read(records: &mut Records<'_>) -> Said<Self> {
        let mut book = Self::default();
        match records.next()? {
            Some(record) if record.kind == PART => match record.number(0)? {
                UNICODE => book.is_unicode = true,
                BEFORE_UNICODE => {}
                _ => return Err(ProblemCode::Unsupported),
            },
            _ => return Err(ProblemCode::BrokenWorkbook),
        }
        loop {
            let record = records.next()?.ok_or(ProblemCode::BrokenWorkbook)?;
            match record.kind {
                END_OF_PART => return Ok(book),
                PART => return Err(ProblemCode::BrokenWorkbook),
                PASSWORD => return Err(ProblemCode::EncryptedWorkbook),
                EPOCH => book.is_of_1904 = record.number(0)? == 1,
                STYLE => book.styles.push(record.number(2)?),
                FORMAT => {
                    let id = record.number(0)?;
                    let mut rest = record.from(2)?;
                    let code = if book.is_unicode { rest.text(true)? } else { rest.short_text(false)? };
                    if let Text::Plain(code) = code {
                        book.formats.insert(id, Shows::of_code(&code));
                    }
                }
                SHEET => {
                    let begins = index(record.long_number(0)?);
                    let kind = record.number(4)?;
                    let name = record.from(6)?.short_text(book.is_unicode)?;
                    if book.sheets.iter().any(|sheet| sheet.begins == begins) {
                        return Err(ProblemCode::BrokenWorkbook);
                    }
                    let is_table = kind >> 8 == 0;
                    book.sheets.push(Sheet { begins, name, is_table, cells: Vec::new(), is_read: false });
                }
                SHARED_TEXTS => book.shared = shared_texts(&record)?,
                _ => {}
            }
        }
    }

    /// The cells of a sheet whose first record was read; charts within it are parts of their own.
    fn sheet(&self, records: &mut Records<'_>, left: &mut u32) -> Said<Vec<Cell>> {
        let mut cells = Vec::new();
        let mut inner = 0_u32;
        // Where the text of the formula above goes.
        let mut waiting = None;
        loop {
            let record = records.next()?.ok_or(ProblemCode::BrokenWorkbook)?;
            match record.kind {
                PART => inner += 1,
                END_OF_PART if inner == 0 => return Ok(cells),
                END_OF_PART => inner -= 1,
                _ if 0 < inner => {}
                kind => {
                    let before = cells.len();
                    match kind {
                        MANY_NUMBERS => self.many_numbers(&record, &mut cells)?,
                        FORMULA => {
                            let text = self.value_of_formula(&record)?;
                            waiting = text.is_none().then_some(record.place()?);
                            cells.extend(text.map(|text| record.cell(text)).transpose()?);
                        }
                        TEXT_OF_FORMULA => {
                            if let Some((row, column)) = waiting.take() {
                                let text = record.from(0)?.text(self.is_unicode)?;
                                cells.push(Cell { row, column, text });
                            }
                        }
                        _ => {
                            if let Some(text) = self.text_of(&record)? {
                                cells.push(record.cell(text)?);
                            }
                        }
                    }
                    let added = u32::try_from(cells.len() - before).unwrap_or(u32::MAX);
                    *left = left.checked_sub(added).ok_or(ProblemCode::TooLarge)?;
                }
            }
        }
    }

    /// What the records say that are one cell each.
    fn text_of(&self, record: &Record<'_>) -> Said<Option<Text>> {
        Ok(Some(match record.kind {
            NUMBER => Text::Plain(self.shown(number::of_float(record.float(6)?), record.number(4)?)?),
            SHORT_NUMBER => Text::Plain(self.shown(short_number(record.long_number(6)?), record.number(4)?)?),
            LABEL | RICH_LABEL => record.from(6)?.text(self.is_unicode)?,
            SHARED_LABEL => Text::Shared(index(record.long_number(6)?)),
            TRUTH => {
                let both = record.number(6)?;
                Text::Plain(if both >> 8 == 0 { (both & 0xff != 0).to_string() } else { error(both & 0xff) })
            }
            _ => return Ok(None),
        }))
    }

    fn many_numbers(&self, record: &Record<'_>, cells: &mut Vec<Cell>) -> Said<()> {
        let (row, first) = record.place()?;
        let (numbers, last) = record
            .body
            .get(4..)
            .and_then(<[u8]>::split_last_chunk::<2>)
            .ok_or(ProblemCode::BrokenWorkbook)?;
        let (numbers, []) = numbers.as_chunks::<6>() else { return Err(ProblemCode::BrokenWorkbook) };
        if usize::from(first) + numbers.len() != usize::from(u16::from_le_bytes(*last)) + 1 {
            return Err(ProblemCode::BrokenWorkbook);
        }
        for (column, number) in (first..).zip(numbers) {
            let (style, number) = (u16_at(number, 0).unwrap_or(0), u32_at(number, 2).unwrap_or(0));
            let text = Text::Plain(self.shown(short_number(number), style)?);
            cells.push(Cell { row, column, text });
        }
        Ok(())
    }

    /// `None` where the text comes in a record of its own.
    fn value_of_formula(&self, record: &Record<'_>) -> Said<Option<Text>> {
        let value = record.body.get(6..14).ok_or(ProblemCode::BrokenWorkbook)?;
        Ok(Some(Text::Plain(match *value {
            [0, .., 0xff, 0xff] => return Ok(None),
            [1, _, yes, .., 0xff, 0xff] => (yes != 0).to_string(),
            [2, _, code, .., 0xff, 0xff] => error(code.into()),
            [3, .., 0xff, 0xff] => String::new(),
            _ => self.shown(number::of_float(record.float(6)?), record.number(4)?)?,
        })))
    }

    fn shown(&self, number: Option<Decimal>, style: u16) -> Said<String> {
        let number = number.ok_or(ProblemCode::BrokenWorkbook)?;
        let format = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let shows = self.formats.get(&format).copied().unwrap_or_else(|| Shows::of_builtin(format));
        let epoch = if self.is_of_1904 { Epoch::Of1904 } else { Epoch::Of1900 };
        Ok(number::text(number, shows, epoch))
    }

    fn write(mut self) -> Said<Vec<Table>> {
        self.decode();
        let mut tables = Vec::new();
        for sheet in self.sheets.iter_mut().filter(|sheet| sheet.is_table) {
            sheet.cells.sort_by_key(|cell| (cell.row, cell.column));
            let mut table = Writer::default();
            for cell in &sheet.cells {
                let text = match &cell.text {
                    Text::Shared(at) => self.shared.get(*at).ok_or(ProblemCode::BrokenWorkbook)?.plain(),
                    text => text.plain(),
                };
                if !text.is_empty() {
                    table.put(cell.row.into(), cell.column.into(), text)?;
                }
            }
            tables.extend(table.finish(sheet.name.plain()));
            within_budget(&tables)?;
        }
        Ok(tables)
    }

    /// Texts in a code page, all at once: what a book says of its code page is often only the writer's default.
    fn decode(&mut self) {
        let shared = self.shared.iter_mut();
        let sheets = self.sheets.iter_mut();
        let texts = sheets.flat_map(|sheet| {
            std::iter::once(&mut sheet.name).chain(sheet.cells.iter_mut().map(|cell| &mut cell.text))
        });
        let mut texts: Vec<&mut Text> =
            shared.chain(texts).filter(|text| matches!(text, Text::Bytes(_))).collect();
        let mut joined = Vec::new();
        for text in &texts {
            if let Text::Bytes(bytes) = text {
                // No pair of a code page has one of these in it.
                joined
                    .extend(bytes.iter().map(|&b| if b == b'\n' || b == b'\r' || b == 0 { b' ' } else { b }));
                joined.push(b'\n');
            }
        }
        let decoded = decode(&joined).ok();
        let lines = decoded.as_ref().map(|decoded| decoded.text.split('\n').collect::<Vec<_>>());
        // One more for the end of the last.
        let lines = lines.filter(|lines| lines.len() == texts.len() + 1);
        for (at, text) in texts.iter_mut().enumerate() {
            if let Text::Bytes(bytes) = text {
                let line = lines.as_ref().and_then(|lines| lines.get(at)).map(|&line| line.to_owned());
                **text = Text::Plain(line.unwrap_or_else(|| bytes.iter().map(|&b| char::from(b)).collect()));
            }
        }
    }
}

impl Text {
    fn plain(&self) -> &str {
        if let Self::Plain(text) = self { text } else { "" }
    }

    /// The lower halves of UTF-16. No text has what stands from 0x80 to 0x9f, so there a writer put a code page.
    fn narrow(bytes: &[u8]) -> Self {
        if bytes.iter().any(|b| (0x80..=0x9f).contains(b)) {
            Self::Bytes(bytes.to_vec())
        } else {
            Self::Plain(bytes.iter().map(|&b| char::from(b)).collect())
        }
    }
}

/// 30 bits of a whole number, or the upper 30 of a float; perhaps hundredths.
fn short_number(bits: u32) -> Option<Decimal> {
    let number = if bits & 2 == 0 {
        number::of_float(f64::from_bits(u64::from(bits & !3) << 32))?
    } else {
        Decimal::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { Some(number) } else { number.checked_mul(Decimal::new(1, 2)) }
}

fn error(code: u16) -> String {
    let name = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    name.to_owned()
}

fn shared_texts(record: &Record<'_>) -> Said<Vec<Text>> {
    let mut rest = record.from(8)?;
    let mut texts = Vec::new();
    while !rest.is_over() {
        if usize::try_from(MOST_CELLS).is_ok_and(|most| most <= texts.len()) {
            return Err(ProblemCode::TooLarge);
        }
        texts.push(rest.rich_text()?);
    }
    Ok(texts)
}

struct Records<'s> {
    stream: &'s [u8],
    at: usize,
}

impl<'s> Records<'s> {
    /// The next record with what continues it; `None` at the end.
    fn next(&mut self) -> Said<Option<Record<'s>>> {
        let Some((at, kind, body)) = self.one()? else { return Ok(None) };
        let mut more = Vec::new();
        while self.kind() == Some(CONTINUED)
            && let Some((_, _, body)) = self.one()?
        {
            more.push(body);
        }
        Ok(Some(Record { at, kind, body, more }))
    }

    fn kind(&self) -> Option<u16> {
        u16_at(self.stream, self.at)
    }

    fn one(&mut self) -> Said<Option<(usize, u16, &'s [u8])>> {
        let at = self.at;
        let (Some(kind), Some(length)) = (self.kind(), u16_at(self.stream, at + 2)) else { return Ok(None) };
        let begins = at + 4;
        let body =
            self.stream.get(begins..begins + usize::from(length)).ok_or(ProblemCode::BrokenWorkbook)?;
        self.at = begins + body.len();
        Ok(Some((at, kind, body)))
    }
}

struct Record<'s> {
    at: usize,
    kind: u16,
    body: &'s [u8],
    /// What did not fit into one record.
    more: Vec<&'s [u8]>,
}

impl<'s> Record<'s> {
    fn number(&self, at: usize) -> Said<u16> {
        u16_at(self.body, at).ok_or(ProblemCode::BrokenWorkbook)
    }

    fn long_number(&self, at: usize) -> Said<u32> {
        u32_at(self.body, at).ok_or(ProblemCode::BrokenWorkbook)
    }

    fn float(&self, at: usize) -> Said<f64> {
        let eight = self.body.get(at..).and_then(<[u8]>::first_chunk);
        eight.map(|eight| f64::from_le_bytes(*eight)).ok_or(ProblemCode::BrokenWorkbook)
    }

    fn place(&self) -> Said<(u16, u16)> {
        Ok((self.number(0)?, self.number(2)?))
    }

    fn cell(&self, text: Text) -> Said<Cell> {
        let (row, column) = self.place()?;
        Ok(Cell { row, column, text })
    }

    fn from(&self, at: usize) -> Said<Rest<'_, 's>> {
        let now = self.body.get(at..).ok_or(ProblemCode::BrokenWorkbook)?;
        Ok(Rest { now, later: &self.more })
    }
}

/// What is still unread of a record.
struct Rest<'r, 's> {
    now: &'s [u8],
    later: &'r [&'s [u8]],
}

impl Rest<'_, '_> {
    fn is_over(&self) -> bool {
        self.now.is_empty() && self.later.iter().all(|piece| piece.is_empty())
    }

    /// The next piece, where this one is used up.
    fn turn(&mut self) -> Said<()> {
        let (&next, later) = self.later.split_first().ok_or(ProblemCode::BrokenWorkbook)?;
        (self.now, self.later) = (next, later);
        Ok(())
    }

    fn byte(&mut self) -> Said<u8> {
        loop {
            if let Some((&byte, rest)) = self.now.split_first() {
                self.now = rest;
                return Ok(byte);
            }
            self.turn()?;
        }
    }

    fn number(&mut self) -> Said<u16> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut count: usize) -> Said<()> {
        loop {
            let Some(rest) = self.now.get(count..) else {
                count -= self.now.len();
                self.turn()?;
                continue;
            };
            self.now = rest;
            return Ok(());
        }
    }

    /// A text with its length in two bytes.
    fn text(&mut self, is_unicode: bool) -> Said<Text> {
        let length = usize::from(self.number()?);
        self.letters(length, is_unicode)
    }

    /// A text with its length in one byte.
    fn short_text(&mut self, is_unicode: bool) -> Said<Text> {
        let length = usize::from(self.byte()?);
        self.letters(length, is_unicode)
    }

    fn letters(&mut self, length: usize, is_unicode: bool) -> Said<Text> {
        if !is_unicode {
            let bytes = self.narrow(length)?;
            return Ok(if bytes.is_ascii() { Text::narrow(&bytes) } else { Text::Bytes(bytes) });
        }
        // Empty texts leave out how they are written.
        if length == 0 && self.now.is_empty() {
            return Ok(Text::Plain(String::new()));
        }
        let flags = self.byte()?;
        self.unicode(length, flags & 1 != 0)
    }

    fn narrow(&mut self, length: usize) -> Said<Vec<u8>> {
        let (bytes, rest) = self.now.split_at_checked(length).ok_or(ProblemCode::BrokenWorkbook)?;
        self.now = rest;
        Ok(bytes.to_vec())
    }

    /// A text with the fonts of its pieces and how it is pronounced behind it.
    fn rich_text(&mut self) -> Said<Text> {
        let length = usize::from(self.number()?);
        let flags = self.byte()?;
        let fonts = if flags & 8 == 0 { 0 } else { usize::from(self.number()?) };
        let spoken = if flags & 4 == 0 {
            0
        } else {
            let (low, high) = (self.number()?, self.number()?);
            usize::from(low) | usize::from(high) << 16
        };
        let text = self.unicode(length, flags & 1 != 0)?;
        self.skip(fonts * 4)?;
        self.skip(spoken)?;
        Ok(text)
    }

    /// In each piece that continues it, a text says anew how wide its letters are.
    fn unicode(&mut self, mut length: usize, mut is_wide: bool) -> Said<Text> {
        let (mut units, mut bytes) = (Vec::new(), Vec::new());
        loop {
            let width = if is_wide { 2 } else { 1 };
            let (letters, rest) = self.now.split_at(self.now.len().min(length * width) / width * width);
            self.now = rest;
            length -= letters.len() / width;
            if is_wide {
                units.extend(bytes.drain(..).map(u16::from));
                units.extend(letters.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)));
            } else if units.is_empty() {
                bytes.extend_from_slice(letters);
            } else {
                units.extend(letters.iter().map(|&b| u16::from(b)));
            }
            if length == 0 {
                break;
            }
            // Half a letter is left where no letter ends.
            if !self.now.is_empty() {
                return Err(ProblemCode::BrokenWorkbook);
            }
            self.turn()?;
            is_wide = self.byte()? & 1 != 0;
        }
        Ok(if units.is_empty() {
            Text::narrow(&bytes)
        } else {
            Text::Plain(String::from_utf16_lossy(&units))
        })
    }
}
