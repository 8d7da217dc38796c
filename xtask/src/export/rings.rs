//! Names of one thing, for engines: as rules where an engine knows synonyms, and as what a text might also have said.
//!
//! In: the corpus's alias rings and written forms. Names that are only related are not among them: they are not equal.

use super::document::line;
use serde_json::json;
use sightlines_engine::model::Corpus;
use sightlines_engine::text::{Lexicon, keys};
use std::collections::{BTreeSet, HashMap};

/// The rings of a corpus.
#[derive(Debug)]
pub struct Rings {
    lexicon: Lexicon,
    /// What kind each is, and its names.
    rings: Vec<(&'static str, Vec<String>)>,
    /// Ring, name and its keys, by the first of these.
    names: HashMap<String, Vec<(usize, usize, Vec<String>)>>,
}

impl Rings {
    /// The alias rings and the written forms of a corpus.
    pub fn of(corpus: &Corpus) -> Rings {
        let lexicon = Lexicon::new(&corpus.search);
        let aliases = corpus.rings.iter().map(|ring| ("alias", &ring.names));
        let forms = corpus.search.same.iter().map(|forms| ("form", forms));
        let rings: Vec<_> = aliases.chain(forms).map(|(kind, names)| (kind, names.clone())).collect();
        let mut names: HashMap<String, Vec<_>> = HashMap::new();
        for (ring, (_, of_ring)) in rings.iter().enumerate() {
            for (name, written) in of_ring.iter().enumerate() {
                let keys = keys(written, &lexicon);
                if let Some(first) = keys.first() {
                    names.entry(first.clone()).or_default().push((ring, name, keys));
                }
            }
        }
        Rings { lexicon, rings, names }
    }

    /// One JSON object a line, `{"kind": "alias", "names": […]}`: for clients that widen queries themselves.
    pub fn lines(&self) -> String {
        self.rings.iter().map(|(kind, names)| line(&json!({"kind": kind, "names": names}))).collect()
    }

    /// The rings as rules of Solr's format: names with commas between, all equal. Lucene's parser refuses a name in which its
    /// tokeniser finds no word (`%`), and with it the whole index: such names are left out.
    pub fn rules(&self) -> Vec<String> {
        let word = |c: char| c.is_alphabetic() || c.is_ascii_digit();
        let rule = |(_, names): &(&str, Vec<String>)| {
            let names: BTreeSet<String> = names.iter().filter(|name| name.contains(word)).map(|n| escaped(n)).collect();
            (names.len() > 1).then(|| names.into_iter().collect::<Vec<_>>().join(", "))
        };
        self.rings.iter().filter_map(rule).collect()
    }

    /// The names that these texts do not use of things that they name, in the rings' order.
    pub fn other_names(&self, texts: &[&str]) -> Vec<&str> {
        let mut used: BTreeSet<(usize, &[String])> = BTreeSet::new();
        if self.names.is_empty() {
            return Vec::new();
        }
        for text in texts {
            let words = keys(text, &self.lexicon);
            for at in 0..words.len() {
                for (ring, _, keys) in self.names.get(&words[at]).into_iter().flatten() {
                    if words[at..].starts_with(keys) {
                        used.insert((*ring, keys));
                    }
                }
            }
        }
        let rings: BTreeSet<usize> = used.iter().map(|(ring, _)| *ring).collect();
        let all = self.names.values().flatten();
        let others: BTreeSet<(usize, usize)> = all
            .filter(|(ring, _, keys)| rings.contains(ring) && !used.contains(&(*ring, keys.as_slice())))
            .map(|(ring, name, _)| (*ring, *name))
            .collect();
        others.into_iter().map(|(ring, name)| self.rings[ring].1[name].as_str()).collect()
    }
}

/// A name in a rule: on one line, and with a backslash before what would part names (`,`), begin a mapping (`=>`) or a
/// comment (`#`), or escape (`\`).
fn escaped(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for word in name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !safe.is_empty() {
            safe.push(' ');
        }
        for c in word.chars() {
            if matches!(c, '\\' | ',' | '=' | '>' | '#') {
                safe.push('\\');
            }
            safe.push(c);
        }
    }
    safe
}
