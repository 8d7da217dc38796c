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
    /// Begins a sign of General Punctuation, three bytes long: dashes, and the quotation marks of printed texts.
    Printed,
    /// Not for the quick way.
    Other,
}

impl Class {
    /// Of a byte, by the rules of UAX #29 for ASCII, where no sign is a word. Colons and underscores always part words here.
    const fn of(byte: u8) -> Class {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => Class::Word,
            b'.' | b',' | b';' | b'\'' => Class::Joint,
            0x00..=0x7f => Class::Sign,
            PRINTED => Class::Printed,
            _ => Class::Other,
        }
    }
}

/// The first byte of U+2000 to U+2FFF.
const PRINTED: u8 = 0xe2;

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
    /// A word with signs inside: `don't`, `3.5`.
    Joined,
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

/// The pieces of a text in order, put behind those in `found`. Spaces and signs between them are left out, and so is a final
/// 's.
pub fn pieces(text: &str, classes: &[Class; 256], found: &mut Vec<Piece>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let begun = found.len();
        let from = at;
        let is_quick = stretch(bytes, classes, &mut at, found);
        if !is_quick {
            found.truncate(begun);
            found.push(Piece { start: from, end: at, sort: Sort::Stretch });
        }
        at += 1;
    }
}

/// A word that may go on.
#[derive(Clone, Copy, Default)]
struct Word {
    start: usize,
    /// Behind its last letter or digit.
    end: usize,
    capital: bool,
    /// How many signs it has inside, and where the last one is.
    joints: usize,
    joint: usize,
    /// Whether two of its letters stand side by side: then its dots are not those of initials.
    long: bool,
}

/// Reads from `at` to the next space; says whether all there is plain.
fn stretch(bytes: &[u8], classes: &[Class; 256], at: &mut usize, found: &mut Vec<Piece>) -> bool {
    let mut word: Option<Word> = None;
    loop {
        let here = *at;
        let class = bytes.get(here).map_or(Class::Space, |byte| classes[*byte as usize]);
        match class {
            Class::Word => {
                let (mut end, mut capital) = (here, false);
                while let Some(byte) = bytes.get(end).filter(|byte| classes[**byte as usize] == Class::Word) {
                    capital |= byte.is_ascii_uppercase();
                    end += 1;
                }
                let long = end - here > 1;
                match &mut word {
                    Some(word) if word.end + sign_length(bytes, word.end) == here => {
                        if !joins(bytes, word.end, here) {
                            return skipped(bytes, classes, at);
                        }
                        word.joints += 1;
                        word.joint = word.end;
                        word.capital |= capital;
                        word.long |= long;
                        word.end = end;
                    }
                    _ => {
                        // It may be a final 's behind another sign.
                        let behind_apostrophe = here > 0 && is_apostrophe_before(bytes, here);
                        if behind_apostrophe && matches!(bytes[here], b's' | b'S') {
                            return skipped(bytes, classes, at);
                        }
                        if !word.is_none_or(|word| ended(bytes, word, found)) {
                            return skipped(bytes, classes, at);
                        }
                        word = Some(Word { start: here, end, capital, long, ..Word::default() });
                    }
                }
                *at = end;
            }
            Class::Space => return word.is_none_or(|word| ended(bytes, word, found)),
            Class::Joint | Class::Sign => *at += 1,
            Class::Printed if is_printed_sign(bytes, here) => *at += 3,
            Class::Printed | Class::Other => return skipped(bytes, classes, at),
        }
    }
}

/// Goes to the next space. What is here is not plain.
#[cold]
fn skipped(bytes: &[u8], classes: &[Class; 256], at: &mut usize) -> bool {
    while bytes.get(*at).is_some_and(|byte| classes[*byte as usize] != Class::Space) {
        *at += 1;
    }
    false
}

/// Puts a word that does not go on behind those found; says whether it is plain.
fn ended(bytes: &[u8], word: Word, found: &mut Vec<Piece>) -> bool {
    let Word { start, mut end, capital, joints, joint, long } = word;
    let mut sort = if capital { Sort::Capital } else { Sort::Small };
    if joints > 0 {
        let is_final_s = is_apostrophe(bytes, joint)
            && joint + sign_length(bytes, joint) + 1 == end
            && matches!(bytes[end - 1], b's' | b'S');
        match is_final_s {
            true if joints == 1 => end = joint,
            false if long => sort = Sort::Joined,
            _ => return false,
        }
    }
    found.push(Piece { start, end, sort });
    true
}

/// Whether the sign at `sign` joins the letters or digits before it and at `after` (UAX #29, WB6, WB7, WB11 and WB12).
fn joins(bytes: &[u8], sign: usize, after: usize) -> bool {
    let (before, after) = (bytes[sign - 1], bytes[after]);
    match bytes[sign] {
        b',' | b';' => before.is_ascii_digit() && after.is_ascii_digit(),
        b'.' | b'\'' => before.is_ascii_digit() == after.is_ascii_digit(),
        _ => is_apostrophe(bytes, sign) && before.is_ascii_digit() == after.is_ascii_digit(),
    }
}

/// How many bytes the sign there has, if it can be a joint; else so many that no word begins behind it.
fn sign_length(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b'.' | b',' | b';' | b'\'' => 1,
        // Single quotation marks, of which one is the apostrophe.
        PRINTED if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x98 | 0x99])) => 3,
        _ => bytes.len(),
    }
}

fn is_apostrophe(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\'' || bytes[at..].starts_with("\u{2019}".as_bytes())
}

fn is_apostrophe_before(bytes: &[u8], at: usize) -> bool {
    bytes[at - 1] == b'\'' || bytes[..at].ends_with("\u{2019}".as_bytes())
}

/// Whether U+2010 to U+201F or U+2026 stands there: dashes, quotation marks, three dots.
fn is_printed_sign(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x93 | 0x94 | 0x98..=0x9e | 0xa6]))
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
        use Sort::{Capital, Joined, Small, Stretch};
        assert_eq!(of(" two  Words,\nend. "), expect(&[("two", Small), ("Words", Capital), ("end", Small)]));
        assert_eq!(of("(Soviet-Japanese) x1"), expect(&[("Soviet", Capital), ("Japanese", Capital), ("x1", Small)]));
        assert_eq!(
            of("it 3.55 don’t a_b:c é %'s"),
            expect(&[
                ("it", Small),
                ("3.55", Joined),
                ("don’t", Joined),
                ("a", Small),
                ("b", Small),
                ("c", Small),
                ("é", Stretch),
                ("%'s", Stretch)
            ])
        );
        assert_eq!(
            of("“Abe’s” Japan's—so… U.S. e.g U.S’s a.1 x'y's"),
            expect(&[
                ("Abe", Capital),
                ("Japan", Capital),
                ("so", Small),
                ("U.S.", Stretch),
                ("e.g", Stretch),
                ("U.S’s", Stretch),
                ("a.1", Stretch),
                ("x'y's", Stretch)
            ])
        );
        assert_eq!(of(""), []);
    }
}
