//! Files in, report out, whatever one of them does to the engine.

use std::panic::{self, AssertUnwindSafe};

use mioboe_engine::{BadRequest, Holding, Report, Request, Session};

use crate::{File, Unreadable};

/// The report, and what could not even be opened.
pub struct Answer {
    pub report: Report,
    /// What is to be kept for the next month to be added to; `None` where it is more than can be kept.
    pub holding: Option<Holding>,
    /// How many of the files were opened.
    pub opened: usize,
    pub unreadable: Vec<Unreadable>,
}

/// The report of these files. A file that ends the engine is set aside and named; the others have their answer.
pub fn answer(request: &Request, files: &[File<'_>]) -> Result<Answer, BadRequest> {
    let all: Vec<&File<'_>> = files.iter().collect();
    if let Some(answer) = attempt(request, &all, &[]) {
        return answer;
    }
    let (mut kept, mut aside) = (Vec::new(), Vec::new());
    for file in all {
        kept.push(file);
        if attempt(request, &kept, &[]).is_none() {
            kept.pop();
            aside.push(file.name.clone());
        }
    }
    let answer = if let Some(answer) = attempt(request, &kept, &aside) {
        answer?
    } else {
        // It read them a moment ago.
        let (report, holding) = Session::new(request.clone())?.report_and_holding();
        Answer { report, holding, opened: kept.len(), unreadable: Vec::new() }
    };
    Ok(Answer { opened: answer.opened + aside.len(), ..answer })
}

/// `None` where the engine stopped.
fn attempt(request: &Request, files: &[&File<'_>], aside: &[String]) -> Option<Result<Answer, BadRequest>> {
    let run = || {
        let mut session = Session::new(Request { set_aside: aside.to_vec(), ..request.clone() })?;
        let mut unreadable = Vec::new();
        for file in files {
            unreadable.extend(file.give(&mut session).err());
        }
        let opened = files.len() - unreadable.len();
        let (report, holding) = session.report_and_holding();
        Ok(Answer { report, holding, opened, unreadable })
    };
    // Everything that a panic leaves half done is thrown away with the session.
    panic::catch_unwind(AssertUnwindSafe(run)).ok()
}

/// From now on a stop of the engine says where it was, and never with what: the message could hold words of a person's files.
pub fn stop_quietly() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("error: the engine stopped at {place}");
    }));
}
