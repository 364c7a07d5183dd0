//! What the person said of charges before, by salted hashes: the request tells nobody what was bought.
//!
//! An answer is found again by what the charge says, not by its file or line, so it outlives new files. Real twins
//! are numbered: who answered for one coffee is asked again about a second one.

use mioboe_model::sorted::{Map, Set};
use std::fmt::Write as _;

use mioboe_model::text::nfkc;
use mioboe_model::{Charge, OrderId, Reading};
use sha2::{Digest, Sha256};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Me,
    Family,
    NotMine,
}

impl Answer {
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Me, Self::Family, Self::NotMine].into_iter().find(|answer| answer.code() == code)
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::Family => "family",
            Self::NotMine => "notMine",
        }
    }

    /// Somebody of the household knows the charge.
    pub fn is_settled(self) -> bool {
        self != Self::NotMine
    }
}

/// All answers of a request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    salt: String,
    by_hash: Map<String, Answer>,
    /// The hash of the order that the person named, by that of the charge.
    orders: Map<String, String>,
}

impl Answers {
    /// Answers by hash, in hex: `SHA-256(salt | name)`, see `names`; with the hash of the order's number where they named one.
    pub fn new(salt: &str, answers: impl IntoIterator<Item = (String, Answer, Option<String>)>) -> Self {
        let mut all = Self { salt: salt.to_owned(), ..Self::default() };
        for (hash, answer, order) in answers {
            let hash = hash.to_ascii_lowercase();
            if let Some(order) = order.filter(|_| answer.is_settled()) {
                all.orders.insert(hash.clone(), order.to_ascii_lowercase());
            }
            all.by_hash.insert(hash, answer);
        }
        all
    }

    /// Charges whose order the person named bear its number from now on, as if the statement printed it: the indexes of those.
    pub fn name_orders(&self, reading: &mut Reading) -> Vec<usize> {
        if self.orders.is_empty() {
            return Vec::new();
        }
        let lines = reading.orders.iter().map(|line| line.order_id);
        let digital = reading.digital.iter().map(|order| order.order_id);
        let payments = reading.payments.iter().flat_map(|payment| payment.order_ids.iter().copied());
        let known: Set<OrderId> = lines.chain(digital).chain(payments).collect();
        let by_hash: Map<String, OrderId> =
            known.into_iter().map(|id| (hidden(&id.to_string(), &self.salt), id)).collect();
        let names = names(reading);
        let mut told = Vec::new();
        for (index, (charge, name)) in reading.charges.iter_mut().zip(names).enumerate() {
            let order = self.orders.get(&hidden(&name, &self.salt)).and_then(|hash| by_hash.get(hash));
            if let Some(order) = order {
                charge.order_id = Some(*order);
                told.push(index);
            }
        }
        told
    }

    /// For each charge of the reading what was said of it.
    pub(crate) fn of(&self, reading: &Reading) -> Vec<Option<Answer>> {
        if self.by_hash.is_empty() {
            return Vec::new();
        }
        let hashes = names(reading).into_iter().map(|name| hidden(&name, &self.salt));
        hashes.map(|hash| self.by_hash.get(&hash).copied()).collect()
    }
}

/// For each charge `date|amount|currency|card|merchant|n`: the merchant in NFKC, what is absent empty, and `n` the
/// how-manieth charge of these very words it is, in file order.
fn names(reading: &Reading) -> Vec<String> {
    let mut in_file_order: Vec<(usize, &Charge)> = reading.charges.iter().enumerate().collect();
    in_file_order.sort_by_key(|(index, charge)| (charge.place, *index));
    let mut seen: Map<String, u32> = Map::new();
    let mut names = vec![String::new(); reading.charges.len()];
    for (index, charge) in in_file_order {
        let says = says(charge);
        let count = seen.entry(says.clone()).or_default();
        *count += 1;
        if let Some(name) = names.get_mut(index) {
            *name = format!("{says}|{count}");
        }
    }
    names
}

fn says(charge: &Charge) -> String {
    let date = charge.date.map(|day| day.to_string()).unwrap_or_default();
    let amount = charge.amount.plain();
    let currency = charge.amount.currency();
    let card = charge.card.as_deref().unwrap_or_default();
    let merchant: String = nfkc(&charge.merchant);
    format!("{date}|{amount}|{currency}|{card}|{merchant}")
}

/// The name under which a charge is remembered, in hex: `SHA-256(salt | name)`.
pub fn hidden(name: &str, salt: &str) -> String {
    let digest = Sha256::new().chain_update(salt).chain_update("|").chain_update(name).finalize();
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::{Answer, hidden};
    use crate::kit::{check, finds, stays_quiet};

    #[test]
    fn the_page_and_the_core_hide_a_charge_alike() {
        // `crypto.subtle.digest('SHA-256', …)` of the very text.
        assert_eq!(
            hidden("2026-09-10|1980|JPY|4980|AMAZON.CO.JP|1", "00ff"),
            "33703f60092e88fa6922f8e70cd0c27a67b8c99f8e8a8ee308ca1bf51fe18680"
        );
    }

    #[test]
    fn only_the_three_answers_are_read() {
        for answer in [Answer::Me, Answer::Family, Answer::NotMine] {
            assert_eq!(Answer::parse(answer.code()), Some(answer));
        }
        assert_eq!(Answer::parse("mine"), None);
    }

    const ORDERS: &str = "order 09-01 A 500\norder 09-20 B 600";

    #[test]
    fn a_known_charge_is_not_asked_about_again_and_its_verdict_stays_what_the_files_say() {
        let case = format!("{ORDERS}\ncharge 09-10 1980 ＡＭＡＺＯＮ．ＣＯ．ＪＰ card=4980");
        let answered = format!("{case}\nanswer me 09-10 1980 retail card=4980");
        check(&answered, "09-10 1980 flagged/no-order");
        finds(&case, "no-order", "09-10");
        stays_quiet(&answered, "no-order");
    }

    #[test]
    fn a_second_equal_charge_is_asked_about_again() {
        let case = format!(
            "{ORDERS}
            charge 09-10 1980 retail
            charge 09-10 1980 retail
            answer me 09-10 1980 retail"
        );
        finds(&case, "no-order", "09-10");
    }

    #[test]
    fn an_answer_about_another_day_sum_or_card_is_another_charge_s() {
        for answer in
            ["09-11 1980 retail", "09-10 1981 retail", "09-10 1980 retail card=0001", "09-10 1980 market"]
        {
            let case = format!("{ORDERS}\ncharge 09-10 1980 retail\nanswer me {answer}");
            finds(&case, "no-order", "09-10");
        }
    }
}
