//! `window.sightlines`: the page for scripts, in plain JSON values.
//!
//! `ready` is made by the page's start script. Unknown keys and wrong types are errors that name the key.

use crate::dom;
use crate::state::Explorer;
use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use sightlines_engine::script;
use sightlines_engine::view::View;
use wasm_bindgen::prelude::*;

/// Puts the calls on `window.sightlines`.
pub fn offer(explorer: Explorer) {
    let Some(window) = dom::window() else { return };
    let found = Reflect::get(&window, &"sightlines".into()).ok().filter(JsValue::is_object);
    let page: Object = found.map_or_else(Object::new, |value| value.unchecked_into());
    let library = move || explorer.library.get_untracked();

    set(&page, "version", &env!("CARGO_PKG_VERSION").into());
    method(&page, "corpus", move |_| to_js(&script::corpus(library().corpus())));
    method(&page, "search", move |options| {
        let options = script::SearchOptions::read(&from_js(&options)?)?;
        let started = dom::now();
        let mut answer = script::search(&library(), &options);
        answer["micros"] = ((dom::now() - started) * 1000.0).round().max(0.0).into();
        to_js(&answer)
    });
    method(&page, "table", move |options| {
        let options = script::TableOptions::read(&from_js(&options)?)?;
        to_js(&script::table(&library(), &options))
    });
    method(&page, "contrasts", move |options| {
        let options = script::ContrastOptions::read(&from_js(&options)?)?;
        to_js(&script::contrasts(&library(), &options)?)
    });

    let get = Closure::<dyn Fn() -> String>::new(move || explorer.view.with_untracked(View::fragment));
    let go =
        Closure::<dyn Fn(JsValue) -> Result<(), JsValue>>::new(move |fragment: JsValue| match fragment.as_string() {
            Some(fragment) => {
                explorer.go(&fragment);
                Ok(())
            }
            None => Err(js_sys::Error::new("sightlines.view: a fragment is a string, without #").into()),
        });
    let property = Object::new();
    set(&property, "get", get.as_ref());
    set(&property, "set", go.as_ref());
    set(&property, "configurable", &true.into());
    Object::define_property(&page, &"view".into(), &property);
    get.forget();
    go.forget();
    set(&window, "sightlines", &page);
}

/// Says how long indexing took, in milliseconds, for those who measure: `sightlines.stats`.
pub fn tell_indexing(took: f64) {
    let stats = Object::new();
    set(&stats, "indexMicros", &(took * 1000.0).round().into());
    if let Some(page) = dom::window().and_then(|window| Reflect::get(&window, &"sightlines".into()).ok()) {
        set(&page, "stats", &stats);
    }
}

fn method(page: &Object, name: &str, call: impl Fn(JsValue) -> Result<JsValue, String> + 'static) {
    let name_of_error = name.to_string();
    let closure = Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(move |options: JsValue| {
        call(options).map_err(|says| js_sys::Error::new(&format!("sightlines.{name_of_error}: {says}")).into())
    });
    set(page, name, closure.as_ref());
    closure.forget();
}

fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

fn from_js(value: &JsValue) -> Result<serde_json::Value, String> {
    if value.is_undefined() || value.is_null() {
        return Ok(serde_json::Value::Null);
    }
    let text = JSON::stringify(value).map_err(|_| "the options are no plain object".to_string())?;
    let text = text.as_string().ok_or("the options are no plain object")?;
    serde_json::from_str(&whole_letters(&text)).map_err(|error| format!("the options are no plain object ({error})"))
}

/// JSON in which half a character, as a script may cut one, is the sign for what cannot be read.
fn whole_letters(json: &str) -> String {
    // `stringify` escapes halves alone; of whole characters it writes the letter.
    let mut parts = json.split("\\ud");
    let mut whole = parts.next().unwrap_or_default().to_string();
    for part in parts {
        // An odd number of backslashes before it means that this one is itself escaped.
        let escaped = whole.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        match part.get(..3).filter(|hex| !escaped && hex.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            Some(_) => {
                whole.push_str("\\ufffd");
                whole.push_str(&part[3..]);
            }
            None => {
                whole.push_str("\\ud");
                whole.push_str(part);
            }
        }
    }
    whole
}

fn to_js(value: &serde_json::Value) -> Result<JsValue, String> {
    JSON::parse(&value.to_string()).map_err(|_| "the answer could not be handed over".to_string())
}
