//! A first visit: what is here, what can be asked of it, and questions to begin with. Gone with the first thing that is asked.

use super::{link, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::beginning::{Question, questions};
use sightlines_engine::model::Corpus;
use sightlines_engine::positions::listed;
use sightlines_engine::view::View;

/// So many authors are named.
const NAMED: usize = 4;

/// Under the line that says what this is about. While a large corpus is read nothing here moves; once it is whole, what its
/// articles hold may change it.
pub fn first(explorer: Explorer) -> AnyView {
    let whole = Memo::new(move |_| explorer.corpus(Corpus::is_whole));
    let says = Memo::new(move |_| {
        let _ = whole.get();
        explorer.library.with_untracked(|library| holds(library.corpus()))
    });
    let asked = Memo::new(move |_| {
        let _ = whole.get();
        explorer.library.with_untracked(|library| questions(library, explorer.messages()))
    });
    let row = move |Question { asks, about, view }: Question| {
        let view = View { language: explorer.language.get_untracked(), ..view };
        view! { <li><a href=link(&view)>{asks}</a>" "<span class="minor">{about}</span></li> }
    };
    // A question that stays keeps its place, and the focus.
    view! {
        <div class="first"><p class="minor">{move || says.get()}</p>
            <ul aria-label="Questions to begin with"><For each=move || asked.get() key=|one| one.asks.clone() children=row/></ul></div>
    }
    .into_any()
}

/// How much is here, by whom, and what can be asked of it.
fn holds(corpus: &Corpus) -> String {
    let mut authors: Vec<String> = corpus.authors.iter().map(|author| author.name.clone()).collect();
    let unnamed = corpus.articles.iter().filter(|article| article.authors.value.is_empty()).count();
    if unnamed > 0 {
        authors.push(words::count(unnamed, "author not named", "authors not named"));
    }
    let articles = words::count(corpus.articles.len() + corpus.later, "article", "articles");
    let by = match authors.len() {
        0 => String::new(),
        many if many > NAMED => format!(" by {}", words::count(corpus.authors.len(), "author", "authors")),
        _ => format!(" by {}", listed(&authors)),
    };
    if corpus.positions.is_empty() {
        return format!(
            "{articles}{by}. Search a word or a name, filter, read, or see words in their lines. For example:"
        );
    }
    let coders = if corpus.editors.is_empty() { "the editors".to_string() } else { listed(&corpus.editors) };
    format!(
        "{articles}{by}; {} on {}, coded by {coders}, each with the place that it rests on. Search, filter, compare, or ask:",
        words::count(corpus.positions.len(), "position", "positions"),
        words::count(corpus.codebook.issues.len(), "question", "questions"),
    )
}
