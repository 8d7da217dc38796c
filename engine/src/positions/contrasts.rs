//! Contrasts by rule between the columns of the table.
//!
//! In: a corpus, the selected positions, what the columns are and, if two were chosen, which. Out: where they differ,
//! agree, have changed or where only one speaks, with the positions that say so. Two columns of actors are compared whole.
//! Elsewhere a column is no holder of views: what two outlets tell is compared actor by actor, and what their authors
//! hold with one another. Nothing here selects or weighs.

use super::changes::changed;
use super::says::{self, Name};
use super::sides::{Between, Side};
use super::{By, Column, Table, column_of, table};
use crate::messages::Messages;
use crate::model::{ActorId, ActorKind, ContrastKind, Corpus, Issue, IssueId, Position, UNNAMED};
use crate::order::InOrder;
use std::collections::BTreeMap;

/// How two columns stand to each other on a question, with the positions that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// The question.
    pub issue: IssueId,
    /// How they stand to each other.
    pub kind: ContrastKind,
    /// The value of the first column.
    pub a_column: String,
    /// The value of the second; of a change outside a pair, the first once more, since it is that column's alone.
    pub b_column: String,
    /// Indices of the first column's positions that say so, in the corpus's order.
    pub a: Vec<usize>,
    /// The same of the second.
    pub b: Vec<usize>,
    /// The same in plain words: one line without a full stop.
    pub says: String,
}

/// The contrasts in the selection, in the codebook's order of questions. Of a pair, given by the values of its columns: at
/// most one of each kind on each question. Without one, of all pairs, the earlier column first: where they differ and agree,
/// and then what each column changed.
pub fn contrasts(
    corpus: &Corpus,
    selected: &[usize],
    by: By,
    pair: Option<(&str, &str)>,
    messages: &Messages,
) -> Vec<Contrast> {
    let table = table(corpus, selected, by, messages);
    let telling = Telling { corpus, by, messages };
    let mut contrasts = Vec::new();
    for (row, issue) in corpus.codebook.issues.iter().enumerate() {
        let cell = |at: usize| Cell::of(corpus, issue, by, &table.columns[at], table.cell(row, at));
        match pair {
            Some((a, b)) => {
                let find = |value| table.columns.iter().position(|column| column.value == value);
                if let (Some(a), Some(b)) = (find(a), find(b))
                    && a != b
                {
                    of_pair(&telling, issue, &cell(a), &cell(b), &mut contrasts);
                }
            }
            None => {
                let cells = speaking(corpus, &table, by, row, issue);
                for (a, b) in pairs(&cells) {
                    contrasts.extend(differ(&telling, issue, a, b));
                    contrasts.extend(agree(&telling, issue, a, b));
                }
                for cell in &cells {
                    contrasts.extend(change(&telling, issue, (cell, &cell.changed(corpus, issue)), (cell, &[])));
                }
            }
        }
    }
    contrasts
}

/// How many pairs of columns differ on each question, by its place in the codebook.
pub(super) fn differing_pairs(corpus: &Corpus, table: &Table, by: By) -> Vec<usize> {
    let count = |(row, issue): (usize, &Issue)| {
        let cells = speaking(corpus, table, by, row, issue);
        pairs(&cells).filter(|(a, b)| cells_differ(a, b)).count()
    };
    corpus.codebook.issues.iter().enumerate().map(count).collect()
}

/// The cells of a row that hold positions, in the order of the columns.
fn speaking<'a>(corpus: &Corpus, table: &'a Table, by: By, row: usize, issue: &'a Issue) -> Vec<Cell<'a>> {
    let columns = table.columns.iter().enumerate().map(|(at, column)| (column, table.cell(row, at)));
    let speaking = columns.filter(|(_, positions)| !positions.is_empty());
    speaking.map(|(column, positions)| Cell::of(corpus, issue, by, column, positions)).collect()
}

/// Each two of them, the earlier first.
fn pairs<'c, 'a>(cells: &'c [Cell<'a>]) -> impl Iterator<Item = (&'c Cell<'a>, &'c Cell<'a>)> {
    cells.iter().enumerate().flat_map(|(nth, a)| cells[nth + 1..].iter().map(move |b| (a, b)))
}

