//! What a corpus tells the tokeniser: words whose case matters, and signs that are words.

use crate::model::SearchForms;
use crate::order::IntoSet;
use sightlines_words::{Class, PLAIN};
use std::collections::BTreeSet;

/// What a corpus tells the tokeniser. The default knows nothing: every word is folded, no sign is a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lexicon {
    case_words: BTreeSet<String>,
    symbols: BTreeSet<char>,
    /// What each byte is where words are taken from a text the quick way.
    classes: [Class; 256],
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        Lexicon { case_words: BTreeSet::new(), symbols: BTreeSet::new(), classes: PLAIN }
    }
}

impl Lexicon {
    /// From the corpus's search forms. A sign becomes a word where a form is that sign alone (`%`).
    pub fn new(forms: &SearchForms) -> Lexicon {
        let symbols = forms.same.iter().flatten().filter_map(|form| {
            let mut chars = form.chars();
            match (chars.next(), chars.next()) {
                (Some(sign), None) if !sign.is_alphanumeric() && !sign.is_whitespace() => Some(sign),
                _ => None,
            }
        });
        let case_words = forms.case_words.iter().map(|word| word.replace('.', ""));
        let symbols: BTreeSet<char> = symbols.into_set();
        let mut classes = PLAIN;
        for sign in &symbols {
            // Of a longer sign the first byte decides: others that begin so go the full way with it.
            classes[sign.encode_utf8(&mut [0; 4]).as_bytes()[0] as usize] = Class::Other;
        }
        Lexicon { case_words: case_words.into_set(), symbols, classes }
    }

    /// Whether the word, written like this and without dots, is matched as written.
    pub(crate) fn keeps_case(&self, word: &str) -> bool {
        self.case_words.contains(word)
    }

    /// What each byte of a text is to the quick way.
    pub(super) fn classes(&self) -> &[Class; 256] {
        &self.classes
    }

    /// Whether the sign counts as a word.
    pub(super) fn is_symbol(&self, sign: char) -> bool {
        self.symbols.contains(&sign)
    }
}
