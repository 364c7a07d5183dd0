//! What became of each refund that Amazon's data speaks of.

use mioboe_model::sorted::Set;
use std::cmp::Reverse;

use chrono::{Days, NaiveDate};
use mioboe_model::{Refund, RefundStatus};

use crate::Facts;

/// Issuers book a refund days after Amazon paid it, at most on the next statement.
const WAIT_DAYS: u64 = 14;

/// One refund and where its money is.
pub struct Promise<'a> {
    pub refund: &'a Refund,
    /// The day it was paid out or promised.
    pub day: NaiveDate,
    /// The day by which a statement should show it.
    pub until: NaiveDate,
    pub state: PromiseState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    /// This credit is the money.
    Came(usize),
    /// Neither the day nor the statements have come so far that it can be told.
    Waiting,
    /// The statements go on past its day and do not show it. This charge was to be given back.
    Overdue(usize),
}

impl PromiseState {
    pub fn code(self) -> &'static str {
        match self {
            Self::Came(_) => "came",
            Self::Waiting => "waiting",
            Self::Overdue(_) => "overdue",
        }
    }
}

impl Facts<'_> {
    /// The refunds that a card statement shows or should show; those to the balance and void ones are none.
    pub fn promises(&self) -> Vec<Promise<'_>> {
        let payouts: Set<usize> = self.found.refunds.iter().flatten().copied().collect();
        let of = |(index, refund)| self.promise(index, refund, &payouts);
        self.reading.refunds.iter().enumerate().filter_map(of).collect()
    }

    fn promise<'a>(&self, index: usize, refund: &'a Refund, payouts: &Set<usize>) -> Option<Promise<'a>> {
        let day = refund.when.day(self.offset);
        let until = day.checked_add_days(Days::new(WAIT_DAYS))?;
        let said = |state| Some(Promise { refund, day, until, state });
        if let Some(credit) = self.found.refunds.get(index).copied().flatten() {
            return said(PromiseState::Came(credit));
        }
        if refund.status == RefundStatus::Void || refund.to_balance {
            return None;
        }
        // Whether it is late only the statement of the card that paid can tell.
        let unpaid = || if self.today < until { said(PromiseState::Waiting) } else { None };
        let Some(order) = self.found.book.order(&refund.order_id) else { return unpaid() };
        // Money came back in some other sum; what paid another refund of the order paid only that one.
        let settled = self
            .linked_to(order)
            .any(|(credit, row, _)| row.amount.is_credit() && !payouts.contains(&credit));
        if settled {
            return None;
        }
        // Of several parcels the one of this very sum was given back, or else the dearest.
        let charge = self
            .linked_to(order)
            .filter(|(_, row, _)| !row.amount.is_credit())
            .max_by_key(|(at, row, _)| (row.amount == refund.amount, row.amount.value(), Reverse(*at)));
        let Some((charge, ..)) = charge else { return unpaid() };
        // The money may stand on a statement that was not given.
        if !self.coverage.is_whole(self.reading, charge, day, until) {
            return unpaid();
        }
        let told = self.today >= until && self.statements_until(charge).is_some_and(|last| last >= until);
        if told
            && (self.came_in_parts(charge, refund.amount, day)
                || self.came_in_part(charge, refund.amount, day))
        {
            return None;
        }
        said(if told { PromiseState::Overdue(charge) } else { PromiseState::Waiting })
    }
}

#[cfg(test)]
mod tests {
    use super::PromiseState;
    use crate::kit::with_facts;

    #[track_caller]
    fn check(case: &str, expect: &[&str]) {
        let found = with_facts(case, |facts| {
            let said = |state: PromiseState| state.code();
            facts
                .promises()
                .iter()
                .map(|it| format!("{} {} {}", said(it.state), it.refund.amount.plain(), it.until))
                .collect::<Vec<_>>()
        });
        assert_eq!(found, expect);
    }

    const CASE: &str = "
        order 11-01 A 1980
        charge 11-02 1980 retail";

    #[test]
    fn a_refund_is_waited_for_until_its_day_and_until_the_statements_reach_it() {
        let promised = format!("{CASE}\nrefund 11-05 A 1980");
        check(&format!("{promised}\ntoday 2026-11-10"), &["waiting 1980 2026-11-19"]);
        check(&promised, &["waiting 1980 2026-11-19"]);
        check(&format!("{promised}\ncharge 11-20 300 shop"), &["overdue 1980 2026-11-19"]);
        check(&format!("{promised}\ncredit 11-08 1980 retail"), &["came 1980 2026-11-19"]);
    }

    #[test]
    fn without_the_charge_it_is_waited_for_no_longer_than_its_day() {
        let case = "order 11-01 A 1980\nrefund 11-10 A 1980\ncharge 11-20 300 shop";
        check(case, &["waiting 1980 2026-11-24"]);
        check(&format!("{case}\ntoday 2026-11-24"), &[]);
        check("refund 11-10 A 1980\ncharge 11-20 300 shop", &["waiting 1980 2026-11-24"]);
    }

    #[test]
    fn what_no_statement_will_show_is_not_waited_for() {
        for refund in ["refund 11-05 A 1980 balance", "refund 11-05 A 1980 void"] {
            check(&format!("{CASE}\n{refund}"), &[]);
        }
        check(&format!("{CASE}\nrefund 11-05 A 1900\ncredit 11-08 1980 retail"), &[]);
    }
}
