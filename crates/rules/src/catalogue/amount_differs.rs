#![doc = include_str!("amount_differs.md")]

use chrono::NaiveDate;
use mioboe_model::Money;
use mioboe_model::sorted::Set;
use mioboe_reconcile::{LinkKind, Order, PieceKind, Sending};

use super::small_then_large::small_then_large;

use crate::{Facts, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "amount-differs",
    speaks_of: &["amount-differs"],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("amount_differs.md"),
    run: amount_differs,
};

fn amount_differs(facts: &Facts<'_>) -> Vec<Opinion> {
    // A test charge and what follows it are a pattern that no order's size calms down.
    let tested: Set<usize> =
        small_then_large(facts).into_iter().flat_map(|opinion| opinion.charges).collect();
    let open: Vec<usize> =
        facts.unexplained().map(|(charge, _)| charge).filter(|charge| !tested.contains(charge)).collect();
    let mut days: Vec<NaiveDate> =
        open.iter().filter_map(|&charge| facts.charge(charge).and_then(|row| row.date)).collect();
    days.sort_unstable();
    let of_larger = open.iter().filter_map(|&charge| of_larger(facts, charge, &days));
    facts
        .linked()
        .filter(|(_, _, link)| {
            matches!(link.kind, LinkKind::AmountDiffers | LinkKind::Open | LinkKind::PartPaid)
        })
        .map(|(charge, _, link)| {
            let opinion =
                Opinion::ask("amount-differs", charge, link.confidence).orders(&link.orders).told(facts);
            let item = link.orders.first().and_then(|&order| facts.item_of(order)).unwrap_or_default();
            let pieces = link.pieces.iter().filter_map(|&piece| facts.found.book.piece(piece));
            // A sum in another currency cannot be told beside the charge's as if it were its own.
            let currency = facts.charge(charge).map(|row| row.amount.currency());
            let pieces = pieces.filter(|piece| Some(piece.currency) == currency);
            let sums = pieces.map(|piece| Money::from_minor(piece.minor, piece.currency));
            let expected =
                sums.reduce(|a, b| a.plus(b).unwrap_or(a)).map(|sum| sum.plain()).unwrap_or_default();
            opinion.with("item", item).with("oldAmount", expected)
        })
        .chain(of_larger)
        .collect()
}

/// How sure it is where nothing but an order's size and day speaks for it.
const OF_LARGER: u8 = 35;
/// What was tried on at home is charged when the time for it is over.
const DAYS_OF_TRYING: i64 = 21;
/// The days on which nearly all charges are dated.
const USUAL_DAYS: (i64, i64) = (-2, 5);
const USUAL_DIGITAL: (i64, i64) = (0, 2);
/// In how many monthly payments an order is paid.
const USUAL_MONTHS: [i64; 8] = [3, 4, 5, 6, 10, 12, 18, 24];
/// The next of them would have come by then.
const MONTH: i64 = 35;
/// More charges and orders at a time are no points but a stranger's spree.
const MOST_EACH: usize = 2;
/// Among more of them one is found that divides by chance.
const MOST_LARGER: usize = 6;

/// Points and balances that no file names, discounts allotted otherwise, things tried and kept: one order of that card and
/// day is larger than the charge and was charged to nobody. That explains nothing, and it is a question.
///
/// `days`: those of all charges that nothing explains, in order.
fn of_larger(facts: &Facts<'_>, charge: usize, days: &[NaiveDate]) -> Option<Opinion> {
    let row = facts.charge(charge)?;
    let (day, minor) = (row.date?, row.amount.minor()?);
    let service = facts.service(charge);
    let mut orders = facts.found.book.orders.iter().enumerate().filter(|(_, order)| {
        let mut pieces = order.pieces.iter().filter_map(|&piece| {
            let is_free = facts.found.is_free(piece);
            facts.found.book.piece(piece).filter(|piece| is_free && piece.kind != PieceKind::Cancelled)
        });
        let is_of_card = order.cards.is_empty()
            || row.card.as_ref().is_none_or(|card| row.card_first || order.cards.contains(card));
        let is_line = || {
            let lines = order.lines.iter().filter_map(|&line| facts.reading.orders.get(line));
            lines.filter_map(|line| line.total.minor()).any(|line| line == minor)
        };
        is_of_card
            && order.currency == row.amount.currency()
            && service.is_digital() == order.lines.is_empty()
            && pieces.clone().map(|piece| piece.minor).fold(0, i64::saturating_add) > minor
            && pieces.any(|piece| {
                let late = (day - piece.expected).num_days();
                let usual = if piece.kind == PieceKind::Digital { USUAL_DIGITAL } else { USUAL_DAYS };
                let usual = if is_line() { usual.0..=DAYS_OF_TRYING } else { usual.0..=usual.1 };
                piece.sending != Sending::UnderWay && usual.contains(&late)
            })
    });
    let divides = |order: &Order| {
        let whole: Option<i64> = facts.found.book.sum(&order.pieces);
        whole.is_some_and(|whole| USUAL_MONTHS.iter().any(|months| (whole - months * minor).abs() < *months))
    };
    let found: Vec<(usize, &Order)> = orders.by_ref().take(MOST_LARGER).collect();
    // Of two such orders neither is more likely than the other, and a fitting one is then found everywhere; but one alone may
    // be paid in parts of just that sum, and as many charges as orders may well be theirs.
    let from = days.partition_point(|other| (day - *other).num_days() > USUAL_DAYS.1);
    let others = days.iter().skip(from).take_while(|other| (**other - day).num_days() <= USUAL_DAYS.1);
    let open = others.take(MOST_LARGER).count();
    let to_come = facts.statements_until(charge).is_some_and(|last| (last - day).num_days() <= MONTH);
    let even: Vec<_> = found.iter().filter(|(_, order)| to_come && divides(order)).collect();
    let order = match (found.as_slice(), even.as_slice()) {
        ([(only, _)], _) | (_, [(only, _)]) if found.len() < MOST_LARGER => *only,
        (both, _) if found.len() <= open.min(MOST_EACH) => {
            let late = |(_, order): &(usize, &Order)| {
                let pieces = order.pieces.iter().filter_map(|&piece| facts.found.book.piece(piece));
                pieces.map(|piece| (day - piece.expected).num_days().abs()).min()
            };
            both.iter().min_by_key(|found| late(found))?.0
        }
        _ => return None,
    };
    let pieces = facts.order(order)?.pieces.iter().filter_map(|&piece| facts.found.book.piece(piece));
    let whole = pieces
        .map(|piece| Money::from_minor(piece.minor, piece.currency))
        .reduce(|a, b| a.plus(b).unwrap_or(a));
    let opinion = Opinion::ask("amount-differs", charge, OF_LARGER).orders(&[order]).told(facts);
    let whole = whole.map(|sum| sum.plain()).unwrap_or_default();
    Some(opinion.with("item", facts.item_of(order).unwrap_or_default()).with("oldAmount", whole))
}

