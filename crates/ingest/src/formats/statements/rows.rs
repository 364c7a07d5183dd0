//! Rows of a known table to charges.

use chrono::NaiveDate;
use mioboe_model::sorted::Set;
use mioboe_model::{
    Charge, Currency, Holder, Money, OrderId, Place, Problem, ProblemCode, Reading, SkipReason, Source,
    SourceKind, Status,
};
use rust_decimal::Decimal;

use super::columns::Columns;
use super::deposits::{Deposits, without_deposits};
use super::dialect::{Dialect, Kind, Undated};
use super::foreign::{self, currency_word};
use super::shape::Chain;
use super::survey::{Survey, Ways};
use super::walk::{Around, Layout, Step, person, walk};
use super::wording::{Flag, card_digits, flag_of, is_amazons, is_like, strip_after, strip_before};
use crate::field::{day, looks_like_sum, sum};
use crate::sheet::{Row, Sheet};

/// Longer texts of the owner's are cut in problems.
const PROBLEM_TEXT: usize = 80;
/// Undated rows with these words sum up others.
const TOTALS: &[&str] = &["…合計…", "…小計…", "…総計…", "total…", "subtotal…", "sub-total…", "summe…"];
/// Reads all rows of the sheet into `reading`.
pub(super) fn read(
    sheet: &Sheet<'_>,
    layout: Layout<'_>,
    survey: &Survey,
    source: &mut Source,
    reading: &mut Reading,
) {
    let dialect = layout.dialect;
    source.kind = SourceKind::Statement;
    source.format = Some(dialect.id.to_owned());
    let ways = match survey.ways() {
        Ok(ways) => ways,
        Err(code) => {
            walk(sheet, layout, |step, _| {
                source.rows += 1;
                source.skip(match step {
                    Step::Skipped(reason, _) => reason,
                    Step::Other => SkipReason::Heading,
                    Step::Row(..) => SkipReason::NotUnderstood,
                });
            });
            return source.refuse(code);
        }
    };
    survey.why().for_each(|why| source.because(why));
    let mut reader = Reader {
        dialect,
        ways,
        source,
        charges: Vec::new(),
        owner: None,
        ids: Set::new(),
        balances: Vec::new(),
    };
    walk(sheet, layout, |step, row| {
        reader.source.rows += 1;
        match step {
            Step::Skipped(reason, columns) => {
                if let Some(columns) = columns {
                    reader.note_balance(columns, row);
                }
                reader.source.skip(reason);
            }
            Step::Other => reader.other_table(row),
            Step::Row(columns, around) => {
                reader.note_balance(columns, row);
                reader.row(columns, around, row);
            }
        }
    });
    reader.add_up();
    let charges = reader.charges;
    let charges = match dialect.kind {
        Kind::Bank | Kind::Tracker => without_deposits(charges, source, Deposits::All),
        Kind::Unknown => without_deposits(charges, source, Deposits::Named),
        Kind::Card | Kind::Wallet => charges,
    };
    // Rows that were all left out as headings were none: nothing was read, and that is said.
    let is_untold = source.used == 0 && source.problems.is_empty() && 0 < source.rows;
    if is_untold && source.skipped.keys().all(|reason| *reason == SkipReason::Heading) {
        source.refuse(ProblemCode::UnknownColumns);
    }
    source.card = only_card(&charges);
    reading.charges.extend(charges);
}

struct Reader<'s> {
    dialect: &'static Dialect,
    ways: Ways,
    source: &'s mut Source,
    charges: Vec<Charge>,
    /// The first person named in the holder column.
    owner: Option<String>,
    ids: Set<String>,
    /// Of each row that has both: its line, what came in (a minus for what went out), and the balance behind it.
    balances: Vec<(u32, Decimal, Decimal)>,
}

