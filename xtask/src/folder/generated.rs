//! `terms.csv`, `anchors.csv`, `variants.csv` and `repairs.csv`: what the tools made of the texts, read back row by row.
//!
//! A row has one written form, [`Generated::cells`]: writing uses it, and drift is told by it.

use super::cells::{check_filled, read_number, read_paragraph};
use super::fault::{Faults, Place, Register};
use super::record::Record;
use super::section::Lined;
use super::table::Table;
use sightlines_engine::anchor::Anchor;
use sightlines_engine::model::{ArticleId, Reading, RepairCount, Variant};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A row of a generated file.
pub(super) trait GeneratedRow {
    /// The file's name.
    const FILE: &'static str;
    /// Its columns.
    const COLUMNS: &'static [&'static str];

    fn article(&self) -> &ArticleId;

    /// The row as it is written.
    fn cells(&self) -> Vec<String>;
}

/// A word of a paragraph, or several that count as one, and how often it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) article: ArticleId,
    pub(super) p: u32,
    pub(super) term: String,
    pub(super) count: u32,
}

/// The fingerprint of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AnchorRow {
    pub(super) article: ArticleId,
    pub(super) anchor: Anchor,
}

/// What one witness has where the witnesses differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VariantRow {
    pub(super) article: ArticleId,
    pub(super) p: u32,
    pub(super) witness: String,
    pub(super) kind: String,
    pub(super) reading: String,
}

/// How often something was mended in a capture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RepairRow {
    pub(super) article: ArticleId,
    pub(super) repair: RepairCount,
}

impl GeneratedRow for Term {
    const FILE: &'static str = "terms.csv";
    const COLUMNS: &'static [&'static str] = &["article", "p", "term", "count"];

    fn article(&self) -> &ArticleId {
        &self.article
    }

    fn cells(&self) -> Vec<String> {
        vec![self.article.to_string(), self.p.to_string(), self.term.clone(), self.count.to_string()]
    }
}

impl GeneratedRow for AnchorRow {
    const FILE: &'static str = "anchors.csv";
    const COLUMNS: &'static [&'static str] = &["article", "p", "s", "words", "exact", "sketch"];

    fn article(&self) -> &ArticleId {
        &self.article
    }

    fn cells(&self) -> Vec<String> {
        let Anchor { p, s, words, exact, sketch } = &self.anchor;
        let exact = exact.map_or(String::new(), |hash| format!("{hash:016x}"));
        let sketch: Vec<String> = sketch.iter().map(|hash| format!("{hash:08x}")).collect();
        vec![self.article.to_string(), p.to_string(), s.to_string(), words.to_string(), exact, sketch.join(" ")]
    }
}

impl GeneratedRow for VariantRow {
    const FILE: &'static str = "variants.csv";
    const COLUMNS: &'static [&'static str] = &["article", "p", "witness", "kind", "reading"];

    fn article(&self) -> &ArticleId {
        &self.article
    }

    fn cells(&self) -> Vec<String> {
        let VariantRow { article, p, witness, kind, reading } = self;
        vec![article.to_string(), p.to_string(), witness.clone(), kind.clone(), reading.clone()]
    }
}

impl GeneratedRow for RepairRow {
    const FILE: &'static str = "repairs.csv";
    const COLUMNS: &'static [&'static str] = &["article", "witness", "p", "kind", "count"];

    fn article(&self) -> &ArticleId {
        &self.article
    }

    fn cells(&self) -> Vec<String> {
        let RepairCount { witness, p, kind, count } = &self.repair;
        let p = p.map_or(String::new(), |p| p.to_string());
        vec![self.article.to_string(), witness.clone(), p, kind.clone(), count.to_string()]
    }
}

/// The generated files' rows with their lines, in the order of the files.
#[derive(Debug, Default)]
pub(super) struct Generated {
    pub(super) terms: Vec<Lined<Term>>,
    pub(super) anchors: Vec<Lined<AnchorRow>>,
    pub(super) variants: Vec<Lined<VariantRow>>,
    pub(super) repairs: Vec<Lined<RepairRow>>,
}

/// What a generated row may name.
struct Known<'a> {
    articles: &'a Register,
    records: &'a [Record],
}

