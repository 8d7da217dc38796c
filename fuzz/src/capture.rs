//! Captures, and copies that a reader drops on the page.

use crate::{invented, text};
use sightlines_engine::anchor::{anchors, place};
use sightlines_engine::clean::{Block, Cleaned, Hints, clean, joined};
use sightlines_engine::collate::{Witness, collate};
use sightlines_engine::messages::Language;
use sightlines_engine::model::{ArticleId, Found};
use sightlines_engine::supply::supply;
use sightlines_engine::text::sentences;
use std::collections::BTreeMap;

pub const LAW: &str = "any text is cleaned or refused with a remedy; no letter is invented and every repair is logged; a copy \
                       agrees with itself; its sentences are found in it again; no copy brings in what it does not hold";

pub fn check(data: &[u8]) {
    let raw = text(data);
    for blocks in joined(raw).iter() {
        holds_no_more(raw, blocks);
    }
    let known = Hints { title: "Let the pilots run it", authors: &["Dana Lee"], standfirst: Some(true), drops: None };
    for hints in [Hints::default(), known] {
        match clean(raw, &hints) {
            Err(refused) => assert!(!refused.to_string().is_empty()),
            Ok(cleaned) => sound(raw, &cleaned),
        }
    }
    dropped(raw);
}

fn sound(raw: &str, cleaned: &Cleaned) {
    holds_no_more(raw, &cleaned.paragraphs);
    let first = cleaned.paragraphs.first().map_or(1, |block| block.n);
    assert!(first <= 1 && !cleaned.paragraphs.is_empty());
    for (n, block) in (first..).zip(&cleaned.paragraphs) {
        assert_eq!(block.n, n, "paragraphs are counted");
        assert!(!block.text.trim().is_empty() && !block.text.contains(['\n', '\r']), "{:?}", block.text);
    }
    let whole = letters(&cleaned.paragraphs.iter().map(|block| block.text.as_str()).collect::<String>());
    assert!(!cleaned.log.is_empty() || whole == letters(raw), "what was taken out is logged");

    let alike = collate(&[Witness { name: "a", cleaned }, Witness { name: "b", cleaned }]);
    assert!(alike.variants.is_empty(), "{:?}", alike.variants);
    assert_eq!(alike.paragraphs, cleaned.paragraphs);

    let id = ArticleId::from("a");
    let anchors = anchors(&id, &cleaned.paragraphs);
    let count: usize = cleaned.paragraphs.iter().map(|block| sentences(&block.text).len()).sum();
    assert_eq!(anchors.len(), count, "every sentence has a fingerprint");
    for (anchor, placed) in anchors.iter().zip(place(&id, &anchors, &cleaned.paragraphs)) {
        assert!(anchor.exact.is_none() || placed.found == Found::Exact, "{anchor:?} is {placed:?}");
    }
}

/// A reader's copy in the digest edition: what is shown of an article was in the copy.
fn dropped(raw: &str) {
    let corpus = invented::digest().corpus();
    match supply(corpus, raw) {
        Err(refused) => assert!(!refused.says(Language::English.messages()).is_empty()),
        Ok(supplied) => {
            assert!(!supplied.reports.is_empty());
            assert_eq!(supplied.corpus.positions, corpus.positions);
            for (now, before) in supplied.corpus.articles.iter().zip(&corpus.articles) {
                assert_eq!(now.paragraphs.len(), before.paragraphs.len());
                let texts = now.paragraphs.iter().filter_map(|p| Some(Block { n: p.n, text: p.text()?.into_owned() }));
                holds_no_more(raw, &texts.collect::<Vec<_>>());
            }
        }
    }
}

/// How often each letter and digit stands in a text.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    text.chars().filter(|c| c.is_alphanumeric()).for_each(|c| *letters.entry(c).or_default() += 1);
    letters
}

fn holds_no_more(raw: &str, blocks: &[Block]) {
    let had = letters(raw);
    let text: String = blocks.iter().map(|block| block.text.as_str()).collect();
    for (letter, count) in letters(&text) {
        assert!(had.get(&letter).is_some_and(|had| count <= *had), "{letter:?} is invented");
    }
}
