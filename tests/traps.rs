//! What files are known to trip readers up with, one test each, named after the trap.
//!
//! First the statements of Japan, issuer by issuer, then Amazon's exports. Those that need two files of one card
//! (spelled twice, counted twice) stand in `statements.rs`; single cells (minus signs, days, sums) beside the code that
//! reads them, `crates/ingest/src/field.rs` and `formats/orders/cells.rs`.

use std::fs;
use std::io::{Cursor, Write as _};

use mioboe_ingest::Reader;
use mioboe_model::{OrderLine, OrderStatus, Reading, SkipReason, Status};
use mioboe_tests::fixture;
use zip::{ZipWriter, write::SimpleFileOptions};

fn read(files: &[(&str, &str)]) -> Reading {
    let mut reader = Reader::default();
    for (name, text) in files {
        reader.add(name, text.as_bytes());
    }
    let reading = reader.finish();
    for source in &reading.sources {
        assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>(), "{}", source.name);
        assert_eq!(source.problems, [], "{}", source.name);
    }
    reading
}

fn statement(text: &str) -> Reading {
    read(&[("a.csv", text)])
}

/// The charges as `line day sum name`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let reading = statement(text);
    let found: Vec<String> = reading
        .charges
        .iter()
        .map(|charge| {
            let day = charge.date.map_or_else(|| "-".to_owned(), |day| day.to_string());
            format!("{} {day} {} {}", charge.place.line, charge.amount.plain(), charge.name)
        })
        .collect();
    assert_eq!(found, expect);
}

// Vpass (SMBC, Amazon Mastercard).

const HOLDER: &str = "架空　太郎　様,4980-00**-****-****,Ａｍａｚｏｎマスター\n";

#[test]
fn vpass_has_no_heading_and_its_holder_and_total_rows_are_no_charges() {
    check(
        &format!("{HOLDER}2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980,\n,,,,,3980\n,,,,,3980,\n"),
        &["2 2026-09-01 3980 ＡＭＡＺＯＮ．ＣＯ．ＪＰ"],
    );
}

#[test]
fn vpass_saved_again_by_a_spreadsheet_has_short_rows_and_days_without_zeros() {
    check(
        &format!("{HOLDER}2026/9/1,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980\n,,,,,3980\n,,,,,3980\n"),
        &["2 2026-09-01 3980 ＡＭＡＺＯＮ．ＣＯ．ＪＰ"],
    );
    check(
        "2026/9/13,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,架空　太郎,1回払い,,'26/10,5456,5456\n",
        &["1 2026-09-13 5456 ＡＭＡＺＯＮ．ＣＯ．ＪＰ"],
    );
}

#[test]
fn vpass_has_a_second_block_for_the_family_card() {
    let reading = statement(&format!(
        "{HOLDER}2026/09/01,見本書店,100,１,１,100,\n,,,,,100\n架空　花子　様,4980-01**-****-****,Ａｍａｚｏｎマスター\n2026/09/02,見本食堂,200,１,１,200,\n,,,,,200\n,,,,,300,\n"
    ));
    let holders: Vec<_> =
        reading.charges.iter().map(|charge| charge.holder.as_ref().expect("a holder").text()).collect();
    assert_eq!(holders, ["架空　太郎", "架空　花子"]);
}

#[test]
fn vpass_leaves_the_sum_of_use_empty_for_fees() {
    check(
        &format!("{HOLDER}2026/09/10,ゴールドカード年会費,,,,5500,（うち消費税等５００円）\n"),
        &["2 2026-09-10 5500 ゴールドカード年会費"],
    );
}

#[test]
fn vpass_counts_instalments_in_full_width_digits() {
    check(&format!("{HOLDER}2026/09/05,見本家電,132103,１２,８,11008,\n"), &["2 2026-09-05 132103 見本家電"]);
}

#[test]
fn vpass_has_two_equal_amazon_rows_on_one_day() {
    let row = "2026/09/01,ＡＭＡＺＯＮ．ＣＯ．ＪＰ,3980,１,１,3980,\n";
    assert_eq!(statement(&format!("{HOLDER}{row}{row}")).charges.len(), 2);
}

