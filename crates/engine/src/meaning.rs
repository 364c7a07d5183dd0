//! What a text on a statement means, without any file.

codes! {
    /// What can be said of a text.
    pub enum TextKind {
        Known = "known",
        /// Named like Amazon: a new or rare service, or a shop of that name.
        Unknown = "unknown",
        Imitation = "imitation",
        /// Another shop's.
        Other = "other",
    }
}

shape! {
    /// What a shop's text on a statement means.
    pub struct TextMeaning {
        /// What can be said of it.
        pub kind: TextKind,
        /// As in a charge of the report.
        pub service: String,
        /// The shop it names, `amazon.de`.
        pub site: Option<String>,
        /// The sentence that says what it is: the catalogues have it as `meaning-…`.
        pub says: String,
        /// Which of Amazon's files can have an order behind it: `goods`, `digital`, `either` or `nowhere`.
        pub orders: String,
    }
}

/// Usual texts, each with the place on whose statements it is usual (`JP`, `US`, `GB`, `EU`): to be looked through.
pub fn usual_texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    mioboe_reconcile::usual_texts()
}

/// For each sentence of [`TextMeaning::says`] the countries and unions on whose statements it was seen, by their codes.
pub fn places_seen() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    mioboe_reconcile::places_seen()
}

/// What a shop's text means; a text that says nothing of Amazon is another shop's.
pub fn meaning(text: &str) -> TextMeaning {
    let found = mioboe_reconcile::meaning(text);
    let kind = match found.says {
        "unknown-name" => TextKind::Unknown,
        "imitation" => TextKind::Imitation,
        "other-shop" => TextKind::Other,
        _ => TextKind::Known,
    };
    TextMeaning {
        kind,
        service: found.service.code().to_owned(),
        site: found.site.map(str::to_owned),
        says: found.says.to_owned(),
        orders: found.orders.code().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: TextKind, says: &str, orders: &str) {
        let found = meaning(text);
        assert_eq!((found.kind, &*found.says, &*found.orders), (kind, says, orders), "{text} {found:?}");
    }

    #[test]
    fn a_text_is_known_or_asked_about_or_an_imitation_or_another_shops() {
        check("AMAZON MKTPL*AB1CD2EF3", TextKind::Known, "marketplace", "goods");
        check("アマゾンダウンロード", TextKind::Known, "digital", "digital");
        check("PAYPAL *AMAZON", TextKind::Known, "amazon-retail", "goods");
        check("AMAZON STORE CARD", TextKind::Known, "card-bill", "nowhere");
        check("AMZN.COM/BILL", TextKind::Known, "contact-only", "either");
        check("AMAZON ORCHID", TextKind::Unknown, "unknown-name", "either");
        check("AMAZ0N PRIME", TextKind::Imitation, "imitation", "nowhere");
        check("TST* AMAZON CAFE", TextKind::Other, "other-shop", "nowhere");
        check("見本珈琲", TextKind::Other, "other-shop", "nowhere");
    }

    #[test]
    fn the_shop_and_the_places_where_a_text_was_seen_are_named() {
        let places = |text: &str| {
            let says = meaning(text).says;
            places_seen().find(|(of, _)| *of == says).map(|(_, places)| places.to_vec())
        };
        assert_eq!(places("アマゾンダウンロード"), Some(vec!["JP", "US", "EU"]));
        assert!(places("AMAZON.CO.JP").is_some_and(|places| places.contains(&"JP")));
        assert_eq!(meaning("AMAZON.CO.JP").site.as_deref(), Some("amazon.co.jp"));
        assert_eq!(places("見本珈琲"), None);
    }
}
