//! What a line or a paragraph looks like: how wide it is, how many words it has, how it begins and ends.

use crate::text::{fold_char, sentences};

/// Han, Hiragana, Katakana and their punctuation: lines of them are joined without a space.
pub(crate) fn unspaced(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303f}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{ff66}'..='\u{ff9d}'
        | '\u{20000}'..='\u{323af}')
}

/// Columns that the text takes: two for the wide characters of the unspaced scripts.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(|c| 1 + usize::from(unspaced(c))).sum()
}

/// Words by white space; two characters of an unspaced script count as one.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace()
        .map(|chunk| {
            let wide = chunk.chars().filter(|c| unspaced(*c) && c.is_alphanumeric()).count();
            let narrow = chunk.chars().any(|c| c.is_alphanumeric() && !unspaced(c));
            wide.div_ceil(2).max(usize::from(narrow))
        })
        .sum()
}

/// Signs that may follow the end of a sentence: closing quotes (in Germany the English opening one) and brackets.
const CLOSERS: &[char] = &['"', '\'', '”', '’', '“', '»', '«', '›', '‹', ')', ']', '」', '』', '）', '】', '*'];

/// Signs that may stand before the first word.
pub(super) const OPENERS: &[char] =
    &['"', '\'', '“', '‘', '„', '‚', '«', '»', '‹', '›', '(', '[', '「', '『', '（', '【'];

/// The text without closing quotes and brackets, and without the number of a footnote after the end.
fn bare_end(text: &str) -> &str {
    let text = text.trim_end();
    let noted = text.strip_suffix(']').and_then(|t| {
        let before = t.trim_end_matches(|c: char| c.is_ascii_digit());
        before.strip_suffix('[').filter(|_| before.len() < t.len())
    });
    noted.unwrap_or(text).trim_end_matches(CLOSERS).trim_end()
}

/// Whether the text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    bare_end(text).ends_with(['.', '!', '?', '…', '。', '！', '？', '．', '؟', '।', '｡'])
}

/// Whether the text ends as a question or an exclamation.
pub(super) fn ends_loudly(text: &str) -> bool {
    bare_end(text).ends_with(['!', '?', '！', '？', '؟'])
}

/// Whether the text breaks off: neither the end of a sentence nor a colon that leads to what follows.
pub(super) fn is_open(text: &str) -> bool {
    !ends_sentence(text) && !bare_end(text).ends_with([':', '：'])
}

/// Whether a sentence ends where `before` meets `after`, abbreviations and initials considered.
pub(super) fn sentence_ends_between(before: &str, after: &str) -> bool {
    if !ends_sentence(before) {
        return false;
    }
    let tail: String = before.chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect();
    let head: String = after.chars().take(80).collect();
    let seam = tail.trim_end().len();
    sentences(&format!("{} {}", tail.trim_end(), head)).iter().any(|s| s.end == seam)
}

/// The first letter or digit.
fn first_letter(text: &str) -> Option<char> {
    text.trim_start_matches(|c: char| OPENERS.contains(&c) || c.is_whitespace()).chars().next()
}

/// Whether the text goes on in small letters.
pub(super) fn begins_lower(text: &str) -> bool {
    first_letter(text).is_some_and(char::is_lowercase)
}

/// Whether the text begins as a sentence or a title may: a capital, a figure, or a letter without case.
pub(super) fn begins_upper(text: &str) -> bool {
    first_letter(text).is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase())
}

/// Whether all letters that have case are capitals, four at the least.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 4 && !text.chars().any(char::is_lowercase)
}

/// Whether nearly all longer words begin with a capital, as in English titles.
pub(super) fn is_title_case(text: &str) -> bool {
    let long = |w: &&str| w.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    let part = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    let longer: Vec<&str> = text.split(part).map(|w| w.trim_matches(['\'', '’'])).filter(long).collect();
    let capital = longer.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
    !longer.is_empty() && capital * 5 >= longer.len() * 4 && begins_upper(text)
}

/// A bullet or a number before the words of a list's item, with the words; none where it is no item.
pub(super) fn list_item(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    if matches!(chars.next()?, '•' | '·' | '‣' | '◦' | '▪' | '■' | '●' | '*' | '-' | '–' | '▸' | '►' | '・')
    {
        return chars.as_str().strip_prefix(' ').or(Some(chars.as_str()).filter(|_| text.starts_with(['•', '・'])));
    }
    let mark = text.split_whitespace().next()?;
    let stem = mark.trim_start_matches('(').strip_suffix(['.', ')'])?;
    let number = !stem.is_empty() && stem.len() <= 2 && stem.chars().all(|c| c.is_ascii_digit());
    let letter = stem.len() == 1 && stem.starts_with(|c: char| c.is_ascii_lowercase());
    (number || letter).then(|| text[mark.len()..].trim_start())
}

/// The form in which labels are known: folded, with white space single, without the signs around it.
pub(super) fn folded(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    // A quotation mark that points at what follows, as on web pages, is none.
    text.trim_start().trim_start_matches("» ").split_whitespace().enumerate().for_each(|(nth, word)| {
        if nth > 0 {
            key.push(' ');
        }
        word.chars().for_each(|c| fold_char(c, &mut key));
    });
    let outer = |c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '©' | '「' | '『');
    key.trim_start_matches(outer).trim_end_matches(|c: char| c != '.' && outer(c)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_sentence_is_seen_through_quotes_and_notes() {
        for (text, expected) in [
            ("They left.", true),
            ("“They left.”", true),
            ("„Sie gingen.“", true),
            ("They left.[12]", true),
            ("They left…", true),
            ("彼らは去った。」", true),
            ("They left", false),
            ("He said:", false),
            ("the (old) quay)", false),
        ] {
            assert_eq!(ends_sentence(text), expected, "{text}");
        }
        assert!(sentence_ends_between("The line closed.", "Nobody asked."));
        assert!(!sentence_ends_between("On Jan.", "22 the council met."));
        assert!(!sentence_ends_between("They left the", "Old Town."));
    }

    #[test]
    fn words_are_counted_in_scripts_with_and_without_spaces() {
        for (text, expected) in [("", 0), ("— the old quay —", 3), ("港は閉じた。", 3), ("Pier 1 港は", 3)]
        {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn title_case_asks_the_longer_words_only() {
        for (text, expected) in [
            ("What the Pilots Want", true),
            ("What the pilots want", false),
            ("'Part of the Town'", true),
            ("the Pilots", false),
            ("Что дальше", false),
        ] {
            assert_eq!(is_title_case(text), expected, "{text}");
        }
    }

    #[test]
    fn list_items_are_told_from_sentences() {
        for (text, expected) in [
            ("• Lower the dues", Some("Lower the dues")),
            ("- Lower the dues", Some("Lower the dues")),
            ("2. Lower the dues", Some("Lower the dues")),
            ("b) lower the dues", Some("lower the dues")),
            ("1956. A year", None),
            ("-5 degrees", None),
            ("A. Lee", None),
        ] {
            assert_eq!(list_item(text), expected, "{text}");
        }
    }
}
