//! The order of the articles in a corpus decides nothing, and that of the hits is stable.

use super::cases_of;
use super::corpora::{Small, corpora};
use super::queries::{ask, filters, queries};
use proptest::collection::vec;
use proptest::prelude::*;
use sightlines_engine::block;
use sightlines_engine::index::Segments;
use sightlines_engine::model::Day;
use sightlines_engine::search::{Hit, Library, Selection, Sort};
use std::cmp::Reverse;

/// The hits with the articles' ids in place of their indices.
fn by_id<'a>(corpus: &'a Small, selection: &'a Selection) -> Vec<(&'a str, f64, &'a Hit)> {
    let id = |hit: &Hit| corpus.articles[hit.article].id.as_str();
    selection.hits.iter().map(|hit| (id(hit), hit.score, hit)).collect()
}

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn the_order_of_the_articles_in_the_corpus_does_not_matter(
        corpus in corpora(), meant in queries(), filters in filters(), turn in 0..4usize, back: bool,
    ) {
        let mut turned = corpus.clone();
        let articles = &mut turned.0.articles;
        let turn = turn % articles.len().max(1);
        articles.rotate_left(turn);
        if back {
            articles.reverse();
        }
        for sort in Sort::ALL {
            let mut ask = ask(&meant, &filters, false, false);
            ask.sort = sort;
            let (expected, seen) = (Library::new(corpus.0.clone()).select(&ask), Library::new(turned.0.clone()).select(&ask));
            let (expected_hits, seen_hits) = (by_id(&corpus, &expected), by_id(&turned, &seen));
            prop_assert_eq!(expected_hits.len(), seen_hits.len());
            for ((id, score, hit), (other_id, other_score, other)) in expected_hits.into_iter().zip(seen_hits) {
                prop_assert_eq!((id, score.to_bits()), (other_id, other_score.to_bits()), "{} by {:?}", meant, sort);
                prop_assert_eq!(&hit.passages, &other.passages);
            }
            prop_assert_eq!(seen.positions, expected.positions);
            prop_assert_eq!(seen.facets, expected.facets);
            prop_assert_eq!(seen.notices, expected.notices);
        }
    }

    #[test]
    fn articles_that_are_added_are_found_as_if_they_had_been_there(
        corpus in corpora(), meant in queries(), filters in filters(), at in 0..4usize, often: bool, by in vec(0..3usize, 4),
    ) {
        let at = at.min(corpus.articles.len());
        let mut begun = corpus.0.clone();
        let later = begun.articles.split_off(at);
        begun.later = later.len();
        let mut grown = Library::new(begun);
        let mut makers = [Segments::default(), Segments::default()];
        for (article, by) in later.into_iter().zip(by.into_iter().cycle()) {
            let packed = block::packed(std::slice::from_ref(&article), grown.lexicon());
            prop_assert!(makers[by % 2].of(&packed[..packed.len() - 1], grown.lexicon()).is_none());
            let made = makers[by % 2].of(&packed, grown.lexicon()).unwrap();
            let (articles, segment) = Segments::articles(&made).unwrap();
            prop_assert_eq!(&articles, &[article]);
            // Bytes that are no segment of these articles, or one before which another is missing, are passed over.
            match by {
                2 => grown.add(articles, &segment[..segment.len() / 2], 0),
                maker => grown.add(articles, segment, maker),
            }
            // What is asked meanwhile is answered over what was settled.
            let meanwhile = grown.select(&ask(&meant, &filters, false, false));
            prop_assert!(meanwhile.hits.iter().all(|hit| hit.article < grown.corpus().articles.len()));
            if often {
                grown.settle();
            }
        }
        grown.settle();
        let whole = Library::new(corpus.0.clone());
        for exact in [false, true] {
            let ask = ask(&meant, &filters, exact, false);
            prop_assert_eq!(grown.select(&ask), whole.select(&ask), "{}", meant);
        }
    }

    #[test]
    fn equal_scores_go_by_the_last_possible_day_and_then_by_id(corpus in corpora(), meant in queries()) {
        let selection = Library::new(corpus.0.clone()).select(&ask(&meant, &Default::default(), false, false));
        let rank = |hit: &Hit| -> (Reverse<u64>, Reverse<Day>, String) {
            let article = &corpus.articles[hit.article];
            assert!(hit.score >= 0.0 && hit.score.is_finite());
            // Of numbers that are not negative the bits are ordered as they are.
            (Reverse(hit.score.to_bits()), Reverse(article.date.value.last_day()), article.id.to_string())
        };
        prop_assert!(selection.hits.is_sorted_by_key(rank), "{}", meant);
    }

    #[test]
    fn an_article_scores_at_least_as_its_best_passage(corpus in corpora(), meant in queries()) {
        let selection = Library::new(corpus.0.clone()).select(&ask(&meant, &Default::default(), false, false));
        for hit in &selection.hits {
            let best = hit.passages.iter().map(|passage| passage.score).fold(0.0, f64::max);
            prop_assert!(hit.score >= best);
            prop_assert!(hit.passages.len() != 1 || hit.score == best);
        }
    }
}
