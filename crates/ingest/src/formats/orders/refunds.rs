//! Refunds and returns: what was paid back, what was only promised, and what will never move money.

use mioboe_model::site;
use mioboe_model::sorted::{Map, Set};

use chrono::Days;
use mioboe_model::{
    Money, Offset, OrderId, OrderLine, OrderStatus, Place, Problem, ProblemCode, Reading, Refund,
    RefundStatus, SkipReason, When,
};

use super::{
    Out, cells,
    overlap::{one_file_each, source_mut, take_back},
    table::{Cells, Column, Pass, Table},
};

/// Rows that need each other: the older export tells of one refund in two files.
#[derive(Default)]
#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
pub(super) struct RefundParts {
    payouts: Vec<Payout>,
    reversals: Vec<Reversal>,
    digital: Vec<DigitalReturn>,
    digital_money: Vec<DigitalMoney>,
    destinations: Vec<Destination>,
    retrocharges: Vec<Retrocharge>,
}

#[cfg(feature = "held")]
impl RefundParts {
    pub(super) fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        let payouts = self.payouts.iter_mut().map(|row| &mut row.place);
        let reversals = self.reversals.iter_mut().map(|row| &mut row.place);
        let digital = self.digital.iter_mut().map(|row| &mut row.place);
        let digital_money = self.digital_money.iter_mut().map(|row| &mut row.place);
        let destinations = self.destinations.iter_mut().map(|row| &mut row.place);
        let retrocharges = self.retrocharges.iter_mut().map(|row| &mut row.place);
        payouts.chain(reversals).chain(digital).chain(digital_money).chain(destinations).chain(retrocharges)
    }

    pub(super) fn let_go(&mut self, gone: &impl Fn(Place) -> bool) {
        self.payouts.retain(|row| !gone(row.place));
        self.reversals.retain(|row| !gone(row.place));
        self.digital.retain(|row| !gone(row.place));
        self.digital_money.retain(|row| !gone(row.place));
        self.destinations.retain(|row| !gone(row.place));
        self.retrocharges.retain(|row| !gone(row.place));
    }

    pub(super) fn len(&self) -> usize {
        self.payouts.len()
            + self.reversals.len()
            + self.digital.len()
            + self.digital_money.len()
            + self.destinations.len()
            + self.retrocharges.len()
    }

    pub(super) fn destinations(&self) -> impl Iterator<Item = (Place, String)> {
        let say = |row: &Destination| (row.place, format!("{} {:?}", row.order_id, row.amount));
        self.destinations.iter().map(say)
    }
}

/// Money on its way; the day it arrived is missing while it has not.
#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct Payout {
    place: Place,
    order_id: OrderId,
    reversal_id: String,
    when: Option<When>,
    amount: Money,
    status: RefundStatus,
}

#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct Reversal {
    place: Place,
    id: String,
    created: Option<When>,
    status: RefundStatus,
    reason: Option<String>,
}

#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct DigitalReturn {
    place: Place,
    order_id: OrderId,
    packet: String,
    when: When,
    refunded: Option<Money>,
    status: RefundStatus,
    to_balance: bool,
}

#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct DigitalMoney {
    place: Place,
    packet: String,
    amount: Money,
}

/// A return that never came: the thing was charged again.
#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct Retrocharge {
    place: Place,
    order_id: OrderId,
    replacement: Option<OrderId>,
    when: When,
}

#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
struct Destination {
    #[cfg(feature = "held")]
    place: Place,
    order_id: OrderId,
    amount: Money,
}

/// `Refund Details.csv`.
pub(super) fn read_details(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["Order ID"]);
    let created = table.column(&["Creation Date"]);
    let refunded = table.column(&["Refund Date"]);
    let amount = table.column(&["Refund Amount"]);
    let currency = table.column(&["Currency"]);
    let payment = table.column(&["Payment Status"]);
    let reversal = table.column(&["Reversal Status"]);
    let reason = table.column(&["Reversal Reason"]);
    let refunds = &mut out.reading.refunds;
    let mut seen = Set::new();
    table.each_row(out.source, |row, problems| {
        let refund = Refund {
            place: row.place,
            order_id: row.order_id(order_id)?,
            when: row
                .moment(refunded, problems)
                .or_else(|| row.moment(created, problems))
                .ok_or_else(|| row.fault(ProblemCode::BadDate, refunded))?,
            amount: paid_back(row, amount, currency)?,
            status: worst(status(row.raw(payment)), status(row.raw(reversal))),
            to_balance: false,
            reason: row.owned(reason),
        };
        // Each payout is written once for every return request of its order.
        if !seen.insert((refund.order_id, refund.when, refund.amount)) {
            return Err(Pass::Skip(SkipReason::FollowUp));
        }
        refunds.push(refund);
        Ok(())
    });
}

