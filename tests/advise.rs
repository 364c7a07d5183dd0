//! What holds of the second verb, for every household and for small ones made up here.

#![expect(clippy::indexing_slicing, clippy::expect_used, reason = "tests fail by it")]

use std::collections::BTreeMap;

use mioboe_engine::{
    Adviser, AnswerCode, AnswerGiven, AnswerSaid, Case, ChargeGiven, ContactSaid, Group, PaidCode, PaidSaid,
    RefundState, Report, Request, Said, StepSaid, Traced, analyze,
};
use mioboe_tests::households::{households, report_of};
use mioboe_tests::request;
use rust_decimal::Decimal;

fn said(region: &str) -> Said {
    Said { region: Some(region.to_owned()), ..Said::default() }
}

/// Answers each third charge with another word.
fn answers(report: &Report) -> Vec<AnswerSaid> {
    let each = report.charges.iter().enumerate().filter(|(at, _)| at % 3 != 2);
    each.map(|(at, charge)| AnswerSaid {
        charge: charge.id.clone(),
        answer: Some(AnswerCode::ALL[at % AnswerCode::ALL.len()]),
        order: None,
    })
    .collect()
}

/// Every household with nothing said and with answers: the report, what was said, the case.
fn all() -> Vec<(String, Report, Said, Case)> {
    let mut all = Vec::new();
    for household in households() {
        let report = household.report();
        let silent = said(&household.truth.region);
        let answered = Said { answers: answers(&report), ..silent.clone() };
        for said in [silent, answered] {
            let case = Adviser::new(report.clone()).advise(&said).expect("what was said makes sense");
            all.push((household.name.clone(), report.clone(), said, case));
        }
    }
    assert!(!all.is_empty());
    all
}

#[test]
fn who_has_said_nothing_is_advised_what_the_report_advises() {
    for (name, report, said, case) in all() {
        if !said.answers.is_empty() {
            continue;
        }
        let steps: Vec<_> =
            case.plan.steps.iter().map(|it| (&it.step, &it.when, &it.due, &it.because)).collect();
        let reported: Vec<_> =
            report.next_steps.iter().map(|it| (&it.step, &it.when, &it.due, &it.because)).collect();
        assert_eq!(steps, reported, "{name}");
    }
}

#[test]
fn a_report_that_is_opened_again_has_the_same_case() {
    for (name, report, said, case) in all() {
        let text = serde_json::to_string(&report).expect("JSON");
        let again: Report = serde_json::from_str(&text).expect("a report");
        assert_eq!(again, report, "{name}");
        assert_eq!(Adviser::new(again).advise(&said).expect("good"), case, "{name}");
    }
}

#[test]
fn every_charge_stands_in_one_group_and_the_sums_are_those_of_all() {
    for (name, report, _, case) in all() {
        assert_eq!(case.groups.len(), report.charges.len(), "{name}");
        let counts = &case.counts;
        let counted = counts.flagged + counts.ask + counts.not_covered + counts.explained + counts.other;
        assert_eq!(counted as usize, report.charges.len(), "{name}");
        for (currency, totals) in &report.totals {
            let sums = &case.sums[currency];
            let all = [&sums.flagged, &sums.ask, &sums.not_covered, &sums.explained, &sums.other];
            let sum: Decimal = all.iter().map(|sum| sum.parse::<Decimal>().expect("a sum")).sum();
            assert_eq!(sum, totals.charged.parse().expect("a sum"), "{name}");
        }
        // By month the same charges are counted, less those without a day.
        let dated = report.charges.iter().filter(|charge| charge.date.is_some()).count();
        let monthly: u32 = case
            .months
            .values()
            .map(|it| it.flagged + it.ask + it.not_covered + it.explained + it.other)
            .sum();
        assert_eq!(monthly as usize, dated, "{name}");
    }
}

#[test]
fn the_first_day_is_the_earliest_that_is_open_and_the_calendar_has_each() {
    for (name, _, _, case) in all() {
        for step in &case.plan.steps {
            let open: Vec<&String> =
                step.clocks.iter().filter(|clock| !clock.passed).map(|clock| &clock.day).collect();
            assert_eq!(step.due.as_ref(), open.iter().min().copied(), "{name} {}", step.step);
            assert!(open.iter().all(|day| **day >= case.today), "{name}");
            assert!(step.clocks.is_sorted_by_key(|clock| clock.passed), "{name}: passed ones come last");
            for day in open {
                let has =
                    |reminder: &mioboe_engine::Reminder| reminder.day == *day && reminder.step == step.step;
                assert!(case.reminders.iter().any(has), "{name} {day}");
            }
        }
    }
}

#[test]
fn at_most_five_steps_are_open_and_the_soonest_are() {
    for (name, _, _, case) in all() {
        let open = case.plan.steps.iter().filter(|step| !step.folded);
        let open = open.filter(|step| !step.done);
        assert!(open.count() <= if case.plan.pressing { 5 } else { 3 }, "{name}");
        let checks = case.plan.steps.iter().filter(|step| !STOPS.contains(&step.step.as_str()));
        assert!(checks.skip_while(|step| !step.folded).all(|step| step.folded), "{name}");
    }
}

/// What stops a loss.
const STOPS: [&str; 6] = [
    "pause-card",
    "pause-carrier-billing",
    "contact-card-issuer",
    "contact-phone-company",
    "contact-pay-later",
    "contact-amazon",
];

