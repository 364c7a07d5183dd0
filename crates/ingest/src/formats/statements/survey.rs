//! What only all rows together can tell: the order of day and month, the decimal mark, which sign is a purchase.

use std::collections::BTreeSet;

use mioboe_model::{Currency, PaidSign, ProblemCode, SkipReason, TableColumns, TableWays};
use rust_decimal::Decimal;

use super::columns::{Columns, currency_of};
use super::dialect::{Dates, Decimals, Kind, Sign};
use super::walk::{Layout, Step, walk};
use super::wording::Patterns;
use crate::field::{DateOrder, DecimalMark, MarkHint, day, looks_like_day, looks_like_sum, mark_hint, sum};
use crate::sheet::{Row, Sheet};

/// How the cells of one file are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ways {
    pub(super) order: DateOrder,
    pub(super) mark: DecimalMark,
    /// Purchases have a minus.
    pub(super) negative: bool,
    /// The currency of rows that name none.
    pub(super) currency: Currency,
}

/// Rows that are in some order in one reading only by chance are not rare below this number.
const ENOUGH_TO_BE_SORTED: usize = 4;
/// Words of rows that are money back or a payment, in whatever statement.
const BACK: &[&str] = &[
    "…refund…",
    "…payment…thank…",
    "…autopay…",
    "…payment received…",
    "…credit…",
    "…返品…",
    "…返金…",
    "…取消…",
    "…キャンセル…",
    "…入金…",
    "…gutschrift…",
    "…erstattung…",
    "…remboursement…",
];

/// What was found out, part by part. An error names what cannot be told.
pub(super) struct Survey {
    order: Result<DateOrder, ProblemCode>,
    mark: Result<DecimalMark, ProblemCode>,
    sign: Result<PaidSign, ProblemCode>,
    currency: Result<Currency, ProblemCode>,
    /// Of the first row; `None` where there was none, or where the profile alone decided.
    pub(super) columns: Option<TableColumns>,
}

impl Survey {
    pub(super) fn ways(&self) -> Result<Ways, ProblemCode> {
        Ok(Ways {
            mark: self.mark?,
            currency: self.currency?,
            order: self.order?,
            negative: self.sign? == PaidSign::Minus,
        })
    }

    /// As far as it could be told.
    pub(super) fn told(&self) -> TableWays {
        TableWays {
            order: self.order.ok(),
            mark: self.mark.ok(),
            sign: self.sign.ok(),
            currency: self.currency.ok(),
        }
    }
}

/// Looks at all rows where neither the profile nor the person decides.
pub(super) fn survey(sheet: &Sheet<'_>, layout: Layout<'_>, said: TableWays, home: Currency) -> Survey {
    let dialect = layout.dialect;
    let own = said.currency.or_else(|| Currency::parse(dialect.currency));
    let sign = dialect.tables.first().map_or(Sign::ChargesPositive, |table| table.sign);
    if dialect.dates == Dates::Ymd && dialect.decimals == Decimals::Point && sign != Sign::Any {
        let sign = if sign == Sign::ChargesNegative { PaidSign::Minus } else { PaidSign::Plus };
        return Survey {
            order: Ok(DateOrder::Ymd),
            mark: Ok(DecimalMark::Point),
            sign: Ok(sign),
            currency: Ok(own.unwrap_or(home)),
            columns: None,
        };
    }
    let mut seen = Seen::default();
    // A profile that decides on sums needs none of them here.
    let wants_sums = dialect.decimals == Decimals::Any || sign == Sign::Any || own.is_none();
    let back = (sign == Sign::Any).then(|| Patterns::new(BACK));
    let mut first = None;
    walk(sheet, layout, |step, row| match step {
        Step::Row(columns, _) => {
            first.get_or_insert_with(|| columns.numbers());
            seen.row(columns, row);
            if wants_sums {
                seen.sums(columns, row, back.as_ref());
            }
        }
        Step::Skipped(SkipReason::BillPayment) => seen.payment(row),
        Step::Skipped(_) => {}
    });
    let mark = said.mark.map_or_else(|| seen.mark(dialect.decimals), Ok);
    let likely = mark.unwrap_or(DecimalMark::Point);
    let by = if dialect.kind == Kind::Unknown { Told::ByWords } else { Told::ByProfile };
    Survey {
        order: said.order.map_or_else(|| seen.order(dialect.dates, likely), Ok),
        mark,
        sign: said.sign.map_or_else(|| seen.paid_sign(sign, likely), Ok),
        currency: said.currency.map_or_else(|| seen.currency(own, home, likely, by), Ok),
        columns: first,
    }
}

