//! The link to the present view, to be copied, scanned or taken by hand, and a place to paste one back.

use super::cite;
use super::embedding::Embedding;
use super::keys;
use super::path::Paths;
use super::qr::Code;
use crate::state::Explorer;
use crate::{address, dom};
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::Article;
use sightlines_engine::view::Pane;

/// So many different notices are shown at once.
const CAUTIONS: usize = 20;

/// The panel under the masthead.
#[component]
pub fn Share(open: RwSignal<bool>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().share;
    let said = RwSignal::new("");
    let pasted = RwSignal::new(String::new());
    let link = Memo::new(move |_| {
        let public_url = explorer.corpus(|c| c.public_url.clone());
        explorer.view.with(|view| address::share_link(&public_url, view))
    });
    let is_code = move || link.with(|link| link.starts_with('#'));
    // What a reader must know before sharing an article: that which is read, else those that the view's selection holds.
    let notices = move || {
        let reads = explorer.view.with(|view| view.pane == Pane::Read);
        let hits = explorer.selection().map(|s| s.hits.iter().map(|hit| hit.article).collect::<Vec<_>>());
        let read = explorer.article().filter(|_| reads);
        explorer.corpus(|corpus| {
            let articles: Vec<&Article> = match &read {
                Some(article) => vec![article],
                None => hits.unwrap_or_default().into_iter().map(|at| &corpus.articles[at]).collect(),
            };
            let mut cautions: Vec<&String> = Vec::new();
            for article in articles.into_iter().filter(|article| !article.notice.is_empty()) {
                if cautions.len() < CAUTIONS && !cautions.contains(&&article.notice) {
                    cautions.push(&article.notice);
                }
            }
            cautions
                .into_iter()
                .map(|notice| view! { <p class="caution"><strong>{messages.before_you_share}</strong>{notice.clone()}</p> })
                .collect_view()
        })
    };
    let copy = move |_| {
        dom::copy_or_select(&link.get_untracked(), "share-link", move |allowed| {
            said.set(copied(explorer.messages(), allowed))
        });
    };
    let go = move || {
        let text = pasted.get_untracked();
        let fragment = text.split_once('#').map_or(text.as_str(), |(_, fragment)| fragment).trim().to_string();
        if !fragment.contains('=') && !text.trim().starts_with('#') {
            said.set(messages.no_code);
            return;
        }
        explorer.go(&fragment);
        open.set(false);
        dom::focus("main");
    };
    let close = move || {
        open.set(false);
        dom::focus("share-button");
    };
    view! {
        <section class="share" aria-label=messages.share_this_view on:keydown=move |event| if event.key() == keys::CLOSE { close() }>
            {notices}
            {move || explorer.is_too_long_for_a_link().then(|| view! { <p class="caution">{explorer.messages().words.too_long_for_a_link}</p> })}
            <label for="share-link">
                {move || if is_code() { messages.its_code } else { messages.its_link }}
            </label>
            <div class="row">
                <input id="share-link" type="text" readonly prop:value=move || link.get() on:focus=move |event| {
                    event_target::<web_sys::HtmlInputElement>(&event).select();
                }/>
                <button type="button" on:click=copy>{messages.copy}</button>
                <button type="button" class="quiet" on:click=move |_| close()>{messages.close}</button>
            </div>
            <form class="row" on:submit=move |event| { event.prevent_default(); go(); }>
                <label for="share-paste">{messages.open_a_view}</label>
                <input id="share-paste" type="text" autocomplete="off" on:input=move |event| pasted.set(event_target_value(&event))/>
                <button type="submit">{messages.open}</button>
            </form>
            <p role="status">{move || said.get()}</p>
            {cite::panel(messages.cite_this_view, None)}
            <Code link=link/>
            <Embedding/>
            <Paths/>
        </section>
    }
}

/// What came of copying, where the text stands in a box.
pub fn copied(messages: &Messages, allowed: bool) -> &'static str {
    if allowed { messages.share.copied } else { messages.share.copying_is_not_allowed }
}
