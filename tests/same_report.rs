//! The command line and both wasm modules give the same report, byte for byte.
#![expect(clippy::expect_used, reason = "a test that cannot begin has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

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
