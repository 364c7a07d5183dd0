//! What only all rows together can tell: the order of day and month, the decimal mark, which sign is a purchase, which
//! currency it is. Each is decided by evidence that agrees; what is left is asked.
//!
//! It costs one reading of the file more. Of a row nothing is kept but what it adds to counts, in each way that it can be
//! read: memory does not grow with the rows, and no row is left out as there are many.

use chrono::{Datelike, NaiveDate};
use mioboe_model::sorted::Set;
use mioboe_model::{Currency, PaidSign, ProblemCode, SkipReason, TableColumns, TableWays};
use rust_decimal::Decimal;

use super::columns::{Columns, currency_of};
use super::dialect::{Dates, Decimals, Kind, Sign};
use super::foreign::currency_word;
use super::shape::{Chain, Links};
use super::walk::{Layout, Step, walk};
use super::wording::{RowKind, is_amazons, row_kind};
use crate::Setting;
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
/// A card is used every few days; the wrong order throws the days of a month over a year.
const DENSE_DAYS: i64 = 62;
/// Rows that are posted ahead of their day.
const AHEAD: u64 = 14;

type Told<T> = Result<(T, &'static str), ProblemCode>;

/// What was found out, part by part. An error names what cannot be told.
pub(super) struct Survey {
    order: Told<DateOrder>,
    mark: Told<DecimalMark>,
    sign: Told<PaidSign>,
    currency: Told<Currency>,
    /// What would be said if it had to be.
    likely: TableWays,
    /// Of the first row; `None` where there was none, or where the profile alone decided.
    pub(super) columns: Option<TableColumns>,
}

impl Survey {
    pub(super) fn ways(&self) -> Result<Ways, ProblemCode> {
        Ok(Ways {
            mark: self.mark?.0,
            currency: self.currency?.0,
            order: self.order?.0,
            negative: self.sign?.0 == PaidSign::Minus,
        })
    }

    /// By what each was decided.
    pub(super) fn why(&self) -> impl Iterator<Item = &'static str> {
        let told = [
            self.order.map(|(_, why)| why),
            self.mark.map(|(_, why)| why),
            self.sign.map(|(_, why)| why),
            self.currency.map(|(_, why)| why),
        ];
        told.into_iter().flatten().filter(|why| !why.is_empty())
    }

    /// As far as it could be told.
    pub(super) fn told(&self) -> TableWays {
        TableWays {
            order: self.order.ok().map(|(order, _)| order),
            mark: self.mark.ok().map(|(mark, _)| mark),
            sign: self.sign.ok().map(|(sign, _)| sign),
            currency: self.currency.ok().map(|(currency, _)| currency).or(self.likely.currency),
        }
    }
}

/// Looks at all rows where neither the profile nor the person decides.
pub(super) fn survey(sheet: &Sheet<'_>, layout: Layout<'_>, said: TableWays, setting: Setting) -> Survey {
    let dialect = layout.dialect;
    let own = said.currency.or_else(|| Currency::parse(dialect.currency));
    let sign = dialect.tables.first().map_or(Sign::ChargesPositive, |table| table.sign);
    let home = own.or(setting.home);
    if dialect.dates == Dates::Ymd
        && dialect.decimals == Decimals::Point
        && sign != Sign::Any
        && !sheet.head.iter().any(|row| row.cells.iter().any(is_turned))
    {
        let sign = if sign == Sign::ChargesNegative { PaidSign::Minus } else { PaidSign::Plus };
        return Survey {
            order: Ok((DateOrder::Ymd, "")),
            mark: Ok((DecimalMark::Point, "")),
            sign: Ok((sign, "")),
            currency: home.map(|currency| (currency, "")).ok_or(ProblemCode::BadCurrency),
            likely: TableWays::default(),
            columns: None,
        };
    }
    let is_table = dialect.kind == Kind::Unknown;
    let mut seen = Seen { today: setting.today, is_table, ..Seen::default() };
    seen.preamble(sheet);
    let mut first = None;
    walk(sheet, layout, |step, row| match step {
        Step::Row(columns, _) => {
            first.get_or_insert_with(|| columns.numbers());
            seen.row(columns, row);
        }
        Step::Skipped(reason, columns) => {
            if let Some(columns) = columns {
                seen.day(columns, row);
            }
            if reason == SkipReason::BillPayment {
                seen.payment(row);
            }
        }
        Step::Other => {}
    });
    let currency_named = said.currency.or(seen.named_currency()).or(own);
    let mark = said
        .mark
        .map_or_else(|| seen.mark(dialect.decimals, currency_named), |mark| Ok((mark, "decimals:person")));
    let likely = mark.map_or(DecimalMark::Point, |(mark, _)| mark);
    let sums = seen.sums.read(likely);
    Survey {
        order: said
            .order
            .map_or_else(|| seen.order(dialect.dates, likely), |order| Ok((order, "order:person"))),
        mark,
        sign: said.sign.map_or_else(|| seen.paid_sign(sign, sums), |sign| Ok((sign, "sign:person"))),
        currency: match said.currency {
            Some(currency) => seen.checked(currency, sums, "currency:person"),
            None => seen.currency(own, setting.home, sums),
        },
        likely: TableWays {
            currency: seen.named_currency().or(seen.market).or(home),
            ..TableWays::default()
        },
        columns: first,
    }
}

