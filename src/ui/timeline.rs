//! Timeline: events and dated positions, drawn and as a list. A span of it that is chosen filters every view.

use super::chips::Chips;
use super::empty::empty;
use super::search_box::SearchBox;
use super::{link, places, position, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Corpus, Event};
use sightlines_engine::order::IntoSet;
use sightlines_engine::search::{Filters, Selection};
use sightlines_engine::timeline::{Year, timeline};
use sightlines_engine::view::View;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Width of a year in the drawing, in its own units.
const STEP: usize = 46;
/// Height of the drawing above and below its axis.
const HALF: usize = 60;

/// The view.
#[component]
pub fn Timeline() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    // The drawing is what a span is chosen from: it shows all times, as a facet counts against the others' choice.
    let timeless = Memo::new(move |_| {
        let mut ask = explorer.asked();
        if ask.filters.as_of.is_empty() {
            return explorer.selection();
        }
        ask.filters.as_of.clear();
        Some(Arc::new(explorer.library.with(|library| library.select(&ask))))
    });
    // Not drawn anew with what it counts: it speaks up when it changes.
    let said = RwSignal::new(String::new());
    let body = move || {
        let view = explorer.view.get();
        let selection = timeless.get()?;
        let (says, shown) = explorer.corpus(|corpus| shown(explorer, corpus, &selection, &view));
        said.set(says);
        Some(shown)
    };
    view! {
        <h1 class="visually-hidden">{messages.masthead.timeline}</h1>
        <div class="controls"><SearchBox/><Chips/></div>
        <p class="told" role="status">{move || said.get()}</p>
        {body}
    }
}

/// What there is, in words, and shown.
fn shown(explorer: Explorer, corpus: &Corpus, selection: &Selection, view: &View) -> (String, AnyView) {
    let messages = explorer.messages();
    let tells = &messages.timeline;
    let all = timeline(corpus, selection, &Filters::default());
    let years = timeline(corpus, selection, &view.filters);
    if all.is_empty() {
        return (String::new(), empty(view, tells.nothing_is_dated, messages));
    }
    let dated = |years: &[Year]| years.iter().map(|year| year.positions.len()).sum::<usize>();
    let by_date = match view.filters.as_of.is_empty() {
        true => tells.by_date,
        false => tells.by_date_in_the_chosen_time,
    };
    let undated = match selection.positions.len() - dated(&all) {
        0 => String::new(),
        n => tells.more_are_undated.with(n),
    };
    let says = by_date.with([
        tells.events.with(years.iter().map(|year| year.events.len()).sum()),
        messages.counts.positions.with(dated(&years)),
        undated,
    ]);
    let list = years.iter().map(|year| one(explorer, corpus, view, year)).collect_view();
    let nothing = years.is_empty().then(|| empty(view, tells.nothing_is_of_that_time, messages));
    let shown = view! { {span_choice(explorer, view, &all)}{drawing(explorer, view, &all)}{nothing}<ol class="years">{list}</ol> };
    (says, shown.into_any())
}

/// Whether the filter lets something of a year through.
fn lets_year(view: &View, year: &Year) -> bool {
    format!("{:04}", year.year).parse().is_ok_and(|date| view.filters.lets_date(&date))
}

/// The first and the last year that the filter lets through, of those that there are; none, where it is off.
fn ends(view: &View, all: &[Year]) -> Option<(i32, i32)> {
    let within = || all.iter().filter(|year| lets_year(view, year)).map(|year| year.year);
    if view.filters.as_of.is_empty() { None } else { within().min().zip(within().max()) }
}

/// A span by its first and its last year.
fn span_choice(explorer: Explorer, view: &View, all: &[Year]) -> AnyView {
    let messages = &explorer.messages().timeline;
    let ends = ends(view, all);
    let years: Vec<i32> = all.iter().map(|year| year.year).collect();
    let (first, last) = (years[0], years[years.len() - 1]);
    let choice = |label: &'static str, open: i32, chosen: Option<i32>, change: fn((i32, i32), i32) -> (i32, i32)| {
        let options = years.iter().map(|&year| {
            view! { <option value=year.to_string() prop:selected=chosen == Some(year)>{year}</option> }
        });
        let options = options.collect_view();
        let choose = move |event| {
            // Without a year this end is open.
            let year: Option<i32> = event_target_value(&event).parse().ok();
            let (from, to) = change(ends.unwrap_or((first, last)), year.unwrap_or(open));
            let all = year.is_none() && (from, to) == (first, last);
            explorer.choose(|view| {
                view.filters.as_of = if all { BTreeSet::new() } else { std::iter::once(span(from, to)).into_set() };
            });
        };
        view! { <label><span>{label}</span>" "<select on:change=choose><option value="" prop:selected=chosen.is_none()>{messages.any}</option>{options}</select></label> }
    };
    let any = (!view.filters.as_of.is_empty()).then(|| {
        view! { <button type="button" class="quiet" on:click=move |_| explorer.choose(|view| view.filters.as_of.clear())>{messages.any_time}</button> }
    });
    view! {
        <p class="field span" role="group" aria-label=messages.time>
            {choice(messages.held_from, first, ends.map(|(from, _)| from), |(_, to), year| (year, to.max(year)))}
            {choice(messages.to, last, ends.map(|(_, to)| to), |(from, _), year| (from.min(year), year))}
            {any}
        </p>
    }
    .into_any()
}

