//! DataCite Metadata Schema 4.5, as the JSON of its deposits (schema.datacite.org/meta/kernel-4.5).

use super::{edition, licence_page, makers, rights_of, told, years};
use serde_json::{Map, Value, json};
use sightlines_engine::model::{Article, Corpus};

/// The corpus as a data set. It has no DOI: whoever deposits it is given one. Without a year of publication a deposit is not complete.
pub fn datacite(corpus: &Corpus) -> String {
    let mut all = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            all.insert(key.to_string(), value);
        }
    };
    put("schemaVersion", json!("http://datacite.org/schema/kernel-4"));
    put("types", json!({"resourceTypeGeneral": "Dataset", "resourceType": "Coded corpus of articles"}));
    put("creators", makers(corpus).into_iter().map(|name| json!({"name": name})).collect());
    put("titles", json!([{"title": corpus.title}]));
    put("publisher", json!({"name": makers(corpus)[0]}));
    put("publicationYear", json!(corpus.published.get(..4).unwrap_or_default()));
    put("dates", dates(corpus));
    put("language", json!(corpus.language));
    put("version", json!(corpus.version));
    put(
        "alternateIdentifiers",
        json!([{"alternateIdentifier": edition(corpus), "alternateIdentifierType": "Edition of Sightlines"}]),
    );
    put("url", json!(corpus.public_url));
    put("formats", json!(["text/html"]));
    put("rightsList", rights(corpus));
    put("descriptions", descriptions(corpus));
    put("relatedItems", told(corpus).iter().map(|article| source(corpus, article)).collect());
    format!("{:#}\n", Value::Object(all))
}

fn dates(corpus: &Corpus) -> Value {
    let issued = (!corpus.published.is_empty()).then(|| json!({"date": corpus.published, "dateType": "Issued"}));
    let span = years(corpus);
    let span = (!span.is_empty())
        .then(|| json!({"date": span, "dateType": "Other", "dateInformation": "When the articles appeared"}));
    issued.into_iter().chain(span).collect()
}

fn descriptions(corpus: &Corpus) -> Value {
    // No contributor: whom to ask may be a desk or a way to write, and catalogues take contributors for names.
    let asked = if corpus.contact.is_empty() { String::new() } else { format!("Contact: {}", corpus.contact) };
    let parts =
        [(&corpus.description, "Abstract"), (&corpus.method, "Methods"), (&corpus.horizon, "Other"), (&asked, "Other")];
    let parts = parts.into_iter().filter(|(text, _)| !text.is_empty());
    parts.map(|(text, kind)| json!({"description": text, "descriptionType": kind})).collect()
}

/// Our own licence by its SPDX identifier, then what is known of each article's rights.
fn rights(corpus: &Corpus) -> Value {
    let mut own =
        json!({"rights": corpus.licence, "rightsIdentifier": corpus.licence, "rightsIdentifierScheme": "SPDX"});
    if let Some(page) = licence_page(&corpus.licence) {
        own["rightsUri"] = json!(page);
    }
    let of_articles = told(corpus).iter().filter_map(|article| rights_of(corpus, article));
    std::iter::once(own).chain(of_articles.map(|rights| json!({"rights": rights}))).collect()
}

/// An article that the corpus is derived from.
fn source(corpus: &Corpus, article: &Article) -> Value {
    let mut item = json!({
        "relatedItemType": "Text",
        "relationType": "IsDerivedFrom",
        "titles": [{"title": article.title.value}],
        "publisher": corpus.outlet_label(article.outlet.value.as_str()),
        "publicationYear": format!("{:04}", article.date.value.years().start()),
    });
    let authors: Vec<Value> =
        article.authors.value.iter().map(|id| json!({"name": corpus.author_label(id.as_str())})).collect();
    if !authors.is_empty() {
        item["creators"] = json!(authors);
    }
    if !article.url.is_empty() {
        item["relatedItemIdentifier"] =
            json!({"relatedItemIdentifier": article.url, "relatedItemIdentifierType": "URL"});
    }
    item
}
