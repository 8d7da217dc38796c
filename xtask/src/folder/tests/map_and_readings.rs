use super::{Broken, Copy, broken, each_gives_its_fault_alone};
use sightlines_engine::model::{Coding, Corpus, Side};
use std::fs;

const MAP: &str = "map.toml";

const FAULTS: &[Broken] = &[
    broken(MAP, "title = ", "tilte = \"x\"\ntitle = ", "tilte", &["`tilte` is no key", "write `title`"]),
    broken(MAP, "bounds = [", "bounds = [5.0, ", "bounds", &["`bounds` is no frame", "[west, south, east, north]"]),
    broken(MAP, "bounds = [-30.90, ", "bounds = [-29.90, ", "bounds", &["`bounds` is no frame"]),
    broken(MAP, "bounds = [-30.90", "bounds = [\"-30.90\"", "bounds", &["`bounds` is a list", "in degrees"]),
    broken(
        MAP,
        "at = [-30.43, 50.33]",
        "at = [-30.43]",
        "at = [-30.43]",
        &["`at` is no point", "[longitude, latitude]"],
    ),
    broken(MAP, "at = [-30.43, 50.33]\n", "", "[[place]]", &["`place.at` is missing"]),
    broken(MAP, "side = \"above\"", "side = \"over\"", "side = \"over\"", &["`place.side` is `over`", "`above`"]),
    broken(MAP, "kind = \"sea\"", "kind = \"see\"", "kind = \"see\"", &["`kind` is `see`", "write land or sea"]),
    broken(MAP, "names = [\"breakwater\"]", "names = []", "[[place]]\nid = \"breakwater\"", &["no name"]),
    broken(
        MAP,
        "outline = [[-30.52, 50.29], [-30.46, 50.33], [-30.34, 50.29], [-30.36, 50.26], [-30.47, 50.28]]",
        "outline = [[-30.52, 50.29], [-30.46, 50.33]]",
        "outline = [[-30.52",
        &["encloses nothing", "three or more points"],
    ),
    broken(
        MAP,
        "outline = [[-30.52, 50.29], ",
        "outline = [[-30.52, 50.29, 1.0], ",
        "outline = [[-30.52",
        &["`land.outline` is a list", "[longitude, latitude]"],
    ),
    broken(
        MAP,
        "place = \"north-quay\"",
        "place = \"north-key\"",
        "north-key",
        &["no place has the id", "`north-quay`"],
    ),
];

#[test]
fn each_fault_of_a_map_is_told_where_it_stands() {
    each_gives_its_fault_alone(FAULTS);
}

#[test]
fn a_map_is_read_as_it_is_drawn_and_none_is_no_fault() {
    let copy = Copy::new();
    let map = copy.load().unwrap().corpus.map.expect("the invented corpus has a map");
    assert_eq!((map.land.len(), map.place.len(), map.label.len()), (2, 2, 2));
    assert_eq!(map.place[0].names, ["North Quay", "Pier One"]);
    assert_eq!((map.place[0].side, map.place[0].at), (Side::Above, [-30.43, 50.33]));
    assert_eq!(map.land[1].place.as_ref(), Some(&map.place[0].id));
    assert!(map.label[1].sea && !map.label[0].sea);
    copy.edit(MAP, "bounds = [-30.90, 50.00", "bounds = [-31, 50");
    assert_eq!(
        copy.load().unwrap().corpus.map.unwrap().bounds,
        [-31.0, 50.0, -30.0, 50.45],
        "whole numbers are numbers"
    );
    copy.remove(MAP);
    assert_eq!(copy.load().unwrap().corpus.map, None);
}

/// The invented corpus with two readings beside it: both as the positions stand, but for what `second` changes.
fn with_readings(second: &[(&str, &str)], settlement: Option<&str>) -> Corpus {
    let copy = Copy::new();
    fs::create_dir(copy.dir().join("coding")).unwrap();
    let rows = copy.read("positions.csv");
    copy.write("coding/first.csv", &rows);
    let changed = second.iter().fold(rows, |rows, (from, to)| {
        assert!(rows.contains(from), "{from}");
        rows.replacen(from, to, 1)
    });
    copy.write("coding/second.csv", changed);
    if let Some(rows) = settlement {
        copy.write("coding/settlement.csv", format!("article,evidence,actor,first,second,settled,rule\n{rows}\n"));
    }
    copy.load().unwrap().corpus
}

fn coding<'a>(corpus: &'a Corpus, id: &str) -> Option<&'a Coding> {
    corpus.positions.iter().find(|position| position.id.as_str() == id).unwrap().coding.as_ref()
}

#[test]
fn what_both_readings_had_needs_no_word() {
    let corpus = with_readings(&[], None);
    assert!(corpus.positions.iter().all(|position| position.coding.is_none()));
    let alone = Copy::new().load().unwrap().corpus;
    assert!(
        alone.positions.iter().all(|position| position.coding.is_none()),
        "without readings nothing is said either"
    );
}

#[test]
fn what_a_reading_had_otherwise_stands_beside_the_position_with_the_rule() {
    let changes = [
        ("lee,who_runs,pilots,demands", "lee,who_runs,pilots,recommends"),
        (
            "br-02,brandt-2031,mayor,back_rent,paid,demands,Every signatory has to pay.,quoted,,2031-04-04,2.2,high,\n",
            "",
        ),
    ];
    let settlement = "lee-2031,4.1,lee,who_runs/pilots/demands/author,who_runs/pilots/recommends/author,\
                      who_runs/pilots/demands/author,the stronger word is in the text\n\
                      lee-2031,4.1,lee,,,who_runs/pilots/supports/author,another result is another rule";
    let corpus = with_readings(&changes, Some(settlement));
    let lee = coding(&corpus, "hb-01").expect("the readings differ");
    let stances: Vec<&str> = lee.readings.iter().flatten().map(|reading| reading.stance.as_str()).collect();
    assert_eq!(
        (stances.as_slice(), lee.rule.as_str()),
        (["demands", "recommends"].as_slice(), "the stronger word is in the text")
    );
    let mayor = coding(&corpus, "br-02").expect("only one reading has it");
    assert_eq!((mayor.readings[0].is_some(), mayor.readings[1].is_some(), mayor.rule.as_str()), (true, false, ""));
    assert!(coding(&corpus, "br-01").is_none());
}
