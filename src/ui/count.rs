//! How much was found: the one live count of the page.

use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::Corpus;

/// `2 articles, 5 passages`.
#[component]
pub fn Count() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let (search, counts, words) = (&messages.search, &messages.counts, &messages.words);
    let says = Memo::new(move |_| {
        let Some(selection) = explorer.selection() else { return search.searching.to_string() };
        // What cannot be read is no part of all, and neither is what is still to come.
        let all = explorer.corpus(|c| c.articles.len() + c.later);
        let all = if explorer.broken.with(Option::is_some) { usize::MAX } else { all };
        let (articles, passages) = (selection.hits.len(), selection.passage_count());
        match (articles, passages) {
            (0, _) if !explorer.corpus(Corpus::is_whole) => search.searching.to_string(),
            (0, _) => search.no_article.to_string(),
            (n, 0) if n == all => search.all_articles.with(n),
            (n, 0) if all == usize::MAX => counts.articles.with(n),
            (n, 0) => search.some_of_all.with([counts.articles.with(n), all.to_string()]),
            (n, p) => [counts.articles.with(n), counts.passages.with(p)].join(words.comma),
        }
    });
    view! { <p class="found" role="status" aria-live="polite">{move || says.get()}</p> }
}

/// How far the articles of a large corpus are read; nothing, once they are.
#[component]
pub fn Reading() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    move || {
        let (here, later) = explorer.corpus(|corpus| (corpus.articles.len(), corpus.later));
        (later > 0).then(|| {
            let all = here + later;
            let says = messages.search.can_be_found_so_far.with([here.to_string(), messages.counts.articles.with(all)]);
            view! {
                <p class="reading"><progress max=all.to_string() value=here.to_string() aria-label=messages.search.articles_that_were_read></progress>" "{says}</p>
            }
        })
    }
}
