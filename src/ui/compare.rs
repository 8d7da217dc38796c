//! Compare: questions as rows, and columns that the reader chooses.

use super::cell::is_wide;
use super::chips::Chips;
use super::contrasts::Contrasts;
use super::empty::empty;
use super::evidence::Evidence;
use super::export::{Export, Thing};
use super::facets::Facets;
use super::grid::{Grid, group_of};
use super::questions::Questions;
use super::{cell, keys, link};
use crate::dom;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Corpus, Nearness};
use sightlines_engine::order::IntoSet;
use sightlines_engine::positions::{By, Column, RowOrder, Silence, column_of, columns};
use sightlines_engine::seminar::Sheet;
use sightlines_engine::view::{Cell, Pane, View};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;

/// The view.
#[component]
pub fn Compare() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.compare;
    let narrow = RwSignal::new(dom::matches(NARROW));
    dom::on_match(NARROW, move |is_narrow| {
        // A sheet has a width of its own: what is half printed must not be laid out anew.
        if !dom::matches("print") {
            narrow.try_set(is_narrow);
        }
    });
    let grid = Memo::new(move |_| Grid::new(explorer));
    let open = Memo::new(move |_| explorer.view.with(|view| view.cell.clone()));
    // A link to a cell leads to it; a cell that was clicked is in view already. The focus goes to the evidence and, once that
    // is closed, back to the cell: the table is drawn anew, and would lose it.
    Effect::new(move |before: Option<Option<Cell>>| {
        let now = open.get();
        let (opened, closed) = (now.is_some(), before.clone().flatten().filter(|_| now.is_none()));
        let arrived = before.is_none();
        request_animation_frame(move || {
            if opened {
                dom::bring_into_view("open-cell");
                if !arrived {
                    dom::focus("evidence");
                }
            } else if let Some(cell) = closed {
                dom::focus(&cell::link_id(&cell));
            }
        });
        now
    });
    view! {
        <h1 class="visually-hidden">{says.compare_positions}</h1>
        <Controls/>
        <p class="told" role="status">{move || told(explorer, &grid.read())}</p>
        // More columns than a page is wide enough for are set below one another, and only those that speak.
        {move || is_wide(&grid.read()).then(|| {
            let silent = match grid.read().view.turn {
                false => says.who_is_not_named,
                true => says.what_is_not_named,
            };
            view! { <p class="print-only">{silent}</p> }
        })}
        {move || (grid.read().shown_positions() == 0).then(|| empty(&explorer.view.read(), nothing(explorer), messages))}
        <div class="compare" class:opened=move || open.get().is_some()>
            {move || match narrow.get() {
                true => view! { <Questions grid=grid/> }.into_any(),
                false => view! {
                    <div class="table-scroll" tabindex="0" role="group" aria-label=says.table_of_positions>{move || cell::table(explorer, &grid.read())}</div>
                    {move || open.get().map(|cell| view! { <Evidence cell=cell/> })}
                }
                .into_any(),
            }}
        </div>
        <Contrasts grid=grid/>
        <Export things=&[Thing::Positions, Thing::Table, Thing::Contrasts]/>
    }
}

/// Below this width the table becomes questions with answers beneath.
const NARROW: &str = "(max-width: 760px)";

/// Why no position stands in the table.
fn nothing(explorer: Explorer) -> &'static str {
    let messages = &explorer.messages().compare;
    match explorer.corpus(|corpus| corpus.positions.is_empty()) {
        true => messages.nothing_is_coded,
        false => messages.nothing_in_these_columns,
    }
}

