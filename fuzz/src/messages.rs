//! What other pages, scripts and files say to the page: messages of a framing page, options, paths, pasted links.

use crate::address::is_plain;
use crate::{invented, text};
use serde_json::{Value, json};
use sightlines_engine::frame;
use sightlines_engine::messages::Language;
use sightlines_engine::script::{self, ContrastOptions, SearchOptions, TableOptions};
use sightlines_engine::view::{Path, View};
use url::Url;

pub const LAW: &str = "whatever is said is read as a view, taken as options or refused with words; no view leads to another page; \
                       an answer names only what the corpus has; the code of a frame is one element";

pub fn check(data: &[u8]) {
    let said = text(data);
    leads_nowhere_else(said);
    pasted(said);
    frame_code(said);
    if let Ok((path, notices)) = Path::from_json(said, Language::English.messages()) {
        assert!(notices.iter().all(|notice| !notice.is_empty()));
        for stop in 1..=path.stops.len() {
            leads_nowhere_else(&View { path: path.clone(), ..View::default() }.at_stop(stop).fragment());
        }
    }
    let Ok(message) = serde_json::from_str::<Value>(said) else { return };
    if let Some(view) = message["view"].as_str() {
        leads_nowhere_else(view);
    }
    answered(&message);
}

/// The page goes to `#` and the view's fragment: the same page, wherever it stands.
fn leads_nowhere_else(said: &str) {
    let (view, _) = View::read(said);
    let (view, _) = view.settle(invented::corpus());
    let fragment = view.fragment();
    assert!(is_plain(&fragment), "{fragment}");
    for page in ["https://example.org/a/b.html?c=d", "file:///a/sightlines.html", "about:srcdoc"] {
        let page = Url::parse(page).expect("an address");
        let there = page.join(&format!("#{fragment}")).expect("a fragment");
        assert_eq!(there.fragment(), Some(fragment.as_str()));
        let without = |mut url: Url| {
            url.set_fragment(None);
            url
        };
        assert_eq!(without(there), without(page));
    }
}

/// As the share panel takes it: what follows the first `#`.
fn pasted(said: &str) {
    leads_nowhere_else(said.split_once('#').map_or(said, |(_, fragment)| fragment));
}

/// The code that the page gives for a frame: one element, which leads to the file and the view.
fn frame_code(said: &str) {
    let (view, _) = View::read(said);
    let code = frame::frame("https://example.org/sightlines.html", said, &view.fragment());
    assert_eq!(code.matches('<').count(), 2, "{code}");
    assert_eq!(code.matches('>').count(), 2, "{code}");
    assert_eq!(code.matches('"').count() % 2, 0, "{code}");
}

/// As a script asks: an answer, or an error with words.
fn answered(options: &Value) {
    for library in [invented::full(), invented::digest()] {
        let corpus = library.corpus();
        let is_position =
            |id: &Value| corpus.positions.iter().any(|position| Some(position.id.as_str()) == id.as_str());
        match SearchOptions::read(options) {
            Err(says) => assert!(!says.is_empty()),
            Ok(options) => {
                let answer = script::search(library, &options);
                let hits = answer["hits"].as_array().expect("a list of hits");
                assert!(hits.len() <= options.limit && answer["total"].as_u64().is_some());
                for hit in hits {
                    assert!(corpus.articles.iter().any(|article| json!(article.id) == hit["article"]));
                    hit["passages"].as_array().expect("a list of passages").iter().for_each(marks_stand_in_their_text);
                }
            }
        }
        match TableOptions::read(options) {
            Err(says) => assert!(!says.is_empty()),
            Ok(options) => {
                let table = script::table(library, &options);
                for cell in table["cells"].as_array().expect("a list of cells") {
                    assert!(cell["positions"].as_array().expect("a list of positions").iter().all(is_position));
                }
            }
        }
        match ContrastOptions::read(options) {
            Err(says) => assert!(!says.is_empty()),
            Ok(options) => match script::contrasts(library, &options) {
                Err(says) => assert!(!says.is_empty()),
                Ok(contrasts) => {
                    for contrast in contrasts.as_array().expect("a list of contrasts") {
                        let sides = ["a", "b"].map(|side| contrast[side].as_array().expect("a list of positions"));
                        assert!(sides.into_iter().flatten().all(is_position));
                    }
                }
            },
        }
    }
}

/// Marks are offsets in UTF-16 units, one after the other, none within a character.
fn marks_stand_in_their_text(passage: &Value) {
    let marks = passage["marks"].as_array().expect("a list of marks");
    let Some(text) = passage["text"].as_str() else { return assert!(marks.is_empty()) };
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut end = 0;
    for mark in marks {
        let at = |nth: usize| mark[nth].as_u64().and_then(|at| usize::try_from(at).ok()).expect("an offset");
        let (from, to) = (at(0), at(1));
        assert!(end <= from && from < to && to <= units.len(), "{mark} in {text:?}");
        assert!(String::from_utf16(&units[from..to]).is_ok(), "{mark} in {text:?}");
        end = to;
    }
    assert_eq!(marks.len(), passage["why"].as_array().map_or(0, Vec::len), "each mark has its reason");
}
