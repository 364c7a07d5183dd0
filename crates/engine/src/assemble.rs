//! Puts the report together: what was read, linked and judged, in the shapes that other programs rely on.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use mioboe_model::sorted::{Map, Set};
use mioboe_model::{AskedRow, Charge, Money, Place, Source, SourceKind};
use mioboe_reconcile::{Order, PieceIx, PieceKind};
use mioboe_rules::{Facts, Judgement, Level, Opinion, Promise, PromiseState, Verdict};
use rust_decimal::Decimal;

use crate::MailReport;
use crate::report::{
    ChargeReport, CoverageReport, FindingReport, Gap, OrderRef, OrderReport, ProblemReport, RefundReport,
    RenewalReport, Report, RowToConfirm, SourceReport, Span, TotalsReport,
};

const SCHEMA_VERSION: u32 = 1;

pub(crate) fn report(facts: &Facts<'_>, judgement: &Judgement, mails: Vec<MailReport>) -> Report {
    let findings = in_order(facts, &judgement.findings);
    let mut of_charge: Map<usize, Vec<u32>> = Map::new();
    for (index, finding) in findings.iter().enumerate() {
        for &charge in &finding.charges {
            of_charge.entry(charge).or_default().push(number(index));
        }
    }
    let promises = facts.promises();
    let candidates = crate::candidates::candidates(facts, judgement);
    Report {
        schema_version: SCHEMA_VERSION,
        today: facts.today.to_string(),
        sources: facts.reading.sources.iter().map(source).collect(),
        charges: charges(facts, judgement, &of_charge, &candidates),
        findings: findings.iter().map(|finding| finding_report(facts, finding)).collect(),
        // Decided from the report itself, as whenever it is asked about later.
        next_steps: Vec::new(),
        coverage: coverage(facts),
        totals: totals(facts, judgement),
        orders: orders(facts, judgement, &findings, &promises, &candidates),
        renewals: renewals(facts),
        refunds: refunds(facts, &promises),
        mails,
    }
}

/// Flags first, then questions, then what is good to know; within a level by day.
fn in_order<'a>(facts: &Facts<'_>, findings: &'a [Opinion]) -> Vec<&'a Opinion> {
    let mut all: Vec<&Opinion> = findings.iter().collect();
    let first = |finding: &Opinion| {
        finding.charges.iter().filter_map(|&c| facts.reading.charges.get(c)).map(|c| (c.date, c.place)).min()
    };
    all.sort_by(|a, b| (b.level, first(a), a.rule, &a.args).cmp(&(a.level, first(b), b.rule, &b.args)));
    all
}

fn source(source: &Source) -> SourceReport {
    SourceReport {
        id: source.id.0,
        name: source.name.clone(),
        kind: match source.kind {
            SourceKind::Statement => "statement",
            SourceKind::Orders => "orders",
            SourceKind::DigitalOrders => "digitalOrders",
            SourceKind::Refunds => "refunds",
            SourceKind::Subscriptions => "subscriptions",
            SourceKind::Account => "account",
            SourceKind::Mail => "mail",
            SourceKind::Typed => "typed",
            SourceKind::Notice => "notice",
            SourceKind::Ignored => "ignored",
            SourceKind::Unreadable => "unreadable",
        }
        .to_owned(),
        format: source.format.clone(),
        encoding: source.encoding.clone(),
        rows: source.rows,
        used: source.used,
        skipped: source.skipped.iter().map(|(reason, rows)| (reason.code().to_owned(), *rows)).collect(),
        from: source.from.map(|day| day.to_string()),
        to: source.to.map(|day| day.to_string()),
        problems: source
            .problems
            .iter()
            .map(|problem| ProblemReport {
                line: problem.line,
                code: problem.code.code().to_owned(),
                field: problem.field.clone(),
                text: problem.text.clone(),
            })
            .collect(),
        rows_to_confirm: source.asked.iter().map(row_to_confirm).collect(),
        table: source.table.as_ref().map(crate::table::report),
        why: source.why.iter().map(|&why| why.to_owned()).collect(),
        adds_up: source.adds_up,
    }
}

fn row_to_confirm(row: &AskedRow) -> RowToConfirm {
    RowToConfirm {
        line: row.line,
        text: row.text.clone(),
        date: row.day.map(|day| day.to_string()),
        merchant: row.merchant.clone(),
        amount: row.amount.map(|amount| amount.plain()),
        currency: row.amount.map(|amount| amount.currency().to_string()),
    }
}

