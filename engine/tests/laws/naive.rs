//! The naive scan: what the design's words say a query and filters select, unit by unit, without index, ranking or parser.
//!
//! Of the engine it takes only the words of a text (`text::tokens`). It always reads the texts, also those of articles of
//! which an edition holds the terms only: `unordered` names these.

use super::queries::{Clause, Meaning, Meant, may_go_on};
use super::vocabulary::CASE_WORDS;
use rust_stemmers::{Algorithm, Stemmer};
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
    /// These words in any order, with so many others between the first and the last.
    Near(Vec<String>, usize),
    /// A word that begins so.
    Beginning(String),
}

/// The names or forms of one thing, each as its words.
type Ring = Vec<Vec<String>>;

/// What a word asks for: any of these.
type Leaf = Vec<Need>;

/// A word of a query among its neighbours, or a run of characters of a script without spaces.
struct Word {
    keys: Vec<String>,
    goes_on: bool,
    clause: usize,
}

/// What is read at once: the words of a unit, the title's, and the positions that are evidenced there.
struct Unit<'a> {
    words: Vec<String>,
    title: Vec<String>,
    ordered: bool,
    article: &'a Article,
    positions: Vec<&'a Position>,
}

/// In which way a clause is read.
#[derive(Clone, Copy)]
struct Way<'a> {
    /// The position that `issue:` and `actor:` must be met by.
    position: Option<&'a Position>,
    /// Whether it excludes.
    excludes: bool,
    /// Whether its last word is being typed.
    typing: bool,
}

/// Who reads every unit.
#[derive(Clone)]
pub struct Reader<'a> {
    corpus: &'a Corpus,
    lexicon: Lexicon,
    rings: Vec<Ring>,
    forms: Vec<Ring>,
    vocabulary: BTreeSet<String>,
    unordered: &'a BTreeSet<usize>,
    exact: bool,
    /// Whether words are corrected of which the corpus has other forms: where nothing is found without.
    further: bool,
}

