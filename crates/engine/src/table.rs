//! Tables whose columns the person names: as the report shows them, and as the request says them.

use mioboe_model::sorted::Map;
use mioboe_model::{
    Currency, DateOrder, DecimalMark, PaidSign, TableCell, TableChoice, TableColumns, TablePreview, TableWays,
};

use crate::BadRequest;

shape! {
    /// What the person says of a table: which column is what, and what its rows alone do not tell.
    #[serde(deny_unknown_fields)]
    pub struct TableGiven {
        /// As the report names the table.
        pub fingerprint: String,
        /// `null`: as the words of the heading say.
        pub columns: Option<Columns>,
        /// `ymd`, `mdy`, `dmy`.
        pub date_order: Option<String>,
        /// `point`, `comma`.
        pub decimal_mark: Option<String>,
        /// The sign of sums that were paid: `plus`, `minus`.
        pub paid_sign: Option<String>,
        /// Of rows that name none: `JPY`.
        pub currency: Option<String>,
    }
}

shape! {
    /// Which column is what, counted from 0. `amount`, or `out` and `back`.
    #[serde(deny_unknown_fields)]
    pub struct Columns {
        /// The day.
        pub date: Option<u32>,
        /// Whom it was paid to.
        pub merchant: Option<u32>,
        /// The sum, paid and returned in one column.
        pub amount: Option<u32>,
        /// Sums that were paid.
        pub out: Option<u32>,
        /// Sums that came back.
        pub back: Option<u32>,
        /// The currency.
        pub currency: Option<u32>,
        /// The card.
        pub card: Option<u32>,
        /// Whose card it is.
        pub holder: Option<u32>,
        /// What else is said.
        pub memo: Option<u32>,
    }
}

shape! {
    /// A table whose columns nobody but the person may know.
    #[serde(deny_unknown_fields)]
    pub struct TableReport {
        /// The same for all files with this heading; made of the heading alone.
        pub fingerprint: String,
        /// Empty where the table has none.
        pub heading: Vec<String>,
        /// As they were read, or what they seem to be.
        pub columns: Columns,
        /// As all rows say; `null` where they do not tell, and the person must.
        pub date_order: Option<String>,
        /// The same of sums: `point`, `comma`.
        pub decimal_mark: Option<String>,
        /// The same of the sign of sums that were paid.
        pub paid_sign: Option<String>,
        /// The same of the currency.
        pub currency: Option<String>,
        /// Some rows of the file.
        pub rows: Vec<Vec<CellReport>>,
    }
}

shape! {
    /// A cell and all that it may mean: as a day in each order, as a sum with each decimal mark.
    #[serde(deny_unknown_fields)]
    pub struct CellReport {
        /// As in the file.
        pub text: String,
        /// As year, month, day.
        pub ymd: Option<String>,
        /// As month, day, year.
        pub mdy: Option<String>,
        /// As day, month, year.
        pub dmy: Option<String>,
        /// As a sum with a decimal point.
        pub point: Option<String>,
        /// As a sum with a decimal comma.
        pub comma: Option<String>,
    }
}

/// What is said of tables, by fingerprint.
pub(crate) fn choices(given: &[TableGiven]) -> Result<Map<String, TableChoice>, BadRequest> {
    given.iter().map(|table| Ok((table.fingerprint.clone(), choice(table)?))).collect()
}

fn choice(given: &TableGiven) -> Result<TableChoice, BadRequest> {
    Ok(TableChoice {
        columns: given.columns.as_ref().map(numbers),
        ways: TableWays {
            order: known(given.date_order.as_deref(), DateOrder::parse)?,
            mark: known(given.decimal_mark.as_deref(), DecimalMark::parse)?,
            sign: known(given.paid_sign.as_deref(), PaidSign::parse)?,
            currency: known(given.currency.as_deref(), Currency::parse)?,
        },
    })
}

fn known<T>(code: Option<&str>, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, BadRequest> {
    code.map(|code| parse(code).ok_or_else(|| BadRequest::Table(code.to_owned()))).transpose()
}

fn numbers(columns: &Columns) -> TableColumns {
    let number = |column: Option<u32>| column.and_then(|column| usize::try_from(column).ok());
    TableColumns {
        date: number(columns.date),
        merchant: number(columns.merchant),
        amount: number(columns.amount),
        out: number(columns.out),
        back: number(columns.back),
        currency: number(columns.currency),
        card: number(columns.card),
        holder: number(columns.holder),
        memo: number(columns.memo),
    }
}

pub(crate) fn report(table: &TablePreview) -> TableReport {
    let TableWays { order, mark, sign, currency } = table.ways;
    TableReport {
        fingerprint: table.fingerprint.clone(),
        heading: table.heading.clone(),
        columns: columns(&table.columns),
        date_order: order.map(|order| order.code().to_owned()),
        decimal_mark: mark.map(|mark| mark.code().to_owned()),
        paid_sign: sign.map(|sign| sign.code().to_owned()),
        currency: currency.map(|currency| currency.to_string()),
        rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}

fn columns(columns: &TableColumns) -> Columns {
    let number = |column: Option<usize>| column.and_then(|column| u32::try_from(column).ok());
    Columns {
        date: number(columns.date),
        merchant: number(columns.merchant),
        amount: number(columns.amount),
        out: number(columns.out),
        back: number(columns.back),
        currency: number(columns.currency),
        card: number(columns.card),
        holder: number(columns.holder),
        memo: number(columns.memo),
    }
}

fn cell(cell: &TableCell) -> CellReport {
    let [ymd, mdy, dmy] = cell.days.map(|day| day.map(|day| day.to_string()));
    let [point, comma] = cell.sums.map(|sum| sum.map(|sum| sum.normalize().to_string()));
    CellReport { text: cell.text.clone(), ymd, mdy, dmy, point, comma }
}