fn charges(
    facts: &Facts<'_>,
    judgement: &Judgement,
    of_charge: &Map<usize, Vec<u32>>,
    candidates: &Map<usize, Vec<usize>>,
) -> Vec<ChargeReport> {
    let mut order: Vec<usize> = (0..facts.reading.charges.len()).collect();
    order.sort_by_key(|&index| facts.reading.charges.get(index).map(|charge| charge.place));
    order
        .into_iter()
        .filter_map(|index| {
            let charge = facts.reading.charges.get(index)?;
            let judged = judgement.charges.get(index)?;
            let link = facts.found.links.get(index).and_then(Option::as_ref);
            let refs = |orders: &[usize], pieces: &[PieceIx]| -> Vec<OrderRef> {
                orders.iter().filter_map(|&order| order_ref(facts, order, pieces)).collect()
            };
            Some(ChargeReport {
                id: charge_id(charge.place),
                source: charge.place.source.0,
                line: charge.place.line,
                date: charge.date.map(|day| day.to_string()),
                posted: charge.posted.map(|day| day.to_string()),
                merchant: charge.merchant.clone(),
                memo: (!charge.memo.is_empty()).then(|| charge.memo.clone()),
                amount: charge.amount.plain(),
                currency: charge.amount.currency().to_string(),
                card: charge.card.clone(),
                card_first: charge.card_first,
                paid_by: charge.paid_by.map(|paid_by| paid_by.code().to_owned()),
                holder: member(facts, own_digits(charge))
                    .or_else(|| charge.holder.as_ref().map(|holder| holder.text().to_owned()))
                    .or_else(|| payer(facts, &judged.orders)),
                service: facts.settled_service(index).code().to_owned(),
                verdict: judged.verdict.code().to_owned(),
                cause: judged.cause.map(str::to_owned),
                confidence: Decimal::new(i64::from(judged.confidence), 2).to_string(),
                answered: judged.answered.map(|answer| answer.code().to_owned()),
                orders: refs(&judged.orders, link.map_or(&[], |link| &link.pieces)),
                alternatives: link
                    .map(|link| link.alternatives.iter().map(|orders| refs(orders, &[])).collect())
                    .unwrap_or_default(),
                candidates: candidates.get(&index).map(|orders| refs(orders, &[])).unwrap_or_default(),
                findings: of_charge.get(&index).cloned().unwrap_or_default(),
                evidence: link
                    .map(|link| link.evidence.iter().map(|&e| e.to_owned()).collect())
                    .unwrap_or_default(),
            })
        })
        .collect()
}

/// The last digits of the charge's card. All of an issuer's cards may begin with the same.
fn own_digits(charge: &Charge) -> &[String] {
    if charge.card_first { &[] } else { charge.card.as_slice() }
}

/// The member of the household who holds one of these cards: the name that the person gave goes before the statement's.
fn member(facts: &Facts<'_>, cards: &[String]) -> Option<String> {
    let holds = |own: &[String]| cards.iter().any(|card| own.contains(card));
    facts.household.iter().find(|(_, own)| holds(own)).map(|(name, _)| name.clone())
}

/// Who paid these orders, where the statement itself does not say whose card it is.
fn payer(facts: &Facts<'_>, orders: &[usize]) -> Option<String> {
    let orders = orders.iter().filter_map(|&order| facts.found.book.orders.get(order));
    orders.into_iter().find_map(|order| member(facts, &order.cards))
}

fn charge_id(place: Place) -> String {
    match place.page {
        Some(page) => format!("{}:{page}:{}", place.source.0, place.line),
        None => format!("{}:{}", place.source.0, place.line),
    }
}

/// The rows of an order, of the first file that has it.
fn places(facts: &Facts<'_>, order: &Order) -> Vec<Place> {
    let lines = order.lines.iter().filter_map(|&line| facts.reading.orders.get(line)).map(|line| line.place);
    let digital = order
        .digital
        .iter()
        .filter_map(|&d| facts.reading.digital.get(d))
        .flat_map(|d| d.places.iter().copied());
    let pieces = order
        .pieces
        .iter()
        .filter_map(|&piece| facts.found.book.piece(piece))
        // The others are made of the lines and the digital orders.
        .filter(|piece| matches!(piece.kind, PieceKind::Listed | PieceKind::Mailed))
        .flat_map(|piece| piece.places.iter().copied());
    let mut all: Vec<Place> = Vec::with_capacity(order.lines.len());
    all.extend(lines);
    all.extend(digital);
    all.extend(pieces);
    if !all.is_sorted_by(|a, b| a < b) {
        all.sort_unstable();
        all.dedup();
    }
    let first = all.first().copied();
    all.retain(|place| first.is_some_and(|first| place.source == first.source));
    all
}

