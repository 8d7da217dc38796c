//! A small map of where the places lie: for orientation, and to choose a name to search.

use super::link;
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Map, MapPlace, Point, Side};
use sightlines_engine::view::View;

/// Its width in its own units, which are CSS pixels where there is room.
const WIDTH: f64 = 272.0;

/// The map, if the corpus has one.
#[component]
pub fn Places() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    move || {
        let map = explorer.corpus(|corpus| corpus.map.clone())?;
        let view = explorer.view.get();
        Some(drawn(explorer, &map, &view))
    }
}

/// Degrees to the map's own units: equirectangular, true to scale at the middle of the frame.
struct Projection {
    west: f64,
    north: f64,
    across: f64,
    down: f64,
}

impl Projection {
    fn of([west, south, east, north]: [f64; 4]) -> (Projection, f64) {
        let across = WIDTH / (east - west);
        let down = across / ((south + north) / 2.0).to_radians().cos();
        (Projection { west, north, across, down }, (north - south) * down)
    }

    fn at(&self, [longitude, latitude]: Point) -> (f64, f64) {
        ((longitude - self.west) * self.across, (self.north - latitude) * self.down)
    }

    fn ring(&self, outline: &[Point]) -> String {
        let point = |point: &Point| {
            let (x, y) = self.at(*point);
            format!("{x:.1},{y:.1}")
        };
        outline.iter().map(point).collect::<Vec<_>>().join(" ")
    }
}

fn drawn(explorer: Explorer, map: &Map, view: &View) -> AnyView {
    let messages = &explorer.messages().search;
    let (projection, height) = Projection::of(map.bounds);
    let land = |place: Option<&MapPlace>| {
        let of = |land: &&sightlines_engine::model::Land| land.place.as_ref() == place.map(|place| &place.id);
        let rings = map.land.iter().filter(of).map(|land| projection.ring(&land.outline));
        rings.map(|points| view! { <polygon points=points/> }).collect_view()
    };
    let labels = map.label.iter().map(|label| {
        let (x, y) = projection.at(label.at);
        view! { <text class="orientation" class:sea=label.sea x=x y=y + 4.0 text-anchor="middle">{label.text.clone()}</text> }
    });
    let places = map.place.iter().map(|place| {
        let names = names(explorer, place);
        chosen_by_name(&projection, place, names.join(" · "), land(Some(place)), view)
    });
    let (note, source) = (map.note.clone(), map.source.clone());
    view! {
        <figure class="map">
            <svg viewBox=format!("0 0 {WIDTH} {height:.0}") role="group" aria-label=messages.map_to_choose_from.with([&map.title])>
                <g class="land" aria-hidden="true">{land(None)}</g>
                <g aria-hidden="true">{labels.collect_view()}</g>
                {places.collect_view()}
            </svg>
            <figcaption class="minor"><strong>{messages.choose_a_name}</strong>" "<span lang=explorer.content_language()>{note}" "{source}</span></figcaption>
        </figure>
    }
    .into_any()
}

/// What a place is called: by all its names, and where the page speaks another language than the corpus, by the one that readers
/// of that language know it by, if its ring has one, and by its first.
fn names(explorer: Explorer, place: &MapPlace) -> Vec<String> {
    let Some(first) = place.names.first().filter(|_| explorer.content_language().is_some()) else {
        return place.names.clone();
    };
    let own = explorer.corpus(|corpus| {
        let ring = corpus.rings.iter().find(|ring| ring.names.contains(first))?;
        explorer.language.get_untracked().own_name(&ring.names).map(str::to_string)
    });
    own.map_or_else(|| place.names.clone(), |own| vec![own, first.clone()])
}

/// A place as a link: its name is searched, or, where it is what is searched, no longer.
fn chosen_by_name(
    projection: &Projection,
    place: &MapPlace,
    names: String,
    land: impl IntoView,
    view: &View,
) -> AnyView {
    let (x, y) = projection.at(place.at);
    let (dx, dy, anchor) = match place.side {
        Side::Start => (-6.0, 4.0, "end"),
        Side::End => (6.0, 4.0, "start"),
        Side::Above => (0.0, -6.0, "middle"),
        Side::Below => (0.0, 16.0, "middle"),
    };
    let name = place.names.first().cloned().unwrap_or_default();
    let q = if name.contains(' ') { format!("\"{name}\"") } else { name };
    let is_on = view.q.trim() == q;
    let to = View { q: if is_on { String::new() } else { q }, cell: None, ..view.clone() };
    // A target of some height behind the letters, which are thin; its width follows the letters, roughly. Signs of Chinese and
    // Japanese are square.
    let width = names.chars().map(|c| if c >= '\u{3000}' { 12.0 } else { 6.5 }).sum::<f64>() + 12.0;
    let left = match anchor {
        "start" => x,
        "end" => x - width,
        _ => x - width / 2.0,
    };
    // Under `g` the macro makes the link one of SVG.
    view! {
        <g><a href=link(&to) class="place-of-map" class:on=is_on aria-current=is_on.then_some("true")>
            <g class="land">{land}</g>
            <rect class="hit" x=left y=y + dy - 16.0 width=width height="23"/>
            <text x=x + dx y=y + dy text-anchor=anchor>{names}</text>
        </a></g>
    }
    .into_any()
}
