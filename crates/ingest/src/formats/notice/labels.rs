//! The words that issuers put before a day, a shop and a sum.

use std::sync::LazyLock;

use mioboe_model::packed::{Packed, Unpack};

use super::said;

/// What stands behind a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Day,
    Shop,
    Sum,
    /// The sum is money back.
    Back,
    /// In the shop's currency.
    Foreign,
    /// Bought, sent back, not yet sure.
    State,
    Card,
    /// Of no use here.
    Other,
}

impl Unpack for Field {
    fn unpack(from: &mut Packed) -> Self {
        let others = [Self::Shop, Self::Sum, Self::Back, Self::Foreign, Self::State, Self::Card, Self::Other];
        from.one_of(Self::Day, &others)
    }
}

/// Lower-case, the longest first.
static LABELS: LazyLock<&[(&str, Field)]> =
    LazyLock::new(|| Packed::new(include_str!(concat!(env!("OUT_DIR"), "/labels"))).all());

/// A label in a line, and where its value stands; an empty value stands on the next line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) field: Field,
    pub(super) start: usize,
    pub(super) from: usize,
    pub(super) to: usize,
}

const BULLETS: &str = "◇◆■□●○▼▽▲△・*•‣>#＊✓►▶☆★※|【[「『<《〈〔-–";
/// What an issuer adds to a label in brackets is short.
const ASIDE: usize = 14;
/// Longer words before a colon are a sentence.
const LONGEST_NAME: usize = 16;

/// Every label of the line, from the left. The first stands at the beginning.
pub(super) fn labels(line: &[char]) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    let Some((field, from)) = label_at(line, 0, false).or_else(|| unknown(line)) else { return found };
    found.push(Label { field, start: 0, from, to: line.len() });
    let mut at = from;
    while at < line.len() {
        let parts = at == from
            || line.get(at - 1).is_some_and(|c| matches!(c, ' ' | '/' | ',' | '、' | ';' | '|' | '】'));
        let is_new = parts && at != from;
        if is_new && let Some((field, from)) = label_at(line, at, true) {
            if let Some(last) = found.last_mut() {
                last.to = at;
            }
            found.push(Label { field, start: at, from, to: line.len() });
            at = from;
        } else {
            at += 1;
        }
    }
    found
}

/// The label that begins here, and where its value begins. A `strict` one has its colon or its brackets.
fn label_at(line: &[char], at: usize, strict: bool) -> Option<(Field, usize)> {
    let get = |at: usize| line.get(at).copied();
    let mut at = at;
    while get(at).is_some_and(|c| c == ' ' || BULLETS.contains(c)) {
        at += 1;
    }
    if get(at).is_some_and(|c| matches!(c, 'ご' | 'お' | '御')) {
        at += 1;
    }
    // The longest comes first in the table.
    let &(name, field) = LABELS.iter().find(|(name, _)| {
        let mut rest = line.get(at..).unwrap_or_default().iter();
        name.chars().all(|c| rest.next().is_some_and(|here| here.to_ascii_lowercase() == c))
    })?;
    let is_ascii = name.is_ascii();
    at += name.chars().count();
    let mut spaces = 0;
    let skip = |at: &mut usize, spaces: &mut usize| {
        while get(*at) == Some(' ') {
            *at += 1;
            *spaces += 1;
        }
    };
    skip(&mut at, &mut spaces);
    if get(at) == Some('(')
        && let Some(length) = line.get(at..)?.iter().take(ASIDE).position(|&c| c == ')')
    {
        let inside: String = line.get(at + 1..at + length)?.iter().collect();
        // `（現地通貨）` makes the sum one in the shop's currency.
        if inside.contains("現地") || inside.contains("外貨") {
            let from = label_end(line, at + length + 1, is_ascii, 0, strict)?;
            return Some((if field == Field::Sum { Field::Foreign } else { field }, from));
        }
        if inside.chars().any(char::is_numeric) {
            return None;
        }
        at += length + 1;
        spaces = 0;
        skip(&mut at, &mut spaces);
    }
    label_end(line, at, is_ascii, spaces, strict).map(|from| (field, from))
}

fn label_end(line: &[char], at: usize, is_ascii: bool, spaces: usize, strict: bool) -> Option<usize> {
    let get = |at: usize| line.get(at).copied();
    let skip = |mut at: usize| {
        while get(at).is_some_and(|c| {
            matches!(c, ' ' | ':' | '*' | '】' | ']' | '」' | '』' | '>' | '》' | '〉' | '〕' | '|')
        }) {
            at += 1;
        }
        at
    };
    match get(at) {
        None => (!strict).then_some(line.len()),
        Some(':' | '】' | ']' | '」' | '』' | '》' | '〉' | '〕' | '→' | '|') => Some(skip(at + 1)),
        Some(c) if !strict && !is_ascii => {
            (0 < spaces || c.is_ascii_digit() || matches!(c, '¥' | '\\')).then_some(at)
        }
        Some('*') if !strict => Some(skip(at)),
        Some(_) => (!strict && 2 <= spaces).then_some(at),
    }
}

/// A short word with a colon that no table has.
fn unknown(line: &[char]) -> Option<(Field, usize)> {
    let colon = line.iter().take(LONGEST_NAME).position(|&c| c == ':')?;
    let name = line.get(..colon)?;
    let is_name = name.iter().any(|c| c.is_alphabetic())
        && !name.iter().any(|c| c.is_ascii_digit() || matches!(c, '¥' | '$' | '£' | '€'))
        && name.iter().filter(|&&c| c == ' ').count() <= 2;
    let rest = line.get(colon + 1..)?;
    // `Chase: You made a $42.99 transaction`: who speaks, and what is said.
    let is_speaker = said::is_sentence(&rest.iter().collect::<String>());
    (is_name && !is_speaker && !rest.starts_with(&['/', '/'])).then_some((Field::Other, colon + 1))
}

/// A line of labels alone, as a heading of a table.
pub(super) fn is_heading(line: &[char]) -> bool {
    let text: String = line.iter().collect();
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let is_label = |word: &&str| {
        let word = word.to_ascii_lowercase();
        let bare = word.trim_start_matches(['ご', 'お']);
        LABELS.iter().any(|(name, _)| *name == bare)
    };
    2 <= words.len() && words.iter().all(is_label)
}