/// `Retail.OrdersReturned.Payments.N.csv`.
pub(super) fn read_payouts(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["OrderID"]);
    let reversal_id = table.column(&["ReversalID"]);
    let when = table.column(&["RefundCompletionDate"]);
    let amount = table.column(&["AmountRefunded"]);
    let currency = table.column(&["Currency"]);
    let status_column = table.column(&["Status"]);
    let payouts = &mut out.parts.refunds.payouts;
    let mut seen = Set::new();
    table.each_row(out.source, |row, problems| {
        let payout = Payout {
            place: row.place,
            order_id: row.order_id(order_id)?,
            reversal_id: row.owned(reversal_id).unwrap_or_default(),
            when: row.moment(when, problems),
            amount: paid_back(row, amount, currency)?,
            status: status(row.raw(status_column)),
        };
        if payout.when.is_some() && !seen.insert((payout.order_id, payout.when, payout.amount)) {
            return Err(Pass::Skip(SkipReason::FollowUp));
        }
        payouts.push(payout);
        Ok(())
    });
}

/// `Retail.OrdersReturned.N.csv`: why money was promised; the sums are in the file above.
pub(super) fn read_reversals(table: &Table<'_>, out: &mut Out<'_>) {
    let reversal_id = table.column(&["ReversalID"]);
    let created = table.column(&["CreationDate"]);
    let status_column = table.column(&["ReversalStatus"]);
    let reason = table.column(&["ReversalReason"]);
    let reversals = &mut out.parts.refunds.reversals;
    table.each_row(out.source, |row, problems| {
        reversals.push(Reversal {
            place: row.place,
            id: row.owned(reversal_id).unwrap_or_default(),
            created: row.moment(created, problems),
            status: status(row.raw(status_column)),
            reason: row.owned(reason),
        });
        Ok(())
    });
}

/// `Digital.Orders.Returns.Transaction.N.csv`.
pub(super) fn read_digital(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["OrderId"]);
    let packet = table.column(&["DeliveryPacketId"]);
    let when = table.column(&["ReturnDate"]);
    let refunded = table.column(&["AmountRefunded"]);
    let currency = table.column(&["BaseCurrencyCode"]);
    let words = [table.column(&["ReturnStatus"]), table.column(&["Status"])];
    let processed = table.column(&["ProcessingSuccessful"]);
    let to_balance = table.column(&["RefundToGiftCertificate"]);
    let returns = &mut out.parts.refunds.digital;
    table.each_row(out.source, |row, problems| {
        returns.push(DigitalReturn {
            place: row.place,
            order_id: row.order_id(order_id)?,
            packet: row.owned(packet).unwrap_or_default(),
            when: row.moment(when, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, when))?,
            refunded: row.text(refunded).map(|_| paid_back(row, refunded, currency)).transpose()?,
            status: digital_status(row, &words, processed),
            to_balance: is_yes(row.raw(to_balance)),
        });
        Ok(())
    });
}

/// `Digital.Orders.Returns.Monetary.N.csv`.
pub(super) fn read_digital_money(table: &Table<'_>, out: &mut Out<'_>) {
    let packet = table.column(&["DeliveryPacketId"]);
    let amount = table.column(&["TransactionAmount"]);
    let currency = table.column(&["BaseCurrencyCode"]);
    let components = &mut out.parts.refunds.digital_money;
    table.each_row(out.source, |row, _| {
        components.push(DigitalMoney {
            place: row.place,
            packet: row.owned(packet).unwrap_or_default(),
            amount: row.money(amount, currency)?,
        });
        Ok(())
    });
}

