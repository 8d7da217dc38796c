//! The search box. What it shows is the view's query; what is typed becomes it at once.

use super::help::Help;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::view::Pane;

/// The box with its label and hint.
#[component]
pub fn SearchBox() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().search;
    view! {
        <form class="search" role="search" on:submit=move |event| { event.prevent_default(); explorer.end_typing(); }>
            <label class="visually-hidden" for="search">{messages.search_the_articles}</label>
            <input id="search" type="search" autocomplete="off" spellcheck="false" autocapitalize="off"
                placeholder=messages.search_the_articles
                prop:value=move || explorer.view.with(|view| view.q.clone())
                on:input=move |event| explorer.type_query(event_target_value(&event))
                on:blur=move |_| explorer.end_typing()/>
            <p class="hint">
                <code>{messages.two_words}</code>" "{messages.means_both}" · "<code>{messages.a_phrase}</code>" · "
                <code>"trea*"</code>" "{messages.means_begins_so}" · "<code>{messages.minus_word}</code>" "{messages.means_without}" · "
                <code>{messages.one_or_other}</code>
            </p>
            <Help/>
        </form>
    }
}

/// Whether a part of the page has the box.
pub fn has_box(pane: Pane) -> bool {
    matches!(pane, Pane::Articles | Pane::Timeline | Pane::Words)
}
