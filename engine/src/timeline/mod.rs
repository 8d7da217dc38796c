//! Events and dated positions by year.
//!
//! In: a corpus and a selection. Out: the years in which something happened or a position was held, each with its events
//! and positions, in the order of their dates. What is undated stands in no year. Nothing here draws.

use crate::index::Place;
use crate::model::{Corpus, Edtf, Event};
use crate::order::InOrder;
use crate::search::{Filters, Selection};
use std::collections::BTreeMap;

/// What is dated in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year; an interval stands where it begins.
    pub year: i32,
    /// Indices of its events in the corpus, by date.
    pub events: Vec<usize>,
    /// Indices of its positions in the corpus, by date.
    pub positions: Vec<usize>,
}

/// The years of a selection, in order: its positions by the date at which they were held, and the events that it shows, as
/// far as the filters let their dates through. The selection is one without a filter of time, so that an event of the span
/// stands there whether or not a position of the span stands in its paragraph.
pub fn timeline(corpus: &Corpus, selection: &Selection, filters: &Filters) -> Vec<Year> {
    let mut years: BTreeMap<i32, Year> = BTreeMap::new();
    let is_shown = |event: &Event| filters.lets_date(&event.date) && shows(corpus, selection, event);
    for (at, event) in corpus.events.iter().enumerate().filter(|(_, event)| is_shown(event)) {
        year(&mut years, &event.date).events.push(at);
    }
    for &at in &selection.positions {
        if let Some(date) = corpus.positions[at].as_of.as_ref().filter(|date| filters.lets_date(date)) {
            year(&mut years, date).positions.push(at);
        }
    }
    for year in years.values_mut() {
        year.events.order_by_key(|&at| (corpus.events[at].date.first_day(), corpus.events[at].date.last_day(), at));
        year.positions.order_by_key(|&at| (corpus.positions[at].as_of.as_ref().map(Edtf::first_day), at));
    }
    years.into_values().collect()
}

fn year<'a>(years: &'a mut BTreeMap<i32, Year>, date: &Edtf) -> &'a mut Year {
    let year = *date.years().start();
    years.entry(year).or_insert_with(|| Year { year, events: Vec::new(), positions: Vec::new() })
}

/// Whether the selection shows an event: one of its paragraphs is found or, where no passages are listed, one of its articles;
/// what the editors supplied without evidence stands in every selection that finds anything.
fn shows(corpus: &Corpus, selection: &Selection, event: &Event) -> bool {
    if event.evidence.is_empty() {
        return !selection.hits.is_empty();
    }
    let lists_passages = selection.passage_count() > 0;
    event.evidence.iter().any(|place| {
        let hit = selection.hits.iter().find(|hit| corpus.articles[hit.article].id == place.article);
        hit.is_some_and(|hit| {
            let paragraphs = &corpus.articles[hit.article].paragraphs;
            let found = |at: usize| paragraphs.get(at).is_some_and(|paragraph| paragraph.n == place.at.p);
            !lists_passages || hit.passages.iter().any(|p| matches!(p.place, Place::Paragraph(at) if found(at)))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Ask, Library};
    use serde_json::json;

    fn library() -> Library {
        let based = |value: serde_json::Value| json!({"value": value, "basis": "stated"});
        let article = |id: &str, texts: [&str; 2]| {
            let paragraphs: Vec<_> = (1..).zip(texts).map(|(n, text)| json!({"n": n, "text": text})).collect();
            json!({"id": id, "title": based("x".into()), "authors": based(json!([])), "outlet": based(id.into()),
                "date": based("2031".into()), "language": "en", "witnesses": [], "headings": [], "paragraphs": paragraphs})
        };
        let event = |id: &str, date: &str, places: &[(&str, u32)]| {
            let evidence: Vec<_> =
                places.iter().map(|(article, p)| json!({"article": article, "at": {"p": p, "s": 1}})).collect();
            json!({"id": id, "date": date, "basis": "stated", "label": id, "evidence": evidence})
        };
        let corpus = Corpus {
            articles: serde_json::from_value(json!([
                article("a", ["the lease", "the vote"]),
                article("b", ["a fire", "a vote"])
            ]))
            .unwrap(),
            events: serde_json::from_value(json!([
                event("vote", "2031-04-02", &[("a", 2), ("b", 2)]),
                event("fire", "2029/2030", &[("b", 1)]),
                event("lease", "2031-01", &[("a", 1)]),
                event("war", "1914", &[]),
            ]))
            .unwrap(),
            ..Corpus::default()
        };
        Library::new(corpus)
    }

    fn told(ask: Ask) -> Vec<(i32, Vec<String>)> {
        let library = library();
        let years = timeline(library.corpus(), &library.select(&ask), &ask.filters);
        let labels =
            |year: Year| (year.year, year.events.iter().map(|&at| library.corpus().events[at].label.clone()).collect());
        years.into_iter().map(labels).collect()
    }

    #[test]
    fn events_stand_by_date_in_the_year_in_which_they_begin() {
        let all = told(Ask::default());
        let names: Vec<(i32, Vec<&str>)> =
            all.iter().map(|(y, e)| (*y, e.iter().map(String::as_str).collect())).collect();
        assert_eq!(names, [(1914, vec!["war"]), (2029, vec!["fire"]), (2031, vec!["lease", "vote"])]);
    }

    #[test]
    fn a_selection_shows_the_events_of_its_articles_and_paragraphs() {
        let mut only_b = Ask::default();
        only_b.filters.outlet.insert("b".into());
        assert_eq!(told(only_b).iter().map(|(year, _)| *year).collect::<Vec<_>>(), [1914, 2029, 2031]);
        let lease = told(Ask { q: "lease".into(), ..Ask::default() });
        assert_eq!(lease.last(), Some(&(2031, vec!["lease".to_string()])));
        assert_eq!(told(Ask { q: "nothing".into(), ..Ask::default() }), []);
    }
}
