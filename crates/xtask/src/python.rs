//! The Python package: a Python of its own below `target/`, the wheel, its tests.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::{Workspace, read, run};
use crate::setup::{apt_get_install, has_apt_get};

/// The oldest that the package is for.
const OLDEST: (u32, u32) = (3, 10);

/// The oldest that Spark runs on.
const OLDEST_JAVA: u32 = 17;

const NAMES: [&str; 7] =
    ["python3", "python3.15", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];

/// A Python below `target/` with the packages that some lists ask for.
pub(crate) struct Place {
    folder: PathBuf,
    lists: Vec<PathBuf>,
    /// How much there is to fetch.
    size: &'static str,
}

/// For the wheel and its tests.
pub(crate) fn package(workspace: &Workspace) -> Place {
    Place {
        folder: workspace.target.join("python/package"),
        lists: vec![workspace.root.join("crates/python/requirements-tests.txt")],
        size: "30 MB",
    }
}

/// For the job of `examples/many`.
pub(crate) fn many(workspace: &Workspace) -> Place {
    let many = workspace.root.join("examples/many");
    Place {
        folder: workspace.target.join("python/many"),
        lists: vec![many.join("requirements.txt"), many.join("requirements-tests.txt")],
        size: "440 MB",
    }
}

impl Place {
    fn program(&self, name: &str) -> Command {
        let (folder, suffix) = if cfg!(windows) { ("Scripts", ".exe") } else { ("bin", "") };
        Command::new(self.folder.join(folder).join(format!("{name}{suffix}")))
    }

    /// Makes it, with exactly what the list says, unless it is there already.
    fn install(&self) -> Result<()> {
        let wanted = self.wanted()?;
        if self.is_here(&wanted) {
            println!("    Python packages: as in the lists already");
            return Ok(());
        }
        let python = python()?;
        run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&self.folder))?;
        let mut pip = self.program("python");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        run(pip.args(self.lists.iter().flat_map(|list| [OsStr::new("--requirement"), list.as_os_str()])))?;
        fs::write(self.stamp(), wanted).context("remembering what was installed")
    }

    fn wanted(&self) -> Result<Vec<u8>> {
        let parts = self
            .lists
            .iter()
            .map(|list| fs::read(list).with_context(|| format!("reading {}", list.display())));
        Ok(parts.collect::<Result<Vec<_>>>()?.concat())
    }

    fn is_here(&self, wanted: &[u8]) -> bool {
        fs::read(self.stamp()).is_ok_and(|installed| installed == wanted)
    }

    /// Holds the list that was installed.
    fn stamp(&self) -> PathBuf {
        self.folder.join("mioboe-installed.txt")
    }
}

/// What the job over many households needs and no list of Python's has.
pub(crate) fn missing_java() -> Option<String> {
    (!cfg!(windows) && !has_java())
        .then(|| format!("Java {OLDEST_JAVA} or later, through apt-get where there is one (200 MB)"))
}

/// What the steps for these places will have to bring.
pub(crate) fn missing(places: &[Place]) -> Vec<String> {
    let mut missing = Vec::new();
    if find().is_none() {
        missing.push("Python 3.10 or later with venv, through apt-get where there is one".to_owned());
    }
    for place in places {
        if !place.wanted().is_ok_and(|wanted| place.is_here(&wanted)) {
            let lists: Vec<_> = place.lists.iter().map(|list| list.to_string_lossy()).collect();
            missing.push(format!(
                "what {} ask for, through pip, below target/ ({})",
                lists.join(" and "),
                place.size
            ));
        }
    }
    missing
}

/// Builds the wheel as it would be published, and installs it as a person would.
pub(crate) fn wheel(workspace: &Workspace) -> Result<()> {
    let place = package(workspace);
    place.install()?;
    let wheels = workspace.target.join("python/wheels");
    // Only the new one is to be found there.
    if wheels.exists() {
        fs::remove_dir_all(&wheels).context("removing the wheels of before")?;
    }
    let mut maturin = place.program("maturin");
    maturin.args([
        "build",
        "--quiet",
        "--release",
        "--locked",
        "--manifest-path",
        "crates/python/Cargo.toml",
    ]);
    run(maturin.arg("--out").arg(&wheels).current_dir(&workspace.root))?;
    add(&place, &built(workspace)?)
}

/// The wheel that was built.
fn built(workspace: &Workspace) -> Result<PathBuf> {
    let wheels = workspace.target.join("python/wheels");
    let mut found = Vec::new();
    for entry in fs::read_dir(&wheels).context("there is no wheel: begin with the step `Python wheel`")? {
        found.push(entry?.path());
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([wheel]) => Ok(wheel),
        Err(found) => bail!("{} wheels in {}", found.len(), wheels.display()),
    }
}

