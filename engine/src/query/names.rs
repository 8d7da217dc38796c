//! Names of one thing and written forms of one thing, ready for looking up by their keys.

use crate::model::Corpus;
use crate::text::{Lexicon, keys};
use std::collections::HashMap;

/// Why two writings stand for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// An alias ring: Iturup, Etorofu.
    Alias,
    /// Written forms: `%`, `percent`.
    Form,
}

/// One writing of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) label: String,
    pub(super) keys: Vec<String>,
    ring: usize,
}

/// The rings and forms of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: Vec<Name>,
    kinds: Vec<NameKind>,
    by_first_key: HashMap<String, Vec<usize>>,
    longest: usize,
}

impl Names {
    /// From the corpus's alias rings and search forms. Two writings of one ring that fold to the same keys are one.
    pub fn new(corpus: &Corpus, lexicon: &Lexicon) -> Names {
        let mut all = Names::default();
        for ring in &corpus.rings {
            all.add(NameKind::Alias, &ring.names, lexicon);
        }
        for forms in &corpus.search.same {
            all.add(NameKind::Form, forms, lexicon);
        }
        all
    }

    fn add(&mut self, kind: NameKind, labels: &[String], lexicon: &Lexicon) {
        let ring = self.kinds.len();
        self.kinds.push(kind);
        for label in labels {
            let keys = keys(label, lexicon);
            let known = self.names.iter().any(|name| name.ring == ring && name.keys == keys);
            if let (Some(first), false) = (keys.first().cloned(), known) {
                self.by_first_key.entry(first).or_default().push(self.names.len());
                self.longest = self.longest.max(keys.len());
                self.names.push(Name { label: label.clone(), keys, ring });
            }
        }
    }

    /// How many words the longest name has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The longest name that these keys begin with: how many keys it takes, and the other names of its rings.
    pub(super) fn longest_at(&self, keys: &[String]) -> Option<(usize, Vec<(NameKind, &Name)>)> {
        let starting = self.by_first_key.get(keys.first()?)?;
        let here = |name: &&usize| keys.starts_with(&self.names[**name].keys);
        let length = starting.iter().filter(here).map(|&name| self.names[name].keys.len()).max()?;
        let rings = starting.iter().filter(here).map(|&name| &self.names[name]).filter(|n| n.keys.len() == length);
        let others = rings.flat_map(|found| {
            let others = self.names.iter().filter(move |n| n.ring == found.ring && n.keys != found.keys);
            others.map(|other| (self.kinds[other.ring], other))
        });
        Some((length, others.collect()))
    }

    /// The forms that may stand for the unit after a number, where these keys are one of them.
    pub(super) fn unit_forms(&self, keys: &[String]) -> Vec<&Name> {
        let of = |name: &&Name| self.kinds[name.ring] == NameKind::Form && name.keys == keys;
        let Some(found) = self.names.iter().find(of) else { return Vec::new() };
        self.names.iter().filter(|name| name.ring == found.ring).collect()
    }

    /// Whether terms hold a row for these words where they stand together: a name of several words, a written form, or
    /// a number with its unit.
    pub fn is_joint_term(&self, keys: &[String]) -> bool {
        let is_name = keys.len() > 1 && self.names.iter().any(|name| name.keys == keys);
        let is_number = keys.first().is_some_and(|key| is_number(key)) && !self.unit_forms(&keys[1..]).is_empty();
        is_name || is_number
    }
}

/// Whether a key is a number: digits, perhaps with signs between.
pub(super) fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit()) && key.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}
