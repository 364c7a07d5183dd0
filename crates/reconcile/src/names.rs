//! What a text on a statement means: a small grammar of channel, name, site, reference and place.
//!
//! `data/descriptors.toml` has the words and names. There are three outcomes for what is named like Amazon: a known name;
//! a name that is not known to us, which is asked about and never flagged by itself; and an imitation.

use std::sync::LazyLock;

use mioboe_model::Words;
use mioboe_model::packed::{Packed, Unpack};
use mioboe_model::text::{fold, has_unseen};

use crate::imitation;
use crate::service::Service;
use crate::site::{self, After};

/// In which of Amazon's files an order behind a text can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    Goods,
    Digital,
    Either,
    Nowhere,
}

impl Behind {
    pub fn code(self) -> &'static str {
        match self {
            Self::Goods => "goods",
            Self::Digital => "digital",
            Self::Either => "either",
            Self::Nowhere => "nowhere",
        }
    }
}

/// What a text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    pub service: Service,
    /// The shop it names, `amazon.de`. Each country's orders are in an export of their own.
    pub site: Option<&'static str>,
    /// The sentence that says what it is; the catalogues have it as `meaning-…`.
    pub says: &'static str,
    pub orders: Behind,
}

impl Meaning {
    const fn of(service: Service, says: &'static str, orders: Behind) -> Self {
        Self { service, site: None, says, orders }
    }

    fn at(self, site: Option<&'static str>) -> Self {
        Self { site, ..self }
    }
}

const OTHER: Meaning = Meaning::of(Service::Other, "other-shop", Behind::Nowhere);
const IMITATION: Meaning = Meaning::of(Service::LookAlike, "imitation", Behind::Nowhere);
const UNKNOWN: Meaning = Meaning::of(Service::AmazonUnknown, "unknown-name", Behind::Either);
const RETAIL: Meaning = Meaning::of(Service::AmazonRetail, "amazon-retail", Behind::Goods);
const CONTACT: Meaning = Meaning::of(Service::AmazonOther, "contact-only", Behind::Either);

/// One entry of the catalogue.
pub(crate) struct Name {
    says: &'static str,
    service: Service,
    orders: Behind,
    /// Without `amazon` in it: others bear it too.
    brand: bool,
    /// With marks that count.
    exact: &'static [&'static str],
    /// Whole texts.
    is: &'static [&'static str],
}

impl Name {
    fn meaning(&self) -> Meaning {
        Meaning::of(self.service, self.says, self.orders)
    }
}

/// Letters that name an entry, without what stands between them.
pub(crate) struct Part {
    pub(crate) letters: &'static str,
    /// More letters may follow.
    open: bool,
    name: usize,
}

/// A shop of Amazon's.
pub(crate) struct Site {
    pub(crate) domain: &'static str,
    /// Its domain behind `amazon`.
    pub(crate) end: &'static str,
    pub(crate) words: &'static [&'static str],
}

impl Unpack for Part {
    fn unpack(from: &mut Packed) -> Self {
        Self { letters: Unpack::unpack(from), open: Unpack::unpack(from), name: Unpack::unpack(from) }
    }
}

impl Unpack for Site {
    fn unpack(from: &mut Packed) -> Self {
        Self { domain: Unpack::unpack(from), end: Unpack::unpack(from), words: Unpack::unpack(from) }
    }
}

include!(concat!(env!("OUT_DIR"), "/descriptors.rs"));

/// Sorted, so that a word is compared only with what begins like it.
pub(crate) static PARTS: LazyLock<&[Part]> =
    LazyLock::new(|| Packed::new(include_str!(concat!(env!("OUT_DIR"), "/parts"))).all());
/// What is part of another comes after it.
pub(crate) static SITES: LazyLock<&[Site]> =
    LazyLock::new(|| Packed::new(include_str!(concat!(env!("OUT_DIR"), "/sites"))).all());

