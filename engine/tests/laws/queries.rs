//! Random queries of the whole language: what is meant, and how it is typed.

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
    /// What stands in quotation marks, in any order, with so many other words between.
    Near(String, u32),
    /// Words of the title.
    Title(Box<Meaning>),
    /// A field of the article or of a position, with its value.
    Field(&'static str, String),
}

/// One clause.
#[derive(Clone, Debug)]
pub enum Clause {
    /// A word, a quotation or a field.
    Says(Meaning),
    /// What is excluded.
    Not(Box<Clause>),
    /// Parts joined by `OR`.
    Any(Vec<Clause>),
    /// A group in parentheses.
    All(Vec<Clause>),
}

/// A query as it is meant; its `Display` is how it is typed.
#[derive(Clone, Debug)]
pub struct Meant(pub Vec<Clause>);

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Meaning::Words(typed, star) => write!(f, "{typed}{}", if *star { "*" } else { "" }),
            Meaning::Quoted(text) => write!(f, "\"{text}\""),
            Meaning::Near(text, within) => write!(f, "“{text}”~{within}"),
            Meaning::Title(meaning) => write!(f, "title:{meaning}"),
            Meaning::Field(name, value) if value.contains(' ') => write!(f, "{name}:“{value}”"),
            Meaning::Field(name, value) => write!(f, "{name}:{value}"),
        }
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, clauses: &[Clause], by: &str| {
            clauses.iter().enumerate().try_for_each(|(nth, clause)| {
                f.write_str(if nth > 0 { by } else { "" })?;
                write!(f, "{clause}")
            })
        };
        match self {
            Clause::Says(meaning) => write!(f, "{meaning}"),
            Clause::Not(clause) => write!(f, "-{clause}"),
            Clause::Any(parts) => row(f, parts, " OR "),
            Clause::All(clauses) => {
                f.write_str("(")?;
                row(f, clauses, " ")?;
                f.write_str(")")
            }
        }
    }
}

impl fmt::Display for Meant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, clause) in self.0.iter().enumerate() {
            write!(f, "{}{clause}", if nth > 0 { " " } else { "" })?;
        }
        Ok(())
    }
}

/// Whether search may take a word that ends so as going on.
pub fn may_go_on(typed: &str) -> bool {
    typed.ends_with(|c: char| c.is_alphanumeric() || c == '\u{301}')
}

/// Words side by side: one piece is as many clauses as it has words between spaces.
fn words() -> impl Strategy<Value = Vec<Clause>> {
    asked().prop_map(|piece| {
        let clause = |word: &str| Clause::Says(Meaning::Words(word.to_string(), false));
        piece.split_whitespace().map(clause).collect()
    })
}

/// The beginning of a word, with a star.
fn beginning() -> impl Strategy<Value = Meaning> {
    (asked(), 1..6usize).prop_map(|(piece, length)| {
        let word = piece.split_whitespace().next().unwrap_or("v");
        let typed: String = word.chars().take(length).collect();
        let star = may_go_on(&typed);
        Meaning::Words(typed, star)
    })
}

fn word() -> impl Strategy<Value = Meaning> {
    asked().prop_map(|piece| Meaning::Words(piece.split_whitespace().next().unwrap_or("v").to_string(), false))
}

/// Phrases, single words in quotation marks, and words near one another.
fn quoted() -> impl Strategy<Value = Meaning> {
    (phrase(), prop::option::weighted(0.4, 0..4u32)).prop_map(|(text, within)| match within {
        Some(within) => Meaning::Near(text, within),
        None => Meaning::Quoted(text),
    })
}

/// Fields: an id, words of the label, or what names nobody.
fn field() -> impl Strategy<Value = Meaning> {
    let of = |name: &'static str, values: &[&'static str]| {
        select(values.to_vec()).prop_map(move |value| Meaning::Field(name, value.to_string()))
    };
    prop_oneof![
        of(
            "author",
            &["lee", "ode", "LEE-OH", "unnamed", "dana", "oh Dana", "öde", "ulla", "nobody", "named", "not named"]
        ),
        of("Outlet", &["post", "Wire", "evening", "the leaf", "the", "nowhere"]),
        of("year", &["2016", "2018", "2016..2018", "2019..2019", "2030", "2019..2016", "soon"]),
        of("issue", &["run", "when", "COST", "nothing"]),
        of("actor", &["mayor", "crown", "hall", "hall town", "town_hall", "pilot", "nobody"]),
    ]
}

