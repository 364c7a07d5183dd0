//! Which of Amazon's services a statement row names, from its text alone.

use mioboe_model::text::fold;

/// What a charge was for, as far as its text and its order say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    AmazonRetail,
    AmazonMarketplace,
    AmazonDigital,
    AmazonPrime,
    Audible,
    AmazonMusic,
    Kindle,
    PrimeVideo,
    /// Bought at another shop; Amazon only passed the payment on.
    AmazonPay,
    /// Computing: not shopping.
    Aws,
    AmazonFresh,
    AmazonOther,
    /// Reads like Amazon and is no text Amazon is known to use.
    LookAlike,
    Other,
}

impl Service {
    pub fn code(self) -> &'static str {
        match self {
            Self::AmazonRetail => "amazon-retail",
            Self::AmazonMarketplace => "amazon-marketplace",
            Self::AmazonDigital => "amazon-digital",
            Self::AmazonPrime => "amazon-prime",
            Self::Audible => "audible",
            Self::AmazonMusic => "amazon-music",
            Self::Kindle => "kindle",
            Self::PrimeVideo => "prime-video",
            Self::AmazonPay => "amazon-pay",
            Self::Aws => "aws",
            Self::AmazonFresh => "amazon-fresh",
            Self::AmazonOther => "amazon-other",
            Self::LookAlike => "look-alike",
            Self::Other => "other",
        }
    }

    /// Whether an order in Amazon's own files can be behind it.
    pub fn has_orders(self) -> bool {
        !matches!(self, Self::AmazonPay | Self::Aws | Self::LookAlike | Self::Other)
    }

    /// Whether such orders stand in the digital file and not among the parcels.
    pub fn is_digital(self) -> bool {
        matches!(
            self,
            Self::AmazonDigital
                | Self::AmazonPrime
                | Self::Audible
                | Self::AmazonMusic
                | Self::Kindle
                | Self::PrimeVideo
        )
    }

    /// Names one plan, which renews by itself.
    pub fn is_plan(self) -> bool {
        self.is_digital() && self != Self::AmazonDigital
    }
}

/// Texts that name a service; `data/descriptors.toml` has them with where they were seen.
struct Descriptor {
    service: Service,
    /// Parts that begin a word of the text.
    has: &'static [&'static str],
    /// Whole texts.
    is: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/descriptors.rs"));

/// Tells the service from the shop's text. `memo` counts only for Amazon Pay, where the shop's name stands there.
pub fn service_of(merchant: &str) -> Service {
    let text = fold(merchant);
    if let Some(found) = known(&text) {
        return found;
    }
    if looks_alike(&text) { Service::LookAlike } else { Service::Other }
}

/// The shop a text names: `AMAZON.DE*AB1CD2EF3`, `AMZN Mktp US`. Each country's orders are in an export of their own.
pub fn site_of(text: &str) -> Option<&'static str> {
    // What is part of another comes after it.
    const SITES: [(&str, &str); 23] = [
        ("amazon.co.jp", "amazon.co.jp"),
        ("amazon.co.uk", "amazon.co.uk"),
        ("amazon.com.au", "amazon.com.au"),
        ("amazon.com.br", "amazon.com.br"),
        ("amazon.com.mx", "amazon.com.mx"),
        ("amazon.com", "amazon.com"),
        ("amazon.ca", "amazon.ca"),
        ("amazon.de", "amazon.de"),
        ("amazon.fr", "amazon.fr"),
        ("amazon.it", "amazon.it"),
        ("amazon.es", "amazon.es"),
        ("amazon.nl", "amazon.nl"),
        ("amazon.in", "amazon.in"),
        ("amazon.se", "amazon.se"),
        ("amazon.pl", "amazon.pl"),
        ("amazon.sg", "amazon.sg"),
        ("amzn mktp us", "amazon.com"),
        ("amzn mktp ca", "amazon.ca"),
        ("amzn mktp de", "amazon.de"),
        ("amzn mktp fr", "amazon.fr"),
        ("amzn mktp it", "amazon.it"),
        ("amzn mktp es", "amazon.es"),
        ("amzn mktp uk", "amazon.co.uk"),
    ];
    let text = fold(text);
    SITES.iter().find(|(name, _)| has_word(&text, name)).map(|(_, site)| *site)
}

