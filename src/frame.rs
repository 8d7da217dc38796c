//! In a frame of another page: how high this page is, which view it shows, and which one it is asked for.
//!
//! Out: `{type: 'sightlines:height', height}` and `{type: 'sightlines:view', view}`, and the height in the forms that
//! Canvas and H5P hosts listen for. In: `{type: 'sightlines:view', view}`, read as an address is; any other message is left
//! alone. Nothing that is sent is a secret: it goes to whoever frames the page.

use crate::dom;
use crate::state::Explorer;
use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use sightlines_engine::view::View;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, ResizeObserver};

/// Tells the framing page of height and view, and listens to it. Outside a frame, nothing.
pub fn attend(explorer: Explorer) {
    if !dom::is_framed() {
        return;
    }
    if let Some(window) = dom::window() {
        let heard = move |event: &web_sys::Event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>().filter(|message| is_from_parent(message)) {
                hear(explorer, &message.data());
            }
        };
        EventListener::new(&window, "message", heard).forget();
    }
    Effect::new(move |_| tell("sightlines:view", &[("view", explorer.view.with(View::fragment).into())]));
    tell_height(explorer);
}

/// What a framed page tells of itself.
pub enum Told {
    /// Its height, in CSS pixels.
    Height(f64),
    /// That it shows a view, and so lives.
    View,
}

/// Listens to a frame of this page's own for as long as the component stands.
pub fn hear_child(child: NodeRef<leptos::html::Iframe>, heard: impl Fn(Told) + 'static) {
    let handle = window_event_listener(leptos::ev::message, move |message| {
        let own = child.get_untracked().and_then(|frame| frame.content_window());
        let is_own = own.zip(message.source()).is_some_and(|(own, source)| JsValue::from(own) == JsValue::from(source));
        let read = |key: &str| Reflect::get(&message.data(), &key.into()).ok();
        match read("type").and_then(|kind| kind.as_string()).as_deref() {
            Some("sightlines:height") if is_own => {
                if let Some(height) = read("height").and_then(|height| height.as_f64()) {
                    heard(Told::Height(height));
                }
            }
            Some("sightlines:view") if is_own => heard(Told::View),
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Leads a framed page to a view.
pub fn lead(window: &web_sys::Window, view: &View) {
    let message = message(&[("type", "sightlines:view".into()), ("view", view.fragment().into())]);
    let _ = window.post_message(&message, "*");
}

/// Only who frames the page may lead it.
fn is_from_parent(message: &MessageEvent) -> bool {
    let parent = dom::window().and_then(|window| window.parent().ok().flatten());
    parent.zip(message.source()).is_some_and(|(parent, source)| JsValue::from(parent) == JsValue::from(source))
}

fn hear(explorer: Explorer, data: &JsValue) {
    let read = |key: &str| Reflect::get(data, &key.into()).ok().and_then(|value| value.as_string());
    if !data.is_object() || read("type").as_deref() != Some("sightlines:view") {
        return;
    }
    let Some(fragment) = read("view") else { return };
    explorer.go(&fragment);
}

/// Sends the height of what is shown, whenever it changes: that of the content, which the height of the frame does not
/// change, so that host and page cannot drive each other.
fn tell_height(explorer: Explorer) {
    let Some(place) = dom::mount_point() else { return };
    let (told, measured) = (Rc::new(Cell::new(0.0)), place.clone());
    let changed = Closure::<dyn Fn()>::new(move || {
        let height = measured.get_bounding_client_rect().height().ceil();
        if height > 0.0 && (height - told.replace(height)).abs() >= 1.0 {
            tell("sightlines:height", &[("height", height.into())]);
            send(&[("subject", "lti.frameResize".into()), ("height", height.into())]);
            send(&[("context", "h5p".into()), ("action", "resize".into()), ("scrollHeight", height.into())]);
        }
    });
    match ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        Ok(observer) => observer.observe(&place),
        // A browser without it: told once what is shown first is drawn, and after each other view.
        Err(_) => {
            let call = changed.as_ref().unchecked_ref::<js_sys::Function>().clone();
            Effect::new(move |_| {
                explorer.view.track();
                let call = call.clone();
                dom::once_painted(move || drop(call.call0(&JsValue::NULL)));
            });
        }
    }
    changed.forget();
}

fn tell(kind: &str, values: &[(&str, JsValue)]) {
    let mut pairs = vec![("type", JsValue::from(kind))];
    pairs.extend_from_slice(values);
    send(&pairs);
}

fn message(pairs: &[(&str, JsValue)]) -> Object {
    let message = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&message, &(*key).into(), value);
    }
    message
}

fn send(pairs: &[(&str, JsValue)]) {
    let message = message(pairs);
    if let Some(parent) = dom::window().and_then(|window| window.parent().ok().flatten()) {
        let _ = parent.post_message(&message, "*");
    }
}
