//! The title by the record's words, and what stands before a title.

use super::known::Known;
use super::repair::RepairKind;
use super::shape::{ends_sentence, words};
use super::sheet::{Fate, Line, Passage, Sheet};
use crate::text::{Lexicon, keys};

/// Lines that a title may take, wrapped.
const MOST_LINES: usize = 6;

/// Finds the record's title, wherever it stands by itself, across line wraps. The first place is the title, the others go.
pub(super) fn known_title(sheet: &mut Sheet, known: &mut Known) {
    let title = known.title.as_slice();
    if title.is_empty() {
        return;
    }
    let mut first = sheet.lines.iter().all(|line| line.fate != Fate::Title);
    let mut i = 0;
    while i < sheet.lines.len() {
        let Some(last) = title_ends(sheet, i, title) else {
            i += 1;
            continue;
        };
        for j in i..=last {
            let line = &mut sheet.lines[j];
            line.fate = if first { Fate::Title } else { Fate::Removed(RepairKind::Title) };
        }
        join_title(&mut sheet.lines, i, last);
        first = false;
        i = last + 1;
    }
}

/// The title is one line from here on.
fn join_title(lines: &mut Vec<Line>, first: usize, last: usize) {
    let rest: Vec<String> = lines.drain(first + 1..=last).map(|l| l.text).collect();
    for text in rest {
        let line = &mut lines[first];
        let unspaced = text.starts_with(super::shape::unspaced) && line.text.ends_with(super::shape::unspaced);
        if !unspaced {
            line.text.push(' ');
        }
        line.text.push_str(&text);
    }
}

/// The last line of the title that begins with line `i`, if one does.
fn title_ends(sheet: &Sheet, i: usize, title: &[String]) -> Option<usize> {
    if !sheet.lines[i].is_body() || !sheet.begins(i) {
        return None;
    }
    let mut seen: Vec<String> = Vec::new();
    for (nth, line) in sheet.lines[i..].iter().take(MOST_LINES).enumerate() {
        if nth > 0 && (line.blanks > 1 || !line.is_body()) {
            return None;
        }
        seen.extend(keys(&line.text, &Lexicon::default()));
        let j = i + nth;
        if seen == title && (sheet.ends(j) || i < 12) {
            return Some(j);
        }
        // "The title | The Outlet"
        if nth == 0 && seen.len() > title.len() && seen.starts_with(title) && seen.len() - title.len() <= 5 {
            let parted = [" | ", " - ", " – ", " — ", " :: ", "｜"].iter().any(|sign| {
                line.text.rsplit_once(sign).is_some_and(|(before, _)| keys(before, &Lexicon::default()) == *title)
            });
            return (parted && sheet.ends(j)).then_some(j);
        }
        if !title.starts_with(&seen) {
            return None;
        }
    }
    None
}

/// How many words make a passage long enough to be body beyond doubt, in this capture.
pub(super) fn long_passage(passages: &[Passage]) -> usize {
    let longest = passages.iter().filter(|p| p.is_body()).map(|p| words(&p.text)).max().unwrap_or(0);
    (longest * 3).div_ceil(5).min(25)
}

/// The first passage that is body beyond doubt.
pub(super) fn first_long(passages: &[Passage]) -> Option<usize> {
    let long = long_passage(passages);
    passages.iter().position(|p| p.is_body() && words(&p.text) >= long)
}

/// What stands before the title is the page's: short lines always, sentences only if they are few beside the article.
pub(super) fn before_title(passages: &mut [Passage], known: &mut Known) {
    let Some(title) = passages.iter().position(|p| p.fate == Fate::Title) else { return };
    let count = |part: &[Passage]| part.iter().filter(|p| p.is_body()).map(|p| words(&p.text)).sum::<usize>();
    let (before, after) = (count(&passages[..title]), count(&passages[title..]));
    // A title that was only guessed may be a line of the body.
    let sure = keys(&passages[title].text, &Lexicon::default()).starts_with(&known.title) && !known.title.is_empty();
    let few = sure && before <= 120 && before * 4 <= after;
    for passage in &mut passages[..title] {
        if passage.is_body() && (few || (words(&passage.text) <= 15 && !ends_sentence(&passage.text) && after > before))
        {
            passage.remove(RepairKind::Boilerplate);
        }
    }
}
