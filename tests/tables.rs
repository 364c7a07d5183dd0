//! Tables that no profile names: the person says which column is what, and is asked only what the rows do not tell.

#![expect(clippy::expect_used, reason = "tests fail by it")]

use mioboe_engine::{Columns, Report, Request, SourceReport, TableGiven, TableReport, analyze};
use mioboe_tests::request;

const TODAY: &str = "2026-11-22";

const ODD: &str = "\
Wann;Wo;Wieviel;Karte
03.09.2026;AMAZON.CO.JP;3.980,00;****-0000
21.09.2026;架空書店;1.870,00;****-0000
22.09.2026;AMAZON.CO.JP;-3.980,00;****-0000
";

fn read(file: &str, tables: Vec<TableGiven>) -> Report {
    let request = Request { tables, ..request(TODAY) };
    analyze(request, [("odd.csv", file.as_bytes())]).expect("a good request")
}

fn source(report: &Report) -> &SourceReport {
    report.sources.first().expect("one source")
}

fn table(report: &Report) -> &TableReport {
    source(report).table.as_ref().expect("a table to show")
}

fn codes(report: &Report) -> Vec<&str> {
    source(report).problems.iter().map(|problem| problem.code.as_str()).collect()
}

/// What the page sends when the person agrees with everything.
fn agreed(table: &TableReport) -> TableGiven {
    TableGiven {
        fingerprint: table.fingerprint.clone(),
        columns: Some(table.columns.clone()),
        date_order: None,
        decimal_mark: None,
        paid_sign: None,
        currency: None,
    }
}

fn charges(report: &Report) -> Vec<String> {
    let line = |charge: &mioboe_engine::ChargeReport| {
        let date = charge.date.as_deref().unwrap_or("-");
        format!("{date} {} {} {}", charge.merchant, charge.amount, charge.currency)
    };
    report.charges.iter().map(line).collect()
}

#[test]
fn an_unknown_table_is_told_by_its_cells_and_only_the_sign_is_asked() {
    let report = read(ODD, Vec::new());
    assert_eq!(codes(&report), ["ambiguous-sign"]);
    assert!(report.charges.is_empty());
    let table = table(&report);
    assert_eq!(table.heading, ["Wann", "Wo", "Wieviel", "Karte"]);
    let Columns { date, merchant, amount, card, .. } = table.columns;
    assert_eq!((date, merchant, amount, card), (Some(0), Some(1), Some(2), Some(3)));
    assert_eq!(table.date_order.as_deref(), Some("dmy"));
    assert_eq!(table.decimal_mark.as_deref(), Some("comma"));
    // Two plus and one minus, and no word says which of them is money back.
    assert_eq!(table.paid_sign, None);
    let cell = table.rows.first().and_then(|row| row.first()).expect("a cell");
    assert_eq!((cell.dmy.as_deref(), cell.mdy.as_deref()), (Some("2026-09-03"), Some("2026-03-09")));
}

#[test]
fn the_person_names_the_columns_and_is_asked_what_is_left() {
    let shown = read(ODD, Vec::new());
    let mut given = agreed(table(&shown));
    let asked = read(ODD, vec![given.clone()]);
    assert_eq!(codes(&asked), ["ambiguous-sign"]);
    assert!(asked.charges.is_empty());

    given.paid_sign = Some("plus".to_owned());
    let answered = read(ODD, vec![given.clone()]);
    assert!(codes(&answered).is_empty());
    assert_eq!(
        charges(&answered),
        [
            "2026-09-03 AMAZON.CO.JP 3980 JPY",
            "2026-09-21 架空書店 1870 JPY",
            "2026-09-22 AMAZON.CO.JP -3980 JPY"
        ]
    );
    assert!(answered.charges.iter().all(|charge| charge.card.as_deref() == Some("0000")));

    given.paid_sign = Some("minus".to_owned());
    let other = read(ODD, vec![given]);
    assert_eq!(charges(&other)[..1], ["2026-09-03 AMAZON.CO.JP -3980 JPY"]);
}

