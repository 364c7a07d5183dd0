//! The best set of explanations as a whole: each piece is used at most once.
//!
//! Charges that compete for a piece form a component; components do not touch each other. In each one the set
//! of candidates with the greatest total weight is found:
//! * one charge: the heaviest candidate;
//! * every candidate is one piece (an assignment problem): the Hungarian method, exact, up to
//!   [`MOST_FOR_HUNGARIAN`] rows; above that the best order-preserving pairing (later charge, later parcel),
//!   which is exact where weight falls with the distance in days, found by dynamic programming;
//! * otherwise (set packing): exact search with a bound, and the best found so far once [`MOST_STEPS`] are spent.

use std::collections::HashMap;

/// A way to explain one charge.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) charge: usize,
    pub(crate) pieces: Vec<usize>,
    /// Above zero; heavier is better evidence.
    pub(crate) weight: i64,
    pub(crate) way: Way,
}

/// How the pieces of a candidate make up the charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// All that is due for one order.
    Whole,
    /// A piece of an order that has more.
    Part,
    /// Several pieces of one order, not all.
    Union,
    /// Pieces of several orders.
    Across,
    /// Less than the order: balance or points paid the rest.
    PartPaid,
    /// Nearly the order's sum.
    Near,
    /// An order in another currency.
    Abroad,
    /// All that is due for an order, on the day it was placed, long before it left.
    AtOnce,
    /// A part of an order whose parcels the file does not tell.
    Open,
    Cancelled,
}

const MOST_FOR_HUNGARIAN: usize = 160;
const MOST_CELLS: usize = 16_000_000;
const MOST_STEPS: usize = 40_000;

/// For every charge the index of its candidate in `candidates`, where one was chosen.
///
/// Charges and pieces are numbered in the order of their days.
pub(crate) fn assign(charges: usize, candidates: &[Candidate]) -> Vec<Option<usize>> {
    let mut chosen = vec![None; charges];
    for component in components(charges, candidates) {
        for index in solve(&component, candidates) {
            if let Some(candidate) = candidates.get(index)
                && let Some(slot) = chosen.get_mut(candidate.charge)
            {
                *slot = Some(index);
            }
        }
    }
    chosen
}

