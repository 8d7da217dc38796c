//! `articles/<id>.md`: the record as TOML between two lines of `+++`, then our digest, one `[n]` block a paragraph.

use super::cells::read_date;
use super::codebook::Book;
use super::digest::{self, Block};
use super::fault::{Faults, Place, Register, check_unique};
use super::section::{Document, Section};
use super::settings::{self, Settings, check_author_actor};
use super::source::Source;
use sightlines_engine::model::{ActorId, Article, AuthorId, Based, Basis, Edtf, Heading, OutletId, UNNAMED};
use std::path::Path;

/// The folder of the records.
pub(super) const FOLDER: &str = "articles";

const BASES: [&str; 4] = ["stated", "inferred", "editor", "looked_up"];

/// A record with its digest, as far as its own file tells them.
#[derive(Debug)]
pub(super) struct Record {
    /// The file, relative to the folder.
    pub(super) file: String,
    /// The article, still without paragraphs, variants and repairs.
    pub(super) article: Article,
    /// The digest's blocks in the order of the file; empty where there is none.
    pub(super) digests: Vec<Block>,
    /// Those who may speak with the voice `author`.
    pub(super) author_actors: Vec<ActorId>,
}

/// Reads every record, in the order of the ids. What is in the folder and is no record is named in `warnings`.
pub(super) fn read_all(
    dir: &Path,
    book: &Book,
    settings: &Settings,
    warnings: &mut Vec<String>,
    faults: &mut Faults,
) -> (Vec<Record>, Register) {
    let at = Place::new(FOLDER, 1);
    let mut names = Vec::new();
    match std::fs::read_dir(dir.join(FOLDER)) {
        Ok(entries) => names.extend(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned())),
        Err(_) => faults.add(at, "there is no such folder", "make one, with a record <id>.md for each article"),
    }
    names.sort();
    let (records_named, others): (Vec<String>, Vec<String>) =
        names.into_iter().filter(|name| !name.starts_with('.')).partition(|name| name.ends_with(".md"));
    for other in others {
        warnings.push(format!("{FOLDER}/{other} is not read: a record's name ends in .md"));
    }
    if records_named.is_empty() && dir.join(FOLDER).is_dir() {
        faults.add(at, "there is no record", "write one, <id>.md, for each article");
    }
    let mut records = Vec::new();
    // The files' names stand for ids that cannot be read, so that their articles are not called unknown elsewhere.
    let mut ids: Vec<String> = Vec::new();
    for name in records_named {
        ids.push(name.trim_end_matches(".md").to_string());
        records.extend(read(dir, &name, book, settings, faults));
    }
    records.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    for pair in records.windows(2).filter(|pair| pair[0].article.id == pair[1].article.id) {
        let what = format!("the article `{}` stands twice, first in {}", pair[1].article.id, pair[0].file);
        faults.add(Place::new(&pair[1].file, 1), what, "give each an id of its own, or take one out");
    }
    ids.extend(records.iter().map(|record| record.article.id.to_string()));
    let ids = Register::new("article", FOLDER, true, ids.iter().map(String::as_str));
    (records, ids)
}

fn read(dir: &Path, name: &str, book: &Book, settings: &Settings, faults: &mut Faults) -> Option<Record> {
    let file = format!("{FOLDER}/{name}");
    let source = Source::read(dir, &file, faults)?;
    let fences: Vec<(u32, usize)> = source
        .lines()
        .filter(|(_, line)| line.trim_end() == "+++")
        .map(|(number, line)| (number, line.as_ptr() as usize - source.text.as_ptr() as usize))
        .take(2)
        .collect();
    let before = fences.first().map(|(_, start)| &source.text[..*start]);
    let (Some(""), [(_, open), (last_line, close)]) = (before.map(str::trim), fences.as_slice()) else {
        let what = "the record does not stand between two lines of +++";
        faults.add(Place::new(&file, 1), what, "write +++, its fields, +++, then the digest");
        return None;
    };
    let document = Document::parse(&source, open + 3..*close, faults);
    let section = document.root();
    let (digests, headings) = digest::read(&source, *last_line, faults);
    let article = read_article(&section, headings, faults);
    if !article.id.as_str().is_empty() && name.strip_suffix(".md") != Some(article.id.as_str()) {
        let remedy = format!("call the file {}.md, or give the article the file's name as its id", article.id);
        faults.add(section.place_of("id"), format!("the id `{}` is not the file's name", article.id), remedy);
    }
    let author_actors = check_references(&section, &article, book, settings, faults);
    Some(Record { author_actors, article, digests, file: file.clone() })
}

