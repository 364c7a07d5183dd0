//! Each reason in both directions, over mails that differ from a good one in a single thing.

use std::collections::BTreeSet;

use mioboe_model::{Mail, MailAuth, MailLink, MailVerdict, OrderId, Place, SourceId};

use crate::{Judgement, Orders, REASONS, Weight, judge};

/// As Amazon's mails are, as far as is known: a listed sender, confirmed, with links to Amazon's own site.
fn good() -> Mail {
    Mail {
        place: Place::line(SourceId(0), 1),
        date: None,
        from_name: "Amazon.co.jp".to_owned(),
        from_address: "auto-confirm@amazon.co.jp".to_owned(),
        reply_to: None,
        return_path: None,
        subject: "注文の確認".to_owned(),
        auth: MailAuth {
            server: Some("mx.mihon.example".to_owned()),
            receivers: vec!["mx1.mihon.example".to_owned()],
            dmarc: Some("pass".to_owned()),
            ..MailAuth::default()
        },
        links: vec![link("注文の詳細", "https://www.amazon.co.jp/orders")],
        attachments: Vec::new(),
        order_ids: Vec::new(),
        text: "ご注文ありがとうございます。".to_owned(),
        verdict: None,
        notice: None,
        entered: false,
    }
}

fn link(text: &str, target: &str) -> MailLink {
    MailLink { text: text.to_owned(), target: target.to_owned() }
}

fn judged(change: impl FnOnce(&mut Mail)) -> Judgement {
    let mut mail = good();
    change(&mut mail);
    let judgement = judge(&mail, Orders::NotGiven);
    for reason in &judgement.reasons {
        assert!(REASONS.contains(&reason.code), "{}", reason.code);
    }
    judgement
}

#[track_caller]
fn check(change: impl FnOnce(&mut Mail), code: &str, weight: Weight, verdict: MailVerdict) {
    let judgement = judged(change);
    let reason = judgement.reasons.iter().find(|reason| reason.code == code);
    assert_eq!(reason.map(|reason| reason.weight), Some(weight), "{judgement:#?}");
    assert_eq!(judgement.verdict, verdict, "{judgement:#?}");
}

#[track_caller]
fn quiet(change: impl FnOnce(&mut Mail), code: &str) {
    let judgement = judged(change);
    assert!(judgement.reasons.iter().all(|reason| reason.code != code), "{judgement:#?}");
}

const GENUINE: MailVerdict = MailVerdict::GenuineLooking;
const DOUBTFUL: MailVerdict = MailVerdict::Doubtful;
const DANGEROUS: MailVerdict = MailVerdict::Dangerous;

#[test]
fn nothing_speaks_against_a_mail_like_amazons() {
    check(|_| {}, "sender-known", Weight::For, GENUINE);
    check(|_| {}, "auth-passed", Weight::For, GENUINE);
    check(|_| {}, "link-known", Weight::For, GENUINE);
}

fn from(address: &'static str) -> impl Fn(&mut Mail) {
    move |mail| address.clone_into(&mut mail.from_address)
}

fn unconfirmed(address: &'static str, text: &'static str) -> impl Fn(&mut Mail) {
    move |mail| {
        address.clone_into(&mut mail.from_address);
        text.clone_into(&mut mail.text);
        mail.auth = MailAuth::default();
    }
}

fn pressing(address: &'static str) -> impl Fn(&mut Mail) {
    move |mail| {
        address.clone_into(&mut mail.from_address);
        "24時間以内にご確認ください。".clone_into(&mut mail.text);
    }
}

#[test]
fn the_sender_is_told_by_the_domain_and_not_by_the_name() {
    check(from("info@mihon.example"), "sender-missing", Weight::Doubt, DOUBTFUL);
    // Confirmed, and not known: the name alone is no danger.
    check(from("info@mihon-shop.com"), "sender-unknown", Weight::Doubt, DOUBTFUL);
    check(unconfirmed("info@mihon-shop.com", ""), "sender-other", Weight::Danger, DANGEROUS);
    check(pressing("info@mihon-shop.com"), "sender-other", Weight::Danger, DANGEROUS);
    check(from("info@amazon-co-jp.com"), "sender-look-alike", Weight::Danger, DANGEROUS);
    check(from("info@amazon.co.jp.mihon-shop.com"), "sender-look-alike", Weight::Danger, DANGEROUS);
    check(from("info@arnazon.co.jp"), "sender-look-alike", Weight::Danger, DANGEROUS);
    check(from("info@amaz0n.jp"), "sender-look-alike", Weight::Danger, DANGEROUS);
    check(from("info@xn--mazon-3ve.com"), "sender-look-alike", Weight::Danger, DANGEROUS);
    check(from("info@mihon.amazon.co.jp"), "sender-unlisted", Weight::Doubt, DOUBTFUL);
    check(from(""), "sender-missing", Weight::Doubt, DOUBTFUL);
    check(from("order@email.amazon.com"), "sender-known", Weight::For, GENUINE);
}

