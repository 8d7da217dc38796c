//! One row of `notes.csv`: an editors' note, such as on a source's slip.

use super::ArticleId;
use serde::{Deserialize, Serialize};

/// An editors' note. What the source says is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The article.
    pub article: ArticleId,
    /// The paragraph; none where the note is about the whole article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<u32>,
    /// What is noted, in our own words.
    pub text: String,
}
