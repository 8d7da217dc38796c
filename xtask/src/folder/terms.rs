//! The words of a paragraph with their counts, in no order: what a clone without texts is searched by.

use sightlines_engine::model::{Names, SearchForms};
use sightlines_engine::text::{Lexicon, Token, keys, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a corpus adds to single words: the lexicon and the names and forms of several words.
#[derive(Debug)]
pub(super) struct Vocabulary {
    lexicon: Lexicon,
    /// Ring names and written forms of more than one word, as keys.
    composites: BTreeSet<Vec<String>>,
    /// Written forms, of any length: a number before one of them goes with it.
    units: BTreeSet<Vec<String>>,
}

impl Vocabulary {
    pub(super) fn new(rings: &[Names], forms: &SearchForms) -> Vocabulary {
        let lexicon = Lexicon::new(forms);
        let of = |name: &String| keys(name, &lexicon);
        // Longer names in scripts without spaces are searched without order, by their single characters.
        let spaced = |keys: &Vec<String>| !keys.is_empty() && !keys.iter().any(|key| is_unspaced(key));
        let units: BTreeSet<Vec<String>> = forms.same.iter().flatten().map(of).filter(spaced).collect();
        let names = rings.iter().flat_map(|ring| &ring.names).map(of).filter(spaced).chain(units.iter().cloned());
        let composites = names.filter(|keys| keys.len() > 1).collect();
        Vocabulary { lexicon, composites, units }
    }

    /// The terms of a paragraph with their counts, ordered by bytes. A term of one word counts to the paragraph's length,
    /// one of several (a name, a form, a number with its unit) does not.
    pub(super) fn terms(&self, text: &str) -> BTreeMap<String, u32> {
        let tokens = tokens(text, &self.lexicon);
        let single = (0..tokens.len()).map(|at| at..at + 1);
        let mut counts = BTreeMap::new();
        for range in single.chain(self.composites_in(&tokens)) {
            *counts.entry(self.written(text, &tokens[range])).or_insert(0) += 1;
        }
        counts
    }

    /// The tokens as they stand in the text. Where a word is read so only beside its neighbours (a letter of another
    /// script standing alone), the key is written, so that it is read alike alone.
    fn written(&self, text: &str, tokens: &[Token]) -> String {
        let span = tokens[0].span.start..tokens[tokens.len() - 1].span.end;
        let expected: Vec<&str> = tokens.iter().map(|token| token.key.as_str()).collect();
        if keys(&text[span.clone()], &self.lexicon) == expected { text[span].to_string() } else { expected.join(" ") }
    }

    /// Where names and forms of several words stand, and numbers with their units; each place once.
    fn composites_in(&self, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut found = BTreeSet::new();
        let stands = |at: usize, keys: &[String]| {
            tokens.len() - at >= keys.len() && tokens[at..].iter().zip(keys).all(|(token, key)| token.key == *key)
        };
        for (at, token) in tokens.iter().enumerate() {
            let names = self.composites.iter().filter(|keys| stands(at, keys)).map(|keys| at + keys.len());
            found.extend(names.map(|end| (at, end)));
            if is_number(&token.key) {
                let units = self.units.iter().filter(|keys| stands(at + 1, keys));
                found.extend(units.map(|keys| (at, at + 1 + keys.len())));
            }
        }
        found.into_iter().map(|(from, to)| from..to).collect()
    }
}

/// A number as it is written: digits with points and commas between.
fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit()) && key.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

/// Whether a key is a character of a script without spaces, which the tokeniser makes a word of its own.
fn is_unspaced(key: &str) -> bool {
    let mut chars = key.chars();
    // Two of them part into two tokens; two letters of a script with spaces are one.
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphanumeric()
        && tokens(&format!("{c}{c}"), &Lexicon::default()).len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vocabulary() -> Vocabulary {
        let names = |names: &[&str]| Names { names: names.iter().map(ToString::to_string).collect() };
        let same = vec![vec!["%".into(), "percent".into(), "per cent".into()]];
        let forms = SearchForms { case_words: vec!["US".into()], same };
        Vocabulary::new(&[names(&["North Quay", "Pier One", "北埠頭"])], &forms)
    }

    #[test]
    fn terms_are_the_words_as_written_and_what_counts_as_one_though_it_is_several() {
        for (text, expected) in [
            ("The quay, the Quay’s quay", "Quay 1|The 1|quay 2|the 1"),
            ("Pier One is North-Quay", "North 1|North-Quay 1|One 1|Pier 1|Pier One 1|Quay 1|is 1"),
            ("17% or 17 per cent", "% 1|17 2|17 per cent 1|17% 1|cent 1|or 1|per 1|per cent 1"),
            ("1,000 percent, 3rd percent", "1,000 1|1,000 percent 1|3rd 1|percent 2"),
            ("U.S. US us", "U.S. 1|US 1|us 1"),
            // The Cyrillic letter alone would not be read as the Latin one.
            ("for you а pier", "a 1|for 1|pier 1|you 1"),
            ("北埠頭の北", "の 1|北 2|埠 1|頭 1"),
        ] {
            let terms = vocabulary().terms(text);
            let seen: Vec<String> = terms.iter().map(|(term, count)| format!("{term} {count}")).collect();
            assert_eq!(seen.join("|"), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_single_terms_read_as_the_words_of_the_text(text in "[a-dN%1-3а港 .,’'-]{0,40}") {
            let vocabulary = vocabulary();
            let mut from_text: Vec<String> = keys(&text, &vocabulary.lexicon);
            let mut from_terms: Vec<String> = Vec::new();
            for (term, count) in vocabulary.terms(&text) {
                let read = keys(&term, &vocabulary.lexicon);
                if let [key] = read.as_slice() {
                    from_terms.extend(std::iter::repeat_n(key.clone(), count as usize));
                }
            }
            from_text.sort();
            from_terms.sort();
            prop_assert_eq!(from_text, from_terms);
        }
    }
}
