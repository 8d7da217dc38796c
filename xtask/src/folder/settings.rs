//! `corpus.toml`: what the corpus is, who writes in it and where, which names belong together, what is cut out of captures.

use super::codebook::Book;
use super::fault::{Faults, Place, Register, check_unique};
use super::section::{Document, Section};
use super::source::Source;
use regex_lite::Regex;
use sightlines_engine::model::{ActorKind, Author, Edtf, Names, Outlet, OutletKind, SearchForms, UNNAMED};
use std::path::Path;

pub(super) const FILE: &str = "corpus.toml";

/// What `corpus.toml` says.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) horizon: String,
    pub(super) language: String,
    pub(super) licence: String,
    pub(super) public_url: String,
    pub(super) version: String,
    pub(super) editors: Vec<String>,
    pub(super) contact: String,
    pub(super) published: String,
    pub(super) method: String,
    pub(super) authors: Vec<Author>,
    pub(super) outlets: Vec<Outlet>,
    pub(super) rings: Vec<Names>,
    pub(super) related: Vec<Names>,
    pub(super) search: SearchForms,
    /// Whole lines to cut out of captures, as regular expressions.
    drop_lines: Vec<Regex>,
    pub(super) author_ids: Register,
    pub(super) outlet_ids: Register,
}

impl Settings {
    /// Whether a line of a capture is to be cut out.
    pub(super) fn drops(&self, line: &str) -> bool {
        self.drop_lines.iter().any(|rule| rule.is_match(line))
    }
}

/// Reads and checks the settings; their actors are the codebook's.
pub(super) fn read(dir: &Path, book: &Book, faults: &mut Faults) -> Settings {
    let Some(source) = Source::read(dir, FILE, faults) else {
        if !dir.join(FILE).exists() {
            let remedy = "write one: id, title, horizon, language, licence, authors and outlets";
            faults.add(Place::new(FILE, 1), "there is no such file", remedy);
        }
        return Settings::default();
    };
    let document = Document::parse(&source, 0..source.text.len(), faults);
    let root = document.root();
    root.only(
        &[
            "id",
            "title",
            "description",
            "horizon",
            "language",
            "licence",
            "public_url",
            "version",
            "editors",
            "contact",
            "published",
            "method",
            "author",
            "outlet",
            "ring",
            "related",
            "search",
            "clean",
        ],
        faults,
    );
    let optional = |key: &str, faults: &mut Faults| root.optional(key, faults).unwrap_or_default().value;
    let authors = read_authors(&root, book, faults);
    let outlets = read_outlets(&root, faults);
    let (search, drop_lines) = read_forms(&root, faults);
    Settings {
        id: root.id(faults).value,
        title: root.required("title", faults).value,
        description: optional("description", faults),
        horizon: root.required("horizon", faults).value,
        language: language(&root, faults),
        licence: root.required("licence", faults).value,
        public_url: public_url(&root, faults),
        version: optional("version", faults),
        editors: root.texts("editors", faults).into_iter().map(|name| name.value).collect(),
        contact: optional("contact", faults),
        published: published(&root, faults),
        method: optional("method", faults),
        author_ids: Register::new("author", FILE, document.complete, authors.iter().map(|author| author.id.as_str())),
        outlet_ids: Register::new("outlet", FILE, document.complete, outlets.iter().map(|outlet| outlet.id.as_str())),
        authors,
        outlets,
        rings: read_names(&root, "ring", faults),
        related: read_names(&root, "related", faults),
        search,
        drop_lines,
    }
}

/// When this version was published: one date, since catalogues ask for a year.
fn published(section: &Section<'_>, faults: &mut Faults) -> String {
    let written = section.optional("published", faults).map(|text| text.value).unwrap_or_default();
    let is_date = written.parse::<Edtf>().is_ok() && !written.contains('/');
    if !written.is_empty() && !is_date {
        faults.add(
            section.place_of("published"),
            format!("“{written}” is no date"),
            "write 2026, 2026-11 or 2026-11-25",
        );
    }
    written
}

/// Where the corpus is hosted: a folder, with its last slash, or a page in it; empty where it is nowhere.
fn public_url(section: &Section<'_>, faults: &mut Faults) -> String {
    let url = section.optional("public_url", faults).map(|text| text.value).unwrap_or_default();
    let path = ["https://", "http://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme))
        .and_then(|rest| rest.split_once('/'));
    let is_file = |name: &str| name.is_empty() || name.contains('.');
    let is_address = path
        .is_some_and(|(host, path)| !host.is_empty() && is_file(path.rsplit('/').next().unwrap_or(path)))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "#?\"<>\\".contains(c));
    if !url.is_empty() && !is_address {
        let remedy = "write the folder with its last slash, such as https://example.org/kurils/, or a page in it";
        faults.add(section.place_of("public_url"), format!("`{url}` is no address of a folder or a page"), remedy);
    }
    url
}

/// A BCP 47 tag: parts of letters and digits with hyphens between them.
pub(super) fn language(section: &Section<'_>, faults: &mut Faults) -> String {
    let tag = section.required("language", faults).value;
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or("");
    if !tag.is_empty() && (!tag.split('-').all(part) || !(2..=3).contains(&first.len())) {
        let remedy = "write its tag, such as `en`, `ru` or `ja`";
        faults.add(section.place_of("language"), format!("`{tag}` is no language tag"), remedy);
    }
    tag
}

