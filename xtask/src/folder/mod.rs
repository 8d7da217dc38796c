//! A corpus folder: read, validated, and its generated files made of the texts.
//!
//! In: the folder (`corpus.toml`, `codebook.toml`, `articles/`, tables) and, if they are at hand, a folder of texts. Out: a
//! [`Corpus`] for the page, or every [`Fault`] of the folder at once. Reading goes on after a fault with a placeholder,
//! and gives nothing where there was any. What is wrong with a text is a warning: it never stops a build.

mod agreement;
mod bulk;
mod captures;
mod cells;
mod codebook;
mod corpus;
mod derivation;
mod digest;
mod extras;
mod fault;
mod generated;
mod map;
mod own_words;
mod positions;
mod readings;
mod record;
mod section;
mod settings;
mod shape;
mod source;
mod supplied;
mod table;
mod terms;
#[cfg(test)]
mod tests;
mod withdrawn;

pub use agreement::agreement;
pub use fault::Fault;
pub use withdrawn::Withdrawn;

use codebook::Book;
use derivation::Derived;
use fault::{Faults, Place, Register};
use generated::Generated;
use own_words::{OwnWords, Sources};
use record::Record;
use settings::Settings;
use shape::{Shape, Shapes};
use sightlines_engine::model::{Article, ArticleId, Corpus, Locator};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use supplied::Supplied;
use terms::Vocabulary;

/// A corpus as read.
#[derive(Debug)]
pub struct Loaded {
    /// The corpus, with the texts that were supplied.
    pub corpus: Corpus,
    /// The positions that were taken back.
    pub withdrawn: Vec<Withdrawn>,
    /// What a person should know and nothing must stop for: texts that could not be used, files that are not read.
    pub warnings: Vec<String>,
}

/// Reads and validates the corpus folder `dir`, with the texts of the folder `texts`, which are matched to articles by
/// content. An article none of whose witnesses is supplied stays in the digest edition.
///
/// # Errors
/// Every fault of the folder, by file and line.
pub fn load(dir: &Path, texts: Option<&Path>) -> Result<Loaded, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut warnings = Vec::new();
    let folder = Folder::read(dir, &mut warnings, &mut faults);
    let supplied = texts.map(|texts| folder.supplied(texts, &mut warnings)).unwrap_or_default();
    let shapes = folder.shapes(&supplied);
    let known =
        positions::Known { book: &folder.book, articles: &folder.articles, records: &folder.records, shapes: &shapes };
    let mut positions = positions::read(dir, &known, &mut faults);
    let withdrawn = withdrawn::read(dir, &positions, &mut faults);
    readings::trace(dir, &mut positions, &mut faults);
    let (extras, mut ours) = extras::read(dir, &known, &folder.settings, &mut faults);
    ours.extend(folder.digests());
    ours.extend(positions.iter().map(|position| OwnWords {
        file: positions::FILE.to_string(),
        line: position.line,
        what: format!("the summary of `{}`", position.value.id),
        text: position.value.summary.clone(),
    }));
    let sources = Sources::of(&supplied, &folder.records);
    ours.iter().for_each(|words| sources.check(words, &mut faults));
    folder.check_generated(dir, &shapes, &supplied, &mut faults);
    for record in &folder.records {
        let Some(shape) = shapes.0.get(&record.article.id) else { continue };
        own_words::check_blocks(record, shape, &folder.generated, &mut faults);
        own_words::check_lengths(record, shape, &mut warnings, &mut faults);
        if shape.paragraphs.is_empty() {
            warnings.push(format!(
                "{}: there is neither digest nor text of this article, so only its record is shown; write its digest, or \
                 supply the text and run cargo xtask derive",
                record.file
            ));
        }
    }
    let map = map::read(dir, &mut faults);
    warnings.extend(unread_files(dir));
    let agreement = agreement::figures(dir, &mut faults);
    let faults = faults.into_sorted();
    if faults.is_empty() {
        let positions = positions.into_iter().map(|position| position.value).collect();
        let corpus = corpus::assemble(folder, &shapes, supplied, positions, agreement, extras, map);
        Ok(Loaded { corpus, withdrawn, warnings })
    } else {
        Err(faults)
    }
}

