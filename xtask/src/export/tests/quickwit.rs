//! What Quickwit takes, as it publishes it: <https://quickwit.io/docs/configuration/index-config>, and for what that page leaves
//! open `field_mapping_entry.rs`, `doc_mapping.rs` and `index_config/serialize.rs` of <https://github.com/quickwit-oss/quickwit>,
//! which refuse unknown keys as these types do. Sizes: `ingest_api.content_length_limit` in
//! <https://quickwit.io/docs/configuration/node-config>.

use super::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use yaml_rust2::{Yaml, YamlLoader};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexConfig {
    version: f64,
    index_id: String,
    doc_mapping: DocMapping,
    search_settings: SearchSettings,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DocMapping {
    mode: String,
    field_mappings: Vec<FieldMapping>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchSettings {
    default_search_fields: Vec<String>,
}

#[derive(Deserialize)]
struct FieldMapping {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(flatten)]
    options: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextOptions {
    #[serde(rename = "description")]
    _description: String,
    indexed: Option<bool>,
    tokenizer: Option<String>,
    record: Option<String>,
    fieldnorms: Option<bool>,
    #[serde(default)]
    fast: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumericOptions {
    #[serde(rename = "description")]
    _description: String,
    fast: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DateTimeOptions {
    #[serde(rename = "description")]
    _description: String,
    input_formats: Vec<String>,
    output_format: String,
    fast: bool,
}

/// Holds all files of an export against what the server takes.
pub fn check(corpus: &Corpus, exported: &Exported) {
    for index in INDEXES {
        let name = crate::export::index_name(corpus, index).unwrap();
        let config: IndexConfig = read_yaml(&exported.text(&format!("quickwit/{name}.yaml")));
        assert_eq!((config.version, config.index_id.as_str()), (0.8, name.as_str()));
        let sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let letter = name.starts_with(|c: char| c.is_ascii_alphabetic());
        assert!(letter && name.chars().all(sign) && (3..=255).contains(&name.len()), "{name}");
        assert_eq!(config.doc_mapping.mode, "strict");
        let fields = &config.doc_mapping.field_mappings;
        let mappings: BTreeMap<&str, &FieldMapping> = fields.iter().map(|field| (field.name.as_str(), field)).collect();
        assert_eq!(mappings.len(), fields.len(), "no field twice");
        fields.iter().for_each(check_mapping);
        for field in &config.search_settings.default_search_fields {
            let options: TextOptions = options(mappings[field.as_str()]);
            assert_eq!(options.record.as_deref(), Some("position"), "{field} is searched by its words");
        }
        for part in exported.parts("quickwit", &name) {
            assert!(part.len() <= 10 * 1024 * 1024);
        }
        for document in exported.lines("quickwit", &name) {
            for (field, value) in &document {
                let mapping = mappings.get(field.as_str()).unwrap_or_else(|| panic!("mode strict refuses {field}"));
                assert!(takes(mapping, value), "{field}: {value}");
            }
        }
    }
}

fn check_mapping(field: &FieldMapping) {
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_name = field.name.starts_with(|c: char| c.is_ascii_alphabetic()) && field.name.chars().all(sign);
    assert!(is_name && !["_source", "_dynamic", "_field_presence"].contains(&&*field.name), "{}", field.name);
    match element(&field.kind) {
        "text" => {
            let text: TextOptions = options(field);
            if text.indexed == Some(false) {
                let bare = text.tokenizer.is_none() && text.record.is_none() && text.fieldnorms.is_none();
                assert!(bare, "{}: these are only for what is indexed", field.name);
            } else {
                let tokenizer = text.tokenizer.as_deref().unwrap_or("default");
                assert!(["raw", "default", "en_stem", "chinese_compatible"].contains(&tokenizer), "{tokenizer}");
                let record = text.record.as_deref().unwrap_or("basic");
                assert!(["basic", "freq", "position"].contains(&record), "{record}");
                assert!(tokenizer != "raw" || text.fast, "{} can be counted", field.name);
            }
        }
        "u64" => assert!(options::<NumericOptions>(field).fast),
        "datetime" => {
            let date: DateTimeOptions = options(field);
            assert!(date.fast && date.input_formats == ["%Y-%m-%d"] && date.output_format == "%Y-%m-%d");
        }
        other => panic!("{other} is no type"),
    }
}

/// `text` of `array<text>`.
fn element(kind: &str) -> &str {
    kind.strip_prefix("array<").and_then(|rest| rest.strip_suffix('>')).unwrap_or(kind)
}

fn options<T: DeserializeOwned>(field: &FieldMapping) -> T {
    serde_json::from_value(Value::Object(field.options.clone()))
        .unwrap_or_else(|error| panic!("{}: {error}", field.name))
}

fn takes(field: &FieldMapping, value: &Value) -> bool {
    let kind = element(&field.kind);
    let one = |value: &Value| match kind {
        "text" => value.is_string(),
        "u64" => value.is_u64(),
        // Kept as nanoseconds in 64 bits.
        _ => value.as_str().is_some_and(|day| super::opensearch::is_day(day) && ("1678".."2262").contains(&&day[..4])),
    };
    if kind == field.kind { one(value) } else { value.as_array().is_some_and(|values| values.iter().all(one)) }
}

/// YAML by way of JSON, which has all that stands in these files.
fn read_yaml<T: DeserializeOwned>(text: &str) -> T {
    fn json(yaml: &Yaml) -> Value {
        match yaml {
            Yaml::Real(number) => json!(number.parse::<f64>().unwrap()),
            Yaml::Integer(number) => json!(number),
            Yaml::Boolean(truth) => json!(truth),
            Yaml::String(text) => json!(text),
            Yaml::Array(values) => values.iter().map(json).collect(),
            Yaml::Hash(pairs) => {
                let pair = |(key, value): (&Yaml, &Yaml)| (key.as_str().unwrap().to_string(), json(value));
                Value::Object(pairs.iter().map(pair).collect())
            }
            other => panic!("{other:?} stands in no configuration"),
        }
    }
    let documents = YamlLoader::load_from_str(text).unwrap();
    let [document] = documents.as_slice() else { panic!("one document a file") };
    serde_json::from_value(json(document)).unwrap()
}

#[test]
fn a_day_beyond_64_bits_of_nanoseconds_keeps_its_written_form_alone() {
    let [mut corpus, ..] = corpora();
    corpus.positions[0].as_of = Some("1644/1700".parse().unwrap());
    let document = &Exported::of(&corpus).documents(&corpus, &POSITIONS)[0];
    assert_eq!(document["as_of"], "1644/1700");
    assert!(!document.contains_key("as_of_first") && document["as_of_last"] == "1700-12-31");
}

#[test]
fn english_is_searched_by_stems_and_other_corpora_by_characters_where_they_must() {
    let [mut corpus, ..] = corpora();
    for (language, tokenizer, other) in [("en-GB", "en_stem", "chinese"), ("ja", "chinese_compatible", "en_stem")] {
        corpus.language = language.into();
        let text = Exported::of(&corpus).text("quickwit/sightlines-harbour-paragraphs.yaml");
        assert!(text.contains(&format!("tokenizer: {tokenizer}\n")) && !text.contains(other), "{language}");
    }
}
