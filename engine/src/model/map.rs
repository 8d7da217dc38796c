//! `map.toml`: where the places of a dispute lie, for orientation and to choose a name to search.

use super::PlaceId;
use serde::{Deserialize, Serialize};

/// Degrees east and north.
pub type Point = [f64; 2];

/// A small map. It says where things lie, not whose they are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// What it shows.
    pub title: String,
    /// What a reader should know of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What it was drawn after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// West, south, east, north.
    pub bounds: [f64; 4],
    /// The outlines.
    pub land: Vec<Land>,
    /// What can be chosen.
    pub place: Vec<MapPlace>,
    /// What only helps to find one's way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub label: Vec<MapLabel>,
}

/// An outline: a ring whose first point is not repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Land {
    /// The place that it belongs to, with which it lights up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// Its points.
    pub outline: Vec<Point>,
}

/// A place with its names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapPlace {
    /// Its id.
    pub id: PlaceId,
    /// Its names; the first is what is searched.
    pub names: Vec<String>,
    /// Where its names are anchored.
    pub at: Point,
    /// On which side of that they stand.
    pub side: Side,
}

/// On which side of a point a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// It ends at the point.
    Start,
    /// It begins at the point.
    #[default]
    End,
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// A name for orientation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapLabel {
    /// The name.
    pub text: String,
    /// The middle of it.
    pub at: Point,
    /// Whether it names a sea.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sea: bool,
}
