//! One comparable form for the many spellings of a merchant's name, and one form in which a file's text is shown.

use std::borrow::Cow;
use std::fmt::Write;

include!(concat!(env!("OUT_DIR"), "/forms.rs"));

/// Compatibility forms, and letters with the marks that join them: each list sorted.
struct Forms {
    /// A letter and the one it stands for.
    single: &'static [(u16, u16)],
    /// A letter and the several, or the rare one, that it stands for.
    several: &'static [(u16, &'static str)],
    /// A letter, a mark, and both in one.
    pairs: &'static [(char, char, char)],
}

#[cfg(not(target_family = "wasm"))]
fn forms() -> &'static Forms {
    static FORMS: Forms = Forms { single: &SINGLE, several: &SEVERAL, pairs: &PAIRS };
    &FORMS
}

/// The same as the browser has them, asked for once: the tables would be a fortieth of the module. Empty where nobody lent them.
#[cfg(target_family = "wasm")]
fn forms() -> &'static Forms {
    static FORMS: std::sync::OnceLock<Forms> = std::sync::OnceLock::new();
    FORMS.get_or_init(|| match NORMALIZER.get() {
        Some(normalize) => asked(normalize),
        None => Forms { single: &[], several: &[], pairs: &[] },
    })
}

#[cfg(target_family = "wasm")]
static NORMALIZER: std::sync::OnceLock<fn(&str) -> String> = std::sync::OnceLock::new();

/// Lends the browser's NFKC. Of several the first one stays.
#[cfg(target_family = "wasm")]
pub fn lend_forms(normalize: fn(&str) -> String) {
    let _ = NORMALIZER.set(normalize);
}

/// All letters in one question, each on a line of its own. Kept as long as the program runs.
#[cfg(any(target_family = "wasm", test))]
fn asked(normalize: impl Fn(&str) -> String) -> Forms {
    // Latin-1 and its extension, punctuation to squared words, compatible kanji, half- and full-width forms.
    let ranges = [0xa0..=0x17f, 0x2000..=0x33ff, 0xf900..=0xfaff, 0xfe10..=0xffef];
    let letters: Vec<char> = ranges.into_iter().flatten().filter_map(char::from_u32).collect();
    let in_lines = |asked: &mut dyn Iterator<Item = String>| -> String {
        let lines: Vec<String> = asked.collect();
        normalize(&lines.join("\n"))
    };
    let (mut single, mut several) = (Vec::new(), Vec::new());
    let answer = in_lines(&mut letters.iter().map(char::to_string));
    for (&letter, form) in letters.iter().zip(answer.split('\n')) {
        let Ok(code) = u16::try_from(u32::from(letter)) else { continue };
        let mut chars = form.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) if only == letter => {}
            (Some(only), None) if u32::from(only) <= 0xffff => {
                single.push((code, u16::try_from(u32::from(only)).unwrap_or(code)));
            }
            _ => several.push((code, &*form.to_owned().leak())),
        }
    }
    let bases = (0x41..=0x7a).chain(0x3041..=0x30fa).filter_map(char::from_u32);
    let marks = || (0x300..=0x328).chain(0x3099..=0x309a).filter_map(char::from_u32);
    let both: Vec<(char, char)> = bases.flat_map(|base| marks().map(move |mark| (base, mark))).collect();
    let answer = in_lines(&mut both.iter().map(|(base, mark)| format!("{base}{mark}")));
    let joined = both.iter().zip(answer.split('\n')).filter_map(|(&(base, mark), form)| {
        let mut chars = form.chars();
        let only = chars.next().filter(|_| chars.next().is_none())?;
        Some((base, mark, only))
    });
    Forms { single: single.leak(), several: several.leak(), pairs: joined.collect::<Vec<_>>().leak() }
}

/// NFKC, for the letters that statements are written in: Latin, kana, kanji, symbols. What is beyond them, and more
/// than one mark on a letter, stays as it is.
pub fn nfkc(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for c in text.chars() {
        let single = |code: u16| {
            let single = forms().single;
            single.binary_search_by_key(&code, |entry| entry.0).ok().and_then(|at| single.get(at))
        };
        let several = |code: u16| {
            let several = forms().several;
            several.binary_search_by_key(&code, |entry| entry.0).ok().and_then(|at| several.get(at))
        };
        if is_plain(c) {
            form.push(c);
            continue;
        }
        match u16::try_from(u32::from(c)) {
            Ok(code) if code >= 0xa0 => {
                if let Some((_, to)) = single(code) {
                    append(&mut form, char::from_u32(u32::from(*to)).unwrap_or(c));
                } else if let Some((_, to)) = several(code) {
                    to.chars().for_each(|c| append(&mut form, c));
                } else {
                    append(&mut form, c);
                }
            }
            _ => form.push(c),
        }
    }
    form
}

