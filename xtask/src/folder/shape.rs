//! How many paragraphs, sentences and words an article has, as far as the folder or a supplied text tells.

use super::digest::extent;
use super::fault::{Faults, Place, counted};
use super::generated::Generated;
use super::record::Record;
use super::supplied::Supplied;
use sightlines_engine::model::{ArticleId, Locator};
use sightlines_engine::text::{Lexicon, sentences, tokens};
use std::collections::BTreeMap;

/// What is known of one paragraph's size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    /// Its sentences; 0 where that is not known.
    pub(super) sentences: u32,
    /// Its words; none where that is not known.
    pub(super) words: Option<u32>,
}

/// The paragraphs of one article with their sizes. Without any, nothing is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) paragraphs: BTreeMap<u32, Size>,
    /// Whether the text itself was measured; otherwise `anchors.csv`, digests and terms tell it.
    pub(super) measured: bool,
}

impl Shape {
    pub(super) fn of(record: &Record, generated: &Generated, supplied: Option<&Supplied>) -> Shape {
        match supplied {
            Some(supplied) => Shape::of_text(supplied),
            None => Shape::of_files(record, generated),
        }
    }

    fn of_text(supplied: &Supplied) -> Shape {
        let size = |text: &str| Size {
            sentences: u32::try_from(sentences(text).len()).unwrap_or(u32::MAX),
            words: Some(word_count(text)),
        };
        let paragraphs = supplied.paragraphs.iter().map(|block| (block.n, size(&block.text))).collect();
        Shape { paragraphs, measured: true }
    }

    /// The paragraphs that the digest and `anchors.csv` name; without either, those of the terms.
    fn of_files(record: &Record, generated: &Generated) -> Shape {
        let id = &record.article.id;
        let mut paragraphs: BTreeMap<u32, Size> =
            record.digests.iter().map(|block| (block.n, Size::default())).collect();
        for row in generated.anchors_of(id) {
            let anchor = &row.value.anchor;
            let size = paragraphs.entry(anchor.p).or_default();
            size.sentences = size.sentences.max(anchor.s);
            size.words = Some(size.words.unwrap_or(0) + anchor.words);
        }
        if paragraphs.is_empty() {
            let terms = generated.terms.iter().filter(|row| row.value.article == *id);
            paragraphs.extend(terms.map(|row| (row.value.p, Size::default())));
        }
        Shape { paragraphs, measured: false }
    }

    pub(super) fn numbers(&self) -> Vec<u32> {
        self.paragraphs.keys().copied().collect()
    }
}

/// The shapes of all articles.
#[derive(Debug, Default)]
pub(super) struct Shapes(pub(super) BTreeMap<ArticleId, Shape>);

impl Shapes {
    /// Adds a fault where a place lies outside its article. What is not known is not judged.
    pub(super) fn check(&self, article: &ArticleId, locator: Locator, at: Place<'_>, faults: &mut Faults) {
        let Some(shape) = self.0.get(article).filter(|shape| !shape.paragraphs.is_empty()) else { return };
        let Some(size) = shape.paragraphs.get(&locator.p) else {
            let what = format!("¶{} lies outside the article `{article}`", locator.p);
            let remedy = format!("name one of its {}", extent(&shape.numbers(), "paragraph"));
            faults.add(at, what, remedy);
            return;
        };
        if let Some(s) = locator.s.filter(|s| size.sentences > 0 && *s > size.sentences) {
            let sentences = counted(size.sentences as usize, "sentence");
            let what =
                format!("¶{}.{s} lies outside the article `{article}`: ¶{} has {sentences}", locator.p, locator.p);
            let remedy = match size.sentences {
                1 => format!("write ¶{}.1", locator.p),
                last => format!("write ¶{}.1 to ¶{}.{last}", locator.p, locator.p),
            };
            faults.add(at, what, remedy);
        }
    }
}

/// How many words a text has, counted as anchors count them: folded, and with no sign among them.
pub(super) fn word_count(text: &str) -> u32 {
    u32::try_from(tokens(text, &Lexicon::default()).len()).unwrap_or(u32::MAX)
}
