//! Quickwit 0.8 and later: an index's configuration as YAML, and documents one a line.
//!
//! Quickwit has no synonyms and replaces no document: names that a text does not use stand in a field that is searched as well,
//! and an index is loaded once. Sources: <https://quickwit.io/docs/configuration/index-config>,
//! <https://quickwit.io/docs/reference/rest-api>.

use super::Engine;
use super::document::{Document, line};
use super::fields::{Field, Index, Kind};
use super::rings::Rings;
use crate::trouble::Outcome;
use sightlines_engine::model::Corpus;

/// The field that stands in for synonyms.
const NAMES: &str = "other_names";
/// Days are kept as nanoseconds in 64 bits, which reach so far on both sides of 1970. Days outside would be read as others.
const YEARS: std::ops::RangeInclusive<&str> = "1678"..="2261";

/// The engine.
pub struct Quickwit;

impl Engine for Quickwit {
    fn folder(&self) -> &'static str {
        "quickwit"
    }

    fn config(&self, name: &str, index: &Index, corpus: &Corpus, _: &Rings) -> (String, String) {
        // English words by their stems; else every Chinese and Japanese character for itself, which no other tokeniser does.
        let tokenizer = if corpus.language.starts_with("en") { "en_stem" } else { "chinese_compatible" };
        let mappings: String = index.fields().map(|field| mapping(field, tokenizer)).collect();
        let names = index.field(NAMES).map(|field| field.name);
        let searched: Vec<&str> = index.searched.iter().copied().chain(names).collect();
        let searched = searched.join(", ");
        let config = format!(
            "version: 0.8\n\
             index_id: {name}\n\
             \n\
             doc_mapping:\n  mode: strict\n  field_mappings:\n{mappings}\
             \n\
             search_settings:\n  default_search_fields: [{searched}]\n"
        );
        (format!("{name}.yaml"), config)
    }

    fn lines(&self, _: &str, index: &Index, document: &Document) -> Outcome<String> {
        let mut fields = document.fields.clone();
        fields.retain(|name, value| {
            let is_day = index.field(name).is_some_and(|field| field.kind == Kind::Day);
            !is_day || value.as_str().and_then(|day| day.get(..4)).is_some_and(|year| YEARS.contains(&year))
        });
        Ok(line(&fields))
    }
}

/// One field, as an entry of the list.
fn mapping(field: &Field, tokenizer: &str) -> String {
    let raw = ("text", vec!["tokenizer: raw", "fast: true"]);
    let by_words = format!("tokenizer: {tokenizer}");
    // Positions for phrases, norms for BM25.
    let words = vec![by_words.as_str(), "record: position", "fieldnorms: true"];
    let (kind, parameters) = match field.kind {
        Kind::Id => raw,
        Kind::Text => ("text", words),
        Kind::Label => ("text", [words, vec!["fast: true"]].concat()),
        Kind::Shown => ("text", vec!["indexed: false"]),
        Kind::Number => ("u64", vec!["fast: true"]),
        Kind::Day => ("datetime", vec!["input_formats: [\"%Y-%m-%d\"]", "output_format: \"%Y-%m-%d\"", "fast: true"]),
    };
    let kind = if field.many { format!("array<{kind}>") } else { kind.to_string() };
    let parameters: String = parameters.iter().map(|line| format!("      {line}\n")).collect();
    format!("    - name: {}\n      description: \"{}\"\n      type: {kind}\n{parameters}", field.name, field.says)
}
