//! The table of positions: questions as rows, and columns that the reader chooses.
//!
//! In: a corpus and the indices of the selected positions. Out: a [`Table`] of columns and cells, and the [`Line`]s that a
//! cell reads as. Every position stands in exactly one column, or aside where the columns are of governments and its actor
//! speaks for none. Nothing here selects.

mod columns;
mod lines;
mod table;

pub use columns::{By, Column, column_of, columns};
pub use lines::{Line, lines};
pub use table::{Table, table};
