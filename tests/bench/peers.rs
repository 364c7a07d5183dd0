//! The published rules of other programs on the same rows as ours, by kind of household: of the links given how many
//! are right, and of the links due how many were given. `cargo bench -p mioboe-tests --bench peers` prints the table
//! that stands in `docs/benchmarks.md`, and fails where ours is behind.
//!
//! The rules are our own writing after what each program's source says in 2026; what they cannot read is given to them:
//! which rows are Amazon's, local days, shipments with their sums.

#![expect(clippy::indexing_slicing, clippy::print_stdout, clippy::expect_used, reason = "prints its table")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mioboe_ingest::Reader;
use mioboe_model::{Offset, OrderStatus, Reading, Status};
use mioboe_reconcile::service_of;
use mioboe_tests::households::{Household, Row};
use mioboe_tests::made::{ELSEWHERE, PROFILES, SITUATIONS, made};
use mioboe_tests::score::{places, ratio};

const SEEDS: u64 = 6;

/// A row of a statement: day, sum in coins, card.
struct Paid {
    place: (String, u32),
    day: NaiveDate,
    minor: i64,
    card: Option<String>,
}

/// The lines of one order that left at one moment.
struct Shipment {
    order: String,
    sent: NaiveDate,
    ordered: NaiveDate,
    minor: i64,
    cards: Vec<String>,
}

struct Input {
    paid: Vec<Paid>,
    shipments: Vec<Shipment>,
    /// Order, day, sum.
    totals: Vec<(String, NaiveDate, i64)>,
}

/// By row: the orders it is said to be.
type Links = BTreeMap<(String, u32), BTreeSet<String>>;
type Rule = fn(&Input) -> Links;

const PEERS: [(&str, Rule); 6] = [
    ("mint-amazon-tagger", mint_amazon_tagger),
    ("monarch-amazon-sync", monarch_amazon_sync),
    ("itemize", itemize),
    ("amazon_recon", amazon_recon),
    ("Lunch Money matcher", lunch_money),
    ("copilot-money-mcp", copilot_money),
];

fn main() {
    let names = PEERS.iter().map(|(name, _)| *name).chain(["Mioboe"]);
    println!("| household | {} |", names.collect::<Vec<_>>().join(" | "));
    println!("|---|{}", "--:|".repeat(PEERS.len() + 1));
    let mut behind = Vec::new();
    for profile in PROFILES.iter().chain(&ELSEWHERE).chain(&SITUATIONS) {
        let mut scores = [Score::default(); PEERS.len() + 1];
        for seed in 0..SEEDS {
            let household = made(profile, seed);
            let input = input(&household);
            for (score, (_, rule)) in scores.iter_mut().zip(PEERS) {
                score.add(&household, &rule(&input));
            }
            scores[PEERS.len()].add(&household, &ours(&household));
        }
        let cells: Vec<String> = scores.iter().map(Score::cell).collect();
        println!("| {} | {} |", profile.name, cells.join(" | "));
        let [peers @ .., own] = &scores;
        for (peer, (name, _)) in peers.iter().zip(PEERS) {
            // Of the situations some are questions, for which an order is only the likeliest: there both together count.
            let is_behind = if SITUATIONS.iter().any(|other| other.name == profile.name) {
                own.both() < peer.both()
            } else {
                own.precision() < peer.precision() || own.recall() < peer.recall()
            };
            if is_behind {
                behind.push(format!("{name} on {}", profile.name));
            }
        }
    }
    println!("\nPrecision / recall in per mille, {SEEDS} households of each kind.");
    assert!(behind.is_empty(), "behind {}", behind.join(", "));
}

#[derive(Clone, Copy, Default)]
struct Score {
    given: u64,
    due: u64,
    right: u64,
}

/// What one of several equal rows may be.
struct Outcome {
    right: Vec<BTreeSet<String>>,
    /// It has an order, which a program ought to find.
    due: bool,
}

impl Score {
    fn precision(&self) -> u64 {
        ratio(self.right, self.given)
    }

    fn recall(&self) -> u64 {
        ratio(self.right, self.due)
    }

