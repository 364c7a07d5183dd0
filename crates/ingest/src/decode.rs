//! Bytes to text: marks first, then strict UTF-8, then the encoding whose letters make words of some language.

use std::borrow::Cow;

use mioboe_model::ProblemCode;

use crate::languages::oddness;

include!(concat!(env!("OUT_DIR"), "/encodings.rs"));

/// The encodings that statements are written in. Only these tables go into the module, and not those of the whole
/// Encoding Standard, which would be a quarter of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// CP932, which the Encoding Standard calls `shift_jis`.
    ShiftJis,
    EucJp,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Windows1250,
    Windows1251,
    Windows1254,
    Latin9,
    /// UTF-8 and CP932, line by line.
    Mixed,
}

use Encoding::{
    EucJp, Latin9, Mixed, ShiftJis, Utf8, Utf16Be, Utf16Le, Windows1250, Windows1251, Windows1252,
    Windows1254,
};

/// What takes the place of bytes that are no letter.
const LOST: char = char::REPLACEMENT_CHARACTER;

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

    /// The whole text; a byte that does not fit becomes [`LOST`]. `None` where it cannot be this encoding at all.
    fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Utf8 => Some(String::from_utf8_lossy(bytes)),
            ShiftJis => Some(Cow::Owned(shift_jis(bytes))),
            EucJp => Some(Cow::Owned(euc_jp(bytes))),
            Utf16Le => utf16(bytes, u16::from_le_bytes),
            Utf16Be => utf16(bytes, u16::from_be_bytes),
            Windows1252 => Some(single(bytes, &WINDOWS_1252)),
            Windows1250 => Some(single(bytes, &WINDOWS_1250)),
            Windows1251 => Some(single(bytes, &WINDOWS_1251)),
            Windows1254 => Some(single(bytes, &WINDOWS_1254)),
            Latin9 => Some(single(bytes, &LATIN_9)),
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
            EucJp => "euc-jp",
            Utf16Le => "utf-16le",
            Utf16Be => "utf-16be",
            Windows1252 => "windows-1252",
            Windows1250 => "windows-1250",
            Windows1251 => "windows-1251",
            Windows1254 => "windows-1254",
            Latin9 => "iso-8859-15",
            Mixed => "utf-8, shift_jis",
        }
    }
}

/// CP932's pairs of bytes by lead and trail, as units of UTF-16; 0 where there is none.
#[cfg(not(target_family = "wasm"))]
fn pairs() -> &'static [u16] {
    &SHIFT_JIS
}

/// The same as the browser has them, asked for once: the table would be a twentieth of the module. Empty where nobody lent a decoder.
#[cfg(target_family = "wasm")]
fn pairs() -> &'static [u16] {
    static PAIRS: std::sync::OnceLock<Vec<u16>> = std::sync::OnceLock::new();
    PAIRS.get_or_init(|| DECODER.get().map(|decode| pairs_of(decode)).unwrap_or_default())
}

#[cfg(target_family = "wasm")]
static DECODER: std::sync::OnceLock<fn(&[u8]) -> String> = std::sync::OnceLock::new();

/// Lends the browser's decoder of `shift_jis`, which puts U+FFFD where bytes mean nothing. Of several the first one stays.
#[cfg(target_family = "wasm")]
pub fn lend_decoder(decode: fn(&[u8]) -> String) {
    let _ = DECODER.set(decode);
}

/// All pairs in one question, each on a line of its own.
#[cfg(any(target_family = "wasm", test))]
fn pairs_of(decode: impl Fn(&[u8]) -> String) -> Vec<u16> {
    let leads = (0x81..=0x9f).chain(0xe0..=0xfc);
    let asked: Vec<u8> =
        leads.flat_map(|lead| (0x40..=0xfc).flat_map(move |trail| [lead, trail, b'\n'])).collect();
    let unit = |line: &str| {
        let mut chars = line.chars();
        let only = chars.next().filter(|&c| c != LOST && chars.next().is_none());
        only.and_then(|c| u16::try_from(u32::from(c)).ok()).unwrap_or(0)
    };
    decode(&asked).split_terminator('\n').map(unit).collect()
}

/// The character of a pair of the Japanese standard, by row and cell of CP932's table.
fn pair(row: usize, cell: usize) -> Option<char> {
    let unit = *pairs().get(row * TRAILS + cell).filter(|_| cell < TRAILS)?;
    char::from_u32(u32::from(unit)).filter(|&c| c != '\0')
}

fn half_width_kana(byte: u8) -> char {
    char::from_u32(0xff61 + u32::from(byte.saturating_sub(0xa1))).unwrap_or(LOST)
}

