//! Feeds the readers with damaged files: libFuzzer on the targets of `tests/fuzz`, starting from the tests' own files.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::{Workspace, run, step};

const FOLDER: &str = "tests/fuzz";

pub(crate) struct Options {
    /// For each target.
    pub(crate) seconds: u32,
    /// All of them where none is named.
    pub(crate) target: Option<String>,
}

pub(crate) fn fuzz(workspace: &Workspace, options: &Options) -> Result<()> {
    let targets = targets(workspace)?;
    let chosen: Vec<&String> =
        targets.iter().filter(|name| options.target.as_ref().is_none_or(|target| target == *name)).collect();
    if chosen.is_empty() {
        bail!("no such target; there are {}", targets.join(", "));
    }
    if !is_installed() {
        step("cargo-fuzz", || run(&mut workspace.cargo(["install", "--locked", "cargo-fuzz"])))?;
    }
    for target in chosen {
        step(&format!("fuzzing {target}"), || run_target(workspace, target, options.seconds))?;
    }
    Ok(())
}

/// The names of the files in `fuzz_targets`.
fn targets(workspace: &Workspace) -> Result<Vec<String>> {
    let folder = workspace.root.join(FOLDER).join("fuzz_targets");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        names.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

fn is_installed() -> bool {
    let mut version = Command::new("cargo-fuzz");
    version.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    version.status().is_ok_and(|status| status.success())
}

fn run_target(workspace: &Workspace, target: &str, seconds: u32) -> Result<()> {
    // What libFuzzer finds goes to the first folder; the others are only read.
    let found = workspace.target.join("fuzz/corpus").join(target);
    fs::create_dir_all(&found)?;
    let fixtures = workspace.root.join("tests/fixtures");
    // The readers have no unsafe code, so that the stable compiler and no sanitizer will do.
    let mut fuzz =
        workspace.cargo(["fuzz", "run", "--fuzz-dir", FOLDER, "--sanitizer", "none", "--target-dir"]);
    fuzz.arg(workspace.target.join("fuzz/target")).arg(target).arg(found);
    fuzz.args(seeds(target).map(|folder| fixtures.join(folder)));
    let artifacts = format!("-artifact_prefix={}/", workspace.target.join("fuzz").display());
    fuzz.args([
        "--",
        &format!("-max_total_time={seconds}"),
        "-max_len=8192",
        "-timeout=10",
        "-rss_limit_mb=1024",
    ]);
    run(fuzz.args([&artifacts]))
}

/// The folders of fixtures that a target starts from.
fn seeds(target: &str) -> impl Iterator<Item = &'static Path> {
    let folders: &[&str] = match target {
        "ofx" => &["statements/ofx"],
        "qif" => &["statements/qif"],
        "mt940" => &["statements/mt940"],
        "camt" => &["statements/camt"],
        "mail" => &["orders/mail"],
        "account" => &["orders/account"],
        "orders" => &["orders"],
        "zip" => &["archives"],
        "documents" | "paper" => &["documents"],
        "pieces" => &["archives", "orders/mail", "statements"],
        "analyze" => &["statements", "orders"],
        _ => &["statements"],
    };
    folders.iter().map(Path::new)
}
