//! Checks everything, and stops at the first thing that is wrong.

use std::cell::OnceCell;

use anyhow::{Context, Result, bail};

use crate::run::{Workspace, run, step};
use crate::toolchain::{Choice, Toolchain};
use crate::{browser, contract, node, package, page, python, sizes, toolchain};

/// Which steps are wanted.
#[derive(Default)]
pub(crate) struct Options {
    /// Everything but the browsers.
    pub(crate) quick: bool,
    /// Only these, by name.
    pub(crate) only: Vec<String>,
    /// This one and all behind it.
    pub(crate) from: Option<String>,
    pub(crate) choice: Choice,
}

/// One thing that must hold. Each can be repeated alone, on what the steps before it left behind.
struct Step {
    name: &'static str,
    work: fn(&Bench<'_>) -> Result<()>,
    /// Needs browsers.
    in_browsers: bool,
}

/// What the steps work on.
struct Bench<'a> {
    workspace: &'a Workspace,
    choice: Choice,
    toolchain: OnceCell<Toolchain>,
}

const STEPS: &[Step] = &[
    here("checkers", |bench| toolchain::checkers(bench.workspace)),
    here("format", |bench| bench.cargo(&["fmt", "--all", "--check"])),
    here("wasm32", |bench| bench.toolchain().map(drop)),
    here("Node packages", |bench| node::packages(bench.workspace)),
    here("clippy", |bench| {
        bench.cargo(&[
            "clippy",
            "--locked",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "-Dwarnings",
        ])
    }),
    here("clippy for wasm32", |bench| {
        let mut clippy = bench.toolchain()?.cargo(bench.workspace, "clippy");
        clippy.args(["--locked", "--quiet", "--package", "mioboe-wasm", "--target-dir"]);
        run(clippy.arg(bench.workspace.target.join("wasm")).args(["--", "-Dwarnings"]))
    }),
    here("crates for the registry", |bench| publishable(bench.workspace)),
    here("contract", |bench| contract::check(bench.workspace)),
    here("engine", |bench| page::engine(bench.workspace, bench.toolchain()?)),
    // Among them the one that loads the module just built. What passing tests print is shown: the accuracy is there.
    here("Rust tests", |bench| {
        bench.cargo(&[
            "test",
            "--locked",
            "--quiet",
            "--workspace",
            "--features",
            "mioboe-cli/wasm-tests",
            "--",
            "--show-output",
        ])
    }),
    here("Python wheel", |bench| python::wheel(bench.workspace)),
    here("Python tests", |bench| python::tests(bench.workspace)),
    here("many households", |bench| python::many_households(bench.workspace)),
    here("TypeScript", |bench| bench.npm("test")),
    here("page", |bench| page::front_end(bench.workspace)),
    here("single file", |bench| page::single_file(bench.workspace)),
    here("sizes", |bench| sizes::sizes(bench.workspace)),
    here("zip", |bench| page::zipped(bench.workspace)),
    here("package", |bench| package::make(bench.workspace)),
    here("npm package", |bench| bench.npm("test:package")),
    Step { in_browsers: true, ..here("browsers", |bench| browser::install(bench.workspace)) },
    Step { in_browsers: true, ..here("browser tests", |bench| bench.npm("test:browser")) },
];

const fn here(name: &'static str, work: fn(&Bench<'_>) -> Result<()>) -> Step {
    Step { name, work, in_browsers: false }
}

pub(crate) fn test(workspace: &Workspace, options: &Options) -> Result<()> {
    let steps = wanted(options)?;
    announce(workspace, options.choice, &steps);
    let bench = Bench { workspace, choice: options.choice, toolchain: OnceCell::new() };
    let mut passed = 0;
    let outcome = steps.iter().try_for_each(|one| {
        step(one.name, || (one.work)(&bench)).inspect_err(|_| {
            eprintln!("\nThis step alone again: cargo xtask test --only \"{0}\"", one.name);
            eprintln!("It and all behind it:  cargo xtask test --from \"{0}\"", one.name);
        })?;
        passed += 1;
        Ok(())
    });
    // One line in the form that continuous integration reads.
    println!("\nsteps: {passed} passed, {} failed", u32::from(outcome.is_err()));
    outcome
}

