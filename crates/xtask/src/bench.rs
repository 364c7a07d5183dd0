//! How right and how fast: other programs' rules on the same rows, how time grows, and the module in Node.

use anyhow::Result;

use crate::run::{Workspace, run, step};
use crate::toolchain::{Choice, Toolchain};
use crate::{node, page};

pub(crate) fn bench(workspace: &Workspace) -> Result<()> {
    let toolchain = step("Rust for wasm32", || Toolchain::find(workspace, Choice::Any))?;
    step("Node packages", || node::packages(workspace))?;
    page::engine(workspace, toolchain)?;
    let bench = |name| run(&mut workspace.cargo(["bench", "-p", "mioboe-tests", "--bench", name]));
    step("other programs' rules on the same rows", || bench("peers"))?;
    step("how time grows, native and in the module", || bench("scale"))?;
    step("a year of a busy household in the module", || {
        run(&mut workspace.www_command("node", ["../tests/bench/analyze.mjs"]))
    })
}
