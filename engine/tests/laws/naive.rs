//! The naive scan: what the design's words say a query and filters select, unit by unit, without index, ranking or parser.
//!
//! Of the engine it takes only the words of a text (`text::tokens`). It always reads the texts, also those of articles of
//! which an edition holds the terms only: `unordered` names these.

use super::queries::{Clause, Meaning, Meant, may_go_on};
use sightlines_engine::model::*;
use sightlines_engine::search::{Filters, Selection};
use sightlines_engine::text::{Lexicon, keys, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// Where a passage stands: a paragraph by its number, or the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The title.
    Title,
    /// A paragraph.
    Paragraph(u32),
}

/// What is shown: articles with their passages, and positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The articles by id, each with its passages.
    pub articles: BTreeMap<String, BTreeSet<Spot>>,
    /// The positions by id.
    pub positions: BTreeSet<String>,
}

/// The engine's answer in the same form.
pub fn shown(corpus: &Corpus, selection: &Selection) -> Shown {
    let articles = selection.hits.iter().map(|hit| {
        let article = &corpus.articles[hit.article];
        let spots = hit.passages.iter().map(|passage| match passage.place {
            sightlines_engine::index::Place::Title => Spot::Title,
            sightlines_engine::index::Place::Paragraph(at) => Spot::Paragraph(article.paragraphs[at].n),
        });
        (article.id.to_string(), spots.collect())
    });
    let positions = selection.positions.iter().map(|&at| corpus.positions[at].id.to_string());
    Shown { articles: articles.collect(), positions: positions.collect() }
}

/// One way to hold what a word asks for.
#[derive(Clone, Debug)]
enum Need {
    /// These words, wherever they stand.
    Anywhere(Vec<String>),
    /// These words, one after the other.
    Together(Vec<String>),
    /// A word that begins so.
    Beginning(String),
}

/// The names or forms of one thing, each as its words.
type Ring = Vec<Vec<String>>;

/// What a word asks for: any of these.
type Leaf = Vec<Need>;

/// A word of a query among its neighbours.
struct Word {
    key: String,
    goes_on: bool,
    clause: usize,
}

/// The words of a unit, and whether an edition knows their order.
struct Unit {
    words: Vec<String>,
    ordered: bool,
}

/// Who reads every unit.
pub struct Reader<'a> {
    corpus: &'a Corpus,
    lexicon: Lexicon,
    rings: Vec<Ring>,
    forms: Vec<Ring>,
    unordered: &'a BTreeSet<usize>,
    exact: bool,
}

/// A query as a reader takes it.
struct Taken {
    wanted: Vec<Leaf>,
    /// Each excludes the units that hold all of it.
    excluded: Vec<Vec<Leaf>>,
}

