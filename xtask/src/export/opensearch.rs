//! OpenSearch 2 and 3: an index's settings and mappings, and bulk lines.
//!
//! Sources: <https://docs.opensearch.org/latest/api-reference/document-apis/bulk/>,
//! <https://docs.opensearch.org/latest/api-reference/index-apis/create-index/>,
//! <https://docs.opensearch.org/latest/analyzers/token-filters/synonym-graph/> and
//! <https://github.com/opensearch-project/opensearch-api-specification>.

use super::Engine;
use super::document::{Document, line};
use super::fields::{Field, Index, Kind};
use super::rings::Rings;
use crate::trouble::{Outcome, Trouble};
use serde_json::{Map, Value, json};
use sightlines_engine::model::Corpus;

/// The longest `_id`, in bytes.
const LONGEST_ID: usize = 512;
/// Above so many characters a text is not counted as a whole: Lucene takes terms of 32,766 bytes, and a character may have four.
const LONGEST_LABEL: u32 = 8191;
/// Days are exported; queries may ask by month or year.
const DAYS: &str = "strict_year_month_day||strict_year_month||strict_year";

/// The engine.
pub struct OpenSearch;

impl Engine for OpenSearch {
    fn folder(&self) -> &'static str {
        "opensearch"
    }

    fn config(&self, name: &str, index: &Index, corpus: &Corpus, rings: &Rings) -> (String, String) {
        let about = json!({
            "corpus": corpus.title,
            "version": corpus.version,
            "edition": corpus.edition().id(),
            "hash": corpus.hash,
            "horizon": corpus.horizon,
            "licence": corpus.licence,
        });
        let config = json!({
            "settings": {"index.query.default_field": index.searched, "analysis": analysis(corpus, rings)},
            "mappings": {"dynamic": "strict", "_meta": about, "properties": properties(index)},
        });
        (format!("{name}.json"), format!("{config:#}\n"))
    }

    fn lines(&self, name: &str, _: &Index, document: &Document) -> Outcome<String> {
        if document.id.len() > LONGEST_ID {
            let says = format!("the id `{}` has {} bytes, and OpenSearch takes 512", document.id, document.id.len());
            return Err(Trouble::new(says).mend("give that article or position a shorter id"));
        }
        let action = json!({"index": {"_index": name, "_id": document.id}});
        Ok(line(&action) + &line(&document.fields))
    }
}

fn properties(index: &Index) -> Map<String, Value> {
    index.fields().map(|field| (field.name.to_string(), property(field))).collect()
}

fn property(field: &Field) -> Value {
    let whole = json!({"type": "keyword", "ignore_above": LONGEST_LABEL});
    // In quotes a name is meant as it stands, as on the page. Entries of a list are so far apart that no phrase runs from one
    // into the next: terms stand in no order.
    let mut words = json!({
        "type": "text",
        "analyzer": "words",
        "search_analyzer": "words_and_names",
        "search_quote_analyzer": "words",
        "position_increment_gap": 100,
    });
    match field.kind {
        Kind::Id => whole,
        Kind::Text => words,
        Kind::Label => {
            words["fields"] = json!({"raw": whole});
            words
        }
        Kind::Shown => json!({"type": "text", "index": false}),
        Kind::Number => json!({"type": "long"}),
        Kind::Day => json!({"type": "date", "format": DAYS}),
    }
}

/// Words as the page folds them, as far as the engine's own filters go: case, accents, *ё*, final *'s*, Snowball's stems for Latin
/// and Cyrillic letters, each of which leaves the other's words alone. Names widen a query, never the index.
fn analysis(corpus: &Corpus, rings: &Rings) -> Value {
    let mut char_filters =
        Map::from_iter([("letters".to_string(), json!({"type": "mapping", "mappings": ["ё => е", "Ё => Е"]}))]);
    for (nth, word) in (1..).zip(&corpus.search.case_words) {
        if let Some(filter) = as_written(word) {
            char_filters.insert(format!("case_word_{nth}"), filter);
        }
    }
    let mut filters = json!({
        "possessive": {"type": "stemmer", "language": "possessive_english"},
        "english": {"type": "stemmer", "language": "porter2"},
        "russian": {"type": "stemmer", "language": "russian"},
    });
    let before = ["lowercase", "asciifolding", "possessive"].as_slice();
    let (mut names, rules) = (["names"].as_slice(), rings.rules());
    if rules.is_empty() {
        names = &[];
    } else {
        filters["names"] = json!({"type": "synonym_graph", "format": "solr", "expand": true, "synonyms": rules});
    }
    let stems = ["english", "russian"].as_slice();
    let analyzer = |chain: &[&[&str]]| {
        json!({"type": "custom", "tokenizer": "standard",
            "char_filter": char_filters.keys().collect::<Vec<_>>(), "filter": chain.concat()})
    };
    json!({
        "analyzer": {"words": analyzer(&[before, stems]), "words_and_names": analyzer(&[before, names, stems])},
        "char_filter": char_filters,
        "filter": filters,
    })
}

/// Keeps a word apart whose case matters: *US* becomes a word of its own before case is folded, and *us* stays what it is. With
/// dots, *U.S.*, it is the same word. None for what is no single word of letters and digits.
fn as_written(word: &str) -> Option<Value> {
    let plain: String = word.chars().filter(|c| *c != '.').collect();
    if plain.is_empty() || !plain.chars().all(char::is_alphanumeric) {
        return None;
    }
    let signs: Vec<String> = plain.chars().map(String::from).collect();
    let (before, after) = (r"(?<![\p{L}\p{N}_])", r"(?![\p{L}\p{N}_])");
    let pattern = format!(r"{before}{}\.?{after}", signs.join(r"\.?"));
    Some(json!({"type": "pattern_replace", "pattern": pattern, "replacement": format!("{plain}_written")}))
}
