//! What is asked on the command line.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use lexopt::prelude::*;
use mioboe_engine::{ChargeGiven, Member, Request};
use mioboe_model::{Offset, PaidBy};
use mioboe_playbook::Words;

const HELP: &str = "\
mioboe explains Amazon charges on card statements. Nothing leaves this machine.

usage: mioboe analyze FILE... [options]
       mioboe analyze --charge \"2026-11-03 3980 JPY AMAZON.CO.JP\" [options]
       mioboe advise REPORT.json [--said SAID.json] [options]

FILE is a card statement, an order export, a mail, a ZIP or a folder; which is which is found out from content.

  --format json|text           one report for programs, or one to read (default: text)
  --lang LANGUAGE              language of the text: LANGUAGES (default: ja)
  --today YYYY-MM-DD           the day to answer for (default: today)
  --utc-offset +09:00          where the person's days begin; --utc-offset=-05:00 also works (default: +09:00)
  --region jp|us|uk|eu|...     whose contacts and deadlines apply (default: jp)
  --household NAME=LAST4[,LAST4]...
                               whose cards these are; once for each person
  --charge \"DATE SUM [CURRENCY] [TEXT]\"
                               one charge that no file has, with its text as shown; DATE is ? where nobody knows it; repeatable
  --paid-by N=card|debit|prepaid|phone-bill|pay-later|gift-balance|app-store
                               what the N-th --charge was paid with
  --kept CASE.json             adds the files to a case file of the page, or to what --keep wrote
  --keep FILE.json             writes what was read, for the next month to be added to

advise says what follows from a report of analyze, or from a case file of the page, and from what the person said.
exit status: 0 a report was made, 1 nothing at all could be read, 2 bad arguments
";

const JAPAN: &str = "+09:00";

pub(crate) fn help() -> String {
    HELP.replace("LANGUAGES", &languages())
}

fn languages() -> String {
    Words::languages().collect::<Vec<_>>().join(", ")
}

pub(crate) enum Ask {
    Help,
    Version,
    Analyze(Box<Analyze>),
    Advise(Box<Advise>),
}

/// What follows from a report and from what the person said.
pub(crate) struct Advise {
    pub(crate) report: PathBuf,
    pub(crate) said: Option<PathBuf>,
    /// Where these are given, they go before what is said.
    pub(crate) today: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) format: Format,
    pub(crate) lang: String,
}

pub(crate) struct Analyze {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) format: Format,
    pub(crate) lang: String,
    pub(crate) request: Request,
    pub(crate) kept: Option<PathBuf>,
    pub(crate) keep: Option<PathBuf>,
}

