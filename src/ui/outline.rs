//! The headings of an article, folded away: what it comes to, and the way there.

use super::link;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Article, Heading, Locator};

/// A list of them; nothing, where one heading or none would be all that it holds.
pub fn outline(explorer: Explorer, article: &Article) -> Option<AnyView> {
    let messages = &explorer.messages().read;
    let row = |heading: &Heading| {
        let (id, place) = (article.id.clone(), Locator { p: heading.before, s: None });
        let href = move || link(&explorer.view.with(|view| view.reading(id.as_str(), Some(place))));
        let language = if heading.source { Some(article.language.clone()) } else { explorer.content_language() };
        view! { <li><a href=href lang=language>{heading.label.clone()}</a></li> }
    };
    (article.headings.len() > 1).then(|| {
        let rows = article.headings.iter().map(row).collect_view();
        let many = messages.headings.with(article.headings.len());
        view! { <details class="fold outline"><summary>{many}</summary><ol>{rows}</ol></details> }.into_any()
    })
}
