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
        assert!(open.clone().count() <= if case.plan.pressing { 5 } else { 3 }, "{name}");
        if let Some(folded) = case.plan.steps.iter().position(|step| step.folded) {
            assert!(case.plan.steps[folded..].iter().all(|step| step.folded), "{name}");
        }
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
        ("ca", "elsewhere", "CAD"),
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
    let deny =
        |at: usize| AnswerSaid { charge: report.charges[at].id.clone(), answer: Some(AnswerCode::NotMine) };
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
        let answers = vec![AnswerSaid { charge: charge.clone(), answer: Some(AnswerCode::Me) }];
        let said = Said { answers, salt: "1".to_owned(), ..said("jp") };
        Adviser::new(report.clone()).advise(&said).expect("good").remembered.expect("a salt").answers
    };
    let back =
        Said { answers: vec![AnswerSaid { charge, answer: None }], kept, salt: "1".to_owned(), ..said("jp") };
    let case = Adviser::new(report).advise(&back).expect("good");
    assert_eq!(case.groups, silent.groups);
    assert!(case.remembered.expect("a salt").answers.is_empty());
}

#[test]
fn how_a_charge_was_paid_decides_the_steps_and_the_letters() {
    let report = small();
    let charge = report.charges[1].id.clone();
    let steps = |by: Option<PaidCode>, region: &str| {
        let paid = by.into_iter().map(|by| PaidSaid { charge: charge.clone(), by }).collect();
        let answers = vec![AnswerSaid { charge: charge.clone(), answer: Some(AnswerCode::NotMine) }];
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
    let deny = |at: usize| AnswerSaid { charge: ids[at].clone(), answer: Some(AnswerCode::NotMine) };
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
    let answers = vec![AnswerSaid { charge: "row-2".to_owned(), answer: Some(AnswerCode::NotMine) }];
    let case = Adviser::new(report).advise(&Said { answers, ..said("jp") }).expect("good");
    let by: BTreeMap<usize, Group> = case.groups.iter().copied().enumerate().collect();
    assert_eq!(by[&2], Group::NotMine);
}
