//! Maps and sets in the order of their keys. They do what those of the standard library do, in a third of the machine code: the
//! engine has some eighty kinds of them, and every visitor fetches the code of each.
//!
//! Rows lie sorted in chunks of at most 128. Finding is two binary searches, adding moves half a chunk, and adding in order,
//! which is the usual case, moves nothing.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt::{self, Debug};
use std::ops::Index;
use std::{slice, vec};

/// Rows of a chunk.
const MOST: usize = 128;

/// A map in the order of its keys.
#[derive(Clone)]
pub struct Map<K, V> {
    /// None is empty.
    chunks: Vec<Vec<(K, V)>>,
    len: usize,
}

/// Where a key is, or where it would go.
#[derive(Clone, Copy)]
struct Place {
    chunk: usize,
    row: usize,
    is_there: bool,
}

impl<K, V> Map<K, V> {
    /// Empty.
    pub const fn new() -> Self {
        Self { chunks: Vec::new(), len: 0 }
    }

    /// How many keys there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// In the order of keys.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { chunks: self.chunks.iter(), front: [].iter(), back: [].iter() }
    }

    /// In the order of keys.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// In the order of keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// In the order of keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.chunks.iter_mut().flatten().map(|(_, value)| value)
    }

    /// In the order of keys.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.chunks.iter_mut().flatten().map(|(key, value)| (&*key, value))
    }

    /// Takes out all of which this is not true.
    pub fn retain(&mut self, mut stays: impl FnMut(&K, &V) -> bool) {
        for rows in &mut self.chunks {
            rows.retain(|(key, value)| stays(key, value));
        }
        self.chunks.retain(|rows| !rows.is_empty());
        self.len = self.chunks.iter().map(Vec::len).sum();
    }

    /// In the order of keys.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }

    /// In the order of keys.
    pub fn into_keys(self) -> impl Iterator<Item = K> {
        self.into_iter().map(|(key, _)| key)
    }

    /// The one with the smallest key.
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next()
    }

    /// The one with the largest key.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }
}

impl<K: Ord, V> Map<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Place
    where
        K: Borrow<Q>,
    {
        let begins_before = |rows: &Vec<(K, V)>| rows.first().is_some_and(|(first, _)| first.borrow() <= key);
        let chunk = self.chunks.partition_point(begins_before).saturating_sub(1);
        let rows = self.chunks.get(chunk).map_or(&[][..], Vec::as_slice);
        let (row, is_there) = match rows.binary_search_by(|(known, _)| known.borrow().cmp(key)) {
            Ok(row) => (row, true),
            Err(row) => (row, false),
        };
        Place { chunk, row, is_there }
    }

    fn at(&mut self, place: Place) -> Option<&mut V> {
        self.chunks.get_mut(place.chunk)?.get_mut(place.row).map(|(_, value)| value)
    }

    /// Puts a new row where its key belongs, and says where that is afterwards.
    fn put(&mut self, mut place: Place, row: (K, V)) -> Place {
        self.len += 1;
        let chunks = self.chunks.len();
        match self.chunks.get_mut(place.chunk) {
            None => self.chunks.push(vec![row]),
            Some(rows) if rows.len() < MOST => rows.insert(place.row, row),
            // What comes in order leaves full chunks behind it.
            Some(rows) if place.row == rows.len() && place.chunk + 1 == chunks => {
                self.chunks.push(vec![row]);
                place = Place { chunk: chunks, row: 0, is_there: true };
            }
            Some(rows) => {
                let mut rest = rows.split_off(MOST / 2);
                if place.row <= rows.len() {
                    rows.insert(place.row, row);
                } else {
                    place.row -= rows.len();
                    rest.insert(place.row, row);
                    place.chunk += 1;
                    self.chunks.insert(place.chunk, rest);
                    return place;
                }
                self.chunks.insert(place.chunk + 1, rest);
            }
        }
        place
    }

    /// What belongs to a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let Place { chunk, row, is_there } = self.find(key);
        if !is_there {
            return None;
        }
        self.chunks.get(chunk)?.get(row).map(|(_, value)| value)
    }

    /// What belongs to a key.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key);
        if place.is_there { self.at(place) } else { None }
    }

    /// Whether the key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_there
    }

    /// Adds a key, or puts another value to it and gives the old one.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let place = self.find(&key);
        if place.is_there {
            return self.at(place).map(|known| std::mem::replace(known, value));
        }
        self.put(place, (key, value));
        None
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.find(key);
        if !place.is_there {
            return None;
        }
        let rows = self.chunks.get_mut(place.chunk)?;
        let (_, value) = rows.remove(place.row);
        if rows.is_empty() {
            self.chunks.remove(place.chunk);
        }
        self.len -= 1;
        Some(value)
    }

    /// Those from one key to another, both included, in order: none where the last is before the first.
    pub fn between(&self, first: &K, last: &K) -> Iter<'_, K, V> {
        if last < first {
            return Iter { chunks: [].iter(), front: [].iter(), back: [].iter() };
        }
        let (from, to) = (self.find(first), self.find(last));
        let rows_of = |place: Place| self.chunks.get(place.chunk).map_or(&[][..], Vec::as_slice);
        let up_to = to.row + usize::from(to.is_there);
        let (front, between, back) = if from.chunk == to.chunk {
            (rows_of(from).get(from.row..up_to), &[][..], None)
        } else {
            let between = self.chunks.get(from.chunk + 1..to.chunk).unwrap_or_default();
            (rows_of(from).get(from.row..), between, rows_of(to).get(..up_to))
        };
        Iter {
            chunks: between.iter(),
            front: front.unwrap_or_default().iter(),
            back: back.unwrap_or_default().iter(),
        }
    }

    /// The place of a key, to be filled where nothing is there.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let place = self.find(&key);
        Entry { map: self, place, key }
    }
}

