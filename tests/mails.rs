//! Mails as people drop them: judged by what they are, with everything else in the report untouched.

#![expect(clippy::expect_used, reason = "tests fail by it")]

use mioboe_engine::{MailReport, Report, Request, analyze};
use mioboe_tests::{entries, request};

const TODAY: &str = "2026-11-22";

const ORDERS: &str = "\
ASIN,Carrier Name & Tracking Number,Currency,Order Date,Order ID,Order Status,Product Name,Quantity,Ship Date,Shipping Charge,Total Owed,Unit Price,Website
B000000001,,JPY,2026-10-03T00:00:00Z,250-0000001-0000001,Closed,Mihon kettle,1,2026-10-03T05:00:00Z,0,3980,3980,Amazon.co.jp
";

fn file(name: &str) -> Vec<u8> {
    let path = entries("mails").into_iter().find(|path| path.ends_with(name)).expect("a fixture");
    std::fs::read(path).expect("a fixture")
}

fn read(name: &str, request: Request) -> Report {
    analyze(request, [(name, file(name).as_slice())]).expect("a good request")
}

fn mail(name: &str) -> MailReport {
    let mut report = read(name, request(TODAY));
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
        &["order-not-checked", "auth-passed", "sender-known", "link-known"],
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
            "auth-other-domain",
            "reply-elsewhere",
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
        // Reaches beyond the days of both mails.
        let later = ORDERS.lines().last().expect("a row").replace("-0000001,", "-0000009,");
        let orders = format!("{ORDERS}{}\n", later.replace("2026-10-03", "2026-10-20"));
        let files = [(name, file(name)), ("Order History.csv", orders.into_bytes())];
        let files = files.iter().map(|(name, bytes)| (*name, bytes.as_slice()));
        let report = analyze(request(TODAY), files).expect("a good request");
        let reasons = report.mails.first().expect("a mail").reasons.iter();
        reasons.map(|reason| reason.code.clone()).find(|code| code.starts_with("order-"))
    };
    assert_eq!(code("genuine-like-ja.eml").as_deref(), Some("order-known"));
    assert_eq!(code("doubtful-en.eml").as_deref(), Some("order-unknown"));
}

#[test]
fn what_was_entered_brings_the_security_steps_first() {
    let quiet = read("dangerous-ja.eml", request(TODAY));
    assert!(quiet.findings.iter().any(|finding| finding.rule == "mail-dangerous"));
    let entered = quiet.mails.iter().map(|mail| mail.id.clone()).collect();
    let report = read("dangerous-ja.eml", Request { entered, ..request(TODAY) });
    assert_eq!(report.findings.first().map(|finding| finding.rule.as_str()), Some("mail-entered"));
    let first: Vec<&str> = report.next_steps.iter().take(2).map(|step| step.step.as_str()).collect();
    assert_eq!(first, ["change-password", "enable-two-step"]);
    assert!(report.next_steps.iter().any(|step| step.step == "contact-card-issuer" && step.when == "now"));
}

const STATEMENT: &str = "日付,店名,利用金額,カード\n";
/// `ご注文の確認`, `返金のお知らせ`, without an order number.
const ORDERED: &str = "=?UTF-8?B?44GU5rOo5paH44Gu56K66KqN?=";
const REFUNDED: &str = "=?UTF-8?B?6L+U6YeR44Gu44GK55+l44KJ44Gb?=";

/// The mail of an order of 3,980 yen on 3 October, which looks genuine.
fn order_mail() -> String {
    String::from_utf8(file("genuine-like-ja.eml")).expect("UTF-8")
}

fn with_subject(mail: &str, subject: &str) -> String {
    let head: Vec<&str> = mail.lines().filter(|line| !line.starts_with("Subject:")).collect();
    format!("Subject: {subject}\n{}", head.join("\n"))
}

/// Each charge as `day sum verdict/cause confidence evidence`.
#[track_caller]
fn check_charges(rows: &str, mails: &[&str], more: &[(&str, &str)], expect: &[&str]) -> Report {
    let statement = format!("{STATEMENT}{rows}");
    let names = ["a.eml", "b.eml", "c.eml"];
    let mut files = vec![("a.csv", statement.as_bytes())];
    files.extend(names.into_iter().zip(mails).map(|(name, mail)| (name, mail.as_bytes())));
    files.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    let report = analyze(request(TODAY), files.clone()).expect("a good request");
    let line = |charge: &mioboe_engine::ChargeReport| {
        let is_mail = charge.evidence.iter().any(|evidence| evidence == "mail");
        format!(
            "{} {} {}/{} {}{}",
            charge.date.as_deref().unwrap_or("-"),
            charge.amount,
            charge.verdict,
            charge.cause.as_deref().unwrap_or("-"),
            charge.confidence,
            if is_mail { " mail" } else { "" }
        )
    };
    let found: Vec<String> = report.charges.iter().map(line).collect();
    assert_eq!(found, expect);
    files.reverse();
    let backwards = analyze(request(TODAY), files).expect("a good request");
    let found: Vec<String> = backwards.charges.iter().map(line).collect();
    assert_eq!(found, expect, "the order of files decides nothing");
    report
}

const ROW: &str = "2026/10/05,AMAZON.CO.JP,3980,0000\n";

