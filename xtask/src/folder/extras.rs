//! `events.csv`, `figures.csv`, `contrasts.csv` and `notes.csv`: what editors write beside the positions.

use super::cells::{check_filled, check_row_id, mangled, read_date, read_paragraph, read_places};
use super::fault::{Faults, Place, check_unique, offer};
use super::own_words::OwnWords;
use super::positions::Known;
use super::section::read_word;
use super::settings::Settings;
use super::table::Table;
use sightlines_engine::model::{
    ArticleId, Basis, ContrastKind, EditorContrast, Edtf, Event, Evidence, Figure, Locator, Note,
};
use std::path::Path;

pub(super) const EVENTS: &str = "events.csv";
pub(super) const FIGURES: &str = "figures.csv";
pub(super) const CONTRASTS: &str = "contrasts.csv";
pub(super) const NOTES: &str = "notes.csv";

/// What the four files hold, each in the order of its file.
#[derive(Debug, Default)]
pub(super) struct Extras {
    pub(super) events: Vec<Event>,
    pub(super) figures: Vec<Figure>,
    pub(super) contrasts: Vec<EditorContrast>,
    pub(super) notes: Vec<Note>,
}

/// Reads and checks all four files; gives what they hold, and their sentences, which are our own words.
pub(super) fn read(dir: &Path, known: &Known<'_>, settings: &Settings, faults: &mut Faults) -> (Extras, Vec<OwnWords>) {
    let events = read_events(dir, known, faults);
    let figures = read_figures(dir, known, faults);
    let (contrasts, mut words) = read_contrasts(dir, known, settings, faults);
    let (notes, of_notes) = read_notes(dir, known, faults);
    words.extend(of_notes);
    (Extras { events, figures, contrasts, notes }, words)
}

fn evidence(cell: &str, known: &Known<'_>, at: Place<'_>, faults: &mut Faults) -> Vec<Evidence> {
    let places = read_places(cell, known.articles, at, faults);
    for (article, locator) in &places {
        known.shapes.check(article, *locator, at, faults);
    }
    places.into_iter().map(|(article, at)| Evidence { article, at }).collect()
}

fn date(cell: &str, at: Place<'_>, faults: &mut Faults) -> Option<Edtf> {
    if check_filled("date", cell, at, faults) { read_date(cell, at, faults) } else { None }
}

