//! How large what the browser gets is, beside the budgets of `wasm-pack.toml`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::folder::{files_below, path_below};
use crate::pack::{Packing, brotli_sizes};
use crate::run::{Workspace, step};
use crate::toolchain::{Choice, Toolchain};
use crate::{by_crate, node};

/// Asked for by no screen: the browser takes it when the page is long there.
const SERVICE_WORKER: &str = "sw.js";

/// How the path of the reader of PDFs begins.
const PDF: &str = "assets/pdf-";

/// The module that comes with the page.
const FIRST_MODULE: &str = "core";

/// From so many per cent of a budget on, a build warns: the next change may break it, or another compiler.
const TIGHT_FROM: u64 = 97;

/// Fails when engine or page is larger than `wasm-pack.toml` allows.
pub(crate) fn sizes(workspace: &Workspace) -> Result<()> {
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
    let mut first_visit: u64 = page.iter().chain(&screens).sum();
    within("page", page.iter().sum(), packing.budget.page)?;
    within("screens after the first", screens.iter().sum(), packing.budget.screens)?;
    within("reader of PDFs", pdf.iter().sum(), packing.budget.pdf)?;
    for (name, module) in &packing.modules {
        let engine = brotli_sizes(&[packing.packed(workspace, module)])?.iter().sum();
        if name == FIRST_MODULE {
            first_visit += engine;
        }
        within(&format!("{name} engine"), engine, module.budget)?;
    }
    within("first visit", first_visit, packing.budget.first_visit)
}

/// The engine as each compiler that is here makes it, side by side; the page is left as it was.
pub(crate) fn of_all_toolchains(workspace: &Workspace) -> Result<()> {
    node::packages(workspace)?;
    let packing = Packing::read(workspace)?;
    for toolchain in Toolchain::ALL {
        if Toolchain::find(workspace, Choice::Only(toolchain)).is_err() {
            println!("    {toolchain:?}: not here, and could not be brought");
            continue;
        }
        for (name, module) in &packing.modules {
            step(&format!("{name} engine by {toolchain:?}"), || {
                let compiled = packing.compile(workspace, toolchain, module)?;
                let folder = workspace.target.join(format!("sizes/{toolchain:?}"));
                let made = packing.make_small(workspace, module, &compiled, &folder)?;
                let size = brotli_sizes(&[made])?.iter().sum();
                within(&format!("{name} engine by {toolchain:?}"), size, module.budget)
            })?;
        }
    }
    Ok(())
}

/// Where the bytes of the modules go that were built last.
pub(crate) fn by_crate(workspace: &Workspace) -> Result<()> {
    for (name, module) in &Packing::read(workspace)?.modules {
        println!("{name} engine, bytes before compression:");
        for (part, size) in by_crate::by_crate(&Packing::compiled(workspace, module))? {
            println!("    {size:>9} {part}");
        }
    }
    Ok(())
}

/// Says how much is left of a budget; fails above it.
pub(crate) fn within(what: &str, size: u64, budget: u64) -> Result<()> {
    match room(size, budget) {
        Room::Over(bytes) => bail!("the {what} is {bytes} bytes over the budget in wasm-pack.toml"),
        Room::Tight(left) => {
            println!("    WARNING: {what}: {size} bytes after brotli, of {budget}: only {left} left");
        }
        Room::Enough(left) => println!("    {what}: {size} bytes after brotli, of {budget}, {left} left"),
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
enum Room {
    Enough(u64),
    Tight(u64),
    Over(u64),
}

fn room(size: u64, budget: u64) -> Room {
    match budget.checked_sub(size) {
        None => Room::Over(size - budget),
        Some(left) if budget * TIGHT_FROM <= size * 100 => Room::Tight(left),
        Some(left) => Room::Enough(left),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_warns_before_it_fails() {
        for (size, expect) in [
            (0, Room::Enough(1000)),
            (969, Room::Enough(31)),
            (970, Room::Tight(30)),
            (1000, Room::Tight(0)),
            (1001, Room::Over(1)),
        ] {
            assert_eq!(room(size, 1000), expect, "{size}");
        }
        assert!(within("engine", 1000, 1000).is_ok());
        assert!(within("engine", 1001, 1000).is_err());
    }
}
