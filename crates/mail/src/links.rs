//! Where the links of a mail lead, and what they pretend. None is ever followed.

use mioboe_model::{Mail, MailLink};
use url::{Host, Url};

use crate::address::{AMAZON, is_amazons, is_host, is_open, looks_like_amazon, owner, readable, registered};
use crate::data::SHORTENERS;
use crate::{Claims, Reasons, Trust, Weight};

/// A link as it can be shown: text that no program turns into a link again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedLink {
    /// What the reader of the mail saw; empty where it was a picture, or the address itself.
    pub text: String,
    /// `hxxps://login[.]example/a`.
    pub target: String,
    /// The part that somebody registered, dots included; empty where there is none.
    pub domain: String,
    pub weight: Weight,
}

/// Paths tell little and can be very long.
const SHOWN_PATH: usize = 60;

pub(crate) fn judge(mail: &Mail, claims: Claims, trust: Trust, reasons: &mut Reasons) -> Vec<JudgedLink> {
    let one = |link| one(link, claims, trust, reasons);
    let links: Vec<JudgedLink> = mail.links.iter().filter_map(one).collect();
    if !links.is_empty() && links.iter().all(|link| link.weight == Weight::For) {
        reasons.add("link-known", Weight::For, []);
    }
    links
}

/// `None` for what leads nowhere: addresses to write to, places in the mail itself.
fn one(link: &MailLink, claims: Claims, trust: Trust, reasons: &mut Reasons) -> Option<JudgedLink> {
    // `//host` and `\\\\host` lead there over whatever protocol the mail was opened with.
    let target = link.target.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let is_bare =
        target.starts_with(['/', '\\']) && target.chars().nth(1).is_some_and(|c| matches!(c, '/' | '\\'));
    let url = if is_bare { Url::parse(&format!("https:{target}")) } else { Url::parse(target) };
    let url = url.ok()?;
    let said = |weight, domain: &str| JudgedLink {
        text: quiet(&link.text),
        target: defanged(&url),
        domain: domain.to_owned(),
        weight,
    };
    match url.scheme() {
        "http" | "https" => {}
        // They run something, show a page that is inside the mail, or open a program with what the mail says.
        "javascript" | "data" | "vbscript" | "file" | "blob" | "filesystem" | "intent" | "android-app"
        | "view-source" | "search-ms" | "jar" | "smb" | "mhtml" => {
            reasons.add("link-script", Weight::Danger, []);
            return Some(said(Weight::Danger, ""));
        }
        scheme if scheme.starts_with("ms-") => {
            reasons.add("link-script", Weight::Danger, []);
            return Some(said(Weight::Danger, ""));
        }
        "mailto" | "tel" | "sms" | "cid" | "mid" | "about" => return None,
        // Programs of their own: `ftp:`, `line:`, `market:`.
        scheme => {
            reasons.add("link-elsewhere", Weight::Doubt, [("domain", scheme.to_owned())]);
            return Some(said(Weight::Doubt, ""));
        }
    }
    let host = match url.host()? {
        Host::Domain(host) => host,
        Host::Ipv4(_) | Host::Ipv6(_) => {
            reasons.add("link-number", Weight::Danger, [("link", defanged(&url))]);
            return Some(said(Weight::Danger, ""));
        }
    };
    let domain = registered(host).unwrap_or(host);
    let shown = || [("domain", domain.to_owned())];
    let mut weight = Weight::For;
    let mut found = |code, how, args| {
        weight = weight.max(how);
        reasons.add(code, how, args);
    };
    if !url.username().is_empty() {
        found("link-user-name", Weight::Danger, shown());
    }
    if let Some(pretended) = host_in_text(&link.text)
        && registered(&pretended) != Some(domain)
        // Companies count clicks under another of their names.
        && !(owner(&pretended).is_some() && owner(&pretended) == owner(host))
    {
        let is_danger = claims == Claims::Amazon || owner(&pretended).is_some();
        let is_danger = is_danger && !matches!(trust, Trust::Authenticated(_));
        let how = if is_danger || is_amazons(&pretended) { Weight::Danger } else { Weight::Doubt };
        found("link-text-differs", how, shown());
    }
    let is_senders = matches!(trust, Trust::Authenticated(who) if owner(host) == Some(who));
    if is_amazons(host) || is_senders {
        return Some(said(weight, domain));
    }
    if looks_like_amazon(&readable(host)) && !is_open(host) && !SHORTENERS.contains(&domain) {
        found("link-look-alike", Weight::Danger, [("domain", host.to_owned())]);
    } else if host.split('.').any(|label| label.starts_with("xn--")) {
        found("link-punycode", Weight::Doubt, [("domain", host.to_owned())]);
    } else if SHORTENERS.contains(&domain) {
        found("link-shortened", Weight::Doubt, shown());
    } else if claims == Claims::Amazon && !matches!(trust, Trust::Authenticated(who) if who != AMAZON) {
        found("link-elsewhere", Weight::Doubt, shown());
    } else {
        found("link-elsewhere", Weight::Note, shown());
    }
    Some(said(weight, domain))
}

/// The host that a link's text shows: `www.amazon.co.jp`, `https://amazon.co.jp/…`.
fn host_in_text(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_whitespace) || !text.contains('.') || text.contains('@') {
        return None;
    }
    let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&with_scheme).ok()?;
    let Some(Host::Domain(host)) = url.host() else { return None };
    is_host(host).then(|| host.to_owned())
}

/// Text that no program takes for an address.
fn quiet(text: &str) -> String {
    let is_address = text.contains("://") || host_in_text(text).is_some() || text.contains("www.");
    if is_address { text.replace("http", "hxxp").replace('.', "[.]") } else { text.to_owned() }
}

fn defanged(url: &Url) -> String {
    let scheme = url.scheme().replace("tt", "xx");
    let Some(host) = url.host_str() else {
        return format!("{scheme}:{}", cut(url.path())).replace("http", "hxxp").replace('.', "[.]");
    };
    let user = if url.username().is_empty() { String::new() } else { format!("{}@", url.username()) };
    let path = if url.path() == "/" { String::new() } else { cut(url.path()) };
    format!("{scheme}://{user}{host}{path}").replace('.', "[.]")
}

fn cut(path: &str) -> String {
    let mut cut: String = path.chars().take(SHOWN_PATH).collect();
    if cut.len() < path.len() {
        cut.push('…');
    }
    cut
}
