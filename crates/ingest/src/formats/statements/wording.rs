//! Comparing what stands in a cell with what a profile says.

use crate::field::narrow;

/// What a row is called stands within so many letters; what goes on is prose, or a picture in letters.
const LONGEST: usize = 1000;

/// Width, case, kind of dash and runs of spaces do not matter; `…` in the pattern stands for anything, also nothing.
pub(super) fn is_like(text: &str, pattern: &str) -> bool {
    // A file's first rows are held against the headings of every issuer: nearly all comparisons end here,
    if begin_differently(text, pattern) {
        return false;
    }
    let (mut left, mut wanted) = (fold(trim_heading(text)), fold(pattern));
    // and nearly all others at the first letter.
    loop {
        match (left.next(), wanted.next()) {
            (None, None) => return true,
            (_, Some('…')) => break,
            (a, b) if a != b => return false,
            _ => {}
        }
    }
    agrees(&folded(text), &fold(pattern).collect::<String>())
}

/// Whether that can be told without folding: both begin with a letter that nothing changes but for its case.
fn begin_differently(text: &str, pattern: &str) -> bool {
    let first = |text: &str| match text.as_bytes().first() {
        // The leading byte of ideographs is as good as a letter.
        Some(byte @ (b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xe4..=0xe9)) => {
            Some(byte.to_ascii_lowercase())
        }
        _ => None,
    };
    matches!((first(text), first(pattern)), (Some(a), Some(b)) if a != b)
}

/// Texts that are looked for in many rows, folded.
pub(super) struct Patterns(Vec<String>);

impl Patterns {
    pub(super) fn new(patterns: &[&str]) -> Self {
        Self(patterns.iter().map(|pattern| fold(pattern).collect()).collect())
    }

    pub(super) fn fit(&self, text: &str) -> bool {
        let first = fold(trim_heading(text)).next();
        let may_fit = |pattern: &&String| {
            let wanted = pattern.chars().next();
            wanted == Some('…') || wanted == first
        };
        let mut patterns = self.0.iter().filter(may_fit).peekable();
        if patterns.peek().is_none() {
            return false;
        }
        let text = folded(text);
        patterns.any(|pattern| agrees(&text, pattern))
    }
}

/// Both are folded.
fn agrees(text: &str, pattern: &str) -> bool {
    let Some((front, mut wanted)) = pattern.split_once('…') else { return text == pattern };
    let Some(mut rest) = text.strip_prefix(front) else { return false };
    while let Some((part, behind)) = wanted.split_once('…') {
        let Some((_, after)) = rest.split_once(part) else { return false };
        (rest, wanted) = (after, behind);
    }
    rest.ends_with(wanted)
}

fn folded(text: &str) -> String {
    fold(trim_heading(text)).take(LONGEST).collect()
}

/// A pattern that is looked for in every cell of a file, written as [`fold`] makes it; with the pairs of letters it has.
struct Word(&'static str, u64);

macro_rules! words {
    ($($text:literal),+ $(,)?) => { &[$(Word($text, pairs($text.as_bytes()))),+] };
}

/// Which bytes follow each other, each pair one of 64: what lacks one that a word has has not the word in it.
const fn pairs(text: &[u8]) -> u64 {
    let (mut pairs, mut rest) = (0, text);
    loop {
        rest = match rest {
            // `…`, in front of which and behind which anything stands.
            [0xe2, 0x80, 0xa6, tail @ ..] | [_, 0xe2, 0x80, 0xa6, tail @ ..] => tail,
            [one, tail @ ..] => {
                if let [other, ..] = tail {
                    pairs |= 1 << (one.wrapping_mul(31).wrapping_add(*other) % 64);
                }
                tail
            }
            [] => return pairs,
        };
    }
}

fn has(words: &[Word], text: &str) -> bool {
    let pairs = pairs(text.as_bytes());
    words.iter().any(|&Word(pattern, wanted)| wanted & pairs == wanted && agrees(text, pattern))
}

/// Some issuers quote their quotes.
fn trim_heading(text: &str) -> &str {
    text.trim_matches(['"', ' ', '\u{feff}'])
}

pub(super) fn fold(text: &str) -> impl Iterator<Item = char> {
    let mut after_space = true;
    text.trim().chars().map(|c| narrow(c).to_ascii_lowercase()).filter(move |&c| {
        let keep = c != ' ' || !after_space;
        after_space = c == ' ';
        keep
    })
}

/// The text behind `pattern`: `#` is a run of digits, `@` a capital letter, a space one space or more.
pub(super) fn strip_before<'t>(text: &'t str, pattern: &str) -> Option<&'t str> {
    let mut chars = text.char_indices().map(|(at, c)| (at, narrow(c))).peekable();
    for want in pattern.chars().map(narrow) {
        chars.next_if(|&(_, c)| fits(c, want))?;
        if matches!(want, '#' | ' ') {
            while chars.next_if(|&(_, c)| fits(c, want)).is_some() {}
        }
    }
    let rest = chars.peek().map_or(text.len(), |&(at, _)| at);
    text.get(rest..)
}

