//! From lines to passages: hard wraps joined, lost paragraph breaks restored.

use super::bylines::byline_names;
use super::captions::is_labelled;
use super::known::Known;
use super::labels;
use super::repair::{Mend, RepairKind};
use super::shape::{
    begins_lower, begins_upper, ends_sentence, is_open, list_item, sentence_ends_between, width, words,
};
use super::sheet::{Closes, Fate, Line, Passage, Sheet};
use super::vocabulary::{Joint, Vocabulary, join};

/// The passages of the sheet, in order; removed lines are passages of their own.
pub(super) fn passages(sheet: &Sheet, vocabulary: &Vocabulary) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    // The first line of the passage that is being gathered.
    let mut first: Option<usize> = None;
    // Where no blank line stands anywhere, a new line is how the capture marks a paragraph, and no break was lost.
    let blank_lines = sheet.wrap.is_some() || sheet.lines.iter().any(|line| line.blanks > 0);
    for (i, line) in sheet.lines.iter().enumerate() {
        let full = sheet.is_full(i);
        let goes_on = first.is_some_and(|first| line.is_body() && !breaks(sheet, first, i));
        match passages.last_mut().filter(|_| goes_on) {
            Some(passage) => {
                append(passage, &line.text, line.number, vocabulary);
                passage.mends.extend(line.mends.iter().cloned());
                passage.full = full;
            }
            None => {
                let mut passage = begin(line, full);
                // Two passages without anything between them: the break was lost.
                if line.is_body() && blank_lines && first.is_some() && line.blanks == 0 && !line.page {
                    passage.mends.push(Mend { kind: RepairKind::LostBreak, detail: format!("line {}", line.number) });
                }
                passages.push(passage);
                first = line.is_body().then_some(i);
            }
        }
    }
    passages
}

fn begin(line: &Line, full: bool) -> Passage {
    Passage {
        text: line.text.clone(),
        number: line.number,
        blanks: line.blanks,
        page: line.page,
        full,
        fate: line.fate,
        closes: line.closes,
        standfirst: false,
        mends: line.mends.clone(),
    }
}

/// Joins a line to the passage and logs how.
fn append(passage: &mut Passage, text: &str, number: usize, vocabulary: &Vocabulary) {
    let mend = match join(&mut passage.text, text, vocabulary) {
        Joint::Plain => Mend { kind: RepairKind::HardWrap, detail: format!("line {number}") },
        Joint::Joined(word) => Mend { kind: RepairKind::HyphenJoined, detail: word },
        Joint::Kept(word) => Mend { kind: RepairKind::HyphenKept, detail: word },
    };
    passage.mends.push(mend);
}

/// Whether a passage begins with line `i`, where one that began with line `first` runs up to the line before.
fn breaks(sheet: &Sheet, first: usize, i: usize) -> bool {
    let (before, line) = (&sheet.lines[i - 1], &sheet.lines[i]);
    if line.blanks > 0 || line.page {
        return true;
    }
    let Some(wrap) = sheet.wrap else { return true };
    let full = sheet.is_full(i - 1);
    // Near the top a byline is a line of its own, however it begins; so is the number of a part.
    let byline = |line: &Line| i < 15 && byline_names(&line.text).is_some_and(|names| !names.is_empty());
    if byline(line) || (first == i - 1 && (byline(before) || is_roman_number(&before.text))) {
        return true;
    }
    if begins_lower(&line.text) && !ends_sentence(&before.text) && list_item(&line.text).is_none() {
        return false;
    }
    let over = sentence_ends_between(&before.text, &line.text);
    is_indented(sheet, first, i, over || !full)
        || is_item(sheet, i, over || !full)
        || (over && (!full || begins_dialogue(&line.text)))
        || (!full && first == i - 1 && (is_labelled(&before.text) || is_heading_above(sheet, i, wrap)))
        || (!full && is_short_list(sheet, first, i, wrap))
        || (over && width(&before.text) * 10 > wrap * 13)
}

/// An indent that the lines around do not have begins a paragraph; a hanging one does not.
fn is_indented(sheet: &Sheet, first: usize, i: usize, may_end: bool) -> bool {
    let (before, line) = (&sheet.lines[i - 1], &sheet.lines[i]);
    let next = sheet.lines.get(i + 1).filter(|next| next.blanks == 0 && !next.page && next.is_body());
    let hanging = first == i - 1 && line.indent > before.indent && next.is_some_and(|next| next.indent == line.indent);
    let deeper = line.indent > sheet.margin && (before.indent < line.indent || before.indent > sheet.margin);
    may_end && deeper && !hanging && !begins_lower(&line.text)
}

fn is_item(sheet: &Sheet, i: usize, may_end: bool) -> bool {
    let text = &sheet.lines[i].text;
    let bullet = text.starts_with(['•', '‣', '◦', '▪', '■', '●', '▸', '►', '・']);
    list_item(text).is_some() && (bullet || may_end || sheet.lines[i - 1].text.ends_with(':'))
}

