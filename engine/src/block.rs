//! Blocks: the articles of a large corpus, some at a time, as bytes in which their titles and texts do not stand as they are written.
//!
//! In: articles. Out: their records as JSON with empty texts, and the texts as the numbers of their words ([`Coder`]), which
//! are told with what they are found by. [`Segments`](crate::index::Segments) reads a block: that gives the articles whole, and
//! their segment of the index without any text being searched for words.

use crate::model::Article;
use crate::text::{Lexicon, each_key};
use sightlines_words::{Coder, put};

/// Articles as a block; the lexicon is that of the corpus which they are of.
pub fn packed(articles: &[Article], lexicon: &Lexicon) -> Vec<u8> {
    let mut records = articles.to_vec();
    let mut coder = Coder::default();
    for text in records.iter_mut().flat_map(texts) {
        let mut words = Vec::new();
        each_key(text, lexicon, |key, span| words.push((key.to_string(), span)));
        coder.add(text, words);
        text.clear();
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

/// The texts of an article in the order in which they are told: its title, and those of its paragraphs that have one.
pub(crate) fn texts(article: &mut Article) -> impl Iterator<Item = &mut String> {
    let paragraphs = article.paragraphs.iter_mut();
    std::iter::once(&mut article.title.value).chain(paragraphs.filter_map(|paragraph| paragraph.text.as_mut()))
}
