//! Captures invented for these tests, with the damage that real ones have, and what must come out of them.
//!
//! Beside each `name.txt` stands `name.expected`: what the record knows, the kinds of repair that the log must hold, and the
//! numbered paragraphs. Unless it says `alone: differs`, the same must come out where the record knows nothing but
//! whether there is a paragraph 0.

#[path = "captures/damage.rs"]
mod damage;

use damage::{Choices, hyphenated, intruder, mistyped, paged, wrapped};
use proptest::prelude::*;
use regex_lite::Regex;
use sightlines_engine::anchor::{Found, anchors, place};
use sightlines_engine::clean::{Block, Cleaned, Hints, clean};
use sightlines_engine::collate::{Witness, collate};
use sightlines_engine::model::ArticleId;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A capture with what is expected of it.
#[derive(Clone, Debug, Default)]
struct Capture {
    name: String,
    raw: String,
    title: String,
    authors: Vec<String>,
    standfirst: Option<bool>,
    drop_lines: Vec<String>,
    found_title: Option<String>,
    stands_alone: bool,
    repairs: Vec<String>,
    /// Headings and paragraphs as they are written in the file.
    body: Vec<String>,
}

impl Capture {
    fn cleaned(&self) -> Cleaned {
        let authors: Vec<&str> = self.authors.iter().map(String::as_str).collect();
        let rules: Vec<Regex> = self.drop_lines.iter().map(|rule| Regex::new(rule).expect("a rule")).collect();
        let drops = |line: &str| rules.iter().any(|rule| rule.is_match(line));
        let hints = Hints { title: &self.title, authors: &authors, standfirst: self.standfirst, drops: Some(&drops) };
        clean(&self.raw, &hints).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }
}

fn captures() -> Vec<Capture> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/captures");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder").map(|f| f.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let read =
                |path: &PathBuf| std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            expectation(name, read(&path), &read(&path.with_extension("expected")))
        })
        .collect()
}

fn expectation(name: String, raw: String, expected: &str) -> Capture {
    let mut capture = Capture { name, raw, stands_alone: true, ..Capture::default() };
    for line in expected.lines().filter(|line| !line.is_empty()) {
        match line.split_once(": ") {
            _ if line.starts_with(['[', '#']) => capture.body.push(line.to_string()),
            Some(("title", title)) => capture.title = title.to_string(),
            Some(("author", author)) => capture.authors.push(author.to_string()),
            Some(("standfirst", known)) => capture.standfirst = Some(known == "yes"),
            Some(("drop", pattern)) => capture.drop_lines.push(pattern.to_string()),
            Some(("found title", title)) => capture.found_title = Some(title.to_string()),
            Some(("alone", _)) => capture.stands_alone = false,
            Some(("repairs", kinds)) => capture.repairs = kinds.split("; ").map(String::from).collect(),
            _ => panic!("{}: what is `{line}`?", capture.name),
        }
    }
    capture
}

/// The first line that differs, seen and expected.
fn first_difference(cleaned: &Cleaned, expected: &[String]) -> Option<(Option<String>, Option<String>)> {
    let seen = written(cleaned);
    let at = (0..seen.len().max(expected.len())).find(|&i| seen.get(i) != expected.get(i))?;
    Some((seen.get(at).cloned(), expected.get(at).cloned()))
}

/// Headings and paragraphs in the form of the expectation.
fn written(cleaned: &Cleaned) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &cleaned.paragraphs {
        let over = cleaned.headings.iter().filter(|heading| heading.before == block.n);
        lines.extend(over.map(|heading| format!("## {}", heading.label)));
        lines.push(format!("[{}] {}", block.n, block.text));
    }
    lines
}

#[test]
fn every_capture_gives_the_paragraphs_that_a_reader_would_number() {
    for capture in captures() {
        let cleaned = capture.cleaned();
        assert_eq!(first_difference(&cleaned, &capture.body), None, "{}", capture.name);
        assert_eq!(cleaned.title, capture.found_title, "{}", capture.name);
    }
}

