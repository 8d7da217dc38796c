//! What is known of the article while its capture is cleaned: the record's words, made ready, and what the capture adds.

use super::Hints;
use super::vocabulary::Vocabulary;
use crate::text::{Lexicon, keys};

/// What is known of the article.
#[derive(Debug)]
pub(super) struct Known {
    /// The title's words, folded; none where the record has no title.
    pub title: Vec<String>,
    /// The authors' names: the record's, and those of bylines once they are found.
    pub authors: Vec<String>,
    /// Whether the article has a paragraph 0, where the record says so.
    pub standfirst: Option<bool>,
    /// The capture's words, to judge hyphens by.
    pub vocabulary: Vocabulary,
}

impl Known {
    /// Makes the hints ready.
    pub fn new(hints: &Hints) -> Known {
        Known {
            title: keys(hints.title, &Lexicon::default()),
            authors: hints.authors.iter().map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect(),
            standfirst: hints.standfirst,
            vocabulary: Vocabulary::default(),
        }
    }
}
