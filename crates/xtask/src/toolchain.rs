//! The Rust standard library for wasm32: the machine's own, rustup's, or Debian's packages.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::run::{Workspace, read, run};
use crate::setup::{apt_get_install, has_apt_get};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Compiler, its sources to build the standard library from, its linter and the linker.
const DEBIAN_PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];

/// From `lld-22`. Left alone, Debian's compiler looks for `rust-lld`, which no package of Debian's brings.
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";

/// Which compiler makes the module.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The default one: it has the standard library for wasm32.
    Default,
    /// Debian's, beside rustup's: brings the library's sources, and builds it.
    Debian,
}

impl Toolchain {
    /// Finds a toolchain for the module, and installs one where there is none.
    pub(crate) fn find(workspace: &Workspace) -> Result<Self> {
        let debian_wanted = std::env::var_os("MIOBOE_WASM_STD").is_some_and(|choice| choice == "debian");
        if !debian_wanted && has_target(workspace) {
            println!("    wasm32: the default toolchain has it");
            return Ok(Self::Default);
        }
        if !debian_wanted && rustup_adds_target() {
            println!("    wasm32: added by rustup");
            return Ok(Self::Default);
        }
        if !has_debian() {
            if !has_apt_get() {
                bail!("no standard library for {TARGET}: get one with `rustup target add {TARGET}`");
            }
            apt_get_install(&DEBIAN_PACKAGES)?;
        }
        println!("    wasm32: Debian's compiler builds the standard library itself");
        Ok(Self::Debian)
    }

    /// `cargo <subcommand>` that compiles for wasm32.
    pub(crate) fn cargo(self, workspace: &Workspace, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Default => workspace.cargo([subcommand]),
            Self::Debian => {
                let mut command = Command::new("/usr/bin/cargo");
                command
                    .current_dir(&workspace.root)
                    .arg(subcommand)
                    .args(["-Z", "build-std=std,panic_abort"])
                    // Small sorts and maps: a household's files never make them slow.
                    .args(["-Z", "build-std-features=optimize_for_size"]);
                command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
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
}

fn has_target(workspace: &Workspace) -> bool {
    let folder = read(Command::new("rustc").current_dir(&workspace.root).args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]));
    folder.is_ok_and(|folder| Path::new(&folder).is_dir())
}

fn rustup_adds_target() -> bool {
    let has_rustup =
        Command::new("rustup").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    has_rustup && run(Command::new("rustup").args(["target", "add", TARGET])).is_ok()
}

fn has_debian() -> bool {
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/cargo-clippy", DEBIAN_LINKER]
        .iter()
        .all(|file| Path::new(file).exists())
        && has_library_sources()
}

fn has_library_sources() -> bool {
    let sysroot = read(debian_rustc().args(["--print", "sysroot"]));
    sysroot.is_ok_and(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/std").is_dir())
}

fn debian_rustc() -> Command {
    let mut command = Command::new("/usr/bin/rustc");
    command.env_remove("LD_LIBRARY_PATH");
    command
}
