//! What is known of the formats of Amazon's files, for the page that lists formats. How each is read stands in
//! [`super::orders`], [`super::account`] and [`super::mail`].

use crate::Format;

const REQUEST: &str =
    "amazon.* /hz/privacy-central/data-requests/preview.html → Your Orders; the link comes by mail";
const REQUEST_ALL: &str =
    "amazon.* /hz/privacy-central/data-requests/preview.html → all data; the link comes by mail";
const SUBSCRIPTIONS: &str =
    "amazon.* /hz/privacy-central/data-requests/preview.html → Subscriptions; the link comes by mail";
const REPORTS: &str = "no longer offered (closed in March 2023)";
const BUSINESS: &str = "Amazon Business → Business Analytics → Orders report → CSV";

/// By id.
pub(crate) const FORMATS: &[Format] = &[
    amazon(
        "amazon-billing",
        SUBSCRIPTIONS,
        "2018",
        &["a US export of 2025", "mocks of humandataincome (2021)"],
    ),
    amazon("amazon-business-en", BUSINESS, "2024", &["columns read by public importers (2026)"]),
    amazon("amazon-business-ja", BUSINESS, "2024", &["columns read by public importers (2026)"]),
    amazon("amazon-devices", REQUEST_ALL, "2022", &["dxp timeline parser"]),
    amazon("amazon-digital-l1", REQUEST, "2021", &["a US export of 2025", "mocks of humandataincome (2021)"]),
    amazon(
        "amazon-digital-l2",
        REQUEST,
        "2026-03",
        &["an Australian export (pops)", "Japanese and US importers of 2026"],
    ),
    amazon("amazon-digital-returns", REQUEST, "2021", &["a US export of 2025", "importers of 2026"]),
    amazon(
        "amazon-order-details",
        "Amazon → Your Orders → View order details, or Invoice; copy the page, save it as HTML or as PDF",
        "2016",
        &["public tests of beancount-import and amazon-orders", "a page of amazon.ca in French (2025)"],
    ),
    amazon(
        "amazon-order-list",
        "Amazon → Your Orders; copy the page, save it as HTML or as PDF",
        "2026",
        &["public tests of amazon-orders and amazon_order", "pages of amazon.co.uk and amazon.ca"],
    ),
    amazon("amazon-order-report-items", REPORTS, "2014", &["mint-amazon-tagger"]),
    amazon("amazon-order-report-refunds", REPORTS, "2014", &["mint-amazon-tagger"]),
    amazon("amazon-order-report-shipments", REPORTS, "2014", &["mint-amazon-tagger"]),
    amazon("amazon-orders-l1", REQUEST, "2021", &["US exports of 2025 and 2026", "Japanese importers"]),
    amazon(
        "amazon-orders-l2",
        REQUEST,
        "2026-03",
        &["a Japanese export (zaimAmazonOrderDetailImport)", "US and Australian importers of 2026"],
    ),
    amazon("amazon-other", REQUEST, "2021", &["the same exports; nothing in these tables moves money"]),
    amazon("amazon-payment-instruments", REQUEST_ALL, "2022", &["dxp timeline parser"]),
    amazon("amazon-periods", SUBSCRIPTIONS, "2025", &["a US export of 2025"]),
    amazon("amazon-refund-destinations", REQUEST, "2026-03", &["German and Australian importers of 2026"]),
    amazon("amazon-refunds-l1", REQUEST, "2021", &["a US export of 2025"]),
    amazon("amazon-refunds-l2", REQUEST, "2026-03", &["importers of five countries (2026)"]),
    amazon(
        "amazon-retrocharges",
        REQUEST,
        "2025",
        &["a US export of 2025: the columns; what was not sent back is charged again"],
    ),
    amazon("amazon-sign-ins", REQUEST_ALL, "2022", &["dxp timeline parser"]),
    amazon("amazon-subscriptions", SUBSCRIPTIONS, "2025", &["a US export of 2025"]),
    amazon(
        "amazon-transactions",
        "Amazon → Account → Your Payments → Transactions; copy the page, save it as HTML or as PDF",
        "2025",
        &["grammar of azad", "fixtures of amazon-orders"],
    ),
    tool("azad-items", AZAD, AZAD_BUTTON, "2018", &["azad's own source"]),
    tool("azad-orders", AZAD, AZAD_BUTTON, "2018", &["azad's own source"]),
    tool("azad-transactions", AZAD, AZAD_BUTTON, "2025", &["azad's own source"]),
    tool(
        "bookmarklet-ja",
        "a bookmarklet (AP17.js)",
        "run it on the order list",
        "",
        &["coffee1118/Amazontest"],
    ),
    tool(
        "bookmarklet-orders",
        "a tool for order lists",
        "run it on the order list",
        "",
        &["one public file"],
    ),
    tool(
        "bookmarklet-shipments",
        "amazon-orders-to-transactions",
        "run it on the order list",
        "",
        &["one public file"],
    ),
    tool(
        "bookmarklet-units",
        "AmazonJpGetOrderHistory",
        "run it on the order list",
        "",
        &["konohiroaki/greasemonkey-scripts"],
    ),
    tool(
        "exporter-orders",
        "amazon-order-exporter",
        "run it; orders.csv",
        "2026",
        &["ApertureEngineer/amazon-order-exporter"],
    ),
    tool(
        "extension-orders",
        "amazon-orders-extension",
        "the extension's button → CSV",
        "2026",
        &["mynamedoesntfi/amazon-orders-extension"],
    ),
    tool(
        "furyu-orders",
        "アマゾン注文履歴フィルタ",
        "the extension's button on the order list → CSV",
        "2018",
        &["amzOrderHistoryFilter 0.1.2.6", "zaim-csv-converter"],
    ),
    tool(
        "furyu-refunds",
        "アマゾン注文履歴フィルタ",
        "the extension's button on the order list → CSV of refunds",
        "2024",
        &["amzOrderHistoryFilter 0.1.2.6"],
    ),
    Format {
        id: "mail",
        issuer: "Amazon, or who says so",
        region: "any",
        download: "the mail program → Save as → .eml, or a mailbox as .mbox",
        since: "",
        seen: &["RFC 5322"],
    },
    Format {
        id: "mail-text",
        issuer: "Amazon, or who says so",
        region: "any",
        download: "copy the text of a mail or a short message, and paste it",
        since: "",
        seen: &["headings of mail programs in Japanese and English"],
    },
    tool(
        "order-tool-items",
        "amazon-order-history-csv-download-mcp",
        "ask the assistant for items as CSV",
        "2025",
        &["marcusquinn/amazon-order-history-csv-download-mcp"],
    ),
    tool(
        "order-tool-orders",
        "amazon-order-history-csv-download-mcp",
        "ask the assistant for orders as CSV",
        "2025",
        &["marcusquinn/amazon-order-history-csv-download-mcp"],
    ),
];

const AZAD: &str = "Amazon Order History Reporter (azad)";
const AZAD_BUTTON: &str = "the extension's button → year → CSV";

const fn amazon(
    id: &'static str,
    download: &'static str,
    since: &'static str,
    seen: &'static [&'static str],
) -> Format {
    Format { id, issuer: "Amazon", region: "any", download, since, seen }
}

const fn tool(
    id: &'static str,
    issuer: &'static str,
    download: &'static str,
    since: &'static str,
    seen: &'static [&'static str],
) -> Format {
    Format { id, issuer, region: "any", download, since, seen }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::FORMATS;
    use crate::formats::{account, mail, orders, orders::pages};

    #[test]
    fn every_format_that_is_read_is_listed_and_no_other() {
        let read: BTreeSet<&str> = orders::formats()
            .chain(account::formats())
            .chain(pages::FORMATS)
            .chain([mail::FORMAT, mail::TEXT_FORMAT])
            .collect();
        let listed: BTreeSet<&str> = FORMATS.iter().map(|format| format.id).collect();
        assert_eq!(read, listed);
        assert!(FORMATS.is_sorted_by_key(|format| format.id), "the list is by id");
        assert_eq!(FORMATS.len(), listed.len());
    }
}
