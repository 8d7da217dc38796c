//! `map.toml`: the outlines, places and labels of a small map, if the editors drew one.

use super::fault::{Faults, Place, Register, check_unique};
use super::section::{Document, Section};
use super::source::Source;
use sightlines_engine::model::{Land, Map, MapLabel, MapPlace, Point, Side};
use std::path::Path;

pub(super) const FILE: &str = "map.toml";

/// Reads and checks the map; none, where there is no such file.
pub(super) fn read(dir: &Path, faults: &mut Faults) -> Option<Map> {
    let source = Source::read(dir, FILE, faults)?;
    let document = Document::parse(&source, 0..source.text.len(), faults);
    let root = document.root();
    root.only(&["title", "note", "source", "bounds", "land", "place", "label"], faults);
    let optional = |key: &str, faults: &mut Faults| root.optional(key, faults).unwrap_or_default().value;
    let places = read_places(&root, faults);
    let ids = places.iter().map(|(place, _)| place.id.as_str());
    check_unique("place", FILE, places.iter().map(|(place, line)| (place.id.as_str(), *line)), faults);
    let register = Register::new("place", FILE, document.complete, ids);
    let map = Map {
        title: root.required("title", faults).value,
        note: optional("note", faults),
        source: optional("source", faults),
        bounds: bounds(&root, faults),
        land: root.sections("land", faults).iter().map(|section| land(section, &register, faults)).collect(),
        label: root.sections("label", faults).iter().map(|section| label(section, faults)).collect(),
        place: places.into_iter().map(|(place, _)| place).collect(),
    };
    Some(map)
}

fn bounds(root: &Section<'_>, faults: &mut Faults) -> [f64; 4] {
    let form = "[west, south, east, north], in degrees";
    let read = root.numbers("bounds", form, "frame", faults);
    if let Some([west, south, east, north]) = read
        && (west >= east || south >= north)
    {
        faults.add(root.place_of("bounds"), "`bounds` is no frame", format!("write {form}"));
    }
    read.unwrap_or([0.0, 0.0, 1.0, 1.0])
}

fn point(section: &Section<'_>, key: &str, faults: &mut Faults) -> Point {
    section.numbers(key, "[longitude, latitude], in degrees", "point", faults).unwrap_or_default()
}

fn land(section: &Section<'_>, places: &Register, faults: &mut Faults) -> Land {
    section.only(&["id", "place", "outline"], faults);
    section.id(faults);
    let place = section.optional("place", faults);
    if let Some(place) = &place {
        places.check(&place.value, Place::new(FILE, place.line), faults);
    }
    let outline: Option<Vec<Point>> = section.points("outline", faults);
    if outline.as_ref().is_some_and(|outline| outline.len() < 3) {
        let remedy = "give three or more points, [[145.1, 43.2], …], without repeating the first";
        faults.add(section.place_of("outline"), "the outline encloses nothing", remedy);
    }
    Land { place: place.map(|place| place.value.as_str().into()), outline: outline.unwrap_or_default() }
}

fn read_places(root: &Section<'_>, faults: &mut Faults) -> Vec<(MapPlace, u32)> {
    let sections = root.sections("place", faults);
    let read = sections.iter().map(|section| {
        section.only(&["id", "names", "at", "side"], faults);
        let names: Vec<String> = section.texts("names", faults).into_iter().map(|name| name.value).collect();
        if names.is_empty() || names.iter().any(String::is_empty) {
            faults.add(section.place(), "this place has no name", "write names = [\"…\"], the one to search first");
        }
        let side = section.has("side").then(|| section.word("side", &["start", "end", "above", "below"], faults));
        let side: Side = side.flatten().unwrap_or_default();
        let place =
            MapPlace { id: section.id(faults).value.as_str().into(), names, at: point(section, "at", faults), side };
        (place, section.place().line)
    });
    read.collect()
}

fn label(section: &Section<'_>, faults: &mut Faults) -> MapLabel {
    section.only(&["text", "at", "kind"], faults);
    let kind = section.optional("kind", faults).unwrap_or_default();
    if !["", "land", "sea"].contains(&kind.value.as_str()) {
        faults.add(section.place_of("kind"), format!("`kind` is `{}`", kind.value), "write land or sea");
    }
    MapLabel {
        text: section.required("text", faults).value,
        at: point(section, "at", faults),
        sea: kind.value == "sea",
    }
}