#[test]
fn a_capture_without_a_record_gives_the_same_paragraphs() {
    for capture in captures().into_iter().filter(|capture| capture.stands_alone) {
        let hints = Hints { standfirst: capture.standfirst, ..Hints::default() };
        let cleaned = clean(&capture.raw, &hints).expect("text");
        assert_eq!(first_difference(&cleaned, &capture.body), None, "{}", capture.name);
    }
}

#[test]
fn every_repair_is_logged_with_its_kind_and_a_paragraph_that_exists() {
    for capture in captures() {
        let cleaned = capture.cleaned();
        for kind in &capture.repairs {
            let logged = cleaned.log.iter().any(|repair| repair.kind.label() == kind);
            assert!(logged, "{}: no `{kind}` in {:#?}", capture.name, cleaned.log);
        }
        for p in cleaned.log.iter().filter_map(|repair| repair.p) {
            assert!(cleaned.paragraphs.iter().any(|block| block.n == p), "{}: ¶{p}", capture.name);
        }
    }
}

/// Letters and figures of a text with how often each word of them stands there.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_string()).or_default() += 1;
    }
    words
}

/// The capture with each word that was parted at a line's end made whole, since that is the one thing cleaning adds.
fn unparted(raw: &str) -> String {
    let lines: Vec<&str> = raw.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut text = lines.join(" ").replace(['\u{feff}', '\u{200b}'], "");
    for (parted, whole) in [("- ", ""), ("\u{ad} ", ""), ("\u{ad}", "")] {
        text = format!("{text} {}", text.replace(parted, whole));
    }
    text
}

fn invents_nothing(raw: &str, cleaned: &Cleaned) -> Result<(), String> {
    // Characters rather than words, since scripts without spaces are joined without any.
    let all = words(&unparted(raw));
    let pile: String = unparted(raw).chars().filter(|c| c.is_alphanumeric()).collect();
    for (word, count) in words(&cleaned.paragraphs.iter().map(|b| b.text.as_str()).collect::<Vec<_>>().join(" ")) {
        if all.get(&word).is_none_or(|known| *known < count) && !pile.contains(&word) {
            return Err(word);
        }
    }
    Ok(())
}

#[test]
fn no_word_is_invented() {
    for capture in captures() {
        assert_eq!(invents_nothing(&capture.raw, &capture.cleaned()), Ok(()), "{}", capture.name);
    }
}

#[test]
fn what_is_clean_stays_as_it_is() {
    for capture in captures() {
        let first = capture.cleaned();
        let texts: Vec<&str> = first.paragraphs.iter().map(|block| block.text.as_str()).collect();
        let has_standfirst = first.paragraphs.first().is_some_and(|block| block.n == 0);
        let hints = Hints { title: &capture.title, standfirst: Some(has_standfirst), ..Hints::default() };
        let second = clean(&texts.join("\n\n"), &hints).expect("text");
        assert_eq!(second.paragraphs, first.paragraphs, "{}", capture.name);
        assert!(second.log.is_empty(), "{}: {:?}", capture.name, second.log);
    }
}

/// The paragraphs of all captures that hold nothing but whole sentences, so that damage to them can be undone.
fn sound_articles() -> Vec<(String, Vec<String>)> {
    let sound = |capture: Capture| {
        let text = |line: &String| line.split_once("] ").map(|(_, text)| text.to_string());
        let whole = |text: &String| {
            let ends = text.ends_with(['.', '"', '”', '?']);
            let begins = text.starts_with(|c: char| c.is_uppercase() || c == '"' || c == '“');
            ends && begins
                && text.split(' ').count() >= 12
                && text.is_ascii() == text.replace(['“', '”'], "").is_ascii()
        };
        let paragraphs: Vec<String> = capture.body.iter().filter_map(text).filter(whole).collect();
        (capture.name, paragraphs)
    };
    captures()
        .into_iter()
        .map(sound)
        .filter(|(_, paragraphs)| paragraphs.len() >= 3 && paragraphs.concat().len() >= 800)
        .collect()
}

