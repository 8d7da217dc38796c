//! Out of the page: positions, the table and concordance lines as CSV, JSON and Markdown.
//!
//! In: a corpus, what was selected, and the address that links begin with. Out: text. CSV is RFC 4180 with a byte-order
//! mark, which spreadsheet programs need to read UTF-8; a cell that such a program would take for a formula begins with
//! an apostrophe. Nothing here draws or downloads.

mod csv;
mod rows;

use crate::concordance::Line;
use crate::model::Corpus;
use crate::positions::{By, lines, table};
use csv::csv;
use rows::{COLUMNS, Row};
use serde_json::{Value, json};

/// Positions as CSV: one row each with every field, its id and a link to its passage.
pub fn positions_csv(corpus: &Corpus, positions: &[usize], base: &str) -> String {
    let rows = positions.iter().map(|&at| Row::of(corpus, &corpus.positions[at], base).cells().to_vec());
    csv(&COLUMNS, rows)
}

/// Positions as JSON, with what edition they are of.
pub fn positions_json(corpus: &Corpus, positions: &[usize], base: &str) -> String {
    let row = |&at: &usize| {
        let row = Row::of(corpus, &corpus.positions[at], base);
        Value::Object(COLUMNS.iter().zip(row.cells()).map(|(name, cell)| ((*name).to_string(), cell.into())).collect())
    };
    let all = json!({
        "corpus": corpus.title,
        "version": corpus.version,
        "hash": corpus.hash,
        "horizon": corpus.horizon,
        "licence": corpus.licence,
        "positions": positions.iter().map(row).collect::<Vec<_>>(),
    });
    format!("{all:#}\n")
}

/// The table as Markdown: a row a question, a column each of those that speak or of the two that are compared, each cell the lines that it reads as with
/// numbers that lead to the evidence beneath; under it what the corpus can speak for, and the edition.
pub fn table_markdown(corpus: &Corpus, selected: &[usize], by: By, pair: Option<(&str, &str)>, base: &str) -> String {
    let table = table(corpus, selected, by);
    let is_shown = |column: &usize| match pair {
        Some((a, b)) => [a, b].contains(&table.columns[*column].value.as_str()),
        None => table.cells.keys().any(|(_, c)| c == column),
    };
    let columns: Vec<usize> = (0..table.columns.len()).filter(is_shown).collect();
    let mut text = format!("# {}\n\n", corpus.title);
    let mut evidence: Vec<usize> = Vec::new();
    text += &format!(
        "| Question |{}\n",
        columns.iter().map(|&c| format!(" {} |", plain(&table.columns[c].label))).collect::<String>()
    );
    text += &format!("|---|{}\n", "---|".repeat(columns.len()));
    for (row, issue) in corpus.codebook.issues.iter().enumerate() {
        text += &format!("| {} |", plain(&issue.question));
        for &column in &columns {
            let said = lines(corpus, table.cell(row, column), by).into_iter().map(|line| {
                let answer = match &line.answer {
                    Some(id) => issue.answers.iter().find(|a| a.id == *id).map_or(id.to_string(), |a| a.label.clone()),
                    None => "another answer".to_string(),
                };
                let actor = line.actor.map_or(String::new(), |id| format!("{} ", corpus.actor_label(&id)));
                let numbers = line.positions.iter().map(|at| {
                    evidence.push(*at);
                    format!("[{}]", evidence.len())
                });
                format!("{}{} **{}** {}", plain(&actor), line.stance, plain(&answer), numbers.collect::<String>())
            });
            let said = said.collect::<Vec<_>>().join("<br>");
            text += &format!(" {} |", if said.is_empty() { "nothing in this selection" } else { &said });
        }
        text.push('\n');
    }
    text.push('\n');
    for (nth, at) in evidence.iter().enumerate() {
        let position = &corpus.positions[*at];
        let row = Row::of(corpus, position, base);
        // A missing author stays missing.
        let teller = [row.authors.as_str(), &row.outlet].into_iter().filter(|name| !name.is_empty());
        let (actor, teller) = (corpus.actor_label(&position.actor), teller.collect::<Vec<_>>().join(", "));
        text += &format!(
            "{}. {}: {} {}, {} ({})\n",
            nth + 1,
            plain(actor),
            plain(&row.summary),
            plain(&teller),
            row.evidence,
            row.link
        );
    }
    text += &format!(
        "\n{}. Edition {}, version {}, {}.\n",
        plain(&corpus.horizon),
        corpus.hash,
        corpus.version,
        corpus.licence
    );
    text
}

/// Concordance lines as CSV.
pub fn lines_csv(corpus: &Corpus, lines: &[Line], base: &str) -> String {
    let columns = ["article", "authors", "outlet", "date", "place", "left", "word", "right", "link"];
    let row = |line: &Line| {
        let article = &corpus.articles[line.article];
        let place = crate::model::Locator { p: line.p, s: Some(line.s) };
        vec![
            article.id.to_string(),
            rows::authors(corpus, article),
            corpus.outlet_label(article.outlet.value.as_str()).to_string(),
            article.date.value.to_string(),
            format!("¶{place}"),
            line.left.clone(),
            line.word.clone(),
            line.right.clone(),
            rows::link(base, article, Some(place)),
        ]
    };
    csv(&columns, lines.iter().map(row))
}

/// Words that stand in Markdown as they are.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            safe.push('\\');
        }
        safe.push(if c == '\n' { ' ' } else { c });
    }
    safe
}

#[cfg(test)]
mod tests;
