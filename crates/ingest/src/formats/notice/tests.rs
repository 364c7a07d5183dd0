use mioboe_model::{Currency, Reading, Source, SourceId, SourceKind};

use super::{Frame, Notice};

fn frame(region: &str) -> Frame {
    let home = match region {
        "us" => Currency::USD,
        "uk" => Currency::GBP,
        "de" => Currency::EUR,
        _ => Currency::JPY,
    };
    Frame { home, today: "2026-11-22".parse().ok(), spoken: None }
}

/// Charges as `day sum currency shop`, then what is asked as `? …`.
fn read(region: &str, text: &str) -> Vec<String> {
    let (mut source, mut reading) =
        (Source::new(SourceId(0), "t.txt", SourceKind::Unreadable), Reading::default());
    if let Some(notice) = Notice::of(text, frame(region)) {
        notice.read(&mut source, &mut reading);
    }
    assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>());
    let line = |day: Option<chrono::NaiveDate>, amount: Option<mioboe_model::Money>, shop: &str| {
        let day = day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let amount =
            amount.map_or_else(|| "-".to_owned(), |sum| format!("{} {}", sum.plain(), sum.currency()));
        format!("{day} {amount} {shop}")
    };
    let charges =
        reading.charges.iter().map(|charge| line(charge.date, Some(charge.amount), &charge.merchant));
    let asked = source.asked.iter().map(|row| format!("? {}", line(row.day, row.amount, &row.merchant)));
    charges.chain(asked).collect()
}

#[track_caller]
fn check(region: &str, text: &str, expect: &[&str]) {
    assert_eq!(read(region, text), expect, "{text}");
}

#[test]
fn every_issuer_is_read_as_its_sample_says() {
    let file: toml::Table = toml::from_str(include_str!("../../../notices.toml")).unwrap();
    let issuers = file["issuer"].as_array().unwrap();
    assert!(15 < issuers.len());
    for issuer in issuers {
        let expect: Vec<&str> =
            issuer["expect"].as_array().unwrap().iter().map(|row| row.as_str().unwrap()).collect();
        let region = if expect[0].contains("USD") { "us" } else { "jp" };
        check(region, issuer["sample"].as_str().unwrap(), &expect);
        assert!(!issuer["seen"].as_str().unwrap().is_empty());
    }
}

const ONE: &str = "2026-11-03 3980 JPY AMAZON.CO.JP";

#[test]
fn an_app_shows_a_row_in_any_order() {
    for text in [
        "11月3日 AMAZON.CO.JP 3,980円",
        "AMAZON.CO.JP\n2026年11月3日 18時21分\n3,480円".replace("3,480", "3,980").as_str(),
        "2026/11/03 12:34 AMAZON.CO.JP 3,980円",
        "2026/11/03 AMAZON.CO.JP 1回払い ¥3,980",
        "AMAZON.CO.JP 3,980円 11/3 18:21",
        "¥3,980\nAMAZON.CO.JP\n11/03(火) 18:21",
        "￥３，９８０\tAMAZON.CO.JP\t２０２６／１１／０３",
        "令和8年11月3日\nAMAZON.CO.JP\n3980円",
        "R8.11.3 AMAZON.CO.JP 3,980 円",
        "AMAZON.CO.JP　　3,980円\n11月3日（火）午後6時21分",
        "11月3日\n18:21\nAMAZON.CO.JP\n3,980円",
        "11/3 AMAZON.CO.JP ¥3,980 確定",
        "2026.11.03 | AMAZON.CO.JP | JPY 3,980",
        "26/11/03 AMAZON.CO.JP 3,980円",
        "Nov 3 AMAZON.CO.JP ¥3,980",
    ] {
        check("jp", text, &[ONE]);
    }
}