/// `pieces`: those of the orders that the charge is for; none where nothing tells.
fn order_ref(facts: &Facts<'_>, order: usize, pieces: &[PieceIx]) -> Option<OrderRef> {
    let order = facts.found.book.orders.get(order)?;
    let places = places(facts, order);
    Some(OrderRef {
        order_id: order.id.to_string(),
        source: places.first().map(|place| place.source.0),
        lines: places.iter().map(|place| place.line).collect(),
        part: part_of(facts, order, pieces),
    })
}

/// Which of an order's articles these pieces are; none where they are all of them, or payments that name no articles.
fn part_of(facts: &Facts<'_>, order: &Order, pieces: &[PieceIx]) -> Vec<u32> {
    let charged: Set<Place> = pieces
        .iter()
        .filter(|piece| order.pieces.contains(piece))
        .filter_map(|&piece| facts.found.book.piece(piece))
        .flat_map(|piece| piece.places.iter().copied())
        .collect();
    let lines = order.lines.iter().map(|&line| facts.reading.orders.get(line));
    let part: Vec<u32> = lines
        .enumerate()
        .filter(|(_, line)| line.is_some_and(|line| charged.contains(&line.place)))
        .map(|(at, _)| number(at))
        .collect();
    if part.len() == order.lines.len() { Vec::new() } else { part }
}

fn finding_report(facts: &Facts<'_>, finding: &Opinion) -> FindingReport {
    let charges = finding.charges.iter().filter_map(|&charge| facts.reading.charges.get(charge));
    let orders = finding.orders.iter().filter_map(|&order| facts.found.book.orders.get(order));
    FindingReport {
        rule: finding.rule.to_owned(),
        level: finding.level.unwrap_or(Level::Info).code().to_owned(),
        charges: charges.map(|charge| charge_id(charge.place)).collect(),
        orders: orders.map(|order| order.id.to_string()).collect(),
        args: finding.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
    }
}

fn coverage(facts: &Facts<'_>) -> CoverageReport {
    let span = |days: (NaiveDate, NaiveDate)| Span { from: days.0.to_string(), to: days.1.to_string() };
    CoverageReport {
        statements: facts.coverage.statements.map(span),
        orders: facts.coverage.orders().map(span),
        gaps: facts
            .gaps()
            .into_iter()
            .map(|gap| Gap {
                kind: gap.kind.code().to_owned(),
                from: gap.from.map(|day| day.to_string()),
                to: gap.to.map(|day| day.to_string()),
                account: gap.account,
                card: gap.card,
                service: Some(gap.service.code().to_owned()),
                charges: number(gap.charges.len()),
            })
            .collect(),
    }
}

fn totals(facts: &Facts<'_>, judgement: &Judgement) -> BTreeMap<String, TotalsReport> {
    let mut sums: Map<mioboe_model::Currency, Map<Option<&str>, Money>> = Map::new();
    for (charge, judged) in facts.reading.charges.iter().zip(&judgement.charges) {
        let by_verdict = sums.entry(charge.amount.currency()).or_default();
        for part in [None, Some(judged.verdict.code())] {
            let sum = by_verdict.entry(part).or_insert(Money::zero(charge.amount.currency()));
            // The most that can be told, instead of failing: no statement comes near it.
            *sum = sum.plus(charge.amount).unwrap_or(Money::from_minor(i64::MAX, sum.currency()));
        }
    }
    sums.into_iter()
        .map(|(currency, by_verdict)| {
            let sum = |part: Option<Verdict>| {
                let sum = by_verdict.get(&part.map(Verdict::code)).copied();
                sum.unwrap_or(Money::zero(currency)).plain()
            };
            let totals = TotalsReport {
                charged: sum(None),
                explained: sum(Some(Verdict::Explained)),
                ask: sum(Some(Verdict::Ask)),
                flagged: sum(Some(Verdict::Flagged)),
                not_covered: sum(Some(Verdict::NotCovered)),
                other: sum(Some(Verdict::Other)),
            };
            (currency.to_string(), totals)
        })
        .collect()
}

