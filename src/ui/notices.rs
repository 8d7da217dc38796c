//! What must be said: about the address, and about an answer.

use super::link;
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::search::Notice;
use sightlines_engine::view::View;

/// What the address asked for and could not have.
#[component]
pub fn AddressNotices() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let too_long = Memo::new(move |_| explorer.is_too_long_for_a_link());
    let too_long = move || {
        too_long.get().then(|| view! { <p class="notices">{explorer.messages().words.too_long_for_a_link}</p> })
    };
    let messages = explorer.messages();
    let close = move |_| {
        explorer.notices.set(Vec::new());
        // The button is gone with them.
        dom::focus_main_if_lost();
    };
    let notices = move || {
        let notices = explorer.notices.get();
        (!notices.is_empty()).then(|| {
            view! {
                <div class="notices">
                    <ul>{notices.into_iter().map(|says| view! { <li>{says}</li> }).collect_view()}</ul>
                    <button type="button" class="quiet" on:click=close>{messages.notices.close}</button>
                </div>
            }
        })
    };
    let broken = move || explorer.damage().map(|says| view! { <p class="notices" role="alert">{says}</p> });
    // What speaks up must be there before what it says.
    view! { {broken} <div role="status">{too_long} {notices}</div> }
}

/// What must be said about the answer, with a way back where there is one.
#[component]
pub fn AnswerNotices() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let (says, words) = (&messages.notices, &messages.words);
    let only = move || {
        let href = link(&explorer.view.with(|view| {
            let mut view = view.clone();
            view.exact = true;
            view
        }));
        view! { " " <a href=href>{says.only_as_typed}</a> }
    };
    let show = move |notice: Notice| match notice {
        Notice::Alias { also, .. } => view! {
            <li>{says.also_found_as} {names(also, words.comma)} {words.full_stop} {only()}</li>
        }
        .into_any(),
        Notice::Typo { typed, corrections } => view! {
            <li>{says.instead_of.with([typed])} {names(corrections, words.comma)} {words.full_stop} {only()}</li>
        }
        .into_any(),
        Notice::Related { typed, offered } => {
            let links = offers(explorer, &typed, offered);
            view! { <li>{says.not_the_same_as.with([typed])} {links}</li> }.into_any()
        }
        Notice::Nearest { typed, offered } => {
            let links = offers(explorer, &typed, offered);
            view! { <li>{says.near_to} <strong>{typed}</strong> {says.near_to_it} {links}</li> }.into_any()
        }
        other => view! { <li>{other.says(messages)}</li> }.into_any(),
    };
    move || {
        let notices = explorer.selection().map(|s| s.notices.clone()).unwrap_or_default();
        (!notices.is_empty()).then(|| view! { <ul class="says">{notices.into_iter().map(show).collect_view()}</ul> })
    }
}

/// Links that search for other words instead of one that was typed, and for the rest of the query as it is.
fn offers(explorer: Explorer, typed: &str, offered: Vec<String>) -> AnyView {
    let link_to = |name: String| {
        let href = link(&explorer.view.with(|view| {
            let q = if view.q.contains(typed) { view.q.replacen(typed, &name, 1) } else { name.clone() };
            View { q, ..view.clone() }
        }));
        view! { " " <a href=href>{name}</a> }
    };
    offered.into_iter().map(link_to).collect_view().into_any()
}

fn names(names: Vec<String>, comma: &'static str) -> impl IntoView {
    let last = names.len().saturating_sub(1);
    names
        .into_iter()
        .enumerate()
        .map(|(at, name)| view! { <strong>{name}</strong> {(at < last).then_some(comma)} })
        .collect_view()
}