#[test]
fn who_says_that_a_charge_is_not_theirs_sees_whom_to_call_at_once() {
    let report = small();
    let answers = vec![AnswerSaid {
        charge: report.charges[1].id.clone(),
        answer: Some(AnswerCode::NotMine),
        order: None,
    }];
    let plan = Adviser::new(report).advise(&Said { answers, ..said("jp") }).expect("good").plan;
    for wanted in ["check-family", "pause-card", "contact-card-issuer", "contact-amazon"] {
        let step = plan.steps.iter().find(|step| step.step == wanted).expect(wanted);
        assert_eq!((step.when.as_str(), step.folded), ("now", false), "{wanted}");
    }
    for case in all().into_iter().map(|(_, _, _, case)| case).filter(|case| case.plan.pressing) {
        let now = case.plan.steps.iter().filter(|step| step.when == "now" && !step.done);
        let folded = now.filter(|step| STOPS.contains(&step.step.as_str()) && step.folded);
        assert!(folded.count() <= 2, "no more than four can stand beside a check");
    }
}

#[test]
fn after_not_mine_the_plan_and_the_charge_name_the_same_order() {
    let rank = |steps: &[String], step: &str| steps.iter().position(|known| known == step);
    for (name, _, _, case) in all() {
        let plan: Vec<String> = case.plan.steps.iter().map(|step| step.step.clone()).collect();
        for answered in case.answered.iter().filter(|it| it.answer == AnswerCode::NotMine) {
            assert_eq!(answered.group, Group::NotMine, "{name}");
            let own: Vec<String> = answered.steps.iter().map(|step| step.step.clone()).collect();
            assert!(!own.is_empty(), "{name}");
            assert!(own.iter().all(|step| plan.contains(step)), "{name} {own:?} {plan:?}");
            let calls: Vec<&String> =
                own.iter().filter(|step| step.starts_with("contact-") || *step == "pause-card").collect();
            assert!(calls.is_sorted_by_key(|step| rank(&plan, step)), "{name} {own:?} {plan:?}");
        }
    }
}

#[test]
fn answers_by_hash_and_by_id_put_every_charge_into_the_same_group() {
    let salt = "00ff";
    for household in households() {
        let report = household.report();
        let with_ids =
            Said { answers: answers(&report), salt: salt.to_owned(), ..said(&household.truth.region) };
        let case = Adviser::new(report.clone()).advise(&with_ids).expect("good");
        let kept: Vec<AnswerGiven> = case.remembered.expect("there is a salt").answers;
        let by_hash = Said { kept: kept.clone(), salt: salt.to_owned(), ..said(&household.truth.region) };
        let again = Adviser::new(report).advise(&by_hash).expect("good");
        assert_eq!(again.groups, case.groups, "{}", household.name);
        assert_eq!(again.plan, case.plan, "{}", household.name);
        // The analysis that is told the same says so of the same charges, and the case is settled alike.
        let told = Request { answers: kept, salt: salt.to_owned(), ..household.request() };
        let told = report_of(told, &household.files());
        let from_told = Adviser::new(told).advise(&said(&household.truth.region)).expect("good");
        let mine = |group: &&Group| matches!(group, Group::NotMine | Group::Settled);
        assert_eq!(
            from_told.groups.iter().filter(mine).count(),
            case.groups.iter().filter(mine).count(),
            "{}",
            household.name
        );
    }
}

#[test]
fn what_is_remembered_finds_the_same_charges_as_seen() {
    for household in households() {
        let adviser = Adviser::new(household.report());
        let first = Said { salt: "aa".to_owned(), looked: true, ..said("jp") };
        let case = adviser.advise(&first).expect("good");
        assert!(case.new.is_empty(), "nothing is new on the first day");
        let seen = case.remembered.expect("there is a salt").seen;
        if seen.is_empty() {
            continue;
        }
        let again = adviser.advise(&Said { seen: seen.clone(), ..first.clone() }).expect("good");
        assert!(again.new.is_empty(), "{}", household.name);
        let others = adviser.advise(&Said { seen: seen[1..].to_vec(), ..first.clone() }).expect("good");
        assert_eq!(others.new.len(), usize::from(1 < seen.len()), "{}", household.name);
        // Under another salt nothing is known again.
        let salted =
            adviser.advise(&Said { seen: seen.clone(), salt: "bb".to_owned(), ..first }).expect("good");
        assert_eq!(salted.new.len(), seen.len(), "{}", household.name);
    }
}

#[test]
fn no_letter_is_addressed_to_a_way_of_writing_files() {
    for (name, report, _, case) in all() {
        let Some(issuer) = case.matter.issuer else { continue };
        assert!(report.sources.iter().any(|source| source.format.as_ref() == Some(&issuer)), "{name}");
        assert!(mioboe_ingest::account_of(&issuer).is_some(), "{name}: {issuer}");
    }
    for format in
        ["ofx", "qif", "mt940", "camt", "pasted", "table", "moneyforward", "zaim", "typed", "notice"]
    {
        assert_eq!(mioboe_ingest::account_of(format), None, "{format}");
    }
    for (format, file) in [
        (
            "ofx",
            "<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>JPY<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261003<TRNAMT>-3980<FITID>1<NAME>AMAZON.CO.JP</STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>",
        ),
        (
            "qif",
            "!Type:CCard\nD10/03/2026\nT-39.80\nPAMZN Mktp US\n^\nD10/14/2026\nT-12.00\nPAMZN Mktp US\n^\n",
        ),
    ] {
        let report = report_of(request("2026-11-22"), &[(format.to_owned(), file.as_bytes().to_vec())]);
        let about = report.charges.iter().map(|charge| charge.id.clone()).collect();
        let case =
            Adviser::new(report.clone()).advise(&Said { about: Some(about), ..said("jp") }).expect("good");
        assert!(!case.matter.charges.is_empty(), "{format}: {:?}", report.sources);
        assert_eq!(case.matter.issuer, None, "{format}");
    }
}

