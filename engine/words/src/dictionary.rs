//! Words, each once, with a number: the dictionary of an index.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Words by number, from 0 in the order in which they came. They stand in one text, since a corpus has many and most are short.
#[derive(Clone, Default)]
pub struct Words {
    text: String,
    ends: Vec<u32>,
    table: HashTable<u32>,
}

impl Words {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The word of that number, which must be one of them.
    pub fn get(&self, id: u32) -> &str {
        word(&self.text, &self.ends, id)
    }

    /// The number of a word, if it is here.
    pub fn find(&self, wanted: &str) -> Option<u32> {
        self.table.find(hash(wanted), |&id| self.get(id) == wanted).copied()
    }

    /// The number of a word, which is put in where it is not yet here.
    pub fn intern(&mut self, wanted: &str) -> u32 {
        let Words { text, ends, table } = self;
        let entry = table.entry(hash(wanted), |&id| word(text, ends, id) == wanted, |&id| hash(word(text, ends, id)));
        match entry {
            hashbrown::hash_table::Entry::Occupied(known) => *known.get(),
            hashbrown::hash_table::Entry::Vacant(place) => {
                let id = ends.len() as u32;
                place.insert(id);
                text.push_str(wanted);
                ends.push(text.len() as u32);
                id
            }
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries((0..self.count() as u32).map(|id| self.get(id))).finish()
    }
}

fn word<'a>(text: &'a str, ends: &[u32], id: u32) -> &'a str {
    let from = (id as usize).checked_sub(1).map_or(0, |before| ends[before]);
    &text[from as usize..ends[id as usize] as usize]
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_for_ever() {
        let mut words = Words::default();
        let all: Vec<String> = (0..1000).map(|n| format!("w{}", n % 300)).collect();
        let ids: Vec<u32> = all.iter().map(|word| words.intern(word)).collect();
        assert_eq!(words.count(), 300);
        for (word, id) in all.iter().zip(ids) {
            assert_eq!((words.get(id), words.find(word)), (word.as_str(), Some(id)));
        }
        assert_eq!(words.find("w300"), None);
        assert_eq!((words.intern(""), words.find("")), (300, Some(300)));
    }
}
