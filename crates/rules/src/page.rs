//! The page about all rules, made from the rules' own pages.

use std::fmt::Write as _;

use crate::RULES;

const OPENING: &str = "\
# What Mioboe says of a charge

Every rule gives its opinion; where several speak of one charge, a fixed order decides: what is proven wrong, then
questions about an order, then explanations, then 'nothing known'. This page is made from the rules' own pages in
`crates/rules/src/catalogue`.

There is no rule for two equal charges at a shop that is not Amazon: two coffees on one day are ordinary, and the same
row in two files is taken once when the files are read. Without the shop's receipts nothing more can be proven.
";

/// All pages of the catalogue as one, in Markdown.
pub fn catalogue_page() -> String {
    let mut page = OPENING.to_owned();
    for rule in RULES {
        // One level down: the page has a title of its own.
        let docs = rule.docs.trim_end().replace("\n## ", "\n### ");
        let names: Vec<String> = rule.speaks_of.iter().map(|name| format!("`{name}`")).collect();
        let names =
            if names.is_empty() { String::new() } else { format!("\n\nCauses: {}", names.join(", ")) };
        let (title, rest) = docs.split_once('\n').unwrap_or((&docs, ""));
        // Writing to a string cannot fail.
        let _ = write!(page, "\n#{title}{names}\n{rest}\n");
    }
    page
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::catalogue_page;

    #[test]
    fn the_published_page_is_made_from_the_rules() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, catalogue_page()).unwrap();
        }
        let published = fs::read_to_string(&path).unwrap_or_default();
        assert!(published == catalogue_page(), "docs/rules.md is out of date: run with UPDATE_GOLDEN=1");
    }
}
