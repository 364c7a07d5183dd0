//! Charges that the person types, and the rows of files that turn out to be them.

use chrono::NaiveDate;
use mioboe_model::sorted::Set;
use mioboe_model::text::fold;
use mioboe_model::{
    Charge, Currency, DateOrder, DecimalMark, Money, PaidBy, Place, Problem, ProblemCode, Reading,
    SkipReason, Source, SourceId, SourceKind, Status, Typed,
};

use crate::field::{self, MarkHint};

pub(crate) const FORMAT: &str = "typed";
/// What stands for the text of a charge that was shown none: who asks here asks about Amazon.
const NO_TEXT: &str = "amazon";
/// A notice comes some days before or after the day that the statement prints.
const DAYS_APART: i64 = 4;
/// As long as problems are elsewhere.
const LONGEST_TEXT: usize = 80;

/// One source with all that was typed; the line is its number, from 1.
pub(crate) fn read(typed: &[Typed], home: Option<Currency>, id: SourceId, reading: &mut Reading) {
    if typed.is_empty() {
        return;
    }
    let mut source = Source::new(id, FORMAT, SourceKind::Typed);
    source.format = Some(FORMAT.to_owned());
    for (line, typed) in (1..).zip(typed) {
        source.rows += 1;
        match charge(typed, home, Place::line(id, line)) {
            Ok(charge) => {
                source.used += 1;
                reading.charges.push(charge);
            }
            Err((code, text)) => {
                source.skip(SkipReason::NotUnderstood);
                let text = Some(text.chars().take(LONGEST_TEXT).collect());
                source.problems.push(Problem { line: Some(line), code, field: None, text });
            }
        }
    }
    reading.sources.push(source);
}

fn charge(typed: &Typed, home: Option<Currency>, place: Place) -> Result<Charge, (ProblemCode, &str)> {
    let currency = match typed.currency.trim() {
        "" => home.ok_or((ProblemCode::BadCurrency, ""))?,
        code => Currency::parse(code).ok_or((ProblemCode::BadCurrency, code))?,
    };
    let date = match typed.day.trim() {
        "" | "?" | "？" => None,
        day => Some(field::day(day, DateOrder::Ymd).ok_or((ProblemCode::BadDate, day))?),
    };
    let amount = sum(&typed.amount, currency).ok_or((ProblemCode::BadAmount, typed.amount.as_str()))?;
    let merchant = typed.merchant.trim().to_owned();
    let digits: String = fold(&typed.card).chars().filter(char::is_ascii_digit).collect();
    Ok(Charge {
        place,
        date,
        posted: None,
        name: if merchant.is_empty() { NO_TEXT.to_owned() } else { merchant.clone() },
        merchant,
        memo: String::new(),
        amount,
        foreign: None,
        card: (!digits.is_empty()).then_some(digits),
        card_first: false,
        holder: None,
        status: Status::Posted,
        order_id: None,
        paid_by: typed.paid_by,
    })
}

/// A sum as people type it: `3,980`, `３９８０円`, `12.99`, `12,99`. What could be two sums is none.
fn sum(text: &str, currency: Currency) -> Option<Money> {
    let text = text.trim();
    let mark = match field::mark_hint(text) {
        // Three digits after the only sign are thousands: no coin is that small.
        MarkHint::Either if text.contains([',', '，']) => DecimalMark::Point,
        MarkHint::Comma | MarkHint::Either => DecimalMark::Comma,
        MarkHint::Point | MarkHint::None => DecimalMark::Point,
    };
    let value = field::sum(text, mark).filter(|value| !value.is_zero())?;
    let amount = Money::new(value, currency)?;
    (amount.value().scale() <= currency.decimals()).then_some(amount)
}

/// Drops what was typed where a file has the same row, which then knows how it was paid.
pub(crate) fn replace(reading: &mut Reading) {
    let kind = |charge: &Charge| {
        reading.sources.iter().find(|source| source.id == charge.place.source).map(|source| source.kind)
    };
    let (mut typed, mut rows) = (Vec::new(), Vec::new());
    for (index, charge) in reading.charges.iter().enumerate() {
        match kind(charge) {
            Some(SourceKind::Typed) => typed.push(index),
            _ => rows.push(index),
        }
    }
    let mut taken = Set::new();
    let mut same: Vec<(usize, usize, Option<PaidBy>)> = Vec::new();
    // Who knows the day finds the row first.
    typed.sort_by_key(|&index| reading.charges.get(index).is_none_or(|charge| charge.date.is_none()));
    for index in typed {
        let Some(charge) = reading.charges.get(index) else { continue };
        let free = rows.iter().copied().filter(|row| !taken.contains(row));
        let fitting = free.filter_map(|row| Some((apart(charge, reading.charges.get(row)?)?, row)));
        let best = fitting.min_by_key(|&(days, row)| (days, std::cmp::Reverse(row)));
        if let Some((_, row)) = best {
            taken.insert(row);
            same.push((index, row, charge.paid_by));
        }
    }
    for &(_, row, paid_by) in &same {
        if let Some(row) = reading.charges.get_mut(row) {
            row.paid_by = row.paid_by.or(paid_by);
        }
    }
    let dropped: Set<usize> = same.iter().map(|&(index, _, _)| index).collect();
    let mut index = 0;
    reading.charges.retain(|_| {
        index += 1;
        !dropped.contains(&(index - 1))
    });
    for source in reading.sources.iter_mut().filter(|source| source.kind == SourceKind::Typed) {
        for _ in &dropped {
            source.used -= 1;
            source.skip(SkipReason::SeenInOtherFile);
        }
        let own = reading.charges.iter().filter(|charge| charge.place.source == source.id);
        let days: Vec<NaiveDate> = own.filter_map(|charge| charge.date).collect();
        (source.from, source.to) = (days.iter().min().copied(), days.iter().max().copied());
    }
}

