//! What is on, each removable: the query (where no box shows it) and every filter.

use super::search_box::has_box;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{Corpus, StanceId, UNNAMED, VoiceId};
use sightlines_engine::view::View;

/// One thing that is on.
struct Chip {
    kind: &'static str,
    label: String,
    key: &'static str,
    value: String,
}

/// The chips.
#[component]
pub fn Chips() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.search;
    let chips = move || explorer.view.with(|view| explorer.corpus(|corpus| chips(view, corpus, messages)));
    let show = move |chip: Chip| {
        let Chip { kind, label, key, value } = chip;
        let name = says.remove_filter.with([kind, &label]);
        let remove = move |_| explorer.choose(|view| take_off(view, key, &value));
        view! {
            <li><button type="button" class="chip" aria-label=name on:click=remove>
                <span class="kind">{kind}</span>" "<strong>{label}</strong><span aria-hidden="true">" ×"</span>
            </button></li>
        }
    };
    let clear = move |_| {
        explorer.choose(|view| {
            let all: Vec<(&str, String)> =
                view.filters.sets().iter().flat_map(|(key, set)| set.iter().map(|v| (*key, v.clone()))).collect();
            all.iter().for_each(|(key, value)| take_off(view, key, value));
            view.exact = false;
            if !has_box(view.pane) {
                view.q.clear();
            }
        })
    };
    move || {
        let chips = chips();
        let many = chips.len() > 1;
        (!chips.is_empty()).then(|| view! {
            <ul class="chips" aria-label=says.what_is_on>
                {chips.into_iter().map(show).collect_view()}
                {many.then(|| view! { <li><button type="button" class="quiet" on:click=clear>{says.clear_all}</button></li> })}
            </ul>
        })
    }
}

/// What is on, in words: `Search: treaty; Outlet: RFE/RL`; empty, where nothing is.
pub fn said(view: &View, corpus: &Corpus, messages: &'static Messages) -> String {
    let words = &messages.words;
    let query = (has_box(view.pane) && !view.q.trim().is_empty())
        .then(|| (messages.search.chip_search, view.q.trim().to_string()));
    let chips = chips(view, corpus, messages).into_iter().map(|chip| (chip.kind, chip.label));
    let said = query.into_iter().chain(chips).map(|(kind, label)| format!("{kind}{}{label}", words.colon));
    said.collect::<Vec<_>>().join(words.semicolon)
}

fn take_off(view: &mut View, key: &str, value: &str) {
    match key {
        "q" => view.q.clear(),
        "exact" => view.exact = false,
        _ => {
            if let Some(set) = view.filters.set_mut(key) {
                set.remove(value);
            }
        }
    }
}

fn chips(view: &View, corpus: &Corpus, messages: &'static Messages) -> Vec<Chip> {
    let says = &messages.search;
    let mut chips = Vec::new();
    let mut put = |kind, key, label: &str, value: &str| {
        chips.push(Chip { kind, label: label.to_string(), key, value: value.to_string() });
    };
    if !has_box(view.pane) && !view.q.trim().is_empty() {
        put(says.chip_search, "q", view.q.trim(), "");
    }
    if view.exact {
        put(says.chip_only, "exact", says.as_typed, "");
    }
    let book = &corpus.codebook;
    let filters = &view.filters;
    for v in &filters.author {
        let label = if v == UNNAMED { messages.words.not_named } else { corpus.author_label(v) };
        put(says.chip_author, "author", label, v);
    }
    filters.outlet.iter().for_each(|v| put(says.chip_outlet, "outlet", corpus.outlet_label(v), v));
    filters.year.iter().for_each(|v| put(says.chip_year, "year", &v.replace("..", "–"), v));
    for v in &filters.issue {
        let label = book.issues.iter().find(|i| i.id.as_str() == v).map_or(v.as_str(), |i| &i.label);
        put(says.chip_question, "issue", label, v);
    }
    for v in &filters.actor {
        let label = book.actors.iter().find(|a| a.id.as_str() == v).map_or(v.as_str(), |a| &a.label);
        put(says.chip_actor, "actor", label, v);
    }
    for v in &filters.answer {
        let answers = book.issues.iter().flat_map(|i| &i.answers);
        let label = answers.filter(|a| a.id.as_str() == v).map(|a| a.label.as_str()).next().unwrap_or(v);
        put(says.chip_answer, "answer", label, v);
    }
    filters.stance.iter().for_each(|v| put(says.chip_stance, "stance", StanceId(v.clone()).word(messages), v));
    filters.voice.iter().for_each(|v| put(says.chip_voice, "voice", VoiceId(v.clone()).word(messages), v));
    filters.as_of.iter().for_each(|v| put(says.chip_as_of, "as_of", &v.replace("..", "–"), v));
    chips
}