/// Makes `terms.csv`, `anchors.csv`, `variants.csv` and `repairs.csv` of the corpus folder `dir` again for the articles
/// whose texts are in the folder `texts`, and keeps the rows of the others. Gives the files that changed.
///
/// # Errors
/// What keeps the records from being read; a generated file that cannot be read though rows of it are to be kept; an
/// article of whose witnesses only some were supplied, since its variants would be lost; texts that match no article.
pub fn derive(dir: &Path, texts: &Path) -> Result<Vec<PathBuf>, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut generated_faults = Faults::default();
    let mut warnings = Vec::new();
    let book = codebook::read(dir, &mut faults);
    let settings = settings::read(dir, &book, &mut faults);
    let (records, articles) = record::read_all(dir, &book, &settings, &mut warnings, &mut faults);
    let generated = Generated::read(dir, &articles, &records, &mut generated_faults);
    let folder = Folder { book, settings, records, articles, generated, bulk: Vec::new() };
    let supplied = folder.supplied(texts, &mut warnings);
    for record in &folder.records {
        let missing = supplied.get(&record.article.id).map_or(&[][..], |text| &text.missing);
        for witness in missing {
            let what =
                format!("the witness {witness} of `{}` is not among the texts, and others are", record.article.id);
            let remedy = "supply it as well, or take it out of `witnesses`: its variants and repairs would be lost";
            faults.add(Place::new(&record.file, 1), what, remedy);
        }
    }
    let derived = Derived::of(&supplied, &folder.vocabulary());
    let mut all = faults.into_sorted();
    if all.is_empty() && derived.is_empty() {
        let what = "no text here matches an article of the corpus".to_string();
        let why = if warnings.is_empty() { String::new() } else { format!(" ({})", warnings.join("; ")) };
        let remedy = format!("put the articles' captures into the folder as plain text{why}");
        all.push(Fault { file: texts.display().to_string(), line: 1, what, remedy });
    }
    if !derived.covers(folder.records.iter().map(|record| &record.article.id)) {
        all.extend(generated_faults.into_sorted());
    }
    if !all.is_empty() {
        return Err(all);
    }
    derived.write(dir, &folder.generated).map_err(|(file, error)| {
        let what = format!("the file cannot be written ({error})");
        vec![Fault { file: file.to_string(), line: 1, what, remedy: "make it writable".to_string() }]
    })
}

/// What the files of a folder say that others refer to.
struct Folder {
    book: Book,
    settings: Settings,
    records: Vec<Record>,
    articles: Register,
    generated: Generated,
    /// Articles with their texts, of which nothing else is known.
    bulk: Vec<Article>,
}

impl Folder {
    fn read(dir: &Path, warnings: &mut Vec<String>, faults: &mut Faults) -> Folder {
        // Articles in bulk may be all that a corpus has.
        let is_bulk = dir.join(bulk::FILE).exists();
        let has = |name: &str| !is_bulk || dir.join(name).exists();
        let book = if has(codebook::FILE) { codebook::read(dir, faults) } else { Book::default() };
        let settings = settings::read(dir, &book, faults);
        let (records, articles) = if has(record::FOLDER) {
            record::read_all(dir, &book, &settings, warnings, faults)
        } else {
            Default::default()
        };
        let generated = Generated::read(dir, &articles, &records, faults);
        let bulk = bulk::read(dir, &settings, &records, faults);
        Folder { book, settings, records, articles, generated, bulk }
    }

    fn supplied(&self, texts: &Path, warnings: &mut Vec<String>) -> BTreeMap<ArticleId, Supplied> {
        supplied::read(texts, &self.records, &self.generated, &self.settings, warnings)
    }

    fn vocabulary(&self) -> Vocabulary {
        Vocabulary::new(&self.settings.rings, &self.settings.search)
    }

    fn shapes(&self, supplied: &BTreeMap<ArticleId, Supplied>) -> Shapes {
        let shape = |record: &Record| {
            let id = &record.article.id;
            (id.clone(), Shape::of(record, &self.generated, supplied.get(id)))
        };
        Shapes(self.records.iter().map(shape).collect())
    }

    fn digests(&self) -> impl Iterator<Item = OwnWords> {
        self.records.iter().flat_map(|record| {
            record.digests.iter().map(|block| OwnWords {
                file: record.file.clone(),
                line: block.line,
                what: format!("the digest of ¶{}", block.n),
                text: block.text.clone(),
            })
        })
    }

    /// Rows that name no paragraph of their article, anchors that are lost in the text, files that drifted from the texts.
    fn check_generated(
        &self,
        dir: &Path,
        shapes: &Shapes,
        supplied: &BTreeMap<ArticleId, Supplied>,
        faults: &mut Faults,
    ) {
        for (at, article, p) in self.generated.places() {
            shapes.check(article, Locator { p, s: None }, at, faults);
        }
        for (article, text) in supplied {
            text.check_anchors(article, &self.generated, faults);
        }
        Derived::of(supplied, &self.vocabulary()).check_drift(dir, &self.generated, faults);
    }
}

/// The tables and settings that stand in a folder itself.
pub const FILES: [&str; 13] = [
    "corpus.toml",
    "codebook.toml",
    "positions.csv",
    "withdrawn.csv",
    "terms.csv",
    "anchors.csv",
    "variants.csv",
    "repairs.csv",
    "events.csv",
    "figures.csv",
    "contrasts.csv",
    "notes.csv",
    "map.toml",
];

/// Tables and settings in the folder that nothing reads, most likely for a slip in their names.
fn unread_files(dir: &Path) -> Vec<String> {
    let names = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut names: Vec<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let is_ours = |name: &String| name.ends_with(".csv") || name.ends_with(".toml");
    let unread = names.iter().filter(|name| is_ours(name) && !FILES.contains(&name.as_str()));
    unread
        .map(|name| {
            let meant = fault::offer(name, FILES).filter(|offered| !offered.contains("one of"));
            format!("{name} is not read; {}", meant.unwrap_or_else(|| "take it out of the corpus folder".to_string()))
        })
        .collect()
}
