//! Tables with one row an order, a shipment or an item, told apart by the names of their columns alone.

use mioboe_model::site;
use mioboe_model::sorted::{Map, Set};
use std::rc::Rc;

use mioboe_model::{
    Currency, DigitalOrder, Money, OrderId, OrderLine, OrderStatus, PayLegs, Payment, ProblemCode, Reading,
    SkipReason, When,
};
use rust_decimal::Decimal;

use super::{
    Out, cells, pages,
    table::{Cells, Column, Pass, Table},
};

type Names = &'static [&'static str];

/// The names a table has for what we look for; none where it has no such column.
pub(super) struct Layout {
    pub(super) order_id: Names,
    pub(super) ordered: Names,
    pub(super) shipped: Names,
    pub(super) item: Names,
    pub(super) asin: Names,
    pub(super) seller: Names,
    pub(super) quantity: Names,
    /// The sum of the row; without it price and quantity are multiplied.
    pub(super) total: Names,
    pub(super) price: Names,
    pub(super) currency: Names,
    /// A column that names the site, its address or that of an order.
    pub(super) site: Names,
    pub(super) home: Option<Currency>,
    pub(super) means: Names,
    pub(super) address: Names,
    pub(super) payment: Option<PaymentNames>,
    /// The sum is that of the whole order, and stands on each of its rows.
    pub(super) is_of_order: bool,
}

/// Columns of a payment that is repeated on each of its items.
pub(super) struct PaymentNames {
    pub(super) reference: Names,
    pub(super) day: Names,
    pub(super) amount: Names,
    pub(super) card: Names,
}

impl Layout {
    pub(super) const EMPTY: Self = Self {
        order_id: &[],
        ordered: &[],
        shipped: &[],
        item: &[],
        asin: &[],
        seller: &[],
        quantity: &[],
        total: &[],
        price: &[],
        currency: &[],
        site: &[],
        home: None,
        means: &[],
        address: &[],
        payment: None,
        is_of_order: false,
    };
}

pub(super) fn read(table: &Table<'_>, out: &mut Out<'_>, layout: &Layout) {
    let columns = Columns::of(table, layout);
    let mut payments = Payments::default();
    let mut told: Set<OrderId> = Set::new();
    let reading = &mut *out.reading;
    table.each_row(out.source, |row, problems| {
        // Tools end their tables with a formula that counts the rows.
        if row.any(|cell| cell.starts_with("=SUBTOTAL(")) {
            return Err(Pass::Skip(SkipReason::Heading));
        }
        let order_id = row.order_id(columns.order_id)?;
        let paid = columns.pay(row, order_id, &mut payments)?;
        let total = match columns.total(row) {
            Ok(total) => total,
            Err(Pass::Skip(_)) if paid => return Ok(()),
            Err(pass) => return Err(pass),
        };
        if layout.is_of_order && !told.insert(order_id) {
            return Err(Pass::Skip(SkipReason::FollowUp));
        }
        if total.is_zero() && !paid {
            return Err(Pass::Skip(SkipReason::NoMoney));
        }
        let line = OrderLine {
            place: row.place,
            order_id,
            ordered: row.moment(columns.ordered, problems),
            shipped: row.moment(columns.shipped, problems).into_iter().collect(),
            item: row.text(columns.item).unwrap_or_default().trim_end_matches(';').to_owned(),
            asin: row.text(columns.asin).map(cells::bare).map(str::to_owned),
            seller: row.owned(columns.seller),
            quantity: row.text(columns.quantity).and_then(|cell| cell.parse().ok()),
            total,
            status: OrderStatus::Unknown,
            pay: means(row.raw(columns.means)).into(),
            address: row.text(columns.address).map(Rc::from),
            website: None,
            scheduled: false,
        };
        put(line, reading);
        Ok(())
    });
    reading.payments.extend(payments.list);
}

/// Digital orders that stand among the others are told by their number.
pub(super) fn put(line: OrderLine, reading: &mut Reading) {
    let Some(ordered) = line.ordered.filter(|_| line.order_id.is_digital()) else {
        return reading.orders.push(line);
    };
    let known = reading.digital.last_mut().filter(|order| {
        order.order_id == line.order_id
            && order.places.first().is_some_and(|place| place.source == line.place.source)
    });
    if let Some(order) = known
        && let Some(total) = order.total.plus(line.total)
    {
        order.total = total;
        order.places.push(line.place);
        return;
    }
    reading.digital.push(DigitalOrder {
        places: vec![line.place],
        order_id: line.order_id,
        ordered,
        item: line.item,
        publisher: None,
        seller: line.seller,
        total: line.total,
        status: line.status,
        renewal: None,
    });
}

