//! Moments and days: exports write UTC instants, statements write local days.

use chrono::{DateTime, Duration, NaiveDate, Utc};

/// Minutes east of UTC. The person's own; the core never asks the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset(i32);

impl Offset {
    pub const JAPAN: Self = Self(9 * 60);
    pub const UTC: Self = Self(0);

    /// Reads `+09:00`, `-05:30`, `Z`. At most 14 hours either way.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "Z" {
            return Some(Self::UTC);
        }
        let (sign, rest) = match text.strip_prefix('+') {
            Some(rest) => (1, rest),
            None => (-1, text.strip_prefix('-')?),
        };
        let (hours, minutes) = rest.split_once(':')?;
        if hours.len() != 2 || minutes.len() != 2 {
            return None;
        }
        let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours <= 14 && minutes < 60).then(|| Self(sign * (hours * 60 + minutes)))
    }

    pub fn day(self, instant: DateTime<Utc>) -> NaiveDate {
        instant
            .naive_utc()
            .checked_add_signed(Duration::minutes(i64::from(self.0)))
            .unwrap_or_else(|| instant.naive_utc())
            .date()
    }
}

/// When something happened, as exactly as the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "held", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum When {
    /// An instant, in UTC.
    Instant(DateTime<Utc>),
    /// A local day, of unknown hour.
    Day(NaiveDate),
}

impl When {
    /// The local day it falls on.
    pub fn day(self, offset: Offset) -> NaiveDate {
        match self {
            Self::Instant(instant) => offset.day(instant),
            Self::Day(day) => day,
        }
    }
}
