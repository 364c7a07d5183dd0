//! A crowd: rows as a busy company has them over ten years, at prices that repeat as shops' prices do. The same for each
//! size on every machine. Most sums have many orders and many charges, which is what a matching has to stand.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use crate::many::Many;
use crate::numbers::Numbers;

const YEARS_IN_DAYS: u64 = 3650;
const PRICES: u64 = 3000;
/// Rows of the card that are not Amazon's.
const OTHERS: [&str; 8] = [
    "コンビニ　ミホン",
    "架空電力",
    "見本ガス",
    "スーパー架空",
    "カフエ　ミホン",
    "ＥＴＣ利用料金",
    "見本書店",
    "薬局カクウ",
];
const NAMES: [&str; 5] =
    ["AMAZON.CO.JP", "Ａｍａｚｏｎ．ｃｏ．ｊｐ", "AMAZON CO JP", "ｱﾏｿﾞﾝｼﾞﾔﾊﾟﾝ", "ＡＭＡＺＯＮ．ＣＯ．ＪＰ"];
const THINGS: [&str; 6] = [
    "USB-C Cable Black",
    "アルカリ乾電池 20本パック",
    "詰替用 液体洗剤 大容量",
    "Notebook A5 Dot Grid",
    "炭酸水 500ml×24本",
    "無線キーボード ホワイト",
];
const HEADER: &str = "\u{feff}\"Website\",\"Order ID\",\"Order Date\",\"Purchase Order Number\",\"Currency\",\"Unit Price\",\
\"Unit Price Tax\",\"Shipping Charge\",\"Total Discounts\",\"Total Owed\",\"Shipment Item Subtotal\",\
\"Shipment Item Subtotal Tax\",\"ASIN\",\"Product Condition\",\"Quantity\",\"Payment Instrument Type\",\"Order Status\",\
\"Shipment Status\",\"Ship Date\",\"Shipping Option\",\"Shipping Address\",\"Billing Address\",\
\"Carrier Name & Tracking Number\",\"Product Name\",\"Gift Message\",\"Gift Sender Name\",\
\"Gift Recipient Contact Details\",\"Item Serial Number\"\n";

struct Line {
    price: u64,
    total: u64,
    quantity: u64,
    thing: usize,
    parcel: usize,
}

struct Charge {
    day: u64,
    name: usize,
    sum: i64,
}

/// So many order lines, and as many card rows, of which about a third are Amazon's.
///
/// # Panics
/// Never for sizes that fit into memory.
pub fn crowd(rows: u64) -> Many {
    let mut numbers = Numbers::new(rows);
    let prices: Vec<u64> = (0..PRICES).map(|_| price(&mut numbers)).collect();
    let start = NaiveDate::from_ymd_opt(2016, 1, 1).expect("a day");
    let mut orders = HEADER.to_owned();
    let mut charges: Vec<Charge> = Vec::new();
    let (mut left, mut number) = (rows, 0_u64);
    while left > 0 {
        let count = numbers.one_of(&[1, 1, 1, 1, 2, 2, 3, 3, 4, 5]).min(left);
        left -= count;
        number += 1;
        order(&mut numbers, &prices, start, number, count, &mut orders, &mut charges);
    }
    let strangers = charges.len() / 33;
    for _ in 0..strangers {
        let sum = i64::try_from(prices[at(&mut numbers, PRICES)]).expect("a sum");
        charges.push(Charge { day: numbers.below(YEARS_IN_DAYS), name: at(&mut numbers, 5), sum });
    }
    let mut lines: Vec<(u64, String)> = Vec::new();
    for Charge { day, name, sum } in charges {
        lines.push((day, row(start, day, NAMES[name], sum)));
    }
    while (lines.len() as u64) < rows {
        let (day, sum) = (numbers.below(YEARS_IN_DAYS), numbers.between(100, 20_000));
        lines.push((day, row(start, day, numbers.one_of(&OTHERS), sum)));
    }
    lines.sort();
    let header = "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額,4月支払金額,5月繰越残高,新規サイン\n";
    let statement =
        std::iter::once(header.to_owned()).chain(lines.into_iter().map(|(_, line)| line)).collect();
    Many { statement, orders, today: start + Days::new(YEARS_IN_DAYS + 60) }
}

