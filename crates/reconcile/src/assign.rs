//! The best set of explanations as a whole: each piece is used at most once.
//!
//! Charges that compete for a piece form a component; components do not touch each other. In each one the set
//! of candidates with the greatest total weight is found:
//! * one charge: the heaviest candidate;
//! * every candidate is one piece (an assignment problem): the Hungarian method, exact, up to
//!   [`MOST_FOR_HUNGARIAN`] rows; above that the best order-preserving pairing (later charge, later parcel),
//!   which is exact where weight falls with the distance in days: a heaviest increasing sequence;
//! * otherwise (set packing): exact search with a bound, and the best found so far once [`MOST_STEPS`] are spent; which
//!   charges that left without an explanation, the caller is told.

use mioboe_model::sorted::{Map, Set};
use std::rc::Rc;

use crate::ix::{ChargeIx, PieceIx};

/// A way to explain one charge.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) charge: ChargeIx,
    pub(crate) pieces: Rc<[PieceIx]>,
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
    /// One of several monthly payments that make up an order.
    Instalment,
    Cancelled,
}

const MOST_FOR_HUNGARIAN: usize = 160;
/// Of the search in one component.
const MOST_STEPS: usize = 40_000;
/// In a component of more charges the search starts from the better of two beginnings.
const MANY_CHARGES: usize = 64;

/// What was found.
pub(crate) struct Assigned {
    /// For every charge the index of its candidate, where one was chosen.
    pub(crate) chosen: Vec<Option<usize>>,
    /// Charges of components that were too large to be searched to the end.
    pub(crate) undecided: Set<ChargeIx>,
    /// What it cost: cells looked at and steps of the search.
    pub(crate) work: usize,
}

/// The best set. Charges and pieces are numbered in the order of their days.
pub(crate) fn assign(charges: usize, candidates: &[Candidate]) -> Assigned {
    let mut all = Assigned { chosen: vec![None; charges], undecided: Set::new(), work: 0 };
    for component in components(charges, candidates) {
        let Solved { chosen, is_best, work } = solve(&component, candidates);
        for index in chosen {
            if let Some(candidate) = candidates.get(index)
                && let Some(slot) = all.chosen.get_mut(candidate.charge.at())
            {
                *slot = Some(index);
            }
        }
        if !is_best {
            let members = component.iter().filter_map(|&index| candidates.get(index));
            all.undecided.extend(members.map(|candidate| candidate.charge));
        }
        all.work += work + component.len();
    }
    all
}

