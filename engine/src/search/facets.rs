//! Facet counts: articles for each value of a filter, against the choice in the other filters.

use super::Filters;
use super::catalogue::{Catalogue, Values};
use crate::model::Corpus;

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
pub(super) fn facets(corpus: &Corpus, catalogue: &Catalogue, found: &[usize], filters: &Filters) -> Facets {
    let [mut author, mut outlet, mut year] =
        [&catalogue.author, &catalogue.outlet, &catalogue.year].map(|values| vec![0; values.all.len()]);
    for &at in found {
        let article = &corpus.articles[at];
        let (by_author, by_outlet, by_year) =
            (filters.lets_author(article), filters.lets_outlet(article), filters.lets_year(article));
        let count = |lets: bool, values: &Values, counts: &mut Vec<usize>| {
            if lets {
                values.of_article(at).iter().for_each(|value| counts[*value as usize] += 1);
            }
        };
        count(by_outlet && by_year, &catalogue.author, &mut author);
        count(by_author && by_year, &catalogue.outlet, &mut outlet);
        count(by_author && by_outlet, &catalogue.year, &mut year);
    }
    let listed = |values: &Values, counts: Vec<usize>| {
        let of = |((value, label), count): (&(String, String), usize)| FacetValue {
            value: value.clone(),
            label: label.clone(),
            count,
        };
        values.all.iter().zip(counts).map(of).collect()
    };
    Facets {
        author: listed(&catalogue.author, author),
        outlet: listed(&catalogue.outlet, outlet),
        year: listed(&catalogue.year, year),
    }
}
