//! Workbooks, saved pages and the text of PDFs are read as they stand on the screen, and hostile ones do no harm.

#![expect(clippy::unwrap_used, reason = "tests fail by it")]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use mioboe_ingest::Reader;
use mioboe_model::{Currency, ProblemCode, Reading, SourceKind};
use zip::{ZipWriter, write::SimpleFileOptions};

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents").join(name)).unwrap()
}

fn read(name: &str, bytes: &[u8], home: Currency) -> Reading {
    let mut reader = Reader::new(home);
    reader.add(name, bytes);
    reader.finish()
}

/// Each charge as `page:line day amount merchant [order number]`.
#[track_caller]
fn check(name: &str, home: Currency, expect: &[&str]) -> Reading {
    let reading = read(name.trim_end_matches(".txt"), &fixture(name), home);
    let charges: Vec<String> = reading
        .charges
        .iter()
        .map(|charge| {
            let place = match charge.place.page {
                Some(page) => format!("{page}:{}", charge.place.line),
                None => charge.place.line.to_string(),
            };
            let order = charge.order_id.as_ref().map(|id| format!(" [{id}]")).unwrap_or_default();
            let day = charge.date.unwrap();
            format!(
                "{place} {day} {} {} {}{order}",
                charge.amount.plain(),
                charge.amount.currency(),
                charge.merchant
            )
        })
        .collect();
    assert_eq!(charges, expect, "{:?}", reading.sources);
    for source in &reading.sources {
        assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>(), "{}", source.name);
        assert_eq!(source.problems, [], "{}", source.name);
    }
    reading
}

#[track_caller]
fn refused(bytes: &[u8], code: ProblemCode) {
    let reading = read("a.xlsx", bytes, Currency::JPY);
    let codes: Vec<_> = reading
        .sources
        .iter()
        .map(|source| (source.kind, source.problems.iter().map(|p| p.code).collect::<Vec<_>>()))
        .collect();
    assert_eq!(codes, [(SourceKind::Unreadable, vec![code])]);
}

#[test]
fn a_workbook_is_read_sheet_by_sheet_with_days_and_sums_as_shown() {
    let reading = check(
        "invented-card-ja.xlsx",
        Currency::JPY,
        &[
            "4 2026-09-03 3980 JPY AMAZON.CO.JP",
            "5 2026-09-11 1240 JPY 架空スーパー 見本町店",
            "6 2026-09-20 600 JPY Ａｍａｚｏｎプライム会費",
            "7 2026-09-28 -1500 JPY AMAZON.CO.JP",
        ],
    );
    let sources: Vec<_> = reading.sources.iter().map(|source| (source.name.as_str(), source.kind)).collect();
    assert_eq!(
        sources,
        [
            ("invented-card-ja.xlsx/表紙", SourceKind::Ignored),
            ("invented-card-ja.xlsx/明細", SourceKind::Statement)
        ]
    );
}

#[test]
fn an_old_workbook_is_read_without_a_floats_noise() {
    check(
        "invented-card-en.xls",
        Currency::USD,
        &[
            "2 2026-10-03 42.99 USD AMAZON MKTPL*0A0AA0AA0 Amzn.com/bill WA",
            "3 2026-10-09 19.99 USD EXAMPLE GROCER 0000",
            "4 2026-10-19 14.99 USD Amazon Prime*0B0BB0BB0",
        ],
    );
}

#[test]
fn a_page_that_is_called_a_workbook_is_read_by_its_rows() {
    check(
        "invented-bank.xls",
        Currency::GBP,
        &[
            "3 2026-09-15 18.49 GBP AMAZON.CO.UK*0C0CC0CC0 AMAZON.CO.UK",
            "4 2026-09-21 4.20 GBP EXAMPLE CAFE LTD",
            "5 2026-09-23 -18.49 GBP AMAZON.CO.UK REFUND",
        ],
    );
}

