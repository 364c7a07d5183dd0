//! The text of a PDF, as the page hands it over: pieces with their places. Lines and columns are found again here.
//!
//! The first line is [`PAPER`], then `page` begins a page, and every piece is `x y width height text`, cut by tabs, in tenths
//! of a point from the top left. In place of pages the first line may say why there is no text.

use chrono::{Datelike, NaiveDate};
use mioboe_model::text::lower;
use mioboe_model::{OrderId, ProblemCode};

use crate::field::{DateOrder, day, looks_like_day, looks_like_sum, narrow};
use crate::formats::statements;
use crate::sheet::Sheet;
use crate::sniff::PAPER;

/// Pieces whose foot lines are closer than this part of their height stand on one line.
const SAME_LINE: (i32, i32) = (1, 2);
/// Pieces closer than this part of their height are one cell; a space between words is about a third.
const SAME_CELL: (i32, i32) = (7, 10);
/// Pieces closer than this are one word.
const SAME_WORD: (i32, i32) = (15, 100);
/// A heading goes on for so many lines below its first.
const MOST_HEADING_LINES: usize = 2;
/// A line this many heights below the row above it is no part of it.
const WRAPPED: i32 = 2;

/// Words of the line that says when the statement was closed: rows often have no year of their own.
const CLOSING: [&str; 7] = [
    "closing date",
    "statement date",
    "statement period",
    "billing period",
    "billing cycle",
    "締切日",
    "締め日",
];

/// Sections of other tables: Chase lists in the first what was paid with points and never charged to the card.
const OTHER_TABLES: [&str; 2] = ["shop with points activity", "interest charges"];
const OUR_TABLES: [&str; 1] = ["account activity"];

/// A table found on paper.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Paper {
    /// Comma-separated, one row a line.
    pub(crate) text: String,
    /// Page and line of each line of `text`, both from 1.
    pub(crate) places: Vec<(u32, u32)>,
}

/// The words of the pages, a cell a line, for readers that want no table; `None` where there are none.
pub(crate) fn words(text: &str) -> Option<Paper> {
    let (head, body) = text.split_once('\n')?;
    if !head.strip_prefix(PAPER)?.trim().is_empty() {
        return None;
    }
    let mut paper = Paper { text: String::new(), places: Vec::new() };
    for line in lines(body) {
        for cell in &line.cells {
            paper.text.push_str(&cell.text.replace('\n', " "));
            paper.text.push('\n');
            paper.places.push((line.page, line.number));
        }
    }
    Some(paper)
}

/// Finds the table.
pub(crate) fn table(text: &str, name: &str) -> Result<Paper, ProblemCode> {
    let (head, body) = text.split_once('\n').unwrap_or((text, ""));
    match head.strip_prefix(PAPER).unwrap_or_default().trim() {
        "" => {}
        "locked" => return Err(ProblemCode::EncryptedPdf),
        "unfetched" => return Err(ProblemCode::NeedsFullReader),
        "too-large" => return Err(ProblemCode::TooLarge),
        _ => return Err(ProblemCode::BrokenPdf),
    }
    let lines = lines(body);
    if lines.is_empty() {
        return Err(ProblemCode::ScannedPdf);
    }
    let mut table = Found::new(name, closing_day(&lines));
    for at in 0..lines.len() {
        table.line(lines.get(at..).unwrap_or_default());
    }
    if table.rows == 0 {
        return Err(ProblemCode::UnknownLayout);
    }
    Ok(table.finish())
}

#[derive(Debug, Clone)]
struct Cell {
    left: i32,
    right: i32,
    text: String,
}

#[derive(Debug)]
struct Line {
    page: u32,
    /// Counted from 1 on each page.
    number: u32,
    foot: i32,
    height: i32,
    cells: Vec<Cell>,
}

