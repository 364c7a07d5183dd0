//! The browsers that the tests drive: Chromium for everything, Firefox and `WebKitGTK` for what must hold in every engine.

use std::path::Path;

use anyhow::{Context, Result};

use crate::run::{Workspace, run};
use crate::setup::{apt_get_install, has_apt_get};

/// Where Debian and others put it. `tests/browser` looks at the same places.
const CHROMIUM: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// An engine beside Chromium, as Debian ships it. `tests/browser/engines.ts` looks at the same places.
struct Other {
    name: &'static str,
    /// What must be there.
    files: &'static [&'static str],
    packages: &'static [&'static str],
}

const OTHERS: [Other; 2] = [
    Other { name: "Firefox", files: &["/usr/bin/firefox-esr"], packages: &["firefox-esr"] },
    Other {
        name: "WebKitGTK",
        files: &[
            "/usr/bin/WebKitWebDriver",
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/bin/Xvfb",
        ],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// Installs what is missing: Chromium with a Japanese typeface, and the other engines where that can be done.
pub(crate) fn install(workspace: &Workspace) -> Result<()> {
    chromium(workspace)?;
    let missing = missing_others();
    if missing.is_empty() {
        println!("    Firefox and WebKitGTK are here already");
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|other| other.packages).copied().collect();
    if has_apt_get() && apt_get_install(&packages).is_ok() {
        return Ok(());
    }
    for other in missing {
        println!(
            "    {} is missing and could not be installed: ITS TESTS ARE NOT RUN (Debian: apt-get install {})",
            other.name,
            other.packages.join(" ")
        );
    }
    Ok(())
}

/// What [`install`] will try to bring.
pub(crate) fn missing() -> Vec<String> {
    let others = missing_others();
    let names = (!has_chromium()).then_some("Chromium").into_iter().chain(others.iter().map(|it| it.name));
    names.map(|name| format!("{name}, through apt-get where there is one (a minute or two)")).collect()
}

fn missing_others() -> Vec<&'static Other> {
    let is_here = |other: &Other| other.files.iter().all(|file| Path::new(file).exists());
    OTHERS.iter().filter(|other| !is_here(other)).collect()
}

fn has_chromium() -> bool {
    std::env::var_os("CHROMIUM").is_some() || CHROMIUM.iter().any(|path| Path::new(path).exists())
}

fn chromium(workspace: &Workspace) -> Result<()> {
    if has_chromium() {
        println!("    Chromium is here already");
        return Ok(());
    }
    if has_apt_get() && apt_get_install(&["chromium", "fonts-noto-cjk"]).is_ok() {
        return Ok(());
    }
    run(&mut workspace.www_command("npx", ["playwright", "install", "chromium"]))
        .context("Chromium is missing: install it, or say where it is with CHROMIUM=/path/to/chromium")
}