#[test]
fn a_japanese_pdf_gives_rows_of_all_pages_and_the_ends_of_long_names() {
    check(
        "invented-card-ja.pdf.txt",
        Currency::JPY,
        &[
            "1:5 2026-08-31 3980 JPY ＡＭＡＺＯＮ．ＣＯ．ＪＰ",
            "1:6 2026-09-03 1240 JPY 架空スーパー 見本町店",
            "1:7 2026-09-05 600 JPY アマゾン プライム会費",
            "1:8 2026-09-08 2860 JPY ＥＸＡＭＰＬＥ ＢＯＯＫＳ （見本市 例示町 １－２－３ 長い店名の続き）",
            "2:2 2026-09-14 12870 JPY ＡＭＡＺＯＮ．ＣＯ．ＪＰ",
            "2:3 2026-09-18 -3500 JPY ＡＭＡＺＯＮ．ＣＯ．ＪＰ",
        ],
    );
}

#[test]
fn rows_without_a_year_take_it_from_the_closing_day_and_order_numbers_are_kept() {
    check(
        "invented-card-en.pdf.txt",
        Currency::USD,
        &[
            "1:10 2026-01-02 -12.50 USD AMAZON MKTPL*0D0DD0DD0 Amzn.com/bill WA [112-0000001-0000001]",
            "1:13 2025-12-14 42.99 USD AMAZON MKTPL*0E0EE0EE0 Amzn.com/bill WA [112-0000002-0000002]",
            "1:15 2025-12-30 35.98 USD EXAMPLE GROCER 0000 SAMPLETON WA",
            "1:16 2026-01-05 14.99 USD Amazon Prime*0F0FF0FF0 Amzn.com/bill WA [D01-0000003-0000003]",
        ],
    );
}

#[test]
fn a_pdf_that_gave_no_text_says_why() {
    for (text, code) in [
        ("mioboe-pdf 1\npage\n", ProblemCode::ScannedPdf),
        ("mioboe-pdf 1 locked", ProblemCode::EncryptedPdf),
        ("mioboe-pdf 1 broken", ProblemCode::BrokenPdf),
        ("mioboe-pdf 1 too-large", ProblemCode::TooLarge),
        ("mioboe-pdf 1 unfetched", ProblemCode::NeedsFullReader),
        ("mioboe-pdf 1\npage\n10\t10\t50\t10\tDear customer\n", ProblemCode::UnknownLayout),
        ("%PDF-1.7\n", ProblemCode::PdfNotHere),
    ] {
        refused(text.as_bytes(), code);
    }
}

#[test]
fn places_beyond_any_paper_do_no_harm() {
    let text = "mioboe-pdf 1\npage\n-999999\t999999\t999999\t999999\tDate Description Amount\n2147483647\t1\t1\t1\tx\n0\t0\t0\t0\t10/03\n";
    let reading = read("a.pdf", text.as_bytes(), Currency::USD);
    assert!(reading.charges.is_empty());
}