#[test]
fn what_was_said_holds_for_the_next_file_with_that_heading_and_for_no_other() {
    let mut given = agreed(table(&read(ODD, Vec::new())));
    given.paid_sign = Some("plus".to_owned());
    let next_month = "Wann;Wo;Wieviel;Karte\n13.10.2026;AMAZON.CO.JP;540,00;****-0000\n";
    assert_eq!(charges(&read(next_month, vec![given.clone()])), ["2026-10-13 AMAZON.CO.JP 540 JPY"]);
    let another = "Wann;Wer;Wieviel\n13.10.2026;AMAZON.CO.JP;540,00\n";
    assert_eq!(codes(&read(another, vec![given])), ["unknown-columns"]);
}

#[test]
fn rows_of_a_named_table_are_used_or_skipped_and_lines_are_the_files() {
    let file =
        "Mein Konto\n\nWann;Wo;Wieviel\n13.10.2026;AMAZON.CO.JP;540,00\n14.10.2026;x;abc\nSumme;;540,00\n";
    let given = agreed(table(&read(file, Vec::new())));
    let report = read(file, vec![given]);
    let SourceReport { rows, used, skipped, .. } = source(&report);
    assert_eq!((*rows, *used, skipped.values().sum::<u32>()), (3, 1, 2));
    assert_eq!(report.charges.first().map(|charge| charge.line), Some(4));
    let problem = source(&report).problems.first().expect("a row that is none");
    assert_eq!(
        (problem.line, problem.field.as_deref(), problem.text.as_deref()),
        (Some(5), Some("Wieviel"), Some("abc"))
    );
}

#[test]
fn two_columns_for_money_out_and_back_are_told_from_a_balance() {
    let file = "Quand,Quoi,Moins,Plus,Solde\n2026-09-13,AMAZON EU,12.50,,87.50\n2026-09-14,AMAZON EU,,12.50,100.00\n";
    let shown = read(file, Vec::new());
    let Columns { out, back, amount, .. } = table(&shown).columns;
    assert_eq!((out, back, amount), (Some(2), Some(3), None));
    let mut given = agreed(table(&shown));
    // Fractions are no yen.
    assert_eq!(codes(&read(file, vec![given.clone()])), ["bad-currency"]);
    given.currency = Some("EUR".to_owned());
    let report = read(file, vec![given]);
    assert_eq!(charges(&report), ["2026-09-13 AMAZON EU 12.50 EUR", "2026-09-14 AMAZON EU -12.50 EUR"]);
}

#[track_caller]
fn check_question(file: &str, code: &str, answer: impl Fn(&mut TableGiven), expect: &[&str]) {
    let asked = read(file, Vec::new());
    assert_eq!(codes(&asked), [code]);
    assert!(asked.charges.is_empty());
    let mut given = TableGiven { columns: None, ..agreed(table(&asked)) };
    answer(&mut given);
    assert_eq!(charges(&read(file, vec![given])), expect);
}

#[test]
fn what_known_headings_leave_open_is_asked_and_answered() {
    let days = "Date,Description,Amount (USD)\n03/04/2026,AMAZON,3.00\n05/04/2026,AMAZON,4.00\n";
    let order = |order: &'static str| move |given: &mut TableGiven| given.date_order = Some(order.to_owned());
    check_question(
        days,
        "ambiguous-dates",
        order("mdy"),
        &["2026-03-04 AMAZON 3.00 USD", "2026-05-04 AMAZON 4.00 USD"],
    );
    check_question(
        days,
        "ambiguous-dates",
        order("dmy"),
        &["2026-04-03 AMAZON 3.00 USD", "2026-04-05 AMAZON 4.00 USD"],
    );

    let sums = "Date,Description,Amount\n2026-04-03,AMAZON,\"1,234\"\n";
    let mark = |mark: &'static str| move |given: &mut TableGiven| given.decimal_mark = Some(mark.to_owned());
    check_question(sums, "ambiguous-amounts", mark("point"), &["2026-04-03 AMAZON 1234 JPY"]);

    let signs = "Date,Description,Amount\n2026-04-03,AMAZON,-500\n2026-04-04,AMAZON,700\n";
    let sign = |sign: &'static str| move |given: &mut TableGiven| given.paid_sign = Some(sign.to_owned());
    check_question(
        signs,
        "ambiguous-sign",
        sign("minus"),
        &["2026-04-03 AMAZON 500 JPY", "2026-04-04 AMAZON -700 JPY"],
    );
    check_question(
        signs,
        "ambiguous-sign",
        sign("plus"),
        &["2026-04-03 AMAZON -500 JPY", "2026-04-04 AMAZON 700 JPY"],
    );
}