/// What the table shows, and what stands aside.
fn told(explorer: Explorer, grid: &Grid) -> String {
    let (all, shown) = (explorer.corpus(|c| c.articles.len()), grid.shown_positions());
    let chosen = explorer.selection().map_or(all, |selection| selection.hits.len());
    let messages = explorer.messages();
    let (compare, counts, words) = (&messages.compare, &messages.counts, &messages.words);
    let articles = match chosen {
        n if n == all => compare.as_these_articles_tell_it.with(all),
        n => {
            let tell = if n == 1 { &compare.as_one_tells_it } else { &compare.as_some_tell_it };
            tell.with([n.to_string(), compare.of_these_articles.with(all)])
        }
    };
    let mut says = vec![[articles, counts.positions.with(shown)].join(words.colon)];
    let unasked = explorer.corpus(|c| c.codebook.issues.len()) - grid.rows.len();
    if unasked > 0 {
        let is_hidden = grid.view.silence == Silence::Hidden;
        let why = if is_hidden { &compare.other_questions_not_shown } else { &compare.other_questions_left_out };
        says.push(why.with(unasked));
    }
    if !grid.table.aside.is_empty() {
        let aside = compare.positions_stand_aside.with(grid.table.aside.len());
        says.push(compare.choose_to_see_them.with([aside.as_str(), By::Actor.label(messages)]));
    }
    if grid.unchosen > 0 {
        says.push(compare.columns_left_out.with(grid.unchosen));
    }
    if grid.hidden > 0 {
        says.push(compare.columns_without_a_position.with(grid.hidden));
    }
    says.join(words.next_sentence) + words.full_stop
}

#[component]
fn Controls() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.compare;
    let by = move || explorer.view.with(|view| view.by);
    let options = By::ALL
        .map(|of| view! { <option value=of.id() prop:selected=move || by() == of>{of.label(messages)}</option> });
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some(of) = By::ALL.into_iter().find(|of| of.id() == id) {
            explorer.choose(|view| {
                view.by = of;
                view.cell = None;
                view.pair = [None, None];
                view.columns.clear();
            });
        }
    };
    let rows = move || explorer.view.with(|view| view.rows);
    let orders = RowOrder::ALL
        .map(|of| view! { <option value=of.id() prop:selected=move || rows() == of>{of.label(messages)}</option> });
    let choose_rows = move |event| {
        let id = event_target_value(&event);
        if let Some(of) = RowOrder::ALL.into_iter().find(|of| of.id() == id) {
            explorer.choose(|view| view.rows = of);
        }
    };
    let own = move || explorer.corpus(own_voices);
    let own_only = move || explorer.view.with(|view| view.filters.voice == own());
    let choose_own = move |_| {
        let voices = if own_only() { BTreeSet::new() } else { own() };
        explorer.choose(|view| view.filters.voice = voices);
    };
    // What lies over the table is folded by Escape, and the focus stays with its name.
    let fold = move |event: web_sys::KeyboardEvent| {
        let details = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let (Some(details), keys::CLOSE) = (details, event.key().as_str()) {
            dom::fold(&details);
        }
    };
    let laying = RwSignal::new(false);
    let turned = move || explorer.view.with(|view| view.turn);
    let print = move || link(&explorer.view.with(|view| View { sheet: Sheet::Matrix, ..view.showing(Pane::Seminar) }));
    view! {
        <div class="controls compare-controls">
            <label class="field by"><span>{says.columns_choice}</span><select on:change=choose>{options}</select></label>
            <span class="field pair" role="group" aria-label=says.two_columns>{side(explorer, 0, says.side_by_side)}{side(explorer, 1, says.with_the_other)}</span>
            <label class="field"><span>{says.rows_choice}</span><select on:change=choose_rows>{orders}</select></label>
            <label class="tick"><input type="checkbox" prop:checked=own_only on:change=choose_own/>{says.own_words_only}</label>
            <label class="tick turn"><input type="checkbox" prop:checked=turned
                on:change=move |_| explorer.choose(|view| view.turn = !view.turn)/>{says.questions_across}</label>
            <details class="drop" on:keydown=fold><summary>{says.filters_of_articles}</summary><Facets/></details>
            <details class="drop layout" on:keydown=fold on:toggle=move |event: web_sys::Event| laying.set(dom::is_open(&event))><summary>{says.layout}</summary>
                // Drawn when it is looked into: what changes while it is folded, a browser may forget to draw.
                {move || laying.get().then(|| view! { <Layout/> })}</details>
            <a class="to-print" href=print>{says.print_it}</a>
            <Chips/>
        </div>
    }
}

