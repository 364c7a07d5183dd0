//! QIF: a letter and a value a line, `^` between bookings. Nothing in it says whether day or month stands first.

use mioboe_model::{Problem, ProblemCode, SkipReason};

use super::super::survey::order_of;
use super::{Entries, Entry, join};
use crate::field::{DecimalMark, day, sum};

pub(super) fn claims(text: &str) -> bool {
    let start = text.trim_start();
    ["!Type:", "!Account", "!Option:"]
        .iter()
        .any(|word| start.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word)))
}

pub(super) fn read(text: &str, entries: &mut Entries<'_>) {
    let bookings = bookings(text, entries);
    let days = bookings.iter().map(|booking| booking.date.as_str());
    let order = match order_of(days, entries.today) {
        Ok(order) => order,
        Err(code) => {
            for _ in &bookings {
                entries.source.rows += 1;
                entries.source.skip(SkipReason::NotUnderstood);
            }
            return entries.source.problems.push(Problem {
                line: None,
                code,
                field: Some("D".to_owned()),
                text: None,
            });
        }
    };
    for booking in bookings {
        let Some(amount) = sum(&booking.amount, DecimalMark::Point) else {
            entries.refuse(booking.line, ProblemCode::BadAmount, "T", &booking.amount);
            continue;
        };
        let Some(date) = day(&booking.date, order) else {
            entries.refuse(booking.line, ProblemCode::BadDate, "D", &booking.date);
            continue;
        };
        let (name, memo) = (booking.name, booking.memo);
        entries.push(Entry {
            line: booking.line,
            date: Some(date),
            name,
            memo,
            amount: -amount,
            ..Entry::default()
        });
    }
}

#[derive(Default)]
struct Booking {
    line: u32,
    date: String,
    amount: String,
    name: String,
    memo: String,
}

fn bookings(text: &str, entries: &mut Entries<'_>) -> Vec<Booking> {
    let mut found = Vec::new();
    let mut open = Booking::default();
    let mut is_account = false;
    for (line, content) in (1..).zip(text.lines()) {
        let content = content.trim();
        if let Some(header) = content.strip_prefix('!') {
            let header = header.to_ascii_lowercase();
            is_account = header.starts_with("account");
            entries.is_card |= header.starts_with("type:ccard");
            open = Booking::default();
            continue;
        }
        if content.starts_with('^') {
            let booking = std::mem::take(&mut open);
            if !is_account && !booking.date.is_empty() {
                found.push(booking);
            }
            continue;
        }
        let mut chars = content.chars();
        let Some(letter) = chars.next() else { continue };
        if open.line == 0 {
            open.line = line;
        }
        let value = chars.as_str().trim();
        match letter {
            'D' => value.clone_into(&mut open.date),
            'T' | 'U' => value.clone_into(&mut open.amount),
            'P' => value.clone_into(&mut open.name),
            'M' => join(&mut open.memo, value),
            _ => {}
        }
    }
    // Some programs leave out the last `^`; a file that was cut does not end with a line either.
    if !is_account && open.line != 0 {
        if text.ends_with(['\n', '\r']) && !open.date.is_empty() && !open.amount.is_empty() {
            found.push(open);
        } else {
            entries.refuse_cut(open.line);
        }
    }
    found
}
