//! An open cell: each of its positions with stance, voice, date, confidence and the passages that it rests on.

use super::{keys, link, position};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Corpus, Position};
use sightlines_engine::order::IntoSet;
use sightlines_engine::positions::{By, column_of, columns, lines, listed, teller, told_apart, told_by};
use sightlines_engine::seminar::Sheet;
use sightlines_engine::view::{Cell, Pane, View};
use std::collections::BTreeSet;

/// The positions of a cell, beside the table or in place.
#[component]
pub fn Evidence(cell: Cell) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.evidence;
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
                let articles: BTreeSet<_> = positions.iter().map(|p| &p.article).into_set();
                let counts = match positions.len() {
                    0 => says.nothing_in_this_selection.to_string(),
                    n => says
                        .positions_in_articles
                        .with([messages.counts.positions.with(n), messages.counts.articles.with(articles.len())]),
                };
                let told = view.by.is_of_actors().then(|| as_told(explorer, corpus, &selected, &cell, &view));
                let list = positions.into_iter().map(|p| position::one(corpus, p, &view, &cell.column)).collect_view();
                view! { <p class="counts">{counts}</p>{told}<ol>{list}</ol> }.into_any()
            })
        }
    };
    let (column, question, rule) = explorer.corpus(|corpus| {
        let by = explorer.view.with_untracked(|view| view.by);
        let column = columns(corpus, by, messages).into_iter().find(|c| c.value == cell.column).map(|c| c.label);
        let issue = corpus.codebook.issues.iter().find(|i| i.id.as_str() == cell.issue);
        (
            column.unwrap_or_else(|| cell.column.clone()),
            issue.map(|i| i.question.clone()).unwrap_or_default(),
            issue.map(|i| i.rule.clone()).unwrap_or_default(),
        )
    });
    // All that an actor holds is one step away.
    let sheet = explorer.view.with_untracked(|view| {
        let role = View { sheet: Sheet::Role, role: Some(cell.column.clone()), ..view.showing(Pane::Seminar) };
        view.by
            .is_of_actors()
            .then(|| view! { <p class="from"><a href=link(&role)>{says.all_that_it_holds.with([&column])}</a></p> })
    });
    let label = says.evidence_of.with([&column, &question]);
    view! {
        <aside class="evidence-panel" id="evidence" tabindex="-1" aria-label=label
            on:keydown=move |event| if event.key() == keys::CLOSE { close(); }>
            <header>
                <h2 lang=explorer.content_language()><span class="of">{column}</span>{question.clone()}</h2>
                <a class="close" href=closed>{says.close}</a>
            </header>
            {sheet}
            <details class="rule"><summary>{says.what_belongs_to_this_question}</summary><p lang=explorer.content_language()>{rule}</p></details>
            {body}
        </aside>
    }
}

/// *As told by*: what each article tells of the actor on the question, in a line each, and which two read it differently. That is
/// a finding about the articles, and no change of the actor's.
fn as_told(explorer: Explorer, corpus: &Corpus, selected: &[usize], cell: &Cell, view: &View) -> Option<AnyView> {
    let messages = explorer.messages();
    let says = &messages.evidence;
    let (actor, issue) = (cell.column.as_str().into(), cell.issue.as_str().into());
    let told = told_by(corpus, selected, view.by, &actor, &issue);
    let several = told.len() > 1;
    several.then(|| {
        let apart = told_apart(corpus, selected, view.by, &actor, &issue, messages);
        let row = |(id, positions): (_, Vec<usize>)| {
            let article = corpus.article(&id)?;
            let first = &corpus.positions[*positions.first()?];
            let read = lines(corpus, &positions, By::Actor).into_iter().map(|line| {
                let answer = corpus.answer_label(&corpus.positions[line.positions[0]], messages);
                format!("{} {answer}", line.stance.word(messages))
            });
            let read: Vec<String> = read.collect();
            let differs = apart.iter().any(|apart| [&apart.a_article, &apart.b_article].contains(&&id));
            let sign = differs.then(|| view! { <span class="stands differ">{says.read_differently}</span> " " });
            let href = link(&view.reading_position(first, None));
            Some(view! { <li>{sign}<a href=href>{teller(corpus, article, messages)}</a>{messages.words.colon}{listed(&read, messages)}</li> })
        };
        let rows = told.into_iter().filter_map(row).collect_view();
        let finding = match apart.is_empty() {
            true => says.no_two_read_it_differently,
            false => says.the_articles_difference,
        };
        view! { <div class="told-apart"><p>{says.as_told_by}</p><ul>{rows}</ul><p>{finding}</p></div> }
            .into_any()
    })
}
