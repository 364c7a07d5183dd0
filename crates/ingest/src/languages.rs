//! Whether letters make words: what of a decoded text is no writing of any language that statements are in.

/// The letters beside a-z of the languages that banks write, lower case.
const ALPHABETS: [&str; 17] = [
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
    "áéíóúüñªº",
    "ãáàâçéêíóõôúªº",
    "àèéìíîòóùú",
    "åäöæøéü",
    "éëïóöüèêá",
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýžľĺŕôä",
    "áéíóöőúüű",
    "ăâîșțşţ",
    "čćđšž",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
    "äõöüšž",
    "çğıöşüâîû",
    // Icelandic, which windows-1252 makes of Turkish as well.
    "áéíóúýþæö",
];

/// Of a hundred letters that are not ASCII, those that are at odds with their neighbours or with the language of the others.
/// `common` are the kanji of the Japanese standard's first half, sorted: what shops are called by.
pub(crate) fn oddness(text: &str, common: &[u16]) -> u32 {
    let (mut all, mut odd, mut signs) = (0_u32, 0_u32, 0_u32);
    let mut uncovered = [0_u32; ALPHABETS.len()];
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        if !c.is_ascii() && c != '\u{a0}' && c != '\u{feff}' {
            all += 1;
            if is_japanese(c) {
                odd += u32::from(is_stray(before, c, next, common));
            } else if c.is_alphabetic() {
                let is_capital_inside = c.is_uppercase() && before.is_lowercase();
                let is_lonely =
                    is_cyrillic(c) && (before.is_ascii_alphabetic() || next.is_ascii_alphabetic());
                let is_before_number = c.is_uppercase() && !before.is_alphabetic() && next.is_ascii_digit();
                if is_capital_inside || is_before_number || is_lonely || is_foreign(c) {
                    odd += 1;
                } else if !is_cyrillic(c) {
                    let lower = mioboe_model::text::small(c);
                    for (alphabet, count) in ALPHABETS.iter().zip(&mut uncovered) {
                        *count += u32::from(!alphabet.contains(lower));
                    }
                }
            } else {
                signs += u32::from(!matches!(c, '€' | '£' | '¥'));
                odd += odd_sign(before, c, next);
            }
        }
        before = c;
    }
    // Few signs stand between many letters; pairs that are read one by one are full of them.
    odd += signs.saturating_sub(2 + all / 4);
    odd += uncovered.iter().min().copied().unwrap_or(0);
    odd.saturating_mul(100).checked_div(all).unwrap_or(0)
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{31f0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ffe6}')
}

/// Western letters that are read in pairs become rare kanji among Latin letters, and half-width kana beside them.
fn is_stray(before: char, c: char, next: char, common: &[u16]) -> bool {
    let is_kana = |c: char| matches!(c, '\u{ff61}'..='\u{ff9f}');
    if is_kana(c) {
        // A sound mark follows the kana that can have it.
        let is_mark = matches!(c, 'ﾞ' | 'ﾟ');
        return !(is_kana(before) || is_kana(next))
            || before.is_ascii_lowercase()
            || next.is_ascii_lowercase()
            || (is_mark && !matches!(before, 'ｦ' | 'ｳ' | 'ｶ'..='ﾄ' | 'ﾊ'..='ﾎ'))
            || (c == '｣' && next.is_ascii_digit());
    }
    let is_alone = !is_japanese(before) && !is_japanese(next);
    let is_kanji = matches!(c, '\u{3400}'..='\u{9fff}');
    let is_rare =
        is_kanji && !u16::try_from(u32::from(c)).is_ok_and(|unit| common.binary_search(&unit).is_ok());
    is_rare || (is_alone && (before.is_ascii_alphabetic() || next.is_ascii_lowercase()))
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, 'А'..='я' | 'Ё' | 'ё' | 'І' | 'і' | 'Ї' | 'ї' | 'Є' | 'є' | 'Ґ' | 'ґ')
}

/// Letters of languages that no candidate encoding is used for.
fn is_foreign(c: char) -> bool {
    matches!(c, 'µ' | 'ƒ' | 'ˆ' | '˜')
}

/// Signs that belong in texts where they stand now.
fn odd_sign(before: char, c: char, next: char) -> u32 {
    let is_between = before.is_alphabetic() && next.is_alphabetic();
    let is_odd = match c {
        '€' | '£' | '§' | '°' | '·' | '–' | '—' | '…' | '©' | '®' | '™' | '№' | '²' | '½' | '«' | '»' => {
            is_between
        }
        '¡' | '¿' => before.is_alphabetic() || !next.is_alphabetic(),
        '×' | '÷' => before.is_alphabetic() || next.is_alphabetic(),
        '´' | '\u{2000}'..='\u{2bff}' | '\u{3000}'.. => false,
        _ => true,
    };
    // A byte that is no letter at all weighs more than one at the wrong place.
    if c == char::REPLACEMENT_CHARACTER || matches!(c, '\u{e000}'..='\u{f8ff}') {
        2
    } else {
        u32::from(is_odd)
    }
}
