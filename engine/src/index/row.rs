//! The postings of one word, as bytes.
//!
//! A posting begins with the units since the last one's, doubled and odd; then comes its first place, then for each further
//! place the words since the one before, doubled and so even. In a unit without order, counts stand for places. Numbers are
//! written seven bits to a byte, the least first (LEB128), so most take one byte, and the first byte alone tells odd from even.

use super::Unit;

/// The postings of a word, in the order of units; written from the front, read from the front.
#[derive(Clone, Debug, Default)]
pub struct Row {
    bytes: Vec<u8>,
    units: u32,
    /// One more than the last unit.
    next: u32,
    place: u32,
}

impl Row {
    /// The row of a word that is nowhere.
    pub(super) const NONE: Row = Row { bytes: Vec::new(), units: 0, next: 0, place: 0 };

    /// Adds a place in a unit, both no less than those before.
    pub(super) fn add_place(&mut self, unit: u32, place: u32) {
        if self.begins(unit) {
            write(&mut self.bytes, place);
        } else {
            write(&mut self.bytes, (place - self.place) << 1);
        }
        self.place = place;
    }

    /// Adds a count in a unit without order.
    pub(super) fn add_count(&mut self, unit: u32, count: u32) {
        let count = if self.begins(unit) { count } else { count << 1 };
        write(&mut self.bytes, count);
    }

    /// Begins the posting of a unit, unless it is the present one.
    fn begins(&mut self, unit: u32) -> bool {
        if self.next == unit + 1 {
            return false;
        }
        write(&mut self.bytes, (unit - self.next) << 1 | 1);
        self.next = unit + 1;
        self.units += 1;
        true
    }

    /// How many units hold the word.
    pub fn units(&self) -> usize {
        self.units as usize
    }

    /// Its postings, given the units of the index.
    pub fn postings<'a>(&'a self, units: &'a [Unit]) -> Postings<'a> {
        Postings { bytes: &self.bytes, next: 0, units }
    }
}

/// A word in a unit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Posting<'a> {
    /// Index of the unit.
    pub unit: u32,
    /// How often the word stands there.
    pub count: u32,
    places: &'a [u8],
}

impl Posting<'_> {
    /// At which words of the unit, counted from 0, in order; means nothing where order is not known.
    pub fn places(&self) -> impl Iterator<Item = u32> {
        let mut bytes = self.places;
        let mut at = 0;
        let mut first = true;
        std::iter::from_fn(move || {
            if bytes.is_empty() {
                return None;
            }
            let number = read(&mut bytes);
            at += if std::mem::take(&mut first) { number } else { number >> 1 };
            Some(at)
        })
    }
}

/// Reads the postings of a row.
#[derive(Clone, Debug)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    next: u32,
    units: &'a [Unit],
}

impl<'a> Iterator for Postings<'a> {
    type Item = Posting<'a>;

    fn next(&mut self) -> Option<Posting<'a>> {
        if self.bytes.is_empty() {
            return None;
        }
        let unit = self.next + (read(&mut self.bytes) >> 1);
        self.next = unit + 1;
        let ordered = self.units[unit as usize].ordered;
        let places = self.bytes;
        let first = read(&mut self.bytes);
        let mut count = if ordered { 1 } else { first };
        while self.bytes.first().is_some_and(|byte| byte & 1 == 0) {
            let further = read(&mut self.bytes);
            count += if ordered { 1 } else { further >> 1 };
        }
        Some(Posting { unit, count, places: &places[..places.len() - self.bytes.len()] })
    }
}

fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
        shift += 7;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Place;

    fn units(ordered: &[bool]) -> Vec<Unit> {
        let unit = |(article, &ordered)| Unit { article, place: Place::Title, length: 0, ordered };
        ordered.iter().enumerate().map(unit).collect()
    }

    #[test]
    fn what_was_written_is_read() {
        let units = units(&[true; 2000]);
        let mut row = Row::default();
        let held: Vec<(u32, Vec<u32>)> =
            vec![(0, vec![0]), (1, vec![0, 1, 2]), (130, vec![127, 128, 300, 70_000, 9_000_000]), (1999, vec![5])];
        for (unit, places) in &held {
            places.iter().for_each(|place| row.add_place(*unit, *place));
        }
        let read: Vec<(u32, Vec<u32>)> = row.postings(&units).map(|p| (p.unit, p.places().collect())).collect();
        assert_eq!(read, held);
        assert!(row.postings(&units).all(|posting| posting.count as usize == posting.places().count()));
        assert_eq!(row.units(), 4);
        assert_eq!(Row::default().postings(&units).count(), 0);
    }

    #[test]
    fn counts_of_one_unit_are_added() {
        let units = units(&[false, true, false]);
        let mut row = Row::default();
        row.add_count(0, 200);
        row.add_count(0, 3);
        row.add_place(1, 7);
        row.add_place(1, 9);
        row.add_count(2, 1);
        let counts: Vec<(u32, u32)> = row.postings(&units).map(|p| (p.unit, p.count)).collect();
        assert_eq!(counts, [(0, 203), (1, 2), (2, 1)]);
    }
}
