//! The words of a corpus: those of one stem, and those nearest to a word that the corpus lacks.
//!
//! In: the single words of an index. Both editions have the same: the terms of a paragraph hold each word of its text.

use crate::text::{Lexicon, stem};
use std::collections::HashMap;

/// The words of a corpus, ordered.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Box<str>>,
    by_stem: HashMap<String, Vec<u32>>,
    /// For each number of letters the words of so many, each with the set of its letters.
    by_length: Vec<Vec<(u64, u32)>>,
}

impl Vocabulary {
    /// From words in order, each once. Words whose case matters have no stem.
    pub fn new<'a>(words: impl Iterator<Item = &'a str>, lexicon: &Lexicon) -> Vocabulary {
        let mut all = Vocabulary::default();
        for word in words {
            let at = all.words.len() as u32;
            let length = word.chars().count();
            if all.by_length.len() <= length {
                all.by_length.resize(length + 1, Vec::new());
            }
            all.by_length[length].push((letters_of(word), at));
            if let Some(stem) = stem(word).filter(|_| !lexicon.keeps_case(word)) {
                all.by_stem.entry(stem).or_default().push(at);
            }
            all.words.push(word.into());
        }
        all
    }

    /// The words that have the stem of this one, itself among them where it is here.
    pub fn of_stem(&self, word: &str) -> impl Iterator<Item = &str> {
        let found = stem(word).and_then(|stem| self.by_stem.get(&stem));
        found.into_iter().flatten().map(|&at| &*self.words[at as usize])
    }

    /// The words at the least distance from this one, at most so many steps away; in order. A step is a letter put in, left
    /// out or changed, or two neighbours swapped.
    pub fn nearest(&self, word: &str, steps: usize) -> Vec<&str> {
        let letters: Vec<char> = word.chars().collect();
        let set = letters_of(word);
        let mut least = steps;
        let mut found: Vec<u32> = Vec::new();
        let lengths =
            letters.len().saturating_sub(steps)..=(letters.len() + steps).min(self.by_length.len().wrapping_sub(1));
        for &(other, at) in lengths.filter_map(|length| self.by_length.get(length)).flatten() {
            // A step takes away one letter and brings one at the most.
            if (set & !other).count_ones().max((other & !set).count_ones()) as usize > least {
                continue;
            }
            match distance(&letters, &self.words[at as usize], least) {
                Some(steps) if steps < least => {
                    least = steps;
                    found = vec![at];
                }
                Some(_) => found.push(at),
                None => {}
            }
        }
        found.sort_unstable();
        found.into_iter().map(|at| &*self.words[at as usize]).collect()
    }

    /// So many words that begin as this one does, with as many of its letters as any do, but three at the least.
    pub fn beginning_like(&self, word: &str, most: usize) -> Vec<&str> {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).skip(2).collect::<Vec<_>>();
        for end in ends.into_iter().rev() {
            let from = self.words.partition_point(|other| **other < word[..end]);
            let here = self.words[from..].iter().take_while(|other| other.starts_with(&word[..end]));
            let found: Vec<&str> = here.take(most).map(|word| &**word).collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
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

    fn vocabulary() -> Vocabulary {
        let mut words =
            ["treaty", "treaties", "entreaty", "three", "tree", "trek", "declaration", "острова", "US", "uses", "use"];
        words.sort_unstable();
        Vocabulary::new(words.into_iter(), &Lexicon::default())
    }

    #[test]
    fn the_nearest_words_are_those_at_the_least_distance() {
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
            assert_eq!(vocabulary().nearest(word, steps).join(" "), expected, "{word}");
        }
    }

    #[test]
    fn words_of_one_stem_and_of_one_beginning_are_found() {
        let vocabulary = vocabulary();
        assert_eq!(vocabulary.of_stem("treaty").collect::<Vec<_>>(), ["treaties", "treaty"]);
        assert_eq!(vocabulary.of_stem("островов").collect::<Vec<_>>(), ["острова"]);
        assert_eq!(vocabulary.beginning_like("treacle", 9), ["treaties", "treaty"]);
        assert_eq!(vocabulary.beginning_like("tz", 9), [""; 0]);
    }
}