    /// F1.
    fn both(&self) -> u64 {
        ratio(2 * self.right, self.given + self.due)
    }

    fn cell(&self) -> String {
        format!("{} / {}", self.precision(), self.recall())
    }

    fn add(&mut self, household: &Household, links: &Links) {
        // Equal rows may be told apart in any way, each outcome once.
        let mut outcomes: BTreeMap<&str, Vec<Outcome>> = BTreeMap::new();
        let debits = || {
            household.truth.rows.iter().filter(|row| row.service != "other" && !row.amount.starts_with('-'))
        };
        for row in debits() {
            if let Some(group) = &row.interchangeable {
                outcomes
                    .entry(group)
                    .or_default()
                    .push(Outcome { right: right_sets(row), due: !row.orders.is_empty() });
            }
        }
        for row in debits() {
            let given = places(row).find_map(|(file, line)| links.get(&(file.to_owned(), line)));
            self.due += u64::from(!row.orders.is_empty());
            let Some(given) = given.filter(|given| !given.is_empty()) else { continue };
            if row.orders.is_empty() && right_sets(row).contains(given) {
                // No order was due, and this one cannot be refuted.
                continue;
            }
            self.given += 1;
            let is_right = match &row.interchangeable {
                None => right_sets(row).contains(given),
                Some(group) => {
                    let left = outcomes.get_mut(group.as_str()).expect("its own group");
                    left.sort_by_key(|outcome| !outcome.due);
                    let at = left.iter().position(|outcome| outcome.right.contains(given));
                    let outcome = at.map(|at| left.remove(at));
                    if outcome.as_ref().is_some_and(|outcome| !outcome.due) {
                        self.given -= 1;
                        continue;
                    }
                    outcome.is_some()
                }
            };
            self.right += u64::from(is_right);
        }
    }
}

fn right_sets(row: &Row) -> Vec<BTreeSet<String>> {
    let own = std::iter::once(&row.orders).filter(|_| row.order_sets.is_empty());
    own.chain(&row.order_sets).map(|set| set.iter().cloned().collect()).collect()
}

fn ours(household: &Household) -> Links {
    let report = household.report();
    let name = |source: u32| report.sources.iter().find(|s| s.id == source).map(|s| s.name.clone());
    let links = report.charges.iter().filter_map(|charge| {
        let orders = charge.orders.iter().map(|order| order.order_id.clone()).collect();
        Some(((name(charge.source)?, charge.line), orders))
    });
    links.collect()
}

fn input(household: &Household) -> Input {
    let mut reader = Reader::default();
    for (name, bytes) in &household.contents {
        reader.add(name, bytes);
    }
    let reading = reader.finish();
    let offset = Offset::parse(&household.truth.utc_offset).expect("an offset");
    let mut paid: Vec<Paid> = reading
        .charges
        .iter()
        .filter(|charge| service_of(&charge.name).has_orders() && charge.status == Status::Posted)
        .filter_map(|charge| {
            let source = reading.sources.iter().find(|source| source.id == charge.place.source)?;
            let minor = charge.amount.minor().filter(|&minor| minor > 0)?;
            let place = (source.name.clone(), charge.place.line);
            Some(Paid { place, day: charge.date?, minor, card: charge.card.clone() })
        })
        .collect();
    paid.sort_by_key(|paid| paid.day);
    let mut shipments = shipments(&reading, offset);
    for digital in &reading.digital {
        let (Some(minor), day) = (digital.total.minor(), digital.ordered.day(offset)) else { continue };
        let order = digital.order_id.to_string();
        shipments.push(Shipment { order, sent: day, ordered: day, minor, cards: Vec::new() });
    }
    shipments.retain(|shipment| shipment.minor > 0);
    shipments.sort_by(|a, b| (a.sent, &a.order).cmp(&(b.sent, &b.order)));
    let mut totals: BTreeMap<String, (NaiveDate, i64)> = BTreeMap::new();
    for shipment in &shipments {
        totals.entry(shipment.order.clone()).or_insert((shipment.ordered, 0)).1 += shipment.minor;
    }
    let mut totals: Vec<_> = totals.into_iter().map(|(order, (day, minor))| (order, day, minor)).collect();
    totals.sort_by_key(|(_, day, _)| *day);
    Input { paid, shipments, totals }
}