/// Whose positions are compared with whose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    /// The column itself, where it is an actor.
    Column,
    /// Whoever wrote the article.
    Author,
    /// An actor by the place in the codebook; a government with those who speak for it.
    Actor(usize),
}

/// One column's positions on one question.
struct Cell<'a> {
    column: &'a Column,
    positions: &'a [usize],
    /// Each holder's side.
    sides: BTreeMap<Holder, Side<'a>>,
}

impl<'a> Cell<'a> {
    fn of(corpus: &Corpus, issue: &'a Issue, by: By, column: &'a Column, positions: &'a [usize]) -> Cell<'a> {
        let mut held: BTreeMap<Holder, Vec<usize>> = BTreeMap::new();
        for &at in positions {
            held.entry(holder(corpus, &corpus.positions[at], by)).or_default().push(at);
        }
        let sides = held.into_iter().map(|(holder, positions)| (holder, Side::of(corpus, issue, &positions)));
        Cell { column, positions, sides: sides.collect() }
    }

    fn changed(&self, corpus: &Corpus, issue: &Issue) -> Vec<usize> {
        changed(corpus, issue, self.positions)
    }
}

fn holder(corpus: &Corpus, position: &Position, by: By) -> Holder {
    if by.is_of_actors() {
        return Holder::Column;
    }
    // Where actors stand in groups, none stands in two columns, and whoever wrote an article is an actor like others.
    if by.folds() && corpus.wrote(&position.actor, &position.article) {
        return Holder::Author;
    }
    let folded = by.folds().then(|| column_of(corpus, position, By::Government).map(ActorId)).flatten();
    let actor = folded.as_ref().unwrap_or(&position.actor);
    Holder::Actor(corpus.codebook.actors.iter().position(|a| a.id == *actor).unwrap_or(usize::MAX))
}

/// What is needed to say who holds what.
struct Telling<'a> {
    corpus: &'a Corpus,
    by: By,
    messages: &'a Messages,
}

impl Telling<'_> {
    /// What a holder is called in a column: `Japan`; where the column tells of it, `Japan (The Evening Post)`.
    fn name(&self, holder: &Holder, column: &Column) -> Name {
        let is_several = |kind: ActorKind| matches!(kind, ActorKind::Public | ActorKind::Media | ActorKind::Collective);
        let is_unnamed = self.by == By::Author && column.value == UNNAMED;
        let says = &self.messages.contrasts;
        let actors = &self.corpus.codebook.actors;
        let one = |label: String| Name { label, many: false };
        match holder {
            Holder::Column => {
                let actor = actors.iter().find(|actor| actor.id.as_str() == column.value);
                Name { label: column.label.clone(), many: actor.is_some_and(|actor| is_several(actor.kind)) }
            }
            Holder::Author if is_unnamed => one(says.the_author_not_named.to_string()),
            Holder::Author if self.by == By::Author => Name { label: column.label.clone(), many: column.is_several() },
            Holder::Author => one(says.the_author_in.with([&column.label])),
            Holder::Actor(at) => {
                let actor = actors.get(*at);
                let teller = if is_unnamed { says.author_not_named } else { &column.label };
                Name {
                    label: says.told_by.with([actor.map_or("?", |actor| &actor.label), teller]),
                    many: actor.is_none_or(|actor| is_several(actor.kind)),
                }
            }
        }
    }
}

/// Both columns' sides of one holder after the other.
fn compared<'c, 'a>(
    a: &'c Cell<'a>,
    b: &'c Cell<'a>,
) -> impl Iterator<Item = (&'c Holder, Between, &'c Side<'a>, &'c Side<'a>)> {
    a.sides.iter().filter_map(|(holder, ours)| {
        let between = match holder {
            Holder::Column | Holder::Author => Between::TwoHolders,
            Holder::Actor(_) => Between::TwoTellings,
        };
        Some((holder, between, ours, b.sides.get(holder)?))
    })
}

