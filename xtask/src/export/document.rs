//! What is sent of one article, paragraph or position: an id and named values, the same for every engine.

use super::fields::day;
use serde::Serialize;
use serde_json::{Map, Value, json};
use sightlines_engine::export::article_link;
use sightlines_engine::model::{Article, Corpus, Edtf, Locator};

/// One document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its id, which another export of the same corpus gives again.
    pub id: String,
    /// Its values by the names of their fields. What is not known is not there: no empty texts, lists or nulls.
    pub fields: Map<String, Value>,
}

impl Document {
    /// A document of which only the id is known.
    pub fn new(id: String) -> Document {
        let fields = Map::from_iter([("id".to_string(), json!(id))]);
        Document { id, fields }
    }

    /// The same with a value, unless it says nothing.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Document {
        let value = value.into();
        let says_nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(values) => values.is_empty(),
            _ => false,
        };
        if says_nothing {
            self.fields.remove(name);
        } else {
            self.fields.insert(name.to_string(), value);
        }
        self
    }

    /// The same with a date under `name`, as written, and its first and last possible day.
    pub fn with_date(self, name: &str, date: Option<&Edtf>) -> Document {
        let Some(date) = date else { return self };
        self.with(name, date.to_string())
            .with(&format!("{name}_first"), day(date.first_day()))
            .with(&format!("{name}_last"), day(date.last_day()))
    }

    /// The same with what all documents say of their article.
    pub fn with_article(self, corpus: &Corpus, article: &Article) -> Document {
        let ids = &article.authors.value;
        let names: Vec<&str> = ids.iter().map(|id| corpus.author_label(id.as_str())).collect();
        let years: Vec<i32> = article.date.value.years().collect();
        self.with("title", article.title.value.as_str())
            .with("authors", json!(names))
            .with("author_ids", json!(ids))
            .with("outlet", corpus.outlet_label(article.outlet.value.as_str()))
            .with("outlet_id", article.outlet.value.as_str())
            .with_date("date", Some(&article.date.value))
            .with("years", json!(years))
            .with("language", article.language.as_str())
    }

    /// The same with the link to a place in its article; its beginning is the corpus's `public_url`, where it has one.
    pub fn with_link(self, corpus: &Corpus, article: &Article, place: Option<Locator>) -> Document {
        self.with("link", article_link(&corpus.public_url, article, place))
    }
}

/// A value as JSON on one line, which is ended. Signs that some programs take for a line's end are escaped.
pub fn line(value: &impl Serialize) -> String {
    // Strings, numbers and lists of them: none of it can be refused by the format.
    let mut json = serde_json::to_string(value).expect("a document has a JSON form");
    for (sign, escape) in [('\u{85}', "\\u0085"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")] {
        if json.contains(sign) {
            json = json.replace(sign, escape);
        }
    }
    json + "\n"
}