/// How the table is laid out: which columns, what becomes of silence, how close, which way.
#[component]
fn Layout() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let says = &messages.compare;
    let silence = move || explorer.view.with(|view| view.silence);
    let ways = Silence::ALL
        .map(|of| view! { <option value=of.id() prop:selected=move || silence() == of>{of.label(messages)}</option> });
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some(of) = Silence::ALL.into_iter().find(|of| of.id() == id) {
            explorer.choose(|view| view.silence = of);
        }
    };
    let dense = move || explorer.view.with(|view| view.dense);
    view! {
        <div class="facets">
            <label class="tick"><input type="checkbox" prop:checked=dense
                on:change=move |_| explorer.choose(|view| view.dense = !view.dense)/>{says.close_together}</label>
            <label class="stacked"><span>{says.silence_choice}</span><select on:change=choose>{ways}</select></label>
            {move || picker(explorer)}
        </div>
    }
}

/// Which columns are shown: all, some of them, or the actors of a group.
fn picker(explorer: Explorer) -> AnyView {
    let messages = explorer.messages();
    let says = &messages.compare;
    let by = Memo::new(move |_| explorer.view.with(|view| view.by));
    let is_of_page = move || matches!(by.get(), By::Group | By::Nearness);
    let columns = explorer.corpus(|corpus| {
        let all = columns(corpus, by.get(), messages).into_iter();
        all.map(|column| (group_of(corpus, &column.value).filter(|_| by.get() == By::Actor), column))
            .collect::<Vec<_>>()
    });
    let rows = columns.iter().enumerate().map(|(nth, (group, column))| {
        let heads = group.filter(|group| nth == 0 || columns[nth - 1].0 != Some(*group));
        let of_group: BTreeSet<String> =
            columns.iter().filter(|(of, _)| of == group).map(|(_, column)| column.value.clone()).into_set();
        let head = heads.map(|group| view! {
            <p class="group"><span>{group.label(messages)}</span>" "<button type="button" class="quiet"
                on:click=move |_| { let of = of_group.clone(); explorer.choose(|view| view.columns = of) }>{says.only_these}</button></p>
        });
        let (shown, value) = (column.value.clone(), column.value.clone());
        let is_on = move || explorer.view.with(|view| view.columns.contains(&shown));
        let choose = move |_| {
            let value = value.clone();
            explorer.choose(|view| if !view.columns.remove(&value) { view.columns.insert(value); });
        };
        view! { {head}<label class="facet"><input type="checkbox" prop:checked=is_on on:change=choose/><span class="label" lang=explorer.content_language().filter(|_| !is_of_page())>{column.label.clone()}</span></label> }
    });
    let rows = rows.collect_view();
    let all = move || {
        explorer.view.with(|view| !view.columns.is_empty()).then(|| {
            view! { <button type="button" class="quiet" on:click=move |_| explorer.choose(|view| view.columns.clear())>{says.all_columns}</button> }
        })
    };
    view! { <fieldset><legend>{says.only_these_columns}</legend>{all}{rows}</fieldset> }.into_any()
}

/// The choice of one of two columns to stand side by side: those that hold a position.
fn side(explorer: Explorer, at: usize, label: &'static str) -> AnyView {
    let messages = explorer.messages();
    let says = &messages.compare;
    let chosen = move || explorer.view.with(|view| view.pair[at].clone().unwrap_or_default());
    let options = move || {
        let by = explorer.view.with(|view| view.by);
        explorer.corpus(|corpus| {
            let held: BTreeSet<String> = corpus.positions.iter().filter_map(|p| column_of(corpus, p, by)).into_set();
            let all = columns(corpus, by, messages).into_iter().filter(|column| held.contains(&column.value));
            let option = |column: Column| {
                let (value, is) = (column.value.clone(), column.value);
                view! { <option value=value prop:selected=move || chosen() == is>{column.label}</option> }
            };
            all.map(option).collect_view()
        })
    };
    let choose = move |event| {
        let value = Some(event_target_value(&event)).filter(|value| !value.is_empty());
        explorer.choose(|view| view.pair[at] = value);
    };
    view! {
        <label><span>{label}</span> <select on:change=choose>
            <option value="" prop:selected=move || chosen().is_empty()>{says.all_of_them}</option>{options}
        </select></label>
    }
    .into_any()
}

/// The voices that are the actor's own.
fn own_voices(corpus: &Corpus) -> BTreeSet<String> {
    corpus.codebook.voices.iter().filter(|v| v.nearness == Nearness::Own).map(|v| v.id.to_string()).collect()
}
