//! A case of before, of which only the report was kept: its charges stay as they were judged, beside those of files given since.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use mioboe_model::text::nfkc;
use mioboe_model::{Currency, Money, SkipReason};
use rust_decimal::Decimal;

use crate::{ChargeReport, CoverageReport, Report, Span, TotalsReport};

/// Whether sums can be made of its charges.
pub(crate) fn is_sound(report: &Report) -> bool {
    report.charges.iter().all(|charge| money(charge).is_some())
}

/// Both as one report. A row that both have stands there once, as the one judged it that had evidence.
pub(crate) fn beside(mut report: Report, mut earlier: Report) -> Report {
    let (mut known_again, mut known_before) = (BTreeMap::new(), BTreeMap::new());
    for (now, before) in same_rows(&report.charges, &earlier.charges) {
        let stays_as_it_was = now.verdict == "notCovered" && before.verdict != "notCovered";
        if stays_as_it_was {
            known_before.insert(now.id.clone(), before.id.clone());
        } else {
            known_again.insert(before.id.clone(), now.id.clone());
        }
    }
    let first = report.sources.iter().map(|source| source.id.saturating_add(1)).max().unwrap_or_default();
    for before in known_before.values_mut() {
        *before = moved(before, first);
    }
    move_sources(&mut earlier, first);
    known_again = known_again.into_iter().map(|(before, now)| (moved(&before, first), now)).collect();
    leave_out(&mut report, &known_before);
    leave_out(&mut earlier, &known_again);
    let findings = u32::try_from(report.findings.len()).unwrap_or(u32::MAX);
    for finding in earlier.charges.iter_mut().flat_map(|charge| &mut charge.findings) {
        *finding = finding.saturating_add(findings);
    }
    report.sources.extend(earlier.sources);
    report.charges.extend(earlier.charges);
    report.findings.extend(earlier.findings);
    add(&mut report.orders, earlier.orders, |order| order.order_id.clone());
    report.orders.sort_by(|a, b| a.order_id.cmp(&b.order_id));
    add(&mut report.renewals, earlier.renewals, |renewal| (renewal.service.clone(), renewal.name.clone()));
    add(&mut report.refunds, earlier.refunds, |refund| {
        (refund.order_id.clone(), refund.date.clone(), refund.amount.clone())
    });
    add(&mut report.mails, earlier.mails, |mail| mail.id.clone());
    report.coverage = covered(report.coverage, earlier.coverage);
    report.totals = totals(&report.charges);
    report
}

/// Rows of both that are one charge: what the new report says of it, and what the earlier one said.
fn same_rows<'a>(
    now: &'a [ChargeReport],
    before: &'a [ChargeReport],
) -> Vec<(&'a ChargeReport, &'a ChargeReport)> {
    let name = |charge: &'a ChargeReport| {
        (charge.date.as_deref(), charge.amount.as_str(), charge.currency.as_str(), nfkc(&charge.merchant))
    };
    let mut free: HashMap<_, Vec<&ChargeReport>> = HashMap::new();
    // Twins are taken in their order.
    for charge in now.iter().rev() {
        free.entry(name(charge)).or_default().push(charge);
    }
    let agree = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => a.ends_with(b.as_str()) || b.ends_with(a.as_str()),
        _ => true,
    };
    let twin = |charge: &'a ChargeReport| {
        let rows = free.get_mut(&name(charge))?;
        let at = rows.iter().rposition(|row| agree(&row.card, &charge.card))?;
        Some((rows.remove(at), charge))
    };
    before.iter().filter_map(twin).collect()
}

/// The same id, its file counted from `first` on.
fn moved(id: &str, first: u32) -> String {
    let moved = |(source, rest): (&str, &str)| {
        Some(format!("{}:{rest}", source.parse::<u32>().ok()?.saturating_add(first)))
    };
    id.split_once(':').and_then(moved).unwrap_or_else(|| id.to_owned())
}

fn move_sources(report: &mut Report, first: u32) {
    let shift = |source: &mut u32| *source = source.saturating_add(first);
    let rename = |id: &mut String| *id = moved(id, first);
    report.sources.iter_mut().for_each(|source| shift(&mut source.id));
    for charge in &mut report.charges {
        rename(&mut charge.id);
        shift(&mut charge.source);
        let refs = charge.orders.iter_mut().chain(&mut charge.candidates);
        let refs = refs.chain(charge.alternatives.iter_mut().flatten());
        refs.filter_map(|order| order.source.as_mut()).for_each(shift);
    }
    report.orders.iter_mut().for_each(|order| shift(&mut order.source));
    report.mails.iter_mut().for_each(|mail| shift(&mut mail.source));
    report.findings.iter_mut().flat_map(|finding| &mut finding.charges).for_each(rename);
    report.renewals.iter_mut().flat_map(|renewal| &mut renewal.charges).for_each(rename);
    for refund in &mut report.refunds {
        shift(&mut refund.source);
        refund.charge.iter_mut().for_each(rename);
    }
}

