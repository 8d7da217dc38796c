//! What OpenSearch takes, as it publishes it; a value that these types refuse the server refuses.
//!
//! - Settings, mappings, bulk actions: `indices._common.yaml`, `_common.mapping.yaml`, `_common.analysis.yaml` and `_core.bulk.yaml` of
//!   <https://github.com/opensearch-project/opensearch-api-specification/tree/main/spec/schemas>.
//! - Names of indexes: <https://docs.opensearch.org/latest/api-reference/index-apis/create-index/>.
//! - Bulk bodies and ids: <https://docs.opensearch.org/latest/api-reference/document-apis/bulk/>.
//! - Strict mappings: <https://docs.opensearch.org/latest/mappings/mapping-parameters/dynamic/>.
//! - Sizes: `http.max_content_length` in
//!   <https://docs.opensearch.org/latest/install-and-configure/configuring-opensearch/network-settings/>.

use super::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Create {
    settings: Settings,
    mappings: Mappings,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(rename = "index.query.default_field")]
    default_field: Vec<String>,
    analysis: Analysis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Analysis {
    analyzer: BTreeMap<String, Analyzer>,
    char_filter: BTreeMap<String, CharFilter>,
    filter: BTreeMap<String, Filter>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
enum Analyzer {
    Custom { tokenizer: String, char_filter: Vec<String>, filter: Vec<String> },
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
enum CharFilter {
    Mapping { mappings: Vec<String> },
    PatternReplace { pattern: String, replacement: String },
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
enum Filter {
    Stemmer { language: String },
    SynonymGraph { format: String, expand: bool, synonyms: Vec<String> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mappings {
    dynamic: String,
    #[serde(rename = "_meta")]
    meta: Map<String, Value>,
    properties: BTreeMap<String, Property>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
enum Property {
    Text {
        index: Option<bool>,
        analyzer: Option<String>,
        search_analyzer: Option<String>,
        search_quote_analyzer: Option<String>,
        position_increment_gap: Option<u32>,
        fields: Option<BTreeMap<String, Property>>,
    },
    Keyword {
        ignore_above: u32,
    },
    Long {},
    Date {
        format: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Action {
    index: IndexAction,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexAction {
    _index: String,
    _id: String,
}

/// Holds all files of an export against what the server takes.
pub fn check(corpus: &Corpus, exported: &Exported) {
    for index in INDEXES {
        let name = crate::export::index_name(corpus, index).unwrap();
        check_name(&name);
        let create: Create = serde_json::from_str(&exported.text(&format!("opensearch/{name}.json"))).unwrap();
        check_analysis(&create.settings.analysis);
        assert_eq!((create.mappings.dynamic.as_str(), create.mappings.meta.len()), ("strict", 6));
        for property in create.mappings.properties.values() {
            check_property(property, &create.settings.analysis);
        }
        for field in &create.settings.default_field {
            let property = &create.mappings.properties[field];
            assert!(matches!(property, Property::Text { index: None, .. }), "{field} is searched by its words");
        }
        check_bulk(&name, &create.mappings.properties, exported);
        let sources: Vec<_> = exported.lines("opensearch", &name).into_iter().skip(1).step_by(2).collect();
        let ids = |documents: &[Map<String, Value>]| documents.iter().map(|d| d["id"].clone()).collect::<Vec<_>>();
        assert_eq!(ids(&sources), ids(&exported.documents(corpus, index)), "both engines get the same documents");
    }
}

fn check_name(name: &str) {
    let refused = |c: char| c.is_uppercase() || c.is_whitespace() || ",:\"*+/\\|?#><".contains(c);
    assert!(!name.contains(refused) && !name.starts_with(['_', '-']) && name.len() <= 255, "{name}");
}

fn check_analysis(analysis: &Analysis) {
    const BUILT_IN: [&str; 2] = ["lowercase", "asciifolding"];
    for Analyzer::Custom { tokenizer, char_filter, filter } in analysis.analyzer.values() {
        assert_eq!(tokenizer, "standard");
        assert!(char_filter.iter().all(|name| analysis.char_filter.contains_key(name)));
        assert!(filter.iter().all(|name| analysis.filter.contains_key(name) || BUILT_IN.contains(&name.as_str())));
    }
    for filter in analysis.filter.values() {
        match filter {
            Filter::Stemmer { language } => {
                assert!(["possessive_english", "porter2", "russian"].contains(&&**language))
            }
            Filter::SynonymGraph { format, expand, synonyms } => {
                assert!(format == "solr" && *expand && !synonyms.is_empty(), "without rules there is no such filter");
                assert!(!analysis_of(analysis, "words").contains(&"names".to_string()), "only a query is widened");
                // Two names at least, and in each what a tokeniser takes for a word: else the index is refused.
                for rule in synonyms {
                    let names = rings::read_rule(rule);
                    assert!(names.len() > 1 && !rule.contains(['\n', '\r']), "{rule}");
                    assert!(names.iter().all(|name| name.chars().any(char::is_alphanumeric)), "{rule}");
                }
            }
        }
    }
    for filter in analysis.char_filter.values() {
        match filter {
            CharFilter::Mapping { mappings } => assert!(mappings.iter().all(|rule| rule.matches(" => ").count() == 1)),
            CharFilter::PatternReplace { pattern, replacement } => {
                // Java reads $ and \ of a replacement as its own; of the pattern only the frame is not letters and digits.
                assert!(!replacement.contains(['$', '\\']));
                let word = pattern.replace(r"(?<![\p{L}\p{N}_])", "").replace(r"(?![\p{L}\p{N}_])", "");
                assert!(word.replace(r"\.?", "").chars().all(char::is_alphanumeric), "{pattern}");
            }
        }
    }
}

fn analysis_of(analysis: &Analysis, analyzer: &str) -> Vec<String> {
    let Analyzer::Custom { filter, .. } = &analysis.analyzer[analyzer];
    filter.clone()
}

fn check_property(property: &Property, analysis: &Analysis) {
    match property {
        Property::Text { index, analyzer, search_analyzer, search_quote_analyzer, position_increment_gap, fields } => {
            for name in [analyzer, search_analyzer, search_quote_analyzer].into_iter().flatten() {
                assert!(analysis.analyzer.contains_key(name), "{name}");
            }
            assert_eq!(index.is_none(), *position_increment_gap == Some(100));
            fields.iter().flat_map(BTreeMap::values).for_each(|field| check_property(field, analysis));
        }
        // A term above 32,766 bytes fails its document.
        Property::Keyword { ignore_above } => assert!(*ignore_above * 4 <= 32_766),
        Property::Long {} => {}
        Property::Date { format } => {
            let known = ["strict_year_month_day", "strict_year_month", "strict_year"];
            assert!(format.split("||").all(|format| known.contains(&format)), "{format}");
        }
    }
}

fn check_bulk(name: &str, properties: &BTreeMap<String, Property>, exported: &Exported) {
    let mut ids = BTreeSet::new();
    for part in exported.parts("opensearch", name) {
        assert!(part.len() < 100_000_000 && part.ends_with('\n'));
        let lines: Vec<&str> = part.split_terminator('\n').collect();
        assert_eq!(lines.len() % 2, 0, "an action and its source stay together");
        for pair in lines.chunks(2) {
            let action: Action = serde_json::from_str(pair[0]).unwrap();
            assert_eq!(action.index._index, name);
            assert!((1..=512).contains(&action.index._id.len()));
            assert!(ids.insert(action.index._id.clone()), "{} twice", action.index._id);
            let source: Map<String, Value> = serde_json::from_str(pair[1]).unwrap();
            assert_eq!(source["id"], action.index._id.as_str());
            for (field, value) in &source {
                let property = properties.get(field).unwrap_or_else(|| panic!("a strict mapping refuses {field}"));
                let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                assert!(values.iter().all(|value| takes(property, value)), "{field}: {value}");
            }
        }
    }
}

fn takes(property: &Property, value: &Value) -> bool {
    match property {
        Property::Text { .. } | Property::Keyword { .. } => value.is_string(),
        Property::Long {} => value.is_i64() || value.is_u64(),
        Property::Date { .. } => value.as_str().is_some_and(is_day),
    }
}

/// Whether a text is a day of the calendar, `2019-01-22`.
pub fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<sightlines_engine::model::Edtf>().is_ok()
}

#[test]
fn what_the_server_would_refuse_is_refused_here() {
    for bad in [
        json!({"type": "text", "analyser": "words"}),
        json!({"type": "keyword", "ignore_above": 1, "analyzer": "words"}),
        json!({"type": "string"}),
        json!({"type": "date"}),
    ] {
        assert!(serde_json::from_value::<Property>(bad.clone()).is_err(), "{bad}");
    }
    for bad in [json!({"create": {}}), json!({"index": {"_index": "a", "_id": "1", "_type": "_doc"}})] {
        assert!(serde_json::from_value::<Action>(bad.clone()).is_err(), "{bad}");
    }
    assert!(is_day("2019-01-22") && !is_day("2019-02-30") && !is_day("2019-01") && !is_day("2019/2020x"));
}

#[test]
fn a_word_whose_case_matters_stays_apart() {
    let [.., kurils] = corpora();
    let exported = Exported::of(&kurils);
    let create: Value = serde_json::from_str(&exported.text("opensearch/sightlines-kurils-paragraphs.json")).unwrap();
    let filter = &create["settings"]["analysis"]["char_filter"]["case_word_1"];
    assert_eq!(filter["pattern"], r"(?<![\p{L}\p{N}_])U\.?S\.?(?![\p{L}\p{N}_])");
    assert_eq!(filter["replacement"], "US_written");
}
