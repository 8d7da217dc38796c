//! The code of a frame for the present view, and what it will look like.

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
    let said = RwSignal::new("");
    let open = RwSignal::new(false);
    let copy = move |_| {
        dom::copy_or_select(&snippet(explorer), "embed-code", move |says| said.set(says));
    };
    view! {
        <details class="embedding" on:toggle=move |event: web_sys::Event| open.set(dom::is_open(&event))><summary>"Embed this view in a page"</summary>
            <p class="minor">"For a course page: put this beside the file, or name the file’s address in src. The script gives the frame the height of what it shows; where a page refuses scripts, leave it out and set the height."</p>
            <textarea id="embed-code" readonly rows="12" aria-label="The code of the frame" prop:value=move || snippet(explorer)
                on:focus=move |event| { event_target::<web_sys::HtmlTextAreaElement>(&event).select(); }></textarea>
            <p><button type="button" on:click=copy>"Copy the code"</button>" "<span role="status">{move || said.get()}</span></p>
            {move || open.get().then(|| view! { <Preview/> })}
        </details>
    }
}

/// The page in a frame of its own, with the bytes that it was opened with: nothing is fetched.
#[component]
fn Preview() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
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
            <iframe node_ref=node class="preview" title="Preview of the frame" sandbox="allow-scripts" srcdoc=bytes height=move || height.get().to_string()></iframe>
        }
    });
    let none = preview
        .is_none()
        .then(|| view! { <p class="minor">"There is a preview in sightlines.html, and not within a frame."</p> });
    view! { <p class="minor">"What it will look like:"</p>{preview}{none} }
}