#[test]
fn vpass_has_a_late_fee_without_a_day_and_a_revolving_sum_that_is_no_charge() {
    check(
        &format!(
            "{HOLDER}2026/09/01,見本書店,100,１,１,100,\n,遅延損害金（ショッピング利用）,120,,,120,\n,※マイ・ペイすリボ最低支払額（弁済金）※,,,,5047,\n"
        ),
        &["2 2026-09-01 100 見本書店", "3 - 120 遅延損害金（ショッピング利用）"],
    );
}

// Rakuten.

const RAKUTEN_ROW: &str = "\"2026/09/28\",\"見本書店\",\"本人\",\"1回払い\",\"450\",\"0\",\"450\"";

#[test]
fn rakuten_headings_depend_on_the_month() {
    for (more, cells) in [
        ("\"4月支払金額\",\"5月繰越残高\",\"新規サイン\"", ",\"450\",\"0\",\"*\""),
        ("\"7月支払金額\",\"当月請求額\",\"8月繰越残高\",\"新規サイン\"", ",\"450\",\"450\",\"0\",\"*\""),
        (
            "\"支払月\",\"10月支払金額\",\"当月請求額\",\"11月繰越残高\",\"11月以降請求額\"",
            ",\"10月\",\"450\",\"450\",\"0\",\"0\"",
        ),
    ] {
        let heading = format!(
            "\"利用日\",\"利用店名・商品名\",\"利用者\",\"支払方法\",\"利用金額\",\"手数料/利息\",\"支払総額\",{more}"
        );
        check(&format!("{heading}\n{RAKUTEN_ROW}{cells}\n"), &["2 2026-09-28 450 見本書店"]);
    }
}

const RAKUTEN_OPEN: &str = "利用日,利用店名・商品名,利用者,支払方法,利用金額,手数料/利息,支払総額,支払月,10月支払金額,当月請求額,11月繰越残高,11月以降請求額\n";

#[test]
fn rakuten_tells_the_exchange_rate_in_a_row_of_its_own_without_a_day() {
    let reading = statement(&format!(
        "{RAKUTEN_OPEN}2026/09/28,見本店利用国USA,本人,1回払い,805,0,805,10月,805,805,0,0\n,現地利用額　　　　　　　　　５．０００変換レート　１６１．０００円,,,,,,,,,,\n"
    ));
    assert_eq!(reading.charges.len(), 1);
    assert!(reading.charges[0].memo.contains("変換レート"));
    assert_eq!(reading.sources[0].skipped[&SkipReason::FollowUp], 1);
}

#[test]
fn rakuten_rows_of_a_later_month_are_not_booked_yet() {
    let reading =
        statement(&format!("{RAKUTEN_OPEN}2026/10/02,見本店,本人,1回払い,450,0,450,11月以降,0,0,450,450\n"));
    assert_eq!(reading.charges[0].status, Status::Pending);
}

// Others.

#[test]
fn jcb_has_five_rows_above_and_a_blank_before_the_day() {
    check(
        "\"\",\"\",\"今回のお支払日\",\"2026/07/10\"\n\"\",\"\",\"今回のお支払金額合計(￥)\",\"97,334\"\n\"\",\"\",\" うち国内ご利用金額合計(￥)\",\"97,334\"\n\"\",\"\",\"　うち海外ご利用金額合計(￥)\",\"0\"\n\"【ご利用明細】\"\n\"ご利用者\",\"カテゴリ\",\"ご利用日\",\"ご利用先など\",\"ご利用金額(￥)\",\"支払区分\",\"今回回数\",\"訂正サイン\",\"お支払い金額(￥)\",\"国内／海外\",\"摘要\",\"備考\"\n\"****-****-****-0000　カードA\",\" ≪ショッピング≫\",\" 2026/05/21\",\"見本書店\",\"97,334\",\"１回\",\"\",\"\",\"97,334\",\"国内\",\"\",\"* 2\"\n",
        &["7 2026-05-21 97334 見本書店"],
    );
}

#[test]
fn orico_has_backslashes_a_rate_in_the_name_and_a_second_section_with_days() {
    check(
        "<利用明細>\nご利用日,ご利用先など,新旧,ご利用者,支払開始年月,支払区分,お支払回数,何回目,ご利用金額,手数料・利息,年利%,その他,当月ご請求額,翌月繰越残高\n2026年6月9日,MIHON AI　　　　　　２２．００　　　　　　　換算レート／　１６６．５９０９円,*,本人,2026年7月,アド,1,1,\"\\3,665\",,,\\0,\"\\3,665\",\\0\n<消費税課税対象の内訳>\nご利用日,ご利用店名,ご利用金額\n2026年6月9日,MIHON AI,\"\\3,332\"\n※キャンセル分\nご利用金額修正日,ご利用店名,修正金額\n2026年6月10日,MIHON AI,\\100\n",
        &["3 2026-06-09 3665 MIHON AI"],
    );
}

