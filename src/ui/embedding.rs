//! The code of a frame for the present view, and what it will look like.

use super::share::copied;
use crate::state::Explorer;
use crate::{address, dom, frame};
use leptos::html::Iframe;
use leptos::prelude::*;
use sightlines_engine::frame::{HEIGHTS, frame, one_file};
use sightlines_engine::view::View;

/// The code of the frame for the present view.
fn snippet(explorer: Explorer) -> String {
    let (base, title) = explorer.corpus(|corpus| (address::base(&corpus.public_url), corpus.title.clone()));
    let view = View { embed: true, ..explorer.view.get() };
    // From a disk there is no address: the file is to lie beside the page.
    format!("{}{HEIGHTS}", frame(&one_file(&base), &title, &view.fragment()))
}

/// The code, to copy, and a preview.
#[component]
pub fn Embedding() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().embedding;
    let said = RwSignal::new("");
    let open = RwSignal::new(false);
    let copy = move |_| {
        dom::copy_or_select(&snippet(explorer), "embed-code", move |allowed| {
            said.set(copied(explorer.messages(), allowed))
        });
    };
    view! {
        <details class="embedding" on:toggle=move |event: web_sys::Event| open.set(dom::is_open(&event))><summary>{messages.embed_this_view}</summary>
            <p class="minor">{messages.how_to_embed}</p>
            <textarea id="embed-code" readonly rows="12" aria-label=messages.code_of_the_frame prop:value=move || snippet(explorer)
                on:focus=move |event| { event_target::<web_sys::HtmlTextAreaElement>(&event).select(); }></textarea>
            <p><button type="button" on:click=copy>{messages.copy_the_code}</button>" "<span role="status">{move || said.get()}</span></p>
            {move || open.get().then(|| view! { <Preview/> })}
        </details>
    }
}

/// The page in a frame of its own, with the bytes that it was opened with: nothing is fetched.
#[component]
fn Preview() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().embedding;
    let lives = RwSignal::new(false);
    let height = RwSignal::new(420.0);
    let node = NodeRef::<Iframe>::new();
    // The frame is led to the view as any host would lead it, once it tells that it lives and whenever the view changes; between,
    // it is the reader's.
    frame::hear_child(node, move |told| match told {
        frame::Told::Height(told) => height.set(told.clamp(200.0, 600.0)),
        frame::Told::View => {
            if !lives.get_untracked() {
                lives.set(true);
            }
        }
    });
    Effect::new(move |_| {
        let view = View { embed: true, ..explorer.view.get() };
        if let (true, Some(window)) = (lives.get(), node.get_untracked().and_then(|frame| frame.content_window())) {
            frame::lead(&window, &view);
        }
    });
    let bytes = dom::page_as_opened();
    let preview = bytes.map(|bytes| {
        view! {
            <iframe node_ref=node class="preview" title=messages.preview_of_the_frame sandbox="allow-scripts" srcdoc=bytes height=move || height.get().to_string()></iframe>
        }
    });
    let none = preview.is_none().then(|| view! { <p class="minor">{messages.no_preview}</p> });
    view! { <p class="minor">{messages.what_it_will_look_like}</p>{preview}{none} }
}
