//! Random queries of the whole present language: what is meant, and how it is typed.

use super::corpora::{ACTORS, AUTHORS, ISSUES, OUTLETS, STANCES, VOICES};
use super::vocabulary::{asked, phrase};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use sightlines_engine::search::{Ask, Filters, Sort};
use std::fmt;

/// What one clause means.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// What stands between two spaces, and whether a star ends it.
    Words(String, bool),
    /// What stands in quotation marks.
    Quoted(String),
    /// An author.
    Author(String),
    /// An outlet.
    Outlet(String),
}

/// One clause, wanted or excluded.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Whether it excludes.
    pub excludes: bool,
    /// What it names.
    pub meaning: Meaning,
}

/// A query as it is meant; its `Display` is how it is typed.
#[derive(Clone, Debug)]
pub struct Meant(pub Vec<Clause>);

impl fmt::Display for Meant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, clause) in self.0.iter().enumerate() {
            f.write_str(if nth > 0 { " " } else { "" })?;
            f.write_str(if clause.excludes { "-" } else { "" })?;
            match &clause.meaning {
                Meaning::Words(typed, star) => write!(f, "{typed}{}", if *star { "*" } else { "" })?,
                Meaning::Quoted(text) => write!(f, "\"{text}\"")?,
                Meaning::Author(value) if value.contains(' ') => write!(f, "author:\"{value}\"")?,
                Meaning::Author(value) => write!(f, "author:{value}")?,
                Meaning::Outlet(value) if value.contains(' ') => write!(f, "Outlet:“{value}”")?,
                Meaning::Outlet(value) => write!(f, "outlet:{value}")?,
            }
        }
        Ok(())
    }
}

/// Whether search may take a word that ends so as going on.
pub fn may_go_on(typed: &str) -> bool {
    typed.ends_with(|c: char| c.is_alphanumeric() || c == '\u{301}')
}

/// Wanted or excluded words: one piece is as many clauses as it has words between spaces, of which only the first is
/// excluded, as it is typed.
fn words() -> impl Strategy<Value = Vec<Clause>> {
    (asked(), prop::bool::weighted(0.2)).prop_map(|(piece, excludes)| {
        let clause = |(nth, word): (usize, &str)| Clause {
            excludes: excludes && nth == 0 && word.starts_with(char::is_alphanumeric),
            meaning: Meaning::Words(word.to_string(), false),
        };
        piece.split_whitespace().enumerate().map(clause).collect()
    })
}

/// The beginning of a word, with a star.
fn beginning() -> impl Strategy<Value = Vec<Clause>> {
    (asked(), 1..6usize, prop::bool::weighted(0.2)).prop_map(|(piece, length, excludes)| {
        let word = piece.split_whitespace().next().unwrap_or("v");
        let typed: String = word.chars().take(length).collect();
        let star = may_go_on(&typed);
        let excludes = excludes && typed.starts_with(char::is_alphanumeric);
        vec![Clause { excludes, meaning: Meaning::Words(typed, star) }]
    })
}

fn quoted() -> impl Strategy<Value = Vec<Clause>> {
    (phrase(), prop::bool::weighted(0.4))
        .prop_map(|(text, excludes)| vec![Clause { excludes, meaning: Meaning::Quoted(text) }])
}

/// Fields: an id, words of the label, or what names nobody.
fn fields() -> impl Strategy<Value = Vec<Clause>> {
    let authors = ["lee", "ode", "LEE-OH", "unnamed", "dana", "oh Dana", "öde", "ulla", "nobody"];
    let outlets = ["post", "Wire", "evening", "the leaf", "the", "nowhere"];
    let author = select(authors.to_vec()).prop_map(|value| Meaning::Author(value.to_string()));
    let outlet = select(outlets.to_vec()).prop_map(|value| Meaning::Outlet(value.to_string()));
    let field = (prop_oneof![author, outlet], prop::bool::weighted(0.3));
    field.prop_map(|(meaning, excludes)| vec![Clause { excludes, meaning }])
}

/// Queries without phrases: what both editions answer alike.
pub fn without_phrases() -> impl Strategy<Value = Meant> {
    queries_of(prop_oneof![5 => words(), 2 => beginning()].boxed())
}

/// Queries of the whole language.
pub fn queries() -> impl Strategy<Value = Meant> {
    queries_of(prop_oneof![5 => words(), 2 => beginning(), 3 => quoted()].boxed())
}

/// Up to three groups of words after at most one field.
fn queries_of(words: BoxedStrategy<Vec<Clause>>) -> impl Strategy<Value = Meant> {
    (prop::option::weighted(0.2, fields()), vec(words, 0..4))
        .prop_map(|(field, words)| Meant(field.into_iter().chain(words).flatten().collect()))
}

fn some_of(ids: Vec<&'static str>, odds: f64) -> impl Strategy<Value = std::collections::BTreeSet<String>> {
    let set = btree_set(select(ids).prop_map(String::from), 1..3);
    prop::option::weighted(odds, set).prop_map(Option::unwrap_or_default)
}

/// Values of each filter, in the order of [`Filters::sets`], among them one that is nowhere.
pub fn filter_values() -> [Vec<&'static str>; 8] {
    let mut authors: Vec<_> = AUTHORS.iter().map(|a| a.0).collect();
    authors.extend(["unnamed", "nobody"]);
    [
        authors,
        OUTLETS.iter().map(|o| o.0).collect(),
        vec!["2016", "2018", "2019", "2016..2018", "2030"],
        ISSUES.iter().map(|i| i.0).collect(),
        ACTORS.iter().map(|a| a.0).collect(),
        ISSUES.iter().flat_map(|i| i.1).copied().collect(),
        STANCES.iter().map(|s| s.0).collect(),
        VOICES.iter().map(|v| v.0).collect(),
    ]
}

/// Filters: mostly few.
pub fn filters() -> impl Strategy<Value = Filters> {
    let [author, outlet, year, issue, actor, answer, stance, voice] = filter_values().map(|ids| some_of(ids, 0.2));
    (author, outlet, year, issue, actor, answer, stance, voice).prop_map(
        |(author, outlet, year, issue, actor, answer, stance, voice)| Filters {
            author,
            outlet,
            year,
            issue,
            actor,
            answer,
            stance,
            voice,
        },
    )
}

/// What asks for a query under filters, in any order.
pub fn ask(meant: &Meant, filters: &Filters, exact: bool, typing: bool) -> Ask {
    Ask { q: meant.to_string(), typing, filters: filters.clone(), exact, sort: Sort::default() }
}
