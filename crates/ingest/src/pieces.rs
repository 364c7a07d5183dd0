//! Files too large to be held: their rows are read piece by piece, from the top, as often as somebody asks for them.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, Read};

use memchr::{memchr_iter, memchr2, memrchr2};

use crate::decode::{self, Encoding};

/// Bytes that are read and decoded at once. A piece ends where a line does.
const PIECE: usize = 1 << 20;
/// What tells one layout from another stands within so much.
const HEAD: usize = 256 * 1024;
/// The last line is found in so much.
const TAIL: u64 = 64 * 1024;

/// A file that is asked for its bytes.
pub trait Pieces {
    fn size(&self) -> u64;
    /// Up to `most` bytes from this place on; fewer at the end, none where they cannot be read any more.
    fn read(&self, at: u64, most: usize) -> Vec<u8>;
}

/// A large file and what was met while reading it.
pub(crate) struct Large<'p> {
    pieces: &'p dyn Pieces,
    /// Where reading ends: what is behind is half a row.
    end: Cell<u64>,
    encoding: Cell<Option<Encoding>>,
    /// Bytes were promised and did not come.
    is_broken: Cell<bool>,
}

impl<'p> Large<'p> {
    pub(crate) fn new(pieces: &'p dyn Pieces) -> Self {
        let end = Cell::new(pieces.size());
        Self { pieces, end, encoding: Cell::new(None), is_broken: Cell::new(false) }
    }

    /// The first lines.
    pub(crate) fn head(&self) -> Vec<u8> {
        let mut head = self.pieces.read(0, HEAD);
        if u64::try_from(head.len()).is_ok_and(|length| length < self.end.get()) {
            whole_lines(&mut head);
        }
        head
    }

    /// The last lines, as text.
    pub(crate) fn tail(&self) -> String {
        let (from, bytes) = self.last_bytes();
        let first = memchr2(b'\n', b'\r', &bytes).filter(|_| 0 < from);
        let start = first.map_or(0, |at| at + 1);
        decode::piece(bytes.get(start..).unwrap_or_default()).0.into_owned()
    }

    /// Leaves out the last line, and gives its number.
    pub(crate) fn end_before_last_line(&self) -> u32 {
        let (from, bytes) = self.last_bytes();
        let start = memrchr2(b'\n', b'\r', &bytes).map_or(0, |at| at + 1);
        self.end.set(from.saturating_add(u64::try_from(start).unwrap_or(0)));
        let (mut at, mut newlines, mut returns) = (0, 0, 0);
        while let Some(bytes) = self.piece(&mut at) {
            newlines += memchr_iter(b'\n', &bytes).count();
            returns += memchr_iter(b'\r', &bytes).count();
        }
        let ends = if newlines == 0 { returns } else { newlines };
        u32::try_from(ends).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Where the last bytes begin, and they.
    fn last_bytes(&self) -> (u64, Vec<u8>) {
        let from = self.pieces.size().saturating_sub(TAIL);
        (from, self.pieces.read(from, usize::try_from(TAIL).unwrap_or(0)))
    }

    /// Whole lines from this place on, which is moved behind them; `None` at the end.
    pub(crate) fn piece(&self, at: &mut u64) -> Option<Vec<u8>> {
        let left = self.end.get().checked_sub(*at).filter(|&left| 0 < left)?;
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(PIECE);
        let mut bytes = self.pieces.read(*at, most);
        bytes.truncate(most);
        if bytes.is_empty() {
            self.is_broken.set(true);
            return None;
        }
        if u64::try_from(bytes.len()).is_ok_and(|length| length < left) {
            whole_lines(&mut bytes);
        }
        *at = at.saturating_add(u64::try_from(bytes.len()).ok()?);
        Some(bytes)
    }

    /// The encoding, once all was read.
    pub(crate) fn encoding(&self) -> &'static str {
        self.encoding.get().unwrap_or(Encoding::Utf8).label()
    }

    pub(crate) fn is_broken(&self) -> bool {
        self.is_broken.get()
    }

    fn note(&self, encoding: Encoding) {
        let known = self.encoding.get();
        self.encoding.set(Some(known.map_or(encoding, |known| known.and(encoding))));
    }
}

/// Drops what stands behind the last line end. A line longer than all of this is cut.
fn whole_lines(bytes: &mut Vec<u8>) {
    if let Some(at) = memrchr2(b'\n', b'\r', bytes) {
        bytes.truncate(at + 1);
    }
}

/// The text of a large file, from the top.
pub(crate) struct Text<'p> {
    file: &'p Large<'p>,
    at: u64,
    piece: Vec<u8>,
    given: usize,
}

impl<'p> Text<'p> {
    pub(crate) fn new(file: &'p Large<'p>) -> Self {
        Self { file, at: 0, piece: Vec::new(), given: 0 }
    }

    fn next_piece(&mut self) {
        self.given = 0;
        let Some(bytes) = self.file.piece(&mut self.at) else { return self.piece.clear() };
        let (text, encoding) = decode::piece(&bytes);
        // What is the same in every encoding tells none.
        if !bytes.is_ascii() {
            self.file.note(encoding);
        }
        self.piece = match crate::sniff::plain_delimiters(&text) {
            Cow::Borrowed(text) => text.as_bytes().to_vec(),
            Cow::Owned(text) => text.into_bytes(),
        };
    }
}

impl Read for Text<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.piece.len() {
            self.next_piece();
        }
        let mut rest = self.piece.get(self.given..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.given += count;
        Ok(count)
    }
}
