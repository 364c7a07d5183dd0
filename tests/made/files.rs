//! A life written down: statements in the forms of several issuers, exports in Amazon's two layouts, and the truth.

use std::fmt::Write as _;

use chrono::{Datelike as _, Days, NaiveDateTime};

use super::life::{Life, Line, Order, Row, Shop};
use super::profiles::Region;
use crate::households::{self, Household};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Issuer {
    Rakuten,
    Vpass,
    MyJcb,
    PayPay,
    Chase,
    AmexUk,
    Dkb,
}

pub(super) fn household(life: &Life, seed: u64) -> Household {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut rows = Vec::new();
    let own = issuer(life, seed);
    let mut statement = |name: String, issuer: Issuer, digits: &str, listed: &[&Row], life: &Life| {
        let (text, lines) = written(issuer, digits, listed, life);
        files.push((name.clone(), text.into_bytes()));
        lines.into_iter().map(|line| (name.clone(), line)).collect::<Vec<(String, u32)>>()
    };
    for card in 0..2 {
        let issuer = if card == 0 { own } else { Issuer::MyJcb };
        let mut of_card: Vec<&Row> = life.rows.iter().filter(|row| row.card == card).collect();
        of_card.sort_by_key(|row| row.day);
        if issuer == Issuer::Rakuten {
            of_card.reverse();
        }
        if issuer == Issuer::Vpass {
            // The family card has a block of its own behind the other.
            of_card.sort_by_key(|row| row.family);
        }
        let mut months: Vec<(i32, u32, &str)> =
            of_card.iter().map(|row| (row.day.year(), row.day.month(), life.card(row.day, card))).collect();
        months.sort_unstable();
        months.dedup();
        let mut places: Vec<Vec<(String, u32)>> = vec![Vec::new(); of_card.len()];
        for (year, month, digits) in months {
            let in_it: Vec<usize> = (0..of_card.len())
                .filter(|&at| {
                    let day = of_card[at].day;
                    (day.year(), day.month(), life.card(day, card)) == (year, month, digits)
                })
                .collect();
            let listed: Vec<&Row> = in_it.iter().map(|&at| of_card[at]).collect();
            let name = file_name(issuer, year, month, digits);
            for (at, place) in in_it.into_iter().zip(statement(name, issuer, digits, &listed, life)) {
                places[at].push(place);
            }
        }
        if life.profile.overlapping && card == 0 {
            let recent = life.to - Days::new(45);
            let in_it: Vec<usize> = (0..of_card.len()).filter(|&at| of_card[at].day >= recent).collect();
            let listed: Vec<&Row> = in_it.iter().map(|&at| of_card[at]).collect();
            let digits = life.card(life.to, card);
            let name = file_name(issuer, 2026, 13, digits);
            for (at, place) in in_it.into_iter().zip(statement(name, issuer, digits, &listed, life)) {
                places[at].push(place);
            }
        }
        let groups = groups(&of_card);
        for ((row, places), group) in of_card.iter().zip(places).zip(groups) {
            rows.push(truth(row, places, group, life));
        }
    }
    exports(life, seed, &mut files);
    let name = format!("{}-{seed}", life.profile.name);
    let truth = households::Truth {
        today: "2026-11-20".to_owned(),
        utc_offset: match life.profile.region {
            Region::Jp => "+09:00",
            Region::Us => "-05:00",
            Region::Uk => "+00:00",
            Region::De => "+01:00",
        }
        .to_owned(),
        region: match life.profile.region {
            Region::Jp => "jp",
            Region::Us => "us",
            Region::Uk => "uk",
            Region::De => "de",
        }
        .to_owned(),
        files: files.iter().map(|(name, _)| name.clone()).collect(),
        rows,
        findings: Vec::new(),
        next_steps_any_of: Vec::new(),
    };
    Household { name, contents: files, truth }
}

fn issuer(life: &Life, seed: u64) -> Issuer {
    let profile = &life.profile;
    let of = |issuers: &[Issuer]| issuers[usize::try_from(seed).unwrap_or(0) % issuers.len()];
    match profile.region {
        Region::Us => Issuer::Chase,
        Region::Uk => Issuer::AmexUk,
        Region::De => Issuer::Dkb,
        Region::Jp if profile.family_card => of(&[Issuer::Rakuten, Issuer::Vpass]),
        Region::Jp if profile.reissued => of(&[Issuer::Rakuten, Issuer::MyJcb]),
        Region::Jp => of(&[Issuer::Rakuten, Issuer::Vpass, Issuer::MyJcb, Issuer::PayPay]),
    }
}

