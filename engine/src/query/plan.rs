//! What a query needs of a unit: its words, widened by the names and forms of the corpus.

use super::names::is_number;
use super::{Alternative, Because, Clause, Field, How, Idle, Leaf, NameKind, Names, Query, Text, Wants, Why};
use crate::text::{Lexicon, is_mark, is_unspaced, tokens};
use std::collections::HashMap;
use std::ops::Range;

/// What a unit needs to be found: a tree over the leaves and fields of a [`Plan`], by their indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// All of these; nothing is needed where there are none.
    All(Vec<Need>),
    /// One of these at the least.
    Any(Vec<Need>),
    /// Not this.
    Not(Box<Need>),
    /// A leaf.
    Leaf(usize),
    /// A field.
    Field(usize),
}

impl Default for Need {
    fn default() -> Need {
        Need::All(Vec::new())
    }
}

/// What is asked of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldAsk {
    /// Which field.
    pub field: Field,
    /// The value as typed.
    pub value: String,
    /// Whether the value's last word may go on.
    pub goes_on: bool,
}

/// What a query needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is needed of a unit.
    pub need: Need,
    /// The words that are asked for, each once.
    pub leaves: Vec<Leaf>,
    /// The fields that are asked of, each once.
    pub fields: Vec<FieldAsk>,
    /// What was typed and has no effect.
    pub idle: Vec<Idle>,
}

impl Plan {
    /// Whether it asks anything of paragraphs: a query of the articles' fields alone lists no passages.
    pub fn asks_of_units(&self) -> bool {
        let of_positions = |ask: &FieldAsk| matches!(ask.field, Field::Issue | Field::Actor);
        self.leaves.iter().any(|leaf| !leaf.in_title) || self.fields.iter().any(of_positions)
    }
}

/// Plans a query. `exact` leaves out aliases; folding and written forms stay, since they are ways to write one word.
pub fn plan(query: &Query, names: &Names, lexicon: &Lexicon, exact: bool) -> Plan {
    let plan = Plan { idle: query.idle.clone(), ..Plan::default() };
    let mut planner = Planner { names, lexicon, exact, plan, known: HashMap::new() };
    planner.plan.need = planner.all(&query.clauses, false).unwrap_or_default();
    planner.plan
}

/// What is typed without a space or a sign inside: a word, or a run of characters of a script without spaces.
struct Word {
    keys: Vec<String>,
    typed: String,
    /// Which clause it is part of, counted among its neighbours.
    clause: usize,
    /// Whether only joining signs part it from the word before.
    joined: bool,
    prefix: bool,
    unspaced: bool,
}

struct Planner<'a> {
    names: &'a Names,
    lexicon: &'a Lexicon,
    exact: bool,
    plan: Plan,
    known: HashMap<Leaf, usize>,
}

