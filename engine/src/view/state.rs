//! What the page shows.

use super::Path;
use crate::concordance;
use crate::messages::Language;
use crate::model::{Corpus, Locator, Position, PositionId};
use crate::positions::{By, RowOrder, Silence, column_of};
use crate::search::{Ask, Filters, Sort};
use crate::seminar::Sheet;
use std::collections::BTreeSet;

/// Which part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// Results by article.
    #[default]
    Articles,
    /// One article.
    Read,
    /// The table of positions.
    Compare,
    /// Events and dated positions.
    Timeline,
    /// Words in their lines, and which names are used by whom.
    Words,
    /// What a class works with: prompts, handouts, an exercise, notes.
    Seminar,
    /// The codebook, the sources, the edition.
    About,
}

impl Pane {
    /// All parts, in the order of the masthead.
    pub const ALL: [Pane; 7] =
        [Pane::Articles, Pane::Read, Pane::Compare, Pane::Timeline, Pane::Words, Pane::Seminar, Pane::About];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Pane::Articles => "articles",
            Pane::Read => "read",
            Pane::Compare => "compare",
            Pane::Timeline => "timeline",
            Pane::Words => "words",
            Pane::Seminar => "seminar",
            Pane::About => "about",
        }
    }
}

/// A cell of the table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The column's value.
    pub column: String,
    /// The issue's id.
    pub issue: String,
}

/// The one state of the page: everything that a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which part of the page.
    pub pane: Pane,
    /// The typed string.
    pub q: String,
    /// The filters.
    pub filters: Filters,
    /// The table's columns.
    pub by: By,
    /// Whether the table's rows and columns are changed.
    pub turn: bool,
    /// The open cell.
    pub cell: Option<Cell>,
    /// The article to read.
    pub article: Option<String>,
    /// The place in it.
    pub p: Option<Locator>,
    /// Whether aliases are off.
    pub exact: bool,
    /// The order of results.
    pub sort: Sort,
    /// In which language the page itself speaks.
    pub language: Language,
    /// Whether it stands in a frame of a course page.
    pub embed: bool,
    /// The two columns that stand side by side, by their values.
    pub pair: [Option<String>; 2],
    /// The order of the table's rows.
    pub rows: RowOrder,
    /// The order of a concordance's lines.
    pub lines: concordance::Order,
    /// The columns that are shown, by their values; empty: all.
    pub columns: BTreeSet<String>,
    /// Whether rows and columns without a position are shown.
    pub silence: Silence,
    /// Whether the table stands close.
    pub dense: bool,
    /// The position that is chosen, by its id: its sentences are marked in its article.
    pub position: Option<PositionId>,
    /// What a class works with.
    pub sheet: Sheet,
    /// The actor of the role sheet.
    pub role: Option<String>,
    /// The path that the view is on.
    pub path: Path,
    /// The number of the stop on it; 0: none.
    pub at: usize,
}

impl View {
    /// What this view asks of the search; `typing` says that the last word may go on.
    pub fn ask(&self, typing: bool) -> Ask {
        Ask { q: self.q.clone(), typing, filters: self.filters.clone(), exact: self.exact, sort: self.sort }
    }

    /// The view that a reader meets first, in this one's language.
    pub fn fresh(&self) -> View {
        View { language: self.language, ..View::default() }
    }

    /// The view that shows a place in an article, with the query and the filters as they are.
    pub fn reading(&self, article: &str, p: Option<Locator>) -> View {
        View { pane: Pane::Read, article: Some(article.to_string()), p, cell: None, position: None, ..self.clone() }
    }

    /// The view that shows a position in its article, at the first place of its evidence, or at another.
    pub fn reading_position(&self, position: &Position, at: Option<Locator>) -> View {
        let place = at.or_else(|| position.evidence.first().copied());
        View { position: Some(position.id.clone()), ..self.reading(position.article.as_str(), place) }
    }

    /// The view that shows a position in the table: its cell is open, in the column of its kind.
    pub fn comparing_position(&self, corpus: &Corpus, position: &Position) -> View {
        let at = |by| column_of(corpus, position, by).map(|column| (by, column));
        // In the columns of governments whoever speaks for none stands aside.
        let (by, column) = at(self.by).or_else(|| at(By::Actor)).unwrap_or_default();
        let columns = if by == self.by { self.columns.clone() } else { BTreeSet::new() };
        // Two columns that stand side by side hide every other.
        let stands = by == self.by && self.pair.contains(&Some(column.clone()));
        let pair = if stands { self.pair.clone() } else { [None, None] };
        let cell = Some(Cell { column, issue: position.issue.to_string() });
        View { by, cell, columns, pair, ..self.showing(Pane::Compare) }
    }

    /// The values of the two columns that are compared, where both are chosen.
    pub fn chosen_pair(&self) -> Option<(&str, &str)> {
        match &self.pair {
            [Some(a), Some(b)] if a != b => Some((a, b)),
            _ => None,
        }
    }

    /// The view with another part of the page, from its beginning.
    pub fn showing(&self, pane: Pane) -> View {
        View { pane, cell: None, p: None, position: None, ..self.clone() }
    }
}