fn file_name(issuer: Issuer, year: i32, month: u32, digits: &str) -> String {
    match issuer {
        Issuer::Rakuten => format!("enavi{year}{month:02}({digits}).csv"),
        Issuer::Vpass => format!("{year}{month:02}.csv"),
        Issuer::MyJcb => format!("myjcb_{year}{month:02}_{digits}.csv"),
        Issuer::PayPay => format!("paypaycard_{year}{month:02}.csv"),
        Issuer::Chase => format!("Chase{digits}_Activity{year}{month:02}.CSV"),
        Issuer::AmexUk => format!("activity_{year}{month:02}.csv"),
        Issuer::Dkb => format!("{year}-{month:02}_Umsatzliste.csv"),
    }
}

/// The text of a statement, and the line of each row.
fn written(issuer: Issuer, digits: &str, rows: &[&Row], life: &Life) -> (String, Vec<u32>) {
    let mut text = match issuer {
        Issuer::Rakuten => "\u{feff}\"利用日\",\"利用店名・商品名\",\"利用者\",\"支払方法\",\"利用金額\",\"手数料/利息\",\"支払総額\",\"8月支払金額\",\"当月請求額\",\"9月繰越残高\",\"新規サイン\"\n".to_owned(),
        Issuer::Vpass => "架空　太郎　様,4980-80**-****-****,見本カード\n".to_owned(),
        Issuer::MyJcb => "\"\",\"\",\"今回のお支払日\",\"2026/08/10\"\n\"【ご利用明細】\"\n\"ご利用者\",\"カテゴリ\",\"ご利用日\",\"ご利用先など\",\"ご利用金額(￥)\",\"支払区分\",\"今回回数\",\"訂正サイン\",\"お支払い金額(￥)\",\"国内／海外\",\"摘要\",\"備考\"\n".to_owned(),
        Issuer::PayPay => "\u{feff}\"利用日/キャンセル日\",\"利用店名・商品名\",\"利用者\",\"決済方法\",\"支払区分\",\"利用金額\",\"手数料\",\"支払総額\",\"当月支払金額\",\"翌月以降繰越金額\",\"調整額\",\"当月お支払日\"\n".to_owned(),
        Issuer::Chase => "Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n".to_owned(),
        Issuer::AmexUk => "Date,Description,Amount,Extended Details,Appears On Your Statement As,Address,Town/City,Postcode,Country,Reference,Category\n".to_owned(),
        Issuer::Dkb => format!("\u{feff}\"Karte\";\"Visa Kreditkarte\";\"0000 •••• •••• {digits}\"\n\"\"\n\"Saldo vom 30.09.2026:\";\"-53,79 €\"\n\"\"\n\"Belegdatum\";\"Wertstellung\";\"Status\";\"Beschreibung\";\"Umsatztyp\";\"Betrag (€)\";\"Fremdwährungsbetrag\"\n"),
    };
    let mut lines = Vec::new();
    let mut in_family = false;
    for (number, row) in rows.iter().enumerate() {
        if issuer == Issuer::Vpass && row.family && !in_family {
            in_family = true;
            text.push_str("架空　花子　様,4980-99**-****-****,見本カード\n");
        }
        lines.push(u32::try_from(text.matches('\n').count() + 1).unwrap_or(0));
        let (day, sum, shop) = (row.day, row.sum, shop(row, life.profile.region, number));
        let whole = format!("{}.{:02}", sum.abs() / 100, sum.abs() % 100);
        match issuer {
            Issuer::Rakuten => {
                let who = if row.family { "家族*" } else { "本人*" };
                writeln!(text, "\"{}\",\"{shop}\",\"{who}\",\"1回払い\",\"{sum}\",\"0\",\"{sum}\",\"{sum}\",\"{sum}\",\"0\",\"*\"", day.format("%Y/%m/%d"))
            }
            Issuer::Vpass => writeln!(text, "{},{shop},{sum},１,１,{sum},", day.format("%Y/%m/%d")),
            Issuer::MyJcb => writeln!(text, "\"****-****-****-{digits}　ＪＣＢカード　架空　太郎　様\",\"≪ショッピング取組（国内）≫\",\" {}\",\"{shop}\",\"{sum}\",\"１回\",\"\",\"\",\"{sum}\",\"国内\",\"\",\"\"", day.format("%Y/%m/%d")),
            Issuer::PayPay => writeln!(text, "\"{}\",\"{shop}\",\"本人*\",\"PayPayカード\",\"1回\",\"{sum}\",\"0\",\"{sum}\",\"{sum}\",\"0\",\"0\",\"2026/10/27\"", day.format("%Y/%-m/%-d")),
            Issuer::Chase => {
                let (sign, kind) = if sum > 0 { ("-", "Sale") } else { ("", "Return") };
                let posted = day + Days::new(1);
                writeln!(text, "{},{},{shop},Shopping,{kind},{sign}{whole},", day.format("%m/%d/%Y"), posted.format("%m/%d/%Y"))
            }
            Issuer::AmexUk => {
                let sign = if sum < 0 { "-" } else { "" };
                writeln!(text, "{},{shop},{sign}{whole},,{shop},,,,,'AT{number:019},General Purchases-Online Purchases", day.format("%d/%m/%Y"))
            }
            Issuer::Dkb => {
                let sign = if sum > 0 { "-" } else { "" };
                let euros = whole.replace('.', ",");
                writeln!(text, "\"{0}\";\"{0}\";\"Gebucht\";\"{shop}\";\"Im Geschäft\";\"{sign}{euros} €\";\"\"", day.format("%d.%m.%y"))
            }
        }
        .expect("a string grows");
    }
    (text, lines)
}