impl Line {
    fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

struct Piece {
    left: i32,
    foot: i32,
    width: i32,
    height: i32,
    text: String,
}

/// All lines, page by page from the top.
fn lines(body: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut pieces = Vec::new();
    let mut page = 0;
    for line in body.lines() {
        if line == "page" {
            lines.extend(lines_of_page(page, std::mem::take(&mut pieces)));
            page += 1;
        } else {
            pieces.extend(piece(line));
        }
    }
    lines.extend(lines_of_page(page, pieces));
    lines
}

fn piece(line: &str) -> Option<Piece> {
    let mut parts = line.splitn(5, '\t');
    // Far beyond any paper, sums of places must not overflow.
    let mut number = || parts.next()?.parse::<i32>().ok().filter(|place| place.abs() < 1_000_000);
    let (left, foot, width, height) = (number()?, number()?, number()?, number()?);
    let text = parts.next().filter(|text| !text.trim().is_empty())?;
    Some(Piece { left, foot, width, height: height.max(1), text: crate::decode::plain(text) })
}

fn lines_of_page(page: u32, mut pieces: Vec<Piece>) -> Vec<Line> {
    pieces.sort_by_key(|piece| (piece.foot, piece.left));
    let mut lines: Vec<(i32, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some((foot, line)) if within(piece.foot - *foot, piece.height, SAME_LINE) => line.push(piece),
            _ => lines.push((piece.foot, vec![piece])),
        }
    }
    (1..)
        .zip(lines)
        .map(|(number, (foot, mut pieces))| {
            pieces.sort_by_key(|piece| piece.left);
            let height = pieces.iter().map(|piece| piece.height).max().unwrap_or(1);
            Line { page, number, foot, height, cells: cells(&pieces) }
        })
        .collect()
}

fn within(distance: i32, height: i32, (part, whole): (i32, i32)) -> bool {
    distance.saturating_mul(whole) <= height.saturating_mul(part)
}

fn cells(pieces: &[Piece]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for piece in pieces {
        for part in parts(piece) {
            match cells.last_mut() {
                Some(cell) if within(part.left - cell.right, piece.height, SAME_CELL) => {
                    // Capitals of other scripts stand apart without a space between them.
                    let is_word = within(part.left - cell.right, piece.height, SAME_WORD);
                    if !is_word && !piece.text.starts_with(' ') {
                        cell.text.push(' ');
                    }
                    cell.text.push_str(&part.text);
                    cell.right = cell.right.max(part.right);
                }
                _ => cells.push(part),
            }
        }
    }
    for cell in &mut cells {
        cell.text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    cells.retain(|cell| !cell.text.is_empty());
    cells.first().and_then(day_in_front).into_iter().for_each(|(day, rest)| {
        cells.splice(0..1, [day, rest]);
    });
    cells
}

/// A piece as it is, or what stands between its wide gaps: some programs fill lines with spaces.
fn parts(piece: &Piece) -> Vec<Cell> {
    const GAP: &str = "   ";
    let letters = i32::try_from(piece.text.chars().count()).unwrap_or(i32::MAX).max(1);
    let mut parts = Vec::new();
    let mut before = 0_i32;
    for text in piece.text.split(GAP) {
        let length = i32::try_from(text.chars().count()).unwrap_or(0);
        let place = |letter: i32| piece.left + piece.width.saturating_mul(letter) / letters;
        if !text.trim().is_empty() {
            parts.push(Cell { left: place(before), right: place(before + length), text: text.to_owned() });
        }
        before += length + 3;
    }
    parts
}

/// `10/03 AMAZON MKTPL` in one piece: the day, and what follows it.
fn day_in_front(cell: &Cell) -> Option<(Cell, Cell)> {
    let (first, rest) = cell.text.split_once(' ')?;
    if !starts_with_digit(first) || !(looks_like_day(first) || month_and_day(first).is_some()) {
        return None;
    }
    // `2026 10 03` and `03 Oct` are days as a whole.
    if looks_like_day(&cell.text) || words_of_day(&cell.text).is_some() {
        return None;
    }
    let letters = i32::try_from(cell.text.chars().count()).ok()?.max(1);
    let cut = cell.left
        + (cell.right - cell.left).saturating_mul(i32::try_from(first.chars().count()).ok()?) / letters;
    let day = Cell { left: cell.left, right: cut, text: first.to_owned() };
    Some((day, Cell { left: cut, right: cell.right, text: rest.to_owned() }))
}

fn starts_with_digit(text: &str) -> bool {
    text.chars().next().is_some_and(|c| narrow(c).is_ascii_digit())
}

/// The day in a line that names it as the statement's last; the latest if there are several.
fn closing_day(lines: &[Line]) -> Option<NaiveDate> {
    let named = lines.iter().filter(|line| {
        let text = lower(&line.text());
        CLOSING.iter().any(|words| text.contains(words))
    });
    named.flat_map(|line| days_in(&line.text())).max()
}

/// Days with a year, of up to four words.
fn days_in(text: &str) -> Vec<NaiveDate> {
    let words: Vec<&str> =
        text.split([' ', '-', '–', '~', '～', ':']).filter(|word| !word.is_empty()).collect();
    let mut days = Vec::new();
    for start in 0..words.len() {
        for length in (1..=4).rev() {
            let Some(part) = words.get(start..start + length) else { continue };
            let part = part.join(" ");
            let found = [DateOrder::Mdy, DateOrder::Dmy].into_iter().find_map(|order| day(&part, order));
            if let Some(found) = found {
                days.push(found);
                break;
            }
        }
    }
    days
}

/// `10/03`, which in statements without years is month and day.
fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let narrow: String = text.chars().map(narrow).collect();
    let (month, rest) = narrow.split_once(['/', '月'])?;
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let (month, day) = (number(month)?, number(rest.trim_end_matches('日'))?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
}

/// `Oct 03`, `3 October`.
fn words_of_day(text: &str) -> Option<(u32, u32)> {
    let (first, second) = text.split_once(' ')?;
    if !first.bytes().chain(second.bytes()).all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let found = day(&format!("{text} 2024"), DateOrder::Mdy)?;
    Some((found.month(), found.day()))
}

/// Rows found so far.
struct Found<'n> {
    name: &'n str,
    closing: Option<NaiveDate>,
    /// Where the columns of the heading stand.
    columns: Vec<Cell>,
    heading: Vec<String>,
    /// Cells by column; the last one is for what stands below a row.
    table: Vec<(Vec<String>, (u32, u32))>,
    rows: usize,
    /// Foot and page of the last line of the last row, while it may go on.
    open: Option<(u32, i32)>,
    /// Lines of the heading that were read with its first.
    skip: usize,
    elsewhere: bool,
}

