//! Out of the page: what is selected as a file, or on the clipboard where files are refused.

use super::grid::Grid;
use super::taking::Taking;
use super::words;
use crate::address;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::concordance;
use sightlines_engine::export::{Listing, contrasts, lines, matrix, positions};
use sightlines_engine::messages::{Language, Messages};
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
    /// Its word in the names of files.
    fn id(self) -> &'static str {
        match self {
            Thing::Positions => "positions",
            Thing::Table => "table",
            Thing::Contrasts => "contrasts",
            Thing::Lines => "lines",
            Thing::Notes => "notes",
        }
    }

    fn label(self, messages: &Messages) -> &'static str {
        let taking = &messages.taking;
        match self {
            Thing::Positions => taking.positions,
            Thing::Table => taking.table,
            Thing::Contrasts => taking.contrasts,
            Thing::Lines => taking.lines,
            Thing::Notes => taking.notes,
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
    let messages = explorer.messages();
    let says = &messages.taking;
    let taking = Taking::new(explorer);
    let copying = RwSignal::new(false);
    let take = move |thing: Thing, form: Form| {
        let text = text(explorer, thing, form);
        if copying.get_untracked() {
            return taking.copy(text);
        }
        let (end, kind) = form.file();
        let name = format!("{}-{}.{end}", explorer.corpus(|c| c.id.clone()), thing.id());
        taking.save(&name, kind, &text, says.by_copying);
    };
    let counts = move || {
        let positions = explorer.selection().map_or(0, |selection| selection.positions.len());
        says.what_is_selected.with([messages.counts.positions.with(positions)])
    };
    let rows = things.iter().map(|&thing| {
        let buttons = Form::ALL.map(|form| {
            let name = says.in_form.with([thing.label(messages), form.label()]);
            view! { <button type="button" aria-label=name on:click=move |_| take(thing, form)>{form.label()}</button> }
        });
        view! { <li><span>{thing.label(messages)}</span>{buttons}</li> }
    });
    let way = move |label: &'static str, copies: bool| {
        view! {
            <label class="tick"><input type="radio" name="export-way" prop:checked=move || copying.get() == copies
                on:change=move |_| copying.set(copies)/>{label}</label>
        }
    };
    view! {
        <details class="export"><summary>{says.export}</summary>
            <p class="minor">{counts}{says.with_ids_and_links}</p>
            {move || words::cautions(explorer)}
            <div class="ways" role="group" aria-label=says.how_it_is_given>{way(says.as_a_file, false)}{way(says.by_copying, true)}</div>
            <ul>{rows.collect_view()}</ul>
            {taking.view()}
        </details>
    }
}

fn text(explorer: Explorer, thing: Thing, form: Form) -> String {
    let Some(selection) = explorer.selection() else { return String::new() };
    // Markdown is read by people, and the others by programs, which know the words of one language.
    let messages = if form == Form::Markdown { explorer.messages() } else { Language::English.messages() };
    let grid = (thing == Thing::Table).then(|| Grid::new(explorer));
    explorer.library.with_untracked(|library| {
        let corpus = library.corpus();
        let base = address::base(&corpus.public_url);
        let view = explorer.view.get_untracked();
        if let Some(grid) = grid {
            let matrix = matrix(corpus, &selection.positions, grid.by, &grid.values(), &grid.rows, messages);
            return match form {
                Form::Csv => matrix.csv(corpus),
                Form::Json => matrix.json(corpus, &base),
                Form::Markdown => matrix.markdown(corpus, &base, messages),
            };
        }
        let listing: Listing = match thing {
            Thing::Positions | Thing::Table => positions(corpus, &selection.positions, &base),
            Thing::Contrasts => {
                let found = positions::contrasts(corpus, &selection.positions, view.by, view.chosen_pair(), messages);
                contrasts(corpus, &found, view.by, &base, messages)
            }
            Thing::Lines => lines(corpus, &concordance::lines(library, &selection, view.lines), &base),
            Thing::Notes => explorer.disputes.with_untracked(|notes| disputes(corpus, notes, &base)),
        };
        match form {
            Form::Csv => listing.csv(),
            Form::Json => listing.json(corpus),
            Form::Markdown => listing.markdown(corpus, messages),
        }
    })
}
