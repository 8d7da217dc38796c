//! A corpus for search servers: the bulk forms that OpenSearch and Quickwit load.
//!
//! In: a validated corpus. Out: a folder with `opensearch/`, `quickwit/` and `rings.jsonl`. Three indexes (articles, paragraphs,
//! positions) are said once in [`fields`]; each engine has its own form of that, and both get the same documents. What an
//! article's publisher wrote and what the editors wrote never share a field. Nothing here is sent anywhere.
//!
//! ```text
//! corpus ── articles, paragraphs, positions ── Document ─┬─ opensearch   settings, mappings, bulk lines
//!        └─ rings    synonyms, other names               └─ quickwit     index configuration, lines
//! ```

mod articles;
mod document;
mod fields;
mod opensearch;
mod paragraphs;
mod parts;
mod positions;
mod quickwit;
mod rings;
#[cfg(test)]
mod tests;

use crate::args::Source;
use crate::course::identifier;
use crate::explore;
use crate::places::{Places, shown};
use crate::trouble::{Naming, Outcome, Trouble};
use document::Document;
use fields::{ARTICLES, Index, PARAGRAPHS, POSITIONS};
use opensearch::OpenSearch;
use parts::Parts;
use quickwit::Quickwit;
use rings::Rings;
use sightlines_engine::model::Corpus;
use std::path::{Path, PathBuf};

/// The longest name of an index that both engines take, in bytes.
const LONGEST_NAME: usize = 255;

/// Writes the corpus into `out`, saying what was written and what must be known before it is passed on.
///
/// # Errors
/// Every fault of the corpus folder; where an id is too long for an engine, or a file cannot be written.
pub fn run(places: &Places, source: &Source, out: Option<PathBuf>) -> Outcome<()> {
    let out = out.unwrap_or_else(|| places.root.join("export"));
    let corpus = explore::load(places, source)?;
    println!("The export");
    for written in write(&corpus, &out)? {
        let form = if written.documents == 1 { "document" } else { "documents" };
        let size = written.bytes as f64 / 1000.0;
        println!("  {}: {} {form}, {size:.0} KB, parts: {}", written.name, written.documents, written.parts);
    }
    println!("  in {}", shown(&out));
    let with_text = corpus.articles.iter().filter(|a| a.paragraphs.iter().any(|p| p.text.is_some())).count();
    if with_text > 0 {
        println!(
            "  note: it holds the text of {with_text} of the articles; load it only where all readers may read them"
        );
    }
    for article in corpus.articles.iter().filter(|article| !article.notice.is_empty()) {
        println!("  note: {}: {}", article.id, article.notice);
    }
    Ok(())
}

/// What was written of one index for one engine.
#[derive(Debug)]
struct Written {
    /// The engine's folder and the index.
    name: String,
    documents: usize,
    bytes: u64,
    parts: usize,
}

/// Writes all files; what an earlier export left in the place of parts goes.
fn write(corpus: &Corpus, out: &Path) -> Outcome<Vec<Written>> {
    let rings = Rings::of(corpus);
    let mut written = Vec::new();
    for (index, documents) in [
        (&ARTICLES, Box::new(articles::documents(corpus, &rings)) as Box<dyn Iterator<Item = Document>>),
        (&PARAGRAPHS, Box::new(paragraphs::documents(corpus, &rings))),
        (&POSITIONS, Box::new(positions::documents(corpus))),
    ] {
        let name = index_name(corpus, index)?;
        let engines: [&dyn Engine; 2] = [&OpenSearch, &Quickwit];
        let mut parts = Vec::new();
        for engine in engines {
            let dir = out.join(engine.folder());
            std::fs::create_dir_all(&dir).naming("make the folder", &dir)?;
            let (file, text) = engine.config(&name, index, corpus, &rings);
            let file = dir.join(file);
            std::fs::write(&file, text).naming("write", &file)?;
            parts.push(Parts::new(dir, &name)?);
        }
        let mut count = 0;
        for document in documents {
            count += 1;
            for (engine, parts) in engines.iter().zip(&mut parts) {
                parts.push(&engine.lines(&name, index, &document)?)?;
            }
        }
        for (engine, parts) in engines.iter().zip(parts) {
            let (parts, bytes) = parts.close()?;
            written.push(Written { name: format!("{}/{name}", engine.folder()), documents: count, bytes, parts });
        }
    }
    let file = out.join("rings.jsonl");
    std::fs::write(&file, rings.lines()).naming("write", &file)?;
    Ok(written)
}

/// One engine's forms.
trait Engine {
    /// The folder of its files.
    fn folder(&self) -> &'static str;

    /// The file that makes the index, and what stands in it.
    fn config(&self, name: &str, index: &Index, corpus: &Corpus, rings: &Rings) -> (String, String);

    /// A document as the lines that are sent, each ended; they may not be parted.
    ///
    /// # Errors
    /// Where the engine would refuse the document.
    fn lines(&self, name: &str, index: &Index, document: &Document) -> Outcome<String>;
}

/// `sightlines-kurils-articles`: small letters, digits and hyphens, and a letter first, as both engines ask.
fn index_name(corpus: &Corpus, index: &Index) -> Outcome<String> {
    let name = format!("{}-{}", identifier(&corpus.id).to_lowercase(), index.name);
    if name.len() > LONGEST_NAME {
        let says = format!("the id of the corpus makes the name of an index {} bytes long", name.len());
        return Err(Trouble::new(says).mend("shorten `id` in corpus.toml: engines take names of 255 bytes at most"));
    }
    Ok(name)
}
