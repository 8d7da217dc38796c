//! `positions.csv`: one row a position, with its evidence.

use super::cells::{check_filled, check_row_id, read_date, read_evidence};
use super::codebook::Book;
use super::fault::{Faults, Place, Register, check_unique, offer};
use super::record::Record;
use super::section::{Lined, read_word};
use super::shape::Shapes;
use super::table::Table;
use sightlines_engine::model::{ActorKind, Confidence, Position};
use std::collections::HashMap;
use std::path::Path;

pub(super) const FILE: &str = "positions.csv";

pub(super) const COLUMNS: [&str; 13] = [
    "id",
    "article",
    "actor",
    "issue",
    "answer",
    "stance",
    "summary",
    "voice",
    "via",
    "as_of",
    "evidence",
    "confidence",
    "note",
];

/// What a position may name.
pub(super) struct Known<'a> {
    pub(super) book: &'a Book,
    pub(super) articles: &'a Register,
    pub(super) records: &'a [Record],
    pub(super) shapes: &'a Shapes,
}

/// Reads and checks the positions, in the order of the file.
pub(super) fn read(dir: &Path, known: &Known<'_>, faults: &mut Faults) -> Vec<Lined<Position>> {
    let table = Table::read(dir, FILE, COLUMNS, faults);
    let mut positions = Vec::new();
    for row in &table.rows {
        let at = table.place(row);
        let [id, article, actor, issue, answer, stance, summary, voice, via, as_of, evidence, confidence, note] =
            &row.cells;
        let some = |cell: &str| (!cell.is_empty()).then(|| cell.to_string());
        check_row_id(id, at, faults);
        check_filled("summary", summary, at, faults);
        check_filled("evidence", evidence, at, faults);
        let position = Position {
            id: id.as_str().into(),
            article: article.as_str().into(),
            actor: actor.as_str().into(),
            issue: issue.as_str().into(),
            answer: some(answer).map(|answer| answer.as_str().into()),
            stance: stance.as_str().into(),
            summary: summary.clone(),
            voice: voice.as_str().into(),
            via: some(via).map(|via| via.as_str().into()),
            as_of: read_date(as_of, at, faults),
            evidence: read_evidence(evidence, at, faults),
            confidence: read_confidence(confidence, at, faults),
            note: note.clone(),
            coding: None,
        };
        check_ids(&position, known, at, faults);
        check_answer(&position, known, at, faults);
        check_voice(&position, known, at, faults);
        for locator in &position.evidence {
            known.shapes.check(&position.article, *locator, at, faults);
        }
        positions.push(Lined { line: row.line, value: position });
    }
    check_unique("position", FILE, positions.iter().map(|p| (p.value.id.as_str(), p.line)), faults);
    check_duplicates(&positions, faults);
    positions
}

fn read_confidence(cell: &str, at: Place<'_>, faults: &mut Faults) -> Confidence {
    let words = [Confidence::High, Confidence::Medium, Confidence::Low].map(Confidence::id);
    let read = read_word(cell);
    if read.is_none() && check_filled("confidence", cell, at, faults) {
        let remedy = offer(cell, words).unwrap_or_default();
        faults.add(at, format!("the confidence is “{cell}”"), remedy);
    }
    read.unwrap_or(Confidence::Low)
}

fn check_ids(position: &Position, known: &Known<'_>, at: Place<'_>, faults: &mut Faults) {
    let book = known.book;
    for (column, id, register) in [
        ("article", position.article.as_str(), known.articles),
        ("actor", position.actor.as_str(), &book.actors),
        ("issue", position.issue.as_str(), &book.issues),
        ("stance", position.stance.as_str(), &book.stances),
        ("voice", position.voice.as_str(), &book.voices),
    ] {
        if check_filled(column, id, at, faults) {
            register.check(id, at, faults);
        }
    }
    if let Some(via) = &position.via {
        book.actors.check(via.as_str(), at, faults);
    }
}

fn check_answer(position: &Position, known: &Known<'_>, at: Place<'_>, faults: &mut Faults) {
    let issue = known.book.codebook.issue(&position.issue);
    match (&position.answer, issue) {
        (Some(answer), Some(issue)) if issue.answer(answer).is_none() => {
            let answers = || issue.answers.iter().map(|answer| answer.id.as_str());
            let offered = offer(answer.as_str(), answers());
            let owner = known.book.codebook.issues.iter().find(|other| other.answer(answer).is_some());
            let remedy = match (offered, owner) {
                (_, Some(owner)) => format!("it is an answer of `{}`: change the issue or the answer", owner.id),
                (Some(offered), None) => format!("{offered}, or add it to the issue in codebook.toml"),
                (None, None) => "add it to the issue in codebook.toml".to_string(),
            };
            faults.add(at, format!("`{answer}` is no answer of the issue `{}`", issue.id), remedy);
        }
        (None, _) if position.note.is_empty() => {
            let remedy = "give the answer, or say in the note which one is missing";
            faults.add(at, "`answer` is empty and there is no note", remedy);
        }
        _ => {}
    }
}

fn check_voice(position: &Position, known: &Known<'_>, at: Place<'_>, faults: &mut Faults) {
    match (position.voice.as_str(), &position.via) {
        ("relayed", None) => {
            faults.add(at, "the voice is `relayed`, and `via` is empty", "name in `via` the actor who relays it");
        }
        ("relayed", Some(_)) | (_, None) => {}
        (voice, Some(via)) => {
            let remedy = "write `relayed`, or leave `via` empty";
            faults.add(at, format!("`via` names `{via}`, and the voice is `{voice}`"), remedy);
        }
    }
    if position.voice.as_str() == "author" {
        check_author(position, known, at, faults);
    }
}

/// The voice `author` is only for an author of that article: an actor whom its record links or, where it links none, an
/// actor of the kind `author` whom no other record links.
fn check_author(position: &Position, known: &Known<'_>, at: Place<'_>, faults: &mut Faults) {
    let Some(record) = known.records.iter().find(|record| record.article.id == position.article) else { return };
    let Some(actor) = known.book.codebook.actor(&position.actor) else { return };
    let linked = known.records.iter().any(|record| record.author_actors.contains(&actor.id));
    let fits = match record.author_actors.as_slice() {
        [] => actor.kind == ActorKind::Author && !linked,
        actors => actors.contains(&actor.id),
    };
    if !fits {
        let remedy = match record.author_actors.first() {
            Some(author) => format!("write the actor `{author}`, or another voice"),
            None => {
                "link the article's author by `actor` in corpus.toml or `author_actor` in the record, or write another \
                     voice"
                    .to_string()
            }
        };
        let what = format!("the voice is `author`, and `{}` is no author of `{}`", actor.id, record.article.id);
        faults.add(at, what, remedy);
    }
}

/// Two rows with the same article, actor, issue, answer, stance and evidence say one thing twice.
fn check_duplicates(positions: &[Lined<Position>], faults: &mut Faults) {
    let mut seen = HashMap::new();
    for position in positions {
        let Position { article, actor, issue, answer, stance, evidence, .. } = &position.value;
        let mut evidence = evidence.clone();
        evidence.sort_unstable();
        evidence.dedup();
        let first = *seen.entry((article, actor, issue, answer, stance, evidence)).or_insert(position.line);
        if first != position.line {
            let what = format!(
                "`{}` has the article, actor, issue, answer, stance and evidence of line {first}",
                position.value.id
            );
            faults.add(Place::new(FILE, position.line), what, "take one out, or tell them apart by their evidence");
        }
    }
}
