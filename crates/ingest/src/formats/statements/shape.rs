//! Which column of a table is what, where no profile says it: what stands in the cells decides, the heading confirms.

use mioboe_model::TableColumns;
use mioboe_model::sorted::Set;
use rust_decimal::Decimal;

use super::dialect::{Dialect, Table};
use super::foreign::currency_word;
use super::survey::is_iban;
use super::wording::{Flag, RowKind, flag_of, heading_key, is_amazons, is_like, row_kind};
use crate::field::{DateOrder, DecimalMark, MarkHint, day, looks_like_day, looks_like_sum, mark_hint, sum};
use crate::sheet::Row;

/// Headings of numbers that are no sums of charges.
const NO_SUMS: &[&str] = &[
    "number",
    "no",
    "nr",
    "num",
    "id",
    "ref",
    "reference",
    "check",
    "cheque",
    "zip",
    "postcode",
    "rate",
    "fee",
    "points",
    "rewards",
    "iban",
    "account",
    "konto",
    "kontonummer",
    "blz",
    "番号",
    "レート",
    "手数料",
    "ポイント",
    "回数",
    "利息",
    "年利",
    "税",
    "original",
    "foreign",
    "local",
    "現地",
    "外貨",
    "利用通貨",
    "通番",
    "rekening",
    "conto",
    "compte",
    "cuenta",
    "szamlaszam",
    "kartyaszam",
    "valuta kurs",
    "kurs",
    "cambio",
    "累計",
    "繰越",
];
/// Of currencies that are not the card's.
const FOREIGN: &[&str] = &["original", "foreign", "local", "現地", "外貨", "利用通貨", "略称", "fx"];
/// No table has more; each sum is tried as the balance of all pairs of others.
const MOST_COLUMNS: usize = 64;
const MOST_SUMS: usize = 10;
/// A row is valued so many days before or after it is booked.
const NEAR_DAYS: i64 = 10;
/// Rows from which on their looks alone can decide.
const ENOUGH_ROWS: usize = 2;

/// Where everything stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// One column, or those of year, month and day.
    pub(super) date: Vec<usize>,
    pub(super) posted: Option<usize>,
    pub(super) merchant: Option<usize>,
    pub(super) amount: Option<usize>,
    pub(super) out: Option<usize>,
    pub(super) back: Option<usize>,
    pub(super) balance: Option<usize>,
    pub(super) flag: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) card: Option<usize>,
    pub(super) holder: Option<usize>,
    pub(super) memo: Vec<usize>,
    /// Where else a shop's name may stand.
    pub(super) texts: Vec<usize>,
    /// How many cells most rows have.
    pub(super) width: usize,
    /// Nothing in it is a mere guess.
    pub(super) is_sure: bool,
    pub(super) why: &'static str,
}

impl Shape {
    /// As the person named the columns; what they were not asked for is as it was found.
    pub(super) fn named(&self, named: &TableColumns) -> Self {
        let same_sum = self.amount == named.amount;
        Self {
            date: match self.date[..] {
                [year, ..] if Some(year) == named.date => self.date.clone(),
                _ => named.date.into_iter().collect(),
            },
            posted: None,
            merchant: named.merchant,
            amount: named.amount,
            out: named.out,
            back: named.back,
            balance: self.balance,
            flag: self.flag.filter(|_| same_sum),
            currency: named.currency,
            card: named.card,
            holder: named.holder,
            memo: named.memo.into_iter().collect(),
            texts: Vec::new(),
            width: self.width,
            is_sure: true,
            why: "columns:person",
        }
    }

    pub(super) fn numbers(&self) -> TableColumns {
        TableColumns {
            date: self.date.first().copied(),
            merchant: self.merchant,
            amount: self.amount,
            out: self.out,
            back: self.back,
            currency: self.currency,
            card: self.card,
            holder: self.holder,
            memo: self.memo.first().copied(),
        }
    }
}

/// Finds the columns of rows under a heading, or of rows without one.
pub(super) fn shape(heading: Option<&Row>, body: &[&Row], dialect: &'static Dialect) -> Shape {
    let Some(table) = dialect.tables.first() else { return Shape::default() };
    let looks = Looks::new(heading, body, table);
    looks.shape()
}