#[test]
fn a_table_read_by_its_words_can_be_corrected() {
    let file = "Date,Name,Details,Amount\n2026-04-03,Kazu,AMAZON,500\n";
    let read_as = read(file, Vec::new());
    assert_eq!(charges(&read_as), ["2026-04-03 AMAZON 500 JPY"]);
    let mut given = agreed(table(&read_as));
    given.columns = given.columns.map(|columns| Columns { merchant: Some(1), ..columns });
    assert_eq!(charges(&read(file, vec![given])), ["2026-04-03 Kazu 500 JPY"]);
}

#[test]
fn a_table_without_heading_is_known_by_the_look_of_its_rows() {
    let file = "x,2026-09-13,AMAZON.CO.JP,0000,540\ny,2026-09-14,架空書店,0000,1870\n";
    let given = agreed(table(&read(file, Vec::new())));
    assert_eq!(table(&read(file, Vec::new())).heading, [""; 0]);
    let given = TableGiven {
        columns: given.columns.map(|columns| Columns { amount: Some(4), merchant: Some(2), ..columns }),
        ..given
    };
    assert_eq!(
        charges(&read(file, vec![given])),
        ["2026-09-13 AMAZON.CO.JP 540 JPY", "2026-09-14 架空書店 1870 JPY"]
    );
}

#[test]
fn what_is_no_statement_gets_no_question() {
    for file in ["a,b,c\n1,2,3\n", "hello, world\n", "2026-09-13,one row,540\n", "Day,Note\n2026-09-13,540\n"]
    {
        let report = read(file, Vec::new());
        assert!(source(&report).table.is_none() || !report.charges.is_empty(), "{file}");
    }
}

#[test]
fn columns_that_are_not_there_lose_no_row() {
    let mut given = agreed(table(&read(ODD, Vec::new())));
    given.paid_sign = Some("plus".to_owned());
    given.columns =
        given.columns.map(|columns| Columns { amount: Some(4_000_000_000), date: Some(77), ..columns });
    let report = read(ODD, vec![given]);
    let SourceReport { rows, used, skipped, .. } = source(&report);
    assert_eq!((*rows, *used, skipped.values().sum::<u32>()), (3, 0, 3));
}

#[test]
fn a_request_with_unknown_words_is_the_callers_mistake() {
    let mut given = agreed(table(&read(ODD, Vec::new())));
    given.date_order = Some("backwards".to_owned());
    let request = Request { tables: vec![given], ..request(TODAY) };
    assert!(analyze(request, [("odd.csv", ODD.as_bytes())]).is_err());
}

fn in_region(region: &str, file: &str, tables: Vec<TableGiven>) -> Report {
    let request = Request { region: region.to_owned(), tables, ..request(TODAY) };
    analyze(request, [("table.csv", file.as_bytes())]).expect("a good request")
}

#[test]
fn yen_are_never_taken_for_dollars() {
    let japanese = "日付,店名,金額\n2026/09/01,見本書店,3980\n2026/09/02,AMAZON.CO.JP,900\n";
    assert_eq!(
        charges(&in_region("us", japanese, Vec::new())),
        ["2026-09-01 見本書店 3980 JPY", "2026-09-02 AMAZON.CO.JP 900 JPY"]
    );
    // Nothing but whole sums: perhaps yen, and the person is asked.
    let whole = "Date,Description,Amount\n2026-09-01,MIHON BOOKS,3980\n2026-09-02,AMAZON.CO.JP,1200\n";
    for region in ["us", "uk", "eu"] {
        let asked = in_region(region, whole, Vec::new());
        assert_eq!(codes(&asked), ["bad-currency"]);
        assert!(asked.charges.is_empty());
        let given = TableGiven { currency: Some("JPY".to_owned()), ..agreed(table(&asked)) };
        let answered = in_region(region, whole, vec![given]);
        assert_eq!(
            charges(&answered),
            ["2026-09-01 MIHON BOOKS 3980 JPY", "2026-09-02 AMAZON.CO.JP 1200 JPY"]
        );
    }
    assert_eq!(in_region("jp", whole, Vec::new()).charges.len(), 2);
}

