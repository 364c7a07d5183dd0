//! Node and the front end's packages.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::{Workspace, read, run};
use crate::setup::{apt_get_install, has_apt_get};

/// What the front end's tools run on, as `engines` in `www/package.json` has it.
const WANTED: &str = "20.19 or a later 20, or 22.12 or later";

/// Installs exactly what `www/package-lock.json` says, unless it is there already.
///
/// No package may run a script of its own while it is installed.
pub(crate) fn packages(workspace: &Workspace) -> Result<()> {
    node()?;
    let wanted = wanted(workspace)?;
    if is_installed(workspace, &wanted) {
        println!("    packages: as in package-lock.json already");
        return Ok(());
    }
    run(&mut workspace.www_command("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(stamp(workspace), wanted).context("remembering what was installed")
}

/// What [`packages`] will have to bring.
pub(crate) fn missing(workspace: &Workspace) -> Option<String> {
    if wanted(workspace).is_ok_and(|wanted| is_installed(workspace, &wanted)) {
        return None;
    }
    Some("the packages of www/package-lock.json through npm, into www/node_modules (a minute)".to_owned())
}

fn wanted(workspace: &Workspace) -> Result<Vec<u8>> {
    fs::read(workspace.www().join("package-lock.json")).context("reading www/package-lock.json")
}

fn is_installed(workspace: &Workspace, wanted: &[u8]) -> bool {
    fs::read(stamp(workspace)).is_ok_and(|installed| installed == wanted)
}

/// Holds the list that was installed.
fn stamp(workspace: &Workspace) -> PathBuf {
    workspace.www().join("node_modules/.mioboe-installed")
}

fn node() -> Result<()> {
    let mut version = version();
    if version.is_none() && has_apt_get() {
        apt_get_install(&["nodejs", "npm"])?;
        version = self::version();
    }
    match version {
        Some(version) if is_enough(version) => Ok(()),
        Some((major, minor)) => {
            bail!("Node {major}.{minor} does not do: get version {WANTED}, from https://nodejs.org")
        }
        None => bail!("Node is missing: get version {WANTED}, with npm, from https://nodejs.org"),
    }
}

/// `^20.19 || >=22.12`.
fn is_enough((major, minor): (u32, u32)) -> bool {
    match major {
        20 => 19 <= minor,
        22 => 12 <= minor,
        _ => 22 < major,
    }
}

fn version() -> Option<(u32, u32)> {
    let has_npm = Command::new("npm").arg("--version").stdout(Stdio::null()).status().is_ok();
    let words = read(Command::new("node").arg("--version")).ok().filter(|_| has_npm)?;
    numbers(&words)
}

/// The first two numbers of `v20.20.2`.
fn numbers(words: &str) -> Option<(u32, u32)> {
    let mut numbers = words.trim().strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_node_does() {
        for (words, does) in [
            ("v18.20.8", Some(false)),
            ("v20.18.3", Some(false)),
            ("v20.19.0", Some(true)),
            ("v20.20.2\n", Some(true)),
            ("v21.7.3", Some(false)),
            ("v22.11.0", Some(false)),
            ("v22.12.0", Some(true)),
            ("v23.0.0", Some(true)),
            ("v24.4.1", Some(true)),
            ("v25.0.0-nightly2026", Some(true)),
            ("v20", None),
            ("20.19.0", None),
            ("", None),
        ] {
            assert_eq!(numbers(words).map(is_enough), does, "{words}");
        }
    }

    #[test]
    fn says_what_the_packages_say() {
        assert!(include_str!("../../../www/package.json").contains("\"node\": \"^20.19 || >=22.12\""));
    }
}
