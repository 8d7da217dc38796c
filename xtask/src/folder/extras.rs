//! `events.csv`, `figures.csv`, `contrasts.csv` and `notes.csv`: checked with the rest of the folder, so that they stay
//! sound; no view shows them yet.

use super::cells::{check_filled, check_row_id, mangled, read_date, read_paragraph, read_places};
use super::fault::{Faults, Place, check_unique, offer};
use super::own_words::OwnWords;
use super::positions::Known;
use super::section::read_word;
use super::settings::Settings;
use super::table::Table;
use sightlines_engine::model::{ArticleId, Basis, Locator};
use std::path::Path;

pub(super) const EVENTS: &str = "events.csv";
pub(super) const FIGURES: &str = "figures.csv";
pub(super) const CONTRASTS: &str = "contrasts.csv";
pub(super) const NOTES: &str = "notes.csv";

const CONTRAST_KINDS: [&str; 5] = ["differ", "agree", "only_a", "only_b", "changed"];

/// Reads and checks all four files; gives their sentences, which are our own words.
pub(super) fn read(dir: &Path, known: &Known<'_>, settings: &Settings, faults: &mut Faults) -> Vec<OwnWords> {
    read_events(dir, known, faults);
    read_figures(dir, known, faults);
    let mut words = read_contrasts(dir, known, settings, faults);
    words.extend(read_notes(dir, known, faults));
    words
}

fn evidence(cell: &str, known: &Known<'_>, at: Place<'_>, faults: &mut Faults) {
    for (article, locator) in read_places(cell, known.articles, at, faults) {
        known.shapes.check(&article, locator, at, faults);
    }
}

fn date(cell: &str, at: Place<'_>, faults: &mut Faults) {
    if check_filled("date", cell, at, faults) {
        read_date(cell, at, faults);
    }
}

fn read_events(dir: &Path, known: &Known<'_>, faults: &mut Faults) {
    let table = Table::read(dir, EVENTS, ["id", "date", "basis", "label", "kind", "evidence"], faults);
    for row in &table.rows {
        let at = table.place(row);
        let [id, day, basis, label, _kind, places] = &row.cells;
        check_row_id(id, at, faults);
        date(day, at, faults);
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
        evidence(places, known, at, faults);
    }
    check_unique("event", EVENTS, table.rows.iter().map(|row| (row.cells[0].as_str(), row.line)), faults);
}

fn read_figures(dir: &Path, known: &Known<'_>, faults: &mut Faults) {
    let table = Table::read(dir, FIGURES, ["id", "value", "unit", "label", "date", "evidence"], faults);
    for row in &table.rows {
        let at = table.place(row);
        let [id, value, _unit, label, day, places] = &row.cells;
        check_row_id(id, at, faults);
        if check_filled("value", value, at, faults) && value.parse::<f64>().map_or(true, |value| !value.is_finite()) {
            let form = mangled(value)
                .map_or(String::new(), |form| format!("; a spreadsheet program seems to have made {form} of it"));
            faults.add(at, format!("the value “{value}” is no number{form}"), "write digits with a point, such as 2.5");
        }
        check_filled("label", label, at, faults);
        read_date(day, at, faults);
        check_filled("evidence", places, at, faults);
        evidence(places, known, at, faults);
    }
    check_unique("figure", FIGURES, table.rows.iter().map(|row| (row.cells[0].as_str(), row.line)), faults);
}

fn read_contrasts(dir: &Path, known: &Known<'_>, settings: &Settings, faults: &mut Faults) -> Vec<OwnWords> {
    let columns = ["id", "issue", "kind", "side_a", "side_b", "summary", "evidence"];
    let table = Table::read(dir, CONTRASTS, columns, faults);
    let mut words = Vec::new();
    for row in &table.rows {
        let at = table.place(row);
        let [id, issue, kind, side_a, side_b, summary, places] = &row.cells;
        check_row_id(id, at, faults);
        if check_filled("issue", issue, at, faults) {
            known.book.issues.check(issue, at, faults);
        }
        if check_filled("kind", kind, at, faults) && !CONTRAST_KINDS.contains(&kind.as_str()) {
            faults.add(at, format!("the kind is “{kind}”"), offer(kind, CONTRAST_KINDS).unwrap_or_default());
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
        evidence(places, known, at, faults);
        words.push(own_words(CONTRASTS, row.line, format!("the summary of `{id}`"), summary));
    }
    check_unique("contrast", CONTRASTS, table.rows.iter().map(|row| (row.cells[0].as_str(), row.line)), faults);
    words
}

fn read_notes(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<OwnWords> {
    let table = Table::read(dir, NOTES, ["article", "p", "text"], faults);
    let mut words = Vec::new();
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
    }
    words
}

fn own_words(file: &str, line: u32, what: String, text: &str) -> OwnWords {
    OwnWords { file: file.to_string(), line, what, text: text.to_string() }
}
