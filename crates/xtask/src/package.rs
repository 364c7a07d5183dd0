//! What others build with: the widget's folder `dist/widget/`, the npm package in `www/package/`, and the examples.

use std::fs;

use anyhow::{Context, Result};

use crate::pack::{Packing, brotli_sizes};
use crate::page;
use crate::run::{Workspace, run, step};

/// Engine and page too, since all are made of the same parts.
pub(crate) fn package(workspace: &Workspace) -> Result<()> {
    page::make(workspace)?;
    make(workspace)?;
    println!("\nThe script tag's integrity:");
    let integrity = workspace.dist().join("widget/integrity.json");
    print!("{}", fs::read_to_string(integrity).context("reading dist/widget/integrity.json")?);
    println!("`npm publish` in www/package publishes the package.");
    Ok(())
}

/// After the engine was made.
pub(crate) fn make(workspace: &Workspace) -> Result<()> {
    let npm = |script: &str| run(&mut workspace.www_command("npm", ["run", "--silent", script]));
    step("widget", || {
        npm("build:widget")?;
        let element = brotli_sizes(&[workspace.dist().join("widget/mioboe-check.js")])?;
        page::within("element", element.iter().sum(), Packing::read(workspace)?.budget.element)
    })?;
    step("npm package", || npm("build:package"))?;
    step("examples", || npm("build:examples"))
}