/// Candidate indexes, grouped by component; charges keep their order.
fn components(charges: usize, candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..charges).collect();
    let mut owner: HashMap<usize, usize> = HashMap::new();
    for candidate in candidates {
        for &piece in &candidate.pieces {
            match owner.get(&piece) {
                Some(&other) => unite(&mut parent, other, candidate.charge),
                None => {
                    owner.insert(piece, candidate.charge);
                }
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); charges];
    for (index, candidate) in candidates.iter().enumerate() {
        let root = find(&mut parent, candidate.charge);
        if let Some(group) = groups.get_mut(root) {
            group.push(index);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn find(parent: &mut [usize], mut at: usize) -> usize {
    while let Some(&up) = parent.get(at) {
        if up == at {
            break;
        }
        let above = parent.get(up).copied().unwrap_or(up);
        if let Some(slot) = parent.get_mut(at) {
            *slot = above;
        }
        at = above;
    }
    at
}

fn unite(parent: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(parent, a), find(parent, b));
    // The smaller index stays root, so that the result does not depend on the order of calls.
    if let Some(slot) = parent.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

fn solve(component: &[usize], candidates: &[Candidate]) -> Vec<usize> {
    let problem = Problem::new(component, candidates);
    if problem.ways.len() == 1 {
        let best = problem
            .ways
            .first()
            .and_then(|ways| ways.iter().max_by_key(|way| (way.weight, std::cmp::Reverse(way.index))));
        return best.map(|way| way.index).into_iter().collect();
    }
    if problem.single {
        if problem.ways.len().max(problem.pieces) <= MOST_FOR_HUNGARIAN {
            return hungarian(&problem);
        }
        return in_order(&problem);
    }
    Search::new(&problem).run()
}

/// One component, with charges and pieces numbered from zero.
struct Problem {
    /// By charge.
    ways: Vec<Vec<LocalWay>>,
    pieces: usize,
    /// Every way is one piece.
    single: bool,
}

struct LocalWay {
    /// Into the list of all candidates.
    index: usize,
    pieces: Vec<usize>,
    weight: i64,
}

impl Problem {
    fn new(component: &[usize], candidates: &[Candidate]) -> Self {
        let mut rows: HashMap<usize, usize> = HashMap::new();
        // Columns stand in the order of pieces, which is the order of their days.
        let mut columns: Vec<usize> = component
            .iter()
            .filter_map(|&index| candidates.get(index))
            .flat_map(|c| c.pieces.clone())
            .collect();
        columns.sort_unstable();
        columns.dedup();
        let mut ways: Vec<Vec<LocalWay>> = Vec::new();
        let mut single = true;
        for &index in component {
            let Some(candidate) = candidates.get(index) else { continue };
            let next = rows.len();
            let row = *rows.entry(candidate.charge).or_insert(next);
            if row == ways.len() {
                ways.push(Vec::new());
            }
            single &= candidate.pieces.len() == 1;
            let pieces =
                candidate.pieces.iter().filter_map(|piece| columns.binary_search(piece).ok()).collect();
            if let Some(row) = ways.get_mut(row) {
                row.push(LocalWay { index, pieces, weight: candidate.weight });
            }
        }
        Self { ways, pieces: columns.len(), single }
    }
}

/// The assignment of greatest weight; a charge may stay without a piece.
///
/// Shortest augmenting paths with potentials (Kuhn 1955, in the form of Jonker and Volgenant 1987), on costs
/// `-weight`, with one empty column a row for 'not explained'.
fn hungarian(problem: &Problem) -> Vec<usize> {
    let rows = problem.ways.len();
    let columns = problem.pieces + rows;
    let unreachable = 1_i64 << 40;
    let mut cost = vec![unreachable; rows * columns];
    let mut choice: Vec<Option<usize>> = vec![None; rows * columns];
    for (row, ways) in problem.ways.iter().enumerate() {
        for way in ways {
            let Some(&column) = way.pieces.first() else { continue };
            let cell = row * columns + column;
            if let (Some(slot), Some(mark)) = (cost.get_mut(cell), choice.get_mut(cell))
                && -way.weight < *slot
            {
                *slot = -way.weight;
                *mark = Some(way.index);
            }
        }
        if let Some(slot) = cost.get_mut(row * columns + problem.pieces + row) {
            *slot = 0;
        }
    }
    let at = |row: usize, column: usize| cost.get(row * columns + column).copied().unwrap_or(unreachable);
    let get = |list: &[i64], i: usize| list.get(i).copied().unwrap_or(0);

    // One-based, row and column 0 are sentinels.
    let mut row_price = vec![0_i64; rows + 1];
    let mut column_price = vec![0_i64; columns + 1];
    let mut row_of = vec![0_usize; columns + 1];
    for row in 1..=rows {
        let mut way_back = vec![0_usize; columns + 1];
        let mut least = vec![i64::MAX; columns + 1];
        let mut done = vec![false; columns + 1];
        if let Some(slot) = row_of.first_mut() {
            *slot = row;
        }
        let mut column = 0;
        loop {
            if let Some(slot) = done.get_mut(column) {
                *slot = true;
            }
            let here = row_of.get(column).copied().unwrap_or(0);
            let (mut step, mut next) = (i64::MAX, 0);
            for candidate in 1..=columns {
                if done.get(candidate).copied().unwrap_or(true) {
                    continue;
                }
                let reduced =
                    at(here - 1, candidate - 1) - get(&row_price, here) - get(&column_price, candidate);
                if let (Some(least), Some(back)) = (least.get_mut(candidate), way_back.get_mut(candidate)) {
                    if reduced < *least {
                        *least = reduced;
                        *back = column;
                    }
                    if *least < step {
                        step = *least;
                        next = candidate;
                    }
                }
            }
            for candidate in 0..=columns {
                if done.get(candidate).copied().unwrap_or(false) {
                    let holder = row_of.get(candidate).copied().unwrap_or(0);
                    if let Some(price) = row_price.get_mut(holder) {
                        *price += step;
                    }
                    if let Some(price) = column_price.get_mut(candidate) {
                        *price -= step;
                    }
                } else if let Some(least) = least.get_mut(candidate) {
                    *least = least.saturating_sub(step);
                }
            }
            column = next;
            if row_of.get(column).copied().unwrap_or(0) == 0 {
                break;
            }
        }
        while column != 0 {
            let back = way_back.get(column).copied().unwrap_or(0);
            let holder = row_of.get(back).copied().unwrap_or(0);
            if let Some(slot) = row_of.get_mut(column) {
                *slot = holder;
            }
            column = back;
        }
    }
    (1..=problem.pieces)
        .filter_map(|column| {
            let row = row_of.get(column).copied().filter(|&row| row > 0)?;
            choice.get((row - 1) * columns + column - 1).copied().flatten()
        })
        .collect()
}

/// The best pairing in which a later charge never takes an earlier piece. Charges and pieces come in by day.
fn in_order(problem: &Problem) -> Vec<usize> {
    let (rows, columns) = (problem.ways.len(), problem.pieces);
    if rows.saturating_mul(columns) > MOST_CELLS {
        return first_come(problem);
    }
    let width = columns + 1;
    let mut best = vec![0_i64; 2 * width];
    let mut steps = vec![Step::SkipRow; rows * columns];
    let mut weights: Vec<Option<(i64, usize)>> = vec![None; columns];
    for (row, ways) in problem.ways.iter().enumerate() {
        weights.fill(None);
        for way in ways {
            if let Some(slot) = way.pieces.first().and_then(|&column| weights.get_mut(column)) {
                *slot = Some((way.weight, way.index));
            }
        }
        let (above, here) = if row % 2 == 0 { (0, width) } else { (width, 0) };
        for column in 0..columns {
            let value = |at: usize| best.get(at).copied().unwrap_or(0);
            let (skip_row, skip_column) = (value(above + column + 1), value(here + column));
            let take =
                weights.get(column).copied().flatten().map(|(weight, _)| value(above + column) + weight);
            let (score, step) = match take {
                Some(take) if take >= skip_row && take >= skip_column => (take, Step::Take),
                _ if skip_row >= skip_column => (skip_row, Step::SkipRow),
                _ => (skip_column, Step::SkipColumn),
            };
            if let Some(slot) = best.get_mut(here + column + 1) {
                *slot = score;
            }
            if let Some(slot) = steps.get_mut(row * columns + column) {
                *slot = step;
            }
        }
        if let Some(slot) = best.get_mut(here) {
            *slot = 0;
        }
    }
    let mut chosen = Vec::new();
    let (mut row, mut column) = (rows, columns);
    while row > 0 && column > 0 {
        match steps.get((row - 1) * columns + column - 1) {
            Some(Step::Take) => {
                let way = problem
                    .ways
                    .get(row - 1)
                    .and_then(|ways| ways.iter().find(|way| way.pieces.first() == Some(&(column - 1))));
                chosen.extend(way.map(|way| way.index));
                row -= 1;
                column -= 1;
            }
            Some(Step::SkipColumn) => column -= 1,
            _ => row -= 1,
        }
    }
    chosen
}

#[derive(Clone, Copy)]
enum Step {
    Take,
    SkipRow,
    SkipColumn,
}

/// Beyond any household: every charge takes its best free piece, in the order of days.
fn first_come(problem: &Problem) -> Vec<usize> {
    let mut taken = vec![false; problem.pieces];
    let mut chosen = Vec::new();
    for ways in &problem.ways {
        let free =
            |way: &&LocalWay| way.pieces.iter().all(|&piece| !taken.get(piece).copied().unwrap_or(true));
        if let Some(way) = ways.iter().filter(free).max_by_key(|way| way.weight) {
            chosen.push(way.index);
            for &piece in &way.pieces {
                if let Some(slot) = taken.get_mut(piece) {
                    *slot = true;
                }
            }
        }
    }
    chosen
}

/// Depth-first search over charges; a branch is cut when even the best of all that is left cannot beat the best
/// found.
struct Search<'a> {
    problem: &'a Problem,
    /// Charges with few ways first, and each one's ways heaviest first.
    order: Vec<(usize, Vec<&'a LocalWay>)>,
    /// Greatest weight still to be had from each depth on.
    hope: Vec<i64>,
    taken: Vec<bool>,
    path: Vec<usize>,
    best: (i64, Vec<usize>),
    steps: usize,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem) -> Self {
        let mut order: Vec<(usize, Vec<&LocalWay>)> = problem
            .ways
            .iter()
            .enumerate()
            .map(|(row, ways)| {
                let mut ways: Vec<&LocalWay> = ways.iter().collect();
                ways.sort_by_key(|way| (std::cmp::Reverse(way.weight), way.index));
                (row, ways)
            })
            .collect();
        order.sort_by_key(|(row, ways)| (ways.len(), *row));
        let mut hope = vec![0; order.len() + 1];
        for depth in (0..order.len()).rev() {
            let own = order.get(depth).and_then(|(_, ways)| ways.first()).map_or(0, |way| way.weight);
            let rest = hope.get(depth + 1).copied().unwrap_or(0);
            if let Some(slot) = hope.get_mut(depth) {
                *slot = rest + own;
            }
        }
        Self {
            problem,
            order,
            hope,
            taken: vec![false; problem.pieces],
            path: Vec::new(),
            best: (0, Vec::new()),
            steps: 0,
        }
    }

    fn run(mut self) -> Vec<usize> {
        let greedy = first_come(self.problem);
        self.best = (self.weight_of(&greedy), greedy);
        self.descend(0, 0);
        self.best.1
    }

    fn weight_of(&self, chosen: &[usize]) -> i64 {
        let ways = self.problem.ways.iter().flatten();
        ways.filter(|way| chosen.contains(&way.index)).map(|way| way.weight).sum()
    }

    fn descend(&mut self, depth: usize, weight: i64) {
        self.steps += 1;
        if weight > self.best.0 {
            self.best = (weight, self.path.clone());
        }
        let reachable = weight + self.hope.get(depth).copied().unwrap_or(0);
        if self.steps > MOST_STEPS || reachable <= self.best.0 {
            return;
        }
        let Some((_, ways)) = self.order.get(depth) else { return };
        for way in ways.clone() {
            if way.pieces.iter().any(|&piece| self.taken.get(piece).copied().unwrap_or(true)) {
                continue;
            }
            self.mark(way, true);
            self.path.push(way.index);
            self.descend(depth + 1, weight + way.weight);
            self.path.pop();
            self.mark(way, false);
        }
        self.descend(depth + 1, weight);
    }

    fn mark(&mut self, way: &LocalWay, taken: bool) {
        for &piece in &way.pieces {
            if let Some(slot) = self.taken.get_mut(piece) {
                *slot = taken;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Candidates as `(charge, pieces, weight)`; the chosen ones come back as `(charge, pieces)`.
    #[track_caller]
    fn check(charges: usize, given: &[(usize, &[usize], i64)], expect: &[(usize, &[usize])]) {
        let candidates: Vec<Candidate> = given
            .iter()
            .map(|(charge, pieces, weight)| Candidate {
                charge: *charge,
                pieces: pieces.to_vec(),
                weight: *weight,
                way: Way::Whole,
            })
            .collect();
        let chosen: Vec<(usize, &[usize])> = assign(charges, &candidates)
            .into_iter()
            .flatten()
            .map(|index| (candidates[index].charge, candidates[index].pieces.as_slice()))
            .collect();
        assert_eq!(chosen, expect);
    }

    #[test]
    fn the_first_charge_does_not_take_what_only_the_second_can_use() {
        check(2, &[(0, &[0], 100), (0, &[1], 99), (1, &[0], 100)], &[(0, &[1]), (1, &[0])]);
    }

    #[test]
    fn two_single_explanations_beat_one_combined() {
        check(3, &[(0, &[0, 1], 940), (1, &[0], 1000), (2, &[1], 1000)], &[(1, &[0]), (2, &[1])]);
    }

    #[test]
    fn a_combination_is_taken_when_nobody_else_wants_its_pieces() {
        check(2, &[(0, &[0, 1], 940), (1, &[2], 1000), (1, &[0], 900)], &[(0, &[0, 1]), (1, &[2])]);
    }

    #[test]
    fn hundreds_of_equal_charges_end() {
        let pieces: Vec<Vec<usize>> = (0..400).map(|piece| vec![piece]).collect();
        let given: Vec<(usize, &[usize], i64)> = (0..400)
            .flat_map(|charge: usize| {
                pieces.iter().enumerate().map(move |(piece, list)| {
                    (charge, list.as_slice(), 1000 - i64::try_from(charge.abs_diff(piece)).unwrap())
                })
            })
            .collect();
        let expect: Vec<(usize, &[usize])> =
            (0..400).map(|charge| (charge, pieces[charge].as_slice())).collect();
        check(400, &given, &expect);
    }
}
