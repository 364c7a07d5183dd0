//! Bytes to text: marks first, then strict UTF-8, then CP932. Never by statistics.

use std::borrow::Cow;

use mioboe_model::ProblemCode;

include!(concat!(env!("OUT_DIR"), "/encodings.rs"));

/// The encodings that statements are written in. Only these tables go into the module, and not those of the whole
/// Encoding Standard, which would be a quarter of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// CP932, which the Encoding Standard calls `shift_jis`.
    ShiftJis,
    Utf16Le,
    Utf16Be,
    Windows1252,
    /// UTF-8 and CP932, line by line.
    Mixed,
}

use Encoding::{Mixed, ShiftJis, Utf8, Utf16Be, Utf16Le, Windows1252};

impl Encoding {
    /// By the mark at the beginning, with the mark's length.
    fn for_mark(bytes: &[u8]) -> Option<(Self, usize)> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some((Utf8, 3)),
            [0xff, 0xfe, ..] => Some((Utf16Le, 2)),
            [0xfe, 0xff, ..] => Some((Utf16Be, 2)),
            _ => None,
        }
    }

    /// The whole text, or nothing if a byte does not fit.
    fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            ShiftJis => shift_jis(bytes).map(Cow::Owned),
            Utf16Le => utf16(bytes, u16::from_le_bytes),
            Utf16Be => utf16(bytes, u16::from_be_bytes),
            Windows1252 => Some(bytes.iter().map(|&byte| windows_1252(byte)).collect()),
            Mixed => line_by_line(bytes).map(Cow::Owned),
        }
    }

    /// The encoding of a file with lines of both.
    #[cfg(feature = "texts")]
    pub(crate) fn and(self, other: Self) -> Self {
        if self == other { self } else { Mixed }
    }

    /// The label of the Encoding Standard.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Utf8 => "utf-8",
            ShiftJis => "shift_jis",
            Utf16Le => "utf-16le",
            Utf16Be => "utf-16be",
            Windows1252 => "windows-1252",
            Mixed => "utf-8, shift_jis",
        }
    }
}

fn shift_jis(bytes: &[u8]) -> Option<String> {
    // A kanji of two bytes takes three in UTF-8.
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut rest = bytes;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            0..=0x80 => text.push(char::from(byte)),
            0xa1..=0xdf => text.push(char::from_u32(0xff61 + u32::from(byte) - 0xa1)?),
            _ => {
                let (&trail, behind) = rest.split_first()?;
                rest = behind;
                let row = match byte {
                    0x81..=0x9f => usize::from(byte) - 0x81,
                    0xe0..=0xfc => usize::from(byte) - 0xe0 + 31,
                    _ => return None,
                };
                let cell = usize::from(trail).checked_sub(0x40).filter(|&cell| cell < TRAILS)?;
                let unit = *SHIFT_JIS.get(row * TRAILS + cell)?;
                text.push(char::from_u32(u32::from(unit)).filter(|&c| c != '\0')?);
            }
        }
    }
    Some(text)
}

/// People put months of one card into one file, and a tool of theirs saved some in another encoding.
fn line_by_line(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut some_utf8, mut some_shift_jis) = (false, false);
    // No pair of CP932 has a line end in it.
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        if let Ok(line) = std::str::from_utf8(line) {
            some_utf8 |= !line.is_ascii();
            text.push_str(line.trim_start_matches('\u{feff}'));
        } else {
            some_shift_jis = true;
            text.push_str(&shift_jis(line)?);
        }
    }
    (some_utf8 && some_shift_jis).then_some(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Cow<'_, str>> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return None };
    char::decode_utf16(pairs.iter().map(|&pair| unit(pair)))
        .collect::<Result<String, _>>()
        .ok()
        .map(Cow::Owned)
}

fn windows_1252(byte: u8) -> char {
    let high = usize::from(byte).checked_sub(0x80).and_then(|at| WINDOWS_1252.get(at));
    high.copied().unwrap_or_else(|| char::from(byte))
}

/// Text, and the WHATWG label of what it was decoded from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: &'static str,
}