impl<'a> Reader<'a> {
    /// A reader of a corpus with all its texts; of the articles at `unordered` an edition has the terms only.
    pub fn new(corpus: &'a Corpus, unordered: &'a BTreeSet<usize>, exact: bool) -> Reader<'a> {
        let lexicon = Lexicon::new(&corpus.search);
        let ring = |names: &Vec<String>| names.iter().map(|name| keys(name, &lexicon)).collect();
        let rings = corpus.rings.iter().map(|ring_of| ring(&ring_of.names)).collect();
        let forms = corpus.search.same.iter().map(ring).collect();
        Reader { corpus, lexicon, rings, forms, unordered, exact }
    }

    /// What section 7 says is shown.
    pub fn read(&self, meant: &Meant, typing: bool, filters: &Filters) -> Shown {
        let taken = self.take(meant, typing);
        let has_words = !taken.wanted.is_empty() || !taken.excluded.is_empty();
        let filters_positions = [&filters.issue, &filters.actor, &filters.answer, &filters.stance, &filters.voice]
            .iter()
            .any(|s| !s.is_empty());
        let mut shown = Shown::default();
        for (nth, article) in self.corpus.articles.iter().enumerate() {
            if !self.fields_let(meant, article) || !article_passes(filters, article) {
                continue;
            }
            let matching: BTreeSet<Spot> = self
                .units(nth, article)
                .into_iter()
                .filter(|(_, unit)| self.matches(&taken, unit))
                .map(|u| u.0)
                .collect();
            let told = self.corpus.positions.iter().filter(|p| p.article == article.id);
            let selected: Vec<&Position> = told.filter(|p| position_passes(filters, p)).collect();
            let evidence =
                |p: &Position| p.evidence.iter().map(|place| Spot::Paragraph(place.p)).collect::<BTreeSet<_>>();
            let carried: BTreeSet<Spot> = selected.iter().flat_map(|p| evidence(p)).collect();
            let passages: BTreeSet<Spot> = match (has_words, filters_positions) {
                (_, true) => matching.intersection(&carried).copied().collect(),
                (true, false) => matching.clone(),
                (false, false) => BTreeSet::new(),
            };
            if passages.is_empty() && (has_words || filters_positions) {
                continue;
            }
            shown.articles.insert(article.id.to_string(), passages);
            let met = |p: &&&Position| !has_words || !evidence(p).is_disjoint(&matching);
            shown.positions.extend(selected.iter().filter(met).map(|p| p.id.to_string()));
        }
        shown
    }

    /// Whether a query needs order in units that have none, and whether in what it excludes.
    pub fn needs_order(&self, meant: &Meant) -> (bool, bool) {
        let taken = self.take(meant, false);
        let needs = |leaf: &Leaf| leaf.iter().any(|need| matches!(need, Need::Together(keys) if !self.has_row(keys)));
        (taken.wanted.iter().any(needs), taken.excluded.iter().flatten().any(needs))
    }

    fn units(&self, nth: usize, article: &Article) -> Vec<(Spot, Unit)> {
        let unit = |text: &str, ordered| Unit { words: keys(text, &self.lexicon), ordered };
        let paragraph = |p: &Paragraph| {
            let text = p.text.as_deref().expect("the naive scan is given the texts");
            (Spot::Paragraph(p.n), unit(text, !self.unordered.contains(&nth)))
        };
        let title = (Spot::Title, unit(&article.title.value, true));
        std::iter::once(title).chain(article.paragraphs.iter().map(paragraph)).collect()
    }

    fn take(&self, meant: &Meant, typing: bool) -> Taken {
        let mut taken = Taken { wanted: Vec::new(), excluded: Vec::new() };
        let mut run: Vec<Word> = Vec::new();
        for (nth, clause) in meant.0.iter().enumerate() {
            let typed_last = typing && nth + 1 == meant.0.len() && !clause.excludes;
            let (words, leaf) = match &clause.meaning {
                Meaning::Words(typed, star) => (self.words(typed, *star || typed_last, nth), None),
                Meaning::Quoted(text) => (Vec::new(), Some(keys(text, &self.lexicon)).filter(|keys| !keys.is_empty())),
                Meaning::Author(_) | Meaning::Outlet(_) => (Vec::new(), None),
            };
            if clause.excludes || leaf.is_some() {
                taken.wanted.extend(self.leaves(&std::mem::take(&mut run)));
            }
            match (clause.excludes, leaf) {
                (false, Some(keys)) => taken.wanted.push(vec![as_it_stands(keys)]),
                (true, Some(keys)) => taken.excluded.push(vec![vec![as_it_stands(keys)]]),
                (false, None) => run.extend(words),
                (true, None) if words.is_empty() => {}
                (true, None) => taken.excluded.push(self.leaves(&words)),
            }
        }
        taken.wanted.extend(self.leaves(&run));
        taken
    }

    fn words(&self, typed: &str, goes_on: bool, clause: usize) -> Vec<Word> {
        let mut words: Vec<Word> =
            keys(typed, &self.lexicon).into_iter().map(|key| Word { key, goes_on: false, clause }).collect();
        if let Some(last) = words.last_mut() {
            last.goes_on = goes_on && may_go_on(typed);
        }
        words
    }

    /// The leaves of words side by side: numbers with their unit, then the longest names, then single words.
    fn leaves(&self, words: &[Word]) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (taken, leaf) =
                self.percentage(&words[at..]).or_else(|| self.name(&words[at..])).unwrap_or_else(|| {
                    let Word { key, goes_on, .. } = &words[at];
                    (1, vec![if *goes_on { Need::Beginning(key.clone()) } else { Need::Anywhere(vec![key.clone()]) }])
                });
            leaves.push(leaf);
            at += taken;
        }
        leaves
    }

    /// `17%`, typed without a space, is the number before any form of the unit.
    fn percentage(&self, words: &[Word]) -> Option<(usize, Leaf)> {
        let [number, unit, ..] = words else { return None };
        if !is_number(&number.key) || number.clause != unit.clause {
            return None;
        }
        let forms = self.forms.iter().find(|forms| forms.contains(&vec![unit.key.clone()]))?;
        let with = |form: &Vec<String>| Need::Together([vec![number.key.clone()], form.clone()].concat());
        Some((2, forms.iter().map(with).collect()))
    }

    /// A name is its words, or any other name of its ring as it stands.
    fn name(&self, words: &[Word]) -> Option<(usize, Leaf)> {
        let settled: Vec<&str> = words.iter().take_while(|w| !w.goes_on).map(|w| w.key.as_str()).collect();
        let aliases = if self.exact { &[] } else { self.rings.as_slice() };
        let rings: Vec<&Ring> = aliases.iter().chain(&self.forms).collect();
        let here = |name: &&Vec<String>| settled.len() >= name.len() && name.iter().zip(&settled).all(|(a, b)| a == b);
        let longest = rings.iter().copied().flatten().filter(here).map(Vec::len).max()?;
        let name: Vec<String> = settled[..longest].iter().map(|key| key.to_string()).collect();
        let others =
            rings.iter().copied().filter(|ring| ring.contains(&name)).flatten().filter(|other| **other != name);
        let mut leaf = vec![Need::Anywhere(name.clone())];
        leaf.extend(others.cloned().map(Need::Together));
        Some((longest, leaf))
    }

    /// Whether terms have a row for these words where they stand together (DESIGN, section 3).
    fn has_row(&self, keys: &[String]) -> bool {
        let is = |rings: &[Ring], keys: &[String]| rings.iter().flatten().any(|name| name == keys);
        let is_number_with_unit = || is_number(&keys[0]) && is(&self.forms, &keys[1..]);
        keys.len() < 2 || is(&self.rings, keys) || is(&self.forms, keys) || is_number_with_unit()
    }

    fn matches(&self, taken: &Taken, unit: &Unit) -> bool {
        let wanted = taken.wanted.iter().all(|leaf| leaf.iter().any(|need| self.holds(need, unit, false)));
        let is_out =
            |leaves: &Vec<Leaf>| leaves.iter().all(|leaf| leaf.iter().any(|need| self.holds(need, unit, true)));
        wanted && !taken.excluded.iter().any(is_out)
    }

    fn holds(&self, need: &Need, unit: &Unit, excluding: bool) -> bool {
        let has = |key: &String| unit.words.contains(key);
        match need {
            Need::Anywhere(keys) => keys.iter().all(has),
            Need::Beginning(key) => unit.words.iter().any(|word| word.starts_with(key.as_str())),
            Need::Together(keys) if unit.ordered || self.has_row(keys) => {
                unit.words.windows(keys.len()).any(|w| w == keys)
            }
            // Without order: all the words, and no exclusion.
            Need::Together(keys) => !excluding && keys.iter().all(has),
        }
    }

    fn fields_let(&self, meant: &Meant, article: &Article) -> bool {
        let names = |value: &str, id: &str, label: &str| {
            let plain = Lexicon::default();
            let label = keys(label, &plain);
            id.eq_ignore_ascii_case(value) || keys(value, &plain).iter().all(|word| label.contains(word))
        };
        meant.0.iter().all(|Clause { excludes, meaning }| match meaning {
            Meaning::Author(value) => {
                let ids = article.author_values();
                ids.iter().any(|id| names(value, id, self.corpus.author_label(id))) != *excludes
            }
            Meaning::Outlet(value) => {
                let id = article.outlet.value.as_str();
                names(value, id, self.corpus.outlet_label(id)) != *excludes
            }
            _ => true,
        })
    }
}

