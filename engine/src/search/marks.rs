//! Where the words that were asked for stand in a text, and why each counts.

use crate::order::InOrder;
use crate::query::{Alternative, How, Leaf, Why};
use crate::text::{Lexicon, each_key, is_unspaced, keys};
use std::ops::Range;

/// A place to mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its bytes, on character boundaries.
    pub span: Range<usize>,
    /// Why it counts.
    pub why: Why,
}

/// The marks of the leaves in a paragraph, in its order and without overlap; of two that would overlap, the first and the
/// longer stands, and the other marks what is left of it. Exclusions mark nothing, nor does what is asked of titles only.
pub fn marks(text: &str, leaves: &[Leaf], lexicon: &Lexicon) -> Vec<Mark> {
    marks_of(text, leaves.iter().filter(|leaf| !leaf.in_title), lexicon)
}

/// The marks of the leaves in a title.
pub fn title_marks(title: &str, leaves: &[Leaf], lexicon: &Lexicon) -> Vec<Mark> {
    marks_of(title, leaves.iter(), lexicon)
}

/// Those of a text's marks, which are in order and do not overlap, that lie in a span of it, if only in part.
pub fn marks_in<'a>(marks: &'a [Mark], span: &Range<usize>) -> &'a [Mark] {
    let from = marks.partition_point(|mark| mark.span.end <= span.start);
    let here = marks[from..].partition_point(|mark| mark.span.start < span.end);
    &marks[from..from + here]
}

fn marks_of<'a>(text: &str, leaves: impl Iterator<Item = &'a Leaf>, lexicon: &Lexicon) -> Vec<Mark> {
    // The keys stand in one text: a paragraph has hundreds of them.
    let (mut all, mut ends, mut spans) = (String::new(), Vec::new(), Vec::new());
    each_key(text, lexicon, |key, span| {
        all.push_str(key);
        ends.push(all.len());
        spans.push(span);
    });
    let starts = std::iter::once(&0).chain(&ends);
    let keys: Vec<&str> = starts.zip(&ends).map(|(start, end)| &all[*start..*end]).collect();
    let ways = leaves.filter(|leaf| !leaf.negated).flat_map(|leaf| &leaf.alternatives);
    let mut found: Vec<(Range<usize>, Why)> = ways.flat_map(|way| runs(way, &keys)).collect();
    found.order_by_key(|(run, why)| (run.start, std::cmp::Reverse(run.end), *why));
    let mut marks: Vec<Mark> = Vec::new();
    let mut marked = 0;
    for (run, why) in found {
        let run = run.start.max(marked)..run.end;
        if !run.is_empty() {
            marks.push(Mark { span: spans[run.start].start..spans[run.end - 1].end, why });
            marked = run.end;
        }
    }
    marks
}

/// The runs of words at which an alternative stands: for words that may stand apart, each of them, where all are there.
fn runs(way: &Alternative, keys: &[&str]) -> Vec<(Range<usize>, Why)> {
    let wanted = &way.keys;
    let is_wanted = |at: &usize| wanted.iter().any(|want| want == keys[*at]);
    let single = |at: usize| (at..at + 1, way.why);
    match way.how {
        How::Beginning => {
            let begin = (0..keys.len()).filter(|&at| keys[at].starts_with(wanted[0].as_str()));
            begin.map(|at| (at..at + 1, if keys[at] == wanted[0] { Why::Exact } else { way.why })).collect()
        }
        How::Together => {
            let starts = 0..(keys.len() + 1).saturating_sub(wanted.len());
            let stands = |at: &usize| wanted.iter().zip(&keys[*at..]).all(|(want, key)| want == key);
            starts.filter(stands).map(|at| (at..at + wanted.len(), way.why)).collect()
        }
        How::Anywhere => {
            let all = wanted.iter().all(|want| keys.contains(&want.as_str()));
            (0..keys.len()).filter(|at| all && is_wanted(at)).map(single).collect()
        }
        How::Within(others) => {
            let stretch = wanted.len().saturating_add(others as usize);
            let places: Vec<usize> = (0..keys.len()).filter(is_wanted).collect();
            let times = |key: &str| wanted.iter().filter(|want| *want == key).count();
            let mut near = vec![false; places.len()];
            for first in 0..places.len() {
                let here = &places[first..];
                let here = &here[..here.partition_point(|at| at - places[first] < stretch)];
                let holds = |want: &String| here.iter().filter(|at| keys[**at] == want).count() >= times(want);
                if wanted.iter().all(holds) {
                    near[first..first + here.len()].fill(true);
                }
            }
            places.into_iter().zip(near).filter(|(_, near)| *near).map(|(at, _)| single(at)).collect()
        }
    }
}

/// The terms, as written in the text, by which a paragraph without its text was found, each with its reason: what can be
/// shown of the match where the text cannot.
pub fn matched_terms(terms: &[(String, u32)], leaves: &[Leaf], lexicon: &Lexicon) -> Vec<(String, Why)> {
    let rows: Vec<(&str, Vec<String>)> = terms.iter().map(|(term, _)| (term.as_str(), keys(term, lexicon))).collect();
    let has = |key: &String| rows.iter().any(|(_, keys)| keys.len() == 1 && keys[0] == *key);
    let mut found: Vec<(String, Why)> = Vec::new();
    // Of several ways to meet a leaf, those in order are names and numbers with units: they have a row, or are not here.
    let may_be_unordered = |leaf: &Leaf, way: &Alternative| {
        leaf.alternatives.len() == 1 || way.keys.iter().any(|key| key.starts_with(is_unspaced))
    };
    let wanted = leaves.iter().filter(|leaf| !leaf.negated && !leaf.in_title);
    for (leaf, alternative) in wanted.flat_map(|leaf| leaf.alternatives.iter().map(move |a| (leaf, a))) {
        let wanted = &alternative.keys;
        let joint = rows.iter().find(|(_, keys)| wanted.len() > 1 && keys == wanted);
        let joint = joint.filter(|_| alternative.how == How::Together);
        let begins = |key: &str| key.starts_with(wanted[0].as_str());
        let singles = || rows.iter().filter(|(_, keys)| keys.len() == 1);
        let matches: Vec<(&str, Why)> = if let Some((term, _)) = joint {
            vec![(term, alternative.why)]
        } else if alternative.how == How::Beginning {
            let why = |keys: &[String]| if keys[0] == wanted[0] { Why::Exact } else { alternative.why };
            singles().filter(|(_, keys)| begins(&keys[0])).map(|(term, keys)| (*term, why(keys))).collect()
        } else if wanted.iter().all(has) && (!alternative.how.needs_order() || may_be_unordered(leaf, alternative)) {
            let why = if alternative.how.needs_order() { Why::Unordered } else { alternative.why };
            singles().filter(|(_, keys)| wanted.contains(&keys[0])).map(|(term, _)| (*term, why)).collect()
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
