//! By when whoever holds the money should hear of a charge: one clock for each charge and each limit that counts for it.

use chrono::{Days, Months, NaiveDate};
use mioboe_model::PaidBy;

use crate::Home;

enum Length {
    Days(u64),
    Months(u32),
}

/// A limit that the holder has to keep.
struct Limit {
    id: &'static str,
    region: &'static str,
    length: Length,
    from: From,
    varies: bool,
    paid: &'static [PaidBy],
}

/// What the other side has to keep, and what the holder has to bear at most.
struct Expected {
    id: &'static str,
    region: &'static str,
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
pub fn clocks(home: &Home, charges: &[Charged], notice: Option<NaiveDate>) -> Vec<Clock> {
    let of = |one: &Charged| {
        let one = *one;
        let limits = LIMITS.iter().filter(move |limit| {
            home.is_in(limit.region) && limit.paid.contains(&one.paid.unwrap_or(PaidBy::Card))
        });
        limits.filter_map(move |limit| clock(limit, one, notice))
    };
    charges.iter().flat_map(of).collect()
}

fn clock(limit: &Limit, charged: Charged, notice: Option<NaiveDate>) -> Option<Clock> {
    let fits = |notice: &NaiveDate| {
        charged.day <= *notice
            && charged.day.checked_add_days(NOTICE_WITHIN).is_some_and(|last| *notice <= last)
    };
    let notice = notice.filter(fits).filter(|_| limit.from == From::Statement);
    let start = notice.unwrap_or(charged.day);
    let day = match limit.length {
        Length::Days(days) => start.checked_add_days(Days::new(days)),
        Length::Months(months) => start.checked_add_months(Months::new(months)),
    }?;
    Some(Clock {
        id: limit.id,
        charge: charged.charge,
        day,
        from: limit.from,
        exact: limit.from == From::Charge || notice.is_some(),
        varies: limit.varies,
    })
}

/// What to expect of whoever holds money that was paid in one of these ways.
pub fn expected(home: &Home, ways: impl Fn(PaidBy) -> bool) -> impl Iterator<Item = &'static str> {
    let fits = move |own: &&Expected| home.is_in(own.region) && own.paid.iter().any(|paid| ways(*paid));
    EXPECTED.iter().filter(fits).map(|own| own.id)
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

    fn days(region: &str, charges: &[Charged], notice: Option<&str>) -> Vec<(&'static str, String, bool)> {
        let clocks = clocks(Home::of(region), charges, notice.map(day));
        clocks.into_iter().map(|clock| (clock.id, clock.day.to_string(), clock.exact)).collect()
    }

    #[test]
    fn japan_counts_from_the_charge_and_from_the_notice_of_its_statement() {
        assert_eq!(
            days("jp", &[charged("2026-09-03")], None),
            [
                ("jp-report-looks-back", "2026-11-02".to_owned(), true),
                ("jp-statement-notice", "2026-11-02".to_owned(), false)
            ]
        );
        assert_eq!(
            days("jp", &[charged("2026-09-03")], Some("2026-10-10"))[1],
            ("jp-statement-notice", "2026-12-09".to_owned(), true)
        );
    }

    #[test]
    fn the_law_of_a_region_is_nobody_elses() {
        let charge = [charged("2026-01-31")];
        assert_eq!(days("us", &charge, None), [("us-billing-error-notice", "2026-04-01".to_owned(), false)]);
        assert_eq!(days("eu", &charge, None), [("eu-notify", "2027-02-28".to_owned(), true)]);
        for none in ["uk", "ca", "au", "sg", "br", "elsewhere"] {
            assert_eq!(days(none, &charge, None), [], "{none}");
        }
    }

    #[test]
    fn each_charge_has_its_own_limits() {
        let charges = [charged("2026-08-03"), Charged { charge: 1, ..charged("2026-11-03") }];
        let ends: Vec<_> =
            clocks(Home::of("eu"), &charges, None).iter().map(|it| (it.charge, it.day)).collect();
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
            assert_eq!(days("us", &[charged(charge)], Some(notice))[0].2, exact, "{charge} {notice}");
        }
    }

    #[test]
    fn the_law_of_cards_is_no_law_of_other_money() {
        let paid = |paid| [Charged { paid: Some(paid), ..charged("2026-09-03") }];
        let names = |region, by| -> Vec<&str> {
            days(region, &paid(by), None).into_iter().map(|(name, ..)| name).collect()
        };
        assert_eq!(names("us", PaidBy::Card), ["us-billing-error-notice"]);
        assert_eq!(names("us", PaidBy::Debit), ["us-debit-statement"]);
        assert_eq!(names("uk", PaidBy::Debit), ["uk-notify"]);
        assert_eq!(names("de", PaidBy::Debit), ["eu-notify"]);
        for other in [PaidBy::PhoneBill, PaidBy::PayLater, PaidBy::GiftBalance, PaidBy::AppStore] {
            for home in Home::all() {
                assert_eq!(days(home.code, &paid(other), None), [], "{other:?} {}", home.code);
            }
        }
    }

    #[test]
    fn what_to_expect_goes_by_how_it_was_paid() {
        let expected = |region, by: PaidBy| -> Vec<&str> {
            super::expected(Home::of(region), |way| way == by).collect()
        };
        assert_eq!(expected("us", PaidBy::Card), ["us-issuer-acknowledges", "us-issuer-resolves"]);
        assert_eq!(expected("us", PaidBy::Debit), ["us-debit-liability", "us-debit-investigates"]);
        assert_eq!(expected("uk", PaidBy::Card), ["uk-credit-liability"]);
        assert_eq!(expected("jp", PaidBy::Card).len(), 0);
    }
}
