//! Rows of Amazon's files and of what tools make of them, as one person would have them: several at once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, checked};
use mioboe_ingest::Reader;

const HEADINGS: [&str; 9] = [
    "Order ID,Order Date,Product Name,Currency,Total Owed,Order Status,Ship Date,Payment Instrument Type\n",
    "ASIN,Currency,Order Date,Order ID,Order Status,Original Quantity,Payment Method Type,Product Name,Ship Date,Shipment Status,Total Amount\n",
    "Component Type,Digital Order Item ID,Order Date,Order ID,Order Status,Product Name,Base Currency,Transaction Amount\n",
    "DigitalOrderItemId,OrderId,OrderDate,OurPrice,OurPriceCurrencyCode,ProductName\n",
    "DigitalOrderItemId,DeliveryPacketId,TransactionAmount,BaseCurrencyCode,MonetaryComponentTypeCode\n",
    "Creation Date,Currency,Disbursement Type,Order ID,Payment Status,Quantity,Refund Amount,Refund Date,Reversal Status\n",
    "注文日,注文番号,商品名,付帯情報,価格,個数,商品小計,注文合計,お届け先,状態,請求先,請求額,クレカ請求日,クレカ請求額,クレカ種類\n",
    "date,order ids,order urls,vendor,card_details,amount\n",
    "注文日,注文番号,通貨,商品名,支払認証ID/請求書番号,支払い確定日,支払い金額,商品および配送料の合計（税込）\n",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, rows)) = bytes.split_first() else { return };
    let mut reader = Reader::default();
    let (first, second) = rows.split_at(rows.len() / 2);
    for (step, rows) in [first, second].into_iter().enumerate() {
        let heading = HEADINGS[(usize::from(choice) + step) % HEADINGS.len()];
        reader.add(&format!("{step}.csv"), &behind(heading, rows));
    }
    checked(reader);
});
