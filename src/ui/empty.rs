//! What a part of the page shows where nothing stands in it: what is so, and the way on.

use super::link;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::view::View;

/// What is so, and where a query or a filter may be why, this part without them.
pub fn empty(view: &View, says: &'static str, messages: &'static Messages) -> AnyView {
    let search = &messages.search;
    let way = match (view.q.trim().is_empty(), view.filters.is_empty()) {
        (true, true) => None,
        (true, false) => Some(search.without_the_filters),
        (false, true) => Some(search.without_the_query),
        (false, false) => Some(search.without_query_and_filters),
    };
    let way = way.map(|says| view! { <p><a href=link(&whole(view))>{says}</a></p> });
    view! { <div class="nothing"><p class="silence">{says}</p>{way}</div> }.into_any()
}

/// The same part over the whole corpus.
pub fn whole(view: &View) -> View {
    View { q: String::new(), exact: false, filters: Default::default(), ..view.clone() }
}