fn known(text: &str) -> Option<Service> {
    // Money from Amazon to a seller, and the names of cards, are no purchases.
    if text.contains("アマゾンジヤパン") || text.contains("amazonマスター") || text.contains("amazon master")
    {
        return None;
    }
    // `AMZN.COM/BILL` and the like only say where to ask: they follow every kind of charge.
    let body = text.replace("amzn.com/bill", " ").replace("www.amazon.co ", " ");
    let body = body.trim();
    let named = |d: &&Descriptor| d.is.contains(&body) || d.has.iter().any(|part| has_word(body, part));
    // A text that is whole somewhere is not another one cut short.
    let cut = |d: &&Descriptor| d.has.iter().any(|part| is_cut_short(body, part));
    DESCRIPTORS
        .iter()
        .find(named)
        .or_else(|| DESCRIPTORS.iter().find(cut))
        .map(|descriptor| descriptor.service)
        .or_else(|| text.contains("amzn.com/bill").then_some(Service::AmazonOther))
}

/// `part` stands in `text` where a word begins, and no letter of a longer name follows it.
fn has_word(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + part.len()..).unwrap_or_default();
        let opens = before.is_none_or(|c| !c.is_ascii_alphanumeric());
        // `amazon.com` must not be found in `amazon.community` or in `amazon.com.example`.
        let closes = !part.contains(".co") || {
            let mut rest = after.chars();
            match rest.next() {
                None => true,
                Some('.') => !rest.next().is_some_and(|c| c.is_ascii_alphabetic()),
                Some('-') => false,
                Some(c) => !c.is_ascii_lowercase() || after.starts_with("amzn") || after.starts_with("wa"),
            }
        };
        opens && closes
    })
}

/// Issuers cut names at their own width: `amazon web` for `amazon web services`, `amazon.co.j`.
fn is_cut_short(text: &str, part: &str) -> bool {
    const SHORTEST: usize = 9;
    text.len() >= SHORTEST && part.len() > text.len() && part.starts_with(text) && text.starts_with("am")
}

/// Reads like `amazon` or `amzn` as a word of its own, in whatever disguise, and is none of the known texts.
fn looks_alike(text: &str) -> bool {
    let plain = skeleton(text);
    let disguised = plain != *text;
    let mut words = plain.split(|c: char| !c.is_alphanumeric());
    let first = words.next().unwrap_or_default();
    match first {
        // `AMAZON-SUPPORT`, `AMAZON KANRI.XYZ`: the name with something unknown to us behind it.
        "amazon" | "amzn" => true,
        _ if disguised => plain.split(|c: char| !c.is_alphanumeric()).any(|word| word == "amazon"),
        _ => near_amazon(first) && (plain.contains(".co") || words.any(|word| SERVICE_WORDS.contains(&word))),
    }
}

/// Words that make a misspelled `amazon` a claim to be Amazon.
const SERVICE_WORDS: [&str; 8] =
    ["prime", "marketplace", "mktp", "downloads", "pay", "support", "billing", "digital"];

/// One letter more, less or other than `amazon`.
fn near_amazon(word: &str) -> bool {
    const NAME: &[u8] = b"amazon";
    let word = word.as_bytes();
    if word == NAME || word.len().abs_diff(NAME.len()) > 1 || word.first() != Some(&b'a') {
        return false;
    }
    let same_start = word.iter().zip(NAME).take_while(|(a, b)| a == b).count();
    let same_end = word.iter().rev().zip(NAME.iter().rev()).take_while(|(a, b)| a == b).count();
    same_start + same_end + 1 >= word.len().max(NAME.len())
}

/// The letters a text seems to have, after the shapes of UTS #39 that matter for `amazon`.
fn skeleton(text: &str) -> String {
    let shaped: String = text
        .chars()
        .map(|c| match c {
            '0' | 'о' | 'ο' | 'ό' | 'ö' | 'ø' | 'ó' | 'ô' | 'ò' => 'o',
            'а' | 'α' | 'ä' | 'á' | 'à' | 'â' | 'ā' | '@' | '4' => 'a',
            'м' => 'm',
            'ž' | 'ź' | 'ż' | 'ᴢ' => 'z',
            'п' | 'ñ' | 'ń' => 'n',
            'ρ' | 'р' => 'p',
            'е' | 'é' | 'è' => 'e',
            _ => c,
        })
        .collect();
    shaped.replace("rn", "m").replace("2on", "zon")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, service: &str) {
        assert_eq!(service_of(text).code(), service, "{text}");
    }

    #[test]
    fn the_table_is_sound() {
        for descriptor in &DESCRIPTORS {
            for part in descriptor.has.iter().chain(descriptor.is) {
                assert_eq!(*part, fold(part), "the table holds folded texts");
            }
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
