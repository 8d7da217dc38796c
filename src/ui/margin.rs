//! The margin of Read: the positions that a paragraph gives rise to; choosing one marks its sentences.

use super::words;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Article, Corpus, Nearness, Position, PositionId};

/// The positions of the present selection whose evidence stands in paragraph `n`.
pub fn margin(explorer: Explorer, article: &Article, n: u32, chosen: RwSignal<Option<PositionId>>) -> AnyView {
    let id = article.id.clone();
    let note = move || {
        let selection = explorer.selection()?;
        let notes = explorer.corpus(|corpus| {
            let here = |position: &&Position| position.article == id && position.evidence.iter().any(|e| e.p == n);
            let positions = selection.positions.iter().map(|&at| &corpus.positions[at]).filter(here);
            positions.map(|position| note(corpus, position, chosen)).collect::<Vec<_>>()
        });
        (!notes.is_empty()).then(|| view! { <ul class="margin" aria-label="Positions here">{notes}</ul> })
    };
    note.into_any()
}

fn note(corpus: &Corpus, position: &Position, chosen: RwSignal<Option<PositionId>>) -> AnyView {
    let id = position.id.clone();
    let is_chosen = {
        let id = id.clone();
        move || chosen.with(|chosen| chosen.as_ref() == Some(&id))
    };
    let choose =
        move |_| chosen.update(|chosen| *chosen = if chosen.as_ref() == Some(&id) { None } else { Some(id.clone()) });
    let pressed = is_chosen.clone();
    let inferred = corpus.codebook.voice(&position.voice).is_some_and(|v| v.nearness == Nearness::Inferred);
    let issue = corpus.codebook.issue(&position.issue);
    let question = issue.map(|i| i.question.clone()).unwrap_or_default();
    let says = format!("{} {}: {}", words::actor(corpus, position), position.stance, words::answer(corpus, position));
    let voice = words::voice(corpus, position);
    let summary = position.summary.clone();
    view! {
        <li>
            <button type="button" class="note" class:inferred=inferred aria-pressed=move || pressed().to_string() on:click=choose>
                <strong>{says}</strong>
                <span class="of">{question}" · "{voice}</span>
                {move || is_chosen().then(|| view! { <span class="summary">{summary.clone()}</span> })}
            </button>
        </li>
    }
    .into_any()
}
