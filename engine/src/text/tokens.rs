//! Words: UAX #29's, with the parts that searchers do not write taken off.

use super::compose::compose;
use super::fold::{fold_char, is_latin, is_mark, is_unspaced, leaves_a_letter, one_script};
use super::{Lexicon, each_key};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A word of a text: what it is found by, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded word, or the word as written where the corpus keeps its case.
    pub key: String,
    /// Its bytes in the text, without a final 's.
    pub span: Range<usize>,
    /// Whether nothing but joining signs stands between it and the token before: `Soviet-Japanese`, `17%`.
    pub joined: bool,
}

/// The words of a text in order. Hyphens, dashes, slashes and colons part words; dotted initials are one word; a final
/// 's is dropped; each Han, Hiragana and Katakana character is a word; a sign is one where the lexicon says so.
pub fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let pieces: Vec<(usize, &str)> = text.split_word_bound_indices().flat_map(parts).collect();
    // A mark that stands on a sign or a space is no word, nor is a letter of which folding leaves none; a key never holds a space.
    let is_letter = |c: char| c.is_alphanumeric() && !is_mark(c) && leaves_a_letter(c);
    let is_word = |piece: &str| piece.contains(is_letter) && !piece.contains(char::is_whitespace);
    // The final 's of what ends in a sign stands alone: `U.S.’s`, `17%’s`.
    let is_final_s = |i: usize| {
        let after_apostrophe = i > 1 && pieces[i - 1].1.chars().all(is_apostrophe);
        matches!(pieces[i].1, "s" | "S") && after_apostrophe && !pieces[i - 2].1.contains(char::is_whitespace)
    };
    let words: Vec<usize> = (0..pieces.len()).filter(|&i| is_word(pieces[i].1) && !is_final_s(i)).collect();
    let mut tokens: Vec<Token> = Vec::with_capacity(words.len());
    let mut word_of_piece = words.iter().enumerate().map(|(nth, &piece)| (piece, nth)).peekable();
    let mut gap_is_joint = false;
    for (i, &(start, piece)) in pieces.iter().enumerate() {
        let nth = word_of_piece.next_if(|(at, _)| *at == i).map(|(_, nth)| nth);
        let token = match nth {
            Some(nth) => {
                let latin = |at: Option<usize>| {
                    at.and_then(|n| words.get(n)).is_some_and(|&p| without_possessive(pieces[p].1).contains(is_latin))
                };
                let latin_around = latin(nth.checked_sub(1)) && latin(Some(nth + 1));
                let following = pieces.get(i + 1).map_or("", |p| p.1);
                Some(word_token(start, piece, following, latin_around, lexicon))
            }
            None => sign(start, piece, lexicon),
        };
        match token {
            Some(mut token) if !token.key.is_empty() => {
                token.joined = gap_is_joint && !tokens.is_empty();
                tokens.push(token);
                gap_is_joint = true;
            }
            _ if piece.contains(char::is_whitespace) => gap_is_joint = false,
            _ => {}
        }
    }
    tokens
}

/// The keys of a text's words, in order.
pub fn keys(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut keys = Vec::new();
    each_key(text, lexicon, |key, _| keys.push(key.to_string()));
    keys
}

/// The one key that stands for a text of one or several words: its words' keys with a space between.
pub fn key(text: &str, lexicon: &Lexicon) -> String {
    keys(text, lexicon).join(" ")
}

/// Parts of one UAX #29 segment: split at colons, underscores and narrow no-break spaces, and into single characters where the script has no spaces.
fn parts((start, piece): (usize, &str)) -> Vec<(usize, &str)> {
    let cuts = |c: char| is_unspaced(c) || matches!(c, ':' | '：' | '_' | '＿' | '\u{202f}');
    if !piece.contains(cuts) {
        return vec![(start, piece)];
    }
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, c) in piece.char_indices().filter(|(_, c)| cuts(*c)) {
        parts.push((start + from, &piece[from..at]));
        let next = at + c.len_utf8();
        // A voicing mark or variation selector belongs to the character before it.
        from = piece.len() - piece[next..].trim_start_matches(is_mark).len();
        parts.push((start + at, &piece[at..from]));
    }
    parts.push((start + from, &piece[from..]));
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