#[cfg(test)]
mod tests {
    use crate::kit::{check, finds, stays_quiet};

    #[test]
    fn points_make_a_charge_a_little_smaller_than_its_order() {
        let case = "order 09-01 A 2000 item=cup\norder 09-20 B 500\ncharge 09-02 1900 retail";
        check(case, "09-02 1900 ask/amount-differs A");
        finds(case, "amount-differs", "09-02 amount=1900 oldAmount=2000 item=cup");
    }

    #[test]
    fn an_order_in_dollars_may_be_a_charge_in_yen() {
        let orders = "order 09-01 A 45.30USD site=Amazon.com item=cup\norder 09-20 B 500 site=Amazon.co.jp";
        let case = format!("{orders}\ncharge 09-03 6870 AMAZON.COM");
        check(&case, "09-03 6870 ask/amount-differs A");
        finds(&case, "amount-differs", "09-03 amount=6870 item=cup");
        // No rate makes 45 dollars 20,000 yen, and another shop is another order.
        check(&format!("{orders}\ncharge 09-03 20000 AMAZON.COM"), "09-03 20000 flagged/no-order");
        check(&format!("{orders}\ncharge 09-03 6870 AMAZON.CO.JP"), "09-03 6870 flagged/no-order");
    }

    #[test]
    fn another_sum_altogether_is_no_order_of_that_sum() {
        for charge in ["09-02 2100", "09-09 1600"] {
            let case = format!("order 09-01 A 2000\norder 09-20 B 500\ncharge {charge} retail");
            check(&case, &format!("{charge} flagged/no-order"));
        }
    }

    #[test]
    fn points_that_no_file_names_may_have_paid_the_rest_of_the_only_free_order() {
        let orders = "order 09-01 A 3000 card=0552 item=cup\norder 09-20 B 500 card=0552\ncharge 09-20 500 retail card=0552";
        let case = format!("{orders}\ncharge 09-02 550 retail card=0552");
        check(&case, "09-02 550 ask/amount-differs A\n09-20 500 explained/order B");
        finds(&case, "amount-differs", "09-02 amount=550 oldAmount=3000 item=cup");
        // Two such orders are found everywhere; another card, another day and another currency are none.
        for other in
            ["09-02 550 retail card=0001", "09-12 550 retail card=0552", "09-02 5.50USD retail card=0552"]
        {
            stays_quiet(&format!("{orders}\ncharge {other}"), "amount-differs");
        }
        let two = format!("{orders}\norder 09-02 C 4000 card=0552\ncharge 09-02 550 retail card=0552");
        stays_quiet(&two, "amount-differs");
        // As many charges as orders may be theirs.
        let both = format!("{two}\ncharge 09-03 610 retail card=0552");
        finds(&both, "amount-differs", "09-02 amount=550\n09-03 amount=610");
    }

    #[test]
    fn what_was_tried_on_and_kept_is_charged_later() {
        let order = "order 09-01 A 3000\norder 09-01 A 4550\norder 09-01 A 6000\norder 09-30 B 500";
        check(&format!("{order}\ncharge 09-14 4550 retail"), "09-14 4550 ask/amount-differs A");
        check(&format!("{order}\ncharge 09-14 4560 retail"), "09-14 4560 flagged/no-order");
    }

