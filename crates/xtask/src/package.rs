//! What others build with: the widget's folder `dist/widget/`, the npm package in `www/package/`, and the examples.

use std::fs;

use anyhow::{Context, Result};

use crate::pack::{Packing, brotli_sizes};
use crate::run::{Workspace, run, step};
use crate::{page, sizes};

/// Engine and page too, since all are made of the same parts.
pub(crate) fn package(workspace: &Workspace) -> Result<()> {
    page::make(workspace)?;
    make(workspace)?;
    println!("\nFor a page, with the address that you serve dist/widget/ from:\n");
    println!("{}\n", snippet(workspace, "https://widget.example/")?);
    println!("`npm publish` in www/package publishes the package.");
    Ok(())
}

/// After the engine was made.
pub(crate) fn make(workspace: &Workspace) -> Result<()> {
    widget(workspace)?;
    step("npm package", || npm(workspace, "build:package"))?;
    step("examples", || npm(workspace, "build:examples"))
}

/// Only `dist/widget/`.
pub(crate) fn widget(workspace: &Workspace) -> Result<()> {
    step("widget", || {
        npm(workspace, "build:widget")?;
        let budget = Packing::read(workspace)?.budget;
        let size = |name: &str| -> Result<u64> {
            Ok(brotli_sizes(&[workspace.dist().join("widget").join(name)])?.iter().sum())
        };
        sizes::within("element", size("mioboe-check.js")?, budget.element)?;
        sizes::within("inline", size("inline.js")?, budget.inline)
    })
}

const GUIDE: &str = include_str!("../../../docs/embedding.md");

/// What goes into a page, as the guide has it, with the hash of the script that was built; `address` ends with a slash.
pub(crate) fn snippet(workspace: &Workspace, address: &str) -> Result<String> {
    let file = workspace.dist().join("widget/integrity.json");
    let text = fs::read_to_string(&file).context("reading dist/widget/integrity.json")?;
    let hash = text
        .split('"')
        .skip_while(|part| *part != "mioboe-check.js")
        .nth(2)
        .context("dist/widget/integrity.json has no hash of mioboe-check.js")?;
    let (_, rest) = GUIDE.split_once("```html\n").context("docs/embedding.md has no lines for a page")?;
    let (lines, _) =
        rest.split_once("\n```").context("docs/embedding.md has lines for a page that do not end")?;
    Ok(lines.replace("https://widget.example/", address).replace("sha256-…", hash))
}

fn npm(workspace: &Workspace, script: &str) -> Result<()> {
    run(&mut workspace.www_command("npm", ["run", "--silent", script]))
}
