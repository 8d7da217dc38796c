//! The table as a synthesis matrix: questions down, columns across, numbered evidence beneath, references, horizon.
//!
//! It is what is handed out on paper and what Markdown, CSV and JSON give of the table, so that all tell the same.

use super::csv::csv;
use super::listing::{self, edition};
use super::markdown::plain;
use super::positions::{evidence, link};
use super::reference::reference;
use crate::messages::{Language, Messages};
use crate::model::{ArticleId, Corpus, Nearness, StanceId};
use crate::positions::{By, Column, lines, table};
use serde_json::json;

/// The table with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The columns that are shown.
    pub columns: Vec<Column>,
    /// The questions that are shown, in their order.
    pub rows: Vec<Row>,
    /// The positions that the cells number, in that order.
    pub evidence: Vec<Evidence>,
    /// The articles that these stand in.
    pub references: Vec<String>,
}

/// A question across the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the codebook.
    pub issue: usize,
    /// What each column says to it; nothing where it is silent.
    pub cells: Vec<Vec<Saying>>,
}

/// One line of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The actor, where the column is not one.
    pub actor: String,
    /// How the answer is held.
    pub stance: StanceId,
    /// The answer's label.
    pub answer: String,
    /// The nearest of its positions to the actor's own words.
    pub nearness: Nearness,
    /// Places in [`Matrix::evidence`], from 1.
    pub numbers: Vec<usize>,
}

/// A position under the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its index in the corpus.
    pub position: usize,
    /// Its article's place in [`Matrix::references`], from 1.
    pub reference: usize,
}

/// The matrix of the selected positions in these columns (by their values) and rows (by their places in the codebook), each in
/// the order given.
pub fn matrix(
    corpus: &Corpus,
    selected: &[usize],
    by: By,
    columns: &[String],
    rows: &[usize],
    messages: &Messages,
) -> Matrix {
    let table = table(corpus, selected, by, messages);
    let place = |value: &String| table.columns.iter().position(|column| column.value == *value);
    let shown: Vec<usize> = columns.iter().filter_map(place).collect();
    let (mut evidence, mut articles): (Vec<Evidence>, Vec<&ArticleId>) = (Vec::new(), Vec::new());
    let mut number = |at: usize| {
        let article = &corpus.positions[at].article;
        let reference = articles.iter().position(|known| *known == article).unwrap_or_else(|| {
            articles.push(article);
            articles.len() - 1
        });
        evidence.push(Evidence { position: at, reference: reference + 1 });
        evidence.len()
    };
    let rows = rows.iter().map(|&issue| {
        let cell = |column: &usize| {
            let said = lines(corpus, table.cell(issue, *column), by).into_iter().map(|line| Saying {
                actor: line.actor.as_ref().map_or(String::new(), |id| corpus.actor_label(id).to_string()),
                stance: line.stance.clone(),
                answer: corpus.answer_label(&corpus.positions[line.positions[0]], messages).to_string(),
                nearness: line.nearness,
                numbers: line.positions.iter().map(|at| number(*at)).collect(),
            });
            said.collect()
        };
        Row { issue, cells: shown.iter().map(cell).collect() }
    });
    let rows = rows.collect();
    let references =
        articles.iter().filter_map(|id| corpus.article(id)).map(|a| reference(corpus, a, messages)).collect();
    Matrix { columns: shown.iter().map(|at| table.columns[*at].clone()).collect(), rows, evidence, references }
}

impl Saying {
    /// The actor with a space, where the column is not one.
    pub fn subject(&self) -> String {
        if self.actor.is_empty() { String::new() } else { format!("{} ", self.actor) }
    }
}

impl Matrix {
    /// The numbered evidence in a line each: `Japan: its summary. Reference, place (link)`.
    fn evidence_lines(&self, corpus: &Corpus, base: &str) -> Vec<String> {
        let line = |(nth, evidence_of): (usize, &Evidence)| {
            let position = &corpus.positions[evidence_of.position];
            format!(
                "{}. {}: {} {}, {} ({})",
                nth + 1,
                plain(corpus.actor_label(&position.actor)),
                plain(&position.summary),
                plain(&self.references[evidence_of.reference - 1]),
                evidence(position),
                link(position, base)
            )
        };
        self.evidence.iter().enumerate().map(line).collect()
    }