/// The order in which all of these can be days.
pub(super) fn order_of<'t>(
    texts: impl Iterator<Item = &'t str>,
    today: Option<NaiveDate>,
) -> Result<DateOrder, ProblemCode> {
    let mut seen = Seen { today, ..Seen::default() };
    for text in texts {
        seen.japanese |= is_japanese(text);
        seen.days.take(text);
    }
    seen.order(Dates::Any, DecimalMark::Point).map(|(order, _)| order)
}

/// A day whose year does not stand in front.
fn is_turned(text: &str) -> bool {
    looks_like_day(text.trim()) && day(text.trim(), DateOrder::Ymd).is_none()
}

/// An account's number as it is written in Europe.
pub(super) fn is_iban(text: &str) -> bool {
    let text = text.trim();
    let length = text.bytes().filter(u8::is_ascii_alphanumeric).count();
    let mut bytes = text.bytes();
    (15..=34).contains(&length)
        && bytes.by_ref().take(2).all(|c| c.is_ascii_uppercase())
        && bytes.by_ref().take(2).all(|c| c.is_ascii_digit())
        && bytes.all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b' ')
        && text.bytes().filter(u8::is_ascii_digit).count() * 2 > length
}

pub(super) fn is_japanese(text: &str) -> bool {
    text.contains(
        |c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff66}'..='\u{ff9f}'),
    )
}

/// The days of a file, as each order reads them.
#[derive(Default)]
struct Days {
    /// Files are sorted, so that most days stand beside their like.
    last: String,
    orders: [Spread; 3],
    /// Something between the numbers is no dot.
    has_others: bool,
}

/// Days in the order of the file.
#[derive(Clone, Copy, Default)]
struct Spread {
    count: usize,
    /// The earliest and the latest.
    ends: Option<(NaiveDate, NaiveDate)>,
    last: Option<NaiveDate>,
    rises: usize,
    falls: usize,
    /// Of the 31 of a month.
    of_month: u32,
    /// The same for the same days in the same order.
    hash: u64,
}

impl Days {
    fn take(&mut self, text: &str) {
        if self.last == text && self.orders.iter().any(|spread| 0 < spread.count) {
            return;
        }
        text.clone_into(&mut self.last);
        self.has_others |= !text.contains('.');
        for (order, spread) in DateOrder::ALL.into_iter().zip(&mut self.orders) {
            if let Some(day) = day(text, order) {
                spread.take(day);
            }
        }
    }

    fn read(&self, order: DateOrder) -> Spread {
        let mut all = DateOrder::ALL.into_iter().zip(&self.orders);
        all.find(|(other, _)| *other == order).map(|(_, spread)| *spread).unwrap_or_default()
    }
}

