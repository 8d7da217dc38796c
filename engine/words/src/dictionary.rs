//! Words, each once, with a number: the dictionary of an index.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Words by number, from 0 in the order in which they came. They stand in one text, since a corpus has many and most are short.
#[derive(Clone, Default)]
pub struct Words {
    text: String,
    ends: Vec<u32>,
    table: HashTable<Known>,
}

/// A word in the table. Most have no more bytes than its head, and are told apart without their text.
#[derive(Clone, Copy)]
struct Known {
    head: u64,
    length: u32,
    id: u32,
}

/// How many bytes a head has.
const HEAD: usize = 8;

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
        let (head, length) = (head(wanted.as_bytes()), wanted.len() as u32);
        let is_it = |known: &Known| {
            known.head == head && known.length == length && (wanted.len() <= HEAD || self.get(known.id) == wanted)
        };
        self.table.find(hash(head, wanted), is_it).map(|known| known.id)
    }

    /// The number of a word, which is put in where it is not yet here.
    pub fn intern(&mut self, wanted: &str) -> u32 {
        let head = head(wanted.as_bytes());
        if wanted.len() <= HEAD {
            return self.intern_short(head, wanted.len());
        }
        let Words { text, ends, table } = self;
        let length = wanted.len() as u32;
        let is_it =
            |known: &Known| known.head == head && known.length == length && word(text, ends, known.id) == wanted;
        match table.entry(hash(head, wanted), is_it, |known| known.hash(text, ends)) {
            Entry::Occupied(known) => known.get().id,
            Entry::Vacant(place) => {
                let id = put(wanted, text, ends);
                place.insert(Known { head, length, id });
                id
            }
        }
    }

    /// The same for a word that is all in its head.
    fn intern_short(&mut self, head: u64, length: usize) -> u32 {
        let Words { text, ends, table } = self;
        let is_it = |known: &Known| known.head == head && known.length == length as u32;
        match table.entry(short_hash(head), is_it, |known| known.hash(text, ends)) {
            Entry::Occupied(known) => known.get().id,
            Entry::Vacant(place) => {
                let bytes = head.to_le_bytes();
                let id = put(std::str::from_utf8(&bytes[..length]).unwrap_or_default(), text, ends);
                place.insert(Known { head, length: length as u32, id });
                id
            }
        }
    }
}

impl Known {
    fn hash(&self, text: &str, ends: &[u32]) -> u64 {
        if self.length as usize <= HEAD { short_hash(self.head) } else { hash(self.head, word(text, ends, self.id)) }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries((0..self.count() as u32).map(|id| self.get(id))).finish()
    }
}

/// Puts a word behind the others; gives its number.
fn put(word: &str, text: &mut String, ends: &mut Vec<u32>) -> u32 {
    text.push_str(word);
    ends.push(text.len() as u32);
    ends.len() as u32 - 1
}

fn word<'a>(text: &'a str, ends: &[u32], id: u32) -> &'a str {
    let from = (id as usize).checked_sub(1).map_or(0, |before| ends[before]);
    &text[from as usize..ends[id as usize] as usize]
}

/// The first bytes of a word as a number, the first the least; zeros behind a shorter one.
fn head(word: &[u8]) -> u64 {
    if let Some(first) = word.first_chunk() {
        return u64::from_le_bytes(*first);
    }
    // Of a shorter one two pieces that may overlap, where both have the same bytes.
    match (word.first_chunk(), word.last_chunk(), word) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (word.len() - 4))
        }
        (_, _, [a, b, c]) => u64::from_le_bytes([*a, *b, *c, 0, 0, 0, 0, 0]),
        (_, _, [a, b]) => u64::from_le_bytes([*a, *b, 0, 0, 0, 0, 0, 0]),
        (_, _, [a]) => u64::from(*a),
        _ => 0,
    }
}

fn hash(head: u64, word: &str) -> u64 {
    if word.len() <= HEAD {
        return short_hash(head);
    }
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

fn short_hash(head: u64) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_u64(head);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_for_ever() {
        let mut words = Words::default();
        let word = |n: usize| match n % 3 {
            0 => format!("w{}", n % 300),
            1 => format!("a longer word {}", n % 300),
            _ => format!("é{}", n % 300),
        };
        let all: Vec<String> = (0..1000).map(word).collect();
        let ids: Vec<u32> = all.iter().map(|word| words.intern(word)).collect();
        assert_eq!(words.count(), 300);
        for (word, id) in all.iter().zip(ids) {
            assert_eq!((words.get(id), words.find(word)), (word.as_str(), Some(id)));
        }
        for other in ["w300", "w", "w0\0", "a longer word", "é"] {
            assert_eq!(words.find(other), None, "{other}");
        }
        assert_eq!((words.intern(""), words.find("")), (300, Some(300)));
        assert_eq!((words.intern("eightbyt"), words.find("eightbyt"), words.find("eightbyte")), (301, Some(301), None));
    }
}