/// How Amazon writes itself.
pub(crate) const HEADS: [&str; 3] = ["amazon", "amzn", "アマゾン"];

/// Every sentence of the catalogue with its service, for a page that lists them.
pub fn meanings() -> impl Iterator<Item = Meaning> {
    NAMES.iter().map(Name::meaning).chain([UNKNOWN, IMITATION, OTHER, CONTACT])
}

/// The usual texts of the catalogue, each with the place on whose statements it is usual: for a page that lists them.
pub fn usual_texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    USUAL.iter().copied()
}

/// For each meaning the countries and unions on whose statements it was seen, by their codes of ISO 3166 and UN M49.
pub fn places_seen() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    SEEN.iter().copied()
}

/// Tells what a shop's text means. Amazon hides no signs in its name: where there are some, it is an imitation.
pub fn meaning(text: &str) -> Meaning {
    let plain = of_folded(&fold(text));
    if plain.service != Service::Other && has_unseen(text) { IMITATION } else { plain }
}

fn of_folded(text: &str) -> Meaning {
    let body = match Body::of(text) {
        Ok(body) => body,
        Err(settled) => return settled,
    };
    if imitation::is_disguised(text) || imitation::is_near(text) {
        return IMITATION;
    }
    let key = Key::of(&body.text);
    let is_till = first_word_with_star(text).is_some_and(|word| TILLS.has(word));
    if is_till {
        return OTHER;
    }
    if let Some(found) = known(&body, &key) {
        return found;
    }
    if let Some(found) = bare(&body, &key) {
        return found;
    }
    if body.is_contact { CONTACT } else { OTHER }
}

/// Which service a text names.
pub fn service_of(text: &str) -> Service {
    meaning(text).service
}

/// The shop a text names: `AMAZON.DE*AB1CD2EF3`, `AMZN Mktp US`.
pub fn site_of(text: &str) -> Option<&'static str> {
    meaning(text).site
}

/// A text without the sites behind its names.
struct Body {
    text: String,
    site: Option<&'static str>,
    /// The name came with an address of Amazon's own.
    is_address: bool,
    /// `AMZN.COM/BILL` and the like only say where to ask: they follow every kind of charge.
    is_contact: bool,
}

impl Body {
    /// `Err`: an address that is not Amazon's settles it.
    fn of(text: &str) -> Result<Self, Meaning> {
        let mut body = Self { text: String::new(), site: None, is_address: false, is_contact: false };
        let mut rest = text;
        while let Some((front, head, after)) = next_head(rest, body.text.chars().next_back()) {
            body.text.push_str(front);
            let found = site::after(head, after, &body.text);
            rest = after;
            match found {
                After::Nothing => body.text.push_str(head),
                After::Contact { len } => {
                    body.is_contact = true;
                    body.text.push(' ');
                    rest = after.get(len..).unwrap_or_default();
                }
                After::Own { site, len, is_address } => {
                    body.text.push_str(head);
                    body.site = body.site.or(site);
                    body.is_address |= is_address;
                    rest = after.get(len..).unwrap_or_default();
                    // What is glued to an address is a word of its own.
                    if is_address {
                        body.text.push(' ');
                    }
                }
                After::Foreign => return Err(IMITATION),
                After::OtherShop => return Err(OTHER),
            }
        }
        body.text.push_str(rest);
        Ok(body)
    }
}

/// The text in front of the next of [`HEADS`] that begins a word, that head, and what follows.
fn next_head(text: &str, before: Option<char>) -> Option<(&str, &'static str, &str)> {
    let mut found: Option<(usize, &'static str)> = None;
    for head in HEADS {
        let opens = |at: usize| {
            let previous = text.get(..at).and_then(|front| front.chars().next_back()).or(before);
            previous.is_none_or(|c| !same_kind(c, head.chars().next().unwrap_or(' ')))
        };
        let at = text.match_indices(head).map(|(at, _)| at).find(|&at| opens(at));
        if let Some(at) = at.filter(|at| found.is_none_or(|(first, _)| *at < first)) {
            found = Some((at, head));
        }
    }
    let (at, head) = found?;
    Some((text.get(..at)?, head, text.get(at + head.len()..)?))
}

fn first_word_with_star(text: &str) -> Option<&str> {
    let (word, _) = text.split_once(['*', '_'])?;
    let word = word.trim();
    (!word.contains(' ')).then_some(word)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Latin,
    Digit,
    Kana,
    Sign,
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digit,
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | 'ー' => Kind::Kana,
        _ if c.is_ascii_alphabetic() => Kind::Latin,
        _ => Kind::Sign,
    }
}