impl Spread {
    fn take(&mut self, day: NaiveDate) {
        self.count += 1;
        self.ends = Some(self.ends.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        self.rises += usize::from(self.last.is_some_and(|last| last < day));
        self.falls += usize::from(self.last.is_some_and(|last| day < last));
        self.last = Some(day);
        self.of_month |= 1 << day.day0();
        // FNV-1a, of days instead of bytes.
        let number = u64::from(day.num_days_from_ce().unsigned_abs());
        self.hash = (self.hash ^ number).wrapping_mul(0x0100_0000_01b3).rotate_left(7);
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.count, self.ends, self.hash) == (other.count, other.ends, other.hash)
    }

    fn span(&self) -> i64 {
        self.ends.map_or(0, |(first, last)| last.signed_duration_since(first).num_days())
    }

    fn is_sorted(&self) -> bool {
        (self.rises == 0 || self.falls == 0) && ENOUGH_TO_BE_SORTED <= self.rises + self.falls + 1
    }

    /// Days of one or two months, not all on the same day of theirs.
    fn is_dense(&self) -> bool {
        ENOUGH_TO_BE_SORTED <= usize::try_from(self.of_month.count_ones()).unwrap_or(0)
            && self.span() <= DENSE_DAYS
    }
}

/// The sums of a file.
#[derive(Default)]
struct Sums {
    point: bool,
    comma: bool,
    /// What separates thousands or a fraction of three digits: of the first sum that has it, and of the first balance.
    either: [Option<char>; 2],
    /// As each mark reads them.
    marks: [SumsRead; 2],
}

/// The sums of a file, read with one decimal mark.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the sums")]
struct SumsRead {
    any: bool,
    has_mark: bool,
    has_fractions: bool,
    has_plus: bool,
    /// More than nothing, and without a plus before it.
    has_unsigned: bool,
    votes: Votes,
    chain: Chain,
}

impl Sums {
    fn hint(&mut self, text: &str, is_balance: bool) {
        if !text.contains(['.', ',']) {
            return;
        }
        match mark_hint(text) {
            MarkHint::Point => self.point = true,
            MarkHint::Comma => self.comma = true,
            MarkHint::Either => {
                let [of_sums, of_balances] = &mut self.either;
                let either = if is_balance { of_balances } else { of_sums };
                *either = either.or(text.chars().rfind(|c| matches!(c, '.' | ',')));
            }
            MarkHint::None => {}
        }
    }

    fn take(&mut self, text: &str, kind: RowKind) {
        self.hint(text, false);
        for (mark, read) in DecimalMark::ALL.into_iter().zip(&mut self.marks) {
            let Some(sum) = sum(text, mark) else { continue };
            read.any = true;
            read.has_mark |= text.contains(if mark == DecimalMark::Point { '.' } else { ',' });
            read.has_fractions |= !sum.fract().is_zero();
            if Decimal::ZERO < sum {
                let is_signed = text.contains('+');
                read.has_plus |= is_signed;
                read.has_unsigned |= !is_signed;
            }
            read.votes.take(sum, kind);
        }
    }

    /// What came in, what went out, and the balance behind it.
    fn take_balance(&mut self, back: &str, out: &str, balance: &str) {
        self.hint(balance, true);
        for (mark, read) in DecimalMark::ALL.into_iter().zip(&mut self.marks) {
            let (back, out) = (sum(back, mark), sum(out, mark));
            if back.is_none() && out.is_none() {
                continue;
            }
            let (back, out) = (back.unwrap_or_default(), out.unwrap_or_default().abs());
            let step = if out.is_zero() { Some(back) } else { back.abs().checked_sub(out) };
            if let Some(row) = step.zip(sum(balance, mark)) {
                read.chain.take(row);
            }
        }
    }

    /// A bill that was paid, which has the other sign than purchases.
    fn take_payment(&mut self, text: &str) {
        for (mark, read) in DecimalMark::ALL.into_iter().zip(&mut self.marks) {
            if let Some(sum) = sum(text, mark) {
                read.votes.take(sum, RowKind::Refund);
            }
        }
    }

