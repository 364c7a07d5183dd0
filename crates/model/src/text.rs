//! One comparable form for the many spellings of a merchant's name.

include!(concat!(env!("OUT_DIR"), "/forms.rs"));

/// NFKC, for the letters that statements are written in: Latin, kana, kanji, symbols. What is beyond them, and more
/// than one mark on a letter, stays as it is.
pub fn nfkc(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for c in text.chars() {
        let single = |code: u16| {
            SINGLE.binary_search_by_key(&code, |entry| entry.0).ok().and_then(|at| SINGLE.get(at))
        };
        let several = |code: u16| {
            SEVERAL.binary_search_by_key(&code, |entry| entry.0).ok().and_then(|at| SEVERAL.get(at))
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
        && let Ok(at) = PAIRS.binary_search_by_key(&(base, c), |&(base, mark, _)| (base, mark))
        && let Some((_, _, joined)) = PAIRS.get(at)
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
            folded.extend(c.to_lowercase());
        }
    }
    folded
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

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{fold, nfkc};

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
    fn a_dash_between_letters_stays_a_dash() {
        assert_eq!(fold("AMAZON－SUPPORT"), "amazon-support");
    }
}
