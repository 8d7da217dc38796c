//! Role sheet: all that one actor holds, for whoever is to speak for it.

use super::empty::empty;
use super::{contrasts, link, position, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{ActorId, Corpus};
use sightlines_engine::order::IntoSet;
use sightlines_engine::positions::{Contrast, Group, listed};
use sightlines_engine::search::Selection;
use sightlines_engine::seminar::role;
use sightlines_engine::view::{Cell, Pane, View};

/// The sheet, with the choice of the actor.
#[component]
pub fn RoleSheet() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().role;
    let chosen = Memo::new(move |_| explorer.view.with(|view| view.role.clone()));
    let choose = move |event| {
        let id = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        explorer.choose(|view| view.role = id);
    };
    let options = explorer.corpus(|corpus| {
        let groups = Group::ALL.map(|group| {
            let of = corpus.codebook.actors.iter().filter(|actor| Group::of(actor.kind) == group);
            let held = of.filter(|actor| corpus.positions.iter().any(|position| position.actor == actor.id));
            let options = held.map(|actor| {
                let (id, value) = (actor.id.to_string(), actor.id.to_string());
                view! { <option value=value lang=explorer.content_language() prop:selected=move || chosen.get().as_ref() == Some(&id)>{actor.label.clone()}</option> }
            });
            let options: Vec<_> = options.collect();
            (!options.is_empty()).then(|| view! { <optgroup label=group.label(explorer.messages())>{options}</optgroup> })
        });
        groups.into_iter().flatten().collect_view()
    });
    let body = move || {
        let id = ActorId(chosen.get()?);
        let view = explorer.view.get();
        let selection = explorer.selection()?;
        Some(explorer.corpus(|corpus| sheet(explorer, corpus, &selection, &id, &view)))
    };
    view! {
        <label class="field no-print"><span>{messages.actor}</span><select on:change=choose>
            <option value="" prop:selected=move || chosen.get().is_none()>{messages.choose_one}</option>{options}
        </select></label>
        {move || chosen.get().is_none().then(|| view! { <p class="lead">{messages.about}</p> })}
        {body}
    }
}

fn sheet(explorer: Explorer, corpus: &Corpus, selection: &Selection, id: &ActorId, view: &View) -> AnyView {
    let (messages, language) = (explorer.messages(), explorer.content_language());
    let is_asked = |at: &usize| {
        let issues = &view.filters.issue;
        issues.is_empty() || issues.contains(corpus.codebook.issues[*at].id.as_str())
    };
    let asked: Vec<usize> = (0..corpus.codebook.issues.len()).filter(is_asked).collect();
    let role = role(corpus, &selection.positions, id, &asked, messages);
    let count: usize = role.held.iter().map(|(_, held)| held.len()).sum();
    let speakers: Vec<String> = role.speakers.iter().map(|id| corpus.actor_label(id).to_string()).collect();
    let speakers = match speakers.len() {
        0 => None,
        1 => Some(messages.role.one_speaks_with_it.with([&speakers[0]])),
        _ => Some(messages.role.several_speak_with_it.with([listed(&speakers, messages)])),
    };
    let articles = role.held.iter().flat_map(|(_, held)| held).map(|&at| &corpus.positions[at].article);
    let articles = articles.into_set().len();
    let (positions, articles) = (messages.counts.positions.with(count), messages.counts.articles.with(articles));
    let says = messages.role.you_speak_for.with([corpus.actor_label(id), &positions, &articles]);
    let held = role.held.iter().map(|(issue, held)| {
        let rows = held.iter().map(|&at| position::one(corpus, &corpus.positions[at], view, id.as_str())).collect_view();
        view! { <section><h3 class="asks" lang=language.clone()>{corpus.codebook.issues[*issue].question.clone()}</h3><ol class="held">{rows}</ol></section> }
    });
    let unsaid = role
        .unsaid
        .iter()
        .map(|&issue| view! { <li lang=language.clone()>{corpus.codebook.issues[issue].question.clone()}</li> });
    let unsaid = (!role.unsaid.is_empty()).then(|| {
        let why = messages.role.why_not_told.with([&corpus.horizon]);
        view! { <section><h2>{messages.role.not_told_of_you}</h2><p class="minor">{why}</p><ul>{unsaid.collect_view()}</ul></section> }
    });
    // By question; what changed is one column's own, and stands in its cell.
    let meeting = |contrast: &Contrast| {
        let base = View { by: role.by, columns: Default::default(), ..view.showing(Pane::Compare) };
        let (to, label) = match contrast.a_column == contrast.b_column {
            true => {
                let cell = Cell { column: contrast.a_column.clone(), issue: contrast.issue.to_string() };
                (View { cell: Some(cell), pair: [None, None], ..base }, messages.role.its_cell)
            }
            false => {
                let pair = [Some(contrast.a_column.clone()), Some(contrast.b_column.clone())];
                (View { pair, ..base }, messages.role.side_by_side)
            }
        };
        let says = messages.role.meets.with([&contrast.says]);
        view! { <li>{contrasts::kind(contrast.kind)}" "{says}<a class="no-print" href=link(&to)>{label}</a></li> }
    };
    let meets = asked.iter().filter_map(|&issue| {
        let issue = &corpus.codebook.issues[issue];
        let here = role.meets.iter().filter(|contrast| contrast.issue == issue.id).map(meeting).collect::<Vec<_>>();
        (!here.is_empty())
            .then(|| view! { <h3 class="asks" lang=language.clone()>{issue.question.clone()}</h3><ul class="meets">{here}</ul> })
    });
    let meets = (!role.meets.is_empty())
        .then(|| view! { <section><h2>{messages.role.whom_you_meet}</h2>{meets.collect_view()}</section> });
    let nothing = (count == 0).then(|| empty(view, messages.role.nothing_is_told, messages));
    view! {
        <article class="role-sheet">
            <h2 lang=language.clone()>{corpus.actor_label(id).to_string()}</h2>
            <p class="told">{says}{speakers}</p>
            {nothing}
            {held.collect_view()}
            {unsaid}
            {meets}
            {words::edition_line(corpus, messages)}
        </article>
    }
    .into_any()
}
