//! The typed string → what it asks for.
//!
//! In: any string. Out: a [`Query`]; every string means something, and none is an error. Words are joined by AND; `OR`
//! binds tighter; `-` excludes a word, a quotation, a field or a group; parentheses group; `"a phrase"` and `"word"` are
//! matched as they stand, `"a b"~5` in any order close together; `prefix*`; `author:`, `outlet:`, `year:`, `issue:`,
//! `actor:` and `title:` bind the word or quotation behind them. What has no effect is kept, to be said. [`plan`] then widens
//! words by the corpus's names and forms. Nothing here looks at texts.

mod leaf;
mod names;
mod plan;
mod scan;
mod tree;

pub use leaf::{Alternative, How, Leaf, Why, Whys};
pub(crate) use names::is_number;
pub use names::{NameKind, Names};
pub use plan::{FieldAsk, Need, Plan, plan};

use crate::messages::Messages;

/// What a typed string asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The clauses, in the order typed; all must hold.
    pub clauses: Vec<Clause>,
    /// What was typed and has no effect, each once.
    pub idle: Vec<Idle>,
}

/// One clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// A word, a quotation or a field.
    Wants(Wants),
    /// Excludes what it names.
    Not(Box<Clause>),
    /// Parts joined by `OR`.
    Any(Vec<Clause>),
    /// A group in parentheses: all of it must hold.
    All(Vec<Clause>),
}

/// What a clause names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wants {
    /// Words of a unit.
    Text(Text),
    /// Words of the article's title; nothing is asked of the unit.
    Title(Text),
    /// A field of the article or of a position, and its value.
    Field {
        /// Which.
        field: Field,
        /// Its value as typed.
        value: String,
        /// Whether its last word may go on.
        goes_on: bool,
    },
}

/// Words as they are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// What stands between two spaces: one word, or several joined by signs.
    Words {
        /// As typed.
        typed: String,
        /// Whether the last word may go on.
        prefix: bool,
    },
    /// What stands in quotation marks.
    Quoted(String),
    /// What stands in quotation marks before `~5`: all its words in any order, with at most so many others between the first
    /// and the last.
    Near(String, u32),
}

/// A field that a value is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// An author's id, or words of the name.
    Author,
    /// An outlet's id, or words of its label.
    Outlet,
    /// A year or a span of years in which the article may have appeared.
    Year,
    /// A question's id, or words of its label: paragraphs that carry a position on it.
    Issue,
    /// An actor's id, or words of the name: paragraphs that carry a position of theirs.
    Actor,
}

/// Something typed that has no effect, or not the one that it seems to have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Idle {
    /// The sign or the word.
    pub typed: String,
    /// Why.
    pub because: Because,
    /// Whether typing on may mend it, so that nothing need be said while the query is being typed.
    pub unfinished: bool,
}

/// Why something typed has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// An operator at the beginning.
    NothingBefore,
    /// An operator at the end.
    NothingBehind,
    /// Two operators side by side.
    BesideAnother,
    /// A parenthesis that is one too many.
    TooDeep,
    /// A closing parenthesis without the other.
    ClosesNothing,
    /// An opening sign without the other.
    NeverClosed,
    /// Parentheses around nothing.
    NothingInside,
    /// A field without a value.
    NoValue,
    /// Signs alone.
    NoWord,
    /// A distance from nothing.
    OneWord,
}

impl Because {
    /// The reason, as the end of a sentence.
    pub fn says(self, messages: &Messages) -> &'static str {
        let notices = &messages.notices;
        match self {
            Because::NothingBefore => notices.nothing_stands_before_it,
            Because::NothingBehind => notices.nothing_follows_it,
            Because::BesideAnother => notices.beside_another_operator,
            Because::TooDeep => notices.parentheses_too_deep,
            Because::ClosesNothing => notices.closes_nothing,
            Because::NeverClosed => notices.is_never_closed,
            Because::NothingInside => notices.nothing_stands_in_it,
            Because::NoValue => notices.nothing_behind_the_colon,
            Because::NoWord => notices.no_word_in_it,
            Because::OneWord => notices.nearness_needs_two_words,
        }
    }
}

impl Query {
    /// Reads a typed string. While it is being typed, the last word may go on.
    pub fn parse(typed: &str, typing: bool) -> Query {
        tree::query(scan::pieces(typed), typing)
    }
}