/// Whether a letter, already narrow, is what a pattern wants.
fn fits(c: char, want: char) -> bool {
    match want {
        '#' => c.is_ascii_digit(),
        '@' => c.is_ascii_uppercase(),
        want => c.eq_ignore_ascii_case(&want),
    }
}

/// The text in front of `pattern`, which is written as in [`strip_before`].
pub(super) fn strip_after<'t>(text: &'t str, pattern: &str) -> Option<&'t str> {
    let first = narrow(pattern.chars().next()?);
    let at =
        text.char_indices().filter(|&(_, c)| fits(narrow(c), first)).map(|(at, _)| at).find(|&at| {
            text.get(at..).and_then(|tail| strip_before(tail, pattern)).is_some_and(str::is_empty)
        })?;
    text.get(..at)
}

/// What a file shows of a card's number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct CardDigits {
    pub(super) text: String,
    /// What comes behind them is hidden.
    pub(super) first: bool,
}

/// The last run of at least three digits in a masked number, or the only one: `****-****-****-0991`, `4980-80**-****-****`.
pub(super) fn card_digits(text: &str) -> Option<CardDigits> {
    let narrow: String = text.chars().map(narrow).collect();
    // A number that is not masked ends in the digits that people know.
    let last = narrow.split(|c: char| !c.is_ascii_digit()).rfind(|group| group.len() >= 3)?;
    let behind = narrow.rsplit(last).next().unwrap_or_default();
    let tail = last.len().checked_sub(4).and_then(|from| last.get(from..)).unwrap_or(last);
    Some(CardDigits { text: tail.to_owned(), first: behind.contains(['*', '•']) })
}

/// A heading's words without accents, brackets and what is in them, so that `Withdrawals (SGD)` and `Débit :` are found.
pub(super) fn heading_key(cell: &str) -> String {
    let mut key = String::with_capacity(cell.len());
    let mut depth = 0_u32;
    let mut last = ' ';
    for c in trim_heading(cell).chars().map(narrow) {
        // `CounterpartyName`
        if last.is_ascii_lowercase() && c.is_ascii_uppercase() && depth == 0 {
            key.push(' ');
        }
        last = c;
        let Some(c) = c.to_lowercase().next() else { continue };
        match c {
            '(' | '[' | '<' | '（' | '「' => depth += 1,
            ')' | ']' | '>' | '）' | '」' => depth = depth.saturating_sub(1),
            _ if 0 < depth => {}
            '*' | ':' | '"' | '\'' | '.' | '€' | '$' | '£' => {}
            _ => match plain_letter(c) {
                Some(plain) => key.push_str(plain),
                None => key.push(c),
            },
        }
    }
    let words: Vec<&str> = key.split_whitespace().collect();
    let key = words.join(" ");
    key.trim_start_matches(['ご', 'お', '御']).to_owned()
}

/// The letter without its accent.
fn plain_letter(c: char) -> Option<&'static str> {
    const PLAIN: [(&str, &str); 17] = [
        ("áàâäãåāăą", "a"),
        ("çćčĉ", "c"),
        ("ďđð", "d"),
        ("éèêëēęěė", "e"),
        ("ğģ", "g"),
        ("íìîïīį", "i"),
        ("ıı", "i"),
        ("ķ", "k"),
        ("łľĺļ", "l"),
        ("ñńňņ", "n"),
        ("óòôöõőøō", "o"),
        ("řŕ", "r"),
        ("śšşș", "s"),
        ("ťțţ", "t"),
        ("úùûüűůūų", "u"),
        ("ýÿ", "y"),
        ("źżž", "z"),
    ];
    if c.is_ascii() || u32::from(c) > 0x250 {
        return None;
    }
    match c {
        'ß' => Some("ss"),
        'æ' => Some("ae"),
        'œ' => Some("oe"),
        _ => PLAIN.iter().find(|(letters, _)| letters.contains(c)).map(|&(_, plain)| plain),
    }
}