/// The cells of a column, and what they could be.
#[derive(Default)]
struct Look {
    filled: usize,
    days: usize,
    /// Days whose numbers are apart, which no other number is.
    written_days: usize,
    sums: usize,
    texts: usize,
    letters: usize,
    masked: usize,
    currencies: usize,
    amazons: usize,
    outs: usize,
    ins: usize,
    is_minus: bool,
    /// No separator, many digits or zeros in front: a number that is no sum.
    ids: usize,
    small: usize,
    different: Set<String>,
}

struct Looks<'t> {
    heading: Option<&'t Row>,
    keys: Vec<String>,
    body: &'t [&'t Row],
    table: &'static Table,
    columns: Vec<Look>,
    mark: DecimalMark,
}

impl<'t> Looks<'t> {
    fn new(heading: Option<&'t Row>, body: &'t [&'t Row], table: &'static Table) -> Self {
        let width = body.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MOST_COLUMNS);
        let mut columns: Vec<Look> = Vec::new();
        columns.resize_with(width, Look::default);
        let (mut points, mut commas) = (0, 0);
        for row in body {
            for (look, cell) in columns.iter_mut().zip(&row.cells) {
                let cell = cell.trim();
                match mark_hint(cell) {
                    MarkHint::Point => points += 1,
                    MarkHint::Comma => commas += 1,
                    MarkHint::Either | MarkHint::None => {}
                }
                look.take(cell);
            }
        }
        let mark = if points < commas { DecimalMark::Comma } else { DecimalMark::Point };
        let keys = heading.map(|row| row.cells.iter().map(heading_key).collect()).unwrap_or_default();
        Self { heading, keys, body, table, columns, mark }
    }

    fn look(&self, at: usize) -> Option<&Look> {
        self.columns.get(at)
    }

    /// The columns that are headed with one of these words and hold what is wanted, in the order of the words.
    fn headed(&self, words: &[&str], fits: impl Fn(&Look) -> bool) -> Vec<usize> {
        let mut found = self.headed_exactly(words, &fits);
        if found.iter().any(|at| self.is_filled(*at)) {
            return found;
        }
        // `Descrizione completa`: a word among others.
        let fits = |at: &usize| self.look(*at).is_some_and(|look| look.filled == 0 || fits(look));
        for word in words.iter().filter(|word| !word.contains('…')) {
            let is_in = |key: &str| {
                key.split([' ', '/', '-', '_']).any(|part| part == *word)
                    || (!word.is_ascii() && key.contains(word))
            };
            found.extend((0..).zip(&self.keys).filter(|(_, key)| is_in(key)).map(|(at, _)| at).filter(fits));
        }
        self.in_order(found)
    }

    /// Each once, those that hold something first.
    fn in_order(&self, mut found: Vec<usize>) -> Vec<usize> {
        let mut seen = Set::new();
        found.retain(|at| seen.insert(*at));
        found.sort_by_key(|at| !self.is_filled(*at));
        found
    }

    fn is_filled(&self, at: usize) -> bool {
        self.look(at).is_some_and(|look| 0 < look.filled)
    }

    fn headed_exactly(&self, words: &[&str], fits: impl Fn(&Look) -> bool) -> Vec<usize> {
        let Some(heading) = self.heading else { return Vec::new() };
        let fits = |at: &usize| self.look(*at).is_some_and(|look| look.filled == 0 || fits(look));
        let mut found = Vec::new();
        let cells = || (0..).zip(heading.cells.iter().zip(&self.keys));
        for word in words {
            let is_it = |cell: &str, key: &str| is_like(cell, word) || (!key.is_empty() && key == *word);
            let places = cells().filter(|(_, (cell, key))| is_it(cell, key)).map(|(at, _)| at).filter(fits);
            found.extend(places);
        }
        self.in_order(found)
    }

    fn is_headed(&self, at: usize, words: &[&str]) -> bool {
        self.keys.get(at).is_some_and(|key| {
            words.iter().any(|word| {
                key.split([' ', '/', '.', '-', '_', '#']).any(|part| part == *word)
                    || (!word.is_ascii() && key.contains(word))
            })
        })
    }

