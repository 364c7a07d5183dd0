//! How right a report on a labelled household is, counted over the Amazon rows: other merchants are easy and would
//! hide errors.

use std::collections::{BTreeMap, BTreeSet};

use mioboe_engine::{ChargeReport, Report};

use crate::households::{Household, Row};

/// The sum over all households judged.
#[derive(Default)]
pub struct Score {
    pub rows: u64,
    pub missing: u64,
    pub invented: u64,
    pub verdict: u64,
    pub cause: u64,
    pub links_right: u64,
    pub links_given: u64,
    pub links_due: u64,
    pub missed_fraud: u64,
    pub false_alarms: u64,
    pub not_flagged_in_truth: u64,
    pub findings_missing: u64,
    pub steps_missing: u64,
    /// By tenth of confidence: links given, links right.
    pub reliability: [(u64, u64); 11],
    /// The same of charges that several orders explain together.
    pub combined: [(u64, u64); 11],
    pub errors: Vec<String>,
}

/// What must be reached at least, in thousandths; [`Score::check`].
const VERDICT: u64 = 985;
const CAUSE: u64 = 960;
const LINK_F1: u64 = 990;
const FALSE_ALARMS_AT_MOST: u64 = 3;
/// Of the links given 0.9 or more, at least this many are right.
const SURE_LINKS: u64 = 970;

impl Score {
    #[must_use]
    pub fn link_f1(&self) -> u64 {
        ratio(2 * self.links_right, self.links_given + self.links_due)
    }

    #[must_use]
    pub fn sure_links(&self) -> u64 {
        let sure =
            self.reliability.iter().skip(9).fold((0, 0), |(g, r), (given, right)| (g + given, r + right));
        ratio(sure.1, sure.0)
    }

    /// One line, for tables of several.
    #[must_use]
    pub fn line(&self) -> String {
        format!(
            "{:>5} rows, {} missing, {} invented, verdict {}, cause {}, links {}, sure links {}, missed fraud {}, false alarms {} of {}",
            self.rows,
            self.missing,
            self.invented,
            ratio(self.verdict, self.rows),
            ratio(self.cause, self.rows),
            self.link_f1(),
            self.sure_links(),
            self.missed_fraud,
            self.false_alarms,
            self.not_flagged_in_truth
        )
    }

    pub fn print(&self) {
        println!("Amazon rows            {:>6}", self.rows);
        println!("rows missing, invented {:>6} {:>6}", self.missing, self.invented);
        println!("verdict right          {:>6} ‰", ratio(self.verdict, self.rows));
        println!("cause right            {:>6} ‰", ratio(self.cause, self.rows));
        println!("link F1                {:>6} ‰", self.link_f1());
        println!("missed fraud           {:>6}", self.missed_fraud);
        println!("false alarms           {:>6} ‰", ratio(self.false_alarms, self.not_flagged_in_truth));
        println!("findings, steps missing{:>6} {:>6}", self.findings_missing, self.steps_missing);
        for (of, table) in [("links", &self.reliability), ("of several orders", &self.combined)] {
            println!("confidence   {of}, right");
            for (tenth, (given, right)) in table.iter().enumerate().filter(|(_, (given, _))| *given > 0) {
                println!(
                    "{:>3}-{:<3} %   {given:>6} {:>6} ‰",
                    tenth * 10,
                    (tenth * 10 + 9).min(100),
                    ratio(*right, *given)
                );
            }
        }
        for error in &self.errors {
            println!("{error}");
        }
    }

    /// # Panics
    /// If less is right than must be.
    pub fn check(&self) {
        assert_eq!((self.missing, self.invented), (0, 0), "every row once, and nothing else");
        assert_eq!(self.missed_fraud, 0);
        assert!(ratio(self.verdict, self.rows) >= VERDICT);
        assert!(ratio(self.cause, self.rows) >= CAUSE);
        assert!(self.link_f1() >= LINK_F1);
        assert!(ratio(self.false_alarms, self.not_flagged_in_truth) <= FALSE_ALARMS_AT_MOST);
        assert_eq!((self.findings_missing, self.steps_missing), (0, 0));
        assert!(self.sure_links() >= SURE_LINKS);
    }
}

