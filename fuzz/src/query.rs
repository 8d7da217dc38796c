//! Queries: as they are typed, and as they are meant.

use crate::laws::corpora::corpora;
use crate::laws::made;
use crate::laws::naive::{Reader, shown};
use crate::laws::queries::{ask, filters, queries};
use crate::{invented, text};
use sightlines_engine::concordance::{self, Order};
use sightlines_engine::messages::Language;
use sightlines_engine::search::{Ask, Filters, Library, Sort, marks, matched_terms};
use std::collections::BTreeSet;

pub const LAW: &str = "every string is a query and is answered; what it selects is what a naive scan of every unit selects; \
                       a filter never adds to it";

/// The first byte tells how the rest is read: as what is typed, or as eight bytes each from which the laws' strategies make a
/// corpus, a query and filters, so that one can change while the others stay.
pub fn check(data: &[u8]) {
    match data.split_first() {
        Some((how, rest)) if how % 2 == 0 => typed(text(rest), how & 2 != 0),
        Some((_, rest)) => meant(rest),
        None => {}
    }
}

fn typed(q: &str, exact: bool) {
    for library in [invented::full(), invented::digest()] {
        let corpus = library.corpus();
        for typing in [false, true] {
            let ask = Ask { q: q.to_string(), typing, exact, ..Ask::default() };
            let selection = library.select(&ask);
            assert_eq!(selection.alone.len(), selection.leaves.len());
            assert!(selection.notices.iter().all(|notice| !notice.says(Language::English.messages()).is_empty()));
            assert!(selection.hits.iter().all(|hit| hit.score.is_finite() && hit.score >= 0.0));
            for article in &corpus.articles {
                let words = [article.title.value.as_str().into()].into_iter();
                for text in words.chain(article.paragraphs.iter().filter_map(|p| p.text())) {
                    let mut end = 0;
                    for mark in marks(&text, &selection.leaves, library.lexicon()) {
                        assert!(
                            mark.span.start >= end && text.get(mark.span.clone()).is_some(),
                            "{mark:?} in {text:?}"
                        );
                        end = mark.span.end;
                    }
                }
                for paragraph in &article.paragraphs {
                    matched_terms(&paragraph.terms, &selection.leaves, library.lexicon());
                }
            }
            concordance::lines(library, &selection, Order::Left);
            for sort in Sort::ALL.into_iter().filter(|_| !typing) {
                let mut sorted: Vec<usize> =
                    library.select(&Ask { sort, ..ask.clone() }).hits.iter().map(|hit| hit.article).collect();
                let mut hits: Vec<usize> = selection.hits.iter().map(|hit| hit.article).collect();
                sorted.sort_unstable();
                hits.sort_unstable();
                assert_eq!(sorted, hits, "an order neither adds nor drops");
            }
        }
    }
}

fn meant(bytes: &[u8]) {
    let mut seeds = bytes.chunks(8);
    let mut seed = || seeds.next().unwrap_or_default();
    let Some(corpus) = made(&corpora(), seed()) else { return };
    let Some(meant) = made(&queries(), seed()) else { return };
    let Some(filters) = made(&filters(), seed()) else { return };
    let library = Library::new(corpus.0.clone());
    let (all_ordered, none) = (BTreeSet::new(), Filters::default());
    let articles = |of: &Filters, exact| {
        let selection = library.select(&ask(&meant, of, exact, false));
        let expected = Reader::new(&corpus, &all_ordered, exact).read(&meant, false, of);
        assert_eq!(shown(&corpus, &selection), expected, "{meant} with {of:?}, exact: {exact}, in {corpus:?}");
        selection.hits.iter().map(|hit| hit.article).collect::<BTreeSet<_>>()
    };
    for exact in [false, true] {
        let (filtered, all) = (articles(&filters, exact), articles(&none, exact));
        assert!(filtered.is_subset(&all), "{meant} with {filters:?}");
    }
}