/// The place of a key.
pub struct Entry<'a, K, V> {
    map: &'a mut Map<K, V>,
    place: Place,
    key: K,
}

impl<'a, K: Ord, V> Entry<'a, K, V> {
    /// What is there, or what is put there now.
    ///
    /// # Panics
    ///
    /// Never: the row was found, or is put there first.
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'a mut V {
        let Self { map, place, key } = self;
        let place = if place.is_there { place } else { map.put(place, (key, value())) };
        #[expect(clippy::expect_used, reason = "see above")]
        map.at(place).expect("a row")
    }

    /// What is there, or what is put there now.
    pub fn or_insert(self, value: V) -> &'a mut V {
        self.or_insert_with(|| value)
    }

    /// What is there, or the default put there now.
    pub fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }

    /// Changes what is there.
    #[must_use]
    pub fn and_modify(self, change: impl FnOnce(&mut V)) -> Self {
        if self.place.is_there
            && let Some(value) = self.map.at(self.place)
        {
            change(value);
        }
        self
    }
}

/// In the order of keys.
#[derive(Clone)]
pub struct Iter<'a, K, V> {
    chunks: slice::Iter<'a, Vec<(K, V)>>,
    front: slice::Iter<'a, (K, V)>,
    back: slice::Iter<'a, (K, V)>,
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.front.next() {
                return Some((key, value));
            }
            match self.chunks.next() {
                Some(rows) => self.front = rows.iter(),
                None => return self.back.next().map(|(key, value)| (key, value)),
            }
        }
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.back.next_back() {
                return Some((key, value));
            }
            match self.chunks.next_back() {
                Some(rows) => self.back = rows.iter(),
                None => return self.front.next_back().map(|(key, value)| (key, value)),
            }
        }
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::iter::Flatten<vec::IntoIter<Vec<(K, V)>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.chunks.into_iter().flatten()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, rows: I) {
        for (key, value) in rows {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        let mut map = Self::new();
        map.extend(rows);
        map
    }
}

/// For who knows that the key is there: panics where it is not.
impl<K: Ord, V> Index<&K> for Map<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        #[expect(clippy::expect_used, reason = "what indexing does")]
        self.get(key).expect("a key that is there")
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K: Ord, V: Ord> PartialOrd for Map<K, V> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K: Ord, V: Ord> Ord for Map<K, V> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<K: Debug, V: Debug> Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// A set in order.
#[derive(Clone)]
pub struct Set<T>(Map<T, ()>);

impl<T> Set<T> {
    /// Empty.
    pub const fn new() -> Self {
        Self(Map::new())
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In order.
    pub fn iter(&self) -> SetIter<'_, T> {
        SetIter(self.0.iter())
    }

    /// The smallest.
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }

    /// The largest.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }
}

impl<T: Ord> Set<T> {
    /// Whether it is in.
    pub fn contains<Q: Ord + ?Sized>(&self, one: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains_key(one)
    }

    /// Adds it. False where it is in already.
    pub fn insert(&mut self, one: T) -> bool {
        let place = self.0.find(&one);
        if !place.is_there {
            self.0.put(place, (one, ()));
        }
        !place.is_there
    }

    /// Takes it out. False where it is not in.
    pub fn remove<Q: Ord + ?Sized>(&mut self, one: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.remove(one).is_some()
    }

    /// Those from one to another, both included, in order.
    pub fn between(&self, first: &T, last: &T) -> SetIter<'_, T> {
        SetIter(self.0.between(first, last))
    }

    /// Whether the other one has none of these.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        !self.iter().any(|one| other.contains(one))
    }
}

/// In order.
#[derive(Clone)]
pub struct SetIter<'a, T>(Iter<'a, T, ()>);

