//! What scripts are told is what the page shows, and pages of hits are the hits.

use super::cases_of;
use super::corpora::corpora;
use super::queries::{ask, filters, queries};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use sightlines_engine::messages::Language;
use sightlines_engine::positions::By;
use sightlines_engine::script::{SearchOptions, TableOptions, search, table};
use sightlines_engine::search::{Filters, Library};

/// The options of a script that ask for this.
fn options(q: &str, filters: &Filters, exact: bool) -> Value {
    let mut options = json!({"q": q, "exact": exact});
    for (key, set) in filters.sets() {
        options[key] = json!(set);
    }
    options
}

proptest! {
    #![proptest_config(cases_of(192))]

    #[test]
    fn pages_of_hits_joined_are_all_hits_and_the_total_counts_them(
        corpus in corpora(), meant in queries(), filters in filters(), exact: bool, size in 1..4usize,
    ) {
        let library = Library::new(corpus.0.clone());
        let asked = options(&meant.to_string(), &filters, exact);
        let page = |offset: usize, limit: usize| {
            let mut asked = asked.clone();
            asked["limit"] = json!(limit);
            asked["offset"] = json!(offset);
            search(&library, &SearchOptions::read(&asked).unwrap())
        };
        let all = page(0, 1_000);
        let hits = all["hits"].as_array().unwrap();
        prop_assert_eq!(all["total"].as_u64(), Some(hits.len() as u64));
        let joined: Vec<Value> =
            (0..hits.len()).step_by(size).flat_map(|at| page(at, size)["hits"].as_array().unwrap().clone()).collect();
        prop_assert_eq!(&joined, hits);

        let selection = library.select(&ask(&meant, &filters, exact, false));
        let ids: Vec<Value> = selection.hits.iter().map(|hit| json!(corpus.articles[hit.article].id)).collect();
        prop_assert_eq!(hits.iter().map(|hit| hit["article"].clone()).collect::<Vec<_>>(), ids);
        for (told, hit) in hits.iter().zip(&selection.hits) {
            prop_assert_eq!(told["passages"].as_array().unwrap().len(), hit.passages.len(), "all passages are given");
        }
    }

    #[test]
    fn a_table_tells_every_selected_position_that_stands_in_a_column(
        corpus in corpora(), meant in queries(), filters in filters(), by in select(By::ALL.to_vec()),
    ) {
        let library = Library::new(corpus.0.clone());
        let mut asked = options(&meant.to_string(), &filters, false);
        asked["by"] = json!(by.id());
        let told = table(&library, &TableOptions::read(&asked).unwrap());
        let mut ids: Vec<String> = told["cells"].as_array().unwrap().iter()
            .flat_map(|cell| cell["positions"].as_array().unwrap())
            .map(|id| id.as_str().unwrap().to_string())
            .collect();
        let selected = library.select(&ask(&meant, &filters, false, false)).positions;
        let laid = sightlines_engine::positions::table(&corpus, &selected, by, Language::English.messages());
        let stands = |at: &&usize| !laid.aside.contains(at);
        let mut expected: Vec<String> =
            selected.iter().filter(stands).map(|&at| corpus.positions[at].id.to_string()).collect();
        ids.sort();
        expected.sort();
        prop_assert_eq!(ids, expected);
    }
}
