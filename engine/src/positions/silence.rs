//! Whether rows and columns in which nothing is said are shown.

use super::{By, Table};
use crate::messages::Messages;

/// What is done with silence. It is a value, and may be what a reader looks for or what stands in the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Silence {
    /// Every question is shown, and governments, which are few; of other columns those that speak.
    #[default]
    Usual,
    /// Everything is shown.
    Shown,
    /// Only what speaks is shown.
    Hidden,
}

impl Silence {
    /// All ways, in the order of the choice.
    pub const ALL: [Silence; 3] = [Silence::Usual, Silence::Shown, Silence::Hidden];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Silence::Usual => "usual",
            Silence::Shown => "shown",
            Silence::Hidden => "hidden",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let columns = &messages.columns;
        match self {
            Silence::Usual => columns.rows_shown_columns_mostly_not,
            Silence::Shown => columns.shown,
            Silence::Hidden => columns.not_shown,
        }
    }

    /// Whether a column of the table is shown, by its place.
    pub fn shows_column(self, table: &Table, by: By, column: usize) -> bool {
        let speaks = || table.cells.keys().any(|(_, at)| *at == column);
        match self {
            Silence::Usual => by == By::Government || speaks(),
            Silence::Shown => true,
            Silence::Hidden => speaks(),
        }
    }

    /// Whether a row is shown, by its place among the issues, with these columns.
    pub fn shows_row(self, table: &Table, columns: &[usize], row: usize) -> bool {
        self != Silence::Hidden || columns.iter().any(|column| !table.cell(row, *column).is_empty())
    }
}