/// `Digital Returns.csv`: one row a money component. Returns for a credit net to nothing.
pub(super) fn read_digital_returns(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["Order ID"]);
    let when_column = table.column(&["Return Date"]);
    let amount = table.column(&["Transaction Amount"]);
    let currency = table.column(&["Base Currency", "Base Currency Code"]);
    let words = [table.column(&["Return Status"])];
    let processed = table.column(&["Processing Successful"]);
    let refunds = &mut out.reading.refunds;
    let first = refunds.len();
    let mut places: Vec<Vec<Place>> = Vec::new();
    let mut known: Map<(OrderId, When), usize> = Map::new();
    table.each_row(out.source, |row, problems| {
        let order_id = row.order_id(order_id)?;
        let when =
            row.moment(when_column, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, when_column))?;
        let amount = row.money(amount, currency)?;
        let at = *known.entry((order_id, when)).or_insert(places.len());
        if let (Some(refund), Some(places)) = (refunds.get_mut(first + at), places.get_mut(at)) {
            refund.amount =
                refund.amount.plus(amount).ok_or_else(|| row.fault(ProblemCode::BadCurrency, currency))?;
            places.push(row.place);
            return Ok(());
        }
        places.push(vec![row.place]);
        refunds.push(Refund {
            place: row.place,
            order_id,
            when,
            amount,
            status: digital_status(row, &words, processed),
            to_balance: false,
            reason: None,
        });
        Ok(())
    });
    let mut places = places.into_iter();
    let mut at = 0;
    refunds.retain_mut(|refund| {
        at += 1;
        if at <= first {
            return true;
        }
        let places = places.next().unwrap_or_default();
        refund.amount = refund.amount.abs();
        if refund.amount.is_zero() {
            take_back(std::slice::from_mut(out.source), &places, SkipReason::NoMoney);
        }
        !refund.amount.is_zero()
    });
}

/// The retired report of refunds: the tax is given back with the sum.
pub(super) fn read_report(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["Order ID"]);
    let when = table.column(&["Refund Date"]);
    let amount = table.column(&["Refund Amount"]);
    let tax = table.column(&["Refund Tax Amount"]);
    let website = table.column(&["Website"]);
    let reason = table.column(&["Refund Reason"]);
    let refunds = &mut out.reading.refunds;
    table.each_row(out.source, |row, problems| {
        let currency =
            site::currency(row.raw(website)).ok_or_else(|| row.fault(ProblemCode::BadCurrency, website))?;
        let read = |column| match row.text(column) {
            None => Ok(Money::zero(currency)),
            Some(cell) => {
                cells::money(cell, currency).ok_or_else(|| row.fault(ProblemCode::BadAmount, column))
            }
        };
        let sum = read(amount)?.plus(read(tax)?).map(Money::abs).filter(|sum| !sum.is_zero());
        refunds.push(Refund {
            place: row.place,
            order_id: row.order_id(order_id)?,
            when: row.moment(when, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, when))?,
            amount: sum.ok_or(Pass::Skip(SkipReason::NoMoney))?,
            status: RefundStatus::Completed,
            to_balance: false,
            reason: row.owned(reason),
        });
        Ok(())
    });
}

/// `Your Orders.Returns.N.csv`: the only file that names where a refund went.
pub(super) fn read_destinations(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["Order ID"]);
    let amount = table.column(&["Refund Amount"]);
    let currency = table.column(&["Currency", "Refund Currency"]);
    let destination = table.column(&["Refund Destination"]);
    let destinations = &mut out.parts.refunds.destinations;
    table.each_row(out.source, |row, _| {
        let destination = row.text(destination).ok_or(Pass::Skip(SkipReason::NoMoney))?;
        if cells::is_balance(destination) {
            destinations.push(Destination {
                #[cfg(feature = "held")]
                place: row.place,
                order_id: row.order_id(order_id)?,
                amount: paid_back(row, amount, currency)?,
            });
        }
        Ok(())
    });
}

/// `Retail.Returns.Retrocharge.N.csv`: what was charged again, without its sum.
pub(super) fn read_retrocharges(table: &Table<'_>, out: &mut Out<'_>) {
    let order_id = table.column(&["Order Id"]);
    let replacement = table.column(&["Replacement Order Id"]);
    let state = table.column(&["Charge State"]);
    let created = table.column(&["Contract Creation Date"]);
    let retrocharges = &mut out.parts.refunds.retrocharges;
    table.each_row(out.source, |row, problems| {
        if !row.raw(state).eq_ignore_ascii_case("ChargeSuccess") {
            return Err(Pass::Skip(SkipReason::NotCounted));
        }
        let when = row.moment(created, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, created))?;
        retrocharges.push(Retrocharge {
            place: row.place,
            order_id: row.order_id(order_id)?,
            replacement: row.text(replacement).and_then(OrderId::parse),
            when,
        });
        Ok(())
    });
}