/// Cleans a damaged copy and compares it with the sound paragraphs.
fn undone(name: &str, seed: u64, raw: &str, paragraphs: &[String]) -> Result<(), TestCaseError> {
    let hints = Hints { standfirst: Some(false), ..Hints::default() };
    let cleaned = clean(raw, &hints).map_err(|e| TestCaseError::fail(format!("{name}, {seed}: {e}")))?;
    let seen: Vec<&String> = cleaned.paragraphs.iter().map(|block| &block.text).collect();
    let at = (0..seen.len().max(paragraphs.len())).find(|&i| seen.get(i).copied() != paragraphs.get(i));
    let differs = at.map(|i| format!("{name}, {seed}:\n{:?}\n{:?}\nin\n{raw}", seen.get(i), paragraphs.get(i)));
    prop_assert!(differs.is_none(), "{}", differs.unwrap_or_default());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wrapped_and_paged_paragraphs_with_intruders_come_out_whole(seed in 0u64..1_000_000, width in 55usize..100) {
        for (name, paragraphs) in sound_articles() {
            let mut choices = Choices::new(seed);
            let (mut raw, mut page) = (String::new(), 0);
            for (nth, paragraph) in paragraphs.iter().enumerate() {
                let mut lines = wrapped(paragraph, width, 0);
                if choices.once_in(2) {
                    hyphenated(&mut lines, &mut choices);
                }
                if choices.once_in(4) {
                    paged(&mut lines, &mut choices, &mut page);
                }
                raw += &(lines.join("\n") + "\n\n");
                if choices.once_in(4) && nth + 1 < paragraphs.len() {
                    raw += &format!("{}\n\n", intruder(&mut choices));
                }
            }
            let raw = if choices.once_in(3) { raw.replace('\n', "\r\n") } else { raw };
            undone(&name, seed, &raw, &paragraphs)?;
        }
    }

    #[test]
    fn indents_alone_mark_paragraphs(seed in 0u64..1_000_000, width in 40usize..100, indent in 1usize..6) {
        for (name, paragraphs) in sound_articles() {
            let mut choices = Choices::new(seed);
            let lines: Vec<String> = paragraphs.iter().flat_map(|p| {
                let mut lines = wrapped(p, width, indent);
                hyphenated(&mut lines, &mut choices);
                lines
            }).collect();
            undone(&name, seed, &lines.join("\n"), &paragraphs)?;
        }
    }

    #[test]
    fn single_lines_are_paragraphs_where_nothing_is_wrapped(seed in 0u64..1_000_000) {
        for (name, paragraphs) in sound_articles() {
            let mut choices = Choices::new(seed);
            let mut raw = String::new();
            for (nth, paragraph) in paragraphs.iter().enumerate() {
                raw += &format!("{paragraph}\n");
                if choices.once_in(3) && nth + 1 < paragraphs.len() {
                    raw += &format!("{}\n", intruder(&mut choices));
                }
            }
            undone(&name, seed, &raw, &paragraphs)?;
        }
    }

    #[test]
    fn sentences_are_found_in_damaged_copies(seed in 0u64..1_000_000, width in 50usize..100) {
        let mut total = (0, 0);
        for (name, paragraphs) in sound_articles() {
            let id = ArticleId::from(name.as_str());
            let numbered = |texts: &[String]| -> Vec<Block> {
                (1..).zip(texts).map(|(n, text)| Block { n, text: text.clone() }).collect()
            };
            let original = numbered(&paragraphs);
            let anchors = anchors(&id, &original);
            let mut choices = Choices::new(seed);
            let dropped = choices.below(paragraphs.len());
            let mut raw = String::from("Some Other Page\n\n");
            for paragraph in paragraphs.iter().enumerate().filter(|(i, _)| *i != dropped).map(|(_, p)| p) {
                raw += &(wrapped(&mistyped(paragraph, 12, &mut choices), width, 0).join("\n") + "\n\n");
                if choices.once_in(3) {
                    raw += &format!("{}\n\n", intruder(&mut choices));
                }
            }
            let copy = clean(&raw, &Hints { standfirst: Some(false), ..Hints::default() }).expect("text");
            let placed = place(&id, &anchors, &copy.paragraphs);
            let kept: Vec<_> = placed.iter().filter(|placed| placed.p as usize != dropped + 1).collect();
            let found = kept.iter().filter(|placed| placed.found != Found::Lost).count();
            total = (total.0 + found, total.1 + kept.len());
            // Where one is found, it is in its own paragraph: those before the dropped one keep their number.
            for placed in kept.iter().filter(|placed| placed.found != Found::Lost) {
                let expected = placed.p - u32::from(placed.p as usize > dropped + 1);
                prop_assert_eq!(placed.at.map(|(p, _)| p), Some(expected), "{}, {}: {:?}\n{}", &name, seed, placed, &raw);
            }
            let ghosts = placed.iter().filter(|placed| placed.p as usize == dropped + 1 && placed.found != Found::Lost).count();
            prop_assert!(ghosts <= 1, "{name}, {seed}: {ghosts} sentences of the dropped paragraph");
        }
        prop_assert!(total.0 * 10 >= total.1 * 9, "{seed}: {} of {} sentences", total.0, total.1);
    }

    #[test]
    fn two_witnesses_differ_where_one_was_mistyped_and_nowhere_else(seed in 0u64..1_000_000, width in 55usize..100) {
        for (name, paragraphs) in sound_articles() {
            let mut choices = Choices::new(seed);
            let mistyped: Vec<String> = paragraphs.iter().map(|p| mistyped(p, 20, &mut choices)).collect();
            let mut witness = |texts: &[String], width: usize| {
                let text: Vec<String> = texts.iter().map(|text| {
                    let mut lines = wrapped(text, width, 0);
                    hyphenated(&mut lines, &mut choices);
                    lines.join("\n")
                }).collect();
                clean(&text.join("\n\n"), &Hints { standfirst: Some(false), ..Hints::default() }).expect("text")
            };
            let (a, b) = (witness(&paragraphs, width), witness(&mistyped, 100));
            let both = collate(&[Witness { name: "a", cleaned: &a }, Witness { name: "b", cleaned: &b }]);
            let words = |texts: &[String]| texts.iter().flat_map(|t| t.split(' ').map(String::from).collect::<Vec<_>>()).collect::<Vec<_>>();
            let changed = words(&paragraphs).iter().zip(words(&mistyped)).filter(|(x, y)| *x != y).count();
            prop_assert_eq!(both.paragraphs.len(), paragraphs.len(), "{}, {}", &name, seed);
            prop_assert!(both.variants.len() <= changed, "{name}, {seed}: {changed} {:?}", both.variants);
            for reading in both.variants.iter().flat_map(|v| &v.readings) {
                let one_word = !reading.reading.contains(' ') || reading.reading.starts_with('…') || reading.reading == "(none)";
                prop_assert!(one_word, "{name}, {seed}: {reading:?}");
            }
        }
    }

    #[test]
    fn cleaning_is_total_and_invents_nothing(raw in any::<String>()) {
        if let Ok(cleaned) = clean(&raw, &Hints::default()) {
            prop_assert!(!cleaned.paragraphs.is_empty());
            prop_assert_eq!(invents_nothing(&raw, &cleaned), Ok(()));
        }
    }

    #[test]
    fn cleaning_is_total_on_pieces_of_captures(
        pieces in prop::collection::vec((0usize..2000, 0usize..40), 0..12),
        signs in "[\\n\\r\\f \t\\-—:.•\u{ad}“”a-cA-C0-9>|]{0,60}",
        title in "[A-Za-z ]{0,20}",
    ) {
        let all: Vec<char> = captures().into_iter().flat_map(|c| c.raw.chars().collect::<Vec<_>>()).collect();
        let mut raw = signs;
        for (at, length) in pieces {
            raw.extend(all.iter().skip(at * 7 % all.len()).take(length * 5));
            raw.push('\n');
        }
        let authors = ["Dana Lee", ""];
        for standfirst in [None, Some(true), Some(false)] {
            let hints = Hints { title: &title, authors: &authors, standfirst, drops: None };
            if let Ok(cleaned) = clean(&raw, &hints) {
                prop_assert_eq!(invents_nothing(&raw, &cleaned), Ok(()));
            }
        }
    }
}
