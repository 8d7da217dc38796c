//! The languages of the page itself.

use super::{ENGLISH, JAPANESE, Messages, RUSSIAN};
use crate::text::{is_cyrillic, is_unspaced};

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

    /// The first of several names of one thing that is written as this language is written, if any is.
    pub fn own_name(self, names: &[String]) -> Option<&str> {
        let is_own = |c: char| match self {
            Language::English => c.is_ascii_alphabetic(),
            Language::Russian => is_cyrillic(c),
            Language::Japanese => is_unspaced(c),
        };
        let is_own = |name: &&String| {
            let mut letters = name.chars().filter(|c| c.is_alphabetic()).peekable();
            letters.peek().is_some() && letters.all(is_own)
        };
        names.iter().find(is_own).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_readers_where_one_is_given() {
        let names = ["Itörup", "Etorofu", "Итуруп", "択捉島"].map(String::from);
        let own = Language::ALL.map(|language| language.own_name(&names));
        assert_eq!(own, [Some("Etorofu"), Some("Итуруп"), Some("択捉島")]);
        assert_eq!(Language::Japanese.own_name(&names[..3]), None);
        assert_eq!(Language::English.own_name(&["1956".to_string()]), None);
    }
}
