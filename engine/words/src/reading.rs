//! The words of a text, in the one way that documents, queries and marks share.

use crate::{Class, Piece, Sort, pieces};
use std::ops::Range;

/// How words are read from a text.
pub trait Reading {
    /// What each byte is to the quick way.
    fn classes(&self) -> &[Class; 256];

    /// Whether a text can be parted into stretches between spaces, of which each has the same words alone.
    fn is_quick(&self, text: &str) -> bool;

    /// Whether a word is matched as written.
    fn keeps_case(&self, word: &str) -> bool;

    /// The words of a stretch, or of a whole text, by the full way, in order, each with the bytes it stands at.
    fn full(&self, text: &str, found: &mut dyn FnMut(&str, Range<usize>));
}

/// Calls `found` with each word of a text as it is found by, in order, and the bytes it stands at.
pub fn each_word(text: &str, reading: &dyn Reading, found: &mut dyn FnMut(&str, Range<usize>)) {
    if !reading.is_quick(text) {
        return reading.full(text, found);
    }
    let mut all = Vec::new();
    pieces(text, reading.classes(), &mut all);
    let mut word = String::new();
    for Piece { start, end, sort } in all {
        let piece = &text[start..end];
        match sort {
            Sort::Small => found(piece, start..end),
            Sort::Capital | Sort::Joined if reading.keeps_case(piece) => found(piece, start..end),
            Sort::Capital | Sort::Joined => {
                fold(piece, &mut word);
                found(&word, start..end);
            }
            Sort::Stretch => reading.full(piece, &mut |word, at| found(word, start + at.start..start + at.end)),
        }
    }
}

/// Puts a plain or joined piece into `word` as it is found: in small letters, with plain apostrophes.
pub(crate) fn fold(piece: &str, word: &mut String) {
    word.clear();
    for part in piece.split('\u{2019}') {
        if !word.is_empty() {
            word.push('\'');
        }
        word.push_str(part);
    }
    word.make_ascii_lowercase();
}