impl Reader<'_> {
    fn row(&mut self, columns: &Columns, around: &Around, row: &Row) {
        let date_text = date_text(columns, row);
        let date = day(&date_text, self.ways.order);
        let merchant = columns.merchant.map_or("", |index| row.cells.get(index).unwrap_or_default());
        let value = match self.value(columns, row) {
            Ok(value) => value,
            // Prose and totals have neither a day nor a sum.
            Err(_) if date.is_none() && !is_written_day(&date_text) => {
                return self.source.skip(SkipReason::Heading);
            }
            Err((column, text)) => {
                return self.not_understood(row, ProblemCode::BadAmount, columns.name(column), &text);
            }
        };
        let undated = date.is_none();
        let is_posted = || status(columns, row) == Status::Posted;
        if undated && !is_nil(&date_text) && (is_written_day(&date_text) || is_posted()) {
            // A text that is no date at all belongs to a total or a note, unless a shop and a sum stand beside it.
            let is_total = TOTALS.iter().any(|word| is_like(&date_text, word) || is_like(merchant, word));
            let is_row = !is_total && !merchant.trim().is_empty() && !looks_like_sum(merchant);
            if value.is_none_or(|value| value.is_zero()) || !(is_row || is_written_day(&date_text)) {
                return self.source.skip(SkipReason::Heading);
            }
            let column = columns.date.first().copied();
            return self.not_understood(row, ProblemCode::BadDate, columns.name(column), &date_text);
        }
        let Some(value) = value else { return self.without_sum(undated, merchant) };
        if undated && self.is_heading(merchant) {
            return self.source.skip(SkipReason::Heading);
        }
        if value.is_zero() {
            let is_later_part = columns.part.is_some_and(|index| later_part(row.cell(index)));
            return self.source.skip(if is_later_part {
                SkipReason::Instalment
            } else {
                SkipReason::NotCounted
            });
        }
        if let Some(id) = columns.id.map(|index| row.cell(index)).filter(|id| !id.is_empty())
            && !self.ids.insert(id.to_owned())
        {
            return self.source.skip(SkipReason::NotCounted);
        }
        let Some(amount) = Money::new(value, self.currency(columns, row)) else {
            let column = columns.amount.or(columns.out);
            return self.not_understood(
                row,
                ProblemCode::BadAmount,
                columns.name(column),
                &value.to_string(),
            );
        };
        let charge = self.charge(columns, around, row, date, merchant, amount);
        self.charges.push(charge);
        self.source.used += 1;
    }

    /// Positive for money out. `None` where no sum is printed.
    fn value(&self, columns: &Columns, row: &Row) -> Result<Option<Decimal>, (Option<usize>, String)> {
        let read = |column: Option<usize>| match column.map(|index| row.cell(index)) {
            None => Ok(None),
            Some(text) if is_nil(text) => Ok(None),
            Some(text) => match sum(text, self.ways.mark) {
                Some(sum) => Ok(Some(sum)),
                None => Err((column, text.to_owned())),
            },
        };
        if columns.amount.is_some() {
            let value = match read(columns.amount)? {
                None => read(columns.or_amount)?,
                value => value,
            };
            // A column for refunds beside a column for purchases.
            if let Some(back) = read(columns.back)?.filter(|back| !back.is_zero())
                && value.is_none_or(|value| value.is_zero())
            {
                return Ok(Some(-back.abs()));
            }
            return Ok(value.map(|value| match columns.flag.and_then(|index| flag_of(row.cell(index))) {
                Some(Flag::Out) => value.abs(),
                Some(Flag::In) => -value.abs(),
                None if self.ways.negative => -value,
                None => value,
            }));
        }
        let filled = |column| read(column).map(|sum| sum.filter(|sum| !sum.is_zero()));
        match (filled(columns.out)?, filled(columns.back)?) {
            (Some(_), Some(back)) => Err((columns.back, back.to_string())),
            (Some(out), None) => Ok(Some(out.abs())),
            (None, Some(back)) => Ok(Some(-back.abs())),
            (None, None) => Ok(read(columns.out)?.or(read(columns.back)?)),
        }
    }

    /// Of a table under another heading nothing is known, and its rows may repeat those that were read.
    fn other_table(&mut self, row: &Row) {
        let text: Vec<&str> = row.cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        self.not_understood(row, ProblemCode::UnknownColumns, None, &text.join(" "));
    }

    fn note_balance(&mut self, columns: &Columns, row: &Row) {
        let Some(balance) = columns.balance.and_then(|at| sum(row.cell(at), self.ways.mark)) else { return };
        if day(&date_text(columns, row), self.ways.order).is_none() {
            return;
        }
        if let Ok(Some(value)) = self.value(columns, row) {
            self.balances.push((row.line, -value, balance));
        }
    }

    /// Compares what was read with the balances in the file.
    fn add_up(&mut self) {
        let mut chain = Chain::default();
        self.balances.iter().for_each(|&(_, step, balance)| chain.take((step, balance)));
        let Some(links) = chain.links() else { return };
        if links.broken() == 0 {
            self.source.adds_up = Some(true);
        } else if links.is_settled() {
            self.source.adds_up = Some(false);
            let is_broken = |pair: &&[(u32, Decimal, Decimal)]| matches!(pair, [first, second] if !links.holds((first.1, first.2), (second.1, second.2)));
            if let Some([first, second]) = self.balances.windows(2).find(is_broken) {
                let apart = links.apart((first.1, first.2), (second.1, second.2));
                self.source.problems.push(Problem {
                    line: Some(second.0),
                    code: ProblemCode::DoesNotAddUp,
                    field: None,
                    text: apart.map(|apart| apart.normalize().to_string()),
                });
            }
        }
    }

    fn without_sum(&mut self, undated: bool, text: &str) {
        let reason = match (undated, self.charges.last_mut()) {
            (true, Some(above)) if !text.trim().is_empty() => {
                join(&mut above.memo, text);
                // `DEBIT PURCHASE`, and below it whose.
                if self.dialect.kind == Kind::Unknown && is_amazons(text) && !is_amazons(&above.merchant) {
                    (above.merchant, above.name) = (text.to_owned(), text.to_owned());
                }
                if above.foreign.is_none() {
                    above.foreign =
                        foreign::find(text).filter(|sum| sum.currency() != above.amount.currency());
                }
                SkipReason::FollowUp
            }
            (true, _) => SkipReason::Heading,
            (false, _) => SkipReason::NotCounted,
        };
        self.source.skip(reason);
    }

    fn is_heading(&self, merchant: &str) -> bool {
        self.dialect.undated == Undated::Heading
            || merchant.trim().is_empty()
            || TOTALS.iter().any(|word| is_like(merchant, word))
    }

    fn charge(
        &mut self,
        columns: &Columns,
        around: &Around,
        row: &Row,
        date: Option<NaiveDate>,
        merchant: &str,
        amount: Money,
    ) -> Charge {
        let is_back = around.credit || columns.credit.iter().any(|cue| cue.fits(row));
        let amount = if is_back { amount.abs().negated() } else { amount };
        let mut memo = String::new();
        for &index in &columns.memo {
            join(&mut memo, row.cell(index));
        }
        let card = columns.card.or(columns.holder).and_then(|index| card_digits(row.cell(index)));
        let card = card.or_else(|| around.card.clone());
        let merchant = if merchant.trim().is_empty() { memo.as_str() } else { merchant };
        let merchant = self.shop(columns, row, merchant);
        Charge {
            place: Place::line(self.source.id, row.line),
            date,
            posted: columns.posted.and_then(|index| day(row.cell(index), self.ways.order)),
            merchant: merchant.to_owned(),
            name: self.name(merchant),
            amount,
            foreign: self.foreign(columns, row, amount),
            card_first: card.as_ref().is_some_and(|card| card.first),
            card: card.map(|card| card.text),
            holder: columns
                .holder
                .and_then(|index| self.holder(row.cell(index)))
                .or_else(|| around.holder.clone()),
            status: status(columns, row),
            paid_by: None,
            order_id: memo.split_whitespace().find_map(OrderId::parse),
            memo,
        }
    }

    fn currency(&self, columns: &Columns, row: &Row) -> Currency {
        let of_row = columns
            .currency
            .and_then(|index| currency_word(row.cell(index)).or_else(|| Currency::parse(row.cell(index))));
        of_row.unwrap_or(self.ways.currency)
    }

    /// Where no profile says which column has the shop, one that is named like Amazon is it, whichever column it stands in.
    fn shop<'r>(&self, columns: &Columns, row: &'r Row, merchant: &'r str) -> &'r str {
        if self.dialect.kind != Kind::Unknown || is_amazons(merchant) {
            return merchant;
        }
        let mut texts = columns.texts.iter().map(|&index| row.cell(index));
        let any = texts.clone().find(|text| !text.is_empty()).filter(|_| merchant.trim().is_empty());
        texts.find(|text| is_amazons(text)).or(any).unwrap_or(merchant)
    }

    /// The shop's own sum, with the sign of the charge; `None` where the shop's currency is the card's.
    fn foreign(&self, columns: &Columns, row: &Row, amount: Money) -> Option<Money> {
        let text = row.cell(columns.foreign?);
        let found = match columns.foreign_currency {
            Some(index) => Money::new(sum(text, self.ways.mark)?, Currency::parse(row.cell(index))?)?,
            None => foreign::find(text)?,
        };
        let found = if amount.is_credit() { found.abs().negated() } else { found.abs() };
        (found.currency() != amount.currency()).then_some(found)
    }

    fn holder(&mut self, text: &str) -> Option<Holder> {
        if text.contains("家族") {
            return Some(Holder::Family(text.to_owned()));
        }
        if text.contains("本人") {
            return Some(Holder::Own(text.to_owned()));
        }
        if !text.ends_with('様') {
            return None;
        }
        let name = person(text);
        let is_owner = *self.owner.get_or_insert_with(|| name.clone()) == name;
        Some(if is_owner { Holder::Own(name) } else { Holder::Family(name) })
    }

    fn name(&self, merchant: &str) -> String {
        let mut name = merchant.trim();
        if let Some(rest) = self.dialect.strip_before.iter().find_map(|pattern| strip_before(name, pattern)) {
            name = rest.trim();
        }
        if let Some(rest) = self.dialect.strip_after.iter().find_map(|pattern| strip_after(name, pattern)) {
            name = rest.trim();
        }
        name.to_owned()
    }

    fn not_understood(&mut self, row: &Row, code: ProblemCode, field: Option<String>, text: &str) {
        self.source.skip(SkipReason::NotUnderstood);
        let text = text.chars().take(PROBLEM_TEXT).collect();
        self.source.problems.push(Problem { line: Some(row.line), code, field, text: Some(text) });
    }
}

