//! The report as text to read: files, charges by verdict, what to do next.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use mioboe_engine::{ChargeReport, FindingReport, Report, SourceReport, StepReport};
use mioboe_model::text::shown;
use mioboe_playbook::Words;

/// From what a person must look at to what is settled.
const VERDICTS: [&str; 4] = ["flagged", "ask", "notCovered", "explained"];

const WHENS: [&str; 4] = ["now", "today", "this-week", "monthly"];

pub(crate) fn render(report: &Report, words: &Words, region: &str) -> String {
    let mut text = Text { out: String::new(), report, words, region };
    // Writing to a string does not fail.
    let _ = text.all();
    text.out
}

struct Text<'a> {
    out: String,
    report: &'a Report,
    words: &'a Words,
    region: &'a str,
}

impl Text<'_> {
    fn all(&mut self) -> fmt::Result {
        let report = self.report;
        for source in &report.sources {
            self.source(source)?;
        }
        for verdict in VERDICTS {
            self.verdict(verdict)?;
        }
        let others = report.charges.iter().filter(|charge| charge.verdict == "other").count();
        if 0 < others {
            writeln!(self.out, "\n{}: {others}", self.say("verdict-other"))?;
        }
        for finding in report.findings.iter().filter(|finding| finding.charges.is_empty()) {
            self.out.push('\n');
            self.finding(finding)?;
        }
        for when in WHENS {
            self.steps(when)?;
        }
        Ok(())
    }

    fn source(&mut self, source: &SourceReport) -> fmt::Result {
        let kind = self.say(&format!("kind-{}", source.kind));
        write!(self.out, "{}: {kind}", shown(&source.name))?;
        if let Some(format) = source.format.as_ref().filter(|_| source.kind != "typed") {
            write!(self.out, ", {}", self.say(&format!("format-{format}")))?;
        }
        if 0 < source.rows {
            write!(self.out, " ({}/{})", source.used, source.rows)?;
        }
        self.out.push('\n');
        for problem in &source.problems {
            let what = self.say(&format!("problem-{}", problem.code));
            self.out.push_str("  ");
            if let Some(line) = problem.line {
                write!(self.out, "{line}: ")?;
            }
            write!(self.out, "{what}")?;
            if let Some(text) = &problem.text {
                write!(self.out, " {}", shown(text))?;
            }
            self.out.push('\n');
            let id = format!("problem-{}", problem.code);
            if let Some(next) = self.attribute(&id, "next") {
                writeln!(self.out, "    {next}")?;
            }
        }
        Ok(())
    }

    fn verdict(&mut self, verdict: &str) -> fmt::Result {
        let report = self.report;
        let charges: Vec<_> = report.charges.iter().filter(|charge| charge.verdict == verdict).collect();
        if charges.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{}: {}", self.say(&format!("verdict-{verdict}")), charges.len())?;
        for charge in charges {
            self.charge(charge)?;
        }
        Ok(())
    }

    fn charge(&mut self, charge: &ChargeReport) -> fmt::Result {
        let report = self.report;
        let date = charge.date.as_deref().unwrap_or("-");
        let sum = money(&charge.amount, &charge.currency);
        let file = report.sources.iter().find(|source| source.id == charge.source);
        let file = file.map(|source| source.name.as_str()).unwrap_or_default();
        write!(self.out, "  {date}  {sum}  {}  [{}:{}]", shown(&charge.merchant), shown(file), charge.line)?;
        if let Some(cause) = &charge.cause {
            let id = format!("cause-{cause}");
            write!(self.out, "  {}", self.attribute(&id, "short").unwrap_or_else(|| self.say(&id)))?;
        }
        for order in &charge.orders {
            write!(self.out, " {}", shown(&order.order_id))?;
        }
        self.out.push('\n');
        for index in &charge.findings {
            let finding = usize::try_from(*index).ok().and_then(|index| report.findings.get(index));
            if let Some(finding) = finding {
                self.out.push_str("    ");
                self.finding(finding)?;
            }
        }
        Ok(())
    }

    fn finding(&mut self, finding: &FindingReport) -> fmt::Result {
        let id = format!("finding-{}", finding.rule);
        let args = self.args(finding);
        let what = self.words.text(&id, &args).unwrap_or_else(|| id.clone());
        writeln!(self.out, "{what}")
    }

    /// A finding's arguments, sums as text, with nothing of the files that a terminal would obey.
    fn args(&self, finding: &FindingReport) -> BTreeMap<String, String> {
        let currency = finding.args.get("currency").map_or("", String::as_str);
        let value = |name: &str, value: &str| match name {
            "amount" | "oldAmount" | "newAmount" => money(value, currency),
            _ => shown(value).into_owned(),
        };
        let mut args: BTreeMap<_, _> =
            finding.args.iter().map(|(name, text)| (name.clone(), value(name, text))).collect();
        args.insert("region".to_owned(), self.region.to_owned());
        args
    }

    fn steps(&mut self, when: &str) -> fmt::Result {
        let report = self.report;
        let steps: Vec<_> = report.next_steps.iter().filter(|step| step.when == when).collect();
        if steps.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{}", self.say(&format!("when-{when}")))?;
        for step in steps {
            self.step(step)?;
        }
        Ok(())
    }

    fn step(&mut self, step: &StepReport) -> fmt::Result {
        let id = format!("step-{}", step.step);
        write!(self.out, "  * {}", self.say(&id))?;
        if let Some(due) = &step.due {
            write!(self.out, " ({due})")?;
        }
        self.out.push('\n');
        for attribute in ["why", "how"] {
            for line in self.attribute(&id, attribute).unwrap_or_default().lines() {
                writeln!(self.out, "    {line}")?;
            }
        }
        Ok(())
    }

    /// The words, or the id where there are none.
    fn say(&self, id: &str) -> String {
        self.words.text(id, &self.region_only()).unwrap_or_else(|| id.to_owned())
    }

    fn attribute(&self, id: &str, attribute: &str) -> Option<String> {
        self.words.attribute(id, attribute, &self.region_only())
    }

    fn region_only(&self) -> BTreeMap<String, String> {
        BTreeMap::from([("region".to_owned(), self.region.to_owned())])
    }
}

/// `-3980` and `JPY` to `-¥3,980`.
pub(crate) fn money(amount: &str, currency: &str) -> String {
    let (sign, plain) = amount.strip_prefix('-').map_or(("", amount), |plain| ("-", plain));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
    let mut sum = grouped(whole);
    if let Some(fraction) = fraction {
        sum.push('.');
        sum.push_str(fraction);
    }
    match currency {
        "JPY" => format!("{sign}¥{sum}"),
        "USD" => format!("{sign}${sum}"),
        "EUR" => format!("{sign}€{sum}"),
        "GBP" => format!("{sign}£{sum}"),
        "" => format!("{sign}{sum}"),
        _ => format!("{sign}{currency} {sum}"),
    }
}

fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if 0 < place && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_as_people_write_them() {
        assert_eq!(money("3980", "JPY"), "¥3,980");
        assert_eq!(money("-1234567", "JPY"), "-¥1,234,567");
        assert_eq!(money("1200.50", "USD"), "$1,200.50");
        assert_eq!(money("12.00", "CHF"), "CHF 12.00");
        assert_eq!(money("100", ""), "100");
    }
}
