//! A view → its fragment.

use super::{PAIR, Pane, View, encode};
use crate::concordance::Order;
use crate::messages::Language;
use crate::model::PositionId;
use crate::positions::{By, RowOrder, Silence};
use crate::search::Sort;
use crate::seminar::Sheet;

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
        put("lang", self.language.tag(), self.language == Language::default());
        put("embed", "1", !self.embed);
        for (key, value) in PAIR.iter().zip(&self.pair) {
            put(key, value.as_deref().unwrap_or(""), value.is_none());
        }
        put("rows", self.rows.id(), self.rows == RowOrder::default());
        put("lines", self.lines.id(), self.lines == Order::default());
        self.columns.iter().for_each(|value| put("column", value, value.is_empty()));
        put("silence", self.silence.id(), self.silence == Silence::default());
        put("dense", "1", !self.dense);
        put("position", self.position.as_ref().map_or("", PositionId::as_str), self.position.is_none());
        put("sheet", self.sheet.id(), self.sheet == Sheet::default());
        put("role", self.role.as_deref().unwrap_or(""), self.role.is_none());
        if !self.path.is_empty() {
            put("path", self.path.title.trim(), self.path.title.trim().is_empty());
            for (number, stop) in (1..).zip(&self.path.stops) {
                put("stop", stop.value(number).trim(), false);
            }
            put("at", &self.at.to_string(), self.at == 0);
        }
        pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
    }
}
