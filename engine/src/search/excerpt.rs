//! What of a long paragraph is shown as its passage.

use super::{Mark, marks_in};
use crate::order::InOrder;
use std::ops::Range;

/// Bytes of a text that are shown without a cut. What a reader takes in at a glance is some three lines; a paragraph of a
/// newspaper's is whole.
pub const ROOM: usize = 420;

/// The stretches of a text that are shown of it, in its order: all of it where it has no more than [`ROOM`] bytes, else the
/// sentences that hold most marks, the first of equals, as many as there is room for and at least one; without a mark the
/// first sentences. A sentence longer than all the room is cut at spaces, around its first mark. `sentences` are the spans of
/// the text's sentences in its order.
pub fn excerpt(text: &str, sentences: &[Range<usize>], marks: &[Mark]) -> Vec<Range<usize>> {
    if text.len() <= ROOM {
        return sentences.to_vec();
    }
    let held = sentences.iter().map(|span| marks_in(marks, span).len());
    let mut best: Vec<(usize, usize)> = held.enumerate().collect();
    if !marks.is_empty() {
        best.retain(|(_, held)| *held > 0);
    }
    best.order_by_key(|(nth, held)| (std::cmp::Reverse(*held), *nth));
    let mut room = ROOM;
    let mut shown: Vec<usize> = Vec::new();
    for (nth, _) in best {
        let length = sentences[nth].len();
        if shown.is_empty() || length <= room {
            shown.push(nth);
            room = room.saturating_sub(length);
        }
    }
    shown.order_by_key(|nth| *nth);
    shown.into_iter().map(|nth| cut(text, sentences[nth].clone(), marks)).collect()
}

/// The sentence, or what there is room for of it: from a little before its first mark.
fn cut(text: &str, sentence: Range<usize>, marks: &[Mark]) -> Range<usize> {
    if sentence.len() <= ROOM {
        return sentence;
    }
    let first = marks_in(marks, &sentence).first().map_or(sentence.start, |mark| mark.span.start.max(sentence.start));
    let from = first.saturating_sub(ROOM / 4).clamp(sentence.start, sentence.end - ROOM);
    // At spaces, where there are any near, else at characters: some writings have no spaces.
    let start = (from..=first).find(|at| text.is_char_boundary(*at)).unwrap_or(first);
    let start = match from == sentence.start {
        true => from,
        false => text[start..first].find(' ').map_or(start, |space| start + space + 1),
    };
    let last = (from..=from + ROOM).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(sentence.end);
    let end = match last == sentence.end {
        true => last,
        false => text[start..last].rfind(' ').map(|space| start + space).filter(|space| *space > first).unwrap_or(last),
    };
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Why;

    fn marks(text: &str, word: &str) -> Vec<Mark> {
        text.match_indices(word).map(|(at, _)| Mark { span: at..at + word.len(), why: Why::Exact }).collect()
    }

    fn sentences(text: &str) -> Vec<Range<usize>> {
        let mut from = 0;
        text.split_inclusive(". ")
            .map(|part| {
                let span = from..from + part.len();
                from = span.end;
                span
            })
            .collect()
    }

    fn shown(text: &str, word: &str) -> Vec<String> {
        let found = excerpt(text, &sentences(text), &marks(text, word));
        found.into_iter().map(|span| text[span].to_string()).collect()
    }

    #[test]
    fn a_short_paragraph_is_whole() {
        let text = "The harbour lies open. A boat comes in. Nobody waits.";
        assert_eq!(shown(text, "boat").concat(), text);
    }

    #[test]
    fn of_a_long_one_the_sentences_with_most_marks_stand_in_their_order() {
        let filler = "The harbour lies open to the sea on its northern side and to nothing else at all. ".repeat(6);
        let text = format!("A boat comes in. {filler}No boat meets the other boat. {filler}A boat leaves. ");
        assert_eq!(shown(&text, "boat"), ["A boat comes in. ", "No boat meets the other boat. ", "A boat leaves. "]);
        let every = shown(&text, "the");
        assert!(every.concat().len() <= ROOM && every.len() > 1, "{every:?}");
        let none = shown(&text, "lighthouse");
        assert!(text.starts_with(&none.concat()[..40]) && none.concat().len() <= ROOM, "{none:?}");
    }

    #[test]
    fn a_sentence_without_end_is_cut_around_its_mark() {
        let text = format!("{}boat{}", "stone and water ".repeat(80), " sand and wind".repeat(80));
        let [one] = &shown(&text, "boat")[..] else { panic!("one stretch") };
        assert!(one.contains(" boat ") && one.len() <= ROOM, "{one}");
        assert!(text.contains(&format!(" {one} ")), "cut at spaces: {one}");
        // Without spaces, at characters.
        let text = format!("{}舟{}", "石と水".repeat(200), "砂と風".repeat(200));
        let [one] = &shown(&text, "舟")[..] else { panic!("one stretch") };
        assert!(one.contains('舟') && one.len() <= ROOM, "{one}");
    }
}
