//! What is still to come: plans that will be charged again, and refunds.

use chrono::{Datelike, Months, NaiveDate};
use mioboe_model::text::lower;

use super::{View, number};
use crate::{ComingRefund, ComingRenewal, EndingFiles, RefundState, RenewalReport, UnseenRenewal};

/// How far a calendar of coming charges looks.
const AHEAD: Months = Months::new(6);

/// Longer than any plan has been charged for.
const MOST_PERIODS: u32 = 1200;

impl View<'_> {
    pub(super) fn renewals(&self) -> Vec<ComingRenewal> {
        let mut coming: Vec<ComingRenewal> = (0..)
            .zip(&self.report.renewals)
            .filter_map(|(at, renewal)| {
                let days = self.days_of(renewal);
                let next = days.first()?.to_string();
                Some(ComingRenewal {
                    renewal: at,
                    next,
                    days: days.iter().map(NaiveDate::to_string).collect(),
                })
            })
            .collect();
        coming.sort_by(|a, b| a.next.cmp(&b.next));
        coming
    }

    /// The coming day and those that follow it. A day that has passed since the statements end may well have been charged: then the
    /// one after it comes. One that they have and that was not charged was the last.
    fn days_of(&self, renewal: &RenewalReport) -> Vec<NaiveDate> {
        let Some(next) = renewal.next.as_deref().and_then(crate::day) else { return Vec::new() };
        let Some(step) = months(&renewal.cadence) else {
            return if self.today <= next { vec![next] } else { Vec::new() };
        };
        let statements_end = self.report.coverage.statements.as_ref().and_then(|span| crate::day(&span.to));
        if next < self.today && statements_end.is_some_and(|end| next <= end) {
            return Vec::new();
        }
        let end = self.today.checked_add_months(AHEAD).unwrap_or(self.today);
        let anchor = self.day_of_month(renewal, next);
        let all = (0..MOST_PERIODS).map_while(|period| on_day(next, period.checked_mul(step)?, anchor));
        let days: Vec<NaiveDate> =
            all.skip_while(|day| *day < self.today).take_while(|day| *day <= end).collect();
        // A yearly plan's next day may be farther off than the calendar looks.
        if days.is_empty() {
            let mut all =
                (0..MOST_PERIODS).map_while(|period| on_day(next, period.checked_mul(step)?, anchor));
            return all.find(|day| self.today <= *day).into_iter().collect();
        }
        days
    }

    /// The day of the month on which a plan began: one of the 31st is charged on the last of shorter months and stays one of the 31st.
    fn day_of_month(&self, renewal: &RenewalReport, next: NaiveDate) -> u32 {
        let charged = renewal.charges.iter().filter_map(|id| self.adviser.charge_at(id));
        let charged = charged.filter_map(|at| self.charge(at)?.date.as_deref().and_then(crate::day));
        let last = crate::day(&renewal.last);
        // A row may be booked days later; only what agrees with the expected day, or is where a month was too short for it, counts.
        let is_last_of_month =
            |day: &NaiveDate| day.checked_add_days(chrono::Days::new(1)).is_some_and(|it| it.day() == 1);
        let longest = charged.chain(last).map(|day| day.day()).max().unwrap_or_default();
        if is_last_of_month(&next) { longest.max(next.day()) } else { next.day() }
    }

    pub(super) fn unseen_renewals(&self) -> Vec<UnseenRenewal> {
        let coming = self.renewals();
        let name_of =
            |at: u32| usize::try_from(at).ok().and_then(|at| self.report.renewals.get(at)).map(name);
        let known: Vec<Option<String>> = coming.iter().map(|coming| name_of(coming.renewal)).collect();
        (0..)
            .zip(&self.report.renewals)
            .filter_map(|(at, renewal)| {
                let step = months(&renewal.cadence)?;
                let last = crate::day(&renewal.last)?;
                let expected = last.checked_add_months(Months::new(step))?;
                let after = last.checked_add_months(Months::new(step.checked_mul(2)?))?;
                // One that ended by Amazon's own word has no next day even before its second period.
                if renewal.next.is_some() || self.today <= after || known.contains(&Some(name(renewal))) {
                    return None;
                }
                let coverage = &self.report.coverage;
                let ends = [
                    (EndingFiles::Orders, coverage.orders.as_ref()),
                    (EndingFiles::Statements, coverage.statements.as_ref()),
                ];
                let ends = ends.into_iter().filter_map(|(files, span)| Some((crate::day(&span?.to)?, files)));
                let (until, files) = ends.min()?;
                // One that the files would show and do not has ended.
                (until < expected).then(|| UnseenRenewal { renewal: at, files, until: until.to_string() })
            })
            .collect()
    }

    /// The refunds that have not come: those that are late first, then by day.
    pub(super) fn refunds(&self) -> Vec<ComingRefund> {
        let state = |refund: &crate::RefundReport| match refund.state.as_str() {
            "came" => None,
            "overdue" => Some(RefundState::Overdue),
            _ if crate::day(&refund.until).is_some_and(|until| until < self.today) => {
                Some(RefundState::Unseen)
            }
            _ => Some(RefundState::Waiting),
        };
        let mut coming: Vec<(bool, &str, ComingRefund)> = self
            .report
            .refunds
            .iter()
            .enumerate()
            .filter_map(|(at, refund)| {
                let state = state(refund)?;
                let coming = ComingRefund { refund: number(at), state };
                Some((state != RefundState::Overdue, refund.until.as_str(), coming))
            })
            .collect();
        coming.sort_by(|(a, until_a, _), (b, until_b, _)| (a, until_a).cmp(&(b, until_b)));
        coming.into_iter().map(|(_, _, coming)| coming).collect()
    }
}

/// A day some months later, on its own day of the month or on the last of a shorter one.
fn on_day(start: NaiveDate, months: u32, day_of_month: u32) -> Option<NaiveDate> {
    let first = start.with_day(1)?.checked_add_months(Months::new(months))?;
    (28..=day_of_month).rev().chain([day_of_month]).find_map(|day| first.with_day(day))
}

fn months(cadence: &str) -> Option<u32> {
    match cadence {
        "month" => Some(1),
        "year" => Some(12),
        _ => None,
    }
}

/// One name for each plan, however the file spells it and whatever the statement calls it; channels have names of their own.
fn name(renewal: &RenewalReport) -> String {
    let name = lower(&renewal.name);
    let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !renewal.name.is_empty() && renewal.name.bytes().all(is_id) {
        return if name == "amazon-prime" { "prime".to_owned() } else { name };
    }
    let in_files = name.strip_prefix("amazon ").unwrap_or(&name).starts_with("prime membership");
    match renewal.service.as_str() {
        "amazon-prime" => "prime".to_owned(),
        _ if in_files => "prime".to_owned(),
        service if name.is_empty() => service.to_owned(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_of_the_31st_returns_to_the_31st() {
        let days: Vec<String> = (0..5)
            .filter_map(|month| on_day("2026-12-31".parse().unwrap(), month, 31))
            .map(|day| day.to_string())
            .collect();
        assert_eq!(days, ["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
        assert_eq!(on_day("2026-11-05".parse().unwrap(), 3, 5), "2027-02-05".parse().ok());
    }
}
