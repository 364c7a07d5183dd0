//! Payments as Amazon itself lists them: the page "Your Payments > Transactions".
//!
//! The best evidence of a charge there is: day, sum, card and order numbers in one place.

use chrono::NaiveDate;
use mioboe_model::text::lower;
use mioboe_model::{OrderId, Payment, ProblemCode, SkipReason, When};

use super::{
    Out, days, has_masked_card, sums,
    sums::Sum,
    text::Line,
    words::{self, Role},
};
use crate::formats::orders::cells;
use mioboe_model::site;

/// `Visa ****1234 -$17.28`, or the sum on a line below its means: the means and the sum.
pub(super) fn movement(lines: &[Line], at: usize) -> Option<(String, Sum)> {
    let line = lines.get(at)?;
    let (means, sum) = sums::at_end(&line.text).filter(|(_, sum)| sum.is_signed)?;
    if !means.is_empty() {
        // A label with a sum behind it is a discount.
        return (!means.ends_with(':')).then(|| (means.to_owned(), sum));
    }
    let above = lines.get(at.checked_sub(1)?)?;
    let is_digits = above.text.len() <= 5 && above.text.bytes().all(|byte| byte.is_ascii_digit());
    let higher = at.checked_sub(2).and_then(|at| lines.get(at)).filter(|_| is_digits);
    let higher = higher.map_or(String::new(), |line| format!("{} ", line.text));
    (!above.text.ends_with(':')).then(|| (format!("{higher}{}", above.text), sum))
}

/// Reads the page.
pub(super) fn read(lines: &[Line], out: &mut Out<'_>) {
    let mut page = Page { out, day: None, is_open_section: false, open: None, card: None };
    for at in 0..lines.len() {
        page.line(lines, at);
    }
    page.close();
    page.drop_card();
}

struct Page<'p, 'o> {
    out: &'p mut Out<'o>,
    day: Option<NaiveDate>,
    /// Under the heading of what is not done yet.
    is_open_section: bool,
    open: Option<Movement>,
    /// The line of a card whose sum has not come yet.
    card: Option<(u32, String)>,
}

/// A sum whose order numbers and shop follow on the next lines.
struct Movement {
    line: u32,
    text: String,
    day: Option<NaiveDate>,
    means: String,
    sum: Sum,
    /// Of the site that is named below.
    site: Option<mioboe_model::Currency>,
    order_ids: Vec<OrderId>,
    is_pending: bool,
    is_void: bool,
}

impl Page<'_, '_> {
    fn line(&mut self, lines: &[Line], at: usize) {
        let Some(line) = lines.get(at) else { return };
        if let Some(found) = days::only(&line.text) {
            self.close();
            self.drop_card();
            self.day = Some(found.day);
        } else if let Some((means, sum)) = movement(lines, at) {
            self.close();
            self.card = None;
            self.open = Some(Movement {
                line: line.number,
                text: line.text.clone(),
                day: self.day,
                means,
                sum,
                site: None,
                order_ids: Vec::new(),
                is_pending: self.is_open_section,
                is_void: false,
            });
        } else if let Some(order_id) = line.order_id() {
            self.drop_card();
            match &mut self.open {
                Some(open) if !open.order_ids.contains(&order_id) => open.order_ids.push(order_id),
                Some(_) => {}
                // Its payment was not understood.
                None => self.out.fault(line.number, ProblemCode::BadAmount, "", &line.text),
            }
        } else if words::is(&line.lower, Role::DoneSection) {
            self.close();
            self.is_open_section = false;
        } else if words::is(&line.lower, Role::OpenSection) && !self.is_within_movement(lines, at) {
            self.close();
            self.is_open_section = true;
        } else if let Some(open) = &mut self.open {
            open.is_pending |= words::is(&line.lower, Role::Pending);
            open.is_void |= words::is(&line.lower, Role::Void);
            open.site = open.site.or_else(|| site::currency(&line.text));
            if has_masked_card(&line.text) {
                self.close();
                self.card = Some((line.number, line.text.clone()));
            }
        } else if has_masked_card(&line.text) {
            self.drop_card();
            self.card = Some((line.number, line.text.clone()));
        }
    }

