//! The address: the only file that names History or Location.
//!
//! A fragment that changes sets the view if it differs; a view that changes is written. Typing replaces and is written
//! after a pause, since browsers limit such calls; a choice pushes at once. A write that throws falls to `location.hash`,
//! then to memory.

use crate::dom;
use crate::state::{Explorer, Step};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use sightlines_engine::view::{MAX_FRAGMENT, View, decode, is_view_key};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// How long typing may pause before its view is written, in milliseconds.
const PAUSE: u32 = 300;

/// Reads the address once, then keeps view and address together.
pub fn follow(explorer: Explorer) {
    arrive(explorer, true);
    let own = Own::default();
    if let Some(window) = dom::window() {
        for event in ["hashchange", "popstate"] {
            let own = own.clone();
            let come = move |_: &web_sys::Event| {
                let hash = dom::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
                // What this page wrote itself is no arrival.
                if own.borrow().as_deref() != Some(hash.trim_start_matches('#')) {
                    own.borrow_mut().take();
                    arrive(explorer, false);
                }
            };
            gloo_events::EventListener::new(&window, event, come).forget();
        }
    }
    keep_links_here(explorer);
    let pending: Rc<RefCell<Option<(Timeout, String)>>> = Rc::default();
    Effect::new(move |before: Option<String>| {
        let fragment = explorer.view.with(View::fragment);
        if before.as_deref().is_none_or(|before| before == fragment) {
            return fragment;
        }
        let waiting = pending.borrow_mut().take().map(|(_, fragment)| fragment);
        match explorer.step.get_value() {
            // The address is where this view came from.
            Step::Arrive => {}
            Step::Type => {
                let (slot, written, own) = (pending.clone(), fragment.clone(), own.clone());
                let later = Timeout::new(PAUSE, move || {
                    slot.borrow_mut().take();
                    write(&written, false, &own);
                });
                *pending.borrow_mut() = Some((later, fragment.clone()));
            }
            Step::Choose => {
                // What was typed a moment ago is a place to come back to.
                waiting.iter().for_each(|typed| write(typed, false, &own));
                write(&fragment, true, &own);
            }
        }
        fragment
    });
}

/// In a frame that was given its page as text (`srcdoc`), a link to a fragment means the framing page's address, and would lead
/// away; in a frame without an origin, a page from a disk may not be led anywhere. In frames links are followed by hand;
/// everywhere else by the browser.
fn keep_links_here(explorer: Explorer) {
    if !dom::is_framed() {
        return;
    }
    let handle = window_event_listener(leptos::ev::click, move |event| {
        let is_plain =
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let link = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = link.and_then(|element| element.closest("a[href]:not([target])").ok().flatten());
        // A fragment without `=` is an anchor of the page, which its view keeps.
        let fragment = link.and_then(|link| link.get_attribute("href"));
        let fragment = fragment.filter(|href| href == "#" || (href.starts_with('#') && href.contains('=')));
        if let Some(fragment) = fragment.filter(|_| is_plain && !event.default_prevented()) {
            event.prevent_default();
            explorer.go(&fragment);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Takes the view from the address. Our keys after `?` are read too, and moved into the fragment.
fn arrive(explorer: Explorer, first: bool) {
    let Some(location) = dom::window().map(|w| w.location()) else { return };
    let hash = location.hash().unwrap_or_default();
    let (ours, others) = split_search(&location.search().unwrap_or_default());
    // A fragment without `=` is an anchor of the page.
    let is_anchor = hash.len() > 1 && !hash.contains('=');
    if is_anchor && (!first || ours.is_empty()) {
        return;
    }
    let written = if is_anchor { String::new() } else { hash.trim_start_matches('#').to_string() };
    let joined =
        [ours.as_str(), written.as_str()].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join("&");
    let (view, mut notices) = match View::try_read(&joined) {
        Ok(read) => read,
        Err(says) if first => (View::default(), vec![says]),
        // Nothing is known of where to go, so the reader stays.
        Err(says) => return explorer.notices.set(vec![says]),
    };
    let (view, missing) = explorer.library.with(|library| view.settle(library.corpus()));
    notices.extend(missing);
    if !ours.is_empty() {
        let path = location.pathname().unwrap_or_default();
        replace(&format!("{path}{others}#{}", view.fragment()));
    }
    explorer.arrive(view, notices);
}

/// The pairs after `?` that are ours, as a fragment, and the rest as it stands.
fn split_search(search: &str) -> (String, String) {
    let pairs = search.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
    let is_ours = |pair: &&str| is_view_key(&decode(pair.split('=').next().unwrap_or_default()));
    let (ours, others): (Vec<&str>, Vec<&str>) = pairs.partition(is_ours);
    let others = if others.is_empty() { String::new() } else { format!("?{}", others.join("&")) };
    (ours.join("&"), others)
}

/// The fragment that was written by a change of the address, which the browser then tells of as if a reader had come.
type Own = Rc<RefCell<Option<String>>>;

fn write(fragment: &str, push: bool, own: &Own) {
    // An address that could not be read again is worse than an older one: so long a query lives in memory only.
    if fragment.len() > MAX_FRAGMENT {
        return;
    }
    own.borrow_mut().take();
    let Some(window) = dom::window() else { return };
    let location = window.location();
    let here = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let url = if fragment.is_empty() { here } else { format!("#{fragment}") };
    let state = JsValue::NULL;
    let written = window.history().and_then(|history| match push {
        true => history.push_state_with_url(&state, "", Some(&url)),
        false => history.replace_state_with_url(&state, "", Some(&url)),
    });
    if written.is_err() {
        // Where this throws too, the view lives on in memory: only the address lags, and Share still makes the link.
        own.borrow_mut().replace(fragment.to_string());
        let _ = location.set_hash(fragment);
    }
}

fn replace(url: &str) {
    if let Some(history) = dom::window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// A link to a view: `public_url` with the fragment; else this page's address with it; from a disk or in a frame, where
/// nobody else could open that, the fragment alone.
pub fn share_link(public_url: &str, view: &View) -> String {
    let (base, fragment) = (base(public_url), view.fragment());
    if fragment.is_empty() && !base.is_empty() { base } else { format!("{base}#{fragment}") }
}

/// What a link begins with, before `#`: the corpus's public address, or that of the page on its host; from a disk and in a
/// frame nothing, since no other reader could follow it.
pub fn base(public_url: &str) -> String {
    // Whoever made the page may have written anything: only what leads to a page becomes a link.
    if ["https://", "http://"].iter().any(|scheme| public_url.starts_with(scheme)) {
        return public_url.to_string();
    }
    let location = dom::window().map(|w| w.location());
    let hosted = location.filter(|l| l.protocol().is_ok_and(|p| p.starts_with("http")) && !dom::is_framed());
    hosted.and_then(|l| Some(format!("{}{}", l.origin().ok()?, l.pathname().ok()?))).unwrap_or_default()
}
