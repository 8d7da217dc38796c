//! A part of an index that is made apart, as bytes: another thread hands it over, and the index takes it in many times faster
//! than it would take in the texts.
//!
//! In: articles. Out: the lengths of their units and the rows of their words, the units counted from 0. What else an index
//! has of units, the articles tell.

use super::Index;
use crate::model::Article;
use crate::text::Lexicon;
use sightlines_words::{RowBytes, number, read_rows, write};

/// A part of an index, read from its bytes.
#[derive(Clone, Debug)]
pub struct Segment<'a> {
    /// How many words each unit has.
    pub(super) lengths: Vec<u32>,
    /// Single words with their rows.
    pub(super) single: Vec<(&'a str, RowBytes<'a>)>,
    /// Terms of several words with theirs.
    pub(super) joint: Vec<(&'a str, RowBytes<'a>)>,
}

impl Segment<'_> {
    /// Indexes articles, as bytes for [`read`](Segment::read).
    pub fn of(articles: &[Article], lexicon: &Lexicon) -> Vec<u8> {
        let mut index = Index::default();
        articles.iter().for_each(|article| index.index(article, lexicon));
        let mut bytes = Vec::new();
        write(&mut bytes, index.units.len() as u32);
        index.units.iter().for_each(|unit| write(&mut bytes, unit.length));
        index.single.write(&mut bytes);
        index.joint.write(&mut bytes);
        bytes
    }

    /// Reads the segment of these articles; none where the bytes are not that.
    pub fn read<'a>(bytes: &'a [u8], articles: &[Article]) -> Option<Segment<'a>> {
        let mut at = 0;
        let units = number(bytes, &mut at) as usize;
        let expected: usize = articles.iter().map(|article| 1 + article.paragraphs.len()).sum();
        if units != expected {
            return None;
        }
        let lengths = (0..units).map(|_| number(bytes, &mut at)).collect();
        let (single, joint) = (read_rows(bytes, &mut at)?, read_rows(bytes, &mut at)?);
        (at == bytes.len()).then_some(Segment { lengths, single, joint })
    }
}
