//! An article whose text was supplied: which capture is which witness, and what cleaning and collation make of them.

use super::captures::{self, Capture, author_names};
use super::fault::{Faults, Place};
use super::generated::{AnchorRow, Generated, GeneratedRow};
use super::record::Record;
use super::settings::Settings;
use sightlines_engine::anchor::{Anchor, Found, Placed, place};
use sightlines_engine::clean::{Block, Cleaned, Hints, clean};
use sightlines_engine::collate::{Witness, collate};
use sightlines_engine::model::{ArticleId, Heading, RepairCount, Variant};
use sightlines_engine::text::{Lexicon, tokens};
use std::collections::BTreeMap;
use std::path::Path;

/// A text that holds a smaller share of an article's anchored sentences is a part of it, and is not shown as the whole.
const WHOLE: f32 = 0.75;

/// An article's text with its variants and repairs.
#[derive(Debug)]
pub(super) struct Supplied {
    pub(super) paragraphs: Vec<Block>,
    pub(super) headings: Vec<Heading>,
    pub(super) variants: Vec<Variant>,
    pub(super) repairs: Vec<RepairCount>,
    /// The record's witnesses that were not supplied.
    pub(super) missing: Vec<String>,
    /// Where the sentences of `anchors.csv` stand in the text, in the order of its rows.
    placed: Vec<Placed>,
}

impl Supplied {
    /// Adds a fault for each row of `anchors.csv` whose sentence the text does not hold, neither exactly nor closely.
    pub(super) fn check_anchors(&self, article: &ArticleId, generated: &Generated, faults: &mut Faults) {
        // A sentence without words has no fingerprint to be lost.
        let lost = generated
            .anchors_of(article)
            .zip(&self.placed)
            .filter(|(row, placed)| placed.found == Found::Lost && !row.value.anchor.sketch.is_empty());
        for (row, placed) in lost {
            let what = format!(
                "the sentence ¶{}.{} of `{article}` is lost: the supplied text has none like it",
                placed.p, placed.s
            );
            let remedy = "supply the whole text, or make the file again: cargo xtask derive";
            faults.add(Place::new(AnchorRow::FILE, row.line), what, remedy);
        }
    }
}

/// Reads the folder of texts and gives what it supplies, article by article.
pub(super) fn read(
    texts: &Path,
    records: &[Record],
    generated: &Generated,
    settings: &Settings,
    warnings: &mut Vec<String>,
) -> BTreeMap<ArticleId, Supplied> {
    let captures = captures::read(texts, settings, warnings);
    let matched = captures::by_article(captures, records, generated, settings, warnings);
    let of_records = records.iter().zip(matched).filter(|(_, (_, captures))| !captures.is_empty());
    of_records
        .filter_map(|(record, (id, captures))| Some((id, supply(record, captures, generated, settings, warnings)?)))
        .collect()
}

/// Cleans an article's captures as what they are, and collates them.
fn supply(
    record: &Record,
    captures: Vec<Capture>,
    generated: &Generated,
    settings: &Settings,
    warnings: &mut Vec<String>,
) -> Option<Supplied> {
    let authors = author_names(record, settings);
    let drops = |line: &str| settings.drops(line);
    let hints = Hints {
        title: &record.article.title.value,
        authors: &authors,
        standfirst: has_standfirst(record, generated),
        drops: Some(&drops),
    };
    let mut cleaned = Vec::new();
    for capture in captures {
        match clean(&capture.raw, &hints) {
            Ok(text) => cleaned.push((capture.name, text)),
            Err(error) => warnings.push(format!("{}: {error}; or take the file away", capture.name)),
        }
    }
    let files = cleaned.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    let witnesses = name_witnesses(record, cleaned, generated, warnings);
    if witnesses.is_empty() {
        return None;
    }
    let named: Vec<Witness<'_>> =
        witnesses.iter().map(|(name, cleaned)| Witness { name: name.as_str(), cleaned }).collect();
    let mut collated = collate(&named);
    // The order of the generated files, so that both editions hold the same. Several variants of a paragraph stay in the
    // order in which they stand there.
    collated.variants.sort_by_key(|variant| variant.p);
    collated.repairs.sort_by(|a, b| (a.p, &a.witness, &a.kind).cmp(&(b.p, &b.witness, &b.kind)));
    let id = &record.article.id;
    let anchors: Vec<Anchor> = generated.anchors_of(id).map(|row| row.value.anchor.clone()).collect();
    let placed = place(id, &anchors, &collated.paragraphs);
    let found = placed.iter().filter(|placed| placed.found != Found::Lost).count();
    #[expect(clippy::cast_precision_loss, reason = "a share of some hundred sentences")]
    if (found as f32) < WHOLE * anchors.len() as f32 {
        warnings.push(format!(
            "{files}: only {found} of the {} sentences of `{id}` are here; supply the whole text or, if this is what the \
             article is to be, take its rows out of anchors.csv",
            anchors.len()
        ));
        return None;
    }
    let there = |name: &&String| !witnesses.iter().any(|(there, _)| there == *name);
    Some(Supplied {
        paragraphs: collated.paragraphs,
        headings: collated.headings,
        variants: collated.variants,
        repairs: collated.repairs,
        missing: record.article.witnesses.iter().filter(there).cloned().collect(),
        placed,
    })
}