fn as_it_stands(keys: Vec<String>) -> Need {
    if keys.len() == 1 { Need::Anywhere(keys) } else { Need::Together(keys) }
}

fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit()) && key.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
}

fn article_passes(filters: &Filters, article: &Article) -> bool {
    let chosen = |set: &BTreeSet<String>, values: &[&str]| set.is_empty() || values.iter().any(|v| set.contains(*v));
    let (first, last) = (article.date.value.first_day().0, article.date.value.last_day().0);
    let meets = |value: &String| {
        let (from, to) = value.split_once("..").unwrap_or((value, value));
        (first..=last).any(|year| from.parse::<i32>().unwrap() <= year && year <= to.parse().unwrap())
    };
    chosen(&filters.author, &article.author_values())
        && chosen(&filters.outlet, &[article.outlet.value.as_str()])
        && (filters.year.is_empty() || filters.year.iter().any(meets))
}

fn position_passes(filters: &Filters, position: &Position) -> bool {
    let chosen = |set: &BTreeSet<String>, id: Option<&str>| set.is_empty() || id.is_some_and(|id| set.contains(id));
    chosen(&filters.issue, Some(position.issue.as_str()))
        && chosen(&filters.actor, Some(position.actor.as_str()))
        && chosen(&filters.answer, position.answer.as_ref().map(AnswerId::as_str))
        && chosen(&filters.stance, Some(position.stance.as_str()))
        && chosen(&filters.voice, Some(position.voice.as_str()))
}

/// The terms of a paragraph as DESIGN, section 3, has them: its single words as written with their counts, and a row for
/// each name or form of several words and each number with its unit that stands in it.
pub fn terms(corpus: &Corpus, text: &str) -> Vec<(String, u32)> {
    let none = BTreeSet::new();
    let reader = Reader::new(corpus, &none, false);
    let found = tokens(text, &reader.lexicon);
    let mut rows: BTreeMap<String, u32> = BTreeMap::new();
    for (from, token) in found.iter().enumerate() {
        // A look-alike letter that stands alone is judged by its neighbours, whom a term does not have.
        let written = &text[token.span.clone()];
        let alone = keys(written, &reader.lexicon) == [token.key.clone()];
        *rows.entry(if alone { written.to_string() } else { token.key.clone() }).or_default() += 1;
        for to in from + 1..found.len() {
            let run: Vec<String> = found[from..=to].iter().map(|t| t.key.clone()).collect();
            if reader.has_row(&run) {
                *rows.entry(text[token.span.start..found[to].span.end].to_string()).or_default() += 1;
            }
        }
    }
    rows.into_iter().collect()
}