/// Numbers with separators, as days are written, even if there is no such day: `2026/13/40`, `31.02.26`.
fn is_written_day(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    (numbers == 2 || numbers == 3)
        && text.len() <= 20
        && text.contains(['/', '-', '.', ':', '年', '月'])
        && !text.chars().any(char::is_alphabetic)
        || (text.contains('年') && text.contains('月'))
}

fn status(columns: &Columns, row: &Row) -> Status {
    let is_pending = columns.pending.iter().any(|cue| cue.fits(row));
    if is_pending { Status::Pending } else { Status::Posted }
}

/// The card, where one holds for the whole file.
pub(super) fn only_card(charges: &[Charge]) -> Option<String> {
    let first = charges.first()?.card.as_ref()?;
    charges.iter().all(|charge| charge.card.as_ref() == Some(first)).then(|| first.clone())
}

fn date_text(columns: &Columns, row: &Row) -> String {
    match columns.date[..] {
        [date] => row.cell(date).to_owned(),
        [year, month, day] => format!("{}/{}/{}", row.cell(year), row.cell(month), row.cell(day)),
        _ => String::new(),
    }
}

/// Empty, or one of the marks that stand for nothing.
fn is_nil(text: &str) -> bool {
    matches!(text, "" | "-" | "－" | "−" | "―" | "*" | "//")
}

/// `2`, `2/24回目`, `分割3回払い(2回目)`: a number above one is a later part of a purchase.
fn later_part(text: &str) -> bool {
    let narrow: String = text.chars().map(crate::field::narrow).collect();
    let number = match narrow.rsplit_once('(') {
        Some((_, part)) => part,
        None => narrow.split('/').next().unwrap_or_default(),
    };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<u32>().is_ok_and(|part| part > 1)
}

fn join(memo: &mut String, text: &str) {
    let text = text.trim();
    if !text.is_empty() && text != "-" {
        if !memo.is_empty() {
            memo.push(' ');
        }
        memo.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_parts_of_a_plan_are_told_from_the_first() {
        for (text, expect) in [
            ("1", false),
            ("２", true),
            ("24/24回目", true),
            ("1/24回目", false),
            ("分割3回払い(1回目)", false),
            ("分割3回払い(2回目)", true),
            ("", false),
        ] {
            assert_eq!(later_part(text), expect, "{text}");
        }
    }
}
