//! The narrow table: questions, with who says what beneath, and the evidence in place.

use super::cell::{answers, content, kinds, silence};
use super::evidence::Evidence;
use super::grid::Grid;
use super::position;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Corpus, Issue};
use std::collections::BTreeMap;

/// Every question with its columns.
#[component]
pub fn Questions(grid: Memo<Grid>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    move || {
        let grid = grid.read();
        explorer.corpus(|corpus| {
            let issues = &corpus.codebook.issues;
            let rows = grid.rows.iter().map(|&row| question(corpus, &grid, row, &issues[row]));
            view! { <div class="questions">{rows.collect_view()}</div> }
        })
    }
}

fn question(corpus: &Corpus, grid: &Grid, row: usize, issue: &Issue) -> AnyView {
    // Of two that are compared each keeps its place, silent or not.
    let speaks = |column: &&usize| grid.view.chosen_pair().is_some() || !grid.table.cell(row, **column).is_empty();
    let said = grid.columns.iter().filter(speaks).map(|&column| {
        let open = grid.is_open(issue, column);
        let cell = grid.view.cell.clone().filter(|_| open);
        view! {
            <div class="said" class:lit=grid.is_lit(issue) class:open=open id=open.then_some("open-cell")>
                <dt lang=grid.label_language(corpus, column)>{grid.table.columns[column].label.clone()}</dt>
                <dd>{content(corpus, grid, row, column)}{cell.map(|cell| view! { <Evidence cell=cell/> })}</dd>
            </div>
        }
    });
    let said = said.collect_view();
    // Those who say nothing are named together: a list of empty rows tells no more. Silence in this selection is kept apart
    // from silence in all the articles.
    let mut silent: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for &column in grid.columns.iter().filter(|c| !speaks(c)) {
        silent.entry(silence(corpus, grid, row, column)).or_default().push(&grid.table.columns[column].label);
    }
    let words = &grid.messages().words;
    let silent = silent
        .into_iter()
        .map(|(says, columns)| view! { <p class="silence">{[columns.join(words.comma), words.colon.to_string(), says, words.full_stop.to_string()].concat()}</p> })
        .collect_view();
    let language = grid.content_language(corpus);
    view! {
        <section>
            <h2 lang=language.clone()>{issue.question.clone()}</h2>
            {(!grid.view.dense).then(|| answers(issue, language))}
            {position::rule_of(issue)}
            {kinds(issue, grid)}
            <dl>{said}</dl>
            {silent}
        </section>
    }
    .into_any()
}