/// Gives each its sum: that of the order whose thing did not come back. Called when the orders are what they will be.
pub(super) fn join_retrocharges(parts: &mut RefundParts, reading: &mut Reading) {
    let mut told: Set<(OrderId, Option<OrderId>, When)> = Set::new();
    for retro in std::mem::take(&mut parts.retrocharges) {
        let lines: Vec<&OrderLine> =
            reading.orders.iter().filter(|line| line.order_id == retro.order_id).collect();
        let total = lines.split_first().and_then(|(first, rest)| {
            rest.iter().try_fold(first.total, |total, line| total.plus(line.total))
        });
        let Some((first, total)) = lines.first().zip(total.filter(|total| !total.is_zero())) else {
            take_back(&mut reading.sources, &[retro.place], SkipReason::NoMoney);
            continue;
        };
        if !told.insert((retro.order_id, retro.replacement, retro.when)) {
            take_back(&mut reading.sources, &[retro.place], SkipReason::SeenInOtherFile);
            continue;
        }
        let line = OrderLine {
            place: retro.place,
            order_id: retro.replacement.unwrap_or(retro.order_id),
            ordered: Some(later(retro.when)),
            shipped: Vec::new(),
            total,
            status: OrderStatus::Unknown,
            ..(*first).clone()
        };
        reading.orders.push(line);
    }
}

/// Time to send the thing back is given first, a month or so; the charge comes in the weeks after.
fn later(when: When) -> When {
    const GIVEN: Days = Days::new(30);
    let day = when.day(Offset::UTC);
    day.checked_add_days(GIVEN).map_or(when, When::Day)
}

/// Refunds that Amazon's page of payments lists. Where another file tells of the same one, that file is kept.
pub(super) fn of_listed_payments(reading: &mut Reading) {
    let mut known: Map<(OrderId, Money), usize> = Map::new();
    for refund in &reading.refunds {
        *known.entry((refund.order_id, refund.amount)).or_default() += 1;
    }
    let mut listed = Vec::new();
    for payment in reading.payments.iter().filter(|payment| payment.amount.is_credit()) {
        let amount = payment.amount.abs();
        let told =
            payment.order_ids.iter().find(|&&id| known.get(&(id, amount)).is_some_and(|&count| 0 < count));
        if let Some(count) = told.and_then(|&id| known.get_mut(&(id, amount))) {
            *count -= 1;
            continue;
        }
        let Some(&order_id) = payment.order_ids.first() else { continue };
        listed.push(Refund {
            place: payment.place,
            order_id,
            when: payment.day,
            amount,
            status: RefundStatus::Completed,
            to_balance: false,
            reason: None,
        });
    }
    reading.refunds.extend(listed);
}

/// The sum paid back, positive however the file signs it; nothing paid back is no refund.
fn paid_back(row: &Cells<'_>, column: Column, currency: Column) -> Result<Money, Pass> {
    let money = row.money(column, currency)?.abs();
    if money.is_zero() { Err(Pass::Skip(SkipReason::NoMoney)) } else { Ok(money) }
}

/// `Completed` is the only word that stands for money that went out.
fn status(cell: &str) -> RefundStatus {
    let cell = cell.to_ascii_lowercase();
    if cell == "completed" {
        RefundStatus::Completed
    } else if cell.starts_with("skip") || cell.starts_with("cancel") {
        RefundStatus::Void
    } else {
        RefundStatus::Pending
    }
}

/// A refund has come only when both the promise and the payment are done.
fn worst(a: RefundStatus, b: RefundStatus) -> RefundStatus {
    match (a, b) {
        (RefundStatus::Void, _) | (_, RefundStatus::Void) => RefundStatus::Void,
        (RefundStatus::Completed, RefundStatus::Completed) => RefundStatus::Completed,
        _ => RefundStatus::Pending,
    }
}

