//! How time grows with the size of the household, and what the worst case costs. Ratios of one run count; the
//! times themselves drift with the machine.
//!
//! `cargo bench -p mioboe-tests --bench scale`

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "prints its table"
)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use mioboe_tests::households::report_of;
use mioboe_tests::many::{Many, all_equal, many};
use mioboe_tests::request;

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
        if charges == 100_000 {
            in_the_module(&household, time);
        }
    }
    let time = timed(&all_equal(2_000));
    println!("2,000 equal charges against 2,000 equal orders: {time:.1?}");
}

/// The same files through the wasm module in Node, in the same run, and what both take of memory.
fn in_the_module(household: &Many, native: Duration) {
    let bytes = household.statement.len() + household.orders.len();
    if let Some(peak) = peak_memory() {
        println!(
            "native: at most {} MB, {}.{} bytes a byte of input",
            peak / 1_000_000,
            peak / bytes,
            peak * 10 / bytes % 10
        );
    }
    let folder = std::env::temp_dir().join(format!("mioboe-scale-{}", std::process::id()));
    let paths = [folder.join("enavi.csv"), folder.join("Order History.csv")];
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    for (path, text) in paths.iter().zip([&household.statement, &household.orders]) {
        std::fs::write(path, text).expect("room for the files");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/scale.mjs");
    let output = Command::new("node").arg(script).arg(household.today.to_string()).args(&paths).output();
    std::fs::remove_dir_all(&folder).expect("the folder goes away again");
    let output = output.expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = said.split_whitespace().filter_map(|number| number.parse::<u128>().ok());
    let (Some(time), Some(memory)) = (numbers.next(), numbers.next()) else { panic!("{said}") };
    let percent = time * 100 / native.as_millis().max(1);
    println!(
        "wasm: {time} ms, {percent} % of native; {} MB, {} bytes a byte of input",
        memory / 1_000_000,
        memory / bytes as u128
    );
}

/// The most that this process has had in memory, where the system tells.
fn peak_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<usize>().ok()? * 1024)
}

/// The median of three.
fn timed(household: &Many) -> Duration {
    let files = [
        ("enavi.csv".to_owned(), household.statement.clone().into_bytes()),
        ("Order History.csv".to_owned(), household.orders.clone().into_bytes()),
    ];
    let mut times: Vec<Duration> = (0..3)
        .map(|_| {
            let request = request(&household.today.to_string());
            let start = Instant::now();
            let report = report_of(request, &files);
            assert!(!report.charges.is_empty());
            // The module writes its report out for the page.
            let written = serde_json::to_string(&report).expect("a report is JSON");
            assert!(!written.is_empty());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[1]
}
