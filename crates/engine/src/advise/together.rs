//! Charges that are one question: of one shop and cause, again and again.

use mioboe_model::sorted::Map;
use mioboe_model::text::fold;

use super::{View, standing};
use crate::{ChargeReport, Group, Together};

/// Fewer are read as fast one by one.
const FEWEST: usize = 3;

/// What is asked of these does not depend on the sum: the person knows the shop, or does not.
const BY_SHOP: [&str; 4] = ["amazon-pay", "look-alike-merchant", "other-service", "unknown-amazon-name"];

impl View<'_> {
    /// In the order of the report's first charge of each.
    pub(super) fn together(&self) -> Vec<Together> {
        let mut questions: Map<String, Vec<usize>> = Map::new();
        for (at, charge) in self.report.charges.iter().enumerate() {
            let group = self.group(at);
            let is_open = matches!(group, Group::NotMine | Group::Flagged | Group::Ask);
            // Where an order is named each question is about another one.
            if is_open && charge.orders.is_empty() && !standing::is_owed(self.report, charge) {
                questions.entry(question(group, charge)).or_default().push(at);
            }
        }
        let mut together: Vec<Vec<usize>> =
            questions.into_values().filter(|charges| FEWEST <= charges.len()).collect();
        together.sort_unstable();
        for charges in &mut together {
            self.sort_by_day(charges);
        }
        together
            .iter()
            .map(|charges| Together { charges: self.ids(charges), sums: self.sums_of(charges) })
            .collect()
    }
}

/// The same for charges that are one question.
fn question(group: Group, charge: &ChargeReport) -> String {
    let ChargeReport { amount, currency, service, .. } = charge;
    let cause = charge.cause.as_deref().unwrap_or_default();
    let what = if BY_SHOP.contains(&cause) {
        // Numbers of bookings differ.
        fold(&charge.merchant).chars().filter(|c| c.is_alphabetic()).collect()
    } else {
        format!("{service} {amount}")
    };
    format!("{} {cause} {currency} {what}", group.code())
}

#[cfg(test)]
mod tests {
    use crate::{Adviser, AnswerCode, AnswerSaid, Case, Report, Request, Said, analyze};

    fn adviser(statement: &str) -> Adviser {
        let request = Request {
            today: "2026-11-22".into(),
            utc_offset: "+09:00".into(),
            region: "jp".into(),
            household: Vec::new(),
            answers: Vec::new(),
            salt: String::new(),
            tables: Vec::new(),
            charges: Vec::new(),
            entered: Vec::new(),
            set_aside: Vec::new(),
            #[cfg(feature = "full")]
            kept: None,
        };
        let file = format!("date,merchant,amount\n{statement}");
        Adviser::new(analyze(request, [("2026.csv", file.as_bytes())]).unwrap())
    }

    fn case(adviser: &Adviser, answers: Vec<AnswerSaid>) -> Case {
        adviser.advise(&Said { region: Some("jp".into()), answers, ..Said::default() }).unwrap()
    }

    /// How many charges each question has.
    fn sizes(case: &Case) -> Vec<usize> {
        case.together.iter().map(|together| together.charges.len()).collect()
    }

    /// Bills of one service, of another sum each month.
    const MONTHLY: &str = "2026/10/03,AMAZON WEB SERVICES,1420\n2026/08/03,AMAZON WEB SERVICES,1180\n\
        2026/09/03,AMAZON WEB SERVICES,1305\n";

    #[test]
    fn bills_of_one_service_are_one_question_by_day_with_their_sum() {
        let adviser = adviser(MONTHLY);
        let case = case(&adviser, Vec::new());
        let [together] = &case.together[..] else { panic!("{:?}", case.together) };
        let days: Vec<&str> = together.charges.iter().map(|id| day_of(adviser.report(), id)).collect();
        assert_eq!(days, ["2026-08-03", "2026-09-03", "2026-10-03"]);
        assert_eq!((together.sums[0].amount.as_str(), together.sums.len()), ("3905", 1));
    }

    fn day_of<'a>(report: &'a Report, id: &str) -> &'a str {
        report.charges.iter().find(|charge| charge.id == id).and_then(|it| it.date.as_deref()).unwrap()
    }

    #[test]
    fn two_are_read_one_by_one_and_other_shops_and_causes_are_other_questions() {
        assert_eq!(
            sizes(&case(
                &adviser(
                    "2026/09/03,AMAZON WEB SERVICES,1180\n2026/10/03,AMAZON WEB SERVICES,1180\n\
                     2026/10/04,AMZ*MIHON BOOKS,1180\n2026/10/05,AMZ*MIHON SPORTS,1180\n"
                ),
                Vec::new()
            )),
            [0_usize; 0]
        );
        let shops = "2026/08/04,AMZ*MIHON BOOKS,300\n2026/09/04,AMZ*MIHON BOOKS,980\n\
            2026/10/04,AMZ*MIHON BOOKS,1180\n2026/10/05,AMZ*MIHON SPORTS,1180\n";
        assert_eq!(sizes(&case(&adviser(&format!("{MONTHLY}{shops}")), Vec::new())), [3, 3]);
    }

    #[test]
    fn an_answer_to_one_takes_it_out_and_answers_to_all_end_the_question() {
        let statement = format!("{MONTHLY}2026/07/03,AMAZON WEB SERVICES,900\n");
        let adviser = adviser(&statement);
        let all = case(&adviser, Vec::new()).together.remove(0).charges;
        let said = |answer: AnswerCode, charges: &[String]| -> Vec<AnswerSaid> {
            let each =
                |charge: &String| AnswerSaid { charge: charge.clone(), answer: Some(answer), order: None };
            charges.iter().map(each).collect()
        };
        assert_eq!(sizes(&case(&adviser, said(AnswerCode::Me, &all[..1]))), [3]);
        assert_eq!(sizes(&case(&adviser, said(AnswerCode::Me, &all))), [0_usize; 0]);
        // Not theirs, they are written about together.
        assert_eq!(sizes(&case(&adviser, said(AnswerCode::NotMine, &all))), [4]);
    }
}
