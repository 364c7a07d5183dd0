//! Where the person's card and account are at home: decides contacts, law, deadlines and the currency of files that name none.

/// A law that is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    Jp,
    Us,
    Uk,
    Eu,
    Ca,
    Au,
    In,
    Sg,
    /// Nothing is known of the law there: no deadline is shown.
    Elsewhere,
}

/// A country or union of `data/regions.toml`.
#[derive(Debug, PartialEq, Eq)]
pub struct Home {
    pub code: &'static str,
    pub law: Region,
    /// Of files that name none; `None` where nothing is known of it.
    pub currency: Option<&'static str>,
}

// Written by the build script from `data/regions.toml`.
include!(concat!(env!("OUT_DIR"), "/regions.rs"));

static ELSEWHERE: Home = Home { code: "elsewhere", law: Region::Elsewhere, currency: None };

impl Home {
    /// The one of this code; elsewhere, where it is not in the table.
    pub fn of(code: &str) -> &'static Self {
        HOMES.iter().find(|home| home.code.eq_ignore_ascii_case(code.trim())).unwrap_or(&ELSEWHERE)
    }

    /// All of the table.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        HOMES.iter()
    }

    /// Amazon's own shop for the country, as an address to type.
    pub fn site(&self) -> Option<&'static str> {
        SITES.iter().find(|(code, _)| *code == self.code).map(|(_, site)| *site)
    }

    /// Whether what is known of that region is known of this one: a country has its own, and what its law has.
    pub(crate) fn is_in(&self, region: &str) -> bool {
        region == self.code || region == self.law.as_str()
    }
}

impl Region {
    /// Every law, and none.
    pub const ALL: [Self; 9] =
        [Self::Jp, Self::Us, Self::Uk, Self::Eu, Self::Ca, Self::Au, Self::In, Self::Sg, Self::Elsewhere];

    /// The region's name in the words' `$region`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jp => "jp",
            Self::Us => "us",
            Self::Uk => "uk",
            Self::Eu => "eu",
            Self::Ca => "ca",
            Self::Au => "au",
            Self::In => "in",
            Self::Sg => "sg",
            Self::Elsewhere => "elsewhere",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, law: Region, currency: Option<&str>) {
        let home = Home::of(code);
        assert_eq!((home.law, home.currency), (law, currency), "{code}");
    }

    #[test]
    fn a_country_of_the_union_is_the_union_with_its_own_currency() {
        for code in ["de", "IE", "nl", "eu", "fr"] {
            check(code, Region::Eu, Some("EUR"));
        }
        check("se", Region::Eu, Some("SEK"));
        check("pl", Region::Eu, Some("PLN"));
        check("no", Region::Eu, Some("NOK"));
    }

    #[test]
    fn britain_has_two_codes_and_one_law() {
        check("gb", Region::Uk, Some("GBP"));
        check("uk", Region::Uk, Some("GBP"));
    }

    #[test]
    fn a_country_outside_has_its_currency_and_no_law_of_another() {
        check("ca", Region::Ca, Some("CAD"));
        check("in", Region::In, Some("INR"));
        check("br", Region::Elsewhere, Some("BRL"));
    }

    #[test]
    fn of_an_unknown_region_nothing_is_claimed() {
        for code in ["", "xx", "elsewhere", "jpn"] {
            check(code, Region::Elsewhere, None);
        }
    }

    #[test]
    fn each_region_stands_once_and_by_its_own_name() {
        for (at, home) in HOMES.iter().enumerate() {
            assert!(HOMES.iter().skip(at + 1).all(|other| other.code != home.code), "{}", home.code);
        }
        for law in Region::ALL {
            assert_eq!(Home::of(law.as_str()).law, law);
        }
    }

    #[test]
    fn a_country_has_its_own_and_what_its_law_has() {
        let has = |code, region| Home::of(code).is_in(region);
        assert!(has("de", "de") && has("de", "eu") && has("gb", "uk"));
        assert!(!has("de", "fr") && !has("eu", "de") && !has("br", "us"));
    }

    #[test]
    fn the_shop_of_a_country_is_its_own() {
        assert_eq!(Home::of("ca").site(), Some("www.amazon.ca"));
        assert_eq!(Home::of("nl").site(), Some("www.amazon.nl"));
        for none in ["eu", "ch", "zz"] {
            assert_eq!(Home::of(none).site(), None, "{none}");
        }
    }
}
