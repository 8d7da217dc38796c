//! The answers of `window.sightlines`, in plain JSON values.
//!
//! In: a library and options as JSON. Out: JSON as section "for scripts" of ARCHITECTURE.md lists it, offsets in UTF-16
//! units. Unknown keys and wrong types are errors that name the key, since a filter that is silently dropped gives wrong
//! counts. Nothing here is timed: that is the page's.

mod contrasts;
mod options;

pub use contrasts::contrasts;
pub use options::{ContrastOptions, SearchOptions, TableOptions};

use crate::index::Place;
use crate::messages::Language;
use crate::model::{Article, Corpus};
use crate::positions;
use crate::search::{Ask, FacetValue, Hit, Library, Passage, Selection, marks};
use crate::text::Utf16;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::ops::Range;

/// The corpus as scripts see it.
pub fn corpus(corpus: &Corpus) -> Value {
    json!({
        "id": corpus.id,
        "title": corpus.title,
        "version": corpus.version,
        "edition": corpus.edition().id(),
        "hash": corpus.hash,
        "horizon": corpus.horizon,
        "articles": corpus.articles.iter().map(article).collect::<Vec<_>>(),
        "authors": corpus.authors,
        "outlets": corpus.outlets,
        "issues": corpus.codebook.issues,
        "stances": corpus.codebook.stances,
        "voices": corpus.codebook.voices,
        "actors": corpus.codebook.actors,
        "positions": corpus.positions.iter().map(|position| json!({
            "id": position.id,
            "article": position.article,
            "actor": position.actor,
            "issue": position.issue,
            "answer": position.answer,
            "stance": position.stance,
            "voice": position.voice,
            "via": position.via,
            "summary": position.summary,
            "as_of": position.as_of,
            "evidence": position.evidence.iter().map(|e| json!({"p": e.p, "s": e.s})).collect::<Vec<_>>(),
            "confidence": position.confidence,
        })).collect::<Vec<_>>(),
    })
}

fn article(article: &Article) -> Value {
    let edition = if article.is_full() { "full" } else { "digest" };
    json!({
        "id": article.id,
        "title": article.title.value,
        "authors": article.author_values(),
        "outlet": article.outlet.value,
        "date": article.date.value,
        "edition": edition,
        "paragraphs": article.paragraphs.iter().map(|paragraph| json!({
            "n": paragraph.n,
            "text": paragraph.text,
            "digest": paragraph.digest,
            "sentences": paragraph.sentence_count(),
        })).collect::<Vec<_>>(),
        "witnesses": article.witnesses,
        "variants": article.variants.iter().map(|v| json!({"p": v.p, "readings": v.readings})).collect::<Vec<_>>(),
        "repairs": article.repairs.iter().map(|r| json!({"kind": r.kind, "p": r.p, "count": r.count})).collect::<Vec<_>>(),
    })
}

/// Answers a search. All passages of a hit are given, or none, where they are not asked for.
pub fn search(library: &Library, options: &SearchOptions) -> Value {
    let ask = Ask {
        q: options.q.clone(),
        typing: false,
        filters: options.filters.clone(),
        exact: options.exact,
        sort: options.sort,
    };
    let selection = library.select(&ask);
    let shown = selection.hits.iter().skip(options.offset).take(options.limit);
    json!({
        "total": selection.hits.len(),
        "hits": shown.map(|h| hit(library, &selection, h, options.passages)).collect::<Vec<_>>(),
        "facets": {
            "author": facet(&selection.facets.author),
            "outlet": facet(&selection.facets.outlet),
            "year": facet(&selection.facets.year),
        },
        "notices": selection.notices.iter().map(|n| json!({"kind": n.kind(), "says": n.says(Language::English.messages())})).collect::<Vec<_>>(),
    })
}

fn facet(values: &[FacetValue]) -> Vec<Value> {
    values.iter().map(|v| json!({"value": v.value, "label": v.label, "count": v.count})).collect()
}