/// One clause in its place: a word, a quotation where they are asked for, a field, perhaps of the title, perhaps excluded.
fn single(phrases: bool) -> BoxedStrategy<Clause> {
    let quoted = if phrases { quoted().boxed() } else { word().boxed() };
    let text = prop_oneof![4 => word(), 2 => beginning(), 3 => quoted].boxed();
    let title = text.clone().prop_map(|text| Meaning::Title(Box::new(text)));
    let meaning = prop_oneof![8 => text, 1 => title, 2 => field()];
    (meaning, prop::bool::weighted(0.25))
        .prop_map(|(meaning, excludes)| excluding(Clause::Says(meaning), excludes))
        .boxed()
}

fn excluding(clause: Clause, excludes: bool) -> Clause {
    if excludes { Clause::Not(Box::new(clause)) } else { clause }
}

/// A clause of several: parts joined by `OR`, or a group that may be excluded, both perhaps of groups in turn.
fn joined(phrases: bool) -> BoxedStrategy<Clause> {
    single(phrases)
        .prop_recursive(3, 12, 3, |inner| {
            let group = (vec(inner.clone(), 1..4), prop::bool::weighted(0.3))
                .prop_map(|(clauses, excludes)| excluding(Clause::All(clauses), excludes));
            let part = inner.prop_map(|clause| match clause {
                // Without parentheses its parts would be those of the chain around it.
                Clause::Any(parts) => Clause::All(vec![Clause::Any(parts)]),
                other => other,
            });
            prop_oneof![group, vec(part, 2..4).prop_map(Clause::Any)]
        })
        .boxed()
}

/// Queries without phrases: what both editions answer alike.
pub fn without_phrases() -> impl Strategy<Value = Meant> {
    queries_of(false)
}

/// Queries of the whole language.
pub fn queries() -> impl Strategy<Value = Meant> {
    queries_of(true)
}

/// Up to three groups of words, single clauses and such of several.
fn queries_of(phrases: bool) -> impl Strategy<Value = Meant> {
    let one = |clause| vec![clause];
    let clauses = prop_oneof![4 => words(), 3 => single(phrases).prop_map(one), 2 => joined(phrases).prop_map(one)];
    vec(clauses, 0..4).prop_map(|clauses| Meant(clauses.into_iter().flatten().collect()))
}

fn some_of(ids: Vec<&'static str>, odds: f64) -> impl Strategy<Value = std::collections::BTreeSet<String>> {
    let set = btree_set(select(ids).prop_map(String::from), 1..3);
    prop::option::weighted(odds, set).prop_map(Option::unwrap_or_default)
}

/// Values of each filter, in the order of [`Filters::sets`], among them one that is nowhere.
pub fn filter_values() -> [Vec<&'static str>; 9] {
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
        vec!["2016", "2018", "2018-11", "2019-01-22", "2016..2018", "2018-11..2019", "2030"],
    ]
}

/// Filters: mostly few.
pub fn filters() -> impl Strategy<Value = Filters> {
    let [author, outlet, year, issue, actor, answer, stance, voice, as_of] =
        filter_values().map(|ids| some_of(ids, 0.2));
    (author, outlet, year, issue, actor, answer, stance, voice, as_of).prop_map(
        |(author, outlet, year, issue, actor, answer, stance, voice, as_of)| Filters {
            author,
            outlet,
            year,
            issue,
            actor,
            answer,
            stance,
            voice,
            as_of,
        },
    )
}

/// What asks for a query under filters, in any order.
pub fn ask(meant: &Meant, filters: &Filters, exact: bool, typing: bool) -> Ask {
    Ask { q: meant.to_string(), typing, filters: filters.clone(), exact, sort: Sort::default() }
}
