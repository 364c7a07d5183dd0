//! Files in, report out, whatever one of them does to the engine.

use std::panic::{self, AssertUnwindSafe};

use mioboe_engine::{BadRequest, Report, Request, Session};

use crate::{File, Unreadable};

/// The report, and what could not even be opened.
pub struct Answer {
    pub report: Report,
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
    let answer = match attempt(request, &kept, &aside) {
        Some(answer) => answer?,
        // It read them a moment ago.
        None => Answer {
            report: Session::new(request.clone())?.report(),
            opened: kept.len(),
            unreadable: Vec::new(),
        },
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
        Ok(Answer { report: session.report(), opened, unreadable })
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
