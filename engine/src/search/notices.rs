//! What must be said about an answer, so that nothing happens silently.

use super::filters::years_of;
use crate::messages::Messages;
use crate::query::Because;

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
        /// Why.
        because: Because,
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
    pub fn says(&self, messages: &Messages) -> String {
        let notices = &messages.notices;
        let listed = |names: &[String]| names.join(messages.words.comma);
        match self {
            Notice::Alias { typed, also } => notices.found_under_another_name.with([typed, &listed(also)]),
            Notice::Form { typed, also } => notices.found_in_another_form.with([typed, &listed(also)]),
            Notice::Typo { typed, corrections } => notices.searched_instead.with([typed, &listed(corrections)]),
            Notice::Nearest { typed, offered } => notices.near_here.with([typed, &listed(offered)]),
            Notice::Related { typed, offered } => notices.related.with([typed, &listed(offered)]),
            Notice::Unordered { typed } => notices.order_is_not_held.with([typed]),
            Notice::ExclusionUnordered { typed } => notices.exclusion_had_no_effect.with([typed]),
            Notice::NoAuthor(value) => notices.no_author_is_called.with([value]),
            Notice::NoOutlet(value) => notices.no_outlet_is_called.with([value]),
            Notice::NoYear(value) if years_of(value).is_some() => notices.no_article_is_of.with([value]),
            Notice::NoYear(value) => notices.is_no_year.with([value]),
            Notice::NoIssue(value) => notices.no_question_is_called.with([value]),
            Notice::NoActor(value) => notices.no_actor_is_called.with([value]),
            Notice::NoEffect { typed, because } => notices.has_no_effect.with([typed.as_str(), because.says(messages)]),
        }
    }
}
