//! Account files: plans and their periods, cards, sign-ins, devices.

use chrono::NaiveDate;
use mioboe_model::{
    AccountEvent, AccountEventKind, Money, OrderId, Payment, Place, PlanPeriod, PlanState, Problem,
    ProblemCode, Reading, SkipReason, Source, SourceKind, When,
};

use super::orders::table::{Cells, Column, Pass, Table};
use crate::TEXTS;
use crate::sheet::Sheet;

/// The format of an account file, told by its columns, or by its keys where it is JSON.
pub(crate) fn claims(sheet: &Sheet<'_>) -> Option<&'static str> {
    if is_sign_ins(sheet.text) {
        return Some(SIGN_INS);
    }
    table_claims(sheet)
}

/// The format of a table, told by its columns.
pub(crate) fn table_claims(sheet: &Sheet<'_>) -> Option<&'static str> {
    FORMATS.iter().find(|format| Table::find(sheet, format.columns).is_some()).map(|format| format.id)
}

/// The ids of all formats that the file could be in.
pub(crate) fn all_claims(sheet: &Sheet<'_>) -> impl Iterator<Item = &'static str> {
    let tables =
        FORMATS.iter().filter(|format| Table::find(sheet, format.columns).is_some()).map(|format| format.id);
    is_sign_ins(sheet.text).then_some(SIGN_INS).into_iter().chain(tables)
}

/// The ids of all formats, some of them several times.
#[cfg(test)]
pub(crate) fn formats() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|format| format.id).chain([SIGN_INS])
}

/// Reads a file that was claimed.
pub(crate) fn read(sheet: &Sheet<'_>, format: &str, source: &mut Source, reading: &mut Reading) {
    source.format = Some(format.to_owned());
    if format == SIGN_INS {
        if !TEXTS {
            return leave_to_full(source);
        }
        source.kind = SourceKind::Account;
        return read_sign_ins(sheet.text, source, reading);
    }
    let found = FORMATS
        .iter()
        .filter(|known| known.id == format)
        .find_map(|format| Table::find(sheet, format.columns).map(|table| (format, table)));
    let Some((format, table)) = found else { return };
    if format.kind == SourceKind::Account && !TEXTS {
        return leave_to_full(source);
    }
    source.kind = format.kind;
    (format.read)(&table, source, reading);
}

/// Few people bring sign-ins, devices and cards, so the small build has no reader for them.
fn leave_to_full(source: &mut Source) {
    source.format = None;
    source.refuse(ProblemCode::NeedsFullReader);
}

const SIGN_INS: &str = "amazon-sign-ins";

struct Format {
    id: &'static str,
    kind: SourceKind,
    columns: &'static [&'static str],
    read: fn(&Table<'_>, &mut Source, &mut Reading),
}

/// Tables of a subscription's inner workings; what it costs and when stands in the others.
const fn of_no_use(columns: &'static [&'static str]) -> Format {
    Format {
        id: "amazon-other",
        kind: SourceKind::Ignored,
        columns,
        read: |table, source, _| table.pass_over(source),
    }
}

const FORMATS: &[Format] = &[
    Format {
        id: "amazon-subscriptions",
        kind: SourceKind::Subscriptions,
        columns: &[
            "SubscriptionId",
            "SubscriptionStatus",
            "SubscriptionStartDate",
            "NextBillDate",
            "NextBillAmount",
        ],
        read: read_subscriptions,
    },
    Format {
        id: "amazon-periods",
        kind: SourceKind::Subscriptions,
        columns: &["SubscriptionId", "PeriodStartDate", "PeriodEndDate", "OrderId"],
        read: read_periods,
    },
    Format {
        id: "amazon-billing",
        kind: SourceKind::Subscriptions,
        columns: &["SubscriptionId", "TransactionType", "TransactionStatus", "TotalTransactionAmount"],
        read: read_billing,
    },
    Format {
        id: "amazon-billing",
        kind: SourceKind::Subscriptions,
        columns: &["BillingPeriodStartDate", "TotalAmount", "Currency", "Plan", "SubscriptionIdentifier"],
        read: read_audible,
    },
    Format {
        id: "amazon-payment-instruments",
        kind: SourceKind::Account,
        columns: &["RegistrationDate", "LastDigits"],
        read: if TEXTS { read_cards } else { |_, _, _| {} },
    },
    Format {
        id: "amazon-devices",
        kind: SourceKind::Account,
        columns: &["FirstTimeRegistered", "AccountName"],
        read: if TEXTS { read_devices } else { |_, _, _| {} },
    },
    of_no_use(&["BillingScheduleItemId", "BillingScheduleId"]),
    of_no_use(&["BillingScheduleId", "SubscriptionPlanId", "PlanStartDate"]),
    of_no_use(&["PaymentPlanId", "SubscriptionId"]),
    of_no_use(&["PaymentPlanId", "PaymentMethod"]),
    of_no_use(&["SubscriptionId", "StatusTransitionReason"]),
    of_no_use(&["SubscriptionId", "SubscriptionProblem"]),
    of_no_use(&["BeneficiaryRoleType", "BeneficiaryType"]),
    of_no_use(&["NotificationType", "NotificationId"]),
    of_no_use(&["Tracking ID", "Shipper Name", "Subscribed Email IDs"]),
];