    fn read(&self, mark: DecimalMark) -> &SumsRead {
        let [point, comma] = &self.marks;
        if mark == DecimalMark::Point { point } else { comma }
    }
}

impl SumsRead {
    /// `+100,00` beside `-25,90`: who writes the plus means what came in.
    fn plus_is_written(&self) -> bool {
        self.has_plus && !self.has_unsigned
    }
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the file")]
struct Seen {
    today: Option<NaiveDate>,
    /// The table is known by its heading or its cells, and not by a profile.
    is_table: bool,
    days: Days,
    sums: Sums,
    /// The heading that is known already.
    heading: Option<Vec<String>>,
    /// Something is Japanese: there the year always stands first and a card's sums have no sign.
    japanese: bool,
    /// The column is headed as what was spent, or money back has one of its own: a minus is no purchase.
    spent: bool,
    /// Rows name accounts of others, as only a bank's do.
    is_account: bool,
    /// The last account that was named.
    account: String,
    /// Which rows are money out stands in a column of its own.
    is_flagged: bool,
    /// The heading says money in and out of an account, in one column.
    both_ways: bool,
    has_currency_column: bool,
    /// Beside a sum or in its heading.
    currency: Option<Currency>,
    /// Of rows that name one.
    of_rows: Set<Currency>,
    /// In the lines above the table.
    above: Set<Currency>,
    /// The marketplaces that rows name are all of this one.
    market: Option<Currency>,
    is_market_mixed: bool,
    /// Days with the year in front, above the table.
    period: Vec<NaiveDate>,
}

impl Seen {
    fn preamble(&mut self, sheet: &Sheet<'_>) {
        if !self.is_table {
            return;
        }
        let is_above = |row: &&Row| {
            row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 3
                || !row.cells.iter().any(|cell| looks_like_day(cell.trim()))
        };
        for row in sheet.head.iter().take_while(is_above) {
            for cell in &row.cells {
                self.above.extend(currency_word(cell));
                let words = cell.split(|c: char| !c.is_ascii_alphabetic());
                self.above.extend(
                    words
                        .filter(|word| word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase()))
                        .filter_map(currency_word),
                );
                let parts = cell.split([' ', '~', '～', ',']);
                let year_first = |part: &&str| part.starts_with("20") && 8 <= part.len();
                self.period.extend(parts.filter(year_first).filter_map(|part| day(part, DateOrder::Ymd)));
            }
        }
    }

    fn row(&mut self, columns: &Columns, row: &Row) {
        if self.heading.as_ref() != Some(&columns.heading) {
            self.heading(columns);
        }
        self.day(columns, row);
        self.japanese = self.japanese || (self.is_table && row.cells.iter().any(is_japanese));
        if let Some(cell) = columns.currency.map(|index| row.cell(index)) {
            self.has_currency_column = true;
            self.of_rows.extend(currency_word(cell).or_else(|| Currency::parse(cell)));
        }
        if self.is_table && !self.is_account {
            for cell in row.cells.iter().filter(|cell| is_iban(cell)) {
                self.is_account |= !self.account.is_empty() && self.account != cell;
                cell.clone_into(&mut self.account);
            }
        }
        let sum = columns.amount.or(columns.out);
        self.currency = self.currency.or_else(|| currency_of(row.cell(sum?)));
        self.marketplace(row);
        let kind = if self.is_table {
            row_kind(row.cells.iter())
        } else {
            row_kind(columns.merchant.into_iter().map(|at| row.cell(at)))
        };
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let (out, back) = match columns.amount {
            Some(_) => ("", cell(columns.amount)),
            None => (cell(columns.out), cell(columns.back)),
        };
        self.sums.take(out, kind);
        self.sums.take(back, kind);
        if columns.balance.is_some() {
            self.sums.take_balance(back, out, cell(columns.balance));
        }
    }

    fn day(&mut self, columns: &Columns, row: &Row) {
        if let [date] = columns.date[..] {
            self.days.take(row.cell(date));
        }
    }

