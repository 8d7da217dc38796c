//! Out of the page: what is selected as a file, or on the clipboard where files are refused.

use super::grid::Grid;
use super::taking::Taking;
use super::words;
use crate::address;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::concordance;
use sightlines_engine::export::{Listing, contrasts, lines, matrix, positions};
use sightlines_engine::positions;
use sightlines_engine::seminar::disputes;

/// What can be taken out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Positions,
    Table,
    Contrasts,
    Lines,
    Notes,
}

/// In which form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Json,
    Markdown,
}

impl Thing {
    fn label(self) -> &'static str {
        match self {
            Thing::Positions => "Positions",
            Thing::Table => "Table",
            Thing::Contrasts => "Contrasts",
            Thing::Lines => "Lines",
            Thing::Notes => "Notes",
        }
    }
}

impl Form {
    const ALL: [Form; 3] = [Form::Csv, Form::Json, Form::Markdown];

    fn label(self) -> &'static str {
        match self {
            Form::Csv => "CSV",
            Form::Json => "JSON",
            Form::Markdown => "Markdown",
        }
    }

    /// The end of its file's name, and its media type.
    fn file(self) -> (&'static str, &'static str) {
        match self {
            Form::Csv => ("csv", "text/csv;charset=utf-8"),
            Form::Json => ("json", "application/json"),
            Form::Markdown => ("md", "text/markdown;charset=utf-8"),
        }
    }
}

/// The things, folded away, each in three forms, as a file or copied.
#[component]
pub fn Export(things: &'static [Thing]) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let taking = Taking::new();
    let copying = RwSignal::new(false);
    let take = move |thing: Thing, form: Form| {
        let text = text(explorer, thing, form);
        if copying.get_untracked() {
            return taking.copy(text);
        }
        let (end, kind) = form.file();
        let name = format!("{}-{}.{end}", explorer.corpus(|c| c.id.clone()), thing.label().to_lowercase());
        taking.save(&name, kind, &text, "copied");
    };
    let counts = move || {
        let positions = explorer.selection().map_or(0, |selection| selection.positions.len());
        format!("What the query and the filters select: {}.", words::count(positions, "position", "positions"))
    };
    let rows = things.iter().map(|&thing| {
        let buttons = Form::ALL.map(|form| {
            let name = format!("{} as {}", thing.label(), form.label());
            view! { <button type="button" aria-label=name on:click=move |_| take(thing, form)>{form.label()}</button> }
        });
        view! { <li><span>{thing.label()}</span>{buttons}</li> }
    });
    let way = move |label: &'static str, copies: bool| {
        view! {
            <label class="tick"><input type="radio" name="export-way" prop:checked=move || copying.get() == copies
                on:change=move |_| copying.set(copies)/>{label}</label>
        }
    };
    view! {
        <details class="export"><summary>"Export"</summary>
            <p class="minor">{counts}" With ids and links, by the corpus’s licence."</p>
            {move || words::cautions(explorer)}
            <div class="ways" role="group" aria-label="How it is given">{way("as a file", false)}{way("copied", true)}</div>
            <ul>{rows.collect_view()}</ul>
            {taking.view()}
        </details>
    }
}

fn text(explorer: Explorer, thing: Thing, form: Form) -> String {
    let Some(selection) = explorer.selection() else { return String::new() };
    let grid = (thing == Thing::Table).then(|| Grid::new(explorer));
    explorer.library.with_untracked(|library| {
        let corpus = library.corpus();
        let base = address::base(&corpus.public_url);
        let view = explorer.view.get_untracked();
        if let Some(grid) = grid {
            let matrix = matrix(corpus, &selection.positions, grid.by, &grid.values(), &grid.rows);
            return match form {
                Form::Csv => matrix.csv(corpus),
                Form::Json => matrix.json(corpus, &base),
                Form::Markdown => matrix.markdown(corpus, &base),
            };
        }
        let listing: Listing = match thing {
            Thing::Positions | Thing::Table => positions(corpus, &selection.positions, &base),
            Thing::Contrasts => {
                let found = positions::contrasts(corpus, &selection.positions, view.by, view.chosen_pair());
                contrasts(corpus, &found, view.by, &base)
            }
            Thing::Lines => lines(corpus, &concordance::lines(library, &selection, view.lines), &base),
            Thing::Notes => explorer.disputes.with_untracked(|notes| disputes(corpus, notes, &base)),
        };
        match form {
            Form::Csv => listing.csv(),
            Form::Json => listing.json(corpus),
            Form::Markdown => listing.markdown(corpus),
        }
    })
}
