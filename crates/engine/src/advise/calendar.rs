//! Days for a calendar: each limit that is still open, and the monthly check.

use chrono::{Datelike, Months};
use mioboe_model::sorted::Set;

use super::View;
use crate::{ClockFrom, Plan, Reminder, ReminderClock};

/// A day that every month has.
const LAST_EVERYWHERE: u32 = 28;

impl View<'_> {
    /// Steps that have a day and are not done, one entry for each day on which a limit ends; and the monthly check.
    pub(super) fn reminders(&self, plan: &Plan) -> Vec<Reminder> {
        let mut reminders = Vec::new();
        let mut ids = Set::new();
        for step in plan.steps.iter().filter(|step| !step.done) {
            for clock in Self::open_days(step).into_values() {
                let id = format!("{}-{}", clock.id, clock.day);
                if ids.insert(id.clone()) {
                    reminders.push(Reminder {
                        id,
                        day: clock.day.clone(),
                        step: step.step.clone(),
                        clock: Some(match clock.from {
                            _ if !clock.exact => ReminderClock::Earliest,
                            ClockFrom::Charge => ReminderClock::Charge,
                            ClockFrom::Statement => ReminderClock::Statement,
                        }),
                        monthly: false,
                    });
                }
            }
        }
        let day = self.today.with_day(self.today.day().min(LAST_EVERYWHERE)).unwrap_or(self.today);
        reminders.push(Reminder {
            id: "monthly-check".to_owned(),
            day: day.checked_add_months(Months::new(1)).unwrap_or(day).to_string(),
            step: "monthly-check".to_owned(),
            clock: None,
            monthly: true,
        });
        reminders
    }
}
