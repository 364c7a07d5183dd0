//! The page in `dist/`: engine, then front end, then whether both are small enough.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::folder::{files_below, path_below};
use crate::node;
use crate::pack::{Packing, brotli_sizes};
use crate::run::{Workspace, run, step};
use crate::toolchain::Toolchain;
use crate::zip;

/// Asked for by no screen: the browser takes it when the page is long there.
const SERVICE_WORKER: &str = "sw.js";

/// How the path of the reader of PDFs begins.
const PDF: &str = "assets/pdf-";

/// The page, checked against its budget.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    make(workspace)?;
    sizes(workspace)
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
    let toolchain = step("Rust for wasm32", || Toolchain::find(workspace))?;
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

/// Fails when engine or page is larger than `wasm-pack.toml` allows.
pub(crate) fn sizes(workspace: &Workspace) -> Result<()> {
    step("sizes", || {
        let packing = Packing::read(workspace)?;
        let (first, later) = scripts_and_styles(&workspace.dist(), &packing.budget.later)?;
        let is_pdf = |path: &PathBuf| path_below(&workspace.dist(), path).starts_with(PDF);
        let (on_demand, later): (Vec<_>, Vec<_>) = later.into_iter().partition(is_pdf);
        let page = brotli_sizes(&first)?;
        let screens = brotli_sizes(&later)?;
        let pdf = brotli_sizes(&on_demand)?;
        let files = first.iter().chain(&later).chain(&on_demand);
        for (file, size) in files.zip(page.iter().chain(&screens).chain(&pdf)) {
            println!("    {size:>7} {}", file.strip_prefix(&workspace.root).unwrap_or(file).display());
        }
        within("page", page.iter().sum(), packing.budget.page)?;
        within("screens after the first", screens.iter().sum(), packing.budget.screens)?;
        within("reader of PDFs", pdf.iter().sum(), packing.budget.pdf)?;
        for (name, module) in &packing.modules {
            let engine = brotli_sizes(&[packing.packed(workspace, module)])?;
            within(&format!("{name} engine"), engine.iter().sum(), module.budget)?;
        }
        Ok(())
    })
}

pub(crate) fn within(what: &str, size: u64, budget: u64) -> Result<()> {
    println!("    {what}: {size} bytes after brotli, of {budget}");
    if budget < size {
        bail!("the {what} is {} bytes over the budget in wasm-pack.toml", size - budget);
    }
    Ok(())
}

/// Every HTML, CSS and JavaScript file of a folder: those that stand in the way of the first screen, and those whose path
/// begins like one of `later`, except the service worker.
fn scripts_and_styles(dist: &Path, later: &[String]) -> Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let is_script_or_style = |path: &Path| {
        path.extension().is_some_and(|kind| ["html", "css", "js", "mjs"].iter().any(|code| kind == *code))
    };
    let name = |path: &Path| path_below(dist, path);
    let mut files = files_below(dist)?;
    // The widget is another site's first load, with a budget of its own.
    files.retain(|path| {
        is_script_or_style(path) && !name(path).starts_with("widget/") && name(path) != SERVICE_WORKER
    });
    Ok(files.into_iter().partition(|path| !later.iter().any(|start| name(path).starts_with(start))))
}
