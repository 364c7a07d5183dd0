//! The case in the order of days: charges, their orders and refunds, and what was done about them.

use super::{View, number};
use crate::{EntryKind, TimelineEntry};
use mioboe_model::sorted::Set;

fn entry(day: &str, what: EntryKind) -> TimelineEntry {
    TimelineEntry {
        day: day.to_owned(),
        what,
        charge: None,
        order: None,
        refund: None,
        step: None,
        whom: None,
        note: String::new(),
    }
}

impl View<'_> {
    pub(super) fn timeline(&self, asked: &[usize]) -> Vec<TimelineEntry> {
        let mut entries = Vec::new();
        let mut orders = Set::new();
        for order in self.orders(asked) {
            orders.insert(order.order_id.as_str());
            let of = |day: &String, what| TimelineEntry {
                order: Some(order.order_id.clone()),
                ..entry(day, what)
            };
            entries.extend(order.ordered.iter().map(|day| of(day, EntryKind::Ordered)));
            let shipped: Set<&String> = order.shipped.iter().collect();
            entries.extend(shipped.into_iter().map(|day| of(day, EntryKind::Shipped)));
        }
        let is_asked: Set<usize> = asked.iter().copied().collect();
        // Where nobody is asked about anything, no charge belongs to it.
        let charges = if asked.is_empty() { &[] } else { self.report.charges.as_slice() };
        for (at, charge) in charges.iter().enumerate() {
            let concerns = is_asked.contains(&at)
                || charge.orders.iter().any(|order| orders.contains(order.order_id.as_str()));
            if let Some(day) = charge.date.as_ref().filter(|_| concerns) {
                let back = charge.amount.starts_with('-');
                let what = if back { EntryKind::Refund } else { EntryKind::Charge };
                entries.push(TimelineEntry { charge: Some(charge.id.clone()), ..entry(day, what) });
            }
        }
        for (at, refund) in self.report.refunds.iter().enumerate() {
            // Where the money came, its row on the statement says so.
            if refund.state != "came" && orders.contains(refund.order_id.as_str()) {
                entries.push(TimelineEntry {
                    refund: Some(number(at)),
                    order: Some(refund.order_id.clone()),
                    ..entry(&refund.date, EntryKind::Promised)
                });
            }
        }
        for step in &self.said.steps {
            if let Some(day) = &step.done_on {
                entries.push(TimelineEntry {
                    step: Some(step.step.clone()),
                    note: step.note.clone(),
                    ..entry(day, EntryKind::Done)
                });
            }
        }
        for contact in &self.said.contacts {
            entries.push(TimelineEntry {
                whom: Some(contact.whom.clone()),
                note: contact.answer.clone(),
                ..entry(&contact.day, EntryKind::Contact)
            });
        }
        // Sorting keeps the order above within a day: ordered, shipped, charged, promised, done, told.
        entries.sort_by(|a, b| a.day.cmp(&b.day));
        entries
    }
}
