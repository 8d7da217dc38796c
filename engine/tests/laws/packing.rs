//! Packs articles into blocks and reads them as a page does: what comes must be what went in, and be indexed as it would have been.

use sightlines_engine::block;
use sightlines_engine::index::{Index, Place, Posting, Row, Segment, Segments, Told};
use sightlines_engine::model::{Article, Corpus};
use sightlines_engine::text::{Lexicon, key};
use std::collections::BTreeMap;

/// What a page has read of its blocks.
#[derive(Default)]
pub struct Reader {
    lexicon: Lexicon,
    segments: Segments,
    told: Told,
    index: Index,
    articles: Vec<Article>,
}

impl Reader {
    /// Of a corpus of which nothing was read yet.
    pub fn of(corpus: &Corpus) -> Reader {
        Reader { lexicon: Lexicon::new(&corpus.search), ..Reader::default() }
    }

    /// Reads a block; says whether it is one.
    ///
    /// # Panics
    /// Where one that is read cannot be taken in.
    pub fn read(&mut self, packed: &[u8]) -> bool {
        let Some(made) = self.segments.of(packed, &self.lexicon) else { return false };
        let (articles, bytes) = Segments::articles(&made).expect("what was made of a block is read");
        let segment = Segment::read(bytes, &articles, &self.told).expect("a segment is read");
        self.index.add_segment(&articles, &segment, &mut self.told, &self.lexicon);
        self.articles.extend(articles);
        true
    }

    /// Holds what was read against these articles, indexed from their texts.
    ///
    /// # Panics
    /// Where something differs.
    pub fn has_read(&mut self, articles: &[Article]) {
        assert_eq!(self.articles, articles);
        let mut whole = Index::default();
        articles.iter().for_each(|article| whole.add(article, &self.lexicon));
        whole.settle();
        self.index.settle();
        let Reader { index, lexicon, .. } = self;
        assert_eq!(index.units(), whole.units());
        let ordered =
            |index: &Index| (0..index.units().len() as u32).map(|at| index.is_ordered(at)).collect::<Vec<_>>();
        assert_eq!(ordered(index), ordered(&whole));
        for place in [Place::Title, Place::Paragraph(0)] {
            assert_eq!(index.mean_length(place).to_bits(), whole.mean_length(place).to_bits());
        }
        assert_eq!(rows(index), rows(&whole));
        let terms = articles.iter().flat_map(|article| &article.paragraphs).flat_map(|paragraph| &paragraph.terms);
        for (term, _) in terms {
            let keys: Vec<String> = key(term, lexicon).split(' ').map(str::to_string).collect();
            let of = |index: &Index| postings(index, index.joint_row(&keys));
            assert_eq!(of(index), of(&whole), "{term}");
        }
    }
}

/// Holds the articles of a corpus, in blocks of so many, against themselves.
///
/// # Panics
/// Where something differs.
pub fn comes_back(corpus: &Corpus, each: usize) {
    let mut reader = Reader::of(corpus);
    for articles in corpus.articles.chunks(each.max(1)) {
        assert!(reader.read(&block::packed(articles, &Lexicon::new(&corpus.search))), "a block is read");
    }
    reader.has_read(&corpus.articles);
}

/// A posting: its unit, its count and, where order is known, its places.
type Read = (u32, u32, Vec<u32>);

/// Every word with its postings.
fn rows(index: &Index) -> BTreeMap<&str, Vec<Read>> {
    index.words_from("").map(|(word, row)| (word, postings(index, row))).collect()
}

fn postings(index: &Index, row: &Row) -> Vec<Read> {
    let mut read = Vec::new();
    index.read(row, &mut read);
    let places = |posting: &Posting| {
        let mut places = Vec::new();
        if index.is_ordered(posting.unit) {
            row.places(posting, &mut places);
        }
        (posting.unit, posting.count, places)
    };
    read.iter().map(places).collect()
}
