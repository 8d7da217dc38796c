//! Reads the corpus from the page's data island.

use crate::dom;
use sightlines_engine::model::Corpus;

/// The corpus, or what is wrong with it in words that a reader understands.
pub fn read() -> Result<Corpus, String> {
    let island = dom::text_of("corpus").filter(|text| !text.trim().is_empty());
    let island = island.ok_or("This page holds no corpus. Make it again with “cargo xtask explore”.")?;
    serde_json::from_str(&island).map_err(|error| {
        format!("The corpus in this page is damaged ({error}). Get the file again from where it came from.")
    })
}
