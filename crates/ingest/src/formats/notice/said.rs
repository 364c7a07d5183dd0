//! The shop in a sentence: `You spent £12.99 at Amazon`, `AMAZON.CO.JPで3,980円のご利用がありました`.

use super::lex::Atom;
use super::rows::{is_means, names_amazon, tidy};
use mioboe_model::text::lower;

/// Words before a shop; small letters, as names are seldom written in.
const BEFORE: [&str; 9] = [" at ", " with ", " to ", " from ", " by ", " @ ", " bei ", " chez ", " presso "];
/// The same in languages where these words stand before much else: only a name of Amazon's is taken for a shop.
const BEFORE_AMAZON: [&str; 7] = [" en ", " em ", " su ", " op ", " hos ", " på ", " w "];
/// Words behind those that begin something else.
const NO_SHOPS: [&str; 16] = [
    "your", "you", "my", "card", "account", "a", "the", "an", "this", "us", "review", "see", "view", "make",
    "our", "any",
];
/// Words that end its name.
const BEHIND: [&str; 38] = [
    " mit ",
    " dnia ",
    " bezahlt",
    " am ",
    " le ",
    " el ",
    " il ",
    " ausgegeben",
    " on ",
    " has ",
    " was ",
    " is ",
    " were ",
    " for ",
    " using ",
    " with ",
    " via ",
    " from ",
    " ending ",
    " - ",
    " | ",
    ", ",
    "; ",
    ". ",
    " (",
    "。",
    " will ",
    " and ",
    " exceed",
    " in the amount",
    " posted",
    " today",
    " yesterday",
    "! ",
    " by ",
    " at ",
    "...",
    " — ",
];
const AFTER_SHOP: [&str; 10] =
    ["において", "にて", "での", "で", "への", "へ", "からの", "から", "より", "様"];
const BREAKS: [char; 12] = ['、', '。', '】', '」', '』', '!', ':', ']', '》', '》', '→', '|'];

/// Words that only sentences have.
pub(super) fn is_prose(line: &str) -> bool {
    const JAPANESE: [&str; 16] = [
        "引かれ",
        "された",
        "来た",
        "ました",
        "です",
        "ます",
        "ください",
        "下さい",
        "。",
        "ございま",
        "いただ",
        "お知らせ",
        "のご利用",
        "の利用が",
        "のお支払",
        "しません",
    ];
    const ENGLISH: [&str; 22] = [
        "you ",
        "your ",
        "was ",
        "has been",
        "made ",
        "spent ",
        "paid ",
        "charged ",
        "authorized",
        "approved",
        "transaction with",
        "transaction of",
        "purchase of",
        "purchase at",
        "payment of",
        "payment to",
        "we ",
        "this ",
        "please ",
        "if you",
        "charge of",
        "refund of",
    ];
    let lower = format!("{} ", lower(line));
    JAPANESE.iter().any(|word| line.contains(word))
        || ENGLISH.iter().any(|word| {
            lower.match_indices(word).any(|(at, _)| {
                lower.get(..at).is_none_or(|before| !before.ends_with(|c: char| c.is_alphanumeric()))
            })
        })
}

/// Whether a sentence of a use stands here, and not the value of a label.
pub(super) fn is_sentence(text: &str) -> bool {
    is_prose(text) || has_connector(text)
}

/// Whether a word stands here that shops follow, or that follows them.
pub(super) fn has_connector(text: &str) -> bool {
    let before_amazon =
        || BEFORE_AMAZON.iter().any(|word| text.split_once(word).is_some_and(|(_, rest)| names_amazon(rest)));
    BEFORE.iter().chain(&["で", "にて", "への"]).any(|word| text.contains(word)) || before_amazon()
}

