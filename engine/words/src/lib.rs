//! What runs once for each word of a corpus: parting plain texts, numbering words, writing and reading postings.
//!
//! The page is compiled for size. These loops run millions of times where a corpus is large, so they stand in a package of their
//! own, which is compiled for speed; none of them is generic, since generic code is compiled
//! where it is used.

mod coded;
mod dictionary;
mod parts;
mod pieces;
#[cfg(test)]
mod plain;
mod reading;
mod row;
mod rows;
mod texts;

pub use coded::{Coded, Coder};
pub use dictionary::Words;
pub use parts::{Part, Parts};
pub use pieces::{Class, PLAIN, Piece, Sort, pieces};
pub use reading::{Reading, each_word};
pub use row::{Posting, Row, RowBytes, number, put, taken, write};
pub use rows::Rows;
pub use texts::Texts;
