//! Layouts of the tables that other tools and Amazon's retired and business reports write.

use mioboe_model::Currency;

use super::plain::{Layout, PaymentNames};

pub(super) const AZAD_ORDERS: Layout = Layout {
    order_id: &["order id"],
    ordered: &["date"],
    item: &["items"],
    total: &["total"],
    site: &["order url"],
    means: &["payments"],
    address: &["to"],
    ..Layout::EMPTY
};

/// Prices here are without tax in some countries, so the table of orders is preferred where it is given.
pub(super) const AZAD_ITEMS: Layout = Layout {
    order_id: &["order id"],
    ordered: &["order date"],
    item: &["description"],
    asin: &["ASIN"],
    quantity: &["quantity"],
    price: &["price"],
    site: &["order url"],
    ..Layout::EMPTY
};

pub(super) const REPORT_ITEMS: Layout = Layout {
    order_id: &["Order ID"],
    ordered: &["Order Date"],
    shipped: &["Shipment Date"],
    item: &["Title"],
    asin: &["ASIN/ISBN"],
    seller: &["Seller"],
    quantity: &["Quantity"],
    total: &["Item Total"],
    currency: &["Currency"],
    site: &["Website"],
    means: &["Payment Instrument Type"],
    ..Layout::EMPTY
};

/// `Total Charged` is what the card paid for the shipment.
pub(super) const REPORT_SHIPMENTS: Layout = Layout {
    order_id: &["Order ID"],
    ordered: &["Order Date"],
    shipped: &["Shipment Date"],
    total: &["Total Charged"],
    currency: &["Currency"],
    site: &["Website"],
    means: &["Payment Instrument Type"],
    ..Layout::EMPTY
};

pub(super) const BUSINESS_EN: Layout = Layout {
    order_id: &["Order ID"],
    ordered: &["Order Date"],
    item: &["Title"],
    asin: &["ASIN"],
    seller: &["Seller Name"],
    quantity: &["Item Quantity"],
    total: &["Item Net Total"],
    currency: &["Currency"],
    payment: Some(PaymentNames {
        reference: &["Payment Reference ID", "Charge Identifier"],
        day: &["Payment Date"],
        amount: &["Payment Amount"],
        card: &["Payment Identifier"],
    }),
    ..Layout::EMPTY
};

/// `注文の合計` is not what was charged; `支払い金額` is.
pub(super) const BUSINESS_JA: Layout = Layout {
    order_id: &["注文番号"],
    ordered: &["注文日"],
    item: &["商品名"],
    asin: &["ASIN"],
    seller: &["出品者名"],
    quantity: &["商品の数量"],
    total: &["商品および配送料の合計（税込）", "商品の小計（税込）"],
    currency: &["通貨"],
    home: Some(Currency::JPY),
    payment: Some(PaymentNames {
        reference: &["支払認証ID/請求書番号", "支払認証ID"],
        day: &["支払い確定日"],
        amount: &["支払い金額"],
        card: &["クレジットカード番号（下4桁）"],
    }),
    ..Layout::EMPTY
};

/// `AmazonJpGetOrderHistory`.
pub(super) const BOOKMARKLET_UNITS: Layout = Layout {
    order_id: &["id"],
    ordered: &["date"],
    item: &["name"],
    seller: &["seller"],
    quantity: &["quantity"],
    price: &["unitPrice"],
    home: Some(Currency::JPY),
    ..Layout::EMPTY
};

/// The sum of an order stands on its first item.
pub(super) const BOOKMARKLET_JA: Layout = Layout {
    order_id: &["注文番号"],
    ordered: &["注文日"],
    item: &["商品名"],
    total: &["金額"],
    home: Some(Currency::JPY),
    ..Layout::EMPTY
};

pub(super) const BOOKMARKLET_ORDERS: Layout = Layout {
    order_id: &["Order ID"],
    ordered: &["Order Date"],
    item: &["Items"],
    total: &["Total Amount"],
    currency: &["Currency"],
    site: &["Order Details URL"],
    ..Layout::EMPTY
};

pub(super) const BOOKMARKLET_SHIPMENTS: Layout = Layout {
    order_id: &["Order ID"],
    shipped: &["Ship Date"],
    item: &["Product Names"],
    total: &["Transaction Amount"],
    site: &["Order URL"],
    ..Layout::EMPTY
};

/// Without items the sum of the order is all there is.
pub(super) const BUSINESS_JA_ORDERS: Layout = Layout {
    order_id: &["注文番号"],
    ordered: &["注文日"],
    total: &["注文の合計（税込）"],
    currency: &["通貨"],
    home: Some(Currency::JPY),
    ..Layout::EMPTY
};

/// The sum of an order is repeated on each of its items.
pub(super) const EXTENSION_ORDERS: Layout = Layout {
    order_id: &["Order #"],
    ordered: &["Order Date"],
    item: &["Item Title"],
    total: &["Order Value"],
    site: &["Product URL"],
    is_of_order: true,
    ..Layout::EMPTY
};

pub(super) const EXPORTER_ORDERS: Layout = Layout {
    order_id: &["order_id"],
    ordered: &["order_date", "order_date_text"],
    total: &["order_total_text"],
    site: &["detail_url", "order_url"],
    is_of_order: true,
    ..Layout::EMPTY
};

/// What items cost here has no tax and no postage in it.
pub(super) const ORDER_TOOL_ITEMS: Layout = Layout {
    order_id: &["Order ID"],
    ordered: &["Order Date"],
    item: &["Product Name"],
    asin: &["ASIN"],
    seller: &["Seller"],
    quantity: &["Quantity"],
    total: &["Order Grand Total"],
    site: &["Order URL", "Product URL"],
    is_of_order: true,
    ..Layout::EMPTY
};

pub(super) const ORDER_TOOL_ORDERS: Layout = Layout {
    order_id: &["Order ID"],
    ordered: &["Order Date"],
    total: &["Total"],
    site: &["Order URL"],
    is_of_order: true,
    ..Layout::EMPTY
};
