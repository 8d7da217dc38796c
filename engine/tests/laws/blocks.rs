//! What is shipped as a block is read as it was, and what is no block is refused.

use super::cases_of;
use super::corpora::{corpora, corpus_of};
use super::packing::comes_back;
use super::words::untidy;
use proptest::collection::vec;
use proptest::prelude::*;
use sightlines_engine::block;
use sightlines_engine::index::Segments;
use sightlines_engine::text::Lexicon;

proptest! {
    #![proptest_config(cases_of(512))]

    #[test]
    fn any_texts_come_back(titles in vec(untidy(), 1..4), texts in vec(untidy(), 0..4), each in 1..4usize) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let articles: Vec<(&str, &[&str])> = titles.iter().map(|title| (title.as_str(), texts.as_slice())).collect();
        comes_back(&corpus_of(&articles), each);
    }

    #[test]
    fn articles_with_and_without_their_texts_come_back(corpus in corpora(), each in 1..4usize) {
        comes_back(&corpus, each);
    }

    #[test]
    fn what_is_altered_is_refused_or_read_and_the_next_block_is_read_as_ever(corpus in corpora(), at: prop::sample::Index, by in 1..=255u8) {
        let lexicon = Lexicon::new(&corpus.search);
        let packed = block::packed(&corpus.articles, &lexicon);
        let mut altered = packed.clone();
        altered[at.index(packed.len())] ^= by;
        let mut segments = Segments::default();
        if let Some(made) = segments.of(&altered, &lexicon) {
            block::read(&made);
            return Ok(());
        }
        let made = segments.of(&packed, &lexicon).unwrap();
        prop_assert_eq!(block::read(&made).unwrap().0, corpus.0.articles);
    }
}