    fn heading(&mut self, columns: &Columns) {
        self.heading = Some(columns.heading.clone());
        self.japanese |= columns.heading.iter().any(|cell| is_japanese(cell));
        let name = columns.name(columns.amount);
        let has =
            |words: &[&str]| name.as_deref().is_some_and(|name| words.iter().any(|word| name.contains(word)));
        self.spent |= name.is_none() || has(&["利用", "Outflow", "outflow", "請求", "購入"]);
        self.both_ways |= has(&["入出金", "Inflow", "入払"]);
        self.is_flagged |= columns.flag.is_some();
        self.currency = self.currency.or_else(|| {
            [columns.amount, columns.out, columns.back, columns.balance]
                .into_iter()
                .find_map(|column| currency_of(&columns.name(column)?))
        });
    }

    /// `AMAZON.DE`, `AMZN Mktp UK*`: shops of one country are mostly paid in its money.
    fn marketplace(&mut self, row: &Row) {
        const MARKETS: [(&str, Currency); 17] = [
            ("amazon.nl", Currency::EUR),
            ("amazon.ie", Currency::EUR),
            ("amazon.com.be", Currency::EUR),
            (".co.jp", Currency::JPY),
            ("mktp jp", Currency::JPY),
            (".co.uk", Currency::GBP),
            ("mktp uk", Currency::GBP),
            ("amazon uk", Currency::GBP),
            ("amazon.de", Currency::EUR),
            ("amazon.fr", Currency::EUR),
            ("amazon.it", Currency::EUR),
            ("amazon.es", Currency::EUR),
            ("amazon eu", Currency::EUR),
            ("mktp de", Currency::EUR),
            ("mktp fr", Currency::EUR),
            ("mktp us", Currency::USD),
            ("amazon.com*", Currency::USD),
        ];
        const CODES: [(&str, &str); 22] = [
            ("amazon au", "AUD"),
            ("amazon.com.au", "AUD"),
            ("mktplc au", "AUD"),
            ("marketplace au", "AUD"),
            ("amazon br", "BRL"),
            ("amazonprimebr", "BRL"),
            ("amazon.com.mx", "MXN"),
            ("amazon mx", "MXN"),
            ("amazon.pl", "PLN"),
            ("amazon.se", "SEK"),
            ("amazon.sg", "SGD"),
            ("amazon.in", "INR"),
            ("amazon.ae", "AED"),
            ("amazon.sa", "SAR"),
            ("amazon.com.tr", "TRY"),
            ("amazon.eg", "EGP"),
            ("amazon.co.za", "ZAR"),
            ("mktp ca", "CAD"),
            ("amazon.ca", "CAD"),
            ("amazon sg", "SGD"),
            ("amazon.com.br", "BRL"),
            ("amazon in", "INR"),
        ];
        for cell in row.cells.iter().filter(|cell| is_amazons(cell)) {
            let lower: String = cell.chars().map(|c| crate::field::narrow(c).to_ascii_lowercase()).collect();
            let known = MARKETS.iter().find(|(name, _)| lower.contains(name)).map(|&(_, currency)| currency);
            let other = || {
                let is_named = |name: &str| {
                    lower.match_indices(name).any(|(at, _)| {
                        lower
                            .get(at + name.len()..)
                            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
                    })
                };
                CODES.iter().find(|(name, _)| is_named(name)).and_then(|(_, code)| Currency::parse(code))
            };
            let Some(found) = known.or_else(other) else { continue };
            self.is_market_mixed |= self.market.is_some_and(|market| market != found);
            self.market = Some(found);
        }
    }

    fn payment(&mut self, row: &Row) {
        // Paid from an account it is money out, received by a card it is money in: the other words tell which.
        if row_kind(row.cells.iter()) != RowKind::Refund {
            return;
        }
        let is_sum = |cell: &&str| looks_like_sum(cell) && !looks_like_day(cell);
        row.cells.iter().filter(is_sum).for_each(|cell| self.sums.take_payment(cell));
    }

    /// What the file itself says, in words.
    fn named_currency(&self) -> Option<Currency> {
        let only = |set: &Set<Currency>| set.first().copied().filter(|_| set.len() == 1);
        only(&self.of_rows).or(self.currency).or_else(|| only(&self.above))
    }

