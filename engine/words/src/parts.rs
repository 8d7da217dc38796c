//! Rows of some units as bytes: what one thread hands to another, which puts them behind those that it has.
//!
//! Words are told once and named by their numbers from then on: most words of a part were in others before.

use crate::{Row, RowBytes, Words, number, put, taken, write};

/// Makes parts, one after the other: gathers the words of some units and writes their rows, then those of the next units.
#[derive(Debug, Default)]
pub struct Parts {
    words: Words,
    /// For each word the number that it was told with, or none.
    numbers: Vec<u32>,
    /// How many were told.
    told: u32,
    /// For each word its number in the present part, or none.
    here: Vec<u32>,
    /// The words of the present part, each with how often it was added.
    present: Vec<(u32, u32)>,
    added: Vec<Added>,
}

/// A word in a unit: its number in the present part; and its place, or its count where order is not known.
#[derive(Clone, Copy, Debug)]
struct Added {
    word: u32,
    unit: u32,
    value: u32,
}

/// No number.
const NONE: u32 = u32::MAX;

impl Parts {
    /// Begins a part. What was added to the one before is forgotten, but for the words that were told.
    pub fn begin(&mut self) {
        self.present.drain(..).for_each(|(word, _)| self.here[word as usize] = NONE);
        self.added.clear();
    }

    /// The number of a word in the present part.
    pub fn word(&mut self, word: &str) -> u32 {
        let id = self.words.intern(word);
        if id as usize == self.here.len() {
            self.here.push(NONE);
            self.numbers.push(NONE);
        }
        let here = &mut self.here[id as usize];
        if *here == NONE {
            *here = self.present.len() as u32;
            self.present.push((id, 0));
        }
        *here
    }

    /// Adds a word, by its number in the present part, to a unit, which is no less than those before: with its place, counted from
    /// 0, or with its count where the unit's order is not known.
    pub fn add(&mut self, word: u32, unit: u32, value: u32) {
        self.present[word as usize].1 += 1;
        self.added.push(Added { word, unit, value });
    }

    /// Writes the part behind `bytes`, for [`Part::read`]; `ordered` says of each unit whether the order of its words is known.
    pub fn write(&mut self, ordered: &[bool], bytes: &mut Vec<u8>) {
        write(bytes, self.told);
        let is_new = |(word, count): &&(u32, u32)| *count > 0 && self.numbers[*word as usize] == NONE;
        let new: Vec<u32> = self.present.iter().filter(is_new).map(|(word, _)| *word).collect();
        write(bytes, new.len() as u32);
        for word in new {
            self.numbers[word as usize] = self.told;
            self.told += 1;
            put(self.words.get(word).as_bytes(), bytes);
        }
        // A word's places are brought together before they are written: to go from row to row with each word of a text is slow.
        let mut next = 0;
        let mut ends: Vec<usize> = Vec::with_capacity(self.present.len());
        for (_, count) in &self.present {
            ends.push(next);
            next += *count as usize;
        }
        let mut sorted = vec![(0, 0); self.added.len()];
        for Added { word, unit, value } in &self.added {
            let end = &mut ends[*word as usize];
            sorted[*end] = (*unit, *value);
            *end += 1;
        }
        write(bytes, self.present.iter().filter(|(_, count)| *count > 0).count() as u32);
        let (mut row, mut from) = (Row::default(), 0);
        for ((word, _), end) in self.present.iter().zip(ends).filter(|((_, count), _)| *count > 0) {
            row.clear();
            for (unit, value) in &sorted[from..end] {
                match ordered[*unit as usize] {
                    true => row.add_place(*unit, *value),
                    false => row.add_count(*unit, *value),
                }
            }
            from = end;
            write(bytes, self.numbers[*word as usize]);
            row.write(bytes);
        }
    }
}

/// A part, read from its bytes.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    pub(crate) words: Vec<&'a str>,
    pub(crate) rows: Vec<(u32, RowBytes<'a>)>,
}

impl<'a> Part<'a> {
    /// Reads a part as [`Parts::write`] writes it, from where `at` stands, and goes behind it; `known` is how many words were
    /// told before. None where it is not whole, or a part before it is missing.
    pub fn read(bytes: &'a [u8], at: &mut usize, known: usize) -> Option<Part<'a>> {
        if number(bytes, at) as usize != known {
            return None;
        }
        // A number behind the end would read as none; of what follows each takes a byte at the least.
        let many = |at: &mut usize| {
            let many = (*at < bytes.len()).then(|| number(bytes, at) as usize)?;
            (many <= bytes.len() - *at).then_some(many)
        };
        let mut words = Vec::new();
        for _ in 0..many(at)? {
            words.push(std::str::from_utf8(taken(bytes, at)?).ok()?);
        }
        let mut rows = Vec::new();
        for _ in 0..many(at)? {
            let word = Some(number(bytes, at)).filter(|word| (*word as usize) < known + words.len())?;
            rows.push((word, RowBytes::read(bytes, at)?));
        }
        Some(Part { words, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rows, plain::Plain};

    #[test]
    fn parts_that_were_written_are_put_behind_others() {
        let texts = ["the first the", "a second first", "", "the the third", "A longer declaration, the first"];
        let mut whole = Rows::default();
        for (unit, text) in (0..).zip(texts) {
            whole.add_text(text, unit, &Plain);
        }
        whole.row("the").add_count(5, 7);
        let (mut rows, mut numbers) = (Rows::default(), Vec::new());
        let mut parts = Parts::default();
        for base in [0, 2] {
            let end = if base == 0 { 2 } else { texts.len() };
            // What is not written leaves nothing.
            parts.begin();
            for word in ["a", "lost"] {
                let lost = parts.word(word);
                parts.add(lost, 0, 0);
            }
            parts.begin();
            for (unit, text) in (0..).zip(&texts[base..end]) {
                for (place, word) in (0..).zip(text.split([' ', ',']).filter(|word| !word.is_empty())) {
                    let word = parts.word(&word.to_lowercase());
                    parts.add(word, unit, place);
                }
            }
            if base == 2 {
                let the = parts.word("the");
                parts.word("of no unit");
                parts.add(the, 3, 7);
            }
            let mut bytes = vec![7];
            parts.write(&[true, true, true, false], &mut bytes);
            let read = |bytes, known| Part::read(bytes, &mut 1, known);
            for cut in 2..bytes.len() {
                assert!(read(&bytes[..cut], numbers.len()).is_none(), "{cut}");
            }
            assert!(read(&bytes, numbers.len() + 1).is_none(), "a part before it is missing");
            let mut at = 1;
            rows.append(&Part::read(&bytes, &mut at, numbers.len()).unwrap(), &mut numbers, base as u32);
            assert_eq!(at, bytes.len());
        }
        assert_eq!(rows.words().count(), whole.words().count());
        for id in 0..whole.words().count() as u32 {
            let word = whole.words().get(id);
            assert_eq!(format!("{:?}", rows.find(word).unwrap()), format!("{:?}", whole.of(id)), "{word}");
        }
    }
}