#[test]
fn aeon_writes_days_in_six_digits_and_tells_the_owner_of_the_bank_account() {
    let reading = statement(
        "ご利用カード,イオンカード・見本,,,,,,,\n今回ご請求金額,6150,,,,,,,\nお支払い日,2026年 7月 2日,,,,,,,\nご指定口座,,,,,,,,\n金融機関,支店,口座番号,名義人,,,,,\nﾐﾎﾝ,ﾐﾎﾝ,0-0000-000,カクウタロウ,,,,,\nご利用明細,,,,,,,,\nご利用日,利用者区分,ご利用先,支払方法,,,ご利用金額,備考,\n260518,本人,見本書店,１回,,,100,,\n",
    );
    assert_eq!(reading.charges[0].date.expect("a day").to_string(), "2026-05-18");
    assert_eq!(reading.sources[0].rows, 1);
    assert!(
        !format!("{:?}", reading.charges).contains("カクウ"),
        "the owner of the account is nobody's business"
    );
}

#[test]
fn amex_pays_the_bill_with_a_minus_like_a_refund_and_fills_names_with_blanks() {
    check(
        "ご利用日,データ処理日,ご利用内容,金額,海外通貨利用金額,換算レート\n2026/06/21,2026/06/22,アマゾン　シーオージェーピー　　　　,\"-37,875\",,\n2026/06/10,2026/06/10,前回分口座振替金額,\"-361,429\",,\n",
        &["2 2026-06-21 -37875 アマゾン　シーオージェーピー"],
    );
}

#[test]
fn nicos_has_later_instalments_of_nothing_new() {
    let reading = statement(
        "利用日,利用者,利用区分,利用内容,新規利用額,今回請求額,支払回数,現地通貨額,通貨略称,換算レート,備考\n2023/3/30,M8093,ショッピング,見本書店,0,168,24/24回目,,,,お支払残高 168円\n2023/3/31,M8093,ショッピング,見本食堂,900,900,1回,,,,\n",
    );
    assert_eq!(reading.charges.len(), 1);
    assert_eq!(reading.sources[0].skipped[&SkipReason::Instalment], 1);
}

#[test]
fn paypay_card_has_a_recalculated_row_without_a_day_and_adjustments_that_change_no_purchase() {
    check(
        "\"利用日/キャンセル日\",\"利用店名・商品名\",\"利用者\",\"決済方法\",\"支払区分\",\"利用金額\",\"手数料\",\"支払総額\",\"当月支払金額\",\"翌月以降繰越金額\",\"調整額\",\"当月お支払日\"\n\"\",\"ＴＥＭＵ（再計算）\",\"本人*\",\"PayPayカード\",\"1回\",\"1180\",\"0\",\"1180\",\"1180\",\"0\",\"0\",\"2026/10/27\"\n\"2026/9/1\",\"見本書店\",\"本人*\",\"PayPayカード\",\"1回\",\"4279\",\"0\",\"4279\",\"4279\",\"0\",\"-279\",\"2026/10/27\"\n",
        &["2 - 1180 ＴＥＭＵ（再計算）", "3 2026-09-01 4279 見本書店"],
    );
}

#[test]
fn d_card_puts_the_holders_name_into_the_column_of_the_sum() {
    check(
        "ご利用内訳明細,,,,,,,,,\n名前,カード番号,区分,ご利用年月日,利用店名,利用金額,支払い金額,支払区分,回数,備考\n架空　太郎,****0000,1,2026/09/01,見本書店,1200,1200,1,1,\n,,,,,＜架空　太郎　様,1200,,,\n",
        &["3 2026-09-01 1200 見本書店"],
    );
}

