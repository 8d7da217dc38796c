//! Query and filters → the one selection that every view of the page shows.
//!
//! In: a corpus and an [`Ask`]. Out: a [`Selection`]: hits with their passages, facet counts, the positions that are
//! selected, and what must be said about it. The query selects paragraphs; the filters `author`, `outlet` and `year` select
//! articles, and the others positions. A paragraph is shown if it matches and, where positions are filtered, carries one of
//! them; a position is shown if it is selected and, where words are asked for, one of its paragraphs matches.

mod catalogue;
mod excerpt;
mod facets;
mod fields;
mod filters;
mod holding;
mod library;
mod like;
mod marks;
mod matching;
mod notices;
mod rank;
mod units;
mod widening;

pub use excerpt::excerpt;
pub use facets::{FacetValue, Facets};
pub use filters::{Filters, span_of, years_of};
pub use library::Library;
pub use marks::{Mark, marks, marks_in, matched_terms, title_marks};
pub use notices::Notice;

use crate::index::Place;
use crate::messages::Messages;
use crate::query::{Leaf, Whys};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// The typed string.
    pub q: String,
    /// Whether it is still being typed, so that its last word may go on.
    pub typing: bool,
    /// The filters.
    pub filters: Filters,
    /// Whether aliases are off.
    pub exact: bool,
    /// In which order the articles come.
    pub sort: Sort,
}

/// In which order the articles come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match first; without words, the newest first.
    #[default]
    Relevance,
    /// The newest first.
    Date,
    /// By the author filter's label.
    Author,
    /// By the outlet's name.
    Outlet,
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 4] = [Sort::Relevance, Sort::Date, Sort::Author, Sort::Outlet];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Date => "date",
            Sort::Author => "author",
            Sort::Outlet => "outlet",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let search = &messages.search;
        match self {
            Sort::Relevance => search.best_match_first,
            Sort::Date => search.newest_first,
            Sort::Author => search.by_author,
            Sort::Outlet => search.by_outlet,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles in the order asked for, each with its passages.
    pub hits: Vec<Hit>,
    /// Indices of the selected positions in the corpus, in the corpus's order.
    pub positions: Vec<usize>,
    /// Counts for the filters.
    pub facets: Facets,
    /// What must be said about the answer.
    pub notices: Vec<Notice>,
    /// What the words of the query ask for; views mark by it.
    pub leaves: Vec<Leaf>,
    /// How many articles each leaf is found in, under the same filters: what would match where nothing does.
    pub alone: Vec<usize>,
}

impl Selection {
    /// How many passages are listed.
    pub fn passage_count(&self) -> usize {
        self.hits.iter().map(|hit| hit.passages.len()).sum()
    }

    /// The hit of that article, by its index in the corpus.
    pub fn hit(&self, article: usize) -> Option<&Hit> {
        self.hits.iter().find(|hit| hit.article == article)
    }
}

/// An article that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its index in the corpus.
    pub article: usize,
    /// How well it matches; 0 where no words are asked for.
    pub score: f64,
    /// Its passages in reading order.
    pub passages: Vec<Passage>,
}

/// A unit that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage {
    /// Where it stands.
    pub place: Place,
    /// How well it matches.
    pub score: f64,
    /// Why it matches.
    pub why: Whys,
}
