//! Shapes that make a search run on: sums that repeat, so that everything fits with everything. Each is of any size.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use crate::many::{Many, ORDER_HEADER, STATEMENT_HEADER};

/// One shape: its name, and the files of so many charges.
pub struct Shape {
    pub name: &'static str,
    pub of: fn(u64) -> Many,
}

pub const SHAPES: [Shape; 8] = [
    Shape { name: "several orders in one charge", of: several_orders },
    Shape { name: "equal charges and equal orders", of: equal },
    Shape { name: "equal charges and equal money back", of: equal_back },
    Shape { name: "sums that are nearly the same", of: near },
    Shape { name: "cancelled orders of one sum", of: cancelled },
    Shape { name: "orders under way whose parts are equal", of: under_way },
    Shape { name: "parcels charged in parts", of: in_parts },
    Shape { name: "different sums, many a day", of: dense },
];

struct Files {
    start: NaiveDate,
    orders: String,
    statement: String,
    number: u64,
}

impl Files {
    fn new() -> Self {
        Self {
            start: NaiveDate::from_ymd_opt(2026, 5, 1).expect("a day"),
            orders: format!("{ORDER_HEADER}\n"),
            statement: STATEMENT_HEADER.to_owned(),
            number: 0,
        }
    }

    /// Some lines of one order.
    fn order(&mut self, day: u64, lines: u64, sum: u64, status: &str) {
        self.number += 1;
        let (number, day) = (self.number, self.start + Days::new(day));
        let sent = if status == "Closed" { format!("{day}T05:00:00Z") } else { "Not Available".to_owned() };
        for line in 0..lines {
            writeln!(
                self.orders,
                "B{line:09},JPY,{day}T03:00:00Z,250-{:07}-{:07},{status},1,Visa - 0000,見本の品,{sent},Shipped,000-0000 架空県,{sum},{sum},0,Amazon.co.jp",
                number / 10_000_000,
                number % 10_000_000,
            )
            .expect("a string grows");
        }
    }

    fn charge(&mut self, day: u64, sum: i64) {
        let day = (self.start + Days::new(day)).format("%Y/%m/%d");
        writeln!(self.statement, "{day},AMAZON.CO.JP,本人,1回払い,{sum},0,{sum},{sum},0,*")
            .expect("a string grows");
    }

    fn done(self) -> Many {
        Many { statement: self.statement, orders: self.orders, today: self.start + Days::new(120) }
    }
}

/// Four orders of 100 to each charge of 400, and some orders more.
fn several_orders(charges: u64) -> Many {
    let mut files = Files::new();
    (0..charges * 4 + 2).for_each(|number| files.order(number % 3, 1, 100, "Closed"));
    (0..charges).for_each(|number| files.charge(number % 3, 400));
    files.done()
}

fn equal(charges: u64) -> Many {
    let mut files = Files::new();
    for number in 0..charges {
        files.order(number % 5, 1, 1000, "Closed");
        files.charge(number % 5, 1000);
    }
    files.done()
}

fn equal_back(charges: u64) -> Many {
    let mut files = Files::new();
    for number in 0..charges / 2 {
        files.order(number % 5, 1, 1000, "Closed");
        files.charge(number % 5, 1000);
        files.charge(number % 5 + 9, -1000);
    }
    files.done()
}

fn near(charges: u64) -> Many {
    let mut files = Files::new();
    for number in 0..charges {
        files.order(number % 5, 1, 1000, "Closed");
        files.charge(number % 5, 970);
    }
    files.done()
}

fn cancelled(charges: u64) -> Many {
    let mut files = Files::new();
    for number in 0..charges {
        files.order(number % 5, 1, 1000, "Cancelled");
        files.charge(number % 5, 1000);
    }
    files.done()
}

fn under_way(charges: u64) -> Many {
    let mut files = Files::new();
    for number in 0..charges {
        files.order(number % 5, 8, 100, "Authorized");
        files.charge(number % 5, 300);
    }
    files.done()
}

/// Two charges and more make up one parcel, in many ways.
fn in_parts(charges: u64) -> Many {
    let mut files = Files::new();
    for number in 0..charges {
        files.charge(number % 5, 100 + i64::try_from(number % 7).expect("small"));
        files.order(number % 5, 1, 301 + number % 5, "Closed");
    }
    files.done()
}

/// No two sums are alike, and some set of orders makes nearly every one.
fn dense(charges: u64) -> Many {
    let mut files = Files::new();
    for number in 0..charges {
        files.order(number % 30, 1, 1000 + number * 7919 % 9001, "Closed");
        files.charge(number % 30, 12_000 + i64::try_from(number * 7907 % 8999).expect("small"));
    }
    files.done()
}
