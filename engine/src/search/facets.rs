//! Facet counts: articles for each value of a filter, against the choice in the other filters.

use super::Filters;
use crate::model::{Article, Corpus, UNNAMED};
use std::collections::BTreeSet;

/// Counts for the filters of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Authors by name; those who are not named last.
    pub author: Vec<FacetValue>,
    /// Outlets by name.
    pub outlet: Vec<FacetValue>,
    /// Years, the newest first.
    pub year: Vec<FacetValue>,
}

/// One value of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its id.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// How many articles choosing it would show, with the other filters as they are.
    pub count: usize,
}

/// Counts over the articles that the query and the filters of positions let through, `found` by their indices.
pub(super) fn facets(corpus: &Corpus, found: &[usize], filters: &Filters) -> Facets {
    let count = |others: &dyn Fn(&Article) -> bool, has: &dyn Fn(&Article) -> bool| {
        found.iter().map(|&i| &corpus.articles[i]).filter(|article| others(article) && has(article)).count()
    };
    let value = |value: &str, label: &str, count: usize| FacetValue { value: value.into(), label: label.into(), count };

    let authors: BTreeSet<&str> = corpus.articles.iter().flat_map(Article::author_values).collect();
    let mut author: Vec<FacetValue> = authors
        .into_iter()
        .map(|id| {
            let others = |a: &Article| filters.lets_outlet(a) && filters.lets_year(a);
            value(id, corpus.author_label(id), count(&others, &|a| a.author_values().contains(&id)))
        })
        .collect();
    author.sort_by_key(|facet| (facet.value == UNNAMED, facet.label.to_lowercase()));

    let outlets: BTreeSet<&str> = corpus.articles.iter().map(|a| a.outlet.value.as_str()).collect();
    let mut outlet: Vec<FacetValue> = outlets
        .into_iter()
        .map(|id| {
            let others = |a: &Article| filters.lets_author(a) && filters.lets_year(a);
            value(id, corpus.outlet_label(id), count(&others, &|a| a.outlet.value.as_str() == id))
        })
        .collect();
    outlet.sort_by_key(|facet| facet.label.to_lowercase());

    let years: BTreeSet<i32> = corpus.articles.iter().flat_map(|a| a.date.value.years()).collect();
    let year = years
        .into_iter()
        .rev()
        .map(|year| {
            let others = |a: &Article| filters.lets_author(a) && filters.lets_outlet(a);
            let id = year.to_string();
            value(&id, &id, count(&others, &|a| a.date.value.years().contains(&year)))
        })
        .collect();
    Facets { author, outlet, year }
}
