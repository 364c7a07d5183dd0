#![doc = include_str!("trial_started.md")]

use chrono::Days;

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "trial-started",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("trial_started.md"),
    run: trial_started,
};

/// Of 30 days the first is that of the sign-up, and on the last it may be charged.
const FREE_DAYS: u64 = 29;

fn trial_started(facts: &Facts<'_>) -> Vec<Opinion> {
    let trials = facts.plans.iter().filter(|plan| plan.is_trial());
    trials
        .filter_map(|plan| {
            let next = plan.next(facts.today)?;
            let paid = match plan.next_bill {
                Some(day) if day == next => day,
                _ => plan.periods.last()?.day.checked_add_days(Days::new(FREE_DAYS))?,
            };
            let until = paid.pred_opt().filter(|&until| until >= facts.today)?;
            Some(
                Opinion::note("trial-started", Level::Info)
                    .with("plan", &plan.name)
                    .with("service", plan.service.code())
                    .with("until", until)
                    .with("days", (until - facts.today).num_days()),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{finds, stays_quiet};

    #[test]
    fn a_running_trial_says_when_it_will_be_paid() {
        finds(
            "digital 11-10 A 0 item=Kindle_Unlimited signup",
            "trial-started",
            "plan=Kindle Unlimited service=kindle until=2026-12-08 days=16",
        );
    }

    #[test]
    fn thirty_days_are_counted_in_long_and_in_short_months() {
        // A trial begun on 13 October is charged on 11 November.
        let begun = |day: &str| format!("digital {day} A 0 item=Kindle_Unlimited signup\ntoday 2026-11-01");
        finds(&begun("10-13"), "trial-started", "until=2026-11-10 days=9");
        finds(
            "digital 01-31 A 0 item=Kindle_Unlimited signup\ntoday 2026-02-10",
            "trial-started",
            "until=2026-02-28",
        );
    }

    #[test]
    fn the_account_s_own_files_know_the_end_of_a_longer_trial() {
        finds(
            "digital 09-10 A 0 item=Audible signup
            plan S1 since=09-10 next=12-09",
            "trial-started",
            "until=2026-12-08",
        );
    }

    #[test]
    fn a_trial_that_was_ended_or_has_run_out_is_no_news() {
        stays_quiet(
            "digital 11-10 A 0 item=Kindle_Unlimited signup
            plan S1 since=11-10 ended=11-15",
            "trial-started",
        );
        stays_quiet("digital 09-10 A 0 item=Kindle_Unlimited signup", "trial-started");
    }

    #[test]
    fn a_plan_that_is_paid_or_always_free_is_no_trial() {
        stays_quiet(
            "digital 10-12 A 0 item=Kindle_Unlimited signup
            digital 11-12 B 980 item=Kindle_Unlimited renewal",
            "trial-started",
        );
        stays_quiet(
            "digital 07-10 A 0 item=Free_Paper signup
            digital 08-10 B 0 item=Free_Paper renewal
            digital 09-10 C 0 item=Free_Paper renewal
            digital 10-10 D 0 item=Free_Paper renewal
            digital 11-10 E 0 item=Free_Paper renewal",
            "trial-started",
        );
    }
}
