//! A capture's text → its title, its numbered paragraphs, its headings, and a log of every repair.
//!
//! In: the text of one capture, as it was found, and what the record knows of the article. Out: what a reader of the
//! article would call its paragraphs, each a single line. Not here: markup (saved HTML and Markdown are to be turned into
//! plain lines before the first table below), mistaken encodings, and any correction of words. Letters, quotes and dashes
//! stay as they are. Where it is doubtful whether a line is body, it is kept: a line too many is seen, one too few is not.
//!
//! No rule names an outlet, a title or a phrase of a particular article: what is particular to an outlet stands in the
//! corpus's `[clean]` rules and comes in as [`Hints::drops`].

mod biography;
mod bylines;
mod captions;
mod characters;
mod furniture;
mod headings;
mod known;
mod labels;
mod likely_title;
mod number;
mod pages;
mod parts;
mod repair;
pub(crate) mod shape;
mod sheet;
mod tail;
mod teasers;
mod titles;
mod unwrap;
mod vocabulary;

pub use repair::{Repair, RepairKind};

use crate::messages::{Language, Messages};
use crate::model::Heading;
use known::Known;
use sheet::{Passage, Sheet};
use std::fmt;

/// A repair of lines.
type OnLines = fn(&mut Sheet, &mut Known);
/// A repair of passages: paragraphs, headings, and what is to be removed.
type OnPassages = fn(&mut [Passage], &mut Known);

/// What is done to the lines, in this order.
const LINES: &[OnLines] = &[
    pages::double_spacing,
    furniture::fields,
    titles::known_title,
    furniture::bare_links,
    pages::page_numbers,
    pages::running_heads,
    pages::turns,
    furniture::furniture,
    teasers::teasers,
];

/// What is done to the passages, in this order.
const PASSAGES: &[OnPassages] = &[
    parts::labels,
    bylines::invitations,
    captions::captions,
    captions::doubled,
    captions::video_titles,
    tail::notices,
    unwrap::join_parted,
    bylines::bylines,
    likely_title::likely_title,
    titles::before_title,
    bylines::leftovers,
    biography::head_notes,
    biography::biographies,
    tail::after_the_end,
    tail::agency_marks,
    unwrap::join_parted,
    tail::last_lines,
    headings::headings,
    parts::standfirst,
];

/// What the record knows of the article. The default knows nothing.
#[derive(Clone, Copy, Default)]
pub struct Hints<'a> {
    /// The title; empty: found by its place and form.
    pub title: &'a str,
    /// The authors' names: what begins with one, after the body, is a note on its author.
    pub authors: &'a [&'a str],
    /// Whether there is a paragraph 0; none: decided by rule.
    pub standfirst: Option<bool>,
    /// Whether the corpus's rules take a line out, which is given without the space around it; none: there are no rules.
    pub drops: Option<&'a dyn Fn(&str) -> bool>,
}

/// A capture, cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The title as the capture has it.
    pub title: Option<String>,
    /// The paragraphs by number: a standfirst is 0, the body counts from 1.
    pub paragraphs: Vec<Block>,
    /// The source's headings, each before a paragraph.
    pub headings: Vec<Heading>,
    /// What was done, in the order of the capture.
    pub log: Vec<Repair>,
}

/// A paragraph of a capture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its number.
    pub n: u32,
    /// Its text, without line breaks.
    pub text: String,
}

/// Why a capture cannot be cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CleanError {
    /// Nothing but white space.
    Empty,
    /// No text: bytes of another kind of file, or no word.
    Unreadable {
        /// The first line where that shows.
        line: usize,
        /// What stands there.
        what: NotText,
    },
    /// Nothing is left once boilerplate is removed.
    NoBody,
}

/// What stands in no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// A byte of another kind of file.
    Nul,
    /// More control characters than a mistake would leave.
    Control,
    /// Signs, and not one word.
    Signs,
}

impl CleanError {
    /// Why, and what to do.
    pub fn says(&self, messages: &Messages) -> String {
        let says = &messages.own_copy;
        match self {
            CleanError::Empty => says.the_file_is_empty.to_string(),
            CleanError::Unreadable { line, what } => {
                let what = match what {
                    NotText::Nul => says.a_nul_byte,
                    NotText::Control => says.control_characters,
                    NotText::Signs => says.signs_without_a_word,
                };
                says.no_plain_text.with([&line.to_string(), what])
            }
            CleanError::NoBody => says.no_paragraph_was_found.to_string(),
        }
    }
}

// Whoever makes a corpus is told in English.
impl fmt::Display for CleanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says(Language::English.messages()))
    }
}

impl std::error::Error for CleanError {}

/// Cleans a capture.
///
/// # Errors
/// [`CleanError`] where there is no text, or none is left.
pub fn clean(raw: &str, hints: &Hints) -> Result<Cleaned, CleanError> {
    let mut known = Known::new(hints);
    characters::readable(raw)?;
    let mut sheet = Sheet::new(characters::lines(&characters::line_ends(raw)));
    known.vocabulary = vocabulary::Vocabulary::of(&sheet.lines);
    if let Some(drops) = hints.drops {
        furniture::outlet_rules(&mut sheet, drops);
    }
    LINES.iter().for_each(|repair| repair(&mut sheet, &mut known));
    sheet.measure(); // anew, without what was removed
    let mut passages = unwrap::passages(&sheet, &known.vocabulary);
    PASSAGES.iter().for_each(|repair| repair(&mut passages, &mut known));
    let cleaned = number::number(passages);
    if cleaned.paragraphs.is_empty() { Err(CleanError::NoBody) } else { Ok(cleaned) }
}

/// The capture's lines joined to paragraphs, numbered from 1, with nothing removed: for looking for what is known.
///
/// # Errors
/// [`CleanError`] where there is no text.
pub fn joined(raw: &str) -> Result<Vec<Block>, CleanError> {
    characters::readable(raw)?;
    let sheet = Sheet::new(characters::lines(&characters::line_ends(raw)));
    let passages = unwrap::passages(&sheet, &vocabulary::Vocabulary::of(&sheet.lines));
    Ok((1..).zip(passages).map(|(n, passage)| Block { n, text: passage.text }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known where the record says nothing.
    pub(super) fn nothing_known() -> Known {
        Known::new(&Hints::default())
    }

    #[test]
    fn what_cannot_be_cleaned_is_refused_with_a_remedy() {
        for (raw, says) in
            [("", "empty"), ("a\0b", "line 1"), ("Skip to content\nShare this article\n", "only parts of a page")]
        {
            let error = clean(raw, &Hints::default()).expect_err(raw).to_string();
            assert!(error.contains(says), "{raw:?}: {error}");
        }
    }

    #[test]
    fn a_single_paragraph_is_a_body() {
        let cleaned = clean("The council met.", &Hints::default()).expect("text");
        assert_eq!(cleaned.paragraphs, [Block { n: 1, text: "The council met.".into() }]);
        assert!(cleaned.log.is_empty());
    }
}
