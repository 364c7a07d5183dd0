//! What the command line promises to other programs: arguments, exit status, one report on stdout.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot begin has failed")]

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const STATEMENT: &str = "clean-01-smbc-vpass/202608.csv";

fn case(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/cases").join(path)
}

fn mioboe<S: AsRef<std::ffi::OsStr>>(args: &[S]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mioboe")).args(args).output().expect("mioboe starts")
}

/// `analyze --format json` with these options over these files.
fn report(files: &[PathBuf], options: &[&str]) -> Value {
    let mut args = vec!["analyze".into(), "--format".into(), "json".into()];
    args.extend(options.iter().map(Into::into));
    args.extend(files.iter().map(|file| file.clone().into_os_string()));
    let output = mioboe(&args);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one report and nothing else")
}

#[track_caller]
fn check_refused(args: &[&str], says: &str) {
    let output = mioboe(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains(says), "{args:?}: {words}");
}

#[test]
fn bad_arguments_end_with_2_and_say_which() {
    let file = case(STATEMENT);
    let file = file.to_str().expect("a plain path");
    check_refused(&["analyse", file], "`analyse`");
    check_refused(&["analyze"], "no files");
    check_refused(&["analyze", file, "--format", "xml"], "`xml`");
    check_refused(&["analyze", file, "--lang", "fr"], "`fr`");
    check_refused(&["analyze", file, "--today", "22/11/2026"], "`22/11/2026`");
    check_refused(&["analyze", file, "--utc-offset", "9"], "`9`");
    check_refused(&["analyze", file, "--utc-offset", "9", "--today", "2026-11-22"], "`9`");
    check_refused(&["analyze", file, "--region", "Japan"], "`Japan`");
    check_refused(&["analyze", file, "--household", "Hanako"], "`Hanako`");
    check_refused(&["analyze", file, "--household", "Hanako=12x4"], "`Hanako=12x4`");
    check_refused(&["analyze", file, "--loud"], "--loud");
}

