//! Questions to begin with lead to views that answer them, whatever a corpus holds.

use super::cases_of;
use super::corpora::{coded, corpora, corpus_of};
use proptest::prelude::*;
use sightlines_engine::beginning::{Question, questions};
use sightlines_engine::messages::Language;
use sightlines_engine::model::{ContrastKind, Corpus, Event, Names};
use sightlines_engine::positions::contrasts;
use sightlines_engine::search::Library;
use sightlines_engine::view::{Pane, View};

fn asked(corpus: &Corpus) -> Vec<Question> {
    questions(&Library::new(corpus.clone()), Language::English.messages())
}

fn panes(corpus: &Corpus) -> Vec<Pane> {
    asked(corpus).into_iter().map(|question| question.view.pane).collect()
}

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn every_question_leads_to_a_view_that_holds_something(corpus in corpora()) {
        let library = Library::new(corpus.0.clone());
        let questions = questions(&library, Language::English.messages());
        prop_assert!(questions.len() <= 3);
        for (nth, Question { asks, view, .. }) in questions.iter().enumerate() {
            prop_assert!(questions[..nth].iter().all(|other| other.view != *view), "each leads elsewhere: {}", asks);
            prop_assert_eq!(view.clone().settle(&corpus), (view.clone(), vec![]), "all that it names is there: {}", asks);
            prop_assert_eq!(View::read(&view.fragment()), (view.clone(), vec![]), "it has an address: {}", asks);
            let selection = library.select(&view.ask(false));
            match view.pane {
                Pane::Compare => {
                    prop_assert!(!selection.positions.is_empty(), "{}", asks);
                    if let Some(pair) = view.chosen_pair() {
                        let found = contrasts(&corpus, &selection.positions, view.by, Some(pair), Language::English.messages());
                        prop_assert!(found.iter().any(|contrast| contrast.kind == ContrastKind::Differ), "they differ: {}", asks);
                    }
                }
                Pane::Timeline => prop_assert!(!selection.positions.is_empty() || !corpus.events.is_empty(), "{}", asks),
                Pane::Words => prop_assert!(selection.passage_count() > 0, "{}", asks),
                Pane::Seminar => prop_assert!(corpus.positions.iter().any(|p| Some(p.actor.as_str()) == view.role.as_deref()), "{}", asks),
                Pane::Read => prop_assert!(view.article.is_some(), "{}", asks),
                Pane::Articles | Pane::About => prop_assert!(false, "{} leads nowhere else", asks),
            }
        }
    }
}

#[test]
fn the_first_question_is_where_two_sides_differ_and_the_next_what_one_held_at_two_times() {
    let mut corpus = coded(&[
        ["0", "town_hall", "run", "town", "demands", "quoted", "2016"],
        ["1", "crown", "run", "nobody", "demands", "quoted", "2019"],
        ["0", "crown", "when", "now", "demands", "quoted", "2016"],
        ["1", "crown", "when", "later", "demands", "quoted", "2019"],
    ]);
    corpus.related = vec![Names { names: vec!["velm".to_string()] }];
    let questions = asked(&corpus);
    let asks: Vec<(&str, &str)> =
        questions.iter().map(|question| (question.asks.as_str(), question.about.as_str())).collect();
    assert_eq!(
        asks,
        [
            ("Which run?", "town_hall and crown differ"),
            ("What did crown hold earlier, and what later?", "Which when?"),
            ("Where does “velm” stand, and who writes it?", ""),
        ]
    );
    let addresses: Vec<String> = questions.iter().map(|question| question.view.fragment()).collect();
    assert_eq!(addresses[1], "view=timeline&issue=when&actor=crown");
}

#[test]
fn with_fewer_things_other_or_fewer_questions_are_asked() {
    let one_row = coded(&[["0", "pilot", "run", "town", "demands", "quoted", "2016"]]);
    assert_eq!(panes(&one_row), [Pane::Compare, Pane::Seminar, Pane::Read]);
    let uncoded = corpus_of(&[("Velm and gurd", &["velm velm", "gurd"])]);
    assert_eq!(panes(&uncoded), [Pane::Words, Pane::Read]);
    let mut with_events = uncoded.clone();
    let event = serde_json::json!({"id": "e", "date": "2019", "basis": "stated", "label": "e", "evidence": []});
    with_events.events.push(serde_json::from_value::<Event>(event).unwrap());
    assert_eq!(panes(&with_events), [Pane::Words, Pane::Timeline, Pane::Read]);
    assert_eq!(panes(&Corpus::default()), []);
}

#[test]
fn two_names_of_one_thing_are_asked_for_together() {
    let mut corpus = corpus_of(&[("x", &["the old quay", "one pier"])]);
    corpus.rings = vec![Names { names: ["nowhere", "old quay", "pier"].map(str::to_string).to_vec() }];
    let Question { asks, view, .. } = asked(&corpus).remove(0);
    assert_eq!(
        (asks.as_str(), view.q.as_str()),
        ("Who writes “old quay”, and who “pier”?", "\"old quay\" OR \"pier\"")
    );
}

#[test]
fn of_a_corpus_that_is_still_being_read_names_are_trusted_and_no_article_is_asked_for() {
    let mut corpus = coded(&[["0", "pilot", "run", "town", "demands", "quoted", "2016"]]);
    (corpus.later, corpus.articles) = (corpus.articles.len(), Vec::new());
    corpus.rings = vec![Names { names: vec!["pier".to_string(), "quay".to_string()] }];
    assert_eq!(panes(&corpus), [Pane::Compare, Pane::Words, Pane::Seminar]);
    corpus.rings.clear();
    corpus.related.clear();
    assert_eq!(panes(&corpus), [Pane::Compare, Pane::Seminar]);
}