    fn shape(&self) -> Shape {
        let mut shape =
            Shape { is_sure: true, why: "columns:content", width: self.width(), ..Shape::default() };
        let mut by_words = 0;
        self.find_days(&mut shape, &mut by_words);
        let dated = |at: usize| shape.date.contains(&at) || shape.posted == Some(at);
        // A currency that only some rows have is the shop's.
        let is_whole = |at: &usize| self.look(*at).is_some_and(|look| look.filled == self.body.len());
        let currency = self
            .headed(self.table.currency, |look| 0 < look.currencies)
            .into_iter()
            .find(|at| is_whole(at) && !self.is_headed(*at, FOREIGN));
        shape.currency = currency.or_else(|| {
            let is_it = |at: &usize| {
                is_whole(at)
                    && self.look(*at).is_some_and(|look| look.all(look.currencies))
                    && !self.is_headed(*at, FOREIGN)
            };
            (0..self.columns.len()).find(is_it)
        });
        shape.card = self
            .headed(self.table.card, |look| !look.is_day())
            .into_iter()
            .next()
            .or_else(|| self.first(|look| look.all(look.masked)));
        shape.holder = self.headed(self.table.holder, Look::is_text).into_iter().next();
        let taken: Vec<usize> = [shape.currency, shape.card, shape.holder].into_iter().flatten().collect();
        let free: Vec<usize> =
            (0..self.columns.len()).filter(|at| !dated(*at) && !taken.contains(at)).collect();
        self.find_sums(&mut shape, &free, &mut by_words);
        self.find_flag(&mut shape, &free);
        self.find_shop(&mut shape, &free, &mut by_words);
        if by_words == 3 {
            shape.why = "columns:heading";
        } else if self.body.len() < ENOUGH_ROWS {
            shape.is_sure = false;
        }
        // Zeros and ones say of each row something that nobody named: whether it counts, whether it is a transfer; so do two
        // letters beside sums without a sign.
        let is_unsigned = || {
            shape.flag.is_none()
                && shape.amount.and_then(|at| self.look(at)).is_some_and(|look| !look.is_minus)
        };
        let is_switch = |at: usize| {
            let is_one = |cell: &String| {
                cell == "0"
                    || cell == "1"
                    || (is_unsigned() && cell.len() == 1 && !cell.starts_with(|c: char| c.is_ascii_digit()))
            };
            let only = |look: &Look| look.different.len() == 2 && look.different.iter().all(is_one);
            self.look(at).is_some_and(|look| look.filled == self.body.len() && only(look))
        };
        let used = [shape.amount, shape.out, shape.back];
        shape.is_sure &= !free.iter().any(|&at| is_switch(at) && !used.contains(&Some(at)));
        shape.is_sure &= !shape.date.is_empty() && shape.merchant.is_some();
        shape
    }

    fn width(&self) -> usize {
        let mut widths: Vec<usize> = self.body.iter().map(|row| row.width()).collect();
        widths.sort_unstable();
        widths.get(widths.len() / 2).copied().unwrap_or(0)
    }

    fn first(&self, fits: impl Fn(&Look) -> bool) -> Option<usize> {
        self.columns.iter().position(|look| 0 < look.filled && fits(look))
    }

    fn find_days(&self, shape: &mut Shape, by_words: &mut u32) {
        if let Some(parts) = self.parts_of_day() {
            shape.date = parts;
            *by_words += 1;
            return;
        }
        let headed = self.headed(self.table.date, Look::is_day);
        let headed: Vec<usize> = headed.into_iter().filter(|at| self.is_filled(*at)).collect();
        let written: Vec<usize> = (0..self.columns.len())
            .filter(|&at| self.look(at).is_some_and(|look| look.is_day() && look.all(look.written_days)))
            .collect();
        let plain = || self.first(|look| look.is_day() && !look.all(look.ids));
        if let Some(&first) = headed.first() {
            shape.date = vec![first];
            *by_words += 1;
        } else if let Some(&first) = written.first() {
            // The day of use is never behind the day of booking.
            let earliest = written
                .iter()
                .copied()
                .find(|&at| written.iter().all(|&other| self.is_never_later(at, other)));
            shape.is_sure &= earliest.is_some() || written.iter().all(|&at| self.is_near(first, at));
            shape.date = vec![earliest.unwrap_or(first)];
        } else {
            shape.date = plain().into_iter().collect();
        }
        let posted =
            self.headed(self.table.posted, Look::is_day).into_iter().find(|at| !shape.date.contains(at));
        shape.posted = posted.or_else(|| written.into_iter().find(|at| !shape.date.contains(at)));
    }

