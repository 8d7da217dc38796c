//! The inverted index: which units hold a word, how often, and where.
//!
//! In: a corpus and its lexicon. Out: [`Unit`]s (titles and paragraphs, in the order of articles) and, for each key, its
//! [`Posting`]s in the order of units. A paragraph without its text is indexed from its terms: counts are known, order is
//! not. Digests are never indexed, since our words are not the author's. Nothing here ranks or filters.

mod vocabulary;

pub use vocabulary::Vocabulary;

use crate::model::Corpus;
use crate::text::{Lexicon, keys};
use std::collections::BTreeMap;

/// Where a unit stands in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The title.
    Title,
    /// The paragraph at this index of the article's list (not its number).
    Paragraph(usize),
}

/// What is searched and shown as one: a title or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Index of the article in the corpus.
    pub article: usize,
    /// Where it stands there.
    pub place: Place,
    /// How many words it has.
    pub length: u32,
    /// Whether the order of its words is known.
    pub ordered: bool,
}

/// A word in a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Index of the unit.
    pub unit: u32,
    /// How often the word stands there.
    pub count: u32,
    /// At which words of the unit, counted from 0; empty where order is not known.
    pub positions: Vec<u32>,
}

/// The units of a corpus and the postings of every key.
#[derive(Clone, Debug, Default)]
pub struct Index {
    units: Vec<Unit>,
    postings: BTreeMap<String, Vec<Posting>>,
    mean_length: [f64; 2],
    vocabulary: Vocabulary,
}

/// Separates the keys of a term of several words, whose row stands in the terms beside those of its words.
const JOINT: char = ' ';

impl Index {
    /// Indexes every title, and every paragraph of which the text or the terms are there.
    pub fn new(corpus: &Corpus, lexicon: &Lexicon) -> Index {
        let mut index = Index::default();
        for (nth, article) in corpus.articles.iter().enumerate() {
            index.add_text(nth, Place::Title, &article.title.value, lexicon);
            for (at, paragraph) in article.paragraphs.iter().enumerate() {
                match &paragraph.text {
                    Some(text) => index.add_text(nth, Place::Paragraph(at), text, lexicon),
                    None => index.add_terms(nth, Place::Paragraph(at), &paragraph.terms, lexicon),
                }
            }
        }
        for (field, mean) in index.mean_length.iter_mut().enumerate() {
            let lengths: Vec<f64> =
                index.units.iter().filter(|u| field_of(u.place) == field).map(|u| f64::from(u.length)).collect();
            *mean = lengths.iter().sum::<f64>() / lengths.len().max(1) as f64;
        }
        let single = index.postings.keys().filter(|key| !key.contains(JOINT));
        index.vocabulary = Vocabulary::new(single.map(String::as_str), lexicon);
        index
    }

    fn add_text(&mut self, article: usize, place: Place, text: &str, lexicon: &Lexicon) {
        let unit = self.units.len() as u32;
        let keys = keys(text, lexicon);
        self.units.push(Unit { article, place, length: keys.len() as u32, ordered: true });
        for (position, key) in keys.into_iter().enumerate() {
            let posting = self.posting(key, unit);
            posting.count += 1;
            posting.positions.push(position as u32);
        }
    }

    fn add_terms(&mut self, article: usize, place: Place, terms: &[(String, u32)], lexicon: &Lexicon) {
        let unit = self.units.len() as u32;
        let mut length = 0;
        for (term, count) in terms {
            let key = keys(term, lexicon).join(&JOINT.to_string());
            // A name of several words is there to be found as one; its words have rows of their own.
            if !key.contains(JOINT) {
                length += count;
            }
            if !key.is_empty() {
                self.posting(key, unit).count += count;
            }
        }
        self.units.push(Unit { article, place, length, ordered: false });
    }

    fn posting(&mut self, key: String, unit: u32) -> &mut Posting {
        let list = self.postings.entry(key).or_default();
        if list.last().is_none_or(|last| last.unit != unit) {
            list.push(Posting { unit, count: 0, positions: Vec::new() });
        }
        let last = list.len() - 1;
        &mut list[last]
    }

    /// Its single words.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// All units, article by article, each article's title first.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The postings of a key, in the order of units; empty where no unit holds it.
    pub fn postings(&self, key: &str) -> &[Posting] {
        self.postings.get(key).map_or(&[], Vec::as_slice)
    }

    /// The postings of a term of several words in units without order.
    pub fn joint_postings(&self, keys: &[String]) -> &[Posting] {
        self.postings(&keys.join(&JOINT.to_string()))
    }

    /// Every single word that begins so, in the order of keys, with its postings.
    pub fn words_from<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a [Posting])> {
        self.postings
            .range(prefix.to_string()..)
            .take_while(move |(key, _)| key.starts_with(prefix))
            .filter(|(key, _)| !key.contains(JOINT))
            .map(|(key, list)| (key.as_str(), list.as_slice()))
    }

    /// Mean number of words of the units of that kind.
    pub fn mean_length(&self, place: Place) -> f64 {
        self.mean_length[field_of(place)]
    }
}

fn field_of(place: Place) -> usize {
    match place {
        Place::Title => 0,
        Place::Paragraph(_) => 1,
    }
}
