//! Keys: which ones the page takes, told in a list. Whoever handles a key takes it from here, so that the list stays true.

use super::search_box::has_box;
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::view::Pane;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Leads to the search box.
pub const SEARCH: &str = "/";
/// Leads to the list of keys.
pub const HELP: &str = "?";
/// Closes what was opened.
pub const CLOSE: &str = "Escape";

/// The keys with what they do, the browser's own among them as far as the page leans on them.
fn list(messages: &Messages) -> [(&'static str, &'static str); 8] {
    let messages = &messages.keys;
    [
        (SEARCH, messages.to_the_search_box),
        (HELP, messages.to_this_list),
        (CLOSE, messages.closes),
        ("Tab, Shift+Tab", messages.tab_does),
        ("Enter", messages.enter_does),
        (messages.space, messages.space_does),
        (messages.arrows, messages.arrows_do),
        ("Home, End", messages.home_and_end_do),
    ]
}

/// The list of keys, given by context.
#[derive(Clone, Copy)]
pub struct Keys {
    /// Whether it is shown.
    pub open: RwSignal<bool>,
    /// Whether signs alone are keys: who speaks to the computer, or slips, may not want that. As with light and dark, for as
    /// long as the page is open.
    signs: RwSignal<bool>,
    /// What had the focus before a key led to the list.
    before: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Keys {
    /// Opens or closes it by its button, which keeps the focus.
    pub fn turn(self) {
        self.before.set_value(None);
        self.open.update(|open| *open = !*open);
    }

    fn close(self) {
        let before = self.before.get_value();
        self.open.set(false);
        request_animation_frame(move || {
            dom::focus_again(before);
            dom::focus_if_lost("keys-button");
        });
    }
}

/// Gives the list by context, and attends to what is a key everywhere.
pub fn listen(explorer: Explorer) {
    let keys = Keys { open: RwSignal::new(false), signs: RwSignal::new(true), before: StoredValue::new_local(None) };
    provide_context(keys);
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == CLOSE && keys.open.get_untracked() {
            return keys.close();
        }
        if !keys.signs.get_untracked() || event.ctrl_key() || event.meta_key() || event.alt_key() || takes_signs(&event)
        {
            return;
        }
        match event.key().as_str() {
            SEARCH => {
                event.prevent_default();
                if explorer.view.with_untracked(|view| !has_box(view.pane)) {
                    explorer.choose(|view| *view = view.showing(Pane::Articles));
                }
                request_animation_frame(|| {
                    dom::focus("search");
                    dom::bring_into_view("search");
                });
            }
            HELP => {
                event.prevent_default();
                if !keys.open.get_untracked() {
                    keys.before.set_value(dom::focused());
                    keys.open.set(true);
                }
                request_animation_frame(|| dom::focus("keys"));
            }
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether what has the focus takes signs itself: a field, or a list that is searched by typing; not a box to tick.
fn takes_signs(event: &web_sys::KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    match element.tag_name().as_str() {
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "file")),
        name => matches!(name, "TEXTAREA" | "SELECT"),
    }
}

/// The panel under the masthead.
#[component]
pub fn Panel() -> impl IntoView {
    let keys = expect_context::<Keys>();
    let messages = expect_context::<Explorer>().messages();
    let rows = list(messages).map(|(names, says)| view! { <div><dt><kbd>{names}</kbd></dt><dd>{says}</dd></div> });
    view! {
        <section class="share keys" id="keys" tabindex="-1" aria-label=messages.keys.keys>
            <dl>{rows.collect_view()}</dl>
            <label class="tick"><input type="checkbox" prop:checked=move || keys.signs.get()
                on:change=move |_| keys.signs.update(|on| *on = !*on)/>{messages.keys.use_signs_as_keys}</label>
            <p><button type="button" on:click=move |_| keys.close()>{messages.keys.close}</button></p>
        </section>
    }
}