    /// Year, month and day in columns beside each other.
    fn parts_of_day(&self) -> Option<Vec<usize>> {
        let within = |at: usize, from: u32, to: u32| {
            self.look(at).is_some_and(|look| 0 < look.filled)
                && self
                    .body
                    .iter()
                    .all(|row| row.cell(at).parse::<u32>().is_ok_and(|number| (from..=to).contains(&number)))
        };
        (0..self.columns.len())
            .find(|&at| within(at, 1990, 2099) && within(at + 1, 1, 12) && within(at + 2, 1, 31))
            .map(|at| vec![at, at + 1, at + 2])
    }

    fn is_never_later(&self, at: usize, other: usize) -> bool {
        DateOrder::ALL.into_iter().any(|order| {
            self.body.iter().all(|row| match (day(row.cell(at), order), day(row.cell(other), order)) {
                (Some(one), Some(other)) => one <= other,
                (Some(_), None) => row.cell(other).is_empty(),
                _ => false,
            })
        })
    }

    /// Booked and valued within the same days, now one first and now the other.
    fn is_near(&self, at: usize, other: usize) -> bool {
        DateOrder::ALL.into_iter().any(|order| {
            self.body.iter().all(|row| {
                let days = day(row.cell(at), order).zip(day(row.cell(other), order));
                days.is_some_and(|(one, other)| one.signed_duration_since(other).num_days().abs() < NEAR_DAYS)
            })
        })
    }

    fn find_sums(&self, shape: &mut Shape, free: &[usize], by_words: &mut u32) {
        let is_sum = |look: &Look| look.is_sum();
        // Of two headings alike the one that has sums: `Valor (em US$)` is nothing on every row, `Valor (em R$)` is not.
        let is_nothing = |at: &usize| !self.body.iter().any(|row| self.is_there(row, *at));
        let one = |words: &[&str]| {
            self.headed(words, is_sum).into_iter().filter(|at| free.contains(at)).min_by_key(is_nothing)
        };
        shape.balance = one(self.table.balance);
        let not_balance = |at: &usize| Some(*at) != shape.balance;
        let (amount, out, back) = (
            one(self.table.amount).filter(not_balance),
            one(self.table.out).filter(not_balance),
            one(self.table.back).filter(not_balance),
        );
        // 入出金 is of both ways, although 出金 is in it; `Debit amount` is of one.
        let exact = self
            .headed_exactly(self.table.amount, is_sum)
            .into_iter()
            .find(|at| free.contains(at))
            .filter(not_balance);
        let is_both = exact.is_some() && out == exact && back.is_none_or(|back| Some(back) == exact);
        let (out, back) = if is_both { (None, None) } else { (out, back) };
        let amount = amount.filter(|_| amount != out && amount != back);
        let is_whole = |at: usize| self.look(at).is_some_and(|look| look.filled == self.body.len());
        match (amount, out, back) {
            // Each row has one of the two: a whole column beside them is the sum in the shop's currency.
            (_, Some(out), Some(back))
                if out != back && (!amount.is_some_and(is_whole) || self.never_both(out, back)) =>
            {
                (shape.out, shape.back) = (Some(out), Some(back));
            }
            (Some(amount), ..) => shape.amount = Some(amount),
            // `Umsatz` with a minus is of both ways.
            (None, Some(only), None) | (None, None, Some(only))
                if self.look(only).is_some_and(|look| look.is_minus) =>
            {
                shape.amount = Some(only);
            }
            (None, Some(out), _) => shape.out = Some(out),
            (None, None, Some(back)) => shape.back = Some(back),
            (None, None, None) => return self.sums_by_content(shape, free),
        }
        *by_words += 1;
        self.check_by_balance(shape, free);
    }

    /// Numbers that could be sums of charges.
    fn sums(&self, free: &[usize]) -> Vec<usize> {
        let is_sum = |at: &usize| {
            self.look(*at).is_some_and(|look| 0 < look.filled && look.is_sum() && !look.all(look.ids))
                && !self.is_headed(*at, NO_SUMS)
        };
        let mut sums: Vec<usize> = free.iter().copied().filter(is_sum).take(MOST_SUMS).collect();
        // How often it is paid, points, constants: less than what the others say.
        let is_telling = |at: &usize| {
            self.look(*at)
                .is_some_and(|look| !look.all(look.small) && (look.different.len() != 1 || look.filled < 2))
        };
        if sums.iter().any(is_telling) {
            sums.retain(is_telling);
        }
        sums
    }

