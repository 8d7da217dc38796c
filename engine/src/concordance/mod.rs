//! Words in their lines, and which article uses which name.
//!
//! In: a library and a selection. Out: [`lines`], each word found with what stands before and after it; and [`usage`], how
//! often each of some names stands in each article. From texts or, without them, from terms; never from digests, whose
//! words are not the author's. Nothing here searches: lines stand at the marks of the selection.

mod lines;
mod usage;

pub use lines::{Line, Order, lines};
pub use usage::{Usage, forms, groups, usage};

#[cfg(test)]
mod tests;
