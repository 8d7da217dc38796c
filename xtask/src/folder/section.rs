//! A TOML table of the folder, read key by key: every fault with the line at which it stands.
//!
//! serde would stop at the first fault and tell no line; here a reader asks for what it expects, gets a placeholder where
//! there is nothing, and all that was not asked for is named.

use super::fault::{Faults, Place, check_id_form, offer};
use super::source::Source;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the line at which it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lined<T> {
    pub(super) line: u32,
    pub(super) value: T,
}

/// A parsed TOML text of a file, which [`Document::root`] gives as a [`Section`].
pub(super) struct Document<'a> {
    source: &'a Source,
    /// Where the text begins in the file, in bytes.
    offset: usize,
    table: Spanned<DeTable<'a>>,
    /// Whether it could be read whole; otherwise what it lacks is no fault of its own.
    pub(super) complete: bool,
}

impl<'a> Document<'a> {
    /// Reads the bytes `range` of a file as TOML.
    pub(super) fn parse(source: &'a Source, range: Range<usize>, faults: &mut Faults) -> Document<'a> {
        let offset = range.start;
        let (table, errors) = DeTable::parse_recoverable(&source.text[range]);
        for error in &errors {
            let at = source.place(offset + error.span().map_or(0, |span| span.start));
            let what = format!("this is no TOML: {}", error.message().replace('\n', " "));
            faults.add(at, what, "write `key = \"value\"`, and a quotation mark inside a text as \\\"");
        }
        Document { source, offset, table, complete: errors.is_empty() }
    }

    pub(super) fn root(&self) -> Section<'_> {
        let span = self.table.span();
        Section { document: self, name: String::new(), start: span.start, entries: entries(self.table.get_ref()) }
    }

    fn place(&self, byte: usize) -> Place<'_> {
        self.source.place(self.offset + byte)
    }
}

type Entry<'a> = (&'a str, Range<usize>, &'a Spanned<DeValue<'a>>);

fn entries<'a>(table: &'a DeTable<'a>) -> Vec<Entry<'a>> {
    table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect()
}

/// One table of a document.
pub(super) struct Section<'a> {
    document: &'a Document<'a>,
    /// Its name with a dot, for telling keys apart: `search.`; empty for the document itself.
    name: String,
    start: usize,
    entries: Vec<Entry<'a>>,
}