    fn sums_by_content(&self, shape: &mut Shape, free: &[usize]) {
        let sums = self.sums(free);
        let others: Vec<usize> = sums.iter().copied().filter(|at| Some(*at) != shape.balance).collect();
        if let Some((balance, steps)) = self.balance_among(&sums, shape.balance) {
            shape.balance = Some(balance);
            match steps {
                Steps::One(amount) => shape.amount = Some(amount),
                Steps::Two(out, back) => (shape.out, shape.back) = (Some(out), Some(back)),
            }
            return;
        }
        match others[..] {
            [] => shape.is_sure = false,
            [amount] => shape.amount = Some(amount),
            [one, other] if self.never_both(one, other) => {
                let votes = |at: usize| {
                    let rows = self.body.iter().filter(|row| self.is_there(row, at));
                    rows.fold((0, 0), |(out, into), row| match row_kind(row.cells.iter()) {
                        RowKind::Purchase => (out + 1, into),
                        RowKind::Income | RowKind::Refund => (out, into + 1),
                        RowKind::Unknown => (out, into),
                    })
                };
                let ((one_out, one_in), (other_out, other_in)) = (votes(one), votes(other));
                let (forward, backward) = (one_out + other_in, one_in + other_out);
                shape.is_sure &= 1 < forward.max(backward) && forward.min(backward) == 0;
                let (out, back) = if backward > forward { (other, one) } else { (one, other) };
                (shape.out, shape.back) = (Some(out), Some(back));
            }
            [first, ..] => {
                // Sums that are the same on every row are one sum; what is carried over or a fee, and nothing on any row, is none.
                let is_in = |row: &Row, at: usize, of: usize| {
                    !self.is_there(row, at) || self.value(row, at) == self.value(row, of)
                };
                let is_all =
                    |of: usize| self.body.iter().all(|row| others.iter().all(|&at| is_in(row, at, of)));
                let all = others.iter().copied().find(|&of| is_all(of));
                shape.is_sure &= all.is_some();
                shape.amount = all.or(Some(first));
            }
        }
    }

    /// A pair whose words say the opposite of what the balance does is no pair that can be read unasked.
    fn check_by_balance(&self, shape: &mut Shape, free: &[usize]) {
        let (Some(out), Some(back)) = (shape.out, shape.back) else { return };
        let balance = shape.balance.or_else(|| {
            let sums = self.sums(free);
            sums.into_iter().find(|at| {
                *at != out
                    && *at != back
                    && (self.chain(*at, Steps::Two(out, back)).is_some()
                        || self.chain(*at, Steps::Two(back, out)).is_some())
            })
        });
        let Some(balance) = balance else { return };
        shape.balance = Some(balance);
        let turned = self.chain(balance, Steps::Two(back, out)).is_some();
        if turned && self.chain(balance, Steps::Two(out, back)).is_none() {
            shape.is_sure = false;
            (shape.out, shape.back) = (Some(back), Some(out));
        }
    }

    /// A column that goes up and down by what stands in one or two others; of several the one that does so most.
    fn balance_among(&self, sums: &[usize], known: Option<usize>) -> Option<(usize, Steps)> {
        let balances: Vec<usize> = known.map_or_else(|| sums.iter().rev().copied().collect(), |at| vec![at]);
        for balance in balances {
            let others: Vec<usize> = sums.iter().copied().filter(|&at| at != balance).collect();
            let one = others.iter().copied().map(Steps::One);
            let two = others
                .iter()
                .flat_map(|&a| others.iter().filter(move |&&b| a != b).map(move |&b| Steps::Two(a, b)));
            let settled = one.chain(two).filter_map(|steps| Some((self.chain(balance, steps)?, steps)));
            if let Some((_, steps)) = settled.min_by_key(|&(broken, _)| broken) {
                return Some((balance, steps));
            }
        }
        None
    }

    /// How many links are broken where most hold.
    fn chain(&self, balance: usize, steps: Steps) -> Option<usize> {
        let mut chain = Chain::default();
        for row in self.body {
            let step = match steps {
                Steps::One(amount) => self.value(row, amount),
                Steps::Two(out, back) => {
                    let (out, back) = (self.value(row, out), self.value(row, back));
                    back.unwrap_or_default().abs().checked_sub(out.unwrap_or_default().abs())
                }
            };
            if let Some(row) = step.zip(self.value(row, balance)) {
                chain.take(row);
            }
        }
        let both = matches!(steps, Steps::One(_));
        let links = chain.links().filter(|links| links.is_settled() && (both || links.is_rising()))?;
        Some(links.broken())
    }

