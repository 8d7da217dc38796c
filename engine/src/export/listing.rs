//! Rows with named columns, in the forms that other programs read.

use super::csv::csv;
use super::markdown::plain;
use crate::messages::Messages;
use crate::model::Corpus;
use serde_json::{Map, Value, json};

/// A list of what was selected: one row each, every cell a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What the rows are; the name of their list in JSON.
    pub name: &'static str,
    /// The columns' names, in their order.
    pub columns: &'static [&'static str],
    /// The rows, with as many cells.
    pub rows: Vec<Vec<String>>,
}

impl Listing {
    /// RFC 4180 with a byte-order mark, which spreadsheet programs need to read UTF-8. A cell that such a program would take
    /// for a formula begins with an apostrophe.
    pub fn csv(&self) -> String {
        csv(self.columns, self.rows.iter().cloned())
    }

    /// The rows as objects, with what edition they are of.
    pub fn json(&self, corpus: &Corpus) -> String {
        json(corpus, [(self.name, self.objects())])
    }

    /// The rows as objects.
    pub(super) fn objects(&self) -> Value {
        let row = |cells: &Vec<String>| {
            let named = self.columns.iter().zip(cells).map(|(name, cell)| ((*name).to_string(), json!(cell)));
            Value::Object(named.collect::<Map<String, Value>>())
        };
        self.rows.iter().map(row).collect()
    }

    /// A table, and under it what edition it is of. Its columns are called as in the other forms.
    pub fn markdown(&self, corpus: &Corpus, messages: &Messages) -> String {
        let line =
            |cells: &mut dyn Iterator<Item = &str>| cells.map(|cell| format!(" {} |", plain(cell))).collect::<String>();
        let mut text = format!("|{}\n", line(&mut self.columns.iter().copied()));
        text += &format!("|{}\n", "---|".repeat(self.columns.len()));
        for row in &self.rows {
            text += &format!("|{}\n", line(&mut row.iter().map(String::as_str)));
        }
        text + "\n" + &edition(corpus, messages)
    }
}

/// JSON of these lists, with what edition they are of.
pub(super) fn json<const N: usize>(corpus: &Corpus, lists: [(&str, Value); N]) -> String {
    let mut all = json!({
        "corpus": corpus.title,
        "version": corpus.version,
        "hash": corpus.hash,
        "horizon": corpus.horizon,
        "licence": corpus.licence,
    });
    lists.into_iter().for_each(|(name, list)| all[name] = list);
    format!("{all:#}\n")
}

/// What a list is of, in a line: the horizon, the edition, the licence. It begins with a word of ours, since a sign at the beginning of
/// a line may make a list or a block of code of it.
pub(super) fn edition(corpus: &Corpus, messages: &Messages) -> String {
    let horizon = plain(&corpus.horizon);
    messages.taking.edition_line.with([&horizon, &corpus.hash, &corpus.version, &corpus.licence]) + "\n"
}