fn orders(
    facts: &Facts<'_>,
    judgement: &Judgement,
    findings: &[&Opinion],
    promises: &[Promise<'_>],
    candidates: &Map<usize, Vec<usize>>,
) -> Vec<OrderReport> {
    let mut is_named = vec![false; facts.found.book.orders.len()];
    let of_charges = judgement.charges.iter().flat_map(|judged| &judged.orders).copied();
    let of_findings = findings.iter().flat_map(|finding| &finding.orders).copied();
    let of_promises = promises.iter().filter_map(|promise| facts.found.book.order(&promise.refund.order_id));
    let others =
        facts.found.links.iter().flatten().flat_map(|link| link.alternatives.iter().flatten()).copied();
    let candidates = candidates.values().flatten().copied();
    for order in of_charges.chain(of_findings).chain(of_promises).chain(others).chain(candidates) {
        if let Some(named) = is_named.get_mut(order) {
            *named = true;
        }
    }
    let named = facts.found.book.orders.iter().zip(is_named).filter(|(_, is_named)| *is_named);
    let mut reports: Vec<OrderReport> = named.filter_map(|(order, _)| order_report(facts, order)).collect();
    reports.sort_by(|a, b| a.order_id.cmp(&b.order_id));
    reports
}

fn order_report(facts: &Facts<'_>, order: &Order) -> Option<OrderReport> {
    let places = places(facts, order);
    let lines: Vec<_> = order.lines.iter().filter_map(|&line| facts.reading.orders.get(line)).collect();
    let digital: Vec<_> = order.digital.iter().filter_map(|&d| facts.reading.digital.get(d)).collect();
    let shipped: Set<NaiveDate> =
        lines.iter().flat_map(|line| &line.shipped).map(|when| when.day(facts.offset)).collect();
    let sums = lines.iter().map(|line| line.total).chain(digital.iter().map(|digital| digital.total));
    let total = sums.reduce(|a, b| a.plus(b).unwrap_or(a)).unwrap_or_else(|| {
        // Known from listed payments alone.
        let pieces = order.pieces.iter().filter_map(|&piece| facts.found.book.piece(piece));
        Money::from_minor(pieces.map(|piece| piece.minor).sum(), order.currency)
    });
    let status = lines
        .first()
        .map(|line| line.status)
        .or_else(|| digital.first().map(|digital| digital.status))
        .unwrap_or(mioboe_model::OrderStatus::Unknown);
    Some(OrderReport {
        order_id: order.id.to_string(),
        source: places.first()?.source.0,
        lines: places.iter().map(|place| place.line).collect(),
        ordered: Some(order.day.to_string()),
        shipped: shipped.into_iter().map(|day| day.to_string()).collect(),
        items: lines
            .iter()
            .map(|line| line.item.clone())
            .chain(digital.iter().map(|d| d.item.clone()))
            .collect(),
        total: total.plain(),
        currency: total.currency().to_string(),
        seller: lines
            .iter()
            .find_map(|line| line.seller.clone())
            .or_else(|| digital.iter().find_map(|digital| digital.seller.clone())),
        cards: order.cards.clone(),
        address: lines.iter().find_map(|line| line.address.as_deref()).map(str::to_owned),
        status: match status {
            mioboe_model::OrderStatus::Closed => "closed",
            mioboe_model::OrderStatus::Authorized => "authorized",
            mioboe_model::OrderStatus::Cancelled => "cancelled",
            mioboe_model::OrderStatus::Unknown => "unknown",
        }
        .to_owned(),
    })
}

fn renewals(facts: &Facts<'_>) -> Vec<RenewalReport> {
    facts
        .plans
        .iter()
        .filter_map(|plan| {
            let last = plan.periods.iter().rev().find(|period| !period.amount.is_zero())?;
            let charges = plan.periods.iter().filter_map(|period| facts.reading.charges.get(period.charge?));
            Some(RenewalReport {
                service: plan.service.code().to_owned(),
                name: plan.name.clone(),
                amount: last.amount.plain(),
                currency: last.amount.currency().to_string(),
                cadence: plan.cadence.code().to_owned(),
                last: last.day.to_string(),
                next: plan.next(facts.today).map(|day| day.to_string()),
                charges: charges.map(|charge| charge_id(charge.place)).collect(),
            })
        })
        .collect()
}

fn refunds(facts: &Facts<'_>, promises: &[Promise<'_>]) -> Vec<RefundReport> {
    let mut by_day: Vec<&Promise<'_>> = promises.iter().collect();
    by_day.sort_by_key(|promise| (promise.day, promise.refund.place));
    by_day
        .into_iter()
        .map(|promise| {
            let charge = match promise.state {
                PromiseState::Came(charge) | PromiseState::Overdue(charge) => Some(charge),
                PromiseState::Waiting => None,
            };
            RefundReport {
                order_id: promise.refund.order_id.to_string(),
                source: promise.refund.place.source.0,
                line: promise.refund.place.line,
                date: promise.day.to_string(),
                amount: promise.refund.amount.plain(),
                currency: promise.refund.amount.currency().to_string(),
                state: promise.state.code().to_owned(),
                until: promise.until.to_string(),
                charge: charge
                    .and_then(|charge| facts.reading.charges.get(charge))
                    .map(|charge| charge_id(charge.place)),
            }
        })
        .collect()
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
