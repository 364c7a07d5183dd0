//! The whole: up to four files, divided by a byte that no text has, to a report with every charge in it once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_engine::{Request, analyze};

fuzz_target!(|bytes: &[u8]| {
    let request = Request {
        today: "2026-11-22".to_owned(),
        utc_offset: "+09:00".to_owned(),
        region: "jp".to_owned(),
        household: Vec::new(),
        answers: Vec::new(),
        salt: String::new(),
        tables: Vec::new(),
        charges: Vec::new(),
        entered: Vec::new(),
        set_aside: Vec::new(),
        kept: None,
    };
    let files = bytes.splitn(4, |&byte| byte == 0xff).map(|file| ("a.csv", file));
    let report = analyze(request, files).expect("the request is good");
    let used: u32 = report.sources.iter().filter(|s| s.kind == "statement").map(|source| source.used).sum();
    assert_eq!(usize::try_from(used).unwrap(), report.charges.len());
});