/// Takes out the charges that stand under another id in the other report.
fn leave_out(report: &mut Report, elsewhere: &BTreeMap<String, String>) {
    if elsewhere.is_empty() {
        return;
    }
    for charge in report.charges.iter().filter(|charge| elsewhere.contains_key(&charge.id)) {
        if let Some(source) = report.sources.iter_mut().find(|source| source.id == charge.source) {
            source.used = source.used.saturating_sub(1);
            *source.skipped.entry(SkipReason::SeenInOtherFile.code().to_owned()).or_default() += 1;
        }
    }
    report.charges.retain(|charge| !elsewhere.contains_key(&charge.id));
    let rename = |id: &mut String| {
        if let Some(other) = elsewhere.get(id) {
            id.clone_from(other);
        }
    };
    // A finding about nothing but such charges was made of less than is known now.
    let is_over = |charges: &[String]| {
        !charges.is_empty() && charges.iter().all(|charge| elsewhere.contains_key(charge))
    };
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    let mut kept = Vec::new();
    for (at, finding) in (0..).zip(std::mem::take(&mut report.findings)) {
        if !is_over(&finding.charges) {
            numbers.insert(at, u32::try_from(kept.len()).unwrap_or(u32::MAX));
            kept.push(finding);
        }
    }
    report.findings = kept;
    for charge in &mut report.charges {
        charge.findings = charge.findings.iter().filter_map(|at| numbers.get(at).copied()).collect();
    }
    report.findings.iter_mut().flat_map(|finding| &mut finding.charges).for_each(rename);
    report.renewals.retain(|renewal| !is_over(&renewal.charges));
    report.renewals.iter_mut().flat_map(|renewal| &mut renewal.charges).for_each(rename);
    report.refunds.iter_mut().filter_map(|refund| refund.charge.as_mut()).for_each(rename);
}

/// Adds those that are not there yet.
fn add<T, K: Ord>(all: &mut Vec<T>, more: Vec<T>, key: impl Fn(&T) -> K) {
    let known: BTreeSet<K> = all.iter().map(&key).collect();
    all.extend(more.into_iter().filter(|one| !known.contains(&key(one))));
}

fn covered(now: CoverageReport, before: CoverageReport) -> CoverageReport {
    let both = |a: Option<Span>, b: Option<Span>| match (a, b) {
        (Some(a), Some(b)) => Some(Span { from: a.from.min(b.from), to: a.to.max(b.to) }),
        (one, other) => one.or(other),
    };
    CoverageReport {
        statements: both(now.statements, before.statements),
        orders: both(now.orders, before.orders),
        gaps: now.gaps.into_iter().chain(before.gaps).collect(),
    }
}

fn money(charge: &ChargeReport) -> Option<Money> {
    Money::new(charge.amount.parse::<Decimal>().ok()?, Currency::parse(&charge.currency)?)
}

fn totals(charges: &[ChargeReport]) -> BTreeMap<String, TotalsReport> {
    let mut sums: BTreeMap<Currency, BTreeMap<&str, Money>> = BTreeMap::new();
    for (charge, amount) in charges.iter().filter_map(|charge| Some((charge, money(charge)?))) {
        let by_verdict = sums.entry(amount.currency()).or_default();
        for part in ["", charge.verdict.as_str()] {
            let sum = by_verdict.entry(part).or_insert(Money::zero(amount.currency()));
            *sum = sum.plus(amount).unwrap_or(Money::from_minor(i64::MAX, amount.currency()));
        }
    }
    sums.into_iter()
        .map(|(currency, by_verdict)| {
            let sum = |part| by_verdict.get(part).copied().unwrap_or(Money::zero(currency)).plain();
            let totals = TotalsReport {
                charged: sum(""),
                explained: sum("explained"),
                ask: sum("ask"),
                flagged: sum("flagged"),
                not_covered: sum("notCovered"),
                other: sum("other"),
            };
            (currency.to_string(), totals)
        })
        .collect()
}
