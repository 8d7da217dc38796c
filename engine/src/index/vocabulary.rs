//! Looking words up: by their beginning, by their stem, and those nearest to a word that the corpus lacks.
//!
//! In: the single words of an index. Both editions have the same: the terms of a paragraph hold each word of its text.

use crate::text::{Lexicon, stem};
use sightlines_words::Words;

/// Orders and sets over [`Words`], by their numbers.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// The words in order.
    order: Vec<u32>,
    stems: Words,
    /// For each stem the word that came last.
    last_of: Vec<u32>,
    /// For each word the one before it that has the same stem.
    before: Vec<u32>,
    /// For each number of letters the words of so many, each with the set of its letters.
    by_length: Vec<Vec<(u64, u32)>>,
}

/// No word.
const NONE: u32 = u32::MAX;

impl Vocabulary {
    /// Takes in the words that came since the last time: their stems and letters. Words whose case matters have no stem.
    pub fn take_in(&mut self, words: &Words, lexicon: &Lexicon) {
        for id in self.before.len() as u32..words.count() as u32 {
            let word = words.get(id);
            let length = word.chars().count();
            if self.by_length.len() <= length {
                self.by_length.resize(length + 1, Vec::new());
            }
            self.by_length[length].push((letters_of(word), id));
            let stem = stem(word).filter(|_| !lexicon.keeps_case(word)).map(|stem| self.stems.intern(&stem) as usize);
            self.before.push(match stem {
                Some(stem) if stem < self.last_of.len() => std::mem::replace(&mut self.last_of[stem], id),
                Some(_) => {
                    self.last_of.push(id);
                    NONE
                }
                None => NONE,
            });
        }
    }

    /// Puts the words that were taken in since the last time in order: from then on they are found.
    pub fn settle(&mut self, words: &Words) {
        // By their first letters as a number, which decides most; sorted runs are merged in one go.
        let begins = |id: u32| {
            let mut first = [0; 8];
            let word = words.get(id).as_bytes();
            let many = word.len().min(8);
            first[..many].copy_from_slice(&word[..many]);
            u64::from_be_bytes(first)
        };
        let mut sorted: Vec<(u64, u32)> =
            (self.order.len() as u32..self.before.len() as u32).map(|id| (begins(id), id)).collect();
        sorted.sort_unstable_by(|(a, x), (b, y)| a.cmp(b).then_with(|| words.get(*x).cmp(words.get(*y))));
        let mut old = std::mem::take(&mut self.order).into_iter().peekable();
        self.order.reserve(self.before.len());
        for (_, id) in sorted {
            while let Some(before) = old.next_if(|&old| words.get(old) < words.get(id)) {
                self.order.push(before);
            }
            self.order.push(id);
        }
        self.order.extend(old);
    }

    /// Whether a word is in order, and so is found.
    fn is_settled(&self, id: u32) -> bool {
        (id as usize) < self.order.len()
    }

    /// The words that begin so, in order.
    pub fn beginning(&self, words: &Words, prefix: &str) -> &[u32] {
        let from = self.order.partition_point(|&id| words.get(id) < prefix);
        let here = self.order[from..].partition_point(|&id| words.get(id).starts_with(prefix));
        &self.order[from..from + here]
    }

    /// The words that have the stem of this one, itself among them where it is here; in order.
    pub fn of_stem<'a>(&self, words: &'a Words, word: &str) -> Vec<&'a str> {
        let stem = stem(word).and_then(|stem| self.stems.find(&stem));
        let last = stem.map_or(NONE, |stem| self.last_of[stem as usize]);
        let all = std::iter::successors((last != NONE).then_some(last), |&id| {
            Some(self.before[id as usize]).filter(|before| *before != NONE)
        });
        in_order(words, all.filter(|id| self.is_settled(*id)))
    }

    /// The words at the least distance from this one, at most so many steps away; in order. A step is a letter put in, left
    /// out or changed, or two neighbours swapped.
    pub fn nearest<'a>(&self, words: &'a Words, word: &str, steps: usize) -> Vec<&'a str> {
        let letters: Vec<char> = word.chars().collect();
        let set = letters_of(word);
        let mut least = steps;
        let mut found: Vec<u32> = Vec::new();
        let lengths =
            letters.len().saturating_sub(steps)..=(letters.len() + steps).min(self.by_length.len().wrapping_sub(1));
        let alike = lengths.filter_map(|length| self.by_length.get(length)).flatten();
        for &(other, id) in alike.filter(|(_, id)| self.is_settled(*id)) {
            // A step takes away one letter and brings one at the most.
            if (set & !other).count_ones().max((other & !set).count_ones()) as usize > least {
                continue;
            }
            match distance(&letters, words.get(id), least) {
                Some(steps) if steps < least => {
                    least = steps;
                    found = vec![id];
                }
                Some(_) => found.push(id),
                None => {}
            }
        }
        in_order(words, found.into_iter())
    }

    /// So many words that begin as this one does, with as many of its letters as any do, but three at the least.
    pub fn beginning_like<'a>(&self, words: &'a Words, word: &str, most: usize) -> Vec<&'a str> {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).skip(2).collect::<Vec<_>>();
        let mut beginnings = ends.into_iter().rev().map(|end| self.beginning(words, &word[..end]));
        let found = beginnings.find(|found| !found.is_empty()).unwrap_or_default();
        found.iter().take(most).map(|&id| words.get(id)).collect()
    }
}

