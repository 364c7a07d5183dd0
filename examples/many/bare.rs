//! The bare loop that `bench.py` compares with: the stream of `households` in, each household's report as JSON made and thrown
//! away. Prints how many, the seconds that the engine took, and the bytes of all reports.
//!
//! `cargo run --release -p mioboe-tests --example bare < households.stream`
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a program that cannot go on ends")]

use std::io::{self, BufRead, Read};
use std::time::{Duration, Instant};

use mioboe_engine::Request;
use mioboe_native::{Content, File};
use mioboe_tests::request;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    today: String,
    utc_offset: String,
    region: String,
    files: Vec<(String, usize)>,
}

fn main() {
    let mut input = io::stdin().lock();
    let (mut count, mut bytes, mut time) = (0_u64, 0, Duration::ZERO);
    let mut line = String::new();
    while input.read_line(&mut line).expect("a stream") > 0 {
        let head: Head = serde_json::from_str(&line).expect("the head of a household");
        line.clear();
        let mut contents = Vec::new();
        for (name, size) in head.files {
            let mut content = vec![0; size];
            input.read_exact(&mut content).expect("a whole file");
            contents.push((name, content));
        }
        let request = Request { utc_offset: head.utc_offset, region: head.region, ..request(&head.today) };
        let files: Vec<File<'_>> = contents
            .iter()
            .map(|(name, content)| File { name: name.clone(), content: Content::InMemory(content) })
            .collect();
        let start = Instant::now();
        let answer = mioboe_native::answer(&request, &files).expect("a good request");
        bytes += mioboe_native::json(&answer.report).len();
        time += start.elapsed();
        count += 1;
    }
    println!("{count} {}.{:06} {bytes}", time.as_secs(), time.subsec_micros());
}
