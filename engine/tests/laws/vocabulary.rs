//! The invented words of the laws: few, so that they meet, and of every kind that search treats in its own way.

use proptest::prelude::*;
use proptest::sample::select;

/// Names of one thing: single and of several words, one the beginning of another, one the end of another, one without spaces
/// and one in another script.
pub const RINGS: &[&[&str]] = &[
    &["Marun", "Kelit"],
    &["North Quay", "Pier Nine"],
    &["Haven", "埠頭"],
    &["North", "Boreal"],
    &["Quay", "Łodra"],
    &["Зимёр", "Zimyor", "Old Zimyor Town"],
];

/// Names that are not equal.
pub const RELATED: &[&[&str]] = &[&["Marun", "Outer Reach"]];

/// Written forms of one thing.
pub const FORMS: &[&[&str]] = &[&["%", "percent", "per cent"], &["km", "kilometres"]];

/// Words matched as written.
pub const CASE_WORDS: &[&str] = &["US"];

/// What texts are made of. Accents stand composed and decomposed, and one word hides a Cyrillic letter.
pub const PIECES: &[&str] = &[
    "velm",
    "Velmora",
    "velm's",
    "torvik",
    "TORVIK’s",
    "Kórda",
    "ko\u{301}rda",
    "tоrvik",
    "зимёр",
    "Зимер",
    "мой",
    "Marun",
    "marun's",
    "Kelit",
    "North Quay",
    "north-quay",
    "north",
    "quay",
    "Pier Nine",
    "nine pier",
    "keeper",
    "keepers",
    "harbouring",
    "harboured",
    "острова",
    "островов",
    "Haven",
    "埠頭",
    "霧島",
    "頭霧埠",
    "霧",
    "Boreal",
    "Łodra",
    "Old Zimyor Town",
    "Zimyor",
    "Outer Reach",
    "US",
    "us",
    "U.S.",
    "e.g.",
    "17%",
    "17 percent",
    "17 per cent",
    "17",
    "3.5%",
    "3.5 per cent",
    "percent",
    "cent per",
    "1,200 km",
    "1,200 kilometres",
    "don’t",
    "don't",
    "Velm–Torvik",
    "torvik/velm",
    "quiet_word",
    "а",
    "a",
    "statesʼ",
];

/// Those that texts and queries share more often than chance would have it, so that several meet in one paragraph.
const COMMON: &[&str] = &[
    "velm",
    "torvik",
    "Kórda",
    "Marun",
    "Kelit",
    "North Quay",
    "quay",
    "Pier Nine",
    "17%",
    "17 percent",
    "US",
    "зимёр",
];

/// A piece, often a common one.
fn pieces() -> impl Strategy<Value = &'static str> {
    prop_oneof![select(COMMON), select(PIECES)]
}

/// What stands between the pieces of a text.
const BETWEEN: &[&str] = &[" ", " ", " ", " ", ", ", ". ", " — ", "-", "\u{a0}", " “", "” ", "\n"];

/// What a query may hold beside the pieces: other writings of them, and words that no text has.
const ASKED: &[&str] = &[
    "KORDA",
    "velmm",
    "tovrik",
    "harborued",
    "hrabouring",
    "Kepper",
    "keeping",
    "harbours",
    "остров",
    "оcтpoвa",
    "Qelit",
    "Zimyro",
    "q",
    "17km",
    "korda",
    "Velm",
    "зимер",
    "ЗИМЁР",
    "Lodra",
    "lodra",
    "17-percent",
    "%",
    "km",
    "Us",
    "nowhere",
    "霧",
    "島",
    "霧島埠",
    "埠頭-17",
    "velm-torvik",
    "Marun/quay",
    "torvik–Kelit",
    "quay-velm",
];

/// A text of a few pieces; sometimes empty.
pub fn text(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    proptest::collection::vec((pieces(), select(BETWEEN)), length)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, between)| [*piece, *between]).collect())
}

/// Pieces as a query types them, often names: of several words perhaps.
pub fn asked() -> impl Strategy<Value = &'static str> {
    let pieces: Vec<&str> = PIECES.iter().chain(ASKED).copied().collect();
    let names: Vec<&str> = RINGS.iter().chain(FORMS).copied().flatten().copied().collect();
    prop_oneof![1 => select(COMMON), 2 => select(pieces), 1 => select(names)]
}

/// A few pieces side by side, as a phrase quotes them.
pub fn phrase() -> impl Strategy<Value = String> {
    proptest::collection::vec(pieces(), 1..3).prop_map(|pieces| pieces.join(" "))
}
