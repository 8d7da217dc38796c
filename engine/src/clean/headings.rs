//! Headings between paragraphs.

use super::known::Known;
use super::shape::{
    begins_upper, ends_loudly, ends_sentence, is_capitals, is_open, is_title_case, list_item, unspaced, width, words,
};
use super::sheet::{Fate, Passage};
use crate::text::sentences;

/// Whether the passage could be a heading by its form: short, one sentence at most, and without a sentence's end.
fn is_heading_like(text: &str) -> bool {
    let count = words(text);
    let capitals = is_capitals(text);
    let title = is_title_case(text);
    let wide = text.chars().any(unspaced);
    let quoted = text.starts_with(['"', '“', '„', '‘', '\'', '«', '「', '『']);
    if text.is_empty()
        || list_item(text).is_some_and(|item| words(item) == 0 || !text.starts_with(|c: char| c.is_ascii_digit()))
    {
        return false;
    }
    // A question or a cry is a paragraph of its own as often as a heading, unless it is set as titles are.
    let ended = ends_sentence(text) && !(ends_loudly(text) && (capitals || title) && !quoted && !wide);
    let long = if wide { width(text) > 50 } else { count > if title || capitals { 14 } else { 9 } };
    !ended
        && !long
        && count >= 1
        && begins_upper(text)
        && !text.ends_with([':', '：', ',', ';', '、', '-', '–', '—', '，', '；'])
        && !(quoted && (wide || count < 2 || !(title || capitals)))
        && sentences(list_item(text).unwrap_or(text)).len() == 1
}

/// Sets headings apart: heading-like passages over a paragraph, one at a time.
///
/// Two in succession only under the title or where both are set as titles; more are verse or a list, and stay. So do short
/// lines after a colon.
pub(super) fn headings(passages: &mut [Passage], _: &mut Known) {
    let body: Vec<usize> = (0..passages.len()).filter(|&i| passages[i].is_body()).collect();
    let alike: Vec<bool> = body.iter().map(|&i| is_heading_like(&passages[i].text)).collect();
    let mut from = 0;
    while from < body.len() {
        let to = (from..body.len()).find(|&k| !alike[k]).unwrap_or(body.len());
        if to == from {
            from += 1;
            continue;
        }
        let set = |k: usize| is_title_case(&passages[body[k]].text) || is_capitals(&passages[body[k]].text);
        let over_paragraph = to < body.len() && is_paragraph(&passages[body[to]].text, &passages[body[from]].text);
        let listed = from > 0 && is_led_to(&passages[body[from - 1]].text);
        let under_title = from == 0 && passages[..body[from]].iter().any(|p| p.fate == Fate::Title);
        let few = to - from == 1 || (to - from == 2 && (from..to).all(set)) || (under_title && to - from <= 3);
        if over_paragraph && few && !listed {
            for &i in &body[from..to] {
                passages[i].fate = Fate::Heading;
                passages[i].closes = super::sheet::Closes::No;
            }
        }
        from = to + 1;
    }
}

/// Whether the passage under a heading is one: a sentence, and longer than the heading.
fn is_paragraph(text: &str, heading: &str) -> bool {
    let item = list_item(text).is_some() && list_item(heading).is_some();
    !item
        && !super::shape::begins_lower(text)
        && (ends_sentence(text) || text.ends_with([':', '：']) || words(text) >= 20)
        && width(text) > width(heading)
}

/// Whether what stands before leads on: a colon, or a sentence that breaks off.
fn is_led_to(before: &str) -> bool {
    before.ends_with([':', '：']) || (is_open(before) && words(before) >= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_short_paragraphs() {
        for text in [
            "What the pilots want",
            "Who Pays First?",
            "'A Part of the Town'",
            "WHAT NOW",
            "1. The harbour",
            "Was die Lotsen wollen",
            "争点は何か",
        ] {
            assert!(is_heading_like(text), "{text}");
        }
        for text in [
            "Who pays?",
            "They left.",
            "“Never”",
            "He said:",
            "• Lower the dues",
            "— Нет",
            "and so on",
            "「もう行かない」",
            "港は閉じた。",
            "They sat for nine hours and then went home without a word",
            "a quay",
        ] {
            assert!(!is_heading_like(text), "{text}");
        }
    }

    #[test]
    fn verse_and_lists_keep_their_lines() {
        let set = |texts: &[&str]| {
            let mut passages: Vec<Passage> =
                texts.iter().map(|t| Passage { text: t.to_string(), ..Passage::default() }).collect();
            headings(&mut passages, &mut crate::clean::tests::nothing_known());
            passages.iter().filter(|p| p.fate == Fate::Heading).count()
        };
        let paragraph = "The council met in the old hall and sat until the lamps went out.";
        assert_eq!(set(&[paragraph, "What the pilots want", paragraph]), 1);
        assert_eq!(set(&[paragraph, "Grey is the quay", "Grey is the sea", "Grey are the men", paragraph]), 0);
        assert_eq!(set(&["They asked for three things:", "A lower rent", paragraph]), 0);
        assert_eq!(set(&[paragraph, "THE SECOND PART", "Who Pays First?", paragraph]), 2);
        assert_eq!(set(&[paragraph, "The end"]), 0);
    }
}
