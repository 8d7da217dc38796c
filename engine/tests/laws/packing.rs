//! Packs articles into blocks and reads them back: what comes must be what went in, and be indexed as it would have been.

use sightlines_engine::block;
use sightlines_engine::index::{Index, Segment, Segments, Told};
use sightlines_engine::model::Corpus;
use sightlines_engine::text::Lexicon;
use std::collections::BTreeMap;

/// Holds the articles of a corpus, in blocks of so many, against themselves.
///
/// # Panics
/// Where something differs.
pub fn comes_back(corpus: &Corpus, each: usize) {
    let lexicon = Lexicon::new(&corpus.search);
    let (mut whole, mut grown) = (Index::default(), Index::default());
    let (mut segments, mut told) = (Segments::default(), Told::default());
    for articles in corpus.articles.chunks(each.max(1)) {
        let packed = block::packed(articles, &lexicon);
        let made = segments.of(&packed, &lexicon).expect("a block is read");
        let (read, bytes) = block::read(&made).expect("what was made of a block is read");
        assert_eq!(read, articles);
        let segment = Segment::read(bytes, &read, &told).expect("a segment is read");
        grown.add_segment(&read, &segment, &mut told, &lexicon);
        articles.iter().for_each(|article| whole.add(article, &lexicon));
    }
    assert_eq!(grown.units(), whole.units());
    grown.settle();
    whole.settle();
    assert_eq!(rows(&grown), rows(&whole));
}

/// Every word with its postings.
fn rows(index: &Index) -> BTreeMap<&str, String> {
    index.words_from("").map(|(word, row)| (word, format!("{row:?}"))).collect()
}
