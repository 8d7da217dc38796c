//! Texts as the numbers of the words and gaps that they are made of: how the texts of a large corpus are shipped.
//!
//! A form is a word as it is written, with what it is found by, or a gap: what stands between two words. Each form is told once.
//! A text is the numbers of its forms in order and 0 at its end; one space between two words has no number. Frequent forms have
//! numbers of one byte, the others of two, or of three where there are very many. So a text takes a fourth of its bytes before it is
//! packed and four fifths of its packed bytes; whoever reads it back knows its words without looking for them, and it may stay as it is
//! ([`Texts`](crate::Texts)) until somebody wants to see it.
//!
//! Sources: words as the symbols of a text, Moffat, *Word-based text compression* (1989); gaps of one space left out, de Moura and
//! others, *Fast and flexible word searching on compressed text* (2000); numbers by bytes, Brisaboa and others, *(S,C)-dense coding*
//! (2003).

use crate::reading::fold;
use crate::{Parts, number, put, taken, write};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a form is found by, beside how it is written: the two low bits of its length.
const GAP: u32 = 0;
const AS_WRITTEN: u32 = 1;
const FOLDED: u32 = 2;
const OTHERWISE: u32 = 3;

/// How a form is written and, of a word, what it is found by.
type Pair = (String, Option<String>);

/// Takes texts in and writes them.
#[derive(Clone, Debug, Default)]
pub struct Coder {
    /// The forms by number, in the order in which they came, each with how often it stands in the texts.
    forms: Vec<(Pair, usize)>,
    numbers: BTreeMap<Pair, usize>,
    /// The forms of each text.
    texts: Vec<Vec<usize>>,
}

impl Coder {
    /// Adds a text with its words as they are found and the bytes they stand at, in order.
    pub fn add(&mut self, text: &str, words: impl IntoIterator<Item = (String, Range<usize>)>) {
        let (mut forms, mut at, mut behind_word) = (Vec::new(), 0, false);
        for (word, Range { start, end }) in words {
            let gap = &text[at..start];
            if gap != if behind_word { " " } else { "" } {
                forms.push(self.form((gap.to_string(), None)));
            }
            forms.push(self.form((text[start..end].to_string(), Some(word))));
            (at, behind_word) = (end, true);
        }
        if at < text.len() {
            forms.push(self.form((text[at..].to_string(), None)));
        }
        self.texts.push(forms);
    }

    fn form(&mut self, form: Pair) -> usize {
        let new = self.forms.len();
        let number = *self.numbers.entry(form.clone()).or_insert(new);
        if number == new {
            self.forms.push((form, 0));
        }
        self.forms[number].1 += 1;
        number
    }

    /// Writes all behind `bytes`, to their end, for [`Coded::read`].
    ///
    /// # Panics
    /// Where there are more forms than three bytes can number: more than sixteen millions.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        let Code { one, two } = Code::of(self.forms.len() + 1);
        // The most frequent ones first; those of one number's length in order, so that each has much in common with the one before. The
        // end is the first of all.
        let mut order: Vec<usize> = (0..self.forms.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(self.forms[*at].1));
        let mut rest = order.as_mut_slice();
        for many in [one.saturating_sub(1), (two - one) << 8, usize::MAX] {
            let (some, further) = rest.split_at_mut(many.min(rest.len()));
            some.sort_by(|a, b| self.forms[*a].0.cmp(&self.forms[*b].0));
            rest = further;
        }
        [order.len(), one, two].into_iter().for_each(|n| write(bytes, n as u32));
        let mut before = "";
        for at in &order {
            let (written, found) = &self.forms[*at].0;
            let shared = before.bytes().zip(written.bytes()).take_while(|(a, b)| a == b).count();
            let mut folded = String::new();
            fold(written, &mut folded);
            let sort = match found {
                None => GAP,
                Some(found) if found == written => AS_WRITTEN,
                Some(found) if *found == folded => FOLDED,
                Some(_) => OTHERWISE,
            };
            write(bytes, shared as u32);
            write(bytes, ((written.len() - shared) as u32) << 2 | sort);
            bytes.extend_from_slice(&written.as_bytes()[shared..]);
            if let (OTHERWISE, Some(found)) = (sort, found) {
                put(found.as_bytes(), bytes);
            }
            before = written;
        }
        let mut numbers = vec![0; order.len()];
        order.iter().zip(1..).for_each(|(at, number)| numbers[*at] = number);
        for text in &self.texts {
            let forms = text.iter().map(|at| numbers[*at]);
            forms.chain([0]).for_each(|number| Code { one, two }.write(number, bytes));
        }
    }
}

