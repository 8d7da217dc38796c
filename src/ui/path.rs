//! Paths: views in an order with a note each, that a lecturer prepares. The path is part of the view, and so of its link.

use super::{link, words};
use crate::dom;
use crate::own_copy;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::view::Path;

/// What is said of a path that an address could not carry.
const TOO_LONG: &str = "One link holds no more stops or words than that: shorten notes, title or queries, or save this path as a file and begin another.";

/// Where the reader is on a path, and the ways on; nothing off a path.
#[component]
pub fn PathBar() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    move || {
        let view = explorer.view.get();
        let (path, at) = (&view.path, view.at);
        (!path.is_empty()).then(|| {
            let many = path.stops.len();
            let title = if path.title.is_empty() { "A path" } else { &path.title };
            let note = path.stops.get(at.wrapping_sub(1)).map(|stop| stop.note.clone()).unwrap_or_default();
            let back = (at > 1).then(|| view! { <a href=link(&view.at_stop(at - 1))><span aria-hidden="true">"← "</span>"Back"</a> });
            let on = (at < many).then(|| view! { <a class="on" href=link(&view.at_stop(at + 1))>{if at == 0 { "Begin" } else { "Next" }}<span aria-hidden="true">" →"</span></a> });
            let here = (at > 0).then(|| view! { <a href=link(&view.at_stop(at))>"This stop’s view"</a> });
            let number = if at == 0 { format!("{many} stops") } else { format!("stop {at} of {many}") };
            view! {
                <nav class="path-bar" aria-label="Path">
                    <p><strong>{title.to_string()}</strong>" · "{number}{(!note.is_empty()).then(|| view! { <span class="path-note">{note}</span> })}</p>
                    <p class="ways">{back}" "{here}" "{on}" "<a href=link(&view.off_path())>"Leave the path"</a></p>
                </nav>
            }
        })
    }
}

/// Making a path of views, and taking it away or opening one.
#[component]
pub fn Paths() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let said = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let longer = explorer.view.with_untracked(|view| {
            let mut longer = view.clone();
            longer.path.stops.push(view.as_stop(&note.get_untracked()));
            longer.at = longer.path.stops.len();
            longer
        });
        if !longer.path.fits() {
            said.set(TOO_LONG.to_string());
            return;
        }
        said.set(format!("Stop {} added.", longer.at));
        note.set(String::new());
        explorer.choose(|view| *view = longer);
    };
    let title = move || explorer.view.with(|view| view.path.title.clone());
    let name = move |event| {
        let title = event_target_value(&event).trim().to_string();
        let fits = explorer.view.with_untracked(|view| Path { title: title.clone(), ..view.path.clone() }.fits());
        if fits {
            explorer.choose(|view| view.path.title = title);
        } else {
            said.set(TOO_LONG.to_string());
        }
    };
    let any = Memo::new(move |_| explorer.view.with(|view| !view.path.is_empty()));
    let save = move |_| {
        let path = explorer.view.with_untracked(|view| view.path.clone());
        let saved = dom::download("sightlines-path.json", "application/json", &path.json());
        said.set(if saved {
            words::file_given(", or take the link above: it holds the path too", explorer.messages())
        } else {
            "Files are refused here: the link above holds the path.".to_string()
        });
    };
    let open_file = move |event: web_sys::Event| own_copy::open_path(explorer, &event);
    let first = move || explorer.view.with(|view| link(&view.at_stop(1)));
    let stops = move || {
        let view = explorer.view.get();
        let row = |(nth, stop): (usize, &sightlines_engine::view::Stop)| {
            let says = if stop.note.is_empty() { stop.view.clone() } else { stop.note.clone() };
            let says = if says.is_empty() { "the first view".to_string() } else { says };
            let remove = move |_| {
                explorer.choose(|view| view.remove_stop(nth));
                // The row of the button is gone.
                dom::focus("path-note");
            };
            let up = (nth > 0).then(|| view! { <button type="button" class="quiet" aria-label=format!("Stop {} up", nth + 1) on:click=move |_| explorer.choose(|view| view.move_stop_up(nth))>"up"</button> });
            view! {
                <li><a href=link(&view.at_stop(nth + 1))>{says}</a>" "{up}" "
                    <button type="button" class="quiet" aria-label=format!("Remove stop {}", nth + 1) on:click=remove>"remove"</button></li>
            }
        };
        view.path.stops.iter().enumerate().map(row).collect_view()
    };
    view! {
        <details class="paths"><summary>"A path through the material"</summary>
            <p class="minor">"Views in an order, each with a note: what a seminar goes through. The link above then leads along the whole path; a file holds the same."</p>
            {move || any.get().then(|| view! {
                <label>"Title "<input type="text" prop:value=title on:change=name/></label>
                <ol>{stops}</ol>
            })}
            <form class="row" on:submit=add>
                <label for="path-note">"Add the present view as a stop, with a note"</label>
                <input id="path-note" type="text" autocomplete="off" prop:value=note on:input=move |event| note.set(event_target_value(&event))/>
                <button type="submit">"Add"</button>
            </form>
            <p class="row">
                {move || any.get().then(|| view! { <button type="button" on:click=save>"Save as a file"</button> <a href=first>"Go to its first stop"</a> })}
                <label class="file"><span class="pill">"Open a path’s file"</span><input type="file" class="visually-hidden" accept=".json,application/json" on:change=open_file/></label>
            </p>
            <p role="status">{move || said.get()}</p>
        </details>
    }
}