/// How many days a row lies from what was typed; `None` where it is another charge.
fn apart(typed: &Charge, row: &Charge) -> Option<i64> {
    let sums = [Some(row.amount), row.foreign];
    let cards = match (&typed.card, &row.card) {
        (Some(a), Some(b)) if !row.card_first => a.ends_with(b.as_str()) || b.ends_with(a.as_str()),
        _ => true,
    };
    if !sums.contains(&Some(typed.amount)) || !cards || !names_agree(typed, row) {
        return None;
    }
    let Some(day) = typed.date else { return Some(0) };
    let days = [row.date, row.posted].into_iter().flatten().map(|other| (other - day).num_days().abs());
    days.min().filter(|&days| days <= DAYS_APART)
}

/// People type a part of the text, or what they were told it is.
fn names_agree(typed: &Charge, row: &Charge) -> bool {
    let (typed, row) = (fold(&typed.name), fold(&row.name));
    let is_amazon =
        |name: &str| ["amazon", "amzn", "amz*", "アマゾン"].iter().any(|part| name.contains(part));
    typed == row || row.contains(&typed) || typed.contains(&row) || (is_amazon(&typed) && is_amazon(&row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reader;

    fn typed(day: &str, amount: &str, merchant: &str) -> Typed {
        Typed {
            day: day.to_owned(),
            amount: amount.to_owned(),
            merchant: merchant.to_owned(),
            paid_by: Some(PaidBy::Debit),
            ..Typed::default()
        }
    }

    fn reading(file: &str, charges: Vec<Typed>) -> Reading {
        let mut reader = Reader::new(Currency::JPY).with_typed(charges);
        if !file.is_empty() {
            reader.add("a.csv", file.as_bytes());
        }
        reader.finish()
    }

    /// Sum and currency as typed, and what is read of them.
    #[track_caller]
    fn check(amount: &str, currency: &str, expect: Option<&str>) {
        let one = Typed { currency: currency.to_owned(), ..typed("2026-11-03", amount, "AMAZON") };
        let reading = reading("", vec![one]);
        let read = reading.charges.first().map(|charge| charge.amount.plain());
        assert_eq!(read.as_deref(), expect, "{amount} {currency}");
        assert_eq!(reading.sources[0].problems.is_empty(), expect.is_some());
    }

    #[test]
    fn sums_are_read_as_people_type_them() {
        for text in ["3980", "3,980", "３９８０", "３，９８０円", "¥3,980", "3.980"] {
            check(text, "JPY", Some("3980"));
        }
        check("12.99", "USD", Some("12.99"));
        check("12,99", "EUR", Some("12.99"));
        check("$1,234.50", "USD", Some("1234.50"));
        check("1,234", "USD", Some("1234.00"));
        check("-500", "", Some("-500"));
    }

    #[test]
    fn what_is_no_sum_of_the_currency_is_said_to_be_none() {
        for text in ["", "0", "abc", "39.80", "1,2,3"] {
            check(text, "JPY", None);
        }
        check("100", "EURO", None);
    }

    const STATEMENT: &str = "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額\n\
        2026/11/03,AMAZON.CO.JP,本人,1回払い,3980,0,3980\n\
        2026/11/05,見本珈琲,本人,1回払い,3980,0,3980\n\
        2026/11/20,AMAZON.CO.JP,本人,1回払い,3980,0,3980\n";

    /// How many typed charges are left beside the statement's three rows.
    #[track_caller]
    fn check_left(charges: Vec<Typed>, expect: usize) {
        let reading = reading(STATEMENT, charges);
        let source = reading.sources.last().unwrap();
        assert_eq!(source.kind, SourceKind::Typed);
        assert_eq!(source.used as usize, expect, "{:?}", reading.charges);
        assert_eq!(reading.charges.len(), 3 + expect);
        assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>());
    }

    #[test]
    fn a_row_of_a_statement_takes_the_place_of_what_was_typed() {
        check_left(vec![typed("2026-11-03", "3980", "AMAZON.CO.JP")], 0);
        check_left(vec![typed("2026-11-01", "3,980", "アマゾン")], 0);
        check_left(vec![typed("?", "3980", "")], 0);
        check_left(vec![typed("2026-11-05", "3980", "珈琲")], 0);
    }

    #[test]
    fn what_no_file_has_stays() {
        check_left(vec![typed("2026-11-03", "3981", "AMAZON.CO.JP")], 1);
        check_left(vec![typed("2026-11-12", "3980", "AMAZON.CO.JP")], 1);
        check_left(vec![typed("2026-11-03", "3980", "見本書店")], 1);
        let on = |day| typed(day, "3980", "AMAZON.CO.JP");
        check_left(vec![on("2026-11-03"), on("2026-11-20"), on("?")], 1);
    }

    #[test]
    fn the_row_learns_how_it_was_paid() {
        let reading = reading(STATEMENT, vec![typed("2026-11-20", "3980", "AMAZON.CO.JP")]);
        let paid: Vec<_> = reading.charges.iter().map(|charge| charge.paid_by).collect();
        assert_eq!(paid, [None, None, Some(PaidBy::Debit)]);
    }

    #[test]
    fn a_bad_day_costs_no_other_charge() {
        let reading =
            reading("", vec![typed("2026-13-40", "500", "AMAZON"), typed("2026-11-03", "600", "AMAZON")]);
        assert_eq!(reading.charges.len(), 1);
        assert_eq!(reading.charges[0].place.line, 2);
        assert_eq!(reading.sources[0].problems[0].code, ProblemCode::BadDate);
    }
}