/// Which first bytes begin numbers of one byte, of two, and of three: those below `one`, those below `two`, and the rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Code {
    one: usize,
    two: usize,
}

impl Code {
    /// The code in which so many have numbers, and as many as possible short ones.
    fn of(many: usize) -> Code {
        if let Some(room) = (1_usize << 16).checked_sub(many) {
            return Code { one: (room / 255).min(256), two: 256 };
        }
        let threes = (many - (1 << 16)).div_ceil((1 << 16) - (1 << 8));
        Code { one: 0, two: 256_usize.checked_sub(threes).expect("no block has so many different words") }
    }

    fn write(self, number: usize, bytes: &mut Vec<u8>) {
        let Code { one, two } = self;
        let twos = (two - one) << 8;
        if number < one {
            bytes.push(number as u8);
        } else if number - one < twos {
            let rest = number - one;
            bytes.extend([(one + (rest >> 8)) as u8, rest as u8]);
        } else {
            let rest = number - one - twos;
            bytes.extend([(two + (rest >> 16)) as u8, (rest >> 8) as u8, rest as u8]);
        }
    }

    pub(crate) fn read(self, bytes: &[u8], at: &mut usize) -> Option<usize> {
        let Code { one, two } = self;
        let mut next = || {
            let byte = bytes.get(*at).copied();
            *at += 1;
            byte.map(usize::from)
        };
        let first = next()?;
        if first < one {
            return Some(first);
        }
        let second = next()?;
        if first < two {
            return Some(one + ((first - one) << 8 | second));
        }
        let third = next()?;
        Some(one + ((two - one) << 8) + ((first - two) << 16 | second << 8 | third))
    }
}

/// What a form is, as it is told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told<'a> {
    Gap,
    /// A word that is found as it is written.
    AsWritten,
    /// One that is found by its folded letters.
    Folded,
    /// One that is found by this.
    Otherwise(&'a str),
}

/// Forms, and a text, of more bytes are refused: no page could hold them, and a few bytes can name very many.
const MOST: usize = 1 << 28;

/// Reads the forms that [`Coder::write`] wrote from where `at` stands, and goes behind them. Calls `each` with every form; gives all of
/// them as they are written, each behind a space, and the code of their numbers. None where the bytes are not that.
pub(crate) fn forms(bytes: &[u8], at: &mut usize, each: &mut dyn FnMut(&str, Told<'_>)) -> Option<(Vec<u8>, Code)> {
    let [many, one, two] = [(); 3].map(|()| number(bytes, at) as usize);
    // Each takes two bytes at the least.
    if one > two || two > 256 || many > bytes.len().saturating_sub(*at) / 2 {
        return None;
    }
    let (mut written, mut before) = (Vec::new(), 0);
    for _ in 0..many {
        let shared = number(bytes, at) as usize;
        let length = number(bytes, at);
        let (sort, length) = (length & 3, (length >> 2) as usize);
        written.push(b' ');
        let from = written.len();
        if shared > from - 1 - before || from > MOST {
            return None;
        }
        written.extend_from_within(before..before + shared);
        written.extend_from_slice(bytes.get(*at..)?.get(..length)?);
        *at += length;
        let form = std::str::from_utf8(&written[from..]).ok()?;
        each(
            form,
            match sort {
                GAP => Told::Gap,
                AS_WRITTEN => Told::AsWritten,
                FOLDED => Told::Folded,
                _ => Told::Otherwise(std::str::from_utf8(taken(bytes, at)?).ok()?),
            },
        );
        before = from;
    }
    Some((written, Code { one, two }))
}

/// Texts of which the words are read, one text after the other.
#[derive(Clone, Debug)]
pub struct Coded<'a> {
    forms: Vec<Form>,
    code: Code,
    bytes: &'a [u8],
    /// Where the forms begin.
    from: usize,
    at: usize,
    /// How many bytes the numbers of each text take that was read.
    lengths: Vec<u32>,
}

