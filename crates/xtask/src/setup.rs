//! Gets what building needs and is missing, or says in one line how to get it.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::node;
use crate::run::{Workspace, read, run, step};
use crate::toolchain::{Choice, Toolchain};

pub(crate) fn setup(workspace: &Workspace) -> Result<()> {
    step("Rust for wasm32", || Toolchain::find(workspace, Choice::Any))?;
    step("Node packages", || node::packages(workspace))
}

pub(crate) fn has_apt_get() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Installs packages of Debian or Ubuntu, as root or through sudo.
pub(crate) fn apt_get_install(packages: &[&str]) -> Result<()> {
    let hint = format!("install them with `apt-get install {}`", packages.join(" "));
    println!("    installing {}", packages.join(" "));
    let prefix: &[&str] = if read(Command::new("id").arg("-u"))? == "0" {
        &[]
    } else if sudo_asks_nothing() {
        &["sudo", "-n"]
    } else {
        bail!("packages are missing: {hint}");
    };
    let apt_get = |args: &[&str]| {
        let words: Vec<&str> =
            prefix.iter().copied().chain(["apt-get", "-q"]).chain(args.iter().copied()).collect();
        let (program, args) = words.split_first().context("a command has a program")?;
        run(Command::new(program).args(args).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()))
    };
    apt_get(&["update"]).with_context(|| hint.clone())?;
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    apt_get(&install).context(hint)
}

fn sudo_asks_nothing() -> bool {
    let mut sudo = Command::new("sudo");
    sudo.args(["-n", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    sudo.status().is_ok_and(|status| status.success())
}
