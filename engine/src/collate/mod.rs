//! The witnesses of one article → one text, with the places where they differ.
//!
//! In: one or more cleaned captures with their names. Out: numbered paragraphs, headings, variants and counts of repairs. The
//! words of all witnesses are aligned with those of the base, the most complete of them; white space and the division
//! into paragraphs are no variants, and the base decides on the latter, as it does on the form of quotation marks and
//! dashes. The better reading is kept in the text and the others stand beside it. Not here: words that only another
//! witness has are variants and do not enter the text.
//!
//! A reading never holds more than one word of the text.

mod align;
mod differences;
mod readings;
mod witness;

use crate::clean::{Block, Cleaned, RepairKind};
use crate::model::{Heading, Reading, RepairCount, Variant};
use crate::order::InOrder;
use differences::{Difference, differences};
use std::collections::BTreeMap;
use witness::Word;

/// A cleaned capture and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Witness<'a> {
    /// The capture's file name.
    pub name: &'a str,
    /// The capture, cleaned.
    pub cleaned: &'a Cleaned,
}

/// The article as its witnesses together have it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collated {
    /// The paragraphs, with the better readings.
    pub paragraphs: Vec<Block>,
    /// The base's headings.
    pub headings: Vec<Heading>,
    /// Where witnesses differ, in the order of the text.
    pub variants: Vec<Variant>,
    /// What was mended in each witness, sorted by witness, paragraph and kind; paragraphs are numbered as here.
    pub repairs: Vec<RepairCount>,
}

/// Collates the witnesses. Without one, nothing.
pub fn collate(witnesses: &[Witness]) -> Collated {
    let Some(base) = base_of(witnesses) else { return Collated::default() };
    let words: Vec<Vec<Word>> = witnesses.iter().map(|w| witness::words(&w.cleaned.paragraphs)).collect();
    let mut found: Vec<(usize, Difference)> = Vec::new();
    let mut places: Vec<BTreeMap<u32, u32>> = vec![BTreeMap::new(); witnesses.len()];
    for (i, other) in words.iter().enumerate() {
        let pairs = align::align(&words[base], other);
        places[i] = paragraph_places(&pairs, &words[base], other);
        if i != base {
            found.extend(differences(&pairs, &words[base], other).into_iter().map(|d| (i, d)));
        }
    }
    found.order_by(|(a, x), (b, y)| (x.at.start, x.at.end, x.kind, a).cmp(&(y.at.start, y.at.end, y.kind, b)));
    let sites: Vec<&[(usize, Difference)]> =
        found.chunk_by(|(_, x), (_, y)| x.at == y.at && x.kind == y.kind).collect();
    let mut paragraphs = witnesses[base].cleaned.paragraphs.clone();
    let better: Vec<&Difference> = sites.iter().filter_map(|site| readings::better(site, base, &words)).collect();
    witness::put(&mut paragraphs, &words[base], &better);
    Collated {
        paragraphs,
        headings: witnesses[base].cleaned.headings.clone(),
        variants: sites.iter().map(|site| variant(site, witnesses, &words[base])).collect(),
        repairs: repairs(witnesses, &places),
    }
}

/// The most complete witness; of those that lack next to nothing the one with a title and the fewest mends of structure.
fn base_of(witnesses: &[Witness]) -> Option<usize> {
    let letters = |w: &Witness| {
        let text = w.cleaned.paragraphs.iter().flat_map(|block| block.text.chars());
        text.filter(|c| c.is_alphanumeric()).count()
    };
    let most = witnesses.iter().map(letters).max()?;
    let structure = |w: &Witness| {
        let mends = [RepairKind::LostBreak, RepairKind::PageBreak];
        w.cleaned.log.iter().filter(|r| mends.contains(&r.kind)).count()
    };
    let whole = (0..witnesses.len()).filter(|&i| letters(&witnesses[i]) * 50 >= most * 49);
    whole.min_by_key(|&i| (witnesses[i].cleaned.title.is_none(), structure(&witnesses[i]), i))
}

/// For each paragraph of a witness the base's paragraph that has most of its words.
fn paragraph_places(pairs: &[(usize, usize)], base: &[Word], other: &[Word]) -> BTreeMap<u32, u32> {
    let mut shared: BTreeMap<u32, BTreeMap<u32, usize>> = BTreeMap::new();
    for &(b, o) in pairs {
        *shared.entry(other[o].p).or_default().entry(base[b].p).or_default() += 1;
    }
    // Of equals the first, hence the reverse order.
    let most = |counts: BTreeMap<u32, usize>| counts.into_iter().rev().max_by_key(|(_, n)| *n).map_or(0, |(p, _)| p);
    shared.into_iter().map(|(p, counts)| (p, most(counts))).collect()
}

/// A site as the model has it: the witnesses in their order, each with its reading.
fn variant(site: &[(usize, Difference)], witnesses: &[Witness], words: &[Word]) -> Variant {
    let first = &site[0].1;
    let reading = |i: usize| match site.iter().find(|(witness, _)| *witness == i) {
        Some((_, difference)) => &difference.theirs,
        None => &first.ours,
    };
    let named = |i: usize| Reading { witness: witnesses[i].name.to_string(), reading: reading(i).clone() };
    let p = words.get(first.at.start).or(words.last()).map_or(0, |word| word.p);
    Variant { p, kind: first.kind.label().to_string(), readings: (0..witnesses.len()).map(named).collect() }
}

fn repairs(witnesses: &[Witness], places: &[BTreeMap<u32, u32>]) -> Vec<RepairCount> {
    let mut counts: BTreeMap<(&str, Option<u32>, &str), u32> = BTreeMap::new();
    for (witness, places) in witnesses.iter().zip(places) {
        for repair in &witness.cleaned.log {
            let p = repair.p.and_then(|p| places.get(&p).copied());
            *counts.entry((witness.name, p, repair.kind.label())).or_default() += 1;
        }
    }
    let count = |((witness, p, kind), count): ((&str, Option<u32>, &str), u32)| RepairCount {
        witness: witness.to_string(),
        p,
        kind: kind.to_string(),
        count,
    };
    counts.into_iter().map(count).collect()
}

#[cfg(test)]
mod tests;
