//! The case as text to read: what stands where, what to do by when, whom to call, what comes next.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use mioboe_engine::{Case, ChargeReport, PlanStep, Report, Standing};
use mioboe_model::text::shown;
use mioboe_playbook::Words;

use crate::text::money;

const WHENS: [&str; 4] = ["now", "today", "this-week", "monthly"];

pub(crate) fn render(case: &Case, report: &Report, words: &Words, region: &str) -> String {
    let charges = report.charges.iter().map(|charge| (charge.id.as_str(), charge)).collect();
    let mut text = Text { out: String::new(), case, charges, words, region };
    // Writing to a string does not fail.
    let _ = text.all();
    text.out
}

struct Text<'a> {
    out: String,
    case: &'a Case,
    charges: BTreeMap<&'a str, &'a ChargeReport>,
    words: &'a Words,
    region: &'a str,
}

impl Text<'_> {
    fn all(&mut self) -> fmt::Result {
        let counts = &self.case.counts;
        let tiles = [
            ("flagged", counts.flagged),
            ("ask", counts.ask),
            ("notCovered", counts.not_covered),
            ("explained", counts.explained),
            ("other", counts.other),
        ];
        for (tile, count) in tiles.into_iter().filter(|(_, count)| 0 < *count) {
            writeln!(self.out, "{}: {count}", self.say(&format!("verdict-{tile}")))?;
        }
        for charge in &self.case.asked {
            self.charge(charge)?;
        }
        for when in WHENS {
            self.steps(when)?;
        }
        Ok(())
    }

    fn charge(&mut self, id: &str) -> fmt::Result {
        let Some(charge) = self.charges.get(id) else { return Ok(()) };
        let date = charge.date.as_deref().unwrap_or("-");
        let sum = money(&charge.amount, &charge.currency);
        writeln!(self.out, "  {date}  {sum}  {}  [{id}]", shown(&charge.merchant))
    }

    fn steps(&mut self, when: &str) -> fmt::Result {
        let case = self.case;
        let steps: Vec<_> = case.plan.steps.iter().filter(|step| step.when == when).collect();
        if steps.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{}", self.say(&format!("when-{when}")))?;
        for step in steps {
            self.step(step)?;
        }
        Ok(())
    }

    fn step(&mut self, step: &PlanStep) -> fmt::Result {
        let case = self.case;
        let id = format!("step-{}", step.step);
        let mark = if step.done { 'x' } else { ' ' };
        writeln!(self.out, "  [{mark}] {}", self.say(&id))?;
        if step.done {
            return Ok(());
        }
        if let Some(deadline) = self.deadline(step, &id) {
            writeln!(self.out, "      {deadline}")?;
        }
        if step.folded {
            return Ok(());
        }
        for attribute in ["why", "how"] {
            for line in self.attribute(&id, attribute).unwrap_or_default().lines() {
                writeln!(self.out, "      {line}")?;
            }
        }
        for contact in &case.contacts {
            if step.contacts.contains(&contact.id) {
                writeln!(
                    self.out,
                    "      {} {}",
                    self.say(&format!("contact-{}", contact.id)),
                    contact.value
                )?;
            }
        }
        Ok(())
    }

    /// A day that has passed is named by no step.
    fn deadline(&self, step: &PlanStep, id: &str) -> Option<String> {
        let first = step.due.as_ref().or_else(|| step.clocks.first().map(|clock| &clock.day));
        let mut args = self.region();
        args.insert("clock".to_owned(), clock(step.standing).to_owned());
        args.extend(step.clocks.first().map(|clock| ("limit".to_owned(), clock.id.clone())));
        args.extend(first.map(|day| ("until".to_owned(), day.clone())));
        self.words.attribute(id, "deadline", &args)
    }

    /// The words, or the id where there are none.
    fn say(&self, id: &str) -> String {
        self.words.text(id, &self.region()).unwrap_or_else(|| id.to_owned())
    }

    fn attribute(&self, id: &str, attribute: &str) -> Option<String> {
        self.words.attribute(id, attribute, &self.region())
    }

    fn region(&self) -> BTreeMap<String, String> {
        BTreeMap::from([("region".to_owned(), self.region.to_owned())])
    }
}

fn clock(standing: Standing) -> &'static str {
    match standing {
        Standing::None | Standing::Due => "due",
        Standing::Early => "early",
        Standing::Passed => "passed",
        Standing::EarlyPassed => "early-passed",
    }
}
