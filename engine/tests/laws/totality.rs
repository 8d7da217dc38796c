//! Every string is a query, and every corpus answers it.

use super::cases_of;
use super::corpora::{corpora, corpus_of};
use super::queries::filters;
use super::vocabulary::PIECES;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sightlines_engine::messages::Language;
use sightlines_engine::model::Corpus;
use sightlines_engine::query::Query;
use sightlines_engine::search::{Ask, Filters, Library, Sort, marks, matched_terms};

/// Characters that queries use as signs, now or later, and those that text tools stumble over.
const SIGNS: &[&str] = &[
    "\"",
    "“",
    "”",
    "„",
    "«",
    "»",
    "＂",
    "-",
    "−",
    "–",
    "*",
    ":",
    "：",
    "(",
    ")",
    "~",
    "~5",
    "OR",
    "AND",
    "NOT",
    " ",
    "\t",
    "\n",
    "\u{a0}",
    "\u{3000}",
    "author:",
    "outlet:",
    "title:",
    "year:",
    "issue:",
    "actor:run",
    "%",
    "'",
    "’",
    ".",
    "…",
    "/",
    "\\",
    "\0",
    "\u{7f}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{301}",
    "\u{fe0f}",
    "\u{fffd}",
    "\u{e000}",
    "\u{10ffff}",
];

/// A character from each of Unicode's blocks of 128, as far as there are characters.
fn from_every_block() -> Vec<String> {
    (0..0x11_0000u32).step_by(128).filter_map(|start| char::from_u32(start + 0x41).map(String::from)).collect()
}

/// Strings of signs, words and characters of every block.
fn strings() -> impl Strategy<Value = String> {
    let of = |parts: Vec<String>, length| vec(select(parts), 0..length).prop_map(|parts| parts.concat());
    let signs: Vec<String> = SIGNS.iter().map(|s| s.to_string()).collect();
    let words: Vec<String> = PIECES.iter().map(|s| s.to_string()).chain(signs.clone()).collect();
    prop_oneof![1 => any::<String>(), 1 => of(signs, 30), 3 => of(words, 20), 1 => of(from_every_block(), 40)]
}

/// Corpora at the edges: nothing, an article of nothing, one word, and articles that are all alike.
fn edges() -> [Corpus; 5] {
    let alike: &(&str, &[&str]) = &("velm", &["velm torvik", "velm torvik"]);
    [
        Corpus::default(),
        corpus_of(&[("", &[])]),
        corpus_of(&[("", &["", ""])]),
        corpus_of(&[("", &["velm"])]),
        corpus_of(&[*alike, *alike, *alike]),
    ]
}

/// Asks, and marks whatever was found; that no step panics is the law. Gives the number of hits.
fn answer(library: &Library, ask: &Ask) -> usize {
    let selection = library.select(ask);
    for article in &library.corpus().articles {
        marks(&article.title.value, &selection.leaves, library.lexicon());
        for paragraph in &article.paragraphs {
            marks(&paragraph.text().unwrap_or_default(), &selection.leaves, library.lexicon());
            matched_terms(&paragraph.terms, &selection.leaves, library.lexicon());
        }
    }
    for notice in &selection.notices {
        assert!(!notice.says(Language::English.messages()).is_empty());
    }
    assert_eq!(selection.alone.len(), selection.leaves.len());
    for hit in &selection.hits {
        assert!(hit.score.is_finite() && hit.passages.iter().all(|passage| passage.score.is_finite()));
    }
    selection.hits.len()
}

fn ask(q: String) -> Ask {
    Ask { q, ..Ask::default() }
}

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn every_string_is_a_query(
        corpus in corpora(), q in strings(), filters in filters(), typing: bool, exact: bool, sort in select(Sort::ALL.to_vec()),
    ) {
        let library = Library::new(corpus.0.clone());
        let found = answer(&library, &Ask { q, typing, filters, exact, sort });
        prop_assert!(found <= corpus.articles.len());
    }

    #[test]
    fn every_string_is_a_query_to_corpora_at_the_edges(q in strings(), typing: bool) {
        for corpus in edges() {
            answer(&Library::new(corpus), &Ask { typing, ..ask(q.clone()) });
        }
    }

    #[test]
    fn every_text_can_be_searched(texts in vec(strings(), 0..4), q in strings()) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut corpus = corpus_of(&[("velm", &texts)]);
        answer(&Library::new(corpus.clone()), &ask(q.clone()));
        for paragraph in &mut corpus.articles[0].paragraphs {
            paragraph.terms = vec![(paragraph.text.take().unwrap_or_default().read().into_owned(), 1)];
        }
        answer(&Library::new(corpus), &ask(q));
    }

    #[test]
    fn what_has_no_word_asks_for_nothing(q in vec(select(vec!["\"", "«", "*", "(", "…", " ", "'", "—", "-"]), 0..20)) {
        let corpus = corpus_of(&[("velm", &["torvik"]), ("torvik", &[])]);
        prop_assert_eq!(answer(&Library::new(corpus), &ask(q.concat())), 2);
    }

    #[test]
    fn a_query_is_read_the_same_whatever_spaces_are_around_it(q in strings()) {
        prop_assert_eq!(Query::parse(&format!(" \t{q}"), false), Query::parse(&q, false));
        prop_assert_eq!(Query::parse(q.trim(), false), Query::parse(&format!("{}\u{3000}", q.trim()), false));
    }
}

#[test]
fn ten_thousand_characters_are_a_query() {
    let library = Library::new(corpus_of(&[("velm", &["torvik velm", "north quay 17%"])]));
    let filled = |part: &str| part.repeat(10_000usize.div_ceil(part.chars().count()));
    for part in [
        "a",
        "a ",
        "\"",
        "\"a\" ",
        "-a ",
        "-",
        "*",
        "a*",
        "author:x ",
        ":",
        "-author:",
        "(",
        "\u{301}",
        "霧",
        "17%",
        "north ",
        "-(",
        "(a ",
        ")",
        "a OR ",
        "(a OR -",
        "title:a ",
        "issue:run OR -actor:x ",
        "\"a b\"~5 ",
        "霧島 ",
    ] {
        for typing in [false, true] {
            answer(&library, &Ask { typing, ..ask(filled(part)) });
        }
    }
    assert_eq!(answer(&library, &ask(filled("velm "))), 1);
    assert_eq!(answer(&library, &ask(filled("-nowhere "))), 1);
}

#[test]
fn corpora_at_the_edges_answer_what_can_be_answered() {
    let hits = |q: &str| edges().map(|corpus| Library::new(corpus).select(&ask(q.to_string())).hits.len());
    assert_eq!(hits(""), [0, 1, 1, 1, 3]);
    assert_eq!(hits("velm"), [0, 0, 0, 1, 3]);
    assert_eq!(hits("-velm"), [0, 1, 1, 1, 0]);
    assert_eq!(hits("author:unnamed"), [0, 1, 1, 1, 3]);
    let alike = Library::new(edges()[4].clone()).select(&ask("velm".to_string()));
    let scores: Vec<u64> = alike.hits.iter().map(|hit| hit.score.to_bits()).collect();
    assert_eq!(scores, [scores[0]; 3]);
    assert_eq!(alike.hits.iter().map(|hit| hit.article).collect::<Vec<_>>(), [0, 1, 2]);
    let none = Library::new(Corpus::default()).select(&Ask { filters: Filters::default(), ..ask("velm".to_string()) });
    assert!(none.hits.is_empty() && none.positions.is_empty() && none.facets.author.is_empty());
}
