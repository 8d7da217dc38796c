//! The masthead: what this is, what it can speak for, and the parts of the page.

use super::keys::{self, Keys, Panel};
use super::{link, share, words};
use crate::state::Explorer;
use crate::{address, dom};
use leptos::prelude::*;
use sightlines_engine::messages::Language;
use sightlines_engine::view::{Pane, View};

/// The masthead.
#[component]
pub fn Masthead() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().masthead;
    let sharing = RwSignal::new(false);
    let keys = expect_context::<Keys>();
    let title = move || explorer.corpus(|c| c.title.clone());
    let horizon = move || explorer.corpus(|c| c.horizon.clone());
    let item = move |pane: Pane| {
        let here = Memo::new(move |_| explorer.view.with(|view| view.pane == pane));
        let href = move || link(&explorer.view.with(|view| view.showing(pane)));
        view! { <a href=href aria-current=move || here.get().then_some("page")>{words::pane(explorer, pane)}</a> }
    };
    // A corpus of articles alone has no table, no times and nothing for a class; a link to one of them still leads there.
    let coded = Memo::new(move |_| explorer.corpus(|c| (!c.positions.is_empty(), !c.events.is_empty())));
    let has = move |pane: Pane| match pane {
        Pane::Compare | Pane::Seminar => coded.get().0,
        Pane::Timeline => coded.get() != (false, false),
        _ => true,
    };
    // In a frame a reader may want the page for itself; what is shown there is shown here.
    let own_tab = move || {
        let framed = explorer.view.with(|view| view.embed);
        let base = explorer.corpus(|corpus| address::base(&corpus.public_url));
        let has_address = !base.is_empty() || !dom::is_without_address();
        (framed && has_address).then(|| {
            let href =
                move || format!("{base}{}", link(&explorer.view.with(|view| View { embed: false, ..view.clone() })));
            view! { <a class="own-tab" href=href target="_blank" rel="noopener">{messages.open_in_its_own_tab}</a> }
        })
    };
    view! {
        <header class="masthead">
            {own_tab}
            <div class="brand">
                <a class="name" href=move || link(&explorer.view.with(View::fresh))>"Sightlines"</a>
                <Languages/>
                <p class="horizon" lang=explorer.content_language()>{title}<span class="horizon-of">" · "{horizon}</span></p>
            </div>
            <nav aria-label=messages.parts_of_the_page>{move || Pane::ALL.into_iter().filter(|pane| has(*pane)).map(item).collect_view()}</nav>
            <div class="tools" on:keydown=move |event| if event.key() == keys::CLOSE { sharing.set(false); }>
                <button type="button" id="share-button" aria-expanded=move || sharing.get().to_string()
                    on:click=move |_| sharing.update(|open| *open = !*open)>{messages.share}</button>
                <button type="button" id="keys-button" aria-expanded=move || keys.open.get().to_string()
                    on:click=move |_| keys.turn()>{messages.keys}</button>
                <Theme/>
            </div>
        </header>
        <Show when=move || keys.open.get()><Panel/></Show>
        <Show when=move || sharing.get()><share::Share open=sharing/></Show>
    }
}

/// In which language the page speaks: each is called by its own name.
#[component]
fn Languages() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let choose = move |event| {
        let tag = event_target_value(&event);
        if let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == tag) {
            explorer.choose(|view| view.language = language);
        }
    };
    let options = Language::ALL.map(|of| {
        let is_now = of == explorer.language.get_untracked();
        view! { <option value=of.tag() lang=of.tag() selected=is_now>{of.name()}</option> }
    });
    let label = explorer.messages().masthead.language;
    view! { <select id="language" class="language" aria-label=label on:change=choose>{options}</select> }
}

/// Light or dark: the system's choice until the reader makes another.
#[component]
fn Theme() -> impl IntoView {
    let messages = &expect_context::<Explorer>().messages().masthead;
    let dark = RwSignal::new(dom::matches("(prefers-color-scheme: dark)"));
    let turn = move |_| {
        dark.update(|dark| *dark = !*dark);
        dom::set_root_attribute("data-theme", if dark.get_untracked() { "dark" } else { "light" });
    };
    view! {
        <button type="button" class="theme" on:click=turn>
            <span aria-hidden="true">"◐ "</span>{move || if dark.get() { messages.light } else { messages.dark }}
        </button>
    }
}