#[test]
fn the_law_and_the_money_of_a_region_come_from_one_table() {
    let rows = |part: &str| {
        let text =
            format!("date,description,amount\n2026-10-03,AMAZON,1250{part}\n2026-10-14,AMAZON,900{part}\n");
        [("a.csv".to_owned(), text.into_bytes())]
    };
    for (region, law, currency) in [
        ("jp", "jp", "JPY"),
        ("gb", "uk", "GBP"),
        ("uk", "uk", "GBP"),
        ("nl", "eu", "EUR"),
        ("ie", "eu", "EUR"),
        ("de", "eu", "EUR"),
        ("se", "eu", "SEK"),
        ("ca", "ca", "CAD"),
        ("au", "au", "AUD"),
        ("in", "in", "INR"),
        ("sg", "sg", "SGD"),
        ("br", "elsewhere", "BRL"),
    ] {
        let report = report_of(
            Request { region: region.to_owned(), ..request("2026-11-22") },
            &rows(if region == "jp" { "" } else { ".50" }),
        );
        let currencies: Vec<&str> = report.charges.iter().map(|charge| charge.currency.as_str()).collect();
        assert_eq!(currencies, [currency, currency], "{region}");
        let case = Adviser::new(report).advise(&said(region)).expect("good");
        assert_eq!(case.law.code(), law, "{region}");
        assert!(law != "elsewhere" || case.plan.steps.iter().all(|step| step.clocks.is_empty()), "{region}");
    }
    // Of a region that nobody knows the money is asked for.
    let nowhere = Request { region: "zz".to_owned(), ..request("2026-11-22") };
    let report = report_of(nowhere, &rows(".50"));
    assert!(report.charges.is_empty());
    assert!(report.sources[0].problems.iter().any(|problem| problem.code == "bad-currency"));
    assert_eq!(Adviser::new(report).advise(&said("zz")).expect("good").law.code(), "elsewhere");
}

/// A household of Japan with three charges and no order data.
fn small() -> Report {
    let statement = "date,description,amount,currency\n2026-08-03,AMAZON.CO.JP,1000,JPY\n2026-11-03,AMAZON.CO.JP,98000,JPY\n2026-11-05,AMAZON.CO.JP,2480,JPY\n";
    report_of(request("2026-11-22"), &[("a.csv".to_owned(), statement.as_bytes().to_vec())])
}

#[test]
fn a_small_old_charge_hides_no_limit_of_a_large_new_one() {
    let report = small();
    let deny = |at: usize| AnswerSaid {
        charge: report.charges[at].id.clone(),
        answer: Some(AnswerCode::NotMine),
        order: None,
    };
    let denied = Said { answers: vec![deny(0), deny(1)], ..said("jp") };
    let case = Adviser::new(report.clone()).advise(&denied).expect("good");
    let call = case.plan.steps.iter().find(|step| step.step == "contact-card-issuer").expect("a call");
    assert_eq!(call.due.as_deref(), Some("2027-01-02"));
    let days: Vec<(&str, bool)> = call.clocks.iter().map(|it| (it.day.as_str(), it.passed)).collect();
    assert_eq!(
        days,
        [("2027-01-02", false), ("2027-01-02", false), ("2026-10-02", true), ("2026-10-02", true)]
    );
    let reminded: Vec<&str> = case.reminders.iter().map(|reminder| reminder.day.as_str()).collect();
    assert_eq!(reminded, ["2027-01-02", "2027-01-02", "2026-12-22"]);
    // With the day of the notice, the statement's limit counts from it for the charge that it can have had.
    let noticed = Said { notice_came: Some("2026-11-20".to_owned()), ..denied };
    let case = Adviser::new(report).advise(&noticed).expect("good");
    let call = case.plan.steps.iter().find(|step| step.step == "contact-card-issuer").expect("a call");
    let exact: Vec<(&str, bool)> = call.clocks.iter().map(|it| (it.day.as_str(), it.exact)).collect();
    assert_eq!(
        exact,
        [("2027-01-02", true), ("2027-01-19", true), ("2026-10-02", true), ("2026-10-02", false)]
    );
}

#[test]
fn an_answer_taken_back_is_as_if_never_given() {
    let report = small();
    let charge = report.charges[1].id.clone();
    let silent = Adviser::new(report.clone()).advise(&said("jp")).expect("good");
    let kept = {
        let answers = vec![AnswerSaid { charge: charge.clone(), answer: Some(AnswerCode::Me), order: None }];
        let said = Said { answers, salt: "1".to_owned(), ..said("jp") };
        Adviser::new(report.clone()).advise(&said).expect("good").remembered.expect("a salt").answers
    };
    let back = Said {
        answers: vec![AnswerSaid { charge, answer: None, order: None }],
        kept,
        salt: "1".to_owned(),
        ..said("jp")
    };
    let case = Adviser::new(report).advise(&back).expect("good");
    assert_eq!(case.groups, silent.groups);
    assert!(case.remembered.expect("a salt").answers.is_empty());
}

#[test]
fn an_order_that_the_person_named_is_kept_as_a_hash_and_holds_next_time() {
    let households = households();
    let household = households.iter().find(|household| !household.report().charges.is_empty()).expect("one");
    let report = household.report();
    let asked = report.charges.iter().find(|charge| charge.verdict != "other" && !charge.orders.is_empty());
    let (charge, order) =
        asked.map(|charge| (charge.id.clone(), charge.orders[0].order_id.clone())).expect("one");
    // Another order than the one that was found.
    let other =
        report.orders.iter().map(|order| &order.order_id).find(|id| **id != order).expect("two").clone();
    let answers =
        vec![AnswerSaid { charge: charge.clone(), answer: Some(AnswerCode::Me), order: Some(other.clone()) }];
    let first = Said { answers, salt: "salt".to_owned(), ..said("jp") };
    let kept = Adviser::new(report).advise(&first).expect("good").remembered.expect("a salt").answers;
    assert!(
        kept[0].order.as_ref().is_some_and(|hash| hash.len() == 64 && !hash.contains(&other)),
        "{kept:?}"
    );
    // What was kept goes on as it is, and the next analysis knows the order.
    let mut request = household.request();
    (request.answers, request.salt) = (kept.clone(), "salt".to_owned());
    let next = report_of(request, &household.contents);
    let named = next.charges.iter().find(|row| row.id == charge).expect("the charge");
    assert_eq!((named.verdict.as_str(), &named.orders[0].order_id), ("explained", &other));
    let again = Said { kept: kept.clone(), salt: "salt".to_owned(), ..said("jp") };
    assert_eq!(Adviser::new(next).advise(&again).expect("good").remembered.expect("a salt").answers, kept);
}