fn add(place: &Place, wheel: &Path) -> Result<()> {
    let mut pip = place.program("python");
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--force-reinstall",
        "--no-deps",
    ]);
    run(pip.arg(wheel))
}

/// The package beside the command line, and the examples of its README.
pub(crate) fn tests(workspace: &Workspace) -> Result<()> {
    run(&mut workspace.cargo(["build", "--locked", "--quiet", "--package", "mioboe-cli"]))?;
    let mut pytest = package(workspace).program("python");
    pytest.args(["-m", "pytest", "-p", "no:cacheprovider"]).current_dir(workspace.root.join("crates/python"));
    run(pytest.env("MIOBOE", workspace.target.join("debug/mioboe")).env("PYTHONDONTWRITEBYTECODE", "1"))
}

/// The job over many households: what goes wrong in it, and the commands of its README.
pub(crate) fn many_households(workspace: &Workspace) -> Result<()> {
    if cfg!(windows) {
        println!("    passed over: a process is limited here only on Linux and macOS");
        return Ok(());
    }
    java()?;
    let place = many(workspace);
    place.install()?;
    add(&place, &built(workspace)?)?;
    let generator = ["build", "--locked", "--quiet", "--package", "mioboe-tests", "--example", "households"];
    run(&mut workspace.cargo(generator))?;
    let mut pytest = place.program("python");
    pytest.args(["-m", "pytest", "-p", "no:cacheprovider"]).current_dir(workspace.root.join("examples/many"));
    pytest.env("HOUSEHOLDS", workspace.target.join("debug/examples/households"));
    run(pytest.env("PYTHONDONTWRITEBYTECODE", "1"))
}

/// The Java that Spark runs on; where there is none, Debian's or Ubuntu's.
fn java() -> Result<()> {
    if !has_java() && has_apt_get() {
        // Each release has one of them.
        apt_get_install(&["openjdk-17-jre-headless"])
            .or_else(|_| apt_get_install(&["openjdk-21-jre-headless"]))?;
    }
    if !has_java() {
        bail!(
            "Java {OLDEST_JAVA} or later is missing: get it from https://adoptium.net, or from your system's packages"
        );
    }
    Ok(())
}

fn has_java() -> bool {
    // Spark looks there first.
    let program = match std::env::var_os("JAVA_HOME") {
        Some(home) => Path::new(&home).join("bin/java"),
        None => PathBuf::from("java"),
    };
    let mut ask = Command::new(program);
    ask.arg("--version").stderr(Stdio::null());
    read(&mut ask).is_ok_and(|words| java_version(&words).is_some_and(|version| OLDEST_JAVA <= version))
}

/// Of `openjdk 17.0.15 2025-04-15`.
fn java_version(words: &str) -> Option<u32> {
    let number = words.split_whitespace().nth(1)?;
    number.split(['.', '-', '+']).next()?.parse().ok()
}

/// A Python that is new enough and can make places; where there is none, Debian's.
fn python() -> Result<&'static str> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if has_apt_get() {
        apt_get_install(&["python3", "python3-venv"])?;
    }
    find().context("Python 3.10 or later with venv is missing: get it from https://www.python.org, or from your system's packages")
}

fn find() -> Option<&'static str> {
    NAMES.into_iter().find(|name| {
        let mut ask = Command::new(name);
        // Debian's has venv without what it needs.
        ask.args(["-c", "import sys, venv, ensurepip; print(*sys.version_info[:2])"]).stderr(Stdio::null());
        read(&mut ask).is_ok_and(|words| version(&words).is_some_and(|version| OLDEST <= version))
    })
}

fn version(words: &str) -> Option<(u32, u32)> {
    let (major, minor) = words.trim().split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_python_does() {
        for (words, does) in [
            ("2 7", Some(false)),
            ("3 9", Some(false)),
            ("3 10\n", Some(true)),
            ("3 15", Some(true)),
            ("4 0", Some(true)),
            ("3.11", None),
            ("", None),
        ] {
            assert_eq!(version(words).map(|version| OLDEST <= version), does, "{words}");
        }
    }

    #[test]
    fn which_java_does() {
        for (words, version) in [
            ("openjdk 17.0.15 2025-04-15\nOpenJDK Runtime Environment", Some(17)),
            ("java 21 2023-09-19 LTS", Some(21)),
            ("openjdk 26-ea 2026-03-17", Some(26)),
            ("openjdk 11.0.2 2019-01-15", Some(11)),
            ("", None),
        ] {
            assert_eq!(java_version(words), version, "{words}");
        }
    }

    #[test]
    fn says_what_the_package_says() {
        assert!(include_str!("../../python/pyproject.toml").contains("requires-python = \">=3.10\""));
    }
}
