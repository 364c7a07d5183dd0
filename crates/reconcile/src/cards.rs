//! Whether a statement's card can be the card of an order.

use std::collections::{BTreeMap, BTreeSet};

/// What is known of two cards, the statement's and the order's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardFit {
    /// The same digits.
    Same,
    /// Other digits, and yet the statement's charges are this card's orders: re-issued, or the statement shows
    /// other digits than Amazon does.
    Replaced,
    /// One side does not say.
    Unknown,
    /// Two different cards.
    Other,
}

/// Pairs of different digits that stand for one card, learnt from the charges themselves.
#[derive(Default)]
pub(crate) struct Cards {
    replaced: BTreeSet<(String, String)>,
}

/// A charge with exactly one order of its sum in its days: evidence of which cards belong together.
pub(crate) struct Vote<'a> {
    pub(crate) charge_card: Option<&'a str>,
    /// The cards of that order; empty where no order fits.
    pub(crate) order_cards: &'a [String],
}

impl Cards {
    /// Half of a card's charges must have found their only order on the other card, and none on the card itself
    /// at a time when the other was in use.
    pub(crate) fn learn<'a>(votes: impl Iterator<Item = Vote<'a>>) -> Self {
        let mut tried: BTreeMap<&str, u32> = BTreeMap::new();
        let mut found: BTreeMap<(&str, &str), u32> = BTreeMap::new();
        for vote in votes {
            let Some(card) = vote.charge_card else { continue };
            *tried.entry(card).or_default() += 1;
            if let [only] = vote.order_cards {
                *found.entry((card, only)).or_default() += 1;
            }
        }
        let replaced = found
            .iter()
            .filter(|((card, other), count)| {
                let own = found.get(&(*card, *card)).copied().unwrap_or(0);
                let all = tried.get(card).copied().unwrap_or(0);
                card != other && *count * 2 >= all.saturating_sub(own) && (own == 0 || **count >= 3)
            })
            .map(|((card, other), _)| ((*card).to_owned(), (*other).to_owned()))
            .collect();
        Self { replaced }
    }

    pub(crate) fn fit(&self, charge: Option<&str>, order: &[String]) -> CardFit {
        let Some(charge) = charge else { return CardFit::Unknown };
        if order.is_empty() {
            return CardFit::Unknown;
        }
        if order.iter().any(|card| card == charge) {
            return CardFit::Same;
        }
        let known = |card: &String| self.replaced.contains(&(charge.to_owned(), card.clone()));
        if order.iter().any(known) { CardFit::Replaced } else { CardFit::Other }
    }
}
