//! Marks stand in the text, in order, at the words that were asked for, and say why.

use super::cases_of;
use super::corpora::corpora;
use super::queries::{ask, queries};
use proptest::prelude::*;
use sightlines_engine::index::Place;
use sightlines_engine::model::Corpus;
use sightlines_engine::query::{Alternative, How, Leaf};
use sightlines_engine::search::{Filters, Library, Passage, marks, title_marks};
use sightlines_engine::text::{Utf16, keys};
use std::borrow::Cow;
use std::collections::BTreeSet;

fn text_of<'a>(corpus: &'a Corpus, article: usize, passage: &Passage) -> Cow<'a, str> {
    let article = &corpus.articles[article];
    match passage.place {
        Place::Title => article.title.value.as_str().into(),
        Place::Paragraph(at) => article.paragraphs[at].text().unwrap_or_default(),
    }
}

/// The ways in which the leaves may be met where they are asked for.
fn ways(leaves: &[Leaf], in_title: bool) -> impl Iterator<Item = &Alternative> {
    let asked = leaves.iter().filter(move |leaf| !leaf.negated && (in_title || !leaf.in_title));
    asked.flat_map(|leaf| &leaf.alternatives)
}

/// Whether a way asks for a word of this key.
fn asks_for(way: &Alternative, key: &str) -> bool {
    let begins = way.how == How::Beginning && key.starts_with(way.keys[0].as_str());
    begins || way.keys.iter().any(|asked| asked == key)
}

/// Whether these are words of a phrase that is asked for, or one of the words that may stand apart. Where phrases overlap,
/// a mark may be a part of one.
fn is_asked_for(leaves: &[Leaf], in_title: bool, marked: &[String]) -> bool {
    ways(leaves, in_title).any(|way| match way.how {
        How::Together => way.keys.windows(marked.len()).any(|part| part == marked),
        _ => marked.len() == 1 && asks_for(way, &marked[0]),
    })
}

/// Whether a word that stands here must be marked: it is asked for on its own, and so are all that belong to it, or it
/// stands in a phrase.
fn is_to_mark(leaves: &[Leaf], in_title: bool, all: &[String], at: usize) -> bool {
    let holds = |way: &Alternative| way.how == How::Beginning || way.keys.iter().all(|asked| all.contains(asked));
    ways(leaves, in_title).any(|way| match way.how {
        How::Together => (0..way.keys.len()).any(|before| {
            let stretch = at.checked_sub(before).and_then(|from| all.get(from..from + way.keys.len()));
            stretch.is_some_and(|stretch| stretch == way.keys)
        }),
        How::Within(_) => false,
        _ => holds(way) && asks_for(way, &all[at]),
    })
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
            let text = &*text_of(&corpus, article, passage);
            let in_title = passage.place == Place::Title;
            let marks = if in_title { title_marks } else { marks }(text, &selection.leaves, library.lexicon());
            prop_assert!(!marks.is_empty() || passage.why.is_empty(), "{} in {:?}", meant, text);
            let all = keys(text, library.lexicon());
            let mut words_marked = BTreeSet::new();
            let (mut end, mut units) = (0, Utf16::of(text));
            for mark in marks {
                prop_assert!(end <= mark.span.start && mark.span.start < mark.span.end, "{:?} in {:?}", mark, text);
                end = mark.span.end;
                let written = text.get(mark.span.clone());
                prop_assert!(written.is_some(), "{:?} is no part of {:?}", mark, text);
                let of_title = in_title && selection.leaves.iter().any(|leaf| leaf.in_title);
                prop_assert!(of_title || passage.why.contains(mark.why), "{:?} of {} in {:?}", mark, meant, passage);
                // A lone look-alike letter is judged by its neighbours, who are not marked: so read in its text.
                let from = keys(&text[..mark.span.start], library.lexicon()).len();
                let to = keys(&text[..mark.span.end], library.lexicon()).len();
                let marked = &all[from..to];
                prop_assert!(is_asked_for(&selection.leaves, in_title, marked), "{} in {:?} marks {:?}", meant, text, marked);
                words_marked.extend(from..to);
                let utf16: Vec<u16> = text.encode_utf16().collect();
                let (from, to) = (units.offset(mark.span.start), units.offset(mark.span.end));
                prop_assert_eq!(from, text[..mark.span.start].encode_utf16().count());
                prop_assert_eq!(String::from_utf16(&utf16[from..to]).ok(), written.map(String::from));
            }
            for (at, key) in all.iter().enumerate() {
                let is_marked = words_marked.contains(&at);
                let is_to_mark = is_to_mark(&selection.leaves, in_title, &all, at);
                prop_assert!(is_marked || !is_to_mark, "{} of {} in {:?}", key, meant, text);
            }
        }
    }
}
