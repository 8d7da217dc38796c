//! The same link gives the same hits in the digest edition, in the full one and in a mixed one, but for what needs order.

use super::cases_of;
use super::corpora::{Small, corpora};
use super::naive::{Reader, shown, terms};
use super::queries::{Meant, ask, filters, queries, without_phrases};
use proptest::prelude::*;
use sightlines_engine::index::Place;
use sightlines_engine::model::{Corpus, Paragraph};
use sightlines_engine::query::{Why, Whys};
use sightlines_engine::search::{Filters, Library, Selection, matched_terms};
use std::collections::BTreeSet;

/// The edition that holds only the terms of these articles.
pub fn edition(full: &Corpus, without_text: &BTreeSet<usize>) -> Corpus {
    let mut corpus = full.clone();
    for &at in without_text {
        for paragraph in &mut corpus.articles[at].paragraphs {
            let text = paragraph.text.take().unwrap_or_default();
            *paragraph = Paragraph { n: paragraph.n, terms: terms(full, &text.read()), ..Paragraph::default() };
        }
    }
    corpus
}

/// The articles of which an edition has no text: all of them, or some.
pub fn without_text(corpus: &Corpus, mask: u8) -> BTreeSet<usize> {
    (0..corpus.articles.len()).filter(|at| mask & (1 << at) != 0).collect()
}

fn says(selection: &Selection, kind: &str) -> bool {
    selection.notices.iter().any(|notice| notice.kind() == kind)
}

/// The passages of a selection that stand in paragraphs without order, each with its reasons and its terms.
fn unordered_passages<'a>(
    corpus: &'a Corpus,
    selection: &'a Selection,
) -> impl Iterator<Item = (Whys, &'a Vec<(String, u32)>)> {
    let passages = selection.hits.iter().flat_map(|hit| hit.passages.iter().map(move |p| (hit.article, p)));
    passages.filter_map(|(article, passage)| match passage.place {
        Place::Paragraph(at) if corpus.articles[article].paragraphs[at].text.is_none() => {
            Some((passage.why, &corpus.articles[article].paragraphs[at].terms))
        }
        _ => None,
    })
}

fn both(corpus: &Small, mask: u8) -> (Library, Library, BTreeSet<usize>) {
    let without = without_text(corpus, mask);
    (Library::new(corpus.0.clone()), Library::new(edition(corpus, &without)), without)
}

/// Whether everything that a query asks for can be answered without order.
fn asks_for_no_order(corpus: &Corpus, meant: &Meant) -> bool {
    Reader::new(corpus, &BTreeSet::new(), false).needs_order(meant) == (false, false)
}

proptest! {
    #![proptest_config(cases_of(384))]

    #[test]
    fn a_link_without_phrases_gives_the_same_hits_scores_and_counts_in_every_edition(
        corpus in corpora(), meant in without_phrases(), filters in filters(), exact: bool, mask: u8,
    ) {
        prop_assume!(asks_for_no_order(&corpus, &meant));
        let (full, digest, _) = both(&corpus, mask);
        let ask = ask(&meant, &filters, exact, false);
        let (expected, seen) = (full.select(&ask), digest.select(&ask));
        prop_assert_eq!(seen.hits, expected.hits, "{}", meant);
        prop_assert_eq!(seen.positions, expected.positions);
        prop_assert_eq!(seen.facets, expected.facets);
        prop_assert_eq!(seen.notices, expected.notices);
        prop_assert_eq!(seen.alone, expected.alone);
    }

    #[test]
    fn a_phrase_gives_the_paragraphs_that_hold_all_its_words_where_order_is_not_known(
        corpus in corpora(), meant in queries(), filters in filters(), exact: bool, mask: u8,
    ) {
        let (_, digest, without) = both(&corpus, mask);
        let expected = Reader::new(&corpus, &without, exact).read(&meant, false, &filters);
        let seen = digest.select(&ask(&meant, &filters, exact, false));
        prop_assert_eq!(shown(digest.corpus(), &seen), expected, "{}", meant);
    }

    #[test]
    fn digests_are_shown_and_never_searched(
        corpus in corpora(), meant in queries(), filters in filters(), exact: bool, mask: u8, digest in super::vocabulary::text(1..6),
    ) {
        let mut digested = edition(&corpus, &without_text(&corpus, mask));
        let bare = Library::new(digested.clone());
        for paragraph in digested.articles.iter_mut().flat_map(|article| &mut article.paragraphs) {
            paragraph.digest = Some(digest.clone());
        }
        let ask = ask(&meant, &filters, exact, false);
        prop_assert_eq!(Library::new(digested).select(&ask), bare.select(&ask), "{} with {:?}", meant, digest);
    }

    #[test]
    fn what_could_not_be_ordered_is_said(corpus in corpora(), meant in queries(), mask: u8) {
        let (_, digest, without) = both(&corpus, mask);
        let (wanted, excluded) = Reader::new(&corpus, &without, false).needs_order(&meant);
        let seen = digest.select(&ask(&meant, &Filters::default(), false, false));
        for (why, _) in unordered_passages(digest.corpus(), &seen) {
            // Where the query offers other ways, a passage may be found by one that needs no order.
            prop_assert!(wanted || !why.contains(Why::Unordered), "{}", meant);
            prop_assert!(!why.contains(Why::Unordered) || says(&seen, "unordered"), "{}", meant);
        }
        let any_without = without.iter().any(|&at| !corpus.articles[at].paragraphs.is_empty());
        prop_assert_eq!(says(&seen, "exclusion_unordered"), excluded && any_without, "{}", meant);
        prop_assert!(any_without || !says(&seen, "unordered"));
    }

    #[test]
    fn names_and_numbers_with_units_need_no_order(corpus in corpora(), meant in queries(), mask: u8) {
        prop_assume!(asks_for_no_order(&corpus, &meant));
        let (full, digest, _) = both(&corpus, mask);
        let ask = ask(&meant, &Filters::default(), false, false);
        prop_assert_eq!(digest.select(&ask).hits, full.select(&ask).hits, "{}", meant);
    }

    #[test]
    fn a_passage_without_text_shows_the_terms_by_which_it_was_found(corpus in corpora(), meant in queries(), mask: u8) {
        let (_, digest, _) = both(&corpus, mask);
        let seen = digest.select(&ask(&meant, &Filters::default(), false, false));
        for (why, terms) in unordered_passages(digest.corpus(), &seen) {
            let found = matched_terms(terms, &seen.leaves, digest.lexicon());
            // A passage that no word was found in was found by what it does not hold, or by a field.
            prop_assert_eq!(found.is_empty(), why.is_empty(), "{}", meant);
            for (term, reason) in found {
                prop_assert!(why.contains(reason), "{} for {} is {}, not {:?}", term, meant, reason, why);
            }
        }
    }
}
