//! Merchant texts as banks print them, each with the service it means; also cut short, wrapped, in another case
//! or width. And no other shop of the households is ever called Amazon.

#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests fail by it")]

use std::fs;

use mioboe_reconcile::service_of;
use mioboe_tests::fixture;
use mioboe_tests::households::households;

/// The services of the table in the report's words.
fn expected(service: &str) -> &[&str] {
    match service {
        "retail" => &["amazon-retail"],
        "business" => &["amazon-business"],
        "marketplace" => &["amazon-marketplace"],
        "digital" => &["amazon-digital"],
        "prime" | "business_prime" => &["amazon-prime"],
        "amazon_pay" => &["amazon-pay"],
        "aws" => &["aws"],
        "kindle" => &["kindle"],
        "audible" => &["audible"],
        "prime_video" => &["prime-video"],
        "grocery" => &["amazon-fresh"],
        "tip" => &["amazon-other"],
        "whole_foods" => &["amazon-grocery"],
        other => panic!("{other}"),
    }
}

fn table() -> Vec<(String, String)> {
    let text = fs::read_to_string(fixture("descriptors/amazon.tsv")).expect("the table");
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        (cells[0].to_owned(), cells[2].to_owned())
    });
    rows.collect()
}

/// Every text of the list with the service it must get: `bill` and `other` are `other`, `fake` is an imitation.
#[test]
fn every_name_of_the_list_is_told() {
    let text = fs::read_to_string(fixture("descriptors/names.tsv")).expect("the names");
    let mut wrong = Vec::new();
    for line in text.lines().skip(1) {
        let (name, class) = line.split_once('\t').expect("two columns");
        let service = match class {
            "bill" => "other",
            "fake" => "look-alike",
            "unknown" => "amazon-unknown",
            service => service,
        };
        for form in [name.to_owned(), name.to_lowercase(), full_width(name), format!(" {name}　")] {
            let given = service_of(&form).code();
            if given != service {
                wrong.push(format!("{form}: {given}, not {class}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            ' ' => '　',
            '!'..='~' => char::from_u32(c as u32 - 0x21 + 0xff01).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// What issuers and payment services put in front.
const CHANNELS: [&str; 12] = [
    "VISA国内利用 VS ",
    "ＶＩＳＡ海外利用　",
    "Ｊデビット　",
    "iD/",
    "ｸｲｯｸﾍﾟｲ ",
    "CHECKCARD 0803 ",
    "POS 4567XX ",
    "COMPRA EN ",
    "CARTE 05/02 ",
    "PAYPAL *",
    "KLARNA*",
    "APLPAY ",
];

/// Texts of Amazon's own, each with its service.
fn known_names() -> Vec<(String, String)> {
    let text = fs::read_to_string(fixture("descriptors/names.tsv")).expect("the names");
    let rows = text.lines().skip(1).filter_map(|line| {
        let (name, class) = line.split_once('\t')?;
        (!["other", "bill", "fake", "unknown"].contains(&class)).then(|| (name.to_owned(), class.to_owned()))
    });
    rows.chain(table().into_iter().map(|(name, service)| (name, expected(&service)[0].to_owned()))).collect()
}

/// The law that counts most: whoever prints a known name, however cut and in whatever width, it is no imitation.
#[test]
fn no_known_name_is_ever_flagged() {
    let mut wrong = Vec::new();
    for (name, service) in known_names() {
        for channel in CHANNELS.into_iter().chain([""]) {
            for form in [name.clone(), name.to_lowercase(), name.to_uppercase(), full_width(&name)] {
                let whole = format!("{channel}{form}");
                let given = service_of(&whole).code();
                if given != service {
                    wrong.push(format!("{whole}: {given}, not {service}"));
                }
            }
        }
        for form in [name.clone(), full_width(&name)] {
            for length in 1..form.chars().count() {
                let cut: String = form.chars().take(length).collect();
                if service_of(&cut).code() == "look-alike" {
                    wrong.push(format!("{cut}: flagged"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} {:#?}", wrong.len(), wrong.iter().take(60).collect::<Vec<_>>());
}

/// Each way to imitate a name makes an imitation of each name that begins with `amazon`.
#[test]
fn every_imitation_of_a_known_name_is_told() {
    let ways: [fn(&str) -> String; 12] = [
        |name| name.replacen('o', "0", 1),
        |name| name.replacen('a', "а", 1),
        |name| name.replacen('a', "α", 1),
        |name| name.replacen('o', "о", 1),
        |name| name.replacen('m', "rn", 1),
        |name| name.replacen('o', "ö", 1),
        |name| name.replacen('a', "@", 1),
        |name| name.replacen('z', "2", 1),
        |name| name.replacen("amazon", "amazon-support.online ", 1),
        |name| name.replacen("amazon", "amazon-account.com ", 1),
        |name| name.replacen("amazon", "amazon.co.jp.check.top ", 1),
        |name| name.replacen("amazon", "secure-amazon.com ", 1),
    ];
    // One letter off is an imitation only beside the name of a service.
    let near: [fn(&str) -> String; 4] = [
        |name| name.replacen("amazon", "amazom", 1),
        |name| name.replacen("amazon", "amazonn", 1),
        |name| name.replacen("amazon", "amzaon", 1),
        |name| name.replacen("amazon", "amazn", 1),
    ];
    let claims = ["prime", "marketplace", "mktp", "digital", ".co.jp", "kindle", "music", "gift"];
    let mut wrong = Vec::new();
    for (name, _) in known_names() {
        let name = name.to_lowercase();
        if !name.starts_with("amazon")
            || !name.is_ascii()
            || name.starts_with("amazonp")
            || name.starts_with("amazonf")
            || name.contains("pay*")
        {
            continue;
        }
        let is_claim = claims.iter().any(|claim| name.contains(claim));
        let near = near.into_iter().filter(|_| is_claim);
        for way in ways.into_iter().chain(near) {
            for text in [way(&name), way(&name).to_uppercase()] {
                let given = service_of(&text).code();
                if given != "look-alike" {
                    wrong.push(format!("{text}: {given}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} {:#?}", wrong.len(), wrong.iter().take(60).collect::<Vec<_>>());
}

/// Shops of every trade bear the name.
#[test]
fn a_shop_that_is_called_amazon_is_never_flagged_nor_taken_for_amazon() {
    let trades = [
        "CAFE",
        "GRILL",
        "RESTAURANT",
        "STEAKHOUSE",
        "TOURS",
        "LODGE",
        "HOTEL",
        "PET SHOP",
        "AQUARIUM",
        "TATTOO",
        "NAIL SALON",
        "TANNING",
        "GYM",
        "LANDSCAPING",
        "LUMBER CO",
        "HARDWARE",
        "TRUCKING INC",
        "DENTAL",
        "SCHOOL",
        "BIKES",
        "FISH & CHIPS",
        "IMPORTS",
        "VAPE",
        "JEWELRY",
        "BREWERY",
        "LAUNDROMAT",
        "CAR WASH",
        "PLUMBING",
        "STORE",
        "SUPPLY",
        "OUTLET",
        "CENTER",
    ];
    let mut wrong = Vec::new();
    for trade in trades {
        for text in [
            format!("AMAZON {trade}"),
            format!("THE AMAZON {trade}"),
            format!("{trade} AMAZON"),
            format!("TST* AMAZON {trade}"),
            format!("SQ *AMAZON {trade} SEATTLE WA"),
            format!("AMAZONIA {trade}"),
            format!("AMAZONAS {trade}"),
            format!("AMAZONE {trade}"),
        ] {
            let given = service_of(&text).code();
            if !["other", "amazon-unknown"].contains(&given) {
                wrong.push(format!("{text}: {given}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_known_text_gets_its_service() {
    let mut wrong = Vec::new();
    for (text, service) in table() {
        let forms = [
            text.clone(),
            text.to_lowercase(),
            text.to_uppercase(),
            full_width(&text),
            format!("CHECKCARD 0803 {text}"),
            format!("POS 4567XX {text}"),
            format!("Visaデビット　785403　{text}"),
            format!("{text} 　 "),
        ];
        for form in forms {
            let given = service_of(&form).code();
            if !expected(&service).contains(&given) {
                wrong.push(format!("{form}: {given}, not {service}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Banks cut texts at 18 to 25 letters; what is left of the name must do.
#[test]
fn a_text_cut_short_keeps_its_service() {
    let mut wrong = Vec::new();
    for (text, service) in table() {
        let whole = text.chars().count();
        for length in [18, 20, 22, 25] {
            let names = ["amazon", "amzn", "audible", "kindle", "prime video", "wholefds", "aws"];
            let lower = text.to_lowercase();
            // Only a cut behind the name leaves something to know it by.
            let name_ends = names.iter().filter_map(|name| lower.find(name).map(|at| at + name.len())).min();
            if length >= whole
                || name_ends.is_none_or(|end| lower.get(..end).map_or(99, |t| t.chars().count()) + 8 > length)
            {
                continue;
            }
            let cut: String = text.chars().take(length).collect();
            let given = service_of(&cut).code();
            if !expected(&service).contains(&given) {
                wrong.push(format!("{cut}: {given}, not {service}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_other_shop_is_called_amazon() {
    for household in households() {
        let report = household.report();
        for row in household.truth.rows.iter().filter(|row| row.service == "other") {
            let source = report.sources.iter().find(|s| s.name == row.file).map(|s| s.id);
            let charge = report.charges.iter().find(|c| Some(c.source) == source && c.line == row.line);
            assert_eq!(charge.map(|c| c.service.as_str()), Some("other"), "{}:{}", row.file, row.line);
        }
    }
}
