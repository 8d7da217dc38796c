//! Which units meet a leaf, how often, and why.

use super::units::UnitSet;
use crate::index::{Index, Place, Posting, Row};
use crate::query::{Alternative, How, Leaf, Names, Why, Whys};

/// The units that meet a leaf.
#[derive(Clone, Debug)]
pub(super) struct Met {
    /// Which.
    pub units: UnitSet,
    /// For each unit of the index how often the leaf's words stand there.
    counts: Vec<u32>,
    /// For each unit why.
    whys: Vec<Whys>,
    /// Of the leaf's alternatives that are other names or forms those that were met, by their indices, and where.
    pub others: Vec<(usize, UnitSet)>,
}

impl Met {
    fn none(of: usize) -> Met {
        Met { units: UnitSet::none(of), counts: vec![0; of], whys: vec![Whys::default(); of], others: Vec::new() }
    }

    fn add(&mut self, unit: u32, count: u32, why: Why) {
        self.units.insert(unit);
        self.counts[unit as usize] += count;
        self.whys[unit as usize].add(why);
    }

    /// How often the leaf's words stand in a unit.
    pub fn count(&self, unit: u32) -> u32 {
        self.counts[unit as usize]
    }

    /// Why a unit meets the leaf.
    pub fn whys(&self, unit: u32) -> Whys {
        self.whys[unit as usize]
    }
}

/// The units that meet a leaf; of one that is asked of titles, the titles. Units without order meet a phrase if they hold all its
/// words, and say so.
pub(super) fn meet(leaf: &Leaf, index: &Index, names: &Names) -> Met {
    let units = index.units();
    let mut met = Met::none(units.len());
    for (nth, alternative) in leaf.alternatives.iter().enumerate() {
        let is_other = matches!(alternative.why, Why::Alias | Why::Form);
        let mut here = is_other.then(|| UnitSet::none(units.len()));
        alternative_in(alternative, leaf.negated, index, names, &mut |unit, count, why| {
            if !leaf.in_title || units[unit as usize].place == Place::Title {
                met.add(unit, count, why);
                here.iter_mut().for_each(|here| here.insert(unit));
            }
        });
        met.others.extend(here.filter(|here| !here.is_empty()).map(|here| (nth, here)));
    }
    met
}

/// Calls `found` with the units that meet one alternative, each with how often and why; a unit comes once for each word that it
/// holds of a prefix.
fn alternative_in(
    alternative: &Alternative,
    negated: bool,
    index: &Index,
    names: &Names,
    found: &mut dyn FnMut(u32, u32, Why),
) {
    let keys = &alternative.keys;
    if alternative.how == How::Beginning {
        let mut read = Vec::new();
        for (word, row) in index.words_from(&keys[0]) {
            let why = if word == keys[0] { Why::Exact } else { alternative.why };
            index.read(row, &mut read);
            read.iter().for_each(|posting| found(posting.unit, posting.count, why));
        }
        return;
    }
    if !alternative.how.needs_order() {
        return together(keys, index, |unit, held| found(unit, fewest(held), alternative.why));
    }
    let needs_order = names.needs_order(alternative);
    let mut places = Places::of(keys, index);
    together(keys, index, |unit, held| {
        if index.is_ordered(unit) {
            let count = match alternative.how {
                How::Within(others) => places.near(held, others),
                _ => places.runs(held),
            };
            if count > 0 {
                found(unit, count, alternative.why);
            }
        // An exclusion that needs order has no effect where there is none. A name of several words has a row of its own,
        // or does not stand there.
        } else if needs_order && !negated {
            found(unit, fewest(held), Why::Unordered);
        }
    });
    if !needs_order {
        let mut read = Vec::new();
        index.read(index.joint_row(keys), &mut read);
        let joint = read.iter().filter(|p| !index.is_ordered(p.unit));
        joint.for_each(|posting| found(posting.unit, posting.count, alternative.why));
    }
}

/// Calls `found` with the units that hold all the keys, and their postings there in the order of the keys. The rarest word leads,
/// and the others are read up to it.
fn together(keys: &[String], index: &Index, mut found: impl FnMut(u32, &[Posting])) {
    let rows: Vec<Vec<Posting>> = keys
        .iter()
        .map(|key| {
            let mut read = Vec::new();
            index.read(index.row(key), &mut read);
            read
        })
        .collect();
    let Some(rarest) = (0..keys.len()).min_by_key(|&nth| rows[nth].len()) else { return };
    let mut held = vec![Posting::default(); keys.len()];
    let mut at = vec![0; keys.len()];
    'units: for leading in &rows[rarest] {
        held[rarest] = *leading;
        for nth in (0..keys.len()).filter(|nth| *nth != rarest) {
            while rows[nth].get(at[nth]).is_some_and(|posting| posting.unit < leading.unit) {
                at[nth] += 1;
            }
            match rows[nth].get(at[nth]) {
                Some(posting) if posting.unit == leading.unit => held[nth] = *posting,
                Some(_) => continue 'units,
                None => return,
            }
        }
        found(leading.unit, &held);
    }
}

fn fewest(held: &[Posting]) -> u32 {
    held.iter().map(|posting| posting.count).min().unwrap_or(0)
}

/// The places of some keys in one unit, read when they are needed.
struct Places<'a> {
    rows: Vec<&'a Row>,
    /// For each key the first that is the same.
    same: Vec<usize>,
    /// By key; only of the first of each.
    at: Vec<Vec<u32>>,
}

impl<'a> Places<'a> {
    fn of(keys: &[String], index: &'a Index) -> Places<'a> {
        let rows = keys.iter().map(|key| index.row(key)).collect();
        let same = keys.iter().map(|key| keys.iter().position(|first| first == key).unwrap_or_default()).collect();
        Places { rows, same, at: vec![Vec::new(); keys.len()] }
    }

    fn read(&mut self, held: &[Posting]) {
        for (nth, posting) in held.iter().enumerate().filter(|(nth, _)| self.same[*nth] == *nth) {
            self.rows[nth].places(posting, &mut self.at[nth]);
        }
    }

    /// How often the words of these postings follow each other.
    fn runs(&mut self, held: &[Posting]) -> u32 {
        self.read(held);
        let follows = |start: &&u32| {
            (1..).zip(&self.same[1..]).all(|(offset, &first)| self.at[first].binary_search(&(**start + offset)).is_ok())
        };
        self.at[0].iter().filter(follows).count() as u32
    }

    /// At how many places a stretch begins that holds all the words of these postings, each as often as it is asked for, with at
    /// most so many others between the first and the last.
    fn near(&mut self, held: &[Posting], others: u32) -> u32 {
        self.read(held);
        let mut rows: Vec<(&[u32], usize)> = Vec::new();
        for (nth, &first) in self.same.iter().enumerate() {
            if first == nth {
                rows.push((&self.at[nth], self.same.iter().filter(|same| **same == nth).count()));
            }
        }
        let stretch = (held.len() as u32).saturating_add(others);
        let begins = |start: u32| {
            let end = start.saturating_add(stretch);
            rows.iter().all(|(positions, times)| {
                let from = positions.partition_point(|at| *at < start);
                positions.get(from + times - 1).is_some_and(|last| *last < end)
            })
        };
        rows.iter().flat_map(|(positions, _)| *positions).filter(|start| begins(**start)).count() as u32
    }
}
