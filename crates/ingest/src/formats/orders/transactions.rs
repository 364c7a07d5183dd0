//! Payments as Amazon itself lists them, read from its page by Azad.

use mioboe_model::site;
use mioboe_model::{Currency, OrderId, Payment, ProblemCode, SkipReason};

use super::{
    Out, cells,
    table::{Pass, Table},
};

/// Azad's table of transactions: a negative amount is a charge.
pub(super) fn read_table(table: &Table<'_>, out: &mut Out<'_>) {
    let day = table.column(&["date"]);
    let order_ids = table.column(&["order ids"]);
    let urls = table.column(&["order urls"]);
    let vendor = table.column(&["vendor"]);
    let card = table.column(&["card_details"]);
    let amount = table.column(&["amount"]);
    let payments = &mut out.reading.payments;
    table.each_row(out.source, |row, problems| {
        if row.any(|cell| cell.starts_with("=SUBTOTAL(")) {
            return Err(Pass::Skip(SkipReason::Heading));
        }
        let means = row.raw(card);
        let Some(cell) = row.text(amount).filter(|_| !cells::is_balance(means)) else {
            return Err(Pass::Skip(SkipReason::NoMoney));
        };
        let currency = site::currency(row.raw(urls))
            .or_else(|| site::currency(row.raw(vendor)))
            .or_else(|| sign_of(cell))
            .ok_or_else(|| row.fault(ProblemCode::BadCurrency, urls))?;
        payments.push(Payment {
            place: row.place,
            order_ids: row.raw(order_ids).split(',').filter_map(OrderId::parse).collect(),
            day: row.moment(day, problems).ok_or_else(|| row.fault(ProblemCode::BadDate, day))?,
            amount: cells::money(cell, currency)
                .ok_or_else(|| row.fault(ProblemCode::BadAmount, amount))?
                .negated(),
            card: cells::last_digits(means),
        });
        Ok(())
    });
}

/// The currency that a sum's sign names.
fn sign_of(amount: &str) -> Option<Currency> {
    const SIGNS: [(&str, &str); 9] = [
        ("CA$", "CAD"),
        ("AU$", "AUD"),
        ("US$", "USD"),
        ("$", "USD"),
        ("£", "GBP"),
        ("€", "EUR"),
        ("¥", "JPY"),
        ("￥", "JPY"),
        ("円", "JPY"),
    ];
    SIGNS.iter().find(|(sign, _)| amount.contains(sign)).and_then(|(_, code)| Currency::parse(code))
}

#[cfg(test)]
mod tests {
    use mioboe_model::Reading;

    use super::super::tests::reading;

    #[track_caller]
    fn check(reading: &Reading, expect: &[&str]) {
        let found: Vec<String> = reading
            .payments
            .iter()
            .map(|payment| {
                let ids: Vec<String> =
                    payment.order_ids.iter().map(mioboe_model::OrderId::to_string).collect();
                let day = payment.day.day(mioboe_model::Offset::UTC);
                let card = payment.card.as_deref().unwrap_or("-");
                format!(
                    "{} {day} {} {} {card} {}",
                    payment.place.line,
                    payment.amount.plain(),
                    payment.amount.currency(),
                    ids.join("+")
                )
            })
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn the_table_of_a_tool_has_negative_charges() {
        let text = "date,order ids,order urls,vendor,card_details,amount
2025-12-29,\"114-0000001-0000001, 114-0000002-0000002\",https://www.amazon.com/a,Amazon.com,Visa ****1234,-17.28
2025-12-30,114-0000003-0000003,https://www.amazon.com/a,Amazon.com,Amazon gift card,-9.00
2025-12-31,114-0000001-0000001,https://www.amazon.com/a,Amazon.com,Visa ****1234,5.00
=SUBTOTAL(103; A2:A4) & \" items\",,,,,
";
        let read = reading(&[("amazon_order_history.csv", text)]);
        check(
            &read,
            &[
                "2 2025-12-29 17.28 USD 1234 114-0000001-0000001+114-0000002-0000002",
                "4 2025-12-31 -5.00 USD 1234 114-0000001-0000001",
            ],
        );
        assert_eq!(read.sources[0].skipped.len(), 2);
    }
}