/// Cheap things are usual, and most prices end alike.
fn price(numbers: &mut Numbers) -> u64 {
    let range = numbers.one_of(&[900, 1900, 2900, 3900, 9900]);
    100 + numbers.below(range) / 100 * 100 + numbers.one_of(&[0, 0, 50, 80, 80, 98])
}

fn at(numbers: &mut Numbers, below: u64) -> usize {
    usize::try_from(numbers.below(below)).expect("small")
}

fn row(start: NaiveDate, day: u64, name: &str, sum: i64) -> String {
    let day = (start + Days::new(day)).format("%Y/%m/%d");
    format!("{day},{name},本人,1回払い,{sum},0,{sum},{sum},0,*\n")
}

/// Popular things are bought far more often than the others.
fn popular(numbers: &mut Numbers) -> usize {
    let range = numbers.one_of(&[30, 300, PRICES]);
    at(numbers, range)
}

fn order(
    numbers: &mut Numbers,
    prices: &[u64],
    start: NaiveDate,
    number: u64,
    count: u64,
    orders: &mut String,
    charges: &mut Vec<Charge>,
) {
    let day = numbers.below(YEARS_IN_DAYS);
    let parcels = numbers.one_of(&[1, 1, 1, 2, 3]).min(count);
    let cancelled = numbers.percent(2);
    let on_card = numbers.percent(56);
    let lines: Vec<Line> = (0..count)
        .map(|line| {
            let thing = popular(numbers);
            let quantity = numbers.one_of(&[1, 1, 1, 1, 1, 1, 1, 1, 2, 3]);
            let price = prices[thing];
            let postage = if numbers.percent(4) { 410 } else { 0 };
            let total = quantity * (price + price / 10) + postage;
            let parcel = if line < parcels { line } else { numbers.below(parcels) };
            Line { price, total, quantity, thing, parcel: usize::try_from(parcel).expect("small") }
        })
        .collect();
    let sent: Vec<u64> = (0..parcels).map(|_| day + numbers.below(4)).collect();
    let means = if on_card { "Visa - 0000" } else { "MasterCard - 9999" };
    let ordered = start + Days::new(day);
    for line in &lines {
        let (status, left, total, quantity) = if cancelled {
            ("Cancelled", "Not Available".to_owned(), 0, 0)
        } else {
            let left = format!("{}T05:20:30Z", start + Days::new(sent[line.parcel]));
            ("Closed", left, line.total, line.quantity)
        };
        writeln!(
            orders,
            "\"Amazon.co.jp\",\"250-{:07}-{:07}\",\"{ordered}T03:04:05Z\",\"Not Applicable\",\"JPY\",\"{}\",\"{}\",\"0\",\"0\",\"{total}\",\
             \"{total}\",\"0\",\"B0{:08}\",\"New\",\"{quantity}\",\"{means}\",\"{status}\",\"Shipped\",\"{left}\",\"std-jp\",\
             \"見本 太郎 000-0000 架空県見本市1-2-3 日本\",\"見本 太郎 000-0000 架空県見本市1-2-3 日本\",\"MIHON({:010})\",\
             \"{} [{}]\",\"Not Available\",\"Not Available\",\"Not Available\",\"Not Available\"",
            number / 9_999_991 * 7 + number % 97,
            number % 9_999_991,
            line.price,
            line.price / 10,
            line.thing,
            number * 31,
            THINGS[line.thing % THINGS.len()],
            line.thing,
        )
        .expect("a string grows");
    }
    if cancelled || !on_card {
        return;
    }
    for (parcel, sent) in sent.iter().enumerate() {
        let sum: u64 = lines.iter().filter(|line| line.parcel == parcel).map(|line| line.total).sum();
        let mut sum = i64::try_from(sum).expect("a sum");
        // Points paid a part of some.
        if numbers.percent(2) && sum > 400 {
            sum -= numbers.between(50, 300);
        }
        let (day, name) = (sent + numbers.one_of(&[0, 1, 1, 2, 3]), at(numbers, 5));
        charges.push(Charge { day, name, sum });
        // Charged twice, and given back.
        if numbers.below(1000) < 4 {
            charges.push(Charge { day: day + numbers.below(2), name, sum });
        }
        if numbers.percent(3) {
            charges.push(Charge { day: day + 5 + numbers.below(20), name, sum: -sum });
        }
    }
}
