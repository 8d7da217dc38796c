//! The synthesis matrix: the table for paper, with numbered evidence, references, horizon and address; or with empty cells, for a
//! class to fill.

use super::cell::corner;
use super::empty::empty;
use super::grid::Grid;
use super::{chips, link, words};
use crate::address;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::export::{Matrix, Row, SILENT, Saying, evidence, matrix};
use sightlines_engine::model::{Corpus, Nearness, UNNAMED};
use sightlines_engine::positions::Column;
use sightlines_engine::view::View;

/// So many columns stand beside one another on a page.
const ACROSS: usize = 6;

/// The handout over the present table.
#[component]
pub fn Handout(blank: bool) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let body = move || {
        let grid = Grid::new(explorer);
        let selection = explorer.selection()?;
        Some(explorer.corpus(|corpus| {
            let matrix = matrix(corpus, &selection.positions, grid.by, &grid.values(), &grid.rows, explorer.messages());
            handout(corpus, &matrix, &grid.view, blank)
        }))
    };
    view! {
        <p class="minor no-print">{if blank {
            "The questions and columns of Compare with empty cells. Print it, or save it as PDF from the browser’s print dialog."
        } else {
            "The table of Compare as a page to hand out, with what it rests on. Print it, or save it as PDF from the browser’s print dialog."
        }}</p>
        {move || words::cautions(explorer)}
        {body}
    }
}

fn handout(corpus: &Corpus, matrix: &Matrix, view: &View, blank: bool) -> AnyView {
    if matrix.columns.is_empty() || matrix.rows.is_empty() {
        return empty(view, "Nothing in this selection stands in the table.");
    }
    // More columns than a page holds stand in several tables, one below the other, each with about as many.
    let all: Vec<usize> = (0..if view.turn { matrix.rows.len() } else { matrix.columns.len() }).collect();
    let across = all.len().div_ceil(all.len().div_ceil(ACROSS));
    let tables = all.chunks(across).map(|part| table(corpus, matrix, part, view, blank)).collect_view();
    let on = chips::said(view, corpus);
    let on = if on.is_empty() { "all of the corpus".to_string() } else { on };
    let evidence = (!blank && !matrix.evidence.is_empty()).then(|| {
        let lines = (1..).zip(&matrix.evidence).map(|(number, of)| {
            let position = &corpus.positions[of.position];
            let says = format!(
                "{}: {} {}, {}.",
                corpus.actor_label(&position.actor),
                position.summary,
                words::voice(corpus, position, expect_context::<Explorer>().messages()),
                words::as_of(position, expect_context::<Explorer>().messages())
            );
            let place = format!("[{}] {}", reference_sign(of.reference), evidence(position));
            let href = link(&view.reading_position(position, None));
            view! { <li value=number.to_string()>{says}" "<a href=href>{place}</a></li> }
        });
        view! { <h3>"Evidence"</h3><ol class="numbered">{lines.collect_view()}</ol> }
    });
    let references = matrix.references.iter().enumerate().map(|(nth, reference)| {
        view! { <li><strong>{reference_sign(nth + 1)}</strong>" "{reference.clone()}</li> }
    });
    let references = (!blank && !matrix.references.is_empty())
        .then(|| view! { <h3>"References"</h3><ul class="references">{references.collect_view()}</ul> });
    let shared = address::share_link(&corpus.public_url, view);
    let columns = view.by.label();
    view! {
        <article class="handout" class:blank=blank>
            <header><h2>{corpus.title.clone()}</h2>
                <p class="minor">{corpus.horizon.clone()}". Columns: "{columns}". Selection: "{on}"."</p></header>
            {tables}
            {evidence}{references}
            <p class="minor no-print">"This view: "<span class="address">{shared}</span></p>
            {words::edition_line(corpus, expect_context::<Explorer>().messages())}
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
fn table(corpus: &Corpus, matrix: &Matrix, part: &[usize], view: &View, blank: bool) -> AnyView {
    let body = |row: AnyView, cells: Vec<AnyView>| view! { <tr>{row}{cells}</tr> };
    let (corner, heads, rows): (_, Vec<AnyView>, Vec<_>) = match view.turn {
        false => {
            let row = |row: &Row| {
                body(question(corpus, row, "row", blank), part.iter().map(|&at| cell(&row.cells[at], blank)).collect())
            };
            let heads = part.iter().map(|&at| column(&matrix.columns[at], "col")).collect();
            ("Question", heads, matrix.rows.iter().map(row).collect())
        }
        true => {
            let rows: Vec<&Row> = part.iter().map(|&at| &matrix.rows[at]).collect();
            let of = |(at, of): (usize, &Column)| {
                body(column(of, "row"), rows.iter().map(|row| cell(&row.cells[at], blank)).collect())
            };
            let heads = rows.iter().map(|row| question(corpus, row, "col", blank)).collect();
            (corner(view.by), heads, matrix.columns.iter().enumerate().map(of).collect())
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label="Matrix"><table class="matrix">
            <thead><tr><th scope="col">{corner}</th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

fn column(column: &Column, scope: &'static str) -> AnyView {
    let label = if column.value == UNNAMED { "Author not named" } else { &column.label };
    view! { <th scope=scope>{label.to_string()}</th> }.into_any()
}

/// A question, with its answers where the cells are to be filled.
fn question(corpus: &Corpus, row: &Row, scope: &'static str, blank: bool) -> AnyView {
    let issue = &corpus.codebook.issues[row.issue];
    let answers: Vec<&str> = issue.answers.iter().map(|answer| answer.label.as_str()).collect();
    let answers = blank.then(|| view! { <span class="answers">{answers.join(" · ")}</span> });
    view! { <th scope=scope><span class="asks">{issue.question.clone()}</span>{answers}</th> }.into_any()
}

fn cell(cell: &[Saying], blank: bool) -> AnyView {
    match (blank, cell.is_empty()) {
        (true, _) => view! { <td class="empty"></td> }.into_any(),
        (false, true) => view! { <td class="silence">{SILENT}</td> }.into_any(),
        (false, false) => view! { <td>{cell.iter().map(saying).collect_view()}</td> }.into_any(),
    }
}

fn saying(saying: &Saying) -> AnyView {
    let numbers: String = saying.numbers.iter().map(|number| format!("[{number}]")).collect();
    let inferred = saying.nearness == Nearness::Inferred;
    let near = (saying.nearness != Nearness::Own).then(|| format!(" ({})", saying.nearness.id()));
    view! {
        <p class:inferred=inferred>{saying.subject()}{saying.stance.word(expect_context::<Explorer>().messages()).to_string()}" "<strong>{saying.answer.clone()}</strong>{near}" "<span class="numbers">{numbers}</span></p>
    }
    .into_any()
}
