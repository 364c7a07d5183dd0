//! Checks everything, and stops at the first thing that is wrong.

use anyhow::Result;

use crate::run::{Workspace, run, step};
use crate::toolchain::Toolchain;
use crate::{browser, contract, node, package, page};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browsers {
    Run,
    Skip,
}

pub(crate) fn test(workspace: &Workspace, browsers: Browsers) -> Result<()> {
    let mut tally = Tally { passed: 0 };
    let outcome = steps(workspace, browsers, &mut tally);
    // One line in the form that continuous integration reads.
    println!("\nsteps: {} passed, {} failed", tally.passed, u32::from(outcome.is_err()));
    outcome
}

/// What `cargo add mioboe-engine` brings: it can be packed, and its pages have no dead link.
fn publishable(workspace: &Workspace) -> Result<()> {
    let all = PUBLISHED.iter().flat_map(|name| ["--package", name]);
    let mut package = workspace.cargo(["package", "--quiet", "--no-verify", "--allow-dirty"]);
    run(package.args(all.clone()))?;
    let mut doc =
        workspace.cargo(["doc", "--locked", "--quiet", "--no-deps", "--features", "mioboe-engine/full"]);
    run(doc.args(all).env("RUSTDOCFLAGS", "-Dwarnings"))
}

/// The engine and what it is made of.
const PUBLISHED: [&str; 7] = [
    "mioboe-engine",
    "mioboe-ingest",
    "mioboe-mail",
    "mioboe-model",
    "mioboe-playbook",
    "mioboe-reconcile",
    "mioboe-rules",
];

struct Tally {
    passed: u32,
}

impl Tally {
    fn count<T>(&mut self, work: Result<T>) -> Result<T> {
        self.passed += u32::from(work.is_ok());
        work
    }
}

fn steps(workspace: &Workspace, browsers: Browsers, tally: &mut Tally) -> Result<()> {
    let cargo = |what: &str, args: &[&str]| step(what, || run(&mut workspace.cargo(args)));
    let npm = |what: &str, script: &str| {
        step(what, || run(&mut workspace.www_command("npm", ["run", "--silent", script])))
    };

    tally.count(cargo("format of the Rust code", &["fmt", "--all", "--check"]))?;
    let toolchain = tally.count(step("Rust for wasm32", || Toolchain::find(workspace)))?;
    tally.count(step("Node packages", || node::packages(workspace)))?;
    tally.count(cargo(
        "clippy",
        &[
            "clippy",
            "--locked",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "-Dwarnings",
        ],
    ))?;
    tally.count(step("clippy for wasm32", || {
        let mut clippy = toolchain.cargo(workspace, "clippy");
        clippy.args(["--locked", "--quiet", "--package", "mioboe-wasm", "--target-dir"]);
        run(clippy.arg(workspace.target.join("wasm")).args(["--", "-Dwarnings"]))
    }))?;
    tally.count(step("crates for the registry", || publishable(workspace)))?;
    tally.count(contract::check(workspace))?;
    tally.count(page::engine(workspace, toolchain))?;
    // Among them the one that loads the module just built. What passing tests print is shown: the accuracy is there.
    tally.count(cargo(
        "Rust tests",
        &[
            "test",
            "--locked",
            "--quiet",
            "--workspace",
            "--features",
            "mioboe-cli/wasm-tests",
            "--",
            "--show-output",
        ],
    ))?;
    tally.count(npm("TypeScript", "test"))?;
    tally.count(page::front_end(workspace))?;
    tally.count(page::single_file(workspace))?;
    tally.count(page::sizes(workspace))?;
    tally.count(page::zipped(workspace))?;
    tally.count(package::make(workspace))?;
    tally.count(npm("npm package", "test:package"))?;
    if browsers == Browsers::Run {
        tally.count(step("browsers", || browser::install(workspace)))?;
        tally.count(npm("browser tests", "test:browser"))?;
    }
    Ok(())
}
