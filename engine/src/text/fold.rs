//! Folding of characters: case, accents, quotes, dashes, look-alike letters.

use super::bases::base;

/// Letters of Cyrillic and Greek that look like a Latin one, with it (after Unicode's confusables, lower case and the
/// capitals that differ from theirs).
const LOOK_ALIKES: &[(char, char)] = &[
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('һ', 'h'),
    ('ԁ', 'd'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
    ('ο', 'o'),
    ('ν', 'v'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
];

/// The Latin letter that this Cyrillic or Greek one looks like, if any.
pub fn look_alike(c: char) -> Option<char> {
    LOOK_ALIKES.iter().find(|(other, _)| *other == c).map(|(_, latin)| *latin)
}

/// The Cyrillic letter that this Latin one looks like, if any.
fn look_alike_in_cyrillic(c: char) -> Option<char> {
    LOOK_ALIKES.iter().find(|(other, latin)| *latin == c && is_cyrillic(*other)).map(|(other, _)| *other)
}

pub(crate) fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

fn is_greek(c: char) -> bool {
    ('\u{370}'..='\u{3ff}').contains(&c)
}

pub(super) fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && (c.is_ascii() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}'))
}

/// Han, Hiragana and Katakana: scripts without spaces, whose characters are tokens one by one.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{3098}' | '\u{309b}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{323af}')
}

/// Whether a character only marks the one before it: an accent, a voicing mark (also of half width), a variation selector.
pub(crate) fn is_mark(c: char) -> bool {
    is_dropped(c) || matches!(c, '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Marks that are dropped wherever they stand: combining accents, Hebrew and Arabic vowel signs, variation selectors,
/// invisible signs.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}'
        | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Appends the folded form of one character to `key`: lower case, without accent, with plain quotes and dashes. The
/// letters й and ї are letters of their own; ё is folded to е.
pub fn fold_char(c: char, key: &mut String) {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bc}' | '\u{ff07}' => key.push('\''),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{ff02}' => key.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => key.push('-'),
        'ß' | 'ẞ' => key.push_str("ss"),
        'æ' | 'Æ' => key.push_str("ae"),
        'œ' | 'Œ' => key.push_str("oe"),
        'ø' | 'Ø' => key.push('o'),
        'ł' | 'Ł' => key.push('l'),
        'đ' | 'Đ' => key.push('d'),
        'ı' | 'İ' => key.push('i'),
        '\u{fb00}' => key.push_str("ff"),
        '\u{fb01}' => key.push_str("fi"),
        '\u{fb02}' => key.push_str("fl"),
        '\u{fb03}' => key.push_str("ffi"),
        '\u{fb04}' => key.push_str("ffl"),
        'ё' | 'Ё' => key.push('е'),
        // Full-width forms stand a fixed distance above ASCII.
        '\u{ff01}'..='\u{ff5e}' => fold_char(char::from_u32(c as u32 - 0xfee0).unwrap_or(c), key),
        c if is_dropped(c) => {}
        c if c.is_ascii() => key.push(c.to_ascii_lowercase()),
        // Elsewhere a mark makes another letter (й, が) or a syllable (Hangul), so only Latin and Greek lose theirs.
        c => match base(c) {
            Some(letter) => key.extend((letter != '\0').then_some(letter)),
            None => key.extend(c.to_lowercase()),
        },
    }
}

/// Whether folding leaves a letter or a number of a character: not of the letter apostrophe.
pub(super) fn leaves_a_letter(c: char) -> bool {
    let mut key = String::new();
    fold_char(c, &mut key);
    key.contains(char::is_alphanumeric)
}

/// The word with letters of a foreign script that only look like those beside them put into the script of the rest.
/// `latin_around` says that both neighbouring words are Latin, which decides for a letter that stands alone.
pub(super) fn one_script(word: &str, latin_around: bool) -> Option<String> {
    let latin = word.chars().filter(|c| is_latin(*c)).count();
    let other = word.chars().filter(|c| is_cyrillic(*c) || is_greek(*c)).count();
    if other == 0 || (latin == 0 && !(latin_around && other == 1 && word.chars().count() == 1)) {
        return None;
    }
    let to_latin = latin >= other || latin == 0;
    let put = |c: char| if to_latin { look_alike(c) } else { look_alike_in_cyrillic(c) }.unwrap_or(c);
    let mended: String = word.chars().map(put).collect();
    // A word that stays mixed is no disguise but a foreign word with an ending of its own: left as it is.
    let stays_mixed = mended.chars().any(is_latin) && mended.chars().any(|c| is_cyrillic(c) || is_greek(c));
    (!stays_mixed && mended != word).then_some(mended)
}
