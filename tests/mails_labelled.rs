//! Mails of which it is known whether they are genuine: what is said of each, and the figures of all. All are invented.

#![expect(clippy::expect_used, reason = "tests fail by it")]

use std::collections::BTreeMap;

use mioboe_engine::analyze;
use mioboe_tests::request;

/// What the person's own mail service wrote down.
#[derive(Clone, Copy)]
enum Found {
    /// Confirmed for the sender's own domain.
    Pass,
    Fail,
    /// The mail was saved without its headers.
    Nothing,
    /// It went through a list, which breaks the check.
    Forwarded,
}

struct Labelled {
    name: String,
    address: String,
    subject: String,
    body: String,
    found: Found,
}

fn mail(name: &str, address: &str, subject: &str, body: &str, found: Found) -> Labelled {
    Labelled { name: name.into(), address: address.into(), subject: subject.into(), body: body.into(), found }
}

impl Labelled {
    fn bytes(&self) -> Vec<u8> {
        let domain = self.address.rsplit('@').next().expect("an address");
        let record = |result: &str| {
            format!(
                "Received: from out.{domain} by mx1.mihon-mail.jp with ESMTPS; Tue, 3 Nov 2026 09:00:01 +0900\r\n\
                 Authentication-Results: mx1.mihon-mail.jp; dkim={result} header.d={domain}; dmarc={result}\r\n"
            )
        };
        let head = match self.found {
            Found::Pass => record("pass"),
            Found::Fail => record("fail"),
            Found::Nothing => String::new(),
            Found::Forwarded => format!("{}List-Id: <family.mihon-mail.jp>\r\n", record("fail")),
        };
        format!(
            "{head}From: \"{}\" <{}>\r\nTo: hanako@mihon-mail.jp\r\nSubject: {}\r\nDate: Tue, 3 Nov 2026 09:00:00 +0900\r\n\
             MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body>{}</body></html>\r\n",
            self.name, self.address, self.subject, self.body
        )
        .into_bytes()
    }
}

fn link(text: &str, target: &str) -> String {
    format!("<p><a href=\"{target}\">{text}</a></p>")
}

