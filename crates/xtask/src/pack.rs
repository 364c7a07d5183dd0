//! The engine as wasm modules with their JavaScript sides, as `wasm-pack.toml` says.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::run::{Workspace, read, run};
use crate::toolchain::{TARGET, Toolchain};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Packing {
    #[serde(rename = "crate")]
    krate: Crate,
    bindgen: Bindgen,
    /// What the engine is built as, by name.
    pub(crate) modules: BTreeMap<String, Module>,
    wasm_opt: WasmOpt,
    pub(crate) budget: Budget,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Crate {
    package: String,
    profile: String,
    target_features: Vec<String>,
    max_memory: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bindgen {
    target: String,
    out: PathBuf,
}

/// One build of the engine.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Module {
    name: String,
    features: Vec<String>,
    /// Bytes after brotli.
    pub(crate) budget: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WasmOpt {
    flags: Vec<String>,
}

/// Bytes after brotli.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Budget {
    pub(crate) page: u64,
    pub(crate) screens: u64,
    pub(crate) pdf: u64,
    pub(crate) element: u64,
    pub(crate) inline: u64,
    /// All that the first visit takes: page, screens and the module `core`.
    pub(crate) first_visit: u64,
    /// How the paths of scripts begin that the first screen does not wait for.
    pub(crate) later: Vec<String>,
}

impl Packing {
    pub(crate) fn read(workspace: &Workspace) -> Result<Self> {
        let text =
            fs::read_to_string(workspace.root.join("wasm-pack.toml")).context("reading wasm-pack.toml")?;
        toml::from_str(&text).context("reading wasm-pack.toml")
    }

    /// A packed module.
    pub(crate) fn packed(&self, workspace: &Workspace, module: &Module) -> PathBuf {
        workspace.root.join(&self.bindgen.out).join(format!("{}_bg.wasm", module.name))
    }

    /// A module as it was compiled last.
    pub(crate) fn compiled(workspace: &Workspace, module: &Module) -> PathBuf {
        workspace.target.join("wasm").join(format!("{}.wasm", module.name))
    }

    /// Compiles the engine; returns the bare module.
    pub(crate) fn compile(
        &self,
        workspace: &Workspace,
        toolchain: Toolchain,
        module: &Module,
    ) -> Result<PathBuf> {
        let target = workspace.target.join("wasm");
        let mut cargo = toolchain.cargo(workspace, "build");
        cargo.args(["--locked", "--lib", "--package", &self.krate.package, "--profile", &self.krate.profile]);
        cargo.args(module.features.iter().flat_map(|feature| ["--features", feature]));
        // Of the library that is built along: cargo warns of a profile for what it does not build elsewhere.
        cargo.args(["--config", &format!("profile.{}.package.dlmalloc.opt-level=3", self.krate.profile)]);
        cargo.arg("--target-dir").arg(&target);
        run(cargo.env("CARGO_ENCODED_RUSTFLAGS", self.rustflags(workspace, toolchain)?.join("\u{1f}")))?;
        // All modules are compiled to the same place, so that they share what is equal; each is taken from there.
        let folder = target.join(TARGET).join(&self.krate.profile);
        let compiled = folder.join(format!("{}.wasm", self.krate.package.replace('-', "_")));
        let own = Self::compiled(workspace, module);
        fs::copy(&compiled, &own).with_context(|| format!("copying {}", compiled.display()))?;
        Ok(own)
    }

    /// Writes the JavaScript side, and the module made small beside it; not again for a module that was packed already.
    pub(crate) fn pack(&self, workspace: &Workspace, module: &Module, compiled: &Path) -> Result<()> {
        let stamp = workspace.root.join(&self.bindgen.out).join(format!(".{}-packed-from", module.name));
        let origin = origin(workspace, compiled)?;
        if self.packed(workspace, module).is_file()
            && fs::read_to_string(&stamp).is_ok_and(|packed| packed == origin)
        {
            println!("    the same as before");
            return Ok(());
        }
        let out = workspace.root.join(&self.bindgen.out);
        self.make_small(workspace, module, compiled, &out)?;
        fs::write(&stamp, origin).context("remembering what was packed")
    }

    /// Binds the module to JavaScript and makes it small, in a folder; returns the module there.
    pub(crate) fn make_small(
        &self,
        workspace: &Workspace,
        module: &Module,
        compiled: &Path,
        out: &Path,
    ) -> Result<PathBuf> {
        let mut bindgen =
            workspace.cargo(["run", "--quiet", "--package", "mioboe-xtask", "--bin", "bindgen"]);
        bindgen.args(["--features", "bindgen", "--"]).args([compiled, out]);
        run(bindgen.args([&module.name, &self.bindgen.target]))?;
        let packed = out.join(format!("{}_bg.wasm", module.name));
        let tool = workspace.www().join("node_modules/binaryen/bin/wasm-opt");
        let mut optimize = workspace.www_command("node", [&tool]);
        run(optimize.args(&self.wasm_opt.flags).arg(&packed).arg("-o").arg(&packed))?;
        Ok(packed)
    }

    fn rustflags(&self, workspace: &Workspace, toolchain: Toolchain) -> Result<Vec<String>> {
        let mut flags = vec![
            format!("-Ctarget-feature={}", self.krate.target_features.join(",")),
            format!("-Clink-arg=--max-memory={}", self.krate.max_memory),
        ];
        // The texts of panics would be a tenth of the module, and the page says the same whatever it was.
        // Nor does anything here show a value as programmers write it.
        flags
            .extend(["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none"].map(str::to_owned));
        // The same sources make the same module, wherever they and the compiler's own lie.
        let sysroot = read(toolchain.rustc().args(["--print", "sysroot"]))?;
        let places = [
            (workspace.root.clone(), ""),
            (cargo_home()?.join("registry/src"), "/crates"),
            (PathBuf::from(sysroot).join("lib/rustlib/src/rust"), "/rust"),
        ];
        flags.extend(places.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())));
        Ok(flags)
    }
}

/// Names a compiled module and how it is packed, and changes with either.
fn origin(workspace: &Workspace, module: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in [module, &workspace.root.join("wasm-pack.toml"), &workspace.root.join("Cargo.lock")] {
        fs::read(file).with_context(|| format!("reading {}", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:x}", hasher.finish()))
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    Ok(std::env::home_dir().context("no home folder")?.join(".cargo"))
}

/// Sizes after brotli, quality 11, of each file.
pub(crate) fn brotli_sizes(files: &[PathBuf]) -> Result<Vec<u64>> {
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", include_str!("brotli.mjs"), "--"]).args(files);
    read(&mut node)?.lines().map(|size| size.parse().context("reading a size")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_wasm_pack_is_told_the_same_flags() {
        let workspace = Workspace::find().expect("a workspace");
        let manifest = fs::read_to_string(workspace.root.join("crates/wasm/Cargo.toml")).expect("a manifest");
        let manifest: toml::Table = toml::from_str(&manifest).expect("TOML");
        let flags = &manifest["package"]["metadata"]["wasm-pack"]["profile"]["custom"]["wasm-opt"];
        let flags: Vec<String> = flags.clone().try_into().expect("a list of flags");
        assert_eq!(flags, Packing::read(&workspace).expect("wasm-pack.toml").wasm_opt.flags);
    }
}
