//! Words with their postings, and the way of a text into them.

use crate::{Reading, Row, RowBytes, Words, each_word, number, write};

/// Words, each with the row of its postings.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    words: Words,
    rows: Vec<Row>,
}

impl Rows {
    /// Adds the words of a unit's text, each at its place, counted from 0; says how many they are.
    pub fn add_text(&mut self, text: &str, unit: u32, reading: &dyn Reading) -> u32 {
        let mut place = 0;
        each_word(text, reading, &mut |word, _| {
            self.row(word).add_place(unit, place);
            place += 1;
        });
        place
    }

    /// Writes all behind `bytes` as a part, for [`Part::read`]. `told` are the words of the parts before, by whose numbers these name
    /// them; it learns those that are new, and they are told.
    pub fn write_part(&self, told: &mut Words, bytes: &mut Vec<u8>) {
        let known = told.count() as u32;
        let numbers: Vec<u32> = (0..self.rows.len() as u32).map(|id| told.intern(self.words.get(id))).collect();
        write(bytes, known);
        write(bytes, told.count() as u32 - known);
        for number in known..told.count() as u32 {
            let word = told.get(number);
            write(bytes, word.len() as u32);
            bytes.extend_from_slice(word.as_bytes());
        }
        write(bytes, numbers.len() as u32);
        for (number, row) in numbers.iter().zip(&self.rows) {
            write(bytes, *number);
            row.write(bytes);
        }
    }

    /// Puts the rows of a part behind these; its units are counted from `base` on, which is past all units here. `numbers` has
    /// for each word that was told in the parts before its number here, and learns those of this one.
    pub fn append(&mut self, part: &Part<'_>, numbers: &mut Vec<u32>, base: u32) {
        for word in &part.words {
            let id = self.words.intern(word);
            row_of(&mut self.rows, id);
            numbers.push(id);
        }
        for (word, row) in &part.rows {
            self.rows[numbers[*word as usize] as usize].append(row, base);
        }
    }

    /// The row of a word, which is put in where it is not yet here.
    pub fn row(&mut self, word: &str) -> &mut Row {
        let id = self.words.intern(word);
        row_of(&mut self.rows, id)
    }

    /// The row of a word, if it is here.
    pub fn find(&self, word: &str) -> Option<&Row> {
        self.words.find(word).map(|id| self.of(id))
    }

    /// The row of the word of that number, which must be one of them.
    pub fn of(&self, id: u32) -> &Row {
        &self.rows[id as usize]
    }

    /// Its words.
    pub fn words(&self) -> &Words {
        &self.words
    }
}

/// Rows of some units, as bytes that are read where other units are put together. Words are told once and named by their numbers
/// from then on: most words of a part were in others before.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    words: Vec<&'a str>,
    rows: Vec<(u32, RowBytes<'a>)>,
}

impl<'a> Part<'a> {
    /// Reads a part as [`Rows::write_part`] writes it, from where `at` stands, and goes behind it; `known` is how many words were
    /// told before. None where it is not whole, or a part before it is missing.
    pub fn read(bytes: &'a [u8], at: &mut usize, known: usize) -> Option<Part<'a>> {
        if number(bytes, at) as usize != known {
            return None;
        }
        // A number behind the end would read as none.
        let many = |at: &mut usize| (*at < bytes.len()).then(|| number(bytes, at));
        let mut words = Vec::new();
        for _ in 0..many(at)? {
            let length = number(bytes, at) as usize;
            words.push(std::str::from_utf8(bytes.get(*at..)?.get(..length)?).ok()?);
            *at += length;
        }
        let mut rows = Vec::new();
        for _ in 0..many(at)? {
            let word = Some(number(bytes, at)).filter(|word| (*word as usize) < known + words.len())?;
            rows.push((word, RowBytes::read(bytes, at)?));
        }
        Some(Part { words, rows })
    }
}

/// Numbers are given in order, so a new word's row is the next.
fn row_of(rows: &mut Vec<Row>, id: u32) -> &mut Row {
    if id as usize == rows.len() {
        rows.push(Row::default());
    }
    &mut rows[id as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Class, PLAIN};
    use std::ops::Range;

    struct Plain;

    impl Reading for Plain {
        fn classes(&self) -> &[Class; 256] {
            &PLAIN
        }

        fn keeps_case(&self, word: &str) -> bool {
            word == "US"
        }

        fn is_quick(&self, text: &str) -> bool {
            !text.starts_with('а')
        }

        fn full(&self, text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
            text.split_whitespace().for_each(|word| found(&word.to_uppercase(), 0..0));
        }
    }

    #[test]
    fn the_words_of_a_text_stand_at_their_places() {
        let mut rows = Rows::default();
        let text = "The US told us: Declarations don’t, A9 thé DOCUMENTATION the";
        assert_eq!(rows.add_text(text, 0, &Plain), 10);
        let expected = ["the", "US", "told", "us", "declarations", "don't", "a9", "THÉ", "documentation"];
        let words = rows.words();
        assert_eq!((0..words.count() as u32).map(|id| words.get(id)).collect::<Vec<_>>(), expected);
        let mut read = Vec::new();
        rows.find("the").unwrap().read(&[true], &mut read);
        let mut places = Vec::new();
        rows.find("the").unwrap().places(&read[0], &mut places);
        assert_eq!((read.len(), read[0].count, places), (1, 2, vec![0, 9]));
        assert_eq!(rows.add_text("а они", 1, &Plain), 2);
        assert!(rows.find("ОНИ").is_some() && rows.find("они").is_none());
    }

    #[test]
    fn parts_that_were_written_are_put_behind_others() {
        let texts = ["the first the", "a second first", "", "the the third", "A longer declaration, the first"];
        let mut whole = Rows::default();
        for (unit, text) in (0..).zip(texts) {
            whole.add_text(text, unit, &Plain);
        }
        let (mut parts, mut numbers) = (Rows::default(), Vec::new());
        let mut told = Words::default();
        for base in [0, 2] {
            let mut some = Rows::default();
            let end = if base == 0 { 2 } else { texts.len() };
            for (unit, text) in (0..).zip(&texts[base..end]) {
                some.add_text(text, unit, &Plain);
            }
            let mut bytes = vec![7];
            some.write_part(&mut told, &mut bytes);
            let read = |bytes, known| Part::read(bytes, &mut 1, known);
            for cut in 2..bytes.len() {
                assert!(read(&bytes[..cut], numbers.len()).is_none(), "{cut}");
            }
            assert!(read(&bytes, numbers.len() + 1).is_none(), "a part before it is missing");
            let mut at = 1;
            parts.append(&Part::read(&bytes, &mut at, numbers.len()).unwrap(), &mut numbers, base as u32);
            assert_eq!(at, bytes.len());
        }
        assert_eq!(format!("{:?}", parts.words), format!("{:?}", whole.words));
        assert_eq!(format!("{:?}", parts.rows), format!("{:?}", whole.rows));
    }
}
