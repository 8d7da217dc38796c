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
                view! { <option value=value prop:selected=move || chosen.get().as_ref() == Some(&id)>{actor.label.clone()}</option> }
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
        Some(explorer.corpus(|corpus| sheet(corpus, &selection, &id, &view)))
    };
    view! {
        <label class="field no-print"><span>"Actor"</span><select on:change=choose>
            <option value="" prop:selected=move || chosen.get().is_none()>"choose one"</option>{options}
        </select></label>
        {move || chosen.get().is_none().then(|| view! { <p class="lead">"A sheet for whoever speaks for an actor in class: all that it holds with its evidence, what is not told of it, and whom it meets."</p> })}
        {body}
    }
}

fn sheet(corpus: &Corpus, selection: &Selection, id: &ActorId, view: &View) -> AnyView {
    let is_asked = |at: &usize| {
        let issues = &view.filters.issue;
        issues.is_empty() || issues.contains(corpus.codebook.issues[*at].id.as_str())
    };
    let asked: Vec<usize> = (0..corpus.codebook.issues.len()).filter(is_asked).collect();
    let role = role(corpus, &selection.positions, id, &asked, expect_context::<Explorer>().messages());
    let count: usize = role.held.iter().map(|(_, held)| held.len()).sum();
    let speakers: Vec<String> = role.speakers.iter().map(|id| corpus.actor_label(id).to_string()).collect();
    let speakers = (!speakers.is_empty()).then(|| format!(" {} with it in office.", spoken(&speakers)));
    let articles = role.held.iter().flat_map(|(_, held)| held).map(|&at| &corpus.positions[at].article);
    let articles = articles.into_set().len();
    let says = format!(
        "You speak for {}: {} in {}.",
        corpus.actor_label(id),
        words::count(count, "position", "positions"),
        words::count(articles, "article", "articles")
    );
    let held = role.held.iter().map(|(issue, held)| {
        let rows = held.iter().map(|&at| position::one(corpus, &corpus.positions[at], view, id.as_str())).collect_view();
        view! { <section><h3 class="asks">{corpus.codebook.issues[*issue].question.clone()}</h3><ol class="held">{rows}</ol></section> }
    });
    let unsaid = role.unsaid.iter().map(|&issue| view! { <li>{corpus.codebook.issues[issue].question.clone()}</li> });
    let unsaid = (!role.unsaid.is_empty()).then(|| {
        view! { <section><h2>"Not told of you"</h2><p class="minor">{corpus.horizon.clone()}" and this selection of them have no position of yours on these; whoever asks you makes you guess."</p><ul>{unsaid.collect_view()}</ul></section> }
    });
    // By question; what changed is one column's own, and stands in its cell.
    let meeting = |contrast: &Contrast| {
        let base = View { by: role.by, columns: Default::default(), ..view.showing(Pane::Compare) };
        let (to, label) = match contrast.a_column == contrast.b_column {
            true => {
                let cell = Cell { column: contrast.a_column.clone(), issue: contrast.issue.to_string() };
                (View { cell: Some(cell), pair: [None, None], ..base }, "its cell")
            }
            false => {
                let pair = [Some(contrast.a_column.clone()), Some(contrast.b_column.clone())];
                (View { pair, ..base }, "side by side")
            }
        };
        view! { <li>{contrasts::kind(contrast.kind)}" "{contrast.says.clone()}". "<a class="no-print" href=link(&to)>{label}</a></li> }
    };
    let meets = asked.iter().filter_map(|&issue| {
        let issue = &corpus.codebook.issues[issue];
        let here = role.meets.iter().filter(|contrast| contrast.issue == issue.id).map(meeting).collect::<Vec<_>>();
        (!here.is_empty())
            .then(|| view! { <h3 class="asks">{issue.question.clone()}</h3><ul class="meets">{here}</ul> })
    });
    let meets =
        (!role.meets.is_empty()).then(|| view! { <section><h2>"Whom you meet"</h2>{meets.collect_view()}</section> });
    let nothing = (count == 0).then(|| {
        empty(view, "Nothing in this selection is told of this actor.", expect_context::<Explorer>().messages())
    });
    view! {
        <article class="role-sheet">
            <h2>{corpus.actor_label(id).to_string()}</h2>
            <p class="told">{says}{speakers}</p>
            {nothing}
            {held.collect_view()}
            {unsaid}
            {meets}
            {words::edition_line(corpus, expect_context::<Explorer>().messages())}
        </article>
    }
    .into_any()
}

fn spoken(speakers: &[String]) -> String {
    format!(
        "{} {}",
        listed(speakers, expect_context::<Explorer>().messages()),
        if speakers.len() == 1 { "speaks" } else { "speak" }
    )
}
