//! The command line and both wasm modules give the same report and the same case, byte for byte.
#![expect(clippy::expect_used, reason = "a test that cannot begin has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

#[test]
fn every_household_has_the_same_report_in_wasm_and_natively() {
    let households = households();
    assert!(!households.is_empty(), "there are households to compare");
    let natively: Vec<String> = households.iter().map(|household| native(household)).collect();
    for build in ["core", "full"] {
        let mut node = Command::new("node");
        node.arg(tests().join("wasm/reports.mjs")).arg(build).args(&households);
        let output = node.output().expect("node starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let from_wasm: Vec<&str> = text.split_inclusive('\n').collect();
        assert_eq!(from_wasm.len(), households.len());
        let mut left_to_full = 0;
        for ((household, natively), from_wasm) in households.iter().zip(&natively).zip(from_wasm) {
            // The small module says so of a file that it leaves to the other one; the page then asks that one.
            if build == "core" && from_wasm.contains("\"needs-full-reader\"") {
                left_to_full += 1;
                continue;
            }
            assert!(natively == from_wasm, "{} differs in {build}", household.display());
        }
        assert!(left_to_full < 3, "{left_to_full} households need more than the small module");
    }
    println!("{} households: the same bytes from wasm and natively", households.len());
}

#[test]
fn every_household_has_the_same_case_in_wasm_and_natively_with_and_without_answers() {
    let households = households();
    let folder = std::env::temp_dir().join(format!("mioboe-cases-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder of our own");
    let mut natively: Vec<String> = Vec::new();
    for household in &households {
        let report = native(household);
        let report_file = folder.join("report");
        fs::write(&report_file, &report).expect("a writable file");
        let sayings = sayings(household, &serde_json::from_str(&report).expect("JSON"));
        for said in &sayings {
            let said_file = folder.join("said");
            fs::write(&said_file, said.to_string()).expect("a writable file");
            let mut mioboe = Command::new(env!("CARGO_BIN_EXE_mioboe"));
            mioboe.args(["advise", "--format", "json"]).arg(&report_file).arg("--said").arg(&said_file);
            let output = mioboe.output().expect("mioboe starts");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            natively.push(String::from_utf8(output.stdout).expect("UTF-8"));
        }
        let name = household.file_name().expect("a name").to_string_lossy();
        fs::write(folder.join(format!("{name}.json")), Value::from(sayings).to_string())
            .expect("a writable file");
    }
    for build in ["core", "full"] {
        let mut node = Command::new("node");
        node.arg(tests().join("wasm/cases.mjs")).arg(build).arg(&folder).args(&households);
        let output = node.output().expect("node starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let from_wasm: Vec<&str> = text.split_inclusive('\n').collect();
        assert_eq!(from_wasm.len(), natively.len());
        let left_to_full = from_wasm.iter().filter(|text| **text == "needs-full-reader\n").count();
        assert!(
            left_to_full < if build == "core" { 6 } else { 1 },
            "{left_to_full} cases need more than {build}"
        );
        for (at, (natively, from_wasm)) in natively.iter().zip(from_wasm).enumerate() {
            let household = households.get(at / SAYINGS).expect("as many as there are households").display();
            assert!(
                from_wasm == "needs-full-reader\n" || natively == from_wasm,
                "{household} differs in {build}"
            );
        }
    }
    fs::remove_dir_all(&folder).expect("a folder of our own");
    println!("{} cases: the same bytes from wasm and natively", natively.len());
}

/// Nothing; and of each third charge another word, with all else that can be said.
fn sayings(household: &Path, report: &Value) -> [Value; SAYINGS] {
    let truth = fs::read(household.join("truth.json")).expect("a readable file");
    let truth: Value = serde_json::from_slice(&truth).expect("JSON");
    let (region, today) = (truth.get("region"), truth.get("today"));
    let charges = report.get("charges").and_then(Value::as_array).expect("charges");
    let answers = ["me", "family", "notMine"].into_iter().cycle();
    let answers: Vec<Value> = charges
        .iter()
        .zip(answers)
        .step_by(2)
        .map(|(charge, answer)| json!({ "charge": charge.get("id"), "answer": answer }))
        .collect();
    [
        json!({ "region": region }),
        json!({
            "region": region,
            "today": today,
            "answers": answers,
            "salt": "00ff",
            "looked": true,
            "noticeCame": today,
            "steps": [{ "step": "check-family", "done": true, "doneOn": today, "note": "asked" }],
            "contacts": [{ "day": today, "whom": "Amazon", "answer": "R-123" }],
        }),
    ]
}

const SAYINGS: usize = 2;

#[test]
fn half_a_gigabyte_of_photos_is_not_read() {
    for build in ["core", "full"] {
        let mut node = Command::new("node");
        node.arg(tests().join("wasm/large-zip.mjs")).arg(build);
        let output =
            node.arg(tests().join("fixtures/archives/Your Orders.zip")).output().expect("node starts");
        assert!(output.status.success(), "{build}: {}", String::from_utf8_lossy(&output.stderr));
        print!("{build}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn half_a_gigabyte_of_rows_and_mails_is_read_in_pieces() {
    let output =
        Command::new("node").arg(tests().join("wasm/large-table.mjs")).output().expect("node starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    print!("{}", String::from_utf8_lossy(&output.stdout));
}

/// Folders with a `truth.json`, which says with what to ask and about which files.
fn households() -> Vec<PathBuf> {
    let cases = fs::read_dir(tests().join("fixtures/cases")).expect("cases");
    let mut folders: Vec<_> = cases.map(|entry| entry.expect("a readable folder").path()).collect();
    folders.retain(|folder| folder.join("truth.json").is_file());
    folders.sort();
    folders
}

fn native(household: &Path) -> String {
    let truth = fs::read(household.join("truth.json")).expect("a readable file");
    let truth: Value = serde_json::from_slice(&truth).expect("JSON");
    let field = |name: &str| truth.get(name).expect("a field that every household has");
    let text = |name: &str| field(name).as_str().expect("text").to_owned();
    let mut mioboe = Command::new(env!("CARGO_BIN_EXE_mioboe"));
    mioboe.current_dir(household).args(["analyze", "--format", "json"]);
    mioboe.args([
        format!("--today={}", text("today")),
        format!("--utc-offset={}", text("utcOffset")),
        format!("--region={}", text("region")),
    ]);
    mioboe.args(field("files").as_array().expect("a list").iter().filter_map(Value::as_str));
    String::from_utf8(mioboe.output().expect("mioboe starts").stdout).expect("UTF-8")
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}
