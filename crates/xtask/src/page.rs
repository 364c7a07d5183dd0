//! The page in `dist/`: engine, then front end, then whether both are small enough.

use anyhow::Result;

use crate::pack::Packing;
use crate::run::{Workspace, run, step};
use crate::toolchain::{Choice, Toolchain};
use crate::{node, sizes, zip};

/// The page, checked against its budget.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    make(workspace)?;
    step("sizes", || sizes::sizes(workspace))
}

/// The page as one file.
pub(crate) fn build_single_file(workspace: &Workspace) -> Result<()> {
    parts(workspace)?;
    single_file(workspace)
}

/// The page, and all its files in one.
pub(crate) fn build_zip(workspace: &Workspace) -> Result<()> {
    build(workspace)?;
    zipped(workspace)
}

/// The files that are in `dist/` now, in one.
pub(crate) fn zipped(workspace: &Workspace) -> Result<()> {
    step("page as a zip", || {
        let to = workspace.root.join("dist-zip/mioboe.zip");
        zip::pack(&workspace.dist(), &to)?;
        println!("    it is dist-zip/mioboe.zip");
        Ok(())
    })
}

/// The page, with what it takes to make it.
pub(crate) fn make(workspace: &Workspace) -> Result<()> {
    parts(workspace)?;
    front_end(workspace)
}

/// What every form of the page is made of.
fn parts(workspace: &Workspace) -> Result<()> {
    let toolchain = step("Rust for wasm32", || Toolchain::find(workspace, Choice::Any))?;
    step("Node packages", || node::packages(workspace))?;
    engine(workspace, toolchain)
}

/// The wasm modules and their JavaScript sides, where the front end takes them from.
pub(crate) fn engine(workspace: &Workspace, toolchain: Toolchain) -> Result<()> {
    let packing = Packing::read(workspace)?;
    for (name, module) in &packing.modules {
        let compiled = step(&format!("{name} engine, compiled for wasm32"), || {
            packing.compile(workspace, toolchain, module)
        })?;
        step(&format!("{name} engine, bound to JavaScript and made small"), || {
            packing.pack(workspace, module, &compiled)
        })?;
    }
    Ok(())
}

/// HTML, styles and scripts, with the engine beside them.
pub(crate) fn front_end(workspace: &Workspace) -> Result<()> {
    step("page", || run(&mut workspace.www_command("npm", ["run", "--silent", "build"])))
}

/// The same in one file, engine and all.
pub(crate) fn single_file(workspace: &Workspace) -> Result<()> {
    step("page as one file", || {
        run(&mut workspace.www_command("npm", ["run", "--silent", "build:single"]))?;
        println!("    it is dist-single/mioboe.html");
        Ok(())
    })
}