#[test]
fn how_a_charge_was_paid_decides_the_steps_and_the_letters() {
    let report = small();
    let charge = report.charges[1].id.clone();
    let steps = |by: Option<PaidCode>, region: &str| {
        let paid = by.into_iter().map(|by| PaidSaid { charge: charge.clone(), by }).collect();
        let answers =
            vec![AnswerSaid { charge: charge.clone(), answer: Some(AnswerCode::NotMine), order: None }];
        let case =
            Adviser::new(report.clone()).advise(&Said { answers, paid, ..said(region) }).expect("good");
        let steps: Vec<String> = case.plan.steps.iter().map(|step| step.step.clone()).collect();
        let letters: Vec<String> = case.matter.letters.iter().map(|letter| letter.id.clone()).collect();
        (steps, letters)
    };
    let has = |list: &[String], wanted: &str| list.iter().any(|one| one == wanted);
    for (by, pause) in [(None, true), (Some(PaidCode::Card), true), (Some(PaidCode::PhoneBill), false)] {
        assert_eq!(has(&steps(by, "jp").0, "pause-card"), pause, "{by:?}");
    }
    let (gift, letters) = steps(Some(PaidCode::GiftBalance), "jp");
    assert!(!has(&gift, "contact-card-issuer") && has(&gift, "contact-amazon"));
    assert!(!has(&letters, "letter-issuer-letter") && has(&letters, "letter-amazon-message"));
    assert!(has(&steps(Some(PaidCode::Card), "us").1, "letter-us-fcba"));
    assert!(!has(&steps(Some(PaidCode::Debit), "us").1, "letter-us-fcba"));
}

#[test]
fn a_notice_that_was_pasted_is_asked_about_as_what_was_typed() {
    let notice =
        "カード利用のお知らせ\n\nご利用日時：2026/11/03 18:21\nご利用先：AMAZON.CO.JP\nご利用金額：600円\n";
    let pasted = analyze(request("2026-11-22"), [("notice.txt", notice.as_bytes())]).expect("a good request");
    let charge = ChargeGiven {
        date: Some("2026-11-03".to_owned()),
        amount: "600".to_owned(),
        merchant: "AMAZON.CO.JP".to_owned(),
        currency: None,
        paid_by: None,
        card: None,
    };
    let none: [(&str, &[u8]); 0] = [];
    let typed = analyze(Request { charges: vec![charge], ..request("2026-11-22") }, none).expect("the same");
    let steps = |report: &Report| -> Vec<String> {
        report.next_steps.iter().map(|planned| planned.step.clone()).collect()
    };
    assert!(steps(&pasted).iter().any(|step| step == "pause-card"), "{:?}", steps(&pasted));
    assert_eq!(steps(&pasted), steps(&typed));
}

#[test]
fn the_matter_has_what_letters_are_filled_with() {
    let report = small();
    let ids: Vec<String> = report.charges.iter().map(|charge| charge.id.clone()).collect();
    let deny =
        |at: usize| AnswerSaid { charge: ids[at].clone(), answer: Some(AnswerCode::NotMine), order: None };
    let told = Said {
        answers: vec![deny(1), deny(2)],
        contacts: vec![ContactSaid {
            day: "2026-11-20".to_owned(),
            whom: "Amazonのチャット".to_owned(),
            answer: "受付 12".to_owned(),
        }],
        steps: vec![StepSaid {
            step: "check-family".to_owned(),
            done: true,
            done_on: Some("2026-11-19".to_owned()),
            note: String::new(),
        }],
        ..said("jp")
    };
    let case = Adviser::new(report.clone()).advise(&told).expect("good");
    let matter = &case.matter;
    assert_eq!(matter.charges, [ids[1].clone(), ids[2].clone()]);
    assert_eq!((matter.dispute.as_str(), matter.sums[0].amount.as_str()), ("unauthorised", "100480"));
    assert_eq!((matter.traced, matter.family_asked), (Traced::Uncovered, true));
    assert_eq!(matter.contacted.as_deref(), Some("2026-11-20"));
    let records: Vec<_> = matter.records.iter().map(|it| (it.day.as_deref(), it.step.as_deref())).collect();
    assert_eq!(records, [(Some("2026-11-19"), Some("check-family")), (Some("2026-11-20"), None)]);
    let days: Vec<&str> = case.timeline.iter().map(|entry| entry.day.as_str()).collect();
    assert_eq!(days, ["2026-11-03", "2026-11-05", "2026-11-19", "2026-11-20"]);
    // What the person chose goes before what fits by itself.
    let chosen = Said { about: Some(vec![ids[0].clone()]), dispute: Some("cancelled".to_owned()), ..told };
    let matter = Adviser::new(report).advise(&chosen).expect("good").matter;
    assert_eq!((matter.charges, matter.dispute.as_str()), (vec![ids[0].clone()], "cancelled"));
}

#[test]
fn a_day_that_is_none_is_refused() {
    let adviser = Adviser::new(small());
    for bad in ["22/11/2026", "2026-02-30", ""] {
        assert!(adviser.advise(&Said { today: Some(bad.to_owned()), ..said("jp") }).is_err(), "{bad}");
        assert!(adviser.advise(&Said { notice_came: Some(bad.to_owned()), ..said("jp") }).is_err(), "{bad}");
    }
}

