//! A path through the material: views in an order, each with a note. It stands in the address of every view on it, so that one
//! link is the whole path; or in a small file.
//!
//! In the address: `path` is its title; each `stop` its number, the fragment of its view and its note, with spaces between (a
//! fragment has none); `at` is the stop that the reader is at.

use super::View;
use serde_json::{Value, json};

/// A path has so many stops at the most: an address ends before more would fit.
pub const MOST_STOPS: usize = 40;

/// Views in an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// What it is called; may be empty.
    pub title: String,
    /// Its stops; a path without any is none.
    pub stops: Vec<Stop>,
}

/// A view on a path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stop {
    /// The fragment of the view, without a path of its own.
    pub view: String,
    /// What is to be done or seen there; may be empty.
    pub note: String,
}

/// What a file of a path calls itself.
const KIND: &str = "sightlines:path";

impl Path {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    /// As a file.
    pub fn json(&self) -> String {
        let stops: Vec<Value> = self.stops.iter().map(|stop| json!({"view": stop.view, "note": stop.note})).collect();
        format!("{:#}\n", json!({"type": KIND, "title": self.title, "stops": stops}))
    }

    /// From a file.
    ///
    /// # Errors
    /// What it lacks, in a sentence.
    pub fn from_json(text: &str) -> Result<Path, String> {
        let no_path =
            || "That file holds no path of Sightlines: it is the one that “Save as a file” writes.".to_string();
        let value: Value = serde_json::from_str(text).map_err(|_| no_path())?;
        let stops = value["stops"].as_array().filter(|_| value["type"] == KIND).ok_or_else(no_path)?;
        let word = |value: &Value| value.as_str().unwrap_or_default().trim().to_string();
        let stop = |value: &Value| Stop::to(value["view"].as_str()?, &word(&value["note"]));
        let stops: Vec<Stop> = stops.iter().filter_map(stop).take(MOST_STOPS).collect();
        if stops.is_empty() { Err(no_path()) } else { Ok(Path { title: word(&value["title"]), stops }) }
    }
}

impl Stop {
    /// A stop at the view of a fragment; none, where a fragment is too long to be read.
    pub fn to(fragment: &str, note: &str) -> Option<Stop> {
        let (view, _) = View::read_alone(fragment)?;
        Some(Stop { view: View { embed: false, ..view }.fragment(), note: note.trim().to_string() })
    }

    /// Its value in the address, as the stop of that number.
    pub(super) fn value(&self, number: usize) -> String {
        format!("{number} {} {}", self.view, self.note)
    }

    /// Reads such a value; none, where it is none.
    pub(super) fn read(value: &str) -> Option<(usize, Stop)> {
        let (number, rest) = value.split_once(' ').unwrap_or((value, ""));
        let (view, note) = rest.split_once(' ').unwrap_or((rest, ""));
        Some((number.parse().ok()?, Stop::to(view, note)?))
    }
}

impl View {
    /// This view as a stop: without the path that it is on.
    pub fn as_stop(&self, note: &str) -> Stop {
        let view = View { path: Path::default(), at: 0, embed: false, ..self.clone() };
        Stop { view: view.fragment(), note: note.trim().to_string() }
    }

    /// The view of a stop of this view's path, by its number from 1; the path goes along.
    pub fn at_stop(&self, number: usize) -> View {
        let stop = self.path.stops.get(number.wrapping_sub(1));
        let (view, _) = stop.and_then(|stop| View::read_alone(&stop.view)).unwrap_or_default();
        View { path: self.path.clone(), at: number, embed: self.embed, ..view }
    }

    /// The same view off its path.
    pub fn off_path(&self) -> View {
        View { path: Path::default(), at: 0, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_out_of_its_file_as_it_went_in() {
        let stop = |view: &str, note: &str| Stop::to(view, note).unwrap();
        let path = Path {
            title: "Week 3".into(),
            stops: vec![stop("view=compare&by=outlet", "Who is silent?"), stop("q=treaty", "")],
        };
        assert_eq!(Path::from_json(&path.json()), Ok(path));
    }

    #[test]
    fn what_is_no_path_is_refused_and_what_is_odd_in_one_is_put_right() {
        for no in [
            "",
            "{}",
            "[1]",
            r#"{"type": "sightlines:path", "stops": []}"#,
            r#"{"type": "x", "stops": [{"view": "q=a"}]}"#,
        ] {
            assert!(Path::from_json(no).unwrap_err().contains("Save as a file"), "{no}");
        }
        let odd = r##"{"type": "sightlines:path", "title": 7, "stops": [{"view": "#q= a &x=1&stop=1%20q%3Db", "note": " n "}, {}]}"##;
        let path = Path::from_json(odd).unwrap();
        assert_eq!((path.title.as_str(), path.stops), ("", vec![Stop { view: "q=a".into(), note: "n".into() }]));
    }
}
