//! Blocks: the articles of a large corpus, some at a time, as bytes in which no text stands as it is written.
//!
//! In: articles. Out: their records as JSON with empty texts, and the texts as the numbers of their words ([`Coder`]), which
//! are told with what they are found by. [`Segments`](crate::index::Segments) reads a block: that gives the articles whole, and
//! their segment of the index without any text being searched for words.

use crate::model::Article;
use crate::text::{Lexicon, each_key};
use sightlines_words::{Coder, number, write};

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

/// The articles that begin what was made of a block, and what stands behind them: their segment. None where the bytes are not that.
pub fn read(bytes: &[u8]) -> Option<(Vec<Article>, &[u8])> {
    let mut at = 0;
    let mut articles = records(taken(bytes, &mut at)?)?;
    for text in articles.iter_mut().flat_map(texts) {
        *text = std::str::from_utf8(taken(bytes, &mut at)?).ok()?.to_string();
    }
    Some((articles, &bytes[at..]))
}

/// Articles without their texts, from JSON. As a text, since a corpus is read so too: a page has that once, then.
pub(crate) fn records(json: &[u8]) -> Option<Vec<Article>> {
    serde_json::from_str(std::str::from_utf8(json).ok()?).ok()
}

/// The texts of an article in the order in which they are told: its title, and those of its paragraphs that have one.
fn texts(article: &mut Article) -> impl Iterator<Item = &mut String> {
    let paragraphs = article.paragraphs.iter_mut();
    std::iter::once(&mut article.title.value).chain(paragraphs.filter_map(|paragraph| paragraph.text.as_mut()))
}

/// Puts some bytes behind others, so that [`taken`] finds their end.
pub(crate) fn put(some: &[u8], bytes: &mut Vec<u8>) {
    write(bytes, some.len() as u32);
    bytes.extend_from_slice(some);
}

/// The bytes that were put where `at` stands, which goes behind them; none where they are not whole.
pub(crate) fn taken<'a>(bytes: &'a [u8], at: &mut usize) -> Option<&'a [u8]> {
    let length = number(bytes, at) as usize;
    let some = bytes.get(*at..)?.get(..length)?;
    *at += length;
    Some(some)
}
