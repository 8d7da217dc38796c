//! A first visit: what is here, what can be asked of it, and questions to begin with. Gone with the first thing that is asked.

use super::link;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::beginning::{Question, questions};
use sightlines_engine::messages::Messages;
use sightlines_engine::model::Corpus;
use sightlines_engine::positions::listed;
use sightlines_engine::view::View;

/// So many authors are named.
const NAMED: usize = 4;

/// Under the line that says what this is about. While a large corpus is read nothing here moves; once it is whole, what its
/// articles hold may change it.
pub fn first(explorer: Explorer) -> AnyView {
    let messages = explorer.messages();
    let whole = Memo::new(move |_| explorer.corpus(Corpus::is_whole));
    let says = Memo::new(move |_| {
        let _ = whole.get();
        explorer.library.with_untracked(|library| holds(library.corpus(), messages))
    });
    let asked = Memo::new(move |_| {
        let _ = whole.get();
        explorer.library.with_untracked(|library| questions(library, messages))
    });
    let row = move |Question { asks, about, view }: Question| {
        let language = explorer.language.get_untracked();
        let (view, tag) = (View { language, ..view }, language.tag());
        // A question of the codebook stands there as the codebook asks it.
        let language = |says: &str| {
            // Not followed: a question that stays is not drawn anew.
            explorer.library.with_untracked(|library| {
                let corpus = library.corpus();
                let is_codebooks = corpus.codebook.issues.iter().any(|issue| issue.question == says);
                (is_codebooks && corpus.language != tag).then(|| corpus.language.clone())
            })
        };
        let (of_asks, of_about) = (language(&asks), language(&about));
        view! { <li><a href=link(&view) lang=of_asks>{asks}</a>" "<span class="minor" lang=of_about>{about}</span></li> }
    };
    // A question that stays keeps its place, and the focus.
    view! {
        <div class="first"><p class="minor">{move || says.get()}</p>
            <ul aria-label=messages.beginning.questions_to_begin_with><For each=move || asked.get() key=|one| one.asks.clone() children=row/></ul></div>
    }
    .into_any()
}

/// How much is here, by whom, and what can be asked of it.
fn holds(corpus: &Corpus, messages: &Messages) -> String {
    let (says, counts) = (&messages.beginning, &messages.counts);
    let mut authors: Vec<String> = corpus.authors.iter().map(|author| author.name.clone()).collect();
    let unnamed = corpus.articles.iter().filter(|article| article.authors.value.is_empty()).count();
    if unnamed > 0 {
        authors.push(says.unnamed_authors.with(unnamed));
    }
    let articles = counts.articles.with(corpus.articles.len() + corpus.later);
    let articles = match authors.len() {
        0 => articles,
        many if many > NAMED => says.articles_by.with([articles, counts.authors.with(corpus.authors.len())]),
        _ => says.articles_by.with([articles, listed(&authors, messages)]),
    };
    if corpus.positions.is_empty() {
        return says.what_can_be_asked.with([articles]);
    }
    let coders = match corpus.editors.is_empty() {
        true => says.editors_in_general.to_string(),
        false => listed(&corpus.editors, messages),
    };
    let positions = counts.positions.with(corpus.positions.len());
    let questions = says.on_questions.with(corpus.codebook.issues.len());
    says.what_can_be_asked_of_positions.with([articles, positions, questions, coders])
}
