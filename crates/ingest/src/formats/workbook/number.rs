//! What a number in a cell says: a sum, a day or a time, by the format it is shown in.

use chrono::{Days, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// How a cell's format shows numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    Number,
    Moment,
    /// `[h]:mm`, which counts on after 24 hours.
    Duration,
}

/// Days are counted from one of two days, by the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    Of1900,
    Of1904,
}

/// 9999-12-31, the last day that a workbook knows.
const LAST_DAY: u32 = 2_958_465;
/// How many days later the count of 1904 begins.
const BETWEEN_EPOCHS: u32 = 1_462;
const SECONDS_OF_DAY: u32 = 86_400;

impl Shows {
    /// Formats that a book names by their number alone; those of East Asia are days and times.
    pub(super) fn of_builtin(id: u16) -> Self {
        match id {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Moment,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// By the first section of a format's own code: `yyyy"年"m"月"d"日"`, `#,##0.00;[Red]-#,##0.00`.
    pub(super) fn of_code(code: &str) -> Self {
        let mut chars = code.chars();
        let mut brackets = String::new();
        while let Some(c) = chars.next() {
            match c {
                // The next one stands for itself, for its width, or fills the cell.
                '\\' | '_' | '*' => drop(chars.next()),
                '"' => drop(chars.find(|&c| c == '"')),
                '[' => {
                    brackets.clear();
                    brackets.extend(chars.by_ref().take_while(|&c| c != ']'));
                    let counts = |unit| {
                        !brackets.is_empty() && brackets.chars().all(|c| c.eq_ignore_ascii_case(&unit))
                    };
                    if ['h', 'm', 's'].into_iter().any(counts) {
                        return Self::Duration;
                    }
                }
                ';' => return Self::Number,
                'G' | 'g' if is_general(chars.as_str()) => return Self::Number,
                'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => return Self::Moment,
                _ => {}
            }
        }
        Self::Number
    }
}

fn is_general(rest: &str) -> bool {
    rest.get(..6).is_some_and(|rest| rest.eq_ignore_ascii_case("eneral"))
}

/// A number as a person would write it: days as 2026-10-03, sums without a float's noise.
pub(super) fn text(number: Decimal, shows: Shows, epoch: Epoch) -> String {
    let special = match shows {
        Shows::Number => None,
        Shows::Moment => moment(number, epoch),
        Shows::Duration => duration(number),
    };
    special.unwrap_or_else(|| number.normalize().to_string())
}

/// Excel keeps and shows 15 digits; what a float has beyond them was never in the sheet. `None` for what no sum can be.
pub(super) fn of_float(number: f64) -> Option<Decimal> {
    Decimal::from_scientific(&format!("{number:.14e}")).ok()
}

/// A time of day alone keeps its time; of anything else the day is what counts.
fn moment(number: Decimal, epoch: Epoch) -> Option<String> {
    let (mut days, mut seconds) = days_and_seconds(number)?;
    if seconds == SECONDS_OF_DAY {
        (days, seconds) = (days + 1, 0);
    }
    if number < Decimal::ONE && epoch == Epoch::Of1900 {
        return Some(clock(0, seconds));
    }
    let days = if epoch == Epoch::Of1904 { days.checked_add(BETWEEN_EPOCHS)? } else { days };
    // The count has a 29th of February 1900, which never was.
    let days = if days < 60 { days + 1 } else { days };
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days.into()))?;
    (days <= LAST_DAY).then(|| day.to_string())
}

fn duration(number: Decimal) -> Option<String> {
    let (days, seconds) = days_and_seconds(number)?;
    Some(clock(days.checked_mul(24)?, seconds))
}

fn clock(hours: u32, seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", hours + seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

fn days_and_seconds(number: Decimal) -> Option<(u32, u32)> {
    if number.is_sign_negative() && !number.is_zero() {
        return None;
    }
    let days = number.trunc().to_u32().filter(|&days| days <= LAST_DAY)?;
    let seconds = number.fract().checked_mul(SECONDS_OF_DAY.into())?;
    let seconds = seconds.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Some((days, seconds.to_u32()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_whether_its_numbers_are_days() {
        for (code, expect) in [
            ("General", Shows::Number),
            ("yyyy/mm/dd", Shows::Moment),
            ("m\"月\"d\"日\"", Shows::Moment),
            ("[$-411]ggge\"年\"m\"月\"d\"日\";@", Shows::Moment),
            ("h:mm AM/PM", Shows::Moment),
            ("[h]:mm:ss", Shows::Duration),
            ("[Red][mm]:ss", Shows::Duration),
            ("#,##0", Shows::Number),
            ("\"$\"#,##0_);[Red](\"$\"#,##0)", Shows::Number),
            ("#,##0.00\\ \"days\"", Shows::Number),
            ("#,##0*y", Shows::Number),
            ("0.00E+00", Shows::Number),
            ("_-* #,##0\\ [$¥-411]_-", Shows::Number),
            ("\\", Shows::Number),
            ("\"never closed", Shows::Number),
            ("[never closed", Shows::Number),
        ] {
            assert_eq!(Shows::of_code(code), expect, "{code}");
        }
    }

    #[test]
    fn a_number_is_written_as_it_is_shown() {
        for (number, shows, epoch, expect) in [
            ("45931", Shows::Moment, Epoch::Of1900, "2025-10-01"),
            ("45931.99999999", Shows::Moment, Epoch::Of1900, "2025-10-02"),
            ("44469", Shows::Moment, Epoch::Of1904, "2025-10-01"),
            ("1", Shows::Moment, Epoch::Of1900, "1900-01-01"),
            ("61", Shows::Moment, Epoch::Of1900, "1900-03-01"),
            ("0.75", Shows::Moment, Epoch::Of1900, "18:00:00"),
            ("1.5", Shows::Duration, Epoch::Of1900, "36:00:00"),
            ("2958465", Shows::Moment, Epoch::Of1900, "9999-12-31"),
            // No day: the number stays, and its row tells.
            ("2958466", Shows::Moment, Epoch::Of1900, "2958466"),
            ("-1", Shows::Moment, Epoch::Of1900, "-1"),
            ("42.990", Shows::Number, Epoch::Of1900, "42.99"),
        ] {
            assert_eq!(text(number.parse().unwrap(), shows, epoch), expect, "{number}");
        }
        assert_eq!(of_float(0.1 + 0.2).unwrap().normalize().to_string(), "0.3");
        for nothing in [f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(of_float(nothing), None);
        }
    }
}
