//! What is shipped as a block is read as it was, and what is no block is refused.

use super::cases_of;
use super::corpora::{corpora, corpus_of};
use super::editions::{edition, without_text};
use super::packing::{Reader, comes_back};
use super::words::untidy;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use sightlines_engine::block;
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
    fn articles_with_and_without_their_texts_come_back(corpus in corpora(), mask: u8, each in 1..4usize) {
        comes_back(&edition(&corpus, &without_text(&corpus, mask)), each);
    }

    #[test]
    fn what_is_refused_leaves_nothing_and_takes_no_other_along(
        corpus in corpora(), damaged in corpora(), at: Index, change in prop_oneof![Just(None), (1..=255u8).prop_map(Some)],
    ) {
        let lexicon = Lexicon::new(&corpus.search);
        let mut block = block::packed(&damaged.articles, &lexicon);
        match change {
            Some(by) => *at.get_mut(&mut block) ^= by,
            // Behind the last text.
            None => block.push(0),
        }
        let mut reader = Reader::of(&corpus);
        let (before, after) = corpus.articles.split_at(at.index(corpus.articles.len() + 1));
        prop_assert!(reader.read(&block::packed(before, &lexicon)));
        let is_read = reader.read(&block);
        prop_assert!(change.is_some() || !is_read);
        prop_assert!(reader.read(&block::packed(after, &lexicon)));
        // Some changes make another block.
        if !is_read {
            reader.has_read(&corpus.articles);
        }
    }
}
