//! The words of a capture, and what they say about a hyphen at a line's end.

use super::labels;
use super::sheet::Line;
use std::collections::BTreeMap;

/// The words that stand whole within a line, in small letters, with whether they are written so anywhere; words with
/// hyphens also as one.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary(BTreeMap<String, bool>);

impl Vocabulary {
    pub fn of(lines: &[Line]) -> Vocabulary {
        let mut words = BTreeMap::new();
        let mut parted = false;
        for line in lines {
            let chunks: Vec<&str> = line.text.split_whitespace().collect();
            let first = usize::from(parted);
            parted = chunks.last().is_some_and(|c| c.ends_with(['-', '\u{2010}', '\u{ad}']));
            let last = chunks.len() - usize::from(parted);
            for chunk in chunks.get(first..last.max(first)).unwrap_or_default() {
                let word = chunk.trim_matches(|c: char| !c.is_alphanumeric()).replace('\u{2010}', "-");
                if !word.is_empty() {
                    *words.entry(word.to_lowercase()).or_default() |= word.starts_with(char::is_lowercase);
                }
            }
        }
        Vocabulary(words)
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains_key(&word.to_lowercase())
    }

    /// Whether the word is one of those that are written with a small letter. A German noun is not, so that two nouns are
    /// no compound with a hyphen.
    fn has_small(&self, word: &str) -> bool {
        self.0.get(word).copied().unwrap_or_default()
    }

    /// Whether the hyphen between the two parts of a word, parted at a line's end, is the word's own.
    ///
    /// What stands elsewhere in the text decides. Otherwise capitals, figures and a second hyphen keep it, and so does a
    /// pair of parts that are words themselves; all else was parted by the printer.
    pub fn keeps_hyphen(&self, first: &str, second: &str) -> bool {
        let hyphenated = format!("{first}-{second}");
        if self.has(&hyphenated) {
            return true;
        }
        if self.has(&format!("{first}{second}")) {
            return false;
        }
        let own = second.starts_with(|c: char| !c.is_lowercase())
            || first.ends_with(|c: char| !c.is_alphabetic())
            || first.contains(['-', '\u{2010}'])
            || second.contains(['-', '\u{2010}']);
        let (head, tail) = (first.to_lowercase(), second.to_lowercase());
        if own || labels::SECOND_PARTS.has(&tail) {
            return true;
        }
        if labels::JOINING_PARTS.has(&head) || labels::SUFFIXES.has(&tail) || tail.chars().count() < 4 {
            return false;
        }
        labels::HYPHENATED_PARTS.has(&head) || (head.chars().count() >= 3 && self.has(&head) && self.has_small(&tail))
    }
}

/// How two lines of one paragraph were joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// With a space, or with nothing where the script has none.
    Plain,
    /// Without the printer's hyphen; the word.
    Joined(String),
    /// With the word's own hyphen; the word.
    Kept(String),
}

/// Appends a line to the text of its paragraph.
pub(super) fn join(text: &mut String, next: &str, vocabulary: &Vocabulary) -> Joint {
    let word_end = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '\u{2010}'));
    let second = next.split(word_end).next().unwrap_or("");
    if text.ends_with('\u{ad}') {
        text.pop();
        let word = format!("{}{second}", text.rsplit(word_end).next().unwrap_or(""));
        text.push_str(next);
        return Joint::Joined(word);
    }
    if let Some(stem) = text.strip_suffix(['-', '\u{2010}'])
        && stem.ends_with(char::is_alphanumeric)
        && !second.is_empty()
    {
        let first = stem.rsplit(word_end).next().unwrap_or("").to_string();
        // "long- and short-term": the hyphen stands for the rest of the word.
        if ["and", "or", "to", "und", "oder", "bzw", "bis", "et", "ou"].contains(&second) {
            text.push(' ');
            text.push_str(next);
            return Joint::Kept(format!("{first}-"));
        }
        if vocabulary.keeps_hyphen(&first, second) {
            text.push_str(next);
            return Joint::Kept(format!("{first}-{second}"));
        }
        text.truncate(stem.len());
        text.push_str(next);
        return Joint::Joined(format!("{first}{second}"));
    }
    let last = text.chars().next_back();
    let unspaced = last.is_some_and(super::shape::unspaced) && next.starts_with(super::shape::unspaced);
    // A dash or slash that touches its word touches the next one too.
    let touches = last.is_some_and(|c| matches!(c, '—' | '–' | '/'))
        && text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
        && next.starts_with(char::is_alphanumeric);
    if !(unspaced || touches || text.is_empty()) {
        text.push(' ');
    }
    text.push_str(next);
    Joint::Plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(text: &str) -> Vocabulary {
        Vocabulary::of(&[Line { text: text.into(), ..Line::default() }])
    }

    #[test]
    fn a_hyphen_at_a_lines_end_is_judged_by_the_text_and_then_by_rule() {
        for (known, before, after, expected) in [
            ("the settlement held", "a settle-", "ment now", "a settlement now"),
            ("", "a settle-", "ment now", "a settlement now"),
            ("", "the much-", "needed quay", "the much-needed quay"),
            ("", "in the longer-", "term, ships", "in the longer-term, ships"),
            ("a re-port came", "the re-", "port said", "the re-port said"),
            ("", "the re-", "port said", "the report said"),
            ("the tug and its master", "the tug-", "master left", "the tug-master left"),
            ("stand under it", "to under-", "stand it", "to understand it"),
            ("die Lotsen der Bruderschaft", "der Lotsen-", "bruderschaft", "der Lotsenbruderschaft"),
            ("", "the South-", "East wind", "the South-East wind"),
            ("", "in 2016-", "17 they", "in 2016-17 they"),
            ("", "a state-of-the-", "art crane", "a state-of-the-art crane"),
            ("", "short-", "and long-term", "short- and long-term"),
            ("", "Hafen-", "und Bahnhof", "Hafen- und Bahnhof"),
            ("", "die Hafen\u{ad}", "gebühren", "die Hafengebühren"),
            ("", "lease —", "the third", "lease — the third"),
            ("", "lease—", "the third", "lease—the third"),
            ("", "港は", "閉じた", "港は閉じた"),
            ("", "the quay", "was shut", "the quay was shut"),
        ] {
            let mut text = before.to_string();
            join(&mut text, after, &vocabulary(known));
            assert_eq!(text, expected, "{before} | {after}");
        }
    }

    #[test]
    fn a_joint_names_the_word_it_made() {
        let mut text = "the much-".to_string();
        assert_eq!(join(&mut text, "needed, late", &Vocabulary::default()), Joint::Kept("much-needed".into()));
        let mut text = "a settle-".to_string();
        assert_eq!(join(&mut text, "ment.", &Vocabulary::default()), Joint::Joined("settlement".into()));
    }
}
