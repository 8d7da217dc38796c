//! The languages of the page itself.

use super::{ENGLISH, JAPANESE, Messages, RUSSIAN};

/// A language that the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Russian.
    Russian,
    /// Japanese.
    Japanese,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 3] = [Language::English, Language::Russian, Language::Japanese];

    /// Its BCP 47 tag, which is its id in addresses too.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Russian => "ru",
            Language::Japanese => "ja",
        }
    }

    /// That of a tag, if the page speaks it.
    pub fn of(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What it is called by those who speak it.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Russian => "Русский",
            Language::Japanese => "日本語",
        }
    }

    /// What the page says in it.
    pub fn messages(self) -> &'static Messages {
        match self {
            Language::English => &ENGLISH,
            Language::Russian => &RUSSIAN,
            Language::Japanese => &JAPANESE,
        }
    }
}
