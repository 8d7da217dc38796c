//! Sorting for the page: one sort, of numbers, that every list and set shares.
//!
//! The standard library compiles its sorts anew for each type, some four kilobytes a time, and the page sorts some fifty types.
//! Here a list's places are sorted and its items put there; sets take in one item after the other. Where a list is long and
//! sorted at each key press, the standard sort stays.

use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Lists in order; all ways are stable.
pub trait InOrder<T> {
    /// As `compare` has it.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key that is made at each comparison.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// By a key that is made once for each.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// By the items themselves.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        put(self, &places);
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let places = places(self.len(), &mut |a, b| keys[a].cmp(&keys[b]));
        put(self, &places);
    }
}

/// The places of so many items in their order.
#[inline(never)]
fn places(many: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..many).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Puts at each place the item that stood at the given one, by swaps.
fn put<T>(items: &mut [T], places: &[usize]) {
    for to in 0..items.len() {
        let mut from = places[to];
        // What stood there before was swapped away, to where its own place's item came from.
        while from < to {
            from = places[from];
        }
        items.swap(to, from);
    }
}

/// What an iterator gives, as a set.
pub trait IntoSet: Iterator + Sized {
    /// Each item once.
    fn into_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        for item in self {
            set.insert(item);
        }
        set
    }
}

impl<I: Iterator> IntoSet for I {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_sorts(items: Vec<(u8, u16)>) {
            let mut expected = items.clone();
            let mut seen = items.clone();
            expected.sort();
            seen.order();
            prop_assert_eq!(&seen, &expected);
            // Stable: by one part of them.
            let (mut expected, mut by_key, mut cached) = (items.clone(), items.clone(), items.clone());
            expected.sort_by_key(|(first, _)| first / 8);
            by_key.order_by_key(|(first, _)| first / 8);
            cached.order_by_cached_key(|(first, _)| first / 8);
            prop_assert_eq!(&by_key, &expected);
            prop_assert_eq!(&cached, &expected);
            let set: BTreeSet<_> = items.iter().collect();
            prop_assert_eq!(items.iter().into_set(), set);
        }
    }
}
