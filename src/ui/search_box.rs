//! The search box. What it shows is the view's query; what is typed becomes it at once.

use super::help::Help;
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::view::Pane;
use wasm_bindgen::JsCast;

/// The box with its label and hint.
#[component]
pub fn SearchBox() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    view! {
        <form class="search" role="search" on:submit=move |event| { event.prevent_default(); explorer.end_typing(); }>
            <label class="visually-hidden" for="search">"Search the articles"</label>
            <input id="search" type="search" autocomplete="off" spellcheck="false" autocapitalize="off"
                placeholder="Search the articles"
                prop:value=move || explorer.view.with(|view| view.q.clone())
                on:input=move |event| explorer.type_query(event_target_value(&event))
                on:blur=move |_| explorer.end_typing()/>
            <p class="hint">
                <code>"word word"</code>" both · "<code>"\"a phrase\""</code>" · "<code>"trea*"</code>" begins so · "
                <code>"-word"</code>" without · "<code>"one OR other"</code>
            </p>
            <Help/>
        </form>
    }
}

/// Whether a part of the page has the box.
pub fn has_box(pane: Pane) -> bool {
    matches!(pane, Pane::Articles | Pane::Timeline | Pane::Words)
}

/// `/` leads to the search box from everywhere but other fields.
pub fn focus_by_key(explorer: Explorer) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        if event.key() == "/" && !typing && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
            event.prevent_default();
            if explorer.view.with_untracked(|view| !has_box(view.pane)) {
                explorer.choose(|view| *view = view.showing(Pane::Articles));
            }
            request_animation_frame(|| {
                dom::focus("search");
                dom::bring_into_view("search");
            });
        }
    });
    on_cleanup(move || handle.remove());
}
