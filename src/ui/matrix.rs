//! The synthesis matrix: the table for paper, with numbered evidence, references, horizon and address; or with empty cells, for a
//! class to fill.

use super::empty::empty;
use super::grid::Grid;
use super::{chips, link, words};
use crate::address;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::export::{Matrix, Row, Saying, evidence, matrix};
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{Corpus, Nearness, UNNAMED};
use sightlines_engine::positions::Column;
use sightlines_engine::view::View;

/// So many columns stand beside one another on a page.
const ACROSS: usize = 6;

/// The handout over the present table.
#[component]
pub fn Handout(blank: bool) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.compare;
    let body = move || {
        let grid = Grid::new(explorer);
        let selection = explorer.selection()?;
        Some(explorer.corpus(|corpus| {
            let matrix = matrix(corpus, &selection.positions, grid.by, &grid.values(), &grid.rows, messages);
            handout(explorer, corpus, &matrix, &grid.view, blank)
        }))
    };
    view! {
        <p class="minor no-print">{if blank { says.about_the_blank_sheet } else { says.about_the_handout }}</p>
        {move || words::cautions(explorer)}
        {body}
    }
}

fn handout(explorer: Explorer, corpus: &Corpus, matrix: &Matrix, view: &View, blank: bool) -> AnyView {
    let messages = explorer.messages();
    let says = &messages.compare;
    if matrix.columns.is_empty() || matrix.rows.is_empty() {
        return empty(view, says.nothing_stands_in_the_table, messages);
    }
    // More columns than a page holds stand in several tables, one below the other, each with about as many.
    let all: Vec<usize> = (0..if view.turn { matrix.rows.len() } else { matrix.columns.len() }).collect();
    let across = all.len().div_ceil(all.len().div_ceil(ACROSS));
    let tables = all.chunks(across).map(|part| table(explorer, corpus, matrix, part, view, blank)).collect_view();
    let on = chips::said(view, corpus, messages);
    let on = if on.is_empty() { says.all_of_the_corpus.to_string() } else { on };
    let evidence = (!blank && !matrix.evidence.is_empty()).then(|| {
        let lines = (1..).zip(&matrix.evidence).map(|(number, of)| {
            let position = &corpus.positions[of.position];
            let told = says.evidence_line.with([
                corpus.actor_label(&position.actor),
                &position.summary,
                &words::voice(corpus, position, messages),
                &words::as_of(position, messages),
            ]);
            let place = format!("[{}] {}", reference_sign(of.reference), evidence(position));
            let href = link(&view.reading_position(position, None));
            view! { <li value=number.to_string()>{told}" "<a href=href>{place}</a></li> }
        });
        view! { <h3>{says.evidence_heading}</h3><ol class="numbered">{lines.collect_view()}</ol> }
    });
    let references = matrix.references.iter().enumerate().map(|(nth, reference)| {
        view! { <li><strong>{reference_sign(nth + 1)}</strong>" "{reference.clone()}</li> }
    });
    let references = (!blank && !matrix.references.is_empty())
        .then(|| view! { <h3>{says.references_heading}</h3><ul class="references">{references.collect_view()}</ul> });
    let shared = address::share_link(&corpus.public_url, view);
    let of = says.columns_and_selection.with([&corpus.horizon, view.by.label(messages), &on]);
    let language = explorer.content_language();
    view! {
        <article class="handout" class:blank=blank>
            <header><h2 lang=language>{corpus.title.clone()}</h2>
                <p class="minor">{of}</p></header>
            {tables}
            {evidence}{references}
            <p class="minor no-print">{says.this_view}<span class="address">{shared}</span></p>
            {words::edition_line(corpus, messages)}
        </article>
    }
    .into_any()
}

/// A, B, C … : letters, since numbers are the evidence's.
fn reference_sign(nth: usize) -> String {
    let letter = char::from(b'A' + ((nth - 1) % 26) as u8);
    letter.to_string().repeat((nth - 1) / 26 + 1)
}

/// Some columns of the matrix with all its rows; turned, some of its questions with all columns.
fn table(explorer: Explorer, corpus: &Corpus, matrix: &Matrix, part: &[usize], view: &View, blank: bool) -> AnyView {
    let messages = explorer.messages();
    let language = explorer.content_language();
    let cell = |of: &[Saying]| cell(of, blank, language.clone(), messages);
    let question = |row: &Row, scope| question(corpus, row, scope, blank, language.clone());
    let column = |of: &Column, scope| column(of, scope, messages);
    let body = |row: AnyView, cells: Vec<AnyView>| view! { <tr>{row}{cells}</tr> };
    let (corner, heads, rows): (_, Vec<AnyView>, Vec<_>) = match view.turn {
        false => {
            let row = |row: &Row| body(question(row, "row"), part.iter().map(|&at| cell(&row.cells[at])).collect());
            let heads = part.iter().map(|&at| column(&matrix.columns[at], "col")).collect();
            (messages.cells.question, heads, matrix.rows.iter().map(row).collect())
        }
        true => {
            let rows: Vec<&Row> = part.iter().map(|&at| &matrix.rows[at]).collect();
            let of = |(at, of): (usize, &Column)| {
                body(column(of, "row"), rows.iter().map(|row| cell(&row.cells[at])).collect())
            };
            let heads = rows.iter().map(|row| question(row, "col")).collect();
            (view.by.one(messages), heads, matrix.columns.iter().enumerate().map(of).collect())
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=messages.compare.matrix><table class="matrix">
            <thead><tr><th scope="col">{corner}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

fn column(column: &Column, scope: &'static str, messages: &'static Messages) -> AnyView {
    let label = if column.value == UNNAMED { messages.words.author_not_named } else { &column.label };
    view! { <th scope=scope>{label.to_string()}</th> }.into_any()
}

/// A question, with its answers where the cells are to be filled.
fn question(corpus: &Corpus, row: &Row, scope: &'static str, blank: bool, language: Option<String>) -> AnyView {
    let issue = &corpus.codebook.issues[row.issue];
    let answers: Vec<&str> = issue.answers.iter().map(|answer| answer.label.as_str()).collect();
    let answers = blank.then(|| view! { <span class="answers">{answers.join(" · ")}</span> });
    view! { <th scope=scope lang=language><span class="asks">{issue.question.clone()}</span>{answers}</th> }.into_any()
}

fn cell(cell: &[Saying], blank: bool, language: Option<String>, messages: &'static Messages) -> AnyView {
    match (blank, cell.is_empty()) {
        (true, _) => view! { <td class="empty"></td> }.into_any(),
        (false, true) => view! { <td class="silence">{messages.cells.nothing_here}</td> }.into_any(),
        (false, false) => {
            view! { <td>{cell.iter().map(|of| saying(of, language.clone(), messages)).collect_view()}</td> }.into_any()
        }
    }
}

fn saying(saying: &Saying, language: Option<String>, messages: &'static Messages) -> AnyView {
    let numbers: String = saying.numbers.iter().map(|number| format!("[{number}]")).collect();
    let inferred = saying.nearness == Nearness::Inferred;
    let near = (saying.nearness != Nearness::Own)
        .then(|| messages.words.with_brackets.with(["", saying.nearness.word(messages)]));
    view! {
        <p class:inferred=inferred>{saying.subject()}{saying.stance.word(messages).to_string()}" "<strong lang=language>{saying.answer.clone()}</strong>{near}" "<span class="numbers">{numbers}</span></p>
    }
    .into_any()
}
