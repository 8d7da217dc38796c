//! What a class works with: prompts, an exercise in coding, role sheets, notes of disagreement.
//!
//! In: a corpus and the selected positions. Out: questions with the evidence to answer them by, a judgement of a reader's own
//! coding, all that an actor holds, and rows of CSV. Nothing here draws, and nothing is kept.

mod dispute;
mod exercise;
mod prompts;
mod role;
mod sheet;

pub use dispute::{Dispute, Field, disputes};
pub use exercise::{Own, Verdict, judge, next, order};
pub use prompts::{From, Prompt, prompts};
pub use role::{Role, role};
pub use sheet::Sheet;

#[cfg(test)]
mod tests;
