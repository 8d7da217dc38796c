//! Where the words that were asked for stand in a text, and why each counts.

use crate::query::{Alternative, Leaf, Why};
use crate::text::{Lexicon, keys, tokens};
use std::ops::Range;

/// A place to mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its bytes, on character boundaries.
    pub span: Range<usize>,
    /// Why it counts.
    pub why: Why,
}

/// The marks of the leaves in a text, in its order and without overlap; where two would overlap, the longer stands.
/// Exclusions mark nothing.
pub fn marks(text: &str, leaves: &[Leaf], lexicon: &Lexicon) -> Vec<Mark> {
    let tokens = tokens(text, lexicon);
    let keys: Vec<&str> = tokens.iter().map(|t| t.key.as_str()).collect();
    let mut found: Vec<(Range<usize>, Why)> = Vec::new();
    for alternative in leaves.iter().filter(|leaf| !leaf.negated).flat_map(|leaf| &leaf.alternatives) {
        found.extend(runs(alternative, &keys).map(|(run, why)| {
            let span = tokens[run.start].span.start..tokens[run.end - 1].span.end;
            (span, why)
        }));
    }
    found.sort_by_key(|(span, why)| (span.start, std::cmp::Reverse(span.end), *why));
    let mut marks: Vec<Mark> = Vec::new();
    for (span, why) in found {
        if marks.last().is_none_or(|last| last.span.end <= span.start) {
            marks.push(Mark { span, why });
        }
    }
    marks
}

/// The runs of words at which an alternative stands: for words that may stand anywhere, each of them, where all are there.
fn runs<'a>(alternative: &'a Alternative, keys: &'a [&str]) -> Box<dyn Iterator<Item = (Range<usize>, Why)> + 'a> {
    let wanted = &alternative.keys;
    if alternative.prefix {
        return Box::new(
            keys.iter()
                .enumerate()
                .filter(|(_, key)| key.starts_with(wanted[0].as_str()))
                .map(|(at, key)| (at..at + 1, if *key == wanted[0] { Why::Exact } else { alternative.why })),
        );
    }
    if alternative.in_order {
        let starts = 0..(keys.len() + 1).saturating_sub(wanted.len());
        return Box::new(
            starts
                .filter(move |&at| wanted.iter().zip(&keys[at..]).all(|(want, key)| want == key))
                .map(move |at| (at..at + wanted.len(), alternative.why)),
        );
    }
    if !wanted.iter().all(|want| keys.contains(&want.as_str())) {
        return Box::new(std::iter::empty());
    }
    let wants = move |key: &str| wanted.iter().any(|want| want == key);
    Box::new((0..keys.len()).filter(move |&at| wants(keys[at])).map(move |at| (at..at + 1, alternative.why)))
}

/// The terms, as written in the text, by which a paragraph without its text was found, each with its reason: what can be
/// shown of the match where the text cannot.
pub fn matched_terms(terms: &[(String, u32)], leaves: &[Leaf], lexicon: &Lexicon) -> Vec<(String, Why)> {
    let rows: Vec<(&str, Vec<String>)> = terms.iter().map(|(term, _)| (term.as_str(), keys(term, lexicon))).collect();
    let has = |key: &String| rows.iter().any(|(_, keys)| keys.len() == 1 && keys[0] == *key);
    let mut found: Vec<(String, Why)> = Vec::new();
    // Of several ways to meet a leaf, those in order are names and numbers with units: they have a row, or are not here.
    let wanted = leaves.iter().filter(|leaf| !leaf.negated);
    for (leaf, alternative) in wanted.flat_map(|leaf| leaf.alternatives.iter().map(move |a| (leaf, a))) {
        let wanted = &alternative.keys;
        let joint = rows.iter().find(|(_, keys)| wanted.len() > 1 && keys == wanted).filter(|_| alternative.in_order);
        let in_order_here = joint.is_some();
        let matches: Vec<(&str, Why)> = if let Some((term, _)) = joint {
            vec![(term, alternative.why)]
        } else if alternative.prefix {
            let begins = rows.iter().filter(|(_, keys)| keys.len() == 1 && keys[0].starts_with(wanted[0].as_str()));
            begins
                .map(|(term, keys)| (*term, if keys[0] == wanted[0] { Why::Exact } else { alternative.why }))
                .collect()
        } else if wanted.iter().all(has) && (!alternative.in_order || leaf.alternatives.len() == 1) {
            let why = if alternative.in_order && !in_order_here { Why::Unordered } else { alternative.why };
            rows.iter()
                .filter(|(_, keys)| keys.len() == 1 && wanted.contains(&keys[0]))
                .map(|(t, _)| (*t, why))
                .collect()
        } else {
            Vec::new()
        };
        for (term, why) in matches {
            if !found.iter().any(|(known, _)| known == term) {
                found.push((term.to_string(), why));
            }
        }
    }
    found
}
