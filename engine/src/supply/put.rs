//! A copy's sentences become the text of their paragraphs.

use crate::anchor::Placed;
use crate::clean::shape::unspaced;
use crate::model::{Article, Found, Paragraph};
use std::ops::Range;

/// Puts what was found into the article's paragraphs. A sentence that an earlier copy had better stays as it is; a
/// paragraph of which nothing was found keeps its digest and its terms.
pub(super) fn put(article: &mut Article, placed: &[Placed]) {
    for paragraph in &mut article.paragraphs {
        let mut sentences = held(paragraph);
        for found in placed.iter().filter(|placed| placed.p == paragraph.n) {
            let at = found.s as usize - 1;
            sentences.resize(sentences.len().max(at + 1), (String::new(), Found::Lost));
            if rank(found.found) > rank(sentences[at].1) {
                sentences[at] = (found.text.clone(), found.found);
            }
        }
        if sentences.iter().any(|(text, _)| !text.is_empty()) {
            write(paragraph, &sentences);
        }
    }
}

/// What earlier copies gave.
fn held(paragraph: &Paragraph) -> Vec<(String, Found)> {
    let text = paragraph.text().unwrap_or_default();
    paragraph.placed.iter().map(|(span, found)| (text[span.clone()].to_string(), *found)).collect()
}

/// How sure a find is: of two the higher is kept.
pub(super) fn rank(found: Found) -> u8 {
    match found {
        Found::Exact => 102,
        Found::Close(score) => 1 + score,
        Found::Lost => 0,
    }
}

/// The sentences as one text, each with its span; one that was not found has an empty span where it would stand.
fn write(paragraph: &mut Paragraph, sentences: &[(String, Found)]) {
    let (mut text, mut placed): (String, Vec<(Range<usize>, Found)>) = (String::new(), Vec::new());
    for (sentence, found) in sentences {
        if !sentence.is_empty() && text.chars().next_back().is_some_and(|last| !unspaced(last)) {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(sentence);
        placed.push((start..text.len(), *found));
    }
    paragraph.text = Some(text.into());
    paragraph.placed = placed;
}
