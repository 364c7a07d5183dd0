#![doc = include_str!("could_be_plan.md")]

use chrono::NaiveDate;
use mioboe_model::sorted::Map;
use mioboe_model::{Charge, Status};
use mioboe_reconcile::Service;

use crate::plans::{Cadence, plans_priced};
use crate::{Facts, GapKind, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "could-be-plan",
    speaks_of: &["could-be-plan"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("could_be_plan.md"),
    run: could_be_plan,
};

/// What checks whether a card works is this small, in the currency's smallest coins: 1, 11 or 100 yen, up to a dollar.
const CHECK: i64 = 110;

/// What charges that recur have in common: service, sum, card.
type Alike<'a> = (Service, String, Option<&'a str>);

fn could_be_plan(facts: &Facts<'_>) -> Vec<Opinion> {
    let mut opinions = Vec::new();
    let mut alike: Map<Alike<'_>, Vec<(NaiveDate, usize)>> = Map::new();
    for (index, charge) in facts.open_debits().filter(|(index, charge)| is_open(facts, *index, charge)) {
        let service = facts.service(index);
        opinions.extend(plan(facts, index, charge));
        if facts.is_asked(index) && charge.amount.minor().is_some_and(|minor| minor <= CHECK) {
            opinions.push(note("small-check", vec![index]).told(facts));
        }
        if let Some(day) = charge.date.filter(|_| facts.plan_of(index).is_none()) {
            let key = (service, charge.amount.plain(), charge.card.as_deref());
            alike.entry(key).or_default().push((day, index));
        }
    }
    for mut days in alike.into_values() {
        days.sort_unstable();
        let is_monthly = |pair: &[(NaiveDate, usize)]| match pair {
            [(a, _), (b, _)] => Cadence::Month.fits((*b - *a).num_days()),
            _ => false,
        };
        if 2 <= days.len() && days.windows(2).all(is_monthly) {
            let charges: Vec<usize> = days.iter().map(|&(_, index)| index).collect();
            let count = charges.len();
            opinions.push(note("recurs-monthly", charges).told(facts).with("count", count));
        }
    }
    opinions
}

fn note(rule: &'static str, charges: Vec<usize>) -> Opinion {
    let mut note = Opinion::note(rule, Level::Info);
    note.charges = charges;
    note
}

/// Nothing was given that could account for it: the sum, the day and the text are all there is.
fn is_open(facts: &Facts<'_>, index: usize, charge: &Charge) -> bool {
    let is_bare = match facts.coverage.gap(index) {
        Some(GapKind::NoOrderFile | GapKind::NoDigitalFile) => true,
        Some(_) => facts.is_asked(index),
        None => false,
    };
    is_bare && charge.status == Status::Posted && !Facts::is_family(charge) && !facts.is_settled(index)
}

/// The plans that cost just this on that day, under a name that plans are charged under.
fn plan(facts: &Facts<'_>, index: usize, charge: &Charge) -> Option<Opinion> {
    let service = facts.service(index);
    let hides_plans =
        matches!(service, Service::AmazonRetail | Service::AmazonDigital | Service::AmazonOther);
    if !(hides_plans || service.is_plan()) || facts.plan_of(index).is_some() {
        return None;
    }
    // Where they do not know the day, it was not long ago.
    let mut fitting = plans_priced(charge.amount, charge.date.unwrap_or(facts.today));
    fitting.retain(|price| hides_plans || price.service == service);
    let mut names: Vec<&str> = Vec::new();
    for price in fitting {
        if !names.contains(&price.plan) {
            names.push(price.plan);
        }
    }
    let first = match names.first() {
        Some(first) => first,
        // The text names it, whatever it costs.
        None if service.is_plan() => service.code(),
        None => return None,
    };
    let opinion = Opinion::ask("could-be-plan", index, 40).told(facts).with("plan", first);
    Some(opinion.with("plans", names.join(",")).with("count", names.len().max(1)))
}