/// Named like Amazon or one of its services: which column a row's shop stands in shows by it. What it is for is for others to say.
pub(super) fn is_amazons(text: &str) -> bool {
    const NAMES: &[Word] = words![
        "…amazon…",
        "…amzn…",
        "…amz*…",
        "…アマゾン…",
        "…ｱﾏｿﾞﾝ…",
        "…audible…",
        "…kindle…",
        "…prime video…",
        "…amaz0n…",
    ];
    let lower: String = text.chars().take(LONGEST).map(|c| narrow(c).to_ascii_lowercase()).collect();
    has(NAMES, &lower)
}

/// Which way the money of a row without a sign went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flag {
    Out,
    In,
}

/// The whole cell is a mark of the way: `D`, `CR`, `Soll`, `Bij`, `出金`.
pub(super) fn flag_of(cell: &str) -> Option<Flag> {
    const OUT: &str = " d dr db dbit debit debet debito debe deb soll s af uit out withdrawal purchase sale cargo lastschrift belastung ma obciazenie wydatek expense spent charge money_out 出金 支払 支払い 引出 払出 支出 消费 支出 minus - ";
    const IN: &str = " c cr crdt credit credito haben h k kredit bij in deposit refund return abono gutschrift uznanie wplyw income received money_in reversal payment 入金 預入 収入 返金 返品 plus + ";
    let key = heading_key(cell).replace(' ', "_");
    let is_in = |words: &str| words.split(' ').any(|word| !word.is_empty() && word == key);
    if key.is_empty() {
        None
    } else if is_in(OUT) {
        Some(Flag::Out)
    } else {
        is_in(IN).then_some(Flag::In)
    }
}

/// What the words of a row say it is, whatever its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// Paid with a card, or to Amazon.
    Purchase,
    /// Money back for a purchase.
    Refund,
    /// Wages and the like.
    Income,
    Unknown,
}

const PURCHASES: &[Word] = words![
    "sale",
    "purchase",
    "carte …",
    "…facture carte…",
    "…kortkop…",
    "…zakup przy uzyciu karty…",
    "…platnosc karta…",
    "…card purchase…",
    "…purchase authorized…",
    "pos …",
    "…pos purchase…",
    "…debit card…",
    "…kartenzahlung…",
    "…abbuchung…",
    "…lastschrift…",
    "…paiement par carte…",
    "…paiement cb…",
    "…achat carte…",
    "…compra en…",
    "…compra con tarjeta…",
    "…pagamento pos…",
    "…betaalautomaat…",
    "…platnosc kart…",
    "…zakup …",
    "…nakup …",
    "…platba kartou…",
    "…kortkop…",
    "…vasarlas…",
    "…デビット…",
    "…visaデビット…",
    "…お買い物…",
    "…ショッピング…",
];
const REFUNDS: &[Word] = words![
    "return",
    "avoir …",
    "…avoir carte…",
    "…refund…",
    "…reversal…",
    "…payment…thank…",
    "…payment received…",
    "…返品…",
    "…返金…",
    "…取消…",
    "…キャンセル…",
    "…gutschrift…",
    "…erstattung…",
    "…remboursement…",
    "…reembolso…",
    "…devolucion…",
    "…rimborso…",
    "…terugbetaling…",
    "…estorno…",
    "…zwrot…",
    "…vraceni…",
];
const INCOMES: &[Word] = words![
    "…payroll…",
    "…salary…",
    "…wages…",
    "…direct deposit…",
    "…direct dep…",
    "…gehalt…",
    "…lohn …",
    "…lohn",
    "…lohn/…",
    "…salaire…",
    "…зарплата…",
    "…wynagrodzenie…",
    "…nomina…",
    "…stipendio…",
    "…salario…",
    "…salaris…",
    "…wynagrodzenie…",
    "…mzda…",
    "…lon …",
    "…lon",
    "…fizetes…",
    "…interest paid…",
    "…給与…",
    "…給料…",
    "…賞与…",
    "…年金…",
    "…利息…",
    "…zarplata…",
];