#[test]
fn sums_with_cents_are_of_the_region_that_was_said() {
    let cents = "Date,Description,Amount\n2026-09-01,MIHON BOOKS,39.80\n2026-09-02,AMAZON.COM,12.00\n";
    assert_eq!(
        charges(&in_region("us", cents, Vec::new())),
        ["2026-09-01 MIHON BOOKS 39.80 USD", "2026-09-02 AMAZON.COM 12.00 USD"]
    );
}

/// HSBC UK, Scotiabank and ANZ give tables without a heading, which nothing tells apart.
#[test]
fn tables_without_a_heading_are_read_in_the_currency_of_the_region_and_it_can_be_changed() {
    for (region, file, expect) in [
        (
            "uk",
            "14/09/2026,AMAZON.CO.UK*AB1CD2EF3 AMAZON.CO.UK,-12.99\n20/09/2026,MIHON STORES,-3.00\n21/09/2026,PAYMENT - THANK YOU,55.00\n",
            "2026-09-14 AMAZON.CO.UK*AB1CD2EF3 AMAZON.CO.UK 12.99 GBP",
        ),
        (
            "us",
            "9/14/2026,\"Amzn Mktp CA\",-42.99\n9/15/2026,\"MIHON STORES\",-3.00\n9/16/2026,\"PAYMENT - THANK YOU\",55.00\n",
            "2026-09-14 Amzn Mktp CA 42.99 CAD",
        ),
        (
            "uk",
            "14/09/2026,\"-12.34\",\"AMAZON AU MARKETPLACE\"\n15/09/2026,\"-3.00\",\"MIHON STORES\"\n16/09/2026,\"55.00\",\"PAYMENT - THANK YOU\"\n",
            "2026-09-14 AMAZON AU MARKETPLACE 12.34 AUD",
        ),
    ] {
        let read = in_region(region, file, Vec::new());
        // A shop of another country than the region: its currency is the likeliest, and the person is asked.
        let likeliest = expect.rsplit(' ').next();
        if read.charges.is_empty() {
            assert_eq!(codes(&read), ["bad-currency"], "{file}");
            assert_ne!(likeliest, Some("GBP"));
        } else {
            assert_eq!(charges(&read).first().map(String::as_str), Some(expect));
            assert_eq!(read.charges.len(), 2, "the payment of the bill is none");
        }
        assert_eq!(table(&read).currency.as_deref(), likeliest);
        let given = TableGiven { currency: Some("CAD".to_owned()), ..agreed(table(&read)) };
        let read = in_region(region, file, vec![given]);
        assert_eq!(read.charges.len(), 2);
        assert!(read.charges.iter().all(|charge| charge.currency == "CAD"));
        // Cents are no yen.
        assert_eq!(codes(&in_region("jp", file, Vec::new())), ["bad-currency"]);
    }
}

