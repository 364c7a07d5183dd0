//! Who a mail says it is from, and what the person's own mail service found of that.

use mioboe_model::{Mail, MailAuth};

use crate::address::{is_amazons, is_host, looks_like_amazon, names_amazon, readable, registered};
use crate::data::SENDERS;
use crate::{Claims, Reasons, Trust, Weight};

pub(crate) fn judge(mail: &Mail, claims: Claims, reasons: &mut Reasons) -> Trust {
    shown_name(mail, reasons);
    let Some(domain) = domain_of(&mail.from_address) else {
        reasons.add("sender-missing", Weight::Doubt, []);
        return Trust::None;
    };
    let who = SENDERS.iter().find(|(_, domains)| domains.contains(&domain.as_str())).map(|(who, _)| *who);
    let shown = [("domain", domain.clone())];
    match who {
        Some(_) => reasons.add("sender-known", Weight::For, shown),
        None if is_amazons(&domain) => reasons.add("sender-unlisted", Weight::Doubt, shown),
        None if looks_like_amazon(&readable(&domain)) => {
            reasons.add("sender-look-alike", Weight::Danger, shown);
        }
        None if claims == Claims::Amazon => reasons.add("sender-other", Weight::Danger, shown),
        None => {}
    }
    if let Some(reply) = mail.reply_to.as_deref().and_then(domain_of)
        && registered(&reply) != registered(&domain)
    {
        reasons.add("reply-elsewhere", Weight::Doubt, [("domain", reply)]);
    }
    let is_own = who.is_some() || is_amazons(&domain);
    if auth(&mail.auth, &domain, is_own, reasons) && who.is_some() {
        Trust::Authenticated
    } else {
        Trust::None
    }
}

/// A name may show another address than the real one, or Amazon's name in other letters.
fn shown_name(mail: &Mail, reasons: &mut Reasons) {
    let name = &mail.from_name;
    if let Some(shown) = domain_of(name)
        && domain_of(&mail.from_address).is_none_or(|real| registered(&real) != registered(&shown))
    {
        reasons.add("name-shows-address", Weight::Danger, [("name", name.clone())]);
    }
    if looks_like_amazon(name) && !names_amazon(name) {
        reasons.add("name-look-alike", Weight::Danger, [("name", name.clone())]);
    }
}

/// The host of an address; a name without one has none.
fn domain_of(address: &str) -> Option<String> {
    let (_, domain) = address.rsplit_once('@')?;
    let domain = domain.trim_matches(['>', ']', ')', '"', '.', ' ']).to_lowercase();
    let ascii = idna::domain_to_ascii(&domain).ok()?;
    is_host(&ascii).then_some(ascii)
}

/// True where the person's own mail service confirms that the mail is the sender domain's.
fn auth(auth: &MailAuth, domain: &str, is_own: bool, reasons: &mut Reasons) -> bool {
    let results = [&auth.dmarc, &auth.dkim, &auth.spf];
    if results.iter().all(|result| result.is_none()) {
        reasons.add("auth-absent", Weight::Doubt, []);
        return false;
    }
    let server = auth.server.clone().unwrap_or_default();
    if !is_receivers(auth) {
        reasons.add("auth-unsure", Weight::Doubt, [("server", server)]);
        return false;
    }
    let is = |result: &Option<String>, expect: &str| result.as_deref() == Some(expect);
    let is_same = |other: &Option<String>| {
        other.as_deref().and_then(registered).is_some_and(|other| registered(domain) == Some(other))
    };
    let passes = is(&auth.dmarc, "pass")
        || (auth.dmarc.is_none()
            && ((is(&auth.dkim, "pass") && is_same(&auth.dkim_domain))
                || (is(&auth.spf, "pass") && is_same(&auth.spf_domain))));
    if passes {
        reasons.add("auth-passed", Weight::For, [("server", server), ("domain", domain.to_owned())]);
        return true;
    }
    if !is(&auth.dmarc, "fail") && (is(&auth.dkim, "pass") || is(&auth.spf, "pass")) {
        reasons.add("auth-other-domain", Weight::Doubt, [("domain", domain.to_owned())]);
        return false;
    }
    // A mailing list breaks these too; that Amazon's own mail goes through one is not to be expected.
    let weight = if is_own { Weight::Danger } else { Weight::Doubt };
    reasons.add("auth-failed", weight, [("domain", domain.to_owned())]);
    false
}

/// Results count only from a server that took the mail in; others may have been written by the sender.
fn is_receivers(auth: &MailAuth) -> bool {
    let is_there =
        |domain: &str| auth.receivers.iter().filter_map(|host| registered(host)).any(|host| host == domain);
    match auth.server.as_deref() {
        Some(server) => registered(server).is_some_and(is_there),
        // Microsoft's servers leave their name out.
        None => is_there("outlook.com"),
    }
}
