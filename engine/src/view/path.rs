//! A path through the material: views in an order, each with a note. It stands in the address of every view on it, so that one
//! link is the whole path; or in a small file.
//!
//! In the address: `path` is its title; each `stop` its number, the fragment of its view and its note, with spaces between (a
//! fragment has none); `at` is the stop that the reader is at.

use super::View;
use crate::messages::{Language, Messages};
use crate::order::InOrder;
use serde_json::{Value, json};

/// A path has so many stops at the most: an address ends before more would fit.
pub const MOST_STOPS: usize = 40;

/// A path takes so many bytes of an address at the most, and each of its views so many: what is left is for the view beside it.
const PATH_ROOM: usize = 6 * 1024;
/// See [`PATH_ROOM`].
const STOP_ROOM: usize = 1536;

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

    /// Whether the address of any view can carry it.
    pub fn fits(&self) -> bool {
        let alone = View { path: self.clone(), at: self.stops.len(), ..View::default() };
        self.stops.len() <= MOST_STOPS
            && alone.fragment().len() <= PATH_ROOM
            && self.stops.iter().all(|stop| stop.view.len() <= STOP_ROOM)
    }

    /// As a file.
    pub fn json(&self) -> String {
        let stops: Vec<Value> = self.stops.iter().map(|stop| json!({"view": stop.view, "note": stop.note})).collect();
        format!("{:#}\n", json!({"type": KIND, "title": self.title, "stops": stops}))
    }

    /// Whether a text is, or was meant to be, a path's file, and no article.
    pub fn is_meant(text: &str) -> bool {
        text.trim_start().starts_with('{') && text.contains(KIND)
    }

    /// From a file, with what of it could not be taken.
    ///
    /// # Errors
    /// What it lacks, in a sentence.
    pub fn from_json(text: &str, messages: &Messages) -> Result<(Path, Vec<String>), String> {
        let no_path = || messages.link.file_holds_no_path.to_string();
        let value: Value = serde_json::from_str(text).map_err(|_| no_path())?;
        let stops = value["stops"].as_array().filter(|_| value["type"] == KIND).ok_or_else(no_path)?;
        let word = |value: &Value| value.as_str().unwrap_or_default().trim().to_string();
        let mut taken = Stops::new(messages);
        for (number, value) in (1..).zip(stops) {
            match value["view"].as_str().and_then(|view| Stop::to(view, &word(&value["note"]), messages)) {
                Some(stop) => taken.take(number, stop),
                None => taken.notices.push(messages.link.stop_left_out.with([number.to_string()])),
            }
        }
        let (stops, notices) = taken.close();
        let path = Path { title: word(&value["title"]), stops };
        if path.is_empty() {
            Err(no_path())
        } else if !path.fits() {
            Err(messages.link.path_too_long.to_string())
        } else {
            Ok((path, notices))
        }
    }
}

/// Stops as they are read, and what must be said of them.
pub(super) struct Stops<'a> {
    messages: &'a Messages,
    stops: Vec<(usize, Stop)>,
    /// What could not be taken.
    pub notices: Vec<String>,
}

impl<'a> Stops<'a> {
    /// None yet.
    pub fn new(messages: &'a Messages) -> Stops<'a> {
        Stops { messages, stops: Vec::new(), notices: Vec::new() }
    }

    /// Takes a stop of that number, and what of its view could not be taken.
    pub fn take(&mut self, number: usize, (stop, notices): (Stop, Vec<String>)) {
        self.stops.push((number, stop));
        let of_stop = |says: String| self.messages.link.of_stop.with([number.to_string(), says]);
        self.notices.extend(notices.into_iter().map(of_stop));
    }

    /// The stops by their numbers, no more than there may be, and what must be said.
    pub fn close(mut self) -> (Vec<Stop>, Vec<String>) {
        self.stops.order_by_key(|(number, _)| *number);
        let more = self.stops.len().saturating_sub(MOST_STOPS);
        if more > 0 {
            self.notices.push(self.messages.link.too_many_stops.with([MOST_STOPS.to_string(), more.to_string()]));
        }
        (self.stops.into_iter().map(|(_, stop)| stop).take(MOST_STOPS).collect(), self.notices)
    }
}

impl Stop {
    /// A stop at the view of a fragment, with what could not be taken of it; none, where a fragment is too long to be read.
    pub fn to(fragment: &str, note: &str, messages: &Messages) -> Option<(Stop, Vec<String>)> {
        let (view, notices) = View::read_alone(fragment, messages)?;
        Some((view.as_stop(note), notices))
    }

    /// Its value in the address, as the stop of that number.
    pub(super) fn value(&self, number: usize) -> String {
        format!("{number} {} {}", self.view, self.note)
    }

    /// Reads such a value; none, where it is none.
    pub(super) fn read(value: &str, messages: &Messages) -> Option<(usize, (Stop, Vec<String>))> {
        let (number, rest) = value.split_once(' ').unwrap_or((value, ""));
        let (view, note) = rest.split_once(' ').unwrap_or((rest, ""));
        Some((number.parse().ok()?, Stop::to(view, note, messages)?))
    }
}

impl View {
    /// This view as a stop: without the path that it is on, and without what is the reader's choice.
    pub fn as_stop(&self, note: &str) -> Stop {
        let (path, language) = (Path::default(), Language::default());
        let view = View { path, at: 0, language, embed: false, ..self.clone() };
        Stop { view: view.fragment(), note: note.trim().to_string() }
    }