/// Layouts of banks that have no profile, with invented rows: what is read of each, or why it is asked.
const STRANGERS: [(&str, &str, &[&str]); 9] = [
    (
        "a turnover has both signs",
        "\"Buchungstag\";\"Wertstellung (Valuta)\";\"Vorgang\";\"Buchungstext\";\"Umsatz in EUR\";\n\"16.09.2026\";\"16.09.2026\";\"Lastschrift\";\"AMAZON EU S.A R.L. 302-0000000-0000000\";\"-25,99\";\n\"14.09.2026\";\"14.09.2026\";\"Kartenverfügung\";\"ERFUNDENER MARKT\";\"-18,20\";\n",
        &["2026-09-16 25.99 EUR", "2026-09-14 18.20 EUR"],
    ),
    (
        "debit and credit win over the sum abroad",
        "Purchase date;Booking text;Amount;Original currency;Rate;Currency;Debit;Credit;Booked\n16.09.2026;AMAZON.DE LUXEMBOURG;25.99;EUR;0.98;CHF;25.47;;17.09.2026\n14.09.2026;ERFUNDENER MARKT ZUERICH;18.20;CHF;;CHF;18.20;;15.09.2026\n10.09.2026;AMAZON.DE LUXEMBOURG;10.00;EUR;0.98;CHF;;9.80;11.09.2026\n",
        &["2026-09-16 25.47 CHF", "2026-09-14 18.20 CHF", "2026-09-10 -9.80 CHF"],
    ),
    (
        "a credit note is money back",
        "dateOp;dateVal;label;category;amount;accountbalance\n2026-09-16;2026-09-16;CARTE 14/09/26 AMAZON EU SARL CB*0000;Achats;-25,99;974,01\n2026-09-14;2026-09-14;CARTE 12/09/26 MARCHE INVENTE CB*0000;Vie;-18,20;974,01\n2026-09-12;2026-09-12;AVOIR 10/09/26 AMAZON EU SARL CB*0000;Achats;12,00;974,01\n",
        &["2026-09-16 25.99 EUR", "2026-09-14 18.20 EUR", "2026-09-12 -12.00 EUR"],
    ),
    (
        "the shop's country is not the place's: reais",
        "data;lançamento;valor\n16/09/2026;AMAZON BR;-125,99\n14/09/2026;MERCADO INVENTADO;-18,20\n12/09/2026;SALARIO EMPRESA;3.000,00\n",
        &["bad-currency"],
    ),
    (
        "the shop's country is not the place's: Australian dollars",
        "Day,Amount,Account Number,,Transaction Type,Transaction Details,Balance,Category,Merchant Name\n16 Sep 26,-25.99,000000000,,EFTPOS DEBIT,AMAZON MKTPLC AU SYDNEY,974.01,Shopping,Amazon\n14 Sep 26,-18.20,000000000,,EFTPOS DEBIT,INVENTED GROCER,1000.00,Groceries,Invented Grocer\n",
        &["bad-currency"],
    ),
    (
        "marks in front of headings, the currency in the cell",
        "#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;\n2026-09-16;AMAZON.PL ZAKUP PRZY UŻYCIU KARTY;eKonto;Zakupy;-125,99 PLN;\n2026-09-14;SKLEP ZAKUP PRZY UŻYCIU KARTY;eKonto;Zakupy;-18,20 PLN;\n",
        &["2026-09-16 125.99 PLN", "2026-09-14 18.20 PLN"],
    ),
    (
        "letters say what went out",
        "\"NO.\",\"DATE\",\"PAYMENT PURPOSE\",\"AMOUNT\",\"CURRENCY\",\"D/C\"\n\"1\",\"2026-09-16\",\"AMAZON.DE LUXEMBOURG\",\"25.99\",\"EUR\",\"D\"\n\"2\",\"2026-09-14\",\"PARDUOTUVE\",\"18.20\",\"EUR\",\"D\"\n\"3\",\"2026-09-12\",\"AMAZON.DE LUXEMBOURG\",\"10.00\",\"EUR\",\"C\"\n",
        &["2026-09-16 25.99 EUR", "2026-09-14 18.20 EUR", "2026-09-12 -10.00 EUR"],
    ),
    (
        "a line above that is no heading of so many columns",
        "Karteninhaber;Card\n2026-09-16;AMAZON.DE;*;selbst;2026-10;einmal;1;1;25,99;;;0,00;25,99;0,00\n2026-09-14;ERFUNDENER MARKT;*;selbst;2026-10;Raten;1;1;18,20;;;0,00;18,20;0,00\n",
        &["2026-09-16 25.99 EUR", "2026-09-14 18.20 EUR"],
    ),
    (
        "nobody says which sign is a purchase",
        "Date (UTC),Description,Amount,Status,Bank Description,Original Currency\n09-16-2026,Amazon,-25.99,Sent,AMZN Mktp,EUR\n09-14-2026,Invented Grocer,18.20,Sent,INVENTED GROCER,EUR\n",
        &["ambiguous-sign"],
    ),
];

#[test]
fn layouts_that_no_profile_names_are_read_right_or_asked_about() {
    for (what, file, expect) in STRANGERS {
        let request = Request { region: "eu".to_owned(), ..request(TODAY) };
        let report = analyze(request, [("strange.csv", file.as_bytes())]).expect("a good request");
        let line = |charge: &mioboe_engine::ChargeReport| {
            format!("{} {} {}", charge.date.as_deref().unwrap_or("-"), charge.amount, charge.currency)
        };
        let rows: Vec<String> = report.charges.iter().map(line).collect();
        let told: Vec<String> = codes(&report).into_iter().map(str::to_owned).collect();
        assert_eq!(if rows.is_empty() { told } else { rows }, expect, "{what}");
    }
}