#[test]
fn saison_fills_its_total_with_zeros_and_marks_its_sums() {
    check(
        "カード名称,見本カード\nお支払日,2026/05/07\n今回ご請求額,0000001515\n\n利用日,ご利用店名及び商品名,本人・家族区分,支払区分名称,締前入金区分,利用金額,備考\n,ご利用者名:架空 太郎      様,,,,,\n2026/03/12,見本書店,1,1回,,1515,\n,【小計】,,,,1515,\n,【合計】,,,,1515,\n",
        &["7 2026-03-12 1515 見本書店"],
    );
}

#[test]
fn rakuten_bank_names_no_shop_behind_a_debit_card() {
    check(
        "取引日,入出金(円),取引後残高(円),入出金内容\n20260902,-2214,10000,Mastercardデビット A0420985\n",
        &["2 2026-09-02 2214 Mastercardデビット A0420985"],
    );
}

#[test]
fn household_books_turn_the_sign_and_have_rows_that_do_not_count() {
    check(
        "計算対象,日付,内容,金額（円）,保有金融機関,大項目,中項目,メモ,振替,ID\n1,2026/09/01,AMAZON.CO.JP,-3980,見本カード,日用品,,,0,a\n0,2026/09/02,見本書店,-500,現金,本,,,0,b\n1,2026/09/03,チャージ,-1000,見本Pay,,,,1,c\n",
        &["2 2026-09-01 3980 AMAZON.CO.JP"],
    );
}

// Amazon's exports: what a row is, and what its cells may hold.

const ORDERS: &str = "Website,Order ID,Order Date,Currency,Unit Price,Unit Price Tax,Shipping Charge,Total Discounts,Total Owed,Shipment Item Subtotal,Shipment Item Subtotal Tax,Quantity,Payment Instrument Type,Order Status,Shipment Status,Ship Date,Shipping Option,Product Name";

/// A row of the older layout with these cells, all others being ordinary.
fn order(number: &str, total: &str, more: &[(&str, &str)]) -> String {
    let cells: Vec<&str> = ORDERS
        .split(',')
        .map(|name| {
            let given = more.iter().find(|(column, _)| *column == name).map(|&(_, cell)| cell);
            given.unwrap_or(match name {
                "Website" => "Amazon.co.jp",
                "Order ID" => number,
                "Order Date" => "2026-02-10T00:30:49Z",
                "Ship Date" => "2026-02-11T04:00:00.625Z",
                "Currency" => "JPY",
                "Total Owed" => total,
                "Shipment Item Subtotal" => "4565",
                "Payment Instrument Type" => "Visa - 1234",
                "Order Status" => "Closed",
                "Product Name" => "見本ノート",
                _ => "0",
            })
        })
        .collect();
    format!("\"{}\"\n", cells.join("\",\""))
}

const NUMBER: &str = "250-0000001-0000001";

fn orders(rows: &[String]) -> Reading {
    read(&[("Retail.OrderHistory.3.csv", &format!("\u{feff}{ORDERS}\n{}", rows.concat()))])
}

#[test]
fn the_subtotal_of_a_shipment_stands_on_each_of_its_rows_and_is_never_added_up() {
    let rows: Vec<String> = (0..5).map(|_| order(NUMBER, "913", &[])).collect();
    let sums: Vec<String> = orders(&rows).orders.iter().map(|line| line.total.plain()).collect();
    assert_eq!(sums, ["913"; 5]);
}

#[test]
fn sums_that_do_not_add_up_are_no_reason_to_refuse_a_row() {
    let row = order(NUMBER, "700", &[("Shipment Item Subtotal", "913"), ("Total Discounts", "'-6'")]);
    assert_eq!(orders(&[row]).orders[0].total.plain(), "700");
}

#[test]
fn a_line_sent_twice_has_two_days_and_two_states_in_one_cell() {
    let row = order(
        NUMBER,
        "3986",
        &[
            ("Ship Date", "2024-07-19T19:52:49Z and 2024-07-19T20:23:05+00:00"),
            ("Shipment Status", "Shipped and Shipped"),
            ("Order Date", "2024-07-18T19:52:49Z and 2024-07-18T19:52:49Z"),
        ],
    );
    let reading = orders(&[row]);
    assert_eq!((reading.orders.len(), reading.orders[0].shipped.len()), (1, 2));
}

