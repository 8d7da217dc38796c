//! What a query needs of a unit: its words, widened by the names and forms of the corpus.

use super::names::is_number;
use super::{NameKind, Names, Query, Wants};
use crate::text::{Lexicon, Token, is_mark, tokens};
use std::fmt;

/// Why a word matched, as each mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The word that was asked for.
    Exact,
    /// It begins as was asked for.
    Prefix,
    /// Another written form.
    Form,
    /// Another name.
    Alias,
    /// Its words are there; whether in this order is not known.
    Unordered,
}

impl Why {
    /// Its word in the interface for scripts and on the page.
    pub fn id(self) -> &'static str {
        match self {
            Why::Exact => "exact",
            Why::Prefix => "prefix",
            Why::Form => "form",
            Why::Alias => "alias",
            Why::Unordered => "unordered",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// One way in which a leaf is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The words; at least one.
    pub keys: Vec<String>,
    /// Whether they must stand together in this order; otherwise anywhere in the unit.
    pub in_order: bool,
    /// Whether the last word may go on.
    pub prefix: bool,
    /// Why this way counts.
    pub why: Why,
    /// How it is written, to be said where it is not what was typed.
    pub label: String,
}

/// One thing that a unit must have, or must not: any of its alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// As typed.
    pub typed: String,
    /// Whether it excludes.
    pub negated: bool,
    /// Which clause of the query it belongs to, counted from 0. An excluded clause of several words excludes the units
    /// that meet all of its leaves.
    pub clause: usize,
    /// The ways in which it is met; the first is what was typed.
    pub alternatives: Vec<Alternative>,
}

/// What a query needs: every leaf of a unit, and fields of its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What a unit must have or must not.
    pub leaves: Vec<Leaf>,
    /// `author:` clauses: whether negated, and the value.
    pub authors: Vec<(bool, String)>,
    /// `outlet:` clauses: whether negated, and the value.
    pub outlets: Vec<(bool, String)>,
}

impl Plan {
    /// Whether it asks for words: a query of fields alone lists no passages.
    pub fn has_words(&self) -> bool {
        !self.leaves.is_empty()
    }
}

/// A word of a query that may be part of a name, with what is needed to build its leaf.
struct Word {
    token: Token,
    typed: String,
    clause: usize,
    negated: bool,
    prefix: bool,
}

/// Plans a query. `exact` leaves out aliases; folding and written forms stay, since they are ways to write one word.
pub fn plan(query: &Query, names: &Names, lexicon: &Lexicon, exact: bool) -> Plan {
    let mut plan = Plan::default();
    let mut words: Vec<Word> = Vec::new();
    for (nth, clause) in query.clauses.iter().enumerate() {
        match &clause.wants {
            Wants::Author(value) => plan.authors.push((clause.negated, value.clone())),
            Wants::Outlet(value) => plan.outlets.push((clause.negated, value.clone())),
            Wants::Quoted(text) => {
                flush(&mut words, names, exact, &mut plan);
                let keys: Vec<String> = tokens(text, lexicon).into_iter().map(|t| t.key).collect();
                if !keys.is_empty() {
                    let alternatives = vec![written(keys, true, Why::Exact, text)];
                    let typed = format!("“{text}”");
                    plan.leaves.push(Leaf { typed, negated: clause.negated, clause: nth, alternatives });
                }
            }
            Wants::Words { typed, prefix } => {
                let found = tokens(typed, lexicon);
                let last = found.len().wrapping_sub(1);
                // The sign that ends a word ends its going on: `17%` while typing is a percentage. An accent typed after
                // its letter is no such sign.
                let goes_on = *prefix && typed.ends_with(|c: char| c.is_alphanumeric() || is_mark(c));
                words.extend(found.into_iter().enumerate().map(|(i, token)| Word {
                    typed: typed[token.span.clone()].to_string(),
                    prefix: goes_on && i == last,
                    token,
                    clause: nth,
                    negated: clause.negated,
                }));
            }
        }
    }
    flush(&mut words, names, exact, &mut plan);
    plan
}

