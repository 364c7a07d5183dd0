//! Excel's workbooks since 2007: a ZIP of XML. Only the parts that a table needs are unpacked, each once.

use mioboe_model::ProblemCode;
use mioboe_model::sorted::Map;

use super::number::{self, Epoch, Shows};
use super::xml::{Element, Piece, Xml};
use super::{MOST_CELLS, MOST_ROWS, Table, Writer, within_budget};
use crate::archive::Parts;

/// What `sheet` elements refer to.
type Targets = Map<String, Target>;

struct Target {
    kind: String,
    path: String,
}

struct Book {
    texts: Vec<String>,
    /// By the number of a cell's style.
    styles: Vec<Shows>,
    epoch: Epoch,
}

pub(super) fn tables(bytes: &[u8]) -> Result<Vec<Table>, ProblemCode> {
    let mut parts = Parts::new(bytes)?;
    let main = match parts.take("_rels/.rels")? {
        Some(part) => targets(&part, "")?.into_values().find(|target| target.kind == "officeDocument"),
        None => None,
    };
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |target| target.path);
    let part = parts.take(&main)?.ok_or(ProblemCode::BrokenWorkbook)?;
    let (sheets, epoch) = sheets(&part)?;
    let (folder, own) = main.rsplit_once('/').unwrap_or(("", &main));
    let around =
        parts.take(&join(folder, &format!("_rels/{own}.rels")))?.ok_or(ProblemCode::BrokenWorkbook)?;
    let targets = targets(&around, folder)?;
    let mut of_kind = |kind: &str| match targets.values().find(|target| target.kind == kind) {
        Some(target) => parts.take(&target.path),
        None => Ok(None),
    };
    let texts = of_kind("sharedStrings")?.map_or(Ok(Vec::new()), |part| shared_texts(&part))?;
    let styles = of_kind("styles")?.map_or(Ok(Vec::new()), |part| styles(&part))?;
    let book = Book { texts, styles, epoch };
    let mut tables = Vec::new();
    for (name, id) in sheets {
        let target = targets.get(&id).ok_or(ProblemCode::BrokenWorkbook)?;
        // Charts and macros are sheets without cells.
        if target.kind == "worksheet" {
            let part = parts.take(&target.path)?.ok_or(ProblemCode::BrokenWorkbook)?;
            tables.extend(sheet(&part, &book)?.finish(&name));
            within_budget(&tables)?;
        }
    }
    Ok(tables)
}

/// Name and reference of each sheet, and how days are counted.
fn sheets(part: &[u8]) -> Result<(Vec<(String, String)>, Epoch), ProblemCode> {
    let mut xml = Xml::new(part)?;
    let (mut sheets, mut epoch) = (Vec::new(), Epoch::Of1900);
    loop {
        match xml.next()? {
            Piece::End => return Ok((sheets, epoch)),
            Piece::Open(element)
                if element.is("workbookPr")
                    && element.get("date1904").is_some_and(|yes| yes == "1" || yes == "true") =>
            {
                epoch = Epoch::Of1904;
            }
            Piece::Open(element) if element.is("sheet") => {
                let name = element.get("name").unwrap_or_default();
                sheets.push((name, element.get("id").ok_or(ProblemCode::BrokenWorkbook)?));
            }
            _ => {}
        }
    }
}

fn targets(part: &[u8], folder: &str) -> Result<Targets, ProblemCode> {
    let mut xml = Xml::new(part)?;
    let mut targets = Targets::new();
    loop {
        match xml.next()? {
            Piece::End => return Ok(targets),
            Piece::Open(element) if element.is("Relationship") => {
                let (Some(id), Some(kind), Some(path)) =
                    (element.get("Id"), element.get("Type"), element.get("Target"))
                else {
                    return Err(ProblemCode::BrokenWorkbook);
                };
                // The namespace before it is one of two.
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                if targets.insert(id, Target { kind, path: join(folder, &path) }).is_some() {
                    return Err(ProblemCode::BrokenWorkbook);
                }
            }
            _ => {}
        }
    }
}

/// A path as the directory of the ZIP has it.
fn join(folder: &str, path: &str) -> String {
    let path = path.replace('\\', "/");
    let whole = if path.starts_with('/') || folder.is_empty() { path } else { format!("{folder}/{path}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn shared_texts(part: &[u8]) -> Result<Vec<String>, ProblemCode> {
    let mut xml = Xml::new(part)?;
    let mut texts = Vec::new();
    loop {
        match xml.next()? {
            Piece::End => return Ok(texts),
            Piece::Open(element) if element.is("si") => {
                if usize::try_from(MOST_CELLS).is_ok_and(|most| most <= texts.len()) {
                    return Err(ProblemCode::TooLarge);
                }
                texts.push(rich_text(&mut xml)?);
            }
            _ => {}
        }
    }
}

/// The text of the element that was opened last, of all its pieces; how it is to be pronounced stands beside them.
fn rich_text(xml: &mut Xml<'_>) -> Result<String, ProblemCode> {
    let outside = xml.depth.saturating_sub(1);
    let mut said = String::new();
    while outside < xml.depth {
        match xml.next()? {
            Piece::Open(element) if element.is("t") => said.push_str(&xml.text()?),
            Piece::Open(element) if element.is("rPh") => xml.skip()?,
            Piece::End => return Err(ProblemCode::BrokenWorkbook),
            _ => {}
        }
    }
    Ok(unescaped(said))
}

/// `_x000D_` is a character that XML cannot have.
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = behind.get(..5).and_then(|code| code.strip_suffix('_'));
        let c = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let (Some(c), Some(after)) = (c, behind.get(5..)) {
            plain.push(c);
            rest = after;
        } else {
            plain.push_str("_x");
            rest = behind;
        }
    }
    plain.push_str(rest);
    plain
}