/// Kana and the kanji that nearly all texts are of: they have one form, no case, and join nothing.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{4e00}'..='\u{9fff}')
}

/// A mark joins the letter before it.
fn append(form: &mut String, c: char) {
    if matches!(c, '\u{300}'..='\u{328}' | '\u{3099}' | '\u{309a}')
        && let Some(base) = form.chars().next_back()
        && let Ok(at) = forms().pairs.binary_search_by_key(&(base, c), |&(base, mark, _)| (base, mark))
        && let Some((_, _, joined)) = forms().pairs.get(at)
    {
        form.pop();
        form.push(*joined);
    } else {
        form.push(c);
    }
}

/// NFKC, lower case, dashes between kana as `ー`, small kana as large, one space between words.
///
/// `Ａｍａｚｏｎ　Ｄｏｗｎｌｏａｄｓ` and `AMAZON  DOWNLOADS` fold to one text; so do `ｱﾏｿﾞﾝ` and `アマゾン`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut pending_space = false;
    let text = nfkc(text);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // A sign that nobody sees makes no other name of it.
        if is_unseen(c) && !is_line_end(c) {
            continue;
        }
        if c.is_whitespace() {
            pending_space = !folded.is_empty();
            continue;
        }
        if pending_space {
            folded.push(' ');
            pending_space = false;
        }
        if is_dash(c) {
            let between_kana = folded.chars().next_back().is_some_and(is_kana)
                && chars.peek().is_none_or(|&next| is_kana(next) || !next.is_alphanumeric());
            folded.push(if between_kana { 'ー' } else { '-' });
        } else if is_plain(c) {
            folded.push(enlarge(c));
        } else if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.push(small(c));
        }
    }
    folded
}

/// A text out of a person's files as it is shown on one line: on a screen, on paper, in a letter, in a terminal.
///
/// What nobody would see, and what would turn the reading direction or steer a terminal, is shown by its number; line ends
/// are spaces, so that no name can write a line of its own. `www/src/app/plain-text.ts` is the same for the page, and
/// `tests/fixtures/shown.json` holds both to one table.
pub fn shown(text: &str) -> Cow<'_, str> {
    // Bytes are compared many at a time, letters one by one.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        || text.chars().all(|c| matches!(c, ' '..='~') || is_plain(c))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if is_line_end(c) {
            if before != ' ' {
                out.push(' ');
            }
            before = ' ';
            continue;
        }
        if is_unseen(c) && !belongs_to(c, before) {
            // Writing to a string does not fail.
            let _ = write!(out, "[U+{:04X}]", u32::from(c));
        } else {
            out.push(c);
        }
        before = c;
    }
    Cow::Owned(out)
}

