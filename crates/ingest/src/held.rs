//! What was read of files, without the files: to be kept, and added to on another day.
//!
//! It is what the readers gave, before anything was joined or dropped. So files that come later are told from it and put together with
//! it just as if all had come at once.

use mioboe_model::sorted::{Map, Set};
use mioboe_model::{Place, Reading, SkipReason, Source, SourceId, SourceKind};
use serde::{Deserialize, Serialize};

use crate::formats::orders;

/// More rows are not held: a household of five with ten years of orders has half of them.
pub const MOST_HELD: usize = 20_000;

/// More files than anybody keeps at once.
const MOST_SOURCES: usize = 1000;

/// What was read, before it is joined.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    reading: Reading,
    parts: orders::Parts,
}

impl Held {
    pub(crate) fn new(reading: &Reading, parts: &orders::Parts) -> Option<Self> {
        (rows(reading, parts) <= MOST_HELD).then(|| Self { reading: reading.clone(), parts: parts.clone() })
    }

    pub(crate) fn into_parts(self) -> (Reading, orders::Parts) {
        (self.reading, self.parts)
    }

    /// Whether readers could have given this. To be asked of what came from outside, which then has its files numbered.
    #[must_use]
    pub fn checked(mut self) -> Option<Self> {
        if MOST_HELD < rows(&self.reading, &self.parts) || MOST_SOURCES < self.reading.sources.len() {
            return None;
        }
        let sources = &mut self.reading.sources;
        for (id, source) in (0..).map(SourceId).zip(sources.iter_mut()) {
            source.id = id;
        }
        let are_told = sources.iter().all(is_sound);
        let count = sources.len();
        let are_there = self.places().all(|place| (place.source.0 as usize) < count);
        let is_whole = self.reading.digital.iter().all(|order| !order.places.is_empty());
        (are_told && are_there && is_whole).then_some(self)
    }

    fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        let Reading {
            sources: _,
            charges,
            orders,
            digital,
            refunds,
            payments,
            periods,
            plans,
            events,
            mails,
        } = &mut self.reading;
        let charges = charges.iter_mut().map(|row| &mut row.place);
        let orders = orders.iter_mut().map(|row| &mut row.place);
        let digital = digital.iter_mut().flat_map(|row| &mut row.places);
        let refunds = refunds.iter_mut().map(|row| &mut row.place);
        let payments = payments.iter_mut().map(|row| &mut row.place);
        let periods = periods.iter_mut().map(|row| &mut row.place);
        let plans = plans.iter_mut().map(|row| &mut row.place);
        let events = events.iter_mut().map(|row| &mut row.place);
        let mails = mails.iter_mut().map(|row| &mut row.place);
        let orders = charges.chain(orders).chain(digital).chain(refunds).chain(payments);
        orders.chain(periods).chain(plans).chain(events).chain(mails).chain(self.parts.places())
    }

    /// Without the files of which everything stands in others too. `joined`: what was made of it, perhaps with more behind it.
    pub(crate) fn without_repeats(mut self, joined: &Reading) -> Self {
        let gone = self.repeats(joined);
        if gone.is_empty() {
            return self;
        }
        let is_gone = |place: Place| gone.contains(&place.source);
        let Reading { sources, charges, orders, digital, refunds, payments, periods, plans, events, mails } =
            &mut self.reading;
        sources.retain(|source| !gone.contains(&source.id));
        charges.retain(|row| !is_gone(row.place));
        orders.retain(|row| !is_gone(row.place));
        digital.retain(|row| !row.places.first().is_some_and(|&place| is_gone(place)));
        refunds.retain(|row| !is_gone(row.place));
        payments.retain(|row| !is_gone(row.place));
        periods.retain(|row| !is_gone(row.place));
        plans.retain(|row| !is_gone(row.place));
        events.retain(|row| !is_gone(row.place));
        mails.retain(|row| !is_gone(row.place));
        self.parts.let_go(&is_gone);
        let numbers: Map<SourceId, SourceId> =
            self.reading.sources.iter().map(|source| source.id).zip((0..).map(SourceId)).collect();
        for source in &mut self.reading.sources {
            source.id = numbers.get(&source.id).copied().unwrap_or_default();
        }
        for place in self.places() {
            place.source = numbers.get(&place.source).copied().unwrap_or_default();
        }
        self
    }

    /// Files of which nothing counts: tables of no use, and those whose rows all stand in others.
    fn repeats(&mut self, joined: &Reading) -> Set<SourceId> {
        let told = self.told();
        let nothing = Told::default();
        let of = |id: SourceId| told.get(&id).unwrap_or(&nothing);
        let in_parts: Set<SourceId> = self.parts.places().map(|place| place.source).collect();
        let stays = remaining(joined);
        let mut gone = Set::new();
        for (source, after) in self.reading.sources.iter().zip(&joined.sources) {
            let own = of(source.id);
            let says_all = |other: &Source| {
                other.id != source.id
                    && other.format == source.format
                    && !gone.contains(&other.id)
                    && own.what.iter().all(|what| of(other.id).what.contains(what))
            };
            // Of rows that are put together with others, only the count tells.
            let is_empty = if in_parts.contains(&source.id) {
                after.used <= own.uncounted
            } else {
                !stays.contains(&source.id)
            };
            let is_repeated = 0 < source.used
                && is_empty
                && (0 < own.uncounted || after.skipped.contains_key(&SkipReason::SeenInOtherFile))
                && (own.what.is_empty() || self.reading.sources.iter().any(says_all));
            if source.kind == SourceKind::Ignored || is_repeated {
                gone.insert(source.id);
            }
        }
        gone
    }

    fn told(&self) -> Map<SourceId, Told> {
        let Reading { orders, periods, mails, .. } = &self.reading;
        let mut told: Map<SourceId, Told> = Map::new();
        for row in orders {
            told.entry(row.place.source).or_default().what.insert(row.order_id.to_string());
        }
        let periods = periods.iter().map(|row| {
            let what = (&row.plan, row.order_id, row.from, row.to, row.amount);
            (row.place, format!("{what:?}"))
        });
        let mails = mails.iter().map(|row| {
            let what = (&row.from_address, &row.subject, &row.text, row.date);
            (row.place, format!("{what:?}"))
        });
        for (place, what) in periods.chain(mails).chain(self.parts.destinations()) {
            let told = told.entry(place.source).or_default();
            told.what.insert(what);
            told.uncounted += 1;
        }
        told
    }
}

/// The files of which something counts.
fn remaining(joined: &Reading) -> Set<SourceId> {
    let Reading { charges, orders, digital, refunds, payments, plans, events, .. } = joined;
    let places = charges.iter().map(|row| row.place).chain(orders.iter().map(|row| row.place));
    let places = places.chain(digital.iter().flat_map(|row| row.places.iter().copied()));
    let places =
        places.chain(refunds.iter().map(|row| row.place)).chain(payments.iter().map(|row| row.place));
    let places = places.chain(plans.iter().map(|row| row.place)).chain(events.iter().map(|row| row.place));
    places.map(|place| place.source).collect()
}

/// What another file must tell too before this one can be let go.
#[derive(Default)]
struct Told {
    /// Its orders, and what does no harm where two files tell it, so that nobody takes it out of one of them.
    what: Set<String>,
    /// How many rows are of the second kind.
    uncounted: u32,
}

fn rows(reading: &Reading, parts: &orders::Parts) -> usize {
    let Reading { sources: _, charges, orders, digital, refunds, payments, periods, plans, events, mails } =
        reading;
    let of_orders = orders.len() + digital.len() + refunds.len() + payments.len() + parts.len();
    charges.len() + of_orders + periods.len() + plans.len() + events.len() + mails.len()
}

/// What a report says of a file is what a reader would say: rows that add up, and names that are ours.
fn is_sound(source: &Source) -> bool {
    let rows = source.skipped.values().try_fold(source.used, |rows, &more| rows.checked_add(more));
    let is_name = |name: &Option<String>| {
        let is_ours = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
        name.as_ref().is_none_or(|name| name.len() <= 60 && name.bytes().all(is_ours))
    };
    rows == Some(source.rows) && is_name(&source.format) && is_name(&source.encoding)
}