fn sign(start: usize, piece: &str, lexicon: &Lexicon) -> Option<Token> {
    let c = piece.chars().find(|c| lexicon.is_symbol(*c))?;
    let at = start + piece.find(c)?;
    Some(Token { key: c.to_string(), span: at..at + c.len_utf8(), joined: false })
}

fn word_token(start: usize, piece: &str, following: &str, latin_around: bool, lexicon: &Lexicon) -> Token {
    let word = without_possessive(piece);
    // The last dot of initials is theirs, but not one that ends a sentence after a possessive: `the U.S’s.`
    let dotted = word.len() == piece.len() && is_initials(word) && following == ".";
    let end = start + word.len() + usize::from(dotted);
    Token { key: word_key(word, latin_around, lexicon), span: start..end, joined: false }
}

/// What a word is found by: composed, without the dots of initials, and folded until nothing changes, since an accent or a
/// ligature that is folded may leave initials or a look-alike letter.
fn word_key(word: &str, latin_around: bool, lexicon: &Lexicon) -> String {
    let undotted = without_dots(word);
    if lexicon.keeps_case(&undotted) {
        return undotted;
    }
    if undotted.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return undotted.to_ascii_lowercase();
    }
    let mut key = folded(&compose(&undotted), latin_around);
    loop {
        let again = folded(&key, false);
        if again == key {
            return key;
        }
        key = again;
    }
}

fn folded(word: &str, latin_around: bool) -> String {
    let word =
        without_dots(without_possessive(word.trim_matches(|c: char| c.is_ascii_punctuation() || c == '\u{2bc}')));
    let mended = one_script(&word, latin_around).unwrap_or(word);
    let mut key = String::with_capacity(mended.len());
    mended.chars().for_each(|c| fold_char(c, &mut key));
    key
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

/// The word without any final 's, with any apostrophe.
fn without_possessive(word: &str) -> &str {
    let stem = |word| str::strip_suffix(word, ['s', 'S'])?.strip_suffix(is_apostrophe);
    let mut word = word;
    while let Some(rest) = stem(word).filter(|rest| !rest.is_empty()) {
        word = rest;
    }
    word
}

/// The word without dots, where it is initials.
fn without_dots(word: &str) -> String {
    if is_initials(word) { word.replace('.', "") } else { word.to_string() }
}

/// Single letters with dots between them: `U.S`, `e.g`.
fn is_initials(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SearchForms;

    fn lexicon() -> Lexicon {
        let same = vec![vec!["%".into(), "percent".into()]];
        Lexicon::new(&SearchForms { case_words: vec!["US".into()], same })
    }

    #[test]
    fn words_are_found_by_what_a_reader_would_type() {
        for (text, expected) in [
            ("Soviet-Japanese Joint Declaration", "soviet japanese joint declaration"),
            ("Moscow–Beijing axis/line", "moscow beijing axis line"),
            ("Abe’s and Abe's and states’", "abe and abe and states"),
            ("couldn’t couldn't", "couldn't couldn't"),
            ("The U.S. and the US told us", "the US and the US told us"),
            ("e.g. this", "eg this"),
            ("vis-à-vis Łódź Straße", "vis a vis lodz strasse"),
            ("ещё ёлка, мой", "еще елка мой"),
            ("For Japan, а solution", "for japan a solution"),
            ("the harbour а ʼ harbour, ʼ", "the harbour a harbour"),
            ("а он пришёл", "а он пришел"),
            ("Pоwer with one Cyrillic letter", "power with one cyrillic letter"),
            ("17% or 17 percent", "17 % or 17 percent"),
            ("北方領土 is カナ", "北 方 領 土 is カ ナ"),
            ("author:x a_b", "author x a b"),
            ("מִלְחָמָה حَرْب", "מלחמה حرب"),
            ("…!? —", ""),
        ] {
            assert_eq!(key(text, &lexicon()), expected, "{text}");
        }
    }

    #[test]
    fn a_word_stands_where_it_is_written_and_says_whether_it_is_joined() {
        let text = "The U.S.-Japanese allies’ 17% (Abe’s)";
        let seen: Vec<(&str, bool)> =
            tokens(text, &lexicon()).iter().map(|t| (&text[t.span.clone()], t.joined)).collect();
        assert_eq!(
            seen,
            [
                ("The", false),
                ("U.S.", false),
                ("Japanese", true),
                ("allies", false),
                ("17", false),
                ("%", true),
                ("Abe", false)
            ]
        );
    }
}
