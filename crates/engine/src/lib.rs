//! Two verbs. `analyze`: files in, report out. `advise`: that report and what the person said in, the case out. No I/O, no clock;
//! bad files are part of the report.
#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

#[macro_use]
mod shape;

mod advise;
mod assemble;
mod candidates;
mod case;
#[cfg(feature = "full")]
mod earlier;
#[cfg(feature = "full")]
mod holding;
mod mails;
mod meaning;
mod report;
mod request;
mod said;
mod shown;
mod table;

pub use advise::{Adviser, advise};
pub use case::*;
#[cfg(feature = "full")]
pub use holding::Holding;
pub use mails::{MailLinkReport, MailReasonReport, MailReport};
pub use meaning::{TextKind, TextMeaning, meaning, places_seen, usual_texts};
pub use report::*;
#[cfg(feature = "schema")]
pub use request::charge_given_schema;
pub use request::{AnswerGiven, BadRequest, ChargeGiven, Member, Request};
pub use said::*;
pub use table::{CellReport, Columns, TableGiven, TableReport};

use chrono::{Datelike, NaiveDate};
#[cfg(feature = "full")]
pub use mioboe_ingest::Pieces;
use mioboe_ingest::Reader;
pub use mioboe_ingest::{IN_PIECES_FROM, THINNED_FROM, ThinZip};
use mioboe_model::{Currency, Offset, PaidBy, Reading, Typed};
use mioboe_reconcile::Reconciliation;
use mioboe_rules::{Answer, Answers, Facts};

/// One analysis under way: files are added one by one, in any order, then the report is asked for.
pub struct Session {
    today: NaiveDate,
    offset: Offset,
    request: Request,
    answers: Answers,
    reader: Reader,
    /// A case of before, of which only this was kept.
    #[cfg(feature = "full")]
    earlier: Option<Report>,
}

impl Session {
    /// Fails where the request makes no sense; files come later, and never fail.
    pub fn new(request: Request) -> Result<Self, BadRequest> {
        let today = day(&request.today).ok_or_else(|| BadRequest::Today(request.today.clone()))?;
        let offset = Offset::parse(&request.utc_offset)
            .ok_or_else(|| BadRequest::UtcOffset(request.utc_offset.clone()))?;
        let known = |given: &AnswerGiven| {
            let answer =
                Answer::parse(&given.answer).ok_or_else(|| BadRequest::Answer(given.answer.clone()))?;
            Ok((given.charge.clone(), answer, given.order.clone()))
        };
        let given = request.answers.iter().map(known).collect::<Result<Vec<_>, BadRequest>>()?;
        let answers = Answers::new(&request.salt, given);
        let tables = table::choices(&request.tables)?;
        let reader = Reader::new(home_currency(&request.region)).with_tables(tables).with_today(today);
        let charges = request.charges.iter().map(typed).collect::<Result<Vec<_>, BadRequest>>()?;
        let reader = reader.with_typed(charges);
        #[cfg(feature = "full")]
        let (reader, earlier) = match &request.kept {
            None => (reader, None),
            Some(kept) => {
                let Holding { read, earlier, .. } = Holding::parse(kept).ok_or(BadRequest::Kept)?;
                (reader.with_held(read), earlier)
            }
        };
        Ok(Self {
            today,
            offset,
            request,
            answers,
            reader,
            #[cfg(feature = "full")]
            earlier,
        })
    }

    /// Reads one file, as the person has it: a statement, an export, a ZIP, a mail.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.reader.add(name, bytes);
    }

    /// Reads a large table or mailbox piece by piece. False where the file has to be given whole.
    #[cfg(feature = "full")]
    pub fn add_pieces(&mut self, name: &str, pieces: &dyn Pieces) -> bool {
        self.reader.add_pieces(name, pieces)
    }

    /// Notes a file that does not fit into memory.
    pub fn too_large(&mut self, name: &str) {
        self.reader.too_large(name);
    }

    /// What all the files together say.
    #[cfg(not(feature = "full"))]
    pub fn report(self) -> Report {
        let (reader, asked) = self.apart();
        asked.report(reader.finish())
    }

    /// What all the files together say.
    #[cfg(feature = "full")]
    pub fn report(self) -> Report {
        self.report_and_holding().0
    }

    /// The same, and what is to be kept for the next month to be added to; `None` where it is more than can be kept.
    #[cfg(feature = "full")]
    pub fn report_and_holding(mut self) -> (Report, Option<Holding>) {
        let earlier = self.earlier.take();
        let (reader, asked) = self.apart();
        let (reading, held) = reader.finish_and_hold();
        let holding = held.map(|held| Holding::new(held, earlier.clone()));
        let region = asked.request.region.clone();
        let report = asked.report(reading);
        let Some(earlier) = earlier else { return (report, holding) };
        (with_steps(earlier::beside(report, earlier), &region), holding)
    }

    /// The files, and what is asked of them.
    fn apart(self) -> (Reader, Asked) {
        let Self { today, offset, request, answers, mut reader, .. } = self;
        for name in &request.set_aside {
            reader.stopped(name);
        }
        (reader, Asked { today, offset, request, answers })
    }
}