    /// The currency of rows that name none.
    fn currency(&self, own: Option<Currency>, home: Option<Currency>, sums: &SumsRead) -> Told<Currency> {
        if self.has_currency_column && !self.of_rows.is_empty() {
            let currency = self.named_currency().or(own).or(home).or(self.of_rows.first().copied());
            return currency.map(|currency| (currency, "currency:column")).ok_or(ProblemCode::BadCurrency);
        }
        if let Some(currency) = self.currency {
            return self.checked(currency, sums, "currency:words");
        }
        if let Some(currency) = own {
            return self.checked(currency, sums, "");
        }
        if let Some(currency) = self.named_currency() {
            return self.checked(currency, sums, "currency:above");
        }
        // Yen, and never silently as many dollars.
        let is_whole = self.has_only_whole_sums(sums);
        if self.japanese && is_whole {
            return self.checked(Currency::JPY, sums, "currency:script");
        }
        let home = home.ok_or(ProblemCode::BadCurrency)?;
        if self.is_table && (self.is_market_mixed || self.market.is_some_and(|market| market != home)) {
            return Err(ProblemCode::BadCurrency);
        }
        // Rupees are hardly ever parted.
        if self.is_table && home.decimals() != 0 && is_whole && home.code() != "INR" {
            return Err(ProblemCode::BadCurrency);
        }
        self.checked(home, sums, "currency:region")
    }

    /// Sums with more places than the currency has are of another one, and nothing says which.
    fn checked(&self, currency: Currency, sums: &SumsRead, why: &'static str) -> Told<Currency> {
        if !self.has_currency_column && currency.decimals() == 0 && sums.has_fractions {
            return Err(ProblemCode::BadCurrency);
        }
        Ok((currency, why))
    }

    /// Banks that count cents print them, also where there are none.
    fn has_only_whole_sums(&self, sums: &SumsRead) -> bool {
        !self.has_currency_column && sums.any && !sums.has_mark
    }

    fn mark(&self, decimals: Decimals, currency: Option<Currency>) -> Told<DecimalMark> {
        match decimals {
            Decimals::Point => return Ok((DecimalMark::Point, "")),
            Decimals::Comma => return Ok((DecimalMark::Comma, "")),
            Decimals::Any => {}
        }
        let [of_sums, of_balances] = self.sums.either;
        match (self.sums.point, self.sums.comma, of_sums.or(of_balances)) {
            (false, true, _) => Ok((DecimalMark::Comma, "decimals:sums")),
            // What separates thousands is no decimal mark.
            (false, false, Some(separator))
                if self.japanese || currency.is_some_and(|currency| currency.decimals() == 0) =>
            {
                Ok((
                    if separator == ',' { DecimalMark::Point } else { DecimalMark::Comma },
                    "decimals:currency",
                ))
            }
            (false, false, Some(_)) | (true, true, _) => Err(ProblemCode::AmbiguousAmounts),
            _ => Ok((DecimalMark::Point, "")),
        }
    }