/// A span as the filter has it.
fn span(from: i32, to: i32) -> String {
    if from == to { format!("{from:04}") } else { format!("{from:04}..{to:04}") }
}

/// The years as columns: events above the line, positions below, as many as there are. Empty years are left out, and the
/// gap is drawn. A column leads to its year alone.
fn drawing(explorer: Explorer, view: &View, all: &[Year]) -> AnyView {
    let messages = explorer.messages();
    let says = &messages.timeline;
    let most = |of: fn(&Year) -> usize| all.iter().map(of).max().unwrap_or(1).max(1);
    let (events, positions) = (most(|year| year.events.len()), most(|year| year.positions.len()));
    let width = all.len() * STEP + STEP / 2;
    let columns = all.iter().enumerate().map(|(nth, year)| {
        let x = nth * STEP + STEP / 4;
        let (up, down) = (year.events.len() * HALF / events, year.positions.len() * HALF / positions);
        let gap = nth > 0 && all[nth - 1].year + 1 < year.year;
        let label = says.year_with.with([
            year.year.to_string(),
            says.events.with(year.events.len()),
            messages.counts.positions.with(year.positions.len()),
        ]);
        let alone = span(year.year, year.year);
        let is_alone = view.filters.as_of.iter().eq([&alone]);
        let mut to = view.clone();
        to.filters.as_of = if is_alone { BTreeSet::new() } else { std::iter::once(alone).into_set() };
        let is_on = lets_year(view, year);
        // Under `g` the macro makes the link one of SVG.
        view! {
            <g class="column" class:off=!is_on><a href=link(&to) aria-label=label.clone() aria-current=is_alone.then_some("true")>
                <title>{label.clone()}</title>
                <rect class="hit" x=x y="0" width=STEP height=2 * HALF + 34/>
                {gap.then(|| view! { <text class="gap" aria-hidden="true" x=x - 6 y=HALF + 23>"…"</text> })}
                <rect class="events" x=x + 8 y=HALF + 4 - up width=STEP - 20 height=up/>
                <text x=x + STEP / 2 - 2 y=HALF + 23>{year.year}</text>
                <rect class="held" x=x + 8 y=HALF + 30 width=STEP - 20 height=down/>
            </a></g>
        }
    });
    view! {
        <div class="drawing" tabindex="0" role="group" aria-label=says.years_to_choose>
            <p class="minor">{says.events_above}<span class="no-print">{says.a_chosen_year}</span></p>
            <svg viewBox=format!("0 0 {width} {}", 2 * HALF + 34) width=width height=2 * HALF + 34>{columns.collect_view()}</svg>
        </div>
    }
    .into_any()
}

fn one(explorer: Explorer, corpus: &Corpus, view: &View, year: &Year) -> AnyView {
    let messages = explorer.messages();
    let events = year.events.iter().map(|&at| event(explorer, corpus, view, &corpus.events[at])).collect_view();
    let positions = (!year.positions.is_empty()).then(|| {
        let positions: Vec<usize> = year.positions.clone();
        let held = messages.counts.positions.with(positions.len());
        let summary = messages.timeline.as_of_year.with([held, year.year.to_string()]);
        let list = positions.iter().map(|&at| {
            let position = &corpus.positions[at];
            position::one(corpus, position, view, "")
        });
        view! { <details><summary>{summary}</summary><ol class="held">{list.collect_view()}</ol></details> }
    });
    view! {
        <li id=format!("year-{}", year.year)><h2>{year.year}</h2><ul class="events">{events}</ul>{positions}</li>
    }
    .into_any()
}

fn event(explorer: Explorer, corpus: &Corpus, view: &View, event: &Event) -> AnyView {
    let messages = explorer.messages();
    let basis = words::basis(event.basis, messages);
    let inferred = basis.is_some();
    let basis = basis.map(|basis| {
        let says = messages.words.with_brackets.with([String::new(), basis.to_string()]);
        view! { <span class="basis">{says}</span> }
    });
    view! {
        <li><span class="when" class:inferred=inferred>{event.date.label(messages)}{basis}</span>
            <span lang=explorer.content_language()>{event.label.clone()}<span class="minor">{places(corpus, view, &event.evidence)}</span></span></li>
    }
    .into_any()
}
