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

/// Which compiler makes the module.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The default one, with the library's sources, which rustup brings.
    Default,
    /// Debian's, beside rustup's.
    Debian,
}

impl Toolchain {
    /// Finds a toolchain for the module, and installs one where there is none.
    pub(crate) fn find(workspace: &Workspace) -> Result<Self> {
        let debian_wanted = std::env::var_os("MIOBOE_WASM_STD").is_some_and(|choice| choice == "debian");
        if !debian_wanted && Self::Default.has_library_sources(workspace) {
            println!("    wasm32: the default toolchain builds the standard library");
            return Ok(Self::Default);
        }
        if !debian_wanted && rustup_adds_library_sources(workspace) {
            println!(
                "    wasm32: the default toolchain builds the standard library, whose sources rustup added"
            );
            return Ok(Self::Default);
        }
        if !has_debian(workspace) {
            if !has_apt_get() {
                bail!(
                    "no standard library for {TARGET}: get its sources with `rustup component add {SOURCES}`"
                );
            }
            apt_get_install(&DEBIAN_PACKAGES)?;
        }
        println!("    wasm32: Debian's compiler builds the standard library");
        Ok(Self::Debian)
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

    fn has_library_sources(self, workspace: &Workspace) -> bool {
        let sysroot = read(self.rustc().current_dir(&workspace.root).args(["--print", "sysroot"]));
        sysroot.is_ok_and(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/std").is_dir())
    }
}

fn rustup_adds_library_sources(workspace: &Workspace) -> bool {
    let has_rustup =
        Command::new("rustup").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    has_rustup
        && run(Command::new("rustup").current_dir(&workspace.root).args(["component", "add", SOURCES]))
            .is_ok()
}

fn has_debian(workspace: &Workspace) -> bool {
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/cargo-clippy", DEBIAN_LINKER]
        .iter()
        .all(|file| Path::new(file).exists())
        && Toolchain::Debian.has_library_sources(workspace)
}

fn debian_rustc() -> Command {
    let mut command = Command::new("/usr/bin/rustc");
    command.env_remove("LD_LIBRARY_PATH");
    command
}
