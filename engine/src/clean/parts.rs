//! The words over the parts of an article, and the standfirst or synopsis: paragraph 0.

use super::known::Known;
use super::labels;
use super::repair::{Mend, RepairKind};
use super::shape::{folded, words};
use super::sheet::{Fate, Passage};
use super::teasers::{Labelled, labelled};
use crate::text::sentences;

/// A synopsis is not longer than this, in words.
const LONGEST_SYNOPSIS: usize = 250;

/// Sets labels apart: "SYNOPSIS", "COMMENTARY", "In Brief", near the beginning. What stands in the line of a synopsis's
/// label begins the synopsis.
pub(super) fn labels(passages: &mut [Passage], _: &mut Known) {
    let mut before = 0;
    for passage in passages.iter_mut().filter(|p| p.is_body()) {
        if before > LONGEST_SYNOPSIS + 50 {
            return;
        }
        let key = folded(&passage.text);
        let synopsis = labels::SYNOPSES.has(&key);
        if synopsis || labels::PARTS.has(&key) {
            passage.fate = Fate::Label { synopsis };
        } else if labelled(&passage.text, labels::SYNOPSES) == Some(Labelled::Text)
            && let Some((label, text)) = passage.text.split_once([':', '：'])
            && labels::SYNOPSES.has(&folded(label))
        {
            passage.mends.push(Mend { kind: RepairKind::Label, detail: label.to_string() });
            passage.text = text.trim().to_string();
            passage.standfirst = true;
        }
        before += words(&passage.text);
    }
}

/// Finds paragraph 0: what stands under a synopsis's label up to the next label or heading; else what the record says; else
/// one short sentence directly under the title, if it is much shorter than what follows.
pub(super) fn standfirst(passages: &mut [Passage], known: &mut Known) {
    let body: Vec<usize> = (0..passages.len()).filter(|&i| passages[i].is_body()).collect();
    if body.len() < 2 || passages.iter().any(|p| p.standfirst) {
        return;
    }
    if let Some(label) = passages.iter().position(|p| p.fate == Fate::Label { synopsis: true }) {
        let section = synopsis_under(passages, label);
        section.into_iter().for_each(|i| passages[i].standfirst = true);
        return;
    }
    let first = match known.standfirst {
        Some(true) => deck_above(passages, body[0]).or(Some(body[0])),
        Some(false) => None,
        None => Some(body[0]).filter(|&first| is_standfirst(passages, first, &body[1..])),
    };
    if let Some(first) = first {
        passages[first].fate = Fate::Body;
        passages[first].standfirst = true;
    }
}

/// The passages of the synopsis under the label.
fn synopsis_under(passages: &[Passage], label: usize) -> Vec<usize> {
    let is_wall = |p: &Passage| matches!(p.fate, Fate::Heading | Fate::Label { .. });
    let end = (label + 1..passages.len()).find(|&i| is_wall(&passages[i]));
    let within = |end: usize| (label + 1..end).filter(|&i| passages[i].is_body()).collect::<Vec<_>>();
    let count = |places: &[usize]| places.iter().map(|&i| words(&passages[i].text)).sum::<usize>();
    let all = within(passages.len());
    match end.map(within) {
        Some(section) if !section.is_empty() && count(&section) <= LONGEST_SYNOPSIS && section.len() < all.len() => {
            section
        }
        _ if all.len() >= 2 => all[..1].to_vec(),
        _ => Vec::new(),
    }
}

/// A deck that was taken for a heading: the record knows of a paragraph 0, and this is long enough to be it.
fn deck_above(passages: &[Passage], first: usize) -> Option<usize> {
    let heading = passages[..first].iter().position(|p| p.fate == Fate::Heading)?;
    let title = passages[..heading].iter().any(|p| p.fate == Fate::Title);
    (title && words(&passages[heading].text) >= 6).then_some(heading)
}

fn is_standfirst(passages: &[Passage], first: usize, rest: &[usize]) -> bool {
    let under_title = passages[..first].iter().any(|p| p.fate == Fate::Title)
        && passages[..first].iter().all(|p| matches!(p.fate, Fate::Title | Fate::Removed(_) | Fate::Joined));
    let text = &passages[first].text;
    let count = words(text);
    let following: Vec<usize> = rest.iter().take(3).map(|&i| words(&passages[i].text)).collect();
    let next = &passages[rest[0]];
    let quoted = text.starts_with(['"', '“', '„', '«', '「', '—', '–']);
    under_title
        && !quoted
        && (5..=25).contains(&count)
        && sentences(text).len() == 1
        && following.iter().sum::<usize>() >= 2 * count * following.len()
        && (sentences(&next.text).len() >= 2 || words(&next.text) >= 40)
        && next.fate == Fate::Body
}
