//! Excel's files. What `calamine` believes of a file without looking is looked at before.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xls, XlsError, Xlsx, XlsxError};
use memchr::memmem;
use mioboe_model::ProblemCode;
use rust_decimal::Decimal;

use super::{MOST_CELLS, Table, Writer, compound};
use crate::archive;

const MOST_BYTES_OF_FILE: usize = 64 << 20;
const MOST_BYTES_OF_PART: u64 = 64 << 20;
const MOST_BYTES_UNPACKED: u64 = 256 << 20;

/// The attribute by which a file says how many texts its cells share; memory for as many is set aside unseen.
const SHARED_TEXTS: &[u8] = b"uniqueCount";

/// The stream of a workbook under a password, in the spelling of compound files: UTF-16.
const LOCKED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// The sheets that hold anything, in the order of the book.
pub(crate) fn tables(bytes: &[u8]) -> Result<Vec<Table>, ProblemCode> {
    if MOST_BYTES_OF_FILE < bytes.len() {
        return Err(ProblemCode::TooLarge);
    }
    if archive::is_zip(bytes) { of_xlsx(bytes) } else { of_xls(bytes) }
}

fn of_xlsx(bytes: &[u8]) -> Result<Vec<Table>, ProblemCode> {
    archive::inspect(bytes, MOST_BYTES_OF_PART, MOST_BYTES_UNPACKED, &mut part_is_sound)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| why_xlsx(&error))?;
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // Charts are sheets without cells.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(why_xlsx(&error)),
        };
        let mut table = Writer::default();
        while let Some(cell) = cells.next_cell().map_err(|error| why_xlsx(&error))? {
            let text = match cell.get_value() {
                DataRef::SharedString(text) => (*text).to_owned(),
                other => text(&Data::from(other.clone())),
            };
            let (row, column) = cell.get_position();
            if !text.is_empty() {
                table.put(row, column, &text)?;
            }
        }
        tables.extend(table.finish(&name));
    }
    Ok(tables)
}

fn of_xls(bytes: &[u8]) -> Result<Vec<Table>, ProblemCode> {
    if memmem::find(bytes, LOCKED).is_some() {
        return Err(ProblemCode::EncryptedWorkbook);
    }
    compound::is_sound(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ProblemCode::EncryptedWorkbook,
        _ => ProblemCode::BrokenWorkbook,
    })?;
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (top, left) = range.start().unwrap_or_default();
        let mut table = Writer::default();
        for (row, column, value) in range.used_cells() {
            let text = text(value);
            let (row, column) = (u32::try_from(row), u32::try_from(column));
            if let (Ok(row), Ok(column), false) = (row, column, text.is_empty()) {
                table.put(top.saturating_add(row), left.saturating_add(column), &text)?;
            }
        }
        tables.extend(table.finish(&name));
    }
    Ok(tables)
}

/// Refuses a part of a workbook that would be believed too much.
fn part_is_sound(part: &[u8]) -> Result<(), ProblemCode> {
    // UTF-16 would hide what is looked for; no program writes it.
    if [b"\xfe\xff".as_slice(), b"\xff\xfe", b"<\0", b"\0<"].iter().any(|start| part.starts_with(start)) {
        return Err(ProblemCode::BrokenWorkbook);
    }
    for at in memmem::find_iter(part, SHARED_TEXTS) {
        let rest = part.get(at + SHARED_TEXTS.len()..).unwrap_or_default();
        let digits =
            rest.iter().skip_while(|b| b.is_ascii_whitespace() || matches!(b, b'=' | b'"' | b'\'' | b'+'));
        let digits: Vec<u8> = digits.take_while(|b| b.is_ascii_digit()).copied().take(20).collect();
        let count = digits
            .iter()
            .fold(0_u64, |count, digit| count.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
        if u64::from(MOST_CELLS) < count {
            return Err(ProblemCode::BrokenWorkbook);
        }
    }
    Ok(())
}

fn why_xlsx(error: &XlsxError) -> ProblemCode {
    match error {
        XlsxError::Password => ProblemCode::EncryptedWorkbook,
        _ => ProblemCode::BrokenWorkbook,
    }
}

/// A cell as a person would write it: days as 2026-10-03, sums without a float's noise.
fn text(value: &Data) -> String {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => decimal(*number),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(moment) => day(moment),
        // `#REF!` and the like, of which no day or sum can be made.
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// Excel keeps and shows 15 digits; what a float has beyond them was never in the sheet.
fn decimal(number: f64) -> String {
    let exact = Decimal::from_scientific(&format!("{number:.14e}"));
    exact.map_or_else(|_| number.to_string(), |number| number.normalize().to_string())
}

/// A time of day alone keeps its time; of anything else the day is what counts.
fn day(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        format!("{hour:02}:{minute:02}:{second:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}")
    }
}