fn same_kind(a: char, b: char) -> bool {
    kind(a) == kind(b)
}

/// The letters and digits of a text, with the places where words begin.
struct Key {
    letters: String,
    /// In bytes of `letters`, with the place in the text.
    opens: Vec<(usize, usize)>,
}

impl Key {
    fn of(text: &str) -> Self {
        let mut key = Self { letters: String::with_capacity(text.len()), opens: Vec::new() };
        let mut last: Option<Kind> = None;
        for (at, c) in text.char_indices() {
            if !c.is_alphanumeric() {
                last = None;
                continue;
            }
            if last != Some(kind(c)) {
                key.opens.push((key.letters.len(), at));
            }
            last = Some(kind(c));
            key.letters.push(c);
        }
        key
    }

    fn opens_at(&self, place: usize) -> bool {
        place == self.letters.len() || self.opens.binary_search_by_key(&place, |(at, _)| *at).is_ok()
    }

    fn from(&self, place: usize) -> &str {
        self.letters.get(place..).unwrap_or_default()
    }

    /// The rest of the word that goes on at a place.
    fn run(&self, place: usize) -> &str {
        let end = self.opens.iter().map(|(at, _)| *at).find(|&at| at > place).unwrap_or(self.letters.len());
        self.letters.get(place..end).unwrap_or_default()
    }

    fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.opens.iter().map(|&(at, _)| (at, self.run(at)))
    }

    /// Where in the text the letters from `place` on stand: behind the last letter before it.
    fn behind<'t>(&self, text: &'t str, place: usize) -> &'t str {
        let mut count = self.letters.get(..place).map_or(0, |front| front.chars().count());
        for (at, c) in text.char_indices() {
            if count == 0 {
                return text.get(at..).unwrap_or_default();
            }
            count -= usize::from(c.is_alphanumeric());
        }
        ""
    }
}

/// A name of the catalogue in a text.
struct Found {
    name: usize,
    from: usize,
    to: usize,
}

fn known(body: &Body, key: &Key) -> Option<Meaning> {
    let trimmed = body.text.trim();
    let whole = NAMES.iter().position(|name| name.is.contains(&trimmed));
    let exact = NAMES.iter().position(|name| name.exact.iter().any(|part| has_exactly(&body.text, part)));
    let parts = key.opens.iter().filter_map(|&(at, _)| longest(key, at)).min_by_key(|found| found.name);
    let marked = whole.into_iter().chain(exact).min();
    let found = match (marked, parts) {
        (Some(name), Some(found)) if name < found.name => Found { name, from: 0, to: 0 },
        (_, Some(found)) => found,
        (Some(name), None) => Found { name, from: 0, to: 0 },
        // A text that is whole somewhere is not another one cut short.
        (None, None) => {
            key.opens.iter().filter_map(|&(at, _)| cut_short(key, at)).min_by_key(|found| found.name)?
        }
    };
    let name = NAMES.get(found.name)?;
    let outside = || key.words().filter(|&(at, _)| at < found.from || at >= found.to);
    if outside().any(|(at, word)| at < found.from && DEPOSITS.has(word)) {
        return Some(OTHER);
    }
    let behind = key.behind(&body.text, found.to);
    // With Amazon's own address, or a number behind a star, it is Amazon's whatever else stands there.
    let is_sure = body.is_address || behind.starts_with('*') || found.to == 0;
    let is_shop = |(at, word): (usize, &str)| is_trade(key, at, word) || name.brand && SHOPS.has(word);
    if !is_sure && outside().any(is_shop) {
        return Some(OTHER);
    }
    let site = body.site.or_else(|| site_behind(key, found.to, behind, name.service));
    Some(name.meaning().at(site))
}