fn genuine() -> Vec<Labelled> {
    let mut all = Vec::new();
    for (domain, subject) in [
        ("amazon.co.jp", "ご注文の確認"),
        ("amazon.com", "Ordered: a cup"),
        ("amazon.co.uk", "Your Amazon.co.uk order has been dispatched"),
        ("amazon.de", "Ihre Bestellung wurde versandt"),
        ("amazon.fr", "Votre commande"),
        ("amazon.it", "Il tuo ordine"),
        ("amazon.es", "Pedido: una taza"),
        ("amazon.ca", "Your order"),
        ("amazon.com.au", "Your order"),
        ("amazon.in", "Your order"),
        ("amazon.com.br", "Seu pedido"),
        ("amazon.com.mx", "Tu pedido"),
        ("amazon.nl", "Je bestelling"),
        ("amazon.se", "Din beställning"),
        ("amazon.pl", "Twoje zamówienie"),
        ("amazon.com.be", "Your order"),
        ("amazon.ae", "Your order"),
        ("amazon.sa", "Your order"),
        ("amazon.eg", "Your order"),
        ("amazon.sg", "Your order"),
        ("amazon.com.tr", "Siparişiniz"),
    ] {
        let page = format!("https://www.{domain}/gp/css/order-history");
        all.push(mail(
            "Amazon",
            &format!("auto-confirm@{domain}"),
            subject,
            &link(&format!("www.{domain}"), &page),
            Found::Pass,
        ));
    }
    let passed = |name, address, subject, body: String| mail(name, address, subject, &body, Found::Pass);
    all.extend([
        passed("Audible", "do-not-reply@audible.com", "Your Audible membership", link("Account", "https://www.audible.com/account")),
        passed("Prime Video", "no-reply@primevideo.com", "Your rental", link("Watch", "https://www.primevideo.com/x")),
        passed("Amazon.co.jp", "no-reply@amazon.co.jp", "返金のお知らせ", "<p>返金額: ￥3,980</p>".to_owned()),
        passed("Amazon.com", "return@amazon.com", "Your refund was issued", "<p>Total refund $16.99^</p>".to_owned()),
        passed("Amazon.co.jp", "order-update@amazon.co.jp", "ご注文のキャンセル", "<p>ご注文はキャンセルされました。</p>".to_owned()),
        passed("Amazon.co.jp", "account-update@amazon.co.jp", "お支払い方法の確認", "<p>お支払い方法をご確認ください。至急お手続きください。</p>".to_owned()),
        passed("三井住友カード", "statement@vpass.ne.jp", "ご利用のお知らせ【三井住友カード】", format!("<p>◇利用日：2026/11/03 12:34<br>◇利用先：AMAZON.CO.JP<br>◇利用金額：3,980円</p>{}", link("https://www5.smbc-card.com/", "https://click.contact.vpass.ne.jp/?q=1"))),
        passed("楽天カード", "info@mail.rakuten-card.co.jp", "カード利用のお知らせ(本人ご利用分)", "<p>■利用日: 2026/11/03<br>■利用先: AMAZON.CO.JP<br>■利用金額: 3,980 円</p>".to_owned()),
        passed("JCB Webmaster", "mail@qa.jcb.co.jp", "JCBカード／ショッピングご利用のお知らせ", "<p>【ご利用日時(日本時間)】 2026/11/03 11:57<br>【ご利用金額】 390円<br>【ご利用先】 アマゾン</p>".to_owned()),
        passed("PayPayカード", "paypaycard-info@mail.paypay-card.co.jp", "PayPayカード（JCB）利用速報", "<p>AMAZON.CO.JP<br>2026年11月3日 18:21<br>3,980円</p>".to_owned()),
        passed("ビューカード", "viewcard@mail.viewsnet.jp", "ビューカードご利用情報のお知らせ", "<p>利用加盟店：AMAZON.CO.JP</p>".to_owned()),
        passed("ポケットカード", "announce@pinf.pocketcard.co.jp", "カード利用のお知らせ", "<p>■ご利用先 Mastercard加盟店</p>".to_owned()),
        passed("エポスカード", "info@01epos.jp", "カードご利用のお知らせ", "<p>ご利用先：AMAZON.CO.JP</p>".to_owned()),
        passed("イオンカード", "statement@email.aeon.co.jp", "ご請求額のお知らせ", "<p>利用停止の際はお電話ください。AMAZON</p>".to_owned()),
        passed("セゾンカード", "express@mail.saisoncard.co.jp", "お支払金額のお知らせ", "<p>AMAZON.CO.JP ほか</p>".to_owned()),
        passed("au PAY カード", "info@kddi-fs.com", "【ご利用詳細】au PAY カード", "<p>▼ご利用先 AMAZON.CO.JP</p>".to_owned()),
        passed("三菱UFJカード", "notice@cr.mufg.jp", "ご請求額確定のお知らせ", "<p>AMAZON</p>".to_owned()),
        passed("住信SBIネット銀行", "post_master@netbk.co.jp", "【デビットカード】ご利用のお知らせ", "<p>利用加盟店：AMAZON.CO.JP</p>".to_owned()),
        passed("ソニー銀行", "banking@ma.sonybank.jp", "ご利用のお知らせ", "<p>AMAZON.CO.JP</p>".to_owned()),
        passed("Paidy", "noreply@paidy.com", "ご利用確定のお知らせ", "<p>Amazon.co.jp 600円</p>".to_owned()),
        passed("Chase", "no.reply.alerts@chase.com", "Your $42.99 transaction with AMZN Mktp US", "<p>You made a $42.99 transaction with AMZN Mktp US on Nov 3, 2026</p>".to_owned()),
        passed("American Express", "AmericanExpress@welcome.americanexpress.com", "Large Purchase Approved", "<p>AMAZON.COM $42.99*</p>".to_owned()),
        passed("Capital One", "capitalone@notification.capitalone.com", "A new transaction was charged to your account", "<p>at AMAZON, act now if you do not know it</p>".to_owned()),
        passed("Discover Card", "discover@services.discover.com", "Transaction Alert", "<p>Merchant: AMAZON.COM</p>".to_owned()),
        passed("Bank of America", "onlinebanking@ealerts.bankofamerica.com", "Credit card transaction exceeds alert limit you set", "<p>Where: AMAZON</p>".to_owned()),
        passed("Citi Alerts", "alerts@info6.citi.com", "A transaction was made", "<p>AMAZON $10.99</p>".to_owned()),
        passed("Mihon Price Watch", "news@mihon-prices.com", "Amazonのセール情報", link("見る", "https://www.amazon.co.jp/deals")),
        passed("見本 太郎", "taro@mihon-mail.jp", "Fwd: Amazonのこと", "<p>このAmazonの注文、知ってる？</p>".to_owned()),
        mail("Amazon.co.jp", "auto-confirm@amazon.co.jp", "ご注文の確認", "<p>ご注文ありがとうございます。</p>", Found::Nothing),
        mail("Amazon.co.jp", "auto-confirm@amazon.co.jp", "ご注文の確認", "<p>ご注文ありがとうございます。</p>", Found::Forwarded),
        mail("三井住友カード", "statement@vpass.ne.jp", "ご利用のお知らせ", "<p>◇利用先：AMAZON.CO.JP</p>", Found::Forwarded),
        mail("Chase", "no.reply.alerts@chase.com", "Your transaction", "<p>AMAZON $1.00</p>", Found::Nothing),
    ]);
    all
}

