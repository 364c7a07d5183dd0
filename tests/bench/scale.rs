//! How time grows with the size of the household, and what the worst case costs. Ratios of one run count; the
//! times themselves drift with the machine.
//!
//! `cargo bench -p mioboe-tests --bench scale`

#![expect(clippy::indexing_slicing, clippy::print_stdout, reason = "prints its table")]

use std::time::{Duration, Instant};

use mioboe_engine::Request;
use mioboe_tests::households::report_of;
use mioboe_tests::many::{Many, all_equal, many};

fn main() {
    println!("charges  order lines    MB   time");
    let mut last: Option<Duration> = None;
    for charges in [1_000, 10_000, 50_000, 100_000] {
        let household = many(charges);
        let megabytes = (household.statement.len() + household.orders.len()) / 1_000_000;
        let time = timed(&household);
        println!("{charges:>7}  {:>11}  {megabytes:>4}  {time:>8.1?}", charges * 3);
        if charges == 100_000
            && let Some(half) = last
        {
            println!("n to 2n: {} %", time.as_millis() * 100 / half.as_millis().max(1));
        }
        last = Some(time);
    }
    let time = timed(&all_equal(2_000));
    println!("2,000 equal charges against 2,000 equal orders: {time:.1?}");
}

/// The median of three.
fn timed(household: &Many) -> Duration {
    let files = [
        ("enavi.csv".to_owned(), household.statement.clone().into_bytes()),
        ("Order History.csv".to_owned(), household.orders.clone().into_bytes()),
    ];
    let mut times: Vec<Duration> = (0..3)
        .map(|_| {
            let request = Request {
                today: household.today.to_string(),
                utc_offset: "+09:00".to_owned(),
                region: "jp".to_owned(),
                household: Vec::new(),
                answers: Vec::new(),
                salt: String::new(),
            };
            let start = Instant::now();
            let report = report_of(request, &files);
            assert!(!report.charges.is_empty());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[1]
}
