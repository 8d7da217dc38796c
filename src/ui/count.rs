//! How much was found: the one live count of the page.

use super::words::count;
use crate::state::Explorer;
use leptos::prelude::*;

/// `2 articles, 5 passages`.
#[component]
pub fn Count() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let says = Memo::new(move |_| {
        let Some(selection) = explorer.selection() else { return "Searching…".to_string() };
        // What cannot be read is no part of all, and neither is what is still to come.
        let all = explorer.corpus(|c| c.articles.len() + c.later);
        let all = if explorer.broken.with(Option::is_some) { usize::MAX } else { all };
        let (articles, passages) = (selection.hits.len(), selection.passage_count());
        match (articles, passages) {
            (0, _) => "No article".to_string(),
            (n, 0) if n == all => format!("All {}", count(n, "article", "articles")),
            (n, 0) if all == usize::MAX => count(n, "article", "articles"),
            (n, 0) => format!("{} of {all}", count(n, "article", "articles")),
            (n, p) => format!("{}, {}", count(n, "article", "articles"), count(p, "passage", "passages")),
        }
    });
    view! { <p class="found" role="status" aria-live="polite">{move || says.get()}</p> }
}

/// How far the articles of a large corpus are read; nothing, once they are.
#[component]
pub fn Reading() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    move || {
        let (here, later) = explorer.corpus(|corpus| (corpus.articles.len(), corpus.later));
        (later > 0).then(|| {
            let all = here + later;
            view! {
                <p class="reading"><progress max=all.to_string() value=here.to_string() aria-label="Articles that were read"></progress>
                    {format!(" {here} of {} can be found so far", count(all, "article", "articles"))}</p>
            }
        })
    }
}