fn shipments(reading: &Reading, offset: Offset) -> Vec<Shipment> {
    let mut groups: BTreeMap<(String, Vec<NaiveDate>), Shipment> = BTreeMap::new();
    for line in reading.orders.iter().filter(|line| line.status == OrderStatus::Closed) {
        let sent: Vec<NaiveDate> = line.shipped.iter().map(|when| when.day(offset)).collect();
        let (Some(&last), Some(minor)) = (sent.last(), line.total.minor()) else { continue };
        let order = line.order_id.to_string();
        let ordered = line.ordered.map_or(last, |when| when.day(offset));
        let cards = line.pay.cards.clone();
        let empty = Shipment { order: order.clone(), sent: last, ordered, minor: 0, cards };
        groups.entry((order, sent)).or_insert(empty).minor += minor;
    }
    groups.into_values().collect()
}

fn days(later: NaiveDate, earlier: NaiveDate) -> i64 {
    (later - earlier).num_days()
}

fn link(links: &mut Links, paid: &Paid, orders: impl IntoIterator<Item = String>) {
    links.insert(paid.place.clone(), orders.into_iter().collect());
}

/// Exact sum, shipped 0 to 5 days before, nearest first, greedy; then all combinations of what an order has left.
fn mint_amazon_tagger(input: &Input) -> Links {
    let fits = |paid: &Paid, sent: NaiveDate| (0..=5).contains(&days(paid.day, sent));
    let mut used = vec![false; input.shipments.len()];
    let mut links = Links::new();
    for paid in &input.paid {
        let best = (0..input.shipments.len())
            .filter(|&at| {
                !used[at] && input.shipments[at].minor == paid.minor && fits(paid, input.shipments[at].sent)
            })
            .min_by_key(|&at| days(paid.day, input.shipments[at].sent));
        if let Some(at) = best {
            used[at] = true;
            link(&mut links, paid, [input.shipments[at].order.clone()]);
        }
    }
    let mut left: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in (0..input.shipments.len()).filter(|&at| !used[at]) {
        left.entry(&input.shipments[at].order).or_default().push(at);
    }
    for (order, members) in left.into_iter().filter(|(_, members)| (2..=16).contains(&members.len())) {
        for mask in 1_u32..1 << members.len() {
            let chosen: Vec<&Shipment> = (0..members.len())
                .filter(|bit| mask >> bit & 1 == 1)
                .map(|bit| &input.shipments[members[bit]])
                .collect();
            let sum: i64 = chosen.iter().map(|shipment| shipment.minor).sum();
            let Some(sent) = chosen.iter().map(|shipment| shipment.sent).max().filter(|_| chosen.len() >= 2)
            else {
                continue;
            };
            let open = input
                .paid
                .iter()
                .find(|paid| !links.contains_key(&paid.place) && paid.minor == sum && fits(paid, sent));
            if let Some(paid) = open {
                link(&mut links, paid, [order.to_owned()]);
                break;
            }
        }
    }
    links
}

/// Each row takes the nearest order of exactly its sum within a week; the first row has it.
fn monarch_amazon_sync(input: &Input) -> Links {
    by_total(input, |late| late.abs() <= 7, false)
}

/// From the order's day to two days after, first fit.
fn amazon_recon(input: &Input) -> Links {
    by_total(input, |late| (-1..=2).contains(&late), true)
}

fn by_total(input: &Input, in_time: fn(i64) -> bool, first_fit: bool) -> Links {
    let mut used = vec![false; input.totals.len()];
    let mut links = Links::new();
    for paid in &input.paid {
        let mut fitting = (0..input.totals.len()).filter(|&at| {
            let (_, day, minor) = &input.totals[at];
            !used[at] && *minor == paid.minor && in_time(days(paid.day, *day))
        });
        let best = if first_fit {
            fitting.next()
        } else {
            fitting.min_by_key(|&at| days(paid.day, input.totals[at].1).abs())
        };
        if let Some(at) = best {
            used[at] = true;
            link(&mut links, paid, [input.totals[at].0.clone()]);
        }
    }
    links
}

