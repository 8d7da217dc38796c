//! A passage that was found: the source's words where they are here, else the words by which it was found and our digest.

use super::marked::{marked, word};
use super::{cite, link};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::index::Place;
use sightlines_engine::model::{Article, Locator, Paragraph};
use sightlines_engine::search::{Passage, Selection, excerpt, marks, matched_terms};

/// One passage of an article. A match in the title alone is shown by the title itself.
pub fn passage(explorer: Explorer, article: &Article, selection: &Selection, passage: &Passage) -> Option<AnyView> {
    let Place::Paragraph(at) = passage.place else { return None };
    let paragraph = &article.paragraphs[at];
    let messages = explorer.messages();
    let search = &messages.search;
    let here = Locator { p: paragraph.n, s: None };
    let href = link(&explorer.view.with(|view| view.reading(article.id.as_str(), Some(here))));
    let positions = explorer.corpus(|corpus| {
        let here = |at: &&usize| {
            let position = &corpus.positions[**at];
            position.article == article.id && position.evidence.iter().any(|e| e.p == paragraph.n)
        };
        selection.positions.iter().filter(here).count()
    });
    let on_it = (positions > 0).then(|| {
        let says = search.positions_on_this_paragraph.with(positions);
        view! { <a href=href.clone()>{says}</a> }
    });
    // Its words are weighed when they are asked for: a link would weigh those of every passage that is drawn.
    let (id, place) = (article.id.clone(), passage.place);
    let like = move |_| {
        let q = explorer.library.with_untracked(|library| {
            let article = library.corpus().articles.iter().position(|article| article.id == id);
            article.map(|article| library.like(article, place)).unwrap_or_default()
        });
        if !q.is_empty() {
            explorer.choose(|view| view.q = q);
            crate::dom::scroll_to_top();
        }
    };
    let alike = search.more_like_this_of.with([paragraph.n.to_string()]);
    let more = view! { <p class="more">{on_it}<button type="button" class="quiet" aria-label=alike on:click=like>{search.more_like_this}</button></p> };
    let body = match paragraph.text() {
        Some(text) => source(explorer, article, paragraph, &text, selection),
        None => digest(explorer, article, paragraph, selection),
    };
    let name = search.read_it_in_its_article.with([paragraph.n.to_string()]);
    Some(
        view! {
            <li class="passage">
                <a class="pilcrow" id=link_id(article, paragraph) href=href aria-label=name>"¶ "{paragraph.n}</a>
                <div>{body}{more}{cite::copy_passage(&article.id, here)}</div>
            </li>
        }
        .into_any(),
    )
}

/// The element of a passage's link: where a reader who asks for more goes on.
pub fn link_id(article: &Article, paragraph: &Paragraph) -> String {
    format!("found-{}-{}", article.id, paragraph.n)
}

/// The source's words: the whole paragraph, or of a long one the sentences that hold most of what was asked for.
fn source(explorer: Explorer, article: &Article, paragraph: &Paragraph, text: &str, selection: &Selection) -> AnyView {
    let marks = explorer.library.with(|library| marks(text, &selection.leaves, library.lexicon()));
    let shown = excerpt(text, &paragraph.spans(text), &marks);
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = 0;
    for span in shown {
        let between = &text[at..span.start];
        parts.push(match (between.trim().is_empty(), at) {
            (true, _) => between.to_string().into_any(),
            (false, 0) => "… ".into_any(),
            (false, _) => " … ".into_any(),
        });
        at = span.end;
        parts.push(marked(text, span, &marks, explorer.messages()));
    }
    let end = (!text[at..].trim().is_empty()).then_some(" …");
    view! { <p class="source" dir="auto" lang=article.language.clone()>{parts.collect_view()}{end}</p> }.into_any()
}

/// Without the source's words: those it was found by, and our digest, which is never marked as if it were the source.
fn digest(explorer: Explorer, article: &Article, paragraph: &Paragraph, selection: &Selection) -> AnyView {
    let messages = explorer.messages();
    let found = explorer.library.with(|l| matched_terms(&paragraph.terms, &selection.leaves, l.lexicon()));
    let found = (!found.is_empty()).then(|| {
        let words = found.into_iter().map(|(term, why)| view! { " " {word(term, why, messages)} }).collect_view();
        view! { <p class="found-words"><span class="whose">{messages.search.in_the_articles_words}</span><span class="source" lang=article.language.clone()>{words}</span></p> }
    });
    let digest = paragraph.digest.clone().map(|digest| {
        let digest = view! { <span lang=explorer.content_language()>{digest}</span> };
        view! { <p class="digest"><span class="whose">{messages.search.editors_digest}</span> {digest}</p> }
    });
    view! { {found}{digest} }.into_any()
}