#[test]
fn names_that_pretend_are_told() {
    let named = |name: &'static str| move |mail: &mut Mail| name.clone_into(&mut mail.from_name);
    check(named("support@amazon.com"), "name-shows-address", Weight::Danger, DANGEROUS);
    check(named("\u{410}mazon"), "name-look-alike", Weight::Danger, DANGEROUS);
    check(named("Arnazon.co.jp"), "name-look-alike", Weight::Danger, DANGEROUS);
    for name in ["Amazon.co.jp", "Ａｍａｚｏｎ", "auto-confirm@amazon.co.jp", "見本 花子", ""] {
        quiet(named(name), "name-look-alike");
        quiet(named(name), "name-shows-address");
    }
}

#[test]
fn answers_to_somebody_else_are_told() {
    let reply = |to: &'static str| move |mail: &mut Mail| mail.reply_to = Some(to.to_owned());
    check(reply("x@mihon-shop.com"), "reply-elsewhere", Weight::Doubt, DOUBTFUL);
    quiet(reply("other@marketplace.amazon.co.jp"), "reply-elsewhere");
}

#[test]
fn only_results_of_the_persons_own_service_count() {
    let auth = |change: fn(&mut MailAuth)| move |mail: &mut Mail| change(&mut mail.auth);
    check(auth(|auth| *auth = MailAuth::default()), "auth-absent", Weight::Doubt, DOUBTFUL);
    check(auth(|auth| auth.server = Some("mx.liar-shop.com".into())), "auth-unsure", Weight::Doubt, DOUBTFUL);
    check(auth(|auth| auth.receivers.clear()), "auth-unsure", Weight::Doubt, DOUBTFUL);
    check(auth(|auth| auth.server = None), "auth-unsure", Weight::Doubt, DOUBTFUL);
    check(auth(|auth| auth.dmarc = Some("fail".into())), "auth-failed", Weight::Danger, DANGEROUS);
    check(
        auth(|auth| (auth.server, auth.receivers) = (None, vec!["a.b.prod.outlook.com".into()])),
        "auth-passed",
        Weight::For,
        GENUINE,
    );
}

#[test]
fn without_dmarc_the_confirmed_domain_must_be_the_senders() {
    let signed = |domain: &'static str| {
        move |mail: &mut Mail| {
            (mail.auth.dmarc, mail.auth.dkim) = (None, Some("pass".to_owned()));
            mail.auth.dkim_domain = Some(domain.to_owned());
        }
    };
    check(signed("amazon.co.jp"), "auth-passed", Weight::For, GENUINE);
    check(signed("mihon-shop.com"), "auth-other-domain", Weight::Doubt, DOUBTFUL);
    let sent = |domain: &'static str, result: &'static str| {
        move |mail: &mut Mail| {
            (mail.auth.dmarc, mail.auth.spf) = (None, Some(result.to_owned()));
            mail.auth.spf_domain = Some(domain.to_owned());
        }
    };
    check(sent("bounces.amazon.co.jp", "pass"), "auth-passed", Weight::For, GENUINE);
    check(sent("amazon.co.jp", "softfail"), "auth-failed", Weight::Danger, DANGEROUS);
}

