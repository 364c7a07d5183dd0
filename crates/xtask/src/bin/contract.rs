//! Writes what other programs rely on, from the Rust types: the report's JSON Schema and its TypeScript.
//!
//! `contract DIR` writes both files under DIR, at the places they have in the repository.

use std::path::Path;

use anyhow::{Context, Result};
use mioboe_engine as engine;
use tsify::Tsify;

fn main() -> Result<()> {
    let root = std::env::args_os().nth(1).context("say where to write")?;
    let root = Path::new(&root);
    write(root, "report.schema.json", &schema()?)?;
    write(root, "www/src/app/engine/report.ts", &typescript())
}

fn write(root: &Path, path: &str, text: &str) -> Result<()> {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().context("every file has a folder")?)?;
    std::fs::write(&path, text).with_context(|| format!("writing {}", path.display()))
}

fn schema() -> Result<String> {
    Ok(serde_json::to_string_pretty(&engine::schema())? + "\n")
}

fn typescript() -> String {
    let shapes = [
        engine::Request::DECL,
        engine::Member::DECL,
        engine::AnswerGiven::DECL,
        engine::Report::DECL,
        engine::SourceReport::DECL,
        engine::ProblemReport::DECL,
        engine::ChargeReport::DECL,
        engine::OrderRef::DECL,
        engine::OrderReport::DECL,
        engine::RenewalReport::DECL,
        engine::FindingReport::DECL,
        engine::StepReport::DECL,
        engine::CoverageReport::DECL,
        engine::Span::DECL,
        engine::Gap::DECL,
        engine::TotalsReport::DECL,
    ];
    let mut text = "// The request and the report. Written by `cargo xtask gen` from crates/engine: change the Rust types.\n".to_owned();
    for shape in shapes {
        text.push('\n');
        text.push_str(shape.trim());
        text.push('\n');
    }
    text
}
