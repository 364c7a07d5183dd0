//! Node and the front end's packages.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::{Workspace, read, run};
use crate::setup::{apt_get_install, has_apt_get};

/// The oldest Node that the front end's tools run on.
const OLDEST: u32 = 20;

/// Installs exactly what `www/package-lock.json` says, unless it is there already.
///
/// No package may run a script of its own while it is installed.
pub(crate) fn packages(workspace: &Workspace) -> Result<()> {
    node()?;
    let wanted =
        fs::read(workspace.www().join("package-lock.json")).context("reading www/package-lock.json")?;
    let stamp = workspace.www().join("node_modules/.mioboe-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        println!("    as in package-lock.json already");
        return Ok(());
    }
    run(&mut workspace.www_command("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).context("remembering what was installed")
}

fn node() -> Result<()> {
    let mut version = version();
    if version.is_none() && has_apt_get() {
        apt_get_install(&["nodejs", "npm"])?;
        version = self::version();
    }
    match version {
        Some(major) if OLDEST <= major => Ok(()),
        Some(major) => {
            bail!("Node {major} is too old: get version {OLDEST} or later from https://nodejs.org")
        }
        None => bail!("Node is missing: get version {OLDEST} or later, with npm, from https://nodejs.org"),
    }
}

/// The first number of `v20.20.2`.
fn version() -> Option<u32> {
    let has_npm = Command::new("npm").arg("--version").stdout(Stdio::null()).status().is_ok();
    let words = read(Command::new("node").arg("--version")).ok().filter(|_| has_npm)?;
    words.strip_prefix('v')?.split('.').next()?.parse().ok()
}
