//! The address: read, written and read again.

use crate::{invented, text};
use sightlines_engine::view::{MAX_FRAGMENT, Path, View, decode, encode};

pub const LAW: &str = "any fragment gives a view; what is written of it is plain and reads as the same view; \
                       what an edition lacks is left out once and for all";

/// The signs that a written fragment consists of: none that a mail program breaks, none that markup or a script begins with.
pub fn is_plain(fragment: &str) -> bool {
    fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"=&%._-".contains(&b))
}

pub fn check(data: &[u8]) {
    let fragment = text(data);
    assert_eq!(decode(&encode(fragment)), fragment, "escapes are undone");
    let (view, notices) = View::read(fragment);
    keeps(&view);
    for notice in &notices {
        assert!(!notice.is_empty() && !notice.chars().any(char::is_control), "{notice:?}");
        assert!(notice.chars().count() < 300, "{notice:?}");
    }
    for library in [invented::full(), invented::digest()] {
        let (settled, notices) = view.clone().settle(library.corpus());
        assert_eq!(notices.is_empty(), settled == view, "{notices:?}");
        assert_eq!(settled.clone().settle(library.corpus()), (settled.clone(), Vec::new()));
        keeps(&settled);
        library.select(&settled.ask(false));
    }
    for stop in 1..=view.path.stops.len() {
        let there = view.at_stop(stop);
        assert_eq!(there.path, view.path, "the path goes along");
        // A path takes as much of an address as leaves room for its views; a longer one is not made by the page.
        if view.path.fits() {
            keeps(&there);
        }
    }
    if !view.path.is_empty() && view.path.fits() {
        assert_eq!(
            Path::from_json(&view.path.json(), view.language.messages()).map(|(path, _)| path),
            Ok(view.path.clone())
        );
    }
}

fn keeps(view: &View) {
    let written = view.fragment();
    assert!(is_plain(&written), "{written}");
    assert!(written.len() <= MAX_FRAGMENT, "{} bytes", written.len());
    assert_eq!(View::read(&written), (view.clone(), Vec::new()), "{written}");
}
