//! The compiler for wasm32, which builds the standard library itself: rustup's, or Debian's packages.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::run::{Workspace, read, run};
use crate::setup::{apt_get_install, has_apt_get};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The component of rustup with the library's sources.
const SOURCES: &str = "rust-src";

/// Compiler, its sources to build the standard library from, its linter and the linker.
const DEBIAN_PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];

/// From `lld-22`. Left alone, Debian's compiler looks for `rust-lld`, which no package of Debian's brings.
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";

/// What checks and is no part of every compiler: the subcommand of cargo, the component of rustup, the package of Debian.
const CHECKERS: [(&str, &str, &str); 2] =
    [("fmt", "rustfmt", "rustfmt-web"), ("clippy", "clippy", "rust-web-clippy")];

/// Which compiler makes the module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Toolchain {
    /// The default one, with the library's sources, which rustup brings.
    Default,
    /// Debian's, beside rustup's or alone.
    Debian,
}

/// Which compiler is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Choice {
    /// The first that is there, or can be brought.
    #[default]
    Any,
    Only(Toolchain),
}

impl Choice {
    /// What is said after `--toolchain`.
    pub(crate) fn parse(word: &str) -> Result<Self> {
        match word {
            "default" => Ok(Self::Only(Toolchain::Default)),
            "debian" => Ok(Self::Only(Toolchain::Debian)),
            _ => bail!("`{word}` is no toolchain here: `default` or `debian`"),
        }
    }

    fn allows(self, toolchain: Toolchain) -> bool {
        self == Self::Any || self == Self::Only(toolchain)
    }
}

impl Toolchain {
    pub(crate) const ALL: [Self; 2] = [Self::Default, Self::Debian];

    /// Finds a toolchain for the module, and installs one where there is none.
    pub(crate) fn find(workspace: &Workspace, choice: Choice) -> Result<Self> {
        if choice.allows(Self::Default) {
            if Self::Default.is_ready(workspace) {
                println!("    wasm32: the default toolchain builds the standard library");
                return Ok(Self::Default);
            }
            if rustup_adds(workspace, SOURCES) {
                println!(
                    "    wasm32: the default toolchain builds the standard library, whose sources rustup added"
                );
                return Ok(Self::Default);
            }
        }
        if choice.allows(Self::Debian) {
            if !Self::Debian.is_ready(workspace) && has_apt_get() {
                apt_get_install(&DEBIAN_PACKAGES)?;
            }
            if Self::Debian.is_ready(workspace) {
                println!("    wasm32: Debian's compiler builds the standard library");
                return Ok(Self::Debian);
            }
        }
        bail!("no standard library for {TARGET}: get its sources with `rustup component add {SOURCES}`")
    }

    /// What `find` will have to bring; nothing where a toolchain is ready.
    pub(crate) fn missing(workspace: &Workspace, choice: Choice) -> Option<String> {
        let is_ready = |one: &Self| choice.allows(*one) && one.is_ready(workspace);
        if Self::ALL.iter().any(is_ready) {
            return None;
        }
        Some(if choice.allows(Self::Default) && has_rustup() {
            format!("{SOURCES} through rustup, to build the standard library for wasm32 (some seconds)")
        } else {
            format!("{} through apt-get (half a minute)", DEBIAN_PACKAGES.join(" "))
        })
    }

    /// Whether all of it is here.
    pub(crate) fn is_ready(self, workspace: &Workspace) -> bool {
        match self {
            // Debian's own compiler may be the only one; it wants Debian's linker.
            Self::Default => self.sysroot(workspace).is_some_and(|root| root != "/usr" && has_sources(&root)),
            Self::Debian => {
                ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/cargo-clippy", DEBIAN_LINKER]
                    .iter()
                    .all(|file| Path::new(file).exists())
                    && self.sysroot(workspace).is_some_and(|root| has_sources(&root))
            }
        }
    }

    /// `cargo <subcommand>` that compiles for wasm32.
    pub(crate) fn cargo(self, workspace: &Workspace, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Default => workspace.cargo([subcommand]),
            Self::Debian => {
                let mut command = Command::new("/usr/bin/cargo");
                command.current_dir(&workspace.root).arg(subcommand).env("RUSTC", "/usr/bin/rustc");
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
                // What rustup and the cargo that runs this program have set for their own compiler.
                for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC_WRAPPER", "LD_LIBRARY_PATH"] {
                    command.env_remove(name);
                }
                // `cargo clippy` starts the `clippy-driver` of its own folder, but `rustc` of the path.
                let path = std::env::var_os("PATH").unwrap_or_default();
                let first = std::iter::once(PathBuf::from("/usr/bin"));
                if let Ok(path) = std::env::join_paths(first.chain(std::env::split_paths(&path))) {
                    command.env("PATH", path);
                }
                command
            }
        };
        // A library made with the module is a sixth smaller than the one made for everybody: it leaves out the texts of
        // panics, and has the small sorts and maps, which a household's files never make slow. Stable compilers can do it
        // too, once they are allowed to.
        command.env("RUSTC_BOOTSTRAP", "1");
        command.args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"]);
        command.args(["--target", TARGET]);
        command
    }

    /// The compiler itself.
    pub(crate) fn rustc(self) -> Command {
        match self {
            Self::Default => Command::new("rustc"),
            Self::Debian => debian_rustc(),
        }
    }

    fn sysroot(self, workspace: &Workspace) -> Option<String> {
        read(self.rustc().current_dir(&workspace.root).args(["--print", "sysroot"])).ok()
    }
}

/// Brings the subcommands that check the form of the sources.
pub(crate) fn checkers(workspace: &Workspace) -> Result<()> {
    for (subcommand, component, package) in missing_checkers(workspace) {
        if rustup_adds(workspace, component) {
            continue;
        }
        if has_apt_get() {
            apt_get_install(&[package])?;
        }
        if !has_subcommand(workspace, subcommand) {
            bail!("no `cargo {subcommand}`: get it with `rustup component add {component}`");
        }
    }
    Ok(())
}

/// What [`checkers`] will have to bring.
pub(crate) fn missing_checkers(workspace: &Workspace) -> Vec<(&'static str, &'static str, &'static str)> {
    CHECKERS.into_iter().filter(|(subcommand, ..)| !has_subcommand(workspace, subcommand)).collect()
}

fn has_subcommand(workspace: &Workspace, name: &str) -> bool {
    let mut version = workspace.cargo([name, "--version"]);
    version.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Whether the sources of the standard library lie where the compiler looks for them.
fn has_sources(sysroot: &str) -> bool {
    Path::new(sysroot).join("lib/rustlib/src/rust/library/std").is_dir()
}

fn has_rustup() -> bool {
    let mut rustup = Command::new("rustup");
    rustup.arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn rustup_adds(workspace: &Workspace, component: &str) -> bool {
    has_rustup()
        && run(Command::new("rustup").current_dir(&workspace.root).args(["component", "add", component]))
            .is_ok()
}

fn debian_rustc() -> Command {
    let mut command = Command::new("/usr/bin/rustc");
    command.env_remove("LD_LIBRARY_PATH");
    command
}