/// The names that the sentence gives the shop of this sum. `raw` is the line as written, letter by letter as it is read.
pub(super) fn shops(raw: &[char], plain: &[char], atoms: &[Atom], sum: &Atom) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let take = |found: &mut Vec<String>, from: usize, to: usize| {
        let name: String = raw.get(from..to).unwrap_or_default().iter().collect();
        if let Some(name) = tidy(&name)
            && !is_means(&name)
            && !found.contains(&name)
        {
            found.push(name);
        }
    };
    let text: String = plain.iter().collect();
    // Places of letters, for the places of bytes that searching gives.
    let place = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    let next_atom =
        |at: usize| atoms.iter().map(|atom| atom.start).find(|&start| at <= start).unwrap_or(plain.len());
    for word in BEFORE.iter().chain(&BEFORE_AMAZON) {
        for (at, _) in text.match_indices(word) {
            let from = place(at + word.len());
            let limit = next_atom(from);
            if atoms.iter().any(|atom| atom.start == from) {
                continue;
            }
            let mut rest: String = plain.get(from..limit).unwrap_or_default().iter().collect();
            rest.push(' ');
            let cut = BEHIND.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
            let length = rest.get(..cut).map_or(0, |rest| rest.chars().count());
            let name = rest.get(..cut).unwrap_or_default().trim();
            if BEFORE_AMAZON.contains(word) && !names_amazon(name) {
                continue;
            }
            let first = name.split(' ').next().unwrap_or_default();
            if !NO_SHOPS.contains(&first) {
                take(&mut found, from, (from + length).min(limit));
            }
        }
    }
    if !found.is_empty() {
        return found;
    }
    let before_sum: String = plain.get(..sum.start).unwrap_or_default().iter().collect();
    for word in
        [" charged", " has charged", " refunded", " debited", " billed", " took", " has taken", " withdrew"]
    {
        if let Some(at) = before_sum.find(word)
            && !before_sum.starts_with("You")
        {
            take(&mut found, 0, before_sum.get(..at).map_or(0, |before| before.chars().count()));
            return found;
        }
    }
    // Before the sum: what stands between the last break and a particle.
    let mut start = atoms.iter().filter(|atom| atom.end <= sum.start).map(|atom| atom.end).max().unwrap_or(0);
    if let Some(at) =
        plain.get(start..sum.start).and_then(|part| part.iter().rposition(|c| BREAKS.contains(c)))
    {
        start += at + 1;
    }
    while plain.get(start).is_some_and(|c| matches!(c, ' ' | 'に' | '、' | ',' | 'の')) {
        start += 1;
    }
    let part: String = plain.get(start..sum.start).unwrap_or_default().iter().collect();
    let particle = AFTER_SHOP.iter().filter_map(|word| part.find(word)).filter(|&at| 0 < at).min();
    let before = particle.map_or(part.as_str(), |at| part.get(..at).unwrap_or_default());
    take(&mut found, start, start + before.chars().count());
    if !found.is_empty() {
        return found;
    }
    // Behind the sum: `3,980円をAMAZON.CO.JPで利用`, `3,980円（AMAZON.CO.JP）`.
    let mut from = sum.end;
    while plain
        .get(from)
        .is_some_and(|c| matches!(c, 'を' | 'の' | 'が' | ' ' | ':' | ',' | '、' | '(' | '/'))
    {
        from += 1;
    }
    let part: String = plain.get(from..next_atom(from)).unwrap_or_default().iter().collect();
    let bracket = part.find(')');
    let particle = AFTER_SHOP.iter().filter_map(|word| part.find(word)).filter(|&at| 0 < at).min();
    if let Some(end) = particle.into_iter().chain(bracket).min() {
        let name = part.get(..end).unwrap_or_default();
        let after = name
            .rfind(['が', 'を', 'の', '、', ' '])
            .filter(|_| particle == Some(end) && name.contains(['が', 'を']));
        let skipped = after.and_then(|at| name.get(..at)).map_or(0, |text| text.chars().count() + 1);
        take(&mut found, from + skipped, from + name.chars().count());
    }
    found
}
