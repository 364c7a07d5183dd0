//! Names of hosts: whose they are, and whether they only look like Amazon's.

use std::sync::LazyLock;

use unicode_security::confusable_detection::skeleton;

use crate::data::{LINKS, OWNED, SENDERS, UNSURE};

/// The company itself as `data/domains.toml` calls it.
pub(crate) const AMAZON: &str = "amazon";

/// The part of a host that somebody registered: `a.mail.amazon.co.jp` is `amazon.co.jp`'s.
pub(crate) fn registered(host: &str) -> Option<&str> {
    let host = host.trim_end_matches('.');
    let own = psl::domain_str(host)?;
    // `com.be` is somebody's who sells names below it, and on no list of suffixes.
    let is_shop = own.starts_with("com.") || own.starts_with("co.");
    let before = host.strip_suffix(own).and_then(|rest| rest.strip_suffix('.')).filter(|_| is_shop);
    let Some(label) = before.and_then(|before| before.rsplit('.').next()) else { return Some(own) };
    host.get(host.len().checked_sub(own.len() + 1 + label.len())?..)
}

/// Ends in a suffix that exists, so that `invoice.pdf` is no host.
pub(crate) fn is_host(text: &str) -> bool {
    psl::suffix(text.as_bytes()).is_some_and(|suffix| suffix.is_known()) && registered(text).is_some()
}

/// The registered domains of Amazon's senders and links.
pub(crate) fn is_amazons(host: &str) -> bool {
    static OWN: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let all = SENDERS.iter().chain(LINKS).filter(|(who, _)| *who == AMAZON);
        all.flat_map(|(_, domains)| domains.iter().filter_map(|domain| registered(domain))).collect()
    });
    registered(host).is_some_and(|domain| OWN.contains(&domain))
}

/// Amazon's, and open to anybody.
pub(crate) fn is_open(host: &str) -> bool {
    let mut all = UNSURE.iter().flat_map(|(_, domains)| domains.iter());
    registered(host).is_some_and(|own| all.any(|domain| *domain == own))
}

/// Whose host it is, of the companies that are known: Amazon, issuers, pay-later companies, carriers.
pub(crate) fn owner(host: &str) -> Option<&'static str> {
    if is_amazons(host) {
        return Some(AMAZON);
    }
    let own = registered(host)?;
    let has = |(_, domains): &&(&str, &[&str])| domains.iter().any(|domain| registered(domain) == Some(own));
    OWNED.iter().find(has).or_else(|| SENDERS.iter().find(has)).map(|(who, _)| *who)
}

/// The name of the company in letters that look like its own: `arnazon`, `amaz0n`, `аmazon` with a Cyrillic `а`.
pub(crate) fn looks_like_amazon(text: &str) -> bool {
    static NAME: LazyLock<String> = LazyLock::new(|| plain_look(AMAZON));
    plain_look(text).contains(NAME.as_str())
}

fn plain_look(text: &str) -> String {
    skeleton(&text.to_lowercase()).collect::<String>().to_lowercase()
}

/// `amazon` as it is written, in any width and case.
pub(crate) fn names_amazon(text: &str) -> bool {
    let plain = mioboe_model::text::nfkc(text).to_lowercase();
    plain.contains(AMAZON) || plain.contains("アマゾン")
}

/// A host as people read it: `xn--` labels in their own letters.
pub(crate) fn readable(host: &str) -> String {
    idna::domain_to_unicode(host).0
}
