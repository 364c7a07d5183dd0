//! Answers and charges under names that tell nothing: an answer outlives new files and new line numbers.

use mioboe_model::sorted::{Map, Set};

use mioboe_model::text::nfkc;
use mioboe_rules::hidden;

use super::{Adviser, View};
use crate::{AnswerCode, AnswerGiven, ChargeReport, Remembered, Said};

/// Enough for many years of one household; beyond it the oldest are let go.
const MOST_SEEN: usize = 20_000;

/// For each charge the person's word: what they said of this report, what they said before, what the analysis was told.
pub(super) fn answers(adviser: &Adviser, said: &Said) -> Map<usize, AnswerCode> {
    let told = |(at, charge): (usize, &ChargeReport)| Some((at, code(charge.answered.as_deref()?)?));
    let mut answers: Map<usize, AnswerCode> =
        adviser.report.charges.iter().enumerate().filter_map(told).collect();
    if !said.kept.is_empty() {
        adviser.with_hashes(&said.salt, |hashes| {
            for kept in &said.kept {
                if let Some((at, answer)) = hashes.place_of(&kept.charge).zip(code(&kept.answer)) {
                    answers.insert(at, answer);
                }
            }
        });
    }
    for answer in &said.answers {
        let Some(at) = adviser.charge_at(&answer.charge) else { continue };
        match answer.answer {
            Some(answer) => answers.insert(at, answer),
            None => answers.remove(&at),
        };
    }
    answers
}

fn code(text: &str) -> Option<AnswerCode> {
    AnswerCode::ALL.iter().copied().find(|answer| answer.code() == text)
}

/// The hashes of all charges under a salt.
pub(super) struct Hashes {
    salt: String,
    /// By the place of the charge in the report.
    of_charges: Vec<String>,
    /// Places, in the order of the hashes.
    sorted: Vec<usize>,
}

impl Hashes {
    fn new(charges: &[ChargeReport], salt: &str) -> Self {
        let of_charges: Vec<String> = names(charges).map(|name| hidden(&name, salt)).collect();
        let mut sorted: Vec<usize> = (0..of_charges.len()).collect();
        sorted.sort_by_key(|&at| of_charges.get(at));
        Self { salt: salt.to_owned(), of_charges, sorted }
    }

    fn place_of(&self, hash: &str) -> Option<usize> {
        let of = |at: &usize| self.of_charges.get(*at).map(String::as_str);
        self.sorted
            .binary_search_by(|at| of(at).cmp(&Some(hash)))
            .ok()
            .and_then(|at| self.sorted.get(at))
            .copied()
    }
}

impl Adviser {
    /// The hash of every charge, made once for a salt: many thousands take their time.
    fn with_hashes<T>(&self, salt: &str, use_them: impl FnOnce(&Hashes) -> T) -> T {
        let mut known = self.hashes.borrow_mut();
        match &*known {
            Some(hashes) if hashes.salt == salt => use_them(hashes),
            _ => use_them(known.insert(Hashes::new(&self.report.charges, salt))),
        }
    }
}

/// `date|amount|currency|card|merchant|n` for each charge, `n` counting equal rows: real twins are told apart by their order alone.
fn names(charges: &[ChargeReport]) -> impl Iterator<Item = String> {
    let mut seen: Map<String, u32> = Map::new();
    charges.iter().map(move |charge| {
        let says = format!(
            "{}|{}|{}|{}|{}",
            charge.date.as_deref().unwrap_or_default(),
            charge.amount,
            charge.currency,
            charge.card.as_deref().unwrap_or_default(),
            nfkc(&charge.merchant)
        );
        let count = seen.entry(says.clone()).or_default();
        *count += 1;
        format!("{says}|{count}")
    })
}

impl View<'_> {
    /// Charges worth remembering that were not there when the person last looked; none on the first time.
    pub(super) fn new_charges(&self) -> Vec<String> {
        if self.said.seen.is_empty() || self.said.salt.is_empty() {
            return Vec::new();
        }
        let seen: Set<&str> = self.said.seen.iter().map(String::as_str).collect();
        let charges = self.report.charges.iter();
        self.adviser.with_hashes(&self.said.salt, |hashes| {
            let rows = charges
                .zip(&hashes.of_charges)
                .filter(|(charge, hash)| charge.verdict != "other" && !seen.contains(hash.as_str()));
            rows.map(|(charge, _)| charge.id.clone()).collect()
        })
    }

    pub(super) fn remembered(&self) -> Option<Remembered> {
        if self.said.salt.is_empty() {
            return None;
        }
        if self.answers.is_empty() && self.said.kept.is_empty() && !self.said.looked {
            return Some(Remembered { answers: Vec::new(), seen: Vec::new() });
        }
        self.adviser.with_hashes(&self.said.salt, |hashes| {
            let gone = self.said.kept.iter().filter(|kept| hashes.place_of(&kept.charge).is_none()).cloned();
            let hashes = &hashes.of_charges;
            let mut orders: Map<&str, String> = Map::new();
            for kept in &self.said.kept {
                orders.extend(kept.order.clone().map(|order| (kept.charge.as_str(), order)));
            }
            for said in &self.said.answers {
                let Some(hash) = self.adviser.charge_at(&said.charge).and_then(|at| hashes.get(at)) else {
                    continue;
                };
                match &said.order {
                    Some(order) => orders.insert(hash, hidden(order, &self.said.salt)),
                    None => orders.remove(hash.as_str()),
                };
            }
            let now = self.answers.iter().filter_map(|(&at, answer)| {
                let charge = hashes.get(at)?.clone();
                let order = orders.get(charge.as_str()).cloned();
                Some(AnswerGiven { charge, answer: answer.code().to_owned(), order })
            });
            let answers = gone.chain(now).collect();
            if !self.said.looked {
                return Some(Remembered { answers, seen: Vec::new() });
            }
            let looked_at = self.report.charges.iter().zip(hashes);
            let looked_at = looked_at.filter(|(charge, _)| charge.verdict != "other").map(|(_, hash)| hash);
            let mut once: Set<&str> = Set::new();
            let mut seen: Vec<String> =
                self.said.seen.iter().chain(looked_at).filter(|hash| once.insert(hash)).cloned().collect();
            seen.drain(..seen.len().saturating_sub(MOST_SEEN));
            Some(Remembered { answers, seen })
        })
    }
}
