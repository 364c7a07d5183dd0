//! Values as text, so that what was read can be kept and added to on another day. What is read back was written by anybody: it is
//! checked as a file is, and what no file could say is refused.

use std::borrow::Cow;
use std::fmt::Display;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::sorted::Map;
use crate::{Currency, Money, OrderId, Place, SkipReason, SourceId, When};

/// The years of days that are read out of files, and one on either side for hours that fall on another day elsewhere.
const YEARS: std::ops::RangeInclusive<i32> = 1989..=2100;

/// Whether a file could speak of this day.
pub fn is_believed(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// All that a reading is decided by: a closed list, as each has words of its own.
const WHYS: [&str; 29] = [
    "columns:content",
    "columns:heading",
    "columns:person",
    "currency:above",
    "currency:column",
    "currency:person",
    "currency:region",
    "currency:script",
    "currency:words",
    "decimals:currency",
    "decimals:person",
    "decimals:sums",
    "order:days",
    "order:dense",
    "order:period",
    "order:person",
    "order:script",
    "order:sorted",
    "order:today",
    "order:writing",
    "sign:account",
    "sign:all",
    "sign:balance",
    "sign:columns",
    "sign:flag",
    "sign:heading",
    "sign:person",
    "sign:words",
    "sign:written",
];

/// A text that a value is read from.
fn text<'de, D: Deserializer<'de>, T>(from: D, read: impl FnOnce(&str) -> Option<T>) -> Result<T, D::Error> {
    let text = Cow::<str>::deserialize(from)?;
    // What it says is a person's, and no part of an error.
    read(&text).ok_or_else(|| D::Error::custom("not a value of a file"))
}

fn write<S: Serializer>(value: &impl Display, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(value)
}

/// `2026-11-22`, or nothing.
pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    let day = Option::<NaiveDate>::deserialize(from)?;
    if day.is_none_or(is_believed) { Ok(day) } else { Err(D::Error::custom("not a day of a file")) }
}

pub(crate) fn why<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<&'static str>, D::Error> {
    let found = Vec::<String>::deserialize(from)?;
    let known = |why: &String| WHYS.into_iter().find(|known| known == why);
    found
        .iter()
        .map(known)
        .collect::<Option<_>>()
        .ok_or_else(|| D::Error::custom("not a reason of a reading"))
}

/// How many rows were left out, by reason.
pub(crate) mod skipped {
    use std::collections::BTreeMap;

    use super::{Deserialize, Deserializer, Map, Serializer, SkipReason};

    pub(crate) fn serialize<S: Serializer>(skipped: &Map<SkipReason, u32>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(skipped.iter())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Map<SkipReason, u32>, D::Error> {
        Ok(BTreeMap::<SkipReason, u32>::deserialize(from)?.into_iter().collect())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from, Self::parse)
    }
}

/// `3980 JPY`.
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write(&format_args!("{} {}", self.value(), self.currency()), to)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from, |text| {
            let (value, currency) = text.split_once(' ')?;
            Self::new(value.parse().ok()?, Currency::parse(currency)?)
        })
    }
}

impl Serialize for OrderId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write(self, to)
    }
}

impl<'de> Deserialize<'de> for OrderId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from, Self::parse)
    }
}

/// `[2, 17]`, or `[2, 1, 17]` with a page.
impl Serialize for Place {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.page {
            None => [self.source.0, self.line].serialize(to),
            Some(page) => [self.source.0, page, self.line].serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match Vec::<u32>::deserialize(from)?[..] {
            [source, line] => Ok(Self::line(SourceId(source), line)),
            [source, page, line] => Ok(Self { source: SourceId(source), page: Some(page), line }),
            _ => Err(D::Error::custom("not a place in a file")),
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "kebab-case")]
        enum Said {
            Instant(DateTime<Utc>),
            Day(NaiveDate),
        }
        let (when, day) = match Said::deserialize(from)? {
            Said::Instant(instant) => (Self::Instant(instant), instant.date_naive()),
            Said::Day(day) => (Self::Day(day), day),
        };
        if is_believed(day) { Ok(when) } else { Err(D::Error::custom("not a day of a file")) }
    }
}
