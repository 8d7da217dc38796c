//! *I disagree with this coding*: a note on a position, kept in the page for as long as it is open.

use super::words;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{Corpus, Position, PositionId};
use sightlines_engine::seminar::{Dispute, Field};

/// The form under a position, folded away.
pub fn form(position: &Position) -> AnyView {
    let id = position.id.clone();
    view! { <Form id=id/> }.into_any()
}

#[component]
fn Form(id: PositionId) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let open = RwSignal::new(false);
    let (field, proposal, reason) =
        (RwSignal::new(Field::default()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let kept = {
        let id = id.clone();
        Memo::new(move |_| explorer.disputes.with(|notes| notes.iter().filter(|note| note.position == id).count()))
    };
    let opener = NodeRef::<leptos::html::Button>::new();
    // A view may have hundreds of them.
    let name = messages.seminar.disagree_with.with([id.as_str()]);
    let keep = StoredValue::new(move || {
        let note = Dispute {
            position: id.clone(),
            field: field.get_untracked(),
            proposal: proposal.get_untracked().trim().to_string(),
            reason: reason.get_untracked().trim().to_string(),
        };
        // A note that says nothing is none.
        if !note.proposal.is_empty() || !note.reason.is_empty() {
            explorer.disputes.update(|notes| notes.push(note));
            proposal.set(String::new());
            reason.set(String::new());
            open.set(false);
            // What was pressed is gone with the form.
            if let Some(button) = opener.get_untracked() {
                let _ = button.focus();
            }
        }
    });
    let options = move || {
        Field::ALL.map(
            |of| view! { <option value=of.id() prop:selected=move || field.get() == of>{of.label(messages)}</option> },
        )
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        field.set(Field::ALL.into_iter().find(|of| of.id() == value).unwrap_or_default());
    };
    view! {
        <div class="dispute">
            <button type="button" class="quiet" node_ref=opener aria-label=name aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>{messages.seminar.disagree}</button>
            {move || (kept.get() > 0).then(|| view! { <span class="minor">" · "{messages.seminar.notes_kept.with(kept.get())}</span> })}
            {move || open.get().then(|| view! {
                <form on:submit=move |event| { event.prevent_default(); keep.with_value(|keep| keep()); }>
                    <label>{messages.seminar.what_is_wrong}<select on:change=choose>{options()}</select></label>
                    <label>{messages.seminar.better}<input type="text" prop:value=proposal on:input=move |event| proposal.set(event_target_value(&event))/></label>
                    <label>{messages.seminar.why}<textarea rows="2" prop:value=reason on:input=move |event| reason.set(event_target_value(&event))></textarea></label>
                    <button type="submit">{messages.seminar.keep_the_note}</button>
                    <p class="minor">{messages.seminar.where_notes_stay}</p>
                </form>
            })}
        </div>
    }
}

/// A note as a line of a list.
pub fn says(corpus: &Corpus, note: &Dispute, messages: &Messages) -> String {
    let (id, field) = (note.position.as_str(), note.field.label(messages));
    let holder = corpus.position(&note.position).map(|position| words::actor(corpus, position, messages));
    let messages = &messages.seminar;
    let mut says = match holder {
        Some(holder) => messages.note_by_actor.with([holder.as_str(), id, field]),
        None => messages.note_alone.with([id, field]),
    };
    if !note.proposal.is_empty() {
        says.push_str(&messages.note_better.with([&note.proposal]));
    }
    if !note.reason.is_empty() {
        says.push_str(&messages.note_reason.with([&note.reason]));
    }
    says
}
