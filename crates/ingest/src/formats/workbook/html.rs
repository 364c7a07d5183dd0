//! The tables of a saved page. Banks also give such pages the name of a workbook.

use html5gum::{StringReader, Token, Tokenizer};
use mioboe_model::ProblemCode;

use super::{Table, Writer};

/// A cell that claims more columns than any statement has is a mistake.
const WIDEST_CELL: u32 = 64;

/// All tables of the page one below the other, as a spreadsheet would show them; `None` where there is no table.
pub(crate) fn tables(page: &str) -> Result<Option<Table>, ProblemCode> {
    let mut reading = Reading::default();
    for Ok(token) in Tokenizer::<StringReader<'_>>::new(page) {
        match token {
            Token::StartTag(tag) => {
                let span = tag.attributes.iter().find(|(name, _)| name.as_slice() == b"colspan");
                let span = span.and_then(|(_, value)| std::str::from_utf8(value).ok()?.trim().parse().ok());
                reading.start(&tag.name, span.unwrap_or(1))?;
            }
            Token::EndTag(tag) => reading.end(&tag.name)?,
            Token::String(text) => reading.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    if reading.open_tables == 0 {
        reading.close_cell()?;
        return Ok(reading.writer.finish(""));
    }
    // The cell that the page ends in is perhaps half of one; without it its row is seen to be too short.
    Ok(reading.writer.finish("").map(|table| Table {
        text: table.text.trim_end_matches('\n').to_owned(),
        is_cut: true,
        ..table
    }))
}

#[derive(Default)]
struct Reading {
    writer: Writer,
    /// Rows begun so far, in all tables.
    rows: u32,
    column: u32,
    /// The text of the cell that is open, and how many columns it takes.
    cell: Option<(String, u32)>,
    /// Tables that are not closed yet, as every one has to be.
    open_tables: u32,
    /// Inside `<script>` or `<style>`.
    mute: u32,
}

impl Reading {
    fn start(&mut self, tag: &[u8], span: u32) -> Result<(), ProblemCode> {
        match tag {
            b"tr" => {
                self.close_cell()?;
                self.rows += 1;
                self.column = 0;
            }
            b"td" | b"th" => {
                self.close_cell()?;
                // Left out by careless writers before the first cell.
                self.rows = self.rows.max(1);
                self.cell = Some((String::new(), span.clamp(1, WIDEST_CELL)));
            }
            b"table" => self.open_tables += 1,
            b"br" | b"p" | b"div" | b"li" => self.text(" "),
            b"script" | b"style" => self.mute += 1,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &[u8]) -> Result<(), ProblemCode> {
        match tag {
            b"table" => {
                self.open_tables = self.open_tables.saturating_sub(1);
                self.close_cell()
            }
            b"td" | b"th" | b"tr" => self.close_cell(),
            b"script" | b"style" => {
                self.mute = self.mute.saturating_sub(1);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) {
        if let (Some((cell, _)), 0) = (&mut self.cell, self.mute) {
            cell.push_str(text);
        }
    }

    fn close_cell(&mut self) -> Result<(), ProblemCode> {
        let Some((text, span)) = self.cell.take() else { return Ok(()) };
        let words: Vec<&str> = text.split_whitespace().collect();
        if !words.is_empty() {
            self.writer.put(self.rows - 1, self.column, &words.join(" "))?;
        }
        self.column += span;
        Ok(())
    }
}