fn shift_jis(bytes: &[u8]) -> String {
    // A kanji of two bytes takes three in UTF-8.
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut rest = bytes;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            0..=0x80 => text.push(char::from(byte)),
            0xa1..=0xdf => text.push(half_width_kana(byte)),
            _ => {
                let row = match byte {
                    0x81..=0x9f => Some(usize::from(byte) - 0x81),
                    0xe0..=0xfc => Some(usize::from(byte) - 0xe0 + 31),
                    _ => None,
                };
                let read = row.zip(rest.split_first()).and_then(|(row, (&trail, behind))| {
                    Some((pair(row, usize::from(trail).checked_sub(0x40)?)?, behind))
                });
                if let Some((c, behind)) = read {
                    text.push(c);
                    rest = behind;
                } else {
                    // What follows a broken lead is a letter of its own: no line end or comma is lost with it.
                    text.push(LOST);
                }
            }
        }
    }
    text
}

/// The same table by other numbers.
fn euc_jp(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut rest = bytes;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        let Some((&trail, behind)) = rest.split_first().filter(|_| !byte.is_ascii()) else {
            text.push(if byte.is_ascii() { char::from(byte) } else { LOST });
            continue;
        };
        let read = match byte {
            0x8e if (0xa1..=0xdf).contains(&trail) => Some(half_width_kana(trail)),
            0xa1..=0xfe if 0xa1 <= trail => {
                let (row, cell) = (usize::from(byte) - 0xa1, usize::from(trail) - 0xa1);
                // Two rows of 94 make one of CP932, which leaves out 0x7f.
                let place = if row.is_multiple_of(2) { cell + usize::from(62 < cell) } else { cell + 95 };
                pair(row / 2, place)
            }
            _ => None,
        };
        if let Some(c) = read {
            text.push(c);
            rest = behind;
        } else {
            text.push(LOST);
        }
    }
    text
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
            let line = shift_jis(line);
            if line.contains(LOST) {
                return None;
            }
            text.push_str(&line);
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

fn single<'t>(bytes: &[u8], upper: &[u16; 128]) -> Cow<'t, str> {
    let letter = |&byte: &u8| match usize::from(byte).checked_sub(0x80).and_then(|at| upper.get(at)) {
        Some(&unit) => char::from_u32(u32::from(unit)).unwrap_or(LOST),
        None => char::from(byte),
    };
    bytes.iter().map(letter).collect()
}

/// Text, and the WHATWG label of what it was decoded from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: &'static str,
    /// Some bytes were no letters; [`LOST`] stands in their place.
    pub(crate) is_damaged: bool,
}

impl Decoded<'_> {
    /// The lines that are damaged, with what is left of them.
    pub(crate) fn damaged_lines(&self) -> impl Iterator<Item = (u32, &str)> {
        let lines = (1..).zip(self.text.lines()).filter(|_| self.is_damaged);
        lines.filter(|(_, line)| line.contains(LOST))
    }
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
        // A mark of UTF-8 before CP932 rows: tools put it there blindly.
        if encoding == Utf8 {
            return without_mark(body);
        }
        return readable(encoding.decode(body).ok_or(ProblemCode::NotText)?, encoding);
    }
    without_mark(bytes)
}

fn without_mark(bytes: &[u8]) -> Result<Decoded<'_>, ProblemCode> {
    if let Some(encoding) = utf16_by_zeros(bytes) {
        let text = encoding.decode(bytes).ok_or(ProblemCode::NotText)?;
        return readable(text, encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return readable(Cow::Borrowed(text), Utf8);
    }
    let mostly = String::from_utf8_lossy(bytes);
    let lost = mostly.chars().filter(|&c| c == LOST).count();
    // No other encoding makes pairs that fit by chance.
    if lost.saturating_mul(10) <= mostly.chars().filter(|c| !c.is_ascii()).count() {
        return readable(mostly, Utf8);
    }
    let (encoding, odd) = likeliest(bytes);
    if MOST_ODD < odd {
        return Err(ProblemCode::NotText);
    }
    readable(encoding.decode(bytes).ok_or(ProblemCode::NotText)?, encoding)
}

/// In the order in which they win where they fit equally well.
const CANDIDATES: [Encoding; 8] =
    [ShiftJis, Mixed, EucJp, Windows1252, Windows1250, Windows1251, Windows1254, Latin9];
/// Odd letters of a hundred that are none of ASCII, above which it is no text.
const MOST_ODD: u32 = 34;
/// What a language is written in shows in so many bytes around the first that are not ASCII.
const SAMPLE: usize = 64 * 1024;