#[test]
fn a_sentence_says_where_and_how_much() {
    for text in [
        "11月3日にAMAZON.CO.JPで3,980円のご利用がありました。",
        "【見本カード】11/3 18:21 AMAZON.CO.JP 3,980円のご利用がありました",
        "【d払い】AMAZON.CO.JPで3,980円のお支払いが完了しました。2026/11/03 18:21",
        "11月3日 18:21、3,980円をAMAZON.CO.JPで利用しました。",
        "ご利用のお知らせ\n11/03 18:21 3,980円(AMAZON.CO.JP)",
        "AMAZON.CO.JPにて3,980円のお支払いがありました（11月3日 18:21）",
    ] {
        check("jp", text, &[ONE]);
    }
    let dollars = "2026-11-03 42.99 USD Amazon.com";
    for text in [
        "You spent $42.99 at Amazon.com on Nov 3, 2026.",
        "A charge of $42.99 at Amazon.com was made on November 3, 2026 with your card ending in 1234.",
        "Your Sample card ending in 4242 was charged $42.99 at Amazon.com on November 3, 2026.",
        "$42.99 was authorized at Amazon.com on 11/03/2026 at 6:11 PM ET",
        "Nov 3: $42.99 purchase at Amazon.com on card ending in 1234. Available balance: $1,200.00.",
    ] {
        check("us", text, &[dollars]);
    }
    check("uk", "You spent £12.99 at Amazon\nToday at 18:21", &["2026-11-22 12.99 GBP Amazon"]);
    check("uk", "💳 £12.99 at Amazon.co.uk\nYesterday, 18:21", &["2026-11-21 12.99 GBP Amazon.co.uk"]);
    check("de", "Du hast 42,99 € bei Amazon.de bezahlt am 03.11.2026", &["2026-11-03 42.99 EUR Amazon.de"]);
    check(
        "de",
        "Amazon.de\n03.11.2026\n-42,99 €\n\nMuster Laden\n01.11.2026\n-5,00 €",
        &["2026-11-03 42.99 EUR Amazon.de", "2026-11-01 5.00 EUR Muster Laden"],
    );
}

#[test]
fn who_speaks_before_a_colon_is_no_label() {
    let one = ["2026-11-03 45.67 USD AMZN MKTPL*AB12CD"];
    for text in [
        "Chase: You made a $45.67 transaction with AMZN MKTPL*AB12CD on Nov 3, 2026 at 3:14 PM ET.",
        "Sample Bank: A charge of $45.67 at AMZN MKTPL*AB12CD was made on your card ending in 1003 on 11/03/2026",
        "Alert: A $45.67 transaction was made at AMZN MKTPL*AB12CD on card ending in 1234 on Nov 3. View details",
        "Bank: $45.67 at AMZN MKTPL*AB12CD. Nov 3, 09:41. Balance $200.10",
    ] {
        check("us", text, &one);
    }
    // What a label says stays its own.
    for text in ["Cashback: $1.20", "Fee: $3.00\nBalance: $200.10"] {
        check("us", text, &[]);
    }
}

#[test]
fn a_balance_behind_a_day_is_not_the_use() {
    check("jp", "AMAZON.CO.JP  3,980円 2026/11/03 残高 12,345円", &[ONE]);
    // One sum with a minus alone may be either.
    check("jp", "AMAZON.CO.JP  -3,980円 2026/11/03 残高 12,345円", &[&format!("? {ONE}")]);
    check("jp", "2026/11/03 残高 12,345円 AMAZON.CO.JP 3,980円", &[ONE]);
    let text = "INR 499.00 spent on Sample Card x1234 at AMAZON PAY INDIA on 13-10-2026. Avl Lmt: INR 120000";
    check("us", text, &["2026-10-13 499.00 INR AMAZON PAY INDIA"]);
}

#[test]
fn days_stand_in_the_order_of_who_writes() {
    // The sum tells where the text was written; a bank at home may tell of a purchase abroad, so that both are possible.
    for (region, text, read) in [
        (
            "us",
            "INR 499.00 spent at AMAZON PAY INDIA on 03-11-2026",
            "? 2026-11-03 499.00 INR AMAZON PAY INDIA",
        ),
        ("de", "You spent $4.99 at Amazon.com on 11/03/2026", "? 2026-11-03 4.99 USD Amazon.com"),
        ("us", "£4.99 at Amazon.co.uk on 3/11", "? 2026-11-03 4.99 GBP Amazon.co.uk"),
        ("jp", "£4.99 at Amazon.co.uk on 3/11/2026", "? 2026-11-03 4.99 GBP Amazon.co.uk"),
        ("jp", "You spent $4.99 at Amazon.com on 11/03/2026", "? 2026-11-03 4.99 USD Amazon.com"),
        ("uk", "£4.99 at Amazon.co.uk on 3/11/2026", "2026-11-03 4.99 GBP Amazon.co.uk"),
        ("us", "£4.99 at Amazon.co.uk on 13/10/2026", "2026-10-13 4.99 GBP Amazon.co.uk"),
    ] {
        check(region, text, &[read]);
    }
}