fn read_subscriptions(table: &Table<'_>, source: &mut Source, reading: &mut Reading) {
    let plan = table.column(&["SubscriptionId"]);
    let status = table.column(&["SubscriptionStatus"]);
    let status_day = table.column(&["SubscriptionStatusDate"]);
    let since = table.column(&["SubscriptionStartDate"]);
    let contract_end = table.column(&["ContractEndDate"]);
    let next_bill = table.column(&["NextBillDate"]);
    let next_amount = table.column(&["NextBillAmount"]);
    let currency = table.column(&["BaseCurrencyCode"]);
    let plans = &mut reading.plans;
    table.each_row(source, |row, problems| {
        let status = row.owned(status).unwrap_or_default();
        let ended = row.moment(contract_end, problems);
        let ended = ended.or_else(|| if is_over(&status) { row.moment(status_day, problems) } else { None });
        plans.push(PlanState {
            place: row.place,
            plan: row.owned(plan).unwrap_or_default(),
            since: row.moment(since, problems),
            ended,
            next_bill: row.moment(next_bill, problems),
            next_amount: optional_money(row, next_amount, currency, problems),
            status,
        });
        Ok(())
    });
}

fn is_over(status: &str) -> bool {
    let status = status.to_ascii_lowercase();
    ["cancel", "expire", "terminat"].iter().any(|word| status.contains(word))
}

fn optional_money(
    row: &Cells<'_>,
    column: Column,
    currency: Column,
    problems: &mut Vec<Problem>,
) -> Option<Money> {
    match row.money(column, currency) {
        Ok(money) => Some(money),
        Err(Pass::Skip(_)) => None,
        Err(Pass::Problem(problem)) => {
            problems.push(problem);
            None
        }
    }
}

fn read_periods(table: &Table<'_>, source: &mut Source, reading: &mut Reading) {
    let plan = table.column(&["SubscriptionId"]);
    let order_id = table.column(&["OrderId"]);
    let from = table.column(&["PeriodStartDate"]);
    let to = table.column(&["PeriodEndDate"]);
    let periods = &mut reading.periods;
    table.each_row(source, |row, problems| {
        periods.push(PlanPeriod {
            place: row.place,
            plan: row.owned(plan).unwrap_or_default(),
            order_id: row.text(order_id).and_then(OrderId::parse),
            from: row.moment(from, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, from))?,
            to: row.moment(to, problems),
            amount: None,
        });
        Ok(())
    });
}

/// Charges of plans. A check of a new card is no charge, though a statement may show it for days.
fn read_billing(table: &Table<'_>, source: &mut Source, reading: &mut Reading) {
    let plan = table.column(&["SubscriptionId"]);
    let kind = table.column(&["TransactionType"]);
    let status = table.column(&["TransactionStatus"]);
    let when = table.column(&["TransactionCreationDate"]);
    let amount = table.column(&["TotalTransactionAmount"]);
    let currency = table.column(&["BaseCurrencyCode"]);
    let Reading { periods, payments, .. } = reading;
    table.each_row(source, |row, problems| {
        let kind = row.raw(kind);
        if row.raw(status) != "Transaction Succeeded" || !matches!(kind, "Charge" | "Refund") {
            return Err(Pass::Skip(SkipReason::NotCounted));
        }
        let amount = row.money(amount, currency)?.abs();
        let when = row.moment(when, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, when))?;
        if kind == "Refund" {
            payments.push(Payment {
                place: row.place,
                order_ids: Vec::new(),
                day: when,
                amount: amount.negated(),
                card: None,
            });
        } else {
            periods.push(PlanPeriod {
                place: row.place,
                plan: row.owned(plan).unwrap_or_default(),
                order_id: None,
                from: when,
                to: None,
                amount: Some(amount),
            });
        }
        Ok(())
    });
}

