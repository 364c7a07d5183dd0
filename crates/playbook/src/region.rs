//! Where the person's card and account are at home: decides contacts, law, deadlines and the currency of files that name none.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    Jp,
    Us,
    Uk,
    Eu,
    /// Nothing is known of the law there: no deadline is shown.
    Elsewhere,
}

struct Home {
    code: &'static str,
    law: Region,
    currency: Option<&'static str>,
}

// Written by the build script from `data/regions.toml`.
include!(concat!(env!("OUT_DIR"), "/regions.rs"));

fn home(code: &str) -> Option<&'static Home> {
    HOMES.iter().find(|home| home.code.eq_ignore_ascii_case(code.trim()))
}

/// The currency of files that name none; `None` where nothing is known of the region.
pub fn home_currency(region: &str) -> Option<&'static str> {
    home(region)?.currency
}

impl Region {
    /// Whose law counts for a region or a country of `data/regions.toml`.
    pub fn of(code: &str) -> Self {
        home(code).map_or(Self::Elsewhere, |home| home.law)
    }

    /// The region's name in the words' `$region`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jp => "jp",
            Self::Us => "us",
            Self::Uk => "uk",
            Self::Eu => "eu",
            Self::Elsewhere => "elsewhere",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, law: Region, currency: Option<&str>) {
        assert_eq!((Region::of(code), home_currency(code)), (law, currency), "{code}");
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
    fn a_country_outside_has_its_currency_and_no_law_of_ours() {
        check("ca", Region::Elsewhere, Some("CAD"));
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
        for law in [Region::Jp, Region::Us, Region::Uk, Region::Eu, Region::Elsewhere] {
            assert_eq!(Region::of(law.as_str()), law);
        }
    }
}