    const WAITING: &str = "
        order 09-01 A 2000 item=cup units=9 waiting
        order 09-20 B 500";

    #[test]
    fn what_an_order_under_way_could_account_for_is_asked_about() {
        for charge in ["09-14 700", "09-20 1999"] {
            let case = format!("{WAITING}\ncharge {charge} retail");
            check(&case, &format!("{charge} ask/amount-differs A"));
        }
        finds(
            &format!("{WAITING}\ncharge 09-14 700 retail"),
            "amount-differs",
            "09-14 item=cup oldAmount=2000",
        );
    }

    #[test]
    fn an_order_under_way_accounts_for_no_more_than_is_left_of_it_and_only_in_the_last_week() {
        // Of 2,000 yen: the two smaller charges, not the third.
        check(
            &format!(
                "{WAITING}\ncharge 09-15 900 retail\ncharge 09-16 1050 retail\ncharge 09-17 1150 retail"
            ),
            "09-15 900 ask/amount-differs A
            09-16 1050 ask/amount-differs A
            09-17 1150 flagged/no-order",
        );
        for charge in ["09-16 2100 retail", "09-12 700 retail", "09-16 700 digital", "09-16 700 AMAZON.COM"] {
            let case = format!(
                "order 09-01 A 2000 item=cup units=9 waiting site=Amazon.co.jp
                order 09-20 B 500 site=Amazon.co.jp
                order 09-20 C 5.00USD site=Amazon.com
                digital 09-01 D 300\ndigital 09-20 E 300
                charge {charge}"
            );
            let sum = charge.rsplit_once(' ').unwrap().0;
            check(&case, &format!("{sum} flagged/no-order"));
        }
        check(&format!("{WAITING}\ncharge 09-25 700 retail"), "09-25 700 notCovered/-");
    }

    #[test]
    fn of_two_orders_under_way_nobody_knows_which() {
        check(
            &format!("{WAITING}\norder 09-10 C 3000 waiting\ncharge 09-18 700 retail"),
            "09-18 700 ask/ambiguous A",
        );
    }

    #[test]
    fn some_of_several_equal_things_are_asked_about() {
        let order = "order 09-01 A 6000 item=cup units=3\norder 09-20 B 500";
        check(&format!("{order}\ncharge 09-02 2000 retail"), "09-02 2000 ask/amount-differs A");
        check(&format!("{order}\ncharge 09-02 2100 retail"), "09-02 2100 ask/amount-differs A");
        check(&format!("{order}\ncharge 09-13 2000 retail"), "09-13 2000 flagged/no-order");
    }

    #[test]
    fn an_order_under_way_does_not_calm_down_where_a_device_is_new() {
        check(
            &format!("{WAITING}\ndevice 09-13 Mihon_Phone\ncharge 09-14 700 retail"),
            "09-14 700 flagged/new-device-spend",
        );
    }

    #[test]
    fn an_order_with_a_charge_of_its_own_is_not_used_again() {
        check(
            "order 09-01 A 2000
            order 09-20 B 500
            charge 09-02 2000 retail
            charge 09-03 1900 retail",
            "09-02 2000 explained/order A
            09-03 1900 flagged/no-order",
        );
    }

    #[test]
    fn on_unusual_days_a_near_sum_says_nothing() {
        let orders = "order 09-01 C 700\norder 09-08 A 2000\norder 09-30 B 500";
        for (day, expect) in [
            ("09-05", "flagged/no-order"),
            ("09-07", "ask/amount-differs A"),
            ("09-13", "ask/amount-differs A"),
            ("09-14", "flagged/no-order"),
        ] {
            check(&format!("{orders}\ncharge {day} 1900 retail"), &format!("{day} 1900 {expect}"));
        }
    }

    #[test]
    fn a_delivery_fee_may_be_on_the_card_and_not_in_the_file() {
        let orders = "order 09-01 A 5.00USD\norder 09-20 B 9.00USD";
        check(&format!("{orders}\ncharge 09-02 5.27USD retail"), "09-02 5.27 ask/amount-differs A");
        check(&format!("{orders}\ncharge 09-02 5.31USD retail"), "09-02 5.31 flagged/no-order");
    }

    #[test]
    fn a_book_of_another_country_s_shop_in_the_card_s_own_money_is_asked_about() {
        let files = "
            order 09-01 A 700
            order 10-20 B 500
            digital 09-10 C 9.99USD item=novel
            digital 10-10 D 600\n";
        for name in ["Kindle_Svcs*2A3BC4D50", "AMAZON_DIGITAL_SVCS", "AMAZON.COM", "Amazon_Downloads"] {
            check(&format!("{files}charge 09-12 1571 {name}"), "09-12 1571 ask/amount-differs C");
            // No rate of ten years makes that of ten dollars.
            finds(&format!("{files}charge 09-12 5710 {name}"), "no-order", "09-12");
        }
    }
}
