//! The keys of a text and where they stand, without the rest of its tokens: what an index takes in, and what is marked, many times
//! faster.
//!
//! Most of a Latin text is runs of plain letters and digits between spaces, with signs around them. These are words by any
//! rule, and are folded by taking their capitals away. Whatever else stands between two spaces goes through [`tokens`]; and so
//! does, whole, a text with other scripts, in which a word's neighbours matter. The keys are those of `tokens`, always.

use super::{Lexicon, Token, tokens};
use std::ops::Range;

/// What a byte is to the quick way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Parts words.
    Space,
    /// Part of a word.
    Word,
    /// Parts words, unless it stands between two parts of one: `3.5`, `don't`.
    Joint,
    /// Parts words always.
    Sign,
    /// Not for the quick way.
    Other,
}

impl Class {
    /// Of a byte, by the rules of UAX #29 for ASCII, where no sign is a word.
    pub(super) const fn of(byte: u8) -> Class {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Class::Word,
            b'.' | b',' | b';' | b'\'' => Class::Joint,
            // These are parts of words to UAX #29, and part words for us.
            b':' | b'_' => Class::Other,
            0x00..=0x7f => Class::Sign,
            _ => Class::Other,
        }
    }
}

/// Calls `found` with each key of a text, in order, and the bytes it stands at: the same that [`tokens`] gives.
pub fn each_key(text: &str, lexicon: &Lexicon, mut found: impl FnMut(&str, Range<usize>)) {
    if !text.is_ascii() && !text.chars().all(is_latin_text) {
        return tokens(text, lexicon).into_iter().for_each(|token| found(&token.key, token.span));
    }
    let bytes = text.as_bytes();
    let mut key = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        let mut is_quick = true;
        let (mut before, mut last) = (Class::Space, Class::Space);
        while at < bytes.len() {
            let class = lexicon.class(bytes[at]);
            match class {
                Class::Space => break,
                Class::Word if last == Class::Joint => {
                    // Also a final 's that stands behind a sign.
                    is_quick &= before != Class::Word && !(bytes[at - 1] == b'\'' && matches!(bytes[at], b's' | b'S'));
                }
                Class::Other => is_quick = false,
                _ => {}
            }
            (before, last) = (last, class);
            at += 1;
        }
        let stretch = &text[from..at];
        if !is_quick {
            let of_stretch = |token: Token| found(&token.key, from + token.span.start..from + token.span.end);
            tokens(stretch, lexicon).into_iter().for_each(of_stretch);
        } else {
            let mut end = from;
            while let Some(start) = (end..at).find(|&byte| bytes[byte].is_ascii_alphanumeric()) {
                end = (start..at).find(|&byte| !bytes[byte].is_ascii_alphanumeric()).unwrap_or(at);
                let (word, span) = (&text[start..end], start..end);
                if !word.bytes().any(|byte| byte.is_ascii_uppercase()) || lexicon.keeps_case(word) {
                    found(word, span);
                } else {
                    key.clear();
                    key.push_str(word);
                    key.make_ascii_lowercase();
                    found(&key, span);
                }
            }
        }
        at += 1;
    }
}

/// Letters and signs of Latin texts, among which a word is the same whatever stands around its spaces: no marks that join
/// others, no letters that could be taken for Latin ones.
fn is_latin_text(c: char) -> bool {
    matches!(c, '\0'..='\u{7f}' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{201f}'
        | '\u{2026}' | '\u{20ac}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SearchForms;

    #[test]
    fn the_keys_are_those_of_the_tokens() {
        let same = vec![vec!["%".into(), "percent".into()]];
        let lexicon = Lexicon::new(&SearchForms { case_words: vec!["US".into(), "us2".into()], same });
        for text in [
            "",
            "  two  Words\n\tand a third ",
            "Soviet-Japanese (joint) declaration; e.g. the U.S. and the US, told us.",
            "It’s 17%, 3.5 or 1,000; don't 'quote's' “it” %’s %'s a.'s",
            "a_b author:x x: y_ vis-à-vis Łódź Straße naïve—and…so",
            "For Japan, а solution",
            "а он пришёл",
            "北方領土 is カナ",
            "soft\u{ad}hyphen non\u{a0}breaking e\u{301}t\u{e9} \u{301}x",
            "end.",
            ".5 5. a.b a.1 1.a 1.2 a'1 'tis rock'n'roll s' 's S's",
        ] {
            let mut quick = Vec::new();
            each_key(text, &lexicon, |key, span| quick.push((key.to_string(), span)));
            let slow: Vec<_> = tokens(text, &lexicon).into_iter().map(|token| (token.key, token.span)).collect();
            assert_eq!(quick, slow, "{text}");
        }
    }
}
