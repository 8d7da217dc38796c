//! What the words of a corpus add to a word of a query: other forms of it, and the nearest words where it is lacking.

use super::Notice;
use super::matching::meet;
use crate::index::Index;
use crate::query::{Alternative, How, Leaf, Names, Why, is_number};
use crate::text::Lexicon;

/// Words of so many letters may be two steps from what was meant, shorter ones only one.
const LONG: usize = 8;
/// So many words are offered where one is lacking.
const OFFERED: usize = 5;

/// Adds the words of the same stem; where the corpus has neither the word nor these nor another name of it, the words
/// nearest to it. Numbers and words whose case matters stay as they are.
pub(super) fn widen(leaf: &mut Leaf, index: &Index, names: &Names, lexicon: &Lexicon) {
    let Some(key) = what_widens(leaf, lexicon) else { return };
    add(leaf, index.vocabulary().of_stem(&key), Why::Stem);
    if lacks(leaf, &key, index, names) {
        add(leaf, index.vocabulary().nearest(&key, steps_for(&key)), Why::Typo);
    }
}

/// For a query that found nothing: adds the nearest words also where the corpus has the stem of what was typed, since a slip may
/// have made that form (*stuffe*, which was to be *stuffed*, has the stem of *stuff*). Words that are excluded stay as they are: to
/// exclude more finds nothing. Gives whether there was anything to add.
pub(super) fn widen_further(leaves: &mut [Leaf], index: &Index, names: &Names, lexicon: &Lexicon) -> bool {
    let mut is_wider = false;
    for leaf in leaves.iter_mut().filter(|leaf| !leaf.negated) {
        let Some(key) = what_widens(leaf, lexicon) else { continue };
        let of_others = leaf.alternatives.iter().filter(|way| way.why != Why::Stem).cloned().collect();
        if lacks(&Leaf { alternatives: of_others, ..leaf.clone() }, &key, index, names) {
            let before = leaf.alternatives.len();
            add(leaf, index.vocabulary().nearest(&key, steps_for(&key)), Why::Typo);
            is_wider |= leaf.alternatives.len() > before;
        }
    }
    is_wider
}

/// The word of a leaf to which others may be added.
fn what_widens(leaf: &Leaf, lexicon: &Lexicon) -> Option<String> {
    let typed = leaf.alternatives.first().filter(|_| leaf.widens)?;
    Some(typed.keys[0].clone()).filter(|key| !is_number(key) && !lexicon.keeps_case(key))
}

/// Whether nothing in the corpus meets a leaf, wherever it stands.
fn lacks(leaf: &Leaf, key: &str, index: &Index, names: &Names) -> bool {
    let anywhere = Leaf { negated: false, in_title: false, ..leaf.clone() };
    index.holding(key) == 0 && meet(&anywhere, index, names).units.is_empty()
}

fn add(leaf: &mut Leaf, words: Vec<&str>, why: Why) {
    for word in words {
        let keys = vec![word.to_string()];
        if leaf.alternatives.iter().all(|way| way.keys != keys) {
            leaf.alternatives.push(Alternative::new(keys, How::Anywhere, why, word));
        }
    }
}

/// How many steps a word may be from what was meant; a single letter none, since changing it would leave nothing of it.
fn steps_for(key: &str) -> usize {
    match key.chars().count() {
        0 | 1 => 0,
        length if length < LONG => 1,
        _ => 2,
    }
}

/// What was corrected, to be said.
pub(super) fn corrected(leaf: &Leaf) -> Option<Notice> {
    let ways = leaf.alternatives.iter().filter(|way| way.why == Why::Typo);
    let corrections: Vec<String> = ways.map(|way| way.label.clone()).collect();
    (!corrections.is_empty()).then(|| Notice::Typo { typed: leaf.typed.clone(), corrections })
}

/// What is near to a leaf that nothing here meets: of words that are lacking the nearest, or those that begin alike; of a
/// phrase whose words are all here, these words in any order.
pub(super) fn near_to(leaf: &Leaf, index: &Index) -> Option<Notice> {
    let typed = leaf.alternatives.first()?;
    let vocabulary = index.vocabulary();
    let lacks = |key: &&String| index.words_from(key).next().is_none();
    let offered: Vec<String> = match typed.keys.iter().find(lacks) {
        Some(key) => {
            let near = vocabulary.nearest(key, steps_for(key));
            let near = if near.is_empty() { vocabulary.beginning_like(key, OFFERED) } else { near };
            near.into_iter().take(OFFERED).map(String::from).collect()
        }
        None if typed.how.needs_order() => vec![typed.keys.join(" ")],
        None => index.words_from(&typed.keys[0]).take(OFFERED).map(|(word, _)| word.to_string()).collect(),
    };
    (!offered.is_empty()).then(|| Notice::Nearest { typed: leaf.typed.clone(), offered })
}
