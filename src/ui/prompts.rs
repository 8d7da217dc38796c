//! Prompts: a question from each contrast, with the passages to answer it by.

use super::empty::empty;
use super::{contrasts, places, position, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Corpus, Issue};
use sightlines_engine::seminar::{From, Prompt, prompts};
use sightlines_engine::view::View;

/// The sheet.
#[component]
pub fn Prompts() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let all_open = RwSignal::new(false);
    let body = move || {
        let view = explorer.view.get();
        let selection = explorer.selection()?;
        Some(explorer.corpus(|corpus| {
            let all = prompts(corpus, &selection.positions, view.by, &view.columns, view.chosen_pair(), messages);
            if all.is_empty() {
                return empty(&view, messages.prompts.none, messages);
            }
            let many = messages.prompts.prompts.with(all.len());
            let says = messages.prompts.from_the_contrasts.with([many, view.by.label(messages).to_string()]);
            let of_issue = |issue: &Issue| {
                let here: Vec<&Prompt> = all.iter().filter(|prompt| prompt.issue == issue.id).collect();
                (!here.is_empty()).then(|| {
                    let rows = here.into_iter().map(|prompt| one(explorer, corpus, &view, prompt, all_open)).collect_view();
                    view! { <section><h2 class="asks" lang=explorer.content_language()>{issue.question.clone()}</h2><ul class="prompts">{rows}</ul></section> }
                })
            };
            let list = corpus.codebook.issues.iter().filter_map(of_issue).collect_view();
            view! { <p class="told">{says}</p>{list}{words::edition_line(corpus, messages)} }.into_any()
        }))
    };
    view! {
        <p class="no-print"><button type="button" aria-pressed=move || all_open.get().to_string()
            on:click=move |_| all_open.update(|open| *open = !*open)>{move || if all_open.get() { messages.prompts.fold_all_passages } else { messages.prompts.open_all_passages }}</button>
            <span class="minor">{messages.prompts.what_is_open_is_printed}</span></p>
        {body}
    }
}

fn one(explorer: Explorer, corpus: &Corpus, view: &View, prompt: &Prompt, all_open: RwSignal<bool>) -> AnyView {
    let messages = explorer.messages();
    let side = |positions: &[usize]| {
        let list = positions.iter().map(|&at| position::again(corpus, &corpus.positions[at], view, "")).collect_view();
        view! { <ol>{list}</ol> }
    };
    let events = (!prompt.events.is_empty()).then(|| {
        let list = prompt.events.iter().map(|&at| {
            let event = &corpus.events[at];
            let says = messages.prompts.event.with([&event.date.label(messages), &event.label]);
            view! { <li>{says}{places(corpus, view, &event.evidence)}</li> }
        });
        view! { <p class="minor">{messages.prompts.between_the_dates}</p><ul class="between">{list.collect_view()}</ul> }
    });
    let sign = match prompt.from {
        From::Rule(kind) | From::Editors(kind) => contrasts::kind(kind),
        From::Told => view! { <span class="stands differ">{messages.prompts.read_differently}</span> }.into_any(),
    };
    let has_sides = !prompt.a.is_empty() || !prompt.b.is_empty();
    let passages = has_sides.then(|| {
        let many = messages.counts.positions.with(prompt.a.len() + prompt.b.len());
        view! {
            <details class="passages-of" prop:open=move || all_open.get()><summary>{messages.prompts.the_passages.with([many])}</summary>
                <div class="sides">{side(&prompt.a)}{side(&prompt.b)}</div></details>
        }
    });
    view! {
        <li>
            <p>{sign}" "{prompt.says.clone()}{places(corpus, view, &prompt.places)}</p>
            <p class="prompt">{prompt.asks.clone()}</p>
            {events}{passages}
        </li>
    }
    .into_any()
}
