//! Rows below the heading of a statement; the first byte chooses which.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::{behind, read};

/// A heading of each kind: signs by column, by section, by word; days in every order; with and without a heading.
const HEADINGS: [&str; 10] = [
    "",
    "利用日,利用店名・商品名,利用者,支払方法,利用金額,手数料/利息,支払総額,支払月\n",
    "架空　太郎　様,4980-00**-****-****,Ａｍａｚｏｎマスター\n2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980,\n",
    "ご利用年月日,ご利用箇所,ご利用額,払戻額,ご請求額（うち手数料・利息）,支払区分（回数）,今回回数,今回ご請求額・弁済金（うち手数料・利息）,現地通貨額,通貨略称,換算レート\n",
    "ご利用日,ご利用先など,新旧,ご利用者,支払開始年月,支払区分,お支払回数,何回目,ご利用金額,手数料・利息,年利%,その他,当月ご請求額,翌月繰越残高\n",
    "取引日,出金金額（円）,入金金額（円）,海外出金金額,通貨,変換レート（円）,利用国,取引内容,取引先,取引方法,支払い区分,利用者,取引番号\n",
    "Status,Date,Description,Debit,Credit\n",
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n",
    "Date,Description,Amount\n",
    "\"Datum\";\"Naam / Omschrijving\";\"Rekening\";\"Tegenrekening\";\"Code\";\"Af Bij\";\"Bedrag (EUR)\";\"MutatieSoort\";\"Mededelingen\"\n",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, rows)) = bytes.split_first() else { return };
    read("a.csv", &behind(HEADINGS[usize::from(choice) % HEADINGS.len()], rows));
});