/// The order in which all of these can be days.
pub(super) fn order_of(days: Vec<String>) -> Result<DateOrder, ProblemCode> {
    Seen { days, ..Seen::default() }.order(Dates::Any, DecimalMark::Point)
}

/// How it is known what a table is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    ByProfile,
    ByWords,
}

#[derive(Default)]
struct Seen {
    /// In the order of the file.
    days: Vec<String>,
    sums: Vec<(String, bool)>,
    /// The heading is Japanese, where the year always stands first and a card's sums have no sign.
    japanese: bool,
    /// The column is headed as what was spent, or money back has one of its own: a minus is no purchase.
    spent: bool,
    /// Sums of bill payments, which have the other sign than purchases.
    payments: Vec<String>,
    has_currency_column: bool,
    currency: Option<Currency>,
}

impl Seen {
    fn row(&mut self, columns: &Columns, row: &Row) {
        // Files are sorted, so that most days stand beside their like.
        if let [date] = columns.date[..]
            && self.days.last().is_none_or(|last| last != row.cell(date))
        {
            self.days.push(row.cell(date).to_owned());
        }
    }

    fn sums(&mut self, columns: &Columns, row: &Row, words: Option<&Patterns>) {
        self.japanese |=
            columns.heading.iter().any(|cell| cell.contains(|c| matches!(c, '\u{3040}'..='\u{9fff}')));
        self.spent |= columns.name(columns.amount).is_none_or(|name| name.contains("利用"));
        self.has_currency_column |= columns.currency.is_some();
        let sum = columns.amount.or(columns.out);
        self.currency = self.currency.or_else(|| {
            columns.name(sum).as_deref().and_then(currency_of).or_else(|| currency_of(row.cell(sum?)))
        });
        let back = words.zip(columns.merchant).is_some_and(|(words, merchant)| words.fit(row.cell(merchant)));
        let sums = match columns.amount {
            Some(amount) => [Some(amount), None],
            None => [columns.out, columns.back],
        };
        self.sums.extend(sums.into_iter().flatten().map(|column| (row.cell(column).to_owned(), back)));
    }

    fn payment(&mut self, row: &Row) {
        let is_sum = |cell: &&str| looks_like_sum(cell) && !looks_like_day(cell);
        self.payments.extend(row.cells.iter().filter(is_sum).map(str::to_owned));
    }

    /// The currency of rows that name none.
    fn currency(
        &self,
        own: Option<Currency>,
        home: Currency,
        mark: DecimalMark,
        by: Told,
    ) -> Result<Currency, ProblemCode> {
        let is_abroad = home.decimals() != 0;
        let currency = match self.currency.or(own) {
            Some(currency) => currency,
            // Yen, and never silently as many dollars.
            None if self.japanese && is_abroad => Currency::JPY,
            None if by == Told::ByWords && is_abroad && self.has_only_whole_sums(mark) => {
                return Err(ProblemCode::BadCurrency);
            }
            None => home,
        };
        // Sums with more places than the currency has are of another one, and nothing says which.
        if !self.has_currency_column && currency.decimals() == 0 && self.has_fractions(mark) {
            return Err(ProblemCode::BadCurrency);
        }
        Ok(currency)
    }

    /// Banks that count cents print them, also where there are none.
    fn has_only_whole_sums(&self, mark: DecimalMark) -> bool {
        let sign = if mark == DecimalMark::Point { '.' } else { ',' };
        let mut sums = self.sums.iter().filter(|(text, _)| sum(text, mark).is_some()).peekable();
        !self.has_currency_column && sums.peek().is_some() && sums.all(|(text, _)| !text.contains(sign))
    }

    fn has_fractions(&self, mark: DecimalMark) -> bool {
        self.sums.iter().filter_map(|(text, _)| sum(text, mark)).any(|sum| !sum.fract().is_zero())
    }