#[test]
fn months_are_added_to_what_was_kept() {
    let folder = std::env::temp_dir().join(format!("mioboe-months-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let kept = folder.join("kept.json").to_string_lossy().into_owned();
    let month = |name: &str| case(&format!("clean-01-smbc-vpass/{name}"));
    let (august, september) = (month("202608.csv"), month("202609.csv"));
    let today = ["--today", "2026-11-22"];
    let at_once = report(&[august.clone(), september.clone()], &today);
    let first = report(&[august], &[&today[..], &["--keep", &kept]].concat());
    let second = report(&[september], &[&today[..], &["--kept", &kept]].concat());
    assert_eq!(second, at_once);
    assert_ne!(first, at_once);
    // A case file of the page has both: what was held, or in an older one only the report.
    let held = fs::read_to_string(&kept).expect("a file");
    for holding in [Value::from(held), Value::Null] {
        let file = serde_json::json!({ "mioboeCase": 3, "report": first, "answers": {}, "steps": {}, "holding": holding });
        fs::write(&kept, file.to_string()).expect("a writable file");
        let again = report(&[month("202609.csv")], &[&today[..], &["--kept", &kept]].concat());
        assert_eq!(again["charges"].as_array().map(Vec::len), at_once["charges"].as_array().map(Vec::len));
    }
    fs::write(&kept, "{}").expect("a writable file");
    check_refused(&["analyze", "--kept", &kept], "what was kept");
    fs::remove_dir_all(&folder).expect("a folder of our own");
}

#[test]
fn a_report_and_what_was_said_become_a_case() {
    let folder = std::env::temp_dir().join(format!("mioboe-advise-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let of = |name: &str, value: &Value| {
        let path = folder.join(name);
        fs::write(&path, value.to_string()).expect("written");
        path.to_str().expect("a plain path").to_owned()
    };
    let report = report(&[case(STATEMENT)], &["--today", "2026-11-22"]);
    let id = report["charges"][0]["id"].clone();
    let report_file = of("report.json", &report);
    let said = serde_json::json!({ "region": "jp", "answers": [{ "charge": id, "answer": "notMine" }] });
    let said_file = of("said.json", &said);
    let advise = |args: &[&str]| -> Value {
        let output = mioboe(&[&["advise", "--format", "json"], args].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("one case and nothing else")
    };
    let silent = advise(&[&report_file, "--today", "2026-11-22"]);
    let answered = advise(&[&report_file, "--said", &said_file]);
    assert_eq!((&silent["law"], &silent["groups"][0] == "notMine"), (&Value::from("jp"), false));
    assert_eq!(
        (&answered["today"], &answered["groups"][0]),
        (&Value::from("2026-11-22"), &Value::from("notMine"))
    );
    // The file that the page saves says both.
    let saved = serde_json::json!({
        "mioboeCase": 2, "redacted": false, "report": report, "answers": { id.as_str().expect("an id"): "notMine" },
        "steps": { "contact-amazon": { "done": true, "note": "", "doneOn": "2026-11-21" } }, "contacts": [],
    });
    let saved = advise(&[&of("case.json", &saved), "--today", "2026-11-22", "--region", "gb"]);
    assert_eq!((&saved["groups"][0], &saved["law"]), (&Value::from("notMine"), &Value::from("uk")));
    assert_eq!(saved["matter"]["contacted"], "2026-11-21");
    for lang in ["ja", "en"] {
        let text = mioboe(&["advise", &report_file, "--said", &said_file, "--lang", lang]);
        let text = String::from_utf8(text.stdout).expect("UTF-8");
        assert!(text.contains("[ ] ") && !text.contains("step-") && !text.contains("verdict-"), "{text}");
    }
    check_refused(&["advise"], "one report");
    check_refused(&["advise", &report_file, &said_file], "one report");
    check_refused(&["advise", &report_file, "--today", "2026-02-30"], "`2026-02-30`");
    let no_report = mioboe(&["advise", &said_file]);
    assert_eq!(no_report.status.code(), Some(1));
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn one_line_of_json_is_all_that_is_printed() {
    let output =
        mioboe(&["analyze".into(), "--format".into(), "json".into(), case(STATEMENT).into_os_string()]);
    assert_eq!(output.stdout.split(|byte| *byte == b'\n').count(), 2);
    assert!(output.stdout.ends_with(b"}\n"));
    assert!(output.stderr.is_empty());
}

#[test]
fn today_is_what_was_given_or_a_day() {
    let given = report(&[case(STATEMENT)], &["--today", "2026-11-24"]);
    assert_eq!(given["today"], "2026-11-24");
    let now = report(&[case(STATEMENT)], &[]);
    assert_eq!(now["today"].as_str().map(str::len), Some("2026-11-24".len()));
}

#[test]
fn an_offset_may_be_negative_in_both_spellings() {
    for options in [&["--utc-offset=-05:00"][..], &["--utc-offset", "-05:00"], &["--utc-offset", "+09:00"]] {
        report(&[case(STATEMENT)], options);
    }
}

#[test]
fn everyone_of_a_household_may_be_named() {
    report(
        &[case(STATEMENT)],
        &["--household", "花子=1234,5678", "--household", "太郎=9999", "--region", "jp"],
    );
}

#[test]
fn a_folder_is_the_files_in_it() {
    let folder = case("clean-01-smbc-vpass");
    let files: Vec<_> =
        ["202608.csv", "202609.csv", "202610.csv", "202611.csv", "Your Orders.zip", "truth.json"]
            .iter()
            .map(|name| folder.join(name))
            .collect();
    let options = ["--today", "2026-11-24"];
    assert_eq!(report(&[folder], &options), report(&files, &options));
}

#[test]
fn a_file_is_named_without_the_folders_it_lies_in() {
    let report = report(&[case(STATEMENT)], &[]);
    assert_eq!(report["sources"][0]["name"], "202608.csv");
}

/// The ZIP with a photo of this size before its entries; where the photo is, the file has a hole.
fn with_photo(zip: &[u8], size: u32, path: &Path) {
    const NAME: &[u8] = b"photo.jpeg";
    let number =
        |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    let header = |length: usize, signature: &[u8], sizes: usize| {
        let mut header = vec![0; length];
        header[..4].copy_from_slice(signature);
        header[sizes..sizes + 4].copy_from_slice(&size.to_le_bytes());
        header[sizes + 4..sizes + 8].copy_from_slice(&size.to_le_bytes());
        header[sizes + 8] = u8::try_from(NAME.len()).expect("a short name");
        [&header, NAME].concat()
    };
    let (local, record) = (header(30, b"PK\x03\x04", 18), header(46, b"PK\x01\x02", 20));
    let end = zip.windows(4).rposition(|window| window == b"PK\x05\x06").expect("a ZIP");
    let (length, start) = (number(zip, end + 12), number(zip, end + 16));
    let shift = u32::try_from(local.len()).expect("a short header") + size;
    let (entries, directory) = zip[..end].split_at(start as usize);
    let mut directory = directory.to_vec();
    let records: Vec<usize> = directory
        .windows(4)
        .enumerate()
        .filter(|(_, window)| window == b"PK\x01\x02")
        .map(|(at, _)| at)
        .collect();
    for at in records {
        let moved = number(&directory, at + 42) + shift;
        directory[at + 42..at + 46].copy_from_slice(&moved.to_le_bytes());
    }
    let mut tail = zip[end..].to_vec();
    (tail[8], tail[10]) = (tail[8] + 1, tail[10] + 1);
    tail[12..16]
        .copy_from_slice(&(length + u32::try_from(record.len()).expect("a short record")).to_le_bytes());
    tail[16..20].copy_from_slice(&(start + shift).to_le_bytes());
    let mut file = fs::File::create(path).expect("a file");
    file.write_all(&local).expect("a file");
    file.seek(SeekFrom::Current(i64::from(size))).expect("a file");
    for part in [entries, &record, &directory, &tail] {
        file.write_all(part).expect("a file");
    }
}

/// Under this limit the file itself could not be held.
#[cfg(target_os = "linux")]
#[test]
fn an_export_of_half_a_gigabyte_is_read_in_less_memory_than_that() {
    let folder = std::env::temp_dir().join(format!("mioboe-large-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let small = case("../archives/Your Orders.zip");
    let large = folder.join("Your Orders.zip");
    with_photo(&fs::read(&small).expect("a fixture"), 500 << 20, &large);
    let run = |file: &Path| {
        let script = "ulimit -v 300000; exec \"$0\" analyze --format json --today 2026-11-22 \"$1\"";
        let output = Command::new("sh").args(["-c", script, env!("CARGO_BIN_EXE_mioboe")]).arg(file).output();
        String::from_utf8(output.expect("sh starts").stdout).expect("UTF-8")
    };
    let (expected, found) = (run(&small), run(&large));
    fs::remove_dir_all(&folder).expect("a folder of ours");
    assert!(expected.contains("amazon-orders-l2"), "{expected}");
    assert_eq!(found, expected);
}

#[test]
fn one_file_that_is_not_there_does_not_spoil_the_others() {
    let with_absent = [case("absent.csv"), case(STATEMENT)];
    let options = ["--today", "2026-11-24"];
    assert_eq!(report(&with_absent, &options), report(&[case(STATEMENT)], &options));
}

#[test]
fn nothing_to_read_ends_with_1() {
    let absent = mioboe(&["analyze".into(), case("absent.csv").into_os_string()]);
    assert_eq!(absent.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&absent.stderr).contains("absent.csv"));

    let noise = Path::new(env!("CARGO_TARGET_TMPDIR")).join("noise.bin");
    fs::write(&noise, [0, 159, 146, 150, 0, 1, 2, 3]).expect("a file to write");
    let unreadable = mioboe(&["analyze".into(), "--format".into(), "json".into(), noise.into_os_string()]);
    assert_eq!(unreadable.status.code(), Some(1));
}

#[test]
fn the_text_speaks_the_language_asked_for() {
    for (lang, says) in [("ja", "カードや口座の明細"), ("en", "Card or account statement")] {
        let args = ["analyze".into(), "--lang".into(), lang.into(), case(STATEMENT).into_os_string()];
        let output = mioboe(&args);
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(text.contains("202608.csv"), "{text}");
        assert!(text.contains(says), "{text}");
    }
}

#[test]
fn a_language_that_is_not_here_is_refused_with_those_that_are() {
    let output = mioboe(&["analyze".into(), "--lang".into(), "xx".into(), case(STATEMENT).into_os_string()]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(["`xx`", "en", "ja"].iter().all(|name| said.contains(name)), "{said}");
}

#[test]
fn help_tells_of_every_option() {
    let output = mioboe(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    for option in ["--format", "--today", "--utc-offset", "--region", "--lang", "--household"] {
        assert!(text.contains(option), "{option}");
    }
}

#[test]
fn one_typed_charge_is_enough_for_a_report() {
    let report = report(&[], &["--charge", "2026-11-03 600 JPY AMAZON.CO.JP", "--today", "2026-11-30"]);
    let charge = &report["charges"][0];
    assert_eq!(
        (&charge["id"], &charge["amount"], &charge["merchant"]),
        (&"0:1".into(), &"600".into(), &"AMAZON.CO.JP".into())
    );
    assert_eq!((&charge["verdict"], &charge["cause"]), (&"ask".into(), &"could-be-plan".into()));
    assert_eq!(report["sources"][0]["kind"], "typed");
    let steps: Vec<&str> =
        report["nextSteps"].as_array().expect("a list").iter().filter_map(|it| it["step"].as_str()).collect();
    let place = |step| steps.iter().position(|other| *other == step).expect(step);
    let order = [
        "check-family",
        "check-subscriptions",
        "check-order-history",
        "contact-seller",
        "contact-amazon",
        "contact-card-issuer",
    ];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{steps:?}");
    assert!(0 < place("get-order-export"), "{steps:?}");
    for step in ["pause-card", "enable-two-step", "turn-on-alerts", "monthly-check"] {
        assert!(steps.contains(&step), "{step}: {steps:?}");
    }
}

#[test]
fn typed_charges_need_no_day_and_know_how_they_were_paid() {
    let options =
        ["--charge", "? 3,980", "--charge", "2026-11-01 12.99 USD AMZN Mktp US", "--paid-by", "2=debit"];
    let report = report(&[], &options);
    let said = |at: usize, name: &str| report["charges"][at][name].clone();
    assert_eq!(
        (said(0, "date"), said(0, "amount"), said(0, "currency")),
        (Value::Null, "3980".into(), "JPY".into())
    );
    assert_eq!(
        (said(1, "currency"), said(1, "merchant"), said(1, "paidBy")),
        ("USD".into(), "AMZN Mktp US".into(), "debit".into())
    );
}

#[test]
fn a_statement_that_holds_what_was_typed_takes_its_place() {
    let alone = report(&[case(STATEMENT)], &["--today", "2026-11-22"]);
    let row = &alone["charges"][0];
    let text = |name: &str| row[name].as_str().expect("a text").to_owned();
    let typed = format!("{} {} {} {}", text("date"), text("amount"), text("currency"), text("merchant"));
    let both = report(&[case(STATEMENT)], &["--today", "2026-11-22", "--charge", &typed]);
    assert_eq!(both["charges"], alone["charges"]);
    assert_eq!(both["sources"][1]["skipped"]["seen-in-other-file"], 1);
}

#[test]
fn a_charge_that_is_none_is_refused() {
    for text in ["3980", "2026-13-40 3980", "yesterday 3980 AMAZON", "2026-11-03 AMAZON"] {
        check_refused(&["analyze", "--charge", text], text);
    }
    for text in ["debit", "2=debit", "0=debit", "1=gold"] {
        check_refused(&["analyze", "--charge", "? 500", "--paid-by", text], text);
    }
}

/// Signs that would steer a terminal, turn the reading direction, hide, or begin a line.
fn misleads(text: &str) -> Option<char> {
    text.chars().find(|&c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{34f}'
                | '\u{115f}' | '\u{2800}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    })
}

#[test]
fn no_name_in_a_file_misleads_in_any_output() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/hostile/names.csv");
    let found = report(std::slice::from_ref(&file), &["--today", "2026-11-22"]);
    let charges = found["charges"].as_array().expect("a list");
    assert_eq!(charges.len(), 25);
    for charge in charges {
        let merchant = charge["merchant"].as_str().expect("a name");
        assert!(misleads(merchant).is_none() && !merchant.contains('\n'), "{merchant:?}");
        // Whatever is hidden in it, a name that reads like Amazon is not put away among the others.
        assert_ne!(charge["verdict"], "other", "{merchant:?}");
    }
    for format in ["text", "json"] {
        let args = ["analyze".as_ref(), "--format".as_ref(), format.as_ref(), file.as_os_str()];
        let output = mioboe(&args);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(misleads(&text), None, "{format}");
        assert!(
            !text.lines().any(|line| line.starts_with("- 2026") || line.starts_with("I withdraw")),
            "{format}"
        );
    }
}

#[test]
fn the_name_of_a_file_cannot_steer_the_terminal() {
    let output = mioboe(&["analyze", "no\u{1b}[31m\u{202e}such.csv"]);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains("no[U+001B][31m[U+202E]such.csv"), "{words:?}");
    let output = mioboe(&["analyze", "a.csv", "--format", "x\u{1b}[2J"]);
    assert!(!output.stderr.contains(&0x1b));
}
