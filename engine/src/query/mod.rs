//! The typed string → what it asks for.
//!
//! In: any string. Out: a [`Query`]; every string means something, and none is an error. Words are joined by AND; `-word`
//! excludes; `"a phrase"` and `"word"` are matched as they stand; `prefix*`; `author:` and `outlet:` with an id or words
//! of the label. [`plan`] then widens words by the corpus's names and forms. Nothing here looks at texts.

mod names;
mod plan;
mod scan;

pub use names::{NameKind, Names};
pub use plan::{Alternative, Leaf, Plan, Why, plan};

/// What a typed string asks for: clauses, all of which must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The clauses, in the order typed.
    pub clauses: Vec<Clause>,
}

/// One clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Whether it excludes what it names.
    pub negated: bool,
    /// What it names.
    pub wants: Wants,
}

/// What a clause names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wants {
    /// What stands between two spaces: one word, or several joined by signs.
    Words {
        /// As typed.
        typed: String,
        /// Whether the last word may go on.
        prefix: bool,
    },
    /// What stands in quotation marks.
    Quoted(String),
    /// An author's id, or words of the name.
    Author(String),
    /// An outlet's id, or words of its label.
    Outlet(String),
}

impl Query {
    /// Reads a typed string. While it is being typed, the last word may go on.
    pub fn parse(typed: &str, typing: bool) -> Query {
        Query { clauses: scan::clauses(typed, typing) }
    }
}
