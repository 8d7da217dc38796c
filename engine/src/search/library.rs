//! A corpus with its index: what answers.

use super::filters::Filters;
use super::matching::{Meeting, meet};
use super::{Ask, Hit, Notice, Passage, Selection, Sort, facets, rank};
use crate::index::{Index, Place, Unit};
use crate::model::{Article, Corpus, Position};
use crate::query::{Leaf, Names, Plan, Query, Why, plan};
use crate::text::Lexicon;
use std::collections::{BTreeMap, BTreeSet};

/// A corpus, indexed and ready to answer.
#[derive(Clone, Debug, Default)]
pub struct Library {
    corpus: Corpus,
    lexicon: Lexicon,
    names: Names,
    index: Index,
}

/// Units met so far: by index, the score and the reasons.
type Met = BTreeMap<u32, (f64, Vec<Why>)>;

impl Library {
    /// Indexes a corpus.
    pub fn new(corpus: Corpus) -> Library {
        let lexicon = Lexicon::new(&corpus.search);
        let names = Names::new(&corpus, &lexicon);
        let index = Index::new(&corpus, &lexicon);
        Library { corpus, lexicon, names, index }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// How its words are read.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Answers: the one selection of a query and filters.
    pub fn select(&self, ask: &Ask) -> Selection {
        let plan = plan(&Query::parse(&ask.q, ask.typing), &self.names, &self.lexicon, ask.exact);
        let meetings: Vec<BTreeMap<u32, Meeting>> =
            plan.leaves.iter().map(|leaf| meet(leaf, &self.index, &self.names)).collect();
        let mut notices = Vec::new();
        let by_field = self.articles_by_field(&plan, &mut notices);
        let met = self.units_met(&plan, &meetings);
        let lists_passages = plan.has_words() || ask.filters.select_positions();

        // Everything but the filters of articles, which facets count against one another.
        let chosen: Vec<&Position> = self.corpus.positions.iter().filter(|p| ask.filters.lets_position(p)).collect();
        let carries = |unit: &Unit| !ask.filters.select_positions() || self.carries(unit, &chosen);
        let mut passages: BTreeMap<usize, Vec<Passage>> = BTreeMap::new();
        for (&at, (score, why)) in &met {
            let unit = &self.index.units()[at as usize];
            if by_field.contains(&unit.article) && carries(unit) {
                let list = passages.entry(unit.article).or_default();
                list.push(Passage { place: unit.place, score: *score, why: why.clone() });
            }
        }
        let found: Vec<usize> =
            if lists_passages { passages.keys().copied().collect() } else { by_field.into_iter().collect() };
        let lets = |article: &Article| {
            ask.filters.lets_author(article) && ask.filters.lets_outlet(article) && ask.filters.lets_year(article)
        };
        let shown: Vec<usize> = found.iter().copied().filter(|&i| lets(&self.corpus.articles[i])).collect();

        let mut hit = |&article: &usize| {
            let passages = if lists_passages { passages.remove(&article).unwrap_or_default() } else { Vec::new() };
            let scores: Vec<f64> = passages.iter().map(|p| p.score).collect();
            Hit { article, score: rank::article_score(&scores), passages }
        };
        let mut hits: Vec<Hit> = shown.iter().map(&mut hit).collect();
        self.sort(&mut hits, ask.sort);
        self.say(&plan, &meetings, &shown, &mut notices);
        Selection {
            positions: self.positions(&ask.filters, &shown, &met, plan.has_words()),
            facets: facets::facets(&self.corpus, &found, &ask.filters),
            alone: meetings.iter().map(|met| self.articles_of(met.keys(), &lets)).collect(),
            hits,
            notices,
            leaves: plan.leaves,
        }
    }

    /// The articles that the fields of a query let through.
    fn articles_by_field(&self, plan: &Plan, notices: &mut Vec<Notice>) -> BTreeSet<usize> {
        let mut through: BTreeSet<usize> = (0..self.corpus.articles.len()).collect();
        let mut keep = |negated: bool, has: &dyn Fn(&Article) -> bool| {
            let any = self.corpus.articles.iter().any(has);
            through.retain(|&i| has(&self.corpus.articles[i]) != negated);
            any
        };
        for (negated, value) in &plan.authors {
            let has =
                |a: &Article| a.author_values().iter().any(|id| self.names_it(value, id, self.corpus.author_label(id)));
            if !keep(*negated, &has) {
                notices.push(Notice::NoAuthor(value.clone()));
            }
        }
        for (negated, value) in &plan.outlets {
            let has = |a: &Article| {
                let id = a.outlet.value.as_str();
                self.names_it(value, id, self.corpus.outlet_label(id))
            };
            if !keep(*negated, &has) {
                notices.push(Notice::NoOutlet(value.clone()));
            }
        }
        through
    }

    /// Whether a field's value is the id, or words of the label.
    fn names_it(&self, value: &str, id: &str, label: &str) -> bool {
        let words: Vec<String> = crate::text::keys(label, &Lexicon::default());
        let asked = crate::text::keys(value, &Lexicon::default());
        value.eq_ignore_ascii_case(id) || (!asked.is_empty() && asked.iter().all(|word| words.contains(word)))
    }

    /// The units that meet every leaf and no excluded clause.
    fn units_met(&self, plan: &Plan, meetings: &[BTreeMap<u32, Meeting>]) -> Met {
        let mut met: Met = (0..self.index.units().len() as u32).map(|unit| (unit, (0.0, Vec::new()))).collect();
        let mut excluded: BTreeMap<usize, Vec<&BTreeMap<u32, Meeting>>> = BTreeMap::new();
        for (leaf, units) in plan.leaves.iter().zip(meetings) {
            if leaf.negated {
                excluded.entry(leaf.clause).or_default().push(units);
                continue;
            }
            met.retain(|unit, _| units.contains_key(unit));
            let rarity = rank::rarity(&self.index, units.len());
            for (at, (score, why)) in &mut met {
                let (unit, meeting) = (&self.index.units()[*at as usize], &units[at]);
                *score += rank::unit_score(&self.index, unit, meeting.count, rarity);
                why.extend(meeting.why.iter().copied());
            }
        }
        // Words joined by signs are joined by AND where they are excluded, too.
        for leaves in excluded.values() {
            met.retain(|unit, _| !leaves.iter().all(|units| units.contains_key(unit)));
        }
        for (_, why) in met.values_mut() {
            why.sort();
            why.dedup();
        }
        met
    }

    /// Whether a unit is a paragraph that one of the positions is evidenced by.
    fn carries(&self, unit: &Unit, positions: &[&Position]) -> bool {
        let article = &self.corpus.articles[unit.article];
        let Place::Paragraph(at) = unit.place else { return false };
        let n = article.paragraphs[at].n;
        positions.iter().any(|p| p.article == article.id && p.evidence.iter().any(|place| place.p == n))
    }

    /// The positions that are selected: by their filters, their article, and, where words are asked for, a paragraph that
    /// matches.
    fn positions(&self, filters: &Filters, shown: &[usize], met: &Met, words: bool) -> Vec<usize> {
        let places: BTreeSet<(&str, u32)> = met
            .keys()
            .map(|&at| &self.index.units()[at as usize])
            .filter_map(|unit| match unit.place {
                Place::Paragraph(at) => {
                    let article = &self.corpus.articles[unit.article];
                    Some((article.id.as_str(), article.paragraphs[at].n))
                }
                Place::Title => None,
            })
            .collect();
        let articles: BTreeSet<&str> = shown.iter().map(|&i| self.corpus.articles[i].id.as_str()).collect();
        let selected = |position: &Position| {
            filters.lets_position(position)
                && articles.contains(position.article.as_str())
                && (!words || position.evidence.iter().any(|e| places.contains(&(position.article.as_str(), e.p))))
        };
        (0..self.corpus.positions.len()).filter(|&i| selected(&self.corpus.positions[i])).collect()
    }

    /// In how many articles that the filters let through these units stand.
    fn articles_of<'a>(&self, units: impl Iterator<Item = &'a u32>, lets: &dyn Fn(&Article) -> bool) -> usize {
        let articles: BTreeSet<usize> = units.map(|&at| self.index.units()[at as usize].article).collect();
        articles.into_iter().filter(|&i| lets(&self.corpus.articles[i])).count()
    }

