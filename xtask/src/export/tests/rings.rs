//! Rings as rules, as lines and as other names.

use super::*;
use crate::export::rings::Rings;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Reads a rule as Lucene's `SolrSynonymParser` does: names between commas, all equal; a backslash keeps the next sign as it is.
pub fn read_rule(rule: &str) -> Vec<String> {
    assert!(!rule.starts_with('#'), "a comment");
    let (mut names, mut name, mut signs) = (Vec::new(), String::new(), rule.chars().peekable());
    while let Some(c) = signs.next() {
        match c {
            '\\' => name.extend(signs.next()),
            ',' => names.push(std::mem::take(&mut name)),
            '=' if signs.peek() == Some(&'>') => panic!("{rule} maps one way"),
            c => name.push(c),
        }
    }
    names.push(name);
    names.into_iter().map(|name| name.trim().to_string()).collect()
}

/// Rules and lines say the corpus's rings again.
pub fn check(corpus: &Corpus, exported: &Exported) {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        kind: String,
        names: Vec<String>,
    }
    let text = exported.text("rings.jsonl");
    let lines: Vec<Line> = text.split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect();
    let (aliases, forms) = lines.split_at(corpus.rings.len());
    assert!(aliases.iter().map(|line| &line.names).eq(corpus.rings.iter().map(|ring| &ring.names)));
    assert!(forms.iter().map(|line| &line.names).eq(&corpus.search.same));
    assert!(aliases.iter().all(|line| line.kind == "alias") && forms.iter().all(|line| line.kind == "form"));
    // In a rule a name stands on one line, and only if there is a word in it.
    let plain = |name: &String| {
        let words = name.split(|c: char| c.is_whitespace() || c.is_control());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let has_word = |name: &&String| name.contains(|c: char| c.is_alphabetic() || c.is_ascii_digit());
    let expected: Vec<BTreeSet<String>> = lines
        .iter()
        .map(|line| line.names.iter().filter(has_word).map(plain).collect::<BTreeSet<_>>())
        .filter(|names| names.len() > 1)
        .collect();
    let rules = Rings::of(corpus).rules();
    let read: Vec<BTreeSet<String>> = rules.iter().map(|rule| read_rule(rule).into_iter().collect()).collect();
    assert_eq!(read, expected);
}

fn of_rings(rings: &[&[&str]]) -> Rings {
    let rings: Vec<Value> = rings.iter().map(|names| json!({"names": names})).collect();
    let mut corpus = Corpus { rings: serde_json::from_value(json!(rings)).unwrap(), ..Corpus::default() };
    corpus.search.case_words = vec!["US".into()];
    Rings::of(&corpus)
}

#[test]
fn a_name_cannot_break_its_rule() {
    for (names, rule) in [
        (["Iturup", "Etorofu"], Some("Etorofu, Iturup")),
        (["a, b", "c => d"], Some(r"a\, b, c \=\> d")),
        (["#one", r"back\slash"], Some(r"\#one, back\\slash")),
        (["two\nlines", " two  spaces\u{2028}"], Some("two lines, two spaces")),
        (["%", "percent"], None),
        (["same", " same"], None),
    ] {
        assert_eq!(of_rings(&[&names]).rules(), rule.into_iter().collect::<Vec<_>>(), "{names:?}");
    }
}

#[test]
fn other_names_are_those_that_a_text_does_not_use() {
    let rings = of_rings(&[&["North Quay", "Pier One", "Первый пирс"], &["US", "United States"]]);
    for (texts, others) in [
        (vec!["At the north quay."], vec!["Pier One", "Первый пирс"]),
        (vec!["North Quay is Pier One."], vec!["Первый пирс"]),
        (vec!["quay", "north"], vec![]),
        (vec!["North Quay", "quay"], vec!["Pier One", "Первый пирс"]),
        (vec!["It tells us."], vec![]),
        (vec!["The U.S. fleet"], vec!["United States"]),
        (vec![], vec![]),
    ] {
        assert_eq!(rings.other_names(&texts), others, "{texts:?}");
    }
}

#[test]
fn what_a_paragraph_is_found_by_in_one_engine_it_is_found_by_in_the_other() {
    let [full, digest, _] = corpora();
    let others = |corpus: &Corpus| -> Vec<Value> {
        let documents = Exported::of(corpus).documents(corpus, &PARAGRAPHS);
        documents.into_iter().map(|mut document| document.remove("other_names").unwrap_or_default()).collect()
    };
    assert_eq!(others(&full), others(&digest), "terms have a row for each name of several words");
    assert!(others(&full).contains(&json!(["Pier One"])), "{:?}", others(&full));
}