/// Each order takes the nearest row of its sum within five days, else up to three rows within ten that add up to it.
fn itemize(input: &Input) -> Links {
    let mut links = Links::new();
    for (order, ordered, minor) in &input.totals {
        let near = |paid: &&Paid, most: i64| days(paid.day, *ordered).abs() <= most;
        let open: Vec<&Paid> = input
            .paid
            .iter()
            .filter(|paid| !links.contains_key(&paid.place) && near(paid, 10))
            .take(20)
            .collect();
        let one = open
            .iter()
            .filter(|paid| paid.minor == *minor && near(paid, 5))
            .min_by_key(|paid| days(paid.day, *ordered).abs());
        let found: Vec<&Paid> = match one {
            Some(paid) => vec![*paid],
            None => adding_up(&open, *minor, 3).unwrap_or_default(),
        };
        for paid in found {
            link(&mut links, paid, [order.clone()]);
        }
    }
    links
}

fn adding_up<'a>(open: &[&'a Paid], sum: i64, most: usize) -> Option<Vec<&'a Paid>> {
    if sum == 0 {
        return Some(Vec::new());
    }
    if sum < 0 || most == 0 {
        return None;
    }
    (0..open.len()).find_map(|at| {
        let mut found = adding_up(&open[at + 1..], sum - open[at].minor, most - 1)?;
        found.push(open[at]);
        Some(found)
    })
}

/// The order's sum within 15 days; who fits two is left alone.
fn lunch_money(input: &Input) -> Links {
    let mut links = Links::new();
    for paid in &input.paid {
        let fitting: Vec<&str> = input
            .totals
            .iter()
            .filter(|(_, day, minor)| *minor == paid.minor && days(paid.day, *day).abs() <= 15)
            .map(|(order, _, _)| order.as_str())
            .collect();
        if let [only] = fitting.as_slice() {
            link(&mut links, paid, [(*only).to_owned()]);
        }
    }
    links
}

/// A shipment of the sum from two days before to five after, on the same card, nearest first; else up to five together.
fn copilot_money(input: &Input) -> Links {
    let mut used = vec![false; input.shipments.len()];
    let mut links = Links::new();
    // Some statements show other digits than Amazon does: those are no reason to refuse.
    let known: BTreeSet<&String> = input.shipments.iter().flat_map(|shipment| &shipment.cards).collect();
    let same_card = |paid: &Paid, shipment: &Shipment| {
        let card = paid.card.as_ref().filter(|card| known.contains(card));
        shipment.cards.is_empty() || card.is_none_or(|card| shipment.cards.contains(card))
    };
    for paid in &input.paid {
        let open = |at: &usize| !used[*at] && same_card(paid, &input.shipments[*at]);
        let best = (0..input.shipments.len())
            .filter(open)
            .filter(|&at| input.shipments[at].minor == paid.minor)
            .filter(|&at| (-2..=5).contains(&days(paid.day, input.shipments[at].sent)))
            .min_by_key(|&at| days(paid.day, input.shipments[at].sent).abs());
        let found = best.map(|at| vec![at]).or_else(|| {
            let near: Vec<usize> = (0..input.shipments.len())
                .filter(open)
                .filter(|&at| input.shipments[at].minor <= paid.minor)
                .filter(|&at| (0..=10).contains(&days(paid.day, input.shipments[at].sent)))
                .collect();
            together(&near, input, paid.minor, 5)
        });
        if let Some(found) = found.filter(|found| !found.is_empty()) {
            link(&mut links, paid, found.iter().map(|&at| input.shipments[at].order.clone()));
            for at in found {
                used[at] = true;
            }
        }
    }
    links
}

fn together(near: &[usize], input: &Input, sum: i64, most: usize) -> Option<Vec<usize>> {
    if sum == 0 {
        return Some(Vec::new());
    }
    if sum < 0 || most == 0 {
        return None;
    }
    (0..near.len()).find_map(|at| {
        let mut found = together(&near[at + 1..], input, sum - input.shipments[near[at]].minor, most - 1)?;
        found.push(near[at]);
        Some(found)
    })
}