#[derive(Clone, Copy)]
pub(crate) enum Format {
    Json,
    Text,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum BadArgs {
    #[error(transparent)]
    Unknown(#[from] lexopt::Error),
    #[error("`{0}` is not a command: there are `analyze` and `advise`")]
    Command(String),
    #[error("no files and no charges were named")]
    NoFiles,
    #[error("one report was to be named")]
    OneReport,
    #[error("--said belongs to `advise`")]
    SaidAlone,
    #[error("`{value}` is not {choices}")]
    Choice { value: String, choices: &'static str },
    #[error("`{value}` is not one of the languages {known}")]
    Language { value: String, known: String },
    #[error("`{0}` is not like NAME=1234 or NAME=1234,5678")]
    Household(String),
    #[error("`{0}` is not like `2026-11-03 3980 JPY AMAZON.CO.JP` or `? 3980`")]
    Charge(String),
    #[error("`{0}` is not like 1=debit; the ways of paying are {known}", known = PaidBy::ALL.map(PaidBy::code).join(", "))]
    PaidBy(String),
    #[error("`{0}` is not an offset like +09:00")]
    Offset(String),
    #[error("`{0}` is not a region like jp, us, uk or eu")]
    Region(String),
}

pub(crate) fn read(mut args: lexopt::Parser) -> Result<Ask, BadArgs> {
    let mut ask = Analyze {
        files: Vec::new(),
        format: Format::Text,
        lang: "ja".to_owned(),
        request: Request {
            today: String::new(),
            utc_offset: JAPAN.to_owned(),
            region: "jp".to_owned(),
            household: Vec::new(),
            answers: Vec::new(),
            salt: String::new(),
            tables: Vec::new(),
            charges: Vec::new(),
            entered: Vec::new(),
            set_aside: Vec::new(),
            kept: None,
        },
        kept: None,
        keep: None,
    };
    let mut command = None;
    let mut paid_by = Vec::new();
    let mut said = None;
    let mut home = None;
    while let Some(arg) = args.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Ask::Help),
            Short('V') | Long("version") => return Ok(Ask::Version),
            Long("format") => ask.format = format(&args.value()?)?,
            Long("lang") => ask.lang = lang(&args.value()?)?,
            Long("today") => ask.request.today = args.value()?.string()?,
            Long("utc-offset") => ask.request.utc_offset = args.value()?.string()?,
            Long("region") => home = Some(region(args.value()?.string()?)?),
            Long("said") => said = Some(PathBuf::from(args.value()?)),
            Long("kept") => ask.kept = Some(PathBuf::from(args.value()?)),
            Long("keep") => ask.keep = Some(PathBuf::from(args.value()?)),
            Long("household") => ask.request.household.push(member(&args.value()?.string()?)?),
            Long("charge") => {
                let text = args.value()?.string()?;
                ask.request.charges.push(mioboe_native::charge(&text).ok_or(BadArgs::Charge(text))?);
            }
            Long("paid-by") => paid_by.push(args.value()?.string()?),
            Value(value) if command.is_none() => command = Some(value),
            Value(file) => ask.files.push(file.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    match command {
        None => return Ok(Ask::Help),
        Some(command) if command == "advise" => return advise(ask, said, home),
        Some(command) if command != "analyze" => {
            return Err(BadArgs::Command(command.to_string_lossy().into_owned()));
        }
        Some(_) if ask.files.is_empty() && ask.request.charges.is_empty() && ask.kept.is_none() => {
            return Err(BadArgs::NoFiles);
        }
        Some(_) => {}
    }
    if said.is_some() {
        return Err(BadArgs::SaidAlone);
    }
    for text in paid_by {
        pay(&mut ask.request.charges, &text)?;
    }
    ask.request.region = home.unwrap_or(ask.request.region);
    if ask.request.today.is_empty() {
        ask.request.today = today(&ask.request.utc_offset)?;
    }
    Ok(Ask::Analyze(Box::new(ask)))
}

fn advise(ask: Analyze, said: Option<PathBuf>, home: Option<String>) -> Result<Ask, BadArgs> {
    let Analyze { files, format, lang, request, .. } = ask;
    let [report] = <[PathBuf; 1]>::try_from(files).map_err(|_| BadArgs::OneReport)?;
    let given = Some(request.today).filter(|day| !day.is_empty());
    // What is said may have its own day and place; otherwise it is today, and Japan.
    let (today, region) = if said.is_some() {
        (given, home)
    } else {
        let day = given.map_or_else(|| today(&request.utc_offset), Ok)?;
        (Some(day), Some(home.unwrap_or(request.region)))
    };
    Ok(Ask::Advise(Box::new(Advise { report, said, today, region, format, lang })))
}

fn format(value: &OsString) -> Result<Format, BadArgs> {
    match value.to_str() {
        Some("json") => Ok(Format::Json),
        Some("text") => Ok(Format::Text),
        _ => Err(BadArgs::Choice { value: value.to_string_lossy().into_owned(), choices: "json or text" }),
    }
}

fn lang(value: &OsString) -> Result<String, BadArgs> {
    let known = Words::languages().find(|lang| value == lang);
    known
        .map(str::to_owned)
        .ok_or_else(|| BadArgs::Language { value: value.to_string_lossy().into_owned(), known: languages() })
}

fn region(code: String) -> Result<String, BadArgs> {
    if mioboe_native::is_region(&code) { Ok(code) } else { Err(BadArgs::Region(code)) }
}

/// Reads `1=debit`: the first charge was paid by debit card.
fn pay(charges: &mut [ChargeGiven], text: &str) -> Result<(), BadArgs> {
    let bad = || BadArgs::PaidBy(text.to_owned());
    let (number, code) = text.split_once('=').ok_or_else(bad)?;
    let number: usize = number.parse().map_err(|_| bad())?;
    let charge = number.checked_sub(1).and_then(|index| charges.get_mut(index)).ok_or_else(bad)?;
    charge.paid_by = Some(PaidBy::parse(code).ok_or_else(bad)?.code().to_owned());
    Ok(())
}

/// Reads `花子=1234,5678`.
fn member(text: &str) -> Result<Member, BadArgs> {
    let bad = || BadArgs::Household(text.to_owned());
    let (name, cards) = text.split_once('=').ok_or_else(bad)?;
    let cards: Vec<String> = cards.split(',').map(str::to_owned).collect();
    if name.is_empty() || !cards.iter().all(|card| mioboe_native::is_card(card)) {
        return Err(bad());
    }
    Ok(Member { name: name.to_owned(), cards })
}

/// The day it is now where the person's days begin.
fn today(utc_offset: &str) -> Result<String, BadArgs> {
    let offset = Offset::parse(utc_offset).ok_or_else(|| BadArgs::Offset(utc_offset.to_owned()))?;
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let now: DateTime<Utc> = (SystemTime::UNIX_EPOCH + since).into();
    Ok(offset.day(now).to_string())
}