    fn order(&self, dates: Dates, mark: DecimalMark) -> Told<DateOrder> {
        let [ymd, mdy, dmy] =
            [DateOrder::Ymd, DateOrder::Mdy, DateOrder::Dmy].map(|order| self.days.read(order).count);
        match dates {
            // Saved again by a spreadsheet of another country.
            Dates::Ymd if ymd == 0 && 0 < mdy.max(dmy) => {}
            Dates::Ymd => return Ok((DateOrder::Ymd, "")),
            // An issuer that changed its order shows it in every file that goes past the twelfth.
            Dates::Mdy => return Ok((if dmy > mdy { DateOrder::Dmy } else { DateOrder::Mdy }, "")),
            Dates::Dmy => return Ok((if mdy > dmy { DateOrder::Mdy } else { DateOrder::Dmy }, "")),
            Dates::Any => {}
        }
        let most = ymd.max(mdy).max(dmy);
        // An order in which many rows are no days is none; those in which some lie in the future or decades apart neither.
        let fitting: Vec<(DateOrder, Spread)> = DateOrder::ALL
            .into_iter()
            .map(|order| (order, self.days.read(order)))
            .filter(|(_, days)| 0 < days.count && most * 9 <= days.count * 10)
            .collect();
        let same = |found: &[(DateOrder, Spread)]| {
            found.windows(2).all(|pair| matches!(pair, [a, b] if a.1.is_same(&b.1)))
        };
        let tie = |order| Ok((order, ""));
        if fitting.is_empty() {
            return tie(DateOrder::Ymd);
        }
        if same(&fitting) {
            return tie(fitting.first().map_or(DateOrder::Ymd, |(order, _)| *order));
        }
        if self.japanese && fitting.iter().any(|(order, _)| *order == DateOrder::Ymd) {
            return Ok((DateOrder::Ymd, "order:script"));
        }
        let latest = self.today.and_then(|today| today.checked_add_days(chrono::Days::new(AHEAD)));
        let past: Vec<_> = fitting
            .iter()
            .filter(|(_, days)| days.ends.zip(latest).is_none_or(|((_, last), latest)| last <= latest))
            .copied()
            .collect();
        let (fitting, mut why) = match past.len() {
            0 => (fitting, "order:days"),
            found if found < fitting.len() => (past, "order:today"),
            _ => (past, "order:days"),
        };
        let near: Vec<_> = fitting.iter().filter(|(_, days)| days.span() < 3 * 366).copied().collect();
        let fitting = if near.is_empty() { fitting } else { near };
        // Of two orders in which nearly all are days the one in which all are.
        let most = fitting.iter().map(|(_, days)| days.count).max().unwrap_or(0);
        let whole: Vec<_> = fitting.into_iter().filter(|(_, days)| days.count == most).collect();
        if let Some((order, _)) = whole.first().filter(|_| same(&whole)) {
            return Ok((*order, why));
        }
        // Dots between numbers and a decimal comma are written where the day stands first.
        let has_dmy = whole.iter().any(|(order, _)| *order == DateOrder::Dmy);
        if has_dmy && (mark == DecimalMark::Comma || !self.days.has_others) {
            return Ok((DateOrder::Dmy, "order:writing"));
        }
        if let [first, .., last] = self.period[..] {
            let (first, last) = (first.min(last), first.max(last));
            let within: Vec<_> = whole
                .iter()
                .filter(|(_, days)| days.ends.is_none_or(|(from, to)| first <= from && to <= last))
                .collect();
            if let [(order, _)] = within[..] {
                return Ok((*order, "order:period"));
            }
        }
        let sorted: Vec<_> = whole.iter().filter(|(_, days)| days.is_sorted()).collect();
        let dense: Vec<_> = whole.iter().filter(|(_, days)| days.is_dense()).collect();
        why = "order:sorted";
        match (&sorted[..], &dense[..]) {
            ([(order, _)], [] | [_, _, ..]) => Ok((*order, why)),
            ([(order, _)], [(other, _)]) if order == other => Ok((*order, why)),
            ([] | [_, _, ..], [(order, days)])
                if whole.iter().all(|(other, spread)| {
                    other == order || DENSE_DAYS * 2 < spread.span() || days.is_same(spread)
                }) =>
            {
                Ok((*order, "order:dense"))
            }
            _ => Err(ProblemCode::AmbiguousDates),
        }
    }

    fn paid_sign(&self, sign: Sign, sums: &SumsRead) -> Told<PaidSign> {
        match sign {
            Sign::ChargesPositive => return Ok((PaidSign::Plus, "")),
            Sign::ChargesNegative => return Ok((PaidSign::Minus, "")),
            Sign::Any if self.is_flagged => return Ok((PaidSign::Plus, "sign:flag")),
            Sign::Any if self.spent => return Ok((PaidSign::Plus, "sign:columns")),
            Sign::Any if sums.plus_is_written() => return Ok((PaidSign::Minus, "sign:written")),
            Sign::Any if self.both_ways => return Ok((PaidSign::Minus, "sign:heading")),
            Sign::Any => {}
        }
        sums.votes.decide(sums.chain.links().filter(|links| links.is_settled()), self.is_account)
    }
}