/// How many bytes a form has, and the number of its word in the part.
#[derive(Clone, Copy, Debug)]
struct Form {
    length: u32,
    word: u32,
}

/// The number of a gap.
const NO_WORD: u32 = u32::MAX;

impl<'a> Coded<'a> {
    /// Reads the forms that [`Coder::write`] wrote from where `at` stands, and puts their words into a part. None where the bytes are not
    /// that.
    pub fn read(bytes: &'a [u8], mut at: usize, part: &mut Parts) -> Option<Coded<'a>> {
        let (from, mut read, mut folded) = (at, Vec::new(), String::new());
        let (_, code) = forms(bytes, &mut at, &mut |form, told| {
            let word = match told {
                Told::Gap => NO_WORD,
                Told::AsWritten => part.word(form),
                Told::Folded => {
                    fold(form, &mut folded);
                    part.word(&folded)
                }
                Told::Otherwise(found) => part.word(found),
            };
            read.push(Form { length: form.len() as u32, word });
        })?;
        Some(Coded { forms: read, code, bytes, from, at, lengths: Vec::new() })
    }

    /// Puts the words of the next text into a unit of the part that [`read`](Coded::read) was given, each at its place, counted from 0;
    /// says how many they are. None where there is no further text.
    pub fn next(&mut self, unit: u32, part: &mut Parts) -> Option<u32> {
        let (from, mut place, mut length, mut behind_word) = (self.at, 0, 0, false);
        loop {
            let number = self.code.read(self.bytes, &mut self.at)?;
            let Some(form) = number.checked_sub(1).filter(|_| length < MOST) else {
                self.lengths.push((self.at - from) as u32);
                return (number == 0).then_some(place);
            };
            let form = self.forms.get(form)?;
            let is_word = form.word != NO_WORD;
            length += form.length as usize + usize::from(is_word && behind_word);
            if is_word {
                part.add(form.word, unit, place);
                place += 1;
            }
            behind_word = is_word;
        }
    }

    /// Writes the texts behind `bytes`, for [`Texts::read`](crate::Texts::read). None where not all were read.
    pub fn write(&self, bytes: &mut Vec<u8>) -> Option<()> {
        if self.at != self.bytes.len() {
            return None;
        }
        write(bytes, self.lengths.len() as u32);
        self.lengths.iter().for_each(|length| write(bytes, *length));
        put(&self.bytes[self.from..], bytes);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Part, Rows, Texts};

    /// A text with its words, small words of letters alone; those in capitals are found as "c".
    fn coded<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<u8> {
        let mut coder = Coder::default();
        for text in texts {
            let mut words = Vec::new();
            let mut at = 0;
            for run in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
                let word = run.trim_end_matches(|c: char| !c.is_alphanumeric());
                let is_odd = word.starts_with('Q');
                if !word.is_empty() {
                    words.push((if is_odd { "c".into() } else { word.to_ascii_lowercase() }, at..at + word.len()));
                }
                at += run.len();
            }
            coder.add(text, words);
        }
        let mut bytes = vec![9];
        coder.write(&mut bytes);
        bytes
    }

