//! Blocks: the articles of a large corpus, some at a time, as bytes in which their titles and texts do not stand as they are written.
//!
//! In: articles. Out: their records as JSON with empty texts, and the texts as the numbers of their words ([`Coder`]), which
//! are told with what they are found by. [`Segments`](crate::index::Segments) reads a block: that gives the articles whole, and
//! their segment of the index without any text being searched for words.

use crate::model::{Article, Text};
use crate::text::{Lexicon, each_key};
use sightlines_words::{Coder, Texts, put};
use std::sync::Arc;

/// Articles as a block; the lexicon is that of the corpus which they are of.
pub fn packed(articles: &[Article], lexicon: &Lexicon) -> Vec<u8> {
    let mut records = articles.to_vec();
    let mut coder = Coder::default();
    let mut add = |text: &str| {
        let mut words = Vec::new();
        each_key(text, lexicon, |key, span| words.push((key.to_string(), span)));
        coder.add(text, words);
    };
    for article in &mut records {
        add(&std::mem::take(&mut article.title.value));
        article
            .paragraphs
            .iter_mut()
            .filter_map(|p| p.text.as_mut())
            .for_each(|text| add(&std::mem::take(text).read()));
    }
    let mut bytes = Vec::new();
    // Records are strings, numbers and lists: none can be refused by the format.
    put(&serde_json::to_vec(&records).expect("a record has a JSON form"), &mut bytes);
    coder.write(&mut bytes);
    bytes
}

/// Articles without their texts, from JSON. As a text, since a corpus is read so too: a page has that once, then.
pub(crate) fn records(json: &[u8]) -> Option<Vec<Article>> {
    serde_json::from_str(std::str::from_utf8(json).ok()?).ok()
}

/// Articles from their records and their texts, told in the order of articles: the title, then the paragraphs that have one. Titles are
/// read at once, being listed and sorted; the others stay as they are. None where these are not the texts of those articles.
pub(crate) fn with_texts(mut articles: Vec<Article>, texts: Texts) -> Option<Vec<Article>> {
    let texts = Arc::new(texts);
    let mut next = 0;
    for article in &mut articles {
        article.title.value = texts.get(next);
        next += 1;
        for text in article.paragraphs.iter_mut().filter_map(|paragraph| paragraph.text.as_mut()) {
            *text = Text::of(&texts, next);
            next += 1;
        }
    }
    (next == texts.len()).then_some(articles)
}