/// Whether the article has a paragraph 0, where that is known.
fn has_standfirst(record: &Record, generated: &Generated) -> Option<bool> {
    let mut anchored = generated.anchors_of(&record.article.id).map(|row| row.value.anchor.p).peekable();
    if record.digests.is_empty() {
        anchored.peek()?;
        return Some(anchored.any(|p| p == 0));
    }
    Some(record.digests.iter().any(|block| block.n == 0))
}

/// Which capture is which of the record's witnesses, in the record's order: told by the variants and repairs that were
/// found in each before, then by the file's name, then by the order of the files.
fn name_witnesses(
    record: &Record,
    cleaned: Vec<(String, Cleaned)>,
    generated: &Generated,
    warnings: &mut Vec<String>,
) -> Vec<(String, Cleaned)> {
    let names = &record.article.witnesses;
    if names.is_empty() {
        return cleaned;
    }
    let mut pairs: Vec<(usize, bool, usize, usize)> = Vec::new();
    for (file, (file_name, text)) in cleaned.iter().enumerate() {
        for (witness, name) in names.iter().enumerate() {
            pairs.push((signs_of(&record.article.id, name, text, generated), file_name == name, file, witness));
        }
    }
    pairs.sort_by_key(|(signs, named, file, witness)| (std::cmp::Reverse((*signs, *named)), *file, *witness));
    let mut witness_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, _, file, witness) in pairs {
        if !witness_of.contains_key(&file) && !witness_of.values().any(|taken| *taken == witness) {
            witness_of.insert(file, witness);
        }
    }
    let mut named = Vec::new();
    for (file, (file_name, text)) in cleaned.into_iter().enumerate() {
        match witness_of.get(&file) {
            Some(witness) => named.push((*witness, text)),
            None => warnings.push(format!(
                "{file_name}: a further capture of `{}`, whose {} supplied already; add it to its `witnesses`, or take \
                 it away",
                record.article.id,
                if names.len() == 1 { "witness was" } else { "witnesses were" }
            )),
        }
    }
    named.sort_by_key(|(witness, _)| *witness);
    named.into_iter().map(|(witness, text)| (names[witness].clone(), text)).collect()
}

/// How many of the variants and repairs that were found in a witness before are found in this capture.
fn signs_of(article: &ArticleId, witness: &str, text: &Cleaned, generated: &Generated) -> usize {
    let lexicon = Lexicon::default();
    // As written: readings may differ in nothing but a look-alike letter.
    let holds = |p: u32, word: &str| {
        let blocks = text.paragraphs.iter().filter(|block| block.n == p);
        blocks
            .flat_map(|block| tokens(&block.text, &lexicon).into_iter().map(|t| &block.text[t.span]))
            .any(|w| w == word)
    };
    let variants = generated.variants.iter().map(|row| &row.value).filter(|row| {
        row.article == *article
            && row.witness == witness
            && row.reading.split_whitespace().next().is_some_and(|word| holds(row.p, word))
    });
    let repairs = generated.repairs.iter().map(|row| &row.value).filter(|row| {
        let repair = &row.repair;
        let count = text.log.iter().filter(|done| done.p == repair.p && done.kind.label() == repair.kind).count();
        row.article == *article && repair.witness == witness && u32::try_from(count) == Ok(repair.count)
    });
    variants.count() + repairs.count()
}
