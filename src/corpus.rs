//! Reads the corpus from the page's data island.

use crate::dom;
use sightlines_engine::model::Corpus;

/// The corpus, or what is wrong with it in the parser's words.
pub fn read() -> Result<Corpus, String> {
    serde_json::from_str(&dom::text_of("corpus").unwrap_or_default()).map_err(|error| error.to_string())
}
