//! An article as a document: its record, without its paragraphs.

use super::document::Document;
use super::rings::Rings;
use serde_json::json;
use sightlines_engine::export::reference;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{Article, Corpus};
use std::collections::HashMap;

/// One document each, in the corpus's order.
pub fn documents<'a>(corpus: &'a Corpus, rings: &'a Rings) -> impl Iterator<Item = Document> + 'a {
    let mut positions: HashMap<&str, usize> = HashMap::new();
    for position in &corpus.positions {
        *positions.entry(position.article.as_str()).or_default() += 1;
    }
    corpus.articles.iter().map(move |article| {
        let positions = positions.get(article.id.as_str()).copied().unwrap_or_default();
        document(corpus, rings, article).with("positions", positions)
    })
}

fn document(corpus: &Corpus, rings: &Rings, article: &Article) -> Document {
    Document::new(article.id.to_string())
        .with_article(corpus, article)
        .with("title_basis", json!(article.title.basis))
        .with("authors_basis", json!(article.authors.basis))
        .with("outlet_basis", json!(article.outlet.basis))
        .with("date_basis", json!(article.date.basis))
        .with("date_precision", article.date.value.precision(Language::English.messages()))
        .with("genre", article.genre.as_ref().map(|genre| genre.value.as_str()))
        .with("edition", if article.is_full() { "full" } else { "digest" })
        .with("paragraphs", article.paragraphs.len())
        .with("other_names", json!(rings.other_names(&[&article.title.value])))
        .with("witnesses", json!(article.witnesses))
        .with("reference", reference(corpus, article, Language::English.messages()))
        .with("url", article.url.as_str())
        .with("rights", article.rights.as_str())
        .with("contact", if article.contact.is_empty() { &corpus.contact } else { &article.contact }.as_str())
        .with("notice", article.notice.as_str())
        .with_link(corpus, article, None)
}
