//! The engine on the command line: `mioboe analyze FILE...`. The shape of its report is fixed in `report.schema.json`.

mod args;
mod files;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use args::{Analyze, Ask, Format};
use mioboe_engine::{Report, Session};
use mioboe_playbook::Words;

/// Nothing at all could be read.
const NOTHING_READ: u8 = 1;
const BAD_ARGUMENTS: u8 = 2;

fn main() -> ExitCode {
    match args::read(lexopt::Parser::from_env()) {
        Ok(Ask::Help) => say(&args::help()),
        Ok(Ask::Version) => say(concat!("mioboe ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Ask::Analyze(analyze)) => run(&analyze),
        Err(error) => {
            eprintln!("error: {error}\ntry `mioboe --help`");
            BAD_ARGUMENTS.into()
        }
    }
}

fn run(ask: &Analyze) -> ExitCode {
    let mut session = match Session::new(ask.request.clone()) {
        Ok(session) => session,
        Err(error) => {
            eprintln!("error: {error}");
            return BAD_ARGUMENTS.into();
        }
    };
    let mut opened = 0;
    for file in files::below(&ask.files) {
        match file.and_then(|file| file.give(&mut session)) {
            Ok(()) => opened += 1,
            Err(error) => eprintln!("{error}"),
        }
    }
    if opened == 0 && ask.request.charges.is_empty() {
        eprintln!("error: there was no file to read");
        return NOTHING_READ.into();
    }
    let report = session.report();
    let said = match ask.format {
        Format::Json => say(&json(&report)),
        Format::Text => say(&text::render(&report, &Words::new(&ask.lang), &ask.request.region)),
    };
    if nothing_read(&report) { NOTHING_READ.into() } else { said }
}

/// One line, with the same bytes that a browser makes of the report.
fn json(report: &Report) -> String {
    // A report is strings, small numbers, lists and maps with text keys: each has its JSON.
    serde_json::to_string(report).unwrap_or_default() + "\n"
}

fn nothing_read(report: &Report) -> bool {
    report.sources.iter().all(|source| ["unreadable", "ignored"].contains(&source.kind.as_str()))
}

fn say(text: &str) -> ExitCode {
    // Whoever reads may have read enough and gone.
    let _ = io::stdout().lock().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
