//! Our digests and summaries beside the texts: they may not repeat them, and are at most a third as long.

use super::digest::extent;
use super::fault::{Faults, Place, counted};
use super::generated::{AnchorRow, Generated, GeneratedRow};
use super::record::Record;
use super::shape::{Shape, word_count};
use super::supplied::Supplied;
use sightlines_engine::model::ArticleId;
use sightlines_engine::text::{Lexicon, keys};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many consecutive words of a source are a quotation.
const QUOTATION: usize = 9;
/// So many words a digest may always have.
const ALWAYS: u32 = 8;
/// So many words of a repeated passage a fault shows.
const SHOWN: usize = 4;

/// A text of ours: where it stands, what it is, what it says.
#[derive(Debug)]
pub(super) struct OwnWords {
    pub(super) file: String,
    pub(super) line: u32,
    /// `the digest of ¶3`, `the summary of x-01`.
    pub(super) what: String,
    pub(super) text: String,
}

/// The supplied texts as sequences of nine words, each with the first place where it stands.
pub(super) struct Sources<'a> {
    sequences: HashMap<Vec<String>, (&'a ArticleId, u32)>,
    titles: Vec<Vec<String>>,
}

impl<'a> Sources<'a> {
    pub(super) fn of(supplied: &'a BTreeMap<ArticleId, Supplied>, records: &[Record]) -> Sources<'a> {
        let lexicon = Lexicon::default();
        let mut sequences = HashMap::new();
        for (id, text) in supplied {
            for block in &text.paragraphs {
                for sequence in keys(&block.text, &lexicon).windows(QUOTATION) {
                    sequences.entry(sequence.to_vec()).or_insert((id, block.n));
                }
            }
        }
        let titles = records.iter().map(|record| keys(&record.article.title.value, &lexicon)).collect();
        Sources { sequences, titles }
    }

    /// Adds a fault where our words repeat nine or more consecutive words of a source, titles aside.
    pub(super) fn check(&self, ours: &OwnWords, faults: &mut Faults) {
        if self.sequences.is_empty() {
            return;
        }
        let words = keys(&ours.text, &Lexicon::default());
        let in_title = self.title_words(&words);
        let mut at = 0;
        while at + QUOTATION <= words.len() {
            let Some(place) = self.sequences.get(&words[at..at + QUOTATION]) else {
                at += 1;
                continue;
            };
            let mut end = at + QUOTATION;
            while end < words.len() && self.sequences.contains_key(&words[end + 1 - QUOTATION..=end]) {
                end += 1;
            }
            let length = weight(&words[at..end], &in_title[at..end]);
            if length >= QUOTATION {
                let (article, p) = place;
                let what = format!(
                    "{} repeats {length} consecutive words of ¶{p} of `{article}`, from “{} …”",
                    ours.what,
                    words[at..].iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(" ")
                );
                faults.add(Place::new(&ours.file, ours.line), what, "say it in words of our own");
            }
            at = end;
        }
    }

    /// Which words belong to a title that stands whole among them.
    fn title_words(&self, words: &[String]) -> Vec<bool> {
        let mut inside = vec![false; words.len()];
        for title in self.titles.iter().filter(|title| !title.is_empty()) {
            for at in (0..words.len()).filter(|at| words[*at..].starts_with(title)) {
                inside[at..at + title.len()].fill(true);
            }
        }
        inside
    }
}

/// How many words a passage counts as: those of titles none, a character of a script without spaces half a one.
fn weight(words: &[String], in_title: &[bool]) -> usize {
    let counted = words.iter().zip(in_title).filter(|(_, in_title)| !**in_title);
    let halves = counted.map(|(word, _)| if is_character(word) { 1 } else { 2 });
    halves.sum::<usize>() / 2
}

/// A character of Han, Hiragana or Katakana, each of which the tokeniser makes a word.
fn is_character(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if ('\u{3000}'..='\u{9fff}').contains(&c) || c >= '\u{f900}')
}

/// Checks that a digest has one block for each paragraph, as far as the text or `anchors.csv` tells.
pub(super) fn check_blocks(record: &Record, shape: &Shape, generated: &Generated, faults: &mut Faults) {
    let numbers: Vec<u32> = record.digests.iter().map(|block| block.n).collect();
    // Blocks out of order are told already.
    let Some(last) = record.digests.last().filter(|_| numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)) else {
        return;
    };
    let mut anchored: Vec<u32> = generated.anchors_of(&record.article.id).map(|row| row.value.anchor.p).collect();
    anchored.dedup();
    let (teller, paragraphs) = match shape.measured {
        true => ("the text", shape.numbers()),
        false => (AnchorRow::FILE, anchored),
    };
    let extra = record.digests.iter().find(|block| !paragraphs.contains(&block.n));
    // Without the text, a paragraph without a block is told at its line in anchors.csv.
    if !paragraphs.is_empty() && (extra.is_some() || (shape.measured && numbers != paragraphs)) {
        let what =
            format!("the digest has {}, {teller} {}", extent(&numbers, "block"), extent(&paragraphs, "paragraph"));
        let at = Place::new(&record.file, extra.unwrap_or(last).line);
        faults.add(at, what, "write one block for each paragraph");
    }
    if !shape.measured {
        let mut told = BTreeSet::new();
        for row in generated.anchors_of(&record.article.id) {
            let p = row.value.anchor.p;
            if !numbers.contains(&p) && told.insert(p) {
                let what = format!("¶{p} has no block in {}, which has {}", record.file, extent(&numbers, "block"));
                let remedy = format!("write the block [{p}], or make this file again: cargo xtask derive");
                faults.add(Place::new(AnchorRow::FILE, row.line), what, remedy);
            }
        }
    }
}

/// Checks that no block of a digest is longer than a third of its paragraph. Where only `anchors.csv` tells how long that
/// is, it is said in `warnings`, since nobody can mend it well without the text.
pub(super) fn check_lengths(record: &Record, shape: &Shape, warnings: &mut Vec<String>, faults: &mut Faults) {
    for block in &record.digests {
        let Some(words) = shape.paragraphs.get(&block.n).and_then(|size| size.words) else { continue };
        let ours = word_count(&block.text);
        if ours <= ALWAYS || ours * 3 <= words {
            continue;
        }
        let what = format!("the digest of ¶{} has {}, its paragraph {words}", block.n, counted(ours as usize, "word"));
        let most = (words / 3).max(ALWAYS);
        let remedy = format!("shorten it to {most}: a third of them, and eight at the least");
        if shape.measured {
            faults.add(Place::new(&record.file, block.line), what, remedy);
        } else {
            warnings.push(format!("{}:{}: {what}; {remedy}", record.file, block.line));
        }
    }
}
