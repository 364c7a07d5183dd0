//! Report, case and what goes in, as types of Python: one `TypedDict` a shape, from the JSON Schema of the Rust types.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use mioboe_engine as engine;
use serde_json::{Map, Value};

#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Every field is there; what is absent is `None`.
    Out,
    /// What has a default may be left out.
    In,
}

const HEAD: &str = "\
# Written by `cargo xtask gen` from crates/engine: change the Rust types.
\"\"\"What a report and a case hold, and what may be said of a report.

Sums and days are strings; what is absent is ``None``; ids are stable within one report.
\"\"\"

from __future__ import annotations

from typing import Literal, TypedDict
";

/// Words of Python itself, which no field of a class can be called.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

pub(crate) fn shapes() -> Result<String> {
    let roots = [
        (serde_json::to_value(engine::schema())?, Way::Out),
        (serde_json::to_value(engine::case_schema())?, Way::Out),
        (serde_json::to_value(engine::said_schema())?, Way::In),
        (serde_json::to_value(engine::charge_given_schema())?, Way::In),
    ];
    let mut text = HEAD.to_owned();
    let mut written = BTreeSet::new();
    // Codes first: they are values, and shapes are only named by what comes after them.
    for is_code in [true, false] {
        for (schema, way) in &roots {
            let title = schema.get("title").and_then(Value::as_str).context("a schema has a title")?;
            let parts = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
            let parts = parts.map(|(name, part)| (name.as_str(), part)).chain([(title, schema)]);
            for (name, part) in parts.filter(|(_, part)| part.get("oneOf").is_some() == is_code) {
                if written.insert(name.to_owned()) {
                    text.push_str(&if is_code { code(name, part)? } else { shape(name, part, *way)? });
                }
            }
        }
    }
    Ok(text)
}

/// A type of a few known texts.
fn code(name: &str, part: &Value) -> Result<String> {
    let choices = part.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let choices =
        choices.map(|choice| choice.get("const").and_then(Value::as_str).context("a code is a text"));
    let choices: Vec<String> =
        choices.map(|choice| choice.map(|choice| format!("\"{choice}\""))).collect::<Result<_>>()?;
    Ok(format!("\n#: {}\n{name} = Literal[{}]\n", line(part), choices.join(", ")))
}

fn shape(name: &str, part: &Value, way: Way) -> Result<String> {
    let fields = part.get("properties").and_then(Value::as_object).context("a shape has fields")?;
    let required: Vec<&str> = part
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let (needed, free): (Vec<_>, Vec<_>) =
        fields.iter().partition(|(name, _)| way == Way::Out || required.contains(&name.as_str()));
    if fields.keys().any(|field| KEYWORDS.contains(&field.as_str())) {
        return with_keywords(name, part, fields);
    }
    let mut text = String::new();
    let base = format!("_{name}Needed");
    let (base, total) = match (needed.is_empty(), free.is_empty()) {
        (_, true) => ("TypedDict", ""),
        (true, false) => ("TypedDict", ", total=False"),
        (false, false) => {
            write!(text, "\n\nclass {base}(TypedDict):\n{}", listed(&needed)?)?;
            (base.as_str(), ", total=False")
        }
    };
    let fields = if free.is_empty() { needed } else { free };
    write!(text, "\n\nclass {name}({base}{total}):\n    \"\"\"{}\"\"\"\n\n{}", line(part), listed(&fields)?)?;
    Ok(text)
}

fn listed(fields: &[(&String, &Value)]) -> Result<String> {
    let mut text = String::new();
    for (field, part) in fields {
        writeln!(text, "    #: {}\n    {field}: {}", line(part), kind(part)?)?;
    }
    Ok(text)
}

/// A shape with a field that is a word of Python itself.
fn with_keywords(name: &str, part: &Value, fields: &Map<String, Value>) -> Result<String> {
    let mut text = format!("\n\n#: {}\n{name} = TypedDict(\n    \"{name}\",\n    {{\n", line(part));
    for (field, part) in fields {
        writeln!(text, "        # {}\n        \"{field}\": \"{}\",", line(part), kind(part)?)?;
    }
    text.push_str("    },\n)\n");
    Ok(text)
}

fn line(part: &Value) -> String {
    part.get("description").and_then(Value::as_str).unwrap_or_default().replace('\n', " ")
}

fn kind(part: &Value) -> Result<String> {
    if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
        return Ok(reference.rsplit('/').next().unwrap_or_default().to_owned());
    }
    if let Some(choices) = part.get("anyOf").and_then(Value::as_array) {
        let kinds: Vec<String> = choices.iter().map(kind).collect::<Result<_>>()?;
        return Ok(kinds.join(" | "));
    }
    match part.get("type") {
        Some(Value::String(name)) => named(name, part),
        Some(Value::Array(names)) => {
            let names = names.iter().filter_map(Value::as_str);
            let kinds: Vec<String> = names.map(|name| named(name, part)).collect::<Result<_>>()?;
            Ok(kinds.join(" | "))
        }
        _ => bail!("a field without a type: {part}"),
    }
}

fn named(name: &str, part: &Value) -> Result<String> {
    let inner = |key: &str| kind(part.get(key).with_context(|| format!("what is in it: {part}"))?);
    Ok(match name {
        "string" => "str".to_owned(),
        "integer" => "int".to_owned(),
        "boolean" => "bool".to_owned(),
        "null" => "None".to_owned(),
        "array" => format!("list[{}]", inner("items")?),
        "object" => format!("dict[str, {}]", inner("additionalProperties")?),
        other => bail!("no type of Python for `{other}`"),
    })
}