fn digital_status(row: &Cells<'_>, words: &[Column], processed: Column) -> RefundStatus {
    let said = |word: &str| words.iter().any(|&column| row.raw(column).to_ascii_lowercase().contains(word));
    match row.text(processed) {
        Some(cell) if !is_yes(cell) => RefundStatus::Void,
        _ if said("cancel") => RefundStatus::Void,
        Some(_) => RefundStatus::Completed,
        None if said("complete") => RefundStatus::Completed,
        None => RefundStatus::Pending,
    }
}

fn is_yes(cell: &str) -> bool {
    ["yes", "true"].iter().any(|word| cell.eq_ignore_ascii_case(word))
}

pub(super) fn join(parts: &mut RefundParts, reading: &mut Reading) {
    let sources = &mut reading.sources;
    one_file_each(sources, &mut parts.payouts, |payout| (payout.order_id, payout.place));
    one_file_each(sources, &mut parts.reversals, |reversal| (reversal.id.clone(), reversal.place));
    one_file_each(sources, &mut parts.digital, |back| (back.order_id, back.place));
    one_file_each(sources, &mut parts.digital_money, |part| (part.packet.clone(), part.place));
    join_payouts(&parts.payouts, &parts.reversals, reading);
    join_digital(std::mem::take(&mut parts.digital), std::mem::take(&mut parts.digital_money), reading);
    for destination in &parts.destinations {
        for refund in &mut reading.refunds {
            if refund.order_id == destination.order_id && refund.amount == destination.amount {
                refund.to_balance = true;
            }
        }
    }
}

fn join_payouts(payouts: &[Payout], reversals: &[Reversal], reading: &mut Reading) {
    let Reading { sources, refunds, .. } = reading;
    let mut by_id: Map<&str, &Reversal> = Map::new();
    for reversal in reversals {
        by_id.entry(&reversal.id).or_insert(reversal);
    }
    let mut told: Set<&str> = Set::new();
    for payout in payouts {
        let reversal = by_id.get(payout.reversal_id.as_str()).copied();
        let Some(when) = payout.when.or_else(|| reversal.and_then(|reversal| reversal.created)) else {
            take_back(sources, &[payout.place], SkipReason::NotUnderstood);
            continue;
        };
        told.insert(&payout.reversal_id);
        let status = reversal.map_or(payout.status, |reversal| worst(payout.status, reversal.status));
        refunds.push(Refund {
            place: payout.place,
            order_id: payout.order_id,
            when,
            amount: payout.amount,
            status,
            to_balance: false,
            reason: reversal.and_then(|reversal| reversal.reason.clone()),
        });
    }
    // A promise without a payout names no sum.
    for reversal in reversals.iter().filter(|reversal| !told.contains(reversal.id.as_str())) {
        take_back(sources, &[reversal.place], SkipReason::NoMoney);
    }
    if payouts.is_empty()
        && let Some(source) =
            reversals.first().and_then(|reversal| source_mut(sources, reversal.place.source))
    {
        source.problems.push(Problem {
            line: None,
            code: ProblemCode::MissingColumn,
            field: Some("Retail.OrdersReturned.Payments.csv: AmountRefunded".to_owned()),
            text: None,
        });
    }
}

fn join_digital(returns: Vec<DigitalReturn>, components: Vec<DigitalMoney>, reading: &mut Reading) {
    let Reading { sources, refunds, .. } = reading;
    let mut by_packet: Map<String, Vec<DigitalMoney>> = Map::new();
    for component in components {
        by_packet.entry(component.packet.clone()).or_default().push(component);
    }
    let mut told = Set::new();
    for back in returns {
        let components = by_packet.remove(&back.packet).unwrap_or_default();
        if components.is_empty() && told.contains(&back.packet) {
            // A further thing of a packet whose money was counted as a whole.
            continue;
        }
        let mut sums = components.iter().map(|component| component.amount);
        let sum = match sums.next() {
            Some(first) => sums.try_fold(first, Money::plus),
            None => back.refunded,
        };
        if !components.is_empty() {
            told.insert(back.packet);
        }
        match sum.map(Money::abs).filter(|sum| !sum.is_zero()) {
            Some(amount) => refunds.push(Refund {
                place: back.place,
                order_id: back.order_id,
                when: back.when,
                amount,
                status: back.status,
                to_balance: back.to_balance,
                reason: None,
            }),
            None => take_back(sources, &[back.place], SkipReason::NoMoney),
        }
    }
    for component in by_packet.into_values().flatten() {
        take_back(sources, &[component.place], SkipReason::NotUnderstood);
    }
}

