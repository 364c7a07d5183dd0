//! Whether a statement's card can be the card of an order.

use chrono::NaiveDate;
use mioboe_model::sorted::{Map, Set};

use crate::book::Order;
use crate::ix::PieceIx;

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
    replaced: Set<(String, String)>,
}

/// A charge for goods with the parcels of its sum in its days, whatever their cards.
pub(crate) struct Vote<'a> {
    pub(crate) day: NaiveDate,
    pub(crate) charge_card: Option<&'a str>,
    /// Pieces, each with the cards of its order.
    pub(crate) fitting: Vec<(PieceIx, &'a [String])>,
}

/// The first and the last day of something.
type Span = (NaiveDate, NaiveDate);

/// Orders of an old card are placed at most this long after the first with the new one.
const HAND_OVER_DAYS: i64 = 3;
/// So many charges must have their only order on another card before both are taken for one, although orders name
/// both.
const LEAST_UNIQUE: u32 = 3;

impl Cards {
    /// Two digits are one card in three cases.
    /// * No order names the statement's digits, and half of its charges have an order on the other ones: the statement
    ///   shows other digits than Amazon does (some show the first four), or the card is new.
    /// * The old digits end where the new ones begin, in the orders as in the statements: the card was re-issued.
    /// * Both are in use at once, and half of what one card's own orders leave open has its only order on the other.
    pub(crate) fn learn(votes: &[Vote<'_>], orders: &[Order]) -> Self {
        let mut ordered: Map<&str, Span> = Map::new();
        for order in orders {
            for card in &order.cards {
                widen(&mut ordered, card, order.day);
            }
        }
        let days = orders.iter().map(|order| order.day);
        let Some((first, last)) = days.clone().min().zip(days.max()) else { return Self::default() };
        let mut charged: Map<&str, Span> = Map::new();
        let mut own_pieces: Set<PieceIx> = Set::new();
        for vote in votes {
            let Some(card) = vote.charge_card else { continue };
            widen(&mut charged, card, vote.day);
            let own = vote.fitting.iter().filter(|(_, cards)| cards.iter().any(|other| other == card));
            own_pieces.extend(own.map(|(piece, _)| *piece));
        }
        let mut tried: Map<&str, u32> = Map::new();
        let mut found: Map<(&str, &str), u32> = Map::new();
        let mut unique: Map<(&str, &str), u32> = Map::new();
        for vote in votes.iter().filter(|vote| (first..=last).contains(&vote.day)) {
            let Some(card) = vote.charge_card else { continue };
            let has_own = vote.fitting.iter().any(|(_, cards)| cards.iter().any(|other| other == card));
            if has_own {
                continue;
            }
            *tried.entry(card).or_default() += 1;
            let others = vote.fitting.iter().filter(|(piece, _)| !own_pieces.contains(piece));
            let named: Set<&str> = others.flat_map(|(_, cards)| *cards).map(String::as_str).collect();
            for &other in &named {
                *found.entry((card, other)).or_default() += 1;
            }
            if let (1, [(_, [only])]) = (named.len(), vote.fitting.as_slice()) {
                *unique.entry((card, only)).or_default() += 1;
            }
        }
        let mut replaced = Set::new();
        for (&card, &card_charged) in &charged {
            for (&other, &other_ordered) in ordered.iter().filter(|(other, _)| **other != card) {
                let all = tried.get(card).copied().unwrap_or(0);
                let pair = (card, other);
                let is_one = match ordered.get(card) {
                    None => all > 0 && found.get(&pair).is_some_and(|count| count * 2 >= all),
                    Some(&card_ordered) => {
                        let several = found.get(&pair).is_some_and(|count| *count >= 2);
                        is_hand_over(other_ordered, card_ordered, charged.get(other), card_charged, several)
                            || unique
                                .get(&pair)
                                .is_some_and(|count| *count >= LEAST_UNIQUE && count * 2 >= all)
                    }
                };
                if is_one {
                    replaced.insert((card.to_owned(), other.to_owned()));
                }
            }
        }
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
        if self.replaced.is_empty() {
            return CardFit::Other;
        }
        let known = |card: &String| self.replaced.contains(&(charge.to_owned(), card.clone()));
        if order.iter().any(known) { CardFit::Replaced } else { CardFit::Other }
    }
}

/// The old card's orders end where the new one's begin, and so do its charges; where the statements do not show the old
/// card, one order is not enough to say so.
fn is_hand_over(
    old_ordered: Span,
    new_ordered: Span,
    old_charged: Option<&Span>,
    new_charged: Span,
    several: bool,
) -> bool {
    (old_ordered.1 - new_ordered.0).num_days() <= HAND_OVER_DAYS
        && old_ordered.0 < new_ordered.0
        && old_charged.map_or(several, |old| old.1 <= new_charged.0)
}

fn widen<'a>(spans: &mut Map<&'a str, Span>, card: &'a str, day: NaiveDate) {
    let span = spans.entry(card).or_insert((day, day));
    *span = (span.0.min(day), span.1.max(day));
}
