//! What the table shows: its columns and rows over the selection, as far as the reader wants to see them.

use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{ActorId, Corpus, Issue, UNNAMED};
use sightlines_engine::positions::{By, Contrast, Group, Table, contrasts, rows, table};
use sightlines_engine::view::View;

/// The table over the selection, beside the one over everything: what is silent here may speak elsewhere.
#[derive(Clone, PartialEq)]
pub struct Grid {
    /// Over the selection.
    pub table: Table,
    /// Over the whole corpus.
    pub whole: Table,
    /// Indices of the columns that are shown: the two that are compared, those that were chosen, or all that speak.
    pub columns: Vec<usize>,
    /// Indices of the questions, in the order chosen.
    pub rows: Vec<usize>,
    /// How the two columns that are compared stand to each other; none where no two are.
    pub contrasts: Vec<Contrast>,
    /// How many columns are not shown, having nothing in this selection.
    pub hidden: usize,
    /// How many columns are not shown, others having been chosen.
    pub unchosen: usize,
    /// What the columns are.
    pub by: By,
    /// The view, for links and for the open cell.
    pub view: View,
}

impl Grid {
    /// Lays out what is selected now.
    pub fn new(explorer: Explorer) -> Grid {
        let messages = explorer.messages();
        let view = explorer.view.get();
        let selected = explorer.selection().map(|s| s.positions.clone()).unwrap_or_default();
        explorer.corpus(|corpus| {
            let all: Vec<usize> = (0..corpus.positions.len()).collect();
            let laid = table(corpus, &selected, view.by, messages);
            let whole = table(corpus, &all, view.by, messages);
            let is_open =
                |column: &usize| view.cell.as_ref().is_some_and(|cell| cell.column == laid.columns[*column].value);
            let at = |value: &str| laid.columns.iter().position(|column| column.value == value);
            let pair = view.chosen_pair();
            let two: Option<Vec<usize>> = pair.and_then(|(a, b)| Some(vec![at(a)?, at(b)?]));
            let is_chosen =
                |column: &usize| view.columns.is_empty() || view.columns.contains(&laid.columns[*column].value);
            let chosen: Vec<usize> = (0..laid.columns.len()).filter(|c| is_chosen(c) || is_open(c)).collect();
            let is_shown = |column: &usize| view.silence.shows_column(&laid, view.by, *column) || is_open(column);
            let (unchosen, hidden, columns) = match two {
                Some(two) => (0, 0, two),
                None => {
                    let shown: Vec<usize> = chosen.iter().copied().filter(is_shown).collect();
                    (laid.columns.len() - chosen.len(), chosen.len() - shown.len(), shown)
                }
            };
            let contrasts = pair.map_or(Vec::new(), |pair| contrasts(corpus, &selected, view.by, Some(pair), messages));
            // A link to some questions shows these; the others have nothing in its selection.
            let asked = |row: &usize| {
                let id = corpus.codebook.issues[*row].id.as_str();
                let is_open = view.cell.as_ref().is_some_and(|cell| cell.issue == id);
                is_open
                    || (view.filters.issue.is_empty() || view.filters.issue.contains(id))
                        && view.silence.shows_row(&laid, &columns, *row)
            };
            let rows = rows(corpus, &laid, view.by, view.rows).into_iter().filter(asked).collect();
            Grid { columns, rows, contrasts, hidden, unchosen, by: view.by, table: laid, whole, view }
        })
    }

    /// What the page says.
    pub fn messages(&self) -> &'static Messages {
        self.view.language.messages()
    }

    /// The language of what the corpus says, where it is to be marked since the page speaks another.
    pub fn content_language(&self, corpus: &Corpus) -> Option<String> {
        (corpus.language != self.view.language.tag()).then(|| corpus.language.clone())
    }

    /// The same of what a column is called: groups and degrees of nearness have names of the page's, and years are numbers.
    pub fn label_language(&self, corpus: &Corpus, column: usize) -> Option<String> {
        let is_named = matches!(self.by, By::Government | By::Actor | By::Author | By::Outlet);
        let is_content = is_named && self.table.columns[column].value != UNNAMED;
        is_content.then(|| self.content_language(corpus)).flatten()
    }

    /// How many positions stand in the columns and rows that are shown.
    pub fn shown_positions(&self) -> usize {
        let shown = |(row, column): &(usize, usize)| self.columns.contains(column) && self.rows.contains(row);
        self.table.cells.iter().filter(|(at, _)| shown(at)).map(|(_, held)| held.len()).sum()
    }

    /// The values of the columns that are shown.
    pub fn values(&self) -> Vec<String> {
        self.columns.iter().map(|&at| self.table.columns[at].value.clone()).collect()
    }

    /// Whether this cell is open.
    pub fn is_open(&self, issue: &Issue, column: usize) -> bool {
        self.view
            .cell
            .as_ref()
            .is_some_and(|open| open.issue == issue.id.as_str() && open.column == self.table.columns[column].value)
    }

    /// Whether a cell of this row is open, so that its answers light up.
    pub fn is_lit(&self, issue: &Issue) -> bool {
        self.view.cell.as_ref().is_some_and(|open| open.issue == issue.id.as_str())
    }

    /// Where the columns are single actors: their groups, each with how many of the columns shown it holds. Else none.
    pub fn groups(&self, corpus: &Corpus) -> Vec<(Group, usize)> {
        let mut groups: Vec<(Group, usize)> = Vec::new();
        for &column in self.columns.iter().filter(|_| self.by == By::Actor && self.view.chosen_pair().is_none()) {
            let Some(group) = group_of(corpus, &self.table.columns[column].value) else { continue };
            match groups.last_mut() {
                Some((last, count)) if *last == group => *count += 1,
                _ => groups.push((group, 1)),
            }
        }
        groups
    }
}

/// The group of an actor, by its id.
pub fn group_of(corpus: &Corpus, actor: &str) -> Option<Group> {
    corpus.codebook.actor(&ActorId(actor.to_string())).map(|actor| Group::of(actor.kind))
}