#[cfg(test)]
mod tests {
    use mioboe_model::{Reading, RefundStatus, SkipReason};

    use super::super::tests::reading;

    #[track_caller]
    fn check(read: &Reading, expect: &[(&str, &str, RefundStatus)]) {
        let found: Vec<_> = read
            .refunds
            .iter()
            .map(|refund| (refund.order_id.to_string(), refund.amount.plain(), refund.status))
            .collect();
        let expect: Vec<_> =
            expect.iter().map(|&(id, sum, status)| (id.to_owned(), sum.to_owned(), status)).collect();
        assert_eq!(found, expect);
    }

    const DETAILS: &str = "Creation Date,Currency,Direct Debit Refund Amount,Disbursement Type,Order ID,Payment Status,Quantity,Refund Amount,Refund Date,Reversal Amount State,Reversal Reason,Reversal Status,Website";
    const ID: &str = "250-0000001-0000001";

    fn details(rows: &[(&str, &str, &str, &str)]) -> Reading {
        let rows: Vec<String> = rows
            .iter()
            .map(|(payment, reversal, amount, when)| {
                format!("2026-09-14T13:38:49Z,JPY,0,Refund,{ID},{payment},1,\"{amount}\",{when},Final,Customer return,{reversal},Amazon.co.jp\n")
            })
            .collect();
        reading(&[("Refund Details.csv", &format!("\u{feff}{DETAILS}\r\n{}", rows.concat()))])
    }

    #[test]
    fn a_payout_written_once_a_request_is_one_refund() {
        let twice = ("Completed", "Completed", "1,000", "2026-09-15T13:38:49.086Z");
        let other = ("Completed", "Completed", "1,000", "2026-09-15T13:38:49.087Z");
        let read = details(&[twice, twice, other]);
        check(&read, &[(ID, "1000", RefundStatus::Completed), (ID, "1000", RefundStatus::Completed)]);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::FollowUp), Some(&1));
        assert_eq!(read.refunds[0].reason.as_deref(), Some("Customer return"));
    }

    #[test]
    fn only_what_is_completed_on_both_sides_has_come() {
        for (payment, reversal, status) in [
            ("Skipped", "Completed", RefundStatus::Void),
            ("Completed", "Canceled", RefundStatus::Void),
            ("Pending", "Completed", RefundStatus::Pending),
            ("Not Available", "Completed", RefundStatus::Pending),
        ] {
            check(&details(&[(payment, reversal, "500", "2026-09-15T13:38:49Z")]), &[(ID, "500", status)]);
        }
    }

    #[test]
    fn a_refund_not_paid_yet_has_the_day_of_its_promise() {
        let read = details(&[("Pending", "Completed", "500", "Not Available")]);
        assert_eq!(read.sources[0].from.unwrap().to_string(), "2026-09-14");
    }

    #[test]
    fn a_refund_of_nothing_is_none() {
        check(&details(&[("Completed", "Completed", "0", "2026-09-15T13:38:49Z")]), &[]);
    }

    const PAYOUTS: &str = "\"OrderID\",\"ReversalID\",\"RefundCompletionDate\",\"Currency\",\"AmountRefunded\",\"Status\",\"DisbursementType\"
\"250-0000001-0000001\",\"R1\",\"2026-09-15T13:38:49Z\",\"JPY\",\"1,000\",\"Completed\",\"Refund\"
\"250-0000002-0000002\",\"R2\",\"Not Available\",\"JPY\",\"200\",\"Completed\",\"Refund\"
";
    const REVERSALS: &str = "\"Website\",\"ReversalID\",\"OrderID\",\"CreationDate\",\"Quantity\",\"Currency\",\"ReversalStatus\",\"ReversalAmountState\",\"ReversalReason\",\"DirectDebitRefundAmount\"
