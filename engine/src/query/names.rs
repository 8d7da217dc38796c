//! Names of one thing and written forms of one thing, ready for looking up by their keys.

use super::{Alternative, How};
use crate::model::Corpus;
use crate::text::{Lexicon, is_unspaced, keys};
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

    /// The other names of the rings that these keys are a name of; none where they are no name. `exact` knows forms only.
    pub(super) fn others(&self, keys: &[String], exact: bool) -> Option<Vec<(NameKind, &Name)>> {
        let starting = self.by_first_key.get(keys.first()?)?.iter().map(|&name| &self.names[name]);
        let kind = |name: &Name| self.kinds[name.ring];
        let found: Vec<&Name> =
            starting.filter(|name| name.keys == keys && (!exact || kind(name) == NameKind::Form)).collect();
        let others = found.iter().flat_map(|found| {
            let others = self.names.iter().filter(move |n| n.ring == found.ring && n.keys != found.keys);
            others.map(|other| (kind(other), other))
        });
        (!found.is_empty()).then(|| others.collect())
    }

    /// The forms that may stand for the unit after a number, where these keys are one of them.
    pub(super) fn unit_forms(&self, keys: &[String]) -> Vec<&Name> {
        let of = |name: &&Name| self.kinds[name.ring] == NameKind::Form && name.keys == keys;
        let Some(found) = self.names.iter().find(of) else { return Vec::new() };
        self.names.iter().filter(|name| name.ring == found.ring).collect()
    }

    /// Whether a way to meet a leaf can be judged only where the order of words is known.
    pub(crate) fn needs_order(&self, way: &Alternative) -> bool {
        match way.how {
            How::Anywhere | How::Beginning => false,
            How::Together => !self.is_joint_term(&way.keys),
            How::Within(_) => true,
        }
    }

    /// Whether terms hold a row for these words where they stand together: a name of several words, a written form, or
    /// a number with its unit. What holds characters of a script without spaces has none, but for these characters.
    pub fn is_joint_term(&self, keys: &[String]) -> bool {
        if keys.iter().any(|key| key.starts_with(is_unspaced)) {
            return false;
        }
        let is_name = keys.len() > 1 && self.names.iter().any(|name| name.keys == keys);
        let is_number = keys.first().is_some_and(|key| is_number(key)) && !self.unit_forms(&keys[1..]).is_empty();
        is_name || is_number
    }
}

/// Whether a key is a number: digits, perhaps with signs between.
pub(crate) fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit()) && key.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}
