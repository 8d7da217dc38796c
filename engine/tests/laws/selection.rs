//! One selection rules the page: what is shown under a query and filters equals the naive scan of section 7.

use super::cases_of;
use super::corpora::corpora;
use super::naive::{Reader, shown};
use super::queries::{ask, filters, queries};
use proptest::prelude::*;
use sightlines_engine::search::Library;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(cases_of(768))]

    #[test]
    fn articles_passages_and_positions_are_one_selection(
        corpus in corpora(), meant in queries(), filters in filters(), exact: bool, typing: bool,
    ) {
        let all_ordered = BTreeSet::new();
        let expected = Reader::new(&corpus, &all_ordered, exact).read(&meant, typing, &filters);
        let selection = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, exact, typing));
        prop_assert_eq!(shown(&corpus, &selection), expected, "{} with {:?}", meant, filters);
    }

    #[test]
    fn passages_are_listed_where_words_are_asked_for_or_positions_filtered(
        corpus in corpora(), meant in queries(), filters in filters(),
    ) {
        let selection = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, false, false));
        let lists = Reader::new(&corpus, &BTreeSet::new(), false).asks_of_paragraphs(&meant) || filters.select_positions();
        for hit in &selection.hits {
            prop_assert_eq!(!hit.passages.is_empty(), lists, "{}", meant);
            prop_assert!(hit.passages.is_sorted_by_key(|passage| passage.place), "passages stand in reading order");
        }
        prop_assert!(selection.positions.is_sorted());
    }
}
