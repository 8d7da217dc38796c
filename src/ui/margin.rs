//! The margin of Read: the positions that a paragraph gives rise to. Choosing one marks its sentences, puts it into the
//! address, and opens what is known of it.

use super::{link, position, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Article, Corpus, Nearness, Position};
use sightlines_engine::view::View;

/// The positions of the present selection whose evidence stands in paragraph `n`.
pub fn margin(explorer: Explorer, article: &Article, n: u32) -> AnyView {
    let id = article.id.clone();
    let label = explorer.messages().read.positions_here;
    let note = move || {
        let selection = explorer.selection()?;
        let notes = explorer.corpus(|corpus| {
            let here = |position: &&Position| position.article == id && position.evidence.iter().any(|e| e.p == n);
            let positions = selection.positions.iter().map(|&at| &corpus.positions[at]).filter(here);
            positions.map(|position| note(explorer, corpus, position)).collect::<Vec<_>>()
        });
        (!notes.is_empty()).then(|| view! { <ul class="margin" aria-label=label>{notes}</ul> })
    };
    note.into_any()
}

fn note(explorer: Explorer, corpus: &Corpus, of: &Position) -> AnyView {
    let messages = explorer.messages();
    let id = of.id.clone();
    let is_chosen = {
        let id = id.clone();
        Memo::new(move |_| explorer.view.with(|view| view.position.as_ref() == Some(&id)))
    };
    let opened = id.clone();
    let choose = move |_| {
        let id = (!is_chosen.get_untracked()).then(|| id.clone());
        explorer.choose(|view| view.position = id);
    };
    let inferred = position::nearness(corpus, of) == Nearness::Inferred;
    let question = corpus.codebook.issue(&of.issue).map(|i| i.question.clone()).unwrap_or_default();
    let says = messages.read.holds.with([
        words::actor(corpus, of, messages),
        of.stance.word(messages).to_string(),
        words::answer(corpus, of, messages),
    ]);
    let voice = words::voice(corpus, of, messages);
    let details = move || {
        is_chosen.get().then(|| {
            explorer.corpus(|corpus| {
                let of = corpus.position(&opened)?;
                let view = explorer.view.get_untracked();
                Some(opened_note(explorer, corpus, of, &view))
            })
        })
    };
    view! {
        <li>
            <button type="button" class="note" class:inferred=inferred aria-pressed=move || is_chosen.get().to_string() on:click=choose>
                <strong>{says}</strong>
                <span class="of"><span lang=explorer.content_language()>{question}</span>" · "{voice}</span>
            </button>
            {details}
        </li>
    }
    .into_any()
}

/// What a chosen note opens: its summary, how it is held, and the ways on.
fn opened_note(explorer: Explorer, corpus: &Corpus, of: &Position, view: &View) -> AnyView {
    let messages = &explorer.messages().read;
    let issue = corpus.codebook.issue(&of.issue).map(|issue| issue.rule.clone());
    let table = link(&view.comparing_position(corpus, of));
    // A position may rest on several sentences; each can be gone to.
    let places = of.evidence.iter().map(|place| {
        let href = link(&view.reading_position(of, Some(*place)));
        view! { " " <a href=href>{format!("¶ {place}")}</a> }
    });
    view! {
        <div class="note-opened">
            <p class="summary" lang=explorer.content_language()>{of.summary.clone()}</p>
            {position::how(corpus, of, None)}
            <p class="ways"><a href=table>{messages.in_the_table}</a>" · "{position::rule(messages.the_questions_rule.to_string(), issue)}" · "{messages.rests_on}{places.collect_view()}</p>
            {position::background(corpus, of)}
        </div>
    }
    .into_any()
}
