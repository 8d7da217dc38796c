//! Every selected position that is dated stands once in the timeline, in the year in which it begins.

use super::cases_of;
use super::corpora::corpora;
use super::queries::{ask, filters, queries};
use proptest::prelude::*;
use sightlines_engine::search::{Filters, Library};
use sightlines_engine::timeline::timeline;

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn what_is_dated_stands_once_in_its_year_and_what_is_not_in_none(
        corpus in corpora(), meant in queries(), filters in filters(),
    ) {
        let library = Library::new(corpus.0.clone());
        // All years are drawn: the selection is one without the filter of time, which then lets dates through.
        let all_time = Filters { as_of: Default::default(), ..filters.clone() };
        let selection = library.select(&ask(&meant, &all_time, false, false));
        let years = timeline(&corpus, &selection, &filters);
        prop_assert!(years.is_sorted_by(|one, next| one.year < next.year), "each year stands once");
        let mut told: Vec<usize> = Vec::new();
        for year in &years {
            let begins = |at: &usize| corpus.positions[*at].as_of.as_ref().map(|date| *date.years().start());
            prop_assert!(year.positions.iter().all(|at| begins(at) == Some(year.year)));
            let day = |at: &usize| corpus.positions[*at].as_of.as_ref().map(|date| date.first_day());
            prop_assert!(year.positions.is_sorted_by_key(day));
            prop_assert!(!year.positions.is_empty() || !year.events.is_empty(), "no year is empty");
            told.extend(&year.positions);
        }
        told.sort_unstable();
        let dated = |at: &usize| corpus.positions[*at].as_of.as_ref().is_some_and(|date| filters.lets_date(date));
        prop_assert_eq!(told, selection.positions.iter().copied().filter(dated).collect::<Vec<_>>());
    }

    #[test]
    fn a_span_of_time_selects_what_the_timeline_shows_of_it(corpus in corpora(), filters in filters()) {
        prop_assume!(!filters.as_of.is_empty());
        let library = Library::new(corpus.0.clone());
        let meant = super::queries::Meant(Vec::new());
        let all_time = Filters { as_of: Default::default(), ..filters.clone() };
        let all = library.select(&ask(&meant, &all_time, false, false));
        let mut shown: Vec<usize> =
            timeline(&corpus, &all, &filters).into_iter().flat_map(|year| year.positions).collect();
        shown.sort_unstable();
        prop_assert_eq!(shown, library.select(&ask(&meant, &filters, false, false)).positions);
    }
}