/// A report with this plan, whose files end on these days.
fn with_plan(
    next: Option<&str>,
    last: &str,
    cadence: &str,
    orders: Option<&str>,
    statements: &str,
) -> Report {
    let mut report = small();
    let span = |to: &str| mioboe_engine::Span { from: "2024-05-01".to_owned(), to: to.to_owned() };
    report.coverage.statements = Some(span(statements));
    report.coverage.orders = orders.map(span);
    report.renewals = vec![mioboe_engine::RenewalReport {
        service: "amazon-prime".to_owned(),
        name: "prime".to_owned(),
        amount: "600".to_owned(),
        currency: "JPY".to_owned(),
        cadence: cadence.to_owned(),
        last: last.to_owned(),
        next: next.map(str::to_owned),
        charges: Vec::new(),
    }];
    report
}

#[test]
fn a_coming_renewal_has_its_next_day() {
    for (next, cadence, statements, coming) in [
        ("2026-12-05", "month", "2026-10-30", Some("2026-12-05")),
        // The statements end before it: it was charged since, and comes again.
        ("2026-11-17", "month", "2026-10-30", Some("2026-12-17")),
        ("2026-08-31", "month", "2026-08-30", Some("2026-11-30")),
        ("2026-11-17", "year", "2026-10-30", Some("2027-11-17")),
        // They have the day and no charge: it was the last.
        ("2026-11-17", "month", "2026-11-20", None),
        ("2026-11-17", "quarter", "2026-10-30", None),
    ] {
        let report = with_plan(Some(next), "2026-08-05", cadence, None, statements);
        let case = Adviser::new(report).advise(&said("jp")).expect("good");
        assert_eq!(case.renewals.first().map(|it| it.next.as_str()), coming, "{next} {cadence}");
    }
}

#[test]
fn a_plan_of_the_31st_is_never_of_the_28th() {
    let report = with_plan(Some("2026-11-30"), "2026-10-31", "month", None, "2026-10-31");
    let case = Adviser::new(report).advise(&said("jp")).expect("good");
    assert_eq!(
        case.renewals[0].days,
        ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
    );
}

#[test]
fn of_a_plan_whose_next_day_is_unknown_the_end_of_the_files_is_said() {
    for (what, last, cadence, orders, statements, expect) in [
        (
            "the order data end first",
            "2026-09-14",
            "month",
            Some("2026-09-28"),
            "2026-10-27",
            Some("2026-09-28"),
        ),
        ("there are statements alone", "2026-09-20", "month", None, "2026-09-30", Some("2026-09-30")),
        (
            "the files have the day: it has ended",
            "2026-08-20",
            "month",
            Some("2026-10-30"),
            "2026-10-27",
            None,
        ),
        ("Amazon says that it ended", "2026-10-05", "month", Some("2026-10-28"), "2026-10-28", None),
        ("it is a yearly one", "2024-10-05", "year", Some("2025-09-28"), "2025-09-28", Some("2025-09-28")),
    ] {
        let report = with_plan(None, last, cadence, orders, statements);
        let today = Some("2026-11-24".to_owned());
        let case =
            Adviser::new(report.clone()).advise(&Said { today: today.clone(), ..said("jp") }).expect("good");
        assert_eq!(case.unseen_renewals.first().map(|it| it.until.as_str()), expect, "{what}");
        // Known by another record of the same plan.
        let mut again = report;
        let other = mioboe_engine::RenewalReport {
            name: "Prime Membership Fee".to_owned(),
            next: Some("2026-12-20".to_owned()),
            ..again.renewals[0].clone()
        };
        again.renewals.push(other);
        let case = Adviser::new(again).advise(&Said { today, ..said("jp") }).expect("good");
        assert!(case.unseen_renewals.is_empty(), "{what}");
    }
}

#[test]
fn refunds_that_have_not_come_are_named_and_the_late_ones_first() {
    let mut report = small();
    let refund = |state: &str, until: &str| mioboe_engine::RefundReport {
        order_id: "250-0000001-0000001".to_owned(),
        source: 0,
        line: 2,
        date: "2026-10-01".to_owned(),
        amount: "1".to_owned(),
        currency: "JPY".to_owned(),
        state: state.to_owned(),
        until: until.to_owned(),
        charge: None,
    };
    report.refunds = vec![
        refund("waiting", "2026-11-30"),
        refund("came", "2026-10-10"),
        refund("overdue", "2026-11-03"),
        refund("waiting", "2026-11-21"),
        refund("overdue", "2026-10-15"),
    ];
    let case = Adviser::new(report).advise(&said("jp")).expect("good");
    let coming: Vec<(u32, RefundState)> = case.refunds.iter().map(|it| (it.refund, it.state)).collect();
    assert_eq!(
        coming,
        [
            (4, RefundState::Overdue),
            (2, RefundState::Overdue),
            (3, RefundState::Unseen),
            (0, RefundState::Waiting)
        ]
    );
}

#[test]
fn charges_are_found_whatever_their_ids_look_like() {
    let mut report = small();
    // A report that somebody made by hand, out of order.
    report.charges.reverse();
    for (at, charge) in report.charges.iter_mut().enumerate() {
        charge.id = format!("row-{at}");
    }
    report.findings.clear();
    let answers =
        vec![AnswerSaid { charge: "row-2".to_owned(), answer: Some(AnswerCode::NotMine), order: None }];
    let case = Adviser::new(report).advise(&Said { answers, ..said("jp") }).expect("good");
    let by: BTreeMap<usize, Group> = case.groups.iter().copied().enumerate().collect();
    assert_eq!(by[&2], Group::NotMine);
}