fn has_exactly(text: &str, part: &str) -> bool {
    let loose: String = text.split(' ').collect();
    let fits = |text: &str| {
        text.match_indices(part).any(|(at, _)| {
            text.get(..at)
                .and_then(|front| front.chars().next_back())
                .is_none_or(|c| !c.is_ascii_alphanumeric())
        })
    };
    fits(text) || loose.starts_with(part)
}

/// The parts that begin like some letters.
fn alike(letters: &str) -> &'static [Part] {
    const BEGIN: usize = 3;
    let Some(begin) = letters.as_bytes().get(..BEGIN) else { return &[] };
    let of = |part: &Part| part.letters.as_bytes().get(..BEGIN).unwrap_or_default();
    let from = PARTS.partition_point(|part| of(part) < begin);
    let to = PARTS.partition_point(|part| of(part) <= begin);
    PARTS.get(from..to).unwrap_or_default()
}

/// The first name in the catalogue that stands at a place.
fn longest(key: &Key, at: usize) -> Option<Found> {
    let text = key.from(at);
    let fits = |part: &&Part| {
        text.starts_with(part.letters) && {
            let end = at + part.letters.len();
            part.open || key.opens_at(end) || site::is_word(key.run(end))
        }
    };
    let part =
        alike(text).iter().filter(fits).min_by_key(|part| (part.name, usize::MAX - part.letters.len()))?;
    Some(Found { name: part.name, from: at, to: at + part.letters.len() })
}

/// Issuers cut names at their own width: `amazon web` for `amazon web services`.
fn cut_short(key: &Key, at: usize) -> Option<Found> {
    const SHORTEST: usize = 8;
    const SHORTEST_AMZN: usize = 6;
    const SHORTEST_BILL: usize = 12;
    let text = key.from(at);
    if REAL_WORDS.has(key.run(at)) {
        return None;
    }
    let shortest = match text.get(..4)? {
        "amzn" => SHORTEST_AMZN,
        "amaz" => SHORTEST,
        _ => return None,
    };
    let fits = |part: &&Part| {
        let is_bill = NAMES.get(part.name).is_some_and(|name| name.service == Service::Other);
        part.letters.starts_with(text) && text.len() >= if is_bill { SHORTEST_BILL } else { shortest }
    };
    let part = alike(text).iter().filter(fits).min_by_key(|part| part.name)?;
    Some(Found { name: part.name, from: at, to: key.letters.len() })
}

/// The site that stands right behind a name: `AMZN Mktp US`, `amznprimesg`.
fn site_behind(key: &Key, to: usize, behind: &str, service: Service) -> Option<&'static str> {
    if to == 0 {
        return None;
    }
    if !key.opens_at(to) {
        return site::of_word(key.run(to));
    }
    let (site, len) = site::word(behind)?;
    // These are also states of the USA, where places follow the name of a service.
    let is_state = matches!(site, "amazon.ca" | "amazon.de" | "amazon.in");
    let is_named = matches!(service, Service::AmazonMarketplace | Service::AmazonRetail)
        || behind.get(len..).is_some_and(|rest| rest.starts_with('*'));
    (!is_state || is_named).then_some(site)
}

/// A word of somebody's trade, also one that the end of the text cuts.
fn is_trade(key: &Key, at: usize, word: &str) -> bool {
    const LEAST: usize = 5;
    if site::of_word(word).is_some() {
        return false;
    }
    if TRADES.has(word) {
        return true;
    }
    if !word.is_ascii() {
        return TRADES.iter().any(|trade| !trade.is_ascii() && word.contains(trade));
    }
    let is_last = at + word.len() == key.letters.len();
    is_last && word.len() >= LEAST && TRADES.iter().any(|trade| trade.starts_with(word))
}

