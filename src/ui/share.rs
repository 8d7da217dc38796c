//! The link to the present view, to be copied or taken by hand, and a place to paste one back.

use super::words;
use crate::state::Explorer;
use crate::{address, dom};
use leptos::prelude::*;
use sightlines_engine::model::Article;
use sightlines_engine::view::{Pane, View};

/// The frame for the present view: what a course page takes, with the lines that give it the height of its content.
fn snippet(explorer: Explorer) -> String {
    let (base, title) = explorer.corpus(|corpus| (address::base(&corpus.public_url), corpus.title.clone()));
    let view = View { embed: true, ..explorer.view.get() };
    // From a disk there is no address: the file is to lie beside the page.
    let file = if base.is_empty() { "sightlines.html".to_string() } else { base };
    let attribute = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{}\"\n  title=\"{}\" sandbox=\"allow-scripts allow-popups\" allow=\"clipboard-write\"\n  \
         loading=\"lazy\" width=\"100%\" height=\"720\" style=\"border: 0\"></iframe>\n<script>\n\
         addEventListener('message', function (event) {{\n  var frames = document.getElementsByTagName('iframe');\n  \
         for (var i = 0; i < frames.length; i++)\n    if (frames[i].contentWindow === event.source && event.data && \
         event.data.type === 'sightlines:height')\n      frames[i].height = Math.min(Math.max(Number(event.data.height) || 0, 200), 20000);\n\
         }});\n</script>\n",
        attribute(&format!("{file}#{}", view.fragment())),
        attribute(&title)
    )
}

/// The panel under the masthead.
#[component]
pub fn Share(open: RwSignal<bool>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
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
            let cautioned = articles.into_iter().filter(|article| !article.notice.is_empty());
            cautioned
                .map(|a| view! { <p class="caution"><strong>"Before you share: "</strong>{a.notice.clone()}</p> })
                .collect_view()
        })
    };
    let copy = move |_| {
        dom::copy(&link.get_untracked(), move |allowed| {
            said.set(if allowed { "Copied." } else { "Copying is not allowed here: take it from the box." });
            if !allowed {
                dom::focus("share-link");
            }
        });
    };
    let copy_snippet = move |_| {
        dom::copy(&snippet(explorer), move |allowed| {
            said.set(if allowed { "Copied." } else { "Copying is not allowed here: take it from the box." });
            if !allowed {
                dom::focus("embed-code");
            }
        });
    };
    let go = move || {
        let text = pasted.get_untracked();
        let fragment = text.split_once('#').map_or(text.as_str(), |(_, fragment)| fragment).trim().to_string();
        if !fragment.contains('=') && !text.trim().starts_with('#') {
            said.set("That is no view’s code: it begins with # and holds names with =.");
            return;
        }
        let (view, mut notices) = View::read(&fragment);
        let (view, missing) = explorer.library.with_untracked(|library| view.settle(library.corpus()));
        notices.extend(missing);
        explorer.choose(|now| *now = view);
        explorer.notices.set(notices);
        open.set(false);
    };
    let close = move || {
        open.set(false);
        dom::focus("share-button");
    };
    view! {
        <section class="share" aria-label="Share this view" on:keydown=move |event| if event.key() == "Escape" { close() }>
            {notices}
            {move || explorer.is_too_long_for_a_link().then(|| view! { <p class="caution">{words::TOO_LONG}</p> })}
            <label for="share-link">
                {move || if is_code() { "This view’s code. Send it with the file: whoever has that can paste it below. (A link needs the file on a host.)" } else { "A link to this view" }}
            </label>
            <div class="row">
                <input id="share-link" type="text" readonly prop:value=move || link.get() on:focus=move |event| {
                    event_target::<web_sys::HtmlInputElement>(&event).select();
                }/>
                <button type="button" on:click=copy>"Copy"</button>
                <button type="button" class="quiet" on:click=move |_| close()>"Close"</button>
            </div>
            <form class="row" on:submit=move |event| { event.prevent_default(); go(); }>
                <label for="share-paste">"Open a view from its code or link"</label>
                <input id="share-paste" type="text" autocomplete="off" on:input=move |event| pasted.set(event_target_value(&event))/>
                <button type="submit">"Open"</button>
            </form>
            <p role="status">{move || said.get()}</p>
            <details class="embedding"><summary>"Embed this view in a page"</summary>
                <p class="minor">"For a course page: put this beside the file, or name the file’s address in src. The script gives the frame the height of what it shows; where a page refuses scripts, leave it out and set the height."</p>
                <textarea id="embed-code" readonly rows="9" aria-label="The code of the frame" prop:value=move || snippet(explorer)
                    on:focus=move |event| { event_target::<web_sys::HtmlTextAreaElement>(&event).select(); }></textarea>
                <button type="button" on:click=copy_snippet>"Copy the code"</button>
            </details>
        </section>
    }
}
