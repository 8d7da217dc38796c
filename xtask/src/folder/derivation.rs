//! The generated files: made of the supplied texts, written, and compared with what is there.

use super::fault::{Faults, Place};
use super::generated::{AnchorRow, Generated, GeneratedRow, RepairRow, Term, VariantRow};
use super::section::Lined;
use super::supplied::Supplied;
use super::terms::Vocabulary;
use sightlines_engine::anchor::anchors;
use sightlines_engine::model::ArticleId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The command that makes the generated files again.
const COMMAND: &str = "cargo xtask derive";

/// The rows that the texts give, article by article.
#[derive(Debug, Default)]
pub(super) struct Derived {
    articles: BTreeSet<ArticleId>,
    terms: Vec<Term>,
    anchors: Vec<AnchorRow>,
    variants: Vec<VariantRow>,
    repairs: Vec<RepairRow>,
}

impl Derived {
    /// The rows of the articles whose witnesses were all supplied.
    pub(super) fn of(supplied: &BTreeMap<ArticleId, Supplied>, vocabulary: &Vocabulary) -> Derived {
        let mut derived = Derived::default();
        for (id, text) in supplied.iter().filter(|(_, text)| text.missing.is_empty()) {
            derived.add(id, text, vocabulary);
        }
        derived
    }

    fn add(&mut self, id: &ArticleId, text: &Supplied, vocabulary: &Vocabulary) {
        let article = || id.clone();
        self.articles.insert(article());
        for block in &text.paragraphs {
            let terms = vocabulary.terms(&block.text).into_iter();
            self.terms.extend(terms.map(|(term, count)| Term { article: article(), p: block.n, term, count }));
        }
        let mut sentences = anchors(id, &text.paragraphs);
        sentences.sort_by_key(|anchor| (anchor.p, anchor.s));
        self.anchors.extend(sentences.into_iter().map(|anchor| AnchorRow { article: article(), anchor }));
        for variant in &text.variants {
            self.variants.extend(variant.readings.iter().map(|reading| VariantRow {
                article: article(),
                p: variant.p,
                witness: reading.witness.clone(),
                kind: variant.kind.clone(),
                reading: reading.reading.clone(),
            }));
        }
        let repairs = text.repairs.iter().cloned();
        self.repairs.extend(repairs.map(|repair| RepairRow { article: article(), repair }));
    }

    /// Whether every article of the corpus is among those derived.
    pub(super) fn covers<'a>(&self, articles: impl IntoIterator<Item = &'a ArticleId>) -> bool {
        articles.into_iter().all(|article| self.articles.contains(article))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Adds a fault for each generated file that is there and differs from what would be written.
    pub(super) fn check_drift(&self, dir: &Path, generated: &Generated, faults: &mut Faults) {
        drift(dir, &self.articles, &self.terms, &generated.terms, faults);
        drift(dir, &self.articles, &self.anchors, &generated.anchors, faults);
        drift(dir, &self.articles, &self.variants, &generated.variants, faults);
        drift(dir, &self.articles, &self.repairs, &generated.repairs, faults);
    }

    /// Writes the four files, with the present rows of the articles that are not derived here. Gives those that changed.
    pub(super) fn write(
        &self,
        dir: &Path,
        present: &Generated,
    ) -> Result<Vec<PathBuf>, (&'static str, std::io::Error)> {
        let written = [
            write(dir, &self.articles, &self.terms, &present.terms),
            write(dir, &self.articles, &self.anchors, &present.anchors),
            write(dir, &self.articles, &self.variants, &present.variants),
            write(dir, &self.articles, &self.repairs, &present.repairs),
        ];
        written.into_iter().filter_map(Result::transpose).collect()
    }
}

fn drift<R: GeneratedRow>(
    dir: &Path,
    articles: &BTreeSet<ArticleId>,
    derived: &[R],
    present: &[Lined<R>],
    faults: &mut Faults,
) {
    // A corpus may have none of these files.
    if !dir.join(R::FILE).exists() {
        return;
    }
    let present: Vec<&Lined<R>> = present.iter().filter(|row| articles.contains(row.value.article())).collect();
    let differs = |nth: &usize| present.get(*nth).map(|row| row.value.cells()) != derived.get(*nth).map(R::cells);
    let Some(nth) = (0..present.len().max(derived.len())).find(differs) else { return };
    let line = present.get(nth).or(present.last()).map_or(1, |row| row.line);
    let what = match (present.get(nth).map(|row| row.value.cells()), derived.get(nth).map(R::cells)) {
        (Some(there), Some(expected)) => {
            // As far as the first cell that differs: a fingerprint is long.
            let shown = 1 + there.iter().zip(&expected).take_while(|(a, b)| a == b).count().max(2);
            let row = |cells: Vec<String>| cells.into_iter().take(shown).collect::<Vec<_>>().join(",");
            format!("the texts give {} here, not {}", row(expected), row(there))
        }
        (Some(there), None) => format!("the texts do not give {}", there.join(",")),
        (None, Some(expected)) => format!("the texts give {} as well", expected.join(",")),
        (None, None) => return,
    };
    faults.add(Place::new(R::FILE, line), what, format!("make the file again: {COMMAND}"));
}

fn write<R: GeneratedRow>(
    dir: &Path,
    articles: &BTreeSet<ArticleId>,
    derived: &[R],
    present: &[Lined<R>],
) -> Result<Option<PathBuf>, (&'static str, std::io::Error)> {
    let kept = present.iter().map(|row| &row.value).filter(|row| !articles.contains(row.article()));
    let mut rows: Vec<&R> = kept.chain(derived).collect();
    // Within an article the rows are in order already.
    rows.sort_by(|a, b| a.article().cmp(b.article()));
    let failed = |error: std::io::Error| (R::FILE, error);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let record = |writer: &mut csv::Writer<Vec<u8>>, cells: &[String]| writer.write_record(cells).map_err(csv_to_io);
    let header: Vec<String> = R::COLUMNS.iter().map(ToString::to_string).collect();
    record(&mut writer, &header).map_err(failed)?;
    for row in rows {
        record(&mut writer, &row.cells()).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.into_error()))?;
    let path = dir.join(R::FILE);
    if std::fs::read(&path).is_ok_and(|present| present == bytes) {
        return Ok(None);
    }
    std::fs::write(&path, bytes).map_err(failed)?;
    Ok(Some(path))
}

fn csv_to_io(error: csv::Error) -> std::io::Error {
    std::io::Error::other(error)
}
