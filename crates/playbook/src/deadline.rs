//! By when the card issuer should hear of a charge.

use chrono::{Days, Months, NaiveDate};

use crate::Region;

/// The day to have told the card issuer by, counted from the day of the charge; the clocks that start with the statement
/// notice or with the report end later, so this day is safe for all of them. `None` where no such limit is known.
pub(crate) fn issuer_deadline(region: Region, charged: NaiveDate) -> Option<NaiveDate> {
    DEADLINES
        .iter()
        .filter(|(known, _)| *known == region)
        .filter_map(|(_, length)| match length {
            Length::Days(days) => charged.checked_add_days(Days::new(*days)),
            Length::Months(months) => charged.checked_add_months(Months::new(*months)),
        })
        .min()
}

enum Length {
    Days(u64),
    Months(u32),
}

// Written by the build script from `data/deadlines.toml`.
include!(concat!(env!("OUT_DIR"), "/deadlines.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(region: Region, charged: &str, expect: Option<&str>) {
        let expect = expect.map(|day| day.parse().unwrap());
        assert_eq!(issuer_deadline(region, charged.parse().unwrap()), expect);
    }

    #[test]
    fn japan_and_the_us_count_sixty_days() {
        check(Region::Jp, "2026-09-03", Some("2026-11-02"));
        check(Region::Us, "2026-09-03", Some("2026-11-02"));
    }

    #[test]
    fn the_union_counts_thirteen_months() {
        check(Region::Eu, "2026-01-31", Some("2027-02-28"));
    }

    #[test]
    fn no_limit_is_made_up_where_none_is_known() {
        check(Region::Uk, "2026-09-03", None);
        check(Region::Elsewhere, "2026-09-03", None);
    }
}