impl<'n> Found<'n> {
    fn new(name: &'n str, closing: Option<NaiveDate>) -> Self {
        Self {
            name,
            closing,
            columns: Vec::new(),
            heading: Vec::new(),
            table: Vec::new(),
            rows: 0,
            open: None,
            skip: 0,
            elsewhere: false,
        }
    }

    /// Reads the first of these lines.
    fn line(&mut self, lines: &[Line]) {
        let [line, below @ ..] = lines else { return };
        if 0 < self.skip {
            self.skip -= 1;
            return;
        }
        let text = lower(&line.text());
        if OUR_TABLES.iter().any(|words| text.starts_with(words)) {
            self.elsewhere = false;
        } else if OTHER_TABLES.iter().any(|words| text.starts_with(words)) {
            (self.elsewhere, self.open) = (true, None);
        }
        if self.elsewhere {
            return;
        }
        if self.is_heading(&line.cells) {
            return self.begin(line, line.cells.clone());
        }
        // Some columns are headed with two or three lines, beside others with one in the middle of these.
        let (mut above, mut cells) = (line, line.cells.clone());
        for (more, next) in (1..=MOST_HEADING_LINES).zip(below) {
            if !is_close(above, next) || next.cells.first().is_some_and(|cell| starts_with_digit(&cell.text))
            {
                break;
            }
            cells = stacked(&cells, &next.cells);
            above = next;
            if self.is_heading(&cells) {
                self.skip = more;
                return self.begin(line, cells);
            }
        }
        if !self.columns.is_empty() && !self.row(line) {
            self.more(line);
        }
    }

    /// A line is a heading if a statement can be read below it.
    fn is_heading(&self, cells: &[Cell]) -> bool {
        if cells.len() < 2 || cells.first().is_none_or(|cell| starts_with_digit(&cell.text)) {
            return false;
        }
        let text = csv_line(cells.iter().map(|cell| cell.text.as_str()));
        statements::is_headed(&Sheet::new(self.name, &text, b','))
    }

    fn begin(&mut self, line: &Line, cells: Vec<Cell>) {
        self.open = None;
        let heading: Vec<String> =
            cells.iter().map(|cell| cell.text.clone()).chain(["memo".to_owned()]).collect();
        // Repeated on every page.
        if heading != self.heading {
            self.table.push((heading.clone(), (line.page, line.number)));
            self.heading = heading;
        }
        self.columns = cells;
    }