/// The small report with these verdicts, each with its cause.
fn judged(charges: [(&str, Option<&str>); 3]) -> Report {
    let mut report = small();
    for (charge, (verdict, cause)) in report.charges.iter_mut().zip(charges) {
        verdict.clone_into(&mut charge.verdict);
        charge.cause = cause.map(str::to_owned);
        charge.findings.clear();
    }
    report
}

#[test]
fn the_headline_says_the_one_thing_to_know() {
    for (verdicts, code, count) in [
        (["flagged", "ask", "notCovered"], "flagged", 1),
        (["ask", "ask", "explained"], "ask", 2),
        // What cannot be judged is never passed over as if it were fine.
        (["ask", "notCovered", "explained"], "ask-and-open", 1),
        (["notCovered", "notCovered", "other"], "not-covered", 2),
        (["notCovered", "explained", "explained"], "partly-covered", 1),
        (["explained", "other", "other"], "clear", 1),
        (["other", "other", "other"], "no-amazon", 0),
        (["other", "other", "a verdict of a later version"], "no-amazon", 0),
    ] {
        let report = judged(verdicts.map(|verdict| (verdict, None)));
        let headline = Adviser::new(report).advise(&said("jp")).expect("good").headline;
        assert_eq!((headline.code.code(), headline.count), (code, count), "{verdicts:?}");
    }
}

#[test]
fn what_is_owed_stays_owed_and_all_else_is_settled_by_the_persons_word() {
    for (verdict, cause, group, laid_to_rest) in [
        ("flagged", Some("no-order"), Group::Settled, true),
        ("notCovered", None, Group::Settled, true),
        ("explained", None, Group::Settled, false),
        ("flagged", Some("charged-twice"), Group::Flagged, false),
        ("flagged", Some("cancelled-but-charged"), Group::Flagged, false),
        ("flagged", Some("charged-after-cancelling"), Group::Flagged, false),
        ("flagged", Some("refund-missing"), Group::Flagged, false),
        // Amazon still has time to let go of it.
        ("ask", Some("cancelled-but-charged"), Group::Settled, false),
    ] {
        let report = judged([(verdict, cause), ("other", None), ("other", None)]);
        let charge = report.charges[0].id.clone();
        let adviser = Adviser::new(report);
        for answer in [AnswerCode::Me, AnswerCode::Family] {
            let answers = vec![AnswerSaid { charge: charge.clone(), answer: Some(answer), order: None }];
            let case = adviser.advise(&Said { answers, ..said("jp") }).expect("good");
            assert_eq!(case.groups[0], group, "{verdict} {cause:?}");
            assert_eq!(case.answered[0].laid_to_rest, laid_to_rest, "{verdict} {cause:?}");
        }
        let answers = vec![AnswerSaid { charge, answer: Some(AnswerCode::NotMine), order: None }];
        let case = adviser.advise(&Said { answers, ..said("jp") }).expect("good");
        assert_eq!((case.groups[0], case.answered[0].laid_to_rest), (Group::NotMine, false));
    }
}

#[test]
fn a_name_that_only_looks_like_amazons_is_the_issuers_matter_alone() {
    let mut report = judged([("flagged", Some("look-alike-merchant")), ("other", None), ("other", None)]);
    "look-alike".clone_into(&mut report.charges[0].service);
    let deny =
        AnswerSaid { charge: report.charges[0].id.clone(), answer: Some(AnswerCode::NotMine), order: None };
    let case = Adviser::new(report).advise(&Said { answers: vec![deny], ..said("jp") }).expect("good");
    let steps: Vec<&str> = case.answered[0].steps.iter().map(|it| it.step.as_str()).collect();
    assert!(steps.contains(&"contact-card-issuer"), "{steps:?}");
    for amazons in ["contact-amazon", "change-password", "escalate"] {
        assert!(!steps.contains(&amazons), "{steps:?}");
    }
}

#[test]
fn who_deals_with_one_matter_sees_its_steps_first_and_what_is_urgent_all_the_same() {
    for (name, report, said, case) in all() {
        let first = vec!["contact-card-issuer".to_owned(), "turn-on-alerts".to_owned()];
        let with = Adviser::new(report).advise(&Said { first: first.clone(), ..said }).expect("good").plan;
        let order = |plan: &mioboe_engine::Plan| -> Vec<String> {
            plan.steps.iter().map(|step| step.step.clone()).collect()
        };
        assert_eq!(order(&with), order(&case.plan), "{name}");
        for (step, without) in with.steps.iter().zip(&case.plan.steps) {
            assert!(step.folded || step.when == "now" || first.contains(&step.step), "{name} {}", step.step);
            // Fewer come before it, so that none of its own is hidden by others.
            assert!(!step.folded || without.folded || !first.contains(&step.step), "{name} {}", step.step);
        }
    }
}

#[test]
fn what_is_known_of_money_back_stands_beside_the_charges_it_concerns() {
    let charge = ChargeGiven {
        date: Some("2026-11-03".to_owned()),
        amount: "600".to_owned(),
        merchant: "AMAZON.CO.JP".to_owned(),
        currency: None,
        paid_by: None,
        card: None,
    };
    let report = report_of(Request { charges: vec![charge], ..request("2026-11-22") }, &[]);
    assert!(report.findings.iter().any(|finding| finding.rule == "could-be-plan"), "{:?}", report.findings);
    let adviser = Adviser::new(report);
    let case = adviser.advise(&said("jp")).expect("good");
    let facts: Vec<&str> = case.money_back.iter().map(|fact| fact.id.as_str()).collect();
    assert!(facts.contains(&"jp-prime-unused"), "{facts:?}");
    assert!(case.money_back.iter().all(|fact| fact.charges == [case.plan.charges[0].clone()]));
    // Of a card that was only typed nobody knows the issuer: what each issuer has for it is named.
    let pause = case.plan.steps.iter().find(|step| step.step == "pause-card").expect("a step");
    assert_eq!(pause.contacts, ["smbc-pause", "rakuten-pause", "paypay-pause"]);
    let call = case.plan.steps.iter().find(|step| step.step == "contact-card-issuer");
    assert!(call.is_none_or(|call| !call.contacts.iter().any(|contact| contact == "rakuten-detection")));
    assert!(adviser.advise(&said("zz")).expect("good").money_back.is_empty());
}

