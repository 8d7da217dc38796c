//! The filters of articles with their counts.

use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::search::FacetValue;

/// So many values of a filter are drawn at first.
const DRAWN: usize = 60;

/// Author, outlet and year, each value with the number of articles that choosing it would show.
#[component]
pub fn Facets() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = &explorer.messages().search;
    let of = move |key: &'static str| {
        move || {
            let selection = explorer.selection()?;
            Some(match key {
                "author" => selection.facets.author.clone(),
                "outlet" => selection.facets.outlet.clone(),
                _ => selection.facets.year.clone(),
            })
        }
    };
    let group = move |key: &'static str, label: &'static str| {
        let values = of(key);
        // A value's row stays while its count changes, so that focus is never lost.
        let all = RwSignal::new(false);
        let chosen = move |value: &String| {
            explorer.view.with(|view| view.filters.sets().iter().any(|(k, set)| *k == key && set.contains(value)))
        };
        // Of very many the first are drawn, and those that are chosen.
        let ids = Memo::new(move |_| {
            let many = if all.get() { usize::MAX } else { DRAWN };
            let values = values().unwrap_or_default().into_iter().map(|v| v.value).enumerate();
            values.filter(|(nth, value)| *nth < many || chosen(value)).map(|(_, value)| value).collect::<Vec<_>>()
        });
        let rest = Memo::new(move |_| values().map_or(0, |values| values.len()).saturating_sub(ids.with(Vec::len)));
        view! {
            <fieldset>
                <legend>{label}</legend>
                <For each=move || ids.get() key=|id| id.clone() let:id>
                    <Facet key=key id=id/>
                </For>
                {move || (rest.get() > 0).then(|| view! { <button type="button" class="quiet" on:click=move |event| { crate::dom::go_on_after(&event); all.set(true) }>{move || messages.more_values.with([rest.get().to_string()])}</button> })}
            </fieldset>
        }
    };
    view! { <div class="facets">{group("author", messages.chip_author)}{group("outlet", messages.chip_outlet)}{group("year", messages.chip_year)}</div> }
}

#[component]
fn Facet(key: &'static str, id: String) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let messages = explorer.messages();
    let wanted = id.clone();
    let facet = Memo::new(move |_| {
        let selection = explorer.selection()?;
        let facets = &selection.facets;
        let values = match key {
            "author" => &facets.author,
            "outlet" => &facets.outlet,
            _ => &facets.year,
        };
        values.iter().find(|v| v.value == wanted).cloned()
    });
    let read = move |part: fn(&FacetValue) -> String| facet.with(|f| f.as_ref().map(part).unwrap_or_default());
    let unnamed = id == sightlines_engine::model::UNNAMED;
    let (checked, chosen) = (id.clone(), id);
    let is_on = move || {
        explorer.view.with(|view| view.filters.sets().iter().any(|(k, set)| *k == key && set.contains(&checked)))
    };
    let choose = move |_| {
        let id = chosen.clone();
        explorer.choose(move |view| {
            if let Some(set) = view.filters.set_mut(key)
                && !set.remove(&id)
            {
                set.insert(id);
            }
        });
    };
    // Years are no words, and that no author is named is said in the page's own.
    let language = (key != "year" && !unnamed).then(|| explorer.content_language()).flatten();
    let none = move || facet.with(|f| f.as_ref().is_none_or(|f| f.count == 0));
    view! {
        <label class="facet" class:none=none>
            <input type="checkbox" prop:checked=is_on on:change=choose/>
            <span class="label" class:inferred=unnamed lang=language>{move || if unnamed { messages.words.not_named.to_string() } else { read(|f| f.label.clone()) }}</span>
            <span class="count"><span class="visually-hidden">{messages.search.count_of_articles}</span>{move || read(|f| f.count.to_string())}</span>
        </label>
    }
}