impl Planner<'_> {
    /// Clauses that must all hold; none where they ask for nothing. Words side by side may be a name.
    fn all(&mut self, clauses: &[Clause], negated: bool) -> Option<Need> {
        let mut needs = Vec::new();
        let mut words = Vec::new();
        for (nth, clause) in clauses.iter().enumerate() {
            match clause {
                Clause::Wants(Wants::Text(Text::Words { typed, prefix })) => {
                    words.extend(self.words(typed, *prefix, nth))
                }
                other => {
                    needs.extend(self.side_by_side(&std::mem::take(&mut words), negated, false));
                    needs.extend(self.clause(other, negated));
                }
            }
        }
        needs.extend(self.side_by_side(&words, negated, false));
        needs.dedup();
        joined(needs, Need::All)
    }

    fn clause(&mut self, clause: &Clause, negated: bool) -> Option<Need> {
        match clause {
            Clause::All(clauses) => self.all(clauses, negated),
            Clause::Any(parts) => {
                // A part without a word asks for nothing, and is passed over.
                let mut needs: Vec<Need> = parts.iter().filter_map(|part| self.clause(part, negated)).collect();
                needs.dedup();
                joined(needs, Need::Any)
            }
            Clause::Not(inner) => Some(Need::Not(Box::new(self.clause(inner, !negated)?))),
            Clause::Wants(Wants::Text(text)) => self.text(text, negated, false),
            Clause::Wants(Wants::Title(text)) => self.text(text, negated, true),
            Clause::Wants(Wants::Field { field, value, goes_on }) => {
                let ask = FieldAsk { field: *field, value: value.clone(), goes_on: *goes_on };
                let known = self.plan.fields.iter().position(|known| *known == ask);
                Some(Need::Field(known.unwrap_or_else(|| {
                    self.plan.fields.push(ask);
                    self.plan.fields.len() - 1
                })))
            }
        }
    }

    fn text(&mut self, text: &Text, negated: bool, in_title: bool) -> Option<Need> {
        let (inside, how, typed) = match text {
            Text::Words { typed, prefix } => {
                let words = self.words(typed, *prefix, 0);
                return joined(self.side_by_side(&words, negated, in_title), Need::All);
            }
            Text::Quoted(inside) => (inside, How::Together, format!("“{inside}”")),
            Text::Near(inside, within) => (inside, How::Within(*within), format!("“{inside}”~{within}")),
        };
        let keys: Vec<String> = tokens(inside, self.lexicon).into_iter().map(|token| token.key).collect();
        if keys.is_empty() {
            self.idle(&typed, Because::NoWord);
            return None;
        }
        if let (How::Within(within), 1) = (how, keys.len()) {
            self.idle(&format!("~{within}"), Because::OneWord);
        }
        let alternatives = vec![Alternative::new(keys, how, Why::Exact, inside)];
        Some(self.leaf(typed, alternatives, negated, in_title, false))
    }

    fn idle(&mut self, typed: &str, because: Because) {
        let idle = Idle { typed: typed.to_string(), because, unfinished: false };
        if !self.plan.idle.contains(&idle) {
            self.plan.idle.push(idle);
        }
    }

    fn leaf(
        &mut self,
        typed: String,
        alternatives: Vec<Alternative>,
        negated: bool,
        in_title: bool,
        widens: bool,
    ) -> Need {
        let typed = if in_title { format!("title:{typed}") } else { typed };
        let leaf = Leaf { typed, negated, in_title, widens, alternatives };
        let next = self.plan.leaves.len();
        let at = *self.known.entry(leaf.clone()).or_insert(next);
        if at == next {
            self.plan.leaves.push(leaf);
        }
        Need::Leaf(at)
    }

    /// The words of what stands between two spaces.
    fn words(&mut self, typed: &str, prefix: bool, clause: usize) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut span: Range<usize> = 0..0;
        for token in tokens(typed, self.lexicon) {
            let unspaced = token.key.starts_with(is_unspaced);
            match words.last_mut() {
                Some(run) if run.unspaced && unspaced && span.end == token.span.start => {
                    span.end = token.span.end;
                    run.keys.push(token.key);
                    run.typed = typed[span.clone()].to_string();
                }
                _ => {
                    span = token.span.clone();
                    let (keys, typed) = (vec![token.key], typed[span.clone()].to_string());
                    words.push(Word { keys, typed, clause, joined: token.joined, prefix: false, unspaced });
                }
            }
        }
        if words.is_empty() {
            self.idle(typed, Because::NoWord);
        }
        if let Some(last) = words.last_mut() {
            // The sign that ends a word ends its going on: `17%` while typing is a percentage. An accent typed after its
            // letter is no such sign. A character of a script without spaces is a word that cannot go on.
            let goes_on = typed.ends_with(|c: char| c.is_alphanumeric() || is_mark(c));
            last.prefix = prefix && goes_on && !last.unspaced;
        }
        words
    }

    /// The leaves of words side by side: names of several words and numbers with units first, then single words.
    fn side_by_side(&mut self, words: &[Word], negated: bool, in_title: bool) -> Vec<Need> {
        let mut needs = Vec::new();
        let mut rest = words;
        while !rest.is_empty() {
            let (taken, typed, alternatives, widens) =
                self.number_with_unit(rest).unwrap_or_else(|| self.name_or_word(rest));
            needs.push(self.leaf(typed, alternatives, negated, in_title, widens));
            rest = &rest[taken..];
        }
        needs
    }

    /// `17%`: a number and its unit, written together, are found in any of the unit's forms, side by side.
    fn number_with_unit(&self, words: &[Word]) -> Option<(usize, String, Vec<Alternative>, bool)> {
        let [number, unit, ..] = words else { return None };
        let forms = self.names.unit_forms(&unit.keys);
        if !is_number(&number.keys[0]) || !unit.joined || unit.clause != number.clause || forms.is_empty() {
            return None;
        }
        let alternatives = forms.into_iter().map(|form| {
            let keys = [number.keys.as_slice(), &form.keys].concat();
            let why = if form.keys == unit.keys { Why::Exact } else { Why::Form };
            Alternative::new(keys, How::Together, why, &format!("{} {}", number.typed, form.label))
        });
        Some((2, format!("{}{}", number.typed, unit.typed), alternatives.collect(), false))
    }

    /// The longest name at the beginning of words side by side with the other names of its thing, or else the first alone.
    fn name_or_word(&self, words: &[Word]) -> (usize, String, Vec<Alternative>, bool) {
        // A word that may go on is no name yet.
        let settled = words.iter().take(self.names.longest()).take_while(|word| !word.prefix).count();
        let keys_of = |taken: usize| words[..taken].iter().flat_map(|word| word.keys.clone()).collect::<Vec<_>>();
        let named =
            (1..=settled).rev().find_map(|taken| Some((taken, self.names.others(&keys_of(taken), self.exact)?)));
        let (taken, others) = named.filter(|(_, others)| !others.is_empty()).unwrap_or((1, Vec::new()));
        let typed = words[..taken].iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ");
        let first = &words[0];
        let (how, why) = match first.prefix {
            true => (How::Beginning, Why::Prefix),
            // A run without spaces stands as it is written. Words typed side by side are joined by AND, also where they
            // are a name.
            false if words[..taken].iter().any(|word| word.unspaced) => (How::Together, Why::Exact),
            false => (How::Anywhere, Why::Exact),
        };
        let mut alternatives = vec![Alternative::new(keys_of(taken), how, why, &typed)];
        alternatives.extend(others.into_iter().map(|(kind, name)| {
            let why = if kind == NameKind::Alias { Why::Alias } else { Why::Form };
            Alternative::new(name.keys.clone(), How::Together, why, &name.label)
        }));
        let widens = taken == 1 && !first.prefix && !first.unspaced && !self.exact;
        (taken, typed, alternatives, widens)
    }
}

/// Several needs as one; none where there are none.
fn joined(mut needs: Vec<Need>, by: fn(Vec<Need>) -> Need) -> Option<Need> {
    match needs.len() {
        0 | 1 => needs.pop(),
        _ => Some(by(needs)),
    }
}