    fn sort(&self, hits: &mut [Hit], sort: Sort) {
        let article = |hit: &Hit| &self.corpus.articles[hit.article];
        let newest_then_id = |a: &Hit, b: &Hit| {
            let (a, b) = (article(a), article(b));
            b.date.value.last_day().cmp(&a.date.value.last_day()).then_with(|| a.id.cmp(&b.id))
        };
        let author = |hit: &Hit| {
            let values = article(hit).author_values();
            let first = values.first().copied().unwrap_or_default();
            (first == crate::model::UNNAMED, self.corpus.author_label(first).to_lowercase())
        };
        let outlet = |hit: &Hit| self.corpus.outlet_label(article(hit).outlet.value.as_str()).to_lowercase();
        hits.sort_by(|a, b| match sort {
            Sort::Relevance => b.score.total_cmp(&a.score).then_with(|| newest_then_id(a, b)),
            Sort::Date => newest_then_id(a, b),
            Sort::Author => author(a).cmp(&author(b)).then_with(|| newest_then_id(a, b)),
            Sort::Outlet => outlet(a).cmp(&outlet(b)).then_with(|| newest_then_id(a, b)),
        });
    }

    /// Says what is not as typed: other names and forms that were found, order that is not known, names that are related.
    fn say(&self, plan: &Plan, meetings: &[BTreeMap<u32, Meeting>], shown: &[usize], notices: &mut Vec<Notice>) {
        let is_shown = |unit: &u32| shown.contains(&self.index.units()[*unit as usize].article);
        for (leaf, units) in plan.leaves.iter().zip(meetings) {
            let typed = leaf.typed.clone();
            let unordered_units = self.index.units().iter().any(|unit| !unit.ordered);
            let needs_order = leaf.alternatives[0].in_order && !self.names.is_joint_term(&leaf.alternatives[0].keys);
            if leaf.negated {
                if needs_order && unordered_units {
                    notices.push(Notice::ExclusionUnordered { typed });
                }
                continue;
            }
            let here = || units.iter().filter(|(unit, _)| is_shown(unit)).map(|(_, meeting)| meeting);
            for kind in [Why::Alias, Why::Form] {
                let of_kind: BTreeSet<&str> =
                    leaf.alternatives.iter().filter(|a| a.why == kind).map(|a| a.label.as_str()).collect();
                let labels = here().flat_map(|m| &m.labels).filter(|label| of_kind.contains(label.as_str()));
                let also: Vec<String> = labels.cloned().collect::<BTreeSet<String>>().into_iter().collect();
                let typed = typed.clone();
                match kind {
                    _ if also.is_empty() => {}
                    Why::Alias => notices.push(Notice::Alias { typed, also }),
                    _ => notices.push(Notice::Form { typed, also }),
                }
            }
            if here().any(|meeting| meeting.why.contains(&Why::Unordered)) {
                notices.push(Notice::Unordered { typed: typed.clone() });
            }
        }
        self.offer_related(plan, notices);
    }

    /// Offers the names related to one that was typed. They are not equal, so they are never added.
    fn offer_related(&self, plan: &Plan, notices: &mut Vec<Notice>) {
        let leaves: Vec<&Leaf> = plan.leaves.iter().filter(|leaf| !leaf.negated).collect();
        let typed: Vec<String> = leaves.iter().flat_map(|leaf| leaf.alternatives[0].keys.clone()).collect();
        let is_typed = |name: &String| {
            let keys = crate::text::keys(name, &self.lexicon);
            !keys.is_empty()
                && (typed.windows(keys.len()).any(|run| run == keys)
                    || leaves.iter().any(|leaf| leaf.alternatives.iter().any(|a| a.keys == keys)))
        };
        for related in &self.corpus.related {
            let (asked, offered): (Vec<String>, Vec<String>) = related.names.iter().cloned().partition(is_typed);
            if let (Some(typed), false) = (asked.first().cloned(), offered.is_empty()) {
                notices.push(Notice::Related { typed, offered });
            }
        }
    }
}
