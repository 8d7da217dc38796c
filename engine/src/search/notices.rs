//! What must be said about an answer, so that nothing happens silently.

use super::filters::years_of;

/// Something to be said about an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A name was also found under its other names.
    Alias {
        /// What was typed.
        typed: String,
        /// The other names that were found.
        also: Vec<String>,
    },
    /// A word was also found in other written forms.
    Form {
        /// What was typed.
        typed: String,
        /// The other forms that were found.
        also: Vec<String>,
    },
    /// A word that the corpus lacks was corrected.
    Typo {
        /// What was typed.
        typed: String,
        /// The nearest words, which were searched instead.
        corrections: Vec<String>,
    },
    /// Nothing was found: what is near to a word of the query.
    Nearest {
        /// What was typed.
        typed: String,
        /// What would match.
        offered: Vec<String>,
    },
    /// Related names, which are not equal: offered, never added.
    Related {
        /// What was typed.
        typed: String,
        /// The names.
        offered: Vec<String>,
    },
    /// The order of words is not known in some articles: they are shown for holding the words.
    Unordered {
        /// The phrase.
        typed: String,
    },
    /// An exclusion that needs order had no effect in articles of which the order is not known.
    ExclusionUnordered {
        /// The phrase.
        typed: String,
    },
    /// `author:` names nobody here.
    NoAuthor(String),
    /// `outlet:` names none here.
    NoOutlet(String),
    /// `year:` names no year in which an article here may have appeared.
    NoYear(String),
    /// `issue:` names no question of the codebook.
    NoIssue(String),
    /// `actor:` names none of the codebook.
    NoActor(String),
    /// Something typed has no effect, or not the one that it seems to have.
    NoEffect {
        /// The sign or the word.
        typed: String,
        /// Why, as the end of a sentence.
        because: &'static str,
    },
}

impl Notice {
    /// Its kind, for scripts.
    pub fn kind(&self) -> &'static str {
        match self {
            Notice::Alias { .. } => "alias",
            Notice::Form { .. } => "form",
            Notice::Typo { .. } => "typo",
            Notice::Nearest { .. } => "nearest",
            Notice::Related { .. } => "related",
            Notice::Unordered { .. } => "unordered",
            Notice::ExclusionUnordered { .. } => "exclusion_unordered",
            Notice::NoAuthor(_) => "no_author",
            Notice::NoOutlet(_) => "no_outlet",
            Notice::NoYear(_) => "no_year",
            Notice::NoIssue(_) => "no_issue",
            Notice::NoActor(_) => "no_actor",
            Notice::NoEffect { .. } => "no_effect",
        }
    }

    /// The notice as a sentence.
    pub fn says(&self) -> String {
        match self {
            Notice::Alias { typed, also } => format!("“{typed}” was also found as {}.", also.join(", ")),
            Notice::Form { typed, also } => format!("“{typed}” was also found written {}.", also.join(", ")),
            Notice::Typo { typed, corrections } => {
                format!("“{typed}” is nowhere here; searched instead: {}.", corrections.join(", "))
            }
            Notice::Nearest { typed, offered } => format!("Near to {typed} here: {}.", offered.join(", ")),
            Notice::Related { typed, offered } => {
                format!("Not the same as “{typed}”, but related: {}.", offered.join(", "))
            }
            Notice::Unordered { typed } => format!(
                "Where only an article’s words are held here and not their order, {typed} gives the paragraphs that hold all its words (unordered)."
            ),
            Notice::ExclusionUnordered { typed } => format!(
                "Excluding {typed} had no effect where only an article’s words are held here and not their order (unordered)."
            ),
            Notice::NoAuthor(value) => format!("No author here is called “{value}”."),
            Notice::NoOutlet(value) => format!("No outlet here is called “{value}”."),
            Notice::NoYear(value) if years_of(value).is_some() => format!("No article here is of {value}."),
            Notice::NoYear(value) => {
                format!("“{value}” is no year: write “year:2016”, or “year:2016..2019” for a span of years.")
            }
            Notice::NoIssue(value) => format!("No question here is called “{value}”."),
            Notice::NoActor(value) => format!("No actor here is called “{value}”."),
            Notice::NoEffect { typed, because } => format!("“{typed}” in the query has no effect: {because}."),
        }
    }
}