#[test]
fn days_of_2021_are_american_and_say_utc() {
    let reading = orders(&[order(NUMBER, "100", &[("Order Date", "11/12/2021 22:32:48 UTC")])]);
    let when = reading.orders[0].ordered.expect("a day");
    assert_eq!(when.day(mioboe_model::Offset::UTC).to_string(), "2021-11-12");
    // The card's day is the one in Japan.
    assert_eq!(when.day(mioboe_model::Offset::parse("+09:00").expect("an offset")).to_string(), "2021-11-13");
}

#[test]
fn nothing_is_written_in_four_ways() {
    for nothing in ["", "N/A", "Not Available", "Not Applicable"] {
        let reading =
            orders(&[order(NUMBER, "100", &[("Ship Date", nothing), ("Payment Instrument Type", nothing)])]);
        assert!(reading.orders[0].shipped.is_empty() && !reading.orders[0].pay.known, "{nothing}");
    }
}

#[test]
fn sums_have_commas_between_thousands_and_apostrophes_around_them() {
    for (cell, currency, expect) in [
        ("1,180", "JPY", "1180"),
        ("1,430.71", "INR", "1430.71"),
        ("'1,495'", "JPY", "1495"),
        ("13.6", "USD", "13.60"),
    ] {
        let reading = orders(&[order(NUMBER, cell, &[("Currency", currency)])]);
        assert_eq!(reading.orders[0].total.plain(), expect);
    }
}

#[test]
fn a_cancelled_row_may_still_have_a_sum() {
    let reading = orders(&[order(NUMBER, "1180", &[("Order Status", "Cancelled"), ("Quantity", "0")])]);
    assert_eq!(reading.orders[0].status, OrderStatus::Cancelled);
}

#[test]
fn an_authorised_row_is_not_final() {
    assert_eq!(
        orders(&[order(NUMBER, "1180", &[("Order Status", "Authorized")])]).orders[0].status,
        OrderStatus::Authorized
    );
}

#[test]
fn gift_cards_pay_a_part_that_is_told_nowhere() {
    let reading = orders(&[order(
        NUMBER,
        "1180",
        &[("Payment Instrument Type", "Gift Certificate/Card and Visa - 1234")],
    )]);
    assert!(reading.orders[0].pay.balance && reading.orders[0].pay.cards == ["1234"]);
}

#[test]
fn a_free_replacement_costs_nothing_and_is_skipped_with_that_reason() {
    let reading = orders(&[order(NUMBER, "0", &[]), order(NUMBER, "100", &[])]);
    assert_eq!(reading.sources[0].skipped[&SkipReason::NoMoney], 1);
}

#[test]
fn rows_of_before_2002_are_a_notice() {
    let notice = "Due to technical limitations, please refer to your Order History (available in your Amazon account) for certain details about any orders placed prior to 2002";
    let reading = orders(&[order(notice, "100", &[]), order(NUMBER, "100", &[])]);
    assert_eq!((reading.orders.len(), reading.sources[0].skipped[&SkipReason::Heading]), (1, 1));
}

#[test]
fn line_ends_and_quotes_stand_inside_gift_messages() {
    let row = order(NUMBER, "100", &[("Product Name", "見本 \"\"特\"\"\n二行目")]);
    assert_eq!(orders(&[row]).orders[0].item, "見本 \"特\"\n二行目");
}

#[test]
fn the_same_thing_bought_twice_is_two_equal_rows() {
    assert_eq!(orders(&[order(NUMBER, "100", &[]), order(NUMBER, "100", &[])]).orders.len(), 2);
}

#[test]
fn an_export_saved_by_a_spreadsheet_in_cp932_is_read() {
    let (text, _, _) = encoding_rs::SHIFT_JIS.encode(ORDERS);
    let (row, _, _) = encoding_rs::SHIFT_JIS.encode("Amazon.co.jp,250-0000001-0000001,2026/2/10 0:30,JPY,0,0,0,0,100,0,0,1,Visa - 1234,Closed,Shipped,2026/2/11 4:00,x,見本ノート");
    let mut reader = Reader::default();
    reader.add("a.csv", &[&text[..], b"\r\n", &row, b"\r\n"].concat());
    let reading = reader.finish();
    assert_eq!(reading.sources[0].encoding.as_deref(), Some("shift_jis"));
    assert_eq!(
        (reading.orders[0].item.as_str(), reading.orders[0].total.plain().as_str()),
        ("見本ノート", "100")
    );
}

// One person's files, given more than once and in more than one shape.

