//! Names used by whom: since which name is used is itself a position.

use crate::model::{Corpus, Paragraph};
use crate::order::InOrder;
use crate::query::Leaf;
use crate::search::{Library, Selection};
use crate::text::{Lexicon, key, keys};
use std::collections::BTreeMap;

/// So many forms of words are told apart.
const MOST_FORMS: usize = 100;

/// How often a name stands in each article, in the order of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The name.
    pub name: String,
    /// Occurrences in the paragraphs of each article; titles are not counted.
    pub counts: Vec<u32>,
}

impl Usage {
    /// Whether any article uses it.
    pub fn is_used(&self) -> bool {
        self.counts.iter().any(|count| *count > 0)
    }
}

/// The corpus's sets of names: each ring, and each set of related names with all that their rings call them. Larger sets
/// take in the rings that they are made of.
pub fn groups(corpus: &Corpus) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut taken = vec![false; corpus.rings.len()];
    for related in &corpus.related {
        let mut names = Vec::new();
        for name in &related.names {
            let ring = corpus.rings.iter().position(|ring| ring.names.contains(name));
            match ring {
                Some(at) if !taken[at] => {
                    taken[at] = true;
                    names.extend(corpus.rings[at].names.iter().cloned());
                }
                Some(_) => {}
                None => names.push(name.clone()),
            }
        }
        groups.push(names);
    }
    let rest = corpus.rings.iter().zip(taken).filter(|(_, taken)| !taken);
    groups.extend(rest.map(|(ring, _)| ring.names.clone()));
    groups
}

/// How often each name stands in each article, exactly as it is spelt but for case and accents.
pub fn usage(library: &Library, names: &[String]) -> Vec<Usage> {
    let (corpus, lexicon) = (library.corpus(), library.lexicon());
    let of_name = |name: &String| {
        let wanted = keys(name, lexicon);
        let in_article = |paragraphs: &[Paragraph]| paragraphs.iter().map(|p| count(p, name, &wanted, lexicon)).sum();
        Usage { name: name.clone(), counts: corpus.articles.iter().map(|a| in_article(&a.paragraphs)).collect() }
    };
    names.iter().map(of_name).collect()
}

/// The words that a query found, by how they are written, with how often each stands in each article: `seized OR
/// captured` tells who says which. Names of several words and phrases count as one. Of more forms than a person reads the most
/// frequent are given.
pub fn forms(library: &Library, selection: &Selection) -> Vec<Usage> {
    let (corpus, lexicon) = (library.corpus(), library.lexicon());
    let leaves: Vec<Leaf> = selection.leaves.iter().filter(|leaf| !leaf.negated).cloned().collect();
    let mut found: BTreeMap<String, BTreeMap<usize, u32>> = BTreeMap::new();
    let mut add = |form: String, article: usize, count: u32| {
        *found.entry(form).or_default().entry(article).or_default() += count;
    };
    for hit in &selection.hits {
        for passage in &hit.passages {
            let crate::index::Place::Paragraph(at) = passage.place else { continue };
            let paragraph = &corpus.articles[hit.article].paragraphs[at];
            match paragraph.text() {
                Some(text) => {
                    for mark in crate::search::marks(&text, &leaves, lexicon) {
                        add(key(&text[mark.span], lexicon), hit.article, 1);
                    }
                }
                None => {
                    for (term, _) in crate::search::matched_terms(&paragraph.terms, &leaves, lexicon) {
                        let wanted = keys(&term, lexicon);
                        add(key(&term, lexicon), hit.article, count(paragraph, &term, &wanted, lexicon));
                    }
                }
            }
        }
    }
    if found.len() > MOST_FORMS {
        let mut often: Vec<u32> = found.values().map(|counts| counts.values().sum()).collect();
        often.order_by(|a, b| b.cmp(a));
        let least = often[MOST_FORMS - 1];
        let mut room = MOST_FORMS;
        found.retain(|_, counts| {
            let stays = room > 0 && counts.values().sum::<u32>() >= least;
            room -= usize::from(stays);
            stays
        });
    }
    let dense = |(name, held): (String, BTreeMap<usize, u32>)| {
        let mut counts = vec![0; corpus.articles.len()];
        held.into_iter().for_each(|(article, count)| counts[article] = count);
        Usage { name, counts }
    };
    found.into_iter().map(dense).collect()
}

/// How often a name stands in a paragraph: in its text, or by its terms, which have a row for each known name.
fn count(paragraph: &Paragraph, name: &str, wanted: &[String], lexicon: &Lexicon) -> u32 {
    if wanted.is_empty() {
        return 0;
    }
    match paragraph.text() {
        Some(text) => {
            let found = keys(&text, lexicon).windows(wanted.len()).filter(|run| *run == wanted).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        }
        None => {
            let same = |term: &str| term == name || keys(term, lexicon) == wanted;
            paragraph.terms.iter().filter(|(term, _)| same(term)).map(|(_, count)| count).sum()
        }
    }
}