impl<'a, T> Iterator for SetIter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.0.next().map(|(one, ())| one)
    }
}

impl<T> DoubleEndedIterator for SetIter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(one, ())| one)
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = SetIter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// In order.
pub struct SetIntoIter<T>(std::iter::Flatten<vec::IntoIter<Vec<(T, ())>>>);

impl<T> Iterator for SetIntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next().map(|(one, ())| one)
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = SetIntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        SetIntoIter(self.0.into_iter())
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, all: I) {
        for one in all {
            self.insert(one);
        }
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let mut set = Self::new();
        set.extend(all);
        set
    }
}

impl<'a, T: Ord + Copy> Extend<&'a T> for Set<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, all: I) {
        for one in all {
            self.insert(*one);
        }
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(all: [T; N]) -> Self {
        all.into_iter().collect()
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: PartialEq> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Eq> Eq for Set<T> {}

impl<T: Ord> PartialOrd for Set<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Ord> Ord for Set<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<T: Debug> Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The same calls to both, over keys that come in order, backwards and at random, until chunks are split and emptied.
    #[test]
    fn does_what_the_map_of_the_standard_library_does() {
        for keys in [1_u64, 40, 300, 5000] {
            let (mut ours, mut theirs) = (Map::new(), BTreeMap::new());
            let mut dice = 0x9E37_79B9_u64;
            for step in 0..20_000_u64 {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let random = (dice >> 33) % keys;
                let key = [step % keys, keys - step % keys, random][(step / 2000 % 3) as usize];
                match dice >> 61 {
                    0..3 => assert_eq!(ours.insert(key, step), theirs.insert(key, step)),
                    3 => assert_eq!(ours.entry(key).or_insert(step), theirs.entry(key).or_insert(step)),
                    4 => {
                        ours.entry(key).and_modify(|value| *value += 1).or_default();
                        theirs.entry(key).and_modify(|value| *value += 1).or_default();
                    }
                    5 => assert_eq!(ours.get(&key), theirs.get(&key)),
                    _ => assert_eq!(ours.remove(&key), theirs.remove(&key)),
                }
                assert_eq!(ours.get_mut(&key), theirs.get_mut(&key));
                assert_eq!(ours.len(), theirs.len());
                assert_eq!(ours.is_empty(), theirs.is_empty());
            }
            assert!(ours.iter().eq(theirs.iter()));
            assert!(ours.iter().rev().eq(theirs.iter().rev()));
            assert!(ours.keys().eq(theirs.keys()) && ours.values().eq(theirs.values()));
            assert_eq!(ours.first_key_value(), theirs.first_key_value());
            assert_eq!(ours.last_key_value(), theirs.last_key_value());
            for first in (0..40).map(|part| part * keys / 40) {
                for last in [first, first + 1, first + 130, keys] {
                    assert!(ours.between(&first, &last).eq(theirs.range(first..=last)), "{first} to {last}");
                    let (ours, theirs) =
                        (ours.between(&first, &last).rev(), theirs.range(first..=last).rev());
                    assert!(ours.eq(theirs), "{last} to {first}");
                }
                assert_eq!(ours.between(&(first + 1), &first).count(), 0);
            }
            assert!(ours.iter_mut().eq(theirs.iter_mut()));
            ours.retain(|key, value| key % 3 > 0 && value % 2 > 0);
            theirs.retain(|key, value| key % 3 > 0 && *value % 2 > 0);
            assert_eq!(ours.len(), theirs.len());
            assert!(ours.clone().into_iter().eq(theirs.clone()));
            assert_eq!(format!("{ours:?}"), format!("{theirs:?}"));
            assert_eq!(ours, theirs.into_iter().rev().collect());
        }
    }

    #[test]
    fn both_ends_meet_in_the_middle() {
        for end in [1, 2, 127, 128, 129, 300] {
            let set: Set<u32> = (0..end).collect();
            let mut all = set.iter();
            let mut met = BTreeSet::new();
            while let Some(one) = if met.len() % 3 == 0 { all.next_back() } else { all.next() } {
                assert!(met.insert(*one));
            }
            assert_eq!(met.len(), set.len());
            assert_eq!((set.first(), set.last()), (Some(&0), end.checked_sub(1).as_ref()));
        }
    }

    #[test]
    fn a_set_knows_what_it_has() {
        let mut set = Set::from(["b", "a", "b"]);
        assert_eq!(set.iter().copied().collect::<Vec<_>>(), ["a", "b"]);
        assert!(
            set.insert("c") && !set.insert("c") && set.contains("c") && set.remove("c") && !set.remove("c")
        );
        assert!(set.is_disjoint(&Set::from(["x"])) && !set.is_disjoint(&Set::from(["x", "a"])));
        assert!(set < Set::from(["a", "c"]));
        assert_eq!(set.into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }
}