fn hit(library: &Library, selection: &Selection, hit: &Hit, passages: bool) -> Value {
    let article = &library.corpus().articles[hit.article];
    let mut told = json!({"article": article.id, "score": hit.score});
    if passages {
        told["passages"] = hit.passages.iter().map(|p| passage(library, selection, article, p)).collect();
    }
    told
}

fn passage(library: &Library, selection: &Selection, article: &Article, passage: &Passage) -> Value {
    let (p, text, digest) = match passage.place {
        Place::Title => (json!("title"), Some(Cow::Borrowed(article.title.value.as_str())), None),
        Place::Paragraph(at) => {
            let paragraph = &article.paragraphs[at];
            (json!(paragraph.n), paragraph.text(), paragraph.digest.as_deref())
        }
    };
    let marks = text.as_deref().map(|text| (text, marks(text, &selection.leaves, library.lexicon())));
    let (offsets, why): (Vec<Value>, Vec<&str>) = match &marks {
        Some((text, marks)) => {
            let mut utf16 = Utf16::of(text);
            let mut span = |span: &Range<usize>| json!([utf16.offset(span.start), utf16.offset(span.end)]);
            marks.iter().map(|mark| (span(&mark.span), mark.why.id())).unzip()
        }
        None => (Vec::new(), passage.why.iter().map(|why| why.id()).collect()),
    };
    json!({"p": p, "text": text, "digest": digest, "marks": offsets, "why": why})
}

/// The table of positions.
pub fn table(library: &Library, options: &TableOptions) -> Value {
    let ask = Ask { q: options.q.clone(), filters: options.filters.clone(), exact: options.exact, ..Ask::default() };
    let corpus = library.corpus();
    let table = positions::table(corpus, &library.select(&ask).positions, options.by, Language::English.messages());
    let issue = |at: usize| &corpus.codebook.issues[at].id;
    json!({
        "rows": corpus.codebook.issues.iter().map(|issue| &issue.id).collect::<Vec<_>>(),
        "columns": table.columns.iter().map(|c| json!({"value": c.value, "label": c.label})).collect::<Vec<_>>(),
        "cells": table.cells.iter().map(|((row, column), held)| json!({
            "issue": issue(*row),
            "column": table.columns[*column].value,
            "positions": held.iter().map(|&at| &corpus.positions[at].id).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_that_is_not_known_is_an_error_that_names_it() {
        for (options, says) in [
            (json!({"autor": ["lee"]}), "autor"),
            (json!({"author": "lee"}), "author"),
            (json!({"author": [1]}), "author"),
            (json!({"limit": -1}), "limit"),
            (json!({"sort": "size"}), "sort"),
            (json!({"year": ["19"]}), "year"),
            (json!({"exact": "yes"}), "exact"),
            (json!({"passages": 1}), "passages"),
            (json!([]), "object"),
        ] {
            let error = SearchOptions::read(&options).unwrap_err();
            assert!(error.contains(says), "{options}: {error}");
        }
        assert!(TableOptions::read(&json!({"by": "size"})).unwrap_err().contains("government"));
        for (options, says) in [
            (json!({"by": "size"}), "government"),
            (json!({"pair": ["x", "y"]}), "pair"),
            (json!({"a": "x"}), "“b”"),
            (json!({"b": "x", "a": ""}), "“a”"),
            (json!({"a": 1, "b": "x"}), "“a” is a string"),
            (json!({"a": "x", "b": "x"}), "two columns"),
            (json!({"limit": 3}), "limit"),
        ] {
            let error = ContrastOptions::read(&options).unwrap_err();
            assert!(error.contains(says), "{options}: {error}");
        }
    }

    #[test]
    fn no_options_ask_for_every_article() {
        let options = SearchOptions::read(&Value::Null).unwrap();
        assert_eq!((options.q.as_str(), options.limit, options.offset, options.exact), ("", 20, 0, false));
        assert!(options.filters.is_empty());
        let options = ContrastOptions::read(&json!({"a": null, "b": null})).unwrap();
        assert_eq!((options.pair, options.table), (None, TableOptions::read(&Value::Null).unwrap()));
    }
}