impl<'a> Reader<'a> {
    /// A reader of a corpus with all its texts; of the articles at `unordered` an edition has the terms only.
    pub fn new(corpus: &'a Corpus, unordered: &'a BTreeSet<usize>, exact: bool) -> Reader<'a> {
        let lexicon = Lexicon::new(&corpus.search);
        let ring = |names: &Vec<String>| names.iter().map(|name| keys(name, &lexicon)).collect();
        let rings = corpus.rings.iter().map(|ring_of| ring(&ring_of.names)).collect();
        let forms = corpus.search.same.iter().map(ring).collect();
        let of = |article: &Article| {
            let texts = article.paragraphs.iter().map(|p| p.text().unwrap_or_default());
            texts
                .chain([article.title.value.as_str().into()])
                .flat_map(|text| keys(&text, &lexicon))
                .collect::<Vec<_>>()
        };
        let vocabulary = corpus.articles.iter().flat_map(of).collect();
        Reader { corpus, lexicon, rings, forms, vocabulary, unordered, exact, further: false }
    }

    /// What section 7 says is shown.
    pub fn read(&self, meant: &Meant, typing: bool, filters: &Filters) -> Shown {
        let mut all = self.corpus.articles.iter().enumerate().flat_map(|(nth, article)| self.units(nth, article));
        if !self.further && !all.any(|(_, unit)| self.matches(&meant.0, &unit, typing, false)) {
            return Reader { further: true, ..self.clone() }.read(meant, typing, filters);
        }
        let has_words = self.asks_of_paragraphs(meant);
        let filters_positions =
            [&filters.issue, &filters.actor, &filters.answer, &filters.stance, &filters.voice, &filters.as_of]
                .iter()
                .any(|s| !s.is_empty());
        let mut shown = Shown::default();
        for (nth, article) in self.corpus.articles.iter().enumerate() {
            if !article_passes(filters, article) {
                continue;
            }
            let matching: BTreeSet<Spot> = self
                .units(nth, article)
                .into_iter()
                .filter(|(_, unit)| self.matches(&meant.0, unit, typing, false))
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
            if matching.is_empty() || passages.is_empty() && (has_words || filters_positions) {
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
        let mut needs = (false, false);
        self.note_order(&meant.0, false, &mut needs);
        needs
    }

    fn note_order(&self, clauses: &[Clause], excludes: bool, needs: &mut (bool, bool)) {
        let mut leaves =
            self.runs(clauses, false).into_iter().flat_map(|words| self.leaves(&words, excludes)).collect::<Vec<_>>();
        for clause in clauses {
            match clause {
                Clause::Not(inner) => self.note_order(std::slice::from_ref(inner), !excludes, needs),
                Clause::All(inner) => self.note_order(inner, excludes, needs),
                Clause::Any(parts) => {
                    parts.iter().for_each(|p| self.note_order(std::slice::from_ref(p), excludes, needs))
                }
                Clause::Says(Meaning::Title(_) | Meaning::Words(..)) => {}
                Clause::Says(meaning) => leaves.extend(self.quotation(meaning)),
            }
        }
        let needed = leaves.iter().flatten().any(|need| match need {
            Need::Together(keys) => !self.has_row(keys),
            Need::Near(..) => true,
            _ => false,
        });
        *(if excludes { &mut needs.1 } else { &mut needs.0 }) |= needed;
    }

    /// Whether a query asks anything of paragraphs, which are then listed.
    pub fn asks_of_paragraphs(&self, meant: &Meant) -> bool {
        meant.0.iter().any(|clause| self.asks_of_units(clause))
    }

    /// Whether a clause asks anything of paragraphs, and not of their articles only.
    fn asks_of_units(&self, clause: &Clause) -> bool {
        match clause {
            Clause::Not(inner) => self.asks_of_units(inner),
            Clause::All(inner) | Clause::Any(inner) => inner.iter().any(|clause| self.asks_of_units(clause)),
            Clause::Says(Meaning::Words(text, _) | Meaning::Quoted(text) | Meaning::Near(text, _)) => {
                !keys(text, &self.lexicon).is_empty()
            }
            Clause::Says(Meaning::Title(_)) => false,
            Clause::Says(Meaning::Field(name, _)) => matches!(*name, "issue" | "actor"),
        }
    }

    fn units(&self, nth: usize, article: &'a Article) -> Vec<(Spot, Unit<'a>)> {
        let title = keys(&article.title.value, &self.lexicon);
        let told: Vec<&Position> = self.corpus.positions.iter().filter(|p| p.article == article.id).collect();
        let paragraph = |p: &Paragraph| {
            let text = p.text().expect("the naive scan is given the texts");
            let positions =
                told.iter().copied().filter(|told| told.evidence.iter().any(|place| place.p == p.n)).collect();
            let (words, ordered) = (keys(&text, &self.lexicon), !self.unordered.contains(&nth));
            (Spot::Paragraph(p.n), Unit { words, title: title.clone(), ordered, article, positions })
        };
        let heading =
            Unit { words: title.clone(), title: title.clone(), ordered: true, article, positions: Vec::new() };
        std::iter::once((Spot::Title, heading)).chain(article.paragraphs.iter().map(paragraph)).collect()
    }

    /// Whether a unit holds all of these clauses: with no position, or with one and the same.
    fn matches(&self, clauses: &[Clause], unit: &Unit, typing: bool, excludes: bool) -> bool {
        let one = |position| self.all(clauses, unit, Way { position, excludes, typing }) != Some(false);
        one(None) || unit.positions.iter().any(|position| one(Some(position)))
    }

    /// Whether a unit holds all clauses; none where they ask for nothing.
    fn all(&self, clauses: &[Clause], unit: &Unit, way: Way) -> Option<bool> {
        let runs = self.runs(clauses, way.typing && !way.excludes);
        let leaves: Vec<Leaf> = runs.iter().flat_map(|words| self.leaves(words, way.excludes)).collect();
        let met = leaves.iter().map(|leaf| self.meets(leaf, unit, way.excludes));
        let last = clauses.len().saturating_sub(1);
        let others = clauses.iter().enumerate().filter_map(|(nth, clause)| {
            self.holds_clause(clause, unit, Way { typing: way.typing && nth == last, ..way })
        });
        let met: Vec<bool> = met.chain(others).collect();
        (!met.is_empty()).then(|| met.iter().all(|met| *met))
    }

    /// Whether a unit holds a clause; none where it is a word, which is read among its neighbours, or asks for nothing.
    fn holds_clause(&self, clause: &Clause, unit: &Unit, way: Way) -> Option<bool> {
        match clause {
            Clause::Not(inner) => {
                let inner = std::slice::from_ref(inner.as_ref());
                let way = Way { excludes: !way.excludes, typing: false, ..way };
                self.all(inner, unit, way)?;
                Some(!self.matches(inner, unit, false, way.excludes))
            }
            // What stands in parentheses is no longer being typed.
            Clause::All(inner) => self.all(inner, unit, Way { typing: false, ..way }),
            Clause::Any(parts) => {
                let last = parts.len() - 1;
                let met = parts.iter().enumerate().filter_map(|(nth, part)| {
                    self.all(std::slice::from_ref(part), unit, Way { typing: way.typing && nth == last, ..way })
                });
                let met: Vec<bool> = met.collect();
                (!met.is_empty()).then(|| met.contains(&true))
            }
            Clause::Says(Meaning::Words(..)) => None,
            Clause::Says(Meaning::Title(meaning)) => {
                let words = unit.title.clone();
                let title = Unit { words, title: Vec::new(), ordered: true, positions: Vec::new(), ..*unit };
                self.all(&[Clause::Says(meaning.as_ref().clone())], &title, way)
            }
            Clause::Says(Meaning::Field(name, value)) => Some(self.field(name, value, unit, way)),
            Clause::Says(quoted) => Some(self.meets(&self.quotation(quoted)?, unit, way.excludes)),
        }
    }

    fn quotation(&self, meaning: &Meaning) -> Option<Leaf> {
        let (text, near) = match meaning {
            Meaning::Quoted(text) => (text, None),
            Meaning::Near(text, within) => (text, Some(*within as usize)),
            _ => return None,
        };
        let keys = keys(text, &self.lexicon);
        let need = match near {
            Some(within) if keys.len() > 1 => Need::Near(keys, within),
            _ => as_it_stands(keys),
        };
        Some(vec![need])
    }

    /// The words that stand side by side, stretch by stretch; the last of all may be being typed.
    fn runs(&self, clauses: &[Clause], typing: bool) -> Vec<Vec<Word>> {
        let mut runs = vec![Vec::new()];
        for (nth, clause) in clauses.iter().enumerate() {
            match clause {
                Clause::Says(Meaning::Words(typed, star)) => {
                    let is_typed = typing && nth + 1 == clauses.len();
                    let run = runs.last_mut().expect("there is one from the beginning");
                    run.extend(self.words(typed, *star || is_typed, nth));
                }
                _ => runs.push(Vec::new()),
            }
        }
        runs
    }

    fn words(&self, typed: &str, goes_on: bool, clause: usize) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut end = 0;
        for token in tokens(typed, &self.lexicon) {
            match words.last_mut() {
                Some(run)
                    if is_unspaced(&run.keys)
                        && is_unspaced(std::slice::from_ref(&token.key))
                        && end == token.span.start =>
                {
                    run.keys.push(token.key);
                }
                _ => words.push(Word { keys: vec![token.key], goes_on: false, clause }),
            }
            end = token.span.end;
        }
        if let Some(last) = words.last_mut() {
            last.goes_on = goes_on && may_go_on(typed) && !is_unspaced(&last.keys);
        }
        words
    }

    /// The leaves of words side by side: numbers with their unit, then the longest names, then single words.
    fn leaves(&self, words: &[Word], excludes: bool) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (taken, leaf) =
                self.percentage(&words[at..]).or_else(|| self.name(&words[at..])).unwrap_or_else(|| {
                    let Word { keys, goes_on, .. } = &words[at];
                    (1, vec![if *goes_on { Need::Beginning(keys[0].clone()) } else { as_it_stands(keys.clone()) }])
                });
            let word = &words[at];
            let plain = taken == 1 && !word.goes_on && !is_unspaced(&word.keys);
            // A number with its unit is two words.
            leaves.push(if plain && !self.exact {
                self.widened(&word.keys[0], leaf, self.further && !excludes)
            } else {
                leaf
            });
            at += taken;
        }
        leaves
    }

    /// A word in its other forms, or, where the corpus has none of what was asked for, the words nearest to it; `further`, both,
    /// where it lacks what was asked for.
    fn widened(&self, word: &str, mut leaf: Leaf, further: bool) -> Leaf {
        if is_number(word) || CASE_WORDS.contains(&word) {
            return leaf;
        }
        let alike = self.vocabulary.iter().filter(|other| !CASE_WORDS.contains(&other.as_str()));
        let alike = alike.filter(|other| snowball(other).is_some() && snowball(other) == snowball(word));
        let asked = leaf.len();
        leaf.extend(alike.map(|other| Need::Anywhere(vec![other.clone()])));
        let lacking = if further { &leaf[..asked] } else { &leaf[..] };
        let mut units = self.corpus.articles.iter().enumerate().flat_map(|(nth, article)| self.units(nth, article));
        let length = word.chars().count();
        if length > 1 && !units.any(|(_, unit)| lacking.iter().any(|need| self.holds(need, &unit, false))) {
            let away = |other: &String| steps(word, other);
            let least = self.vocabulary.iter().map(away).min().filter(|least| *least <= if length < 8 { 1 } else { 2 });
            let nearest = self.vocabulary.iter().filter(|other| Some(away(other)) == least);
            leaf.extend(nearest.map(|other| Need::Anywhere(vec![other.clone()])));
        }
        leaf
    }

    /// `17%`, typed without a space, is the number before any form of the unit.
    fn percentage(&self, words: &[Word]) -> Option<(usize, Leaf)> {
        let [number, unit, ..] = words else { return None };
        if !is_number(&number.keys[0]) || number.clause != unit.clause {
            return None;
        }
        let forms = self.forms.iter().find(|forms| forms.contains(&unit.keys))?;
        let with = |form: &Vec<String>| Need::Together([number.keys.clone(), form.clone()].concat());
        Some((2, forms.iter().map(with).collect()))
    }

    /// A name is its words, or any other name of its ring as it stands.
    fn name(&self, words: &[Word]) -> Option<(usize, Leaf)> {
        let aliases = if self.exact { &[] } else { self.rings.as_slice() };
        let rings: Vec<&Ring> = aliases.iter().chain(&self.forms).collect();
        let settled = words.iter().take_while(|w| !w.goes_on).count();
        let of = |taken: usize| words[..taken].iter().flat_map(|w| w.keys.clone()).collect::<Vec<String>>();
        let longest = (1..=settled).rev().find(|taken| rings.iter().any(|ring| ring.contains(&of(*taken))))?;
        let name = of(longest);
        let others =
            rings.iter().copied().filter(|ring| ring.contains(&name)).flatten().filter(|other| **other != name);
        let without_spaces = words[..longest].iter().any(|word| is_unspaced(&word.keys));
        let mut leaf = vec![if without_spaces { as_it_stands(name.clone()) } else { Need::Anywhere(name.clone()) }];
        leaf.extend(others.cloned().map(as_it_stands));
        Some((longest, leaf))
    }

    /// Whether terms have a row for these words where they stand together (DESIGN, section 3).
    fn has_row(&self, keys: &[String]) -> bool {
        let is = |rings: &[Ring], keys: &[String]| rings.iter().flatten().any(|name| name == keys);
        let is_number_with_unit = || is_number(&keys[0]) && is(&self.forms, &keys[1..]);
        if is_unspaced(keys) {
            return false;
        }
        keys.len() < 2 || is(&self.rings, keys) || is(&self.forms, keys) || is_number_with_unit()
    }

    fn meets(&self, leaf: &Leaf, unit: &Unit, excluding: bool) -> bool {
        leaf.iter().any(|need| self.holds(need, unit, excluding))
    }

    fn holds(&self, need: &Need, unit: &Unit, excluding: bool) -> bool {
        let has = |key: &String| unit.words.contains(key);
        match need {
            Need::Anywhere(keys) => keys.iter().all(has),
            Need::Beginning(key) => unit.words.iter().any(|word| word.starts_with(key.as_str())),
            Need::Together(keys) if unit.ordered || self.has_row(keys) => {
                unit.words.windows(keys.len()).any(|w| w == keys)
            }
            Need::Near(keys, within) if unit.ordered => {
                let length = (keys.len() + within).min(unit.words.len());
                let times = |words: &[String], key: &String| words.iter().filter(|word| *word == key).count();
                length > 0 && unit.words.windows(length).any(|w| keys.iter().all(|k| times(w, k) >= times(keys, k)))
            }
            // Without order: all the words, and no exclusion.
            Need::Together(keys) | Need::Near(keys, _) => !excluding && keys.iter().all(has),
        }
    }

    fn field(&self, name: &str, value: &str, unit: &Unit, way: Way) -> bool {
        let plain = Lexicon::default();
        let names = |id: &str, label: &str| {
            let (asked, label) = (keys(value, &plain), keys(label, &plain));
            let is_last = |word: &String| {
                asked.last().is_some_and(|last| {
                    if way.typing && !way.excludes && !value.contains(' ') {
                        word.starts_with(last.as_str())
                    } else {
                        word == last
                    }
                })
            };
            let words = if id == "unnamed" {
                asked == label
            } else {
                asked[..asked.len().max(1) - 1].iter().all(|word| label.contains(word)) && label.iter().any(is_last)
            };
            id.eq_ignore_ascii_case(value) || words
        };
        let article = unit.article;
        match name {
            "author" => article.author_values().iter().any(|id| names(id, self.corpus.author_label(id))),
            "Outlet" => names(article.outlet.value.as_str(), self.corpus.outlet_label(article.outlet.value.as_str())),
            "year" => {
                let (from, to) = value.split_once("..").unwrap_or((value, value));
                let (Ok(from), Ok(to)) = (from.parse::<i32>(), to.parse::<i32>()) else { return false };
                let (first, last) = (article.date.value.first_day().0, article.date.value.last_day().0);
                (first..=last).any(|year| from <= year && year <= to)
            }
            // The labels of the laws are their ids.
            "issue" => way.position.is_some_and(|p| names(p.issue.as_str(), p.issue.as_str())),
            _ => way.position.is_some_and(|p| names(p.actor.as_str(), p.actor.as_str())),
        }
    }
}

