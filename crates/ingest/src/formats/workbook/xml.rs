//! The XML inside a workbook: elements and text, no definitions, no entities of its own, not too deep.

use mioboe_model::ProblemCode;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

/// No part that is read here nests deeper than ten elements.
const DEEPEST: usize = 64;

pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    /// Elements that are open.
    pub(super) depth: usize,
}

pub(super) enum Piece<'x> {
    Open(Element<'x>),
    Close,
    Text(String),
    End,
}

pub(super) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Without the prefix, which is anything the writer likes.
    pub(super) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }

    /// The attribute of this name, without its prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        // Checking for doubles compares each with each.
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        unescape(&found.value).ok().map(String::from)
    }
}

impl<'x> Xml<'x> {
    pub(super) fn new(part: &'x [u8]) -> Result<Self, ProblemCode> {
        let text = std::str::from_utf8(part).map_err(|_| ProblemCode::BrokenWorkbook)?;
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, depth: 0 })
    }

    pub(super) fn next(&mut self) -> Result<Piece<'x>, ProblemCode> {
        loop {
            return Ok(match self.reader.read_event().map_err(|_| ProblemCode::BrokenWorkbook)? {
                Event::Start(element) if self.depth < DEEPEST => {
                    self.depth += 1;
                    Piece::Open(Element(element))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::Close
                }
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(c)) => Piece::Text(c.to_string()),
                    Ok(None) => Piece::Text(
                        resolve_predefined_entity(&name).ok_or(ProblemCode::BrokenWorkbook)?.to_owned(),
                    ),
                    Err(_) => return Err(ProblemCode::BrokenWorkbook),
                },
                Event::Eof if self.depth == 0 => Piece::End,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                // A document type, which no workbook has; too deep; or the part ends within an element.
                _ => return Err(ProblemCode::BrokenWorkbook),
            });
        }
    }

    /// The text of the element that was opened last, without that of elements in it, up to its end.
    pub(super) fn text(&mut self) -> Result<String, ProblemCode> {
        let outside = self.depth.saturating_sub(1);
        let mut said = String::new();
        while outside < self.depth {
            match self.next()? {
                Piece::Text(text) if self.depth == outside + 1 => said.push_str(&text),
                Piece::End => return Err(ProblemCode::BrokenWorkbook),
                _ => {}
            }
        }
        Ok(said)
    }

    /// Goes on behind the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), ProblemCode> {
        self.text().map(drop)
    }
}
