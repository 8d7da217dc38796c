//! What a sheet of paper begins with: what was chosen, where this view is found again, and of which edition it is.

use super::{chips, words};
use crate::state::Explorer;
use crate::{address, dom};
use leptos::prelude::*;
use sightlines_engine::model::Edtf;
use sightlines_engine::seminar::Sheet;
use sightlines_engine::view::{Pane, View};

/// The lines under the masthead, on paper only.
#[component]
pub fn Head() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let all_messages = explorer.messages();
    let messages = &all_messages.paper;
    let lines = move || {
        let view = explorer.view.with(|view| View { embed: false, ..view.clone() });
        // What is filtered may tell how a passage was coded, which is to be found out.
        let secret = view.pane == Pane::Seminar && view.sheet == Sheet::Code && !view.filters.is_empty();
        let of_columns = [Sheet::Prompts, Sheet::Matrix, Sheet::Blank].contains(&view.sheet);
        let has_columns = view.pane == Pane::Compare || view.pane == Pane::Seminar && of_columns;
        let is_about = view.pane == Pane::About;
        explorer.corpus(|corpus| {
            let on = chips::said(&view, corpus, all_messages);
            let on = if on.is_empty() { messages.all_of_the_corpus.to_string() } else { on };
            let columns = has_columns.then(|| messages.columns.with([view.by.label(all_messages)]));
            let selection = match (is_about, secret) {
                (true, _) => None,
                (_, true) => Some(messages.a_filtered_one.to_string()),
                _ => Some(on),
            };
            let selection = selection.map(|on| {
                view! { <p class="selection">{messages.selection}<strong>{on}</strong>{all_messages.words.full_stop}{columns}</p> }
            });
            let link = address::share_link(&corpus.public_url, &view);
            let name = if link.starts_with('#') { messages.this_views_code } else { messages.this_view };
            let place = (!secret && !explorer.is_too_long_for_a_link())
                .then(|| view! { <p>{name}<span class="address">{link}</span></p> });
            let (year, month, day) = dom::today();
            let today = format!("{year:04}-{month:02}-{day:02}").parse::<Edtf>();
            let today = today.map(|day| day.label(all_messages)).unwrap_or_default();
            let (edition, hash) = (words::edition(corpus.edition(), all_messages), corpus.hash.as_str());
            let (version, licence) = (corpus.version.as_str(), corpus.licence.as_str());
            let edition = match corpus.published.parse::<Edtf>() {
                Ok(day) => {
                    let day = day.label(all_messages);
                    messages.edition_published.with([edition, hash, version, licence, &today, &day])
                }
                Err(_) => messages.edition.with([edition, hash, version, licence, &today]),
            };
            view! { {selection}{place}<p>{edition}</p> }.into_any()
        })
    };
    view! { <div class="print-only paper-head">{lines}</div> }
}
