//! `Retail.OrderHistory.N.csv` and `Order History.csv`: one row an item line of a shipment.
//!
//! `Total Owed` / `Total Amount` is the line's own sum. `Shipment Item Subtotal` and `Shipping Charge` are the
//! shipment's, repeated on each of its rows: they must never be added up, so they are not read.

use std::rc::Rc;

use mioboe_model::{Money, OrderLine, OrderStatus, PayLegs, Problem, ProblemCode, SkipReason, When};

use super::{
    Out, cells,
    table::{Cells, Column, Pass, Table},
};

/// Stands in old rows instead of what is no longer known.
const NOTICE: &str = "Due to technical limitations";

/// Subscribe & Save of the United States; the codes of other countries are not known.
const SCHEDULED: &str = "std-sns-us";

pub(super) fn read(table: &Table<'_>, out: &mut Out<'_>) {
    let columns = Columns::of(table);
    let orders = &mut out.reading.orders;
    let mut shared = Shared::default();
    table.each_row(out.source, |row, problems| {
        orders.push(columns.line(row, &mut shared, problems)?);
        Ok(())
    });
}

/// Cells that say the same in row after row: read once, and shared by the lines.
#[derive(Default)]
struct Shared {
    pay: Repeated<Rc<PayLegs>>,
    address: Repeated<Option<Rc<str>>>,
    website: Repeated<Option<Rc<str>>>,
}

/// What was made of a text, until another text comes.
#[derive(Default)]
struct Repeated<T> {
    text: String,
    made: T,
}

impl<T: Clone> Repeated<T> {
    fn get(&mut self, text: &str, make: impl FnOnce(&str) -> T) -> T {
        if self.text != text {
            text.clone_into(&mut self.text);
            self.made = make(text);
        }
        self.made.clone()
    }
}

struct Columns {
    order_id: Column,
    ordered: Column,
    shipped: Column,
    item: Column,
    asin: Column,
    quantity: Column,
    total: Column,
    currency: Column,
    status: Column,
    payment: Column,
    address: Column,
    website: Column,
    shipping: Column,
}

impl Columns {
    fn of(table: &Table<'_>) -> Self {
        Self {
            order_id: table.column(&["Order ID", "Website Order ID"]),
            ordered: table.column(&["Order Date"]),
            shipped: table.column(&["Ship Date"]),
            item: table.column(&["Product Name"]),
            asin: table.column(&["ASIN"]),
            quantity: table.column(&["Quantity", "Original Quantity"]),
            total: table.column(&["Total Owed", "Total Amount"]),
            currency: table.column(&["Currency"]),
            status: table.column(&["Order Status"]),
            payment: table.column(&["Payment Instrument Type", "Payment Method Type"]),
            address: table.column(&["Shipping Address"]),
            website: table.column(&["Website"]),
            shipping: table.column(&["Shipping Option"]),
        }
    }

    fn line(
        &self,
        row: &Cells<'_>,
        shared: &mut Shared,
        problems: &mut Vec<Problem>,
    ) -> Result<OrderLine, Pass> {
        let order_id = row.order_id(self.order_id).map_err(|fault| {
            if row.any(|cell| cell.starts_with(NOTICE)) { Pass::Skip(SkipReason::Heading) } else { fault }
        })?;
        let status = status(row.raw(self.status));
        let total = self.total(row)?;
        if total.is_zero() && status != OrderStatus::Cancelled && status != OrderStatus::Authorized {
            return Err(Pass::Skip(SkipReason::NoMoney));
        }
        Ok(OrderLine {
            place: row.place,
            order_id,
            ordered: moments(row, self.ordered, problems).into_iter().min(),
            shipped: moments(row, self.shipped, problems),
            item: row.owned(self.item).unwrap_or_default(),
            asin: row.owned(self.asin),
            seller: None,
            quantity: row.text(self.quantity).and_then(|cell| cell.parse().ok()),
            total,
            status,
            pay: shared.pay.get(row.raw(self.payment), |cell| Rc::new(cells::legs(cell))),
            address: shared.address.get(row.raw(self.address), named),
            website: shared.website.get(row.raw(self.website), named),
            scheduled: row.raw(self.shipping) == SCHEDULED,
        })
    }

    fn total(&self, row: &Cells<'_>) -> Result<Money, Pass> {
        if row.raw(self.total).starts_with(NOTICE) {
            return Err(Pass::Skip(SkipReason::NoMoney));
        }
        row.money(self.total, self.currency)
    }
}

fn named(cell: &str) -> Option<Rc<str>> {
    (!cells::is_absent(cell)).then(|| cell.into())
}