    fn value(&self, row: &Row, at: usize) -> Option<Decimal> {
        sum(row.cell(at), self.mark)
    }

    fn is_there(&self, row: &Row, at: usize) -> bool {
        self.value(row, at).is_some_and(|sum| !sum.is_zero())
    }

    /// Each row has one of the two.
    fn never_both(&self, one: usize, other: usize) -> bool {
        self.body.iter().all(|row| self.is_there(row, one) != self.is_there(row, other))
    }

    fn find_flag(&self, shape: &mut Shape, free: &[usize]) {
        let Some(amount) = shape.amount else { return };
        if self.look(amount).is_some_and(|look| look.is_minus) {
            return;
        }
        let headed = self.headed(self.table.flag, |look| look.all(look.outs + look.ins));
        // Of two columns of marks, one is the balance's.
        let has_both = |at: &usize| self.look(*at).is_some_and(|look| 0 < look.outs && 0 < look.ins);
        let headed = headed.into_iter().filter(|at| free.contains(at) && self.is_filled(*at));
        let by_heading = headed.min_by_key(|at| !has_both(at));
        let by_cells = || {
            // Also one that is empty where the other mark would be.
            let is_flag = |at: &usize| {
                self.look(*at).is_some_and(|look| {
                    look.all(look.outs + look.ins)
                        && (has_both(at)
                            || (look.filled < self.body.len()
                                && look.different.iter().all(|cell| is_strong_flag(cell))))
                })
            };
            free.iter().copied().find(is_flag)
        };
        shape.flag = by_heading.or_else(by_cells);
    }

    fn find_shop(&self, shape: &mut Shape, free: &[usize], by_words: &mut u32) {
        let sums = [shape.amount, shape.out, shape.back, shape.balance, shape.flag];
        let is_free = |at: &usize| free.contains(at) && !sums.contains(&Some(*at));
        let texts: Vec<usize> = free
            .iter()
            .copied()
            .filter(|at| is_free(at) && self.look(*at).is_some_and(|look| 0 < look.filled && look.is_text()))
            .collect();
        // The same on each of several rows is the card's name or the account's, if it is not the shop's.
        let is_constant =
            |at: &usize| self.look(*at).is_some_and(|look| 2 < look.filled && look.different.len() == 1);
        let headed: Vec<usize> =
            self.headed(self.table.merchant, Look::is_text).into_iter().filter(is_free).collect();
        let tells = |at: &&usize| !is_constant(at) || self.look(**at).is_some_and(|look| 0 < look.amazons);
        let headed = headed.iter().find(tells).or(headed.first()).copied();
        *by_words += u32::from(headed.is_some());
        let telling = |at: usize| {
            self.look(at).map_or((0, 0), |look| {
                let different =
                    if look.different.len() == 1 && 1 < look.filled { 0 } else { look.different.len() };
                (look.amazons, different.saturating_mul(look.letters))
            })
        };
        let most = || texts.iter().copied().max_by_key(|&at| (telling(at), std::cmp::Reverse(at)));
        shape.merchant = headed.or_else(most);
        shape.texts = texts.iter().copied().filter(|at| !is_constant(at)).collect();
        let memo = self.headed(self.table.memo, |look| !look.is_day()).into_iter().filter(is_free);
        // Other texts may have the shop's name; what is the same on every row says nothing of any.
        let says_something = |at: &usize| self.look(*at).is_some_and(|look| 1 < look.different.len());
        shape.memo = memo
            .chain(texts.iter().copied().filter(says_something))
            .filter(|at| Some(*at) != shape.merchant)
            .collect();
        let mut seen = Set::new();
        shape.memo.retain(|at| seen.insert(*at));
    }
}