\"Amazon.co.jp\",\"R1\",\"250-0000001-0000001\",\"2026-09-14T13:38:49Z\",\"1\",\"JPY\",\"Completed\",\"Final\",\"Customer return\",\"0\"
\"Amazon.co.jp\",\"R2\",\"250-0000002-0000002\",\"2026-09-14T13:38:49Z\",\"1\",\"JPY\",\"Canceled\",\"Final\",\"Item shipped late\",\"0\"
\"Amazon.co.jp\",\"R3\",\"250-0000003-0000003\",\"2026-09-14T13:38:49Z\",\"1\",\"JPY\",\"Completed\",\"Final\",\"Customer return\",\"0\"
";

    #[test]
    fn payouts_and_their_reasons_are_joined_in_any_order() {
        let mut files =
            [("Retail.OrdersReturned.Payments.1.csv", PAYOUTS), ("Retail.OrdersReturned.1.csv", REVERSALS)];
        for _ in 0..2 {
            let read = reading(&files);
            check(
                &read,
                &[
                    ("250-0000001-0000001", "1000", RefundStatus::Completed),
                    ("250-0000002-0000002", "200", RefundStatus::Void),
                ],
            );
            assert_eq!(read.refunds[1].reason.as_deref(), Some("Item shipped late"));
            files.reverse();
        }
    }

    #[test]
    fn promises_without_payouts_say_what_is_missing() {
        let read = reading(&[("Retail.OrdersReturned.1.csv", REVERSALS)]);
        check(&read, &[]);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::NoMoney), Some(&3));
        assert_eq!(read.sources[0].problems.len(), 1);
    }

    #[test]
    fn components_of_a_digital_return_add_up_and_a_credit_nets_to_nothing() {
        let text = "ASIN,Amount Refunded,Base Currency,Digital Order Item ID,Monetary Component Type,Order ID,Processing Successful,Return Date,Return Status,Transaction Amount
B0,556,JPY,1,Price Amount,D01-0000001-0000001,Yes,2026-09-14T13:38:49Z,Customer Return Complete,505
B0,556,JPY,1,Tax,D01-0000001-0000001,Yes,2026-09-14T13:38:49Z,Customer Return Complete,51
B1,300,JPY,2,Price Amount,D01-0000002-0000002,Yes,2026-09-15T13:38:49Z,Customer Return Complete,300
B1,300,JPY,2,Price Amount,D01-0000002-0000002,Yes,2026-09-15T13:38:49Z,Customer Return Complete,-300
";
        let read = reading(&[("Digital Returns.csv", text)]);
        check(&read, &[("D01-0000001-0000001", "556", RefundStatus::Completed)]);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::NoMoney), Some(&2));
    }

    #[test]
    fn a_digital_return_of_the_older_layout_knows_whether_it_went_to_the_balance() {
        let text = "DeliveryPacketId,OrderId,ASIN,ProductName,ReturnStatus,ReturnDate,RefundToGiftCertificate,AmountRefunded,BaseCurrencyCode,ProcessingSuccessful,Status
P1,D01-0000001-0000001,B0,見本,Customer Return Complete,2026-09-14T13:38:49Z,Yes,505,JPY,Yes,Complete
P2,D01-0000002-0000002,B1,見本,Customer Return Complete,2026-09-14T13:38:49Z,No,300,JPY,No,Complete
";
        let money =
            "DeliveryPacketId,OrderId,ConditionCode,TransactionAmount,BaseCurrencyCode,MonetaryComponentType
P1,D01-0000001-0000001,New,505,JPY,Price Amount
P1,D01-0000001-0000001,New,51,JPY,Tax
";
        let read = reading(&[("t.csv", text), ("m.csv", money)]);
        check(
            &read,
            &[
                ("D01-0000001-0000001", "556", RefundStatus::Completed),
                ("D01-0000002-0000002", "300", RefundStatus::Void),
            ],
        );
        assert!(read.refunds[0].to_balance && !read.refunds[1].to_balance);
    }

    #[test]
    fn the_file_of_destinations_marks_what_went_to_the_balance() {
        let destinations =
            "Return Item ID,Order ID,Order Item ID,Request Date,Refund Amount,Currency,Refund Destination
miq://document:1,250-0000001-0000001,1,2026-09-14,1000,JPY,Gift Card
";
        let refund = format!(
            "{DETAILS}\n2026-09-14T13:38:49Z,JPY,0,Refund,{ID},Completed,1,\"1,000\",2026-09-15T13:38:49Z,Final,Customer return,Completed,Amazon.co.jp\n"
        );
        let read = reading(&[("Your Orders.Returns.3.csv", destinations), ("Refund Details.csv", &refund)]);
        assert!(read.refunds[0].to_balance);
    }
}
