//! Parts of an index that are made apart, as bytes: another thread hands them over, and the index takes them in many times
//! faster than it would take in the texts.
//!
//! In: [blocks](crate::block), one after the other. Out: for each its articles with their texts as they were shipped, the lengths of their units, the words that
//! were in no block before, and the rows of its words, the units counted from 0. What else an index has of units, the articles tell.

use super::{Written, each_term, units_of};
use crate::block::{records, with_texts};
use crate::model::Article;
use crate::text::Lexicon;
use sightlines_words::{Coded, Part, Parts, Texts, number, put, taken, write};

/// Makes segments, one after the other: each names the words of those before by their numbers.
#[derive(Debug, Default)]
pub struct Segments {
    single: Parts,
    joint: Parts,
}

impl Segments {
    /// Reads and indexes the next block: the bytes of its articles, for [`Segments::articles`], and behind them those of their segment,
    /// for [`Segment::read`]. The lexicon is the corpus's. None where the bytes are no block: it is as if there had been none.
    pub fn of(&mut self, block: &[u8], lexicon: &Lexicon) -> Option<Vec<u8>> {
        let mut at = 0;
        let json = taken(block, &mut at)?;
        let articles = records(json)?;
        let Segments { single, joint } = self;
        single.begin();
        joint.begin();
        let mut coded = Coded::read(block, at, single)?;
        let (mut lengths, mut ordered) = (Vec::new(), Vec::new());
        for (_, words) in articles.iter().flat_map(units_of) {
            let unit = lengths.len() as u32;
            lengths.push(match words {
                Written::Title(_) | Written::Text(_) => coded.next(unit, single)?,
                Written::Terms(terms) => each_term(terms, lexicon, |key, count, is_joint| {
                    let part = if is_joint { &mut *joint } else { &mut *single };
                    let word = part.word(key);
                    part.add(word, unit, count);
                }),
            });
            ordered.push(words.are_ordered());
        }
        // The rows of its words have about the bytes of the block itself.
        let mut bytes = Vec::with_capacity(2 * block.len());
        put(json, &mut bytes);
        coded.write(&mut bytes)?;
        write(&mut bytes, lengths.len() as u32);
        lengths.into_iter().for_each(|length| write(&mut bytes, length));
        single.write(&ordered, &mut bytes);
        joint.write(&ordered, &mut bytes);
        Some(bytes)
    }

    /// The articles of what was made of a block, and the bytes of their segment. None where the bytes are not that.
    pub fn articles(made: &[u8]) -> Option<(Vec<Article>, &[u8])> {
        let mut at = 0;
        let records = records(taken(made, &mut at)?)?;
        let articles = with_texts(records, Texts::read(made, &mut at)?)?;
        Some((articles, &made[at..]))
    }
}

/// The words that the segments of one maker told so far, by their numbers in the index that takes them in.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub(super) single: Vec<u32>,
    pub(super) joint: Vec<u32>,
}

/// A part of an index, read from its bytes.
#[derive(Clone, Debug)]
pub struct Segment<'a> {
    /// How many words each unit has.
    pub(super) lengths: Vec<u32>,
    /// Single words with their rows.
    pub(super) single: Part<'a>,
    /// Terms of several words with theirs.
    pub(super) joint: Part<'a>,
}

impl Segment<'_> {
    /// Reads the segment of these articles; `told` is what those before it told. None where the bytes are cut short or of other
    /// articles, or one before is missing; rows are not looked into.
    pub fn read<'a>(bytes: &'a [u8], articles: &[Article], told: &Told) -> Option<Segment<'a>> {
        let mut at = 0;
        let units = number(bytes, &mut at) as usize;
        let expected: usize = articles.iter().map(|article| 1 + article.paragraphs.len()).sum();
        if units != expected {
            return None;
        }
        let lengths = (0..units).map(|_| number(bytes, &mut at)).collect();
        let single = Part::read(bytes, &mut at, told.single.len())?;
        let joint = Part::read(bytes, &mut at, told.joint.len())?;
        (at == bytes.len()).then_some(Segment { lengths, single, joint })
    }
}
