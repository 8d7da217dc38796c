//! A witness as words, each with the signs around it, and the text made of words again.

use super::differences::Difference;
use crate::clean::Block;
use crate::clean::shape::unspaced;
use crate::order::InOrder;
use crate::text::{fold_char, look_alike};
use std::ops::Range;

/// A word of a witness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Its paragraph.
    pub p: u32,
    /// The signs before it, without white space.
    pub lead: String,
    /// The word as written.
    pub core: String,
    /// The signs after it, without white space.
    pub trail: String,
    /// By what it is aligned: folded, with look-alike letters made Latin in any company.
    pub key: String,
    /// Its bytes in the paragraph, with its signs.
    pub span: Range<usize>,
}

impl Word {
    /// The word with its signs.
    pub fn shown(&self) -> String {
        format!("{}{}{}", self.lead, self.core, self.trail)
    }
}

/// The words of the paragraphs, in order.
pub(super) fn words(paragraphs: &[Block]) -> Vec<Word> {
    paragraphs.iter().flat_map(|block| words_of(block.n, &block.text)).collect()
}

fn words_of(p: u32, text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // Signs before the first word of the paragraph.
    let mut waiting: Option<usize> = None;
    for span in chunks(text) {
        let chunk = &text[span.clone()];
        let Some(from) = chunk.find(char::is_alphanumeric) else {
            match words.last_mut() {
                Some(last) => {
                    last.trail.push_str(chunk);
                    last.span.end = span.end;
                }
                None => waiting = waiting.or(Some(span.start)),
            }
            continue;
        };
        let to = chunk
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_alphanumeric())
            .map_or(chunk.len(), |(at, c)| at + c.len_utf8());
        let start = waiting.take().unwrap_or(span.start);
        let lead: String = text[start..span.start + from].chars().filter(|c| !c.is_whitespace()).collect();
        let core = chunk[from..to].to_string();
        let mut key = String::new();
        core.chars().map(|c| look_alike(c).unwrap_or(c)).for_each(|c| fold_char(c, &mut key));
        words.push(Word { p, lead, core, trail: chunk[to..].to_string(), key, span: start..span.end });
    }
    words
}

/// Parts of the text between white space; dashes end a part, and so does each character of an unspaced script.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    let mut from: Option<usize> = None;
    let mut close = |from: &mut Option<usize>, at: usize| {
        if let Some(start) = from.take()
            && start < at
        {
            chunks.push(start..at);
        }
    };
    let mut after_dash = false;
    for (at, c) in text.char_indices() {
        let own = unspaced(c) && c.is_alphanumeric();
        if c.is_whitespace() || own || (after_dash && c.is_alphanumeric()) {
            close(&mut from, at);
        }
        if !c.is_whitespace() && from.is_none() {
            from = Some(at);
        }
        after_dash = matches!(c, '—' | '–') && from.is_some_and(|start| start < at);
        if own {
            close(&mut from, at + c.len_utf8());
        }
    }
    close(&mut from, text.len());
    chunks
}

/// Puts the better readings into the base's paragraphs.
pub(super) fn put(paragraphs: &mut [Block], words: &[Word], better: &[&Difference]) {
    let mut changed: Vec<(usize, Word)> = Vec::new();
    for change in better.iter().flat_map(|difference| &difference.changes) {
        let at = match changed.iter().position(|(i, _)| *i == change.word) {
            Some(at) => at,
            None => {
                changed.push((change.word, words[change.word].clone()));
                changed.len() - 1
            }
        };
        change.apply(&mut changed[at].1);
    }
    // From the end, so that the spans before stay as they are.
    changed.order_by_key(|(i, _)| std::cmp::Reverse(*i));
    for (i, word) in changed {
        if let Some(block) = paragraphs.iter_mut().find(|block| block.n == words[i].p) {
            block.text.replace_range(words[i].span.clone(), &word.shown());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, String, String)> {
        words_of(1, text).into_iter().map(|w| (w.lead, w.core, w.trail)).collect()
    }

    #[test]
    fn words_carry_the_signs_around_them() {
        let word = |lead: &str, core: &str, trail: &str| (lead.to_string(), core.to_string(), trail.to_string());
        assert_eq!(
            shown("“Is it (ours)?” — No , war—peace, Soviet-Japanese"),
            [
                word("“", "Is", ""),
                word("", "it", ""),
                word("(", "ours", ")?”—"),
                word("", "No", ","),
                word("", "war", "—"),
                word("", "peace", ","),
                word("", "Soviet-Japanese", ""),
            ]
        );
        assert_eq!(shown("— 港は、"), [word("—", "港", ""), word("", "は", "、")]);
        assert_eq!(shown("…"), []);
    }
}