/// `Audible.MembershipBillings.csv`, whose days are written `22-JAN-2018`.
fn read_audible(table: &Table<'_>, source: &mut Source, reading: &mut Reading) {
    let plan = table.column(&["SubscriptionIdentifier"]);
    let from = table.column(&["BillingPeriodStartDate"]);
    let to = table.column(&["BillingPeriodEndDate"]);
    let amount = table.column(&["TotalAmount"]);
    let currency = table.column(&["Currency"]);
    let periods = &mut reading.periods;
    table.each_row(source, |row, _| {
        periods.push(PlanPeriod {
            place: row.place,
            plan: row.owned(plan).unwrap_or_default(),
            order_id: None,
            from: worded_day(row.raw(from)).ok_or_else(|| row.fault(ProblemCode::BadDate, from))?,
            to: worded_day(row.raw(to)),
            amount: Some(row.money(amount, currency)?),
        });
        Ok(())
    });
}

fn worded_day(cell: &str) -> Option<When> {
    const MONTHS: [&str; 12] =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let mut parts = cell.split('-');
    let (day, name, year, end) = (parts.next()?, parts.next()?, parts.next()?, parts.next());
    let month = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name))?;
    let month = u32::try_from(month).ok()?.checked_add(1)?;
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)?;
    end.is_none().then_some(When::Day(day))
}

fn read_cards(table: &Table<'_>, source: &mut Source, reading: &mut Reading) {
    let when = table.column(&["RegistrationDate"]);
    let digits = table.column(&["LastDigits"]);
    read_events(table, source, reading, AccountEventKind::CardAdded, when, &[digits]);
}

fn read_devices(table: &Table<'_>, source: &mut Source, reading: &mut Reading) {
    let when = table.column(&["First Time Registered"]);
    let names = [
        table.column(&["Amazon Device Model Name"]),
        table.column(&["Device Model"]),
        table.column(&["Account Name"]),
    ];
    read_events(table, source, reading, AccountEventKind::DeviceRegistered, when, &names);
}

/// One event a row, called by the first of the columns that says anything.
fn read_events(
    table: &Table<'_>,
    source: &mut Source,
    reading: &mut Reading,
    kind: AccountEventKind,
    when: Column,
    names: &[Column],
) {
    let events = &mut reading.events;
    table.each_row(source, |row, problems| {
        events.push(AccountEvent {
            place: row.place,
            kind,
            when: row.moment(when, problems),
            what: names.iter().find_map(|&name| row.owned(name)).unwrap_or_default(),
        });
        Ok(())
    });
}

/// The list of sign-ins is JSON, of which only one key matters; a parser would not tell the line it stands on.
const SESSIONS: &str = "\"authenticationSessionRecords\"";
const CREATED: &str = "\"creationTime\"";

fn is_sign_ins(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && text.contains(SESSIONS)
}

