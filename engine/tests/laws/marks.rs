//! Marks stand in the text, in order, at the words that were asked for, and say why.

use super::cases_of;
use super::corpora::corpora;
use super::queries::{ask, queries};
use proptest::prelude::*;
use sightlines_engine::index::Place;
use sightlines_engine::model::Corpus;
use sightlines_engine::query::{Alternative, Leaf};
use sightlines_engine::search::{Filters, Library, Passage, marks};
use sightlines_engine::text::{keys, utf16_offset};
use std::collections::BTreeSet;

fn text_of<'a>(corpus: &'a Corpus, article: usize, passage: &Passage) -> &'a str {
    let article = &corpus.articles[article];
    match passage.place {
        Place::Title => &article.title.value,
        Place::Paragraph(at) => article.paragraphs[at].text.as_deref().unwrap_or_default(),
    }
}

/// The ways in which the leaves may be met.
fn ways(leaves: &[Leaf]) -> impl Iterator<Item = &Alternative> {
    leaves.iter().filter(|leaf| !leaf.negated).flat_map(|leaf| &leaf.alternatives)
}

/// Whether a way asks for a word of this key.
fn asks_for(way: &Alternative, key: &str) -> bool {
    let last = way.keys.last().filter(|_| way.prefix);
    way.keys.iter().any(|asked| asked == key) || last.is_some_and(|last| key.starts_with(last.as_str()))
}

/// Whether these are the words of a phrase that is asked for, or one of the words that may stand anywhere.
fn is_asked_for(leaves: &[Leaf], marked: &[String]) -> bool {
    ways(leaves).any(|way| match marked {
        [key] if !way.in_order => asks_for(way, key),
        _ => way.in_order && way.keys == marked,
    })
}

/// Whether a word that stands here must be marked: it is asked for on its own, and so are all that belong to it.
fn is_to_mark(leaves: &[Leaf], all: &[String], key: &str) -> bool {
    let holds = |way: &Alternative| way.prefix || way.keys.iter().all(|asked| all.contains(asked));
    ways(leaves).any(|way| !way.in_order && holds(way) && asks_for(way, key))
}

proptest! {
    #![proptest_config(cases_of(768))]

    #[test]
    fn marks_stand_at_the_words_that_were_asked_for(
        corpus in corpora(), meant in queries(), exact: bool, typing: bool,
    ) {
        let library = Library::new(corpus.0.clone());
        let selection = library.select(&ask(&meant, &Filters::default(), exact, typing));
        for (article, passage) in selection.hits.iter().flat_map(|hit| hit.passages.iter().map(move |p| (hit.article, p))) {
            let text = text_of(&corpus, article, passage);
            let marks = marks(text, &selection.leaves, library.lexicon());
            prop_assert_eq!(marks.is_empty(), selection.leaves.iter().all(|leaf| leaf.negated), "{} in {:?}", meant, text);
            let all = keys(text, library.lexicon());
            let mut words_marked = BTreeSet::new();
            let mut end = 0;
            for mark in marks {
                prop_assert!(end <= mark.span.start && mark.span.start < mark.span.end, "{:?} in {:?}", mark, text);
                end = mark.span.end;
                let written = text.get(mark.span.clone());
                prop_assert!(written.is_some(), "{:?} is no part of {:?}", mark, text);
                prop_assert!(passage.why.contains(&mark.why), "{:?} of {} in {:?}", mark, meant, passage);
                // A lone look-alike letter is judged by its neighbours, who are not marked: so read in its text.
                let from = keys(&text[..mark.span.start], library.lexicon()).len();
                let to = keys(&text[..mark.span.end], library.lexicon()).len();
                let marked = &all[from..to];
                prop_assert!(is_asked_for(&selection.leaves, marked), "{} in {:?} marks {:?}", meant, text, marked);
                words_marked.extend(from..to);
                let utf16: Vec<u16> = text.encode_utf16().collect();
                let (from, to) = (utf16_offset(text, mark.span.start), utf16_offset(text, mark.span.end));
                prop_assert_eq!(String::from_utf16(&utf16[from..to]).ok(), written.map(String::from));
            }
            for (at, key) in all.iter().enumerate() {
                let is_marked = words_marked.contains(&at);
                prop_assert!(is_marked || !is_to_mark(&selection.leaves, &all, key), "{} of {} in {:?}", key, meant, text);
            }
        }
    }
}
