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
    fn says_what_the_package_says() {
        assert!(include_str!("../../python/pyproject.toml").contains("requires-python = \">=3.10\""));
    }
}