fn falses() -> Vec<Labelled> {
    let mut all = Vec::new();
    let pressing = [
        ("プライム会費のお支払い方法に問題があります", "<p>24時間以内にカード情報を更新してください。</p>"),
        ("【重要】アカウントを停止しました", "<p>至急、パスワードを入力してご確認ください。</p>"),
        ("Your account has been suspended", "<p>Please verify your identity within 24 hours.</p>"),
        ("Unusual sign-in", "<p>Enter your card number to keep your account.</p>"),
    ];
    for domain in [
        "amazon-co-jp.top",
        "arnazon.co.jp",
        "amaz0n-security.com",
        "mihon-shop.com",
        "amazon.co.jp.mihon-shop.com",
    ] {
        for (subject, body) in pressing {
            for found in [Found::Pass, Found::Fail] {
                let page = format!("https://{domain}/login");
                let body = format!("{body}{}", link("https://www.amazon.co.jp/", &page));
                all.push(mail("Amazon.co.jp", &format!("info@{domain}"), subject, &body, found));
            }
        }
    }
    for (subject, body) in pressing {
        let body = format!("{body}{}", link("確認する", "https://bit.ly/x"));
        all.push(mail("Amazon", "auto-confirm@amazon.co.jp", subject, &body, Found::Fail));
        all.push(mail("三井住友カード", "info@vpass-mihon.com", subject, &body, Found::Fail));
        all.push(mail("楽天カード", "info@rakuten-mihon.top", subject, &body, Found::Nothing));
        all.push(mail("Chase Bank", "alerts@chase-mihon.com", subject, &body, Found::Pass));
        all.push(mail("Paidy", "info@paidy-mihon.com", subject, &body, Found::Pass));
        all.push(mail("", "hanako@mihon-mail.jp", subject, &format!("<p>Amazon</p>{body}"), Found::Nothing));
    }
    all
}

fn verdicts(mails: &[Labelled]) -> BTreeMap<String, Vec<String>> {
    let mut said = BTreeMap::<String, Vec<String>>::new();
    for mail in mails {
        let bytes = mail.bytes();
        let report = analyze(request("2026-11-22"), [("a.eml", bytes.as_slice())]).expect("a good request");
        let judged = report.mails.first().expect("a mail");
        let reasons: Vec<&str> = judged.reasons.iter().map(|reason| reason.code.as_str()).collect();
        said.entry(judged.verdict.clone())
            .or_default()
            .push(format!("{} <{}> {}: {reasons:?}", mail.name, mail.address, mail.subject));
    }
    said
}

#[test]
fn dangerous_is_never_said_of_genuine_nor_genuine_looking_of_false_mails() {
    let (genuine, falses) = (genuine(), falses());
    assert!(40 <= genuine.len() && 40 <= falses.len());
    for (what, mails, never) in [("genuine", &genuine, "dangerous"), ("false", &falses, "genuine-looking")] {
        let said = verdicts(mails);
        let figures: Vec<String> = ["genuine-looking", "doubtful", "dangerous"]
            .iter()
            .map(|verdict| format!("{verdict} {}", said.get(*verdict).map_or(0, Vec::len)))
            .collect();
        println!("{} {what} mails: {}", mails.len(), figures.join(", "));
        assert_eq!(said.get(never), None);
        // Saying nothing of any is no way out.
        let best = if what == "genuine" { "genuine-looking" } else { "dangerous" };
        assert!(mails.len() * 6 < said.get(best).map_or(0, Vec::len) * 10, "{said:#?}");
    }
}

#[test]
fn a_notice_in_a_mail_is_a_charge_unless_the_mail_is_dangerous() {
    let text =
        "<p>◇利用日：2026/11/03 12:34<br>◇利用先：AMAZON.CO.JP<br>◇利用取引：買物<br>◇利用金額：3,980円</p>";
    let read = |mail: &Labelled| {
        let bytes = mail.bytes();
        let report = analyze(request("2026-11-22"), [("a.eml", bytes.as_slice())]).expect("a good request");
        let charges: Vec<String> = report
            .charges
            .iter()
            .map(|charge| {
                format!("{} {} {}", charge.date.clone().unwrap_or_default(), charge.amount, charge.merchant)
            })
            .collect();
        (charges, report.sources.first().map_or(0, |source| source.rows_to_confirm.len()))
    };
    let genuine = mail("三井住友カード", "statement@vpass.ne.jp", "ご利用のお知らせ", text, Found::Pass);
    assert_eq!(read(&genuine), (vec!["2026-11-03 3980 AMAZON.CO.JP".to_owned()], 0));
    let forged = format!(
        "{text}<p>至急、パスワードを入力してください。</p>{}",
        link("https://www.vpass.ne.jp/", "https://mihon-shop.com/")
    );
    let forged = mail("三井住友カード", "info@mihon-shop.com", "ご利用のお知らせ", &forged, Found::Fail);
    assert_eq!(read(&forged), (Vec::new(), 1));
}
