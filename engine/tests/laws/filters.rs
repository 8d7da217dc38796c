//! Filters only narrow, and a facet's count says what choosing its value would show.

use super::cases_of;
use super::corpora::corpora;
use super::naive::{Shown, shown};
use super::queries::{ask, filter_values, filters, queries};
use proptest::prelude::*;
use proptest::sample::Index;
use sightlines_engine::search::{FacetValue, Filters, Library};

/// Whether nothing is shown that was not; where no passages were listed, every unit of the articles was matched.
fn only_narrows(narrow: &Shown, wide: &Shown, wide_lists_passages: bool) -> bool {
    let passages = |article: &String| {
        let (narrow, wide) = (&narrow.articles[article], &wide.articles[article]);
        !wide_lists_passages || narrow.is_subset(wide)
    };
    narrow.articles.keys().all(|article| wide.articles.contains_key(article) && passages(article))
        && narrow.positions.is_subset(&wide.positions)
}

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn adding_a_value_to_an_empty_filter_never_adds_a_hit(
        corpus in corpora(), meant in queries(), filters in filters(), which in 0..9usize, value: Index, exact: bool,
    ) {
        let library = Library::new(corpus.0.clone());
        let mut wide = filters;
        let key = wide.sets()[which].0;
        wide.set_mut(key).unwrap().clear();
        let mut narrow = wide.clone();
        narrow.set_mut(key).unwrap().insert(value.get(&filter_values()[which]).to_string());
        let (before, after) =
            (library.select(&ask(&meant, &wide, exact, false)), library.select(&ask(&meant, &narrow, exact, false)));
        let lists_passages = before.passage_count() > 0;
        prop_assert!(
            only_narrows(&shown(&corpus, &after), &shown(&corpus, &before), lists_passages),
            "{} with {:?}: {:?} after {:?}", meant, narrow, after.hits, before.hits
        );
    }

    #[test]
    fn an_excluded_word_and_a_further_word_only_narrow(corpus in corpora(), meant in queries(), more in queries()) {
        let library = Library::new(corpus.0.clone());
        let before = library.select(&ask(&meant, &Filters::default(), false, false));
        let mut longer = meant.clone();
        // Set apart by an excluded word that is nowhere, so that the last word and the first do not become a name.
        let apart = "-nowhere".to_string();
        let typed = format!("{longer} {apart} {more}");
        longer.0.extend(more.0);
        let mut asked = ask(&longer, &Filters::default(), false, false);
        asked.q = typed;
        let after = library.select(&asked);
        let lists_passages = before.passage_count() > 0;
        prop_assert!(only_narrows(&shown(&corpus, &after), &shown(&corpus, &before), lists_passages), "{}", asked.q);
    }

    #[test]
    fn a_facet_counts_the_articles_that_its_value_alone_would_show(
        corpus in corpora(), meant in queries(), filters in filters(), exact: bool,
    ) {
        let library = Library::new(corpus.0.clone());
        let selection = library.select(&ask(&meant, &filters, exact, false));
        let facets = selection.facets;
        for (key, values) in [("author", facets.author), ("outlet", facets.outlet), ("year", facets.year)] {
            for FacetValue { value, count, .. } in values {
                let mut chosen = filters.clone();
                let set = chosen.set_mut(key).unwrap();
                set.clear();
                set.insert(value.clone());
                let hits = library.select(&ask(&meant, &chosen, exact, false)).hits;
                prop_assert_eq!(hits.len(), count, "{} {} of {}", key, value, meant);
            }
        }
    }

    #[test]
    fn every_value_that_an_article_has_is_counted(corpus in corpora(), meant in queries(), filters in filters()) {
        let library = Library::new(corpus.0.clone());
        let facets = library.select(&ask(&meant, &filters, false, false)).facets;
        let has = |values: &[FacetValue], value: &str| values.iter().filter(|v| v.value == value).count() == 1;
        for article in &corpus.articles {
            for author in article.author_values() {
                prop_assert!(has(&facets.author, author));
            }
            prop_assert!(has(&facets.outlet, article.outlet.value.as_str()));
            for year in article.date.value.years() {
                prop_assert!(has(&facets.year, &year.to_string()));
            }
        }
    }
}