/// How Japanese header words look when UTF-8 was read as CP932 and saved again.
///
/// Seen in shared reports: 利用日, ご利用日, 計算対象, and a byte order mark.
const UTF8_READ_AS_CP932: [&str; 4] = ["蛻ｩ逕ｨ譌･", "縺泌茜逕ｨ譌･", "險育ｮ怜ｯｾ雎｡", "ｻｿ"];
/// Signatures stand in headers; what comes later is the person's own text.
const MOJIBAKE_WINDOW: usize = 4096;

/// Decodes a whole file, or says why it is no text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ProblemCode> {
    if let Some((encoding, mark)) = Encoding::for_mark(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return match encoding.decode(body) {
            Some(text) => readable(text, encoding),
            // A mark of UTF-8 before CP932 rows: tools put it there blindly.
            None if encoding == Utf8 => without_mark(body),
            None => Err(ProblemCode::NotText),
        };
    }
    without_mark(bytes)
}

fn without_mark(bytes: &[u8]) -> Result<Decoded<'_>, ProblemCode> {
    if let Some(encoding) = utf16_by_zeros(bytes) {
        let text = encoding.decode(bytes).ok_or(ProblemCode::NotText)?;
        return readable(text, encoding);
    }
    if let Some((text, encoding)) = strict(bytes) {
        return readable(text, encoding);
    }
    // Every byte is some character of windows-1252, so the text must look like one of the West.
    let high = bytes.iter().filter(|b| !b.is_ascii()).count();
    let text = Windows1252.decode(bytes).ok_or(ProblemCode::NotText)?;
    if high <= bytes.len() / 4 && !text.contains(|c| matches!(c, '\u{80}'..='\u{9f}')) {
        return readable(text, Windows1252);
    }
    Err(ProblemCode::NotText)
}

/// The encodings that refuse most bytes that are none of theirs.
fn strict(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((Cow::Borrowed(text), Utf8));
    }
    let japanese = [ShiftJis, Mixed].into_iter();
    japanese
        .filter_map(|encoding| Some((encoding.decode(bytes)?, encoding)))
        .find(|(text, _)| is_japanese(text))
}

/// Some lines of a file whose beginning was decoded: what is in no other encoding is in the one that takes every byte.
#[cfg(feature = "texts")]
pub(crate) fn piece(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    strict(bytes).unwrap_or_else(|| (Windows1252.decode(bytes).unwrap_or_default(), Windows1252))
}

/// Western text of the 1252 family decodes as CP932 into rare kanji and half-width kana beside ASCII; `£` becomes `｣`.
fn is_japanese(text: &str) -> bool {
    let (mut common, mut odd) = (0_usize, 0_usize);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '｣' if chars.peek().is_some_and(char::is_ascii_digit) => odd += 1,
            '\u{4e00}'..='\u{9fff}' | '\u{ff61}'..='\u{ff9f}' if before.is_ascii_alphabetic() => odd += 1,
            '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ffe6}' => common += 1,
            _ => {}
        }
        before = c;
    }
    odd <= common
}

/// Tables of UTF-16 without a mark: every second byte of their ASCII is zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    if head.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let few = (head.len() / 16).max(1);
    if odd > few && even == 0 {
        Some(Utf16Le)
    } else if even > few && odd == 0 {
        Some(Utf16Be)
    } else {
        None
    }
}