fn shop(row: &Row, region: Region, number: usize) -> String {
    let tail = format!("AB{number}CD2");
    match (region, row.shop) {
        (_, Shop::Named(name)) => name.to_owned(),
        (_, Shop::AmazonCom) => "AMAZON.COM".to_owned(),
        (Region::Jp, Shop::Goods) => "ＡＭＡＺＯＮ．ＣＯ．ＪＰ".to_owned(),
        (Region::Jp, Shop::Market) => "Ａｍａｚｏｎ　Ｍａｒｋｅｔ　Ｐｌａｃｅ".to_owned(),
        (Region::Jp, Shop::Downloads) => "Ａｍａｚｏｎ　Ｄｏｗｎｌｏａｄｓ".to_owned(),
        (Region::Jp, Shop::Prime) => "Ａｍａｚｏｎプライム会費".to_owned(),
        (_, Shop::Pay) => "AMZ*MIHON STORE".to_owned(),
        (Region::Us, Shop::Goods) => format!("Amazon.com*{tail}"),
        (Region::Us, Shop::Market) => format!("AMZN Mktp US*{tail}"),
        (Region::Us, Shop::Downloads) => format!("Amazon Digital Svcs*{tail}"),
        (Region::Us, Shop::Prime) => format!("AMAZON PRIME*{tail}"),
        (Region::Uk, Shop::Goods) => format!("Amazon.co.uk*{tail}"),
        (Region::Uk, Shop::Market) => "AMZNMktplace".to_owned(),
        (Region::Uk, Shop::Prime) => format!("Amazon Prime*{tail}"),
        (Region::De, Shop::Goods) => format!("AMAZON.DE*{tail}"),
        (Region::De, Shop::Market) => format!("AMZN Mktp DE*{tail}"),
        (Region::Uk | Region::De, Shop::Downloads) => format!("AMZN Digital*{tail}"),
        (Region::De, Shop::Prime) => format!("AMZNPrime DE*{tail}"),
    }
}

/// Rows of one sum close together: the files need not tell which of them is which.
fn groups(rows: &[&Row]) -> Vec<Option<String>> {
    let mut groups = vec![None; rows.len()];
    // What is not covered may be for any order of its sum.
    let counts = |at: &usize| {
        let truth = &rows[*at].truth;
        !truth.orders.is_empty() || truth.said.0 == "notCovered"
    };
    let mut by_sum: Vec<usize> = (0..rows.len()).filter(counts).collect();
    by_sum.sort_by_key(|&at| (rows[at].sum, rows[at].day));
    let together = |a: &usize, b: &usize| {
        let (a, b) = (rows[*a], rows[*b]);
        a.sum == b.sum && (b.day - a.day).num_days() <= 17
    };
    for (number, group) in by_sum.chunk_by(together).enumerate().filter(|(_, group)| group.len() > 1) {
        for &at in group {
            groups[at] = Some(format!("{}-{number}", rows[at].card));
        }
    }
    groups
}