/// The encoding in which the letters make words, and how many of a hundred do not.
fn likeliest(bytes: &[u8]) -> (Encoding, u32) {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    // From the line's beginning, as a pair must not be cut.
    let start =
        bytes.get(..start).and_then(|head| head.iter().rposition(|&b| b == b'\n')).map_or(0, |at| at + 1);
    let rest = bytes.get(start..).unwrap_or_default();
    let sample = match rest.get(..SAMPLE) {
        Some(head) => head.iter().rposition(|&b| b == b'\n').and_then(|end| head.get(..=end)).unwrap_or(head),
        None => rest,
    };
    let common = common_kanji();
    let scored = CANDIDATES.iter().filter_map(|&encoding| {
        let text = encoding.decode(if encoding == Mixed { rest } else { sample })?;
        Some((encoding, oddness(&text, &common)))
    });
    scored.min_by_key(|&(_, odd)| odd).unwrap_or((Windows1252, 100))
}

/// The kanji of the standard's first half and of names, sorted.
fn common_kanji() -> Vec<u16> {
    let row = |lead: usize| (lead - 0x81) * TRAILS;
    let mut kanji = pairs().get(row(0x88)..row(0x99)).unwrap_or_default().to_vec();
    let of_names = 0xfa - 0xe0 + 31;
    kanji.extend(pairs().get(of_names * TRAILS..).unwrap_or_default());
    kanji.sort_unstable();
    kanji
}

/// Some lines of a file whose beginning was decoded.
#[cfg(feature = "texts")]
pub(crate) fn piece(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), Utf8);
    }
    let encoding = likeliest(bytes).0;
    (encoding.decode(bytes).unwrap_or_default(), encoding)
}

/// Tables of UTF-16 without a mark: every second byte of their ASCII is zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    if head.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Blanks and some kana have a zero in their other byte.
    let few = (head.len() / 32).max(1);
    if odd > few && even * 4 < odd {
        Some(Utf16Le)
    } else if even > few && odd * 4 < even {
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
    let lost = text.matches(LOST).count();
    let foreign = || text.chars().filter(|c| !c.is_ascii()).count();
    // A letter here and there is lost on the way; a text that lost all of them says nothing.
    let is_lost = 3 < lost && foreign() < lost.saturating_mul(20);
    if is_lost || UTF8_READ_AS_CP932.iter().any(|sign| head.contains(sign)) {
        return Err(ProblemCode::Mojibake);
    }
    Ok(Decoded { text: plain_letters(text), encoding: encoding.label(), is_damaged: 0 < lost })
}

/// PDFs printed by browsers, and what is copied from them, have radicals in the place of kanji and ligatures in the
/// place of letters: they look alike, and no word is found by them.
fn plain_letters(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_odd = |c: char| matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{fb00}'..='\u{fb06}');
    // Most tables are plain ASCII, which is seen sixteen bytes at a time.
    if !text.is_ascii() && text.contains(is_odd) { Cow::Owned(plain(&text)) } else { text }
}