fn cells_differ(a: &Cell<'_>, b: &Cell<'_>) -> bool {
    compared(a, b).any(|(_, between, ours, theirs)| ours.differs_from(theirs, between))
}

fn of_pair(telling: &Telling<'_>, issue: &Issue, a: &Cell<'_>, b: &Cell<'_>, contrasts: &mut Vec<Contrast>) {
    contrasts.extend(differ(telling, issue, a, b));
    contrasts.extend(agree(telling, issue, a, b));
    for (kind, speaks, silent) in [(ContrastKind::OnlyA, a, b), (ContrastKind::OnlyB, b, a)] {
        if !speaks.positions.is_empty() && silent.positions.is_empty() {
            let says = says::only(&speaks.column.label, issue, telling.messages);
            contrasts.extend(contrast(
                telling,
                issue,
                kind,
                (a, a.positions.to_vec()),
                (b, b.positions.to_vec()),
                vec![says],
            ));
        }
    }
    let (ours, theirs) = (a.changed(telling.corpus, issue), b.changed(telling.corpus, issue));
    contrasts.extend(change(telling, issue, (a, &ours), (b, &theirs)));
}

fn differ(telling: &Telling<'_>, issue: &Issue, a: &Cell<'_>, b: &Cell<'_>) -> Option<Contrast> {
    let (mut in_a, mut in_b, mut said) = (Vec::new(), Vec::new(), Vec::new());
    for (holder, between, ours, theirs) in compared(a, b) {
        let (ours, theirs) = (ours.against(theirs, between), theirs.against(ours, between));
        if !ours.positions().is_empty() {
            let names = [a, b].map(|cell| telling.name(holder, cell.column));
            said.push(says::differ(&names[0], &ours, &names[1], &theirs, telling.messages));
            in_a.extend(ours.positions());
            in_b.extend(theirs.positions());
        }
    }
    contrast(telling, issue, ContrastKind::Differ, (a, in_a), (b, in_b), said)
}

fn agree(telling: &Telling<'_>, issue: &Issue, a: &Cell<'_>, b: &Cell<'_>) -> Option<Contrast> {
    let (mut in_a, mut in_b, mut said) = (Vec::new(), Vec::new(), Vec::new());
    for (holder, _, ours, theirs) in compared(a, b) {
        let shared = ours.shared(theirs);
        for answer in &shared {
            in_a.extend(ours.towards(answer).positions());
            in_b.extend(theirs.towards(answer).positions());
        }
        if !shared.is_empty() {
            let names = [a, b].map(|cell| telling.name(holder, cell.column));
            said.push(says::agree(issue, (&names[0], ours), (&names[1], theirs), &shared, telling.messages));
        }
    }
    contrast(telling, issue, ContrastKind::Agree, (a, in_a), (b, in_b), said)
}

fn change(
    telling: &Telling<'_>,
    issue: &Issue,
    a: (&Cell<'_>, &[usize]),
    b: (&Cell<'_>, &[usize]),
) -> Option<Contrast> {
    let changes = [a.1, b.1].into_iter().filter(|positions| !positions.is_empty());
    let said = changes.map(|positions| says::changed(telling.corpus, issue, positions, telling.messages)).collect();
    contrast(telling, issue, ContrastKind::Changed, (a.0, a.1.to_vec()), (b.0, b.1.to_vec()), said)
}

/// The contrast, or none where nothing says so.
fn contrast(
    telling: &Telling<'_>,
    issue: &Issue,
    kind: ContrastKind,
    a: (&Cell<'_>, Vec<usize>),
    b: (&Cell<'_>, Vec<usize>),
    said: Vec<String>,
) -> Option<Contrast> {
    let tidy = |mut positions: Vec<usize>| {
        positions.order();
        positions.dedup();
        positions
    };
    (!said.is_empty()).then(|| Contrast {
        issue: issue.id.clone(),
        kind,
        a_column: a.0.column.value.clone(),
        b_column: b.0.column.value.clone(),
        a: tidy(a.1),
        b: tidy(b.1),
        says: said.join(telling.messages.words.next_sentence),
    })
}
