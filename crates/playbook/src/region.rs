//! Where the person's card and account are at home: decides contacts, law and deadlines.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    Jp,
    Us,
    Uk,
    Eu,
    /// Nothing is known of the law there: no deadline is shown.
    Elsewhere,
}

/// Countries under the EU's payment rules, EEA included.
const EU: [&str; 30] = [
    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "is", "it",
    "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk",
];

impl Region {
    /// Reads `jp`, `us`, `uk`, `gb`, `eu` or a country of the EU.
    pub fn of(code: &str) -> Self {
        let code = code.to_ascii_lowercase();
        match code.as_str() {
            "jp" => Self::Jp,
            "us" => Self::Us,
            "uk" | "gb" => Self::Uk,
            "eu" => Self::Eu,
            country if EU.contains(&country) => Self::Eu,
            _ => Self::Elsewhere,
        }
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
    fn check(code: &str, expect: Region) {
        assert_eq!(Region::of(code), expect, "{code}");
    }

    #[test]
    fn a_country_of_the_union_is_the_union() {
        check("de", Region::Eu);
        check("IE", Region::Eu);
        check("eu", Region::Eu);
    }

    #[test]
    fn britain_has_two_codes() {
        check("gb", Region::Uk);
        check("uk", Region::Uk);
    }

    #[test]
    fn an_unknown_country_has_no_law_of_ours() {
        check("br", Region::Elsewhere);
        check("", Region::Elsewhere);
    }
}
