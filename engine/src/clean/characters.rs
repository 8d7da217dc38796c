//! From the bytes of a capture, already read as Unicode, to lines: line ends, invisible signs, spaces.
//!
//! Letters, quotes and dashes are never touched here; nor is text whose encoding was mistaken before it came to us, since
//! guessing it back would alter what the capture shows.

use super::repair::{Mend, RepairKind};
use super::sheet::Line;
use super::{CleanError, NotText};

/// Refuses what is no text: nothing at all, or bytes of another kind of file.
pub(super) fn readable(raw: &str) -> Result<(), CleanError> {
    if raw.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)).is_empty() {
        return Err(CleanError::Empty);
    }
    if let Some(at) = raw.find('\0') {
        let line = raw[..at].matches('\n').count() + 1;
        return Err(CleanError::Unreadable { line, what: NotText::Nul });
    }
    let strange = |c: &char| (c.is_control() && !c.is_whitespace()) || *c == '\u{fffd}';
    let (all, odd) = raw.chars().fold((0usize, 0usize), |(all, odd), c| (all + 1, odd + usize::from(strange(&c))));
    if odd * 10 > all {
        let line = raw.find(|c| strange(&c)).map_or(1, |at| raw[..at].matches('\n').count() + 1);
        return Err(CleanError::Unreadable { line, what: NotText::Control });
    }
    if !raw.contains(char::is_alphanumeric) {
        return Err(CleanError::Unreadable { line: 1, what: NotText::Signs });
    }
    Ok(())
}

/// One kind of line end; a form feed stands at the beginning of the line after it.
pub(super) fn line_ends(raw: &str) -> String {
    raw.replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{b}'], "\n")
        .replace('\u{2029}', "\n\n")
        .replace('\u{c}', "\n\u{c}")
}

/// Signs without width that say nothing about how letters join. The soft hyphen is not among them: at a line's end it
/// is a hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || (c.is_control() && !c.is_whitespace())
}

/// The line without invisible signs. A soft hyphen inside the line goes too.
fn visible(line: &str) -> String {
    let trimmed = line.trim_end();
    let last = trimmed.strip_suffix('\u{ad}').map(str::len);
    let kept = trimmed.char_indices().filter(|(at, c)| !is_invisible(*c) && (*c != '\u{ad}' || Some(*at) == last));
    kept.map(|(_, c)| c).collect()
}

/// The lines with words or signs, each with its indent and the blank lines before it. Runs of white space become one space.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut blanks, mut page) = (0, false);
    for (nth, raw) in text.split('\n').enumerate() {
        page |= raw.contains('\u{c}');
        let shown = visible(raw);
        let indent = shown.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let text: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            blanks += usize::from(!raw.contains('\u{c}'));
            continue;
        }
        let mut mends = Vec::new();
        let place = |kind| Mend { kind, detail: format!("line {}", nth + 1) };
        if shown.trim() != text {
            mends.push(place(RepairKind::Space));
        }
        if raw.trim().chars().any(|c| is_invisible(c) && c != '\u{c}') {
            mends.push(place(RepairKind::Invisible));
        }
        lines.push(Line { number: nth + 1, text, indent, blanks, page, mends, ..Line::default() });
        (blanks, page) = (0, false);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_refused_with_its_line() {
        for (raw, expected) in [
            ("", CleanError::Empty),
            (" \n\u{feff}\t", CleanError::Empty),
            ("one\ntwo\0", CleanError::Unreadable { line: 2, what: NotText::Nul }),
            ("\u{1}\u{2}\u{3}a", CleanError::Unreadable { line: 1, what: NotText::Control }),
            ("— … —", CleanError::Unreadable { line: 1, what: NotText::Signs }),
        ] {
            assert_eq!(readable(raw), Err(expected), "{raw:?}");
        }
        assert_eq!(readable("a"), Ok(()));
    }

    #[test]
    fn lines_keep_their_words_and_lose_their_spaces() {
        let text = line_ends(
            "\u{feff}The\u{a0}quay\r\n\r\n  was\u{200b}  shut\u{c}Page\n settle\u{ad}\nment of ac\u{ad}counts",
        );
        let seen: Vec<(String, usize, usize, bool)> =
            lines(&text).into_iter().map(|l| (l.text, l.indent, l.blanks, l.page)).collect();
        let expected = [
            ("The quay", 0, 0, false),
            ("was shut", 2, 1, false),
            ("Page", 1, 0, true),
            ("settle\u{ad}", 1, 0, false),
            ("ment of accounts", 0, 0, false),
        ];
        assert_eq!(seen, expected.map(|(t, i, b, p)| (t.to_string(), i, b, p)));
    }
}
