//! How right the reports are on labelled households, counted over the Amazon rows: other merchants are easy and
//! would hide errors. `cargo test -p mioboe-tests --test accuracy -- --nocapture` prints the table.

#![expect(clippy::indexing_slicing, reason = "tests fail by it")]

use std::collections::{BTreeMap, BTreeSet};

use mioboe_engine::{ChargeReport, Report};
use mioboe_tests::households::{Household, Row, households};

/// Floors, in thousandths.
const VERDICT: u64 = 985;
const CAUSE: u64 = 960;
const LINK_F1: u64 = 990;
const FALSE_ALARMS_AT_MOST: u64 = 3;
/// Of the links given 0.9 or more, at least this many are right.
const SURE_LINKS: u64 = 970;

#[derive(Default)]
struct Score {
    rows: u64,
    missing: u64,
    invented: u64,
    verdict: u64,
    cause: u64,
    links_right: u64,
    links_given: u64,
    links_due: u64,
    missed_fraud: u64,
    false_alarms: u64,
    not_flagged_in_truth: u64,
    findings_missing: u64,
    steps_missing: u64,
    /// By tenth of confidence: links given, links right.
    reliability: [(u64, u64); 11],
    errors: Vec<String>,
}

#[test]
fn labelled_households_are_judged_rightly() {
    let mut score = Score::default();
    for household in households() {
        judge(&household, &household.report(), &mut score);
    }
    let f1 = ratio(2 * score.links_right, score.links_given + score.links_due);
    println!("Amazon rows            {:>6}", score.rows);
    println!("rows missing, invented {:>6} {:>6}", score.missing, score.invented);
    println!("verdict right          {:>6} ‰", ratio(score.verdict, score.rows));
    println!("cause right            {:>6} ‰", ratio(score.cause, score.rows));
    println!("link F1                {f1:>6} ‰");
    println!("missed fraud           {:>6}", score.missed_fraud);
    println!("false alarms           {:>6} ‰", ratio(score.false_alarms, score.not_flagged_in_truth));
    println!("findings, steps missing{:>6} {:>6}", score.findings_missing, score.steps_missing);
    println!("confidence   links  right");
    for (tenth, (given, right)) in score.reliability.iter().enumerate().filter(|(_, (given, _))| *given > 0) {
        println!(
            "{:>3}-{:<3} %   {given:>6} {:>6} ‰",
            tenth * 10,
            (tenth * 10 + 9).min(100),
            ratio(*right, *given)
        );
    }
    for error in &score.errors {
        println!("{error}");
    }
    assert_eq!((score.missing, score.invented), (0, 0), "every row once, and nothing else");
    assert_eq!(score.missed_fraud, 0);
    assert!(ratio(score.verdict, score.rows) >= VERDICT);
    assert!(ratio(score.cause, score.rows) >= CAUSE);
    assert!(f1 >= LINK_F1);
    assert!(ratio(score.false_alarms, score.not_flagged_in_truth) <= FALSE_ALARMS_AT_MOST);
    assert_eq!((score.findings_missing, score.steps_missing), (0, 0));
    let sure = score.reliability.iter().skip(9).fold((0, 0), |(g, r), (given, right)| (g + given, r + right));
    assert!(ratio(sure.1, sure.0) >= SURE_LINKS);
}

/// In thousandths; nothing of nothing is all.
fn ratio(part: u64, whole: u64) -> u64 {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

fn judge(household: &Household, report: &Report, score: &mut Score) {
    let charges: BTreeMap<(&str, u32), &ChargeReport> = report
        .charges
        .iter()
        .filter_map(|charge| {
            let source = report.sources.iter().find(|source| source.id == charge.source)?;
            Some(((source.name.as_str(), charge.line), charge))
        })
        .collect();
    let known: BTreeSet<(&str, u32)> =
        household.truth.rows.iter().map(|row| (row.file.as_str(), row.line)).collect();
    for place in charges.keys().filter(|place| !known.contains(*place)) {
        score.invented += 1;
        score.errors.push(format!("{}: invented {place:?}", household.name));
    }
    // Rows of one group may be told apart in any way: what counts is that each outcome is given once.
    let mut groups: BTreeMap<&str, Vec<(&Row, &ChargeReport)>> = BTreeMap::new();
    for row in &household.truth.rows {
        let Some(charge) = charges.get(&(row.file.as_str(), row.line)) else {
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

/// Tries every assignment of outcomes to rows and counts the kindest.
fn judge_group(household: &Household, members: &[(&Row, &ChargeReport)], score: &mut Score) {
    let charges: Vec<&ChargeReport> = members.iter().map(|(_, charge)| *charge).collect();
    let rows: Vec<&Row> = members.iter().map(|(row, _)| *row).collect();
    let fits = |rows: &[&Row]| -> usize {
        let pairs = rows.iter().zip(&charges);
        pairs
            .map(|(row, charge)| {
                2 * usize::from(outcome_fits(row, charge)) + usize::from(orders_fit(row, charge))
            })
            .sum()
    };
    let kindest = permutations(rows).into_iter().max_by_key(|rows| fits(rows)).unwrap_or_default();
    for (row, charge) in kindest.into_iter().zip(charges) {
        judge_row(household, row, charge, score);
    }
}

fn permutations<T: Copy>(items: Vec<T>) -> Vec<Vec<T>> {
    if items.len() <= 1 {
        return vec![items];
    }
    let heads = 0..items.len();
    heads
        .flat_map(|at| {
            let mut rest = items.clone();
            let head = rest.remove(at);
            permutations(rest).into_iter().map(move |tail| [vec![head], tail].concat())
        })
        .collect()
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
        score.reliability[tenth].0 += 1;
        score.reliability[tenth].1 += u64::from(right);
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
