#![doc = include_str!("renewal_coming.md")]

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "renewal-coming",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("renewal_coming.md"),
    run: renewal_coming,
};

/// Told in time to end it.
const SOON_DAYS: i64 = 31;

fn renewal_coming(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .plans
        .iter()
        .filter_map(|plan| {
            let next = plan.next(facts.today)?;
            // A first paid period is the end of a trial: `trial_started` tells of it.
            let last = plan.periods.last().filter(|last| !last.amount.is_zero())?;
            let days = (next - facts.today).num_days();
            (0..=SOON_DAYS).contains(&days).then(|| {
                Opinion::note("renewal-coming", Level::Info)
                    .with("plan", &plan.name)
                    .with("service", plan.service.code())
                    .with("amount", last.amount.plain())
                    .with("currency", last.amount.currency())
                    .with("date", next)
                    .with("days", days)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{finds, stays_quiet};

    const PLAN: &str = "
        digital 09-30 A 600 item=Prime_Membership renewal
        digital 10-31 B 600 item=Prime_Membership renewal";

    #[test]
    fn the_next_renewal_is_told_in_time() {
        finds(
            PLAN,
            "renewal-coming",
            "plan=Prime Membership service=amazon-prime amount=600 currency=JPY date=2026-11-30 days=8",
        );
    }

    #[test]
    fn a_plan_of_the_31st_comes_back_to_the_31st() {
        let case = format!("{PLAN}\ndigital 11-30 C 600 item=Prime_Membership renewal\ntoday 2026-12-05");
        finds(&case, "renewal-coming", "date=2026-12-31");
    }

    #[test]
    fn a_yearly_plan_is_known_by_its_price_alone_also_after_a_trial() {
        finds(
            "digital 2025-12-10 A 5900 item=Prime_Membership renewal",
            "renewal-coming",
            "date=2026-12-10 amount=5900",
        );
        finds(
            "digital 2025-11-10 A 0 item=Prime_Membership signup
            digital 2025-12-10 B 5900 item=Prime_Membership renewal",
            "renewal-coming",
            "date=2026-12-10 amount=5900",
        );
    }

    #[test]
    fn a_plan_of_a_leap_day_is_renewed_on_the_last_of_february() {
        finds(
            "digital 2024-02-29 A 5900 item=Prime_Membership renewal\ntoday 2025-02-10",
            "renewal-coming",
            "date=2025-02-28",
        );
    }

    #[test]
    fn a_plan_that_has_ended_or_missed_its_periods_is_not_announced() {
        stays_quiet(&format!("{PLAN}\nplan S1 since=09-30 ended=11-10"), "renewal-coming");
        stays_quiet("digital 06-30 A 600 item=Prime_Membership renewal", "renewal-coming");
    }

    #[test]
    fn a_renewal_a_year_away_is_no_news() {
        stays_quiet("digital 10-10 A 5900 item=Prime_Membership renewal", "renewal-coming");
    }

    #[test]
    fn of_a_free_period_the_trial_tells() {
        stays_quiet("digital 11-10 A 0 item=Kindle_Unlimited signup", "renewal-coming");
        finds(
            "digital 11-10 A 980 item=Kindle_Unlimited signup",
            "renewal-coming",
            "date=2026-12-10 amount=980",
        );
    }

    #[test]
    fn a_year_s_price_is_a_year_s_also_with_sales_tax_and_after_months() {
        let american = "digital 11-02 A 148.73USD item=Prime_Membership renewal";
        stays_quiet(american, "renewal-coming");
        finds(&format!("{american}\ntoday 2027-10-20"), "renewal-coming", "amount=148.73 date=2027-11-02");
        let switched = "
            digital 09-05 A 600 item=Prime_Membership renewal
            digital 10-05 B 600 item=Prime_Membership renewal
            digital 10-30 C 5900 item=Prime_Membership renewal";
        stays_quiet(switched, "renewal-coming");
        finds(&format!("{switched}\ntoday 2027-10-20"), "renewal-coming", "amount=5900 date=2027-10-30");
    }

    #[test]
    fn one_payment_of_an_unknown_price_is_not_announced_until_it_comes_back() {
        let once = "digital 10-30 A 1234 item=Mihon_Channel renewal";
        stays_quiet(once, "renewal-coming");
        finds(
            &format!("digital 09-30 B 1234 item=Mihon_Channel renewal\n{once}"),
            "renewal-coming",
            "amount=1234 date=2026-11-30",
        );
        finds(&format!("{once}\nplan S1 since=10-30 next=12-05"), "renewal-coming", "date=2026-12-05");
    }

    #[test]
    fn a_film_or_a_book_under_a_plan_s_name_is_not_announced() {
        for row in ["400 PRIME_VIDEO", "700 KINDLE_SVCS", "3000 AUDIBLE"] {
            stays_quiet(&format!("order 09-01 A 500\ncharge 10-30 {row}"), "renewal-coming");
        }
        finds("order 09-01 A 500\ncharge 10-30 600 prime", "renewal-coming", "date=2026-11-30");
    }

    #[test]
    fn what_a_file_of_digital_orders_does_not_know_is_not_announced() {
        let case = "digital 07-01 C 300\ndigital 11-10 D 300\ncharge 10-30 600 prime";
        stays_quiet(case, "renewal-coming");
    }
}
