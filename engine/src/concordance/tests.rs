use super::*;
use crate::model::Corpus;
use crate::search::{Ask, Library};
use serde_json::json;

const TEXTS: [[&str; 2]; 2] = [
    ["The old North Quay was sold. Nobody wept for the quay, and nobody bought the pier.", "Pier One stands empty."],
    ["They call it Pier One; the quay is theirs.", "A quay that leaks, a pier that leans."],
];

fn library(full: bool) -> Library {
    let based = |value: serde_json::Value| json!({"value": value, "basis": "stated"});
    let paragraph = |(n, text): (usize, &&str)| {
        if full {
            return json!({"n": n, "text": text});
        }
        let mut terms: std::collections::BTreeMap<String, u32> = Default::default();
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .for_each(|w| *terms.entry(w.into()).or_default() += 1);
        for name in ["North Quay", "Pier One"] {
            if text.contains(name) {
                terms.insert(name.into(), 1);
            }
        }
        json!({"n": n, "terms": terms.into_iter().collect::<Vec<_>>()})
    };
    let article = |(id, texts): (usize, &[&str; 2])| {
        json!({"id": format!("a{id}"), "title": based("The quay".into()), "authors": based(json!([])),
            "outlet": based("post".into()), "date": based(format!("{}", 2032 - id).into()), "language": "en",
            "witnesses": [], "headings": [], "paragraphs": (1..).zip(texts).map(paragraph).collect::<Vec<_>>()})
    };
    let articles: Vec<_> = TEXTS.iter().enumerate().map(article).collect();
    let mut corpus: Corpus = Corpus { articles: serde_json::from_value(json!(articles)).unwrap(), ..Corpus::default() };
    corpus.rings = serde_json::from_value(json!([{"names": ["North Quay", "Pier One"]}])).unwrap();
    corpus.related = serde_json::from_value(json!([{"names": ["quay", "Pier One"]}])).unwrap();
    Library::new(corpus)
}

fn told(q: &str, order: Order) -> Vec<String> {
    let library = library(true);
    let selection = library.select(&Ask { q: q.into(), ..Ask::default() });
    lines(&library, &selection, order)
        .iter()
        .map(|l| format!("{}.{}.{} {}|{}|{}", l.article, l.p, l.s, l.left.trim(), l.word, l.right.trim()))
        .collect()
}

#[test]
fn each_word_found_has_a_line_with_its_place() {
    assert_eq!(told("leaks", Order::Text), ["1.2.1 A quay that|leaks|, a pier that leans."],);
    // The older article first, and titles have no lines.
    let all = told("\"quay\"", Order::Text);
    assert_eq!(all.iter().map(|line| &line[..5]).collect::<Vec<_>>(), ["1.1.1", "1.2.1", "0.1.1", "0.1.2"]);
}

#[test]
fn lines_are_sorted_by_what_stands_before_or_after() {
    let right: Vec<String> = told("\"quay\"", Order::Right)
        .iter()
        .map(|line| line.rsplit('|').next().unwrap().chars().take(6).collect())
        .collect();
    assert_eq!(right, [", and n", "is the", "that l", "was so"].map(|s| s.chars().take(6).collect::<String>()));
    let left: Vec<String> = told("\"quay\"", Order::Left)
        .iter()
        .map(|line| line.split('|').next().unwrap().rsplit(' ').next().unwrap().to_string())
        .collect();
    assert_eq!(left, ["A", "North", "the", "the"]);
}

#[test]
fn long_sides_are_cut_at_spaces_and_characters() {
    let long = "wörd ".repeat(40);
    let mut library = library(true);
    let mut corpus = library.corpus().clone();
    corpus.articles[0].paragraphs[0].text = Some(format!("{long}key {long}").into());
    library = Library::new(corpus);
    let selection = library.select(&Ask { q: "key".into(), ..Ask::default() });
    let line = &lines(&library, &selection, Order::Text)[0];
    for side in [&line.left, &line.right] {
        assert!(side.chars().count() <= 61 && side.trim().split(' ').all(|word| word == "wörd"), "{side:?}");
    }
}

#[test]
fn both_editions_count_the_same_names() {
    let (full, digest) = (library(true), library(false));
    for group in groups(full.corpus()) {
        assert_eq!(usage(&full, &group), usage(&digest, &group));
    }
    let names: Vec<String> = ["quay", "Pier One", "North Quay"].map(String::from).into();
    let counts: Vec<Vec<u32>> = usage(&full, &names).into_iter().map(|usage| usage.counts).collect();
    assert_eq!(counts, [vec![2, 2], vec![1, 1], vec![1, 0]]);
    assert_eq!(groups(full.corpus()), [["quay", "North Quay", "Pier One"]], "a related name stands with its ring");
    let ask = Ask { q: "pier".into(), ..Ask::default() };
    assert_eq!(forms(&full, &full.select(&ask)), forms(&digest, &digest.select(&ask)));
    assert!(lines(&digest, &digest.select(&ask), Order::Text).is_empty());
}
