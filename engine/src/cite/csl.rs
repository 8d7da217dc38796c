//! CSL-JSON (*Citation Style Language*, `csl-data.json` of its schema).

use super::item::Item;
use crate::model::OutletKind;
use serde_json::{Value, json};

/// A list of the one item, as files of CSL-JSON are.
pub fn csl(item: &Item) -> String {
    format!("{:#}\n", json!([csl_item(item)]))
}

/// An item. Fields of which nothing is known are left out.
pub fn csl_item(item: &Item) -> Value {
    let kind = match item.kind {
        OutletKind::Newspaper => "article-newspaper",
        OutletKind::Magazine => "article-magazine",
        OutletKind::Journal => "article-journal",
        OutletKind::Blog => "post-weblog",
        OutletKind::Website => "webpage",
    };
    let mut value = json!({"id": item.key, "type": kind});
    let texts = [
        ("title", &item.title),
        ("container-title", &item.container),
        ("language", &item.language),
        ("URL", &item.url),
        ("note", &item.note),
    ];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        value[name] = json!(text);
    }
    if !item.authors.is_empty() {
        let author = |name: &super::Name| match &name.given {
            Some(given) => json!({"family": name.family, "given": given}),
            None => json!({"literal": name.family}),
        };
        value["author"] = item.authors.iter().map(author).collect();
    }
    if let Some(date) = &item.date {
        value["issued"] = json!({"date-parts": date.parts()});
    }
    if let Some((year, month, day)) = item.accessed.filter(|_| !item.url.is_empty()) {
        value["accessed"] = json!({"date-parts": [[year, month, day]]});
    }
    value
}
