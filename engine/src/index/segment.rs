//! Parts of an index that are made apart, as bytes: another thread hands them over, and the index takes them in many times
//! faster than it would take in the texts.
//!
//! In: articles, some at a time. Out: for each time the lengths of their units, the words that were in no articles before, and the
//! rows of their words, the units counted from 0. What else an index has of units, the articles tell.

use super::Index;
use crate::model::Article;
use crate::text::Lexicon;
use sightlines_words::{Part, Words, number, write};

/// Makes segments, one after the other: each names the words of those before by their numbers. A segment is indexed with words of
/// its own, few enough for a processor's nearest memory, and only these are looked up among all.
#[derive(Debug, Default)]
pub struct Segments {
    single: Words,
    joint: Words,
}

impl Segments {
    /// Indexes the next articles, as bytes for [`Segment::read`].
    pub fn of(&mut self, articles: &[Article], lexicon: &Lexicon) -> Vec<u8> {
        let mut index = Index::default();
        articles.iter().for_each(|article| index.index(article, lexicon));
        let mut bytes = Vec::new();
        write(&mut bytes, index.units.len() as u32);
        index.units.iter().for_each(|unit| write(&mut bytes, unit.length));
        index.single.write_part(&mut self.single, &mut bytes);
        index.joint.write_part(&mut self.joint, &mut bytes);
        bytes
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
    /// Reads the segment of these articles; `told` is what those before it told. None where the bytes are not that, or one before
    /// is missing.
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
