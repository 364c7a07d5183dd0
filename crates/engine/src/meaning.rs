//! What a text on a statement means, without any file.

shape! {
    /// What a shop's text on a statement means.
    pub struct TextMeaning {
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

/// What a shop's text means; a text that says nothing of Amazon is another shop's.
pub fn meaning(text: &str) -> TextMeaning {
    let found = mioboe_reconcile::meaning(text);
    TextMeaning {
        service: found.service.code().to_owned(),
        site: found.site.map(str::to_owned),
        says: found.says.to_owned(),
        orders: found.orders.code().to_owned(),
    }
}
