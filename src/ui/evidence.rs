//! An open cell: each of its positions with stance, voice, date, confidence and the passages that it rests on.

use super::{link, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Article, Corpus, Locator, Nearness, Position};
use sightlines_engine::positions::{By, column_of, columns, told_apart};
use sightlines_engine::view::{Cell, View};
use std::collections::BTreeSet;

/// The positions of a cell, beside the table or in place.
#[component]
pub fn Evidence(cell: Cell) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let close = move || explorer.choose(|view| view.cell = None);
    let closed = move || link(&explorer.view.with(|view| View { cell: None, ..view.clone() }));
    let body = {
        let cell = cell.clone();
        move || {
            let view = explorer.view.get();
            let selected = explorer.selection().map(|s| s.positions.clone()).unwrap_or_default();
            explorer.corpus(|corpus| {
                let here = |position: &&Position| {
                    position.issue.as_str() == cell.issue
                        && column_of(corpus, position, view.by).as_deref() == Some(cell.column.as_str())
                };
                let positions: Vec<&Position> = selected.iter().map(|&at| &corpus.positions[at]).filter(here).collect();
                let articles: BTreeSet<_> = positions.iter().map(|p| &p.article).collect();
                let counts = match positions.len() {
                    0 => "Nothing in this selection".to_string(),
                    n => format!(
                        "{} in {}",
                        words::count(n, "position", "positions"),
                        words::count(articles.len(), "article", "articles")
                    ),
                };
                let apart = told_apart(corpus, &selected, &cell.column.as_str().into(), &cell.issue.as_str().into());
                let apart = (!apart.is_empty() && matches!(view.by, By::Government | By::Actor)).then(|| {
                    let says = apart.into_iter().map(|apart| view! { <li>{apart.says}"."</li> }).collect_view();
                    view! { <div class="told-apart"><p>"As told by different articles, which is no change of the actor’s:"</p><ul>{says}</ul></div> }
                });
                let list = positions.into_iter().map(|p| one(corpus, p, &view, &cell.column)).collect_view();
                view! { <p class="counts">{counts}</p>{apart}<ol>{list}</ol> }.into_any()
            })
        }
    };
    let (column, question, rule) = explorer.corpus(|corpus| {
        let by = explorer.view.with_untracked(|view| view.by);
        let column = columns(corpus, by).into_iter().find(|c| c.value == cell.column).map(|c| c.label);
        let issue = corpus.codebook.issues.iter().find(|i| i.id.as_str() == cell.issue);
        (
            column.unwrap_or_else(|| cell.column.clone()),
            issue.map(|i| i.question.clone()).unwrap_or_default(),
            issue.map(|i| i.rule.clone()).unwrap_or_default(),
        )
    });
    let label = format!("Evidence: {column}, {question}");
    view! {
        <aside class="evidence-panel" id="evidence" tabindex="-1" aria-label=label
            on:keydown=move |event| if event.key() == "Escape" { close(); }>
            <header>
                <h2><span class="of">{column}</span>{question.clone()}</h2>
                <a class="close" href=closed>"Close"</a>
            </header>
            <details class="rule"><summary>"What belongs to this question"</summary><p>{rule}</p></details>
            {body}
        </aside>
    }
}

/// One position; its actor is named where that is not the column itself.
pub fn one(corpus: &Corpus, position: &Position, view: &View, column: &str) -> AnyView {
    let stance = corpus.codebook.stance(&position.stance);
    let voice = corpus.codebook.voice(&position.voice);
    let near = match voice.map_or(Nearness::Inferred, |v| v.nearness) {
        Nearness::Own => "own",
        Nearness::Ascribed => "ascribed",
        Nearness::Inferred => "inferred",
    };
    let actor = (position.actor.as_str() != column).then(|| format!("{} ", words::actor(corpus, position)));
    let article = corpus.article(&position.article);
    let source = article.map(|a| {
        let href = link(&view.reading(a.id.as_str(), None));
        let line = format!("{}, {}", words::authors(corpus, a), corpus.outlet_label(a.outlet.value.as_str()));
        view! { <p class="from"><a href=href>{line}</a></p> }
    });
    let as_of = position.as_of.as_ref().map_or("undated".to_string(), |date| format!("as of {}", date.label()));
    let note = (!position.note.is_empty())
        .then(|| view! { <p class="coder-note">"Coder’s note: "{position.note.clone()}</p> });
    let passages = article.map(|a| passages(a, position, view));
    view! {
        <li class=format!("position {near}") id=format!("position-{}", position.id)>
            <p class="summary">{position.summary.clone()}</p>
            <div class="how">
                <span>{actor}</span>
                {rule(position.stance.to_string(), stance.map(|s| s.rule.clone()))}
                " " <strong>{words::answer(corpus, position)}</strong>
                " · " {rule(words::voice(corpus, position), voice.map(|v| v.rule.clone()))}
                " · " <span>{as_of}</span> " · " <span>{format!("{} confidence", position.confidence.id())}</span>
                " · " <code>{position.id.to_string()}</code>
            </div>
            {source}
            {passages}
            {note}
        </li>
    }
    .into_any()
}

/// A word that opens its rule below it.
fn rule(word: String, rule: Option<String>) -> AnyView {
    let open = RwSignal::new(false);
    let Some(rule) = rule else { return word.into_any() };
    view! {
        <button type="button" class="rule-word" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>{word}</button>
        {move || open.get().then(|| view! { <span class="rule-text">{rule.clone()}</span> })}
    }
    .into_any()
}

/// The evidence: the sentences where the text is here, else the digest of the paragraph; each with its place.
fn passages(article: &Article, position: &Position, view: &View) -> AnyView {
    let mut digests: BTreeSet<u32> = BTreeSet::new();
    let show = |place: &Locator| {
        let paragraph = article.paragraph(place.p)?;
        let href = link(&view.reading(article.id.as_str(), Some(*place)));
        let where_ = match place.s {
            Some(s) => format!("¶ {}, sentence {s} →", place.p),
            None => format!("¶ {} →", place.p),
        };
        let body = match &paragraph.text {
            Some(text) => {
                let all = paragraph.spans(text);
                let span = place.s.and_then(|s| all.get(s as usize - 1)).cloned().unwrap_or(0..text.len());
                let found = place.s.and_then(|s| words::found(paragraph.found(s)));
                let found = found.map(|found| view! { <span class="found-how">{found}</span> });
                view! { <p class="source" dir="auto" lang=article.language.clone()>{text[span].to_string()}{found}</p> }.into_any()
            }
            // Two sentences of one paragraph have one digest.
            None if !digests.insert(place.p) => ().into_any(),
            None => paragraph
                .digest
                .clone()
                .map(|digest| view! { <p class="digest"><span class="whose">{format!("Editors’ digest of ¶ {}", place.p)}</span> {digest}</p> })
                .into_any(),
        };
        Some(view! { <div class="quote">{body}<a class="place" href=href>{where_}</a></div> })
    };
    position.evidence.iter().filter_map(show).collect_view().into_any()
}
