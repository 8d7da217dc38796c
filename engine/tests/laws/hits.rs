//! Hits equal a naive scan.

use super::cases_of;
use super::corpora::corpora;
use super::naive::{Reader, shown};
use super::queries::{ask, queries};
use proptest::prelude::*;
use sightlines_engine::search::{Filters, Library};
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(cases_of(768))]

    #[test]
    fn hits_equal_a_naive_scan(corpus in corpora(), meant in queries(), exact: bool, typing: bool) {
        let all_ordered = BTreeSet::new();
        let expected = Reader::new(&corpus, &all_ordered, exact).read(&meant, typing, &Filters::default());
        let library = Library::new(corpus.0.clone());
        let selection = library.select(&ask(&meant, &Filters::default(), exact, typing));
        prop_assert_eq!(shown(&corpus, &selection), expected, "{}", meant);
    }
}
