//! The order of the table's rows.

use super::contrasts::differing_pairs;
use super::{By, Table};
use crate::messages::Messages;
use crate::model::Corpus;
use crate::order::InOrder;
use std::cmp::Reverse;

/// In which order the questions stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowOrder {
    /// As in the codebook.
    #[default]
    Codebook,
    /// The most positions first.
    Positions,
    /// The most differing pairs of columns first.
    Disagreement,
}

impl RowOrder {
    /// All orders, in the order of the choice.
    pub const ALL: [RowOrder; 3] = [RowOrder::Codebook, RowOrder::Positions, RowOrder::Disagreement];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            RowOrder::Codebook => "codebook",
            RowOrder::Positions => "positions",
            RowOrder::Disagreement => "disagreement",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let columns = &messages.columns;
        match self {
            RowOrder::Codebook => columns.as_in_the_codebook,
            RowOrder::Positions => columns.most_positions_first,
            RowOrder::Disagreement => columns.most_disagreement_first,
        }
    }
}

/// All questions, by their places in the codebook, in that order; equal ones as in the codebook. Positions that stand aside
/// count for nothing, since their rows do not show them.
pub fn rows(corpus: &Corpus, table: &Table, by: By, order: RowOrder) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..corpus.codebook.issues.len()).collect();
    match order {
        RowOrder::Codebook => {}
        RowOrder::Positions => {
            let mut held = vec![0; rows.len()];
            table.cells.iter().for_each(|((row, _), cell)| held[*row] += cell.len());
            rows.order_by_key(|row| Reverse(held[*row]));
        }
        RowOrder::Disagreement => {
            let pairs = differing_pairs(corpus, table, by);
            rows.order_by_key(|row| Reverse(pairs[*row]));
        }
    }
    rows
}
