//! The engine on the command line: `mioboe analyze FILE...`, `mioboe advise REPORT.json`. The shapes of report and case are fixed in
//! `report.schema.json` and `case.schema.json`.

mod advise;
mod args;
mod case_text;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use args::{Analyze, Ask, Format};
use mioboe_engine::{Report, Request};
use mioboe_model::text::shown;
use mioboe_native::{Answer, answer, below, json, kept_in, stop_quietly};
use mioboe_playbook::Words;

/// Nothing at all could be read.
const NOTHING_READ: u8 = 1;
const BAD_ARGUMENTS: u8 = 2;

fn main() -> ExitCode {
    stop_quietly();
    match args::read(lexopt::Parser::from_env()) {
        Ok(Ask::Help) => say(&args::help()),
        Ok(Ask::Version) => say(concat!("mioboe ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Ask::Analyze(analyze)) => run(&analyze),
        Ok(Ask::Advise(advise)) => self::advise::run(&advise),
        Err(error) => {
            tell(&format!("error: {error}"));
            eprintln!("try `mioboe --help`");
            BAD_ARGUMENTS.into()
        }
    }
}

fn run(ask: &Analyze) -> ExitCode {
    let mut files = Vec::new();
    for file in below(&ask.files) {
        match file {
            Ok(file) => files.push(file),
            Err(error) => tell(&error.to_string()),
        }
    }
    let request = match ask.kept.as_deref().map(advise::read::<serde_json::Value>).transpose() {
        Ok(kept) => Request { kept: kept.as_ref().map(kept_in), ..ask.request.clone() },
        Err(error) => {
            tell(&format!("error: {error}"));
            return NOTHING_READ.into();
        }
    };
    let Answer { report, holding, opened, unreadable } = match answer(&request, &files) {
        Ok(answer) => answer,
        Err(error) => {
            tell(&format!("error: {error}"));
            return BAD_ARGUMENTS.into();
        }
    };
    for error in unreadable {
        tell(&error.to_string());
    }
    if opened == 0 && request.charges.is_empty() && request.kept.is_none() {
        eprintln!("error: there was no file to read");
        return NOTHING_READ.into();
    }
    if let Some(path) = &ask.keep {
        let written = holding.map(|holding| std::fs::write(path, holding.to_json()));
        match written {
            Some(Ok(())) => {}
            Some(Err(error)) => {
                tell(&format!("error: `{}` cannot be written: {error}", path.display()));
                return NOTHING_READ.into();
            }
            None => tell("there are more rows than can be kept: nothing was written"),
        }
    }
    let said = match ask.format {
        Format::Json => say(&json(&report)),
        Format::Text => say(&text::render(&report, &Words::new(&ask.lang), &ask.request.region)),
    };
    if nothing_read(&report) { NOTHING_READ.into() } else { said }
}

/// Says something that may have a name of the person's in it.
fn tell(message: &str) {
    eprintln!("{}", shown(message));
}

fn nothing_read(report: &Report) -> bool {
    report.sources.iter().all(|source| ["unreadable", "ignored"].contains(&source.kind.as_str()))
}

fn say(text: &str) -> ExitCode {
    // Whoever reads may have read enough and gone.
    let _ = io::stdout().lock().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
