//! The shop behind `amazon`, and addresses that are not Amazon's.

use crate::names::{
    CHEAP_ENDS, CLAIMS, HEADS, LURES, OWN_DOMAINS, PARTS, PLAIN, REAL_WORDS, SHOPS, SITES, TRADES,
};

/// What follows a head right away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    Nothing,
    /// Where to ask: `AMZN.COM/BILL`.
    Contact {
        len: usize,
    },
    Own {
        site: Option<&'static str>,
        len: usize,
        is_address: bool,
    },
    /// An address with Amazon's name in it that is not Amazon's.
    Foreign,
    /// The address of a shop that only bears the name.
    OtherShop,
}

/// What stands behind a head; `front` is what stands before it.
pub(crate) fn after(head: &str, text: &str, front: &str) -> After {
    if !head.is_ascii() {
        return match word(text) {
            Some((site, len)) => After::Own { site: Some(site), len, is_address: false },
            None => After::Nothing,
        };
    }
    let tail = host(text);
    let found = match tail.chars().next() {
        Some('.') => dotted(head, tail),
        Some('-') => dashed(tail),
        Some(_) => glued(head, tail),
        None => spaced(text),
    };
    let After::Own { site, len, is_address: true } = found else { return found };
    if is_lured(front) {
        return After::Foreign;
    }
    // A path belongs to the address.
    let path = text.get(len..).filter(|rest| rest.starts_with('/')).unwrap_or_default();
    let path = path.split(' ').next().unwrap_or_default().len();
    if path > 0 && head == "amzn" {
        return After::Contact { len: len + path };
    }
    After::Own { site, len: len + path, is_address: true }
}

/// `SECURE-AMAZON.COM`.
fn is_lured(front: &str) -> bool {
    let Some(front) = front.strip_suffix('-') else { return false };
    let label = front.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    LURES.has(label)
}