    fn mark(&self, decimals: Decimals) -> Result<DecimalMark, ProblemCode> {
        let hints = || self.sums.iter().map(|(sum, _)| mark_hint(sum));
        match decimals {
            Decimals::Point => Ok(DecimalMark::Point),
            Decimals::Comma => Ok(DecimalMark::Comma),
            Decimals::Any => {
                let has = |hint| hints().any(|seen| seen == hint);
                match (has(MarkHint::Point), has(MarkHint::Comma), has(MarkHint::Either)) {
                    (true, true, _) => Err(ProblemCode::AmbiguousAmounts),
                    (false, true, _) => Ok(DecimalMark::Comma),
                    (false, false, true) if !self.japanese => Err(ProblemCode::AmbiguousAmounts),
                    _ => Ok(DecimalMark::Point),
                }
            }
        }
    }

    fn order(&self, dates: Dates, mark: DecimalMark) -> Result<DateOrder, ProblemCode> {
        let fits = |order| self.days.iter().filter(|text| day(text, order).is_some()).count();
        let [ymd, mdy, dmy] = [DateOrder::Ymd, DateOrder::Mdy, DateOrder::Dmy].map(fits);
        match dates {
            Dates::Ymd => return Ok(DateOrder::Ymd),
            // An issuer that changed its order shows it in every file that goes past the twelfth.
            Dates::Mdy => return Ok(if dmy > mdy { DateOrder::Dmy } else { DateOrder::Mdy }),
            Dates::Dmy => return Ok(if mdy > dmy { DateOrder::Mdy } else { DateOrder::Dmy }),
            Dates::Any if self.japanese => return Ok(DateOrder::Ymd),
            Dates::Any => {}
        }
        if mdy != dmy {
            return Ok(if mdy > dmy { DateOrder::Mdy } else { DateOrder::Dmy });
        }
        if ymd > mdy {
            return Ok(DateOrder::Ymd);
        }
        let differ = |text: &String| day(text, DateOrder::Mdy) != day(text, DateOrder::Dmy);
        if !self.days.iter().any(differ) {
            return Ok(DateOrder::Mdy);
        }
        // Dots between numbers and a decimal comma are written where the day stands first.
        if mark == DecimalMark::Comma || self.days.iter().all(|text| text.contains('.')) {
            return Ok(DateOrder::Dmy);
        }
        match (self.is_sorted_by(DateOrder::Mdy), self.is_sorted_by(DateOrder::Dmy)) {
            (true, false) => Ok(DateOrder::Mdy),
            (false, true) => Ok(DateOrder::Dmy),
            _ => Err(ProblemCode::AmbiguousDates),
        }
    }

    fn is_sorted_by(&self, order: DateOrder) -> bool {
        let days: Vec<_> = self.days.iter().filter_map(|text| day(text, order)).collect();
        let different: BTreeSet<_> = days.iter().collect();
        different.len() >= ENOUGH_TO_BE_SORTED && (days.is_sorted() || days.iter().rev().is_sorted())
    }

    fn paid_sign(&self, sign: Sign, mark: DecimalMark) -> Result<PaidSign, ProblemCode> {
        match sign {
            Sign::ChargesPositive => return Ok(PaidSign::Plus),
            Sign::ChargesNegative => return Ok(PaidSign::Minus),
            Sign::Any if self.spent => return Ok(PaidSign::Plus),
            Sign::Any => {}
        }
        let (mut plus, mut minus, mut plus_back, mut minus_back) = (0, 0, 0, 0);
        for (text, back) in &self.sums {
            match sum(text, mark) {
                Some(sum) if sum > Decimal::ZERO => {
                    plus += 1;
                    plus_back += usize::from(*back);
                }
                Some(sum) if sum < Decimal::ZERO => {
                    minus += 1;
                    minus_back += usize::from(*back);
                }
                _ => {}
            }
        }
        for payment in self.payments.iter().filter_map(|text| sum(text, mark)) {
            plus_back += usize::from(payment > Decimal::ZERO);
            minus_back += usize::from(payment < Decimal::ZERO);
        }
        match (plus, minus) {
            (_, 0) => Ok(PaidSign::Plus),
            (0, _) => Ok(PaidSign::Minus),
            _ if minus_back > 0 && plus_back == 0 => Ok(PaidSign::Plus),
            _ if plus_back > 0 && minus_back == 0 => Ok(PaidSign::Minus),
            _ => Err(ProblemCode::AmbiguousSign),
        }
    }
}
