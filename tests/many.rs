//! Made-up households of any size, for benchmarks: the same on every machine.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use crate::numbers::Numbers;

/// A statement and an order file, as the person would have them.
pub struct Many {
    pub statement: String,
    pub orders: String,
    pub today: NaiveDate,
}

/// A mail as it stands in a mailbox.
pub const MAIL: &str = "From MAILER Sat Oct  3 09:00:00 2026\nFrom: Mihon <a@mihon.example>\nSubject: mail NUMBER\nDate: Sat, 3 Oct 2026 09:00:00 +0900\n\nText of NUMBER.\n\n";

pub(crate) const ORDER_HEADER: &str = "ASIN,Currency,Order Date,Order ID,Order Status,Original Quantity,Payment Method Type,\
Product Name,Ship Date,Shipment Status,Shipping Address,Total Amount,Unit Price,Unit Price Tax,Website";

pub(crate) const STATEMENT_HEADER: &str = "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額,4月支払金額,5月繰越残高,新規サイン\n";

/// `charges` card rows over as many days as a busy shop would need, three order lines to each, one in fifty
/// charges without an order.
///
/// # Panics
/// Never for sizes that fit into memory.
pub fn many(charges: u64) -> Many {
    let mut numbers = Numbers::new(charges);
    let start = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
    let mut rows: Vec<(NaiveDate, String)> = Vec::new();
    let mut orders = format!("{ORDER_HEADER}\n");
    // Thirty charges a day: amounts repeat as they do for a company.
    let days = charges.div_ceil(30).max(60);
    for number in 0..charges {
        let ordered = start + Days::new(numbers.below(days));
        let shipped = ordered + Days::new(numbers.below(3));
        let mut sum = 0;
        for line in 0..3 {
            let price = 100 + 10 * numbers.below(900);
            sum += price;
            if number % 50 != 0 {
                writeln!(
                    orders,
                    "B0{number:08},JPY,{ordered}T0{}:10:00Z,250-{:07}-{number:07},Closed,1,Visa - 0000,見本の品 {line},\
                     {shipped}T01:00:00Z,Shipped,000-0000 架空県,\"{price}\",{price},0,Amazon.co.jp",
                    numbers.below(9),
                    number / 7,
                )
                .expect("a string grows");
            }
        }
        let booked = shipped + Days::new(numbers.below(3));
        rows.push((booked, format!("\"{}\",\"AMAZON.CO.JP\",\"本人\",\"1回払い\",\"{sum}\",\"0\",\"{sum}\",\"{sum}\",\"0\",\"*\"\n", booked.format("%Y/%m/%d"))));
    }
    rows.sort();
    let today = rows.last().map_or(start, |(day, _)| *day) + Days::new(3);
    let header = "\"利用日\",\"利用店名・商品名\",\"利用者\",\"支払方法\",\"利用金額\",\"支払手数料\",\"支払総額\",\"4月支払金額\",\"5月繰越残高\",\"新規サイン\"\n";
    let statement = std::iter::once(header.to_owned()).chain(rows.into_iter().map(|(_, row)| row)).collect();
    Many { statement, orders, today }
}

/// Equal charges against equal orders, all within a month: nothing tells them apart.
///
/// # Panics
/// Never for sizes that fit into memory.
pub fn all_equal(count: u64) -> Many {
    let start = NaiveDate::from_ymd_opt(2026, 5, 1).expect("a day");
    let mut orders = format!("{ORDER_HEADER}\n");
    let mut statement = STATEMENT_HEADER.to_owned();
    for number in 0..count {
        let day = start + Days::new(number % 20);
        writeln!(
            orders,
            "B000000001,JPY,{day}T03:00:00Z,250-0000001-{number:07},Closed,1,Visa - 0000,見本の品,{day}T05:00:00Z,Shipped,000-0000 架空県,1000,1000,0,Amazon.co.jp"
        )
        .expect("a string grows");
        writeln!(statement, "{},AMAZON.CO.JP,本人,1回払い,1000,0,1000,1000,0,*", day.format("%Y/%m/%d"))
            .expect("a string grows");
    }
    Many { statement, orders, today: start + Days::new(60) }
}
