//! The inverted index: which units hold a word, how often, and where.
//!
//! In: articles, one after the other, and the lexicon. Out: [`Unit`]s (titles and paragraphs, in the order of articles) and,
//! for each key, its [`Posting`]s in the order of units. A paragraph without its text is indexed from its terms: counts are
//! known, order is not. Digests are never indexed, since our words are not the author's. Nothing here ranks or filters.
//!
//! Articles may be added at any time; what looks words up by their letters or stems ([`Vocabulary`]) knows the new ones after
//! [`settle`](Index::settle), which takes too long to do for each.

mod segment;
mod vocabulary;

pub use segment::{Segment, Segments, Told};
pub use vocabulary::Vocabulary;

pub use sightlines_words::{Posting, Row, Words};

use sightlines_words::Rows;

use crate::model::{Article, Paragraph, Text};
use crate::text::{Lexicon, key};

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
}

/// The units of a corpus and the postings of every key.
#[derive(Clone, Debug, Default)]
pub struct Index {
    units: Vec<Unit>,
    single: Rows,
    /// Terms of several words, whose rows stand in the terms beside those of their words.
    joint: Rows,
    vocabulary: Vocabulary,
    /// For each unit whether the order of its words is known.
    ordered: Vec<bool>,
    /// How many units and words there are, in titles and in paragraphs.
    kinds: [(u64, u64); 2],
}

/// The row of a word that is nowhere.
static NONE: Row = Row::NONE;

/// A row holds no larger counts.
const MOST_OFTEN: u32 = u32::MAX >> 1;

/// Separates the keys of a term of several words.
const JOINT: &str = " ";

impl Index {
    /// Indexes the title of an article, which is the next of its corpus, and every paragraph of which the text or the terms
    /// are there.
    pub fn add(&mut self, article: &Article, lexicon: &Lexicon) {
        let nth = self.next_article();
        for (place, words) in units_of(article) {
            let unit = self.units.len() as u32;
            let length = match words {
                Written::Title(title) => self.single.add_text(title, unit, lexicon),
                Written::Text(text) => self.single.add_text(&text.read(), unit, lexicon),
                Written::Terms(terms) => each_term(terms, lexicon, |key, count, is_joint| {
                    let rows = if is_joint { &mut self.joint } else { &mut self.single };
                    rows.row(key).add_count(unit, count);
                }),
            };
            self.add_unit(Unit { article: nth, place, length }, words.are_ordered());
        }
        self.vocabulary.take_in(self.single.words(), lexicon);
    }

    /// The same for articles that were indexed apart; `told` is what the segments before this one told.
    pub fn add_segment(&mut self, articles: &[Article], segment: &Segment<'_>, told: &mut Told, lexicon: &Lexicon) {
        let base = self.units.len() as u32;
        self.single.append(&segment.single, &mut told.single, base);
        self.joint.append(&segment.joint, &mut told.joint, base);
        let mut lengths = segment.lengths.iter().copied();
        for article in articles {
            let nth = self.next_article();
            for (place, words) in units_of(article) {
                let length = lengths.next().unwrap_or_default();
                self.add_unit(Unit { article: nth, place, length }, words.are_ordered());
            }
        }
        self.vocabulary.take_in(self.single.words(), lexicon);
    }

    /// The title of an article is its first unit, so each has one.
    fn next_article(&self) -> usize {
        self.units.last().map_or(0, |last| last.article + 1)
    }

    /// Makes ready the words that came since the last time: from then on they are found by their letters and stems.
    pub fn settle(&mut self) {
        self.vocabulary.settle(self.single.words());
    }

    fn add_unit(&mut self, unit: Unit, ordered: bool) {
        let (units, words) = &mut self.kinds[kind_of(unit.place)];
        *units += 1;
        *words += u64::from(unit.length);
        self.ordered.push(ordered);
        self.units.push(unit);
    }