    fn read(bytes: &[u8], many: usize) -> Option<(Vec<String>, Rows)> {
        let mut parts = Parts::default();
        let mut coded = Coded::read(bytes, 1, &mut parts)?;
        for unit in 0..many {
            coded.next(unit as u32, &mut parts)?;
        }
        let mut kept = vec![9];
        coded.write(&mut kept)?;
        let mut at = 1;
        let kept = Texts::read(&kept, &mut at).filter(|_| at == kept.len())?;
        assert_eq!((kept.len(), kept.get(many)), (many, String::new()));
        let texts = (0..many).map(|nth| kept.get(nth)).collect();
        let (mut written, mut rows) = (Vec::new(), Rows::default());
        parts.write(&vec![true; many], &mut written);
        rows.append(&Part::read(&written, &mut 0, 0)?, &mut Vec::new(), 0);
        Some((texts, rows))
    }

    const TEXTS: [&str; 7] = [
        "The harbour, the Harbour and  the quay",
        "",
        " .",
        "Quay quay Quux",
        "a",
        "острова и ÉTÉ: 島 a-sufficiently-long-word's Extraordinarily",
        "one two three. ",
    ];

    #[test]
    fn texts_are_read_as_they_were_with_their_words() {
        let (texts, rows) = read(&coded(TEXTS), TEXTS.len()).unwrap();
        assert_eq!(texts, TEXTS);
        let places = |word: &str| {
            let (mut postings, mut places) = (Vec::new(), Vec::new());
            let row = rows.find(word).unwrap_or_else(|| panic!("{word}"));
            row.read(&[true; TEXTS.len()], &mut postings);
            let of = |posting| {
                row.places(posting, &mut places);
                places.clone()
            };
            postings.iter().map(|posting| posting.unit).zip(postings.iter().map(of)).collect::<Vec<_>>()
        };
        assert_eq!(places("the"), [(0, vec![0, 2, 5])]);
        assert_eq!(places("harbour"), [(0, vec![1, 3])]);
        assert_eq!(places("quay"), [(0, vec![6]), (3, vec![1])]);
        assert_eq!(places("c"), [(3, vec![0, 2])]);
        assert_eq!(places("島"), [(5, vec![3])]);
        assert!(rows.find("Quay").is_none());
    }

    #[test]
    fn what_is_cut_short_or_altered_is_refused_or_read_without_fear() {
        let bytes = coded(TEXTS);
        for cut in 1..bytes.len() {
            assert!(read(&bytes[..cut], TEXTS.len()).is_none(), "{cut}");
        }
        for at in 1..bytes.len() {
            for by in [1, 0x80, 0xff] {
                let mut altered = bytes.clone();
                altered[at] ^= by;
                read(&altered, TEXTS.len());
            }
        }
    }

    #[test]
    fn numbers_of_every_length_are_read() {
        for many in [1, 2, 255, 256, 257, 300, 10_000, 65_535, 65_536, 65_537, 70_000, 200_000, 1 << 24] {
            let code = Code::of(many);
            let step = (many / 5000).max(1);
            for number in (0..many).step_by(step).chain([many - 1]) {
                let mut bytes = Vec::new();
                code.write(number, &mut bytes);
                let mut at = 0;
                assert_eq!((code.read(&bytes, &mut at), at), (Some(number), bytes.len()), "{number} of {many}");
                assert_eq!(code.read(&bytes[..bytes.len() - 1], &mut 0), None);
            }
        }
        assert_eq!((Code::of(200).one, Code::of(10_000).one, Code::of(70_000).two), (256, 217, 255));
    }

    #[test]
    fn a_text_of_very_many_different_words_is_read_as_it_was() {
        let many: Vec<String> = (0..70_000).map(|n| format!("w{n}")).collect();
        let text = many.join(" ");
        let (texts, rows) = read(&coded([text.as_str(), "w69999"]), 2).unwrap();
        assert!(texts == [text.as_str(), "w69999"]);
        assert_eq!((rows.words().count(), rows.find("w69999").unwrap().units()), (70_000, 2));
    }
}