impl<'a> Section<'a> {
    /// Where it begins.
    pub(super) fn place(&self) -> Place<'a> {
        self.document.place(self.start)
    }

    /// Where a key stands; where there is none, the beginning of the table.
    pub(super) fn place_of(&self, key: &str) -> Place<'a> {
        let found = self.entries.iter().find(|(name, ..)| *name == key);
        self.document.place(found.map_or(self.start, |(_, span, _)| span.start))
    }

    /// Adds a fault for each key that is none of these.
    pub(super) fn only(&self, keys: &[&str], faults: &mut Faults) {
        for (key, span, _) in self.entries.iter().filter(|(key, ..)| !keys.contains(key)) {
            let remedy = offer(key, keys.iter().copied()).unwrap_or_else(|| "take it out".to_string());
            faults.add(self.document.place(span.start), format!("`{}{key}` is no key here", self.name), remedy);
        }
    }

    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.entries.iter().find(|(name, ..)| *name == key).map(|(.., value)| *value)
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, remedy: &str, faults: &mut Faults) {
        let what = format!("`{}{key}` is {}", self.name, article_of(value.get_ref()));
        faults.add(self.document.place(value.span().start), what, remedy);
    }

    fn string(&self, key: &str, value: &'a Spanned<DeValue<'a>>, faults: &mut Faults) -> Option<Lined<String>> {
        let line = self.document.place(value.span().start).line;
        match value.get_ref() {
            DeValue::String(text) => Some(Lined { line, value: text.trim().to_string() }),
            _ => {
                self.wrong(key, value, "write a text in quotation marks", faults);
                None
            }
        }
    }

    /// A text that may be absent; an empty one is as none.
    pub(super) fn optional(&self, key: &str, faults: &mut Faults) -> Option<Lined<String>> {
        self.value(key).and_then(|value| self.string(key, value, faults)).filter(|text| !text.value.is_empty())
    }

    /// A text that must be there.
    pub(super) fn required(&self, key: &str, faults: &mut Faults) -> Lined<String> {
        if let Some(text) = self.value(key) {
            let Some(text) = self.string(key, text, faults) else { return Lined::default() };
            if text.value.is_empty() {
                faults.add(self.place_of(key), format!("`{}{key}` is empty", self.name), "say it");
            }
            return text;
        }
        self.missing(key, "\"…\"", faults);
        Lined::default()
    }

    /// Adds the fault that a key is missing, with the form of its value.
    pub(super) fn missing(&self, key: &str, form: &str, faults: &mut Faults) {
        if self.document.complete {
            faults.add(self.place(), format!("`{}{key}` is missing", self.name), format!("write {key} = {form}"));
        }
    }

    /// The id of the thing that the table describes.
    pub(super) fn id(&self, faults: &mut Faults) -> Lined<String> {
        let id = self.required("id", faults);
        check_id_form(&id.value, Place::new(&self.document.source.name, id.line), faults);
        id
    }

    /// A list of texts; an absent one is empty.
    pub(super) fn texts(&self, key: &str, faults: &mut Faults) -> Vec<Lined<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, "write a list of texts, [\"…\", \"…\"]", faults);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.string(key, item, faults)).collect()
    }

    /// A list of lists of texts; an absent one is empty.
    pub(super) fn text_lists(&self, key: &str, faults: &mut Faults) -> Vec<Vec<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let lists = value.get_ref().as_array().map(|items| items.iter().map(|item| (item, item.get_ref().as_array())));
        let Some(lists) = lists else {
            self.wrong(key, value, "write a list of lists, [[\"…\", \"…\"]]", faults);
            return Vec::new();
        };
        let mut read = Vec::new();
        for (item, list) in lists {
            match list {
                Some(texts) => read.push(
                    texts.iter().filter_map(|text| self.string(key, text, faults)).map(|text| text.value).collect(),
                ),
                None => self.wrong(key, item, "write a list of lists, [[\"…\", \"…\"]]", faults),
            }
        }
        read
    }

    /// One of the words that a type of the model is written in, such as a basis or a polarity. `words` are offered where
    /// it is none of them.
    pub(super) fn word<T: DeserializeOwned>(&self, key: &str, words: &[&str], faults: &mut Faults) -> Option<T> {
        let text = self.required(key, faults);
        if text.value.is_empty() {
            return None;
        }
        let read = read_word(&text.value);
        if read.is_none() {
            let remedy = offer(&text.value, words.iter().copied()).unwrap_or_default();
            faults.add(self.place_of(key), format!("`{}{key}` is `{}`", self.name, text.value), remedy);
        }
        read
    }

    /// A small number that must be there.
    pub(super) fn number(&self, key: &str, faults: &mut Faults) -> u8 {
        let Some(value) = self.value(key) else {
            self.missing(key, "1", faults);
            return 0;
        };
        let read = value.get_ref().as_integer().and_then(|i| u8::from_str_radix(i.as_str(), i.radix()).ok());
        if read.is_none() {
            self.wrong(key, value, "write a whole number from 0 to 255", faults);
        }
        read.unwrap_or(0)
    }

    /// So many numbers, which must be there; `form` shows how they are written, and `what` says what they are.
    pub(super) fn numbers<const N: usize>(
        &self,
        key: &str,
        form: &str,
        what: &str,
        faults: &mut Faults,
    ) -> Option<[f64; N]> {
        let Some(value) = self.value(key) else {
            self.missing(key, form, faults);
            return None;
        };
        let numbers = |items: &toml::de::DeArray<'_>| items.iter().map(|item| float(item.get_ref())).collect();
        let Some(read): Option<Vec<f64>> = value.get_ref().as_array().and_then(numbers) else {
            self.wrong(key, value, &format!("write {key} = {form}"), faults);
            return None;
        };
        let read = read.try_into().ok();
        if read.is_none() {
            faults.add(self.place_of(key), format!("`{key}` is no {what}"), format!("write {form}"));
        }
        read
    }

    /// A list of points that must be there.
    pub(super) fn points(&self, key: &str, faults: &mut Faults) -> Option<Vec<[f64; 2]>> {
        let form = "[[longitude, latitude], …], in degrees";
        let Some(value) = self.value(key) else {
            self.missing(key, form, faults);
            return None;
        };
        let point = |item: &Spanned<DeValue<'_>>| -> Option<[f64; 2]> {
            let numbers = item.get_ref().as_array()?.iter().map(|number| float(number.get_ref()));
            numbers.collect::<Option<Vec<f64>>>()?.try_into().ok()
        };
        let read = value.get_ref().as_array().and_then(|items| items.iter().map(point).collect());
        if read.is_none() {
            self.wrong(key, value, &format!("write {key} = {form}"), faults);
        }
        read
    }

    /// A table within this one; `form` shows how it is written.
    pub(super) fn section(&self, key: &str, form: &str, faults: &mut Faults) -> Option<Section<'a>> {
        let value = self.value(key)?;
        let section = self.within(key, value);
        if section.is_none() {
            self.wrong(key, value, &format!("write {key} = {form}"), faults);
        }
        section
    }

    /// The tables of a list, whether written `[[key]]` or inline; an absent list is empty.
    pub(super) fn sections(&self, key: &str, faults: &mut Faults) -> Vec<Section<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, &format!("write [[{key}]] above each of them"), faults);
            return Vec::new();
        };
        let mut sections = Vec::new();
        for item in items.iter() {
            match self.within(key, item) {
                Some(section) => sections.push(section),
                None => self.wrong(key, item, &format!("write [[{key}]] above each of them"), faults),
            }
        }
        sections
    }

    fn within(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<Section<'a>> {
        let entries = entries(value.get_ref().as_table()?);
        Some(Section { document: self.document, name: format!("{key}."), start: value.span().start, entries })
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }
}

/// A word of the model as serde reads it.
pub(super) fn read_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_string())).ok()
}

/// A number, whether it is written with a point or not.
fn float(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(number) => number.as_str().parse().ok(),
        DeValue::Integer(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

fn article_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a yes or no",
        DeValue::Datetime(_) => "a date without quotation marks",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