/// `amazon` as a word, with nothing of the catalogue behind it.
fn bare(body: &Body, key: &Key) -> Option<Meaning> {
    let (at, head) = key.words().find_map(|(at, _)| {
        let head = HEADS.iter().find(|head| key.from(at).starts_with(**head))?;
        Some((at, *head))
    })?;
    let end = at + head.len();
    let word = key.run(at);
    let words = || {
        key.words().map(|(from, word)| {
            (from, if from == at { word.get(head.len()..).unwrap_or_default() } else { word })
        })
    };
    if words().any(|(from, word)| from < at && DEPOSITS.has(word)) {
        return Some(OTHER);
    }
    if body.is_address {
        return Some(RETAIL.at(body.site));
    }
    if words().any(|(from, word)| is_trade(key, from + if from == at { head.len() } else { 0 }, word))
        || REAL_WORDS.has(word)
    {
        return Some(OTHER);
    }
    if head.is_ascii() && word.len() > head.len() {
        // `AMAZONLAND`: a word that only begins so.
        return Some(UNKNOWN);
    }
    if imitation::leads_elsewhere(&body.text) {
        return Some(IMITATION);
    }
    let text = key.letters.as_str();
    let behind = key.behind(&body.text, end);
    if behind.trim_start().starts_with('*') {
        return Some(RETAIL.at(body.site));
    }
    let is_plain = |word: &str| {
        word.chars().count() <= 2
            || word.contains(|c: char| c.is_ascii_digit())
            || PLAIN.has(word)
            || CHANNELS.has(word)
            // The end of the text may cut it.
            || text.ends_with(word) && word.len() > 2 && PLAIN.iter().any(|plain| plain.starts_with(word))
    };
    let numbers = numbered(&body.text);
    let rest_is_plain =
        words().all(
            |(from, word)| {
                if from < at { is_clean(word) || numbers } else { is_plain(word) || is_code(key, from) }
            },
        );
    Some(if rest_is_plain { RETAIL.at(body.site) } else { UNKNOWN })
}

/// In front of the name stand bookings' numbers: `OG/000002227#AMAZON`.
fn numbered(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_ascii_digit())
}

fn is_clean(word: &str) -> bool {
    word.chars().count() <= 2 || word.contains(|c: char| c.is_ascii_digit()) || CHANNELS.has(word)
}

