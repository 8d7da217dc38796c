//! The title where the record has none, or one that the capture does not hold: by its place, its form, and the words it shares with the body.

use super::bylines::whole_name;
use super::known::Known;
use super::labels;
use super::repair::RepairKind;
use super::shape::{begins_upper, ends_loudly, ends_sentence, folded, list_item, unspaced, words};
use super::sheet::{Fate, Passage};
use super::titles::first_long;
use crate::order::IntoSet;
use crate::text::{Lexicon, keys, sentences};
use std::collections::BTreeSet;

/// Sets the likely title apart, and takes out its copies.
///
/// Of the short passages before the body that end as no sentence does, it is the first that shares at least two words
/// with the body and half as many as the one that shares most. Outlets' names and mottos share fewer.
pub(super) fn likely_title(passages: &mut [Passage], _: &mut Known) {
    if passages.iter().any(|p| p.fate == Fate::Title) {
        return;
    }
    let Some(body) = first_long(passages) else { return };
    let body_words: BTreeSet<String> = passages[body..]
        .iter()
        .filter(|p| p.is_body() && ends_sentence(&p.text))
        .flat_map(|p| keys(&p.text, &Lexicon::default()))
        .into_set();
    let candidates: Vec<(usize, usize)> = (0..end_of_head(passages, body))
        .filter(|&i| is_title_like(&passages[i]))
        .map(|i| (i, score(passages, i, &body_words)))
        .collect();
    // A person's name is a title only where nothing else is one.
    let name = |i: usize| whole_name(&passages[i].text).is_some_and(|name| name.split(' ').count() <= 3);
    let others: Vec<(usize, usize)> = candidates.iter().copied().filter(|&(i, _)| !name(i)).collect();
    let candidates = if others.is_empty() { candidates } else { others };
    let most = candidates.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let enough = |&&(_, score): &&(usize, usize)| score == most || (score >= 2 && score * 2 >= most);
    let Some(&(title, _)) = candidates.iter().find(enough) else { return };
    passages[title].fate = Fate::Title;
    let key = folded(&passages[title].text);
    passages.iter_mut().filter(|p| folded(&p.text) == key).for_each(|p| p.remove(RepairKind::Title));
}

/// Where the body begins at the latest: at its first long passage, or at a sentence before it. One short sentence may be
/// the outlet's motto.
fn end_of_head(passages: &[Passage], body: usize) -> usize {
    let is_sentence =
        |i: &usize| passages[*i].is_body() && ends_sentence(&passages[*i].text) && words(&passages[*i].text) >= 5;
    let mut found = (0..body).filter(is_sentence);
    match found.next() {
        Some(first) if words(&passages[first].text) > 15 => first,
        _ => found.next().unwrap_or(body),
    }
}

/// Words shared with the body; a byline below, perhaps with a deck between, counts as two, a copy elsewhere as one.
fn score(passages: &[Passage], i: usize, body: &BTreeSet<String>) -> usize {
    let key = folded(&passages[i].text);
    let own: BTreeSet<String> = keys(&passages[i].text, &Lexicon::default()).into_iter().into_set();
    let telling = |word: &&String| word.chars().count() >= 4 || word.contains(unspaced);
    let shared = own.iter().filter(telling).filter(|word| body.contains(*word)).count();
    let is_byline = |p: &Passage| p.fate == Fate::Removed(RepairKind::Byline);
    let directly = passages.get(i + 1).is_some_and(is_byline);
    let below_deck = passages[i + 1..].iter().find(|p| !is_title_like(p)).is_some_and(is_byline);
    let over_byline = directly || (shared > 0 && below_deck);
    let copied = passages.iter().filter(|p| p.is_body() && folded(&p.text) == key).count() > 1;
    shared + 2 * usize::from(over_byline) + usize::from(copied)
}

fn is_title_like(passage: &Passage) -> bool {
    let (text, count) = (&passage.text, words(&passage.text));
    // "Islands. Who goes first?" has two sentences, and a short paragraph of dialogue too, but longer.
    let parts = if ends_sentence(text) && count > 8 { 1 } else { 2 };
    passage.is_body()
        && (2..=24).contains(&count)
        && (!ends_sentence(text) || ends_loudly(text))
        && !text.ends_with([',', ';', ':', '、'])
        && begins_upper(text)
        && list_item(text).is_none()
        && sentences(text).len() <= parts
        && labels::BY.begins(&folded(text)).is_none()
}
