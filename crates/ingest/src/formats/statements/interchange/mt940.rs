//! SWIFT MT940 and MT942: `:61:` is a booking, `:86:` behind it says for what.

use mioboe_model::{Currency, ProblemCode};
use rust_decimal::Decimal;

use super::{Entries, Entry, join, last_line};
use crate::field::{DateOrder, DecimalMark, day, sum};

pub(super) fn claims(text: &str) -> bool {
    let has = |field: &str| text.lines().any(|line| line.trim_start().starts_with(field));
    has(":20:") && has(":61:") || (has(":20:") && (has(":60F:") || has(":60M:")))
}

pub(super) fn read(text: &str, entries: &mut Entries<'_>) {
    let mut open: Option<Entry> = None;
    // A statement that says what was there before says at its end what is there now; a report of the day (MT942) does not.
    let mut is_whole = true;
    let last_ends = text.ends_with(['\n', '\r']);
    let mut fields = fields(text).into_iter().peekable();
    while let Some(field) = fields.next() {
        match field.tag {
            "60F" | "60M" => is_whole = false,
            "62F" | "62M" => is_whole = true,
            _ => {}
        }
        // Half a sum must not be taken for a whole one.
        if field.tag == "61" && fields.peek().is_none() && !last_ends {
            if let Some(entry) = open.take() {
                entries.push(entry);
            }
            return entries.refuse_cut(field.line);
        }
        match field.tag {
            "61" => {
                if let Some(entry) = open.take() {
                    entries.push(entry);
                }
                match booking(&field) {
                    Ok(entry) => open = Some(entry),
                    Err(code) => entries.refuse(field.line, code, ":61:", &field.text),
                }
            }
            "86" => {
                if let Some(mut entry) = open.take() {
                    describe(&mut entry, &field.text);
                    entries.push(entry);
                }
            }
            "60F" | "60M" | "34F" => {
                let letters: String = field.text.chars().filter(char::is_ascii_alphabetic).collect();
                let code = letters.get(letters.len().saturating_sub(3)..).unwrap_or_default();
                // `C260901EUR1000,00`: the mark, the day, the currency.
                let code = if field.tag == "34F" { letters.get(..3).unwrap_or_default() } else { code };
                entries.currency = Currency::parse(code).or(entries.currency);
            }
            _ => {}
        }
    }
    if let Some(entry) = open {
        entries.push(entry);
    }
    if !is_whole {
        entries.tell_of_cut(last_line(text));
    }
}

struct Field<'t> {
    line: u32,
    tag: &'t str,
    /// Wrapped lines joined.
    text: String,
}

fn fields(text: &str) -> Vec<Field<'_>> {
    let mut fields = Vec::<Field<'_>>::new();
    for (line, content) in (1..).zip(text.lines()) {
        let content = content.trim_end();
        let tagged = content.trim_start().strip_prefix(':').and_then(|rest| rest.split_once(':'));
        match tagged
            .filter(|(tag, _)| (2..=3).contains(&tag.len()) && tag.starts_with(|c: char| c.is_ascii_digit()))
        {
            Some((tag, value)) => fields.push(Field { line, tag, text: value.to_owned() }),
            None if content.starts_with('-') => {}
            None => {
                if let Some(field) = fields.last_mut() {
                    field.text.push_str(content);
                }
            }
        }
    }
    fields
}

/// `2609140914DR42,99NMSC…`: value day, booking day, mark, perhaps a letter of the funds, sum, kind.
fn booking(field: &Field<'_>) -> Result<Entry, ProblemCode> {
    let (value_day, rest) = field.text.split_at_checked(6).ok_or(ProblemCode::BadDate)?;
    let date = day(value_day, DateOrder::Ymd).ok_or(ProblemCode::BadDate)?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.find(|c: char| c.is_ascii_digit()).ok_or(ProblemCode::BadAmount)?;
    let (mark, rest) = rest.split_at_checked(digits).ok_or(ProblemCode::BadAmount)?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
    let amount =
        rest.get(..end).and_then(|amount| sum(amount, DecimalMark::Comma)).ok_or(ProblemCode::BadAmount)?;
    // RC takes a credit back, RD a debit.
    let is_out = mark.starts_with("RC") || mark.starts_with('D') || mark.starts_with("ED");
    let is_in = mark.starts_with("RD") || mark.starts_with('C') || mark.starts_with("EC");
    let amount: Decimal = match (is_out, is_in) {
        (true, false) => amount,
        (false, true) => -amount,
        _ => return Err(ProblemCode::AmbiguousSign),
    };
    Ok(Entry { line: field.line, date: Some(date), amount, ..Entry::default() })
}

/// Free text, or parts: `?20`-`?29` and `?60`-`?63` the purpose, `?32` and `?33` the name.
fn describe(entry: &mut Entry, text: &str) {
    // Some banks write `>20` for `?20`.
    let sign = if text.contains(">20") || text.contains(">32") { '>' } else { '?' };
    if sign == '?' && !text.contains("?20") && !text.contains("?32") {
        join(&mut entry.memo, text);
        return;
    }
    for part in text.split(sign).skip(1) {
        let Some((number, value)) = part.split_at_checked(2) else { continue };
        match number {
            "32" | "33" => entry.name.push_str(value),
            "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "60" | "61" | "62"
            | "63" => {
                join(&mut entry.memo, value);
            }
            _ => {}
        }
    }
}