#[test]
fn links_are_told_by_where_they_lead() {
    let leads = |text: &'static str, target: &'static str| {
        move |mail: &mut Mail| mail.links = vec![link(text, target)]
    };
    for (text, target, code, weight, verdict) in [
        ("確認する", "https://mihon-shop.com/a", "link-elsewhere", Weight::Doubt, DOUBTFUL),
        (
            "https://www.amazon.co.jp/",
            "https://mihon-shop.com/",
            "link-text-differs",
            Weight::Danger,
            DANGEROUS,
        ),
        ("amazon.co.jp", "https://mihon-shop.com/", "link-text-differs", Weight::Danger, DANGEROUS),
        ("x", "https://www.amazon.co.jp.mihon-shop.com/", "link-look-alike", Weight::Danger, DANGEROUS),
        ("x", "https://\u{430}mazon.com/", "link-look-alike", Weight::Danger, DANGEROUS),
        ("x", "https://xn--wgv71a.jp/", "link-punycode", Weight::Doubt, DOUBTFUL),
        ("x", "http://192.0.2.1/amazon.co.jp/", "link-number", Weight::Danger, DANGEROUS),
        ("x", "http://3221225985/", "link-number", Weight::Danger, DANGEROUS),
        ("x", "https://www.amazon.co.jp@mihon-shop.com/", "link-user-name", Weight::Danger, DANGEROUS),
        ("x", "https://bit.ly/abc", "link-shortened", Weight::Doubt, DOUBTFUL),
        ("x", "https://amzn.asia/d/abc", "link-shortened", Weight::Doubt, DOUBTFUL),
        ("x", "javascript:alert(1)", "link-script", Weight::Danger, DANGEROUS),
        ("x", "https:\\\\mihon-shop.com\\a", "link-elsewhere", Weight::Doubt, DOUBTFUL),
    ] {
        check(leads(text, target), code, weight, verdict);
    }
    for (text, target) in [
        ("https://amazon.co.jp/x", "https://www.amazon.co.jp/gp/x"),
        ("明細.pdf", "https://www.amazon.co.jp/x"),
        ("www.amazon.co.jp", "https://pay.amazon.co.jp/"),
    ] {
        quiet(leads(text, target), "link-text-differs");
        check(leads(text, target), "link-known", Weight::For, GENUINE);
    }
    for (target, weight) in [
        ("//mihon-shop.com/a", Weight::Doubt),
        ("\\\\mihon-shop.com\\a", Weight::Doubt),
        ("//amazon-mihon.top/", Weight::Danger),
        ("blob:https://mihon-shop.com/1", Weight::Danger),
        ("intent://mihon-shop.com#Intent;scheme=https;end", Weight::Danger),
        ("ms-settings:x", Weight::Danger),
        ("ftp://mihon-shop.com/a", Weight::Doubt),
        (" java\tscript:alert(1)", Weight::Danger),
    ] {
        let judgement = judged(leads("x", target));
        assert_eq!(judgement.links.first().map(|link| link.weight), Some(weight), "{target}");
        assert!(!judgement.links[0].target.contains("http"), "{}", judgement.links[0].target);
    }
    for target in ["mailto:x@mihon-shop.com", "#top", "tel:0"] {
        assert!(judged(leads("x", target)).links.is_empty(), "{target}");
    }
}

#[test]
fn links_are_shown_so_that_nothing_opens_them() {
    for (target, expect) in [
        ("https://login.mihon-shop.com/a.html?x=1", "hxxps://login[.]mihon-shop[.]com/a[.]html"),
        ("HTTP://3221225985/", "hxxp://192[.]0[.]2[.]1"),
        ("https://www.amazon.co.jp@mihon-shop.com/", "hxxps://www[.]amazon[.]co[.]jp@mihon-shop[.]com"),
        ("https://\u{430}mazon.com/", "hxxps://xn--mazon-3ve[.]com"),
    ] {
        let judgement = judged(|mail| mail.links = vec![link("x", target)]);
        assert_eq!(judgement.links[0].target, expect);
    }
}

#[test]
fn words_that_press_or_ask_are_told() {
    let says = |text: &'static str| move |mail: &mut Mail| text.clone_into(&mut mail.text);
    let alone = |text: &'static str| {
        move |mail: &mut Mail| {
            text.clone_into(&mut mail.text);
            mail.auth = MailAuth::default();
        }
    };
    check(says("24時間以内にご確認ください。"), "wording-urgent", Weight::Note, GENUINE);
    check(alone("２４時間以内にご確認ください。"), "wording-urgent", Weight::Doubt, DOUBTFUL);
    check(alone("Your account has been suspended."), "wording-urgent", Weight::Doubt, DOUBTFUL);
    check(says("カード番号を入力してください。"), "wording-secrets", Weight::Doubt, DOUBTFUL);
    check(alone("カード番号を入力してください。"), "wording-secrets", Weight::Danger, DANGEROUS);
    check(alone("Please enter your card number."), "wording-secrets", Weight::Danger, DANGEROUS);
    check(
        alone("ギフト券を購入して、番号をお知らせください。"),
        "wording-gift-cards",
        Weight::Danger,
        DANGEROUS,
    );
    for text in [
        "メールでカード番号の入力をお願いすることはありません。",
        "We will never ask you to enter your password.",
        "パスワードを変更しました。\nカードで支払われました。入力",
    ] {
        quiet(alone(text), "wording-secrets");
    }
    quiet(says("ご注文の品を発送しました。"), "wording-urgent");
}

#[test]
fn attachments_that_run_are_dangerous() {
    let with = |name: &'static str| move |mail: &mut Mail| mail.attachments = vec![name.to_owned()];
    check(with("請求書.html"), "attachment-program", Weight::Danger, DANGEROUS);
    check(with("invoice.pdf.EXE"), "attachment-program", Weight::Danger, DANGEROUS);
    check(with("invoice.zip"), "attachment-packed", Weight::Doubt, DOUBTFUL);
    for name in ["invoice.pdf", "photo.jpg", "html", ""] {
        quiet(with(name), "attachment-program");
        quiet(with(name), "attachment-packed");
    }
}

