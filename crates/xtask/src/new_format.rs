//! The files of a new statement layout, ready to be filled in.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run::Workspace;

/// In it a language is a folder.
const LOCALES: &str = "crates/playbook/locales";

pub(crate) fn new_format(workspace: &Workspace, id: &str) -> Result<()> {
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(is_id) || !id.starts_with(|c: char| c.is_ascii_lowercase()) {
        bail!("`{id}` is no id: use small letters, digits and `-`, as in `rakuten` or `smbc-vpass`");
    }
    let profile = Path::new("crates/ingest/profiles").join(format!("{id}.toml"));
    let fixture = Path::new("tests/fixtures/statements").join(id).join(format!("{id}.csv"));
    if workspace.root.join(&profile).exists() {
        bail!("{} is there already", profile.display());
    }
    write(workspace, &profile, &PROFILE.replace("ID", id))?;
    write(workspace, &fixture, FIXTURE)?;
    for language in fs::read_dir(workspace.root.join(LOCALES))? {
        name(workspace, &language?.file_name(), id)?;
    }
    println!(
        "\nnext: describe the layout in the profile, put invented rows in the fixture, give it a name, then\n\
         \n    UPDATE_GOLDEN=1 cargo test -p mioboe-tests --test fixtures && cargo xtask gen\n\
         \nand read the golden beside the fixture"
    );
    Ok(())
}

fn write(workspace: &Workspace, path: &Path, text: &str) -> Result<()> {
    let full = workspace.root.join(path);
    fs::create_dir_all(full.parent().context("every file has a folder")?)?;
    fs::write(&full, text).with_context(|| format!("writing {}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}

/// Names of statements stand before the one of all other tables.
fn name(workspace: &Workspace, language: &OsStr, id: &str) -> Result<()> {
    const BEFORE: &str = "format-table =";
    let path = Path::new(LOCALES).join(language).join("formats.ftl");
    let text = fs::read_to_string(workspace.root.join(&path))?;
    let at = text.find(BEFORE).with_context(|| format!("no `{BEFORE}` in {}", path.display()))?;
    let (before, after) = text.split_at(at);
    write(workspace, &path, &format!("{before}format-{id} = {id}\n{after}"))
}

const PROFILE: &str = r#"id = "ID"
issuer = "ID"
region = "jp"
kind = "card"
currency = "JPY"
seen = ["where this layout was seen"]
since = "2026"
download = "site → statement → CSV"

# The heading as the file has it. Everything else a profile may say: src/formats/statements/dialect.rs.
[[tables]]
header = ["ご利用の日", "お店の名前", "金額（税込）"]
exact = true
date = ["ご利用の日"]
merchant = ["お店の名前"]
amount = ["金額（税込）"]
"#;

const FIXTURE: &str = "ご利用の日,お店の名前,金額（税込）\n2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980\n2026/09/02,見本書店,1200\n";