fn moments(row: &Cells<'_>, column: Column, problems: &mut Vec<Problem>) -> Vec<When> {
    let cell = row.raw(column);
    cells::moments(cell).unwrap_or_else(|| {
        if !cell.starts_with(NOTICE) {
            problems.push(row.problem(ProblemCode::BadDate, column));
        }
        Vec::new()
    })
}

fn status(cell: &str) -> OrderStatus {
    // An order of several parts has its states joined by ` and `; one open part keeps the sum open.
    let mut states = cells::joined(cell).map(str::trim);
    if states.clone().any(|state| state.eq_ignore_ascii_case("Authorized")) {
        OrderStatus::Authorized
    } else if states.clone().all(|state| state.eq_ignore_ascii_case("Cancelled")) {
        OrderStatus::Cancelled
    } else if states.any(|state| state.eq_ignore_ascii_case("Closed")) {
        OrderStatus::Closed
    } else {
        OrderStatus::Unknown
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use mioboe_model::{OrderStatus, ProblemCode, Reading, SkipReason};

    use super::super::tests::reading;

    const OLD: &str = r#""Website","Order ID","Order Date","Purchase Order Number","Currency","Unit Price","Unit Price Tax","Shipping Charge","Total Discounts","Total Owed","Shipment Item Subtotal","Shipment Item Subtotal Tax","ASIN","Product Condition","Quantity","Payment Instrument Type","Order Status","Shipment Status","Ship Date","Shipping Option","Shipping Address","Billing Address","Carrier Name & Tracking Number","Product Name","Gift Message","Gift Sender Name","Gift Recipient Contact Details","Item Serial Number""#;
    const NEW: &str = "ASIN,Billing Address,Carrier Name & Tracking Number,Currency,Gift Message,Gift Recipient Contact,Gift Sender Name,Item Serial Number,Order Date,Order ID,Order Status,Original Quantity,Payment Method Type,Product Condition,Product Name,Purchase Order Number,Ship Date,Shipment Item Subtotal,Shipment Item Subtotal Tax,Shipment Status,Shipping Address,Shipping Charge,Shipping Option,Total Amount,Total Discounts,Unit Price,Unit Price Tax,Website";

    /// One row of the older layout; what a test does not speak of is ordinary.
    struct Line {
        order_id: &'static str,
        ordered: &'static str,
        total: &'static str,
        quantity: &'static str,
        payment: &'static str,
        status: &'static str,
        shipped: &'static str,
        option: &'static str,
    }

    const LINE: Line = Line {
        order_id: "250-0000001-0000001",
        ordered: "2026-02-10T00:30:49Z",
        total: "1,180",
        quantity: "1",
        payment: "Visa - 1234",
        status: "Closed",
        shipped: "2026-02-11T04:00:00.625Z",
        option: "std-jp-local",
    };

    fn old(lines: &[Line]) -> Reading {
        let mut text = format!("\u{feff}{OLD}\n");
        for line in lines {
            let Line { order_id, ordered, total, quantity, payment, status, shipped, option } = line;
            writeln!(
                text,
                r#""Amazon.co.jp","{order_id}","{ordered}","Not Applicable","JPY","1,073","107","0","0","{total}","9,999","999","B0SAMPLE01","New","{quantity}","{payment}","{status}","Shipped","{shipped}","{option}","架空県見本町1-2","架空県見本町1-2","見本運輸(T1)","見本ノート","Not Available","Not Available","Not Available","Not Available""#
            )
            .unwrap();
        }
        reading(&[("Retail.OrderHistory.3.csv", &text)])
    }

    #[test]
    fn a_line_costs_its_own_total_and_not_the_shipments_subtotal() {
        let read = old(&[LINE]);
        let line = &read.orders[0];
        assert_eq!(line.total.plain(), "1180");
        assert_eq!(line.item, "見本ノート");
        assert_eq!(line.website.as_deref(), Some("Amazon.co.jp"));
        assert_eq!(line.place.line, 2);
        let source = &read.sources[0];
        assert_eq!((source.format.as_deref(), source.rows, source.used), (Some("amazon-orders-l1"), 1, 1));
        assert_eq!(source.from, source.to);
    }

    #[test]
    fn the_newer_layout_is_read_by_the_names_of_its_columns() {
        let row = "B0SAMPLE01,架空県,見本運輸(T1),JPY,\"おめでとう\n架空より\",Not Available,Not Available,Not Available,2026-02-10T00:30:49Z,250-0000001-0000001,Closed,2,Gift Certificate/Card and Visa - 1234,New,\"見本 \"\"特\"\" ノート\",Not Applicable,2026-02-11T04:00:00Z,\"1,073\",107,Shipped,架空県,0,std-jp-local,\"1,180\",0,536,54,Amazon.co.jp";
        let read = reading(&[("Order History.csv", &format!("{NEW}\r\n{row}\r\n{row}\r\n"))]);
        assert_eq!(read.sources[0].format.as_deref(), Some("amazon-orders-l2"));
        assert_eq!(read.orders.len(), 2, "two equal rows of one file are two things");
        let line = &read.orders[1];
        assert_eq!((line.total.plain().as_str(), line.quantity, line.place.line), ("1180", Some(2), 4));
        assert_eq!(line.item, "見本 \"特\" ノート");
        assert!(line.pay.balance && line.pay.cards == ["1234"]);
    }

    #[test]
    fn a_column_more_or_less_changes_nothing() {
        let text = "Department,Order ID,Order Date,Currency,Total Owed,Product Name\nBooks,250-0000001-0000001,2025-10-3,USD,13.6,Sample\n";
        let read = reading(&[("a.csv", text)]);
        assert_eq!(read.orders[0].total.plain(), "13.60");
        assert!(!read.orders[0].pay.known);
        assert_eq!(read.orders[0].asin, None);
    }

    #[test]
    fn a_line_sent_in_parts_keeps_every_ship_day() {
        let read = old(&[Line { shipped: "2024-07-19T19:52:49Z and 2024-07-20T20:23:05+00:00", ..LINE }]);
        assert_eq!(read.orders[0].shipped.len(), 2);
    }

    #[test]
    fn absent_words_are_no_problem() {
        for shipped in ["Not Available", "Not Applicable", "N/A", ""] {
            let read = old(&[Line { shipped, ..LINE }]);
            assert!(read.orders[0].shipped.is_empty());
            assert!(read.sources[0].problems.is_empty());
        }
    }

    #[test]
    fn sums_in_apostrophes_are_read() {
        assert_eq!(old(&[Line { total: "'1,495'", ..LINE }]).orders[0].total.plain(), "1495");
    }

    #[test]
    fn a_cancelled_row_stays_with_or_without_a_sum() {
        for total in ["0", "1,180"] {
            let read = old(&[Line { status: "Cancelled", quantity: "0", total, ..LINE }]);
            assert_eq!(read.orders[0].status, OrderStatus::Cancelled);
            assert_eq!(read.orders[0].quantity, Some(0));
        }
    }

    #[test]
    fn a_free_replacement_is_counted_as_without_money() {
        let read = old(&[Line { total: "0", ..LINE }, LINE]);
        assert_eq!(read.orders.len(), 1);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::NoMoney), Some(&1));
    }

    #[test]
    fn an_order_not_sent_yet_is_open() {
        assert_eq!(old(&[Line { status: "Authorized", ..LINE }]).orders[0].status, OrderStatus::Authorized);
    }

    #[test]
    fn a_notice_in_a_date_cell_is_no_problem() {
        let notice = "Due to technical limitations, please refer to your Order History (available in your Amazon account) for certain details about any orders placed prior to 2002";
        let read = old(&[Line { ordered: notice, shipped: notice, ..LINE }]);
        assert_eq!(read.orders[0].ordered, None);
        assert!(read.sources[0].problems.is_empty());
        let read = old(&[Line { order_id: notice, ..LINE }]);
        assert_eq!(read.sources[0].skipped.get(&SkipReason::Heading), Some(&1));
    }

    #[test]
    fn only_the_known_code_means_a_scheduled_delivery() {
        assert!(old(&[Line { option: "std-sns-us", ..LINE }]).orders[0].scheduled);
        assert!(!old(&[LINE]).orders[0].scheduled);
    }

    #[test]
    fn a_row_that_cannot_be_read_is_a_problem_with_its_text() {
        for (line, field) in [
            (Line { total: "12,34", ..LINE }, "Total Owed"),
            (Line { order_id: "250-1", ..LINE }, "Order ID"),
        ] {
            let read = old(&[line, LINE]);
            let problem = &read.sources[0].problems[0];
            assert_eq!((problem.line, problem.field.as_deref()), (Some(2), Some(field)));
            assert_eq!(read.orders.len(), 1);
        }
    }

    #[test]
    fn a_row_cut_off_is_short() {
        let text =
            "Order ID,Order Date,Product Name,Currency,Total Owed\n250-0000001-0000001,2026-02-10,見本";
        let read = reading(&[("a.csv", text)]);
        assert_eq!(read.orders.len(), 0);
        assert_eq!(read.sources[0].problems[0].code, ProblemCode::ShortRow);
    }
}