fn wanted(options: &Options) -> Result<Vec<&'static Step>> {
    for name in options.only.iter().chain(&options.from) {
        if !STEPS.iter().any(|step| step.name == *name) {
            let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
            bail!("`{name}` is no step; the steps are: {}", names.join(", "));
        }
    }
    let first = STEPS.iter().position(|step| options.from.as_ref().is_some_and(|name| step.name == name));
    let wanted = |step: &&Step| {
        (options.only.is_empty() || options.only.iter().any(|name| step.name == name))
            && !(options.quick && step.in_browsers)
    };
    Ok(STEPS.iter().skip(first.unwrap_or(0)).filter(wanted).collect())
}

/// Before anything else: what is missing and will be installed, and how long it takes.
fn announce(workspace: &Workspace, choice: Choice, steps: &[&Step]) {
    println!("{} steps: {}", steps.len(), steps.iter().map(|step| step.name).collect::<Vec<_>>().join(", "));
    let mut missing = Vec::new();
    missing.extend(Toolchain::missing(workspace, choice));
    let checkers = toolchain::missing_checkers(workspace);
    missing.extend(
        checkers.iter().map(|(.., tool, _)| format!("{tool} through rustup or apt-get (some seconds)")),
    );
    missing.extend(node::missing(workspace));
    let has = |name| steps.iter().any(|step| step.name == name);
    let mut places = Vec::new();
    if has("Python wheel") {
        places.push(python::package(workspace));
    }
    if has("many households") {
        places.push(python::many(workspace));
        missing.extend(python::missing_java());
    }
    if !places.is_empty() {
        missing.extend(python::missing(&places));
    }
    if steps.iter().any(|step| step.in_browsers) {
        missing.extend(browser::missing());
    }
    if missing.is_empty() {
        println!("Nothing has to be installed.");
    }
    for what in missing {
        println!("To be installed: {what}");
    }
    println!("As a rule 45 minutes on two cores at the first time, 20 after that; with --quick half of it.");
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

impl Bench<'_> {
    fn cargo(&self, args: &[&str]) -> Result<()> {
        run(&mut self.workspace.cargo(args))
    }

    fn npm(&self, script: &str) -> Result<()> {
        // Where a step is begun with, nothing before it has brought them.
        node::packages(self.workspace)?;
        run(&mut self.workspace.www_command("npm", ["run", "--silent", script]))
    }

    fn toolchain(&self) -> Result<Toolchain> {
        if let Some(found) = self.toolchain.get() {
            return Ok(*found);
        }
        let found = Toolchain::find(self.workspace, self.choice).context("Rust for wasm32")?;
        Ok(*self.toolchain.get_or_init(|| found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(options: &Options) -> Vec<&'static str> {
        wanted(options).expect("known steps").iter().map(|step| step.name).collect()
    }

    #[test]
    fn without_a_word_every_step_is_taken() {
        assert_eq!(names(&Options::default()).len(), STEPS.len());
    }

    #[test]
    fn no_two_steps_have_one_name() {
        let mut names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }

    #[test]
    fn quick_leaves_the_browsers_out() {
        let quick = names(&Options { quick: true, ..Options::default() });
        assert_eq!(quick.len(), STEPS.len() - 2);
        assert!(!quick.contains(&"browser tests"));
    }

    #[test]
    fn a_step_is_repeated_alone_or_begun_from() {
        let only = Options { only: vec!["sizes".into(), "Rust tests".into()], ..Options::default() };
        assert_eq!(names(&only), ["Rust tests", "sizes"]);
        let from = Options { from: Some("npm package".into()), ..Options::default() };
        assert_eq!(names(&from), ["npm package", "browsers", "browser tests"]);
    }

    #[test]
    fn an_unknown_step_is_told_with_those_there_are() {
        let error = wanted(&Options { only: vec!["rust".into()], ..Options::default() }).err();
        let error = error.expect("an error").to_string();
        assert!(error.contains("`rust`") && error.contains("Rust tests"), "{error}");
    }
}