fn read_sign_ins(text: &str, source: &mut Source, reading: &mut Reading) {
    let mut line: u32 = 1;
    let mut pieces = text.split(CREATED);
    let mut before = pieces.next().unwrap_or_default();
    for piece in pieces {
        line = line.saturating_add(u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX));
        before = piece;
        let value =
            piece.trim_start().strip_prefix(':').map(str::trim_start).and_then(|rest| rest.strip_prefix('"'));
        let value = value.and_then(|rest| rest.split('"').next()).unwrap_or_default();
        source.rows += 1;
        if let Some(when) = super::orders::moment(value) {
            source.used += 1;
            let place = Place::line(source.id, line);
            reading.events.push(AccountEvent {
                place,
                kind: AccountEventKind::SignIn,
                when: Some(when),
                what: String::new(),
            });
        } else {
            source.skip(SkipReason::NotUnderstood);
            source.problems.push(Problem {
                line: Some(line),
                code: ProblemCode::BadDate,
                field: Some("creationTime".to_owned()),
                text: Some(value.chars().take(80).collect()),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use mioboe_model::{AccountEventKind, Reading, SkipReason, Source, SourceId, SourceKind};

    use super::{claims, read};
    use crate::sheet::Sheet;

    #[track_caller]
    fn account(text: &str, format: &str) -> (Source, Reading) {
        let sheet = Sheet::new("a.csv", text, b',');
        assert_eq!(claims(&sheet), Some(format));
        let (mut source, mut reading) =
            (Source::new(SourceId(0), "a.csv", SourceKind::Unreadable), Reading::default());
        read(&sheet, format, &mut source, &mut reading);
        assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>());
        (source, reading)
    }

    #[test]
    fn a_plan_knows_how_it_stands() {
        let text = "SubscriptionId,SubscriptionStatus,SubscriptionStatusDate,SubscriptionStartDate,NextBillDate,NextBillAmount,BaseCurrencyCode,ContractEndDate
S1,Active,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,2026-12-01T00:00:00Z,600,JPY,Not Available
S2,Cancelled,2026-09-01T00:00:00Z,2026-01-01T00:00:00Z,Not Available,Not Available,JPY,Not Available
";
        let (_, reading) = account(text, "amazon-subscriptions");
        assert_eq!(reading.plans[0].next_amount.unwrap().plain(), "600");
        assert_eq!(reading.plans[0].ended, None);
        assert!(reading.plans[1].ended.is_some() && reading.plans[1].next_bill.is_none());
    }

    #[test]
    fn a_period_names_its_digital_order() {
        let text = "SubscriptionId,BillingScheduleItemId,PeriodType,PeriodStatus,PeriodStartDate,PeriodEndDate,ScheduleEndDate,Marketplace,SubscriptionTimeInterval,ChargeCompleted,OrderId
S1,1,Billing,Completed,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,Not Available,A1,Monthly,Yes,D01-0000001-0000001
S1,1,Billing,Completed,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,Not Available,A1,Monthly,Yes,Not Available
";
        let (_, reading) = account(text, "amazon-periods");
        assert_eq!(reading.periods[0].order_id.unwrap().to_string(), "D01-0000001-0000001");
        assert_eq!(reading.periods[1].order_id, None);
    }

    #[test]
    fn a_check_of_a_card_and_a_failed_charge_are_no_charges() {
        let header = "SubscriptionId,TransactionStatus,TransactionCreationDate,TotalTransactionAmount,BaseCurrencyCode,TransactionType,TransactionReason";
        let text = format!(
            "{header}
S1,Transaction Succeeded,2026-09-01T00:00:00Z,600,JPY,Charge,SubscriptionRenewal
S1,Transaction Succeeded,2026-09-02T00:00:00Z,600,JPY,Refund,SubscriptionRenewal
S1,Transaction Succeeded,2026-09-03T00:00:00Z,100,JPY,Payment Instrument Validation,Vet
S1,Transaction Payment Failed,2026-09-04T00:00:00Z,600,JPY,Charge,SubscriptionRenewal
"
        );
        let (source, reading) = account(&text, "amazon-billing");
        assert_eq!(reading.periods[0].amount.unwrap().plain(), "600");
        assert_eq!(reading.payments[0].amount.plain(), "-600");
        assert_eq!(source.skipped.get(&SkipReason::NotCounted), Some(&2));
    }

    #[test]
    fn audible_writes_months_as_words() {
        let text = "\"TaxCreateDate\",\"BillingPeriodEndDate\",\"BillingPeriodStartDate\",\"TotalAmount\",\"Currency\",\"Plan\",\"SubscriptionIdentifier\"
\"22-JAN-2018\",\"21-FEB-2018\",\"22-JAN-2018\",\"9.99\",\"EUR\",\"見本プラン\",\"S9\"
";
        let (_, reading) = account(text, "amazon-billing");
        assert_eq!(reading.periods[0].from.day(mioboe_model::Offset::UTC).to_string(), "2018-01-22");
        assert_eq!(reading.periods[0].amount.unwrap().plain(), "9.99");
    }

    #[test]
    fn cards_devices_and_sign_ins_are_events() {
        let (_, cards) = account(
            "RegistrationDate,LastDigits\n11/11/2021 22:32:48 UTC,1234\nN/A,5678\n",
            "amazon-payment-instruments",
        );
        assert_eq!(
            (cards.events[0].kind, cards.events[0].what.as_str()),
            (AccountEventKind::CardAdded, "1234")
        );
        assert_eq!(cards.events[1].when, None);
        let (_, devices) = account(
            "Account Name,Amazon Device Model Name,Device Model,First Time Registered\n見本のFire TV,見本スティック,AB12,2026-09-01T00:00:00Z\n",
            "amazon-devices",
        );
        assert_eq!(devices.events[0].what, "見本スティック");
        let (source, sign_ins) = account(
            "{\n \"authenticationSessionRecords\": [\n  {\"creationTime\": \"2026-09-01T00:00:00Z\"},\n  {\"creationTime\" : \"soon\"}\n ]\n}\n",
            "amazon-sign-ins",
        );
        assert_eq!((sign_ins.events.len(), sign_ins.events[0].place.line), (1, 3));
        assert_eq!(source.problems[0].line, Some(4));
    }

    #[test]
    fn a_statement_is_no_account_file() {
        assert_eq!(claims(&Sheet::new("a.csv", "利用日,店名,金額\n2026/10/01,見本,100\n", b',')), None);
        assert_eq!(claims(&Sheet::new("a.json", "{\"a\": 1}", b',')), None);
    }
}
