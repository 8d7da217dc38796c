//! Seminar: what a class works with.

use super::chips::Chips;
use super::exercise::Exercise;
use super::export::{Export, Thing};
use super::matrix::Handout;
use super::prompts::Prompts;
use super::role::RoleSheet;
use super::{dispute, link};
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::seminar::Sheet;
use sightlines_engine::view::View;

/// The view.
#[component]
pub fn Seminar() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let sheet = Memo::new(move |_| explorer.view.with(|view| view.sheet));
    let refused = RwSignal::new(false);
    let choice = move |of: Sheet| {
        let href = move || link(&explorer.view.with(|view| View { sheet: of, position: None, ..view.clone() }));
        view! { <a class="pill" href=href aria-current=move || (sheet.get() == of).then_some("true")>{of.label(messages)}</a> }
    };
    view! {
        <h1 class="visually-hidden">{move || messages.seminar.title.with([sheet.get().label(messages)])}</h1>
        <div class="controls seminar-controls">
            <nav class="pills" aria-label=messages.seminar.sheets>{Sheet::ALL.map(choice)}</nav>
            <button type="button" class="print-button" on:click=move |_| refused.set(!dom::print())>{messages.seminar.print}</button>
            <span role="status">{move || refused.get().then_some(messages.seminar.printing_is_refused)}</span>
            // What is filtered may tell how a passage was coded, which is to be found out.
            {move || match sheet.get() {
                Sheet::Code => explorer.view.with(|view| !view.filters.is_empty()).then(|| view! { <span class="minor">{messages.seminar.of_a_filtered_selection}</span> }).into_any(),
                _ => view! { <Chips/> }.into_any(),
            }}
        </div>
        <div class="seminar">
            {move || match sheet.get() {
                Sheet::Prompts => view! { <Prompts/> }.into_any(),
                Sheet::Code => view! { <Exercise/> }.into_any(),
                Sheet::Role => view! { <RoleSheet/> }.into_any(),
                Sheet::Matrix => view! { <Handout blank=false/> }.into_any(),
                Sheet::Blank => view! { <Handout blank=true/> }.into_any(),
                Sheet::Notes => view! { <Notes/> }.into_any(),
            }}
        </div>
    }
}

/// The reader's own notes, to be taken away.
#[component]
fn Notes() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let none = move || explorer.disputes.with(Vec::is_empty);
    let rows = move || {
        let view = explorer.view.get();
        explorer.disputes.with(|notes| {
            explorer.corpus(|corpus| {
                let row = |(nth, note): (usize, &sightlines_engine::seminar::Dispute)| {
                    let to =
                        corpus.position(&note.position).map(|position| link(&view.reading_position(position, None)));
                    let drop = move |_| {
                        explorer.disputes.update(|notes| {
                            if nth < notes.len() {
                                notes.remove(nth);
                            }
                        });
                        dom::focus_main_if_lost();
                    };
                    view! {
                        <li><span>{dispute::says(corpus, note, messages)}</span>" "<a href=to>{messages.seminar.its_passage}</a>" "
                            <button type="button" class="quiet" on:click=drop>{messages.seminar.remove}</button></li>
                    }
                };
                notes.iter().enumerate().map(row).collect_view()
            })
        })
    };
    view! {
        <p class="lead">{messages.seminar.about_notes}</p>
        {move || none().then(|| view! { <p class="silence">{messages.seminar.no_note_yet}</p> })}
        {move || (!none()).then(|| view! { <ol class="notes-kept">{rows}</ol> <Export things=&[Thing::Notes]/> })}
    }
}