/// Whether a text has a sign in it that nobody sees, and that its reader would have to be told of.
pub fn has_unseen(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let is = is_unseen(c) && !is_line_end(c) && !belongs_to(c, before);
        before = c;
        is
    })
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Controls, marks of direction, what has no width, what is blank and no space, tags, and what chooses a glyph.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// What chooses the glyph of a kanji (葛󠄀) or the picture of a symbol (❤️) belongs to it and hides nothing.
fn belongs_to(selector: char, before: char) -> bool {
    match selector {
        '\u{e0100}'..='\u{e01ef}' => {
            matches!(before, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        }
        '\u{fe0e}'..='\u{fe0f}' => {
            matches!(before, '\u{2190}'..='\u{27ff}' | '\u{2900}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        }
        _ => false,
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー')
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | 'ー')
}

/// Issuers print `アマゾンジヤパン` for `アマゾンジャパン`.
fn enlarge(c: char) -> char {
    match c {
        'ァ' => 'ア',
        'ィ' => 'イ',
        'ゥ' => 'ウ',
        'ェ' => 'エ',
        'ォ' => 'オ',
        'ッ' => 'ツ',
        'ャ' => 'ヤ',
        'ュ' => 'ユ',
        'ョ' => 'ヨ',
        'ヮ' => 'ワ',
        _ => c,
    }
}

/// A letter in its small form, of the scripts in which statements and Amazon's pages are written: Latin, Greek, Cyrillic.
/// The standard library knows all scripts, and its tables take 5 kB of what every visitor fetches.
pub fn small(c: char) -> char {
    let code = u32::from(c);
    let is_even = code.is_multiple_of(2);
    let add = match code {
        0x41..=0x5a | 0xff21..=0xff3a => 32,
        ..0xc0 | 0xd7 => 0,
        0xc0..=0xde | 0x391..=0x3ab | 0x410..=0x42f => 32,
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x1e9e => return 'ß',
        0x100..=0x137 | 0x14a..=0x177 | 0x200..=0x21f | 0x48a..=0x4bf | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => {
            u32::from(is_even)
        }
        0x139..=0x148 | 0x179..=0x17e => u32::from(!is_even),
        0x386 => 38,
        0x388..=0x38a => 37,
        0x38c => 64,
        0x38e..=0x38f => 63,
        0x400..=0x40f => 80,
        _ => 0,
    };
    char::from_u32(code + add).unwrap_or(c)
}

/// A text in small letters.
pub fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{fold, has_unseen, lower, nfkc, shown, small};

    #[test]
    fn letters_of_europe_have_their_small_forms() {
        let scripts = [
            0..=0x17f,
            0x200..=0x21f,
            0x386..=0x3a1,
            0x3a3..=0x3ab,
            0x400..=0x45f,
            0x48a..=0x4bf,
            0x1e00..=0x1eff,
        ];
        for c in scripts.into_iter().flatten().filter_map(char::from_u32) {
            // The dotted capital is two letters in its small form, of which the second is only a dot.
            let wanted: String = c.to_lowercase().filter(|&small| small != '\u{307}').collect();
            assert_eq!(small(c).to_string(), wanted, "{c} {:x}", u32::from(c));
        }
        for (large, wanted) in [("ＡＺ", "ａｚ"), ("日本ガ", "日本ガ"), ("ÉCOLE №5", "école №5")]
        {
            assert_eq!(lower(large), wanted);
        }
    }

    #[test]
    fn a_browser_s_forms_are_the_same() {
        let lent = super::asked(|text| text.nfkc().collect());
        let own = super::forms();
        assert_eq!((lent.single, lent.several, lent.pairs), (own.single, own.several, own.pairs));
    }

    #[test]
    fn what_statements_are_written_in_folds_as_unicode_says() {
        let letters = (0x20..=0x17f).chain(0x2000..=0x9fff).chain(0xf900..=0xfaff).chain(0xfe10..=0xffef);
        for c in letters.filter_map(char::from_u32) {
            let text = format!("カ{c}e{c}A");
            assert_eq!(nfkc(&text), text.nfkc().collect::<String>(), "{c:?} U+{:04X}", u32::from(c));
        }
        for text in ["ｱﾏｿﾞﾝ ﾌﾟﾗｲﾑ", "e\u{301}te\u{301}", "㍿見本 ㌔ ① ㈱", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ　〜－"]
        {
            assert_eq!(nfkc(text), text.nfkc().collect::<String>());
        }
    }

    #[test]
    fn spellings_of_one_name_fold_to_one_text() {
        for (a, b) in [
            ("Ａｍａｚｏｎ　Ｄｏｗｎｌｏａｄｓ", "AMAZON  DOWNLOADS "),
            ("ｱﾏｿﾞﾝﾌﾟﾗｲﾑｶｲﾋ", "アマゾンプライムカイヒ"),
            ("アマゾンジヤパン", "アマゾンジャパン"),
            ("業務ス－パ－  架空店", "業務スーパー 架空店"),
            ("カ―ドハツコウ", "カードハッコウ"),
            ("ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "amazon.co.jp"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
    }

    #[test]
    fn texts_are_shown_as_the_page_shows_them() {
        let table = include_str!("../../../tests/fixtures/shown.json");
        let table: Vec<(String, String)> = serde_json::from_str(table).unwrap();
        for (text, expect) in table {
            assert_eq!(shown(&text), expect, "{text:?}");
        }
    }

    #[test]
    fn signs_that_nobody_sees_are_shown_and_make_no_other_name() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            let text = format!("AMAZON{c}.CO.JP");
            let out = shown(&text);
            assert!(!out.contains('\n') && !has_unseen(&out), "U+{:04X}", u32::from(c));
            if has_unseen(&text) && !c.is_whitespace() {
                assert_eq!(fold(&text), "amazon.co.jp", "U+{:04X}", u32::from(c));
            }
        }
        for (text, expect) in [
            ("AMAZON.CO.JP\u{202e}JP.OC", "AMAZON.CO.JP[U+202E]JP.OC"),
            ("AMAZON.CO.JP\r\n- 2026/09/30 ¥1", "AMAZON.CO.JP - 2026/09/30 ¥1"),
            ("A\u{1b}[2JB\u{7f}", "A[U+001B][2JB[U+007F]"),
            ("葛\u{e0100}飾区 ❤\u{fe0f}", "葛\u{e0100}飾区 ❤\u{fe0f}"),
            ("N\u{fe0f}", "N[U+FE0F]"),
            ("ＡＭＡＺＯＮ．ＣＯ．ＪＰ　〜", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ　〜"),
        ] {
            assert_eq!(shown(text), expect);
        }
    }

    #[test]
    fn a_dash_between_letters_stays_a_dash() {
        assert_eq!(fold("AMAZON－SUPPORT"), "amazon-support");
    }
}
