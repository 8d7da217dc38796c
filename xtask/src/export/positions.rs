//! A position as a document: the row that the page exports, with lists where a row has joined texts.

use super::document::Document;
use super::paragraphs;
use serde_json::json;
use sightlines_engine::export::positions;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{Corpus, Position};
use std::collections::BTreeSet;

/// One document each, in the corpus's order.
pub fn documents(corpus: &Corpus) -> impl Iterator<Item = Document> + '_ {
    corpus.positions.iter().enumerate().map(|(at, position)| document(corpus, at, position))
}

fn document(corpus: &Corpus, at: usize, position: &Position) -> Document {
    let listing = positions(corpus, &[at], &corpus.public_url, Language::English.messages());
    let mut document = Document::new(position.id.to_string());
    for (name, cell) in listing.columns.iter().zip(listing.rows.into_iter().flatten()) {
        document = document.with(name, cell);
    }
    // An article that the corpus lacks would be a fault of the folder; its row then says only the article's id.
    if let Some(article) = corpus.article(&position.article) {
        document = document.with_article(corpus, article);
    }
    let stance = corpus.codebook.stance(&position.stance);
    let places: Vec<String> = position.evidence.iter().map(ToString::to_string).collect();
    let passages: BTreeSet<u32> = position.evidence.iter().map(|place| place.p).collect();
    let passages: Vec<String> = passages.into_iter().map(|p| paragraphs::id(position.article.as_str(), p)).collect();
    document
        .with("polarity", json!(stance.map(|stance| stance.polarity)))
        .with_date("as_of", position.as_of.as_ref())
        .with("places", json!(places))
        .with("passages", json!(passages))
}