    /// `Pending` and its like are a heading before a day, and a note of the movement before its order number.
    fn is_within_movement(&self, lines: &[Line], at: usize) -> bool {
        let next = lines.get(at + 1);
        self.open.is_some() && next.is_none_or(|line| days::only(&line.text).is_none())
    }

    /// A card without a sum that is understood.
    fn drop_card(&mut self) {
        if let Some((line, text)) = self.card.take() {
            self.out.fault(line, ProblemCode::BadAmount, "", &text);
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if !has_masked_card(&open.means) && words::has(&lower(&open.means), Role::Balance) {
            return self.out.pass(SkipReason::NoMoney);
        }
        // What is pending may still change; it is listed again when it is done.
        if open.is_pending || open.is_void {
            return self.out.pass(SkipReason::NotCounted);
        }
        let Some(day) = open.day else {
            return self.out.fault(open.line, ProblemCode::BadDate, "", &open.text);
        };
        let dollar = open.site.filter(|_| open.sum.coin == sums::Coin::Dollar).unwrap_or(self.out.dollar);
        self.out.took();
        let place = self.out.place(open.line);
        self.out.reading.payments.push(Payment {
            place,
            order_ids: open.order_ids,
            day: When::Day(day),
            amount: open.sum.money(dollar).negated(),
            card: cells::last_digits(&open.means),
        });
    }
}

#[cfg(test)]
mod tests {
    use mioboe_model::{OrderId, ProblemCode, Reading, SkipReason, Source};

    use super::super::{Kind, tests::page};

    #[track_caller]
    fn check(text: &str, expect: &[&str]) -> (Source, Reading) {
        let (source, reading) = page(text, Kind::Movements);
        let found: Vec<String> = reading
            .payments
            .iter()
            .map(|payment| {
                let ids: Vec<String> = payment.order_ids.iter().map(OrderId::to_string).collect();
                let day = payment.day.day(mioboe_model::Offset::UTC);
                let card = payment.card.as_deref().unwrap_or("-");
                let (amount, currency) = (payment.amount.plain(), payment.amount.currency());
                format!("{} {day} {amount} {currency} {card} {}", payment.place.line, ids.join("+"))
            })
            .collect();
        assert_eq!(found, expect);
        (source, reading)
    }

    #[test]
    fn a_copied_page_gives_charges_and_refunds() {
        let (source, _) = check(
            "Your Transactions
In Progress
December 30, 2025
Visa ****1234 -$5.00
Pending
Order #114-0000009-0000009
Amazon.com
Completed
December 29, 2025
Visa ****1234 -$17.28
Order #114-0000001-0000001
Order #114-0000002-0000002
AMZN Mktp US
09 Jun 2025
Visa ****1234 +CA$12.34
Refund: Order #701-0000003-0000003
Amazon.ca
Amazon Gift Card -$48.28
Order #114-0000004-0000004
Amazon.com
",
            &[
                "10 2025-12-29 17.28 USD 1234 114-0000001-0000001+114-0000002-0000002",
                "15 2025-06-09 -12.34 CAD 1234 701-0000003-0000003",
            ],
        );
        assert_eq!((source.rows, source.used), (4, 2));
        assert_eq!(source.skipped.get(&SkipReason::NotCounted), Some(&1));
        assert_eq!(source.skipped.get(&SkipReason::NoMoney), Some(&1));
        assert!(source.problems.is_empty());
    }

    #[test]
    fn a_saved_page_gives_the_same() {
        check(
            r#"<!doctype html><html><head><script>var a = "Order #114-0000009-0000009";</script></head><body>
<div class="apx-transaction-date-container"><span>December 29, 2025</span></div>
<div class="apx-transactions-line-item-component-container"><div><span class="a-size-base a-text-bold">Visa ****1234</span></div>
<div><span class="a-size-base-plus a-text-bold">-$17.28</span></div>
<div><a href="/x">Order #114-0000001-0000001</a></div><div><span>Amazon.com</span></div></div></body></html>"#,
            &["4 2025-12-29 17.28 USD 1234 114-0000001-0000001"],
        );
    }

