//! Timeline: events and dated positions, drawn and as a list.

use super::chips::Chips;
use super::search_box::SearchBox;
use super::{evidence, places, words};
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Corpus, Event};
use sightlines_engine::timeline::{Year, timeline};
use sightlines_engine::view::View;

/// Width of a year in the drawing, in its own units.
const STEP: usize = 46;
/// Height of the drawing above and below its axis.
const HALF: usize = 60;

/// The view.
#[component]
pub fn Timeline() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let body = move || {
        let view = explorer.view.get();
        let selection = explorer.selection()?;
        Some(explorer.corpus(|corpus| {
            let years = timeline(corpus, &selection);
            let dated: usize = years.iter().map(|year| year.positions.len()).sum();
            let says = format!(
                "{}, {} by the date at which they were held, and {} undated",
                words::count(years.iter().map(|year| year.events.len()).sum(), "event", "events"),
                words::count(dated, "position", "positions"),
                selection.positions.len() - dated
            );
            if years.is_empty() {
                return view! { <p class="silence">"Nothing in this selection is dated."</p> }.into_any();
            }
            let list = years.iter().map(|year| one(corpus, &view, year)).collect_view();
            view! { <p class="told">{says}"."</p>{drawing(&years)}<ol class="years">{list}</ol> }.into_any()
        }))
    };
    view! {
        <h1 class="visually-hidden">"Timeline"</h1>
        <div class="controls"><SearchBox/><Chips/></div>
        {body}
    }
}

/// The years as columns: events above the line, positions below, as many as there are. Empty years are left out, and the
/// gap is drawn.
fn drawing(years: &[Year]) -> AnyView {
    let most = |of: fn(&Year) -> usize| years.iter().map(of).max().unwrap_or(1).max(1);
    let (events, positions) = (most(|year| year.events.len()), most(|year| year.positions.len()));
    let width = years.len() * STEP + STEP / 2;
    let columns = years.iter().enumerate().map(|(nth, year)| {
        let x = nth * STEP + STEP / 4;
        let (up, down) = (year.events.len() * HALF / events, year.positions.len() * HALF / positions);
        let gap = nth > 0 && years[nth - 1].year + 1 < year.year;
        let id = format!("year-{}", year.year);
        let label = format!("{}: {} events, {} positions", year.year, year.events.len(), year.positions.len());
        view! {
            <g class="column" on:click=move |_| dom::scroll_to(&id)>
                <title>{label}</title>
                <rect class="hit" x=x y="0" width=STEP height=2 * HALF + 34/>
                {gap.then(|| view! { <text class="gap" x=x - 6 y=HALF + 23>"…"</text> })}
                <rect class="events" x=x + 8 y=HALF + 4 - up width=STEP - 20 height=up/>
                <text x=x + STEP / 2 - 2 y=HALF + 23>{year.year}</text>
                <rect class="held" x=x + 8 y=HALF + 30 width=STEP - 20 height=down/>
            </g>
        }
    });
    view! {
        <div class="drawing" aria-hidden="true">
            <p class="minor">"Events above, positions below"</p>
            <svg viewBox=format!("0 0 {width} {}", 2 * HALF + 34) width=width height=2 * HALF + 34>{columns.collect_view()}</svg>
        </div>
    }
    .into_any()
}

fn one(corpus: &Corpus, view: &View, year: &Year) -> AnyView {
    let events = year.events.iter().map(|&at| event(corpus, view, &corpus.events[at])).collect_view();
    let positions = (!year.positions.is_empty()).then(|| {
        let positions: Vec<usize> = year.positions.clone();
        let summary = format!("{} as of {}", words::count(positions.len(), "position", "positions"), year.year);
        let list = positions.iter().map(|&at| {
            let position = &corpus.positions[at];
            evidence::one(corpus, position, view, "")
        });
        view! { <details><summary>{summary}</summary><ol class="held">{list.collect_view()}</ol></details> }
    });
    view! {
        <li id=format!("year-{}", year.year)><h2>{year.year}</h2><ul class="events">{events}</ul>{positions}</li>
    }
    .into_any()
}

fn event(corpus: &Corpus, view: &View, event: &Event) -> AnyView {
    let inferred = words::basis(event.basis).is_some();
    let basis = words::basis(event.basis).map(|basis| view! { <span class="basis">" ("{basis}")"</span> });
    view! {
        <li><span class="when" class:inferred=inferred>{event.date.label()}{basis}</span>
            <span>{event.label.clone()}<span class="minor">{places(corpus, view, &event.evidence)}</span></span></li>
    }
    .into_any()
}