/// The circumstances of a session whose files have been read.
struct Asked {
    today: NaiveDate,
    offset: Offset,
    request: Request,
    answers: Answers,
}

impl Asked {
    fn report(self, mut reading: Reading) -> Report {
        // The order in which files were given names the sources and must decide nothing else.
        reading.charges.sort_by(|a, b| {
            (a.date.cmp(&b.date))
                .then_with(|| a.amount.compare_values(&b.amount))
                .then_with(|| (&a.merchant, a.place.line).cmp(&(&b.merchant, b.place.line)))
        });
        let mails = mails::judge(&mut reading, &self.request.entered, self.offset);
        let named = self.answers.name_orders(&mut reading);
        let mut found = reconcile(&reading, self.offset);
        for at in named {
            let Some(Some(link)) = found.links.get_mut(at) else { continue };
            for code in link.evidence.iter_mut().filter(|code| **code == "order-number") {
                *code = "order-named";
            }
        }
        let household =
            self.request.household.into_iter().map(|member| (member.name, member.cards)).collect();
        let facts = Facts::new(&reading, &found, self.today, self.offset, &self.request.region, household)
            .with_answers(&self.answers);
        with_steps(assemble::report(&facts, &mioboe_rules::judge(&facts), mails), &self.request.region)
    }
}

/// With what is advised to who has said nothing yet.
fn with_steps(report: Report, region: &str) -> Report {
    let adviser = Adviser::new(report);
    let next_steps = adviser.first_steps(region);
    Report { next_steps, ..adviser.into_report() }
}

/// Lends what a browser has anyway: its decoder of `shift_jis`, and its NFKC. To be called before any file is read.
#[cfg(target_family = "wasm")]
pub fn lend(shift_jis: fn(&[u8]) -> String, nfkc: fn(&str) -> String) {
    mioboe_ingest::lend_decoder(shift_jis);
    mioboe_model::text::lend_forms(nfkc);
}

fn reconcile(reading: &Reading, offset: Offset) -> Reconciliation {
    #[cfg_attr(not(feature = "full"), expect(unused_mut, reason = "the small build reads no mails"))]
    let mut found = mioboe_reconcile::reconcile(reading, offset);
    #[cfg(feature = "full")]
    mioboe_reconcile::link_mails(reading, &mut found);
    found
}

/// [`Session`] over files that are all at hand.
pub fn analyze<'a>(
    request: Request,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Report, BadRequest> {
    let mut session = Session::new(request)?;
    for (name, bytes) in files {
        session.add(name, bytes);
    }
    Ok(session.report())
}

fn typed(given: &ChargeGiven) -> Result<Typed, BadRequest> {
    let paid_by = |code: &String| PaidBy::parse(code).ok_or_else(|| BadRequest::PaidBy(code.clone()));
    Ok(Typed {
        day: given.date.clone().unwrap_or_default(),
        amount: given.amount.clone(),
        currency: given.currency.clone().unwrap_or_default(),
        merchant: given.merchant.clone(),
        paid_by: given.paid_by.as_ref().map(paid_by).transpose()?,
        card: given.card.clone().unwrap_or_default(),
    })
}

/// The years of days that are believed, here and in files; far beyond them, every count of months or years would go astray.
const DAYS: std::ops::RangeInclusive<i32> = 1990..=2099;

/// `2026-11-22`, in just this form, of the years that are believed.
fn day(text: &str) -> Option<NaiveDate> {
    calendar_day(text).filter(|day| DAYS.contains(&day.year()))
}

/// Any day of the calendar.
fn calendar_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let exact = (year.len(), month.len(), day.len()) == (4, 2, 2);
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok()).flatten();
    NaiveDate::from_ymd_opt(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)
        .filter(|_| exact)
}

/// The currency of files that name none; `None` for places of which it is not known: they are asked.
fn home_currency(region: &str) -> Option<Currency> {
    mioboe_playbook::Home::of(region).currency.and_then(Currency::parse)
}
