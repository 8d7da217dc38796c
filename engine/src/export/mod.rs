//! Out of the page: positions, contrasts, the table and concordance lines as CSV, JSON and Markdown.
//!
//! In: a corpus, what was selected, and the address that links begin with. Out: text. What is a list is a [`Listing`], which
//! knows all three forms; the table is a [`Matrix`], which is also what a class is handed on paper. Nothing here draws or
//! downloads.

mod contrasts;
mod csv;
mod lines;
mod listing;
mod markdown;
mod matrix;
mod positions;
mod reference;

pub use contrasts::contrasts;
pub use lines::lines;
pub use listing::Listing;
pub use matrix::{Evidence, Matrix, Row, Saying, matrix};
pub use positions::{evidence, link, positions};
pub use reference::{article_link, reference};

#[cfg(test)]
mod tests;
