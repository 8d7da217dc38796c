//! Ranking: BM25 over two fields, titles and paragraphs.
//!
//! Source of the formula: Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009), with the
//! inverse document frequency that stays positive, `ln(1 + (N - n + 0.5) / (n + 0.5))`. `ln` is libm's everywhere, so that
//! native and browser scores agree to the last bit.

use super::Passage;
use crate::index::{Index, Place, Unit};

/// Saturation of counts; 0 counts a word once however often it stands.
const K1: f64 = 1.2;
/// How far length is normalised, from 0 (not) to 1 (fully).
const B: f64 = 0.75;
/// What a match in a title is worth beside one in a paragraph; 1 is neutral. A word that stands once in a title of common length
/// has to count for more than one that stands in a paragraph however often, which comes to `K1 + 1` at most: below 2 the article
/// that a reader knows by its title stood second behind long paragraphs, above 3 nothing changed (measured over 800 titles).
const TITLE_WEIGHT: f64 = 3.0;
/// What an article gains by its further passages, per logarithm of their number; 0 is neutral.
const FURTHER_PASSAGES: f64 = 0.1;

/// The weight of a leaf that `holding` of all units meet.
pub(super) fn rarity(index: &Index, holding: usize) -> f64 {
    let (all, holding) = (index.units().len() as f64, holding as f64);
    libm::log(1.0 + (all - holding + 0.5) / (holding + 0.5))
}

/// What the lengths of units are measured by.
pub(super) struct Means {
    title: f64,
    paragraph: f64,
}

impl Means {
    /// Of an index.
    pub fn of(index: &Index) -> Means {
        Means {
            title: index.mean_length(Place::Title).max(1.0),
            paragraph: index.mean_length(Place::Paragraph(0)).max(1.0),
        }
    }

    /// What a leaf adds to the score of a unit that meets it `count` times.
    pub fn unit_score(&self, unit: &Unit, count: u32, rarity: f64) -> f64 {
        let (mean, weight) =
            if unit.place == Place::Title { (self.title, TITLE_WEIGHT) } else { (self.paragraph, 1.0) };
        let length = K1 * (1.0 - B + B * f64::from(unit.length) / mean);
        let count = f64::from(count);
        weight * rarity * count * (K1 + 1.0) / (count + length)
    }
}

/// An article's score: that of its best passage, with a little for the others.
pub(super) fn article_score(passages: &[Passage]) -> f64 {
    let best = passages.iter().map(|passage| passage.score).fold(0.0, f64::max);
    if passages.len() < 2 { best } else { best * (1.0 + FURTHER_PASSAGES * libm::log(passages.len() as f64)) }
}