#[test]
fn order_numbers_are_looked_up_in_the_persons_own_files() {
    let order = OrderId::parse("250-0000001-0000001").unwrap();
    let known = BTreeSet::from([&order]);
    let mut mail = good();
    mail.order_ids = vec![order];
    let code = |mail: &Mail, orders| {
        let judgement = judge(mail, orders);
        let code = judgement.reasons.iter().map(|reason| reason.code).find(|code| code.starts_with("order-"));
        (code, judgement.verdict)
    };
    assert_eq!(code(&mail, Orders::Known(&known)), (Some("order-known"), GENUINE));
    assert_eq!(code(&mail, Orders::NotGiven), (Some("order-not-checked"), GENUINE));
    mail.order_ids.push(OrderId::parse("250-0000009-0000009").unwrap());
    assert_eq!(code(&mail, Orders::Known(&known)), (Some("order-unknown"), DOUBTFUL));
    assert_eq!(code(&good(), Orders::Known(&known)), (None, GENUINE));
}

#[test]
fn a_mail_of_somebody_else_is_not_judged_as_amazons() {
    let other = |mail: &mut Mail| {
        *mail = Mail { from_name: String::new(), subject: "こんにちは".into(), ..good() };
        "a@mihon-shop.com".clone_into(&mut mail.from_address);
        mail.links = vec![link("x", "https://mihon-shop.com/")];
    };
    check(other, "not-about-amazon", Weight::Note, DOUBTFUL);
    quiet(other, "sender-other");
    check(other, "link-elsewhere", Weight::Note, DOUBTFUL);
}

#[test]
fn the_facts_have_a_source_and_a_date() {
    let file: toml::Table = toml::from_str(include_str!("../data/domains.toml")).unwrap();
    for list in ["sender", "link", "unsure"] {
        for row in file[list].as_array().unwrap() {
            assert!(!row["source"].as_str().unwrap().is_empty());
            assert!(["A", "B"].contains(&row["grade"].as_str().unwrap()));
            assert!(row["date"].as_str().unwrap().parse::<chrono::NaiveDate>().is_ok());
            for domain in row["domains"].as_array().unwrap() {
                let domain = domain.as_str().unwrap();
                assert!(crate::address::is_host(domain) && domain.to_ascii_lowercase() == domain, "{domain}");
            }
        }
    }
}

#[test]
fn an_issuers_notice_that_passed_is_no_danger() {
    let notice = |mail: &mut Mail| {
        "三井住友カード".clone_into(&mut mail.from_name);
        "statement@vpass.ne.jp".clone_into(&mut mail.from_address);
        "ご利用のお知らせ".clone_into(&mut mail.subject);
        "◇利用先：AMAZON.CO.JP 利用停止をご希望の場合は".clone_into(&mut mail.text);
        mail.links = vec![link("https://www5.smbc-card.com/", "https://click.contact.vpass.ne.jp/?x=1")];
    };
    check(notice, "sender-known", Weight::For, GENUINE);
    quiet(notice, "link-text-differs");
    quiet(notice, "link-elsewhere");
    // The same words from elsewhere.
    let forged = move |mail: &mut Mail| {
        notice(mail);
        "info@mihon-shop.com".clone_into(&mut mail.from_address);
        mail.auth.dmarc = Some("fail".into());
    };
    check(forged, "name-of-issuer", Weight::Danger, DANGEROUS);
}

#[test]
fn amazon_writes_from_its_own_domains_in_all_countries() {
    for domain in [
        "amazon.de",
        "amazon.co.uk",
        "amazon.com.au",
        "amazon.com.be",
        "audible.co.uk",
        "primevideo.com",
        "marketplace.amazon.it",
    ] {
        let mail = judged(|mail| mail.from_address = format!("auto-confirm@{domain}"));
        assert_eq!(mail.verdict, GENUINE, "{domain}: {mail:#?}");
    }
    // Anybody can send from there.
    let open = judged(|mail| "no-reply@sns.amazonaws.com".clone_into(&mut mail.from_address));
    assert_eq!(open.verdict, DOUBTFUL, "{open:#?}");
}

#[test]
fn a_mail_that_was_passed_on_is_read_as_that() {
    let listed = |mail: &mut Mail| {
        "'auto-confirm@amazon.co.jp' via Mihon family".clone_into(&mut mail.from_name);
        "family@mihon-shop.com".clone_into(&mut mail.from_address);
        mail.auth.forwarded = true;
    };
    check(listed, "forwarded", Weight::Note, DOUBTFUL);
    quiet(listed, "sender-other");
    check(
        |mail| (mail.auth.forwarded, mail.auth.dmarc) = (true, Some("fail".into())),
        "auth-failed",
        Weight::Doubt,
        DOUBTFUL,
    );
}
