//! A text as pieces: words that are plain by any rule, and stretches that want the full way.

/// What a byte is to the quick way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
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
    const fn of(byte: u8) -> Class {
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

/// The class of each byte where no sign is a word.
pub const PLAIN: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = Class::of(byte as u8);
        byte += 1;
    }
    classes
};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A word of small letters and digits.
    Small,
    /// A word of letters and digits with capitals among them.
    Capital,
    /// What stands between two spaces and is no row of such words.
    Stretch,
}

/// A piece of a text by its bytes, which lie on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What it is.
    pub sort: Sort,
}

/// The pieces of a text in order, put behind those in `found`. Spaces and signs between them are left out.
pub fn pieces(text: &str, classes: &[Class; 256], found: &mut Vec<Piece>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        let begun = found.len();
        let mut is_quick = true;
        let mut word = None;
        let mut has_capital = false;
        let (mut before, mut last) = (Class::Space, Class::Space);
        loop {
            let class = bytes.get(at).map_or(Class::Space, |byte| classes[*byte as usize]);
            if class == Class::Word {
                if last == Class::Joint {
                    // Also a final 's that stands behind a sign.
                    is_quick &= before != Class::Word && !(bytes[at - 1] == b'\'' && matches!(bytes[at], b's' | b'S'));
                }
                word.get_or_insert(at);
                has_capital |= bytes[at].is_ascii_uppercase();
            } else {
                if let Some(start) = word.take() {
                    let sort = if std::mem::take(&mut has_capital) { Sort::Capital } else { Sort::Small };
                    found.push(Piece { start, end: at, sort });
                }
                if class == Class::Space {
                    break;
                }
                is_quick &= class != Class::Other;
            }
            (before, last) = (last, class);
            at += 1;
        }
        if !is_quick {
            found.truncate(begun);
            found.push(Piece { start: from, end: at, sort: Sort::Stretch });
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_plain_words_and_stretches() {
        let of = |text: &str| -> Vec<(String, Sort)> {
            let mut found = Vec::new();
            pieces(text, &PLAIN, &mut found);
            found.iter().map(|piece| (text[piece.start..piece.end].to_string(), piece.sort)).collect()
        };
        let expect =
            |all: &[(&str, Sort)]| all.iter().map(|(word, sort)| (word.to_string(), *sort)).collect::<Vec<_>>();
        use Sort::{Capital, Small, Stretch};
        assert_eq!(of(" two  Words,\nend. "), expect(&[("two", Small), ("Words", Capital), ("end", Small)]));
        assert_eq!(of("(Soviet-Japanese) x1"), expect(&[("Soviet", Capital), ("Japanese", Capital), ("x1", Small)]));
        assert_eq!(
            of("it 3.5 don't a_b é %'s"),
            expect(&[
                ("it", Small),
                ("3.5", Stretch),
                ("don't", Stretch),
                ("a_b", Stretch),
                ("é", Stretch),
                ("%'s", Stretch)
            ])
        );
        assert_eq!(of(""), []);
    }
}