/// The letters that an address may go on with.
fn host(text: &str) -> &str {
    let end =
        text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// `.co.jp`, `.c`, `.co.jp.account-check.top`, `.download`.
fn dotted(head: &str, tail: &str) -> After {
    let own = |site, len| After::Own { site, len, is_address: true };
    let short = tail.trim_end_matches(['.', '-']);
    if short.is_empty() {
        return own(None, tail.len());
    }
    if let Some(site) = SITES.iter().find(|site| site.end == short) {
        return own(Some(site.domain), tail.len());
    }
    let mut cut = SITES.iter().filter(|site| site.end.starts_with(short));
    if let Some(first) = cut.next() {
        return own(cut.next().is_none().then_some(first.domain), tail.len());
    }
    let mut is_longer = false;
    for site in *SITES {
        let Some(rest) = tail.strip_prefix(site.end) else { continue };
        if goes_on(rest) {
            return own(Some(site.domain), site.end.len());
        }
        is_longer |= rest.starts_with(['.', '-']);
    }
    let label = letters(tail.get(1..).unwrap_or_default());
    let rest = tail.get(1 + label.len()..).unwrap_or_default();
    let name = format!("{head}{label}");
    if is_longer || is_domain(rest) {
        return elsewhere(tail);
    }
    if CHEAP_ENDS.has(label)
        || label.len() > 3
            && tail.starts_with(".com")
            && !PARTS.iter().any(|part| part.letters.starts_with(&name))
    {
        return After::Foreign;
    }
    if PARTS.iter().any(|part| {
        part.letters.starts_with(&name) || part.letters.len() > head.len() && name.starts_with(part.letters)
    }) || CLAIMS.has(label)
        || PLAIN.has(label) && label.len() > 2
    {
        return After::Nothing;
    }
    if let Some(site) = of_word(label).filter(|_| rest.is_empty()) {
        return own(Some(site), tail.len());
    }
    if TRADES.has(label) || SHOPS.has(label) { After::OtherShop } else { After::Nothing }
}

/// What may follow Amazon's own address without a space.
fn goes_on(rest: &str) -> bool {
    const STATE: usize = 3;
    if let Some(label) = rest.strip_prefix('-') {
        return !is_domain(label) && !LURES.has(letters(label));
    }
    if let Some(label) = rest.strip_prefix('.') {
        return label.is_empty()
            || HEADS.iter().any(|head| label.starts_with(head))
            || label.starts_with("www")
            || !label.contains('.') && (CLAIMS.has(label) || PLAIN.has(label));
    }
    let end = rest.find(['.', '-']).unwrap_or(rest.len());
    let run = rest.get(..end).unwrap_or_default();
    HEADS.iter().any(|head| run.starts_with(head))
        || run.starts_with("www")
        || run.contains(|c: char| c.is_ascii_digit())
        || end == rest.len() && (run.len() <= STATE || PLAIN.has(run) || CLAIMS.has(run))
}

/// `-support`, `-support.online`.
fn dashed(tail: &str) -> After {
    let label = tail.get(1..).unwrap_or_default();
    if is_domain(label) {
        return elsewhere(tail);
    }
    if LURES.has(letters(label)) {
        return After::Foreign;
    }
    match word(tail) {
        Some((site, len)) => After::Own { site: Some(site), len, is_address: false },
        None => After::Nothing,
    }
}

/// `prime`, `prime-jp.com`, `ia.com`.
fn glued(head: &str, tail: &str) -> After {
    let label = letters(tail);
    let name = format!("{head}{label}");
    let host = format!("{head}{tail}");
    if OWN_DOMAINS.iter().any(|own| host.starts_with(own)) || REAL_WORDS.has(&name) {
        return After::Nothing;
    }
    let rest = tail.get(label.len()..).unwrap_or_default();
    if !is_domain(rest) {
        return After::Nothing;
    }
    let is_own = PARTS.iter().any(|part| part.letters == name);
    let ends_own = SITES.iter().any(|site| site.end == rest);
    if is_own && ends_own { After::Nothing } else { elsewhere(tail) }
}

/// `co jp`, `com`, `de`.
fn spaced(text: &str) -> After {
    let Some(rest) = text.strip_prefix(' ') else {
        return match word(text) {
            Some((site, len)) => After::Own { site: Some(site), len, is_address: false },
            None => After::Nothing,
        };
    };
    for site in *SITES {
        let end: String = site.end.trim_start_matches('.').replace('.', " ");
        if (end.contains(' ') || end == "com") && begins_with_word(rest, &end) {
            return After::Own { site: Some(site.domain), len: 1 + end.len(), is_address: true };
        }
    }
    if rest == "co" {
        return After::Own { site: None, len: 3, is_address: true };
    }
    match word(text) {
        Some((site, len)) => After::Own { site: Some(site), len, is_address: false },
        None => After::Nothing,
    }
}

/// An address that is not Amazon's: that of a trade, or an imitation.
fn elsewhere(tail: &str) -> After {
    const LEAST: usize = 4;
    let is_trade = |word: &str| word.len() >= LEAST && word.is_ascii() && tail.contains(word);
    let is_lure = LURES.iter().any(|lure| tail.contains(lure));
    if !is_lure && TRADES.iter().any(is_trade) { After::OtherShop } else { After::Foreign }
}

/// Ends in a label of letters behind a dot, and leads to no address of Amazon's.
fn is_domain(text: &str) -> bool {
    const LEAST: usize = 2;
    let Some((_, end)) = text.rsplit_once('.') else { return false };
    let is_own = HEADS.iter().any(|head| text.contains(head));
    !is_own && end.len() >= LEAST && end.chars().all(|c| c.is_ascii_lowercase())
}

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
}

/// A word for a site behind what separates it; with its length.
pub(crate) fn word(text: &str) -> Option<(&'static str, usize)> {
    let rest = text.trim_start_matches([' ', '.', '*', '_', '/', '-', '(']);
    let skipped = text.len() - rest.len();
    if skipped == 0 {
        return None;
    }
    let found = SITES.iter().flat_map(|site| site.words.iter().map(move |word| (site.domain, *word)));
    let fitting = found.filter(|(_, word)| begins_with_word(rest, word));
    fitting.max_by_key(|(_, word)| word.len()).map(|(site, word)| (site, skipped + word.len()))
}

/// The site that a word stands for.
pub(crate) fn of_word(word: &str) -> Option<&'static str> {
    SITES.iter().find(|site| site.words.contains(&word)).map(|site| site.domain)
}

pub(crate) fn is_word(word: &str) -> bool {
    of_word(word).is_some() || HEADS.iter().any(|head| word.starts_with(head))
}