    /// As Markdown, with numbered evidence, the horizon and the edition beneath.
    pub fn markdown(&self, corpus: &Corpus, base: &str, messages: &Messages) -> String {
        let says = &messages.taking;
        let mut text = format!("# {}\n\n", plain(&corpus.title));
        let heads: String = self.columns.iter().map(|column| format!(" {} |", plain(&column.label))).collect();
        text += &format!("| {} |{heads}\n|---|{}\n", says.question, "---|".repeat(self.columns.len()));
        for row in &self.rows {
            text += &format!("| {} |", plain(&corpus.codebook.issues[row.issue].question));
            for cell in &row.cells {
                let said = cell.iter().map(|saying| {
                    let numbers: String = saying.numbers.iter().map(|number| format!("[{number}]")).collect();
                    let (actor, stance, answer) =
                        (plain(&saying.subject()), plain(saying.stance.word(messages)), plain(&saying.answer));
                    format!("{actor}{stance} **{answer}** {numbers}")
                });
                let said = said.collect::<Vec<_>>().join("<br>");
                text += &format!(" {} |", if said.is_empty() { says.silent } else { &said });
            }
            text.push('\n');
        }
        text.push('\n');
        self.evidence_lines(corpus, base).iter().for_each(|line| text += &format!("{line}\n"));
        text + "\n" + &edition(corpus, messages)
    }

    /// As CSV: a row a question, a column each, with the ids of the positions behind every line.
    pub fn csv(&self, corpus: &Corpus) -> String {
        let heads: Vec<&str> =
            ["issue", "question"].into_iter().chain(self.columns.iter().map(|column| column.label.as_str())).collect();
        let rows = self.rows.iter().map(|row| {
            let issue = &corpus.codebook.issues[row.issue];
            let cell = |cell: &Vec<Saying>| {
                let said = cell.iter().map(|saying| {
                    let ids =
                        saying.numbers.iter().map(|n| corpus.positions[self.evidence[n - 1].position].id.as_str());
                    let ids = ids.collect::<Vec<_>>().join(", ");
                    format!("{}{}: {} ({ids})", saying.subject(), saying.stance, saying.answer)
                });
                said.collect::<Vec<_>>().join("\n")
            };
            let own = [issue.id.to_string(), issue.question.clone()];
            own.into_iter().chain(row.cells.iter().map(cell)).collect()
        });
        csv(&heads, rows)
    }

    /// As JSON: the cells with their lines, and the positions behind them with every field.
    pub fn json(&self, corpus: &Corpus, base: &str) -> String {
        let saying = |saying: &Saying| {
            let ids = saying.numbers.iter().map(|n| &corpus.positions[self.evidence[n - 1].position].id);
            json!({"actor": saying.actor, "stance": saying.stance, "answer": saying.answer,
                "nearness": saying.nearness, "positions": ids.collect::<Vec<_>>()})
        };
        let row = |row: &Row| {
            let issue = &corpus.codebook.issues[row.issue];
            let cells = row.cells.iter().zip(&self.columns).map(
                |(cell, column)| json!({"column": column.value, "says": cell.iter().map(saying).collect::<Vec<_>>()}),
            );
            json!({"issue": issue.id, "question": issue.question, "cells": cells.collect::<Vec<_>>()})
        };
        let behind: Vec<usize> = self.evidence.iter().map(|evidence| evidence.position).collect();
        let columns = self.columns.iter().map(|c| json!({"value": c.value, "label": c.label})).collect();
        let positions = super::positions(corpus, &behind, base, Language::English.messages()).objects();
        listing::json(
            corpus,
            [("columns", columns), ("rows", self.rows.iter().map(row).collect()), ("positions", positions)],
        )
    }
}