fn truth(row: &Row, mut places: Vec<(String, u32)>, group: Option<String>, life: &Life) -> households::Row {
    let (file, at) = places.remove(0);
    let sum = if life.profile.region == Region::Jp {
        row.sum.to_string()
    } else {
        let sign = if row.sum < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", row.sum.abs() / 100, row.sum.abs() % 100)
    };
    let mut order_sets = row.truth.or_orders.clone();
    if !order_sets.is_empty() {
        order_sets.push(row.truth.orders.clone());
    }
    let owned = |said: &(&str, Option<&str>)| (said.0.to_owned(), said.1.map(str::to_owned));
    let (verdict, cause) = owned(&row.truth.said);
    households::Row {
        file,
        line: at,
        also_at: places,
        amount: sum,
        service: if verdict == "other" { "other" } else { "amazon" }.to_owned(),
        verdict,
        cause,
        orders: row.truth.orders.clone(),
        accept: row.truth.accept.iter().map(owned).collect(),
        order_sets,
        interchangeable: group,
        optional: false,
        phenomena: Vec::new(),
    }
}

fn exports(life: &Life, seed: u64, files: &mut Vec<(String, Vec<u8>)>) {
    let older = seed % 3 == 1;
    for account in 0..2 {
        let of_account: Vec<&Order> = life.orders.iter().filter(|order| order.account == account).collect();
        if of_account.is_empty() {
            continue;
        }
        let folder = if account == 0 { "" } else { "Hanako.zip/" };
        let (home, abroad): (Vec<&Order>, Vec<&Order>) = of_account
            .into_iter()
            .partition(|order| order.currency != "USD" || life.profile.region == Region::Us);
        let mut add = |name: String, text: String| files.push((format!("{folder}{name}"), text.into_bytes()));
        if older || life.profile.both_layouts {
            add("Retail.OrderHistory.3/Retail.OrderHistory.3.csv".to_owned(), older_orders(&home));
        }
        if !older || life.profile.both_layouts {
            add("Order History.csv".to_owned(), newer_orders(&home));
        }
        if !abroad.is_empty() {
            add("Retail.OrderHistory.1/Retail.OrderHistory.1.csv".to_owned(), older_orders(&abroad));
        }
        if account == 0 && !life.digital.is_empty() && !life.profile.no_digital_file {
            add("Digital Content Orders.csv".to_owned(), digital_orders(life));
        }
        if account == 0 && !life.refunds.is_empty() {
            add("Refund Details.csv".to_owned(), refunds(life));
        }
        if account == 0 && !life.devices.is_empty() {
            add("Device Registration.csv".to_owned(), devices(life));
        }
        if account == 0 && !life.ended_plans.is_empty() {
            add("Subscriptions.csv".to_owned(), ended_plans(life));
            add("Subscription Periods.csv".to_owned(), plan_periods(life));
        }
    }
}

fn newer_orders(orders: &[&Order]) -> String {
    let mut text = "\u{feff}ASIN,Currency,Order Date,Order ID,Order Status,Original Quantity,Payment Method Type,Product Name,Ship Date,Shipment Status,Shipping Address,Shipping Charge,Total Amount,Total Discounts,Unit Price,Unit Price Tax,Website\r\n".to_owned();
    for order in orders {
        for line in &order.lines {
            let total = sum(line.total, order.currency);
            let (status, shipped, state) = statuses(order, line);
            write!(
                text,
                "{},{},{},{},{status},{},{},{},{shipped},{state},{},0,\"{total}\",0,{total},0,{}\r\n",
                line.asin,
                order.currency,
                stamp(order.at),
                order.id,
                line.quantity,
                order.pay,
                line.item,
                order.address,
                order.website
            )
            .expect("a string grows");
        }
    }
    text
}

fn older_orders(orders: &[&Order]) -> String {
    let mut text = "\u{feff}\"Website\",\"Order ID\",\"Order Date\",\"Currency\",\"Unit Price\",\"Unit Price Tax\",\"Shipping Charge\",\"Total Discounts\",\"Total Owed\",\"ASIN\",\"Quantity\",\"Payment Instrument Type\",\"Order Status\",\"Shipment Status\",\"Ship Date\",\"Shipping Address\",\"Product Name\"\n".to_owned();
    for order in orders {
        for line in &order.lines {
            let total = sum(line.total, order.currency);
            let (status, shipped, state) = statuses(order, line);
            writeln!(
                text,
                "\"{}\",\"{}\",\"{}\",\"{}\",\"{total}\",\"0\",\"0\",\"0\",\"{total}\",\"{}\",\"{}\",\"{}\",\"{status}\",\"{state}\",\"{shipped}\",\"{}\",\"{}\"",
                order.website, order.id, stamp(order.at), order.currency, line.asin, line.quantity, order.pay, order.address, line.item
            )
            .expect("a string grows");
        }
    }
    text
}

