//! What others build with: the widget's folder `dist/widget/`.

use anyhow::Result;

use crate::pack::{Packing, brotli_sizes};
use crate::page;
use crate::run::{Workspace, run, step};

/// Engine and page too, since both are made of the same parts.
pub(crate) fn package(workspace: &Workspace) -> Result<()> {
    page::make(workspace)?;
    make(workspace)
}

/// After the engine was made.
pub(crate) fn make(workspace: &Workspace) -> Result<()> {
    step("widget", || {
        run(&mut workspace.www_command("npm", ["run", "--silent", "build:widget"]))?;
        let element = brotli_sizes(&[workspace.dist().join("widget/mioboe-check.js")])?;
        page::within("element", element.iter().sum(), Packing::read(workspace)?.budget.element)
    })
}