#[test]
fn a_genuine_looking_mail_is_weak_evidence_of_its_order() {
    let report = check_charges(ROW, &[&order_mail()], &[], &["2026-10-05 3980 explained/order 0.55 mail"]);
    let order = report.charges.first().and_then(|charge| charge.orders.first()).expect("an order");
    assert_eq!((order.order_id.as_str(), order.source), ("250-0000001-0000001", Some(1)));
}

#[test]
fn a_mail_that_nothing_vouches_for_explains_nothing() {
    let mail = order_mail();
    let without_record: Vec<&str> = mail
        .lines()
        .filter(|line| !line.starts_with("Authentication") && !line.starts_with(" dkim"))
        .collect();
    for mail in [
        without_record.join("\n"),
        mail.replace("dkim=pass", "dkim=fail").replace("dmarc=pass", "dmarc=fail"),
        mail.replace("https://www.amazon.co.jp/", "https://amazon-mihon.top/"),
        mail.replace("auto-confirm@amazon.co.jp", "auto-confirm@amazon-mihon.jp"),
        "差出人: Amazon.co.jp <auto-confirm@amazon.co.jp>\n件名: ご注文の確認\n\n注文番号 250-0000001-0000001\n注文合計: ¥3,980\nhttps://www.amazon.co.jp/\n".to_owned(),
    ] {
        check_charges(ROW, &[&mail], &[], &["2026-10-05 3980 notCovered/- 0.50"]);
    }
}

#[test]
fn a_mail_of_another_sum_or_day_explains_nothing() {
    let mail = order_mail();
    check_charges(ROW, &[&mail.replace("3,980", "3,981")], &[], &["2026-10-05 3980 notCovered/- 0.50"]);
    for day in ["2026/09/20", "2026/11/20"] {
        let row = ROW.replace("2026/10/05", day);
        let expect = format!("{} 3980 notCovered/- 0.50", day.replace('/', "-"));
        check_charges(&row, &[&mail], &[], &[&expect]);
    }
    check_charges(&ROW.replace("AMAZON.CO.JP", "見本書店"), &[&mail], &[], &["2026-10-05 3980 other/- 0.50"]);
}

#[test]
fn a_mail_explains_one_charge() {
    let rows = format!("{ROW}{ROW}");
    let twice = ["2026-10-05 3980 explained/order 0.55 mail", "2026-10-05 3980 notCovered/- 0.50"];
    check_charges(&rows, &[&order_mail()], &[], &twice);
    // The mail of the parcel speaks of the same order.
    let sent = with_subject(&order_mail(), "=?UTF-8?B?55m66YCB5riI44G/?=");
    check_charges(&rows, &[&order_mail(), &sent], &[], &twice);
}

#[test]
fn two_mails_that_fit_as_well_are_a_question() {
    let mail = with_subject(&order_mail(), ORDERED);
    let other = mail.replace("250-0000001-0000001", "250-0000001-0000002");
    let report = check_charges(ROW, &[&mail, &other], &[], &["2026-10-05 3980 ask/ambiguous 0.27 mail"]);
    assert_eq!(report.charges.first().map(|charge| charge.alternatives.len()), Some(1));
    let both = ["2026-10-05 3980 explained/order 0.55 mail", "2026-10-05 3980 explained/order 0.55 mail"];
    check_charges(&format!("{ROW}{ROW}"), &[&mail, &other], &[], &both);
}

#[test]
fn the_order_itself_goes_before_its_mail() {
    let report = check_charges(
        ROW,
        &[&order_mail()],
        &[("Order History.csv", ORDERS)],
        &["2026-10-05 3980 explained/order 0.97"],
    );
    assert_eq!(report.mails.len(), 1);
}

#[test]
fn order_files_that_end_before_the_mail_do_not_speak_against_it() {
    let earlier =
        ORDERS.replace("250-0000001-0000001", "250-0000001-0000009").replace("2026-10-03", "2026-09-20");
    let order = [("Order History.csv", earlier.as_str())];
    check_charges(ROW, &[&order_mail()], &order, &["2026-10-05 3980 explained/order 0.55 mail"]);
    // Files that reach to its day would have the order.
    let later = earlier.replace("2026-09-20", "2026-10-20");
    let report = analyze(
        request(TODAY),
        [
            ("a.csv", format!("{STATEMENT}{ROW}").as_bytes()),
            ("a.eml", order_mail().as_bytes()),
            ("Order History.csv", later.as_bytes()),
        ],
    )
    .expect("a good request");
    assert!(report.charges.iter().all(|charge| charge.evidence.iter().all(|evidence| evidence != "mail")));
}

#[test]
fn money_back_is_explained_by_its_mail() {
    let mail = with_subject(&order_mail(), REFUNDED).replace("注文合計", "返金額");
    let row = "2026/10/09,AMAZON.CO.JP,-3980,0000\n2026/10/09,AMAZON.CO.JP,500,0000\n";
    check_charges(
        row,
        &[&mail],
        &[],
        &["2026-10-09 -3980 explained/refund 0.55 mail", "2026-10-09 500 notCovered/- 0.50"],
    );
    let ordered = with_subject(&order_mail(), ORDERED);
    check_charges(
        row,
        &[&ordered],
        &[],
        &["2026-10-09 -3980 notCovered/- 0.50", "2026-10-09 500 notCovered/- 0.50"],
    );
}