#[test]
fn a_contact_may_have_been_on_any_day_of_the_calendar() {
    let on = |day: &str| {
        let contact = ContactSaid { day: day.to_owned(), whom: "Amazon".to_owned(), answer: String::new() };
        Adviser::new(small()).advise(&Said { contacts: vec![contact], ..said("jp") })
    };
    assert_eq!(on("1985-02-28").expect("a day").timeline[0].day, "1985-02-28");
    assert!(on("2026-02-30").is_err());
}

#[test]
fn a_report_from_outside_is_shown_as_one_of_our_own() {
    let mut report = small();
    report.charges[0].merchant = "AMAZON\u{202e}\nCO.JP".to_owned();
    let adviser = Adviser::new(report);
    let merchant = &adviser.report().charges[0].merchant;
    assert!(!merchant.contains(['\u{202e}', '\n']), "{merchant:?}");
}

#[test]
fn days_of_statements_without_orders_are_told() {
    let span = |(from, to): (&str, &str)| mioboe_engine::Span { from: from.to_owned(), to: to.to_owned() };
    for (statements, orders, uncovered) in [
        (None, Some(("2026-01-01", "2026-12-31")), vec![]),
        (Some(("2026-01-05", "2026-03-10")), None, vec![("2026-01-05", "2026-03-10")]),
        (Some(("2026-01-05", "2026-03-10")), Some(("2026-01-05", "2026-03-10")), vec![]),
        (
            Some(("2026-01-05", "2026-03-10")),
            Some(("2026-02-01", "2026-02-28")),
            vec![("2026-01-05", "2026-01-31"), ("2026-03-01", "2026-03-10")],
        ),
        // They have no day together.
        (
            Some(("2026-01-05", "2026-03-10")),
            Some(("2026-05-01", "2026-05-31")),
            vec![("2026-01-05", "2026-03-10")],
        ),
    ] {
        let mut report = small();
        report.coverage.statements = statements.map(span);
        report.coverage.orders = orders.map(span);
        let case = Adviser::new(report).advise(&said("jp")).expect("good");
        assert_eq!(case.uncovered, uncovered.into_iter().map(span).collect::<Vec<_>>(), "{orders:?}");
    }
}

/// The case after these words on charges by their place.
fn after(report: &Report, words: &[(usize, AnswerCode)]) -> Case {
    let answers = words.iter().map(|(at, answer)| AnswerSaid {
        charge: report.charges[*at].id.clone(),
        answer: Some(*answer),
        order: None,
    });
    let said = Said { answers: answers.collect(), ..said("jp") };
    Adviser::new(report.clone()).advise(&said).expect("good")
}

fn finding(rule: &str, level: &str, charges: &[&str]) -> mioboe_engine::FindingReport {
    mioboe_engine::FindingReport {
        rule: rule.to_owned(),
        level: level.to_owned(),
        charges: charges.iter().map(|&id| id.to_owned()).collect(),
        orders: Vec::new(),
        args: BTreeMap::new(),
    }
}

/// Two flagged charges and one that is explained, each with what was found about it.
fn flagged() -> Report {
    let mut report =
        judged([("flagged", Some("no-order")), ("flagged", Some("charged-twice")), ("explained", None)]);
    let ids: Vec<String> = report.charges.iter().map(|charge| charge.id.clone()).collect();
    report.findings = vec![
        finding("no-order", "flag", &[ids[0].as_str()]),
        finding("charged-twice", "flag", &[ids[1].as_str()]),
    ];
    report.charges[0].findings = vec![0];
    report.charges[1].findings = vec![1];
    report
}

#[test]
fn what_the_person_has_settled_is_let_go_of() {
    let report = flagged();
    let about = |case: &Case, wanted: &str| -> Option<Vec<String>> {
        let step = case.plan.steps.iter().find(|step| step.step == wanted);
        step.map(|step| step.charges.clone())
    };
    let all = after(&report, &[]);
    let ids: Vec<String> = report.charges.iter().map(|charge| charge.id.clone()).collect();
    assert_eq!(about(&all, "contact-amazon"), Some(vec![ids[0].clone(), ids[1].clone()]));
    let settled = after(&report, &[(0, AnswerCode::Family)]);
    assert_eq!(about(&settled, "contact-amazon"), Some(vec![ids[1].clone()]));
    assert_eq!(about(&settled, "report-police"), None);
    assert!(about(&settled, "monthly-check").is_some());
    assert_eq!(settled.asked, [ids[1].clone()]);
}

#[test]
fn a_dispute_is_what_was_found_or_what_the_person_says() {
    let report = flagged();
    let class = |at: usize, answer: Option<AnswerCode>| -> Option<String> {
        let words: Vec<_> = answer.map(|answer| (at, answer)).into_iter().collect();
        let case = after(&report, &words);
        let id = &report.charges[at].id;
        let of = case.disputes.iter().find(|it| it.charges.contains(id) || it.others.contains(id));
        of.map(|dispute| dispute.class.clone())
    };
    for (at, answer, expect) in [
        (0, None, Some("unauthorised")),
        (1, None, Some("charged-twice")),
        (1, Some(AnswerCode::NotMine), Some("charged-twice")),
        (2, Some(AnswerCode::NotMine), Some("unauthorised")),
        (2, None, None),
        (0, Some(AnswerCode::Me), None),
    ] {
        assert_eq!(class(at, answer).as_deref(), expect, "{at} {answer:?}");
    }
}

