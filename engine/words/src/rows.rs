//! Words with their postings, and the way of a text into them.

use crate::{Part, Reading, Row, Words, each_word};

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
    use crate::plain::Plain;

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
}