impl Look {
    fn take(&mut self, cell: &str) {
        if matches!(cell, "" | "-" | "−" | "－" | "*" | "//") {
            return;
        }
        self.filled += 1;
        self.different.insert(cell.to_owned());
        let is_day = looks_like_day(cell);
        self.days += usize::from(is_day);
        self.written_days +=
            usize::from(is_day && cell.contains(|c: char| !c.is_ascii_digit() && !matches!(c, '０'..='９')));
        let is_sum = looks_like_sum(cell);
        self.sums += usize::from(is_sum);
        self.is_minus |= is_sum && cell.contains(['-', '−', '－', '▲', '△', '(']);
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        let is_bare = digits == cell.len();
        self.ids += usize::from(is_bare && (8 < digits || (1 < digits && cell.starts_with('0'))));
        self.small += usize::from(
            is_sum
                && sum(cell, DecimalMark::Point)
                    .is_some_and(|sum| sum.is_integer() && sum.abs() <= 12.into())
                && !cell.contains(['.', ',']),
        );
        let is_masked = ["**", "＊＊", "••"].iter().any(|mask| cell.contains(mask));
        self.masked += usize::from(is_masked && cell.contains(|c: char| c.is_numeric()));
        self.currencies += usize::from(currency_word(cell).is_some());
        self.amazons += usize::from(is_amazons(cell));
        match flag_of(cell) {
            Some(Flag::Out) => self.outs += 1,
            Some(Flag::In) => self.ins += 1,
            None => {}
        }
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        self.letters += letters;
        self.texts += usize::from(!is_day && !is_sum && 0 < letters && !is_iban(cell));
    }

    /// All filled cells, or nearly.
    fn all(&self, fitting: usize) -> bool {
        0 < fitting && self.filled * 9 <= fitting * 10
    }

    fn is_day(&self) -> bool {
        self.all(self.days)
    }

    fn is_sum(&self) -> bool {
        self.all(self.sums)
    }

    fn is_text(&self) -> bool {
        self.filled <= self.texts * 2 && 0 < self.texts
    }
}

/// Marks that are never anything else.
fn is_strong_flag(cell: &str) -> bool {
    ["cr", "cr.", "dr", "dr.", "crdt", "dbit", "credit", "debit", "haben", "soll"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(cell))
}

/// What a balance goes up and down by.
#[derive(Debug, Clone, Copy)]
enum Steps {
    One(usize),
    Two(usize, usize),
}

/// How balances follow each other: the row's own sum makes of the last one the next.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Links {
    pub(super) all: usize,
    /// `next = last + sum`.
    rising: usize,
    /// `next = last - sum`.
    falling: usize,
    /// The newest row stands first.
    backwards: bool,
}

impl Links {
    fn count(&mut self, last: Decimal, (step, next): (Decimal, Decimal)) {
        // Where nothing happens nothing is told.
        if step.is_zero() && last == next {
            return;
        }
        self.all += 1;
        self.rising += usize::from(last.checked_add(step) == Some(next));
        self.falling += usize::from(last.checked_sub(step) == Some(next));
    }

    /// Enough links, nearly all of one kind, and not of both.
    pub(super) fn is_settled(self) -> bool {
        let (most, least) = (self.rising.max(self.falling), self.rising.min(self.falling));
        1 < most && self.all * 4 <= most * 5 && least < most
    }

    pub(super) fn is_rising(self) -> bool {
        self.falling < self.rising
    }

    pub(super) fn broken(self) -> usize {
        self.all - self.rising.max(self.falling)
    }

    /// Whether one row follows the other as most do.
    pub(super) fn holds(self, first: (Decimal, Decimal), second: (Decimal, Decimal)) -> bool {
        self.apart(first, second).is_none_or(|apart| apart.is_zero())
    }

    /// What is missing between two rows.
    pub(super) fn apart(self, first: (Decimal, Decimal), second: (Decimal, Decimal)) -> Option<Decimal> {
        let (last, (step, next)) = if self.backwards { (second.1, first) } else { (first.1, second) };
        let step = if self.is_rising() { step } else { -step };
        next.checked_sub(last.checked_add(step)?)
    }
}

/// Rows with balances, as they come.
#[derive(Default)]
pub(super) struct Chain {
    last: Option<(Decimal, Decimal)>,
    forwards: Links,
    backwards: Links,
}

impl Chain {
    /// Takes the next row: its sum and the balance behind it.
    pub(super) fn take(&mut self, row: (Decimal, Decimal)) {
        if let Some(before) = self.last.replace(row) {
            self.forwards.count(before.1, row);
            self.backwards.count(row.1, before);
        }
    }

    /// The links in the order of the file or against it, whichever holds better.
    pub(super) fn links(&self) -> Option<Links> {
        let both = [self.forwards, Links { backwards: true, ..self.backwards }];
        both.into_iter().max_by_key(|links| links.rising.max(links.falling)).filter(|links| 0 < links.all)
    }
}
