//! Sentences: Unicode's (UAX #29), with abbreviations and initials kept together.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations after which a sentence goes on, without their last dot. Titles, months, references: what English prose
/// puts before a capital or a number.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "capt", "cf", "col", "dec", "dr", "ed", "eds", "feb", "fig", "fr", "gen", "gov", "hon", "jan",
    "jr", "jul", "jun", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "op", "pp", "pres",
    "prof", "rep", "rev", "sen", "sens", "sep", "sept", "sgt", "st", "viz", "vol", "vs",
];

/// Words that begin a sentence more often than they follow initials in a name: after `U.S.` a sentence may end.
const OPENERS: &[&str] = &[
    "A", "After", "All", "An", "And", "As", "At", "Before", "But", "By", "For", "From", "He", "Her", "His", "How",
    "However", "I", "If", "In", "It", "Its", "Many", "Most", "No", "Not", "On", "One", "Or", "Our", "She", "Since",
    "So", "Some", "Such", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "To", "Two",
    "Under", "We", "What", "When", "Where", "Which", "While", "Who", "Why", "With", "Yet", "You",
];

/// The sentences of a paragraph, in order and without the white space between them. A paragraph with any word has at
/// least one.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (start, piece) in paragraph.split_sentence_bound_indices() {
        let end = start + piece.trim_end().len();
        let start = end - piece.trim().len();
        if start == end {
            continue;
        }
        match spans.last_mut() {
            Some(last) if goes_on(&paragraph[last.clone()], &paragraph[start..end]) => last.end = end,
            _ => spans.push(start..end),
        }
    }
    spans
}

/// Whether `next` continues the sentence that seems to end with `before`.
fn goes_on(before: &str, next: &str) -> bool {
    let opening = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    // Nothing but signs (a closing quote, a dash), or a small letter: no sentence begins so.
    if opening.chars().next().is_none_or(char::is_lowercase) {
        return true;
    }
    let Some(stem) = before.strip_suffix('.') else { return false };
    let last = stem.rsplit(|c: char| c.is_whitespace() || "([“\"‘'—–-".contains(c)).next().unwrap_or("");
    if ABBREVIATIONS.contains(&last.to_lowercase().as_str()) {
        // "no." is a word more often than a number: it goes on only before a figure.
        return last.to_lowercase() != "no" || opening.starts_with(|c: char| c.is_ascii_digit());
    }
    let initials = last.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
    });
    let first_word = opening.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // A lone "I" ends sentences; other single capitals are initials of a name.
    initials && last != "I" && !(OPENERS.contains(&first_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        for (paragraph, expected) in [
            ("The line closed. Nobody asked why.", vec!["The line closed.", "Nobody asked why."]),
            ("On Jan. 22 the council met. It sat late.", vec!["On Jan. 22 the council met.", "It sat late."]),
            ("Dana R. Lee and Mr. Oh wrote it.", vec!["Dana R. Lee and Mr. Oh wrote it."]),
            ("They left the U.S. The port stayed.", vec!["They left the U.S.", "The port stayed."]),
            ("The U.S. Navy stayed.", vec!["The U.S. Navy stayed."]),
            ("“Is it ours?” she asked. “It is!”", vec!["“Is it ours?” she asked.", "“It is!”"]),
            (
                "\"The pier is ours! The quay is ours!\" and \"Never!\"",
                vec!["\"The pier is ours!", "The quay is ours!\" and \"Never!\""],
            ),
            ("We need nothing.... And so on.", vec!["We need nothing....", "And so on."]),
            ("Он ушёл. Она осталась.", vec!["Он ушёл.", "Она осталась."]),
            ("港は閉じた。誰も聞かない。", vec!["港は閉じた。", "誰も聞かない。"]),
            ("No end", vec!["No end"]),
            ("  ", vec![]),
        ] {
            let seen: Vec<&str> = sentences(paragraph).into_iter().map(|s| &paragraph[s]).collect();
            assert_eq!(seen, expected);
        }
    }
}