/// The events; one whose date or basis is a fault is left out.
fn read_events(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<Event> {
    let table = Table::read(dir, EVENTS, ["id", "date", "basis", "label", "kind", "evidence"], faults);
    let mut events = Vec::new();
    for row in &table.rows {
        let at = table.place(row);
        let [id, day, basis, label, kind, places] = &row.cells;
        check_row_id(id, at, faults);
        let day = date(day, at, faults);
        check_filled("label", label, at, faults);
        let read: Option<Basis> = read_word(basis);
        if read.is_none() && check_filled("basis", basis, at, faults) {
            let remedy = offer(basis, ["stated", "inferred", "editor", "looked_up"]).unwrap_or_default();
            faults.add(at, format!("the basis is “{basis}”"), remedy);
        }
        // What the editors supply or looked up need not stand in an article.
        if matches!(read, Some(Basis::Stated | Basis::Inferred)) {
            check_filled("evidence", places, at, faults);
        }
        let evidence = evidence(places, known, at, faults);
        if let (Some(date), Some(basis)) = (day, read) {
            let (id, label, kind) = (id.as_str().into(), label.clone(), kind.clone());
            events.push(Event { id, date, basis, label, kind, evidence });
        }
    }
    check_unique("event", EVENTS, table.rows.iter().map(|row| (row.cells[0].as_str(), row.line)), faults);
    events
}

/// The figures; one whose value is a fault is left out.
fn read_figures(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<Figure> {
    let table = Table::read(dir, FIGURES, ["id", "value", "unit", "label", "date", "evidence"], faults);
    let mut figures = Vec::new();
    for row in &table.rows {
        let at = table.place(row);
        let [id, value, unit, label, day, places] = &row.cells;
        check_row_id(id, at, faults);
        let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
        if check_filled("value", value, at, faults) && number.is_none() {
            let form = mangled(value)
                .map_or(String::new(), |form| format!("; a spreadsheet program seems to have made {form} of it"));
            faults.add(at, format!("the value “{value}” is no number{form}"), "write digits with a point, such as 2.5");
        }
        check_filled("label", label, at, faults);
        let date = read_date(day, at, faults);
        check_filled("evidence", places, at, faults);
        let evidence = evidence(places, known, at, faults);
        if let Some(value) = number {
            let (id, unit, label) = (id.as_str().into(), unit.clone(), label.clone());
            figures.push(Figure { id, value, unit, label, date, evidence });
        }
    }
    check_unique("figure", FIGURES, table.rows.iter().map(|row| (row.cells[0].as_str(), row.line)), faults);
    figures
}

/// The editors' contrasts with their summaries as our own words; one whose kind is a fault is left out.
fn read_contrasts(
    dir: &Path,
    known: &Known<'_>,
    settings: &Settings,
    faults: &mut Faults,
) -> (Vec<EditorContrast>, Vec<OwnWords>) {
    let columns = ["id", "issue", "kind", "side_a", "side_b", "summary", "evidence"];
    let table = Table::read(dir, CONTRASTS, columns, faults);
    let (mut contrasts, mut words) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let at = table.place(row);
        let [id, issue, kind, side_a, side_b, summary, places] = &row.cells;
        check_row_id(id, at, faults);
        if check_filled("issue", issue, at, faults) {
            known.book.issues.check(issue, at, faults);
        }
        let read: Option<ContrastKind> = read_word(kind);
        if check_filled("kind", kind, at, faults) && read.is_none() {
            let kinds = ContrastKind::ALL.map(ContrastKind::id);
            faults.add(at, format!("the kind is “{kind}”"), offer(kind, kinds).unwrap_or_default());
        }
        for (column, side) in [("side_a", side_a), ("side_b", side_b)] {
            let signs = settings.authors.iter().any(|author| author.id.as_str() == side)
                || settings.outlets.iter().any(|outlet| outlet.id.as_str() == side);
            if check_filled(column, side, at, faults) && !signs {
                known.book.actors.check(side, at, faults);
            }
        }
        check_filled("summary", summary, at, faults);
        check_filled("evidence", places, at, faults);
        let evidence = evidence(places, known, at, faults);
        words.push(own_words(CONTRASTS, row.line, format!("the summary of `{id}`"), summary));
        contrasts.extend(read.map(|kind| EditorContrast {
            id: id.as_str().into(),
            issue: issue.as_str().into(),
            kind,
            side_a: side_a.clone(),
            side_b: side_b.clone(),
            summary: summary.clone(),
            evidence,
        }));
    }
    check_unique("contrast", CONTRASTS, table.rows.iter().map(|row| (row.cells[0].as_str(), row.line)), faults);
    (contrasts, words)
}

/// The notes, with their sentences as our own words.
fn read_notes(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> (Vec<Note>, Vec<OwnWords>) {
    let table = Table::read(dir, NOTES, ["article", "p", "text"], faults);
    let (mut notes, mut words) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let at = table.place(row);
        let [article, p, text] = &row.cells;
        let article_known = check_filled("article", article, at, faults) && known.articles.check(article, at, faults);
        // Without a paragraph a note is about the whole article.
        let p = if p.is_empty() { None } else { read_paragraph(p, at, faults) };
        if let (Some(p), true) = (p, article_known) {
            known.shapes.check(&ArticleId::from(article.as_str()), Locator { p, s: None }, at, faults);
        }
        check_filled("text", text, at, faults);
        words.push(own_words(NOTES, row.line, "the note".to_string(), text));
        notes.push(Note { article: article.as_str().into(), p, text: text.clone() });
    }
    (notes, words)
}

fn own_words(file: &str, line: u32, what: String, text: &str) -> OwnWords {
    OwnWords { file: file.to_string(), line, what, text: text.to_string() }
}