    /// Its single words.
    pub fn vocabulary(&self) -> Lookup<'_> {
        Lookup { words: self.single.words(), vocabulary: &self.vocabulary }
    }

    /// All units, article by article, each article's title first.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The units of an article, by their indices.
    pub fn units_of(&self, article: usize) -> std::ops::Range<usize> {
        let from = self.units.partition_point(|unit| unit.article < article);
        from..from + self.units[from..].partition_point(|unit| unit.article == article)
    }

    /// Whether the order of a unit's words is known.
    pub fn is_ordered(&self, unit: u32) -> bool {
        self.ordered[unit as usize]
    }

    /// Whether the order of words is unknown in some unit.
    pub fn has_unordered(&self) -> bool {
        self.ordered.contains(&false)
    }

    /// How many units hold a key.
    pub fn holding(&self, key: &str) -> usize {
        self.single.find(key).map_or(0, Row::units)
    }

    /// The row of a key; an empty one where no unit holds it.
    pub fn row(&self, key: &str) -> &Row {
        self.single.find(key).unwrap_or(&NONE)
    }

    /// The row of a term of several words in units without order.
    pub fn joint_row(&self, keys: &[String]) -> &Row {
        self.joint.find(&keys.join(JOINT)).unwrap_or(&NONE)
    }

    /// Reads the postings of a row into `read`, in the order of units.
    pub fn read(&self, row: &Row, read: &mut Vec<Posting>) {
        row.read(&self.ordered, read);
    }

    /// Every single word that begins so, in the order of keys, with its row.
    pub fn words_from<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Row)> {
        let ids = self.vocabulary.beginning(self.single.words(), prefix);
        ids.iter().map(|&id| (self.single.words().get(id), self.single.of(id)))
    }

    /// Mean number of words of the units of that kind.
    pub fn mean_length(&self, place: Place) -> f64 {
        let (units, words) = self.kinds[kind_of(place)];
        words as f64 / units.max(1) as f64
    }
}

/// The words of an index, to look them up.
#[derive(Clone, Copy, Debug)]
pub struct Lookup<'a> {
    words: &'a Words,
    vocabulary: &'a Vocabulary,
}

impl<'a> Lookup<'a> {
    /// The words that have the stem of this one, itself among them where it is here; in order.
    pub fn of_stem(self, word: &str) -> Vec<&'a str> {
        self.vocabulary.of_stem(self.words, word)
    }

    /// The words at the least distance from this one, at most so many steps away; in order.
    pub fn nearest(self, word: &str, steps: usize) -> Vec<&'a str> {
        self.vocabulary.nearest(self.words, word, steps)
    }

    /// So many words that begin as this one does, with as many of its letters as any do, but three at the least.
    pub fn beginning_like(self, word: &str, most: usize) -> Vec<&'a str> {
        self.vocabulary.beginning_like(self.words, word, most)
    }
}

/// What the words of a unit are had from.
#[derive(Clone, Copy, Debug)]
enum Written<'a> {
    /// Its title: their order is known.
    Title(&'a str),
    /// Its text: likewise.
    Text(&'a Text),
    /// Its terms with their counts.
    Terms(&'a [(String, u32)]),
}

impl<'a> Written<'a> {
    fn of(paragraph: &'a Paragraph) -> Written<'a> {
        match &paragraph.text {
            Some(text) => Written::Text(text),
            None => Written::Terms(&paragraph.terms),
        }
    }

    fn are_ordered(self) -> bool {
        !matches!(self, Written::Terms(_))
    }
}

/// Calls `found` with the key of each term, its count, and whether it is of several words; says how many words the unit has.
fn each_term(terms: &[(String, u32)], lexicon: &Lexicon, mut found: impl FnMut(&str, u32, bool)) -> u32 {
    let mut length = 0;
    for (term, count) in terms {
        let count = (*count).min(MOST_OFTEN);
        let key = key(term, lexicon);
        // A name of several words is there to be found as one; its words have rows of their own.
        let is_joint = key.contains(JOINT);
        if !is_joint {
            length = u32::saturating_add(length, count);
        }
        if !key.is_empty() {
            found(&key, count, is_joint);
        }
    }
    length
}

/// The units of an article.
fn units_of(article: &Article) -> impl Iterator<Item = (Place, Written<'_>)> {
    let paragraphs = article.paragraphs.iter().enumerate();
    let title = (Place::Title, Written::Title(&article.title.value));
    std::iter::once(title).chain(paragraphs.map(|(at, paragraph)| (Place::Paragraph(at), Written::of(paragraph))))
}

fn kind_of(place: Place) -> usize {
    match place {
        Place::Title => 0,
        Place::Paragraph(_) => 1,
    }
}
