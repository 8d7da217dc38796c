//! A view → its fragment.

use super::{PAIR, Pane, View, encode};
use crate::concordance::Order;
use crate::positions::{By, RowOrder};
use crate::search::Sort;

impl View {
    /// The fragment without `#`; empty for the view that a reader meets first. Keys stand in a fixed order, values of one
    /// key sorted, defaults left out.
    pub fn fragment(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let mut put = |key: &'static str, value: &str, is_default: bool| {
            if !is_default {
                pairs.push((key, encode(value)));
            }
        };
        put("view", self.pane.id(), self.pane == Pane::default());
        put("q", self.q.trim(), self.q.trim().is_empty());
        for (key, set) in self.filters.sets() {
            set.iter().for_each(|value| put(key, value, value.is_empty()));
        }
        put("by", self.by.id(), self.by == By::default());
        put("turn", "1", !self.turn);
        if let Some(cell) = &self.cell {
            put("cell", &format!("{}.{}", cell.column, cell.issue), false);
        }
        put("article", self.article.as_deref().unwrap_or(""), self.article.is_none());
        if let Some(place) = self.p {
            put("p", &place.to_string(), false);
        }
        put("exact", "1", !self.exact);
        put("sort", self.sort.id(), self.sort == Sort::default());
        put("embed", "1", !self.embed);
        for (key, value) in PAIR.iter().zip(&self.pair) {
            put(key, value.as_deref().unwrap_or(""), value.is_none());
        }
        put("rows", self.rows.id(), self.rows == RowOrder::default());
        put("lines", self.lines.id(), self.lines == Order::default());
        pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
    }
}