impl Generated {
    /// Reads the four files, as far as they are there. That the paragraphs exist is checked later, by [`Generated::places`].
    pub(super) fn read(dir: &Path, articles: &Register, records: &[Record], faults: &mut Faults) -> Generated {
        let known = Known { articles, records };
        Generated {
            terms: read_terms(dir, &known, faults),
            anchors: read_anchors(dir, &known, faults),
            variants: read_variants(dir, &known, faults),
            repairs: read_repairs(dir, &known, faults),
        }
    }

    pub(super) fn anchors_of<'a>(&'a self, article: &'a ArticleId) -> impl Iterator<Item = &'a Lined<AnchorRow>> {
        self.anchors.iter().filter(move |row| row.value.article == *article)
    }

    /// Every paragraph that a row names: file, line, article, paragraph.
    pub(super) fn places(&self) -> Vec<(Place<'static>, &ArticleId, u32)> {
        let terms = self.terms.iter().map(|row| (at::<Term>(row), &row.value.article, row.value.p));
        let anchors = self.anchors.iter().map(|row| (at::<AnchorRow>(row), &row.value.article, row.value.anchor.p));
        let variants = self.variants.iter().map(|row| (at::<VariantRow>(row), &row.value.article, row.value.p));
        let repairs =
            self.repairs.iter().filter_map(|row| Some((at::<RepairRow>(row), &row.value.article, row.value.repair.p?)));
        terms.chain(anchors).chain(variants).chain(repairs).collect()
    }

    /// The variants of an article. Rows of one place and kind are one variant until a witness comes again.
    pub(super) fn variants_of(&self, article: &ArticleId) -> Vec<Variant> {
        let mut variants: Vec<Variant> = Vec::new();
        for VariantRow { p, witness, kind, reading, .. } in
            self.variants.iter().map(|row| &row.value).filter(|row| row.article == *article)
        {
            let reading = Reading { witness: witness.clone(), reading: reading.clone() };
            match variants.last_mut() {
                Some(last)
                    if last.p == *p
                        && last.kind == *kind
                        && !last.readings.iter().any(|other| other.witness == *witness) =>
                {
                    last.readings.push(reading);
                }
                _ => variants.push(Variant { p: *p, kind: kind.clone(), readings: vec![reading] }),
            }
        }
        variants
    }

    /// The repairs of an article.
    pub(super) fn repairs_of(&self, article: &ArticleId) -> Vec<RepairCount> {
        let rows = self.repairs.iter().filter(|row| row.value.article == *article);
        rows.map(|row| row.value.repair.clone()).collect()
    }
}

fn at<R: GeneratedRow>(row: &Lined<R>) -> Place<'static> {
    Place::new(R::FILE, row.line)
}

/// The remedy for whatever is wrong in a generated file.
const AGAIN: &str = "make the file again with the texts: cargo xtask derive";

impl Known<'_> {
    fn article(&self, cell: &str, at: Place<'_>, faults: &mut Faults) -> Option<ArticleId> {
        let known = check_filled("article", cell, at, faults) && self.articles.check(cell, at, faults);
        known.then(|| cell.into())
    }

    /// The witness must be one of the record's.
    fn witness(&self, article: &ArticleId, cell: &str, at: Place<'_>, faults: &mut Faults) {
        let Some(record) = self.records.iter().find(|record| record.article.id == *article) else { return };
        let witnesses = &record.article.witnesses;
        if check_filled("witness", cell, at, faults) && !witnesses.is_empty() {
            let home = format!("{}, or {AGAIN}", record.file);
            Register::new("witness", &home, true, witnesses.iter().map(String::as_str)).check(cell, at, faults);
        }
    }
}