    /// A row of the table begins with its day.
    fn row(&mut self, line: &Line) -> bool {
        let Some(first) = line.cells.first() else { return false };
        let Some(day) = self.day_of(&first.text) else { return false };
        let mut cells = self.in_columns(&line.cells);
        if 2 > cells.iter().filter(|cell| !cell.is_empty()).count() {
            return false;
        }
        if let (Some(day), Some(cell)) = (day, self.column_of(first).and_then(|column| cells.get_mut(column)))
        {
            *cell = day.to_string();
        }
        // A second day beside the first: the day it was booked.
        for cell in cells.iter_mut().skip(1) {
            if let Some(Some(day)) = self.day_of(cell) {
                *cell = day.to_string();
            }
        }
        self.table.push((cells, (line.page, line.number)));
        self.rows += 1;
        self.open = Some((line.page, line.foot));
        true
    }

    /// A day with a year stays as it is, for all rows together to decide on; `None` for what is no day.
    #[expect(clippy::option_option, reason = "a day that needs nothing, a day that needed a year, no day")]
    fn day_of(&self, text: &str) -> Option<Option<NaiveDate>> {
        if starts_with_digit(text) && looks_like_day(text) {
            return Some(None);
        }
        let (month, day) = month_and_day(text).or_else(|| words_of_day(text))?;
        let Some(closing) = self.closing else { return Some(None) };
        // A statement closed in January has rows of the December before.
        let of_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        let day =
            of_year(closing.year()).filter(|day| *day <= closing).or_else(|| of_year(closing.year() - 1));
        Some(day)
    }

    /// What stands closely below a row and begins below its words goes on with it; an order number is kept apart.
    fn more(&mut self, line: &Line) {
        let Some((page, foot)) = self.open.filter(|(page, _)| *page == line.page) else { return };
        if line.foot - foot > line.height.saturating_mul(WRAPPED) {
            self.open = None;
            return;
        }
        let cells = self.in_columns(&line.cells);
        let Some((row, _)) = self.table.last_mut() else { return };
        let filled: Vec<usize> =
            cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(at, _)| at).collect();
        let [column] = filled[..] else {
            self.open = None;
            return;
        };
        let text = cells.get(column).map(String::as_str).unwrap_or_default();
        let has_number = text.split_whitespace().any(|word| OrderId::parse(word).is_some());
        let column = if has_number || column == 0 { row.len() - 1 } else { column };
        let Some(cell) = row.get_mut(column) else { return };
        // Only words go on: a lone sum below a sum is another sum.
        if !has_number && !text.contains(char::is_alphabetic) {
            self.open = None;
            return;
        }
        if !cell.is_empty() {
            cell.push(' ');
        }
        cell.push_str(text);
        self.open = Some((page, line.foot));
    }

    fn in_columns(&self, cells: &[Cell]) -> Vec<String> {
        let mut row = vec![String::new(); self.columns.len() + 1];
        for cell in cells {
            if let Some(own) = self.column_of(cell).and_then(|column| row.get_mut(column)) {
                if !own.is_empty() {
                    own.push(' ');
                }
                own.push_str(&cell.text);
            }
        }
        row
    }

    /// The column that a cell stands below. Between two of them words go on from the left one, a sum is near its own.
    fn column_of(&self, cell: &Cell) -> Option<usize> {
        let apart = |column: &Cell| (cell.left.max(column.left)) - (cell.right.min(column.right));
        let (nearest, column) = self.columns.iter().enumerate().min_by_key(|(_, column)| apart(column))?;
        let is_between = 0 < apart(column) && cell.right < column.left;
        let goes_on = is_between && !looks_like_sum(&cell.text);
        Some(if goes_on { nearest.saturating_sub(1) } else { nearest })
    }

    fn finish(self) -> Paper {
        let text = self.table.iter().map(|(row, _)| csv_line(row.iter().map(String::as_str))).collect();
        Paper { text, places: self.table.into_iter().map(|(_, place)| place).collect() }
    }
}

fn is_close(line: &Line, below: &Line) -> bool {
    line.page == below.page && below.foot - line.foot <= line.height.saturating_mul(WRAPPED)
}

/// The cells of a heading of two lines: what stands below another is its second line.
fn stacked(above: &[Cell], below: &[Cell]) -> Vec<Cell> {
    let mut cells = above.to_vec();
    for cell in below {
        match cells.iter_mut().find(|over| cell.left < over.right && over.left < cell.right) {
            Some(over) => {
                over.text = format!("{} {}", over.text, cell.text);
                (over.left, over.right) = (over.left.min(cell.left), over.right.max(cell.right));
            }
            None => cells.push(cell.clone()),
        }
    }
    cells.sort_by_key(|cell| cell.left);
    cells
}

fn csv_line<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let quoted: Vec<String> = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    quoted.join(",") + "\n"
}
