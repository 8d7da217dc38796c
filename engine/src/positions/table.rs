//! Rows, columns and cells.

use super::{By, Column, column_of, columns};
use crate::messages::Messages;
use crate::model::Corpus;
use crate::order::IntoSet;
use std::collections::BTreeMap;

/// The table over a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns, also those without a position in this selection: silence is said, not hidden.
    pub columns: Vec<Column>,
    /// The cells that hold positions, by index of issue and of column; each with indices of positions, in the corpus's
    /// order.
    pub cells: BTreeMap<(usize, usize), Vec<usize>>,
    /// Positions that stand in no column.
    pub aside: Vec<usize>,
}

/// Lays the selected positions out.
pub fn table(corpus: &Corpus, selected: &[usize], by: By, messages: &Messages) -> Table {
    let columns = columns(corpus, by, messages);
    let mut table = Table { columns, ..Table::default() };
    for &at in selected {
        let position = &corpus.positions[at];
        let row = corpus.codebook.issues.iter().position(|issue| issue.id == position.issue);
        let value = column_of(corpus, position, by);
        let column = value.and_then(|value| table.columns.iter().position(|column| column.value == value));
        match (row, column) {
            (Some(row), Some(column)) => table.cells.entry((row, column)).or_default().push(at),
            _ => table.aside.push(at),
        }
    }
    table
}

impl Table {
    /// The positions of a cell; empty where nothing is said.
    pub fn cell(&self, issue: usize, column: usize) -> &[usize] {
        self.cells.get(&(issue, column)).map_or(&[], Vec::as_slice)
    }

    /// How many positions a column holds, and from how many articles.
    pub fn counts(&self, corpus: &Corpus, column: usize) -> (usize, usize) {
        let held = self.cells.iter().filter(|((_, at), _)| *at == column).flat_map(|(_, held)| held);
        let held: Vec<usize> = held.copied().collect();
        (held.len(), articles_of(corpus, &held))
    }
}

/// From how many articles these positions are: rows are not weight.
pub(super) fn articles_of(corpus: &Corpus, positions: &[usize]) -> usize {
    positions.iter().map(|&at| &corpus.positions[at].article).into_set().len()
}
