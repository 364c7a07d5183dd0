//! How long the module takes for a year of a busy household, in Node.

use anyhow::Result;

use crate::run::{Workspace, run, step};
use crate::toolchain::Toolchain;
use crate::{node, page};

pub(crate) fn bench(workspace: &Workspace) -> Result<()> {
    let toolchain = step("Rust for wasm32", || Toolchain::find(workspace))?;
    step("Node packages", || node::packages(workspace))?;
    page::engine(workspace, toolchain)?;
    step("bench", || run(&mut workspace.www_command("node", ["../tests/bench/analyze.mjs"])))
}