    #[test]
    fn every_site_is_read() {
        for (text, expect) in [
            (
                "Transações\nConcluído\n4 de junho de 2026\nVisa ****0552 -R$ 30,30\nPedido nº 701-0000001-0000001\nAmazon.com.br\n",
                "4 2026-06-04 30.30 BRL 0552 701-0000001-0000001",
            ),
            (
                "Transaktionen\nAbgeschlossen\n03. Juni 2026\nVisa ****0552 -9,99 €\nBestellnr. 305-0000002-0000002\nAmazon.de\n",
                "4 2026-06-03 9.99 EUR 0552 305-0000002-0000002",
            ),
            (
                "Transactions\nTerminé\n4 juin 2026\nVisa ****0552 -1 230,30 €\nCommande n° 405-0000001-0000001\nAmazon.fr\n",
                "4 2026-06-04 1230.30 EUR 0552 405-0000001-0000001",
            ),
            (
                "Transactions\nCompleted\n09 June 2026\nVisa ****0552 -₹1,728.00\nOrder #404-0000001-0000001\nAmazon.in\n",
                "4 2026-06-09 1728.00 INR 0552 404-0000001-0000001",
            ),
            (
                "Transazioni\nCompletate\n4 giugno 2026\nVisa ****0552\n-EUR 30,30\nOrdine n. 408-0000001-0000001\nAmazon.it\n",
                "5 2026-06-04 30.30 EUR 0552 408-0000001-0000001",
            ),
            (
                "取引\n完了しました\n2026年6月4日\nVisa ****0552-￥1,728\n注文番号：250-0000001-0000001\nAmazon.co.jp\n",
                "4 2026-06-04 1728 JPY 0552 250-0000001-0000001",
            ),
            (
                "Transacciones\nCompletado\n4 de junio de 2026\nVisa ****0552 -$1,230.30\nPedido n.º 701-0000001-0000001\nAmazon.com.mx\n",
                "4 2026-06-04 1230.30 MXN 0552 701-0000001-0000001",
            ),
            (
                "Transaktioner\nSlutförda\n4 juni 2026\nVisa ****0552 -1 299,00 kr\nBeställningsnr 405-0000001-0000001\nAmazon.se\n",
                "4 2026-06-04 1299.00 SEK 0552 405-0000001-0000001",
            ),
            (
                "Transakcje\nZakończone\n4 czerwca 2026\nVisa ••••0552 -59,99 zł\nNr zamówienia 405-0000001-0000001\nAmazon.pl\n",
                "4 2026-06-04 59.99 PLN 0552 405-0000001-0000001",
            ),
            (
                "Transacties\nVoltooid\n4 juni 2026\nVisa ****0552 -€ 12,99\nBestelnummer 405-0000001-0000001\nAmazon.nl\n",
                "4 2026-06-04 12.99 EUR 0552 405-0000001-0000001",
            ),
        ] {
            let (source, _) = check(text, &[expect]);
            assert!(source.problems.is_empty(), "{text}");
        }
    }

    #[test]
    fn pending_is_known_in_every_language() {
        for word in ["Pending", "保留中", "Ausstehend", "En attente", "In sospeso", "Pendiente", "Oczekujące"]
        {
            let text = format!(
                "2026年6月3日\nVisa ****0552 -￥999\n{word}\n注文番号250-0000002-0000002\nAmazon.co.jp\n"
            );
            let (source, _) = check(&text, &[]);
            assert_eq!(source.skipped.get(&SkipReason::NotCounted), Some(&1), "{word}");
        }
    }

    #[test]
    fn what_is_not_understood_is_told_with_its_line() {
        let (source, _) = check(
            "Transactions\nJune 4, 2026\nVisa ****0552 -$5.00\nOrder #114-0000001-0000001\nAmazon.com\nVisa ****0552 17.28 ducats\nOrder #114-0000002-0000002\nAmazon.com\n",
            &["3 2026-06-04 5.00 USD 0552 114-0000001-0000001"],
        );
        let problem = &source.problems[0];
        assert_eq!((problem.line, problem.code), (Some(6), ProblemCode::BadAmount));
        let (source, _) = check("Visa ****0552 -$5.00\nOrder #114-0000001-0000001\nAmazon.com\n", &[]);
        assert_eq!((source.problems[0].line, source.problems[0].code), (Some(1), ProblemCode::BadDate));
    }
}