/// `IV`, perhaps with a dot.
fn is_roman_number(text: &str) -> bool {
    let number = text.trim_end_matches('.');
    !number.is_empty() && number.len() <= 5 && number.chars().all(|c| "IVX".contains(c))
}

/// A line of dialogue, as many languages mark it.
fn begins_dialogue(text: &str) -> bool {
    text.strip_prefix(['—', '–', '―']).is_some_and(|rest| rest.starts_with(' ') && begins_upper(rest.trim_start()))
}

/// A short line over a full one, neither the end of a sentence nor its middle.
fn is_heading_above(sheet: &Sheet, i: usize, wrap: usize) -> bool {
    let (before, line) = (&sheet.lines[i - 1].text, &sheet.lines[i].text);
    let short = width(before) * 10 <= wrap * 7 && words(before) <= 12;
    short
        && is_open(before)
        && !before.ends_with([',', ';', '-'])
        && begins_upper(line)
        && sheet.is_full(i)
        && width(line) > width(before)
}

/// Three and more very short lines are a list of things, not one thing wrapped.
fn is_short_list(sheet: &Sheet, first: usize, i: usize, wrap: usize) -> bool {
    let run = sheet.lines[first..]
        .iter()
        .enumerate()
        .take_while(|(nth, l)| *nth == 0 || (l.blanks == 0 && !l.page && l.is_body()));
    let lines: Vec<&Line> = run.map(|(_, l)| l).collect();
    i - first < lines.len()
        && lines.len() >= 3
        && lines
            .iter()
            .all(|l| words(&l.text) <= 4 && width(&l.text) * 2 < wrap && begins_upper(&l.text) && is_open(&l.text))
}

/// A sentence that a page's end, a picture or a teaser parted is joined again.
///
/// It must break off, and what follows must go on in small letters; a capital goes on only where the column was full, the
/// last word asks for another, or something stood between.
pub(super) fn join_parted(passages: &mut [Passage], known: &mut Known) {
    let mut i = 0;
    while i < passages.len() {
        let next = (i + 1..passages.len()).find(|&j| passages[j].is_body());
        let Some(j) = next.filter(|&j| passages[i].is_body() && is_parted(passages, i, j)) else {
            i += 1;
            continue;
        };
        let at_page =
            passages[i + 1..=j].iter().any(|p| p.blanks > 0 || p.page || p.fate != Fate::Joined && !p.is_body());
        let next = std::mem::take(&mut passages[j]);
        passages[j].fate = Fate::Joined;
        let passage = &mut passages[i];
        append(passage, &next.text, next.number, &known.vocabulary);
        if let Some(mend) = passage.mends.last_mut().filter(|m| at_page && m.kind == RepairKind::HardWrap) {
            mend.kind = RepairKind::PageBreak;
        }
        passage.mends.extend(next.mends.into_iter().filter(|m| m.kind != RepairKind::LostBreak));
        passage.full = next.full;
    }
}

/// Whether passages `i` and `j`, with nothing but removed ones between, are two parts of one.
fn is_parted(passages: &[Passage], i: usize, j: usize) -> bool {
    let between = &passages[i + 1..j];
    let open = |p: &Passage| p.fate == Fate::Joined || (matches!(p.fate, Fate::Removed(_)) && p.closes == Closes::No);
    let wide = |p: &Passage| p.blanks >= 2 || p.page;
    let removed = between.iter().any(|p| p.fate != Fate::Joined);
    let apart = removed || wide(&passages[j]) || between.iter().any(wide);
    between.iter().all(open) && goes_on(&passages[i], &passages[j], apart)
}

fn goes_on(before: &Passage, after: &Passage, apart: bool) -> bool {
    if list_item(&after.text).is_some()
        || !is_open(&before.text)
        || is_labelled(&after.text)
        || is_labelled(&before.text)
    {
        return false;
    }
    if byline_names(&after.text).is_some() {
        return false;
    }
    let unspaced = before.text.ends_with(super::shape::unspaced);
    let last = before.text.rsplit(' ').next().unwrap_or("");
    let asks = labels::ASKING.has(last) || before.text.ends_with([',', '、']);
    let hyphen = before.text.ends_with(['-', '\u{ad}']) && words(&before.text) >= 4;
    let next_line = after.blanks == 0 && !apart;
    let long = words(&before.text)
        >= if unspaced {
            10
        } else if next_line {
            5
        } else {
            8
        };
    if begins_lower(&after.text) {
        return long || asks || hyphen;
    }
    let sentence_follows = ends_sentence(&after.text) || words(&after.text) >= 12;
    let cut = before.full && apart;
    long && sentence_follows && begins_upper(&after.text) && (cut || asks || hyphen)
}