/// Turns a run of plain words into leaves: names of several words and numbers with units first, then single words.
fn flush(words: &mut Vec<Word>, names: &Names, exact: bool, plan: &mut Plan) {
    let mut rest = words.as_slice();
    // So many words may count as one: a name, or a number with its unit.
    let at_most = names.longest().max(2);
    while let Some(first) = rest.first() {
        // An excluded clause stands alone: `-peace treaty` excludes peace only.
        let alike = |w: &&Word| w.negated == first.negated && (!w.negated || w.clause == first.clause);
        let run = &rest[..rest.iter().take(at_most).take_while(alike).count()];
        let (taken, leaves) = number_with_unit(run, names).unwrap_or_else(|| name_or_word(run, names, exact));
        plan.leaves.extend(leaves);
        rest = &rest[taken..];
    }
    words.clear();
}

/// `17%`: a number and its unit, written together, are found in any of the unit's forms, side by side.
fn number_with_unit(run: &[Word], names: &Names) -> Option<(usize, Vec<Leaf>)> {
    let (number, unit) = (run.first()?, run.get(1)?);
    let forms = names.unit_forms(std::slice::from_ref(&unit.token.key));
    if !is_number(&number.token.key) || !unit.token.joined || unit.clause != number.clause || forms.is_empty() {
        return None;
    }
    let alternatives = forms.into_iter().map(|form| {
        let keys = [std::slice::from_ref(&number.token.key), &form.keys].concat();
        let typed = form.keys == [unit.token.key.clone()];
        let why = if typed { Why::Exact } else { Why::Form };
        written(keys, true, why, &format!("{} {}", number.typed, form.label))
    });
    let (typed, alternatives) = (format!("{}{}", number.typed, unit.typed), alternatives.collect());
    Some((2, vec![Leaf { typed, negated: number.negated, clause: number.clause, alternatives }]))
}

/// The longest name at the beginning of a run with the other names of its thing, or else the first word alone.
fn name_or_word(run: &[Word], names: &Names, exact: bool) -> (usize, Vec<Leaf>) {
    let first = &run[0];
    // A word that may go on is no name yet.
    let keys: Vec<String> = run.iter().take_while(|w| !w.prefix).map(|w| w.token.key.clone()).collect();
    let (taken, others) = names.longest_at(&keys).unwrap_or((1, Vec::new()));
    let typed = run[..taken].iter().map(|w| w.typed.as_str()).collect::<Vec<_>>().join(" ");
    let others = others.into_iter().filter(|(kind, _)| !exact || *kind == NameKind::Form);
    let others: Vec<Alternative> = others
        .map(|(kind, name)| {
            let why = if kind == NameKind::Alias { Why::Alias } else { Why::Form };
            written(name.keys.clone(), true, why, &name.label)
        })
        .collect();
    if others.is_empty() {
        // No name: the first word is a leaf of its own, and the others get their turn.
        let why = if first.prefix { Why::Prefix } else { Why::Exact };
        let mut word = written(vec![first.token.key.clone()], false, why, &first.typed);
        word.prefix = first.prefix;
        let (typed, alternatives) = (first.typed.clone(), vec![word]);
        return (1, vec![Leaf { typed, negated: first.negated, clause: first.clause, alternatives }]);
    }
    // Words typed side by side are joined by AND, also where they are a name.
    let mut alternatives = vec![written(keys[..taken].to_vec(), false, Why::Exact, &typed)];
    alternatives.extend(others);
    (taken, vec![Leaf { typed, negated: first.negated, clause: first.clause, alternatives }])
}

fn written(keys: Vec<String>, in_order: bool, why: Why, label: &str) -> Alternative {
    let in_order = in_order && keys.len() > 1;
    Alternative { keys, in_order, prefix: false, why, label: label.to_string() }
}