/// A workbook of one sheet, with `cells` as its rows.
fn workbook(cells: &str, shared: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    for (name, text) in [
        (
            "[Content_Types].xml",
            format!(
                r#"<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#
            ),
        ),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml", format!(r#"<sst xmlns="{main}" {shared}/>"#)),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>"#),
        ),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn the_workbooks_made_here_are_sound() {
    let rows = format!(
        r#"<row r="1">{}{}{}</row><row r="2">{}{}<c r="C2"><v>12.5</v></c></row>"#,
        cell("A1", "Date"),
        cell("B1", "Description"),
        cell("C1", "Amount"),
        cell("A2", "2026-10-30"),
        cell("B2", "AMAZON")
    );
    let reading = read("a.xlsx", &workbook(&rows, r#"count="0" uniqueCount="0""#), Currency::USD);
    assert_eq!(reading.charges.len(), 1, "{:?}", reading.sources);
    assert_eq!(reading.sources[0].name, "a.xlsx");
}

#[test]
fn a_promise_of_more_texts_than_there_can_be_sets_nothing_aside() {
    for shared in
        [r#"uniqueCount="9000000000000000000""#, "uniqueCount='2000001'", "uniqueCount \n= \"99999999\""]
    {
        let rows = format!(r#"<row r="1">{}</row>"#, cell("A1", "x"));
        // What is said of a number is not even read; what is there is.
        refused(&workbook(&rows, shared), ProblemCode::UnknownLayout);
    }
    // A prefix that nothing declares is none of our business: only names count.
    refused(&workbook("", "x:uniqueCount=\"1\""), ProblemCode::EmptyFile);
}

#[test]
fn texts_of_an_old_workbook_do_not_depend_on_the_code_page_it_names() {
    // Its writer left the code page at that of the West, and wrote the texts in Unicode, as the format has them.
    check(
        "code-page.xls",
        Currency::JPY,
        &["2 2026-09-01 1500 JPY ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "3 2026-09-05 3150 JPY 架空商店"],
    );
}

#[test]
fn two_cells_at_far_corners_are_no_table_of_billions() {
    let far = |last: &str| {
        format!(r#"<row r="1">{}</row><row r="1048576">{}</row>"#, cell("A1", "x"), cell(last, "y"))
    };
    refused(&workbook(&far("XFD1048576"), ""), ProblemCode::TooLarge);
    refused(&workbook(&far("Z1048576"), ""), ProblemCode::UnknownLayout);
}

#[test]
fn blanks_that_unpack_to_gigabytes_are_stopped() {
    let blanks = " ".repeat(24 << 20);
    refused(&workbook(&format!("<row>{blanks}</row>"), ""), ProblemCode::TooLarge);
    refused(
        &workbook(&format!(r#"<row r="1">{}</row>"#, cell("A1", &"x".repeat(40_000))), ""),
        ProblemCode::TooLarge,
    );
}

#[test]
fn a_workbook_under_a_password_is_told_from_a_damaged_one() {
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.resize(512, 0);
    refused(&locked, ProblemCode::BrokenWorkbook);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused(&locked, ProblemCode::EncryptedWorkbook);
}

#[test]
fn a_workbook_cut_anywhere_is_told_and_stops_nothing() {
    for name in ["invented-card-ja.xlsx", "invented-card-en.xls"] {
        let whole = fixture(name);
        for cut in (0..whole.len()).step_by(61) {
            let reading = read("a.xlsx", &whole[..cut], Currency::JPY);
            assert_eq!(
                reading.sources.iter().filter(|source| source.kind == SourceKind::Unreadable).count(),
                reading.sources.len()
            );
        }
    }
}

#[test]
fn no_pointer_of_an_old_workbook_leads_out_of_it_or_in_a_circle() {
    let whole = fixture("invented-card-en.xls");
    // Header, table of sectors, folder: all that points.
    for at in (28..whole.len()).step_by(20) {
        for pointer in [1_u32, 0x00ff_ffff, 0xffff_fffe] {
            let mut bent = whole.clone();
            if let Some(four) = bent.get_mut(at..at + 4) {
                four.copy_from_slice(&pointer.to_le_bytes());
            }
            read("a.xls", &bent, Currency::USD);
        }
    }
}

#[test]
fn a_page_without_a_table_of_sums_is_still_a_page() {
    let reading =
        read("a.xls", b"<html><table><tr><td>Please sign in</td></tr></table></html>", Currency::JPY);
    assert_eq!(reading.sources[0].problems[0].code, ProblemCode::WebPage);
}

#[test]
fn a_saved_table_that_ends_too_early_says_so_and_half_a_row_is_no_charge() {
    let bytes = fixture("invented-bank.xls");
    let whole = read("a.xls", &bytes, Currency::JPY);
    let end = bytes.windows(8).rposition(|window| window == b"</table>").expect("an end");
    let mut told = 0;
    for cut in 1..end {
        let reading = read("a.xls", &bytes[..cut], Currency::JPY);
        let source = &reading.sources[0];
        assert!(reading.charges.iter().all(|charge| {
            whole
                .charges
                .iter()
                .any(|other| (other.place.line, other.amount) == (charge.place.line, charge.amount))
        }));
        let problem = source.problems.iter().find(|problem| problem.code == ProblemCode::Truncated);
        told += u32::from(problem.is_some_and(|problem| problem.line.is_some()));
        assert!(problem.is_some() || source.kind == SourceKind::Unreadable, "{cut}: {:?}", source.problems);
    }
    assert!(100 < told, "{told}");
}
