#![doc = include_str!("charged_after_cancelling.md")]

use chrono::NaiveDate;
use mioboe_model::sorted::Set;
use mioboe_model::text::fold;
use mioboe_model::{Charge, PlanState, Renewal as RenewalKind, Status};
use mioboe_reconcile::Link;

use crate::plans::plan_of_state;
use crate::{Facts, Opinion, Plan, Rule};

pub(super) const RULE: Rule = Rule {
    name: "charged-after-cancelling",
    speaks_of: &["charged-after-cancelling"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("charged_after_cancelling.md"),
    run: charged_after_cancelling,
};

/// The last period may still be billed on the day the plan ends.
const GRACE_DAYS: i64 = 2;
/// How sure it is where no order says so.
const WITHOUT_ORDER: u8 = 75;

fn charged_after_cancelling(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut opinions = Vec::new();
    for state in &facts.reading.plans {
        let Some(ended) = state.ended.map(|when| when.day(facts.offset)) else { continue };
        let is_late = |day: NaiveDate| (day - ended).num_days() > GRACE_DAYS;
        let by_period = facts
            .reading
            .periods
            .iter()
            .filter(|period| period.plan == state.plan && is_late(period.from.day(facts.offset)))
            .filter_map(|period| facts.found.book.order(period.order_id.as_ref()?));
        let plan = plan_of_state(&facts.plans, state, facts.reading, facts.found, facts.offset);
        let plan = plan.and_then(|index| facts.plans.get(index));
        // Where no period names its order, the plan's later orders tell as much.
        let by_order = plan
            .into_iter()
            .flat_map(|plan| &plan.periods)
            .filter(|period| {
                is_late(period.day) && !is_taken_out_again(facts, state, ended, period.day, plan)
            })
            .filter_map(|period| period.order);
        let orders: Set<usize> = by_period.chain(by_order).collect();
        let ordered = orders.into_iter().flat_map(|order| facts.linked_to(order));
        let ordered =
            ordered.filter(|(_, row, link)| !row.amount.is_credit() && !came_back(facts, row, link));
        let ordered = ordered.map(|(charge, _, link)| (charge, link.confidence, link.orders.as_slice()));
        // A charge like the plan's own needs no order to be one too many, where the files go on after its day.
        let without_order = facts.open_debits().filter_map(|(charge, row)| {
            let (plan, day) = (plan?, row.date?);
            let is_its = facts.settled_service(charge) == plan.service
                && plan.is_like(row.amount, day)
                // Another plan of this price and day goes on.
                && !facts.plans.iter().any(|other| {
                    !std::ptr::eq(other, plan)
                        && other.proven
                        && other.is_like(row.amount, day)
                        && other.ended.is_none_or(|ended| day <= ended)
                });
            let is_known = facts.coverage.orders_until(None).is_some_and(|until| day <= until);
            let again = || is_taken_out_again(facts, state, ended, day, Some(plan));
            (row.status == Status::Posted && is_its && is_known && is_late(day) && !again()).then_some((
                charge,
                WITHOUT_ORDER,
                &[][..],
            ))
        });
        for (charge, confidence, orders) in ordered.chain(without_order) {
            let opinion =
                Opinion::flagged("charged-after-cancelling", charge, confidence).orders(orders).told(facts);
            let name = plan.map(|plan| plan.name.as_str()).or_else(|| facts.item_of(*orders.first()?));
            opinions.push(opinion.with("plan", name.unwrap_or_default()).with("until", ended));
        }
    }
    opinions
}

/// Its sum was given back since, for this order or for one of several that it may have been given back for.
fn came_back(facts: &Facts<'_>, row: &Charge, link: &Link) -> bool {
    facts.linked().any(|(_, other, refund)| {
        other.amount.is_credit()
            && other.amount.abs() == row.amount
            && other.date >= row.date
            && (refund.orders == link.orders || refund.alternatives.contains(&link.orders))
    })
}

/// The plan was begun anew after its end: by a sign-up, or by another subscription that began since.
fn is_taken_out_again(
    facts: &Facts<'_>,
    ended: &PlanState,
    since: NaiveDate,
    day: NaiveDate,
    plan: Option<&Plan>,
) -> bool {
    let begun_in = |from: NaiveDate| (since..=day).contains(&from);
    let other = facts.reading.plans.iter().filter(|other| other.plan != ended.plan);
    let by_state = other.filter_map(|other| other.since).any(|other| begun_in(other.day(facts.offset)));
    let mut sign_ups =
        facts.reading.digital.iter().filter(|digital| digital.renewal == Some(RenewalKind::Signup));
    let name = plan.map(|plan| fold(&plan.name));
    by_state
        || sign_ups
            .any(|digital| begun_in(digital.ordered.day(facts.offset)) && name == Some(fold(&digital.item)))
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    const PLAN: &str = "
        digital 07-05 A 980 item=Kindle_Unlimited signup
        digital 08-05 B 980 item=Kindle_Unlimited renewal
        digital 09-05 C 980 item=Kindle_Unlimited renewal
        charge 07-05 980 digital
        charge 08-05 980 digital
        charge 09-05 980 digital";

    #[test]
    fn a_period_billed_after_the_end_is_flagged() {
        let case = format!("{PLAN}\nperiod 08-05 S1 B\nperiod 09-05 S1 C\nplan S1 ended=08-20");
        check(
            &case,
            "07-05 980 explained/subscription A
            08-05 980 explained/subscription B
            09-05 980 flagged/charged-after-cancelling C",
        );
        finds(&case, "charged-after-cancelling", "09-05 plan=Kindle Unlimited until=2026-08-20");
    }

    #[test]
    fn a_later_order_of_the_plan_tells_as_much_as_a_period() {
        let case = format!("{PLAN}\nplan S1 since=07-05 ended=08-20");
        finds(&case, "charged-after-cancelling", "09-05 plan=Kindle Unlimited");
    }

    #[test]
    fn a_charge_like_the_plan_s_needs_no_order_to_be_one_too_many() {
        let plan = "
            digital 07-05 A 1500 item=Audible signup
            digital 08-05 B 1500 item=Audible renewal
            order 10-20 D 500
            charge 07-05 1500 audible
            charge 08-05 1500 audible
            plan S1 since=07-05 ended=08-20";
        finds(
            &format!("{plan}\ncharge 09-05 1500 audible"),
            "charged-after-cancelling",
            "09-05 plan=Audible",
        );
        // The plain digital name counts on the plan's own day.
        finds(
            &format!("{plan}\ncharge 09-05 1500 digital"),
            "charged-after-cancelling",
            "09-05 plan=Audible",
        );
        for other in ["09-20 1500 digital", "09-05 980 audible", "08-21 1500 audible", "11-05 1500 audible"] {
            stays_quiet(&format!("{plan}\ncharge {other}"), "charged-after-cancelling");
        }
        let again = format!("{plan}\nplan S2 since=09-05\ncharge 09-05 1500 audible");
        stays_quiet(&again, "charged-after-cancelling");
    }

    #[test]
    fn the_last_period_may_be_billed_on_the_day_of_the_end() {
        stays_quiet(&format!("{PLAN}\nplan S1 since=07-05 ended=09-04"), "charged-after-cancelling");
    }

    #[test]
    fn who_takes_the_plan_out_again_is_charged_rightly() {
        let again = format!("{PLAN}\nplan S1 since=07-05 ended=08-20\nplan S2 since=09-05");
        stays_quiet(&again, "charged-after-cancelling");
        let signed_up = "
            digital 07-05 A 980 item=Kindle_Unlimited signup
            digital 09-05 B 980 item=Kindle_Unlimited signup
            charge 09-05 980 digital
            plan S1 since=07-05 ended=08-20";
        stays_quiet(signed_up, "charged-after-cancelling");
    }

    #[test]
    fn of_two_plans_begun_on_one_day_nobody_knows_which_one_ended() {
        let other = "digital 07-05 D 480 item=Music_Unlimited signup\ncharge 07-05 480 digital";
        let case = format!("{PLAN}\n{other}\nplan S1 since=07-05 ended=08-20");
        stays_quiet(&case, "charged-after-cancelling");
    }

    /// Two channels of one name and price, billed on two days; the first ends.
    const TWO: &str = "
        digital 07-05 A 330 item=Prime_Video_Channel signup
        digital 07-17 B 330 item=Prime_Video_Channel signup
        digital 08-05 C 330 item=Prime_Video_Channel renewal
        digital 08-17 D 330 item=Prime_Video_Channel renewal
        digital 09-17 E 330 item=Prime_Video_Channel renewal
        charge 07-05 330 digital
        charge 07-17 330 digital
        charge 08-05 330 digital
        charge 08-17 330 digital
        charge 09-17 330 digital";

    #[test]
    fn the_end_of_one_of_two_plans_of_a_name_says_nothing_of_the_other() {
        let ended =
            "period 07-05 S1 A\nperiod 08-05 S1 C\nperiod 07-17 S2 B\nplan S1 since=07-05 ended=08-06";
        stays_quiet(&format!("{TWO}\n{ended}"), "charged-after-cancelling");
        stays_quiet(&format!("{TWO}\nplan S1 since=07-05 ended=08-06"), "charged-after-cancelling");
        // Its own next period is one too many.
        let more = "digital 09-05 F 330 item=Prime_Video_Channel renewal\ncharge 09-05 330 digital";
        finds(&format!("{TWO}\n{more}\n{ended}"), "charged-after-cancelling", "09-05");
    }

    #[test]
    fn the_end_of_one_plan_says_nothing_of_another() {
        let case = format!("{PLAN}\nplan S9 since=2025-01-10 ended=2025-03-10");
        stays_quiet(&case, "charged-after-cancelling");
        stays_quiet(PLAN, "charged-after-cancelling");
    }

    #[test]
    fn a_charge_after_the_end_that_came_back_is_settled() {
        let case = format!("{PLAN}\nplan S1 since=07-05 ended=08-20");
        stays_quiet(&format!("{case}\ncredit 09-08 980 digital"), "charged-after-cancelling");
        finds(&format!("{case}\ncredit 09-04 980 digital"), "charged-after-cancelling", "09-05");
        // A part is not the whole.
        finds(&format!("{case}\ncredit 09-08 500 digital"), "charged-after-cancelling", "09-05");
    }
}
