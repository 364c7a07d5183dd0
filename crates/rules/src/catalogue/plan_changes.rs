#![doc = include_str!("plan_changes.md")]

use crate::{Facts, Opinion, Plan, Renewal, Rule};

pub(super) const RULE: Rule = Rule {
    name: "plan-changes",
    speaks_of: &["trial-ended", "price-changed"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("plan_changes.md"),
    run: plan_changes,
};

/// The first paid period after a free one, and the first at another price.
fn plan_changes(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut opinions = Vec::new();
    for plan in facts.plans.iter().filter(|plan| plan.proven) {
        for pair in plan.periods.windows(2) {
            let [before, now] = pair else { continue };
            let Some(charge) = now.charge else { continue };
            if now.amount.is_zero() || before.amount == now.amount || is_new_start(plan, before, now) {
                continue;
            }
            let name = if before.amount.is_zero() { "trial-ended" } else { "price-changed" };
            let confidence =
                facts.found.links.get(charge).and_then(Option::as_ref).map_or(80, |link| link.confidence);
            let orders: Vec<usize> = now.order.into_iter().collect();
            let opinion = Opinion::ask(name, charge, confidence).orders(&orders).told(facts);
            opinions.push(
                opinion
                    .with("plan", &plan.name)
                    .with("oldAmount", before.amount.plain())
                    .with("newAmount", now.amount.plain()),
            );
        }
    }
    opinions
}

/// Free months may be several, and one period may be missing from the files.
const LONGEST_TRIAL_DAYS: i64 = 130;
const LATE_DAYS: i64 = 5;

/// Who comes back after a long time agreed to the price of that day.
fn is_new_start(plan: &Plan, before: &Renewal, now: &Renewal) -> bool {
    let days = (now.day - before.day).num_days();
    if before.amount.is_zero() {
        return days > LONGEST_TRIAL_DAYS;
    }
    let two_periods = plan.cadence.after(plan.cadence.after(before.day));
    now.day > two_periods && (now.day - two_periods).num_days() > LATE_DAYS
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds};

    #[test]
    fn the_first_paid_period_after_a_free_one_is_asked_about() {
        let case = "
            digital 08-05 A 0 item=Kindle_Unlimited signup
            digital 09-04 B 980 item=Kindle_Unlimited renewal
            digital 10-04 C 980 item=Kindle_Unlimited renewal
            charge 09-04 980 digital
            charge 10-04 980 digital";
        check(case, "09-04 980 ask/trial-ended B\n10-04 980 explained/subscription C");
        finds(case, "trial-ended", "09-04 plan=Kindle Unlimited newAmount=980");
    }

    #[test]
    fn the_first_period_at_another_price_is_asked_about() {
        let case = "
            digital 08-05 A 500 item=Prime_Membership renewal
            digital 09-05 B 600 item=Prime_Membership renewal
            charge 08-05 500 digital
            charge 09-05 600 digital";
        check(case, "08-05 500 explained/subscription A\n09-05 600 ask/price-changed B");
        finds(case, "price-changed", "09-05 oldAmount=500 newAmount=600");
    }

    #[test]
    fn a_yearly_plan_has_its_price_changed_after_a_year() {
        check(
            "digital 2024-09-05 A 4900 item=Prime_Membership renewal
            digital 2025-09-05 B 5900 item=Prime_Membership renewal
            charge 2025-09-05 5900 prime",
            "2025-09-05 5900 ask/price-changed B",
        );
    }

    #[test]
    fn who_comes_back_after_a_long_time_agreed_to_the_new_price() {
        check(
            "digital 2025-01-05 A 500 item=Prime_Membership renewal
            digital 09-05 B 600 item=Prime_Membership signup
            charge 09-05 600 prime",
            "09-05 600 explained/subscription B",
        );
    }

    #[test]
    fn a_refund_of_a_period_is_no_charge_of_it() {
        check(
            "digital 08-05 A 0 item=Kindle_Unlimited signup
            digital 09-04 B 980 item=Kindle_Unlimited renewal
            charge 09-04 980 digital
            credit 09-06 980 digital",
            "09-04 980 ask/trial-ended B
            09-06 -980 explained/refund B",
        );
    }

    #[test]
    fn an_answer_turns_the_question_into_the_explanation() {
        check(
            "digital 08-05 A 0 item=Kindle_Unlimited signup
            digital 09-04 B 980 item=Kindle_Unlimited renewal
            charge 09-04 980 digital
            answer me 09-04 980 digital",
            "09-04 980 explained/subscription B",
        );
    }

    #[test]
    fn a_plan_paid_long_after_its_trial_was_taken_out_anew() {
        let plan = |paid: &str| {
            format!(
                "digital 05-05 A 0 item=Kindle_Unlimited signup\ndigital {paid} B 980 item=Kindle_Unlimited signup\ncharge {paid} 980 digital"
            )
        };
        check(&plan("09-12"), "09-12 980 ask/trial-ended B");
        check(&plan("09-13"), "09-13 980 explained/subscription B");
    }

    #[test]
    fn a_yearly_plan_beside_a_monthly_one_changes_no_price() {
        check(
            "digital 2025-08-01 A 5900 item=Prime_Membership renewal
            digital 08-01 B 5900 item=Prime_Membership renewal
            digital 08-20 C 600 item=Prime_Membership renewal
            digital 09-20 D 600 item=Prime_Membership renewal
            charge 08-01 5900 digital
            charge 08-20 600 digital
            charge 09-20 600 digital",
            "08-01 5900 explained/subscription B
            08-20 600 explained/subscription C
            09-20 600 explained/subscription D",
        );
    }

    #[test]
    fn two_channels_of_one_name_and_two_prices_change_none() {
        check(
            "digital 07-05 A 330 item=Prime_Video_Channel renewal
            digital 07-08 B 580 item=Prime_Video_Channel renewal
            digital 08-05 C 330 item=Prime_Video_Channel renewal
            digital 08-08 D 580 item=Prime_Video_Channel renewal
            charge 08-05 330 digital
            charge 08-08 580 digital",
            "08-05 330 explained/subscription C\n08-08 580 explained/subscription D",
        );
    }

    #[test]
    fn two_people_s_plans_of_one_name_are_two_plans() {
        check(
            "digital 07-05 A 980 item=Kindle_Unlimited renewal
            digital 08-05 B 980 item=Kindle_Unlimited renewal
            digital 09-05 C 980 item=Kindle_Unlimited renewal
            export Hanako.zip
            digital 08-20 D 0 item=Kindle_Unlimited signup
            digital 09-19 E 980 item=Kindle_Unlimited renewal
            charge 09-05 980 digital card=0001
            charge 09-19 980 digital card=0002",
            "09-05 980 explained/subscription C
            09-19 980 ask/trial-ended E",
        );
    }
}