fn read_terms(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<Lined<Term>> {
    let table = Table::read(dir, Term::FILE, ["article", "p", "term", "count"], faults);
    let mut rows = Vec::new();
    let mut seen: HashMap<(ArticleId, u32, String), u32> = HashMap::new();
    for row in &table.rows {
        let at = table.place(row);
        let [article, p, term, count] = &row.cells;
        let article = known.article(article, at, faults);
        let p = read_paragraph(p, at, faults);
        let count = read_number("count", count, at, faults);
        check_filled("term", term, at, faults);
        let (Some(article), Some(p), Some(count)) = (article, p, count) else { continue };
        if count == 0 {
            faults.add(at, format!("the term “{term}” is counted 0 times"), AGAIN);
        }
        let first = *seen.entry((article.clone(), p, term.clone())).or_insert(row.line);
        if first != row.line {
            faults.add(at, format!("the term “{term}” stands twice for ¶{p}, first in line {first}"), AGAIN);
        }
        rows.push(Lined { line: row.line, value: Term { article, p, term: term.clone(), count } });
    }
    rows
}

fn read_anchors(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<Lined<AnchorRow>> {
    let table = Table::read(dir, AnchorRow::FILE, ["article", "p", "s", "words", "exact", "sketch"], faults);
    let mut rows: Vec<Lined<AnchorRow>> = Vec::new();
    let mut told = HashSet::new();
    for row in &table.rows {
        let at = table.place(row);
        let [article, p, s, words, exact, sketch] = &row.cells;
        let article = known.article(article, at, faults);
        let p = read_paragraph(p, at, faults);
        let s = read_number("s", s, at, faults);
        let words = read_number("words", words, at, faults);
        let exact = read_exact(exact, at, faults);
        let sketch = read_sketch(sketch, at, faults);
        let (Some(article), Some(p), Some(s), Some(words)) = (article, p, s, words) else { continue };
        let before = rows.last().map(|row| &row.value).filter(|last| last.article == article && last.anchor.p == p);
        let expected = before.map_or(1, |last| last.anchor.s + 1);
        // One fault a paragraph: the rows after it would only repeat it.
        if s != expected && told.insert((article.clone(), p)) {
            faults.add(at, format!("the sentence is ¶{p}.{s} where ¶{p}.{expected} was to come"), AGAIN);
        }
        let anchor = Anchor { p, s, words, exact, sketch };
        rows.push(Lined { line: row.line, value: AnchorRow { article, anchor } });
    }
    rows
}

fn hex<const DIGITS: usize>(cell: &str) -> Option<u64> {
    let form = cell.len() == DIGITS && cell.bytes().all(|b| b.is_ascii_hexdigit());
    u64::from_str_radix(cell, 16).ok().filter(|_| form)
}

fn read_exact(cell: &str, at: Place<'_>, faults: &mut Faults) -> Option<u64> {
    let read = hex::<16>(cell);
    if read.is_none() && !cell.is_empty() {
        faults.add(at, format!("`exact` is “{cell}”, not 16 hexadecimal digits"), AGAIN);
    }
    read
}

fn read_sketch(cell: &str, at: Place<'_>, faults: &mut Faults) -> Vec<u32> {
    let mut sketch = Vec::new();
    for part in cell.split_whitespace() {
        match hex::<8>(part).and_then(|hash| u32::try_from(hash).ok()) {
            Some(hash) => sketch.push(hash),
            None => faults.add(at, format!("`sketch` has “{part}”, not 8 hexadecimal digits"), AGAIN),
        }
    }
    sketch
}

fn read_variants(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<Lined<VariantRow>> {
    let table = Table::read(dir, VariantRow::FILE, ["article", "p", "witness", "kind", "reading"], faults);
    let mut rows = Vec::new();
    for row in &table.rows {
        let at = table.place(row);
        let [article, p, witness, kind, reading] = &row.cells;
        let article = known.article(article, at, faults);
        let p = read_paragraph(p, at, faults);
        check_filled("kind", kind, at, faults);
        let (Some(article), Some(p)) = (article, p) else { continue };
        known.witness(&article, witness, at, faults);
        let value = VariantRow { article, p, witness: witness.clone(), kind: kind.clone(), reading: reading.clone() };
        rows.push(Lined { line: row.line, value });
    }
    rows
}

fn read_repairs(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<Lined<RepairRow>> {
    let table = Table::read(dir, RepairRow::FILE, ["article", "witness", "p", "kind", "count"], faults);
    let mut rows = Vec::new();
    for row in &table.rows {
        let at = table.place(row);
        let [article, witness, p, kind, count] = &row.cells;
        let article = known.article(article, at, faults);
        // What was removed outside the body has no paragraph.
        let p = if p.is_empty() { Some(None) } else { read_paragraph(p, at, faults).map(Some) };
        let count = read_number("count", count, at, faults);
        check_filled("kind", kind, at, faults);
        let (Some(article), Some(p), Some(count)) = (article, p, count) else { continue };
        known.witness(&article, witness, at, faults);
        let repair = RepairCount { witness: witness.clone(), p, kind: kind.clone(), count };
        rows.push(Lined { line: row.line, value: RepairRow { article, repair } });
    }
    rows
}
