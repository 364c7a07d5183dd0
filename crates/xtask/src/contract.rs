//! The files written from the Rust types and data: `report.schema.json`, `case.schema.json`, the page's `report.ts`, the Python
//! package's `shapes.py`, the list of formats.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run::{Workspace, run, step};

const FILES: [&str; 5] = [
    "report.schema.json",
    "case.schema.json",
    "www/src/app/engine/report.ts",
    "crates/python/python/mioboe/shapes.py",
    "docs/formats.md",
];

pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    step("schema, types and list of formats from the Rust types", || generate(workspace, &workspace.root))
}

/// Fails when a committed file is not what the Rust types say.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    step("schema, types and list of formats are current", || {
        let fresh = workspace.target.join("contract");
        generate(workspace, &fresh)?;
        for file in FILES {
            let committed = fs::read(workspace.root.join(file)).with_context(|| format!("reading {file}"))?;
            if committed != fs::read(fresh.join(file))? {
                bail!("{file} is not what the Rust types and the profiles say: run `cargo xtask gen`");
            }
        }
        Ok(())
    })
}

fn generate(workspace: &Workspace, folder: &Path) -> Result<()> {
    let mut contract = workspace.cargo(["run", "--quiet", "--package", "mioboe-xtask", "--bin", "contract"]);
    run(contract.args(["--features", "contract", "--"]).arg(folder))
}
