//! Who a mail says it is from, and what the person's own mail service found of that.

use mioboe_model::{Mail, MailAuth};

use crate::address::{
    AMAZON, is_amazons, is_host, is_open, looks_like_amazon, names_amazon, owner, readable, registered,
};
use crate::data::{NAMES, SENDERS};
use crate::{Claims, Reasons, Trust, Weight};

pub(crate) fn judge(mail: &Mail, claims: Claims, reasons: &mut Reasons) -> Trust {
    shown_name(mail, reasons);
    if mail.auth.forwarded {
        reasons.add("forwarded", Weight::Note, []);
    }
    let Some(domain) = domain_of(&mail.from_address) else {
        reasons.add("sender-missing", Weight::Doubt, []);
        return Trust::None;
    };
    let listed = SENDERS.iter().find(|(_, domains)| domains.contains(&domain.as_str())).map(|(who, _)| *who);
    let who = listed.or_else(|| owner(&domain).filter(|&who| who != AMAZON));
    let shown = [("domain", domain.clone())];
    let is_own = who.is_some() || is_amazons(&domain);
    let is_confirmed = auth(&mail.auth, &domain, is_own, reasons);
    match who {
        Some(_) => reasons.add("sender-known", Weight::For, shown),
        None if is_amazons(&domain) => reasons.add("sender-unlisted", Weight::Doubt, shown),
        None if looks_like_amazon(&readable(&domain)) && !is_open(&domain) => {
            reasons.add("sender-look-alike", Weight::Danger, shown);
        }
        // Who takes Amazon's name and is confirmed as nobody is told by the name; who only speaks of it is not known.
        None if !is_confirmed && takes_amazons_name(mail) => {
            reasons.add("sender-other", Weight::Danger, shown);
        }
        None if is_confirmed || claims == Claims::Amazon => {
            reasons.add("sender-unknown", Weight::Doubt, shown);
        }
        None => {}
    }
    if let Some(reply) = mail.reply_to.as_deref().and_then(domain_of)
        && registered(&reply) != registered(&domain)
        && !(owner(&reply).is_some() && owner(&reply) == owner(&domain))
    {
        reasons.add("reply-elsewhere", Weight::Doubt, [("domain", reply)]);
    }
    match (is_confirmed, who) {
        (true, Some(who)) => Trust::Authenticated(who),
        (true, None) => Trust::Confirmed,
        (false, _) => Trust::None,
    }
}

/// The sender calls itself Amazon, and does not only name it.
fn takes_amazons_name(mail: &Mail) -> bool {
    let name = mioboe_model::text::nfkc(&mail.from_name).to_lowercase();
    (names_amazon(&name) || looks_like_amazon(&name)) && !name.contains(" via ")
}

/// A known name beside an address that is not its owner's: a danger where the mail also hurries on, asks, or hides
/// where it leads. Asked last, as it is told by the other reasons.
pub(crate) fn judge_name(mail: &Mail, trust: Trust, reasons: &mut Reasons) {
    if matches!(trust, Trust::Authenticated(_)) {
        return;
    }
    let domain = domain_of(&mail.from_address);
    let own = domain.as_deref().and_then(owner);
    let name = mioboe_model::text::nfkc(&mail.from_name).to_lowercase();
    let is_called = |known: &str| {
        let known = mioboe_model::text::nfkc(known).to_lowercase();
        // `JCB` in `JCBA` is no JCB.
        name.match_indices(&known).any(|(at, _)| {
            let before = name.get(..at).and_then(|text| text.chars().next_back());
            let behind = name.get(at + known.len()..).and_then(|text| text.chars().next());
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            !is_letter(before) && !is_letter(behind)
        })
    };
    let issuer =
        NAMES.iter().find(|(who, names)| own != Some(*who) && names.iter().any(|name| is_called(name)));
    let presses =
        ["wording-urgent", "wording-secrets", "link-text-differs", "link-shortened", "attachment-packed"];
    let is_pressing = reasons.0.iter().any(|reason| presses.contains(&reason.code));
    let Some(domain) = domain else { return };
    let is_told = reasons.0.iter().any(|reason| reason.code == "sender-look-alike");
    if own.is_none() && takes_amazons_name(mail) && is_pressing && !is_told {
        reasons.add("sender-other", Weight::Danger, [("domain", domain)]);
    } else if let Some((_, names)) = issuer
        && !name.contains(" via ")
    {
        // A confirmed sender may be another company of that name.
        let is_danger = is_pressing && trust == Trust::None && auth_was_seen(mail);
        let weight = if is_danger { Weight::Danger } else { Weight::Doubt };
        let called = names.first().copied().unwrap_or_default().to_owned();
        reasons.add("name-of-issuer", weight, [("name", called), ("domain", domain)]);
    }
}

/// The mail service wrote down what it found; copied text has nothing of the kind.
fn auth_was_seen(mail: &Mail) -> bool {
    [&mail.auth.dmarc, &mail.auth.dkim, &mail.auth.spf].iter().any(|result| result.is_some())
}

/// A name may show another address than the real one, or Amazon's name in other letters.
fn shown_name(mail: &Mail, reasons: &mut Reasons) {
    let name = &mail.from_name;
    if let Some(shown) = domain_of(name)
        && domain_of(&mail.from_address).is_none_or(|real| registered(&real) != registered(&shown))
    {
        // Groups and lists write `name via list`; then the name is the real sender's.
        let passed_on = mail.auth.forwarded || name.to_lowercase().contains(" via ");
        let weight = if passed_on { Weight::Doubt } else { Weight::Danger };
        reasons.add("name-shows-address", weight, [("name", name.clone())]);
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
    // A mailing list and a forwarding service break these too.
    let weight = if is_own && !auth.forwarded { Weight::Danger } else { Weight::Doubt };
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