    /// The view of a stop of this view's path, by its number from 1; the path goes along.
    pub fn at_stop(&self, number: usize) -> View {
        let stop = self.path.stops.get(number.wrapping_sub(1));
        let (view, _) =
            stop.and_then(|stop| View::read_alone(&stop.view, self.language.messages())).unwrap_or_default();
        View { path: self.path.clone(), at: number, language: self.language, embed: self.embed, ..view }
    }

    /// Puts the stop at this index before the one that stands before it; whoever is at one of them stays at it.
    pub fn move_stop_up(&mut self, index: usize) {
        if (1..self.path.stops.len()).contains(&index) {
            self.path.stops.swap(index - 1, index);
            // Numbers count from 1.
            self.at = match self.at {
                at if at == index => index + 1,
                at if at == index + 1 => index,
                at => at,
            };
        }
    }

    /// Takes the stop at this index out of the path; whoever is at it is at none, and with the last the path is gone.
    pub fn remove_stop(&mut self, index: usize) {
        if index < self.path.stops.len() {
            self.path.stops.remove(index);
            self.at = match self.at {
                at if at == index + 1 => 0,
                at if at > index => at - 1,
                at => at,
            };
        }
        if self.path.is_empty() {
            (self.path, self.at) = (Path::default(), 0);
        }
    }

    /// The same view off its path.
    pub fn off_path(&self) -> View {
        View { path: Path::default(), at: 0, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> &'static Messages {
        Language::English.messages()
    }

    #[test]
    fn a_path_comes_out_of_its_file_as_it_went_in() {
        let stop = |view: &str, note: &str| Stop::to(view, note, english()).unwrap().0;
        let path = Path {
            title: "Week 3".into(),
            stops: vec![stop("view=compare&by=outlet", "Who is silent?"), stop("q=treaty", "")],
        };
        assert_eq!(Path::from_json(&path.json(), english()), Ok((path, Vec::new())));
    }

    #[test]
    fn who_is_at_a_stop_stays_at_it_while_others_move() {
        let stops: Vec<Stop> =
            ["a", "b", "c"].iter().map(|q| Stop::to(&format!("q={q}"), "", english()).unwrap().0).collect();
        let on = |at| View { path: Path { title: "t".into(), stops: stops.clone() }, at, ..View::default() };
        for (at, index, expected) in [(2, 1, 1), (1, 1, 2), (3, 1, 3), (2, 2, 3), (0, 2, 0), (2, 0, 2), (2, 9, 2)] {
            let mut view = on(at);
            view.move_stop_up(index);
            assert_eq!(view.at, expected, "at {at}, {index} up");
            assert_eq!(view.path.stops.get(view.at.wrapping_sub(1)), stops.get(at.wrapping_sub(1)));
        }
        for (at, index, expected) in [(2, 0, 1), (2, 1, 0), (2, 2, 2), (0, 0, 0), (2, 9, 2)] {
            let mut view = on(at);
            view.remove_stop(index);
            assert_eq!(view.at, expected, "at {at}, without {index}");
        }
        let mut view = on(1);
        (0..3).for_each(|_| view.remove_stop(0));
        assert_eq!((view.path, view.at), (Path::default(), 0), "with its last stop a path is gone");
    }

    #[test]
    fn a_path_leaves_room_for_the_view_beside_it() {
        let stop = |view: String, note: String| Stop::to(&view, &note, english()).unwrap().0;
        let path = |stops| Path { title: String::new(), stops };
        assert!(path(vec![stop("q=a".into(), "n".repeat(2000))]).fits());
        assert!(!path(vec![stop("q=a".into(), "\u{43d}".repeat(2000))]).fits(), "its escapes count");
        assert!(
            !path(vec![stop(format!("q={}", "a".repeat(2000)), String::new())]).fits(),
            "every stop can be gone to"
        );
        assert!(!path(vec![stop("q=a".into(), String::new()); MOST_STOPS + 1]).fits());
        let long = path(vec![stop("q=a".into(), "n".repeat(7000))]);
        assert!(Path::from_json(&long.json(), english()).unwrap_err().contains("too long"));
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
            assert!(Path::from_json(no, english()).unwrap_err().contains("Save as a file"), "{no}");
        }
        let odd = r##"{"type": "sightlines:path", "title": 7, "stops": [{"view": "#q= a &x=1&stop=1%20q%3Db", "note": " n "}, {}]}"##;
        let (path, notices) = Path::from_json(odd, english()).unwrap();
        assert_eq!(notices.len(), 2, "{notices:?}");
        assert!(notices[0].starts_with("Stop 1: ") && notices[1].starts_with("Stop 2 of this path"), "{notices:?}");
        assert_eq!((path.title.as_str(), path.stops), ("", vec![Stop { view: "q=a".into(), note: "n".into() }]));
    }
}