fn read_article(section: &Section<'_>, headings: Vec<Heading>, faults: &mut Faults) -> Article {
    section.only(
        &[
            "id",
            "title",
            "authors",
            "author_actor",
            "outlet",
            "date",
            "genre",
            "language",
            "url",
            "rights",
            "contact",
            "notice",
            "witnesses",
        ],
        faults,
    );
    let file = section.place().file;
    let optional = |key: &str, faults: &mut Faults| section.optional(key, faults).unwrap_or_default().value;
    let text = |field: &Section<'_>, faults: &mut Faults| field.required("value", faults).value;
    let outlet_id = |field: &Section<'_>, faults: &mut Faults| OutletId(text(field, faults));
    let author_ids = |field: &Section<'_>, faults: &mut Faults| {
        if !field.has("value") {
            field.missing("value", "[\"…\"], or [] where none is named", faults);
        }
        let authors = field.texts("value", faults);
        check_unique("author", file, authors.iter().map(|id| (id.value.as_str(), id.line)), faults);
        authors.into_iter().map(|id| AuthorId(id.value)).collect::<Vec<_>>()
    };
    let date = |field: &Section<'_>, faults: &mut Faults| {
        let date = field.required("value", faults);
        read_date(&date.value, Place::new(file, date.line), faults).unwrap_or_else(no_date)
    };
    let witnesses = section.texts("witnesses", faults);
    check_unique("witness", file, witnesses.iter().map(|name| (name.value.as_str(), name.line)), faults);
    Article {
        id: section.id(faults).value.as_str().into(),
        title: must(section, "title", "\"…\"", text, String::new, faults),
        authors: must(section, "authors", "[\"…\"]", author_ids, Vec::new, faults),
        author_actor: section.optional("author_actor", faults).map(|actor| actor.value.as_str().into()),
        outlet: must(section, "outlet", "\"…\"", outlet_id, OutletId::default, faults),
        date: must(section, "date", "\"2019-01-22\"", date, no_date, faults),
        genre: based(section, "genre", "\"…\"", text, faults),
        language: settings::language(section, faults),
        url: optional("url", faults),
        rights: optional("rights", faults),
        contact: optional("contact", faults),
        references: Vec::new(),
        notice: optional("notice", faults),
        witnesses: witnesses.into_iter().map(|name| name.value).collect(),
        headings,
        paragraphs: Vec::new(),
        variants: Vec::new(),
        repairs: Vec::new(),
    }
}

/// Stands for a date that could not be read; never leaves the reading of a folder.
fn no_date() -> Edtf {
    "0001".parse().expect("a year of four digits is a date")
}

/// A field that must be there; its placeholder where it is not.
fn must<T>(
    section: &Section<'_>,
    key: &str,
    form: &str,
    read: impl FnOnce(&Section<'_>, &mut Faults) -> T,
    placeholder: impl FnOnce() -> T,
    faults: &mut Faults,
) -> Based<T> {
    if !section.has(key) {
        section.missing(key, &format!("{{ value = {form}, basis = \"stated\" }}"), faults);
    }
    let absent = || Based { value: placeholder(), basis: Basis::Stated, note: String::new(), source: String::new() };
    based(section, key, form, read, faults).unwrap_or_else(absent)
}

/// A field with its basis: `{ value = …, basis = "stated" }`.
fn based<T>(
    section: &Section<'_>,
    key: &str,
    form: &str,
    read: impl FnOnce(&Section<'_>, &mut Faults) -> T,
    faults: &mut Faults,
) -> Option<Based<T>> {
    let field = section.section(key, &format!("{{ value = {form}, basis = \"stated\" }}"), faults)?;
    field.only(&["value", "basis", "note", "source"], faults);
    let basis = field.word("basis", &BASES, faults).unwrap_or(Basis::Stated);
    let source = field.optional("source", faults).unwrap_or_default().value;
    if basis == Basis::LookedUp && source.is_empty() {
        field.missing("source", "\"…\", saying where it was looked up", faults);
    }
    let note = field.optional("note", faults).unwrap_or_default().value;
    Some(Based { value: read(&field, faults), basis, note, source })
}

/// Checks the ids that the record names, and gives those who may speak as the article's author.
fn check_references(
    section: &Section<'_>,
    article: &Article,
    book: &Book,
    settings: &Settings,
    faults: &mut Faults,
) -> Vec<ActorId> {
    let place_of_value = |key: &str, faults: &mut Faults| {
        let field = section.section(key, "", faults);
        field.map_or(section.place_of(key), |field| field.place_of("value"))
    };
    let at = place_of_value("authors", faults);
    for author in article.authors.value.iter().filter(|author| !author.as_str().is_empty()) {
        if author.as_str() == UNNAMED {
            faults.add(at, format!("`{UNNAMED}` is no author"), "leave the list empty, [], where nobody is named");
            continue;
        }
        settings.author_ids.check(author.as_str(), at, faults);
    }
    if !article.outlet.value.as_str().is_empty() {
        let at = place_of_value("outlet", faults);
        settings.outlet_ids.check(article.outlet.value.as_str(), at, faults);
    }
    if let Some(actor) = &article.author_actor {
        let at = section.place_of("author_actor");
        check_author_actor(actor.as_str(), at, book, faults);
        if !article.authors.value.is_empty() {
            let remedy = "take it out, and link the author in corpus.toml by `actor`";
            faults.add(at, "`author_actor` stands beside named authors", remedy);
        }
    }
    let named = settings.authors.iter().filter(|author| article.authors.value.contains(&author.id));
    named.filter_map(|author| author.actor.clone()).chain(article.author_actor.clone()).collect()
}
