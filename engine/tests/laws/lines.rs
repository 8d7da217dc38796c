//! A concordance has a line for each mark, and a line is a stretch of its paragraph.

use super::cases_of;
use super::corpora::corpora;
use super::queries::{ask, queries};
use proptest::prelude::*;
use proptest::sample::select;
use sightlines_engine::concordance::{Line, Order, lines, usage};
use sightlines_engine::index::Place;
use sightlines_engine::search::{Filters, Library, marks};
use sightlines_engine::text::keys;

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn every_mark_has_a_line_which_is_a_stretch_of_its_paragraph(corpus in corpora(), meant in queries(), exact: bool) {
        let library = Library::new(corpus.0.clone());
        let selection = library.select(&ask(&meant, &Filters::default(), exact, false));
        let found = lines(&library, &selection, Order::Text);
        let mut marked = 0;
        for (hit, passage) in selection.hits.iter().flat_map(|hit| hit.passages.iter().map(move |p| (hit, p))) {
            let Place::Paragraph(at) = passage.place else { continue };
            let text = corpus.articles[hit.article].paragraphs[at].text().unwrap_or_default();
            marked += marks(&text, &selection.leaves, library.lexicon()).len();
        }
        prop_assert_eq!(found.len(), marked, "{}", meant);
        for line in &found {
            let paragraph = corpus.articles[line.article].paragraph(line.p).unwrap();
            let text = paragraph.text().unwrap();
            prop_assert!(text.contains(&format!("{}{}{}", line.left, line.word, line.right)), "{:?} in {:?}", line, text);
            prop_assert!((1..=paragraph.sentence_count().max(1)).contains(&line.s), "{:?}", line);
        }
    }

    #[test]
    fn an_order_of_lines_neither_adds_nor_drops_one_and_sorts_by_the_nearest_word(
        corpus in corpora(), meant in queries(), order in select(Order::ALL.to_vec()),
    ) {
        let library = Library::new(corpus.0.clone());
        let selection = library.select(&ask(&meant, &Filters::default(), false, false));
        let sorted = lines(&library, &selection, order);
        let known = |lines: &[Line]| {
            let mut lines: Vec<String> = lines.iter().map(|line| format!("{line:?}")).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(known(&sorted), known(&lines(&library, &selection, Order::Text)));
        let nearest = |line: &Line| match order {
            Order::Text => None,
            Order::Left => keys(&line.left, library.lexicon()).pop(),
            Order::Right => keys(&line.right, library.lexicon()).into_iter().next(),
        };
        prop_assert!(sorted.is_sorted_by_key(nearest));
    }

    #[test]
    fn a_name_is_counted_wherever_it_stands_and_nowhere_else(corpus in corpora(), word in select(vec!["velm", "North Quay", "Pier Nine", "US"])) {
        let library = Library::new(corpus.0.clone());
        let wanted = keys(word, library.lexicon());
        let [of_name] = usage(&library, &[word.to_string()]).try_into().unwrap();
        for (article, count) in corpus.articles.iter().zip(of_name.counts) {
            let texts = article.paragraphs.iter().filter_map(|paragraph| paragraph.text());
            let stands = texts.map(|text| {
                keys(&text, library.lexicon()).windows(wanted.len()).filter(|stretch| *stretch == wanted).count()
            });
            prop_assert_eq!(count as usize, stands.sum::<usize>());
        }
    }
}
