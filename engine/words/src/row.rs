//! The postings of one word, as bytes.
//!
//! A posting begins with the units since the last one's, doubled and odd; then comes its first place, then for each further
//! place the words since the one before, doubled and so even. In a unit without order, counts stand for places. Numbers are
//! written seven bits to a byte, the least first (LEB128), so most take one byte, and the first byte alone tells odd from even.

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
    pub const NONE: Row = Row { bytes: Vec::new(), units: 0, next: 0, place: 0 };

    /// Takes all postings away, and keeps the room for others.
    pub fn clear(&mut self) {
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        *self = Row { bytes, ..Row::NONE };
    }

    /// Adds a place in a unit, both no less than those before.
    pub fn add_place(&mut self, unit: u32, place: u32) {
        if self.begins(unit) {
            write(&mut self.bytes, place);
        } else {
            write(&mut self.bytes, (place - self.place) << 1);
        }
        self.place = place;
    }

    /// Adds a count in a unit without order, of less than 2³¹.
    pub fn add_count(&mut self, unit: u32, count: u32) {
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

    /// Puts the postings of another row behind these; its units are counted from `base` on, which is past all units here.
    pub fn append(&mut self, other: &RowBytes<'_>, base: u32) {
        let mut at = 0;
        let first = number(other.bytes, &mut at) >> 1;
        write(&mut self.bytes, (base + first - self.next) << 1 | 1);
        self.bytes.extend_from_slice(&other.bytes[at..]);
        self.units += other.units;
        self.next = base + other.next;
        self.place = other.place;
    }

    /// Writes the row behind `bytes`, for [`RowBytes::read`].
    pub fn write(&self, bytes: &mut Vec<u8>) {
        [self.units, self.next, self.place].into_iter().for_each(|n| write(bytes, n));
        put(&self.bytes, bytes);
    }

    /// How many units hold the word.
    pub fn units(&self) -> usize {
        self.units as usize
    }

    /// Reads its postings into `read`, in place of what is there; `ordered` says of each unit whether the order of its words is
    /// known.
    pub fn read(&self, ordered: &[bool], read: &mut Vec<Posting>) {
        read.clear();
        read.reserve(self.units());
        let mut at = 0;
        let mut next = 0;
        while at < self.bytes.len() {
            let unit = next + (number(&self.bytes, &mut at) >> 1);
            next = unit + 1;
            let ordered = ordered[unit as usize];
            let start = at;
            let first = number(&self.bytes, &mut at);
            let mut count = if ordered { 1 } else { first };
            while self.bytes.get(at).is_some_and(|byte| byte & 1 == 0) {
                let further = number(&self.bytes, &mut at);
                count = count.saturating_add(if ordered { 1 } else { further >> 1 });
            }
            read.push(Posting { unit, count, start: start as u32, end: at as u32 });
        }
    }

    /// Reads the places of one of its postings into `read`, in place of what is there: at which words of the unit, counted from 0, in
    /// order. Means nothing where order is not known.
    pub fn places(&self, posting: &Posting, read: &mut Vec<u32>) {
        read.clear();
        let bytes = &self.bytes[..posting.end as usize];
        let mut at = posting.start as usize;
        let mut place = 0;
        while at < bytes.len() {
            let number = number(bytes, &mut at);
            place += if read.is_empty() { number } else { number >> 1 };
            read.push(place);
        }
    }
}

/// So many bytes a number has at the most, and so many bits the bytes before its last.
const LONGEST: usize = 5;
const LAST: u32 = 7 * (LONGEST as u32 - 1);

/// A row as it was written, of at least one posting.
#[derive(Clone, Copy, Debug)]
pub struct RowBytes<'a> {
    bytes: &'a [u8],
    units: u32,
    next: u32,
    place: u32,
}

impl<'a> RowBytes<'a> {
    /// Reads one from where `at` stands, and goes behind it; none where there is not a whole one.
    pub fn read(bytes: &'a [u8], at: &mut usize) -> Option<RowBytes<'a>> {
        let [units, next, place] = [(); 3].map(|()| number(bytes, at));
        let row = taken(bytes, at)?;
        (!row.is_empty()).then_some(RowBytes { bytes: row, units, next, place })
    }
}

/// A word in a unit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Posting {
    /// Index of the unit.
    pub unit: u32,
    /// How often the word stands there.
    pub count: u32,
    /// Where its places stand in its row.
    start: u32,
    end: u32,
}

/// Writes a number behind `bytes`.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Puts some bytes behind others, so that [`taken`] finds their end.
pub fn put(some: &[u8], bytes: &mut Vec<u8>) {
    write(bytes, some.len() as u32);
    bytes.extend_from_slice(some);
}

/// The bytes that were put where `at` stands, which goes behind them; none where they are not whole.
pub fn taken<'a>(bytes: &'a [u8], at: &mut usize) -> Option<&'a [u8]> {
    let length = number(bytes, at) as usize;
    let some = bytes.get(*at..)?.get(..length)?;
    *at += length;
    Some(some)
}

/// Reads the number that begins at a byte, and goes behind it.
pub fn number(bytes: &[u8], at: &mut usize) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some(&byte) = bytes.get(*at) {
        *at += 1;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 || shift == LAST {
            break;
        }
        shift += 7;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(row: &Row, ordered: &[bool]) -> Vec<Posting> {
        let mut read = Vec::new();
        row.read(ordered, &mut read);
        read
    }

    #[test]
    fn what_was_written_is_read() {
        let mut row = Row::default();
        let held: Vec<(u32, Vec<u32>)> =
            vec![(0, vec![0]), (1, vec![0, 1, 2]), (130, vec![127, 128, 300, 70_000, 9_000_000]), (1999, vec![5])];
        for (unit, places) in &held {
            places.iter().for_each(|place| row.add_place(*unit, *place));
        }
        let postings = read(&row, &[true; 2000]);
        let mut places = Vec::new();
        for (posting, (unit, expected)) in postings.iter().zip(&held) {
            row.places(posting, &mut places);
            assert_eq!((posting.unit, posting.count as usize, &places), (*unit, expected.len(), expected));
        }
        assert_eq!((postings.len(), row.units()), (4, 4));
        assert_eq!(read(&Row::default(), &[]).len(), 0);
    }

    #[test]
    fn counts_of_one_unit_are_added() {
        let mut row = Row::default();
        row.add_count(0, 200);
        row.add_count(0, 3);
        row.add_place(1, 7);
        row.add_place(1, 9);
        row.add_count(2, 1);
        let counts: Vec<(u32, u32)> = read(&row, &[false, true, false]).iter().map(|p| (p.unit, p.count)).collect();
        assert_eq!(counts, [(0, 203), (1, 2), (2, 1)]);
    }
}