/// Whether words are characters of a script without spaces, or hold one.
fn is_unspaced(keys: &[String]) -> bool {
    keys.iter().any(|key| key.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c)))
}

/// The stem by Snowball's published algorithms: English for Latin letters, Russian for Cyrillic ones.
fn snowball(word: &str) -> Option<String> {
    let algorithm = if word.chars().all(|c| c.is_ascii_lowercase() || c == '\'') {
        Algorithm::English
    } else if word.chars().all(|c| ('а'..='я').contains(&c)) {
        Algorithm::Russian
    } else {
        return None;
    };
    Some(Stemmer::create(algorithm).stem(word).into_owned())
}

/// How many letters must be put in, left out, changed or swapped with a neighbour.
fn steps(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut table = vec![vec![0; to.len() + 1]; from.len() + 1];
    for i in 0..=from.len() {
        for j in 0..=to.len() {
            let mut ways = Vec::new();
            if i > 0 {
                ways.push(table[i - 1][j] + 1);
            }
            if j > 0 {
                ways.push(table[i][j - 1] + 1);
            }
            if i > 0 && j > 0 {
                ways.push(table[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]));
            }
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                ways.push(table[i - 2][j - 2] + 1);
            }
            table[i][j] = ways.into_iter().min().unwrap_or(0);
        }
    }
    table[from.len()][to.len()]
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
        && (filters.as_of.is_empty()
            || position.as_of.as_ref().is_some_and(|held| filters.as_of.iter().any(|span| overlap(span, held))))
}

/// Whether a span as typed and a date have a day in common. Every month is given 31 days, which no comparison with a real day
/// can tell.
fn overlap(span: &str, held: &Edtf) -> bool {
    let numbers = |date: &str| date.split('-').map(|n| n.parse().unwrap()).collect::<Vec<i32>>();
    let day = |date: &str, month: i32, day: i32| {
        let n = numbers(date);
        (n[0], *n.get(1).unwrap_or(&month), *n.get(2).unwrap_or(&day))
    };
    let (from, to) = span.split_once("..").unwrap_or((span, span));
    let held = held.to_string();
    let (begins, ends) = held.split_once('/').unwrap_or((&held, &held));
    day(from, 1, 1) <= day(ends, 12, 31) && day(begins, 1, 1) <= day(to, 12, 31)
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
