//! Amazon's order files, and those that tools make of them.

mod cells;
mod digital;
mod furyu;
mod overlap;
pub(crate) mod pages;
mod plain;
mod refunds;
mod retail;
pub(crate) mod table;
mod tools;
mod transactions;

#[cfg(feature = "held")]
use mioboe_model::Place;
use mioboe_model::{ProblemCode, Reading, Source, SourceKind};

use crate::TEXTS;
use crate::sheet::Sheet;
pub(super) use cells::moment;
use table::Table;

/// The format of a table of orders, told by its columns: file and folder names differ between exports.
pub(crate) fn claims(sheet: &Sheet<'_>) -> Option<&'static str> {
    all_claims(sheet).next()
}

/// The ids of all formats that the sheet could be in.
pub(crate) fn all_claims(sheet: &Sheet<'_>) -> impl Iterator<Item = &'static str> {
    FORMATS.iter().filter(|format| format.table(sheet).is_some()).map(|format| format.id)
}

/// The ids of all formats, some of them several times.
#[cfg(test)]
pub(crate) fn formats() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|format| format.id)
}

/// Reads a sheet that was claimed.
pub(crate) fn read(
    sheet: &Sheet<'_>,
    format: &str,
    source: &mut Source,
    reading: &mut Reading,
    parts: &mut Parts,
) {
    let found = FORMATS
        .iter()
        .filter(|known| known.id == format)
        .find_map(|format| Some((format, format.table(sheet)?)));
    let Some((format, table)) = found else { return };
    if format.is_seldom && !TEXTS {
        return source.refuse(ProblemCode::NeedsFullReader);
    }
    source.kind = format.kind;
    source.format = Some(format.id.to_owned());
    (format.read)(&table, &mut Out { source, reading, parts });
}

/// What cannot be understood before all files are in: digital orders are spread over three files.
#[derive(Default)]
#[cfg_attr(feature = "held", derive(Clone, serde::Serialize, serde::Deserialize))]
pub(crate) struct Parts {
    digital: digital::DigitalParts,
    refunds: refunds::RefundParts,
}

#[cfg(feature = "held")]
impl Parts {
    /// The place of every row.
    pub(crate) fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        self.digital.places().chain(self.refunds.places())
    }

    /// Lets go of the rows of these sources.
    pub(crate) fn let_go(&mut self, gone: &impl Fn(Place) -> bool) {
        self.digital.let_go(gone);
        self.refunds.let_go(gone);
    }

    /// Where refunds went.
    pub(crate) fn destinations(&self) -> impl Iterator<Item = (Place, String)> {
        self.refunds.destinations()
    }

    pub(crate) fn len(&self) -> usize {
        self.digital.len() + self.refunds.len()
    }
}

/// Joins the parts and drops what overlapping exports give twice.
pub(crate) fn join(mut parts: Parts, reading: &mut Reading) {
    digital::join(parts.digital, reading);
    refunds::join(&mut parts.refunds, reading);
    overlap::drop_repeats(reading);
    refunds::join_retrocharges(&mut parts.refunds, reading);
    refunds::of_listed_payments(reading);
    overlap::fill_days(reading);
}

/// Where a format's reader puts what it finds.
struct Out<'o> {
    source: &'o mut Source,
    reading: &'o mut Reading,
    parts: &'o mut Parts,
}

struct Format {
    /// Files that are read as one share it.
    id: &'static str,
    kind: SourceKind,
    /// A table with all of these is this format.
    columns: &'static [&'static str],
    /// A table with all of these is another.
    others: &'static [&'static str],
    /// Only the build that reads everything has a reader for it.
    is_seldom: bool,
    read: Read,
}

type Read = fn(&Table<'_>, &mut Out<'_>);

impl Format {
    const fn new(id: &'static str, kind: SourceKind, columns: &'static [&'static str], read: Read) -> Self {
        Self { id, kind, columns, others: &[], is_seldom: false, read }
    }

    const fn unless(mut self, others: &'static [&'static str]) -> Self {
        self.others = others;
        self
    }

    /// What other programs than Amazon's make of orders: few people have it.
    const fn seldom(mut self) -> Self {
        self.is_seldom = true;
        if !TEXTS {
            self.read = |_, _| {};
        }
        self
    }

    fn table<'s>(&self, sheet: &'s Sheet<'s>) -> Option<Table<'s>> {
        Table::find(sheet, self.columns).filter(|table| {
            self.others.is_empty() || !self.others.iter().all(|&other| table.column(&[other]).is_there())
        })
    }
}