/// Candidate indexes, grouped by component; charges keep their order.
fn components(charges: usize, candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..charges).collect();
    let mut owner: Map<PieceIx, usize> = Map::new();
    for candidate in candidates {
        let charge = candidate.charge.at();
        for &piece in &*candidate.pieces {
            match owner.get(&piece) {
                Some(&other) => unite(&mut parent, other, charge),
                None => {
                    owner.insert(piece, charge);
                }
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); charges];
    for (index, candidate) in candidates.iter().enumerate() {
        let root = find(&mut parent, candidate.charge.at());
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

/// One component's outcome.
struct Solved {
    /// Into the list of all candidates.
    chosen: Vec<usize>,
    is_best: bool,
    work: usize,
}

impl Solved {
    fn best(chosen: Vec<usize>, work: usize) -> Self {
        Self { chosen, is_best: true, work }
    }
}

fn solve(component: &[usize], candidates: &[Candidate]) -> Solved {
    let problem = Problem::new(component, candidates);
    if let [ways] = problem.ways.as_slice() {
        let best = ways.iter().max_by_key(|way| (way.weight, std::cmp::Reverse(way.index)));
        return Solved::best(best.map(|way| way.index).into_iter().collect(), ways.len());
    }
    if problem.single {
        let rows = problem.ways.len();
        if rows.max(problem.pieces) <= MOST_FOR_HUNGARIAN
            && let Some(chosen) = Hungarian::new(&problem).solve()
        {
            return Solved::best(chosen, rows * rows * (rows + problem.pieces));
        }
        return Solved::best(in_order(&problem), problem.ways.iter().map(Vec::len).sum());
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
        let members = || component.iter().filter_map(|&index| Some((index, candidates.get(index)?)));
        // Columns stand in the order of pieces, which is the order of their days.
        let mut columns: Vec<PieceIx> = members().flat_map(|(_, c)| c.pieces.iter().copied()).collect();
        columns.sort_unstable();
        columns.dedup();
        let mut rows: Map<ChargeIx, usize> = Map::new();
        let mut ways: Vec<Vec<LocalWay>> = Vec::new();
        let mut single = true;
        for (index, candidate) in members() {
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
/// `-weight`, with one empty column a row for 'not explained'. Rows and columns are counted from one: row and column 0
/// are sentinels. A number that is in no list ends the whole with `None`: no match is better than a wrong one.
struct Hungarian {
    rows: usize,
    columns: usize,
    /// The columns that are pieces; the others mean 'not explained'.
    pieces: usize,
    cost: Vec<i64>,
    choice: Vec<Option<usize>>,
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    /// By column; 0: nobody's.
    row_of: Vec<usize>,
}

/// Dearer than any weight.
const UNREACHABLE: i64 = 1 << 40;

impl Hungarian {
    fn new(problem: &Problem) -> Self {
        let rows = problem.ways.len();
        let columns = problem.pieces + rows;
        let mut cost = vec![UNREACHABLE; rows * columns];
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
        Self {
            rows,
            columns,
            pieces: problem.pieces,
            cost,
            choice,
            row_price: vec![0; rows + 1],
            column_price: vec![0; columns + 1],
            row_of: vec![0; columns + 1],
        }
    }

    fn solve(mut self) -> Option<Vec<usize>> {
        for row in 1..=self.rows {
            *self.row_of.first_mut()? = row;
            let way_back = self.shortest_path()?;
            self.augment(&way_back)?;
        }
        let mut chosen = Vec::new();
        for column in 1..=self.pieces {
            let row = *self.row_of.get(column)?;
            if let Some(above) = row.checked_sub(1) {
                chosen.extend(self.choice.get(above * self.columns + column - 1)?);
            }
        }
        Some(chosen)
    }

    /// From column 0 to the nearest column that is nobody's: the last column, and for each the one before it.
    fn shortest_path(&mut self) -> Option<(usize, Vec<usize>)> {
        let mut way_back = vec![0_usize; self.columns + 1];
        let mut least = vec![i64::MAX; self.columns + 1];
        let mut done = vec![false; self.columns + 1];
        let mut column = 0;
        loop {
            *done.get_mut(column)? = true;
            let here = *self.row_of.get(column)?;
            let price = *self.row_price.get(here)?;
            let costs = self.cost.get(here.checked_sub(1)? * self.columns..here * self.columns)?;
            let (mut step, mut next) = (i64::MAX, 0);
            let cells = costs.iter().zip(self.column_price.iter().zip(&done).skip(1));
            let ways = least.iter_mut().zip(&mut way_back).skip(1);
            for (at, ((cost, (column_price, done)), (least, back))) in cells.zip(ways).enumerate() {
                if *done {
                    continue;
                }
                let reduced = cost - price - column_price;
                if reduced < *least {
                    *least = reduced;
                    *back = column;
                }
                if *least < step {
                    step = *least;
                    next = at + 1;
                }
            }
            for at in 0..=self.columns {
                if *done.get(at)? {
                    *self.row_price.get_mut(*self.row_of.get(at)?)? += step;
                    *self.column_price.get_mut(at)? -= step;
                } else {
                    let least = least.get_mut(at)?;
                    *least = least.saturating_sub(step);
                }
            }
            column = next;
            if *self.row_of.get(column)? == 0 {
                return Some((column, way_back));
            }
        }
    }

    /// Moves every row of the path one column on.
    fn augment(&mut self, (last, way_back): &(usize, Vec<usize>)) -> Option<()> {
        let mut column = *last;
        while column != 0 {
            let back = *way_back.get(column)?;
            *self.row_of.get_mut(column)? = *self.row_of.get(back)?;
            column = back;
        }
        Some(())
    }
}

/// The best pairing in which a later charge never takes an earlier piece. Charges and pieces come in by day.
///
/// The heaviest sequence of candidates in which charge and piece both grow: each candidate goes on from the best one that
/// ends at an earlier piece, found in a tree of greatest values over the pieces (Fenwick 1994).
fn in_order(problem: &Problem) -> Vec<usize> {
    /// A candidate with the best sequence that ends in it.
    struct Link {
        index: usize,
        before: Option<usize>,
    }
    let mut links: Vec<Link> = Vec::new();
    // By tree node: the greatest weight, and the link that it ends in.
    let mut tree: Vec<(i64, Option<usize>)> = vec![(0, None); problem.pieces + 1];
    for ways in &problem.ways {
        // All of one charge go on from the charges before it, not from each other.
        let mut own = Vec::new();
        for way in ways {
            let Some(&column) = way.pieces.first() else { continue };
            let (mut best, mut at) = ((0, None), column);
            while let Some(&here) = tree.get(at).filter(|_| at > 0) {
                if here.0 > best.0 {
                    best = here;
                }
                at &= at - 1;
            }
            own.push((column, best.0 + way.weight, links.len()));
            links.push(Link { index: way.index, before: best.1 });
        }
        for (column, weight, link) in own {
            let mut at = column + 1;
            while let Some(here) = tree.get_mut(at) {
                if weight > here.0 {
                    *here = (weight, Some(link));
                }
                at += at & at.wrapping_neg();
            }
        }
    }
    let mut best: (i64, Option<usize>) = (0, None);
    let mut at = problem.pieces;
    while let Some(&here) = tree.get(at).filter(|_| at > 0) {
        if here.0 > best.0 {
            best = here;
        }
        at &= at - 1;
    }
    std::iter::successors(best.1, |&at| links.get(at)?.before)
        .filter_map(|at| links.get(at))
        .map(|link| link.index)
        .collect()
}

/// Every charge takes its best free piece, in the order of days.
fn first_come(problem: &Problem) -> Vec<usize> {
    let mut taken = vec![false; problem.pieces];
    let mut chosen = Vec::new();
    fill(problem, &mut taken, &mut chosen, |_| true);
    chosen
}

/// The single pieces first, paired in order; then what can be put together of the rest.
fn singles_first(problem: &Problem) -> Vec<usize> {
    let single = |ways: &Vec<LocalWay>| -> Vec<LocalWay> {
        let of_one = ways.iter().filter(|way| way.pieces.len() == 1);
        of_one
            .map(|way| LocalWay { index: way.index, pieces: way.pieces.clone(), weight: way.weight })
            .collect()
    };
    let singles =
        Problem { ways: problem.ways.iter().map(single).collect(), pieces: problem.pieces, single: true };
    let mut chosen = in_order(&singles);
    let held: Set<usize> = chosen.iter().copied().collect();
    let is_held = |way: &LocalWay| held.contains(&way.index);
    let mut taken = vec![false; problem.pieces];
    for way in problem.ways.iter().flatten().filter(|way| is_held(way)) {
        mark(&mut taken, way, true);
    }
    fill(problem, &mut taken, &mut chosen, |ways| !ways.iter().any(is_held));
    chosen
}

/// Each charge that is asked about takes the best of its ways that is free.
fn fill(
    problem: &Problem,
    taken: &mut [bool],
    chosen: &mut Vec<usize>,
    is_open: impl Fn(&[LocalWay]) -> bool,
) {
    for ways in problem.ways.iter().filter(|ways| is_open(ways)) {
        let free = ways.iter().filter(|way| is_free(taken, way));
        if let Some(way) = free.max_by_key(|way| way.weight) {
            chosen.push(way.index);
            mark(taken, way, true);
        }
    }
}

fn is_free(taken: &[bool], way: &LocalWay) -> bool {
    way.pieces.iter().all(|&piece| taken.get(piece) == Some(&false))
}

fn mark(taken: &mut [bool], way: &LocalWay, is_taken: bool) {
    for &piece in &way.pieces {
        if let Some(slot) = taken.get_mut(piece) {
            *slot = is_taken;
        }
    }
}

/// Depth-first search over charges; a branch is cut when even the best of all that is left cannot beat the best
/// found. Its own stack: thousands of equal charges would be too deep for a browser's.
struct Search<'a> {
    /// Charges with few ways first, and each one's ways heaviest first.
    order: Vec<Vec<&'a LocalWay>>,
    /// Greatest weight still to be had from each depth on.
    hope: Vec<i64>,
    taken: Vec<bool>,
    /// Chosen so far, and its weight.
    path: Vec<usize>,
    weight: i64,
    best: (i64, Vec<usize>),
    steps: usize,
}

/// Where the search stands at one charge.
struct Frame<'a> {
    /// The way that is tried next; one more than there are means that going without was tried as well.
    next: usize,
    held: Option<&'a LocalWay>,
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
        let order: Vec<Vec<&LocalWay>> = order.into_iter().map(|(_, ways)| ways).collect();
        let mut hope: Vec<i64> = vec![0];
        for ways in order.iter().rev() {
            let rest = hope.last().copied().unwrap_or_default();
            hope.push(rest + ways.first().map_or(0, |way| way.weight));
        }
        hope.reverse();
        let weighed = |chosen: Vec<usize>| {
            let held: Set<usize> = chosen.iter().copied().collect();
            let ways = problem.ways.iter().flatten().filter(|way| held.contains(&way.index));
            (ways.map(|way| way.weight).sum(), chosen)
        };
        let mut best: (i64, Vec<usize>) = weighed(first_come(problem));
        if problem.ways.len() > MANY_CHARGES {
            let other = weighed(singles_first(problem));
            best = if other.0 > best.0 { other } else { best };
        }
        let taken = vec![false; problem.pieces];
        Self { order, hope, taken, path: Vec::new(), weight: 0, best, steps: 0 }
    }

    fn run(mut self) -> Solved {
        let mut frames: Vec<Frame<'a>> = Vec::new();
        if self.goes_on(0) {
            frames.push(Frame { next: 0, held: None });
        }
        while self.steps <= MOST_STEPS
            && let Some(depth) = frames.len().checked_sub(1)
            && let Some(frame) = frames.last_mut()
        {
            if let Some(way) = frame.held.take() {
                self.let_go(way);
            }
            let ways = self.order.get(depth).map_or(&[][..], Vec::as_slice);
            let (tried, count) = (ways.iter().enumerate().skip(frame.next), ways.len());
            let next = tried.map(|(at, way)| (at, *way)).find(|(_, way)| is_free(&self.taken, way));
            if let Some((at, way)) = next {
                frame.next = at + 1;
                frame.held = Some(way);
                self.hold(way);
            } else if frame.next <= count {
                frame.next = count + 1;
            } else {
                frames.pop();
                continue;
            }
            if self.goes_on(depth + 1) {
                frames.push(Frame { next: 0, held: None });
            }
        }
        Solved { chosen: self.best.1, is_best: self.steps <= MOST_STEPS, work: self.steps }
    }

    fn hold(&mut self, way: &LocalWay) {
        mark(&mut self.taken, way, true);
        self.path.push(way.index);
        self.weight += way.weight;
    }

    fn let_go(&mut self, way: &LocalWay) {
        mark(&mut self.taken, way, false);
        self.path.pop();
        self.weight -= way.weight;
    }

    /// Notes what was reached, and whether there is more to be had below.
    fn goes_on(&mut self, depth: usize) -> bool {
        self.steps += 1;
        if self.weight > self.best.0 {
            // A copy of a long list is as much work as many steps.
            self.steps += self.path.len() / 64;
            self.best = (self.weight, self.path.clone());
        }
        depth < self.order.len() && self.hope.get(depth).is_some_and(|hope| self.weight + hope > self.best.0)
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
                charge: ChargeIx::new(*charge),
                pieces: pieces.iter().map(|&piece| PieceIx::new(piece)).collect(),
                weight: *weight,
                way: Way::Whole,
            })
            .collect();
        let chosen: Vec<(usize, Vec<usize>)> = assign(charges, &candidates)
            .chosen
            .into_iter()
            .flatten()
            .map(|index| &candidates[index])
            .map(|found| (found.charge.at(), found.pieces.iter().map(|piece| piece.at()).collect()))
            .collect();
        let expect: Vec<(usize, Vec<usize>)> =
            expect.iter().map(|(charge, pieces)| (*charge, pieces.to_vec())).collect();
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

    /// Weights as days make them: all of one row for all of another, the nearest best.
    fn crowd(size: usize, ways: impl Fn(usize) -> Vec<Vec<usize>>) -> Vec<Candidate> {
        (0..size)
            .flat_map(|charge| {
                ways(charge).into_iter().map(move |pieces| Candidate {
                    charge: ChargeIx::new(charge),
                    weight: 1000 - i64::try_from(pieces[0].abs_diff(charge)).unwrap(),
                    pieces: pieces.into_iter().map(PieceIx::new).collect(),
                    way: Way::Whole,
                })
            })
            .collect()
    }

    #[test]
    fn thousands_of_equal_charges_cost_no_more_than_their_candidates() {
        let near =
            |charge: usize| (charge.saturating_sub(32)..charge + 32).map(|piece| vec![piece]).collect();
        let candidates = crowd(4000, near);
        let assigned = assign(4000, &candidates);
        assert_eq!(assigned.chosen.iter().flatten().count(), 4000);
        assert!(assigned.undecided.is_empty());
        assert!(assigned.work <= 3 * candidates.len(), "{}", assigned.work);
    }

    #[test]
    fn a_crowd_of_unions_ends_on_a_small_stack_and_says_that_it_is_undecided() {
        let pairs = |charge: usize| (charge..charge + 8).map(|piece| vec![piece, piece + 1]).collect();
        let small = std::thread::Builder::new().stack_size(128 * 1024);
        let work = small.spawn(move || {
            let candidates = crowd(4000, pairs);
            let assigned = assign(4000, &candidates);
            assert_eq!(assigned.undecided.len(), 4000);
            assert!(assigned.chosen.iter().flatten().count() > 1900);
            (assigned.work, candidates.len())
        });
        let (work, candidates) = work.unwrap().join().unwrap();
        assert!(work <= 2 * MOST_STEPS + candidates, "{work}");
    }
}