fn readable(text: Cow<'_, str>, encoding: Encoding) -> Result<Decoded<'_>, ProblemCode> {
    let window = text.char_indices().nth(MOJIBAKE_WINDOW).map_or(text.len(), |(at, _)| at);
    let head = text.get(..window).unwrap_or_default();
    if head.contains('\0') {
        return Err(ProblemCode::NotText);
    }
    let controls =
        head.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{1a}')).count();
    if controls > 8 {
        return Err(ProblemCode::NotText);
    }
    let lost = head.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    if lost > 3 || UTF8_READ_AS_CP932.iter().any(|sign| head.contains(sign)) {
        return Err(ProblemCode::Mojibake);
    }
    Ok(Decoded { text, encoding: encoding.label() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expect: Result<(&str, &str), ProblemCode>) {
        let decoded = decode(bytes);
        let decoded =
            decoded.as_ref().map(|decoded| (decoded.text.as_ref(), decoded.encoding)).map_err(|&code| code);
        assert_eq!(decoded, expect);
    }

    #[test]
    fn lines_of_two_encodings_in_one_file_are_each_read_in_their_own() {
        let (first, _, _) = encoding_rs::SHIFT_JIS.encode("2026/09/01,見本書店,100\r\n");
        let second = "2026/10/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,200\r\n";
        let text = format!("2026/09/01,見本書店,100\r\n{second}");
        check(&[&first, second.as_bytes()].concat(), Ok((&text, "utf-8, shift_jis")));
        let text = format!("{second}2026/09/01,見本書店,100\r\n");
        check(&[second.as_bytes(), &first].concat(), Ok((&text, "utf-8, shift_jis")));
    }

    #[test]
    fn every_pair_of_bytes_reads_as_the_encoding_standard_says() {
        for lead in 0..=255 {
            for trail in 0..=255 {
                let bytes = [lead, trail];
                let standard =
                    encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&bytes);
                assert_eq!(ShiftJis.decode(&bytes), standard, "{bytes:02x?}");
            }
            let (standard, _) =
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&lead));
            assert_eq!(windows_1252(lead).to_string(), standard, "{lead:02x}");
        }
    }

    #[test]
    fn a_mark_decides() {
        check(b"\xef\xbb\xbfabc", Ok(("abc", "utf-8")));
        check(b"\xff\xfea\0b\0", Ok(("ab", "utf-16le")));
        check(b"\xfe\xff\0a\0b", Ok(("ab", "utf-16be")));
    }

    #[test]
    fn without_a_mark_utf8_is_tried_before_cp932() {
        check("利用日".as_bytes(), Ok(("利用日", "utf-8")));
        check(b"\x97\x98\x97\x70\x93\xfa", Ok(("利用日", "shift_jis")));
        check(b"", Ok(("", "utf-8")));
    }

    #[test]
    fn characters_outside_plain_shift_jis_are_read() {
        check(b"\x87\x40 \xfb\xfc", Ok(("① 髙", "shift_jis")));
    }

    #[test]
    fn marks_of_utf8_before_cp932_do_no_harm() {
        check(b"\xef\xbb\xbf\x97\x98\x97\x70\x93\xfa", Ok(("利用日", "shift_jis")));
    }

    #[test]
    fn utf16_without_a_mark_shows_by_its_zeros() {
        check(b"a\0,\0b\0,\0", Ok(("a,b,", "utf-16le")));
        check(b"\0a\0,\0b\0,", Ok(("a,b,", "utf-16be")));
    }

    #[test]
    fn western_bytes_are_not_taken_for_kana() {
        check(
            b"Umsatz;W\xe4hrung;Betrag\nB\xfccher;EUR;\x80 1,20",
            Ok(("Umsatz;Währung;Betrag\nBücher;EUR;€ 1,20", "windows-1252")),
        );
        check(b"Paid out\n\"\xa312.99\"", Ok(("Paid out\n\"£12.99\"", "windows-1252")));
        check(b"Empf\xe4nger/Stra\xdfe", Ok(("Empfänger/Straße", "windows-1252")));
    }

    #[test]
    fn what_is_no_text_is_said_so() {
        check(b"\x00\x01\x02\x03\x04", Err(ProblemCode::NotText));
        check(&[0x81, 0xff, 0xff, 0x00, 0xff, 0x81], Err(ProblemCode::NotText));
    }

    #[test]
    fn text_decoded_wrongly_before_is_refused() {
        check("蛻ｩ逕ｨ譌･,蛻ｩ逕ｨ蠎苓".as_bytes(), Err(ProblemCode::Mojibake));
        check("\u{fffd}\u{fffd}\u{fffd}\u{fffd},1".as_bytes(), Err(ProblemCode::Mojibake));
    }
}