fn read_authors(root: &Section<'_>, book: &Book, faults: &mut Faults) -> Vec<Author> {
    let (mut authors, mut lines) = (Vec::new(), Vec::new());
    for section in root.sections("author", faults) {
        section.only(&["id", "name", "family", "affiliation", "actor"], faults);
        let author = Author {
            id: section.id(faults).value.as_str().into(),
            name: section.required("name", faults).value,
            family: section.optional("family", faults).unwrap_or_default().value,
            affiliation: section.optional("affiliation", faults).unwrap_or_default().value,
            actor: section.optional("actor", faults).map(|actor| actor.value.as_str().into()),
        };
        if author.id.as_str() == UNNAMED {
            let remedy = "leave `authors` empty where nobody is named, and give no author this id";
            faults.add(section.place_of("id"), format!("the id `{UNNAMED}` means that no author is named"), remedy);
        }
        if !author.family.is_empty() && author.given().is_none() {
            let what = format!("`{}` neither begins nor ends the name `{}`", author.family, author.name);
            let remedy = "write the words of the name that lists are sorted by, or leave `family` out";
            faults.add(section.place_of("family"), what, remedy);
        }
        if let Some(actor) = &author.actor {
            check_author_actor(actor.as_str(), section.place_of("actor"), book, faults);
        }
        lines.push(section.place().line);
        authors.push(author);
    }
    check_unique("author", FILE, authors.iter().map(|author| author.id.as_str()).zip(lines), faults);
    authors
}

/// Whoever speaks as an article's author must be an actor of kind `author`.
pub(super) fn check_author_actor(actor: &str, at: Place<'_>, book: &Book, faults: &mut Faults) {
    let known = book.actors.check(actor, at, faults);
    let found = book.codebook.actors.iter().find(|known| known.id.as_str() == actor);
    if known && found.is_some_and(|actor| actor.kind != ActorKind::Author) {
        let what = format!("the actor `{actor}` is not of the kind `author`");
        faults.add(at, what, "name an actor of this kind, or change the kind in codebook.toml");
    }
}

fn read_outlets(root: &Section<'_>, faults: &mut Faults) -> Vec<Outlet> {
    let (mut outlets, mut lines) = (Vec::new(), Vec::new());
    for section in root.sections("outlet", faults) {
        section.only(&["id", "name", "kind", "about"], faults);
        outlets.push(Outlet {
            id: section.id(faults).value.as_str().into(),
            name: section.required("name", faults).value,
            kind: outlet_kind(&section, faults),
            about: section.optional("about", faults).unwrap_or_default().value,
        });
        lines.push(section.place().line);
    }
    check_unique("outlet", FILE, outlets.iter().map(|outlet| outlet.id.as_str()).zip(lines), faults);
    outlets
}

/// What kind of outlet it is; a website, where nothing is said.
fn outlet_kind(section: &Section<'_>, faults: &mut Faults) -> OutletKind {
    let Some(word) = section.optional("kind", faults) else { return OutletKind::default() };
    let known = OutletKind::ALL.into_iter().find(|kind| kind.id() == word.value);
    known.unwrap_or_else(|| {
        let kinds = OutletKind::ALL.map(OutletKind::id).join(", ");
        let remedy = format!("write one of {kinds}, or leave it out");
        faults.add(section.place_of("kind"), format!("`{}` is no kind of outlet", word.value), remedy);
        OutletKind::default()
    })
}

fn read_names(root: &Section<'_>, key: &str, faults: &mut Faults) -> Vec<Names> {
    let mut read = Vec::new();
    for section in root.sections(key, faults) {
        section.only(&["names"], faults);
        let names: Vec<String> = section.texts("names", faults).into_iter().map(|name| name.value).collect();
        if names.len() < 2 || names.iter().any(String::is_empty) {
            let remedy = "write two or more, names = [\"…\", \"…\"], or take it out";
            faults.add(section.place(), format!("this `{key}` joins fewer than two names"), remedy);
        }
        read.push(Names { names });
    }
    read
}

fn read_forms(root: &Section<'_>, faults: &mut Faults) -> (SearchForms, Vec<Regex>) {
    let mut forms = SearchForms::default();
    if let Some(search) = root.section("search", "a table, [search]", faults) {
        search.only(&["case_words", "same"], faults);
        forms.case_words = search.texts("case_words", faults).into_iter().map(|word| word.value).collect();
        forms.same = search.text_lists("same", faults);
    }
    let mut drop_lines = Vec::new();
    if let Some(clean) = root.section("clean", "a table, [clean]", faults) {
        clean.only(&["drop_lines"], faults);
        for pattern in clean.texts("drop_lines", faults) {
            match Regex::new(&pattern.value) {
                Ok(rule) => drop_lines.push(rule),
                Err(why) => {
                    let what = format!("`{}` is no regular expression: {why}", pattern.value);
                    let remedy = "mend it; a sign meant as itself is written \\\\. or \\\\(";
                    faults.add(Place::new(FILE, pattern.line), what, remedy);
                }
            }
        }
    }
    (forms, drop_lines)
}