/// What the texts of a row say together.
pub(super) fn row_kind<'c>(cells: impl Iterator<Item = &'c str>) -> RowKind {
    let mut kind = RowKind::Unknown;
    for cell in cells.filter(|cell| cell.contains(char::is_alphabetic)) {
        let plain = |c| plain_letter(c).and_then(|plain| plain.chars().next()).unwrap_or(c);
        let key: String = fold(trim_heading(cell.trim())).take(LONGEST).map(plain).collect();
        if has(REFUNDS, &key) {
            return RowKind::Refund;
        } else if has(INCOMES, &key) {
            return RowKind::Income;
        } else if is_amazons(cell) || has(PURCHASES, &key) {
            kind = RowKind::Purchase;
        }
    }
    kind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_spaces_do_not_matter() {
        for (text, pattern) in [
            ("ご利用金額(￥)", "ご利用金額（¥）"),
            (" AMOUNT  (usd) ", "Amount (…"),
            ("ＡＭＯＵＮＴ", "amount"),
            ("\"Date\"", "DATE"),
            ("日付", " 日付"),
            ("架空　太郎　様", "…様"),
            ("12月以降", "…以降"),
            ("", "…"),
        ] {
            assert!(is_like(text, pattern), "{text} {pattern}");
        }
        for (text, pattern) in [("利用金額", "利用"), ("日付", "備考"), ("Date", "日付"), ("date", "amount")]
        {
            assert!(!is_like(text, pattern), "{text} {pattern}");
        }
    }

    #[test]
    fn patterns_for_many_rows_agree_with_single_comparisons() {
        let texts = [
            "",
            "refund",
            "a REFUND of x",
            "ＰＡＹＭＥＮＴ - thank  you",
            "架空　太郎　様",
            "12月以降",
            "合計 合計",
        ];
        let patterns = [
            "",
            "…",
            "refund",
            "…refund…",
            "payment…",
            "…様",
            "…以降",
            "…合計",
            "pay…thank…",
            "架空…太郎…様",
        ];
        for text in texts {
            for pattern in patterns {
                assert_eq!(Patterns::new(&[pattern]).fit(text), is_like(text, pattern), "{text} {pattern}");
            }
        }
    }

    #[test]
    fn words_are_written_as_cells_are_folded_and_found_by_their_pairs() {
        for Word(pattern, wanted) in [PURCHASES, REFUNDS, INCOMES].into_iter().flatten() {
            let plain: String = fold(pattern)
                .map(|c| plain_letter(c).and_then(|plain| plain.chars().next()).unwrap_or(c))
                .collect();
            assert_eq!(plain.trim_start(), *pattern);
            for text in [pattern.replace('…', ""), pattern.replace('…', " x ")] {
                let text = if pattern.starts_with('…') { text } else { text.trim_start().to_owned() };
                let text = if pattern.ends_with('…') { text } else { text.trim_end().to_owned() };
                assert_eq!(wanted & pairs(text.as_bytes()), *wanted, "{pattern} in {text}");
                assert!(has(&[Word(pattern, *wanted)], &text), "{pattern} in {text}");
            }
        }
    }

    #[test]
    fn a_cell_is_looked_at_as_far_as_words_go() {
        let long = |word: &str| format!("{}{word}", "x".repeat(2 * LONGEST));
        assert_eq!(row_kind(["a refund of x"].into_iter()), RowKind::Refund);
        assert_eq!(row_kind([long(" refund").as_str()].into_iter()), RowKind::Unknown);
        assert!(!is_amazons(&long(" amazon")));
    }

    #[test]
    fn what_an_issuer_adds_is_taken_off() {
        assert_eq!(
            strip_before("ＶＩＳＡ国内利用　VS AMAZON.CO.JP", "VISA国内利用 VS "),
            Some("AMAZON.CO.JP")
        );
        assert_eq!(strip_before("返済方法変更ＷＥＢ　103645架空店", "返済方法変更WEB #"), Some("架空店"));
        assert_eq!(strip_before("架空店", "VISA国内利用 "), None);
        assert_eq!(strip_after("AMAZON.CO.JP利用国LUX", "利用国@@@"), Some("AMAZON.CO.JP"));
        assert_eq!(strip_after("AMAZON.CO.JP", "利用国@@@"), None);
    }

    #[test]
    fn the_digits_people_know_are_taken_from_masked_numbers() {
        for (text, expect) in [
            ("4980-80**-****-****", Some("4980…")),
            ("４９８０－８０＊＊－＊＊＊＊－＊＊＊＊", Some("4980…")),
            ("****-****-****-0991　ＪＣＢカード", Some("0991")),
            ("≪****-****-****-7152≫", Some("7152")),
            ("-23007", Some("3007")),
            ("本人(1084)", Some("1084")),
            ("XXXX-XXXXXX-91007", Some("1007")),
            ("4930 •••• •••• 0417", Some("0417")),
            ("ＶＩＳＡ 0000", Some("0000")),
            ("本人", None),
        ] {
            let digits = card_digits(text).map(|digits| digits.text + if digits.first { "…" } else { "" });
            assert_eq!(digits.as_deref(), expect, "{text}");
        }
    }
}