/// Letters of a code that also has digits: `AB1CD2EF3` falls into words where digits begin.
fn is_code(key: &Key, from: usize) -> bool {
    let before = key.letters.get(..from).and_then(|front| front.chars().next_back());
    let word = key.run(from);
    let after = key.from(from + word.len()).chars().next();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    word.len() <= 4 && (digit(before) || digit(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, service: &str) {
        let found = meaning(text);
        assert_eq!(found.service.code(), service, "{text} {found:?}");
    }

    #[test]
    fn the_table_is_sound() {
        let lists = [CHANNELS, TILLS, DEPOSITS, TRADES, SHOPS, PLAIN, CLAIMS, LURES, CHEAP_ENDS, REAL_WORDS];
        let words = lists.into_iter().flat_map(Words::iter);
        let parts = PARTS.iter().map(|part| part.letters);
        let wholes = NAMES.iter().flat_map(|name| name.is.iter().chain(name.exact)).copied();
        for text in words.chain(parts).chain(wholes) {
            assert_eq!(*text, fold(text), "the table holds folded texts");
        }
        for part in *PARTS {
            assert!(part.letters.len() >= 3, "{}", part.letters);
        }
    }

    #[test]
    fn every_usual_text_was_seen_where_it_is_said_to_be_usual() {
        assert!(usual_texts().count() > NAMES.len());
        for (place, text) in usual_texts() {
            let found = meaning(text);
            assert!(!matches!(found.says, "other-shop" | "unknown-name" | "imitation"), "{text} {found:?}");
            assert!(places_seen().any(|(says, places)| says == found.says && !places.is_empty()), "{text}");
            assert!(["JP", "US", "GB", "EU"].contains(&place), "{place} {text}");
        }
    }

    #[test]
    fn japanese_statements_name_amazon_in_many_ways() {
        check("ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "amazon-retail");
        check("AMAZON.CO.JP利用国LUX", "amazon-retail");
        check("ＡＭＡＺＯＮ　ＣＯ　ＪＰ", "amazon-retail");
        check("アマゾン　シーオージェーピー　　", "amazon-retail");
        check("アマゾン　ＪＰ　マーケットプレイス　", "amazon-marketplace");
        check("Ａｍａｚｏｎ　Ｍａｒｋｅｔ　Ｐｌａｃｅ", "amazon-marketplace");
        check("ＶＩＳＡ国内利用　VS ｱﾏｿﾞﾝﾌﾟﾗｲﾑｶｲﾋ", "amazon-prime");
        check("Ａｍａｚｏｎプライム会費", "amazon-prime");
        check("Ａｍａｚｏｎ  Ｄｏｗｎｌｏａｄｓ", "amazon-digital");
        check("ＡＭＡＺＯＮ　ＷＥＢ　ＳＥＲＶ", "aws");
        check("ＡＭＡＺＯＮ　ＷＥＢ", "aws");
        check("ＡＭＺ＊ＣＹＧＡＭＥＳ ＷＥＢＳＴＯＲＥ", "amazon-pay");
        check("ＡｍａｚｏｎＰａｙ提携サイト", "amazon-pay");
    }

    #[test]
    fn a_bank_may_cut_wrap_and_glue() {
        check("AMAZON.COM AMZN.COM/BILLWA", "amazon-retail");
        check("Amazon.com*Y141Y8YAmzn.com/billWA", "amazon-retail");
        check("AMZNMKTPLACE AMAZO", "amazon-marketplace");
        check("PURCHASE AUTHORIZED ON 07/18 AMAZON RETA* 845X5 WWW.AMAZON.CO WA", "amazon-retail");
        check("AMZ*AMAZON.DE           AMAZON.DE", "amazon-retail");
        check("amazon prime*e89jl4gs3 amzn.com/billwa", "amazon-prime");
        check("Prime Video *AB12C34D5", "prime-video");
        check("AMAZON PRIME VIDEO", "prime-video");
    }

    #[test]
    fn what_only_reads_like_amazon_is_not_amazon() {
        check("AMAZON-KANRI.XYZ", "look-alike");
        check("AMAZON-SUPPORT", "look-alike");
        check("AMAZ0N.CO.JP", "look-alike");
        check("ＡＭＡＺ０Ｎ．ＣＯ．ＪＰ", "look-alike");
        check("AMAZOM.CO.JP", "look-alike");
        check("АMAZON.CO.JP", "look-alike");
        check("ARNAZON.CO.JP", "look-alike");
        check("AMAZON.CO.JP-PAY.EXAMPLE", "look-alike");
        check("AMAZON.COM.EXAMPLE", "look-alike");
        check("ΑΜΑΖΟΝ.CO.JP", "look-alike");
        check("AMA\u{200b}ZON.CO.JP", "look-alike");
        check("AMAZON.CO.JP\u{202e}JP.OC", "look-alike");
        check("\u{3164}AMAZON.CO.JP", "look-alike");
        // A name that goes on in the next line hides nothing.
        check("AMAZON.CO.JP\n東京", "amazon-retail");
    }

    #[test]
    fn other_shops_stay_other() {
        check("アマゾン社員食堂", "other");
        check("振込 アマゾンジヤパン（ト", "other");
        check("Ａｍａｚｏｎマスター", "other");
        check("AMAZONIA GARDEN", "other");
        check("見本珈琲", "other");
        check("AMANO COFFEE", "other");
    }
}
