//! The table of positions: questions as rows, and columns that the reader chooses; and what it shows: who differs from whom.
//!
//! In: a corpus and the indices of the selected positions. Out: a [`Table`] of columns and cells, the [`Line`]s that a cell
//! reads as, the [`Contrast`]s between columns, and what each article tells of one actor. Every position stands in exactly one column, or aside where the columns are of governments and its actor
//! speaks for none. Nothing here selects.

mod changes;
mod columns;
mod contrasts;
mod groups;
mod lines;
mod rows;
mod says;
mod sides;
mod silence;
mod table;
mod told;

pub use columns::{By, Column, column_of, columns};
pub use contrasts::{Contrast, contrasts};
pub use groups::Group;
pub use lines::{Line, lines};
pub use rows::{RowOrder, rows};
pub use says::listed;
pub use silence::Silence;
pub use table::{Table, table};
pub use told::{ToldApart, teller, told_apart, told_by};
