//! What can be made of `anchors.csv` with the same paragraph's rows of `terms.csv`: no run of words of an article.

use super::super::load;
use sha2::{Digest, Sha256};
use sightlines_engine::anchor::{Anchor, anchors_of};
use sightlines_engine::model::{Article, Paragraph};
use sightlines_engine::text::{Lexicon, keys};
use std::collections::BTreeSet;
use std::path::Path;

/// So many words in order would be a passage.
const PASSAGE: usize = 9;

/// Orders tried for each sentence: a machine could try more, but those of twelve words are 479 million, and of twenty-five
/// more than there are grains of sand.
const TRIES: usize = 5_000;

#[test]
fn no_passage_comes_out_of_the_committed_anchors_and_terms() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/kurils");
    let corpus = load(&root, None).unwrap().corpus;
    for article in &corpus.articles {
        let lexicon = Lexicon::new(&corpus.search);
        let (mut told, mut all, mut longest) = (0, 0, Vec::new());
        for paragraph in &article.paragraphs {
            let found = attack(article, paragraph, &lexicon);
            told += found.told;
            all += found.all;
            if found.run.len() > longest.len() {
                longest = found.run;
            }
        }
        println!(
            "{}: {told} of {all} words told to be of one sentence, in no order; longest run in order {}: {}",
            article.id,
            longest.len(),
            longest.join(" ")
        );
        assert!(longest.len() < PASSAGE, "{}: a passage came out", article.id);
    }
}

/// What an attacker has of a paragraph.
struct Found {
    /// Words that stand in one sentence for sure.
    told: usize,
    /// Words of all sentences.
    all: usize,
    /// The longest run of words in order.
    run: Vec<String>,
}

fn attack(article: &Article, paragraph: &Paragraph, lexicon: &Lexicon) -> Found {
    let singles: BTreeSet<String> = words(paragraph, lexicon, |n| n == 1);
    // Names of several words stand in order by themselves, and names that overlap may be joined.
    let names: Vec<Vec<String>> =
        paragraph.terms.iter().map(|(term, _)| keys(term, lexicon)).filter(|name| name.len() > 1).collect();
    let mut found = Found { told: 0, all: 0, run: longest_chain(&names) };
    for anchor in anchors_of(article).iter().filter(|anchor| anchor.p == paragraph.n) {
        let (sure, possible) = split(article, anchor, &singles);
        found.told += sure.len();
        found.all += anchor.words as usize;
        if let Some(order) = ordered(article, anchor, &sure, &possible) {
            found.run = if order.len() > found.run.len() { order } else { found.run };
        }
    }
    found
}

fn words(paragraph: &Paragraph, lexicon: &Lexicon, keep: impl Fn(usize) -> bool) -> BTreeSet<String> {
    let keys = paragraph.terms.iter().map(|(term, _)| keys(term, lexicon));
    keys.filter(|keys| keep(keys.len())).flatten().map(|key| key.to_lowercase()).collect()
}

/// The words that the sketch tells to be in the sentence, and those that may be.
fn split(article: &Article, anchor: &Anchor, words: &BTreeSet<String>) -> (Vec<String>, Vec<String>) {
    let greatest = anchor.sketch.last().copied().unwrap_or(0);
    let (mut sure, mut possible) = (Vec::new(), Vec::new());
    for word in words {
        let hash = u32::from_be_bytes(hash(article, word));
        if anchor.sketch.contains(&hash) {
            sure.push(word.clone());
        } else if hash > greatest {
            possible.push(word.clone());
        }
    }
    (sure, possible)
}

/// The sentence, if one of the orders tried has its hash: the sure words and each choice of possible ones, from the
/// shortest words on, since small words fill most sentences.
fn ordered(article: &Article, anchor: &Anchor, sure: &[String], possible: &[String]) -> Option<Vec<String>> {
    let exact = anchor.exact?;
    let wanted = (anchor.words as usize).checked_sub(sure.len())?;
    let mut fill: Vec<String> = possible.to_vec();
    fill.sort_by_key(String::len);
    // A linear congruential generator (Knuth's MMIX constants): the same tries each time.
    let mut state = u64::from(anchor.p) << 32 | u64::from(anchor.s);
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    for _ in 0..TRIES {
        let mut order: Vec<String> = sure.to_vec();
        for _ in 0..wanted {
            if let Some(word) = (!fill.is_empty()).then(|| fill[next(fill.len())].clone()) {
                order.push(word);
            }
        }
        for i in (1..order.len()).rev() {
            order.swap(i, next(i + 1));
        }
        if u64::from_be_bytes(hash(article, &order.join(" "))) == exact {
            return Some(order);
        }
    }
    None
}

fn hash<const N: usize>(article: &Article, words: &str) -> [u8; N] {
    let digest = Sha256::digest(format!("{}\t{words}", article.id).as_bytes());
    std::array::from_fn(|i| digest[i])
}

/// Names joined where the end of one is the beginning of another.
fn longest_chain(names: &[Vec<String>]) -> Vec<String> {
    let mut longest: Vec<String> = Vec::new();
    for start in 0..names.len() {
        let (mut chain, mut used) = (names[start].clone(), BTreeSet::from([start]));
        while let Some((nth, overlap)) = (0..names.len()).filter(|nth| !used.contains(nth)).find_map(|nth| {
            let most = names[nth].len().min(chain.len());
            (1..most).rev().find(|n| chain.ends_with(&names[nth][..*n])).map(|n| (nth, n))
        }) {
            used.insert(nth);
            chain.extend_from_slice(&names[nth][overlap..]);
        }
        longest = if chain.len() > longest.len() { chain } else { longest };
    }
    longest
}

#[test]
fn the_attack_finds_what_can_be_found() {
    // A sentence that is told whole by names that overlap, and one of two words that any order gives.
    let names = [vec!["a", "b", "c"], vec!["c", "d"], vec!["d", "e", "f"]];
    let names: Vec<Vec<String>> = names.iter().map(|name| name.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(longest_chain(&names).join(" "), "a b c d e f");
    let corpus = load(&super::harbour(), None).unwrap().corpus;
    let article = &corpus.articles[0];
    let words = ["one", "two", "three"].map(String::from);
    let exact = u64::from_be_bytes(hash(article, "three one two"));
    let anchor = Anchor { p: 1, s: 1, words: 3, exact: Some(exact), sketch: Vec::new() };
    assert_eq!(ordered(article, &anchor, &words, &[]).unwrap().join(" "), "three one two");
}