fn in_order(words: &Words, ids: impl Iterator<Item = u32>) -> Vec<&str> {
    let mut found: Vec<&str> = ids.map(|id| words.get(id)).collect();
    found.sort_unstable();
    found
}

/// The letters of a word as a set of 64; letters that share a place are only taken for one another, and never parted.
fn letters_of(word: &str) -> u64 {
    word.chars().fold(0, |set, c| set | 1 << (c as u32 % 64))
}

/// How many steps part two words, none where more than so many: the distance of Damerau and Levenshtein in which no stretch
/// is changed twice (optimal string alignment).
fn distance(letters: &[char], word: &str, most: usize) -> Option<usize> {
    let others: Vec<char> = word.chars().collect();
    let mut rows = [vec![0; others.len() + 1], (0..=others.len()).collect(), vec![0; others.len() + 1]];
    for (i, &letter) in letters.iter().enumerate() {
        // The row before the last, the last, and the one that is being filled.
        let [before, last, row] = &mut rows;
        row[0] = i + 1;
        for (j, &other) in others.iter().enumerate() {
            let changed = last[j] + usize::from(letter != other);
            row[j + 1] = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && letter == others[j - 1] && letters[i - 1] == other {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        // A swap reaches back two rows.
        if row.iter().chain(last.iter()).all(|steps| *steps > most) {
            return None;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][others.len()]).filter(|steps| *steps <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 11] =
        ["treaty", "treaties", "entreaty", "three", "tree", "trek", "declaration", "острова", "US", "uses", "use"];

    /// Taken in at once, or by so many at a time.
    fn vocabulary(by: usize) -> (Words, Vocabulary) {
        let (mut words, mut vocabulary) = (Words::default(), Vocabulary::default());
        for some in WORDS.chunks(by) {
            for word in some {
                words.intern(word);
            }
            vocabulary.take_in(&words, &Lexicon::default());
            let is_found = |vocabulary: &Vocabulary| {
                let of_stem = vocabulary.of_stem(&words, some[0]);
                (vocabulary.nearest(&words, some[0], 0) == [some[0]], of_stem.contains(&some[0]))
            };
            assert_eq!(is_found(&vocabulary), (false, false), "{}", some[0]);
            vocabulary.settle(&words);
            assert_eq!(is_found(&vocabulary), (true, some[0] != "US"), "{}", some[0]);
        }
        (words, vocabulary)
    }

    #[test]
    fn words_that_come_later_stand_among_the_others() {
        let mut sorted = WORDS.to_vec();
        sorted.sort_unstable();
        for by in [1, 2, 3, 5, 11] {
            let (words, vocabulary) = vocabulary(by);
            let all: Vec<&str> = vocabulary.beginning(&words, "").iter().map(|&id| words.get(id)).collect();
            assert_eq!(all, sorted);
            assert_eq!(vocabulary.of_stem(&words, "use"), ["use", "uses"]);
        }
    }

    #[test]
    fn the_nearest_words_are_those_at_the_least_distance() {
        let (words, vocabulary) = vocabulary(4);
        for (word, steps, expected) in [
            ("traety", 1, "treaty"),
            ("tretay", 1, "treaty"),
            ("treat", 1, "treaty"),
            ("treaaty", 1, "treaty"),
            ("treety", 1, "treaty"),
            ("trety", 1, "treaty"),
            ("tre", 1, "tree trek"),
            ("declraatoin", 2, "declaration"),
            ("declraatoin", 1, ""),
            ("deklaratoin", 2, "declaration"),
            ("остврова", 1, "острова"),
            ("tree", 1, "tree"),
            ("zzzz", 1, ""),
            ("", 1, ""),
        ] {
            assert_eq!(vocabulary.nearest(&words, word, steps).join(" "), expected, "{word}");
        }
    }

    #[test]
    fn words_of_one_stem_and_of_one_beginning_are_found() {
        let (words, vocabulary) = vocabulary(11);
        assert_eq!(vocabulary.of_stem(&words, "treaty"), ["treaties", "treaty"]);
        assert_eq!(vocabulary.of_stem(&words, "островов"), ["острова"]);
        assert_eq!(vocabulary.of_stem(&words, "zebra"), [""; 0]);
        assert_eq!(vocabulary.beginning_like(&words, "treacle", 9), ["treaties", "treaty"]);
        assert_eq!(vocabulary.beginning_like(&words, "tz", 9), [""; 0]);
        let of =
            |prefix: &str| vocabulary.beginning(&words, prefix).iter().map(|&id| words.get(id)).collect::<Vec<_>>();
        assert_eq!((of("tre"), of("zz")), (vec!["treaties", "treaty", "tree", "trek"], vec![]));
    }
}