/// The same of a text that is known to be short.
pub(crate) fn plain(text: &str) -> String {
    /// Radicals that Unicode gives no plain form, and their kanji.
    const RADICALS: &str = "⺠民⺩王⺬示⺭礻⺮竹⺷羊⺼月⻁虎⻄西⻅见⻆角⻑長⻓长⻔门⻘青⻝食⻢马⻣骨⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻱亀⻲亀";
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2e80}'..='\u{2eff}' if RADICALS.contains(c) => {
                plain.extend(RADICALS.chars().skip_while(|&known| known != c).nth(1));
            }
            '\u{fb00}'..='\u{fb06}' => {
                let at = usize::try_from(u32::from(c) - 0xfb00).unwrap_or(0);
                plain.push_str(
                    ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].get(at).copied().unwrap_or_default(),
                );
            }
            '\u{2e80}'..='\u{2fdf}' => {
                plain.push_str(&mioboe_model::text::nfkc(c.encode_utf8(&mut [0; 4])));
            }
            _ => plain.push(c),
        }
    }
    plain
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
    fn a_browser_s_decoder_gives_the_same_pairs() {
        let decode = |bytes: &[u8]| encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned();
        assert_eq!(pairs_of(decode), SHIFT_JIS);
    }

    #[test]
    fn every_pair_of_bytes_reads_as_the_encoding_standard_says() {
        for lead in 0..=255 {
            for trail in 0..=255 {
                let bytes = [lead, trail];
                let standard =
                    encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&bytes);
                let whole = |text: Option<Cow<'_, str>>| {
                    text.filter(|text| !text.contains(LOST)).map(Cow::into_owned)
                };
                assert_eq!(whole(ShiftJis.decode(&bytes)), standard.map(Cow::into_owned), "{bytes:02x?}");
                let standard =
                    encoding_rs::EUC_JP.decode_without_bom_handling_and_without_replacement(&bytes);
                // Rows that the standard leaves to IBM's letters are read as these.
                if let Some(standard) = standard {
                    assert_eq!(whole(EucJp.decode(&bytes)), Some(standard.into_owned()), "{bytes:02x?}");
                }
            }
            for (ours, standard) in [
                (Windows1252, encoding_rs::WINDOWS_1252),
                (Windows1250, encoding_rs::WINDOWS_1250),
                (Windows1251, encoding_rs::WINDOWS_1251),
                (Windows1254, encoding_rs::WINDOWS_1254),
                (Latin9, encoding_rs::ISO_8859_15),
            ] {
                let (standard, _) = standard.decode_without_bom_handling(std::slice::from_ref(&lead));
                assert_eq!(ours.decode(&[lead]).expect("any byte"), standard, "{lead:02x}");
            }
        }
    }

    /// What a bank of each country writes, in the encoding that it writes it in.
    #[test]
    fn each_language_is_read_in_its_own_encoding() {
        for (encoding, standard, text) in [
            ("euc-jp", encoding_rs::EUC_JP, "利用日,利用店名,利用金額\n2026/09/01,見本書店　架空町店,100\n"),
            ("shift_jis", encoding_rs::SHIFT_JIS, "利用日,利用店名,利用金額\n2026/09/01,ﾐﾎﾝｼﾖﾃﾝ,100\n"),
            ("shift_jis", encoding_rs::SHIFT_JIS, "2026/09/01,AMAZON.CO.JP利用国USA,100\n"),
            (
                "windows-1252",
                encoding_rs::WINDOWS_1252,
                "Gutschrift Überweisung;Abbuchung Einzugsermächtigung;5,00\n",
            ),
            (
                "windows-1252",
                encoding_rs::WINDOWS_1252,
                "Date opération;Libellé;Débit;Crédit\nAchat à l'épicerie;5,00\n",
            ),
            (
                "windows-1252",
                encoding_rs::WINDOWS_1252,
                "Fecha;Descripción;Importe\nPago en tienda de España\n",
            ),
            ("windows-1252", encoding_rs::WINDOWS_1252, "Bokföringsdatum;Belopp;Köp från påhittad affär\n"),
            ("windows-1252", encoding_rs::WINDOWS_1252, "Data;Descrição;Valor\nPagamento não faturado\n"),
            ("windows-1252", encoding_rs::WINDOWS_1252, "Caffè della città;5,00 €\n"),
            ("iso-8859-15", encoding_rs::ISO_8859_15, "Bücher für 5,00 €\n"),
            ("windows-1250", encoding_rs::WINDOWS_1250, "Płatność kartą sklep;Zakupy wymyślone żabka\n"),
            (
                "windows-1250",
                encoding_rs::WINDOWS_1250,
                "Datum zaúčtování;Částka;Příjemce\nPlatba kartou vymyšlený obchod\n",
            ),
            (
                "windows-1250",
                encoding_rs::WINDOWS_1250,
                "Könyvelés dátuma;Összeg;Kedvezményezett\nKitalált főzőbolt tűzhely\n",
            ),
            ("windows-1251", encoding_rs::WINDOWS_1251, "Дата;Описание;Сумма;Валюта\nПокупка в магазине\n"),
            (
                "windows-1254",
                encoding_rs::WINDOWS_1254,
                "Açıklama;Tutar\nAlışveriş uydurma mağaza İstanbul\n",
            ),
        ] {
            let (bytes, _, lost) = standard.encode(text);
            assert!(!lost, "{text}");
            check(&bytes, Ok((text, encoding)));
        }
    }

    #[test]
    fn one_bad_byte_is_one_bad_letter() {
        let (good, _, _) = encoding_rs::SHIFT_JIS
            .encode("利用日,利用店名,金額\n2026/09/01,見本書店　架空町店,100\n2026/09/02,");
        let bytes = [&good, b"\xfd\xfd,200\n".as_slice()].concat();
        let decoded = decode(&bytes).expect("a text");
        assert_eq!(decoded.encoding, "shift_jis");
        assert_eq!(decoded.damaged_lines().collect::<Vec<_>>(), [(3, "2026/09/02,\u{fffd}\u{fffd},200")]);
        let utf8 = [
            b"Datum;Text\n1;Stra\xc3\x9fe\n2;Stra\xc3e\n3;Gr\xc3\xbc\xc3\x9fe\n".as_slice(),
            "ä".repeat(40).as_bytes(),
        ]
        .concat();
        let decoded = decode(&utf8).expect("a text");
        assert_eq!(
            (decoded.encoding, decoded.damaged_lines().map(|(line, _)| line).collect()),
            ("utf-8", vec![3])
        );
    }

    #[test]
    fn radicals_of_printed_pages_are_the_kanji_they_look_like() {
        check("ご利⽤⽇,⾦額,⻑⻄⻘,ﬁﬂ".as_bytes(), Ok(("ご利用日,金額,長西青,fifl", "utf-8")));
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