#[test]
fn each_changed_price_is_named_once_and_the_newest_first() {
    let mut report = flagged();
    let ids: Vec<String> = report.charges.iter().map(|charge| charge.id.clone()).collect();
    report.findings.push(finding("price-changed", "ask", &[ids[0].as_str()]));
    report.findings.push(finding("trial-ended", "ask", &[ids[2].as_str()]));
    let prices = after(&report, &[]).prices;
    let prices: Vec<(u32, &str)> = prices.iter().map(|it| (it.finding, it.charge.as_str())).collect();
    assert_eq!(prices, [(3, ids[2].as_str()), (2, ids[0].as_str())]);
}

#[test]
fn the_timeline_ties_a_charge_to_its_order_and_to_what_was_done() {
    use mioboe_engine::EntryKind::{Charge, Contact, Done, Ordered, Promised, Shipped};

    let mut report = flagged();
    let id = "250-0000006-0000006";
    report.orders = vec![mioboe_engine::OrderReport {
        order_id: id.to_owned(),
        source: 0,
        lines: vec![2],
        ordered: Some("2026-11-01".to_owned()),
        shipped: vec!["2026-11-02".to_owned(), "2026-11-02".to_owned()],
        items: vec!["Sample".to_owned()],
        total: "98000".to_owned(),
        currency: "JPY".to_owned(),
        seller: None,
        cards: Vec::new(),
        address: None,
        status: "closed".to_owned(),
    }];
    let link = mioboe_engine::OrderRef {
        order_id: id.to_owned(),
        source: Some(0),
        lines: vec![2],
        part: Vec::new(),
    };
    // The one that is asked about, and its twin that nobody asks about.
    for at in [1, 2] {
        report.charges[at].orders = vec![link.clone()];
    }
    let refund = |state: &str| mioboe_engine::RefundReport {
        order_id: id.to_owned(),
        source: 0,
        line: 2,
        date: "2026-11-10".to_owned(),
        amount: "2480".to_owned(),
        currency: "JPY".to_owned(),
        state: state.to_owned(),
        until: "2026-11-24".to_owned(),
        charge: None,
    };
    report.refunds = vec![refund("came"), refund("waiting")];
    let told = Said {
        answers: vec![AnswerSaid {
            charge: report.charges[0].id.clone(),
            answer: Some(AnswerCode::Me),
            order: None,
        }],
        steps: vec![StepSaid {
            step: "contact-amazon".to_owned(),
            done: true,
            done_on: Some("2026-11-22".to_owned()),
            note: String::new(),
        }],
        contacts: vec![ContactSaid {
            day: "2026-11-23".to_owned(),
            whom: "Sample Card".to_owned(),
            answer: "7".to_owned(),
        }],
        ..said("jp")
    };
    let case = Adviser::new(report).advise(&told).expect("good");
    let told: Vec<(&str, mioboe_engine::EntryKind)> =
        case.timeline.iter().map(|entry| (entry.day.as_str(), entry.what)).collect();
    assert_eq!(
        told,
        [
            ("2026-11-01", Ordered),
            ("2026-11-02", Shipped),
            ("2026-11-03", Charge),
            ("2026-11-05", Charge),
            ("2026-11-10", Promised),
            ("2026-11-22", Done),
            ("2026-11-23", Contact),
        ]
    );
}

#[test]
fn the_stories_that_are_walked_through_in_the_browser_have_these_values() {
    let folder = mioboe_tests::fixture("stories");
    let told = std::fs::read(folder.join("told.json")).expect("a file");
    let stories: Vec<serde_json::Value> = serde_json::from_slice(&told).expect("JSON");
    assert_eq!(stories.len(), 4);
    for story in stories {
        let text = |name: &str| story[name].as_str().expect("text").to_owned();
        let files: Vec<(String, Vec<u8>)> = mioboe_tests::files_below(&folder.join(text("name")))
            .into_iter()
            .map(|path| {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                (name, std::fs::read(path).expect("a file"))
            })
            .collect();
        let adviser = Adviser::new(report_of(request("2026-11-24"), &files));
        let case = adviser.advise(&said("jp")).expect("good");
        let name = text("name");
        assert_eq!(case.plan.steps[0].step, text("first"), "{name}");
        assert_eq!(case.matter.dispute, text("dispute"), "{name}");
        let sums: Vec<String> = case.asked.iter().map(|id| amount(&adviser, id)).collect();
        assert!(sums.contains(&text("sum").replace(',', "")), "{name}: {sums:?}");
        let call = case.plan.steps.iter().find(|step| step.step == "contact-card-issuer").expect("a call");
        for (at, from) in
            [mioboe_engine::ClockFrom::Charge, mioboe_engine::ClockFrom::Statement].into_iter().enumerate()
        {
            let clock = call.clocks.iter().find(|clock| clock.from == from).expect("a limit");
            assert_eq!(Some(clock.day.as_str()), story["clocks"][at].as_str(), "{name}");
            let day = case.reminders.iter().find(|reminder| reminder.day == clock.day);
            assert_eq!(day.map(|day| day.step.as_str()), Some("contact-card-issuer"), "{name}");
        }
        // With the day of the notice, the statement's limit counts from it.
        let noticed = Said { notice_came: Some("2026-11-10".to_owned()), ..said("jp") };
        let case = adviser.advise(&noticed).expect("good");
        assert!(case.reminders.iter().any(|reminder| reminder.day == "2027-01-09"), "{name}");
    }
}

fn amount(adviser: &Adviser, id: &str) -> String {
    let charges = &adviser.report().charges;
    charges.iter().find(|charge| charge.id == id).expect("a charge").amount.clone()
}