/// How the cells of each style show numbers.
fn styles(part: &[u8]) -> Result<Vec<Shows>, ProblemCode> {
    let mut xml = Xml::new(part)?;
    let mut own = Map::new();
    let (mut styles, mut of_cells) = (Vec::new(), None);
    loop {
        match xml.next()? {
            Piece::End => return Ok(styles),
            Piece::Open(element) if element.is("numFmt") => {
                if let (Some(id), Some(code)) = (format_of(&element), element.get("formatCode")) {
                    own.insert(id, Shows::of_code(&code));
                }
            }
            Piece::Open(element) if element.is("cellXfs") => of_cells = Some(xml.depth),
            Piece::Open(element)
                if element.is("xf") && of_cells.is_some_and(|depth| xml.depth == depth + 1) =>
            {
                let id = format_of(&element).unwrap_or(0);
                styles.push(own.get(&id).copied().unwrap_or_else(|| Shows::of_builtin(id)));
            }
            Piece::Close if of_cells.is_some_and(|depth| xml.depth < depth) => of_cells = None,
            _ => {}
        }
    }
}

fn format_of(element: &Element<'_>) -> Option<u16> {
    element.get("numFmtId")?.trim().parse().ok()
}

fn sheet(part: &[u8], book: &Book) -> Result<Writer, ProblemCode> {
    let mut xml = Xml::new(part)?;
    let mut table = Writer::default();
    // Where the next one stands that does not say it.
    let (mut row, mut column) = (0, 0);
    loop {
        match xml.next()? {
            Piece::End => return Ok(table),
            Piece::Open(element) if element.is("row") => {
                if let Some(said) = element.get("r") {
                    row = said
                        .trim()
                        .parse::<u32>()
                        .ok()
                        .and_then(|row| row.checked_sub(1))
                        .ok_or(ProblemCode::BrokenWorkbook)?;
                } else if column != 0 {
                    row += 1;
                }
                column = 0;
            }
            Piece::Open(element) if element.is("c") => {
                if let Some(said) = element.get("r") {
                    (row, column) = place(&said).ok_or(ProblemCode::BrokenWorkbook)?;
                }
                let text = cell(&mut xml, &element, book)?;
                if !text.is_empty() {
                    table.put(row, column, &text)?;
                }
                column += 1;
                if MOST_ROWS < row || MOST_ROWS < column {
                    return Err(ProblemCode::TooLarge);
                }
            }
            // Beside the cells stand filters, comments, pictures.
            Piece::Open(element) if !element.is("worksheet") && !element.is("sheetData") => xml.skip()?,
            _ => {}
        }
    }
}

/// `AB12`, counted from 0.
fn place(said: &str) -> Option<(u32, u32)> {
    let said = said.trim();
    let letters = said.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = said.split_at_checked(letters)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn cell(xml: &mut Xml<'_>, cell: &Element<'_>, book: &Book) -> Result<String, ProblemCode> {
    let outside = xml.depth.saturating_sub(1);
    let mut value = String::new();
    while outside < xml.depth {
        match xml.next()? {
            Piece::Open(element) if element.is("v") => value = xml.text()?,
            Piece::Open(element) if element.is("is") => value = rich_text(xml)?,
            Piece::Open(_) => xml.skip()?,
            Piece::End => return Err(ProblemCode::BrokenWorkbook),
            _ => {}
        }
    }
    let index = |text: &str| text.trim().parse::<usize>().ok();
    Ok(match cell.get("t").as_deref() {
        Some("s") if !value.is_empty() => {
            index(&value).and_then(|at| book.texts.get(at)).ok_or(ProblemCode::BrokenWorkbook)?.clone()
        }
        Some("b") if !value.is_empty() => (value.trim() == "1" || value.trim() == "true").to_string(),
        Some("str" | "inlineStr") => unescaped(value),
        // A day as text, and `#REF!` and the like, of which no day or sum can be made.
        Some("d" | "e") => value,
        _ => {
            let style = cell.get("s").as_deref().and_then(index).and_then(|at| book.styles.get(at));
            let number = value.trim().parse::<f64>().ok().and_then(number::of_float);
            number.map_or(value, |number| {
                number::text(number, style.copied().unwrap_or(Shows::Number), book.epoch)
            })
        }
    })
}
