//! A source's words, as a page has them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sightlines_words::Texts;
use std::borrow::Cow;
use std::sync::Arc;

/// The words of a paragraph. Those of a large corpus stay as the numbers of their words until they are read.
#[derive(Clone)]
pub struct Text(Kept);

#[derive(Clone)]
enum Kept {
    Written(String),
    /// The text of that number among those of its block.
    Coded(Arc<Texts>, usize),
}

impl Text {
    /// The text of that number, counted from 0.
    pub(crate) fn of(texts: &Arc<Texts>, nth: usize) -> Text {
        Text(Kept::Coded(Arc::clone(texts), nth))
    }

    /// The words as they are written; made anew each time where they are kept as numbers.
    pub fn read(&self) -> Cow<'_, str> {
        match &self.0 {
            Kept::Written(text) => Cow::Borrowed(text),
            Kept::Coded(texts, nth) => Cow::Owned(texts.get(*nth)),
        }
    }
}

impl Default for Text {
    fn default() -> Text {
        Text(Kept::Written(String::new()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text(Kept::Written(text))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        text.to_string().into()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.read() == other.read()
    }
}

impl Eq for Text {}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.read().fmt(f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.read())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        String::deserialize(deserializer).map(Text::from)
    }
}
