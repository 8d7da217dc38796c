//! Out of the page: what is selected as a file, or on the clipboard where files are refused.

use super::words;
use crate::state::Explorer;
use crate::{address, dom};
use leptos::prelude::*;
use sightlines_engine::concordance::lines;
use sightlines_engine::export::{lines_csv, positions_csv, positions_json, table_markdown};

/// What can be taken out, with its label, the end of its file's name and its media type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    PositionsCsv,
    PositionsJson,
    TableMarkdown,
    LinesCsv,
}

impl Form {
    fn label(self) -> &'static str {
        match self {
            Form::PositionsCsv => "Positions as CSV",
            Form::PositionsJson => "Positions as JSON",
            Form::TableMarkdown => "Table as Markdown",
            Form::LinesCsv => "Lines as CSV",
        }
    }

    fn file(self) -> (&'static str, &'static str) {
        match self {
            Form::PositionsCsv => ("positions.csv", "text/csv;charset=utf-8"),
            Form::PositionsJson => ("positions.json", "application/json"),
            Form::TableMarkdown => ("table.md", "text/markdown;charset=utf-8"),
            Form::LinesCsv => ("lines.csv", "text/csv;charset=utf-8"),
        }
    }
}

/// The forms, folded away, each as a file or copied.
#[component]
pub fn Export(forms: &'static [Form]) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let said = RwSignal::new("");
    let by_hand = RwSignal::new(String::new());
    let save = move |form: Form| {
        let (end, kind) = form.file();
        let name = format!("{}-{end}", explorer.corpus(|corpus| corpus.id.clone()));
        let saved = dom::download(&name, kind, &text(explorer, form));
        said.set(if saved { "Handed to the browser as a file." } else { "Files are refused here: copy it instead." });
    };
    let copy = move |form: Form| {
        let text = text(explorer, form);
        by_hand.set(String::new());
        dom::copy(&text.clone(), move |allowed| {
            said.set(if allowed { "Copied." } else { "Copying is not allowed here: take it from the box." });
            if !allowed {
                by_hand.set(text.clone());
            }
        });
    };
    let counts = move || {
        let positions = explorer.selection().map_or(0, |selection| selection.positions.len());
        format!("What the query and the filters select: {}.", words::count(positions, "position", "positions"))
    };
    // What a reader must know before an article leaves the page.
    let notices = move || {
        let hits: Vec<usize> =
            explorer.selection().map(|s| s.hits.iter().map(|hit| hit.article).collect()).unwrap_or_default();
        explorer.corpus(|corpus| {
            let of = hits.iter().map(|&at| &corpus.articles[at]).filter(|article| !article.notice.is_empty());
            of.map(
                |a| view! { <p class="caution"><strong>{words::authors(corpus, a)}": "</strong>{a.notice.clone()}</p> },
            )
            .collect_view()
        })
    };
    let rows = forms.iter().map(|&form| {
        view! {
            <li><span>{form.label()}</span>
                <button type="button" aria-label=format!("{}: save as a file", form.label()) on:click=move |_| save(form)>"File"</button>
                <button type="button" aria-label=format!("{}: copy", form.label()) on:click=move |_| copy(form)>"Copy"</button></li>
        }
    });
    view! {
        <details class="export"><summary>"Export"</summary>
            <p class="minor">{counts}" With ids and links, by the corpus’s licence."</p>
            {notices}
            <ul>{rows.collect_view()}</ul>
            <p role="status">{move || said.get()}</p>
            {move || by_hand.with(|text| (!text.is_empty()).then(|| view! { <textarea readonly rows="6" aria-label="What is to be copied">{text.clone()}</textarea> }))}
        </details>
    }
}

fn text(explorer: Explorer, form: Form) -> String {
    let view = explorer.view.get_untracked();
    let Some(selection) = explorer.selection() else { return String::new() };
    explorer.library.with_untracked(|library| {
        let corpus = library.corpus();
        let base = address::base(&corpus.public_url);
        match form {
            Form::PositionsCsv => positions_csv(corpus, &selection.positions, &base),
            Form::PositionsJson => positions_json(corpus, &selection.positions, &base),
            Form::TableMarkdown => table_markdown(corpus, &selection.positions, view.by, view.chosen_pair(), &base),
            Form::LinesCsv => lines_csv(corpus, &lines(library, &selection, view.lines), &base),
        }
    })
}
