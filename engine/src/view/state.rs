//! What the page shows.

use crate::concordance;
use crate::model::Locator;
use crate::positions::{By, RowOrder};
use crate::search::{Ask, Filters, Sort};

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
    /// The codebook, the sources, the edition.
    About,
}

impl Pane {
    /// All parts, in the order of the masthead.
    pub const ALL: [Pane; 6] = [Pane::Articles, Pane::Read, Pane::Compare, Pane::Timeline, Pane::Words, Pane::About];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Pane::Articles => "articles",
            Pane::Read => "read",
            Pane::Compare => "compare",
            Pane::Timeline => "timeline",
            Pane::Words => "words",
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
    /// Whether it stands in a frame of a course page.
    pub embed: bool,
    /// The two columns that stand side by side, by their values.
    pub pair: [Option<String>; 2],
    /// The order of the table's rows.
    pub rows: RowOrder,
    /// The order of a concordance's lines.
    pub lines: concordance::Order,
}

impl View {
    /// What this view asks of the search; `typing` says that the last word may go on.
    pub fn ask(&self, typing: bool) -> Ask {
        Ask { q: self.q.clone(), typing, filters: self.filters.clone(), exact: self.exact, sort: self.sort }
    }

    /// The view that shows a place in an article, with the query and the filters as they are.
    pub fn reading(&self, article: &str, p: Option<Locator>) -> View {
        View { pane: Pane::Read, article: Some(article.to_string()), p, cell: None, ..self.clone() }
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
        View { pane, cell: None, p: None, ..self.clone() }
    }
}