#[test]
fn a_shop_goes_without_what_is_said_around_it() {
    for (region, text, shop) in [
        (
            "de",
            "Ihre Karte wurde am 3.11.2026 um 14:02 bei AMZN MKTP DE mit 3,98 EUR belastet.",
            "AMZN MKTP DE",
        ),
        ("de", "Compra con tarjeta por 3,98 € en AMAZON ES el 03/11/2026", "AMAZON ES"),
        ("de", "Compra de 3,98 € em AMAZON ES 03/11/2026", "AMAZON ES"),
        ("de", "Paid Amazon €3,98 3.11.2026", "Amazon"),
        ("de", "確定前 AMAZON.DE 3.11.2026 €3,98", "AMAZON.DE"),
        ("de", "身に覚えのない請求 アマゾン 3.11.2026 €3,98", "アマゾン"),
    ] {
        check(region, text, &[&format!("2026-11-03 3.98 EUR {shop}")]);
    }
}

#[test]
fn sums_are_read_as_people_say_them() {
    for (said, sum) in [
        ("2千円", "2000 JPY"),
        ("1万5千円", "15000 JPY"),
        ("1.5万円", "15000 JPY"),
        ("12万3,456円", "123456 JPY"),
        ("89 dollars", "89.00 USD"),
        ("20 pounds", "20.00 GBP"),
        ("4,980 yen", "4980 JPY"),
    ] {
        check("jp", &format!("昨日アマゾンで{said}"), &[&format!("2026-11-21 {sum} アマゾン")]);
    }
    check("us", "Amazon took 89 dollars from my account on Monday", &["2026-11-16 89.00 USD Amazon"]);
    check("jp", "amazonから15000円引かれてる", &["? - 15000 JPY amazon"]);
}

#[test]
fn a_sum_without_its_currency_is_asked_about() {
    for text in [
        "11/3 AMAZON.CO.JP 3,980",
        "2026.11.03 AMAZON.CO.JP 3,980 1回払い",
        "AMAZON.CO.JP\t2026/11/03\t3,980",
        "2026/11/3 3980 AMAZON.CO.JP",
    ] {
        check("jp", text, &[&format!("? {ONE}")]);
    }
    check("jp", "アマゾン 3980", &["? - 3980 JPY アマゾン"]);
    let list = "11/05 AMAZON.CO.JP 1,000\n11/09 見本書店 540\n11/18 アマゾン 2,000";
    let asked = [
        "? 2026-11-05 1000 JPY AMAZON.CO.JP",
        "? 2026-11-09 540 JPY 見本書店",
        "? 2026-11-18 2000 JPY アマゾン",
    ];
    check("jp", list, &asked);
    // Two numbers, a year, an order: nothing says which is the sum, or that there is one.
    for text in [
        "11/3 AMAZON.CO.JP 3,980 12,345",
        "Amazon Prime 2026",
        "Amazon 250-1234567-1234567",
        "11/3 見本書店 540",
    ] {
        check("jp", text, &[]);
    }
}

#[test]
fn days_are_counted_from_the_day_of_reading() {
    for (day, expect) in [
        ("昨日", "2026-11-21"),
        ("今日 18:21", "2026-11-22"),
        ("本日", "2026-11-22"),
        ("3日前", "2026-11-19"),
        ("金曜日 18:21", "2026-11-20"),
        ("12/24", "2025-12-24"),
        ("11/22", "2026-11-22"),
        ("11月23日", "2025-11-23"),
        ("11/3(月)", "2025-11-03"),
    ] {
        check("jp", &format!("AMAZON.CO.JP\n3,980円\n{day}"), &[&format!("{expect} 3980 JPY AMAZON.CO.JP")]);
    }
    check("jp", "AMAZON.CO.JP\n3,980円\n2時間前", &["? 2026-11-22 3980 JPY AMAZON.CO.JP"]);
    check("us", "Amazon\n$42.99\nTuesday", &["2026-11-17 42.99 USD Amazon"]);
    check("us", "Amazon\n$42.99\n11/03/26", &["2026-11-03 42.99 USD Amazon"]);
    check("uk", "Amazon\n£42.99\n03/11/2026", &["2026-11-03 42.99 GBP Amazon"]);
    // In Japan nobody says which of the two is the month.
    check("jp", "Amazon\n$42.99\n03/11/2026", &["? 2026-11-03 42.99 USD Amazon"]);
}

