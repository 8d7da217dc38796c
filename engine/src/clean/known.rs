//! What is known of the article while its capture is cleaned: the record's words, made ready, and what the capture adds.

use super::vocabulary::Vocabulary;
use super::{CleanError, Hints};
use crate::text::{Lexicon, keys};
use regex_lite::Regex;

/// What is known of the article.
#[derive(Debug)]
pub(super) struct Known {
    /// The title's words, folded; none where the record has no title.
    pub title: Vec<String>,
    /// The authors' names: the record's, and those of bylines once they are found.
    pub authors: Vec<String>,
    /// Whether the article has a paragraph 0, where the record says so.
    pub standfirst: Option<bool>,
    /// The corpus's rules for whole lines.
    pub drop_lines: Vec<Regex>,
    /// The capture's words, to judge hyphens by.
    pub vocabulary: Vocabulary,
}

impl Known {
    /// Makes the hints ready.
    ///
    /// # Errors
    /// Where a rule is no regular expression.
    pub fn new(hints: &Hints) -> Result<Known, CleanError> {
        let compile = |pattern: &String| {
            Regex::new(pattern).map_err(|e| CleanError::Pattern { pattern: pattern.clone(), reason: e.to_string() })
        };
        Ok(Known {
            title: keys(hints.title, &Lexicon::default()),
            authors: hints.authors.iter().map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect(),
            standfirst: hints.standfirst,
            drop_lines: hints.drop_lines.iter().map(compile).collect::<Result<_, _>>()?,
            vocabulary: Vocabulary::default(),
        })
    }
}
