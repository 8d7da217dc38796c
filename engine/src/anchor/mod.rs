//! Fingerprints of sentences, and finding the sentences again in another copy of the article.
//!
//! In: an article's id and its numbered paragraphs; later the anchors and the paragraphs of any copy. Out: one [`Anchor`] a
//! sentence, and for each anchor where it stands in the copy: exactly, closely with a score, or not at all. An anchor tells
//! neither the words nor their order: it holds hashes of the folded whole and of single words, salted with the article's id.
//! What is not found is said to be lost and never guessed.

mod place;
mod print;

pub use crate::model::Found;
pub use place::{Placed, likeness, place};
pub use print::{Anchor, WORDS_FOR_EXACT, anchor, anchors, anchors_of};
