//! Where columns stand apart or together: by rule, each with both sides' positions, and what the editors add.

use super::grid::Grid;
use super::{places, position, words};
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{ContrastKind, Corpus, EditorContrast, Issue};
use sightlines_engine::positions::{Contrast, contrasts};
use sightlines_engine::view::View;

/// The contrasts under the table: of the two columns that are compared, or of all.
#[component]
pub fn Contrasts(grid: Memo<Grid>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.contrasts;
    let open = RwSignal::new(false);
    let paired = Memo::new(move |_| explorer.view.with(|view| view.chosen_pair().is_some()));
    // Of all pairs there are many, and most readers do not ask: laid out when they do.
    let by_rule = move || {
        (open.get() || paired.get()).then(|| {
            let grid = grid.read();
            let selected = explorer.selection().map(|s| s.positions.clone()).unwrap_or_default();
            explorer.corpus(|corpus| {
                let all = match paired.get() {
                    true => grid.contrasts.clone(),
                    false => contrasts(corpus, &selected, grid.by, None, messages),
                };
                listed(explorer, corpus, &grid, &all)
            })
        })
    };
    let editors = move || {
        let view = explorer.view.get();
        explorer.corpus(|corpus| editors(explorer, corpus, &view))
    };
    let summary = move || {
        if paired.get() { says.how_the_two_stand } else { says.where_columns_differ_and_agree }
    };
    view! {
        <section class="contrasts" aria-label=says.contrasts>
            <details open=move || paired.get() on:toggle=move |event: web_sys::Event| open.set(dom::is_open(&event))>
                <summary>{summary}</summary>
                <p class="minor">{says.the_rule}</p>
                {by_rule}
            </details>
            {editors}
        </section>
    }
}

/// The contrasts by question.
fn listed(explorer: Explorer, corpus: &Corpus, grid: &Grid, all: &[Contrast]) -> AnyView {
    let messages = &explorer.messages().contrasts;
    if all.is_empty() {
        return view! { <p class="silence">{messages.no_rule_finds_a_contrast}</p> }.into_any();
    }
    let of_issue = |issue: &Issue| {
        let here: Vec<&Contrast> = all.iter().filter(|contrast| contrast.issue == issue.id).collect();
        (!here.is_empty()).then(|| {
            let rows = here.into_iter().map(|contrast| one(explorer, corpus, &grid.view, contrast)).collect_view();
            view! { <h2 class="asks" lang=explorer.content_language()>{issue.question.clone()}</h2><ul>{rows}</ul> }
        })
    };
    grid.rows.iter().filter_map(|&at| of_issue(&corpus.codebook.issues[at])).collect_view().into_any()
}

fn one(explorer: Explorer, corpus: &Corpus, view: &View, contrast: &Contrast) -> AnyView {
    let full_stop = explorer.messages().words.full_stop;
    let side = |positions: &[usize], column: &str| {
        let positions =
            positions.iter().map(|&at| position::again(corpus, &corpus.positions[at], view, column)).collect_view();
        view! { <ol>{positions}</ol> }
    };
    let sides = view! {
        <div class="sides">{side(&contrast.a, &contrast.a_column)}{side(&contrast.b, &contrast.b_column)}</div>
    };
    view! {
        <li><details><summary>{kind(contrast.kind)}" "{contrast.says.clone()}{full_stop}</summary>{sides}</details></li>
    }
    .into_any()
}

/// How two sides stand to each other, as a badge.
pub fn kind(kind: ContrastKind) -> AnyView {
    let messages = expect_context::<Explorer>().messages();
    view! { <span class=format!("stands {}", kind.id())>{words::contrast(kind, messages)}</span> }.into_any()
}

/// The contrasts that the editors wrote down.
fn editors(explorer: Explorer, corpus: &Corpus, view: &View) -> Option<AnyView> {
    let rows: Vec<AnyView> =
        corpus.contrasts.iter().map(|contrast| written(explorer, corpus, view, contrast)).collect();
    (!rows.is_empty()).then(|| {
        let summary = explorer.messages().contrasts.by_the_editors.with(rows.len());
        view! { <details><summary>{summary}</summary><ul>{rows}</ul></details> }.into_any()
    })
}

fn written(explorer: Explorer, corpus: &Corpus, view: &View, contrast: &EditorContrast) -> AnyView {
    let words = &explorer.messages().words;
    let question = corpus.codebook.issue(&contrast.issue).map(|issue| issue.question.clone());
    let name = |side: &str| match corpus.codebook.actor(&side.into()) {
        Some(actor) => actor.label.clone(),
        None => corpus.author_label(corpus.outlet_label(side)).to_string(),
    };
    let sides = words.two_listed.with([name(&contrast.side_a), name(&contrast.side_b)]);
    view! {
        <li class="written"><p>{kind(contrast.kind)}" "<strong>{sides}</strong>{words.colon}<span lang=explorer.content_language()>{contrast.summary.clone()}</span></p>
            <p class="minor"><span lang=explorer.content_language()>{question}</span>{places(corpus, view, &contrast.evidence)}</p></li>
    }
    .into_any()
}
