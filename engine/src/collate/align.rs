//! Which word of one witness is which word of another.

use super::witness::Word;
use crate::order::InOrder;
use std::collections::BTreeMap;
use std::ops::Range;

/// Two stretches without a word that stands once in both are compared word by word up to this many pairs; beyond it they
/// are taken to share nothing.
const MOST_PAIRS: usize = 4_000_000;

/// The pairs of words that are the same by their keys, ascending in both.
pub(super) fn align(base: &[Word], other: &[Word]) -> Vec<(usize, usize)> {
    let keys = |words: &[Word]| words.iter().map(|w| w.key.clone()).collect::<Vec<String>>();
    let (a, b) = (keys(base), keys(other));
    let mut pairs = Vec::new();
    // Stretches yet to be compared, the last first.
    let mut open = vec![(0..a.len(), 0..b.len())];
    while let Some((x, y)) = open.pop() {
        stretch(&a, &b, x, y, &mut pairs, &mut open);
    }
    pairs.order();
    pairs
}

/// Pairs the words at both ends, then those that stand once in each stretch; what is left between them is opened anew, or
/// compared word by word where there are none.
fn stretch(
    a: &[String],
    b: &[String],
    mut x: Range<usize>,
    mut y: Range<usize>,
    pairs: &mut Vec<(usize, usize)>,
    open: &mut Vec<(Range<usize>, Range<usize>)>,
) {
    while !x.is_empty() && !y.is_empty() && a[x.start] == b[y.start] {
        pairs.push((x.start, y.start));
        (x.start, y.start) = (x.start + 1, y.start + 1);
    }
    while !x.is_empty() && !y.is_empty() && a[x.end - 1] == b[y.end - 1] {
        (x.end, y.end) = (x.end - 1, y.end - 1);
        pairs.push((x.end, y.end));
    }
    if x.is_empty() || y.is_empty() {
        return;
    }
    let unique = ascending(&unique_pairs(a, b, &x, &y));
    if unique.is_empty() {
        if x.len() * y.len() <= MOST_PAIRS {
            longest_common(a, b, x, y, pairs);
        }
        return;
    }
    let (mut i, mut j) = (x.start, y.start);
    for &(p, q) in &unique {
        open.push((i..p, j..q));
        pairs.push((p, q));
        (i, j) = (p + 1, q + 1);
    }
    open.push((i..x.end, j..y.end));
}

/// The words that stand once in each stretch, in the order of the first.
fn unique_pairs(a: &[String], b: &[String], x: &Range<usize>, y: &Range<usize>) -> Vec<(usize, usize)> {
    let once = |words: &[String], range: &Range<usize>| {
        let mut places: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for i in range.clone() {
            places.entry(words[i].clone()).and_modify(|place| *place = None).or_insert(Some(i));
        }
        places
    };
    let theirs = once(b, y);
    let mut pairs: Vec<(usize, usize)> =
        once(a, x).into_iter().filter_map(|(word, i)| Some((i?, (*theirs.get(&word)?)?))).collect();
    pairs.order();
    pairs
}

/// The longest run of the pairs that ascends in both.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair with the smallest end, and for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (k, &(_, q)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < q);
        before[k] = length.checked_sub(1).map(|l| ends[l]);
        if length == ends.len() {
            ends.push(k);
        } else {
            ends[length] = k;
        }
    }
    let mut run = Vec::new();
    let mut at = ends.last().copied();
    while let Some(k) = at {
        run.push(pairs[k]);
        at = before[k];
    }
    run.reverse();
    run
}

/// The longest common subsequence of two short stretches.
fn longest_common(a: &[String], b: &[String], x: Range<usize>, y: Range<usize>, pairs: &mut Vec<(usize, usize)>) {
    let wide = y.len() + 1;
    let mut length = vec![0u16; (x.len() + 1) * wide];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            length[i * wide + j] = if a[x.start + i] == b[y.start + j] {
                length[(i + 1) * wide + j + 1].saturating_add(1)
            } else {
                length[(i + 1) * wide + j].max(length[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < x.len() && j < y.len() {
        if a[x.start + i] == b[y.start + j] {
            pairs.push((x.start + i, y.start + j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * wide + j] >= length[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<Word> {
        text.split_whitespace().map(|w| Word { key: w.into(), ..Word::default() }).collect()
    }

    #[test]
    fn words_are_paired_across_what_only_one_side_has() {
        for (a, b, expected) in [
            ("a b c", "a b c", vec![(0, 0), (1, 1), (2, 2)]),
            ("a b c", "a c", vec![(0, 0), (2, 1)]),
            ("a b a b", "b a", vec![(1, 0), (2, 1)]),
            ("a b", "c d", vec![]),
            ("", "a", vec![]),
        ] {
            assert_eq!(align(&words(a), &words(b)), expected, "{a} | {b}");
        }
    }

    proptest! {
        #[test]
        fn pairs_ascend_and_are_the_same_words(a in "([a-e] ){0,40}", b in "([a-e] ){0,40}") {
            let (a, b) = (words(&a), words(&b));
            let pairs = align(&a, &b);
            prop_assert!(pairs.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1));
            prop_assert!(pairs.iter().all(|&(i, j)| a[i].key == b[j].key));
            prop_assert_eq!(align(&a, &a).len(), a.len());
        }
    }
}
