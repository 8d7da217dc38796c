//! Paths: views in an order with a note each, that a lecturer prepares. The path is part of the view, and so of its link.

use super::{link, words};
use crate::dom;
use crate::own_copy;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::view::Path;

/// Where the reader is on a path, and the ways on; nothing off a path.
#[component]
pub fn PathBar() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().path;
    move || {
        let view = explorer.view.get();
        let (path, at) = (&view.path, view.at);
        (!path.is_empty()).then(|| {
            let many = path.stops.len();
            let title = if path.title.is_empty() { messages.a_path } else { &path.title };
            let note = path.stops.get(at.wrapping_sub(1)).map(|stop| stop.note.clone()).unwrap_or_default();
            let back = (at > 1).then(|| view! { <a href=link(&view.at_stop(at - 1))><span aria-hidden="true">"← "</span>{messages.back}</a> });
            let on = (at < many).then(|| view! { <a class="on" href=link(&view.at_stop(at + 1))>{if at == 0 { messages.begin } else { messages.next }}<span aria-hidden="true">" →"</span></a> });
            let here = (at > 0).then(|| view! { <a href=link(&view.at_stop(at))>{messages.this_stops_view}</a> });
            let number = match at {
                0 => messages.stops.with(many),
                _ => messages.stop_of.with([at.to_string(), many.to_string()]),
            };
            view! {
                <nav class="path-bar" aria-label=messages.path>
                    <p><strong>{title.to_string()}</strong>" · "{number}{(!note.is_empty()).then(|| view! { <span class="path-note">{note}</span> })}</p>
                    <p class="ways">{back}" "{here}" "{on}" "<a href=link(&view.off_path())>{messages.leave_the_path}</a></p>
                </nav>
            }
        })
    }
}

/// Making a path of views, and taking it away or opening one.
#[component]
pub fn Paths() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().path;
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
            said.set(messages.no_more_fits.to_string());
            return;
        }
        said.set(messages.stop_added.with([longer.at.to_string()]));
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
            said.set(messages.no_more_fits.to_string());
        }
    };
    let any = Memo::new(move |_| explorer.view.with(|view| !view.path.is_empty()));
    let save = move |_| {
        let path = explorer.view.with_untracked(|view| view.path.clone());
        let saved = dom::download("sightlines-path.json", "application/json", &path.json());
        said.set(if saved {
            words::file_given(messages.or_take_the_link, explorer.messages())
        } else {
            messages.files_are_refused.to_string()
        });
    };
    let open_file = move |event: web_sys::Event| own_copy::open_path(explorer, &event);
    let first = move || explorer.view.with(|view| link(&view.at_stop(1)));
    let stops = move || {
        let view = explorer.view.get();
        let row = |(nth, stop): (usize, &sightlines_engine::view::Stop)| {
            let says = if stop.note.is_empty() { stop.view.clone() } else { stop.note.clone() };
            let says = if says.is_empty() { messages.the_first_view.to_string() } else { says };
            let remove = move |_| {
                explorer.choose(|view| view.remove_stop(nth));
                // The row of the button is gone.
                dom::focus("path-note");
            };
            let up = (nth > 0).then(|| view! { <button type="button" class="quiet" aria-label=messages.stop_up.with([(nth + 1).to_string()]) on:click=move |_| explorer.choose(|view| view.move_stop_up(nth))>{messages.up}</button> });
            view! {
                <li><a href=link(&view.at_stop(nth + 1))>{says}</a>" "{up}" "
                    <button type="button" class="quiet" aria-label=messages.remove_stop.with([(nth + 1).to_string()]) on:click=remove>{messages.remove}</button></li>
            }
        };
        view.path.stops.iter().enumerate().map(row).collect_view()
    };
    view! {
        <details class="paths"><summary>{messages.through_the_material}</summary>
            <p class="minor">{messages.about}</p>
            {move || any.get().then(|| view! {
                <label>{messages.title}<input type="text" prop:value=title on:change=name/></label>
                <ol>{stops}</ol>
            })}
            <form class="row" on:submit=add>
                <label for="path-note">{messages.add_the_present_view}</label>
                <input id="path-note" type="text" autocomplete="off" prop:value=note on:input=move |event| note.set(event_target_value(&event))/>
                <button type="submit">{messages.add}</button>
            </form>
            <p class="row">
                {move || any.get().then(|| view! { <button type="button" on:click=save>{messages.save_as_a_file}</button> <a href=first>{messages.go_to_its_first_stop}</a> })}
                <label class="file"><span class="pill">{messages.open_its_file}</span><input type="file" class="visually-hidden" accept=".json,application/json" on:change=open_file/></label>
            </p>
            <p role="status">{move || said.get()}</p>
        </details>
    }
}
