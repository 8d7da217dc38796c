//! `articles.jsonl`: articles in bulk, one a line, with texts that may be shown. They need neither digests nor captures, and have none
//! of the files that are made of these.

use super::cells::{check_filled, check_row_id, read_date};
use super::fault::{Faults, Place};
use super::record::Record;
use super::settings::Settings;
use super::source::Source;
use serde::Deserialize;
use sightlines_engine::model::{Article, AuthorId, Based, Basis, OutletId, Paragraph};
use std::collections::HashSet;
use std::path::Path;

pub(super) const FILE: &str = "articles.jsonl";

/// A line as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    title: String,
    #[serde(default)]
    authors: Vec<String>,
    outlet: String,
    date: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    rights: String,
    #[serde(default)]
    contact: String,
    paragraphs: Vec<String>,
}

/// Reads and checks the articles, in the order of the file; none, where there is no such file.
pub(super) fn read(dir: &Path, settings: &Settings, records: &[Record], faults: &mut Faults) -> Vec<Article> {
    let Some(source) = Source::read(dir, FILE, faults) else { return Vec::new() };
    let mut ids: HashSet<String> = records.iter().map(|record| record.article.id.to_string()).collect();
    let mut articles = Vec::new();
    for (line, text) in (1..).zip(source.text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let at = Place::new(FILE, line);
        match serde_json::from_str::<Line>(text) {
            Ok(line) => {
                if !ids.insert(line.id.clone()) {
                    faults.add(at, format!("the article `{}` stands twice", line.id), "give each an id of its own");
                }
                articles.extend(article(line, settings, at, faults));
            }
            Err(error) => faults.add(
                at,
                format!("the line is no article ({error})"),
                "write an object with id, title, authors, outlet, date and paragraphs, a list of texts",
            ),
        }
    }
    articles
}

fn article(line: Line, settings: &Settings, at: Place<'_>, faults: &mut Faults) -> Option<Article> {
    check_row_id(&line.id, at, faults);
    check_filled("title", line.title.trim(), at, faults);
    for author in &line.authors {
        settings.author_ids.check(author, at, faults);
    }
    settings.outlet_ids.check(&line.outlet, at, faults);
    if line
        .paragraphs
        .iter()
        .chain([&line.title])
        .any(|text| text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'))
    {
        faults.add(at, "there is a control character in the text", "take it out: it is no part of the text");
    }
    check_filled("date", &line.date, at, faults);
    let date = read_date(&line.date, at, faults);
    let paragraphs = (1..).zip(line.paragraphs).filter(|(_, text)| !text.trim().is_empty());
    let paragraphs = paragraphs.map(|(n, text)| Paragraph { n, text: Some(text.into()), ..Paragraph::default() });
    let language = if line.language.is_empty() { settings.language.clone() } else { line.language };
    Some(Article {
        id: line.id.as_str().into(),
        title: stated(line.title),
        authors: stated(line.authors.into_iter().map(AuthorId).collect()),
        author_actor: None,
        outlet: stated(OutletId(line.outlet)),
        date: stated(date?),
        genre: None,
        language,
        url: line.url,
        rights: line.rights,
        contact: line.contact,
        references: Vec::new(),
        notice: String::new(),
        witnesses: Vec::new(),
        headings: Vec::new(),
        paragraphs: paragraphs.collect(),
        variants: Vec::new(),
        repairs: Vec::new(),
    })
}

fn stated<T>(value: T) -> Based<T> {
    Based { value, basis: Basis::Stated, note: String::new(), source: String::new() }
}
