//! What is on, each removable: the query (where no box shows it) and every filter.

use super::search_box::has_box;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::Corpus;
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
    let chips = move || explorer.view.with(|view| explorer.corpus(|corpus| chips(view, corpus)));
    let show = move |chip: Chip| {
        let Chip { kind, label, key, value } = chip;
        let says = format!("Remove {kind} {label}");
        let remove = move |_| explorer.choose(|view| take_off(view, key, &value));
        view! {
            <li><button type="button" class="chip" aria-label=says on:click=remove>
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
            <ul class="chips" aria-label="What is on">
                {chips.into_iter().map(show).collect_view()}
                {many.then(|| view! { <li><button type="button" class="quiet" on:click=clear>"Clear all"</button></li> })}
            </ul>
        })
    }
}

/// What is on, in words: `Search: treaty; Outlet: RFE/RL`; empty, where nothing is.
pub fn said(view: &View, corpus: &Corpus) -> String {
    let query = (has_box(view.pane) && !view.q.trim().is_empty()).then(|| format!("Search: {}", view.q.trim()));
    let chips = chips(view, corpus).into_iter().map(|chip| format!("{}: {}", chip.kind, chip.label));
    query.into_iter().chain(chips).collect::<Vec<_>>().join("; ")
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

fn chips(view: &View, corpus: &Corpus) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut put = |kind, key, label: &str, value: &str| {
        chips.push(Chip { kind, label: label.to_string(), key, value: value.to_string() });
    };
    if !has_box(view.pane) && !view.q.trim().is_empty() {
        put("Search", "q", view.q.trim(), "");
    }
    if view.exact {
        put("Only", "exact", "as typed", "");
    }
    let book = &corpus.codebook;
    let filters = &view.filters;
    filters.author.iter().for_each(|v| put("Author", "author", corpus.author_label(v), v));
    filters.outlet.iter().for_each(|v| put("Outlet", "outlet", corpus.outlet_label(v), v));
    filters.year.iter().for_each(|v| put("Year", "year", &v.replace("..", "–"), v));
    for v in &filters.issue {
        let label = book.issues.iter().find(|i| i.id.as_str() == v).map_or(v.as_str(), |i| &i.label);
        put("Question", "issue", label, v);
    }
    for v in &filters.actor {
        let label = book.actors.iter().find(|a| a.id.as_str() == v).map_or(v.as_str(), |a| &a.label);
        put("Actor", "actor", label, v);
    }
    for v in &filters.answer {
        let answers = book.issues.iter().flat_map(|i| &i.answers);
        let label = answers.filter(|a| a.id.as_str() == v).map(|a| a.label.as_str()).next().unwrap_or(v);
        put("Answer", "answer", label, v);
    }
    filters.stance.iter().for_each(|v| put("Stance", "stance", v, v));
    filters.voice.iter().for_each(|v| put("Voice", "voice", v, v));
    filters.as_of.iter().for_each(|v| put("As of", "as_of", &v.replace("..", "–"), v));
    chips
}