#[test]
fn several_rows_in_one_text() {
    check(
        "jp",
        "2026年11月3日(火)\nＡＭＡＺＯＮ．ＣＯ．ＪＰ\n-3,980円\n\n2026年11月1日(日)\nコンビニ見本店\n-540円\n",
        &["2026-11-03 3980 JPY ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "2026-11-01 540 JPY コンビニ見本店"],
    );
    check(
        "jp",
        "11月3日\nAMAZON.CO.JP 3,980円\n見本書店 540円\n11月1日\n見本食堂 1,200円",
        &[ONE, "2026-11-03 540 JPY 見本書店", "2026-11-01 1200 JPY 見本食堂"],
    );
    check("jp", "AMAZON.CO.JP\n11/3\n3,980円\n見本書店\n11/1\n540円", &[ONE, "2026-11-01 540 JPY 見本書店"]);
    check(
        "jp",
        "今月のご利用 4,520円\n11/3 AMAZON.CO.JP 3,980円\n11/1 見本書店 540円\n合計 4,520円",
        &[ONE, "2026-11-01 540 JPY 見本書店"],
    );
}

#[test]
fn what_is_no_charge_is_none() {
    for text in [
        "11月のご請求額は3,980円です。お支払日は11月27日です。",
        "ご利用可能額 300,000円",
        "残高 12,345円 11/3",
        "Your available balance is $1,200.00 as of Nov 3, 2026.",
        "Your statement balance is $2,709.80. Minimum payment due $35.00 on Nov 27.",
        "1,000円以上のお買い物で100円引き！11/3まで",
        "Dear diary,\n2026/09/21\nnothing happened.\n",
        "AMAZON.CO.JP",
        "18:21",
        "",
    ] {
        check("jp", text, &[]);
    }
    check("jp", "AMAZON.CO.JP\n3,980円\n11/3\n利用可能額 296,020円", &[ONE]);
    check("jp", "11/3 AMAZON.CO.JP 3,980円（獲得予定ポイント 39pt）", &[ONE]);
    check(
        "us",
        "Nov 3, 2026\nAmazon.com\n$42.99\nAvailable balance: $1,200.00",
        &["2026-11-03 42.99 USD Amazon.com"],
    );
    check("jp", "11/3 AMAZON.CO.JP 3,980円は承認されませんでした", &[]);
}

#[test]
fn money_back_is_told_by_words_and_signs() {
    check(
        "jp",
        "◇利用日：2026/11/03\n◇利用先：AMAZON.CO.JP\n◇利用取引：返品\n◇利用金額：3,980円",
        &["2026-11-03 -3980 JPY AMAZON.CO.JP"],
    );
    check("jp", "11/3 AMAZON.CO.JP 返品 3,980円", &["2026-11-03 -3980 JPY AMAZON.CO.JP"]);
    check("us", "Refund from Amazon.com\nNov 3, 2026\n$42.99", &["2026-11-03 -42.99 USD Amazon.com"]);
    check(
        "us",
        "11/03/2026 Amazon.com -$42.99\n11/01/2026 Sample Shop $5.00",
        &["2026-11-03 -42.99 USD Amazon.com", "2026-11-01 5.00 USD Sample Shop"],
    );
    check("us", "Amazon.com\n+$42.99\nNov 3", &["2026-11-03 -42.99 USD Amazon.com"]);
    check("jp", "AMAZON.CO.JP\n-3,980円\n11/3", &["? 2026-11-03 3980 JPY AMAZON.CO.JP"]);
}

#[test]
fn the_own_currency_counts_where_there_are_two() {
    check(
        "jp",
        "利用日時 ： 2026/11/03 20:11:16\n利用加盟店 ： AMAZON.COM\n利用金額 ： 42.99 USD\n引落金額 ： 6,700.00\n",
        &["2026-11-03 6700 JPY AMAZON.COM"],
    );
    check(
        "jp",
        "利用日：2026/11/03\n利用先：AMAZON.COM\n現地通貨額：42.99 USD\n利用金額：6,700円",
        &["2026-11-03 6700 JPY AMAZON.COM"],
    );
    check(
        "jp",
        "利用日：2026/11/03\n利用先：AMAZON.COM\n利用金額：42.99 USD",
        &["2026-11-03 42.99 USD AMAZON.COM"],
    );
}

#[test]
fn what_is_missing_is_asked_for() {
    check("jp", "カード利用速報\n利用日：2026/11/03\n利用金額：3,980円", &["? 2026-11-03 3980 JPY "]);
    check("jp", "AMAZON.CO.JP 3,980円", &["? - 3980 JPY AMAZON.CO.JP"]);
    check(
        "jp",
        "▼ご利用日\n2026年11月3日\n▼ご利用先\nAMAZON.CO.JP\n▼ご利用金額\n不明",
        &["? 2026-11-03 - AMAZON.CO.JP"],
    );
}

/// Numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// A text of one or several charges, and what it says.
fn made(chance: &mut Chance) -> (String, Vec<String>) {
    const SHOPS: [&str; 8] = [
        "AMAZON.CO.JP",
        "ＡＭＡＺＯＮ．ＣＯ．ＪＰ",
        "アマゾン　ジヤパン",
        "見本書店",
        "Mihon Coffee",
        "AMZN Mktp US*2K3AB4CD5",
        "コンビニ見本店",
        "PRIME VIDEO",
    ];
    const ROWS: [&str; 22] = [
        "{d} {w} {s}",
        "{d}\n{w}\n{s}",
        "{w}\n{d}\n{s}",
        "{w}\n{s}\n{d}",
        "{s}\n{w}\n{d}",
        "{d} {t}\n{w}\n{s}",
        "{w}\n{d} {t}\n{s}",
        "{w} {s}\n{d} {t}",
        "{d}\t{w}\t1回払い\t{s}",
        "◇利用日：{d} {t}\n◇利用先：{w}\n◇利用取引：買物\n◇利用金額：{s}",
        "■利用日: {d}\n■利用先: {w}\n■利用者: 本人\n■利用金額: {s}\n■支払月: 2026/12",
        "【ご利用日時(日本時間)】　{d} {t}\n【ご利用金額】　{s}\n【ご利用先】　{w}",
        "▼ご利用日\n{d}\n▼ご利用先\n{w}\n▼ご利用金額\n{s}",
        "ご利用日時：{d} {t}\n{w}（買物）\n{s}",
        "{d}に{w}で{s}のご利用がありました。",
        "{d} {t}、{s}を{w}で利用しました。",
        "{w}にて{s}のお支払いが完了しました（{d} {t}）。",
        "Date: {d}\nMerchant: {w}\nAmount: {s}",
        "Merchant\n{w}\nAmount\n{s}\nDate\n{d}",
        "You spent {s} at {w} on {d}.",
        "A charge of {s} at {w} was made on {d} with your card ending in 1234.",
        "{d} | {w} | {s}",
    ];
    const NOISE: [&str; 8] = [
        "",
        "\nご利用可能額 296,020円",
        "\n残高：12,345円",
        "\nAvailable balance: $1,200.00",
        "\n獲得予定ポイント 39pt",
        "\n※100円以上のご利用で通知しています。",
        "\nカード末尾1234",
        "\n11月27日お引き落とし分のご請求額は45,000円です。",
    ];
    let row = chance.of(&ROWS);
    let rows = if row.contains('。') || row.contains("You") || row.contains("charge") {
        1
    } else {
        1 + chance.below(3)
    };
    let mut texts = Vec::new();
    let mut truth = Vec::new();
    let shop_at = chance.below(SHOPS.len());
    for number in 0..rows {
        let (month, day) = (1 + chance.below(11), 1 + chance.below(21));
        let shop = SHOPS[(shop_at + number) % SHOPS.len()];
        let yen = 100 + chance.below(98_000);
        let grouped = if yen < 1000 { yen.to_string() } else { format!("{},{:03}", yen / 1000, yen % 1000) };
        let date = match chance.below(6) {
            0 => format!("2026/{month:02}/{day:02}"),
            1 => format!("2026年{month}月{day}日"),
            2 => format!("{month}月{day}日"),
            3 => format!("{month}/{day}"),
            4 => format!("令和8年{month}月{day}日"),
            _ => format!("2026-{month:02}-{day:02}"),
        };
        let sum = match chance.below(5) {
            0 => format!("{grouped}円"),
            1 => format!("¥{grouped}"),
            2 => format!("{grouped} 円"),
            3 => format!("JPY {grouped}"),
            _ => format!("￥{grouped}"),
        };
        let time = chance.of(&["18:21", "18時21分", "午後6時21分", "6:21 PM"]);
        let text = row.replace("{d}", &date).replace("{w}", shop).replace("{s}", &sum).replace("{t}", time);
        texts.push(text);
        truth.push(format!("2026-{month:02}-{day:02} {yen} JPY {shop}"));
    }
    let mut text = texts.join(chance.of(&["\n", "\n\n"]));
    if chance.below(3) == 0 {
        text = format!(
            "{}\n\n{text}",
            chance.of(&[
                "ご利用のお知らせ",
                "いつもご利用ありがとうございます。",
                "見本 太郎 様",
                "カードご利用通知"
            ])
        );
    }
    text.push_str(chance.of(&NOISE));
    (text, truth)
}

/// Charges that are none of those that the text says.
fn wrong(found: &[String], truth: &[String]) -> Vec<String> {
    let charges = found.iter().filter(|row| !row.starts_with('?'));
    charges.filter(|row| !truth.contains(row)).cloned().collect()
}

#[test]
fn made_texts_are_read_or_asked_and_never_wrong() {
    let mut chance = Chance(42);
    let (mut all, mut right) = (0, 0);
    let mut missed = std::collections::BTreeMap::<String, String>::new();
    for _ in 0..6_000 {
        let (text, truth) = made(&mut chance);
        let found = read("jp", &text);
        assert!(wrong(&found, &truth).is_empty(), "{text}\n{found:#?}\n{truth:#?}");
        all += truth.len();
        right += found.iter().filter(|row| truth.contains(row)).count();
        if found != truth {
            missed
                .entry(format!("{found:?}").chars().take(3).collect())
                .or_insert(format!("{text}\n{found:?}"));
        }
    }
    eprintln!("charges in made texts: {all}, read as they are: {right}, asked: {}, wrong: 0", all - right);
    assert!(all * 85 < right * 100, "{right} of {all}\n{missed:#?}");
}

#[test]
fn changed_samples_are_read_or_asked_and_never_wrong() {
    let file: toml::Table = toml::from_str(include_str!("../../../notices.toml")).unwrap();
    let (mut tried, mut misread) = (0, Vec::new());
    for issuer in file["issuer"].as_array().unwrap() {
        let truth: Vec<String> =
            issuer["expect"].as_array().unwrap().iter().map(|row| row.as_str().unwrap().to_owned()).collect();
        let region = if truth[0].contains("USD") { "us" } else { "jp" };
        let lines: Vec<&str> = issuer["sample"].as_str().unwrap().lines().collect();
        // Each change at each line, once.
        let mut changed: Vec<Vec<String>> = Vec::new();
        for at in 0..lines.len() {
            let edit = |change: &dyn Fn(&mut Vec<String>)| {
                let mut all: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
                change(&mut all);
                all
            };
            changed.push(edit(&|all| drop(all.remove(at))));
            changed.push(edit(&|all| all.insert(at, String::new())));
            changed.push(edit(&|all| all.insert(at, "残高 12,345円".to_owned())));
            changed.push(edit(&|all| all.swap(at, (at + 1) % lines.len())));
            changed.push(edit(&|all| all[at] = format!("> {}", all[at])));
            changed.push(edit(&|all| all[at] = format!("  {}  ", all[at])));
            changed.push(edit(&|all| all.insert(at, "https://mihon.example/x".to_owned())));
        }
        for lines in changed {
            let text = lines.join("\r\n");
            let found = read(region, &text);
            if !wrong(&found, &truth).is_empty() {
                misread.push(format!("{text}\n{found:#?}"));
            }
            tried += 1;
        }
    }
    assert!(misread.is_empty(), "{} of {tried}:\n{}", misread.len(), misread.join("\n\n"));
    assert!(600 < tried, "{tried}");
}