struct Columns {
    order_id: Column,
    ordered: Column,
    shipped: Column,
    item: Column,
    asin: Column,
    seller: Column,
    quantity: Column,
    total: Column,
    price: Column,
    currency: Column,
    site: Column,
    home: Option<Currency>,
    means: Column,
    address: Column,
    payment: Option<PaymentColumns>,
}

struct PaymentColumns {
    reference: Column,
    day: Column,
    amount: Column,
    card: Column,
}

impl Columns {
    fn of(table: &Table<'_>, layout: &Layout) -> Self {
        Self {
            order_id: table.column(layout.order_id),
            ordered: table.column(layout.ordered),
            shipped: table.column(layout.shipped),
            item: table.column(layout.item),
            asin: table.column(layout.asin),
            seller: table.column(layout.seller),
            quantity: table.column(layout.quantity),
            total: table.column(layout.total),
            price: table.column(layout.price),
            currency: table.column(layout.currency),
            site: table.column(layout.site),
            home: layout.home,
            means: table.column(layout.means),
            address: table.column(layout.address),
            payment: layout.payment.as_ref().map(|names| PaymentColumns {
                reference: table.column(names.reference),
                day: table.column(names.day),
                amount: table.column(names.amount),
                card: table.column(names.card),
            }),
        }
    }

    fn total(&self, row: &Cells<'_>) -> Result<Money, Pass> {
        if self.total.is_there() {
            return self.money(row, self.total);
        }
        let price = self.money(row, self.price)?;
        let count = row.text(self.quantity).map_or(Some(Decimal::ONE), cells::decimal);
        count
            .and_then(|count| price.value().checked_mul(count))
            .and_then(|value| Money::new(value, price.currency()))
            .ok_or_else(|| row.fault(ProblemCode::BadAmount, self.quantity))
    }

    fn money(&self, row: &Cells<'_>, column: Column) -> Result<Money, Pass> {
        let Some(cell) = row.text(column).filter(|cell| !cell.eq_ignore_ascii_case("pending")) else {
            return Err(Pass::Skip(SkipReason::NoMoney));
        };
        let currency = row
            .text(self.currency)
            .and_then(Currency::parse)
            .or_else(|| site::currency(row.raw(self.site)))
            .or(self.home)
            .or_else(|| pages::sum(cell).map(|sum| sum.currency()))
            .ok_or_else(|| row.fault(ProblemCode::BadCurrency, self.site))?;
        cells::money(cell, currency).ok_or_else(|| row.fault(ProblemCode::BadAmount, column))
    }

    /// Says whether the row belongs to a payment.
    fn pay(&self, row: &Cells<'_>, order_id: OrderId, payments: &mut Payments) -> Result<bool, Pass> {
        let Some(columns) = &self.payment else { return Ok(false) };
        let (Some(reference), Some(day)) =
            (row.text(columns.reference), row.text(columns.day).and_then(cells::moment))
        else {
            return Ok(false);
        };
        let amount = match self.money(row, columns.amount) {
            Ok(amount) => amount,
            Err(Pass::Skip(_)) => return Ok(false),
            Err(pass) => return Err(pass),
        };
        let card = row.text(columns.card).and_then(cells::last_digits);
        payments.add(
            cells::bare(reference),
            Payment { place: row.place, order_ids: vec![order_id], day, amount, card },
        );
        Ok(true)
    }
}

/// Payments by their reference: each item of one repeats its sum.
#[derive(Default)]
struct Payments {
    list: Vec<Payment>,
    known: Map<(String, Money, When), usize>,
}

impl Payments {
    fn add(&mut self, reference: &str, payment: Payment) {
        let key = (reference.to_owned(), payment.amount, payment.day);
        if let Some(known) = self.known.get(&key).and_then(|&at| self.list.get_mut(at)) {
            for order_id in payment.order_ids {
                if !known.order_ids.contains(&order_id) {
                    known.order_ids.push(order_id);
                }
            }
        } else {
            self.known.insert(key, self.list.len());
            self.list.push(payment);
        }
    }
}

/// Reads `Visa ending in 1234: 2025-01-02: $12.34; ` too. Its day and sum are made up by the tool from the order.
fn means(cell: &str) -> PayLegs {
    if !cell.contains("ending in") && !cell.contains(';') {
        return cells::legs(cell);
    }
    let mut legs = PayLegs::default();
    for means in cell.split(';').filter(|means| !cells::is_absent(means)) {
        legs.known = true;
        legs.balance |= cells::is_balance(means);
        if let Some((_, after)) = means.split_once("ending in")
            && let Some(card) = after.split_whitespace().next().map(|digits| digits.trim_end_matches(':'))
            && let Some(card) = cells::last_digits(card)
            && !legs.cards.contains(&card)
        {
            legs.cards.push(card);
        }
    }
    legs
}
