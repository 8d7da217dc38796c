//! What is cited, with anything in the corpus, read back: BibLaTeX by a parser that others wrote, RIS line by line, CSL-JSON and the
//! passage with its reference.

use crate::exports::{BETWEEN, planted, spaced};
use crate::text;
use biblatex::{Bibliography, ChunksExt};
use sightlines_engine::cite::{Cited, Form, Item, Style, biblatex, cite, coins, csl_item, ris};
use sightlines_engine::messages::Language;

pub const LAW: &str = "whatever a corpus says, BibLaTeX, RIS, CSL-JSON and COinS are read back as one record, with the title, as many \
                       names and the container that were written; every reference names its link";

pub fn check(data: &[u8]) {
    let words: Vec<&str> = text(data).split(BETWEEN).collect();
    let corpus = planted(&words);
    let day = (2031, 4, 5);
    let base = "https://example.org/harbour/";
    for article in &corpus.articles {
        held(&Item::of_article(&corpus, article));
    }
    for position in &corpus.positions {
        let cited = Cited::Position(position.id.clone());
        let item = Item::of_position(&corpus, position, base, day).expect("its article is here");
        held(&item);
        for style in Style::ALL {
            let reference = cite(&corpus, &cited, Form::Text(style), base, day, Language::English.messages());
            assert!(reference.contains(base), "{reference:?}");
        }
    }
    held(&Item::of_view(&corpus, &format!("{base}#q={}", words.len()), day));
}

/// A record comes out of each of its forms as it went in.
fn held(item: &Item) {
    let text = biblatex(item);
    let read = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.len(), 1, "{text}");
    let entry = read.iter().next().expect("one");
    let title = entry.title().map(|title| title.format_verbatim()).unwrap_or_default();
    assert_eq!(flat(&title), flat(&item.title), "{text}");
    assert_eq!(entry.author().map_or(0, |authors| authors.len()), item.authors.len(), "{text}");

    let text = ris(item);
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    for line in &lines {
        let (tag, value) = line.split_once("  - ").unwrap_or_else(|| panic!("{line:?} has no tag"));
        assert!(tag.len() == 2 && !value.contains(['\r', '\n']), "{line:?}");
    }
    let values =
        |tag: &str| lines.iter().filter_map(|line| line.split_once("  - ").filter(|(of, _)| *of == tag)).count();
    assert_eq!((values("TY"), values("ER"), lines.last()), (1, 1, Some(&"ER  - ")), "{text:?}");
    assert!(values("AU") <= item.authors.len() && values("TI") <= 1, "{text:?}");

    let csl = csl_item(item);
    assert_eq!(csl["title"].as_str(), Some(item.title.as_str()));
    assert_eq!(csl["author"].as_array().map_or(0, Vec::len), item.authors.len());

    let pairs = coins(item);
    let of_title = url::form_urlencoded::parse(pairs.as_bytes()).filter(|(key, _)| key == "rft.title");
    let titles: Vec<String> = of_title.map(|(_, title)| title.into_owned()).collect();
    assert_eq!(titles.concat(), item.title, "{pairs}");
}

/// A text without what ends a line, with single spaces.
fn flat(text: &str) -> String {
    spaced(&text.replace(char::is_control, " "))
}
