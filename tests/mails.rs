//! Mails as people drop them: judged by what they are, with everything else in the report untouched.

#![expect(clippy::expect_used, reason = "tests fail by it")]

use mioboe_engine::{MailReport, Report, Request, analyze};
use mioboe_tests::entries;

const ORDERS: &str = "\
ASIN,Carrier Name & Tracking Number,Currency,Order Date,Order ID,Order Status,Product Name,Quantity,Ship Date,Shipping Charge,Total Owed,Unit Price,Website
B000000001,,JPY,2026-10-03T00:00:00Z,250-0000001-0000001,Closed,Mihon kettle,1,2026-10-03T05:00:00Z,0,3980,3980,Amazon.co.jp
";

fn request() -> Request {
    Request {
        today: "2026-11-22".to_owned(),
        utc_offset: "+09:00".to_owned(),
        region: "jp".to_owned(),
        household: Vec::new(),
        answers: Vec::new(),
        salt: String::new(),
        tables: Vec::new(),
        entered: Vec::new(),
    }
}

fn file(name: &str) -> Vec<u8> {
    let path = entries("mails").into_iter().find(|path| path.ends_with(name)).expect("a fixture");
    std::fs::read(path).expect("a fixture")
}

fn read(name: &str, request: Request) -> Report {
    analyze(request, [(name, file(name).as_slice())]).expect("a good request")
}

fn mail(name: &str) -> MailReport {
    let mut report = read(name, request());
    assert_eq!(report.sources.first().map(|source| source.kind.as_str()), Some("mail"));
    report.mails.pop().expect("a mail")
}

#[track_caller]
fn check(name: &str, verdict: &str, reasons: &[&str]) {
    let mail = mail(name);
    let found: Vec<&str> = mail.reasons.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!((mail.verdict.as_str(), found), (verdict, reasons.to_vec()));
}

#[test]
fn a_mail_like_amazons_has_nothing_against_it() {
    check(
        "genuine-like-ja.eml",
        "genuine-looking",
        &["order-not-checked", "sender-known", "auth-passed", "link-known"],
    );
}

#[test]
fn a_saved_mail_without_a_record_stays_doubtful() {
    check(
        "doubtful-en.eml",
        "doubtful",
        &["auth-absent", "link-shortened", "order-not-checked", "sender-known"],
    );
}

#[test]
fn false_mails_are_dangerous_in_both_languages() {
    check(
        "dangerous-ja.eml",
        "dangerous",
        &[
            "sender-look-alike",
            "link-text-differs",
            "link-look-alike",
            "wording-secrets",
            "attachment-program",
            "reply-elsewhere",
            "auth-other-domain",
            "wording-urgent",
        ],
    );
    check(
        "dangerous-en.eml",
        "dangerous",
        &["auth-failed", "link-number", "wording-secrets", "wording-urgent", "sender-known"],
    );
}

#[test]
fn what_was_copied_of_a_mail_is_judged_as_far_as_it_goes() {
    let mail = mail("pasted-ja.txt");
    assert_eq!(mail.verdict, "dangerous");
    assert_eq!(
        (mail.from_address.as_str(), mail.subject.as_str()),
        ("info@prime-mihon.top", "プライム会費のお支払い方法に問題があります")
    );
    assert!(mail.reasons.iter().any(|reason| reason.code == "auth-absent"));
}

#[test]
fn no_link_of_any_mail_can_be_followed() {
    for name in
        ["genuine-like-ja.eml", "doubtful-en.eml", "dangerous-ja.eml", "dangerous-en.eml", "pasted-ja.txt"]
    {
        let mail = mail(name);
        assert!(!mail.links.is_empty(), "{name}");
        for link in &mail.links {
            assert!(!link.target.contains("http") && link.target.contains("[.]"), "{}", link.target);
        }
    }
}

#[test]
fn an_order_number_is_looked_up_in_the_order_files() {
    let code = |name: &str| {
        let files = [(name, file(name)), ("Order History.csv", ORDERS.as_bytes().to_vec())];
        let files = files.iter().map(|(name, bytes)| (*name, bytes.as_slice()));
        let report = analyze(request(), files).expect("a good request");
        let reasons = report.mails.first().expect("a mail").reasons.iter();
        reasons.map(|reason| reason.code.clone()).find(|code| code.starts_with("order-"))
    };
    assert_eq!(code("genuine-like-ja.eml").as_deref(), Some("order-known"));
    assert_eq!(code("doubtful-en.eml").as_deref(), Some("order-unknown"));
}

#[test]
fn what_was_entered_brings_the_security_steps_first() {
    let quiet = read("dangerous-ja.eml", request());
    assert!(quiet.findings.iter().any(|finding| finding.rule == "mail-dangerous"));
    let entered = quiet.mails.iter().map(|mail| mail.id.clone()).collect();
    let report = read("dangerous-ja.eml", Request { entered, ..request() });
    assert_eq!(report.findings.first().map(|finding| finding.rule.as_str()), Some("mail-entered"));
    let first: Vec<&str> = report.next_steps.iter().take(2).map(|step| step.step.as_str()).collect();
    assert_eq!(first, ["change-password", "enable-two-step"]);
    assert!(report.next_steps.iter().any(|step| step.step == "contact-card-issuer" && step.when == "now"));
}

#[test]
fn a_mail_explains_no_charge() {
    let statement = "Date,Merchant,Amount\n2026-10-03,AMAZON.CO.JP,3980\n";
    let alone = analyze(request(), [("a.csv", statement.as_bytes())]).expect("a good request");
    let mail = file("genuine-like-ja.eml");
    let both = analyze(request(), [("a.csv", statement.as_bytes()), ("a.eml", mail.as_slice())])
        .expect("a good request");
    assert_eq!(alone.charges, both.charges);
}
