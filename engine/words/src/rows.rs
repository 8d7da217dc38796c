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

    /// Writes all behind `bytes`, for [`append`](Rows::append).
    pub fn write(&self, bytes: &mut Vec<u8>) {
        write(bytes, self.rows.len() as u32);
        for (id, row) in (0..).zip(&self.rows) {
            let word = self.words.get(id);
            write(bytes, word.len() as u32);
            bytes.extend_from_slice(word.as_bytes());
            row.write(bytes);
        }
    }

    /// Puts the rows that were read behind these; their units are counted from `base` on, which is past all units here.
    pub fn append(&mut self, read: &[(&str, RowBytes<'_>)], base: u32) {
        for (word, row) in read {
            self.row(word).append(row, base);
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

/// Reads words and rows as [`Rows::write`] writes them, from where `at` stands, and goes behind them; none where they are not whole.
pub fn read_rows<'a>(bytes: &'a [u8], at: &mut usize) -> Option<Vec<(&'a str, RowBytes<'a>)>> {
    let count = number(bytes, at);
    let mut read = Vec::new();
    for _ in 0..count {
        let length = number(bytes, at) as usize;
        let word = std::str::from_utf8(bytes.get(*at..)?.get(..length)?).ok()?;
        *at += length;
        read.push((word, RowBytes::read(bytes, at)?));
    }
    Some(read)
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
    fn rows_that_were_written_are_put_behind_others() {
        let texts = ["the first the", "a second first", "", "the the third", "A longer declaration, the first"];
        let mut whole = Rows::default();
        for (unit, text) in (0..).zip(texts) {
            whole.add_text(text, unit, &Plain);
        }
        let mut parts = Rows::default();
        for base in [0, 2] {
            let mut some = Rows::default();
            let end = if base == 0 { 2 } else { texts.len() };
            for (unit, text) in (0..).zip(&texts[base..end]) {
                some.add_text(text, unit, &Plain);
            }
            let mut bytes = vec![7];
            some.write(&mut bytes);
            let mut at = 1;
            parts.append(&read_rows(&bytes, &mut at).unwrap(), base as u32);
            assert_eq!(at, bytes.len());
            for cut in 2..bytes.len() {
                assert!(read_rows(&bytes[..cut], &mut 1).is_none(), "{cut}");
            }
        }
        assert_eq!(format!("{:?}", parts.words), format!("{:?}", whole.words));
        assert_eq!(format!("{:?}", parts.rows), format!("{:?}", whole.rows));
    }
}