const fn orders(id: &'static str, columns: &'static [&'static str], read: Read) -> Format {
    Format::new(id, SourceKind::Orders, columns, read)
}

const fn digital(id: &'static str, columns: &'static [&'static str], read: Read) -> Format {
    Format::new(id, SourceKind::DigitalOrders, columns, read)
}

const fn refunds(id: &'static str, columns: &'static [&'static str], read: Read) -> Format {
    Format::new(id, SourceKind::Refunds, columns, read)
}

/// Tables of exports that are known and hold nothing that could explain a charge.
const fn of_no_use(columns: &'static [&'static str]) -> Format {
    Format::new("amazon-other", SourceKind::Ignored, columns, |table, out| table.pass_over(out.source))
}

const FORMATS: &[Format] = &[
    orders(
        "amazon-orders-l1",
        &["Order ID", "Order Date", "Total Owed", "Currency", "Product Name"],
        retail::read,
    ),
    orders(
        "amazon-orders-l2",
        &["Order ID", "Order Date", "Total Amount", "Currency", "Product Name", "Shipment Status"],
        retail::read,
    ),
    // An older heading of the same table.
    orders(
        "amazon-orders-l1",
        &["Website Order ID", "Order Date", "Total Owed", "Currency", "Product Name"],
        retail::read,
    )
    .unless(&["Order ID"]),
    digital(
        "amazon-digital-l2",
        &["Digital Order Item ID", "Order ID", "Order Date", "Component Type", "Transaction Amount"],
        digital::read_components,
    ),
    digital(
        "amazon-digital-l1",
        &["DigitalOrderItemId", "OrderId", "OrderDate", "OurPrice"],
        digital::read_items,
    ),
    digital(
        "amazon-digital-l1",
        &["OrderId", "OrderDate", "OrderStatus", "SubscriptionOrderType", "DeliveryPacketId"],
        digital::read_orders,
    )
    // The newer layout has these columns and the sums too.
    .unless(&["Transaction Amount"]),
    digital(
        "amazon-digital-l1",
        &["DigitalOrderItemId", "TransactionAmount", "BaseCurrencyCode", "MonetaryComponentTypeCode"],
        digital::read_money,
    ),
    refunds(
        "amazon-refunds-l2",
        &["Order ID", "Refund Date", "Refund Amount", "Reversal Status", "Payment Status", "Currency"],
        refunds::read_details,
    ),
    refunds(
        "amazon-refunds-l1",
        &["OrderID", "ReversalID", "RefundCompletionDate", "AmountRefunded", "Currency", "Status"],
        refunds::read_payouts,
    ),
    refunds(
        "amazon-refunds-l1",
        &["OrderID", "ReversalID", "CreationDate", "ReversalStatus", "ReversalReason"],
        refunds::read_reversals,
    ),
    refunds(
        "amazon-digital-returns",
        &["OrderId", "ReturnDate", "AmountRefunded", "RefundToGiftCertificate", "DeliveryPacketId"],
        refunds::read_digital,
    ),
    refunds(
        "amazon-digital-returns",
        &["OrderId", "DeliveryPacketId", "ConditionCode", "TransactionAmount", "MonetaryComponentType"],
        refunds::read_digital_money,
    ),
    refunds(
        "amazon-digital-returns",
        &["Order ID", "Return Date", "Transaction Amount", "Monetary Component Type", "Return Status"],
        refunds::read_digital_returns,
    ),
    refunds(
        "amazon-refund-destinations",
        &["Return Item ID", "Order ID", "Refund Amount", "Refund Destination"],
        refunds::read_destinations,
    ),
    orders(
        "furyu-orders",
        &["注文日", "注文番号", "商品名", "商品小計", "注文合計", "請求額", "クレカ請求日", "クレカ請求額"],
        furyu::read_orders,
    )
    .seldom(),
    refunds("furyu-refunds", &["注文番号", "返金日", "返金額", "返金先"], furyu::read_refunds).seldom(),
    orders("azad-orders", &["order id", "order url", "items", "date", "total", "payments"], |table, out| {
        plain::read(table, out, &tools::AZAD_ORDERS);
    })
    .seldom(),
    orders(
        "azad-items",
        &["order id", "order url", "order date", "quantity", "description", "price"],
        |table, out| plain::read(table, out, &tools::AZAD_ITEMS),
    )
    .seldom(),
    orders(
        "amazon-order-report-shipments",
        &["Order ID", "Order Date", "Shipment Date", "Website", "Total Promotions", "Total Charged"],
        |table, out| plain::read(table, out, &tools::REPORT_SHIPMENTS),
    )
    .seldom(),
    orders(
        "amazon-order-report-items",
        &["Order ID", "Order Date", "Title", "ASIN/ISBN", "Shipment Date", "Item Total"],
        |table, out| plain::read(table, out, &tools::REPORT_ITEMS),
    )
    .seldom(),
    orders(
        "amazon-business-en",
        &["Order ID", "Order Date", "Currency", "Payment Amount", "Payment Date", "Item Net Total"],
        |table, out| plain::read(table, out, &tools::BUSINESS_EN),
    )
    .seldom(),
    orders(
        "amazon-business-ja",
        &["注文日", "注文番号", "支払い確定日", "支払い金額", "商品名"],
        |table, out| plain::read(table, out, &tools::BUSINESS_JA),
    )
    .seldom(),
    // Chosen without the columns of payments.
    orders(
        "amazon-business-ja",
        &["注文日", "注文番号", "アカウントグループ", "商品名"],
        |table, out| plain::read(table, out, &tools::BUSINESS_JA),
    )
    .unless(&["支払い金額", "支払い確定日"])
    .seldom(),
    orders(
        "amazon-business-ja",
        &["注文日", "注文番号", "アカウントグループ", "注文の合計（税込）"],
        |table, out| plain::read(table, out, &tools::BUSINESS_JA_ORDERS),
    )
    .unless(&["商品名"])
    .seldom(),
    orders(
        "extension-orders",
        &["Order #", "Order Date", "Order Value", "Item Title", "Product URL"],
        |table, out| plain::read(table, out, &tools::EXTENSION_ORDERS),
    )
    .seldom(),
    orders("exporter-orders", &["order_id", "order_date", "order_total_text", "detail_url"], |table, out| {
        plain::read(table, out, &tools::EXPORTER_ORDERS);
    })
    .seldom(),
    orders(
        "order-tool-items",
        &["Order ID", "Order Date", "ASIN", "Product Name", "Unit Price", "Item Total", "Order Grand Total"],
        |table, out| plain::read(table, out, &tools::ORDER_TOOL_ITEMS),
    )
    .seldom(),
    orders(
        "order-tool-orders",
        &["Order ID", "Order Date", "Total", "Status", "Platform", "Region", "Order URL"],
        |table, out| plain::read(table, out, &tools::ORDER_TOOL_ORDERS),
    )
    .seldom(),
    orders(
        "bookmarklet-units",
        &["id", "date", "name", "seller", "unitPrice", "quantity", "orderPrice"],
        |table, out| plain::read(table, out, &tools::BOOKMARKLET_UNITS),
    )
    .seldom(),
    orders("bookmarklet-ja", &["注文番号", "注文日", "金額", "商品名", "URL"], |table, out| {
        plain::read(table, out, &tools::BOOKMARKLET_JA);
    })
    .seldom(),
    orders(
        "bookmarklet-orders",
        &["Order ID", "Order Date", "Items", "Item Count", "Total Amount", "Order Details URL"],
        |table, out| plain::read(table, out, &tools::BOOKMARKLET_ORDERS),
    )
    .seldom(),
    orders(
        "bookmarklet-shipments",
        &["Ship Date", "Order ID", "Transaction Amount", "Order Total", "Product Names"],
        |table, out| plain::read(table, out, &tools::BOOKMARKLET_SHIPMENTS),
    )
    .seldom(),
    orders(
        "azad-transactions",
        &["date", "order ids", "order urls", "vendor", "card_details", "amount"],
        transactions::read_table,
    )
    .seldom(),
    refunds(
        "amazon-order-report-refunds",
        &["Order ID", "Refund Date", "Refund Condition", "Refund Amount", "Refund Tax Amount"],
        refunds::read_report,
    )
    .seldom(),
    of_no_use(&["ASIN", "Date Added to Cart", "Cart List"]),
    of_no_use(&["Loan Status", "Loan Program"]),
    of_no_use(&["Order ID", "Replacement Order ID"]).unless(&["Contract Unit Id"]),
    of_no_use(&["Order ID", "Return Reason Code"]),
    of_no_use(&["Order ID", "Return Amount", "Return Reason", "Resolution"]),
    of_no_use(&["Return Authorization Id", "Return Ship Option"]),
    orders(
        "amazon-retrocharges",
        &["Contract Unit Id", "Order Id", "Charge State", "Replacement Order Id", "Contract Creation Date"],
        refunds::read_retrocharges,
    ),
    of_no_use(&["Contract Unit Id", "Order Id"]).unless(&["Charge State", "Contract Creation Date"]),
    of_no_use(&["OrderId", "PaymentCode", "PaymentAmount", "AmountPaidFromAmazonAccount"]),
    of_no_use(&["order id", "order url", "delivered", "tracking id"]),
    of_no_use(&["ファイル名", "説明"]),
    of_no_use(&["File name", "Description"]),
    of_no_use(&["msp_metric", "cpf_metric", "dex_metric"]),
];

#[cfg(test)]
mod tests {
    use mioboe_model::{Reading, Source, SourceId, SourceKind};

    use super::{Parts, claims, join, read};
    use crate::sheet::Sheet;

    /// Reads tables as a person would drop them: several files, each claimed by its own columns.
    pub(super) fn reading(files: &[(&str, &str)]) -> Reading {
        let (mut reading, mut parts) = (Reading::default(), Parts::default());
        for (at, (name, text)) in files.iter().enumerate() {
            let sheet = Sheet::new(name, text, b',');
            let mut source = Source::new(SourceId(u32::try_from(at).unwrap()), *name, SourceKind::Unreadable);
            let format = claims(&sheet).unwrap_or_else(|| panic!("nobody claims {name}"));
            read(&sheet, format, &mut source, &mut reading, &mut parts);
            reading.sources.push(source);
        }
        join(parts, &mut reading);
        for source in &reading.sources {
            let skipped: u32 = source.skipped.values().sum();
            assert_eq!(source.rows, source.used + skipped, "{}: {:?}", source.name, source.skipped);
        }
        reading
    }
}
