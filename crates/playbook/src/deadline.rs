//! By when whoever holds the money should hear of a charge: one clock for each charge and each limit that counts for it.

use chrono::{Days, Months, NaiveDate};
use mioboe_model::PaidBy;

use crate::Region;

enum Length {
    Days(u64),
    Months(u32),
}

/// What a limit counts from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Starts {
    Charge,
    StatementNotice,
    StatementSent,
    NoticeReceived,
    ProviderAware,
}

struct Limit {
    id: &'static str,
    region: Region,
    length: Length,
    starts: Starts,
    varies: bool,
    paid: &'static [PaidBy],
}

// Written by the build script from `data/deadlines.toml`.
include!(concat!(env!("OUT_DIR"), "/deadlines.rs"));

/// What a clock counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum From {
    Charge,
    Statement,
}

impl From {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Charge => "charge",
            Self::Statement => "statement",
        }
    }
}

/// A charge whose limits are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charged {
    /// What the caller calls it.
    pub charge: usize,
    pub day: NaiveDate,
    /// As a card, where nobody said.
    pub paid: Option<PaidBy>,
}

/// A limit and the day on which it ends for one charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The limit's name; its words are `deadline-<id>`.
    pub id: &'static str,
    pub charge: usize,
    pub day: NaiveDate,
    pub from: From,
    /// It truly counts from that day. One of a statement whose day is not known counts from the charge: a day too late is worse.
    pub exact: bool,
    /// Every issuer's own terms decide.
    pub varies: bool,
}

/// A statement's notice comes at most this long after a charge on it: about a month of charges, and the time to send it. An older
/// charge was on an earlier statement, whose clock began before.
const NOTICE_WITHIN: Days = Days::new(62);

/// Every limit of these charges, passed ones too, in the order of the charges. `notice`: the day the statement's notice came.
pub fn clocks(region: Region, charges: &[Charged], notice: Option<NaiveDate>) -> Vec<Clock> {
    let of = |one: &Charged| {
        let one = *one;
        let limits = LIMITS.iter().filter(move |limit| {
            limit.region == region && limit.paid.contains(&one.paid.unwrap_or(PaidBy::Card))
        });
        limits.filter_map(move |limit| clock(limit, one, notice))
    };
    charges.iter().flat_map(of).collect()
}

fn clock(limit: &Limit, charged: Charged, notice: Option<NaiveDate>) -> Option<Clock> {
    let from = match limit.starts {
        Starts::Charge => From::Charge,
        Starts::StatementNotice | Starts::StatementSent => From::Statement,
        // The issuer's own.
        Starts::NoticeReceived | Starts::ProviderAware => return None,
    };
    let fits = |notice: &NaiveDate| {
        charged.day <= *notice
            && charged.day.checked_add_days(NOTICE_WITHIN).is_some_and(|last| *notice <= last)
    };
    let notice = notice.filter(fits).filter(|_| from == From::Statement);
    let start = notice.unwrap_or(charged.day);
    let day = match limit.length {
        Length::Days(days) => start.checked_add_days(Days::new(days)),
        Length::Months(months) => start.checked_add_months(Months::new(months)),
    }?;
    Some(Clock {
        id: limit.id,
        charge: charged.charge,
        day,
        from,
        exact: from == From::Charge || notice.is_some(),
        varies: limit.varies,
    })
}

/// The limits that the issuer has to keep: what to expect.
pub fn issuers_own(region: Region) -> impl Iterator<Item = &'static str> {
    let own = |limit: &&Limit| matches!(limit.starts, Starts::NoticeReceived | Starts::ProviderAware);
    LIMITS.iter().filter(move |limit| limit.region == region).filter(own).map(|limit| limit.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn charged(text: &str) -> Charged {
        Charged { charge: 0, day: day(text), paid: None }
    }

    fn days(region: Region, charges: &[Charged], notice: Option<&str>) -> Vec<(&'static str, String, bool)> {
        let clocks = clocks(region, charges, notice.map(day));
        clocks.into_iter().map(|clock| (clock.id, clock.day.to_string(), clock.exact)).collect()
    }

    #[test]
    fn japan_counts_from_the_charge_and_from_the_notice_of_its_statement() {
        assert_eq!(
            days(Region::Jp, &[charged("2026-09-03")], None),
            [
                ("jp-report-looks-back", "2026-11-02".to_owned(), true),
                ("jp-statement-notice", "2026-11-02".to_owned(), false)
            ]
        );
        assert_eq!(
            days(Region::Jp, &[charged("2026-09-03")], Some("2026-10-10"))[1],
            ("jp-statement-notice", "2026-12-09".to_owned(), true)
        );
    }

    #[test]
    fn the_law_of_a_region_is_nobody_elses() {
        let charge = [charged("2026-01-31")];
        assert_eq!(
            days(Region::Us, &charge, None),
            [("us-billing-error-notice", "2026-04-01".to_owned(), false)]
        );
        assert_eq!(days(Region::Eu, &charge, None), [("eu-notify", "2027-02-28".to_owned(), true)]);
        assert_eq!(days(Region::Uk, &charge, None), []);
        assert_eq!(days(Region::Elsewhere, &charge, None), []);
    }

    #[test]
    fn each_charge_has_its_own_limits() {
        let charges = [charged("2026-08-03"), Charged { charge: 1, ..charged("2026-11-03") }];
        let ends: Vec<_> = clocks(Region::Eu, &charges, None).iter().map(|it| (it.charge, it.day)).collect();
        assert_eq!(ends, [(0, day("2027-09-03")), (1, day("2027-12-03"))]);
    }

    #[test]
    fn a_notice_starts_the_clock_of_the_charges_that_its_statement_can_have() {
        for (charge, notice, exact) in [
            ("2026-09-03", "2026-09-03", true),
            ("2026-09-03", "2026-11-04", true),
            // On an earlier statement, or not on it yet.
            ("2026-09-03", "2026-11-05", false),
            ("2026-09-03", "2026-09-02", false),
        ] {
            assert_eq!(days(Region::Us, &[charged(charge)], Some(notice))[0].2, exact, "{charge} {notice}");
        }
    }

    #[test]
    fn the_law_of_cards_is_no_law_of_other_money() {
        let paid = |paid| [Charged { paid: Some(paid), ..charged("2026-09-03") }];
        assert_eq!(days(Region::Us, &paid(PaidBy::Card), None).len(), 1);
        assert_eq!(days(Region::Us, &paid(PaidBy::Debit), None), []);
        assert_eq!(days(Region::Eu, &paid(PaidBy::Debit), None).len(), 1);
        for other in [PaidBy::PhoneBill, PaidBy::PayLater, PaidBy::GiftBalance, PaidBy::AppStore] {
            for region in [Region::Jp, Region::Us, Region::Eu] {
                assert_eq!(days(region, &paid(other), None), [], "{other:?} {region:?}");
            }
        }
    }

    #[test]
    fn what_the_issuer_has_to_keep_is_told_apart() {
        assert_eq!(
            issuers_own(Region::Us).collect::<Vec<_>>(),
            ["us-issuer-acknowledges", "us-issuer-resolves"]
        );
        assert_eq!(issuers_own(Region::Jp).count(), 0);
    }
}
