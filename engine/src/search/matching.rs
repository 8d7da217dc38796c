//! Which units meet a leaf, and how often.

use crate::index::{Index, Place, Posting};
use crate::query::{Alternative, How, Leaf, Names, Why};
use std::collections::BTreeMap;

/// How a unit meets a leaf.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Meeting {
    /// How often the leaf's words stand there.
    pub count: u32,
    /// Why, each reason once, in the order of [`Why`].
    pub why: Vec<Why>,
    /// Labels of the alternatives that were met and are not what was typed.
    pub labels: Vec<String>,
}

/// The units that meet a leaf; of one that is asked of titles, the titles. Units without order meet a phrase if they hold all its words, and say so.
pub(super) fn meet(leaf: &Leaf, index: &Index, names: &Names) -> BTreeMap<u32, Meeting> {
    let mut met: BTreeMap<u32, Meeting> = BTreeMap::new();
    for alternative in &leaf.alternatives {
        for (unit, count, why) in alternative_in(alternative, leaf.negated, index, names) {
            let meeting = met.entry(unit).or_default();
            meeting.count += count;
            if !meeting.why.contains(&why) {
                meeting.why.push(why);
                meeting.why.sort();
            }
            if matches!(alternative.why, Why::Alias | Why::Form) && !meeting.labels.contains(&alternative.label) {
                meeting.labels.push(alternative.label.clone());
            }
        }
    }
    if leaf.in_title {
        met.retain(|unit, _| index.units()[*unit as usize].place == Place::Title);
    }
    met
}

/// The units that meet one alternative, each with how often and why; a unit comes once for each word that it holds of a
/// prefix.
fn alternative_in(alternative: &Alternative, negated: bool, index: &Index, names: &Names) -> Vec<(u32, u32, Why)> {
    let keys = &alternative.keys;
    if alternative.how == How::Beginning {
        let words = index.words_from(&keys[0]);
        let found = words.flat_map(|(word, postings)| {
            let why = if word == keys[0] { Why::Exact } else { alternative.why };
            postings.iter().map(move |posting| (posting.unit, posting.count, why))
        });
        return found.collect();
    }
    let rows: Vec<&[Posting]> = keys.iter().map(|key| index.postings(key)).collect();
    if !alternative.how.needs_order() {
        return together(&rows).into_iter().map(|(unit, held)| (unit, fewest(&held), alternative.why)).collect();
    }
    let needs_order = names.needs_order(alternative);
    let mut found = Vec::new();
    for (unit, held) in together(&rows) {
        if index.units()[unit as usize].ordered {
            let count = match alternative.how {
                How::Within(others) => near(&held, others),
                _ => runs(&held),
            };
            if count > 0 {
                found.push((unit, count, alternative.why));
            }
        // An exclusion that needs order has no effect where there is none. A name of several words has a row of its own,
        // or does not stand there.
        } else if needs_order && !negated {
            found.push((unit, fewest(&held), Why::Unordered));
        }
    }
    if !needs_order {
        let rows = index.joint_postings(keys).iter();
        found.extend(
            rows.filter(|p| !index.units()[p.unit as usize].ordered).map(|p| (p.unit, p.count, alternative.why)),
        );
    }
    found
}

/// The units that are in every row, with their postings there.
fn together<'a>(rows: &[&'a [Posting]]) -> Vec<(u32, Vec<&'a Posting>)> {
    let Some((first, others)) = rows.split_first() else { return Vec::new() };
    let in_all = |posting: &'a Posting| {
        let mut held = vec![posting];
        for row in others {
            held.push(&row[row.binary_search_by_key(&posting.unit, |p| p.unit).ok()?]);
        }
        Some((posting.unit, held))
    };
    first.iter().filter_map(in_all).collect()
}

fn fewest(held: &[&Posting]) -> u32 {
    held.iter().map(|p| p.count).min().unwrap_or(0)
}

/// How often the words of these postings follow each other.
fn runs(held: &[&Posting]) -> u32 {
    let follows = |start: &&u32| {
        (1..).zip(&held[1..]).all(|(offset, posting)| posting.positions.binary_search(&(**start + offset)).is_ok())
    };
    held[0].positions.iter().filter(follows).count() as u32
}

/// At how many places a stretch begins that holds all the words of these postings, each as often as it is asked for, with at
/// most so many others between the first and the last.
fn near(held: &[&Posting], others: u32) -> u32 {
    let mut rows: Vec<(&[u32], usize)> = Vec::new();
    for posting in held {
        match rows.iter_mut().find(|(positions, _)| std::ptr::eq(*positions, posting.positions.as_slice())) {
            Some((_, times)) => *times += 1,
            None => rows.push((&posting.positions, 1)),
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