/// Order status, moments of shipping, shipment status.
fn statuses(order: &Order, line: &Line) -> (&'static str, String, String) {
    if order.cancelled {
        return ("Cancelled", "Not Available".to_owned(), "Not Available".to_owned());
    }
    if line.sent.is_empty() {
        return ("Authorized", "Not Available".to_owned(), "Not Available".to_owned());
    }
    let moments: Vec<String> = line.sent.iter().map(|&sent| stamp(sent)).collect();
    ("Closed", moments.join(" and "), vec!["Shipped"; moments.len()].join(" and "))
}

fn digital_orders(life: &Life) -> String {
    let mut text = "\u{feff}ASIN,Base Currency Code,Component Type,Digital Order Item ID,Fulfilled Date,Marketplace,Offer Type Code,Order Date,Order ID,Order Status,Price,Price Currency Code,Product Name,Quantity Ordered,Subscription Order Type,Transaction Amount\r\n".to_owned();
    for (number, digital) in life.digital.iter().enumerate() {
        let tax = digital.total / 11;
        for (kind, part) in [("Price Amount", digital.total - tax), ("Tax", tax)] {
            let currency = digital.currency;
            write!(
                text,
                "B0D{number:07},{currency},{kind},{number:016},{5},www.amazon.co.jp,Not Applicable,{0},{1},SUCCESS,0,{currency},{2},1,{3},{4}\r\n",
                stamp(digital.at), digital.id, digital.item, digital.renewal, sum(part, currency), stamp(digital.came)
            )
            .expect("a string grows");
        }
    }
    text
}

fn refunds(life: &Life) -> String {
    let mut text = "\u{feff}Creation Date,Currency,Direct Debit Refund Amount,Disbursement Type,Order ID,Payment Status,Quantity,Refund Amount,Refund Date,Reversal Amount State,Reversal Reason,Reversal Status,Website\r\n".to_owned();
    for refund in &life.refunds {
        // Each payout stands there once for each request of the order.
        for _ in 0..2 {
            write!(
                text,
                "{0},{1},0,Refund,{2},Completed,1,\"{3}\",{0},Final,Customer return,Completed,Amazon.co.jp\r\n",
                stamp(refund.at), life.currency(), refund.order, sum(refund.sum, life.currency())
            )
            .expect("a string grows");
        }
    }
    text
}

fn devices(life: &Life) -> String {
    let mut text = "Account Name,Amazon Device Model Name,Device Model,First Time Registered,Last Time Registered,State,Time Deregistered\n".to_owned();
    for &at in &life.devices {
        writeln!(text, "見知らぬ端末,見本スティック,AB12,{0},{0},Registered,Not Available", stamp(at))
            .expect("a string grows");
    }
    text
}

fn ended_plans(life: &Life) -> String {
    let mut text = "SubscriptionId,Marketplace,SubscriptionStatus,SubscriptionStatusDate,SubscriptionStartDate,NextBillDate,NextBillAmount,BaseCurrencyCode\n".to_owned();
    for (number, plan) in life.ended_plans.iter().enumerate() {
        writeln!(
            text,
            "S{number},Amazon.co.jp,Cancelled,{},{},Not Available,Not Available,{}",
            stamp(plan.ended),
            stamp(plan.began),
            life.currency()
        )
        .expect("a string grows");
    }
    text
}

fn plan_periods(life: &Life) -> String {
    let mut text = "SubscriptionId,BillingScheduleItemId,PeriodType,PeriodStatus,PeriodStartDate,PeriodEndDate,ScheduleEndDate,Marketplace,SubscriptionTimeInterval,ChargeCompleted,OrderId\n".to_owned();
    for (number, plan) in life.ended_plans.iter().enumerate() {
        for (at, order) in &plan.orders {
            writeln!(text, "S{number},Not Available,Not Available,Not Available,{0},{0},Not Available,Not Available,Not Available,Not Available,{order}", stamp(*at))
                .expect("a string grows");
        }
    }
    text
}

fn sum(minor: i64, currency: &str) -> String {
    if currency == "JPY" { minor.to_string() } else { format!("{}.{:02}", minor / 100, minor % 100) }
}

fn stamp(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