/// In thousandths; nothing of nothing is all.
#[must_use]
pub fn ratio(part: u64, whole: u64) -> u64 {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

/// Adds one household to a score.
///
/// # Panics
/// If a row is reported with another amount.
pub fn judge(household: &Household, report: &Report, score: &mut Score) {
    let charges: BTreeMap<(&str, u32), &ChargeReport> = report
        .charges
        .iter()
        .filter_map(|charge| {
            let source = report.sources.iter().find(|source| source.id == charge.source)?;
            Some(((source.name.as_str(), charge.line), charge))
        })
        .collect();
    let known: BTreeSet<(&str, u32)> = household.truth.rows.iter().flat_map(places).collect();
    for place in charges.keys().filter(|place| !known.contains(*place)) {
        score.invented += 1;
        score.errors.push(format!("{}: invented {place:?}", household.name));
    }
    // Rows of one group may be told apart in any way: what counts is that each outcome is given once.
    let mut groups: BTreeMap<&str, Vec<(&Row, &ChargeReport)>> = BTreeMap::new();
    for row in &household.truth.rows {
        let mut found = places(row).filter_map(|place| charges.get(&place));
        let charge = found.next();
        if found.next().is_some() {
            score.invented += 1;
            score.errors.push(format!("{}: twice {}:{}", household.name, row.file, row.line));
        }
        let Some(charge) = charge else {
            if !row.optional {
                score.missing += 1;
                score.errors.push(format!("{}: missing {}:{}", household.name, row.file, row.line));
            }
            continue;
        };
        assert_eq!(charge.amount, row.amount, "{}: {}:{}", household.name, row.file, row.line);
        if row.service == "other" {
            // Not counted, but an alarm about it is one all the same.
            score.not_flagged_in_truth += 1;
            if charge.verdict == "flagged" || charge.service != "other" {
                score.false_alarms += 1;
                score.errors.push(describe(household, row, charge));
            }
            continue;
        }
        match &row.interchangeable {
            Some(group) => groups.entry(group).or_default().push((row, charge)),
            None => judge_row(household, row, charge, score),
        }
    }
    for members in groups.into_values() {
        judge_group(household, &members, score);
    }
    judge_findings(household, report, &charges, score);
}

/// Pairs outcomes with rows so that as many as possible agree (Kuhn's augmenting paths), and counts them.
fn judge_group(household: &Household, members: &[(&Row, &ChargeReport)], score: &mut Score) {
    let fits = |row: usize, charge: usize| {
        let ((row, _), (_, charge)) = (members[row], members[charge]);
        outcome_fits(row, charge) && orders_fit(row, charge)
    };
    let mut row_of: Vec<Option<usize>> = vec![None; members.len()];
    for row in 0..members.len() {
        augment(row, &fits, &mut vec![false; members.len()], &mut row_of);
    }
    let mut left =
        (0..members.len()).filter(|row| !row_of.contains(&Some(*row))).collect::<Vec<_>>().into_iter();
    for (row, (_, charge)) in row_of.clone().into_iter().zip(members) {
        if let Some(row) = row.or_else(|| left.next()) {
            judge_row(household, members[row].0, charge, score);
        }
    }
}

fn augment(
    row: usize,
    fits: &impl Fn(usize, usize) -> bool,
    tried: &mut Vec<bool>,
    row_of: &mut Vec<Option<usize>>,
) -> bool {
    for charge in 0..row_of.len() {
        if tried[charge] || !fits(row, charge) {
            continue;
        }
        tried[charge] = true;
        let is_free = match row_of[charge] {
            None => true,
            Some(other) => augment(other, fits, tried, row_of),
        };
        if is_free {
            row_of[charge] = Some(row);
            return true;
        }
    }
    false
}

/// Everywhere a row stands: overlapping files repeat it.
pub fn places(row: &Row) -> impl Iterator<Item = (&str, u32)> {
    let also = row.also_at.iter().map(|(file, line)| (file.as_str(), *line));
    std::iter::once((row.file.as_str(), row.line)).chain(also)
}

fn outcome_fits(row: &Row, charge: &ChargeReport) -> bool {
    (row.verdict == charge.verdict && row.cause == charge.cause)
        || row.accept.iter().any(|(verdict, cause)| *verdict == charge.verdict && *cause == charge.cause)
}

fn orders_fit(row: &Row, charge: &ChargeReport) -> bool {
    let given: BTreeSet<&str> = charge.orders.iter().map(|order| order.order_id.as_str()).collect();
    let same = |set: &[String]| set.iter().map(String::as_str).collect::<BTreeSet<_>>() == given;
    if row.order_sets.is_empty() { same(&row.orders) } else { row.order_sets.iter().any(|set| same(set)) }
}

fn judge_row(household: &Household, row: &Row, charge: &ChargeReport, score: &mut Score) {
    score.rows += 1;
    let fits_verdict =
        row.verdict == charge.verdict || row.accept.iter().any(|(verdict, _)| *verdict == charge.verdict);
    score.verdict += u64::from(fits_verdict);
    score.cause += u64::from(outcome_fits(row, charge));
    let right = orders_fit(row, charge);
    score.links_due += u64::from(!row.orders.is_empty());
    score.links_given += u64::from(!charge.orders.is_empty());
    score.links_right += u64::from(right && !charge.orders.is_empty() && !row.orders.is_empty());
    if right && charge.orders.is_empty() && !row.orders.is_empty() {
        score.links_due -= 1;
    }
    if right && row.orders.is_empty() && !charge.orders.is_empty() {
        score.links_given -= 1;
    }
    if !charge.orders.is_empty() {
        let tenth = charge.confidence.trim_start_matches("0.").get(..1).and_then(|digit| digit.parse().ok());
        let tenth: usize = if charge.confidence.starts_with('1') { 10 } else { tenth.unwrap_or(0) };
        let several = if charge.orders.len() > 1 { Some(&mut score.combined) } else { None };
        for table in [Some(&mut score.reliability), several].into_iter().flatten() {
            table[tenth].0 += 1;
            table[tenth].1 += u64::from(right);
        }
    }
    if row.verdict == "flagged" {
        let accepted = fits_verdict || charge.verdict == "flagged";
        score.missed_fraud += u64::from(!accepted);
    } else {
        score.not_flagged_in_truth += 1;
        score.false_alarms += u64::from(charge.verdict == "flagged" && !fits_verdict);
    }
    if !outcome_fits(row, charge) || !right {
        score.errors.push(describe(household, row, charge));
    }
}

fn describe(household: &Household, row: &Row, charge: &ChargeReport) -> String {
    let orders: Vec<&str> = charge.orders.iter().map(|order| order.order_id.as_str()).collect();
    format!(
        "{}: {}:{} {} {} expected {}/{:?} {:?} got {} {}/{:?} {orders:?} ({})",
        household.name,
        row.file,
        row.line,
        row.amount,
        row.service,
        row.verdict,
        row.cause,
        row.orders,
        charge.service,
        charge.verdict,
        charge.cause,
        row.phenomena.join(", ")
    )
}

fn judge_findings(
    household: &Household,
    report: &Report,
    charges: &BTreeMap<(&str, u32), &ChargeReport>,
    score: &mut Score,
) {
    for expected in &household.truth.findings {
        // A row that may be judged in two ways may also be pointed out in two.
        let accepted = |rule: &str, id: &str| {
            rule == expected.cause
                || household.truth.rows.iter().any(|row| {
                    charges.get(&(row.file.as_str(), row.line)).is_some_and(|charge| charge.id == id)
                        && (row.accept.iter().any(|(_, cause)| cause.as_deref() == Some(rule))
                            || row.interchangeable.is_some())
                })
        };
        let ids = expected.rows.iter().filter_map(|(file, line)| charges.get(&(file.as_str(), *line)));
        for charge in ids {
            let told = report.findings.iter().any(|finding| {
                finding.charges.contains(&charge.id)
                    && accepted(&finding.rule, &charge.id)
                    && (finding.level == expected.level || finding.rule != expected.cause)
            });
            if !told {
                score.findings_missing += 1;
                score
                    .errors
                    .push(format!("{}: no finding {} for {}", household.name, expected.cause, charge.id));
            }
        }
    }
    for any_of in &household.truth.next_steps_any_of {
        let advised = any_of.iter().any(|step| report.next_steps.iter().any(|advised| advised.step == *step));
        if !advised {
            score.steps_missing += 1;
            score.errors.push(format!("{}: none of {any_of:?} advised", household.name));
        }
    }
}
