//! Contrasts, one row each with both sides' positions.

use super::Listing;
use crate::messages::Messages;
use crate::model::Corpus;
use crate::positions::{By, Contrast, columns};
use crate::view::{Pane, View};

const COLUMNS: &[&str] = &["issue", "question", "kind", "a", "b", "says", "a_positions", "b_positions", "link"];

/// The contrasts as rows, with the names that columns have in a language, each with the link that puts its two columns side by side
/// on its question.
pub fn contrasts(corpus: &Corpus, contrasts: &[Contrast], by: By, base: &str, messages: &Messages) -> Listing {
    let labels = columns(corpus, by, messages);
    let label = |value: &str| {
        labels.iter().find(|column| column.value == value).map_or(value.to_string(), |column| column.label.clone())
    };
    let ids = |positions: &[usize]| {
        positions.iter().map(|&at| corpus.positions[at].id.as_str()).collect::<Vec<_>>().join("; ")
    };
    let row = |contrast: &Contrast| {
        let issue = corpus.codebook.issue(&contrast.issue);
        let mut view = View { pane: Pane::Compare, by, ..View::default() };
        view.filters.issue.insert(contrast.issue.to_string());
        // What changed outside a pair is one column's own.
        match contrast.a_column == contrast.b_column {
            true => view.columns.extend([contrast.a_column.clone()]),
            false => view.pair = [Some(contrast.a_column.clone()), Some(contrast.b_column.clone())],
        }
        vec![
            contrast.issue.to_string(),
            issue.map(|issue| issue.question.clone()).unwrap_or_default(),
            contrast.kind.id().to_string(),
            label(&contrast.a_column),
            label(&contrast.b_column),
            contrast.says.clone(),
            ids(&contrast.a),
            ids(&contrast.b),
            format!("{base}#{}", view.fragment()),
        ]
    };
    Listing { name: "contrasts", columns: COLUMNS, rows: contrasts.iter().map(row).collect() }
}
