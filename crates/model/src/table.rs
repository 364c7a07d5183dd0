//! A table whose columns no profile names: what they seem to be, and what the person says they are.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::Currency;

/// Which of three numbers is what, where the year does not stand first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    Ymd,
    Mdy,
    Dmy,
}

impl DateOrder {
    pub const ALL: [Self; 3] = [Self::Ymd, Self::Mdy, Self::Dmy];

    pub fn code(self) -> &'static str {
        match self {
            Self::Ymd => "ymd",
            Self::Mdy => "mdy",
            Self::Dmy => "dmy",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.code() == code)
    }
}

/// The sign between whole and fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    Point,
    Comma,
}

impl DecimalMark {
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    pub fn code(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }
}

/// The sign of sums that were paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaidSign {
    Plus,
    Minus,
}

impl PaidSign {
    pub const ALL: [Self; 2] = [Self::Plus, Self::Minus];

    pub fn code(self) -> &'static str {
        match self {
            Self::Plus => "plus",
            Self::Minus => "minus",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.code() == code)
    }
}

/// Which column is what, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TableColumns {
    pub date: Option<usize>,
    pub merchant: Option<usize>,
    /// One column for sums of both directions; or `out` and `back`.
    pub amount: Option<usize>,
    pub out: Option<usize>,
    pub back: Option<usize>,
    pub currency: Option<usize>,
    pub card: Option<usize>,
    pub holder: Option<usize>,
    pub memo: Option<usize>,
}

impl TableColumns {
    /// A day, a name and a sum: less makes no charge.
    pub fn are_enough(&self) -> bool {
        let has_sum = self.amount.is_some() || self.out.is_some() || self.back.is_some();
        self.date.is_some() && self.merchant.is_some() && has_sum
    }
}

/// How the cells are written; `None` where all rows together do not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TableWays {
    pub order: Option<DateOrder>,
    pub mark: Option<DecimalMark>,
    pub sign: Option<PaidSign>,
    /// Of rows that name none.
    pub currency: Option<Currency>,
}

/// What the person says of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TableChoice {
    /// `None`: as the words of the heading say.
    pub columns: Option<TableColumns>,
    pub ways: TableWays,
}

/// A table as it is shown to the person, so that they can say what is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePreview {
    /// The same for files with the same heading; tells nothing of their rows.
    pub fingerprint: String,
    /// Empty where the table has none.
    pub heading: Vec<String>,
    /// As they were read, or as they seem to be.
    pub columns: TableColumns,
    pub ways: TableWays,
    pub rows: Vec<Vec<TableCell>>,
}

/// A cell and all that it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    pub text: String,
    /// In the order of [`DateOrder::ALL`].
    pub days: [Option<NaiveDate>; 3],
    /// In the order of [`DecimalMark::ALL`].
    pub sums: [Option<Decimal>; 2],
}