impl Facts<'_> {
    /// The person asks about this very charge, and has not said that they know it.
    pub fn is_asked(&self, charge: usize) -> bool {
        let source =
            self.charge(charge).and_then(|row| self.reading.sources.get(row.place.source.0 as usize));
        source.is_some_and(|source| source.kind.is_asked_about()) && !self.is_settled(charge)
    }
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    #[test]
    fn the_price_of_a_plan_on_that_day_is_asked_about() {
        let case = "charge 09-10 600 retail";
        check(case, "09-10 600 ask/could-be-plan");
        finds(case, "could-be-plan", "09-10 plan=prime plans=prime count=1 amount=600");
        // Prime cost 500 yen until 2023.
        check("charge 2023-08-10 600 retail", "2023-08-10 600 notCovered/-");
        finds("charge 2023-08-10 500 retail", "could-be-plan", "2023-08-10 plan=prime");
    }

    #[test]
    fn several_plans_of_one_price_are_all_named() {
        finds(
            "charge 09-10 980 digital",
            "could-be-plan",
            "09-10 count=2 plan=kindle-unlimited plans=kindle-unlimited,kids-plus",
        );
        finds("charge 09-10 990 retail", "could-be-plan", "09-10 count=2");
    }

    #[test]
    fn a_channel_s_price_and_a_trial_s_are_asked_about_and_never_explain() {
        for (sum, plan) in [
            ("660", "channel-d-anime-store"),
            ("499", "kindle-unlimited-trial,channel-my-hero"),
            ("199", "kindle-unlimited-trial"),
        ] {
            let case = format!("charge 09-10 {sum} retail");
            check(&case, &format!("09-10 {sum} ask/could-be-plan"));
            let months = format!("charge 07-10 {sum} retail\ncharge 08-10 {sum} retail\n{case}");
            check(
                &months,
                &["07", "08", "09"].map(|it| format!("{it}-10 {sum} ask/subscription-unproven")).join("\n"),
            );
            finds(&case, "could-be-plan", &format!("09-10 plans={plan}"));
        }
    }

    #[test]
    fn a_name_says_which_plan_whatever_it_costs() {
        finds("typed ? 777 prime", "could-be-plan", "- plan=amazon-prime count=1");
        finds("typed ? 600 prime", "could-be-plan", "- plan=prime count=1");
    }

    #[test]
    fn where_orders_are_known_the_price_alone_says_nothing() {
        let orders = "order 09-01 A 500\norder 09-20 B 700";
        stays_quiet(&format!("{orders}\ncharge 10-10 600 retail"), "could-be-plan");
        stays_quiet(&format!("{orders}\ncharge 09-10 600 retail"), "could-be-plan");
        finds(&format!("{orders}\ntyped 10-10 600 retail"), "could-be-plan", "10-10");
        finds(&format!("{orders}\ncharge 09-10 600 digital"), "could-be-plan", "09-10");
    }

    #[test]
    fn other_sums_and_names_under_which_no_plan_is_charged_stay_open() {
        for charge in ["09-10 3980 retail", "09-10 600 market", "09-10 601 retail"] {
            stays_quiet(&format!("charge {charge}"), "could-be-plan");
        }
    }

    #[test]
    fn who_knows_the_charge_is_not_asked() {
        stays_quiet("charge 09-10 600 retail\nanswer me 09-10 600 retail", "could-be-plan");
    }

    #[test]
    fn a_sum_that_only_tests_a_card_is_pointed_out() {
        for sum in ["1", "11", "100", "1.00USD"] {
            finds(&format!("typed 09-10 {sum} retail"), "small-check", "09-10");
        }
        stays_quiet("typed 09-10 250 retail", "small-check");
        stays_quiet("charge 09-10 100 retail", "small-check");
    }

    #[test]
    fn what_comes_back_month_by_month_is_pointed_out_once() {
        finds(
            "charge 09-10 777 retail\ncharge 10-10 777 retail",
            "recurs-monthly",
            "09-10 10-10 count=2 amount=777",
        );
        // From the third month on it is taken for a plan, and asked about as one.
        stays_quiet(
            "charge 08-10 777 retail\ncharge 09-10 777 retail\ncharge 10-10 777 retail",
            "recurs-monthly",
        );
        stays_quiet("charge 08-10 777 retail\ncharge 08-20 777 retail", "recurs-monthly");
        stays_quiet("charge 08-10 777 retail\ncharge 09-10 778 retail", "recurs-monthly");
    }
}
