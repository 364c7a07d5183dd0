//! The engine on the command line: `mioboe analyze FILE...`, `mioboe advise REPORT.json`. The shapes of report and case are fixed in
//! `report.schema.json` and `case.schema.json`.

mod advise;
mod args;
mod case_text;
mod files;
mod text;

use std::fmt::Write as _;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use args::{Analyze, Ask, Format};
use mioboe_engine::{BadRequest, Report, Session};
use mioboe_model::text::shown;
use mioboe_playbook::Words;
use serde::Serialize;

/// Nothing at all could be read.
const NOTHING_READ: u8 = 1;
const BAD_ARGUMENTS: u8 = 2;

fn main() -> ExitCode {
    // Where it stopped, and never with what: the message could hold words of a person's files.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("error: the engine stopped at {place}");
    }));
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
    for file in files::below(&ask.files) {
        match file {
            Ok(file) => files.push(file),
            Err(error) => tell(&error.to_string()),
        }
    }
    let (report, opened) = match answer(ask, &files) {
        Ok(answer) => answer,
        Err(error) => {
            tell(&format!("error: {error}"));
            return BAD_ARGUMENTS.into();
        }
    };
    if opened == 0 && ask.request.charges.is_empty() {
        eprintln!("error: there was no file to read");
        return NOTHING_READ.into();
    }
    let said = match ask.format {
        Format::Json => say(&json(&report)),
        Format::Text => say(&text::render(&report, &Words::new(&ask.lang), &ask.request.region)),
    };
    if nothing_read(&report) { NOTHING_READ.into() } else { said }
}

/// The report of these files, and how many of them could be opened. A file that ends the engine is set aside and named;
/// the others have their answer.
fn answer(ask: &Analyze, files: &[files::File]) -> Result<(Report, usize), BadRequest> {
    let all: Vec<&files::File> = files.iter().collect();
    if let Some(answer) = attempt(ask, &all, &[]) {
        return answer;
    }
    let (mut kept, mut aside) = (Vec::new(), Vec::new());
    for file in all {
        kept.push(file);
        if attempt(ask, &kept, &[]).is_none() {
            kept.pop();
            aside.push(file.name.clone());
        }
    }
    let opened = kept.len() + aside.len();
    let report = match attempt(ask, &kept, &aside) {
        Some(answer) => answer?.0,
        // It read them a moment ago.
        None => Session::new(ask.request.clone())?.report(),
    };
    Ok((report, opened))
}

/// `None` where the engine stopped.
fn attempt(
    ask: &Analyze,
    files: &[&files::File],
    aside: &[String],
) -> Option<Result<(Report, usize), BadRequest>> {
    let run = || {
        let mut request = ask.request.clone();
        request.set_aside = aside.to_vec();
        let mut session = Session::new(request)?;
        let mut opened = 0;
        for file in files {
            match file.give(&mut session) {
                Ok(()) => opened += 1,
                Err(error) => tell(&error.to_string()),
            }
        }
        Ok((session.report(), opened))
    };
    // Everything that a panic leaves half done is thrown away with the session.
    panic::catch_unwind(AssertUnwindSafe(run)).ok()
}

/// Says something that may have a name of the person's in it.
fn tell(message: &str) {
    eprintln!("{}", shown(message));
}

/// One line, with the same bytes that a browser makes of it, but for what nobody sees: that is escaped, as it could
/// turn the reading direction or steer a terminal.
fn json(value: &impl Serialize) -> String {
    // Report and case are strings, small numbers, lists and maps with text keys: each has its JSON.
    let plain = serde_json::to_string(value).unwrap_or_default() + "\n";
    if !plain.chars().any(is_unsafe) {
        return plain;
    }
    let mut json = String::with_capacity(plain.len());
    for c in plain.chars() {
        if is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(json, "\\u{unit:04x}");
            }
        } else {
            json.push(c);
        }
    }
    json
}

/// JSON has escaped the controls below; only the end of its line is left.
fn is_unsafe(c: char) -> bool {
    !c.is_ascii() && {
        let mut bytes = [0; 4];
        let text: &str = c.encode_utf8(&mut bytes);
        shown(text) != text
    }
}

fn nothing_read(report: &Report) -> bool {
    report.sources.iter().all(|source| ["unreadable", "ignored"].contains(&source.kind.as_str()))
}

fn say(text: &str) -> ExitCode {
    // Whoever reads may have read enough and gone.
    let _ = io::stdout().lock().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
