//! The browser that the tests drive.

use std::path::Path;

use anyhow::{Context, Result};

use crate::run::{Workspace, run};
use crate::setup::{apt_get_install, has_apt_get};

/// Where Debian and others put it. `tests/browser` looks at the same places.
const CHROMIUM: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// Installs Chromium and a Japanese typeface where there is none.
pub(crate) fn install(workspace: &Workspace) -> Result<()> {
    if std::env::var_os("CHROMIUM").is_some() || CHROMIUM.iter().any(|path| Path::new(path).exists()) {
        println!("    Chromium is here already");
        return Ok(());
    }
    if has_apt_get() && apt_get_install(&["chromium", "fonts-noto-cjk"]).is_ok() {
        return Ok(());
    }
    run(&mut workspace.www_command("npx", ["playwright", "install", "chromium"]))
        .context("Chromium is missing: install it, or say where it is with CHROMIUM=/path/to/chromium")
}
