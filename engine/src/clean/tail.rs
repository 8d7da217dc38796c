//! What follows an article: rights, notices, more articles, last lines.

use super::known::Known;
use super::labels;
use super::repair::RepairKind;
use super::shape::{ends_sentence, folded, is_open, is_title_case, list_item, words};
use super::sheet::{Closes, Fate, Passage, words_before};

/// Rights and notices that say what they are: a copyright, a disclaimer, who else reported.
pub(super) fn notices(passages: &mut [Passage], _: &mut Known) {
    let body: usize = passages.iter().filter(|p| p.is_body()).map(|p| words(&p.text)).sum();
    let mut seen = 0;
    for passage in passages.iter_mut().filter(|p| p.is_body()) {
        let count = words(&passage.text);
        let key = folded(&passage.text);
        let begins = begins_notice(&passage.text);
        let rights = reserves_rights(&key);
        seen += count;
        // "Reporting by the council …" may begin a paragraph of the body; at either end it does not.
        let outer = seen * 5 >= body * 4 || seen * 10 <= body * 2;
        if (begins && count <= 80 && outer) || (rights && count <= 60) {
            passage.remove(RepairKind::Notice);
            passage.closes = Closes::Weakly;
        }
    }
}

/// Whether the text begins as a notice does, and goes on so: "Copyright 2031", "Editing by A. Lee", not "Copyright did not …".
pub(super) fn begins_notice(text: &str) -> bool {
    let key = folded(text);
    let Some(opening) = labels::NOTICES.begins(&key) else { return false };
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric()).split_whitespace();
    let next = rest.nth(opening.split(' ').count()).unwrap_or("");
    let named = !next.starts_with(|c: char| c.is_alphabetic()) || next.starts_with(char::is_uppercase);
    // A clause after a comma makes it a sentence of the article: "Originally published in 1911, the chart …".
    let clause = text.match_indices(", ").any(|(at, _)| text[at + 2..].starts_with(char::is_lowercase));
    match opening {
        "copyright" | "disclaimer" => named,
        _ if opening.ends_with(" by") => named,
        _ if opening.starts_with("originally") || opening.starts_with("first published") => !clause,
        _ => true,
    }
}

/// Whether a phrase of rights stands at the end of a sentence.
fn reserves_rights(key: &str) -> bool {
    let ends = |rest: &str| {
        rest.is_empty() || rest.starts_with(['.', '|', ';', ',', ')']) || rest.starts_with(super::shape::unspaced)
    };
    labels::RIGHTS.iter().any(|phrase| key.match_indices(phrase).any(|(at, _)| ends(&key[at + phrase.len()..])))
}

/// Once the article is over, nothing that follows is body.
///
/// A note on its author or the end of its comments says so for good, if half of the words stand before; a copyright, which
/// also stands at the foot of pages, only if little follows.
pub(super) fn after_the_end(passages: &mut [Passage], _: &mut Known) {
    let sums = words_before(passages);
    let total = sums[passages.len()];
    let end = (0..passages.len()).find(|&i| {
        let (before, after) = (sums[i], total - sums[i + 1]);
        match passages[i].closes {
            Closes::No => false,
            _ if before == 0 => false,
            Closes::Weakly if after <= 150 && after * 8 <= total => true,
            Closes::Weakly => after * 2 <= before && is_aftermath(&passages[i..]),
            Closes::Firmly => before * 2 >= total,
        }
    });
    let Some(end) = end else { return };
    for passage in passages[end + 1..].iter_mut().filter(|p| p.is_body()) {
        let kind = if ends_sentence(&passage.text) && words(&passage.text) >= 8 {
            RepairKind::Notice
        } else {
            RepairKind::Boilerplate
        };
        passage.remove(kind);
    }
}

/// Whether several lines of the sort that follows an article stand here, and more lines than sentences.
fn is_aftermath(passages: &[Passage]) -> bool {
    let closing = passages.iter().filter(|p| p.closes != Closes::No).count();
    let (sentences, lines): (Vec<&Passage>, Vec<&Passage>) =
        passages.iter().filter(|p| p.is_body()).partition(|p| ends_sentence(&p.text) && words(&p.text) >= 8);
    closing >= 2 && lines.len() > sentences.len()
}

/// The mark of an agency or of a writer, in brackets after the last paragraph: "(nh)".
pub(super) fn agency_marks(passages: &mut [Passage], _: &mut Known) {
    let Some(last) = passages.iter().rposition(Passage::is_body) else { return };
    let text = &passages[last].text;
    let bracketed = (text.starts_with(['(', '[']) && text.ends_with([')', ']']))
        || (text.starts_with('（') && text.ends_with('）'));
    if bracketed && words(text) <= 4 && text.chars().count() <= 30 && passages[..last].iter().any(Passage::is_body) {
        passages[last].remove(RepairKind::Byline);
    }
}

/// A last line that is no sentence, and over which nothing like it stands: nothing follows that it could be a heading of.
pub(super) fn last_lines(passages: &mut [Passage], _: &mut Known) {
    while let Some(last) = passages.iter().rposition(|p| p.is_body()) {
        let text = &passages[last].text;
        let above = passages[..last].iter().rev().find(|p| p.is_body());
        let alike = above.is_none_or(|p| is_open(&p.text) || words(&p.text) <= 8 || p.text.ends_with([':', '：']));
        let furniture = labels::PERHAPS_FURNITURE.has(&folded(text));
        let heading = words(text) <= 6
            && !ends_sentence(text)
            && is_title_case(text)
            && list_item(text).is_none()
            && !text.starts_with(['—', '–']);
        if !(furniture || (heading && !alike)) || passages[..last].iter().all(|p| !p.is_body()) {
            return;
        }
        passages[last].fate = Fate::Removed(RepairKind::Boilerplate);
    }
}
