//! One thing that a unit must have, and the ways in which it may have it.

use crate::messages::Messages;
use std::fmt;

/// Why a word matched, as each mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The word that was asked for.
    Exact,
    /// Another form of the word.
    Stem,
    /// It begins as was asked for.
    Prefix,
    /// Another written form.
    Form,
    /// Another name.
    Alias,
    /// The nearest word of the corpus, which lacks the one that was typed.
    Typo,
    /// Its words are there; whether in this order is not known.
    Unordered,
}

impl Why {
    /// Its word in the interface for scripts.
    pub fn id(self) -> &'static str {
        match self {
            Why::Exact => "exact",
            Why::Stem => "stem",
            Why::Prefix => "prefix",
            Why::Form => "form",
            Why::Alias => "alias",
            Why::Typo => "typo",
            Why::Unordered => "unordered",
        }
    }

    /// The word beside a mark.
    pub fn label(self, messages: &Messages) -> &'static str {
        let search = &messages.search;
        match self {
            Why::Exact => search.why_exact,
            Why::Stem => search.why_stem,
            Why::Prefix => search.why_prefix,
            Why::Form => search.why_form,
            Why::Alias => search.why_alias,
            Why::Typo => search.why_typo,
            Why::Unordered => search.why_unordered,
        }
    }
}

/// Reasons, each at most once.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Whys(u8);

impl Whys {
    /// Adds a reason.
    pub fn add(&mut self, why: Why) {
        self.0 |= 1 << why as u8;
    }

    /// Adds those of another set.
    pub fn add_all(&mut self, others: Whys) {
        self.0 |= others.0;
    }

    /// Whether it is among them.
    pub fn contains(self, why: Why) -> bool {
        self.0 & 1 << why as u8 != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The reasons in the order of [`Why`].
    pub fn iter(self) -> impl Iterator<Item = Why> {
        let all = [Why::Exact, Why::Stem, Why::Prefix, Why::Form, Why::Alias, Why::Typo, Why::Unordered];
        all.into_iter().filter(move |why| self.contains(*why))
    }
}

impl fmt::Debug for Whys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// How words must stand in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Anywhere, each for itself.
    Anywhere,
    /// One word, which may go on.
    Beginning,
    /// Together in this order.
    Together,
    /// In any order, with at most so many other words between the first and the last.
    Within(u32),
}

impl How {
    /// Whether it can be answered only where the order of words is known.
    pub fn needs_order(self) -> bool {
        matches!(self, How::Together | How::Within(_))
    }
}

/// One way in which a leaf is met.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Alternative {
    /// The words; at least one.
    pub keys: Vec<String>,
    /// How they must stand.
    pub how: How,
    /// Why this way counts.
    pub why: Why,
    /// How it is written, to be said where it is not what was typed.
    pub label: String,
}

impl Alternative {
    /// Words that must stand in some way; a word alone stands anywhere.
    pub(crate) fn new(keys: Vec<String>, how: How, why: Why, label: &str) -> Alternative {
        let how = if keys.len() == 1 && how.needs_order() { How::Anywhere } else { how };
        Alternative { keys, how, why, label: label.to_string() }
    }
}

/// One thing that a unit must have, or must not: any of its alternatives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Leaf {
    /// As typed.
    pub typed: String,
    /// Whether it excludes.
    pub negated: bool,
    /// Whether it is asked of the article's title, and nothing of the unit.
    pub in_title: bool,
    /// Whether it is a single word outside quotation marks, which stems and corrections may widen.
    pub widens: bool,
    /// The ways in which it is met; the first is what was typed.
    pub alternatives: Vec<Alternative>,
}