/// How many rows speak for which sign of purchases.
#[derive(Default)]
struct Votes {
    plus: Side,
    minus: Side,
}

/// Rows with one sign.
#[derive(Default)]
struct Side {
    count: u32,
    /// Of these, money back or wages by their words.
    back: u32,
    /// Rows that are surely purchases, or surely none: purchases have this sign then.
    by_words: u32,
    /// Of these, the kinds of words.
    of_purchase: bool,
    of_back: bool,
}

impl Votes {
    fn side(&mut self, is_minus: bool) -> &mut Side {
        if is_minus { &mut self.minus } else { &mut self.plus }
    }

    fn take(&mut self, sum: Decimal, kind: RowKind) {
        if sum.is_zero() {
            return;
        }
        let is_minus = sum.is_sign_negative();
        let is_back = matches!(kind, RowKind::Refund | RowKind::Income);
        let side = self.side(is_minus);
        side.count += 1;
        side.back += u32::from(is_back);
        if kind == RowKind::Unknown {
            return;
        }
        let voted = self.side(is_minus != is_back);
        voted.by_words += 1;
        voted.of_back |= is_back;
        voted.of_purchase |= !is_back;
    }

    fn decide(&self, links: Option<Links>, is_account: bool) -> Told<PaidSign> {
        let of = |is_minus: bool| if is_minus { PaidSign::Minus } else { PaidSign::Plus };
        let (plus, minus) = (self.plus.by_words, self.minus.by_words);
        let by_words = match (plus, minus) {
            (0, 0) => None,
            (plus, minus) if minus * 3 <= plus => Some(false),
            (plus, minus) if plus * 3 <= minus => Some(true),
            _ => None,
        };
        // An account goes down by what is paid; what is owed on a card goes up by it.
        if let Some(links) = links {
            let by_account = links.is_rising();
            return match by_words {
                Some(is_minus) if is_minus != by_account && plus.max(minus) < 2 => {
                    Err(ProblemCode::AmbiguousSign)
                }
                Some(is_minus) => Ok((of(is_minus), "sign:balance")),
                None if plus + minus == 0 || self.plus.count == 0 || self.minus.count == 0 || by_account => {
                    Ok((of(by_account), "sign:balance"))
                }
                None => Err(ProblemCode::AmbiguousSign),
            };
        }
        // Beside accounts of others a minus is what was paid, if a word agrees and none says otherwise.
        if is_account && 0 < minus && plus == 0 && 0 < self.minus.count {
            return Ok((PaidSign::Minus, "sign:account"));
        }
        if self.plus.count == 0 || self.minus.count == 0 {
            let is_minus = self.plus.count == 0 && 0 < self.minus.count;
            // All of one sign, and words that say the opposite of it: a file of refunds, or a bank's of what came in.
            return match by_words {
                Some(other) if other != is_minus && 0 < self.plus.count + self.minus.count => {
                    Err(ProblemCode::AmbiguousSign)
                }
                _ => Ok((of(is_minus), "sign:all")),
            };
        }
        let Some(is_minus) = by_words else { return Err(ProblemCode::AmbiguousSign) };
        let (most, few) = if is_minus { (&self.minus, &self.plus) } else { (&self.plus, &self.minus) };
        let count = most.by_words;
        let is_majority = few.count < most.count;
        let has_both_kinds = most.of_purchase && most.of_back;
        // One word on one row is chance.
        let is_unanimous = few.by_words == 0;
        // Every row of the sign that fewer have says that it is no purchase.
        let is_explained = is_unanimous && few.count == few.back && few.count <= most.count;
        if is_explained
            || (is_unanimous && (has_both_kinds || (1 < count && is_majority)))
            || (3 < count && is_majority)
            // Purchases and money back agree, three to one.
            || (2 < count && has_both_kinds && is_majority)
        {
            return Ok((of(is_minus), "sign:words"));
        }
        Err(ProblemCode::AmbiguousSign)
    }
}
