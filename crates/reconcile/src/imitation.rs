//! Names that only look like Amazon's.

use crate::names::{CHEAP_ENDS, CLAIMS, REAL_WORDS, SITES, TRADES};

const NAME: &str = "amazon";

/// Some letters of `amazon`, or of a service behind it, are others that look like them.
pub(crate) fn is_disguised(text: &str) -> bool {
    let words = || words(text);
    let is_named = words().any(|word| word == NAME || word == "amzn");
    let is_service = |word: &str| {
        const SERVICES: [&str; 5] = ["prime", "kindle", "audible", "marketplace", "digital"];
        let plain = skeleton(word, Marks::Apart).replace(['l', '1', '|', '!'], "i").replace('3', "e");
        word.contains(|c: char| c.is_ascii_digit() || c == '|')
            && SERVICES.iter().any(|service| service.replace('l', "i") == plain)
            || plain == "prime" && word != "prime"
    };
    words().any(is_name_in_disguise) || is_named && words().any(is_service)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '@' | '○' | '〇' | '◯' | '◎' | '●' | '|' | '!');
    text.split(move |c: char| !inside(c)).filter(|word| !word.is_empty())
}

fn is_name_in_disguise(word: &str) -> bool {
    let plain = skeleton(word, Marks::Apart);
    if plain.starts_with(NAME) && !word.starts_with(NAME) || plain == "amzn" && word != "amzn" {
        return true;
    }
    // An accent alone makes other words of it: `Amazônia`.
    if word.starts_with(NAME) || word.is_ascii() {
        return is_kana_in_disguise(word);
    }
    skeleton(word, Marks::Taken) == NAME || is_kana_in_disguise(word)
}

/// `アマゾソ` and `アマゾ` with a Latin or other letter for the last.
fn is_kana_in_disguise(word: &str) -> bool {
    ["アマゾソ", "ァマゾン", "アマヅン", "アマソ゛ン", "了マゾン", "アマゾㇴ"]
        .iter()
        .any(|name| word.starts_with(name))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// A letter with a mark is a letter of its own.
    Apart,
    Taken,
}

/// The letters a word seems to have, after the shapes of UTS #39 that matter for `amazon`.
fn skeleton(word: &str, marks: Marks) -> String {
    let plain: String = word
        .chars()
        .map(|c| match c {
            '0' | 'о' | 'ο' | 'ᴏ' | 'օ' | '○' | '〇' | '◯' | '◎' | '●' | 'º' => 'o',
            'а' | 'α' | 'ᴀ' | 'ɑ' | '@' | '4' => 'a',
            'м' | 'μ' | 'ᴍ' => 'm',
            'ζ' | 'ᴢ' | '2' => 'z',
            'п' | 'и' | 'ν' | 'ɴ' | 'η' => 'n',
            'р' | 'ρ' => 'p',
            'е' | 'ε' => 'e',
            'і' | 'ι' => 'i',
            'ö' | 'ø' | 'ó' | 'ô' | 'ò' | 'õ' | 'ō' | 'ő' | 'ό' if marks == Marks::Taken => 'o',
            'ä' | 'á' | 'à' | 'â' | 'ā' | 'ã' | 'å' | 'ą' | 'ă' if marks == Marks::Taken => 'a',
            'ž' | 'ź' | 'ż' if marks == Marks::Taken => 'z',
            'ñ' | 'ń' | 'ň' if marks == Marks::Taken => 'n',
            _ => c,
        })
        .collect();
    plain.replace("rn", "m").replace("vv", "w")
}

/// One letter off together with a word of service, an address or a number behind a star.
pub(crate) fn is_near(text: &str) -> bool {
    let claims = |behind: &str| {
        words(behind).any(|word| CLAIMS.has(word))
            || behind.contains(".co")
            || CLAIMS.iter().any(|claim| !claim.is_ascii() && behind.contains(claim))
    };
    let is_trade = || words(text).any(|word| TRADES.has(word));
    // What the end of the text cuts is only cut.
    let is_cut = |word: &str| NAME.starts_with(word) && text.trim_end().ends_with(word);
    let near = words(text).find(|word| is_one_off(word) && !is_cut(word));
    let Some(word) = near.filter(|_| !is_trade()) else {
        return kana_near(text) && claims(text);
    };
    let behind = text.rsplit_once(word).map_or("", |(_, behind)| behind);
    // `amazone.de` makes tractors.
    if REAL_WORDS.has(word) {
        return behind.starts_with(".co.jp")
            || words(behind).any(|word| matches!(word, "prime" | "marketplace" | "mktp"));
    }
    let is_site = SITES.iter().any(|site| behind.starts_with(site.end));
    let is_numbered =
        behind.strip_prefix('*').is_some_and(|code| code.contains(|c: char| c.is_ascii_digit()));
    let is_glued = CLAIMS.iter().any(|claim| claim.is_ascii() && word.ends_with(claim));
    claims(behind) || is_glued || is_site || is_numbered
}

/// One letter more, less, other or changed for its neighbour; also with the claim glued to it.
fn is_one_off(word: &str) -> bool {
    let stem = CLAIMS.iter().filter_map(|claim| word.strip_suffix(claim)).find(|stem| stem.len() >= 5);
    [Some(word), stem].into_iter().flatten().any(|word| distance_is_one(word.as_bytes(), NAME.as_bytes()))
}

fn distance_is_one(word: &[u8], name: &[u8]) -> bool {
    if word == name || word.len().abs_diff(name.len()) > 1 || !matches!(word.first(), Some(b'a' | b'm')) {
        return false;
    }
    let start = word.iter().zip(name).take_while(|(a, b)| a == b).count();
    let end = word.iter().rev().zip(name.iter().rev()).take_while(|(a, b)| a == b).count();
    if start + end + 1 >= word.len().max(name.len()) {
        return true;
    }
    word.len() == name.len()
        && start + end + 2 == name.len()
        && word.get(start) == name.get(start + 1)
        && word.get(start + 1) == name.get(start)
}

fn kana_near(text: &str) -> bool {
    const KANA: [&str; 6] = ["アマソン", "アマゾーン", "アマゾンン", "アマザン", "アマズン", "アマゾナ"];
    KANA.iter().any(|name| text.contains(name))
}

/// An address beside the name that anybody could have registered: `AMAZON KANRI.XYZ`.
pub(crate) fn leads_elsewhere(text: &str) -> bool {
    text.split([' ', '*', '/']).any(|token| {
        token.rsplit_once('.').is_some_and(|(host, end)| {
            CHEAP_ENDS.has(end) && host.chars().any(|c| c.is_ascii_alphabetic()) && !host.starts_with("amzn")
        })
    })
}