#[test]
fn a_person_has_one_file_for_each_region_and_all_are_read() {
    let american = order("114-0000001-0000001", "13.6", &[("Currency", "USD"), ("Website", "Amazon.com")]);
    let reading = read(&[
        ("Retail.OrderHistory.1.csv", &format!("{ORDERS}\n{american}")),
        ("Retail.OrderHistory.3.csv", &format!("{ORDERS}\n{}", order(NUMBER, "100", &[]))),
    ]);
    assert_eq!(reading.orders.len(), 2);
}

#[test]
fn a_row_restated_in_a_newer_export_counts_as_the_newer_says() {
    let (old, new) = (order(NUMBER, "6420", &[("Order Status", "Authorized")]), order(NUMBER, "6105", &[]));
    let later = order("250-0000002-0000002", "100", &[("Order Date", "2026-03-10T00:30:49Z")]);
    let files = [
        ("a/Retail.OrderHistory.3.csv", format!("{ORDERS}\n{old}")),
        ("b/Retail.OrderHistory.3.csv", format!("{ORDERS}\n{new}{later}")),
    ];
    for order in [[0, 1], [1, 0]] {
        let reading = read(&order.map(|at| (files[at].0, files[at].1.as_str())));
        let mut sums: Vec<String> = reading.orders.iter().map(|line| line.total.plain()).collect();
        sums.sort();
        assert_eq!(sums, ["100", "6105"]);
    }
}

#[test]
fn one_export_as_zip_as_zip_in_a_zip_and_as_loose_files_counts_once() {
    let bytes = |path: &str| fs::read(fixture(path)).expect("a fixture");
    let zip = ("Your Orders.zip", bytes("archives/Your Orders.zip"));
    let nested = ("All Data Categories.zip", bytes("archives/All Data Categories.zip"));
    let loose = ["Order History.csv", "Digital Content Orders.csv", "Refund Details.csv"]
        .map(|name| (name, bytes(&format!("orders/newer-export/{name}"))));
    let counts = |files: &[&(&str, Vec<u8>)]| {
        let mut reader = Reader::default();
        for (name, bytes) in files {
            reader.add(name, bytes);
        }
        let reading = reader.finish();
        (reading.orders.len(), reading.digital.len(), reading.refunds.len())
    };
    let once = counts(&[&zip]);
    assert!(once.0 > 0 && once.1 > 0 && once.2 > 0);
    assert_eq!(counts(&[&nested]), once);
    assert_eq!(counts(&[&loose[0], &loose[1], &loose[2]]), once);
    assert_eq!(counts(&[&zip, &nested, &loose[0], &loose[1], &loose[2]]), once);
}

#[test]
fn the_exports_of_two_people_have_one_name_and_are_two_accounts() {
    let export = |number: &str| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("Retail.OrderHistory.3.csv", SimpleFileOptions::default()).expect("a new entry");
        zip.write_all(format!("{ORDERS}\n{}", order(number, "913", &[])).as_bytes()).expect("memory");
        zip.finish().expect("memory").into_inner()
    };
    let mut reader = Reader::default();
    for (name, number) in [("taro", NUMBER), ("hanako", "250-0000002-0000002")] {
        reader.add(&format!("{name}.csv"), b"");
        reader.add("Your Orders.zip", &export(number));
    }
    let reading = reader.finish();
    let export_of = |line: &OrderLine| reading.sources[line.place.source.0 as usize].export.as_str();
    let exports: Vec<&str> = reading.orders.iter().map(export_of).collect();
    assert_eq!(exports, ["Your Orders.zip", "Your Orders.zip (2)"]);
}

#[test]
fn an_older_and_a_newer_layout_of_one_order_count_once() {
    let newer = "ASIN,Currency,Order Date,Order ID,Order Status,Original Quantity,Payment Method Type,Product Name,Ship Date,Shipment Status,Total Amount,Website\nB0SAMPLE01,JPY,2026-02-10T00:30:49Z,250-0000001-0000001,Closed,1,Visa - 1234,見本ノート,2026-02-11T04:00:00Z,Shipped,913,Amazon.co.jp\n";
    let reading = read(&[
        ("Retail.OrderHistory.3.csv", &format!("{ORDERS}\n{}", order(NUMBER, "913", &[]))),
        ("Order History.csv", newer),
    ]);
    assert_eq!(reading.orders.len(), 1);
}
